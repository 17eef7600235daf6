#include "render/markdown.h"

#include "base/base.h"
#include "render/escape.h"
#include "render/html_scan.h"
#include "render/markdown_anchor.h"
#include "render/markdown_tree.h"
#include "render/mention.h"
#include "render/placeholder.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* One walk over the tree. A rule may free its node, which the iterator has left already. */
struct walk {
    enum markdown_trust trust;
    int links, images; /* how many of them the current node is inside of */
    size_t addresses;  /* bytes of those that were asked for, and of their titles */
    struct buffer scratch;
};

typedef void (*node_rule)(struct walk *walk, cmark_node *node);

/* By the name of the node's type, since extensions draw their numbers at run time. A node
 * without children is entered, but never left. */
struct rule {
    const char *type;
    node_rule enter, leave;
};

/* Every line end becomes a newline. */
static void add_visible(struct buffer *out, const char *text, size_t size) {
    const char *end = text + size;
    for (const char *at; (at = memchr(text, '\r', (size_t)(end - text))); text = at + 1) {
        escape_visible(text, (size_t)(at - text), out);
        buffer_add_text(out, at + 1 < end && at[1] == '\n' ? "" : "\n");
    }
    escape_visible(text, (size_t)(end - text), out);
}

static const char *visible(struct walk *walk, const char *text) {
    buffer_clear(&walk->scratch);
    add_visible(&walk->scratch, text, strlen(text));
    return buffer_text(&walk->scratch);
}

static const char *visible_line(struct walk *walk, const char *text) {
    visible(walk, text);
    for (char *at = walk->scratch.data; at && (at = strpbrk(at, "\t\n"));)
        *at = ' ';
    return buffer_text(&walk->scratch);
}

enum address { REFUSED, WEB, OTHER, RELATIVE };

/* A few letters can repeat the address of a definition: more than this no text needs. */
enum { MOST_ADDRESSES = 1024 * 1024 };

/* Browsers drop tabs and newlines inside an address and take '\' for '/', so that such a
 * one may lead elsewhere than it seems to (url.spec.whatwg.org, "basic URL parser"). */
static enum address address_kind(struct walk *walk, const char *url) {
    if (strpbrk(url, "\t\r\n\\") || strcmp(visible(walk, url), url))
        return REFUSED;
    if (!strncasecmp(url, "https://", 8) || !strncasecmp(url, "http://", 7))
        return strchr("/?# ", url[strcspn(url, ":") + 3]) ? REFUSED : WEB;
    if (*url == '#' || (!strncasecmp(url, "mailto:", 7) && strchr(url, '@')))
        return OTHER;
    bool relative = *url && strncmp(url, "//", 2) && url[strcspn(url, ":/?#")] != ':';
    return relative && walk->trust & MARKDOWN_TRUSTED ? RELATIVE : REFUSED;
}

/* Percent-encodes what RFC 3986 does not allow, so that no address can end the markup that
 * it stands in. */
static const char *encoded(struct walk *walk, const char *url) {
    buffer_clear(&walk->scratch);
    for (; *url; url++) {
        unsigned char c = (unsigned char)*url;
        if (c < 0x80 && (isalnum(c) || strchr("-._~:/?#@!$&'()*+,;=%", c)))
            buffer_add_char(&walk->scratch, *url);
        else
            buffer_printf(&walk->scratch, "%%%02X", c);
    }
    return buffer_text(&walk->scratch);
}

static cmark_node *new_node(cmark_node_type type, const char *literal) {
    cmark_node *node = cmark_node_new(type);
    cmark_node_set_literal(node, literal);
    return node;
}

static void replace(cmark_node *old, cmark_node *with) {
    cmark_node_replace(old, with);
    cmark_node_free(old);
}

static void lower_heading(struct walk *walk, cmark_node *node) {
    int level = cmark_node_get_heading_level(node) + 2;
    if (walk->trust == MARKDOWN_UNTRUSTED)
        cmark_node_set_heading_level(node, level < 6 ? level : 6);
}

static void show_literal(struct walk *walk, cmark_node *node) {
    cmark_node_set_literal(node, visible(walk, cmark_node_get_literal(node)));
}

/* A comment within a reference keeps it from being one, as on GitHub: it still parts the
 * text here. */
static void show_text(struct walk *walk, cmark_node *node) {
    struct buffer marked = {0};
    show_literal(walk, node);
    if (walk->links || walk->images)
        return;
    mention_mark(buffer_text(&walk->scratch), walk->scratch.size, &marked);
    cmark_node_set_literal(node, buffer_text(&marked));
    buffer_free(&marked);
}

/* A language's name is all that an info string may carry: in a Markdown output anything
 * else could close the fence. With none, code would be written indented, and could be taken
 * for a part of the list before it. */
static void show_code_block(struct walk *walk, cmark_node *node) {
    show_literal(walk, node);
    const char *info = cmark_node_get_fence_info(node);
    size_t length = strspn(info, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                 "0123456789+#._-");
    char *language = xstrndup(info, length < 40 ? length : 0);
    cmark_node_set_fence_info(node, *language ? language : "text");
    free(language);
}

/* Of the owner's HTML, where the site says so, what does not reach beyond its own end. */
static bool keeps_html(struct walk *walk, cmark_node *node) {
    bool keeps =
        walk->trust & MARKDOWN_WITH_HTML && html_is_whole(cmark_node_get_literal(node));
    if (keeps)
        show_literal(walk, node);
    return keeps;
}

static void show_html_block(struct walk *walk, cmark_node *node) {
    if (keeps_html(walk, node))
        return;
    char *rest = html_without_comments(cmark_node_get_literal(node));
    cmark_node *code = new_node(CMARK_NODE_CODE_BLOCK, visible(walk, rest));
    cmark_node_set_fence_info(code, "html");
    if (rest[strspn(rest, " \t\r\n")])
        cmark_node_insert_before(node, code);
    else
        cmark_node_free(code);
    cmark_node_free(node);
    free(rest);
}

static void show_html_inline(struct walk *walk, cmark_node *node) {
    const char *literal = cmark_node_get_literal(node);
    if (keeps_html(walk, node))
        return;
    if (text_starts_with(literal, "<!--"))
        cmark_node_free(node);
    else
        replace(node, new_node(CMARK_NODE_CODE, visible_line(walk, literal)));
}

/* The text of everything below NODE, without markup, in the scratch buffer. */
static const char *text_of(struct walk *walk, cmark_node *node) {
    buffer_clear(&walk->scratch);
    cmark_iter *iterator = cmark_iter_new(node);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *inner = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(inner);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buffer_add_text(&walk->scratch, cmark_node_get_literal(inner));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buffer_add_char(&walk->scratch, ' ');
    }
    cmark_iter_free(iterator);
    return buffer_text(&walk->scratch);
}

static void enter_link(struct walk *walk, cmark_node *node) {
    (void)node;
    walk->links++;
}

static enum address kind_of(struct walk *walk, cmark_node *node) {
    const char *url = cmark_node_get_url(node);
    walk->addresses += strlen(url) + strlen(cmark_node_get_title(node));
    return walk->addresses > MOST_ADDRESSES ? REFUSED : address_kind(walk, url);
}

static void set_address(struct walk *walk, cmark_node *node) {
    cmark_node_set_url(node, encoded(walk, cmark_node_get_url(node)));
    cmark_node_set_title(node, visible_line(walk, cmark_node_get_title(node)));
}

/* The text of a refused link stays; where it is the address itself, then as code, since a
 * reader of the Markdown would make a link of it again. */
static void leave_link(struct walk *walk, cmark_node *node) {
    bool nested = --walk->links > 0;
    if (!nested && kind_of(walk, node) != REFUSED) {
        set_address(walk, node);
        const char *url = cmark_node_get_url(node);
        if (!cmark_node_first_child(node))
            cmark_node_append_child(node, new_node(CMARK_NODE_TEXT, url));
        return;
    }
    const char *text = text_of(walk, node);
    if (*text && text_ends_with(cmark_node_get_url(node), text))
        replace(node, new_node(CMARK_NODE_CODE, text));
    else
        markdown_tree_unwrap(node);
}

static void enter_image(struct walk *walk, cmark_node *node) {
    (void)node;
    walk->images++;
}

static void add_last_segment(struct buffer *out, const char *url) {
    size_t end = strcspn(url, "?#"), start = end;
    while (start && url[start - 1] != '/')
        start--;
    buffer_add(out, url + start, end - start);
    if (start == end)
        buffer_add_text(out, url);
}

/* A reader's browser must not be sent to other hosts: an image becomes a link to it. */
static void leave_image(struct walk *walk, cmark_node *node) {
    enum address kind = kind_of(walk, node);
    walk->images--;
    if (kind != REFUSED)
        set_address(walk, node);
    if (kind == RELATIVE)
        return;
    const char *url = cmark_node_get_url(node);
    if (!*text_of(walk, node) && kind == WEB)
        add_last_segment(&walk->scratch, url);
    cmark_node *shown = new_node(CMARK_NODE_TEXT, buffer_text(&walk->scratch));
    if (kind == WEB && !walk->links) {
        cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
        cmark_node_set_url(link, url);
        cmark_node_set_title(link, cmark_node_get_title(node));
        cmark_node_append_child(link, shown);
        shown = link;
    }
    replace(node, shown);
}

static const struct rule safe_rules[] = {{"heading", lower_heading, NULL},
                                         {"text", show_text, NULL},
                                         {"code", show_literal, NULL},
                                         {"code_block", show_code_block, NULL},
                                         {"html_block", show_html_block, NULL},
                                         {"html_inline", show_html_inline, NULL},
                                         {"link", enter_link, leave_link},
                                         {"image", enter_image, leave_image},
                                         {NULL, NULL, NULL}};

/* Between a list and another one or code the writer puts an HTML comment; between two runs
 * of code nothing, so that their ticks would join. */
static void part(struct walk *walk, cmark_node *node) {
    (void)walk;
    markdown_tree_cut_list(node);
    cmark_node_type before = cmark_node_get_type(cmark_node_previous(node));
    if (before == CMARK_NODE_LIST)
        cmark_node_insert_before(node, cmark_node_new(CMARK_NODE_PARAGRAPH));
    if (before == CMARK_NODE_CODE)
        cmark_node_insert_before(node, new_node(CMARK_NODE_TEXT, " "));
}

/* The writer gives up the number of an ordered task, and nests what follows a task. */
static void write_task(struct walk *walk, cmark_node *node) {
    (void)walk;
    bool done = cmark_gfm_extensions_get_tasklist_item_checked(node);
    cmark_node_set_syntax_extension(node, NULL);
    if (cmark_node_get_type(cmark_node_first_child(node)) != CMARK_NODE_PARAGRAPH)
        cmark_node_prepend_child(node, cmark_node_new(CMARK_NODE_PARAGRAPH));
    cmark_node *box = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(box, done ? "[x] " : "[ ] ");
    cmark_node_prepend_child(cmark_node_first_child(node), box);
}

/* Inside of a struck run the writer forgets to escape the bars that would end a cell. */
static void free_bars(struct walk *walk, cmark_node *node) {
    if (strchr(text_of(walk, node), '|'))
        markdown_tree_unwrap(node);
}

static const struct rule twin_rules[] = {{"list", part, NULL},
                                         {"code_block", part, NULL},
                                         {"code", part, NULL},
                                         {"tasklist", write_task, NULL},
                                         {"strikethrough", NULL, free_bars},
                                         {NULL, NULL, NULL}};

static void apply(const struct rule *rules, struct walk *walk, cmark_node *tree) {
    cmark_iter *iterator = cmark_iter_new(tree);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        const struct rule *rule = rules;
        while (rule->type && strcmp(rule->type, cmark_node_get_type_string(node)) != 0)
            rule++;
        node_rule chosen = event == CMARK_EVENT_ENTER ? rule->enter : rule->leave;
        if (chosen)
            chosen(walk, node);
    }
    cmark_iter_free(iterator);
}

/* Only cmark writes "<a href" here: in text and attributes it escapes every '<'. */
static void add_html(struct buffer *html, const char *made, enum markdown_trust trust) {
    for (const char *link;
         trust == MARKDOWN_UNTRUSTED && (link = strstr(made, "<a href="));) {
        buffer_add(html, made, (size_t)(link - made));
        buffer_add_text(html, "<a rel=\"nofollow noopener\" ");
        made = link + strlen("<a ");
    }
    buffer_add_text(html, made);
}

/* A reader may make links of bare addresses in the text, which do no harm. */
static bool is_safe(struct walk *walk, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    const char *url = cmark_node_get_url(node);
    if (type == CMARK_NODE_LINK)
        return !strncmp(url, "http", 4) || address_kind(walk, url) != REFUSED;
    if (type == CMARK_NODE_IMAGE)
        return address_kind(walk, url) == RELATIVE;
    return walk->trust & MARKDOWN_WITH_HTML ||
           (type != CMARK_NODE_HTML_BLOCK && type != CMARK_NODE_HTML_INLINE);
}

/* Gives LITERAL to cmark as a node of TYPE, which takes no parsing and little memory. */
static void add_node(struct buffer *out, cmark_node_type type, const char *literal) {
    cmark_node *node = new_node(type, literal);
    cmark_node_set_fence_info(node, "text");
    char *made = type == CMARK_NODE_TEXT
                     ? cmark_render_html(node, CMARK_OPT_DEFAULT, NULL)
                     : cmark_render_commonmark(node, CMARK_OPT_DEFAULT, 0);
    buffer_add_text(out, made);
    free(made);
    cmark_node_free(node);
}

/* The second lock: what a reader will parse out of the Markdown that was written, tables
 * included. */
static bool twin_is_safe(struct walk *walk, const char *markdown) {
    bool safe;
    cmark_node *tree = markdown_tree(markdown, strlen(markdown), &safe);
    cmark_iter *iterator = cmark_iter_new(tree);
    while (safe && cmark_iter_next(iterator) != CMARK_EVENT_DONE)
        safe = is_safe(walk, cmark_iter_get_node(iterator));
    cmark_iter_free(iterator);
    cmark_node_free(tree);
    return safe;
}

void markdown_plain(const char *text, size_t size, struct buffer *html, struct buffer *md) {
    struct buffer shown = {0};
    add_visible(&shown, text, size);
    buffer_add_text(html, "<pre class=\"plain\">");
    add_node(html, CMARK_NODE_TEXT, buffer_text(&shown));
    buffer_add_text(html, "</pre>\n");
    add_node(md, CMARK_NODE_CODE_BLOCK, buffer_text(&shown));
    buffer_free(&shown);
}

void markdown_render(const char *text, size_t size, enum markdown_trust trust,
                     struct buffer *html, struct buffer *md) {
    struct walk walk = {.trust = trust};
    cmark_node *tree = markdown_tree(text, size, NULL);
    apply(safe_rules, &walk, tree);
    cmark_consolidate_text_nodes(tree);
    if (trust & MARKDOWN_WITH_PLACEHOLDERS)
        placeholder_mark(tree);
    bool with_html = trust & MARKDOWN_WITH_HTML;
    char *made =
        cmark_render_html(tree, with_html ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT, NULL);
    if (trust == MARKDOWN_UNTRUSTED || with_html)
        add_html(html, made, trust);
    else
        markdown_anchors(tree, made, html);
    free(made);
    apply(twin_rules, &walk, tree);
    made = cmark_render_commonmark(tree, CMARK_OPT_DEFAULT, 0);
    if (twin_is_safe(&walk, made))
        buffer_add_text(md, made);
    else
        markdown_plain(text, size, &walk.scratch, md);
    free(made);
    cmark_node_free(tree);
    buffer_free(&walk.scratch);
}
