#include "passes/passes.h"

#include "passes/finding_event.h"
#include "passes/rule.h"

#include <stdlib.h>
#include <string.h>

/* A statement that gives rows, ready to be run for an edition. */
struct pass {
    const struct declaration *declaration;
    const struct statement *statement;
    sqlite3_stmt *select;
    bool points; /* they are gathered, all passes' together; else the rows are loaded */
    bool late;   /* it reads what is noted of the night when the others are done */
    struct load load;
    struct step step;
};

struct passes {
    struct pass *items;
    size_t count, capacity;
};

static bool table_has_rule(struct snapshot *snapshot, const char *table) {
    sqlite3_stmt *query = snapshot_query(snapshot, "load.columns");
    bool has = false;
    query_bind_text(query, ":table", table);
    while (query_row(query))
        has |= !strcmp(column_text(query, 0), "rule");
    return has;
}

static bool gives(sqlite3_stmt *select, const char *column) {
    for (int i = 0; i < sqlite3_column_count(select); i++)
        if (!strcmp(sqlite3_column_name(select, i), column))
            return true;
    return false;
}

/* Each pass replaces a table's rows, or in it those of its own rule; a check is always the
 * rule of what it finds. */
static bool has_own_rows(const struct pass *pass, struct snapshot *snapshot,
                         const char *table) {
    return table_has_rule(snapshot, table) && !gives(pass->select, "rule");
}

/* What the engine gives itself: the edition, the rule where the table has one, and a
 * check's severity where its rows do not differ in it. */
static bool open_load(struct pass *pass, struct snapshot *snapshot, const char *table,
                      const char *edition, struct error *error) {
    struct load_fixed fixed[3] = {{"edition", edition}};
    struct error inner = {0};
    size_t count = 1;
    const char *severity = declaration_field(pass->declaration, "severity", NULL);
    if (severity || has_own_rows(pass, snapshot, table))
        fixed[count++] =
            (struct load_fixed){"rule", strchr(pass->declaration->name, '/') + 1};
    if (severity && !gives(pass->select, "severity"))
        fixed[count++] = (struct load_fixed){"severity", severity};
    bool ok = load_open(snapshot, table, pass->select, fixed, count, &pass->load, &inner);
    if (ok)
        load_writes(&pass->load, &pass->step.writes);
    else
        statement_error(pass->declaration, pass->statement, error, "%s", inner.text);
    error_free(&inner);
    return ok;
}

/* Most findings are told apart by what they are about; then the engine makes the key. */
static void add_key(struct pass *pass, struct snapshot *snapshot, struct reader *reader) {
    sqlite3_stmt *maker = snapshot_query(snapshot, "edition.with_key");
    query_bind_text(maker, ":select", pass->statement->sql);
    query_bind_int(maker, ":repo", gives(pass->select, "repo"));
    query_bind_int(maker, ":number",
                   gives(pass->select, "repo") && gives(pass->select, "number"));
    char *sql = query_text(maker);
    sqlite3_finalize(pass->select);
    pass->select = NULL;
    if (sqlite3_prepare_v2(reader->db, sql, -1, &pass->select, NULL) != SQLITE_OK)
        query_fail(reader->db, sql);
    free(sql);
}

/* What most functions below need. */
struct analysis {
    const struct rules *rules;
    struct snapshot *snapshot;
    struct reader *reader;
    const char *edition;
    struct error *error;
};

static struct pass *add_pass(struct passes *passes, const struct analysis *analysis,
                             const struct declaration *declaration,
                             const struct statement *statement) {
    struct pass *pass = LIST_ADD(passes);
    struct reader *reader = analysis->reader;
    *pass = (struct pass){
        .declaration = declaration, .statement = statement, .step.name = declaration->name};
    reader->reads = &pass->step.reads;
    pass->select = reader_prepare(reader, declaration, statement, analysis->error);
    reader->reads = NULL;
    return pass;
}

static bool bind_settings(const struct pass *pass, const struct analysis *analysis) {
    return rule_bind(analysis->rules, pass->declaration, pass->statement, pass->select,
                     analysis->error);
}

/* What is found becomes a finding only where no waiver covers it; see finding.sql. */
static bool prepare(struct passes *passes, const struct analysis *analysis,
                    const struct declaration *declaration,
                    const struct statement *statement, const char *table) {
    struct pass *pass = add_pass(passes, analysis, declaration, statement);
    if (!pass->select)
        return false;
    if (!strcmp(table, "finding") && !gives(pass->select, "rule"))
        table = "found";
    if (!strcmp(table, "found") && !gives(pass->select, "key"))
        add_key(pass, analysis->snapshot, analysis->reader);
    return bind_settings(pass, analysis) &&
           open_load(pass, analysis->snapshot, table, analysis->edition, analysis->error);
}

static bool prepare_points(struct passes *passes, const struct analysis *analysis,
                           const struct declaration *declaration,
                           const struct statement *statement) {
    struct pass *pass = add_pass(passes, analysis, declaration, statement);
    struct error inner = {0};
    pass->points = true;
    if (pass->select && !point_check(pass->select, &inner))
        statement_error(declaration, statement, analysis->error, "%s", inner.text);
    error_free(&inner);
    return !analysis->error->kind && bind_settings(pass, analysis);
}

/* Without a rule nothing tells whose rows they are. */
static bool check_alone(const struct passes *passes, const struct analysis *analysis) {
    const struct pass *last = &passes->items[passes->count - 1];
    for (size_t i = 0; i + 1 < passes->count; i++)
        if (!passes->items[i].points &&
            !strcmp(passes->items[i].load.table, last->load.table) &&
            !has_own_rows(last, analysis->snapshot, last->load.table))
            return statement_error(
                last->declaration, last->statement, analysis->error,
                "table %s is written by %s already, and one pass only can",
                last->load.table, passes->items[i].declaration->origin);
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
        if (points)
            ok = prepare_points(passes, analysis, declaration, statement);
        else
            ok = prepare(passes, analysis, declaration, statement, statement->words[1]) &&
                 check_alone(passes, analysis);
    }
    return ok;
}

static bool prepare_check(struct passes *passes, const struct analysis *analysis,
                          const struct declaration *declaration) {
    const struct statement *statement = declaration_statement(declaration, "finding");
    if (!statement || declaration->statements.count != 1)
        return error_at(analysis->error, declaration->origin, 1, 0,
                        "a check has one statement, '-- finding'");
    return prepare(passes, analysis, declaration, statement, "found");
}

/* What is noted is made from findings and points: these are never late. Whoever reads what
 * a late pass writes is late, too. */
static bool waits_for_notes(const struct passes *passes, const struct pass *pass) {
    bool waits =
        step_reads(&pass->step, "finding_event.") || step_reads(&pass->step, "point.");
    for (size_t i = 0; i < passes->count; i++)
        waits |=
            passes->items[i].late && step_waits_for(&pass->step, &passes->items[i].step);
    return waits && !pass->points && strcmp(pass->load.table, "found") != 0 &&
           strcmp(pass->load.table, "finding") != 0;
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
    struct step *steps = xcalloc(passes->count, sizeof *steps);
    for (size_t i = 0; i < passes->count; i++)
        steps[i] = passes->items[i].step; /* shares what the pass owns */
    bool ok = order_derive(steps, passes->count, error);
    for (size_t i = 0; i < passes->count; i++)
        passes->items[i].step.wave = steps[i].wave;
    free(steps);
    find_late(passes);
    return ok;
}

/* The row itself is not told: it may be above what the one who reads the error may see. */
static void keep_reason(void *context, const struct load_refusal *refusal) {
    struct buffer *first = context;
    if (!first->size)
        buffer_printf(first, "gives a row that the schema refuses: %s", refusal->reason);
}

/* Replaces the edition's rows of this pass in one transaction. A row that the schema
 * refuses is a mistake in the pass. */
static bool run(struct pass *pass, struct snapshot *snapshot, struct reader *reader,
                struct error *error) {
    struct buffer refused = {0};
    int code;
    snapshot_begin(snapshot);
    while ((code = sqlite3_step(pass->select)) == SQLITE_ROW)
        load_stage(&pass->load, pass->select);
    if (code != SQLITE_DONE)
        reader_error(reader, pass->declaration, pass->statement, error);
    sqlite3_reset(pass->select);
    if (code == SQLITE_DONE) {
        load_apply(&pass->load, keep_reason, &refused);
        load_remove_gone(&pass->load, NULL, NULL);
    }
    snapshot_commit(snapshot);
    if (refused.size)
        statement_error(pass->declaration, pass->statement, error, "%s",
                        buffer_text(&refused));
    buffer_free(&refused);
    return !error->kind;
}

static bool run_points(struct pass *pass, struct snapshot *snapshot, struct reader *reader,
                       struct error *error) {
    struct error inner = {0};
    int code;
    bool ok = true;
    while (ok && (code = sqlite3_step(pass->select)) == SQLITE_ROW)
        ok = point_add(snapshot, pass->select, &inner);
    if (!ok)
        statement_error(pass->declaration, pass->statement, error, "%s", inner.text);
    else if (code != SQLITE_DONE)
        reader_error(reader, pass->declaration, pass->statement, error);
    sqlite3_reset(pass->select);
    error_free(&inner);
    return !error->kind;
}

static bool run_pass(struct pass *pass, struct snapshot *snapshot, struct reader *reader,
                     struct error *error) {
    return pass->points ? run_points(pass, snapshot, reader, error)
                        : run(pass, snapshot, reader, error);
}

static bool run_in_order(struct passes *passes, bool late, struct snapshot *snapshot,
                         struct reader *reader, struct error *error) {
    for (size_t wave = 0; wave <= passes->count; wave++)
        for (size_t i = 0; i < passes->count; i++)
            if (passes->items[i].step.wave == wave && passes->items[i].late == late &&
                !run_pass(&passes->items[i], snapshot, reader, error))
                return false;
    return true;
}

static void passes_free(struct passes *passes) {
    for (size_t i = 0; i < passes->count; i++) {
        sqlite3_finalize(passes->items[i].select);
        if (!passes->items[i].points)
            load_close(&passes->items[i].load);
        step_free(&passes->items[i].step);
    }
    free(passes->items);
}

static bool prepare_all(struct passes *passes, const struct analysis *analysis) {
    const struct rules *rules = analysis->rules;
    bool ok = true;
    for (size_t i = 0; ok && i < rules->passes.count; i++)
        ok = prepare_pass(passes, analysis, &rules->passes.items[i]);
    for (size_t i = 0; ok && i < rules->checks.count; i++)
        ok = prepare_check(passes, analysis, &rules->checks.items[i]);
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

static bool edition_run(const struct rules *rules, struct snapshot *snapshot,
                        const struct edition *edition, bool only_check,
                        struct error *error) {
    struct reader reader;
    struct passes passes = {0};
    struct analysis analysis = {rules, snapshot, &reader, edition->name, error};
    reader_open_edition(snapshot, edition, &reader);
    bool ok = prepare_all(&passes, &analysis);
    if (ok && !only_check) {
        point_begin(snapshot);
        ok = run_in_order(&passes, false, snapshot, &reader, error);
        if (ok) {
            finding_event_note(snapshot, &reader, edition->name);
            point_keep(snapshot, edition->name);
            ok = run_in_order(&passes, true, snapshot, &reader, error);
        }
        if (ok)
            save_edition(snapshot, edition);
    }
    passes_free(&passes);
    reader_close(&reader);
    return ok;
}

static bool all_editions(const struct site *site, const struct library *library,
                         struct snapshot *snapshot, bool only_check, struct error *error) {
    struct rules rules = {0};
    bool ok = rules_read(site, library, &rules, error);
    if (ok && !only_check)
        rules_save(&rules, site, snapshot);
    for (size_t i = 0; ok && i < site->editions.count; i++)
        ok = edition_run(&rules, snapshot, &site->editions.items[i], only_check, error);
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
