#include "passes/pass.h"

#include <stdlib.h>
#include <string.h>

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

static bool is_about_something(const char *table) {
    return !strcmp(table, "found") || !strcmp(table, "recommendation");
}

/* What the engine gives itself: the edition, the rule where the table has one, the key of
 * most findings and recommendations, and what the header says of all rows where these do
 * not differ in it: a check's severity, a recommendation's effort. */
static bool open_load(struct pass *pass, const struct analysis *analysis) {
    struct snapshot *snapshot = analysis->snapshot;
    const char *table = pass->table;
    static const char *const fields[] = {"severity", "effort"};
    struct load_fixed fixed[3 + COUNT_OF(fields)] = {{"edition", analysis->edition}};
    struct error inner = {0};
    size_t count = 1;
    bool pure = text_starts_with(pass->declaration->name, "passes/");
    if (!pure || pass->own_rows)
        fixed[count++] =
            (struct load_fixed){"rule", strchr(pass->declaration->name, '/') + 1};
    if (is_about_something(table) && !gives(pass->select, "key"))
        fixed[count++] = (struct load_fixed){"key", NULL};
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        const char *value = declaration_field(pass->declaration, fields[i], NULL);
        if (value && !gives(pass->select, fields[i]))
            fixed[count++] = (struct load_fixed){fields[i], value};
    }
    bool ok = load_open(snapshot, table, pass->select, fixed, count, &pass->load, &inner);
    if (ok)
        load_writes(&pass->load, &pass->step.writes);
    else
        statement_error(pass->declaration, pass->statement, analysis->error, "%s",
                        inner.text);
    error_free(&inner);
    return ok;
}

/* Makes the statement; what it reads is noted. */
static bool compile(struct pass *pass, const struct analysis *analysis) {
    struct reader *reader = analysis->reader;
    reader->reads = &pass->step.reads;
    pass->select =
        reader_prepare(reader, pass->declaration, pass->statement, analysis->error);
    reader->reads = NULL;
    return pass->select != NULL;
}

static bool bind_settings(const struct pass *pass, const struct analysis *analysis) {
    return rule_bind(analysis->rules, pass->declaration, pass->statement, pass->select,
                     analysis->error);
}

static bool prepare_points(struct pass *pass, const struct analysis *analysis) {
    struct error inner = {0};
    if (!point_check(pass->select, &inner))
        statement_error(pass->declaration, pass->statement, analysis->error, "%s",
                        inner.text);
    error_free(&inner);
    return !analysis->error->kind && bind_settings(pass, analysis);
}

static struct analysis_step remembered(struct pass *pass) {
    return (struct analysis_step){pass->name, pass->input, &pass->step, &pass->own_rows};
}

/* What is found becomes a finding only where no waiver covers it; see finding.sql. */
static void choose_table(struct pass *pass) {
    if (strcmp(pass->table, "finding") != 0 || !pass->own_rows)
        return;
    free(pass->table);
    pass->table = xstrdup("found");
}

/* Makes its statement, and what it reads and writes. */
static bool make(struct pass *pass, const struct analysis *analysis) {
    step_free(&pass->step);
    if (!compile(pass, analysis))
        return false;
    if (!pass->table)
        return prepare_points(pass, analysis);
    pass->own_rows =
        table_has_rule(analysis->snapshot, pass->table) && !gives(pass->select, "rule");
    choose_table(pass);
    return bind_settings(pass, analysis) && open_load(pass, analysis);
}

/* Points are gathered every night: what is not among them has ended. */
static bool recall(struct pass *pass, const struct analysis *analysis) {
    struct analysis_step step = remembered(pass);
    if (!pass->table || !analysis->remembers || !analysis_recall(analysis, &step))
        return false;
    choose_table(pass);
    return true;
}

bool pass_prepare(struct pass *pass, const struct analysis *analysis,
                  const struct declaration *declaration, const struct statement *statement,
                  const char *table) {
    *pass = (struct pass){
        .declaration = declaration,
        .statement = statement,
        .table = table ? xstrdup(table) : NULL,
        .name = xasprintf("%s %s%s%s", declaration->name, statement->words[0],
                          statement->words[1] ? " " : "",
                          statement->words[1] ? statement->words[1] : ""),
        .input = xasprintf("%s %s", analysis->made, declaration->hash),
        .step.name = declaration->name,
    };
    return recall(pass, analysis) || make(pass, analysis);
}

/* Replaces the edition's rows of this pass in one transaction. A row that the schema
 * refuses is a mistake in the pass; the row itself is not told: it may be above what the
 * one who reads the error may see. */
static bool run(struct pass *pass, const struct analysis *analysis) {
    struct snapshot *snapshot = analysis->snapshot;
    char *reason = NULL;
    snapshot_clock_asked();
    snapshot_begin(snapshot);
    int code = load_replace(&pass->load, pass->select, &reason);
    if (reason)
        statement_error(pass->declaration, pass->statement, analysis->error,
                        "gives a row that the schema refuses: %s", reason);
    else if (code != SQLITE_DONE)
        reader_error(analysis->reader, pass->declaration, pass->statement, analysis->error);
    sqlite3_reset(pass->select);
    if (code == SQLITE_DONE) {
        struct analysis_step step = remembered(pass);
        analysis_note(analysis, &step, snapshot_clock_asked());
        snapshot_commit(snapshot);
    } else {
        snapshot_roll_back(snapshot);
    }
    free(reason);
    return code == SQLITE_DONE;
}

static bool run_points(struct pass *pass, const struct analysis *analysis) {
    struct error inner = {0}, *error = analysis->error;
    int code;
    bool ok = true;
    while (ok && (code = sqlite3_step(pass->select)) == SQLITE_ROW)
        ok = point_add(analysis->snapshot, pass->select, &inner);
    if (!ok)
        statement_error(pass->declaration, pass->statement, error, "%s", inner.text);
    else if (code != SQLITE_DONE)
        reader_error(analysis->reader, pass->declaration, pass->statement, error);
    sqlite3_reset(pass->select);
    error_free(&inner);
    return !error->kind;
}

static bool is_current(struct pass *pass, const struct analysis *analysis) {
    return pass->table && analysis_is_current(analysis, pass->name, pass->input);
}

bool pass_run(struct pass *pass, const struct analysis *analysis) {
    if (is_current(pass, analysis))
        return true;
    if (!pass->select && !make(pass, analysis))
        return false;
    return pass->table ? run(pass, analysis) : run_points(pass, analysis);
}

void pass_free(struct pass *pass) {
    sqlite3_finalize(pass->select);
    if (pass->load.table)
        load_close(&pass->load);
    free(pass->table);
    step_free(&pass->step);
    free(pass->name);
    free(pass->input);
}
