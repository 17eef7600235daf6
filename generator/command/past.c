#include "command/past.h"

#include <stdlib.h>
#include <string.h>

bool past_open(const struct options *options, const char *folder, bool hiding,
               const char *copy, const struct library *library, struct snapshot *snapshot,
               struct error *error) {
    struct night night = {0};
    char *path = path_join(folder, "data/tower.db");
    bool ok = history_copy(path, copy, error) &&
              snapshot_open(copy, library, snapshot, error) &&
              history_find(snapshot, options->as_of, &night, error) &&
              (options->now || clock_fix(night.at, error));
    if (ok) {
        history_return(snapshot, &night, hiding);
        log_info("As of run %lld of %s", (long long)night.run, night.at);
    }
    free(night.at);
    free(path);
    return ok;
}

/* An edition's output as site.conf writes it. */
static const char *inner_path(const struct site *site, size_t edition) {
    const char *output = site->editions.items[edition].output;
    size_t size = strlen(site->folder);
    bool below = !strncmp(output, site->folder, size) && output[size] == '/';
    return below ? output + size + 1 : output;
}

static bool check_apart(const struct site *site, const char *target, struct error *error) {
    char *folder = path_resolve(site->folder);
    bool apart = true;
    for (size_t i = 0; apart && i < site->editions.count; i++) {
        char *own = path_join(folder, inner_path(site, i));
        for (size_t j = 0; apart && j < site->editions.count; j++) {
            char *output = path_join(target, inner_path(site, j));
            apart = (!path_holds(own, output) && !path_holds(output, own)) ||
                    error_at(error, "tower", 0, 0,
                             "--output: %s is where edition \"%s\" is published; name "
                             "another folder",
                             own, site->editions.items[i].name);
            free(output);
        }
        free(own);
    }
    free(folder);
    return apart;
}

bool past_place_output(const struct options *options, struct site *site,
                       struct error *error) {
    if (!options->output)
        return error_at(error, "tower", 0, 0,
                        "--as-of needs --output DIR: the site's own pages stay as they "
                        "are");
    char *target = path_resolve(options->output);
    bool ok = check_apart(site, target, error);
    for (size_t i = 0; ok && i < site->editions.count; i++) {
        char *output = path_join(target, inner_path(site, i));
        free(site->editions.items[i].output);
        site->editions.items[i].output = output;
    }
    free(target);
    return ok;
}
