#include "passes/rule.h"

#include "passes/model.h"
#include "passes/rule_setting.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const struct field_rule pass_fields[] = {{"setting", true, false},
                                                {"needs", false, false}};

static const struct field_rule check_fields[] = {
    {"group", false, true},      {"severity", false, true}, {"remedy", false, true},
    {"reference", false, false}, {"repeats", false, false}, {"setting", true, false},
};

static const struct field_rule recommendation_fields[] = {
    {"group", false, true},
    {"effort", false, true},
    {"reference", false, false},
    {"setting", true, false},
};

static const char *const severities[] = {"critical", "high", "medium", "low", "info"};

static bool check_severity(const struct declaration *check, struct error *error) {
    const char *severity = declaration_field(check, "severity", "");
    for (size_t i = 0; i < COUNT_OF(severities); i++)
        if (!strcmp(severity, severities[i]))
            return true;
    const char *nearest = text_nearest(severity, severities, COUNT_OF(severities));
    return error_at(error, check->origin, declaration_field_line(check, "severity"), 0,
                    "severity '%s' is unknown; write '%s'", severity,
                    nearest ? nearest : "medium");
}

/* Hours: what one can plan. */
static bool check_effort(const struct declaration *recommendation, struct error *error) {
    enum { MOST_HOURS = 1000 };
    const char *effort = declaration_field(recommendation, "effort", "");
    char *rest;
    double hours = strtod(effort, &rest);
    return (strspn(effort, "0123456789.") == strlen(effort) && !*rest && hours > 0 &&
            hours <= MOST_HOURS) ||
           error_at(error, recommendation->origin,
                    declaration_field_line(recommendation, "effort"), 0,
                    "effort is a number of hours, such as 0.5, of at most %d", MOST_HOURS);
}

static const char *name_of(const struct declaration *rule) {
    return strchr(rule->name, '/') + 1;
}

/* A waiver whose check is misspelt would never hold, and nobody would know why. */
static bool check_waivers(const struct rules *rules, const struct site *site,
                          struct error *error) {
    const char **names = xcalloc(rules->checks.count + 1, sizeof *names);
    for (size_t i = 0; i < rules->checks.count; i++)
        names[i] = name_of(&rules->checks.items[i]);
    for (size_t w = 0; !error->kind && w < site->waivers.count; w++) {
        const struct waiver *waiver = &site->waivers.items[w];
        size_t i = 0;
        while (i < rules->checks.count && strcmp(names[i], waiver->check))
            i++;
        if (i < rules->checks.count)
            continue;
        const char *nearest = text_nearest(waiver->check, names, rules->checks.count);
        error_at(error, site->waiver_file, waiver->check_line, waiver->check_column,
                 "unknown check \"%s\"; %s%s%s", waiver->check,
                 nearest ? "did you mean \"" : "the page of checks lists them",
                 nearest ? nearest : "", nearest ? "\"?" : "");
    }
    free(names);
    return !error->kind;
}

static bool no_more(const struct declaration *rule, struct error *error) {
    (void)rule;
    (void)error;
    return true;
}

bool rules_read(const struct site *site, const struct library *library, struct rules *rules,
                struct error *error) {
    const struct {
        const char *folder;
        struct declarations *rules;
        const struct field_rule *fields;
        size_t field_count;
        bool (*check)(const struct declaration *, struct error *);
    } kinds[] = {
        {"passes/", &rules->passes, pass_fields, COUNT_OF(pass_fields), no_more},
        {"checks/", &rules->checks, check_fields, COUNT_OF(check_fields), check_severity},
        {"recommendations/", &rules->recommendations, recommendation_fields,
         COUNT_OF(recommendation_fields), check_effort},
    };
    bool ok = true;
    for (size_t k = 0; ok && k < COUNT_OF(kinds); k++) {
        ok = declarations_read(library, kinds[k].folder, kinds[k].rules, error);
        for (size_t i = 0; ok && i < kinds[k].rules->count; i++) {
            const struct declaration *rule = &kinds[k].rules->items[i];
            ok = declaration_check_fields(rule, kinds[k].fields, kinds[k].field_count,
                                          error) &&
                 kinds[k].check(rule, error) && rule_settings_declare(rules, rule, error);
        }
    }
    return ok && rule_settings_set(rules, site, error) &&
           models_select(rules, site, error) && check_waivers(rules, site, error);
}

void rules_free(struct rules *rules) {
    for (size_t i = 0; i < rules->settings.count; i++)
        rule_setting_free(&rules->settings.items[i]);
    free(rules->settings.items);
    declarations_free(&rules->passes);
    declarations_free(&rules->checks);
    declarations_free(&rules->recommendations);
}

/* As the catalogue calls it: "pass", "check", "recommendation". */
static const char *kind_of(const struct declaration *rule) {
    return text_starts_with(rule->name, "passes/")   ? "pass"
           : text_starts_with(rule->name, "checks/") ? "check"
                                                     : "recommendation";
}

static json_t *json_of_settings(const struct rules *rules) {
    json_t *rows = json_array();
    for (size_t i = 0; i < rules->settings.count; i++) {
        const struct rule_setting *setting = &rules->settings.items[i];
        json_array_append_new(rows, json_pack("[sssiffffs]", kind_of(setting->rule),
                                              name_of(setting->rule), setting->key,
                                              setting->position, setting->value,
                                              setting->fallback, setting->least,
                                              setting->most, setting->meaning));
    }
    return rows;
}

static json_t *json_of_waivers(const struct site *site) {
    json_t *rows = json_array();
    for (size_t i = 0; i < site->waivers.count; i++) {
        const struct waiver *waiver = &site->waivers.items[i];
        json_array_append_new(rows, json_pack("[ssss?Isssi]", waiver->name, waiver->check,
                                              waiver->source, waiver->repo,
                                              (json_int_t)waiver->number, waiver->who,
                                              waiver->why, waiver->until, waiver->line));
    }
    return rows;
}

/* Runs a statement with ROWS and, where there is one, EDITION. */
static void run_with(struct snapshot *snapshot, const char *name, const char *edition,
                     const json_t *rows) {
    char *text = json_dumps(rows, 0);
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    query_bind_text(query, ":rows", text);
    if (edition)
        query_bind_text(query, ":edition", edition);
    snapshot_run(snapshot, query);
    free(text);
}

void rules_save(const struct rules *rules, const struct site *site,
                struct snapshot *snapshot) {
    json_t *settings = json_of_settings(rules), *waivers = json_of_waivers(site);
    snapshot_catalogue(snapshot, "pass", &rules->passes);
    snapshot_catalogue(snapshot, "check", &rules->checks);
    snapshot_catalogue(snapshot, "recommendation", &rules->recommendations);
    run_with(snapshot, "rule.forget_settings", NULL, settings);
    run_with(snapshot, "rule.save_settings", NULL, settings);
    for (size_t i = 0; i < site->editions.count; i++) {
        run_with(snapshot, "rule.forget_waivers", site->editions.items[i].name, waivers);
        run_with(snapshot, "rule.save_waivers", site->editions.items[i].name, waivers);
    }
    snapshot_run(snapshot, snapshot_query(snapshot, "edition.forget_found"));
    snapshot_run(snapshot, snapshot_query(snapshot, "edition.forget_score_parts"));
    snapshot_run(snapshot, snapshot_query(snapshot, "edition.forget_items"));
    snapshot_run(snapshot, snapshot_query(snapshot, "edition.forget_priority_parts"));
    snapshot_run(snapshot, snapshot_query(snapshot, "edition.forget_model_scores"));
    snapshot_run(snapshot, snapshot_query(snapshot, "edition.forget_recommendations"));
    json_decref(settings);
    json_decref(waivers);
}

static bool bind(const struct rules *rules, const struct declaration *rule,
                 sqlite3_stmt *select, int parameter) {
    const char *name = sqlite3_bind_parameter_name(select, parameter);
    for (size_t i = 0; name && i < rules->settings.count; i++) {
        const struct rule_setting *setting = &rules->settings.items[i];
        if (setting->rule != rule || strcmp(setting->parameter, name))
            continue;
        if (setting->value == (double)(int64_t)setting->value)
            sqlite3_bind_int64(select, parameter, (int64_t)setting->value);
        else
            sqlite3_bind_double(select, parameter, setting->value);
        return true;
    }
    return false;
}

bool rule_bind(const struct rules *rules, const struct declaration *rule,
               const struct statement *statement, sqlite3_stmt *select,
               struct error *error) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(select); i++)
        if (!bind(rules, rule, select, i)) {
            const char *name = sqlite3_bind_parameter_name(select, i);
            return statement_error(rule, statement, error,
                                   "the parameter %s is no setting of this rule; its "
                                   "header declares them: setting: name (default, least "
                                   "to most): what it means",
                                   name ? name : "?");
        }
    return true;
}
