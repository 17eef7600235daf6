/*
 * rule: the passes, checks and recommendations as they run: their declarations with their
 * settings.
 *
 * In:  passes/NAME.sql, checks/NAME.sql and recommendations/NAME.sql; of site.conf the
 *      sections [rule "NAME"] and the models to show (passes/model.h); the waivers.
 * Out: struct rules; the tables rule_setting, waiver and declaration.
 * Holds: each setting has a value within its bounds; a setting that is unknown or out of
 * range was refused with its place in site.conf, a waiver of an unknown check with its own.
 * A declaration's hash is that of its text and of what site.conf sets otherwise: with
 * another value it is another rule.
 *
 * A setting is declared in the header, and its value bound to the parameter of its name
 * ('-' becomes '_') in each statement of the file; all values, also those of other rules,
 * are in the table rule_setting:
 *
 *     -- setting: stale-days (30, 1 to 3650): days without a touch, after which ...
 *
 *     ... WHERE updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', -:stale_days || '
 * days')
 */
#ifndef PASSES_RULE_H
#define PASSES_RULE_H

#include "snapshot/snapshot.h"

struct rule_setting {
    const struct declaration *rule;
    char *key, *parameter; /* "stale-days", ":stale_days" */
    char *meaning;
    int position; /* in the header */
    double value, fallback, least, most;
};

struct rules {
    struct declarations passes, checks, recommendations;
    struct {
        struct rule_setting *items;
        size_t count, capacity;
    } settings;
};

/* Reads them, and checks headers, settings and waivers. RULES is to be freed in either
 * case. */
bool rules_read(const struct site *site, const struct library *library, struct rules *rules,
                struct error *error);

void rules_free(struct rules *rules);

/* Puts them and their settings into the snapshot's catalogue, the waivers for each edition,
 * and forgets what was found by rules that are gone. */
void rules_save(const struct rules *rules, const struct site *site,
                struct snapshot *snapshot);

/* Binds the settings of RULE to the parameters of SELECT, which is a STATEMENT of it. False
 * where there is a parameter that is no setting. */
bool rule_bind(const struct rules *rules, const struct declaration *rule,
               const struct statement *statement, sqlite3_stmt *select,
               struct error *error);

#endif
