/*
 * A system: what can be asked of one kind of source, as its folder sources/NAME declares.
 *
 * system.sql says how to reach it:
 *     transport: http or git                 url: the default base address (http)
 *     auth:      none or bearer              header: NAME: VALUE, sent with every request
 *     setting:   NAME (repeat, required, path): what it means
 * Every other file asks:
 *     pages:  none or link (RFC 8288)        absent: statuses that mean "there is none"
 *     answer: array, object or any           cursor: the column by which a window ascends
 *     output: text, or lines, records (after each a NUL), line-fields, record-fields
 *             (U+001F between fields): how git's output becomes :body
 */
#ifndef COLLECT_SYSTEM_H
#define COLLECT_SYSTEM_H

#include "declare/declare.h"
#include "site/site.h"

struct system_setting {
    char *key;
    bool repeat, required, path;
};

struct system {
    char *name;
    struct declarations declarations; /* without system.sql */
    struct declaration self;          /* system.sql */
    struct {
        struct system_setting *items;
        size_t count, capacity;
    } settings;
};

/* Reads the system that SOURCE names as its type; false where there is none, the error at
 * the source's line. SYSTEM is to be freed in either case. */
bool system_read(const struct library *library, const struct site *site,
                 const struct source *source, struct system *system, struct error *error);

void system_free(struct system *system);

/* SOURCE's settings, checked against the system's rules, paths made absolute by the site's
 * folder; the items stay the caller's to free with settings_free(). */
struct settings {
    struct setting *items;
    size_t count, capacity;
};
bool system_settings(const struct system *system, const struct site *site,
                     const struct source *source, struct settings *settings,
                     struct error *error);
void settings_free(struct settings *settings);

/* The last value of a setting, or FALLBACK. Borrowed. */
const char *settings_value(const struct settings *settings, const char *key,
                           const char *fallback);

#endif
