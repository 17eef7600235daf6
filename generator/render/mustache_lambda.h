/*
 * Lambdas, and the state of a rendering that they share with it; only mustache.c includes
 * this.
 *
 * In:  a lambda that a tag's name led to.
 * Out: what it returned, rendered where the tag stands.
 * Holds: a result lives as a template only while it is rendered; nothing is kept between
 * calls. Its bytes count as steps, it counts as a partial for the recursion, and what it
 * gives counts as output. An error in it begins with the place and tag that called.
 */
#ifndef RENDER_MUSTACHE_LAMBDA_H
#define RENDER_MUSTACHE_LAMBDA_H

#include "render/mustache.h"
#include "render/mustache_internal.h"

struct rendering {
    struct mustache *set;
    const struct mustache_provider *provider;
    struct buffer *out;
    struct error *error;
    size_t limit; /* OUT may grow to this size */
    size_t steps;
    size_t returned; /* bytes of the lambdas' results that are under way */
    int depth, recursion;
    struct buffer indent; /* a stack; from indent_start on it stands before each line */
    size_t indent_start;
    size_t under_way; /* where OUT has this size a block began inside a line */
};

/* The values that names are looked up in, innermost first. */
struct context {
    const struct context *outer;
    struct mustache_node node;
};

/* The blocks that a parent tag gives to the template it names. Those that its own template
 * was given are further out and win. */
struct arguments {
    const struct arguments *outer;
    const struct template *template;
    const struct node *parent;
};

/* What a node is rendered with. */
struct scope {
    const struct template *template;
    const struct context *context;
    const struct arguments *arguments;
};

/* Renders all of SCOPE's template. */
void mustache_render_all(struct rendering *rendering, const struct scope *scope);

/* False, with the error set at NODE, where a limit is passed. */
bool mustache_within_limits(struct rendering *rendering, const struct scope *scope,
                            const struct node *node);

/* Whether VALUE is a lambda; then *LAMBDA is it. */
bool lambda_find(const struct mustache_provider *provider, struct mustache_node value,
                 struct mustache_lambda *lambda);

/* Renders the section NODE on LAMBDA. */
void lambda_section(struct rendering *rendering, const struct scope *scope,
                    const struct node *node, const struct mustache_lambda *lambda);

/* Appends what LAMBDA returns for NODE, rendered, and escaped unless RAW, to OUT. */
void lambda_print(struct rendering *rendering, const struct scope *scope,
                  const struct node *node, const struct mustache_lambda *lambda, bool raw,
                  struct buffer *out);

#endif
