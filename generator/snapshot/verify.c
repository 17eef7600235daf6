#include "snapshot/verify.h"

#include "snapshot/query.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* MODEL is an empty snapshot of the same schema, which also has our statements. */
struct verification {
    const char *path;
    const struct library *library;
    sqlite3 *db;
    struct snapshot model;
    struct verified *verified;
};

char *snapshot_immutable_address(const char *path) {
    struct buffer address = {0};
    char *whole = path_resolve(path);
    buffer_add_text(&address, "file:");
    for (const char *at = whole; *at; at++)
        if (strchr("%?#", *at))
            buffer_printf(&address, "%%%02X", (unsigned)*at);
        else
            buffer_add_char(&address, *at);
    buffer_add_text(&address, "?immutable=1");
    free(whole);
    return buffer_take(&address);
}

static bool fail(struct verification *verification, struct error *error) {
    return error_set(error, "%s: is damaged (%s)", verification->path,
                     sqlite3_errmsg(verification->db));
}

/* Prepares verify.NAME for the file, NULL where that fails. */
static sqlite3_stmt *prepare(struct verification *verification, const char *name,
                             struct error *error) {
    sqlite3_stmt *query = NULL;
    const char *sql = snapshot_statement(&verification->model, name)->sql;
    if (sqlite3_prepare_v2(verification->db, sql, -1, &query, NULL) != SQLITE_OK)
        fail(verification, error);
    return query;
}

static bool ask_int(struct verification *verification, const char *name, int64_t *value,
                    struct error *error) {
    sqlite3_stmt *query = prepare(verification, name, error);
    bool ok = query && (sqlite3_step(query) == SQLITE_ROW || fail(verification, error));
    *value = ok ? sqlite3_column_int64(query, 0) : 0;
    sqlite3_finalize(query);
    return ok;
}

bool snapshot_rests(const char *path) {
    struct stat status;
    char *log = xasprintf("%s-wal", path);
    bool rests = stat(log, &status) ? errno == ENOENT : !status.st_size;
    free(log);
    return rests;
}

static bool open_file(struct verification *verification, sqlite3 **file,
                      struct error *error) {
    struct stat status;
    bool rests = snapshot_rests(verification->path);
    if (stat(verification->path, &status))
        return error_set(error, "%s: %s", verification->path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return error_set(error, "%s: is not a file", verification->path);
    char *address = rests ? snapshot_immutable_address(verification->path)
                          : xstrdup(verification->path);
    int flags = SQLITE_OPEN_READONLY | (rests ? SQLITE_OPEN_URI : 0);
    int code = sqlite3_open_v2(address, file, flags, NULL);
    free(address);
    sqlite3_busy_timeout(*file, 5000);
    return code == SQLITE_OK || error_set(error, "%s: cannot be read (%s)",
                                          verification->path, sqlite3_errmsg(*file));
}

/* SQLite checks no rule of a file that it may only read: a copy of its own, without a name,
 * is looked at. Its schema must be trusted with json_valid(); no function that it can name
 * does more than compute. */
static bool open_copy(struct verification *verification, struct error *error) {
    static const int settings[][2] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                      {SQLITE_DBCONFIG_ENABLE_VIEW, 0}};
    sqlite3 *file = NULL;
    sqlite3_backup *backup = NULL;
    bool ok = open_file(verification, &file, error);
    int code = sqlite3_open("", &verification->db);
    for (size_t i = 0; code == SQLITE_OK && i < COUNT_OF(settings); i++)
        sqlite3_db_config(verification->db, settings[i][0], settings[i][1], NULL);
    if (ok && (backup = sqlite3_backup_init(verification->db, "main", file, "main"))) {
        sqlite3_backup_step(backup, -1);
        code = sqlite3_backup_finish(backup);
    }
    ok = ok && ((backup && code == SQLITE_OK) || fail(verification, error));
    sqlite3_close(file);
    return ok;
}

static bool check_owner(struct verification *verification, struct error *error) {
    int64_t application = 0, version = 0;
    if (!ask_int(verification, "verify.application", &application, error) ||
        !ask_int(verification, "verify.version", &version, error))
        return false;
    if (application != SNAPSHOT_APPLICATION_ID || version < 1)
        return error_set(error, "%s: is no snapshot of this program", verification->path);
    verification->verified->schema = version;
    return version <= snapshot_newest_version(verification->library) ||
           error_set(error,
                     "%s: was written by a newer version of this program (schema %lld); "
                     "use that version",
                     verification->path, (long long)version);
}

static bool check_integrity(struct verification *verification, struct error *error) {
    sqlite3_stmt *query = prepare(verification, "verify.integrity", error);
    if (!query)
        return false;
    bool ok = sqlite3_step(query) == SQLITE_ROW || fail(verification, error);
    const char *said = ok ? column_text(query, 0) : "";
    if (ok && strcmp(said, "ok"))
        ok = error_set(error, "%s: is damaged (%s)", verification->path, said);
    sqlite3_finalize(query);
    return ok;
}

static bool check_references(struct verification *verification, struct error *error) {
    sqlite3_stmt *query = prepare(verification, "verify.references", error);
    if (!query)
        return false;
    int code = sqlite3_step(query);
    if (code == SQLITE_ROW)
        error_set(error,
                  "%s: is damaged (a row of table %s refers to one of %s that is missing)",
                  verification->path, column_text(query, 0), column_text(query, 2));
    bool ok = code == SQLITE_DONE || (code != SQLITE_ROW && fail(verification, error));
    sqlite3_finalize(query);
    return ok && !error->kind;
}

/* An empty snapshot of the file's own schema, to compare with. */
static bool check_columns(struct verification *verification, struct error *error) {
    struct snapshot like;
    sqlite3_stmt *theirs = NULL;
    bool same = snapshot_open_private(":memory:", verification->library,
                                      verification->verified->schema, &like, error) &&
                (theirs = prepare(verification, "verify.columns", error));
    sqlite3_stmt *ours = same ? snapshot_query(&like, "verify.columns") : NULL;
    for (bool more = true; more && same;) {
        int code = sqlite3_step(theirs);
        more = query_row(ours);
        same = code == (more ? SQLITE_ROW : SQLITE_DONE) &&
               (!more || !strcmp(column_text(ours, 0), column_text(theirs, 0)));
    }
    sqlite3_finalize(theirs);
    snapshot_close(&like);
    return same || error_set(error, "%s: its tables are not those of schema %lld",
                             verification->path, (long long)verification->verified->schema);
}

static bool count_rows(struct verification *verification, struct error *error) {
    sqlite3_stmt *maker = prepare(verification, "verify.count", error), *query = NULL;
    sqlite3 *db = verification->db;
    bool ok =
        maker && (sqlite3_step(maker) == SQLITE_ROW || fail(verification, error)) &&
        (sqlite3_prepare_v2(db, column_text(maker, 0), -1, &query, NULL) == SQLITE_OK ||
         fail(verification, error)) &&
        (sqlite3_step(query) == SQLITE_ROW || fail(verification, error));
    if (ok) {
        verification->verified->tables = sqlite3_column_int64(query, 0);
        verification->verified->rows = sqlite3_column_int64(query, 1);
    }
    sqlite3_finalize(query);
    sqlite3_finalize(maker);
    return ok;
}

bool snapshot_verify(const char *path, const struct library *library,
                     struct verified *verified, struct error *error) {
    struct verification verification = {path, library, .verified = verified};
    *verified = (struct verified){0};
    bool ok = snapshot_open_private(":memory:", library, snapshot_newest_version(library),
                                    &verification.model, error) &&
              (verified->checksum = checksum_check(path, error)) != CHECKSUM_WRONG &&
              open_copy(&verification, error) && check_owner(&verification, error) &&
              check_integrity(&verification, error) &&
              check_references(&verification, error) &&
              check_columns(&verification, error) && count_rows(&verification, error);
    sqlite3_close(verification.db);
    snapshot_close(&verification.model);
    return ok;
}
