#include "collect/request.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static json_t *json_of(sqlite3_stmt *ask, int column) {
    switch (sqlite3_column_type(ask, column)) {
    case SQLITE_INTEGER:
        return json_integer(sqlite3_column_int64(ask, column));
    case SQLITE_FLOAT:
        return json_real(sqlite3_column_double(ask, column));
    case SQLITE_NULL:
        return json_null();
    default:
        return json_string((const char *)sqlite3_column_text(ask, column));
    }
}

char *request_pack(sqlite3_stmt *ask) {
    json_t *row = json_array();
    for (int i = 0; i < sqlite3_column_count(ask); i++) {
        json_t *value = json_of(ask, i);
        json_array_append_new(row, value ? value : json_null()); /* text that is no text */
    }
    char *text = json_dumps(row, JSON_COMPACT);
    json_decref(row);
    return text;
}

void request_unpack(struct request *request, const struct declaration *declaration,
                    const struct names *names, sqlite3_stmt *values) {
    *request = (struct request){declaration, names,
                                xcalloc(names->count, sizeof(sqlite3_value *))};
    for (size_t i = 0; sqlite3_step(values) == SQLITE_ROW && i < names->count; i++)
        request->values[i] = sqlite3_value_dup(sqlite3_column_value(values, 0));
    sqlite3_reset(values);
}

const char *request_text(const struct request *request, const char *column) {
    for (size_t i = 0; i < request->names->count; i++)
        if (!strcmp(request->names->items[i], column))
            return (const char *)sqlite3_value_text(request->values[i]);
    return NULL;
}

void request_bind(const struct request *request, sqlite3_stmt *query) {
    for (size_t i = 0; i < request->names->count; i++) {
        char *parameter = xasprintf(":%s", request->names->items[i]);
        int index = sqlite3_bind_parameter_index(query, parameter);
        if (index)
            sqlite3_bind_value(query, index, request->values[i]);
        free(parameter);
    }
}

void request_free(struct request *request) {
    for (size_t i = 0; request->values && i < request->names->count; i++)
        sqlite3_value_free(request->values[i]);
    free(request->values);
    *request = (struct request){0};
}
