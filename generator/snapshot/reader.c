#include "snapshot/reader.h"

#include "snapshot/query.h"
#include "snapshot/view_text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_readable_builtin(const char *table) {
    return !strcmp(table, "json_each") || !strcmp(table, "json_tree");
}

/* A view reads all columns of its table, of which it is noted once that it does. */
static void note_read(struct reader *reader, const char *table, const char *column) {
    struct names *reads = reader->reads;
    const char *last = reads->count ? reads->items[reads->count - 1] : "";
    size_t length = strlen(table);
    if (strncmp(last, table, length) || last[length] != '.' ||
        strcmp(last + length + 1, column))
        *LIST_ADD(reads) = xasprintf("%s.%s", table, column);
}

/* SQLite asks for every column that a statement reads: which table, in which schema, and
 * through which view (or common table expression), the innermost of them. */
static int permit_read(struct reader *reader, const char *table, const char *column,
                       const char *schema, const char *through) {
    if (!strncmp(table, "sqlite_", 7))
        return SQLITE_DENY;
    /* count(*) reads no column; a name alone is a view's or the statement's own. */
    if (!schema && !*column)
        schema = "temp";
    if (!schema)
        return SQLITE_DENY;
    if (!strcmp(schema, reader->schema)) {
        if (reader->reads)
            note_read(reader, table, ""); /* also where the view is only counted */
        return through && !strcmp(through, table) ? SQLITE_OK : SQLITE_DENY;
    }
    if (!strcmp(schema, "temp")) {
        if (reader->reads)
            note_read(reader, table, column);
        return SQLITE_OK;
    }
    return is_readable_builtin(table) ? SQLITE_OK : SQLITE_DENY;
}

/* What gives something else each time would make pages differ that are the same. */
static int permit_function(const char *name) {
    static const char *const refused[] = {"random", "randomblob", "fts3_tokenizer"};
    for (size_t i = 0; i < COUNT_OF(refused); i++)
        if (!strcasecmp(name, refused[i]))
            return SQLITE_DENY;
    return SQLITE_OK;
}

static int permit(void *reader, int action, const char *first, const char *second,
                  const char *schema, const char *through) {
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return permit_function(second);
    case SQLITE_READ:
        return permit_read(reader, first, second, schema, through);
    default:
        return SQLITE_DENY;
    }
}

static int permit_owner(void *reader, int action, const char *first, const char *second,
                        const char *schema, const char *through) {
    (void)reader, (void)first, (void)second, (void)schema, (void)through;
    return action == SQLITE_SELECT || action == SQLITE_FUNCTION ||
                   action == SQLITE_RECURSIVE || action == SQLITE_READ
               ? SQLITE_OK
               : SQLITE_DENY;
}

sqlite3_stmt *reader_prepare_own(struct reader *reader, const struct snapshot *snapshot,
                                 const char *name) {
    sqlite3_stmt *query = NULL;
    const struct statement *statement = snapshot_statement(snapshot, name);
    if (sqlite3_prepare_v2(reader->db, statement->sql, -1, &query, NULL) != SQLITE_OK)
        query_fail(reader->db, name);
    return query;
}

/* The connection: nothing in it but the snapshot under its secret name. json_each is
 * touched first, because setting itself up would not be permitted later. */
static void attach(struct reader *reader, const struct snapshot *snapshot) {
    *reader = (struct reader){.schema = view_texts_schema(snapshot->views)};
    if (sqlite3_open(":memory:", &reader->db) != SQLITE_OK)
        query_fail(reader->db, "open");
    sqlite3_busy_timeout(reader->db, 5000);
    char *sql = sqlite3_mprintf("ATTACH %Q AS \"%w\"; PRAGMA \"%w\".cache_size = -8000",
                                snapshot->path, reader->schema, reader->schema);
    query_script(reader->db, sql);
    sqlite3_free(sql);
    query_script(reader->db, "SELECT 1 FROM json_each('[]'), json_tree('[]')");
}

static void close_door(struct reader *reader) {
    query_script(reader->db, "PRAGMA query_only = ON");
    sqlite3_db_config(reader->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_set_authorizer(reader->db, permit, reader);
}

/* A JSON array, to be freed. */
static char *hiding_tables(struct reader *reader, const struct snapshot *snapshot,
                           const char *zones) {
    struct view_maker maker = {"reader.hiding_tables", {{":zones", zones}}};
    const char *sql = view_text(snapshot, reader->db, &maker);
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(reader->db, sql, -1, &query, NULL) != SQLITE_OK)
        query_fail(reader->db, sql);
    char *names = query_text(query);
    sqlite3_finalize(query);
    return names;
}

char *reader_hiding(struct snapshot *snapshot, const struct edition *edition) {
    char *zones = edition_zones_json(edition);
    sqlite3_stmt *maker = snapshot_query(snapshot, "reader.hiding_tables"), *ask = NULL;
    query_bind_text(maker, ":schema", "main");
    query_bind_text(maker, ":zones", zones);
    char *sql = query_text(maker);
    if (sqlite3_prepare_v2(snapshot->db, sql, -1, &ask, NULL) != SQLITE_OK)
        query_fail(snapshot->db, sql);
    char *all = query_text(ask);
    sqlite3_finalize(ask);
    sqlite3_stmt *facts = snapshot_query(snapshot, "reader.hiding_facts");
    query_bind_text(facts, ":schema", "main");
    query_bind_text(facts, ":hiding", all);
    char *names = query_text(facts);
    free(all);
    free(sql);
    free(zones);
    return names;
}

static void open_edition(const struct snapshot *snapshot, const struct edition *edition,
                         const char *part, struct reader *reader) {
    char *zones = edition_zones_json(edition);
    char *hiding = hiding_tables(reader, snapshot, zones);
    struct view_maker opener = {"reader.open_tables", {{":hiding", hiding}}};
    struct view_maker maker = {"reader.edition_views",
                               {{":zones", zones},
                                {":edition", edition->name},
                                {":open", view_text(snapshot, reader->db, &opener)},
                                {":part", part}}};
    query_script(reader->db, view_text(snapshot, reader->db, &maker));
    close_door(reader);
    free(hiding);
    free(zones);
}

void reader_open_edition(const struct snapshot *snapshot, const struct edition *edition,
                         struct reader *reader) {
    attach(reader, snapshot);
    open_edition(snapshot, edition, NULL, reader);
}

void reader_open_edition_held(const struct snapshot *snapshot,
                              const struct edition *edition, struct reader *reader) {
    attach(reader, snapshot);
    query_script(reader->db, "BEGIN");
    open_edition(snapshot, edition, NULL, reader);
}

void reader_hold(struct reader *reader) {
    sqlite3_set_authorizer(reader->db, NULL, NULL);
    query_script(reader->db, "BEGIN");
    sqlite3_set_authorizer(reader->db, permit, reader);
}

static void this_source(sqlite3_context *context, int count, sqlite3_value **values) {
    const struct reader *reader = sqlite3_user_data(context);
    (void)count, (void)values;
    sqlite3_result_text(context, reader->source, -1, SQLITE_STATIC);
}

static void this_repo(sqlite3_context *context, int count, sqlite3_value **values) {
    const struct reader *reader = sqlite3_user_data(context);
    (void)count, (void)values;
    sqlite3_result_text(context, reader->repo, -1, SQLITE_STATIC);
}

/* They are as constant as SQLite needs: it asks anew whenever a statement begins. */
void reader_open_repository(const struct snapshot *snapshot, const struct edition *edition,
                            struct reader *reader) {
    enum { FLAGS = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS };
    attach(reader, snapshot);
    sqlite3_create_function(reader->db, "this_source", 0, FLAGS, reader, this_source, NULL,
                            NULL);
    sqlite3_create_function(reader->db, "this_repo", 0, FLAGS, reader, this_repo, NULL,
                            NULL);
    open_edition(snapshot, edition, "1", reader);
}

void reader_select(struct reader *reader, const char *source, const char *repo) {
    reader->source = source;
    reader->repo = repo;
}

static void add_settings(struct reader *reader, const struct snapshot *snapshot,
                         const struct setting *settings, size_t count) {
    sqlite3_stmt *create = reader_prepare_own(reader, snapshot, "reader.create_settings");
    query_run(create);
    sqlite3_finalize(create);
    sqlite3_stmt *add = reader_prepare_own(reader, snapshot, "reader.add_setting");
    for (size_t i = 0; i < count; i++) {
        query_bind_text(add, ":key", settings[i].key);
        query_bind_text(add, ":value", settings[i].value);
        query_bind_int(add, ":position", (int64_t)i + 1);
        query_run(add);
    }
    sqlite3_finalize(add);
}

void reader_open_source(const struct snapshot *snapshot, const char *source, bool afresh,
                        const char *full_before, const struct setting *settings,
                        size_t setting_count, struct reader *reader) {
    attach(reader, snapshot);
    struct view_maker maker = {"reader.source_views",
                               {{":source", source},
                                {":afresh", afresh ? "1" : NULL},
                                {":full_before", full_before}}};
    query_script(reader->db, view_text(snapshot, reader->db, &maker));
    add_settings(reader, snapshot, settings, setting_count);
    close_door(reader);
}

bool reader_open_owner(const char *path, struct reader *reader, struct error *error) {
    *reader = (struct reader){0};
    if (sqlite3_open_v2(path, &reader->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_exec(reader->db, "SELECT 1 FROM json_each('[]'), json_tree('[]'), run",
                     NULL, NULL, NULL) != SQLITE_OK)
        return error_set(error,
                         "%s: cannot be read as a snapshot (%s); tower build makes one",
                         path, sqlite3_errmsg(reader->db));
    sqlite3_busy_timeout(reader->db, 5000);
    sqlite3_set_authorizer(reader->db, permit_owner, reader);
    return true;
}

/* The line of the SQL that SQLite complains about; the statement's first line where it does
 * not say. */
static int error_line(struct reader *reader, const struct statement *statement) {
    int line = statement->line + 1;
    int offset = sqlite3_error_offset(reader->db);
    for (int i = 0; i < offset && statement->sql[i]; i++)
        line += statement->sql[i] == '\n';
    return line;
}

static int is_late(void *owner) {
    const struct reader *reader = owner;
    return clock_stopwatch_ms() >= reader->deadline;
}

void reader_begin(struct reader *reader) {
    enum { STEPS_BETWEEN_LOOKS = 10000 };
    reader->deadline = clock_stopwatch_ms() + READER_SECONDS * 1000;
    sqlite3_progress_handler(reader->db, STEPS_BETWEEN_LOOKS, is_late, reader);
}

void reader_end(struct reader *reader) {
    sqlite3_progress_handler(reader->db, 0, NULL, NULL);
}

static const char not_permitted[] = "does what it may not; a declaration reads the tables "
                                    "of the snapshot by their names and "
                                    "changes nothing";

bool reader_refused(const struct reader *reader) {
    return sqlite3_errcode(reader->db) == SQLITE_AUTH ||
           !strcmp(sqlite3_errmsg(reader->db), "not authorized");
}

bool reader_error(struct reader *reader, const struct declaration *declaration,
                  const struct statement *statement, struct error *error) {
    const char *message = sqlite3_errmsg(reader->db);
    if (sqlite3_errcode(reader->db) == SQLITE_INTERRUPT)
        return error_at(error, declaration->origin, statement->line + 1, 0,
                        "%s: took longer than %d seconds", statement->words[0],
                        READER_SECONDS);
    if (reader_refused(reader) || strstr(message, "because it is a view"))
        message = not_permitted;
    return error_at(error, declaration->origin, error_line(reader, statement), 0, "%s: %s",
                    statement->words[0], message);
}

sqlite3_stmt *reader_prepare(struct reader *reader, const struct declaration *declaration,
                             const struct statement *statement, struct error *error) {
    sqlite3_stmt *query = NULL;
    int code = sqlite3_prepare_v3(reader->db, statement->sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &query, NULL);
    if (code != SQLITE_OK)
        reader_error(reader, declaration, statement, error);
    else if (!query)
        statement_error(declaration, statement, error, "%s: has no SQL; write a SELECT",
                        statement->words[0]);
    if (!query || sqlite3_stmt_readonly(query))
        return query;
    error_at(error, declaration->origin, statement->line + 1, 0, "%s: %s",
             statement->words[0], not_permitted);
    sqlite3_finalize(query);
    return NULL;
}

void reader_close(struct reader *reader) {
    int code = sqlite3_close(reader->db);
    assert(code == SQLITE_OK);
    *reader = (struct reader){0};
}
