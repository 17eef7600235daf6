#include "render/markdown_anchor.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The marks of references (mention.h) are no part of the text. */
static bool is_mark(const char *text) {
    return !strncmp(text, "\xC2\x96", 2) || !strncmp(text, "\xC2\x97", 2);
}

/* Bytes beyond ASCII stay as they are: letters of other scripts mostly. */
static void add_slug(const char *text, struct buffer *slug) {
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (is_mark(text))
            text++;
        else if (c == ' ')
            buffer_add_char(slug, '-');
        else if (c >= 0x80 || isalnum(c) || c == '-' || c == '_')
            buffer_add_char(slug, (char)tolower(c));
    }
}

/* The text of everything in HEADING. */
static char *slug_of(cmark_node *heading) {
    struct buffer slug = {0};
    cmark_iter *iterator = cmark_iter_new(heading);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        bool enters = cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER;
        if (enters && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
            add_slug(cmark_node_get_literal(node), &slug);
        else if (enters && (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK))
            buffer_add_char(&slug, '-');
    }
    cmark_iter_free(iterator);
    if (!slug.size)
        buffer_add_text(&slug, "section");
    return buffer_take(&slug);
}

static bool has(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

static void add_unique(struct names *names, cmark_node *heading) {
    char *slug = slug_of(heading), *id = xstrdup(slug);
    for (int nth = 1; has(names, id); nth++) {
        free(id);
        id = xasprintf("%s-%d", slug, nth);
    }
    *LIST_ADD(names) = id;
    free(slug);
}

static void find_anchors(cmark_node *tree, struct names *names) {
    cmark_iter *iterator = cmark_iter_new(tree);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER &&
            cmark_node_get_type(node) == CMARK_NODE_HEADING)
            add_unique(names, node);
    }
    cmark_iter_free(iterator);
}

/* "<h1>" to "<h6>": text has no bare '<'. */
static bool is_heading(const char *tag) {
    return tag[1] == 'h' && tag[2] >= '1' && tag[2] <= '6' && tag[3] == '>';
}

void markdown_anchors(cmark_node *tree, const char *html, struct buffer *out) {
    struct names ids = {0};
    size_t next = 0;
    find_anchors(tree, &ids);
    for (const char *tag; (tag = strchr(html, '<')); html = tag + 1) {
        buffer_add(out, html, (size_t)(tag - html));
        if (!is_heading(tag) || next == ids.count) {
            buffer_add_char(out, '<');
            continue;
        }
        buffer_printf(out, "<h%c id=\"%s\"", tag[2], ids.items[next++]);
        tag += strlen("<h1") - 1;
    }
    buffer_add_text(out, html);
    names_free(&ids);
}
