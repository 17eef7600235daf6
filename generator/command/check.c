#include "command/workplace.h"

#include "collect/collect.h"
#include "passes/passes.h"
#include "serve/serve.h"

#include <stdio.h>

static void print_warnings(const struct site *site, const struct names *warnings,
                           size_t left_out) {
    for (size_t i = 0; i < warnings->count; i++)
        printf("warning: %s\n", warnings->items[i]);
    printf("%s: %zu sources, %zu editions; ", site->file, site->sources.count,
           site->editions.count);
    if (warnings->count)
        printf("warnings: %zu\n", warnings->count + left_out);
    else
        printf("nothing wrong\n");
}

/* site.conf, every declaration, every template and what the last build wrote, without
 * asking anybody anything. */
enum status command_check(const struct options *options) {
    struct workplace workplace;
    struct names warnings = {0};
    struct error error = {0};
    bool ok =
        workplace_open(options, true, &workplace, &error) &&
        collect_check(&workplace.site, &workplace.library, &workplace.snapshot, &error) &&
        passes_check(&workplace.site, &workplace.library, &workplace.snapshot, &error) &&
        serve_check(&workplace.site, &workplace.library, &workplace.snapshot, &error) &&
        render_check(&workplace.site, &workplace.library, &workplace.snapshot,
                     workplace.markdown, &warnings, &error);
    size_t left_out = 0;
    for (size_t i = 0; ok && i < workplace.site.editions.count; i++)
        left_out +=
            inspect_edition(&workplace.site, &workplace.site.editions.items[i], &warnings);
    if (ok)
        print_warnings(&workplace.site, &warnings, left_out);
    enum status status = ok ? STATUS_DONE : command_failed(&error);
    names_free(&warnings);
    workplace_close(&workplace);
    return status;
}
