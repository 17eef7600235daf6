#include "snapshot/query.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>

_Noreturn void query_fail(sqlite3 *db, const char *what) {
    const char *file = sqlite3_db_filename(db, "main");
    log_error("%s: %s (%s)", file && *file ? file : "the snapshot", sqlite3_errmsg(db),
              what);
    exit(1);
}

static int parameter(sqlite3_stmt *query, const char *name) {
    int index = sqlite3_bind_parameter_index(query, name);
    assert(index > 0);
    return index;
}

void query_bind_text(sqlite3_stmt *query, const char *name, const char *value) {
    sqlite3_bind_text(query, parameter(query, name), value, -1, SQLITE_TRANSIENT);
}

void query_bind_int(sqlite3_stmt *query, const char *name, int64_t value) {
    sqlite3_bind_int64(query, parameter(query, name), value);
}

void query_bind_names(sqlite3_stmt *query, const char *name, const struct names *names) {
    json_t *array = json_array();
    for (size_t i = 0; i < names->count; i++)
        json_array_append_new(array, json_string(names->items[i]));
    char *text = json_dumps(array, JSON_COMPACT);
    query_bind_text(query, name, text);
    free(text);
    json_decref(array);
}

bool query_row(sqlite3_stmt *query) {
    int code = sqlite3_step(query);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        query_fail(sqlite3_db_handle(query), sqlite3_sql(query));
    sqlite3_reset(query);
    return false;
}

void query_run(sqlite3_stmt *query) {
    while (query_row(query))
        ;
}

char *query_text(sqlite3_stmt *query) {
    char *text = NULL;
    if (query_row(query))
        text = xstrdup((const char *)sqlite3_column_text(query, 0));
    sqlite3_reset(query);
    return text;
}

int64_t query_int(sqlite3_stmt *query, int64_t fallback) {
    int64_t value = fallback;
    if (query_row(query) && sqlite3_column_type(query, 0) != SQLITE_NULL)
        value = sqlite3_column_int64(query, 0);
    sqlite3_reset(query);
    return value;
}

const char *column_text(sqlite3_stmt *query, int column) {
    const char *text = (const char *)sqlite3_column_text(query, column);
    return text ? text : "";
}

void query_script(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        query_fail(db, sql);
}
