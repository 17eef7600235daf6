/*
 * A workplace: what the stages of a command share, opened in order and closed in reverse.
 */
#ifndef COMMAND_WORKPLACE_H
#define COMMAND_WORKPLACE_H

#include "command/command.h"
#include "render/render.h"

struct workplace {
    const struct options *options;
    struct markdown *markdown;
    struct site site;
    struct library library;
    struct snapshot snapshot;
    char *scratch; /* folder of a snapshot that is to be removed, or NULL */
    bool source_failed, source_refused; /* set by collecting */
};

/* A stage of a run: what it says it does, and how. */
struct stage {
    const char *title;
    bool (*run)(struct workplace *workplace, struct error *error);
};

extern const struct stage collect_stage, analyse_stage, render_stage;

/* Opens the workplace, runs the stages in order until one fails, and closes it. */
enum status workplace_run(const struct options *options, const struct stage *const *stages,
                          size_t count);

/* Opens it without running anything, where SCRATCH on an empty snapshot of its own that is
 * gone afterwards. To be closed in either case. */
bool workplace_open(const struct options *options, bool scratch,
                    struct workplace *workplace, struct error *error);
void workplace_close(struct workplace *workplace);

/* The edition that --edition NAME means, or NULL with the error set. Borrowed. */
const struct edition *workplace_find_edition(const struct site *site, const char *name,
                                             struct error *error);

#endif
