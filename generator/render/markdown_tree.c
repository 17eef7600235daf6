#include "render/markdown_tree.h"

#include "base/base.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

enum {
    MOST_DEPTH = 100,    /* of nodes in nodes: 100 quotes, 50 lists */
    MOST_COLUMNS = 500,  /* cmark looks for each cell's column from the first on */
    MOST_CELLS = 100000, /* of a text: cmark fills up short rows */
    MOST_CLOSING = 1000, /* ')' in a word: cmark counts anew for each at an address's end */
    MOST_ITEMS = 1000
};

/* What a text could become, at most. */
struct shape {
    size_t columns; /* of the widest table that may go on here */
    size_t widest, cells;
    size_t closing; /* in the fullest word */
};

static bool consists_of(const char *line, size_t length, const char *characters) {
    for (size_t i = 0; i < length; i++)
        if (!line[i] || !strchr(characters, line[i]))
            return false;
    return true;
}

static size_t occurrences(const char *line, size_t length, char wanted) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += line[i] == wanted;
    return count;
}

static void add_closing(struct shape *shape, const char *line, size_t length) {
    size_t closing = 0;
    for (size_t i = 0; i < length; i++) {
        closing = line[i] == ' ' || line[i] == '\t' ? 0 : closing + (line[i] == ')');
        shape->closing = closing > shape->closing ? closing : shape->closing;
    }
}

/* A table begins at its row of hyphens, which may stand in quotes and lists, and ends at
 * the next blank line if not before (github.github.com/gfm, "Tables"). */
static void add_line(struct shape *shape, const char *line, size_t length) {
    if (consists_of(line, length, " \t>"))
        shape->columns = 0;
    else if (consists_of(line, length, " \t\v\f|:->*+0123456789.)")) {
        size_t columns = occurrences(line, length, '|') + 1;
        shape->columns = columns > shape->columns ? columns : shape->columns;
    }
    shape->widest = shape->columns > shape->widest ? shape->columns : shape->widest;
    shape->cells += shape->columns;
    add_closing(shape, line, length);
}

static struct shape shape_of(const char *text, size_t size) {
    struct shape shape = {0};
    for (size_t start = 0, end; start < size; start = end + 1) {
        for (end = start; end < size && text[end] != '\n' && text[end] != '\r';)
            end++;
        add_line(&shape, text + start, end - start);
    }
    return shape;
}

static void attach(cmark_parser *parser, const char *extension) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
}

static bool can_nest(cmark_node *node) {
    static const char *const nesting[] = {"block_quote", "list",          "emph",
                                          "strong",      "strikethrough", "image"};
    const char *type = cmark_node_get_type_string(node);
    for (size_t i = 0; i < COUNT_OF(nesting); i++)
        if (!strcmp(type, nesting[i]))
            return true;
    return false;
}

static void lift_children(cmark_node *node, cmark_node *place) {
    for (cmark_node *child; (child = cmark_node_first_child(node));)
        if (!cmark_node_insert_before(place, child))
            cmark_node_free(child);
}

/* Puts what NODE holds, of a list what its items hold, in its place, and gives the first of
 * that. NULL where there is nothing in it. */
static cmark_node *lift(cmark_node *node) {
    cmark_node *before = cmark_node_previous(node), *parent = cmark_node_parent(node);
    if (cmark_node_get_type(node) == CMARK_NODE_LIST)
        for (cmark_node *item = cmark_node_first_child(node); item;
             item = cmark_node_next(item))
            lift_children(item, node);
    else
        lift_children(node, node);
    cmark_node *first = before ? cmark_node_next(before) : cmark_node_first_child(parent);
    if (first == node)
        return NULL;
    cmark_node_free(node);
    return first;
}

/* From above, so that each node is lifted once. */
static void flatten(cmark_node *tree) {
    int depth = 0;
    for (cmark_node *node = tree, *next; node; node = next) {
        next = depth > MOST_DEPTH && can_nest(node) ? lift(node) : NULL;
        if (next)
            continue;
        next = cmark_node_first_child(node);
        depth += next != NULL;
        for (; !next && node != tree; node = cmark_node_parent(node)) {
            next = cmark_node_next(node);
            depth -= !next;
        }
        if (node == tree && !next)
            return;
    }
}

cmark_node *markdown_tree(const char *text, size_t size, bool *with_tables) {
    struct shape shape = shape_of(text, size);
    bool tables = shape.widest <= MOST_COLUMNS && shape.cells <= MOST_CELLS;
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
    if (tables)
        attach(parser, "table");
    attach(parser, "strikethrough");
    if (shape.closing <= MOST_CLOSING)
        attach(parser, "autolink");
    attach(parser, "tasklist");
    cmark_parser_feed(parser, text, size);
    cmark_node *tree = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    flatten(tree);
    if (with_tables)
        *with_tables = tables;
    return tree;
}

void markdown_tree_cut_list(cmark_node *node) {
    cmark_node *item = cmark_node_first_child(node), *next;
    for (int i = 0; item && i < MOST_ITEMS; i++)
        item = cmark_node_next(item);
    if (!item || cmark_node_get_list_type(node) != CMARK_ORDERED_LIST)
        return;
    cmark_node *rest = cmark_node_new(CMARK_NODE_LIST);
    cmark_node_set_list_type(rest, CMARK_ORDERED_LIST);
    cmark_node_set_list_delim(rest, cmark_node_get_list_delim(node));
    cmark_node_set_list_start(rest, cmark_node_get_list_start(node) + MOST_ITEMS);
    cmark_node_set_list_tight(rest, cmark_node_get_list_tight(node));
    cmark_node_insert_after(node, rest);
    for (; item; item = next) {
        next = cmark_node_next(item);
        cmark_node_append_child(rest, item);
    }
}

void markdown_tree_unwrap(cmark_node *node) {
    for (cmark_node *child; (child = cmark_node_first_child(node));)
        if (!cmark_node_insert_before(node, child))
            cmark_node_free(child);
    cmark_node_free(node);
}
