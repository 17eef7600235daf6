#include "render/mustache.h"

#include "render/mustache_internal.h"
#include "render/mustache_lambda.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct mustache {
    struct mustache_loader loader;
    struct template **items; /* each on its own: rendering holds on to them */
    size_t count, capacity;
};

static void render_nodes(struct rendering *rendering, const struct scope *scope,
                         const struct node *from, const struct node *to);

static const struct node *node_after(const struct template *template,
                                     const struct node *node) {
    return template->items + node->end;
}

static void render_inside(struct rendering *rendering, const struct scope *scope,
                          const struct node *node) {
    render_nodes(rendering, scope, node + 1, node_after(scope->template, node));
}

/* Finds a dotted name: its first part anywhere in the contexts, the others strictly below.
 */
static bool look_up(const struct rendering *rendering, const struct context *context,
                    const struct node *node, struct mustache_node *value) {
    const struct mustache_provider *provider = rendering->provider;
    *value = context->node;
    if (!node->parts)
        return true;
    const char *part = node->path;
    while (!provider->child(provider->owner, context->node, part, value))
        if (!(context = context->outer))
            return false;
    for (size_t i = 1; i < node->parts; i++) {
        part += strlen(part) + 1;
        if (!provider->child(provider->owner, *value, part, value))
            return false;
    }
    return true;
}

static void render_text(struct rendering *rendering, const struct scope *scope,
                        const struct node *node) {
    (void)scope;
    buffer_add(rendering->out, node->text.start, node->text.size);
}

static void render_line(struct rendering *rendering, const struct scope *scope,
                        const struct node *node) {
    const struct buffer *indent = &rendering->indent;
    if (rendering->out->size != rendering->under_way)
        buffer_add(rendering->out, buffer_text(indent) + rendering->indent_start,
                   indent->size - rendering->indent_start);
    render_text(rendering, scope, node);
}

/* Appends the value of NODE, or what it returns, to OUT. */
static void print_value(struct rendering *rendering, const struct scope *scope,
                        const struct node *node, bool raw, struct buffer *out) {
    const struct mustache_provider *provider = rendering->provider;
    struct mustache_node value;
    struct mustache_lambda lambda;
    if (!look_up(rendering, scope->context, node, &value))
        return;
    if (lambda_find(provider, value, &lambda))
        lambda_print(rendering, scope, node, &lambda, raw, out);
    else
        provider->print(provider->owner, value, raw, out);
}

static void render_value(struct rendering *rendering, const struct scope *scope,
                         const struct node *node) {
    print_value(rendering, scope, node, node->kind == MUSTACHE_RAW, rendering->out);
}

static void render_section(struct rendering *rendering, const struct scope *scope,
                           const struct node *node) {
    const struct mustache_provider *provider = rendering->provider;
    struct context context = {scope->context, {0}};
    struct scope inner = {scope->template, &context, scope->arguments};
    struct mustache_node value;
    struct mustache_lambda lambda;
    size_t length = 0;
    if (!look_up(rendering, scope->context, node, &value))
        return;
    if (lambda_find(provider, value, &lambda)) {
        lambda_section(rendering, scope, node, &lambda);
        return;
    }
    if (!provider->truthy(provider->owner, value))
        return;
    bool is_list = provider->list(provider->owner, value, &length);
    for (size_t i = 0; i < (is_list ? length : 1) && !rendering->error->kind; i++) {
        context.node = is_list ? provider->item(provider->owner, value, i) : value;
        render_inside(rendering, &inner, node);
    }
}

static void render_inverted(struct rendering *rendering, const struct scope *scope,
                            const struct node *node) {
    const struct mustache_provider *provider = rendering->provider;
    struct mustache_node value;
    struct mustache_lambda lambda;
    if (!look_up(rendering, scope->context, node, &value) ||
        (!lambda_find(provider, value, &lambda) &&
         !provider->truthy(provider->owner, value)))
        render_inside(rendering, scope, node);
}

/* The argument for a block, or NULL; *GIVEN is the parent tag that has it. */
static const struct node *find_argument(const struct scope *scope, const struct node *block,
                                        const struct arguments **given) {
    const struct node *found = NULL;
    for (const struct arguments *at = scope->arguments; at; at = at->outer) {
        const struct node *end = node_after(at->template, at->parent);
        for (const struct node *node = at->parent + 1; node < end;
             node = node_after(at->template, node)) {
            if (strcmp(node->path, block->path))
                continue;
            found = node;
            *given = at;
            break;
        }
    }
    return found;
}

static void render_block(struct rendering *rendering, const struct scope *scope,
                         const struct node *node) {
    const struct arguments *given = NULL;
    const struct node *argument = find_argument(scope, node, &given);
    struct scope inner = *scope;
    if (argument)
        inner = (struct scope){given->template, scope->context, given->outer};
    const struct node *content = argument ? argument : node;
    size_t indent = rendering->indent.size, under_way = rendering->under_way;
    if (node->own_line)
        buffer_add(&rendering->indent, node->indent.start, node->indent.size);
    else
        rendering->under_way = rendering->out->size;
    render_inside(rendering, &inner, content);
    buffer_truncate(&rendering->indent, indent);
    rendering->under_way = under_way;
    if (!content->finished)
        buffer_add(rendering->out, node->newline.start, node->newline.size);
}

static bool load(struct mustache *set, struct template *template, struct error *error) {
    struct mustache_source source = {0};
    bool ok = set->loader.load(set->loader.owner, template->name, &source, error);
    template->file = source.file;
    template->text = source.text;
    return ok;
}

static struct template *find_template(const struct mustache *set, const char *name) {
    for (size_t i = 0; i < set->count; i++)
        if (!strcmp(set->items[i]->name, name))
            return set->items[i];
    return NULL;
}

bool mustache_has(const struct mustache *set, const char *name) {
    return find_template(set, name) != NULL;
}

const struct template *mustache_template(struct mustache *set, const char *name,
                                         struct error *refused, struct error *mistaken) {
    struct template *template = find_template(set, name);
    if (template)
        return template;
    template = xcalloc(1, sizeof *template);
    template->name = xstrdup(name);
    if (!load(set, template, refused) ||
        (template->file && !mustache_parse(template, mistaken))) {
        mustache_template_free(template);
        return NULL;
    }
    *LIST_ADD(set) = template;
    return template;
}

void mustache_blame(const struct template *template, const struct node *node,
                    struct error *refused, struct error *error) {
    if (refused->kind)
        error_at(error, template->file, node->line, node->column, TAG_FORMAT ": %s",
                 TAG_ARGUMENTS(node), refused->text);
    error_free(refused);
}

static void check_names(struct mustache *set, const struct template *template,
                        struct error *error) {
    for (size_t i = 0; !error->kind && i < template->count; i++) {
        const struct node *node = &template->items[i];
        bool names = node->kind == MUSTACHE_PARTIAL || node->kind == MUSTACHE_PARENT;
        struct error refused = {0};
        if (names && !node->dynamic)
            mustache_template(set, node->path, &refused, error);
        mustache_blame(template, node, &refused, error);
    }
}

bool mustache_check(struct mustache *set, const char *name, struct error *error) {
    if (!mustache_template(set, name, error, error))
        return false;
    for (size_t i = 0; !error->kind && i < set->count; i++)
        check_names(set, set->items[i], error);
    return !error->kind;
}

/* The name of a partial or parent, to be freed; NULL where it is a value that has no name.
 */
static char *template_name(struct rendering *rendering, const struct scope *scope,
                           const struct node *node) {
    if (!node->dynamic)
        return xstrdup(node->path);
    struct buffer name = {0};
    print_value(rendering, scope, node, true, &name);
    bool usable = name.size && !memchr(name.data, '\0', name.size);
    char *text = buffer_take(&name);
    if (usable)
        return text;
    free(text);
    return NULL;
}

static const struct template *named_template(struct rendering *rendering,
                                             const struct scope *scope,
                                             const struct node *node) {
    char *name = template_name(rendering, scope, node);
    if (!name)
        return NULL;
    struct error refused = {0};
    const struct template *template =
        mustache_template(rendering->set, name, &refused, rendering->error);
    mustache_blame(scope->template, node, &refused, rendering->error);
    free(name);
    return template && template->file ? template : NULL;
}

static void render_partial(struct rendering *rendering, const struct scope *scope,
                           const struct node *node) {
    const struct template *template = named_template(rendering, scope, node);
    if (!template)
        return;
    if (rendering->recursion == MUSTACHE_RECURSION) {
        error_at(rendering->error, scope->template->file, node->line, node->column,
                 TAG_FORMAT ": partials are more than %d deep in each other; does one "
                            "include itself?",
                 TAG_ARGUMENTS(node), MUSTACHE_RECURSION);
        return;
    }
    struct arguments arguments = {scope->arguments, scope->template, node};
    struct scope inner = {template, scope->context,
                          node->kind == MUSTACHE_PARENT ? &arguments : scope->arguments};
    size_t indent = rendering->indent.size, start = rendering->indent_start;
    if (node->own_line)
        buffer_add(&rendering->indent, node->indent.start, node->indent.size);
    else
        rendering->indent_start = indent;
    rendering->recursion++;
    mustache_render_all(rendering, &inner);
    rendering->recursion--;
    buffer_truncate(&rendering->indent, indent);
    rendering->indent_start = start;
}

typedef void render_node(struct rendering *rendering, const struct scope *scope,
                         const struct node *node);

static render_node *const render_kind[] = {
    [MUSTACHE_TEXT] = render_text,       [MUSTACHE_LINE] = render_line,
    [MUSTACHE_VARIABLE] = render_value,  [MUSTACHE_RAW] = render_value,
    [MUSTACHE_SECTION] = render_section, [MUSTACHE_INVERTED] = render_inverted,
    [MUSTACHE_PARTIAL] = render_partial, [MUSTACHE_PARENT] = render_partial,
    [MUSTACHE_BLOCK] = render_block,
};

bool mustache_within_limits(struct rendering *rendering, const struct scope *scope,
                            const struct node *node) {
    struct error *error = rendering->error;
    const char *file = scope->template->file;
    if (rendering->depth > MUSTACHE_DEPTH)
        return error_at(error, file, node->line, node->column,
                        "sections and partials are more than %d deep in each other; does "
                        "a partial include itself?",
                        MUSTACHE_DEPTH);
    if (rendering->steps > MUSTACHE_STEPS)
        return error_at(error, file, node->line, node->column,
                        "more than %d tags were rendered; divide the page or its lists",
                        MUSTACHE_STEPS);
    if (rendering->out->size > rendering->limit)
        return error_at(error, file, node->line, node->column,
                        "the output is larger than %d MiB; divide the page or its lists",
                        MUSTACHE_OUTPUT >> 20);
    return true;
}

static void render_nodes(struct rendering *rendering, const struct scope *scope,
                         const struct node *from, const struct node *to) {
    rendering->depth++;
    rendering->steps++;
    for (const struct node *node = from; node < to && !rendering->error->kind;
         node = node_after(scope->template, node)) {
        rendering->steps++;
        if (mustache_within_limits(rendering, scope, node))
            render_kind[node->kind](rendering, scope, node);
    }
    rendering->depth--;
}

void mustache_render_all(struct rendering *rendering, const struct scope *scope) {
    const struct template *template = scope->template;
    render_nodes(rendering, scope, template->items, template->items + template->count);
}

struct mustache *mustache_new(const struct mustache_loader *loader) {
    struct mustache *set = xcalloc(1, sizeof *set);
    set->loader = *loader;
    return set;
}

bool mustache_render(struct mustache *set, const char *name,
                     const struct mustache_provider *provider, struct mustache_node root,
                     struct buffer *out, struct error *error) {
    const struct template *template = mustache_template(set, name, error, error);
    if (!template)
        return false;
    if (!template->file)
        return error_at(error, name, 0, 0,
                        "there is no template of this name; write it or correct the name");
    struct rendering rendering = {.set = set,
                                  .provider = provider,
                                  .out = out,
                                  .error = error,
                                  .limit = out->size + MUSTACHE_OUTPUT,
                                  .under_way = SIZE_MAX};
    struct context context = {NULL, root};
    struct scope scope = {template, &context, NULL};
    mustache_render_all(&rendering, &scope);
    buffer_free(&rendering.indent);
    return !error->kind;
}

void mustache_free(struct mustache *set) {
    for (size_t i = 0; set && i < set->count; i++)
        mustache_template_free(set->items[i]);
    if (set)
        free(set->items);
    free(set);
}
