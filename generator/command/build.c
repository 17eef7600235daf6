#include "command/workplace.h"

/* The story of a run: what the sources say, what follows from it, what a reader sees. */
enum status command_build(const struct options *options) {
    static const struct stage *const stages[] = {&collect_stage, &analyse_stage,
                                                 &render_stage};
    return workplace_run(options, stages, COUNT_OF(stages));
}
