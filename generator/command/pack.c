#include "command/workplace.h"

#include <stdlib.h>
#include <string.h>

/* Which one is never guessed: they are for different readers. */
static const struct edition *find_edition(const struct site *site, const char *name,
                                          struct error *error) {
    const char *names[64];
    size_t count =
        site->editions.count < COUNT_OF(names) ? site->editions.count : COUNT_OF(names);
    if (!name && site->editions.count == 1)
        return &site->editions.items[0];
    for (size_t i = 0; name && i < site->editions.count; i++)
        if (!strcmp(site->editions.items[i].name, name))
            return &site->editions.items[i];
    for (size_t i = 0; i < count; i++)
        names[i] = site->editions.items[i].name;
    const char *nearest = name ? text_nearest(name, names, count) : NULL;
    if (name)
        error_at(error, "--edition", 0, 0, "site.conf has no edition '%s'%s%s%s", name,
                 nearest ? "; did you mean '" : "", nearest ? nearest : "",
                 nearest ? "'?" : "");
    else
        error_at(error, "tower", 0, 0,
                 "there are %zu editions; say which one to pack, like --edition %s",
                 site->editions.count, names[0]);
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
