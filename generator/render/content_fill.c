#include "render/content.h"

#include "render/html_scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A placeholder that is filled. */
struct filling {
    const struct content_draft *draft;
    const struct view *view;
    struct mustache_node node;
    const char *next; /* what stands behind it */
    struct buffer *out;
};

/* values */

static void print_as(const struct filling *filling, enum format format,
                     struct buffer *value) {
    struct view view = *filling->view;
    view.format = format;
    struct mustache_provider provider = view_provider(&view);
    provider.print(&view, filling->node, false, value);
}

/* In one line, without markup, and without what isolates it: that is written anew. */
static void print_words(const struct filling *filling, struct buffer *words) {
    struct buffer value = {0};
    print_as(filling, FORMAT_TXT, &value);
    for (const char *c = buffer_text(&value); *c; c++)
        if (text_starts_with(c, "\xE2\x81\xA8") || text_starts_with(c, "\xE2\x81\xA9"))
            c += 2; /* U+2068 and U+2069, of escape_isolated() */
        else
            buffer_add_char(words, *c == '\n' || *c == '\t' ? ' ' : *c);
    buffer_free(&value);
}

/* Whether the value may be more than a line holds: a document, a large chart, a graph. */
static bool is_block(const struct filling *filling) {
    const struct column *column = view_subject(filling->node).column;
    return column &&
           (column_is_markdown(column) ||
            (column->type->json == JSON_AS_DATA && column->type->chart != CHART_SPARKLINE &&
             column->type->chart != CHART_GAUGE));
}

static bool is_address(const struct filling *filling) {
    const struct column *column = view_subject(filling->node).column;
    return column && !strcmp(column->type->name, "url");
}

/* What no format that an owner writes in takes for markup. */
static void add_references(const char *text, struct buffer *out) {
    for (; *text; text++)
        if (ispunct((unsigned char)*text))
            buffer_printf(out, "&#%d;", *text);
        else
            buffer_add_char(out, *text);
}

static void fill_words(struct filling *filling) {
    struct buffer words = {0};
    print_words(filling, &words);
    add_references(buffer_text(&words), filling->out);
    buffer_free(&words);
}

static void fill_nothing(struct filling *filling) {
    (void)filling;
}

/* addresses */

#define PATH "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"

/* A path stays one: what could make it a scheme, a host or a query is percent-encoded
 * (https://www.rfc-editor.org/rfc/rfc3986#section-3.3). */
static void add_path(const char *text, struct buffer *out) {
    if (*text == '/')
        buffer_add_text(out, "%2F");
    for (text += *text == '/'; *text; text++)
        if (strchr(PATH, *text))
            buffer_add_char(out, *text);
        else
            buffer_printf(out, "%%%02X", (unsigned char)*text);
}

static void fill_inside(struct filling *filling) {
    struct buffer words = {0};
    print_words(filling, &words);
    add_path(buffer_text(&words), filling->out);
    buffer_free(&words);
}

/* What the engine makes of names has no other characters. */
static bool is_path(const char *text) {
    return *text != '/' && !text[strspn(text, PATH)];
}

/* In Markdown, too, an address may have HTML's references of characters. */
static void fill_address(struct filling *filling) {
    struct buffer words = {0};
    const char *site = filling->view->site->url;
    print_words(filling, &words);
    const char *text = buffer_text(&words);
    if (is_address(filling) && *text)
        print_as(filling, FORMAT_HTML, filling->out);
    else if (site && !strcmp(text, site))
        escape(FORMAT_HTML, site, strlen(site), filling->out);
    else if (!is_address(filling) && is_path(text))
        add_path(text, filling->out);
    else
        buffer_add_char(filling->out, '#');
    buffer_free(&words);
}

/* HTML */

static void fill_html_words(struct filling *filling) {
    struct buffer words = {0};
    print_words(filling, &words);
    print_text(buffer_text(&words), words.size, FORMAT_HTML, filling->out);
    buffer_free(&words);
}

static void fill_html(struct filling *filling) {
    if (is_block(filling))
        fill_html_words(filling);
    else
        print_as(filling, FORMAT_HTML, filling->out);
}

static void fill_html_whole(struct filling *filling) {
    print_as(filling, FORMAT_HTML, filling->out);
}

static bool ends_with(const struct buffer *buffer, const char *text) {
    size_t size = strlen(text);
    return buffer->size >= size && !memcmp(buffer->data + buffer->size - size, text, size);
}

/* A heading's id (markdown_anchor.h) is made of its text. */
static void fill_html_id(struct filling *filling) {
    struct buffer words = {0};
    print_words(filling, &words);
    for (size_t i = 0; i < words.size; i++) {
        unsigned char c = (unsigned char)words.data[i];
        if (c >= 0x80 || isalnum(c) || strchr("-_ ", c))
            buffer_add_char(filling->out, c == ' ' ? '-' : (char)tolower(c));
    }
    buffer_free(&words);
}

/* What is made of blocks stands in the place of its paragraph. */
static void fill_html_alone(struct filling *filling) {
    struct buffer *out = filling->out, value = {0};
    print_as(filling, FORMAT_HTML, &value);
    bool blocks = is_block(filling) && *buffer_text(&value) == '<' &&
                  ends_with(out, "<p>") && text_starts_with(filling->next, "</p>");
    if (blocks) {
        buffer_truncate(out, out->size - strlen("<p>"));
        filling->next += strlen("</p>");
    }
    buffer_add(out, buffer_text(&value), value.size);
    buffer_free(&value);
}

/* Markdown */

static const char *line_of(const struct buffer *out) {
    const char *text = buffer_text(out);
    const char *newline = memrchr(text, '\n', out->size);
    return newline ? newline + 1 : text;
}

/* Behind the marks of quotes and lists that a line begins with. */
static const char *behind_marks(const char *line) {
    for (;;) {
        const char *at = line + strspn(line, " >");
        size_t digits = strspn(at, "0123456789");
        bool list = digits ? at[digits] && strchr(".)", at[digits]) && at[digits + 1] == ' '
                           : *at && strchr("-*+", *at) && at[1] == ' ';
        if (!list)
            return at;
        line = at + digits + 2;
    }
}

/* Whether what the line has so far, besides marks, would begin a list's item if TEXT went
 * on with it. */
static bool begins_item(const struct buffer *out, const char *text) {
    const char *at = behind_marks(line_of(out));
    size_t digits = strspn(at, "0123456789");
    if (digits && !at[digits])
        return *text && strchr(".)", *text);
    return digits && strchr(".)", at[digits]) && !at[digits + 1] &&
           (!*text || isspace((unsigned char)*text));
}

static bool is_delimiter(char c) {
    return c && strchr("*_~", c);
}

/* Whether what follows would become another thing if nothing stood here: at the beginning
 * of a line, or between marks of emphasis. */
static bool needs_something(const struct filling *filling) {
    const char *line = behind_marks(line_of(filling->out));
    size_t size = strlen(line);
    while (size && line[size - 1] == ' ')
        size--;
    return !size || is_delimiter(line[strlen(line) - 1]) || is_delimiter(*filling->next);
}

/* The value in a line, without white space where that would end an emphasis; the space that
 * would begin a list's item is one that is none to Markdown. */
static void add_in_line(struct filling *filling, const char *text, size_t size) {
    struct buffer *out = filling->out;
    char before = out->size ? out->data[out->size - 1] : '\n';
    bool item = begins_item(out, text);
    if (item && (!size || isspace((unsigned char)*text)))
        buffer_add_text(out, "&#32;");
    else if (item)
        buffer_add_char(out, '\\');
    while (size && isspace((unsigned char)*text) && (item || is_delimiter(before)))
        text++, size--;
    while (size && isspace((unsigned char)text[size - 1]) && is_delimiter(*filling->next))
        size--;
    bool blank = strspn(text, " \t\n") >= size;
    if (blank && !item && needs_something(filling))
        buffer_add_text(out, "&#32;");
    else
        buffer_add(out, text, size);
    if (!blank && begins_item(out, filling->next))
        buffer_add_char(out, '\\');
}

/* What is escaped depends on what stands before it. An address in a text could have
 * references of characters in it. */
static void fill_md(struct filling *filling) {
    struct buffer value = {0}, words = {0};
    size_t before = filling->out->size > 0;
    if (before)
        buffer_add_char(&value, filling->out->data[filling->out->size - 1]);
    if (is_block(filling) || is_address(filling)) {
        print_words(filling, &words);
        print_text(buffer_text(&words), words.size, FORMAT_MD, &value);
    } else {
        print_as(filling, FORMAT_MD, &value);
    }
    add_in_line(filling, buffer_text(&value) + before, value.size - before);
    buffer_free(&words);
    buffer_free(&value);
}

/* Its lines stand in the same quotes and lists as its first one. */
static void fill_md_alone(struct filling *filling) {
    struct buffer value = {0}, before = {0};
    const char *line = line_of(filling->out), *behind = behind_marks(line);
    if (!is_block(filling) || *behind) {
        fill_md(filling);
        return;
    }
    print_as(filling, FORMAT_MD, &value);
    for (const char *c = line; c < behind; c++)
        buffer_add_char(&before, *c == '>' ? '>' : ' ');
    while (value.size && isspace((unsigned char)value.data[value.size - 1]))
        buffer_truncate(&value, value.size - 1);
    if (!value.size)
        buffer_add_text(&value, "&#32;");
    for (const char *c = buffer_text(&value); *c; c++) {
        buffer_add_char(filling->out, *c);
        if (*c == '\n')
            buffer_add_text(filling->out, buffer_text(&before));
    }
    buffer_free(&before);
    buffer_free(&value);
}

/* Code has no escapes: what could end it is written otherwise, and AND, too. */
static void add_code(struct filling *filling, char and) {
    struct buffer words = {0};
    print_words(filling, &words);
    for (size_t i = 0; i < words.size; i++)
        if (words.data[i] == '`')
            buffer_add_char(filling->out, '\'');
        else if (words.data[i] == and)
            buffer_add_text(filling->out, "\xC2\xA6"); /* U+00A6 BROKEN BAR */
        else
            buffer_add_char(filling->out, words.data[i]);
    if (!words.size && ends_with(filling->out, "`") && *filling->next == '`')
        buffer_add_char(filling->out, ' ');
    buffer_free(&words);
}

/* It may be in a table's cell. */
static void fill_md_code(struct filling *filling) {
    add_code(filling, '|');
}

static void fill_md_block(struct filling *filling) {
    add_code(filling, '`');
}

static const struct {
    enum placeholder_place place;
    void (*html)(struct filling *filling);
    void (*attribute)(struct filling *filling); /* where HTML has it within a tag */
    void (*md)(struct filling *filling);
} fills[] = {
    {PLACE_TEXT, fill_html, fill_html_id, fill_md},
    {PLACE_ALONE, fill_html_alone, fill_html_id, fill_md_alone},
    {PLACE_CELL, fill_html_whole, fill_html_id, fill_md},
    {PLACE_CODE, fill_html_words, fill_html_id, fill_md_code},
    {PLACE_BLOCK, fill_html_words, fill_html_id, fill_md_block},
    {PLACE_ADDRESS, fill_nothing, fill_address, fill_address},
    {PLACE_INSIDE, fill_nothing, fill_inside, fill_inside},
    {PLACE_IMAGE, fill_words, fill_words, fill_md},
    {PLACE_WORDS, fill_words, fill_words, fill_words},
    {PLACE_HTML, fill_html_whole, fill_nothing, fill_words},
    {PLACE_NONE, fill_nothing, fill_nothing, fill_nothing},
};

static void fill(struct filling *filling, enum placeholder_place place, bool in_tag) {
    for (size_t i = 0; i < COUNT_OF(fills); i++)
        if (fills[i].place == place)
            (filling->view->format == FORMAT_MD ? fills[i].md
             : in_tag                           ? fills[i].attribute
                                                : fills[i].html)(filling);
}

/* Only the twin's address is another one in each format. */
static struct mustache_node node_of(const struct content_draft *draft,
                                    const struct view *view, size_t index) {
    struct mustache_node node = draft->values.items[index];
    if (node.data == draft->twin)
        node.data = view->twin;
    return node;
}

static void scan_up_to(struct html_scan *scan, const char *at, const char *end) {
    for (; at < end; at++)
        html_scan_step(scan, at);
}

static void fill_all(const struct content_draft *draft, const struct view *view,
                     const struct buffer *markup, struct buffer *out) {
    const char *at = buffer_text(markup), *found;
    struct html_scan scan = {0};
    struct placeholder one;
    for (; (found = placeholder_find(at, &one)); at = found) {
        bool own = !strcmp(one.key, draft->content->key) && one.index < draft->values.count;
        buffer_add(out, at, (size_t)(found - at));
        scan_up_to(&scan, at, found);
        bool in_tag = html_scan_point(&scan) != HTML_TEXT;
        scan_up_to(&scan, found, found + one.size);
        found += one.size;
        if (!own) {
            buffer_add(out, found - one.size, one.size);
            continue;
        }
        struct filling filling = {draft, view, node_of(draft, view, one.index), found, out};
        fill(&filling, one.place, in_tag);
        found = filling.next;
    }
    buffer_add_text(out, at);
}

void content_fill(const struct content_draft *draft, const struct view *view,
                  const struct buffer *markup, struct buffer *out) {
    struct buffer filled = {0};
    if (view->format != FORMAT_HTML) {
        fill_all(draft, view, markup, out);
        return;
    }
    fill_all(draft, view, markup, &filled);
    content_part_ids(buffer_text(&filled), out);
    buffer_free(&filled);
}
