/* Preparing a question; what happens when it is asked is in ask.c. */
#include "collect/question.h"

#include <stdlib.h>
#include <string.h>

/* "complete(owner)": the kind, and the column in parentheses or NULL. The caller frees. */
static bool split_kind(const char *word, char **kind, char **column) {
    const char *open = strchr(word, '(');
    *kind = xstrndup(word, open ? (size_t)(open - word) : strlen(word));
    *column = open ? xstrndup(open + 1, strcspn(open + 1, ")")) : NULL;
    return !open || text_ends_with(word, ")");
}

static bool has_column(sqlite3_stmt *query, const char *name, int *index) {
    for (int i = 0; i < sqlite3_column_count(query); i++)
        if (!strcmp(sqlite3_column_name(query, i), name)) {
            *index = i;
            return true;
        }
    return false;
}

static bool set_scope_column(struct question *question, const struct statement *statement,
                             const char *column, struct error *error) {
    int index;
    if (!column)
        return true;
    if (!has_column(question->ask, column, &index))
        return statement_error(question->declaration, statement, error,
                               "the scope's column '%s' is not a column of the ask",
                               column);
    if (question->scope_column && strcmp(question->scope_column, column))
        return statement_error(
            question->declaration, statement, error,
            "all rows of a declaration have one scope column; '%s' stands "
            "above",
            question->scope_column);
    question->scope_column = sqlite3_column_name(question->ask, index);
    return true;
}

static bool set_kind(struct question *question, struct target *target,
                     struct error *error) {
    const struct statement *statement = target->statement;
    char *kind = NULL, *column = NULL;
    bool sound = statement->words[1] && statement->words[2] && !statement->words[3] &&
                 split_kind(statement->words[2], &kind, &column);
    bool complete = sound && !strcmp(kind, "complete");
    bool ok = (sound && (complete || !strcmp(kind, "window"))) ||
              statement_error(question->declaration, statement, error,
                              "write '-- rows TABLE window' or '-- rows TABLE "
                              "complete(COLUMN)'");
    ok = ok && set_scope_column(question, statement, column, error);
    target->complete = complete;
    free(kind);
    free(column);
    return ok;
}

static bool set_cursor(struct question *question, struct target *target,
                       struct error *error) {
    const char *column = declaration_field(question->declaration, "cursor", NULL);
    target->cursor = target->zone = -1;
    has_column(target->select, "zone", &target->zone);
    if (!column || target->complete || has_column(target->select, column, &target->cursor))
        return true;
    return statement_error(question->declaration, target->statement, error,
                           "gives no column '%s', which the header names as the cursor",
                           column);
}

static bool prepare_rows(struct question *question, const struct statement *statement,
                         const char *source, struct snapshot *snapshot,
                         struct reader *reader, struct error *error) {
    struct load_fixed fixed[] = {{"source", source}};
    struct error inner = {0};
    struct target *target = LIST_ADD(&question->targets);
    target->statement = statement;
    target->select = reader_prepare(reader, question->declaration, statement, error);
    if (!target->select || !set_kind(question, target, error) ||
        !set_cursor(question, target, error))
        return false;
    bool ok = load_open(snapshot, statement->words[1], target->select, fixed, 1,
                        &target->load, &inner);
    if (ok)
        load_writes(&target->load, &question->step.writes);
    else
        statement_error(question->declaration, statement, error, "%s", inner.text);
    error_free(&inner);
    return ok;
}

/* Which rows belong to the scope must be clear before any can be removed. */
static bool check_scope(struct question *question, struct target *target,
                        struct error *error) {
    int index;
    const char *column = question->scope_column;
    target->scoped = column && has_column(target->select, column, &index);
    if (!target->complete || !column || target->scoped)
        return true;
    return statement_error(question->declaration, target->statement, error,
                           "a complete list must give the scope's column '%s'", column);
}

bool question_prepare(const struct declaration *declaration, const char *source,
                      struct snapshot *snapshot, struct reader *reader,
                      struct question *question, struct error *error) {
    *question =
        (struct question){.declaration = declaration,
                          .name = strchr(declaration->name, '/') + 1,
                          .ask_statement = declaration_statement(declaration, "ask")};
    question->step.name = question->name;
    if (!question->ask_statement)
        return error_at(
            error, declaration->origin, 1, 0,
            "has no statement '-- ask'; a source's declaration asks for something");
    reader->reads = &question->step.reads;
    question->ask = reader_prepare(reader, declaration, question->ask_statement, error);
    reader->reads = NULL;
    bool ok = question->ask != NULL;
    for (size_t i = 0; ok && i < declaration->statements.count; i++) {
        const struct statement *statement = &declaration->statements.items[i];
        if (!strcmp(statement->words[0], "rows"))
            ok = prepare_rows(question, statement, source, snapshot, reader, error);
        else if (statement != question->ask_statement)
            ok = statement_error(declaration, statement, error,
                                 "unknown statement '%s'; here stand '-- ask' and '-- rows "
                                 "TABLE window|complete(COLUMN)'",
                                 statement->words[0]);
    }
    for (size_t i = 0; ok && i < question->targets.count; i++)
        ok = check_scope(question, &question->targets.items[i], error);
    if (ok && !question->targets.count)
        ok = statement_error(declaration, question->ask_statement, error,
                             "asks, but no '-- rows' says where the answers go");
    return ok;
}

void question_free(struct question *question) {
    for (size_t i = 0; i < question->targets.count; i++) {
        sqlite3_finalize(question->targets.items[i].select);
        load_close(&question->targets.items[i].load);
    }
    free(question->targets.items);
    sqlite3_finalize(question->ask);
    step_free(&question->step);
    *question = (struct question){0};
}
