/*
 * Renders a template whose data may have lambdas; for lambdas.test.mjs.
 *
 * In:  the file of a template, the file of its data (JSON), a folder of partials. In the
 * data an object {"lambda": NAME, ...} is the lambda of that name below; its further
 * members are the lambda's own. Out: what is rendered; with a fourth argument, "walk", a
 * line for each tag that a walk meets, and whether these are all. Errors go to stderr, with
 * status 2; a lambda that is not known ends the program with status 3.
 */
#include "render/json_data.h"
#include "render/mustache.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A call of the lambda SELF, an object, for SECTION; NULL for a variable. */
typedef bool function(const json_t *self, const char *section, size_t size,
                      struct buffer *result, struct error *error);

static bool give(struct buffer *result, const char *text) {
    buffer_add_text(result, text);
    return true;
}

static const char *member(const json_t *self, const char *name) {
    const char *text = json_string_value(json_object_get(self, name));
    return text ? text : "";
}

#define FUNCTION(name)                                                                     \
    static bool name(const json_t *self, const char *section, size_t size,                 \
                     struct buffer *result, struct error *error)
#define UNUSED (void)self, (void)section, (void)size, (void)result, (void)error

/* The lambdas of the specification. */

FUNCTION(gives_text) {
    UNUSED;
    return give(result, "world");
}

FUNCTION(gives_name) {
    UNUSED;
    return give(result, "{{planet}}");
}

FUNCTION(gives_delimiters) {
    UNUSED;
    return give(result, "|planet| => {{planet}}");
}

FUNCTION(counts_calls) {
    static int calls;
    UNUSED;
    buffer_printf(result, "%d", ++calls);
    return true;
}

FUNCTION(gives_markup) {
    UNUSED;
    return give(result, ">");
}

FUNCTION(compares) {
    UNUSED;
    bool same = section && size == strlen("{{x}}") && !memcmp(section, "{{x}}", size);
    return give(result, same ? "yes" : "no");
}

static bool between(const char *section, size_t size, const char *text,
                    struct buffer *result) {
    buffer_add(result, section, size);
    buffer_add_text(result, text);
    buffer_add(result, section, size);
    return true;
}

FUNCTION(doubles) {
    UNUSED;
    return between(section, size, "{{planet}}", result);
}

FUNCTION(doubles_delimiters) {
    UNUSED;
    return between(section, size, "{{planet}} => |planet|", result);
}

FUNCTION(underlines) {
    UNUSED;
    buffer_printf(result, "__%.*s__", (int)size, section);
    return true;
}

FUNCTION(is_false) {
    UNUSED;
    return true;
}

/* Ours. */

FUNCTION(same) {
    UNUSED;
    buffer_add(result, section, size);
    return true;
}

FUNCTION(returns) {
    UNUSED;
    return give(result, member(self, "text"));
}

FUNCTION(repeats) {
    UNUSED;
    size_t times = (size_t)json_integer_value(json_object_get(self, "times"));
    while (times--)
        buffer_add_text(result, member(self, "text"));
    return give(result, member(self, "end"));
}

/* What it was called with, in brackets. */
FUNCTION(quotes) {
    UNUSED;
    buffer_add_text(result, "{{=\1 \2=}}");
    buffer_printf(result, section ? "[%.*s]" : "variable", (int)size, section);
    return true;
}

FUNCTION(fails) {
    UNUSED;
    buffer_add_text(result, "never shown");
    return error_set(error, "%s", member(self, "text"));
}

static const struct {
    const char *name;
    function *function;
} functions[] = {
    {"Interpolation", gives_text},
    {"Interpolation - Expansion", gives_name},
    {"Interpolation - Alternate Delimiters", gives_delimiters},
    {"Interpolation - Multiple Calls", counts_calls},
    {"Escaping", gives_markup},
    {"Section", compares},
    {"Section - Expansion", doubles},
    {"Section - Alternate Delimiters", doubles_delimiters},
    {"Section - Multiple Calls", underlines},
    {"Inverted Section", is_false},
    {"same", same},
    {"returns", returns},
    {"repeats", repeats},
    {"quotes", quotes},
    {"fails", fails},
};

static bool call(void *owner, const char *section, size_t size, struct buffer *result,
                 struct error *error) {
    const char *name = member(owner, "lambda");
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (!strcmp(functions[i].name, name))
            return functions[i].function(owner, section, size, result, error);
    fprintf(stderr, "no lambda is called \"%s\"\n", name);
    exit(3);
}

static void escape_html(void *owner, const char *text, size_t size, struct buffer *out) {
    (void)owner;
    escape(FORMAT_HTML, text, size, out);
}

static bool find_lambda(void *owner, struct mustache_node node,
                        struct mustache_lambda *lambda) {
    (void)owner;
    *lambda = (struct mustache_lambda){(void *)node.data, call, escape_html};
    return json_object_get(node.data, "lambda") != NULL;
}

static struct mustache_provider json;

/* What a lambda would be if it were asked about: nobody should. */
static bool truthy(void *owner, struct mustache_node node) {
    return !json_object_get(node.data, "lambda") && json.truthy(owner, node);
}

struct files {
    const char *top, *partials;
};

static bool load(void *owner, const char *name, struct mustache_source *source,
                 struct error *error) {
    const struct files *files = owner;
    char *path =
        *name ? xasprintf("%s/%s.mustache", files->partials, name) : xstrdup(files->top);
    if (!path_exists(path)) {
        free(path);
        return true;
    }
    source->file = xstrdup(*name ? name : "template");
    bool ok = file_read(path, 16 << 20, &source->text, error);
    free(path);
    return ok;
}

static void tell_found(void *owner, const struct mustache_tag *tag,
                       struct mustache_node value) {
    (void)value;
    buffer_printf(owner, "%s:%d:%d %s\n", tag->file, tag->line, tag->column, tag->text);
}

static void tell_missing(void *owner, const struct mustache_tag *tag, const char *name,
                         bool first, const struct mustache_node *nodes, size_t count) {
    (void)first, (void)nodes, (void)count;
    buffer_printf(owner, "%s:%d:%d %s has no %s\n", tag->file, tag->line, tag->column,
                  tag->text, name);
}

static void tell_misplaced(void *owner, const struct mustache_tag *tag, const char *parent,
                           char *const *blocks, size_t count) {
    (void)blocks, (void)count;
    buffer_printf(owner, "%s is not in %s\n", tag->text, parent);
}

static bool walk(struct mustache *set, const struct mustache_provider *provider,
                 struct mustache_node root, struct buffer *out, struct error *error) {
    struct mustache_visitor visitor = {out, tell_found, tell_missing, tell_misplaced};
    bool all = mustache_walk(set, "", provider, root, &visitor, error);
    buffer_add_text(out, all ? "all\n" : "perhaps not all\n");
    return !error->kind;
}

int main(int count, char **arguments) {
    if (count < 4)
        return 1;
    json_t *data = json_load_file(arguments[2], JSON_DECODE_ANY, NULL);
    struct files files = {arguments[1], arguments[3]};
    struct mustache_loader loader = {&files, load};
    struct mustache *set = mustache_new(&loader);
    struct json_data escaping = {.format = FORMAT_HTML};
    json = json_data_provider(&escaping);
    struct mustache_provider provider = json;
    provider.truthy = truthy;
    provider.lambda = find_lambda;
    struct buffer out = {0};
    struct error error = {0};
    bool ok = count > 4
                  ? walk(set, &provider, json_data_node(data), &out, &error)
                  : mustache_render(set, "", &provider, json_data_node(data), &out, &error);
    if (ok)
        fwrite(buffer_text(&out), 1, out.size, stdout);
    else
        fprintf(stderr, "%s\n", error.text);
    error_free(&error);
    buffer_free(&out);
    json_data_free(&escaping);
    mustache_free(set);
    json_decref(data);
    return ok ? 0 : 2;
}
