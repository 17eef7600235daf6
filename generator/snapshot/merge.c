#include "snapshot/merge.h"

#include "snapshot/history.h"
#include "snapshot/query.h"
#include "snapshot/verify.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { CHUNK = 1 << 20 };

/* A snapshot that is read: a file, or the one that is written itself. */
struct input {
    const char *name; /* as it was given */
    sqlite3 *db;
    dev_t device;
    ino_t inode;
    char digest[TEXT_HASH_SIZE];
};

/* A table of the snapshot: how its rows are united, and whether they tell who counts. */
struct table {
    char *name, *kind;
    bool evidence;
};

struct merge {
    struct snapshot *snapshot;
    size_t count, table_count, table_capacity;
    struct input *inputs;
    struct table *tables;
};

static bool fail(struct input *input, struct error *error) {
    return error_set(error, "%s: is not a snapshot (%s)", input->name,
                     sqlite3_errmsg(input->db));
}

static bool ask_int(struct input *input, const char *sql, int64_t *value,
                    struct error *error) {
    sqlite3_stmt *query = NULL;
    bool ok = sqlite3_prepare_v2(input->db, sql, -1, &query, NULL) == SQLITE_OK &&
              sqlite3_step(query) == SQLITE_ROW;
    if (ok)
        *value = sqlite3_column_int64(query, 0);
    else
        fail(input, error);
    sqlite3_finalize(query);
    return ok;
}

static int64_t own_int(struct merge *merge, const char *sql) {
    struct input own = {.name = merge->snapshot->path, .db = merge->snapshot->db};
    struct error error = {0};
    int64_t value = 0;
    if (!ask_int(&own, sql, &value, &error))
        query_fail(own.db, sql);
    return value;
}

static bool check_version(struct merge *merge, struct input *input, struct error *error) {
    static const char application[] = "PRAGMA application_id";
    static const char version[] = "PRAGMA user_version";
    int64_t theirs = 0, number = 0, ours = own_int(merge, version);
    if (!ask_int(input, application, &theirs, error) ||
        !ask_int(input, version, &number, error))
        return false;
    if (theirs != own_int(merge, application))
        return error_set(error, "%s: is another program's database", input->name);
    if (number > ours)
        return error_set(error,
                         "%s: was written by a newer version of this program (schema "
                         "%lld); use that version",
                         input->name, (long long)number);
    return number == ours ||
           error_set(error,
                     "%s: was written by an older version of this program (schema %lld); "
                     "collect it again with this one",
                     input->name, (long long)number);
}

static bool same_row(sqlite3_stmt *one, sqlite3_stmt *other) {
    for (int i = 0; i < sqlite3_column_count(one); i++)
        if (strcmp(column_text(one, i), column_text(other, i)))
            return false;
    return true;
}

/* Word by word: a table more, a view or a trigger would be somebody else's statement. */
static bool check_schema(struct merge *merge, struct input *input, struct error *error) {
    sqlite3_stmt *ours = snapshot_query(merge->snapshot, "merge.schema"), *theirs = NULL;
    if (sqlite3_prepare_v2(input->db, sqlite3_sql(ours), -1, &theirs, NULL) != SQLITE_OK)
        return fail(input, error);
    bool more, same = true;
    do {
        int code = sqlite3_step(theirs);
        more = query_row(ours);
        same =
            code == (more ? SQLITE_ROW : SQLITE_DONE) && (!more || same_row(ours, theirs));
    } while (more && same);
    sqlite3_reset(ours);
    sqlite3_finalize(theirs);
    return same || error_set(error,
                             "%s: its schema is not that of a snapshot, although it says "
                             "so; nothing of it is taken over",
                             input->name);
}

static bool check_pages(struct input *input, struct error *error) {
    sqlite3_stmt *query = NULL;
    bool ok = sqlite3_prepare_v2(input->db, "PRAGMA quick_check(1)", -1, &query, NULL) ==
                  SQLITE_OK &&
              sqlite3_step(query) == SQLITE_ROW;
    const char *said = ok ? column_text(query, 0) : sqlite3_errmsg(input->db);
    ok = (ok && !strcmp(said, "ok")) ||
         error_set(error, "%s: is damaged (%s)", input->name, said);
    sqlite3_finalize(query);
    return ok;
}

static bool open_database(struct input *input, struct error *error) {
    static const int settings[][2] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                      {SQLITE_DBCONFIG_ENABLE_VIEW, 0}};
    char *address = snapshot_immutable_address(input->name);
    int code =
        sqlite3_open_v2(address, &input->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    free(address);
    for (size_t i = 0; code == SQLITE_OK && i < COUNT_OF(settings); i++)
        sqlite3_db_config(input->db, settings[i][0], settings[i][1], NULL);
    return code == SQLITE_OK || fail(input, error);
}

/* Of the bytes, so that inputs have an order of their own. */
static bool take_digest(struct input *input, struct error *error) {
    FILE *file = fopen(input->name, "rb");
    if (!file)
        return error_set(error, "%s: %s", input->name, strerror(errno));
    struct buffer chunk = {0};
    char *bytes = xcalloc(1, CHUNK);
    for (size_t got; (got = fread(bytes, 1, CHUNK, file));) {
        buffer_clear(&chunk);
        buffer_add_text(&chunk, input->digest);
        buffer_add(&chunk, bytes, got);
        text_hash(chunk.data, chunk.size, input->digest);
    }
    bool ok = !ferror(file) || error_set(error, "%s: cannot be read", input->name);
    fclose(file);
    free(bytes);
    buffer_free(&chunk);
    return ok;
}

/* What a writer left in the log beside the file is not in the file yet. */
static bool check_log(const struct input *input, struct error *error) {
    struct stat status;
    char *log = xasprintf("%s-wal", input->name);
    bool ok = stat(log, &status) || !status.st_size ||
              error_set(error,
                        "%s: is being written, or its writer was interrupted (%s holds "
                        "what is not in it yet); let a run of tower end there first",
                        input->name, log);
    free(log);
    return ok;
}

static bool find_file(struct merge *merge, struct input *input, struct error *error) {
    struct stat status, own = {0};
    if (stat(input->name, &status))
        return error_set(error, "%s: %s", input->name, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return error_set(error, "%s: is not a file", input->name);
    input->device = status.st_dev;
    input->inode = status.st_ino;
    stat(merge->snapshot->path, &own);
    if (own.st_dev == input->device && own.st_ino == input->inode)
        return error_at(error, "tower", 0, 0,
                        "merge: %s is OUT itself; what it holds stays anyway", input->name);
    for (const struct input *other = merge->inputs; other < input; other++)
        if (other->device == input->device && other->inode == input->inode)
            return error_at(error, "tower", 0, 0, "merge: %s is named twice", input->name);
    return true;
}

static bool open_input(struct merge *merge, struct input *input, struct error *error) {
    return find_file(merge, input, error) && check_log(input, error) &&
           open_database(input, error) && check_version(merge, input, error) &&
           check_schema(merge, input, error) && check_pages(input, error) &&
           take_digest(input, error);
}

/* The statement whose text merge.sql's NAME makes for TABLE. */
static char *make(struct merge *merge, const char *name, const struct table *table) {
    const struct {
        const char *name, *value;
    } usual[] = {{":table", table->name}, {":kind", table->evidence ? "" : table->kind}};
    sqlite3_stmt *maker = snapshot_query(merge->snapshot, name);
    for (size_t i = 0; i < COUNT_OF(usual); i++)
        if (sqlite3_bind_parameter_index(maker, usual[i].name))
            query_bind_text(maker, usual[i].name, usual[i].value);
    return query_text(maker);
}

static void run(struct merge *merge, const char *name) {
    query_run(snapshot_query(merge->snapshot, name));
}

/* Runs every statement whose text NAME makes; the number of rows that were changed. */
static int64_t run_made(struct merge *merge, const char *name) {
    sqlite3_stmt *maker = snapshot_query(merge->snapshot, name);
    int64_t before = sqlite3_total_changes64(merge->snapshot->db);
    struct names made = {0};
    while (query_row(maker))
        *LIST_ADD(&made) = xstrdup(column_text(maker, 0));
    for (size_t i = 0; i < made.count; i++)
        query_script(merge->snapshot->db, made.items[i]);
    names_free(&made);
    return sqlite3_total_changes64(merge->snapshot->db) - before;
}

static bool stage_input(struct merge *merge, size_t number, const char *read,
                        sqlite3_stmt *stage, struct error *error) {
    struct input *input = &merge->inputs[number];
    sqlite3_stmt *rows = NULL;
    int code = sqlite3_prepare_v2(input->db, read, -1, &rows, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        sqlite3_bind_int64(stage, 1, (int64_t)number);
        for (int i = 0; i < sqlite3_column_count(rows); i++)
            sqlite3_bind_value(stage, i + 2, sqlite3_column_value(rows, i));
        query_run(stage);
        code = SQLITE_OK;
    }
    bool ok = code == SQLITE_DONE || fail(input, error);
    sqlite3_finalize(rows);
    return ok;
}

static bool stage_table(struct merge *merge, const struct table *table,
                        struct error *error) {
    char *create = make(merge, "merge.create_stage", table);
    char *read = make(merge, "merge.read", table);
    char *text = make(merge, "merge.stage", table);
    sqlite3_stmt *stage = NULL;
    bool ok = true;
    query_script(merge->snapshot->db, create);
    if (sqlite3_prepare_v2(merge->snapshot->db, text, -1, &stage, NULL) != SQLITE_OK)
        query_fail(merge->snapshot->db, text);
    for (size_t i = 0; ok && i < merge->count; i++)
        ok = stage_input(merge, i, read, stage, error);
    sqlite3_finalize(stage);
    free(create);
    free(read);
    free(text);
    return ok;
}

static bool stage_tables(struct merge *merge, bool evidence, struct error *error) {
    bool ok = true;
    for (size_t i = 0; ok && i < merge->table_count; i++)
        if (merge->tables[i].evidence == evidence)
            ok = stage_table(merge, &merge->tables[i], error);
    return ok;
}

static void decide_who_counts(struct merge *merge) {
    static const char *const steps[] = {
        "merge.create_place",         "merge.create_united_run",
        "merge.create_whole",         "merge.create_current",
        "merge.create_counted",       "merge.count_all",
        "merge.count_sources",        "merge.count_repos",
        "merge.create_counted_scope", "merge.index_counted_scope",
        "merge.create_remembered"};
    for (size_t i = 0; i < COUNT_OF(steps); i++)
        run(merge, steps[i]);
}

/* Our own schema is the judge of the rows, too: SQLite checks no constraint of a file that
 * it may only read. */
static bool unite_table(struct merge *merge, const struct table *table,
                        struct error *error) {
    char *name = xasprintf("merge.unite_%s", table->kind);
    char *sql = make(merge, name, table);
    int code = sqlite3_exec(merge->snapshot->db, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK && code != SQLITE_CONSTRAINT)
        query_fail(merge->snapshot->db, name);
    free(sql);
    free(name);
    return code == SQLITE_OK ||
           error_set(error, "table %s: an input has rows that no snapshot can have (%s)",
                     table->name, sqlite3_errmsg(merge->snapshot->db));
}

static bool unite(struct merge *merge, bool kept, struct error *error) {
    bool ok = true;
    history_note_present(merge->snapshot, kept);
    run_made(merge, "merge.clear");
    for (size_t i = 0; ok && i < merge->table_count; i++)
        ok = unite_table(merge, &merge->tables[i], error);
    if (!ok)
        return false;
    run(merge, "merge.forget_progress");
    while (run_made(merge, "merge.remove_orphans"))
        ;
    run(merge, "catalogue.forget_requests");
    history_compare(merge->snapshot, kept, (int64_t)merge->count - 1);
    return true;
}

static void read_tables(struct merge *merge) {
    sqlite3_stmt *query = snapshot_query(merge->snapshot, "merge.tables");
    while (query_row(query)) {
        merge->tables = array_grow(merge->tables, merge->table_count,
                                   &merge->table_capacity, sizeof *merge->tables);
        merge->tables[merge->table_count++] =
            (struct table){.name = xstrdup(column_text(query, 0)),
                           .kind = xstrdup(column_text(query, 1)),
                           .evidence = sqlite3_column_int(query, 2)};
    }
}

static void add_inputs(struct merge *merge, bool kept) {
    run(merge, "merge.create_input");
    for (size_t i = 0; i < merge->count; i++) {
        sqlite3_stmt *query = snapshot_query(merge->snapshot, "merge.add_input");
        query_bind_int(query, ":number", (int64_t)i);
        query_bind_int(query, ":kept", kept && i + 1 == merge->count);
        query_bind_text(query, ":digest", merge->inputs[i].digest);
        query_run(query);
    }
}

/* Rows come in any order, and go before what they refer to: foreign keys are looked at
 * once, at the end. */
static bool merge_inputs(struct merge *merge, bool kept, struct error *error) {
    sqlite3 *db = merge->snapshot->db;
    query_script(db, "PRAGMA foreign_keys = OFF");
    snapshot_begin(merge->snapshot);
    read_tables(merge);
    add_inputs(merge, kept);
    bool ok = stage_tables(merge, true, error);
    if (ok)
        decide_who_counts(merge);
    ok = ok && stage_tables(merge, false, error);
    ok = ok && unite(merge, kept, error);
    if (ok)
        snapshot_commit(merge->snapshot);
    else
        query_script(db, "ROLLBACK");
    query_script(db, "PRAGMA foreign_keys = ON");
    return ok;
}

static void close_merge(struct merge *merge) {
    for (size_t i = 0; i < merge->count; i++)
        if (merge->inputs[i].db != merge->snapshot->db)
            sqlite3_close(merge->inputs[i].db);
    for (size_t i = 0; i < merge->table_count; i++) {
        free(merge->tables[i].name);
        free(merge->tables[i].kind);
    }
    free(merge->tables);
    free(merge->inputs);
}

bool snapshot_merge(struct snapshot *snapshot, bool kept, const char *const *paths,
                    size_t count, int64_t *repos, struct error *error) {
    struct merge merge = {.snapshot = snapshot,
                          .count = count + kept,
                          .inputs = xcalloc(count + 1, sizeof *merge.inputs)};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        merge.inputs[i].name = paths[i];
        ok = open_input(&merge, &merge.inputs[i], error);
    }
    if (kept)
        merge.inputs[count] = (struct input){.name = snapshot->path, .db = snapshot->db};
    ok = ok && merge_inputs(&merge, kept, error);
    if (ok)
        *repos = query_int(snapshot_query(snapshot, "merge.count"), 0);
    close_merge(&merge);
    return ok;
}
