#include "snapshot/backup.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A snapshot's files: its own, and those that SQLite keeps beside it. */
static const char *const endings[] = {"", "-wal", "-shm", "-journal"};

static void remove_snapshot(const char *path) {
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        char *name = xasprintf("%s%s", path, endings[i]);
        unlink(name);
        free(name);
    }
}

char *snapshot_staging(const char *path) {
    char *staged = file_staging_name(path);
    remove_snapshot(staged);
    return staged;
}

static bool sync_folder_of(const char *path, struct error *error) {
    char *whole = path_resolve(path);
    *(strrchr(whole, '/') + 1) = '\0';
    bool ok = file_sync(whole, error);
    free(whole);
    return ok;
}

/* Renames what stands beside PATH with this ending, where there is something. */
static bool move(const char *path, const char *to, const char *ending,
                 struct error *error) {
    char *old = xasprintf("%s%s", path, ending), *new = xasprintf("%s%s", to, ending);
    bool ok = !rename(old, new) || errno == ENOENT ||
              error_set(error, "%s: cannot be renamed: %s", old, strerror(errno));
    free(old);
    free(new);
    return ok;
}

/* What is still in SQLite's log goes into the file, as far as the file is good enough. */
static void settle_log(const char *path) {
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
        sqlite3_exec(db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
    sqlite3_close(db);
}

/* The old file keeps its place until the new one takes it: a second name is given to it. */
static bool keep_old(const char *path, const char *kept, struct error *error) {
    if (!path_exists(path))
        return true;
    settle_log(path);
    remove_snapshot(kept);
    checksum_remove(kept);
    if (link(path, kept) && rename(path, kept))
        return error_set(error, "%s: cannot be kept as %s: %s", path, kept,
                         strerror(errno));
    return move(path, kept, "-wal", error);
}

bool snapshot_replace(const char *path, const char *staged, const char *what,
                      struct error *error) {
    char *kept = xasprintf("%s.before-%s", path, what);
    char *shared = xasprintf("%s-shm", path);
    bool had = path_exists(path);
    bool ok = file_sync(staged, error);
    if (ok)
        checksum_remove(path);
    ok = ok && keep_old(path, kept, error) && (!unlink(shared) || true) &&
         move(staged, path, "", error) && sync_folder_of(path, error);
    if (ok) {
        checksum_write(path, NULL);
        if (had)
            log_info("What was there is kept as %s", kept);
    }
    free(shared);
    free(kept);
    return ok;
}

static bool check_target(const char *path, const char *to, bool force,
                         struct error *error) {
    struct stat from = {0}, target;
    if (stat(path, &from))
        return error_set(error,
                         errno == ENOENT ? "%s: there is no snapshot; tower build makes one"
                                         : "%s: cannot be read",
                         path);
    for (const char *at = to; *at; at++)
        if ((unsigned char)*at < ' ' || *at == '\\')
            return error_at(error, "tower", 0, 0,
                            "a backup's name has no control characters and no '\\'");
    if (path_is_folder(to))
        return error_set(error, "%s: is a folder; name a file", to);
    if (!stat(to, &target) && target.st_dev == from.st_dev && target.st_ino == from.st_ino)
        return error_set(error, "%s: is the snapshot itself", to);
    return force || !path_exists(to) ||
           error_set(error, "%s: is there already; --force replaces it", to);
}

/* In one step: the whole copy is of one moment. It keeps no log of its own, so that it is
 * one file. */
static bool copy_pages(const char *path, bool rests, const char *to, struct error *error) {
    sqlite3 *from = NULL, *copy = NULL;
    sqlite3_backup *backup = NULL;
    char *address = rests ? snapshot_immutable_address(path) : xstrdup(path);
    int flags = SQLITE_OPEN_READONLY | (rests ? SQLITE_OPEN_URI : 0);
    int code = sqlite3_open_v2(address, &from, flags, NULL);
    free(address);
    if (code != SQLITE_OK)
        error_set(error, "%s: %s", path, sqlite3_errmsg(from));
    else
        code = sqlite3_open_v2(to, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    sqlite3_busy_timeout(from, 5000);
    if (code == SQLITE_OK && (backup = sqlite3_backup_init(copy, "main", from, "main")))
        sqlite3_backup_step(backup, -1);
    if (backup)
        code = sqlite3_backup_finish(backup);
    if (code == SQLITE_OK)
        code = sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    if (code != SQLITE_OK && !error->kind)
        error_set(error, "%s: cannot be copied to %s: %s", path, to, sqlite3_errmsg(copy));
    sqlite3_close(copy);
    sqlite3_close(from);
    return !error->kind;
}

bool snapshot_backup(const char *path, const char *to, bool force,
                     const struct library *library, struct verified *verified,
                     struct error *error) {
    if (!check_target(path, to, force, error))
        return false;
    char *staged = snapshot_staging(to);
    bool ok = copy_pages(path, false, staged, error) &&
              snapshot_verify(staged, library, verified, error) && file_sync(staged, error);
    if (ok) {
        checksum_remove(to);
        ok = move(staged, to, "", error) && sync_folder_of(to, error);
    }
    if (ok)
        checksum_write(to, NULL);
    else
        remove_snapshot(staged);
    free(staged);
    return ok;
}

/* The copy's triggers are made anew: none that the file brings is ever run. */
static bool prepare_copy(const char *from, const char *staged,
                         const struct library *library, struct error *error) {
    struct verified copy;
    struct snapshot snapshot = {.lock = -1};
    bool ok = copy_pages(from, snapshot_rests(from), staged, error) &&
              snapshot_verify(staged, library, &copy, error) &&
              snapshot_open_private(staged, library, copy.schema, &snapshot, error);
    if (ok)
        snapshot_finish_private(&snapshot, library);
    snapshot_close(&snapshot);
    return ok;
}

bool snapshot_restore(const char *path, const char *from, const struct library *library,
                      struct verified *verified, struct error *error) {
    int lock = snapshot_lock(path, error);
    if (lock < 0)
        return false;
    char *staged = snapshot_staging(path);
    bool ok = snapshot_verify(from, library, verified, error) &&
              prepare_copy(from, staged, library, error) &&
              snapshot_replace(path, staged, "restore", error);
    if (!ok)
        remove_snapshot(staged);
    free(staged);
    snapshot_unlock(lock);
    return ok;
}
