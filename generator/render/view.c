#include "render/view.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What a node is: its own few functions. A missing one means no, or nothing. */
struct kind {
    bool (*child)(struct view *view, struct mustache_node node, const char *name,
                  struct mustache_node *child);
    bool (*truthy)(struct view *view, struct mustache_node node);
    bool (*list)(struct mustache_node node, size_t *length);
    struct mustache_node (*item)(struct mustache_node node, size_t index);
    void (*print)(struct view *view, struct mustache_node node, bool raw,
                  struct buffer *out);
    void (*names)(const struct view *view, struct mustache_node node, struct names *names);
};

static void add_name(struct names *names, const char *name) {
    *LIST_ADD(names) = xstrdup(name);
}

static const struct kind root_kind, site_kind, made_kind, page_kind, text_kind, markup_kind,
    table_kind, row_kind, cell_kind, word_kind, count_kind;

static struct mustache_node make(const struct kind *kind, const void *data, size_t index) {
    return (struct mustache_node){.data = data, .more = kind, .index = index};
}

/* site */

static bool site_child(struct view *view, struct mustache_node node, const char *name,
                       struct mustache_node *child) {
    (void)node;
    bool title = !strcmp(name, "title");
    if (!title && strcmp(name, "url"))
        return false;
    *child = make(&text_kind, title ? view->site->title : view->site->url, 0);
    return true;
}

static void site_names(const struct view *view, struct mustache_node node,
                       struct names *names) {
    (void)view, (void)node;
    add_name(names, "title");
    add_name(names, "url");
}

/* made: the pages by name, each of which is true or false; data is struct presence */

static bool made_child(struct view *view, struct mustache_node node, const char *name,
                       struct mustache_node *child) {
    bool known = presence_is_known(view->presence, name);
    if (known)
        *child = make(&page_kind, node.data, presence_is_made(view->presence, name));
    return known;
}

static void made_names(const struct view *view, struct mustache_node node,
                       struct names *names) {
    const struct names *known = &view->presence->known;
    for (size_t i = 0; node.data && i < known->count; i++)
        add_name(names, known->items[i]);
}

static bool page_truthy(struct view *view, struct mustache_node node) {
    return view && node.index;
}

/* a text of the program's own or the owner's: data is the text, NULL is false */

static bool text_truthy(struct view *view, struct mustache_node node) {
    const char *text = node.data;
    (void)view;
    return text && *text;
}

static void text_print(struct view *view, struct mustache_node node, bool raw,
                       struct buffer *out) {
    const char *text = node.data;
    (void)raw;
    if (text)
        print_text(text, strlen(text), view->format, out);
}

/* the body of a content page or a kept desk: data is a buffer of markup */

static bool markup_truthy(struct view *view, struct mustache_node node) {
    const struct buffer *body = node.data;
    (void)view;
    return body->size > 0;
}

static void markup_print(struct view *view, struct mustache_node node, bool raw,
                         struct buffer *out) {
    const struct buffer *body = node.data;
    if (raw)
        buffer_add(out, body->data, body->size);
    else
        print_text(buffer_text(body), body->size, view->format, out);
}

/* a table: data is struct table */

static bool row_child(struct view *view, struct mustache_node node, const char *name,
                      struct mustache_node *child);

static bool table_child(struct view *view, struct mustache_node node, const char *name,
                        struct mustache_node *child) {
    const struct table *table = node.data;
    if (!strcmp(name, "count") || !strcmp(name, "any")) {
        *child = make(&count_kind, table, 0);
        return true;
    }
    return table->count == 1 &&
           row_child(view, make(&row_kind, &table->rows[0], 0), name, child);
}

static bool table_truthy(struct view *view, struct mustache_node node) {
    const struct table *table = node.data;
    (void)view;
    return table->count > 0;
}

static bool table_list(struct mustache_node node, size_t *length) {
    const struct table *table = node.data;
    *length = table->count;
    return true;
}

static struct mustache_node table_item(struct mustache_node node, size_t index) {
    const struct table *table = node.data;
    return make(&row_kind, &table->rows[index], 0);
}

static void row_names(const struct view *view, struct mustache_node node,
                      struct names *names);

static void table_names(const struct view *view, struct mustache_node node,
                        struct names *names) {
    const struct table *table = node.data;
    add_name(names, "count");
    add_name(names, "any");
    if (table->count == 1)
        row_names(view, make(&row_kind, &table->rows[0], 0), names);
}

static void count_print(struct view *view, struct mustache_node node, bool raw,
                        struct buffer *out) {
    const struct table *table = node.data;
    (void)view, (void)raw;
    buffer_printf(out, "%zu", table->count);
}

/* a row: data is struct row */

/* Asked for every tag and every column: the first letter decides most often. */
static bool is_same(const char *a, const char *b) {
    return *a == *b && !strcmp(a, b);
}

static bool row_child(struct view *view, struct mustache_node node, const char *name,
                      struct mustache_node *child) {
    const struct row *row = node.data;
    const struct block *block = row->table->block;
    (void)view;
    for (size_t i = 0; i < block->columns.count; i++)
        if (is_same(block->columns.items[i].name, name)) {
            *child = make(&cell_kind, row, i);
            return true;
        }
    for (size_t i = 0; i < block->child_count; i++)
        if (is_same(block->children[i]->name, name)) {
            *child = make(&table_kind, &row->children[i], 0);
            return true;
        }
    return false;
}

static void row_names(const struct view *view, struct mustache_node node,
                      struct names *names) {
    const struct row *row = node.data;
    const struct block *block = row->table->block;
    (void)view;
    for (size_t i = 0; i < block->columns.count; i++)
        add_name(names, block->columns.items[i].name);
    for (size_t i = 0; i < block->child_count; i++)
        add_name(names, block->children[i]->name);
}

static bool row_truthy(struct view *view, struct mustache_node node) {
    (void)view, (void)node;
    return true;
}

/* a cell: data is its row, index its column */

static const struct cell *cell_of(struct mustache_node node) {
    const struct row *row = node.data;
    return &row->cells[node.index];
}

static bool cell_truthy(struct view *view, struct mustache_node node) {
    (void)view;
    return cell_is_true(cell_of(node));
}

static bool cell_list(struct mustache_node node, size_t *length) {
    const struct cell *cell = cell_of(node);
    *length = cell->kind == CELL_LIST ? json_array_size(cell->list) : 0;
    return cell->kind == CELL_LIST;
}

static struct mustache_node cell_item(struct mustache_node node, size_t index) {
    return make(&word_kind, cell_of(node), index);
}

static void cell_show(struct view *view, struct mustache_node node, bool raw,
                      struct buffer *out) {
    const struct row *row = node.data;
    (void)raw; /* what came from outside is escaped whatever a template says */
    cell_print(&row->table->block->columns.items[node.index], cell_of(node), view->format,
               out);
}

/* a word of a list: data is the cell, index the item */

static void word_print(struct view *view, struct mustache_node node, bool raw,
                       struct buffer *out) {
    const struct cell *cell = node.data;
    const json_t *word = json_array_get(cell->list, node.index);
    (void)raw;
    if (json_is_string(word))
        print_text(json_string_value(word), json_string_length(word), view->format, out);
}

static bool word_truthy(struct view *view, struct mustache_node node) {
    (void)view, (void)node;
    return true;
}

/* the root */

static const struct {
    const char *name;
    size_t offset; /* in struct view */
} root_texts[] = {
    {"edition", offsetof(struct view, edition)},
    {"title", offsetof(struct view, title)},
    {"path", offsetof(struct view, path)},
    {"twin", offsetof(struct view, twin)},
    {"json", offsetof(struct view, json)},
    {"root", offsetof(struct view, root)},
    {"now", offsetof(struct view, now)},
    {"kept_day", offsetof(struct view, kept_day)},
};

static const char *root_text(const struct view *view, size_t index) {
    const void *member = (const char *)view + root_texts[index].offset;
    return *(const char *const *)member;
}

static bool root_child(struct view *view, struct mustache_node node, const char *name,
                       struct mustache_node *child) {
    (void)node;
    for (size_t i = 0; i < view->table_count; i++)
        if (is_same(view->tables[i].block->name, name)) {
            *child = make(&table_kind, &view->tables[i], 0);
            return true;
        }
    for (size_t i = 0; i < COUNT_OF(root_texts); i++)
        if (is_same(root_texts[i].name, name)) {
            *child = make(&text_kind, root_text(view, i), 0);
            return true;
        }
    if (!strcmp(name, "site"))
        *child = make(&site_kind, view, 0);
    else if (!strcmp(name, "made"))
        *child = make(&made_kind, view->presence, 0);
    else if (!strcmp(name, "body") && view->body)
        *child = make(&markup_kind, view->body, 0);
    else if (!view->unknown) /* the root is asked last */
        view->unknown = xstrdup(name);
    return child->more != NULL;
}

static void root_names(const struct view *view, struct mustache_node node,
                       struct names *names) {
    (void)node;
    for (size_t i = 0; i < view->table_count; i++)
        add_name(names, view->tables[i].block->name);
    for (size_t i = 0; i < COUNT_OF(root_texts); i++)
        add_name(names, root_texts[i].name);
    add_name(names, "site");
    add_name(names, "made");
    if (view->body)
        add_name(names, "body");
}

static const struct kind root_kind = {
    .child = root_child, .truthy = row_truthy, .names = root_names};
static const struct kind site_kind = {
    .child = site_child, .truthy = row_truthy, .names = site_names};
static const struct kind made_kind = {
    .child = made_child, .truthy = row_truthy, .names = made_names};
static const struct kind page_kind = {.truthy = page_truthy};
static const struct kind text_kind = {.truthy = text_truthy, .print = text_print};
static const struct kind markup_kind = {.truthy = markup_truthy, .print = markup_print};
static const struct kind table_kind = {.child = table_child,
                                       .truthy = table_truthy,
                                       .list = table_list,
                                       .item = table_item,
                                       .names = table_names};
static const struct kind row_kind = {
    .child = row_child, .truthy = row_truthy, .names = row_names};
static const struct kind cell_kind = {
    .truthy = cell_truthy, .list = cell_list, .item = cell_item, .print = cell_show};
static const struct kind word_kind = {.truthy = word_truthy, .print = word_print};
static const struct kind count_kind = {.truthy = table_truthy, .print = count_print};

/* the provider's side */

static const struct kind *kind_of(struct mustache_node node) {
    return node.more;
}

static bool view_child(void *owner, struct mustache_node node, const char *name,
                       struct mustache_node *child) {
    *child = (struct mustache_node){0};
    return kind_of(node)->child && kind_of(node)->child(owner, node, name, child);
}

static bool view_truthy(void *owner, struct mustache_node node) {
    return kind_of(node)->truthy(owner, node);
}

static bool view_list(void *owner, struct mustache_node node, size_t *length) {
    (void)owner;
    return kind_of(node)->list && kind_of(node)->list(node, length);
}

static struct mustache_node view_item(void *owner, struct mustache_node node,
                                      size_t index) {
    (void)owner;
    return kind_of(node)->item(node, index);
}

static void view_print(void *owner, struct mustache_node node, bool raw,
                       struct buffer *out) {
    if (kind_of(node)->print)
        kind_of(node)->print(owner, node, raw, out);
}

struct mustache_provider view_provider(struct view *view) {
    return (struct mustache_provider){.owner = view,
                                      .child = view_child,
                                      .truthy = view_truthy,
                                      .list = view_list,
                                      .item = view_item,
                                      .print = view_print};
}

struct mustache_node view_root(struct view *view) {
    return make(&root_kind, view, 0);
}

bool view_render(struct view *view, const struct templates *templates, const char *name,
                 const char *origin, struct buffer *out, struct error *error) {
    struct mustache_provider provider = view_provider(view);
    bool ok = mustache_render(templates->set, name, &provider, view_root(view), out, error);
    if (ok && view->unknown)
        ok = error_at(error, origin, 0, 0,
                      "templates/%s.%s: the tag '%s' names nothing: no statement and no "
                      "column of this page, and nothing that every page has",
                      name, format_name(view->format), view->unknown);
    free(view->unknown);
    view->unknown = NULL;
    return ok;
}

void view_names(const struct view *view, struct mustache_node node, struct names *names) {
    if (kind_of(node)->names)
        kind_of(node)->names(view, node, names);
}

struct view_subject view_subject(struct mustache_node node) {
    const struct kind *kind = kind_of(node);
    struct view_subject subject = {.printable = kind->print != NULL};
    const struct row *row = node.data;
    const struct table *table = node.data;
    if (kind == &row_kind || kind == &cell_kind)
        table = row->table;
    else if (kind != &table_kind && kind != &count_kind)
        return subject;
    subject.block = table->block;
    if (kind == &cell_kind)
        subject.column = &table->block->columns.items[node.index];
    return subject;
}
