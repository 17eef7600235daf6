/*
 * Mustache: templates to text, with the data of whoever asks.
 *
 * In:  templates by name, from a loader; values, from a provider.
 * Out: the rendered bytes, appended to a buffer.
 * Holds: the engine owns no data and escapes nothing: the provider prints each value as its
 * format wants. Each template is loaded and parsed once in the life of a set. Nesting,
 * recursion, steps and output are bounded, whatever the templates say.
 *
 * All of the specification (https://github.com/mustache/spec, version 1.4), with the
 * optional inheritance, dynamic names and lambdas. Where it leaves a choice:
 * - a block or parent alone on its lines leaves whole lines: its content is indented as the
 *   tag (a block: as its default content) is, and its last line ended if it was not;
 * - of several arguments for one block the outermost counts; a block inside an argument
 *   belongs to the template in which the argument is written;
 * - what a lambda returns is laid out as a partial is: its lines are indented with those
 *   around it where the section's tag is alone on its line. A tag alone on its line takes
 *   the line with it before a lambda sees the section's text, too.
 */
#ifndef RENDER_MUSTACHE_H
#define RENDER_MUSTACHE_H

#include "base/base.h"

enum {
    MUSTACHE_NESTING = 64,      /* open sections, blocks and parents in a template */
    MUSTACHE_RECURSION = 64,    /* partials, parents and lambdas inside each other */
    MUSTACHE_DEPTH = 1024,      /* all of these together while rendering */
    MUSTACHE_OUTPUT = 64 << 20, /* bytes that one call renders */
    MUSTACHE_STEPS = 200 * 1000 * 1000, /* tags and lines that one call renders, and bytes
                                           that lambdas return to it */
    MUSTACHE_RETURNED = 4 << 20, /* bytes returned by lambdas that are inside each other */
};

/* A value: whatever the provider needs to find it again. */
struct mustache_node {
    const void *data;
    const void *more;
    size_t index;
};

/* A value that is a function. Its result is a template, rendered in the place and the
 * context of the tag, anew for each call: text from outside does not belong into it, only
 * names that lead there. */
struct mustache_lambda {
    void *owner; /* given to each function */

    /* Appends the result to RESULT. For a section, SECTION is the text between its tags as
     * it was written, SIZE bytes without a NUL, borrowed, and the result is read with the
     * delimiters of the tag; for a variable SECTION is NULL. False, with the error set,
     * stops the rendering; the place of the tag is put before the message. */
    bool (*call)(void *owner, const char *section, size_t size, struct buffer *result,
                 struct error *error);

    /* Appends TEXT, the rendered result of a variable that is not raw, to OUT, escaped for
     * its format. */
    void (*escape)(void *owner, const char *text, size_t size, struct buffer *out);
};

struct mustache_provider {
    void *owner; /* given to each function */

    /* The value NAME (without dots) right below NODE, into *CHILD; false: it has none. */
    bool (*child)(void *owner, struct mustache_node node, const char *name,
                  struct mustache_node *child);

    /* Whether a section on NODE is rendered. A list without items is not. */
    bool (*truthy)(void *owner, struct mustache_node node);

    /* True where NODE is a list; then *LENGTH is how many items it has. */
    bool (*list)(void *owner, struct mustache_node node, size_t *length);

    /* Item INDEX, below the length, of a list. */
    struct mustache_node (*item)(void *owner, struct mustache_node node, size_t index);

    /* Appends the value to OUT, escaped for its format unless RAW. */
    void (*print)(void *owner, struct mustache_node node, bool raw, struct buffer *out);

    /* True where NODE is a lambda, which is always truthy, never a list and not printed;
     * then *LAMBDA is it. NULL where no value is one. */
    bool (*lambda)(void *owner, struct mustache_node node, struct mustache_lambda *lambda);
};

/* A template as it was found. The set takes both over. */
struct mustache_source {
    char *file; /* its name in messages; NULL where there is no such template */
    struct buffer text;
};

struct mustache_loader {
    void *owner;

    /* Finds template NAME, never empty but for the caller's own top template. True also
     * where there is none: *SOURCE then stays empty and a partial renders as nothing.
     * False, with the error set, stops the rendering; the place of the tag is put before
     * the message. */
    bool (*load)(void *owner, const char *name, struct mustache_source *source,
                 struct error *error);
};

struct mustache;

/* An empty set of templates. What LOADER's owner points to must outlive it. */
struct mustache *mustache_new(const struct mustache_loader *loader);

/* Appends template NAME, rendered with ROOT as the outermost context, to OUT. False where a
 * template is missing (this one only), mistaken or over a limit; OUT then ends anywhere. */
bool mustache_render(struct mustache *set, const char *name,
                     const struct mustache_provider *provider, struct mustache_node root,
                     struct buffer *out, struct error *error);

/* Loads and parses template NAME and all that it and they name, without rendering. A name
 * that is a value cannot be followed. */
bool mustache_check(struct mustache *set, const char *name, struct error *error);

/* Whether template NAME was loaded already. */
bool mustache_has(const struct mustache *set, const char *name);

/* A tag, where it stands, as it is met. */
struct mustache_tag {
    const char *file, *text; /* "{{#name}}" */
    int line, column;
    bool prints; /* its value is printed, not only asked about */
};

/* What is told of the tags that a walk meets. */
struct mustache_visitor {
    void *owner; /* given to each function */

    /* The tag's name leads to VALUE. */
    void (*found)(void *owner, const struct mustache_tag *tag, struct mustache_node value);

    /* The part NAME of the tag's name was looked for right below each of NODES, the
     * innermost first, and none has it. FIRST: it is the first part. */
    void (*missing)(void *owner, const struct mustache_tag *tag, const char *name,
                    bool first, const struct mustache_node *nodes, size_t count);

    /* The block that TAG gives to the template PARENT is none of the blocks that there are,
     * BLOCKS. */
    void (*misplaced)(void *owner, const struct mustache_tag *tag, const char *parent,
                      char *const *blocks, size_t count);
};

/* Visits every tag that rendering NAME could meet, with both outcomes of each section and
 * the first item of each list; lambdas are not called, the content of their sections is
 * visited as it is. False where that may not be all of them: a name is a value, a value is
 * a lambda, templates include each other without end, or the error is set. */
bool mustache_walk(struct mustache *set, const char *name,
                   const struct mustache_provider *provider, struct mustache_node root,
                   const struct mustache_visitor *visitor, struct error *error);

/* Frees the set and all its templates; NULL is fine. */
void mustache_free(struct mustache *set);

#endif
