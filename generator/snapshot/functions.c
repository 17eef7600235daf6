#include "snapshot/functions.h"

#include "base/base.h"

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

struct numbers {
    double *items;
    size_t count, capacity;
};

static int compare_numbers(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* median(number): of those that are not NULL; of an even count the mean of the middle two.
 * NULL where there is none. */
static void sql_median_step(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    struct numbers *numbers = sqlite3_aggregate_context(context, sizeof *numbers);
    if (!numbers)
        sqlite3_result_error_nomem(context);
    else
        *LIST_ADD(numbers) = sqlite3_value_double(values[0]);
}

static void sql_median_end(sqlite3_context *context) {
    struct numbers *numbers = sqlite3_aggregate_context(context, 0);
    if (!numbers)
        return;
    size_t middle = numbers->count / 2;
    qsort(numbers->items, numbers->count, sizeof *numbers->items, compare_numbers);
    double high = numbers->items[middle];
    double low = numbers->count % 2 ? high : numbers->items[middle - 1];
    sqlite3_result_double(context, low / 2 + high / 2);
    free(numbers->items);
}

static const struct {
    const char *name;
    int arguments;
    void (*call)(sqlite3_context *, int, sqlite3_value **); /* NULL: an aggregate */
    void (*step)(sqlite3_context *, int, sqlite3_value **);
    void (*end)(sqlite3_context *);
} functions[] = {
    {"slug", 1, sql_slug, NULL, NULL},
    {"base_name", 1, sql_base_name, NULL, NULL},
    {"named_uuid", 1, sql_named_uuid, NULL, NULL},
    {"median", 1, NULL, sql_median_step, sql_median_end},
};

int functions_register(sqlite3 *db, char **message,
                       const struct sqlite3_api_routines *api) {
    (void)message;
    (void)api;
    for (size_t i = 0; i < COUNT_OF(functions); i++) {
        int code = sqlite3_create_function_v2(
            db, functions[i].name, functions[i].arguments,
            SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, functions[i].call,
            functions[i].step, functions[i].end, NULL);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}
