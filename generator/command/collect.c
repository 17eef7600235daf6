#include "command/workplace.h"

#include "collect/collect.h"

#include <stdlib.h>

/* What is written as a number, or as a time; 0 where it is not given. */
static bool take_number(const char *option, const char *text, char unit, int64_t *number,
                        struct error *error) {
    *number = !text ? 0 : unit ? text_seconds(text) : text_number(text);
    return !text || *number > 0 ||
           error_at(error, "tower", 0, 0,
                    unit ? "--%s is a time like 30s, 15m or 2h, not '%s'"
                         : "--%s is a number above 0, not '%s'",
                    option, text);
}

static bool run(struct workplace *workplace, struct error *error) {
    const struct options *options = workplace->options;
    char *record = options->record ? path_resolve(options->record) : NULL;
    struct collect_options wanted = {.source = options->source,
                                     .record = record,
                                     .full = options->full,
                                     .offline = options->offline,
                                     .accept_drop = options->accept_drop,
                                     .shard = options->shard,
                                     .shards = options->shards};
    struct collect_result result = {0};
    bool ok =
        take_number("max-requests", options->budget, 0, &wanted.max_requests, error) &&
        take_number("deadline", options->time, 's', &wanted.deadline, error) &&
        collect_run(&workplace->site, &workplace->library, &workplace->snapshot, &wanted,
                    &result, error);
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
