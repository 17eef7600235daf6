#include "render/inspect_page.h"

#include <ctype.h>
#include <libxml/SAX2.h>
#include <stdlib.h>
#include <string.h>

enum {
    LARGEST_PAGE = 2000000,  /* more is slow to load on a phone */
    LARGEST_MAIL = 18000000, /* in base64 less than the 25 MB that mails may have */
    LARGEST_FILE = 50 << 20, /* docs.github.com, "About large files on GitHub": it warns */
    BLOCK = 16384,
};

#define SPACES " \t\n\f\r"

static void add_mark(struct marks *marks, const char *text, size_t size, int line) {
    *LIST_ADD(marks) = (struct mark){xstrndup(text, size), line};
}

static void clear_marks(struct marks *marks) {
    for (size_t i = 0; i < marks->count; i++)
        free(marks->items[i].text);
    marks->count = 0;
}

void free_page(struct page *page) {
    clear_marks(&page->ids);
    clear_marks(&page->links);
    free(page->ids.items);
    free(page->links.items);
}

static int by_text(const void *a, const void *b) {
    const struct mark *first = a, *second = b;
    int order = strcmp(first->text, second->text);
    return order ? order : (first->line > second->line) - (first->line < second->line);
}

/* Without the spaces around it (HTML, "Valid URL potentially surrounded by spaces"). */
static void add_link(struct page *page, const char *address, int line) {
    address += strspn(address, SPACES);
    size_t size = strlen(address);
    while (size && strchr(SPACES, address[size - 1]))
        size--;
    add_mark(&page->links, address, size, line);
}

/* An anchor's name is an id as well; where it has both they are the same (HTML, "Obsolete
 * but conforming features"). */
static void start_element(void *owner, const xmlChar *name, const xmlChar **attributes) {
    static const char *const links[] = {"href", "src", "xlink:href", "poster"};
    struct page *page = owner;
    int line = xmlSAX2GetLineNumber(page->parser);
    const char *id = NULL, *anchor = NULL;
    for (; attributes && attributes[0]; attributes += 2) {
        const char *key = (const char *)attributes[0], *value = (const char *)attributes[1];
        for (size_t i = 0; value && i < COUNT_OF(links); i++)
            if (!strcmp(key, links[i]))
                add_link(page, value, line);
        id = strcmp(key, "id") ? id : value;
        anchor = strcmp(key, "name") || strcmp((const char *)name, "a") ? anchor : value;
    }
    if (id && *id)
        add_mark(&page->ids, id, strlen(id), line);
    if (anchor && *anchor && (!id || strcmp(id, anchor)))
        add_mark(&page->ids, anchor, strlen(anchor), line);
}

/* What libxml2 thinks of elements that are younger than itself does not matter. */
static void scan_html(FILE *file, struct page *page) {
    htmlSAXHandler handler = {.startElement = start_element};
    char block[BLOCK];
    size_t size;
    page->parser =
        htmlCreatePushParserCtxt(&handler, page, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!page->parser)
        return;
    htmlCtxtUseOptions(page->parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR);
    while ((size = fread(block, 1, sizeof block, file)))
        htmlParseChunk(page->parser, block, (int)size, 0);
    htmlParseChunk(page->parser, "", 0, 1);
    htmlFreeParserCtxt(page->parser);
}

char *heading_anchor(const char *text) {
    struct buffer anchor = {0};
    buffer_add(&anchor, "", 0);
    for (; *text; text++)
        if (isalnum((unsigned char)*text) || strchr(" -_", *text))
            buffer_add_char(&anchor,
                            *text == ' ' ? '-' : (char)tolower((unsigned char)*text));
    return buffer_take(&anchor);
}

static void add_anchor(struct page *page, const char *text, int line) {
    char *anchor = heading_anchor(text);
    add_mark(&page->ids, anchor, strlen(anchor), line);
    free(anchor);
}

/* Behind the code AT, or behind its backticks where it has no end. */
static const char *skip_code(const char *at) {
    size_t run = strspn(at, "`");
    for (const char *end = at + run; (end = strchr(end, '`')); end += strspn(end, "`"))
        if (strspn(end, "`") == run)
            return end + run;
    return at + run;
}

/* Adds the destination AT of a link, "<a b.md>" or "a.md". Where it ends. */
static const char *take_destination(const char *at, struct page *page, int line) {
    struct buffer address = {0};
    const char *ends = *at == '<' ? ">\n" : ") \n";
    for (at += *at == '<'; *at && !strchr(ends, *at); at++) {
        at += *at == '\\' && ispunct((unsigned char)at[1]);
        buffer_add_char(&address, *at);
    }
    if (address.size)
        add_mark(&page->links, address.data, address.size, line);
    buffer_free(&address);
    return at;
}

/* Adds the id that AT may begin with, as a template writes it. */
static void take_anchor(const char *at, struct page *page, int line) {
    static const char *const tags[] = {"<a id=\"", "<a name=\""};
    for (size_t i = 0; i < COUNT_OF(tags); i++)
        if (text_starts_with(at, tags[i])) {
            const char *id = at + strlen(tags[i]);
            char *text = xstrndup(id, strcspn(id, "\""));
            add_anchor(page, text, line);
            free(text);
        }
}

static void scan_line(const char *text, struct page *page, int line) {
    struct buffer words = {0};
    size_t level = strspn(text, "#");
    bool heading = level && level <= 6 && text[level] == ' ';
    for (const char *at = text + (heading ? level + 1 : 0), *end; *at; at = end) {
        end = *at == '`' ? skip_code(at) : at + 1 + (*at == '\\' && at[1]);
        if (text_starts_with(at, "](")) {
            end = take_destination(at + 2, page, line);
            continue;
        }
        if (*at == '<')
            take_anchor(at, page, line);
        if (heading)
            buffer_add(&words, at, (size_t)(end - at));
    }
    if (heading)
        add_anchor(page, buffer_text(&words), line);
    buffer_free(&words);
}

/* cmark-gfm is slow on hostile texts and aborts where memory ends: what it wrote is read by
 * lines here, and code, quotations and what is indented are passed over. */
static void scan_md(FILE *file, struct page *page) {
    char *line = NULL, fence[] = "`";
    size_t capacity = 0, open = 0;
    for (int number = 1; getline(&line, &capacity, file) >= 0; number++) {
        const char *text = line + strspn(line, " ");
        size_t run = *text && strchr(open ? fence : "`~", *text)
                         ? strspn(text, (char[]){*text, '\0'})
                         : 0;
        if (open && run >= open && !text[run + strspn(text + run, " \r\n")])
            open = 0;
        else if (!open && run >= 3) {
            open = run;
            *fence = *text;
        } else if (!open && text < line + 4 && !strchr(">\t", *text))
            scan_line(text, page, number);
    }
    free(line);
}

static const struct kind kinds[] = {
    {"offline.html", scan_html, false, LARGEST_MAIL},
    {".html", scan_html, false, LARGEST_PAGE},
    {".md", scan_md, true, LARGEST_PAGE},
    {"", NULL, false, LARGEST_FILE},
};

const struct kind *kind_of(const char *path) {
    const struct kind *kind = kinds;
    while (!text_ends_with(path, kind->ending))
        kind++;
    return kind;
}

bool read_page(const char *full, struct page *page) {
    const struct kind *kind = kind_of(full);
    FILE *file = kind->scan ? fopen(full, "re") : NULL;
    clear_marks(&page->ids);
    clear_marks(&page->links);
    if (!file)
        return false;
    kind->scan(file, page);
    fclose(file);
    if (page->ids.count)
        qsort(page->ids.items, page->ids.count, sizeof *page->ids.items, by_text);
    return true;
}
