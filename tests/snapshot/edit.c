/*
 * Changes rows of a snapshot as a pass or a source would, so that the program takes notice:
 *
 *     edit FOLDER     runs the statements on standard input, in one transaction
 */
#include "snapshot/snapshot.h"

#include <stdio.h>

int main(int count, char **arguments) {
    struct library library = {0};
    struct snapshot snapshot = {.lock = -1};
    struct error error = {0};
    struct buffer script = {0};
    for (int byte; (byte = getchar()) != EOF;)
        buffer_add(&script, &(char){(char)byte}, 1);
    snapshot_init();
    char *path = path_join(count > 1 ? arguments[1] : ".", "data/tower.db");
    bool ok = library_open(&library, arguments[1], &error) &&
              snapshot_open(path, &library, &snapshot, &error);
    if (ok) {
        snapshot_begin(&snapshot);
        query_script(snapshot.db, buffer_text(&script));
        snapshot_commit(&snapshot);
    } else {
        fprintf(stderr, "%s\n", error.text);
    }
    snapshot_close(&snapshot);
    library_free(&library);
    buffer_free(&script);
    error_free(&error);
    free(path);
    return !ok;
}
