#include "render/presence.h"

#include <stdlib.h>
#include <string.h>

static const char *page_name(const struct declaration *declaration) {
    return strchr(declaration->name, '/') + 1;
}

const struct statement *presence_statement(const struct declaration *declaration) {
    const char *needs = declaration_field(declaration, "needs", NULL);
    return needs ? declaration_statement(declaration, needs) : NULL;
}

bool presence_check(const struct declaration *declaration, sqlite3_stmt *query,
                    struct error *error) {
    const char *needs = declaration_field(declaration, "needs", NULL);
    int line = declaration_field_line(declaration, "needs");
    if (needs && !query)
        return error_at(error, declaration->origin, line, 0,
                        "needs: there is no statement '%s' in this file", needs);
    return !needs || !sqlite3_bind_parameter_count(query) ||
           error_at(error, declaration->origin, line, 0,
                    "needs: the statement '%s' must stand for itself, without parameters",
                    needs);
}

/* Whether its statement gives a row; true where it needs none. */
static bool has_row(const struct declaration *declaration, struct reader *reader, bool *has,
                    struct error *error) {
    const struct statement *statement = presence_statement(declaration);
    *has = true;
    if (!statement)
        return presence_check(declaration, NULL, error);
    sqlite3_stmt *query = reader_prepare(reader, declaration, statement, error);
    if (!query)
        return false;
    if (presence_check(declaration, query, error)) {
        reader_begin(reader);
        int code = sqlite3_step(query);
        reader_end(reader);
        *has = code == SQLITE_ROW;
        if (!*has && code != SQLITE_DONE)
            reader_error(reader, declaration, statement, error);
    }
    sqlite3_finalize(query);
    return !error->kind;
}

bool presence_find(const struct declarations *declarations, struct reader *reader,
                   struct presence *presence, struct error *error) {
    struct buffer optional = {0};
    presence_assume(declarations, presence);
    for (size_t i = 0; !error->kind && i < declarations->count; i++) {
        const struct declaration *page = &declarations->items[i];
        bool has;
        if (!has_row(page, reader, &has, error))
            continue;
        if (!has)
            *LIST_ADD(&presence->absent) = xstrdup(page_name(page));
        else if (presence_statement(page))
            buffer_printf(&optional, "%s\n", page_name(page));
    }
    buffer_add(&optional, "", 0);
    presence->optional = buffer_take(&optional);
    return !error->kind;
}

void presence_assume(const struct declarations *declarations, struct presence *presence) {
    *presence = (struct presence){0};
    for (size_t i = 0; i < declarations->count; i++)
        *LIST_ADD(&presence->known) = xstrdup(page_name(&declarations->items[i]));
}

void presence_free(struct presence *presence) {
    names_free(&presence->known);
    names_free(&presence->absent);
    free(presence->optional);
    *presence = (struct presence){0};
}

static bool contains(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

bool presence_is_known(const struct presence *presence, const char *name) {
    return contains(&presence->known, name);
}

bool presence_is_made(const struct presence *presence, const char *name) {
    return presence_is_known(presence, name) && !contains(&presence->absent, name);
}
