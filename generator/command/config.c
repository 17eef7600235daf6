#include "command/command.h"

#include "site/site.h"

#include <stdio.h>

/* What "git config --list -z" prints of a file, so that the two can be compared. */
enum status command_config(const struct options *options) {
    struct buffer out = {0};
    struct error error = {0};
    bool ok = site_list_config(options->arguments[0], &out, &error);
    if (ok)
        fwrite(buffer_text(&out), 1, out.size, stdout);
    buffer_free(&out);
    return ok ? STATUS_DONE : command_failed(&error);
}
