#include "passes/passes.h"

#include "passes/cost.h"
#include "passes/finding_event.h"
#include "passes/pass.h"
#include "passes/standing.h"

#include <stdlib.h>
#include <string.h>

struct passes {
    struct pass *items;
    size_t count, capacity;
};

static bool add(struct passes *passes, const struct analysis *analysis,
                const struct declaration *declaration, const struct statement *statement,
                const char *table) {
    return pass_prepare(LIST_ADD(passes), analysis, declaration, statement, table);
}

/* Without a rule nothing tells whose rows they are. */
static bool check_alone(const struct passes *passes, const struct analysis *analysis) {
    const struct pass *last = &passes->items[passes->count - 1];
    for (size_t i = 0; i + 1 < passes->count && !last->own_rows; i++)
        if (passes->items[i].table && !strcmp(passes->items[i].table, last->table))
            return statement_error(
                last->declaration, last->statement, analysis->error,
                "table %s is written by %s already, and one pass only can", last->table,
                passes->items[i].declaration->origin);
    return true;
}

static bool prepare_pass(struct passes *passes, const struct analysis *analysis,
                         const struct declaration *declaration) {
    bool ok = true;
    for (size_t i = 0; ok && i < declaration->statements.count; i++) {
        const struct statement *statement = &declaration->statements.items[i];
        bool points = !strcmp(statement->words[0], "points") && !statement->words[1];
        bool rows = !strcmp(statement->words[0], "rows") && statement->words[1] &&
                    !statement->words[2];
        if (!points && !rows)
            return statement_error(declaration, statement, analysis->error,
                                   "a pass has statements '-- rows TABLE' and '-- points'");
        ok = add(passes, analysis, declaration, statement, statement->words[1]) &&
             (points || check_alone(passes, analysis));
    }
    return ok;
}

/* Prepares rules of a KIND that have one statement, called NAME, for TABLE. */
static bool prepare_single(struct passes *passes, const struct analysis *analysis,
                           const struct declarations *rules, const char *kind,
                           const char *name, const char *table) {
    for (size_t i = 0; i < rules->count; i++) {
        const struct declaration *rule = &rules->items[i];
        const struct statement *statement = declaration_statement(rule, name);
        if (!statement || rule->statements.count != 1)
            return error_at(analysis->error, rule->origin, 1, 0,
                            "a %s has one statement, '-- %s'", kind, name);
        if (!add(passes, analysis, rule, statement, table))
            return false;
    }
    return true;
}

/* What is noted is made from findings and points: these are never late. Whoever reads what
 * a late pass writes is late, too. */
static bool waits_for_notes(const struct passes *passes, const struct pass *pass) {
    bool waits =
        step_reads(&pass->step, "finding_event.") || step_reads(&pass->step, "point.");
    for (size_t i = 0; i < passes->count; i++)
        waits |=
            passes->items[i].late && step_waits_for(&pass->step, &passes->items[i].step);
    return waits && pass->table && strcmp(pass->table, "found") != 0 &&
           strcmp(pass->table, "finding") != 0;
}

static void find_late(struct passes *passes) {
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < passes->count; i++) {
            struct pass *pass = &passes->items[i];
            bool late = waits_for_notes(passes, pass);
            found |= late && !pass->late;
            pass->late = late;
        }
    }
}

static bool order(struct passes *passes, struct error *error) {
    struct step **steps = xcalloc(passes->count, sizeof *steps);
    for (size_t i = 0; i < passes->count; i++)
        steps[i] = &passes->items[i].step;
    bool ok = order_derive(steps, passes->count, error);
    free(steps);
    find_late(passes);
    return ok;
}

static bool run_in_order(struct passes *passes, bool late,
                         const struct analysis *analysis) {
    for (size_t wave = 0; wave <= passes->count; wave++)
        for (size_t i = 0; i < passes->count; i++)
            if (passes->items[i].step.wave == wave && passes->items[i].late == late &&
                !pass_run(&passes->items[i], analysis))
                return false;
    return true;
}

static void passes_free(struct passes *passes) {
    for (size_t i = 0; i < passes->count; i++)
        pass_free(&passes->items[i]);
    free(passes->items);
}

static bool prepare_all(struct passes *passes, const struct analysis *analysis) {
    const struct rules *rules = analysis->rules;
    bool ok = true;
    for (size_t i = 0; ok && i < rules->passes.count; i++)
        ok = prepare_pass(passes, analysis, &rules->passes.items[i]);
    ok = ok &&
         prepare_single(passes, analysis, &rules->checks, "check", "finding", "found") &&
         prepare_single(passes, analysis, &rules->recommendations, "recommendation",
                        "recommendation", "recommendation");
    return ok && order(passes, analysis->error);
}

static void save_edition(struct snapshot *snapshot, const struct edition *edition) {
    char *zones = edition_zones_json(edition);
    sqlite3_stmt *query = snapshot_query(snapshot, "edition.save");
    query_bind_text(query, ":edition", edition->name);
    query_bind_text(query, ":zones", zones);
    query_bind_int(query, ":run", snapshot_last_run(snapshot));
    query_bind_text(query, ":now", clock_now_text());
    snapshot_run(snapshot, query);
    free(zones);
}

static void end(const struct passes *passes, const struct analysis *analysis) {
    struct names steps = {0};
    for (size_t i = 0; i < passes->count; i++)
        *LIST_ADD(&steps) = passes->items[i].name;
    analysis_end(analysis, &steps);
    free(steps.items);
}

static bool run_all(struct passes *passes, const struct analysis *analysis) {
    struct snapshot *snapshot = analysis->snapshot;
    point_begin(snapshot);
    if (!run_in_order(passes, false, analysis))
        return false;
    finding_event_note(snapshot, analysis->reader, analysis->edition);
    point_keep(snapshot, analysis->edition);
    if (!run_in_order(passes, true, analysis))
        return false;
    standing_keep(snapshot, analysis->edition);
    return true;
}

/* What an edition may no longer show, no pass reads. */
static void judge_archive(struct snapshot *snapshot, const struct edition *edition) {
    snapshot_begin(snapshot);
    archive_day_judge(snapshot, edition, NULL);
    snapshot_commit(snapshot);
}

static bool edition_run(const struct rules *rules, struct snapshot *snapshot,
                        const struct edition *edition, bool only_check,
                        struct error *error) {
    struct reader reader;
    struct analysis analysis;
    struct passes passes = {0};
    if (!only_check)
        judge_archive(snapshot, edition);
    analysis_open(&analysis, rules, snapshot, edition, &reader, error);
    analysis.remembers = !only_check;
    bool ok = prepare_all(&passes, &analysis);
    if (ok && !only_check) {
        ok = run_all(&passes, &analysis);
        if (ok) {
            end(&passes, &analysis);
            save_edition(snapshot, edition);
        }
    }
    passes_free(&passes);
    analysis_close(&analysis);
    return ok;
}

static bool all_editions(const struct site *site, const struct library *library,
                         struct snapshot *snapshot, bool only_check, struct error *error) {
    struct rules rules = {0};
    bool ok = rules_read(site, library, &rules, error);
    if (ok && !only_check) {
        rules_save(&rules, site, snapshot);
        costs_save(site, snapshot);
        analyses_begin(snapshot);
    }
    for (size_t i = 0; ok && i < site->editions.count; i++)
        ok = edition_run(&rules, snapshot, &site->editions.items[i], only_check, error);
    if (ok && !only_check)
        analyses_end(snapshot);
    rules_free(&rules);
    return ok;
}

bool passes_run(const struct site *site, const struct library *library,
                struct snapshot *snapshot, struct error *error) {
    return all_editions(site, library, snapshot, false, error);
}

bool passes_check(const struct site *site, const struct library *library,
                  struct snapshot *snapshot, struct error *error) {
    return all_editions(site, library, snapshot, true, error);
}

bool passes_read(const struct site *site, const struct library *library,
                 struct declarations *passes, struct error *error) {
    struct rules rules = {0};
    bool ok = rules_read(site, library, &rules, error);
    *passes = rules.passes;
    rules.passes = (struct declarations){0};
    rules_free(&rules);
    return ok;
}

bool passes_are_current(const struct site *site, struct snapshot *snapshot,
                        const struct edition *edition, struct error *error) {
    char *zones = edition_zones_json(edition);
    sqlite3_stmt *query = snapshot_query(snapshot, "edition.current");
    query_bind_text(query, ":edition", edition->name);
    query_bind_text(query, ":zones", zones);
    query_bind_int(query, ":run", snapshot_last_run(snapshot));
    bool current = query_int(query, 0);
    free(zones);
    return current ||
           error_at(error, site->file, edition->line, 0,
                    "edition \"%s\" was not analysed as it is now; run tower analyse first",
                    edition->name);
}
