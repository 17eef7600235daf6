#include "command/workplace.h"

#include "collect/collect.h"

#include <stdlib.h>

static bool run(struct workplace *workplace, struct error *error) {
    const struct options *options = workplace->options;
    char *record = options->record ? path_resolve(options->record) : NULL;
    struct collect_options wanted = {.source = options->source,
                                     .record = record,
                                     .full = options->full,
                                     .offline = options->offline,
                                     .accept_drop = options->accept_drop};
    struct collect_result result;
    bool ok = collect_run(&workplace->site, &workplace->library, &workplace->snapshot,
                          &wanted, &result, error);
    workplace->source_failed = result.failed > 0;
    workplace->source_refused = result.refused > 0;
    free(record);
    return ok;
}

const struct stage collect_stage = {"Collecting", run};

enum status command_collect(const struct options *options) {
    static const struct stage *const stages[] = {&collect_stage};
    return workplace_run(options, stages, COUNT_OF(stages));
}
