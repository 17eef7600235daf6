/*
 * A renderer: one of the processes that make the pages of a plan.
 *
 * In:  the snapshot through readers of its own, the plan's jobs.
 * Out: files staged in the output folder; news of them, of documents and of what was read,
 *      told to the process that hired it.
 * Holds: a page whose every value is as it was when its files were made is not rendered.
 */
#ifndef RENDER_RENDERER_H
#define RENDER_RENDERER_H

#include "render/markdown_helper.h"
#include "render/plan.h"

struct renderer;

/* Opens its own connections; LANE is its part of the Markdown helper. After fork(). */
struct renderer *renderer_open(const struct plan *plan, struct snapshot *snapshot,
                               struct markdown *markdown, size_t lane);
void renderer_close(struct renderer *renderer);

/* Does a job of the plan and tells CREW of it (see news.h). */
bool renderer_do(struct renderer *renderer, size_t job, struct crew *crew,
                 struct error *error);

#endif
