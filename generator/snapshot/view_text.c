#include "snapshot/view_text.h"

#include "base/base.h"
#include "snapshot/query.h"
#include "snapshot/store.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct view_text {
    char *key, *text;
};

struct view_texts {
    char schema[24];
    struct view_text *items;
    size_t count, capacity;
};

struct view_texts *view_texts_new(void) {
    struct view_texts *texts = xcalloc(1, sizeof *texts);
    uint64_t random;
    sqlite3_randomness(sizeof random, &random);
    snprintf(texts->schema, sizeof texts->schema, "s%016llx", (unsigned long long)random);
    return texts;
}

const char *view_texts_schema(const struct view_texts *texts) {
    return texts->schema;
}

void view_texts_free(struct view_texts *texts) {
    for (size_t i = 0; texts && i < texts->count; i++) {
        free(texts->items[i].key);
        free(texts->items[i].text);
    }
    if (texts)
        free(texts->items);
    free(texts);
}

/* Values are names and JSON, of one line each. */
static char *key_of(const struct view_maker *maker) {
    struct buffer key = {0};
    buffer_add_text(&key, maker->statement);
    for (size_t i = 0; i < COUNT_OF(maker->values) && maker->values[i].name; i++)
        buffer_printf(&key, "\n%s%s", maker->values[i].value ? "=" : "",
                      maker->values[i].value ? maker->values[i].value : "");
    return buffer_take(&key);
}

static char *make(const struct snapshot *snapshot, sqlite3 *db,
                  const struct view_maker *maker) {
    const struct statement *statement = snapshot_statement(snapshot, maker->statement);
    sqlite3_stmt *query = NULL;
    struct buffer text = {0};
    if (sqlite3_prepare_v2(db, statement->sql, -1, &query, NULL) != SQLITE_OK)
        query_fail(db, maker->statement);
    query_bind_text(query, ":schema", snapshot->views->schema);
    for (size_t i = 0; i < COUNT_OF(maker->values) && maker->values[i].name; i++)
        query_bind_text(query, maker->values[i].name, maker->values[i].value);
    while (query_row(query))
        buffer_printf(&text, "%s%s", text.size ? ";\n" : "", column_text(query, 0));
    sqlite3_finalize(query);
    return buffer_take(&text);
}

const char *view_text(const struct snapshot *snapshot, sqlite3 *db,
                      const struct view_maker *maker) {
    struct view_texts *texts = snapshot->views;
    char *key = key_of(maker);
    for (size_t i = 0; i < texts->count; i++)
        if (!strcmp(texts->items[i].key, key)) {
            free(key);
            return texts->items[i].text;
        }
    struct view_text *made = LIST_ADD(texts);
    *made = (struct view_text){key, make(snapshot, db, maker)};
    return made->text;
}
