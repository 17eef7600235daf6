#include "render/desk_link.h"

#include "render/content.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SPACES " \t\n\f\r"

/* what is published */

static void add_path(struct desk_links *links, const char *stem, enum format format) {
    char *path = xasprintf("%s.%s", stem, format_name(format));
    json_object_set_new_nocheck(links->paths, path, json_true());
    free(path);
}

static void add_page(struct desk_links *links, const struct plan_page *page) {
    const char *path =
        page->declaration ? declaration_field(page->declaration, "path", "") : NULL;
    if (page->kind == PLAN_ASSET)
        json_object_set_new_nocheck(links->paths, page->file->name + strlen("templates/"),
                                    json_true());
    char *own = path || page->kind == PLAN_ASSET ? NULL : content_path(page->file);
    for (size_t f = 0; (path || own) && f < FORMAT_COUNT; f++)
        if (page->formats[f])
            add_path(links, path ? path : own, (enum format)f);
    free(own);
}

void desk_links_open(struct desk_links *links, const struct plan *plan,
                     struct reader *whole, const struct snapshot *snapshot) {
    static const enum format formats[] = {FORMAT_HTML, FORMAT_MD, FORMAT_JSON};
    *links = (struct desk_links){.paths = json_object()};
    for (size_t i = 0; i < plan->pages.count; i++)
        add_page(links, &plan->pages.items[i]);
    sqlite3_stmt *query = reader_prepare_own(whole, snapshot, "desks.pages");
    while (query_row(query))
        for (size_t f = 0; f < COUNT_OF(formats); f++)
            add_path(links, column_text(query, 0), formats[f]);
    sqlite3_finalize(query);
    char *all = json_dumps(links->paths, JSON_COMPACT | JSON_SORT_KEYS);
    text_hash(all, strlen(all), links->hash);
    free(all);
}

void desk_links_close(struct desk_links *links) {
    json_decref(links->paths);
    *links = (struct desk_links){0};
}

/* where a link leads */

enum lead { ELSEWHERE, TO_A_PAGE, TO_NOTHING };

/* SIZE bytes of an address; *KEPT is how many of them are left of one that leads to a page,
 * *BELOW the way from the output folder. Templates write "{{root}}repos.html" or, where
 * that is empty on the desk itself, "repos.html". */
static enum lead find_lead(const struct desk_links *links, const char *address, size_t size,
                           size_t *kept, const char **below) {
    size_t scheme = strcspn(address, ":/?#");
    if (!size || *address == '#' || *address == '/' || *address == '?' ||
        (scheme < size && address[scheme] == ':'))
        return ELSEWHERE;
    *kept = strcspn(address, "?#");
    *kept = *kept < size ? *kept : size;
    bool rooted = text_starts_with(address, ARCHIVE_ROOT);
    *below = address + (rooted ? strlen(ARCHIVE_ROOT) : 0);
    char *path = xstrndup(*below, (size_t)(address + *kept - *below));
    bool there = json_object_get(links->paths, path);
    free(path);
    return there ? TO_A_PAGE : TO_NOTHING;
}

static void add_address(const char *address, size_t kept, const char *below,
                        struct buffer *out) {
    buffer_add_text(out, ARCHIVE_ROOT);
    buffer_add(out, below, (size_t)(address + kept - below));
}

/* HTML */

/* The value of the attribute href of the tag whose name ends AT, or NULL; *SIZE is how long
 * it is. The tag itself ends at END. */
static const char *find_href(const char *at, const char *end, size_t *size) {
    while (at < end) {
        const char *name = at + strspn(at, SPACES "/");
        size_t length = strcspn(name, SPACES "=/>");
        at = name + length + strspn(name + length, SPACES);
        if (*at != '=') {
            at += !length;
            continue;
        }
        at += 1 + strspn(at + 1, SPACES);
        bool quoted = *at == '"' || *at == '\'';
        const char *value = at + quoted;
        *size = strcspn(value, quoted ? (char[]){*at, '\0'} : SPACES ">");
        if (length == 4 && !strncasecmp(name, "href", length))
            return value + *size < end ? value : NULL;
        at = value + *size + quoted;
    }
    return NULL;
}

/* Behind the tag or comment that begins AT. */
static const char *tag_end(const char *at) {
    const char *comment_end = text_starts_with(at, "<!--") ? strstr(at, "-->") : NULL;
    if (comment_end)
        return comment_end + strlen("-->");
    for (at++; *at && *at != '>'; at++)
        if (*at == '"' || *at == '\'') {
            const char *close = strchr(at + 1, *at);
            at = close ? close : at + strlen(at) - 1;
        }
    return at + (*at == '>');
}

static bool is_tag(const char *at, const char *name) {
    size_t length = strlen(name);
    return !strncasecmp(at, name, length) && strchr(SPACES "/>", at[length]);
}

/* A tag that begins a link. False where the link is left out. */
static bool print_anchor(const struct desk_links *links, const char *at, const char *end,
                         struct buffer *out) {
    size_t size = 0, kept = 0;
    const char *below = NULL, *href = find_href(at + 2, end, &size);
    enum lead lead = href ? find_lead(links, href, size, &kept, &below) : ELSEWHERE;
    if (lead == ELSEWHERE)
        buffer_add(out, at, (size_t)(end - at));
    if (lead != TO_A_PAGE)
        return lead == ELSEWHERE;
    buffer_add(out, at, (size_t)(href - at));
    add_address(href, kept, below, out);
    buffer_add(out, href + size, (size_t)(end - href) - size);
    return true;
}

/* Links are not nested in each other. */
static void print_html(const struct desk_links *links, const char *text,
                       struct buffer *out) {
    bool left_out = false;
    while (*text) {
        size_t plain = strcspn(text, "<");
        buffer_add(out, text, plain);
        text += plain;
        const char *end = *text ? tag_end(text) : text;
        if (is_tag(text, "<a"))
            left_out = !print_anchor(links, text, end, out);
        else if (!left_out || !is_tag(text, "</a"))
            buffer_add(out, text, (size_t)(end - text));
        else
            left_out = false;
        text = end;
    }
}

/* Markdown */

/* Behind the code AT, or behind its backticks where it has no end. */
static const char *skip_code(const char *at) {
    size_t run = strspn(at, "`");
    for (const char *end = at + run; (end = strchr(end, '`')); end += strspn(end, "`"))
        if (strspn(end, "`") == run)
            return end + run;
    return at + run;
}

/* "](ADDRESS)" AT; OPEN is where in OUT its "[" is. Where it ends. */
static const char *print_destination(const struct desk_links *links, const char *at,
                                     size_t open, struct buffer *out) {
    const char *address = at + 2, *below = NULL;
    size_t size = strcspn(address, "<>() \n"), kept = 0;
    enum lead lead =
        address[size] == ')' ? find_lead(links, address, size, &kept, &below) : ELSEWHERE;
    if (lead == ELSEWHERE) {
        buffer_add(out, at, 2 + size);
        return address + size;
    }
    if (lead == TO_A_PAGE) {
        buffer_add_text(out, "](");
        add_address(address, kept, below, out);
        buffer_add_char(out, ')');
    } else {
        memmove(out->data + open, out->data + open + 1, out->size - open - 1);
        buffer_truncate(out, out->size - 1);
    }
    return address + size + 1;
}

/* What begins a link is the last bracket that is open. */
static void print_md(const struct desk_links *links, const char *text, struct buffer *out) {
    struct {
        size_t *items;
        size_t count, capacity;
    } open = {0};
    while (*text) {
        const char *end =
            *text == '`' ? skip_code(text) : text + 1 + (*text == '\\' && text[1]);
        if (*text == '[')
            *LIST_ADD(&open) = out->size;
        if (*text == ']' && open.count) {
            size_t at = open.items[--open.count];
            if (text[1] == '(' && (at == 0 || out->data[at - 1] != '!')) {
                text = print_destination(links, text, at, out);
                continue;
            }
        }
        buffer_add(out, text, (size_t)(end - text));
        text = end;
    }
    free(open.items);
}

void desk_links_print(const struct desk_links *links, enum format format, const char *text,
                      struct buffer *out) {
    (format == FORMAT_HTML ? print_html : print_md)(links, text, out);
}
