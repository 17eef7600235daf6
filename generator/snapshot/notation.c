#include "snapshot/notation.h"

#include "snapshot/toml.h"
#include "snapshot/xml.h"
#include "snapshot/yaml.h"

#include <stdlib.h>
#include <string.h>

typedef json_t *reader(const char *text, size_t size, struct error *error);

/* The result is OBJECT, whose reference is taken. */
static void give(sqlite3_context *context, json_t *object) {
    char *text =
        json_dumps(object, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(17));
    json_decref(object);
    sqlite3_result_text(context, xmust(text), -1, free);
}

/* Libraries' words may quote the text: only what is UTF-8 is told. */
static json_t *problem(const struct error *error) {
    json_t *text = json_string(error->text);
    return json_pack("{s:o}", "problem", text ? text : json_string("is not UTF-8"));
}

static void read_text(sqlite3_context *context, sqlite3_value *value, reader *read) {
    struct error error = {0};
    const char *text = (const char *)sqlite3_value_text(value);
    size_t size = (size_t)sqlite3_value_bytes(value);
    if (!text)
        return;
    if (!text_is_utf8(text, size))
        error_set(&error, "is not UTF-8");
    json_t *result = error.kind ? NULL : read(text, size, &error);
    give(context, result ? json_pack("{s:o}", "value", result) : problem(&error));
    error_free(&error);
}

static void sql_toml(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    read_text(context, values[0], toml_read);
}

static void sql_yaml(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    read_text(context, values[0], yaml_read);
}

static void sql_xml(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    read_text(context, values[0], xml_read);
}

static void sql_lines(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    json_t *lines = json_array();
    for (const char *end; text && *text; text = end + (*end == '\n')) {
        end = text + strcspn(text, "\n");
        size_t length = (size_t)(end - text);
        length -= length && text[length - 1] == '\r';
        json_t *line = json_stringn(text, length);
        json_array_append_new(lines, line ? line : json_string(""));
    }
    if (text)
        give(context, lines);
    else
        json_decref(lines);
}

static const struct {
    const char *name;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
} functions[] = {
    {"toml_json", sql_toml},
    {"yaml_json", sql_yaml},
    {"xml_json", sql_xml},
    {"lines_json", sql_lines},
};

int notation_register(sqlite3 *db) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < COUNT_OF(functions); i++)
        code = sqlite3_create_function_v2(db, functions[i].name, 1, flags, NULL,
                                          functions[i].call, NULL, NULL, NULL);
    return code;
}
