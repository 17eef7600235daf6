#include "command/workplace.h"

#include "collect/collect.h"
#include "passes/passes.h"

#include <stdio.h>

/* site.conf, every declaration and every template, without asking anybody anything. */
enum status command_check(const struct options *options) {
    struct workplace workplace;
    struct error error = {0};
    bool ok =
        workplace_open(options, true, &workplace, &error) &&
        collect_check(&workplace.site, &workplace.library, &workplace.snapshot, &error) &&
        passes_check(&workplace.site, &workplace.library, &workplace.snapshot, &error) &&
        render_check(&workplace.site, &workplace.library, &workplace.snapshot, &error);
    if (ok)
        printf("%s: %zu sources, %zu editions; nothing wrong\n", workplace.site.file,
               workplace.site.sources.count, workplace.site.editions.count);
    enum status status = ok ? STATUS_DONE : command_failed(&error);
    workplace_close(&workplace);
    return status;
}
