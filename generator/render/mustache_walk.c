#include "render/mustache_internal.h"

#include "render/mustache.h"

#include <stdlib.h>
#include <string.h>

enum { WALK_STEPS = 1000 * 1000, WALK_SAME = 2 /* times a template is inside of itself */ };

struct walk {
    struct mustache *set;
    const struct mustache_provider *provider;
    const struct mustache_visitor *visitor;
    struct error *error;
    size_t steps;
    int depth;
    bool complete;
};

/* The values that names are looked up in, innermost first. */
struct context {
    const struct context *outer;
    struct mustache_node node;
};

/* The templates under way, innermost first. */
struct frame {
    const struct frame *outer;
    const struct template *template;
};

/* The blocks that a parent tag gives, and the names of those that were asked for. */
struct arguments {
    struct arguments *outer;
    const struct template *template;
    const struct node *parent;
    struct names asked;
};

struct scope {
    const struct template *template;
    const struct context *context;
    const struct frame *frame;
    struct arguments *arguments;
};

static void walk_nodes(struct walk *walk, const struct scope *scope,
                       const struct node *from, const struct node *to);

static const struct node *node_after(const struct template *template,
                                     const struct node *node) {
    return template->items + node->end;
}

static void walk_inside(struct walk *walk, const struct scope *scope,
                        const struct node *node) {
    walk_nodes(walk, scope, node + 1, node_after(scope->template, node));
}

static struct mustache_tag make_tag(const struct template *template,
                                    const struct node *node) {
    return (struct mustache_tag){.file = template->file,
                                 .text = xasprintf(TAG_FORMAT, TAG_ARGUMENTS(node)),
                                 .line = node->line,
                                 .column = node->column,
                                 .prints = node->kind != MUSTACHE_SECTION &&
                                           node->kind != MUSTACHE_INVERTED};
}

static void tell_missing(const struct walk *walk, const struct mustache_tag *tag,
                         const char *name, bool first, const struct context *context) {
    struct {
        struct mustache_node *items;
        size_t count, capacity;
    } nodes = {0};
    for (; context; context = context->outer)
        *LIST_ADD(&nodes) = context->node;
    walk->visitor->missing(walk->visitor->owner, tag, name, first, nodes.items,
                           nodes.count);
    free(nodes.items);
}

/* Finds a name as rendering does; tells of the part that nothing has. */
static bool find_value(const struct walk *walk, const struct context *context,
                       const struct node *node, const struct mustache_tag *tag,
                       struct mustache_node *value) {
    const struct mustache_provider *provider = walk->provider;
    const struct context *place = context;
    const char *part = node->path;
    *value = context->node;
    for (size_t i = 0; i < node->parts; i++, part += strlen(part) + 1) {
        struct context below = {NULL, *value};
        const struct context *asked = i ? &below : place;
        const struct context *at = asked;
        while (at && !provider->child(provider->owner, at->node, part, value))
            at = at->outer;
        if (!at) {
            tell_missing(walk, tag, part, !i, asked);
            return false;
        }
    }
    return true;
}

static bool look_up(const struct walk *walk, const struct scope *scope,
                    const struct node *node, struct mustache_node *value) {
    struct mustache_tag tag = make_tag(scope->template, node);
    bool found = find_value(walk, scope->context, node, &tag, value);
    if (found)
        walk->visitor->found(walk->visitor->owner, &tag, *value);
    free((char *)tag.text);
    return found;
}

/* Nobody knows what a lambda returns before it is called. */
static bool is_lambda(struct walk *walk, struct mustache_node value) {
    const struct mustache_provider *provider = walk->provider;
    struct mustache_lambda lambda;
    bool is = provider->lambda && provider->lambda(provider->owner, value, &lambda);
    walk->complete &= !is;
    return is;
}

static void walk_value(struct walk *walk, const struct scope *scope,
                       const struct node *node) {
    struct mustache_node value;
    if (look_up(walk, scope, node, &value) && node->kind != MUSTACHE_INVERTED)
        is_lambda(walk, value);
}

static void walk_section(struct walk *walk, const struct scope *scope,
                         const struct node *node) {
    const struct mustache_provider *provider = walk->provider;
    struct context context = {scope->context, {0}};
    struct scope inner = *scope;
    size_t length = 0;
    if (!look_up(walk, scope, node, &context.node))
        return;
    if (!is_lambda(walk, context.node))
        inner.context = &context;
    if (provider->list(provider->owner, context.node, &length) && length)
        context.node = provider->item(provider->owner, context.node, 0);
    walk_inside(walk, &inner, node);
}

static void walk_inverted(struct walk *walk, const struct scope *scope,
                          const struct node *node) {
    walk_value(walk, scope, node);
    walk_inside(walk, scope, node);
}

static bool has_name(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

static void walk_block(struct walk *walk, const struct scope *scope,
                       const struct node *node) {
    const struct node *content = node;
    struct scope inner = *scope;
    for (struct arguments *at = scope->arguments; at; at = at->outer) {
        const struct node *end = node_after(at->template, at->parent);
        if (!has_name(&at->asked, node->path))
            *LIST_ADD(&at->asked) = xstrdup(node->path);
        for (const struct node *given = at->parent + 1; given < end;
             given = node_after(at->template, given))
            if (!strcmp(given->path, node->path)) {
                content = given;
                inner =
                    (struct scope){at->template, scope->context, scope->frame, at->outer};
                break;
            }
    }
    walk_inside(walk, &inner, content);
}

static void tell_misplaced(const struct walk *walk, const struct arguments *arguments) {
    const struct template *template = arguments->template;
    const struct node *end = node_after(template, arguments->parent);
    const struct names *asked = &arguments->asked;
    for (const struct node *given = arguments->parent + 1; given < end;
         given = node_after(template, given)) {
        struct mustache_tag tag = make_tag(template, given);
        if (!has_name(asked, given->path))
            walk->visitor->misplaced(walk->visitor->owner, &tag, arguments->parent->path,
                                     asked->items, asked->count);
        free((char *)tag.text);
    }
}

/* The template that a tag names. NULL: there is none to be followed. */
static const struct template *named_template(struct walk *walk, const struct scope *scope,
                                             const struct node *node) {
    struct error refused = {0};
    if (node->dynamic) {
        walk_value(walk, scope, node);
        walk->complete = false;
        return NULL;
    }
    const struct template *template =
        mustache_template(walk->set, node->path, &refused, walk->error);
    error_move(walk->error, &refused);
    size_t same = 0;
    for (const struct frame *frame = scope->frame; frame; frame = frame->outer)
        same += frame->template == template;
    return same <= WALK_SAME ? template : NULL;
}

static void walk_partial(struct walk *walk, const struct scope *scope,
                         const struct node *node) {
    const struct template *template = named_template(walk, scope, node);
    if (!template || !template->file)
        return;
    struct arguments arguments = {scope->arguments, scope->template, node, {0}};
    struct frame frame = {scope->frame, template};
    bool parent = node->kind == MUSTACHE_PARENT;
    struct scope inner = {template, scope->context, &frame,
                          parent ? &arguments : scope->arguments};
    bool complete = walk->complete;
    walk->complete = true;
    walk_nodes(walk, &inner, template->items, template->items + template->count);
    if (parent && walk->complete && !walk->error->kind)
        tell_misplaced(walk, &arguments);
    walk->complete &= complete;
    names_free(&arguments.asked);
}

typedef void walk_node(struct walk *walk, const struct scope *scope,
                       const struct node *node);

static walk_node *const walk_kind[] = {
    [MUSTACHE_VARIABLE] = walk_value,  [MUSTACHE_RAW] = walk_value,
    [MUSTACHE_SECTION] = walk_section, [MUSTACHE_INVERTED] = walk_inverted,
    [MUSTACHE_PARTIAL] = walk_partial, [MUSTACHE_PARENT] = walk_partial,
    [MUSTACHE_BLOCK] = walk_block,
};

static void walk_nodes(struct walk *walk, const struct scope *scope,
                       const struct node *from, const struct node *to) {
    if (++walk->depth > MUSTACHE_DEPTH)
        walk->complete = false;
    for (const struct node *node = from;
         node < to && walk->depth <= MUSTACHE_DEPTH && !walk->error->kind;
         node = node_after(scope->template, node)) {
        if (++walk->steps > WALK_STEPS)
            walk->complete = false;
        else if (walk_kind[node->kind])
            walk_kind[node->kind](walk, scope, node);
    }
    walk->depth--;
}

bool mustache_walk(struct mustache *set, const char *name,
                   const struct mustache_provider *provider, struct mustache_node root,
                   const struct mustache_visitor *visitor, struct error *error) {
    struct walk walk = {set, provider, visitor, error, 0, 0, true};
    const struct template *template = mustache_template(set, name, error, error);
    if (!template || !template->file)
        return false;
    struct context context = {NULL, root};
    struct frame frame = {NULL, template};
    struct scope scope = {template, &context, &frame, NULL};
    walk_nodes(&walk, &scope, template->items, template->items + template->count);
    return walk.complete && !error->kind;
}
