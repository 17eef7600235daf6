#include "collect/limits.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* A limit: its place in struct limits and its range. */
static const struct limit {
    const char *key;
    size_t offset;
    char unit;
    int64_t usual, least, most;
} table[] = {
    {"concurrency", offsetof(struct limits, concurrency), 0, 8, 1, 64},
    {"timeout", offsetof(struct limits, timeout), 's', 60, 1, 3600},
    {"retries", offsetof(struct limits, retries), 0, 3, 0, 10},
    {"deadline", offsetof(struct limits, deadline), 's', 900, 1, 86400},
    {"max-requests", offsetof(struct limits, max_requests), 0, 0, 0, 1000000000},
    {"full-every", offsetof(struct limits, full_every), 's', 604800, 0, 31536000},
};

const struct setting_rule limit_rules[] = {
    {"concurrency", false, false},  {"timeout", false, false},
    {"retries", false, false},      {"deadline", false, false},
    {"max-requests", false, false}, {"full-every", false, false},
};
const size_t limit_rule_count = COUNT_OF(limit_rules);

static bool take(const struct site *site, const struct setting *setting,
                 const struct limit *limit, struct limits *limits, struct error *error) {
    int64_t value =
        limit->unit ? text_seconds(setting->value) : text_number(setting->value);
    if (value < limit->least || value > limit->most)
        return error_at(error, site->file, setting->line, setting->column,
                        limit->unit
                            ? "%s is a time from %lld to %lld seconds, written like "
                              "30s, 15m, 2h or 7d"
                            : "%s is a number from %lld to %lld",
                        limit->key, (long long)limit->least, (long long)limit->most);
    *(int64_t *)((char *)limits + limit->offset) = value;
    return true;
}

bool limits_read(const struct site *site, const struct system *system,
                 const struct settings *settings, struct limits *limits,
                 struct error *error) {
    for (size_t i = 0; i < COUNT_OF(table); i++)
        *(int64_t *)((char *)limits + table[i].offset) = table[i].usual;
    const char *declared = declaration_field(&system->self, "concurrency", NULL);
    if (declared)
        limits->concurrency = atoi(declared);
    bool ok = true;
    for (size_t s = 0; ok && s < settings->count; s++)
        for (size_t i = 0; ok && i < COUNT_OF(table); i++)
            if (!strcmp(settings->items[s].key, table[i].key))
                ok = take(site, &settings->items[s], &table[i], limits, error);
    return ok;
}
