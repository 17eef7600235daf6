#include "collect/pages.h"

#include "collect/url.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_AT_ONCE = 10000 };

static const struct kind {
    const char *name;
    size_t least, most; /* words behind the name */
    size_t path;        /* which of them, from 1, is a JSON path; 0: none */
} kinds[] = {
    {"none", 0, 0, 0},   {"link", 0, 0, 0},     {"page", 2, 2, 0},    {"offset", 2, 3, 3},
    {"cursor", 2, 2, 2}, {"next-url", 1, 2, 1}, {"graphql", 1, 1, 1}, {"header", 2, 2, 0},
};

static const struct kind *find_kind(const char *name, size_t length) {
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (strlen(kinds[i].name) == length && !strncmp(kinds[i].name, name, length))
            return &kinds[i];
    return NULL;
}

static bool is_wrong(const struct declaration *declaration, const char *field,
                     struct error *error) {
    return error_at(error, declaration->origin,
                    declaration_field_line(declaration, "pages"), 0,
                    "pages cannot be '%s'; write none, link, page PARAM SIZE, offset PARAM "
                    "SIZE [TOTAL-PATH], cursor PARAM PATH, next-url PATH [END-PATH], "
                    "graphql PATH or header HEADER PARAM",
                    field);
}

bool pages_read(const struct declaration *declaration, struct pages *pages,
                struct error *error) {
    const char *field = declaration_field(declaration, "pages", "none");
    size_t length = strcspn(field, " "), words = 0;
    const struct kind *kind = find_kind(field, length);
    *pages = (struct pages){.items = declaration_field(declaration, "items", "$")};
    if (!kind)
        return is_wrong(declaration, field, error);
    for (const char *at = field + length; *(at += strspn(at, " ")); at += length) {
        length = strcspn(at, " ");
        if (words == COUNT_OF(pages->words))
            return is_wrong(declaration, field, error);
        pages->words[words++] = xstrndup(at, length);
    }
    if (words < kind->least || words > kind->most ||
        (kind->path && words >= kind->path && *pages->words[kind->path - 1] != '$'))
        return is_wrong(declaration, field, error);
    if (*pages->items != '$')
        return error_at(
            error, declaration->origin, declaration_field_line(declaration, "items"), 0,
            "items cannot be '%s'; write a JSON path such as $.items", pages->items);
    pages->statement = strcmp(kind->name, "none") ? kind->name : NULL;
    pages->header = strcmp(kind->name, "header") ? NULL : pages->words[0];
    return true;
}

/* The number behind "page=" in URL; its place goes into *AT and *END. 0: there is none. */
static long page_number(const char *url, const char **at, const char **end) {
    for (const char *found = url; (found = strstr(found, "page=")); found++) {
        if (found == url || !strchr("?&", found[-1]))
            continue;
        *at = found + strlen("page=");
        *end = *at + strspn(*at, "0123456789");
        if (*end > *at && *end - *at < 8 && strchr("&#", **end))
            return strtol(*at, NULL, 10);
    }
    return 0;
}

/* All addresses from NEXT to LAST, where nothing but their page's number differs. */
static bool add_to_the_last(const char *next, const char *last, struct names *following) {
    const char *at = NULL, *end = NULL, *last_at = NULL, *last_end = NULL;
    long from = page_number(next, &at, &end);
    long to = last ? page_number(last, &last_at, &last_end) : 0;
    if (!from || to <= from || to - from > MOST_AT_ONCE || at - next != last_at - last ||
        strncmp(next, last, (size_t)(at - next)) || strcmp(end, last_end))
        return false;
    for (long number = from; number <= to; number++)
        *LIST_ADD(following) = xasprintf("%.*s%ld%s", (int)(at - next), next, number, end);
    return true;
}

static void bind_if_named(sqlite3_stmt *query, const char *name, const char *value) {
    if (sqlite3_bind_parameter_index(query, name))
        query_bind_text(query, name, value);
}

/* What is no address, for the message that refuses it: on one line, and no object. */
static char *unresolved(const char *reference) {
    char *text = xstrdup(*reference == '{' ? "" : reference);
    for (char *at = text; *at; at++)
        *at = iscntrl((unsigned char)*at) ? ' ' : *at;
    return text;
}

bool pages_after(const struct pages *pages, struct snapshot *snapshot,
                 const struct exchange *exchange, struct names *following) {
    const struct answer *answer = &exchange->answer;
    if (!pages->statement)
        return true;
    if (answer->next && answer->last && !strcmp(pages->statement, "link") &&
        add_to_the_last(answer->next, answer->last, following))
        return true;
    char *name = xasprintf("pages.%s", pages->statement);
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    const char *page = exchange->page;
    const char *request = request_text(exchange->request, "query");
    free(name);
    bind_if_named(query, ":next", answer->next);
    bind_if_named(query, ":page", page && *page == '{' ? page : NULL);
    bind_if_named(query, ":query", request ? request : "{}");
    bind_if_named(query, ":first", pages->words[0]);
    bind_if_named(query, ":second", pages->words[1]);
    bind_if_named(query, ":third", pages->words[2]);
    bind_if_named(query, ":items", pages->items);
    bind_if_named(query, ":token", answer->page_token);
    bind_if_named(query, ":body", buffer_text(&answer->body));
    int code = sqlite3_step(query);
    const char *found =
        code == SQLITE_ROW ? (const char *)sqlite3_column_text(query, 0) : NULL;
    bool is_address =
        !strcmp(pages->statement, "link") || !strcmp(pages->statement, "next-url");
    const char *base = answer->url ? answer->url : exchange->session->url;
    char *resolved = found && is_address ? url_resolve(base, found) : NULL;
    if (found)
        *LIST_ADD(following) = resolved     ? resolved
                               : is_address ? unresolved(found)
                                            : xstrdup(found);
    sqlite3_reset(query);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

void pages_free(struct pages *pages) {
    for (size_t i = 0; i < COUNT_OF(pages->words); i++)
        free(pages->words[i]);
    *pages = (struct pages){0};
}
