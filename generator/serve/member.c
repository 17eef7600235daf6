#include "serve/member.h"

#include "base/base.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_VALUE = 4096,   /* bytes of a text; longer ones are cut */
    LONGEST_LIST = 64 << 10 /* bytes of a list's JSON; what is longer is not read */
};

struct member_type {
    const char *name;
    const char *json;
    json_t *(*make)(sqlite3_stmt *query, int position);
};

/* What is no UTF-8 is mended, what would be hidden from a person is shown; what is too long
 * says that it goes on. */
static json_t *text_json(const char *bytes, size_t size) {
    char *mended = text_mend(bytes, size), *text = text_visible(mended);
    bool cut = strlen(text) > LONGEST_VALUE;
    text_cut(text, LONGEST_VALUE);
    json_t *made = json_pack("s+", text, cut ? "…" : "");
    free(mended);
    free(text);
    return made;
}

static json_t *make_text(sqlite3_stmt *query, int position) {
    const char *text = (const char *)sqlite3_column_text(query, position);
    return text_json(text, (size_t)sqlite3_column_bytes(query, position));
}

static json_t *make_integer(sqlite3_stmt *query, int position) {
    return json_integer(sqlite3_column_int64(query, position));
}

static json_t *make_number(sqlite3_stmt *query, int position) {
    double number = sqlite3_column_double(query, position);
    return isfinite(number) ? json_real(number) : json_null();
}

static json_t *make_boolean(sqlite3_stmt *query, int position) {
    return json_boolean(sqlite3_column_int(query, position));
}

/* Of what is no list nothing is known; what in it is no text is left out. */
static json_t *make_list(sqlite3_stmt *query, int position) {
    const char *text = (const char *)sqlite3_column_text(query, position);
    size_t size = (size_t)sqlite3_column_bytes(query, position);
    json_t *list =
        size <= LONGEST_LIST ? json_loadb(text, size, JSON_ALLOW_NUL, NULL) : NULL;
    json_t *texts = json_is_array(list) ? json_array() : json_null(), *item;
    size_t index;
    json_array_foreach(list, index, item) {
        if (json_is_string(item))
            json_array_append_new(
                texts, text_json(json_string_value(item), json_string_length(item)));
    }
    json_decref(list);
    return texts;
}

static const struct member_type types[] = {
    {"text", "string", make_text},     {"integer", "integer", make_integer},
    {"number", "number", make_number}, {"boolean", "boolean", make_boolean},
    {"list", "array", make_list},
};

json_t *member_value(const struct member *member, sqlite3_stmt *query, int position) {
    return sqlite3_column_type(query, position) == SQLITE_NULL
               ? json_null()
               : member->type->make(query, position);
}

bool member_set_type(struct member *member, const char *name) {
    member->type = NULL;
    for (size_t i = 0; i < COUNT_OF(types); i++)
        if (!strcmp(types[i].name, name))
            member->type = &types[i];
    return member->type;
}

const char *member_types(void) {
    return "text, integer, number, boolean, list";
}

json_t *member_schema(const struct member *member) {
    json_t *schema = json_pack("{s:[s,s]}", "type", member->type->json, "null");
    if (member->type->make == make_list)
        json_object_set_new(schema, "items", json_pack("{s:s}", "type", "string"));
    return schema;
}
