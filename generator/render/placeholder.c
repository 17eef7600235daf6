#include "render/placeholder.h"

#include "render/html_scan.h"

#include <cmark-gfm.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 7 };

void placeholder_write(const char *key, size_t index, struct buffer *out) {
    buffer_printf(out, "v%sn%zu%c", key, index, PLACE_BLOCK);
}

static bool read_one(const char *at, struct placeholder *found) {
    static const char places[] = "tpxcbaimwhn";
    const size_t key = PLACEHOLDER_KEY_SIZE - 1;
    if (*at != 'v' || strspn(at + 1, "0123456789abcdef") < key || at[1 + key] != 'n')
        return false;
    const char *number = at + 1 + key + 1;
    size_t digits = strspn(number, "0123456789");
    if (!digits || digits > MOST_DIGITS || !number[digits] ||
        !strchr(places, number[digits]))
        return false;
    memcpy(found->key, at + 1, key);
    found->key[key] = '\0';
    found->index = strtoul(number, NULL, 10);
    found->place = (enum placeholder_place)number[digits];
    found->size = (size_t)(number + digits + 1 - at);
    return true;
}

const char *placeholder_find(const char *text, struct placeholder *found) {
    for (; (text = strchr(text, 'v')); text++)
        if (read_one(text, found))
            return text;
    return NULL;
}

/* TEXT, new, with its placeholders in the place FIRST where it begins with one, else
 * OTHERS; NULL where it has none. */
static char *with_places(const char *text, enum placeholder_place first,
                         enum placeholder_place others) {
    struct placeholder one;
    if (!text || !placeholder_find(text, &one))
        return NULL;
    char *copy = xstrdup(text), *at = copy;
    while ((at = (char *)placeholder_find(at, &one))) {
        at += one.size;
        at[-1] = (char)(at == copy + one.size ? first : others);
    }
    return copy;
}

static void mark_literal(cmark_node *node, enum placeholder_place place) {
    char *marked = with_places(cmark_node_get_literal(node), place, place);
    if (marked)
        cmark_node_set_literal(node, marked);
    free(marked);
}

static bool is_of(cmark_node *node, const char *type) {
    return !strcmp(cmark_node_get_type_string(node), type);
}

static bool is_all_of(cmark_node *node, cmark_node *parent) {
    struct placeholder one;
    const char *text = cmark_node_get_literal(node);
    return cmark_node_first_child(parent) == node && !cmark_node_next(node) &&
           placeholder_find(text, &one) == text && !text[one.size];
}

static void mark_text(cmark_node *node) {
    cmark_node *parent = cmark_node_parent(node);
    enum placeholder_place place = PLACE_TEXT;
    if (is_all_of(node, parent) && is_of(parent, "paragraph"))
        place = PLACE_ALONE;
    else if (is_all_of(node, parent) && is_of(parent, "table_cell"))
        place = PLACE_CELL;
    for (cmark_node *above = parent; above; above = cmark_node_parent(above))
        if (is_of(above, "image"))
            place = PLACE_IMAGE;
    mark_literal(node, place);
}

static void mark_code(cmark_node *node) {
    mark_literal(node, PLACE_CODE);
}

static void mark_block(cmark_node *node) {
    char *info = with_places(cmark_node_get_fence_info(node), PLACE_NONE, PLACE_NONE);
    if (info)
        cmark_node_set_fence_info(node, info);
    free(info);
    mark_literal(node, PLACE_BLOCK);
}

static void mark_address(cmark_node *node) {
    enum placeholder_place first = is_of(node, "link") ? PLACE_ADDRESS : PLACE_INSIDE;
    char *url = with_places(cmark_node_get_url(node), first, PLACE_INSIDE);
    char *title = with_places(cmark_node_get_title(node), PLACE_WORDS, PLACE_WORDS);
    if (url)
        cmark_node_set_url(node, url);
    if (title)
        cmark_node_set_title(node, title);
    free(url);
    free(title);
}

static void mark_html(cmark_node *node) {
    static const enum placeholder_place places[] = {[HTML_TEXT] = PLACE_HTML,
                                                    [HTML_WORDS] = PLACE_WORDS,
                                                    [HTML_ADDRESS] = PLACE_ADDRESS,
                                                    [HTML_INSIDE] = PLACE_INSIDE,
                                                    [HTML_OTHER] = PLACE_NONE};
    struct html_scan scan = {0};
    struct placeholder one;
    char *copy = xstrdup(cmark_node_get_literal(node));
    const char *next = placeholder_find(copy, &one);
    for (char *at = copy; *at && next; at++) {
        if (at == next) {
            at[one.size - 1] = (char)places[html_scan_point(&scan)];
            next = placeholder_find(at + one.size, &one);
        }
        html_scan_step(&scan, at);
    }
    cmark_node_set_literal(node, copy);
    free(copy);
}

void placeholder_mark(cmark_node *tree) {
    static const struct {
        const char *type;
        void (*mark)(cmark_node *node);
    } marks[] = {{"text", mark_text},        {"code", mark_code},
                 {"code_block", mark_block}, {"link", mark_address},
                 {"image", mark_address},    {"html_block", mark_html},
                 {"html_inline", mark_html}};
    cmark_iter *iterator = cmark_iter_new(tree);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        for (size_t i = 0; event == CMARK_EVENT_ENTER && i < COUNT_OF(marks); i++)
            if (is_of(node, marks[i].type))
                marks[i].mark(node);
    }
    cmark_iter_free(iterator);
}
