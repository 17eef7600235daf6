#include "command/workplace.h"

#include "collect/collect.h"
#include "passes/passes.h"

#include <stdio.h>

static void print_warnings(const struct site *site, const struct names *warnings) {
    for (size_t i = 0; i < warnings->count; i++)
        printf("warning: %s\n", warnings->items[i]);
    printf("%s: %zu sources, %zu editions; ", site->file, site->sources.count,
           site->editions.count);
    if (warnings->count)
        printf("warnings: %zu\n", warnings->count);
    else
        printf("nothing wrong\n");
}

/* site.conf, every declaration and every template, without asking anybody anything. */
enum status command_check(const struct options *options) {
    struct workplace workplace;
    struct names warnings = {0};
    struct error error = {0};
    bool ok =
        workplace_open(options, true, &workplace, &error) &&
        collect_check(&workplace.site, &workplace.library, &workplace.snapshot, &error) &&
        passes_check(&workplace.site, &workplace.library, &workplace.snapshot, &error) &&
        render_check(&workplace.site, &workplace.library, &workplace.snapshot,
                     workplace.markdown, &warnings, &error);
    if (ok)
        print_warnings(&workplace.site, &warnings);
    enum status status = ok ? STATUS_DONE : command_failed(&error);
    names_free(&warnings);
    workplace_close(&workplace);
    return status;
}
