#include "command/workplace.h"

#include <stdlib.h>
#include <string.h>

/* Which one is never guessed: they are for different readers. */
static const struct edition *find_edition(const struct site *site, const char *name,
                                          struct error *error) {
    if (!name && site->editions.count == 1)
        return &site->editions.items[0];
    if (name)
        return workplace_find_edition(site, name, error);
    error_at(error, "tower", 0, 0,
             "there are %zu editions; say which one to pack, like --edition %s",
             site->editions.count, site->editions.items[0].name);
    return NULL;
}

enum status command_pack(const struct options *options) {
    struct workplace workplace;
    struct error error = {0};
    size_t files = 0;
    bool ok = workplace_open(options, false, &workplace, &error);
    const struct edition *edition =
        ok ? find_edition(&workplace.site, options->edition, &error) : NULL;
    ok = edition && pack_edition(&workplace.site, &workplace.snapshot, edition,
                                 options->arguments[0], &files, &error);
    if (ok)
        log_info("%s: %zu files of the edition %s", options->arguments[0], files,
                 edition->name);
    enum status status = ok ? STATUS_DONE : command_failed(&error);
    workplace_close(&workplace);
    return status;
}
