#include "render/mustache_lambda.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool lambda_find(const struct mustache_provider *provider, struct mustache_node value,
                 struct mustache_lambda *lambda) {
    return provider->lambda && provider->lambda(provider->owner, value, lambda);
}

/* Names the result as messages show it: by the first tag that called, which stands in a
 * file, and the last one. */
static void name_result(struct template *result, const struct template *template,
                        const struct node *node) {
    if (template->origin) {
        result->origin = xstrdup(template->origin);
        result->file =
            xasprintf("%s, then of " TAG_FORMAT, result->origin, TAG_ARGUMENTS(node));
    } else {
        result->origin = xasprintf("%s:%d:%d: result of " TAG_FORMAT, template->file,
                                   node->line, node->column, TAG_ARGUMENTS(node));
        result->file = xstrdup(result->origin);
    }
}

static bool is_text(struct slice slice, const char *text) {
    return slice.size == strlen(text) && !memcmp(slice.start, text, slice.size);
}

/* A line that sets the delimiters of a section goes before its result, and shows nothing.
 */
static void set_delimiters(struct template *result, const struct delimiters *delimiters) {
    struct slice open = delimiters->open, close = delimiters->close;
    if (is_text(open, "{{") && is_text(close, "}}"))
        return;
    char *file = xasprintf("%s below {{=%.*s %.*s=}}", result->file, (int)open.size,
                           open.start, (int)close.size, close.start);
    free(result->file);
    result->file = file;
    buffer_printf(&result->text, "{{=%.*s %.*s=}}\n", (int)open.size, open.start,
                  (int)close.size, close.start);
}

static bool call(struct rendering *rendering, const struct scope *scope,
                 const struct node *node, const struct mustache_lambda *lambda,
                 struct buffer *returned) {
    const struct section *section = node->section;
    struct error refused = {0};
    bool ok = lambda->call(lambda->owner, section ? section->text.start : NULL,
                           section ? section->text.size : 0, returned, &refused);
    rendering->returned += returned->size;
    rendering->steps += returned->size;
    if (ok && rendering->returned > MUSTACHE_RETURNED)
        ok = error_set(&refused,
                       "lambdas inside each other returned more than %d MiB; let them "
                       "return less text, or values",
                       MUSTACHE_RETURNED >> 20);
    mustache_blame(scope->template, node, &refused, rendering->error);
    return ok;
}

static void render_result(struct rendering *rendering, const struct scope *scope,
                          const struct node *node, const struct buffer *returned) {
    struct template *result = xcalloc(1, sizeof *result);
    name_result(result, scope->template, node);
    if (node->section) {
        set_delimiters(result, &node->section->delimiters);
        result->base = node->section->base;
    }
    buffer_add(&result->text, returned->data, returned->size);
    struct scope inner = {result, scope->context, scope->arguments};
    if (mustache_parse(result, rendering->error))
        mustache_render_all(rendering, &inner);
    mustache_template_free(result);
}

static void render_lambda(struct rendering *rendering, const struct scope *scope,
                          const struct node *node, const struct mustache_lambda *lambda) {
    if (rendering->recursion == MUSTACHE_RECURSION) {
        error_at(rendering->error, scope->template->file, node->line, node->column,
                 TAG_FORMAT ": lambdas and partials are more than %d deep in each other; "
                            "does one return its own tag?",
                 TAG_ARGUMENTS(node), MUSTACHE_RECURSION);
        return;
    }
    struct buffer returned = {0};
    size_t before = rendering->returned;
    rendering->recursion++;
    if (call(rendering, scope, node, lambda, &returned))
        render_result(rendering, scope, node, &returned);
    rendering->recursion--;
    rendering->returned = before;
    buffer_free(&returned);
}

void lambda_section(struct rendering *rendering, const struct scope *scope,
                    const struct node *node, const struct mustache_lambda *lambda) {
    size_t start = rendering->indent_start;
    if (!node->own_line)
        rendering->indent_start = rendering->indent.size;
    render_lambda(rendering, scope, node, lambda);
    rendering->indent_start = start;
}

void lambda_print(struct rendering *rendering, const struct scope *scope,
                  const struct node *node, const struct mustache_lambda *lambda, bool raw,
                  struct buffer *out) {
    struct buffer text = {0};
    struct rendering inner = *rendering;
    size_t used = rendering->out->size;
    inner.out = &text;
    inner.limit = rendering->limit > used ? rendering->limit - used : 0;
    inner.indent = (struct buffer){0};
    inner.indent_start = 0;
    inner.under_way = SIZE_MAX;
    render_lambda(&inner, scope, node, lambda);
    rendering->steps = inner.steps;
    if (!rendering->error->kind && mustache_within_limits(&inner, scope, node)) {
        if (raw)
            buffer_add(out, text.data, text.size);
        else
            lambda->escape(lambda->owner, buffer_text(&text), text.size, out);
    }
    buffer_free(&inner.indent);
    buffer_free(&text);
}
