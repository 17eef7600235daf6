/* What keeps the snapshot safe: copies, text, and back. */
#include "command/command.h"

#include "snapshot/snapshot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the commands share. */
struct keeper {
    char *path; /* of the snapshot */
    struct library library;
};

static bool open_keeper(const struct options *options, struct keeper *keeper,
                        struct error *error) {
    *keeper = (struct keeper){.path = path_join(options->folder, "data/tower.db")};
    snapshot_init();
    return library_open(&keeper->library, NULL, error);
}

static enum status close_keeper(struct keeper *keeper, bool ok, struct error *error) {
    library_free(&keeper->library);
    free(keeper->path);
    return ok ? STATUS_DONE : command_failed(error);
}

/* What replaces a snapshot may be the first one in its folder. */
static bool create_folder(const struct options *options, struct error *error) {
    char *folder = path_join(options->folder, "data");
    bool ok = (path_is_folder(options->folder) ||
               error_set(error, "%s: there is no such folder", options->folder)) &&
              folder_create(folder, error);
    free(folder);
    return ok;
}

static void print_verified(const char *path, const struct verified *verified,
                           const char *said) {
    printf("%s: %s: %lld rows in %lld tables, schema %lld\n", path, said,
           (long long)verified->rows, (long long)verified->tables,
           (long long)verified->schema);
}

enum status command_db_backup(const struct options *options) {
    struct keeper keeper;
    struct verified verified;
    struct error error = {0};
    bool ok = open_keeper(options, &keeper, &error) &&
              snapshot_backup(keeper.path, options->arguments[0], options->force,
                              &keeper.library, &verified, &error);
    if (ok)
        print_verified(options->arguments[0], &verified, "backed up");
    return close_keeper(&keeper, ok, &error);
}

enum status command_db_verify(const struct options *options) {
    struct keeper keeper;
    struct verified verified;
    struct error error = {0};
    bool ok = open_keeper(options, &keeper, &error);
    const char *path = options->argument_count ? options->arguments[0] : keeper.path;
    ok = ok && snapshot_verify(path, &keeper.library, &verified, &error);
    if (ok)
        print_verified(path, &verified,
                       verified.checksum == CHECKSUM_RIGHT
                           ? "nothing wrong, every byte is as it was written"
                           : "nothing wrong that SQLite could notice (no checksum stands "
                             "beside it)");
    return close_keeper(&keeper, ok, &error);
}

enum status command_db_restore(const struct options *options) {
    struct keeper keeper;
    struct verified verified;
    struct error error = {0};
    bool ok = open_keeper(options, &keeper, &error) && create_folder(options, &error) &&
              snapshot_restore(keeper.path, options->arguments[0], &keeper.library,
                               &verified, &error);
    if (ok && verified.checksum == CHECKSUM_NONE)
        log_warn("%s: has no checksum beside it: a changed letter would not be noticed",
                 options->arguments[0]);
    if (ok)
        print_verified(keeper.path, &verified, "restored");
    return close_keeper(&keeper, ok, &error);
}

enum status command_db_export(const struct options *options) {
    struct keeper keeper;
    struct exported exported;
    struct error error = {0};
    bool ok = open_keeper(options, &keeper, &error) &&
              snapshot_export(keeper.path, options->arguments[0], &keeper.library,
                              &exported, &error);
    if (ok)
        printf("%s: %lld rows in %zu files, %zu written, %zu removed\n",
               options->arguments[0], (long long)exported.rows, exported.files,
               exported.written, exported.removed);
    return close_keeper(&keeper, ok, &error);
}

enum status command_db_import(const struct options *options) {
    struct keeper keeper;
    struct error error = {0};
    int64_t rows = 0;
    bool ok = open_keeper(options, &keeper, &error) && create_folder(options, &error) &&
              snapshot_import(keeper.path, options->arguments[0], options->force,
                              &keeper.library, &rows, &error);
    if (ok)
        printf("%s: imported: %lld rows\n", keeper.path, (long long)rows);
    return close_keeper(&keeper, ok, &error);
}

enum status command_db_prune(const struct options *options) {
    struct keeper keeper;
    struct site site = {0};
    struct snapshot snapshot = {.lock = -1};
    struct history_count count = {0};
    struct error error = {0};
    bool ok = open_keeper(options, &keeper, &error) &&
              site_read(options->folder, &site, &error) &&
              snapshot_open(keeper.path, &keeper.library, &snapshot, &error);
    if (ok) {
        history_prune(&snapshot, &site);
        history_give_back(&snapshot);
        count = history_count_runs(&snapshot);
    }
    snapshot_close(&snapshot);
    if (ok)
        printf("%s: %lld of %lld runs can be asked for\n", keeper.path,
               (long long)count.kept, (long long)count.runs);
    site_free(&site);
    return close_keeper(&keeper, ok, &error);
}
