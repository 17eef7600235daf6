#include "command/workplace.h"

#include "command/rescore.h"
#include "passes/passes.h"
#include "render/render.h"

/* Passes read of pages, too: the owner's decisions are among them. */
static bool run(struct workplace *workplace, struct error *error) {
    snapshot_declare_sources(&workplace->snapshot, &workplace->site);
    return render_catalogue(&workplace->library, &workplace->snapshot, error) &&
           rescore_night_before(workplace, error) &&
           passes_run(&workplace->site, &workplace->library, &workplace->snapshot, error);
}

const struct stage analyse_stage = {"Analysing", run};

enum status command_analyse(const struct options *options) {
    static const struct stage *const stages[] = {&analyse_stage};
    return workplace_run(options, stages, COUNT_OF(stages));
}
