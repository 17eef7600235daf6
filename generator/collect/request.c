#include "collect/request.h"

#include <stdlib.h>
#include <string.h>

void request_take(struct request *request, const struct declaration *declaration,
                  sqlite3_stmt *ask) {
    request->declaration = declaration;
    int count = sqlite3_column_count(ask);
    request->values = xcalloc((size_t)count, sizeof *request->values);
    for (int i = 0; i < count; i++) {
        *LIST_ADD(&request->names) = xstrdup(sqlite3_column_name(ask, i));
        request->values[i] = sqlite3_value_dup(sqlite3_column_value(ask, i));
    }
}

const char *request_text(const struct request *request, const char *column) {
    for (size_t i = 0; i < request->names.count; i++)
        if (!strcmp(request->names.items[i], column))
            return (const char *)sqlite3_value_text(request->values[i]);
    return NULL;
}

void request_bind(const struct request *request, sqlite3_stmt *query) {
    for (size_t i = 0; i < request->names.count; i++) {
        char *parameter = xasprintf(":%s", request->names.items[i]);
        int index = sqlite3_bind_parameter_index(query, parameter);
        if (index)
            sqlite3_bind_value(query, index, request->values[i]);
        free(parameter);
    }
}

void requests_free(struct requests *requests) {
    for (size_t i = 0; i < requests->count; i++) {
        for (size_t v = 0; v < requests->items[i].names.count; v++)
            sqlite3_value_free(requests->items[i].values[v]);
        free(requests->items[i].values);
        names_free(&requests->items[i].names);
    }
    free(requests->items);
    *requests = (struct requests){0};
}
