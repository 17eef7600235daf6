#include "command/command.h"

#include "snapshot/snapshot.h"

#include <stdlib.h>
#include <unistd.h>

/* A snapshot that did not come about is not left behind; the lock is still held. */
static void remove_new(const struct snapshot *snapshot) {
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; snapshot->db && i < COUNT_OF(endings); i++) {
        char *path = xasprintf("%s%s", snapshot->path, endings[i]);
        unlink(path);
        free(path);
    }
}

/* What stands at OUT already is one input more. */
enum status command_merge(const struct options *options) {
    struct error error = {0};
    struct library library = {0};
    struct snapshot snapshot = {.lock = -1};
    int64_t repos = 0;
    snapshot_init();
    char *out = path_resolve(options->arguments[0]);
    bool kept = path_exists(out);
    bool ok = library_open(&library, NULL, &error) &&
              snapshot_open(out, &library, &snapshot, &error) &&
              snapshot_merge(&snapshot, kept, options->arguments + 1,
                             options->argument_count - 1, &repos, &error);
    if (ok)
        log_info("%s: %zu snapshots, %lld repositories; tower analyse and tower render "
                 "make the site of it",
                 options->arguments[0], options->argument_count - 1 + kept,
                 (long long)repos);
    else if (!kept)
        remove_new(&snapshot);
    snapshot_close(&snapshot);
    library_free(&library);
    free(out);
    return ok ? STATUS_DONE : command_failed(&error);
}
