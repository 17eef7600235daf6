#include "command/past.h"
#include "command/say.h"
#include "command/scratch.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A value as JSON; text that is no UTF-8, and bytes, as hexadecimal digits. */
static json_t *value_json(sqlite3_stmt *query, int column) {
    switch (sqlite3_column_type(query, column)) {
    case SQLITE_NULL:
        return json_null();
    case SQLITE_INTEGER:
        return json_integer(sqlite3_column_int64(query, column));
    case SQLITE_FLOAT:
        if (isfinite(sqlite3_column_double(query, column)))
            return json_real(sqlite3_column_double(query, column));
    } /* an infinite number is told as text: JSON has none */
    const char *bytes = sqlite3_column_blob(query, column);
    size_t size = (size_t)sqlite3_column_bytes(query, column);
    json_t *text = json_stringn(bytes ? bytes : "", size);
    if (text)
        return text;
    struct buffer hex = {0};
    for (size_t i = 0; i < size; i++)
        buffer_printf(&hex, "%02x", (unsigned char)bytes[i]);
    text = json_string(buffer_text(&hex));
    buffer_free(&hex);
    return text;
}

static void print_json(sqlite3_stmt *query, size_t row) {
    json_t *object = json_object();
    for (int i = 0; i < sqlite3_column_count(query); i++)
        json_object_set_new(object, sqlite3_column_name(query, i), value_json(query, i));
    char *text = json_dumps(object, JSON_COMPACT);
    printf("%s%s", row ? ",\n " : "", text);
    free(text);
    json_decref(object);
}

/* A line a row, a tab between values. */
static void print_line(sqlite3_stmt *query) {
    for (int i = 0; i < sqlite3_column_count(query); i++) {
        if (i)
            putchar('\t');
        say_text((const char *)sqlite3_column_text(query, i));
    }
    putchar('\n');
}

static bool refuse(struct reader *reader, struct error *error) {
    if (reader_refused(reader))
        return error_at(error, "tower sql", 0, 0,
                        "answers questions about the snapshot only; a statement that "
                        "changes something, or looks elsewhere, is refused");
    return error_at(error, "tower sql", 0, 0, "%s", sqlite3_errmsg(reader->db));
}

static bool print_rows(struct reader *reader, sqlite3_stmt *query, bool json,
                       struct error *error) {
    size_t row = 0;
    int code;
    if (json)
        putchar('[');
    for (; (code = sqlite3_step(query)) == SQLITE_ROW; row++) {
        if (json)
            print_json(query, row);
        else
            print_line(query);
    }
    if (json && code == SQLITE_DONE)
        puts("]");
    return code == SQLITE_DONE || refuse(reader, error);
}

static bool answer(struct reader *reader, const char *question, bool json,
                   struct error *error) {
    sqlite3_stmt *query = NULL;
    const char *rest = NULL;
    bool ok = sqlite3_prepare_v2(reader->db, question, -1, &query, &rest) == SQLITE_OK ||
              refuse(reader, error);
    if (ok && (!query || rest[strspn(rest, " \t\r\n;")]))
        ok = error_at(error, "tower sql", 0, 0, "takes one SELECT");
    ok = ok && print_rows(reader, query, json, error);
    sqlite3_finalize(query);
    return ok;
}

static bool answer_from(const char *path, const struct options *options,
                        struct error *error) {
    struct reader reader;
    bool ok = reader_open_owner(path, &reader, error) &&
              answer(&reader, options->arguments[0], options->json, error);
    reader_close(&reader);
    return ok;
}

static bool answer_from_past(const struct options *options, struct error *error) {
    struct library library = {0};
    struct snapshot snapshot = {.lock = -1};
    char *folder = scratch_make(error);
    char *copy = folder ? path_join(folder, "tower.db") : NULL;
    bool ok = copy && library_open(&library, NULL, error) &&
              past_open(options, options->folder, false, copy, &library, &snapshot, error);
    snapshot_close(&snapshot);
    ok = ok && answer_from(copy, options, error);
    library_free(&library);
    free(copy);
    scratch_remove(folder);
    return ok;
}

enum status command_sql(const struct options *options) {
    struct error error = {0};
    snapshot_init();
    char *path = path_join(options->folder, "data/tower.db");
    bool ok = options->as_of ? answer_from_past(options, &error)
                             : answer_from(path, options, &error);
    free(path);
    return ok ? STATUS_DONE : command_failed(&error);
}
