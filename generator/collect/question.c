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

/* The first statement tells how far was read; others may take other things from the same.
 */
static bool set_cursor(struct question *question, struct target *target,
                       struct error *error) {
    const char *column = declaration_field(question->declaration, "cursor", NULL);
    target->cursor = target->zone = -1;
    has_column(target->select, "zone", &target->zone);
    if (!column || target->complete ||
        has_column(target->select, column, &target->cursor) || question->targets.count > 1)
        return true;
    return statement_error(question->declaration, target->statement, error,
                           "gives no column '%s', which the header names as the cursor",
                           column);
}

static bool prepare_rows(struct question *question, const struct statement *statement,
                         const char *source, struct snapshot *snapshot,
                         struct reader *reader, struct names *also_read,
                         struct error *error) {
    struct load_fixed fixed[] = {{"source", source}};
    struct error inner = {0};
    struct target *target = LIST_ADD(&question->targets);
    target->statement = statement;
    reader->reads = also_read;
    target->select = reader_prepare(reader, question->declaration, statement, error);
    reader->reads = NULL;
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

static bool prepare_ask(struct question *question, struct reader *reader,
                        struct error *error) {
    const struct declaration *declaration = question->declaration;
    if (!question->ask_statement)
        return error_at(
            error, declaration->origin, 1, 0,
            "has no statement '-- ask'; a source's declaration asks for something");
    reader->reads = &question->step.reads;
    question->ask = reader_prepare(reader, declaration, question->ask_statement, error);
    reader->reads = NULL;
    for (int i = 0; question->ask && i < sqlite3_column_count(question->ask); i++)
        *LIST_ADD(&question->columns) = xstrdup(sqlite3_column_name(question->ask, i));
    return question->ask != NULL;
}

static bool prepare_targets(struct question *question, const char *source,
                            struct snapshot *snapshot, struct reader *reader,
                            struct names *also_read, struct error *error) {
    const struct declaration *declaration = question->declaration;
    bool ok = true;
    for (size_t i = 0; ok && i < declaration->statements.count; i++) {
        const struct statement *statement = &declaration->statements.items[i];
        if (!strcmp(statement->words[0], "rows"))
            ok = prepare_rows(question, statement, source, snapshot, reader, also_read,
                              error);
        else if (statement != question->ask_statement)
            ok = statement_error(declaration, statement, error,
                                 "unknown statement '%s'; here stand '-- ask' and '-- rows "
                                 "TABLE window|complete(COLUMN)'",
                                 statement->words[0]);
    }
    for (size_t i = 0; ok && i < question->targets.count; i++)
        ok = check_scope(question, &question->targets.items[i], error);
    return ok && (question->targets.count ||
                  statement_error(declaration, question->ask_statement, error,
                                  "asks, but no '-- rows' says where the answers go"));
}

static bool reads_settings(const struct names *reads) {
    for (size_t i = 0; i < reads->count; i++)
        if (text_starts_with(reads->items[i], "setting."))
            return true;
    return false;
}

/* What was remembered holds only for the same declaration and what site.conf tells it. */
static void take_hash(struct question *question, const struct settings *settings,
                      const struct names *also_read) {
    struct buffer text = {0};
    buffer_add_text(&text, question->declaration->hash);
    if (reads_settings(&question->step.reads) || reads_settings(also_read) ||
        declaration_field(question->declaration, "unless", NULL))
        for (size_t i = 0; i < settings->count; i++)
            buffer_printf(&text, "\n%s=%s", settings->items[i].key,
                          settings->items[i].value);
    text_hash(text.data, text.size, question->hash);
    buffer_free(&text);
}

/* What the source's section in site.conf rules out. */
static char *why_absent(const struct declaration *declaration,
                        const struct settings *settings) {
    const char *setting = declaration_field(declaration, "unless", NULL);
    return setting && settings_value(settings, setting, NULL)
               ? xasprintf("not asked of a source whose section names '%s'", setting)
               : NULL;
}

bool question_prepare(const struct declaration *declaration, const char *source,
                      const struct settings *settings, struct snapshot *snapshot,
                      struct reader *reader, struct question *question,
                      struct error *error) {
    *question =
        (struct question){.declaration = declaration,
                          .name = strchr(declaration->name, '/') + 1,
                          .ask_statement = declaration_statement(declaration, "ask"),
                          .absent = why_absent(declaration, settings),
                          .rank = atoi(declaration_field(declaration, "rank", "50"))};
    question->step.name = question->name;
    struct names also_read = {0};
    bool ok = pages_read(declaration, &question->pages, error) &&
              prepare_ask(question, reader, error) &&
              prepare_targets(question, source, snapshot, reader, &also_read, error);
    take_hash(question, settings, &also_read);
    names_free(&also_read);
    return ok;
}

const char *question_scope(const struct question *question, const struct request *request) {
    const char *key =
        question->scope_column ? request_text(request, question->scope_column) : NULL;
    return key ? key : "";
}

bool question_is_about_repos(const struct question *question) {
    return question->scope_column && !strcmp(question->scope_column, "repo");
}

void question_free(struct question *question) {
    for (size_t i = 0; i < question->targets.count; i++) {
        sqlite3_finalize(question->targets.items[i].select);
        load_close(&question->targets.items[i].load);
    }
    free(question->targets.items);
    sqlite3_finalize(question->ask);
    names_free(&question->columns);
    free(question->absent);
    pages_free(&question->pages);
    step_free(&question->step);
    *question = (struct question){0};
}
