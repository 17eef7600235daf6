#include "command/workplace.h"

#include "passes/passes.h"

#include <stdlib.h>

static void say_where(const struct edition *edition, const struct render_result *result) {
    char *page = path_join(edition->output, "index.html");
    log_info("  %s: %zu files, %zu changed, %zu removed: open %s", edition->name,
             result->pages, result->written, result->removed, page);
    free(page);
}

static bool run(struct workplace *workplace, struct error *error) {
    const struct site *site = &workplace->site;
    snapshot_declare_sources(&workplace->snapshot, site);
    bool ok = render_catalogue(&workplace->library, &workplace->snapshot, error);
    for (size_t i = 0; ok && i < site->editions.count; i++) {
        const struct edition *edition = &site->editions.items[i];
        struct render_result result = {0};
        ok = passes_are_current(site, &workplace->snapshot, edition, error) &&
             render_edition(site, &workplace->library, &workplace->snapshot, edition,
                            workplace->markdown, &result, error);
        if (ok)
            say_where(edition, &result);
    }
    return ok;
}

const struct stage render_stage = {"Rendering", run};

enum status command_render(const struct options *options) {
    static const struct stage *const stages[] = {&render_stage};
    static const struct stage *const past[] = {&analyse_stage, &render_stage};
    struct error error = {0};
    if (options->output && !options->as_of) {
        error_at(&error, "tower", 0, 0,
                 "render: --output goes with --as-of; a site names its folders in "
                 "site.conf");
        return command_failed(&error);
    }
    return options->as_of ? workplace_run(options, past, COUNT_OF(past))
                          : workplace_run(options, stages, COUNT_OF(stages));
}
