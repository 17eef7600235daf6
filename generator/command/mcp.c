#include "command/workplace.h"

#include "serve/serve.h"

#include <stdlib.h>

/* Not a workplace: the snapshot is only read, while others may write it. */
static bool answer(const struct options *options, const struct site *site,
                   struct error *error) {
    struct library library = {0};
    const struct edition *edition =
        options->edition ? workplace_find_edition(site, options->edition, error)
                         : &site->editions.items[0];
    bool ok = edition && library_open(&library, site->folder, error);
    if (ok)
        ok = options->list ? serve_list(&library, error)
                           : serve_run(site, &library, edition, error);
    library_free(&library);
    return ok;
}

enum status command_mcp(const struct options *options) {
    struct site site = {0};
    struct error error = {0};
    snapshot_init();
    bool ok = site_read(options->folder, &site, &error) && answer(options, &site, &error);
    site_free(&site);
    return ok ? STATUS_DONE : command_failed(&error);
}
