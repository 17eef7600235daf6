#include "snapshot/money.h"

#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MILLION = 1000000, BILLION = 1000000000, PLACES = 6 };

static void give(sqlite3_context *context, int64_t value) {
    if (value <= MONEY_MOST && value >= -MONEY_MOST)
        sqlite3_result_int64(context, value);
}

static void sql_money(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    int64_t value = 0;
    if (!text)
        return;
    static const char around[] = " \"";
    char *plain = xstrdup(text + strspn(text, around));
    for (size_t end = strlen(plain); end && strchr(around, plain[end - 1]); end--)
        plain[end - 1] = '\0';
    if (decimal_read(plain, PLACES, &value))
        give(context, value);
    free(plain);
}

static void sql_money_text(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    char text[32];
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    int64_t value = sqlite3_value_int64(values[0]);
    uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value;
    int length = snprintf(text, sizeof text, "%s%llu.%06llu", value < 0 ? "-" : "",
                          (unsigned long long)(size / MILLION),
                          (unsigned long long)(size % MILLION));
    for (int least = length - 4; length > least && text[length - 1] == '0';)
        text[--length] = '\0';
    sqlite3_result_text(context, text, length, SQLITE_TRANSIENT);
}

static void sql_money_of_tokens(sqlite3_context *context, int count,
                                sqlite3_value **values) {
    __int128 sum = 0;
    int64_t value = 0;
    for (int i = 0; i + 1 < count; i += 2) {
        int64_t tokens = sqlite3_value_int64(values[i]);
        if (tokens < 0 || (tokens && sqlite3_value_type(values[i + 1]) == SQLITE_NULL))
            return;
        if (__builtin_add_overflow(
                sum, (__int128)tokens * sqlite3_value_int64(values[i + 1]), &sum))
            return;
    }
    if (decimal_scale(sum, 1, MILLION, &value))
        give(context, value);
}

static void sql_money_converted(sqlite3_context *context, int count,
                                sqlite3_value **values) {
    (void)count;
    int64_t value = 0;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL ||
        sqlite3_value_type(values[1]) == SQLITE_NULL)
        return;
    if (decimal_scale(sqlite3_value_int64(values[0]), sqlite3_value_int64(values[1]),
                      BILLION, &value))
        give(context, value);
}

static void sql_money_divided(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    int64_t value = 0, shares = sqlite3_value_int64(values[1]);
    if (sqlite3_value_type(values[0]) != SQLITE_NULL && shares > 0 &&
        decimal_scale(sqlite3_value_int64(values[0]), 1, shares, &value))
        give(context, value);
}

int money_register(sqlite3 *db) {
    static const struct {
        const char *name;
        int arguments;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {
        {"money", 1, sql_money},
        {"money_text", 1, sql_money_text},
        {"money_of_tokens", -1, sql_money_of_tokens},
        {"money_converted", 2, sql_money_converted},
        {"money_divided", 2, sql_money_divided},
    };
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < COUNT_OF(functions); i++)
        code = sqlite3_create_function_v2(db, functions[i].name, functions[i].arguments,
                                          SQLITE_UTF8 | SQLITE_DETERMINISTIC |
                                              SQLITE_INNOCUOUS,
                                          NULL, functions[i].call, NULL, NULL, NULL);
    return code;
}
