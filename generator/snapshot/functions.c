#include "snapshot/functions.h"

#include "base/base.h"
#include "snapshot/money.h"
#include "snapshot/network.h"
#include "snapshot/notation.h"
#include "snapshot/place.h"
#include "snapshot/retrieval.h"
#include "snapshot/series_sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* slug(text): a path segment that is safe everywhere; see text_slug(). */
static void sql_slug(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (text)
        sqlite3_result_text(context, text_slug(text), -1, free);
}

/* base_name(path): the last segment of a path, without an ending ".git". */
static void sql_base_name(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const char *path = (const char *)sqlite3_value_text(values[0]);
    if (!path)
        return;
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    if (end > 5 && !strncmp(path + end - 5, "/.git", 5))
        end -= 5;
    else if (end > 4 && !strncmp(path + end - 4, ".git", 4))
        end -= 4;
    size_t start = end;
    while (start > 0 && path[start - 1] != '/')
        start--;
    sqlite3_result_text(context, path + start, (int)(end - start), SQLITE_TRANSIENT);
}

/* named_uuid(text): a UUID of version 8 that is the same for the same text, the first 122
 * bits of its SHA-256 (https://www.rfc-editor.org/rfc/rfc9562#section-5.8, appendix B.2).
 */
static void sql_named_uuid(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    char hex[TEXT_HASH_SIZE], uuid[37];
    const void *text = sqlite3_value_text(values[0]);
    if (!text)
        return;
    text_hash(text, (size_t)sqlite3_value_bytes(values[0]), hex);
    int variant = hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10;
    snprintf(uuid, sizeof uuid, "%.8s-%.4s-8%.3s-%c%.3s-%.12s", hex, hex + 8, hex + 13,
             "89ab"[variant & 3], hex + 17, hex + 20);
    sqlite3_result_text(context, uuid, -1, SQLITE_TRANSIENT);
}

/* is_desk(title, labels): 1 where an issue is a nightly desk, called so and awaiting a
 * decision; is_desk(title): 1 where it is called so. */
static void sql_is_desk(sqlite3_context *context, int count, sqlite3_value **values) {
    const char *title = (const char *)sqlite3_value_text(values[0]);
    const char *labels = count > 1 ? (const char *)sqlite3_value_text(values[1]) : NULL;
    if (!title || (count > 1 && !labels))
        return;
    bool called = text_starts_with(title, "Decision Desk ") ||
                  text_starts_with(title, "Enhanced Decision Desk ");
    bool awaits = !labels || strcasestr(labels, "\"state:awaiting-decision\"");
    sqlite3_result_int(context, called && awaits);
}

static const struct {
    const char *name;
    int arguments;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
} functions[] = {
    {"slug", 1, sql_slug},
    {"base_name", 1, sql_base_name},
    {"named_uuid", 1, sql_named_uuid},
    {"is_desk", 1, sql_is_desk},
    {"is_desk", 2, sql_is_desk},
};

int functions_register(sqlite3 *db, char **message,
                       const struct sqlite3_api_routines *api) {
    (void)message;
    (void)api;
    for (size_t i = 0; i < COUNT_OF(functions); i++) {
        int code = sqlite3_create_function_v2(db, functions[i].name, functions[i].arguments,
                                              SQLITE_UTF8 | SQLITE_DETERMINISTIC |
                                                  SQLITE_INNOCUOUS,
                                              NULL, functions[i].call, NULL, NULL, NULL);
        if (code != SQLITE_OK)
            return code;
    }
    static int (*const others[])(sqlite3 *) = {series_sql_register, notation_register,
                                               place_register,      network_register,
                                               money_register,      retrieval_register};
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < COUNT_OF(others); i++)
        code = others[i](db);
    return code;
}
