#include "render/render.h"

#include "render/content.h"
#include "render/news.h"
#include "render/renderer.h"

#include <stdlib.h>
#include <string.h>

/* One edition, while it is rendered. */
struct rendering {
    const struct plan *plan;
    struct snapshot *snapshot;
    struct markdown *markdown;
    struct publication *publication; /* from when the renderers are at work */
    struct plan_reads *reads;        /* one for each page of the plan */
    struct desk desk;                /* to be kept */
    int64_t run;
    size_t done;
};

/* in the renderers */

static void *begin(void *owner, size_t number) {
    struct rendering *rendering = owner;
    return renderer_open(rendering->plan, rendering->snapshot, rendering->markdown, number);
}

static bool work(void *owner, void *worker, size_t job, struct crew *crew,
                 struct error *error) {
    (void)owner;
    return renderer_do(worker, job, crew, error);
}

static void end(void *owner, void *worker) {
    (void)owner;
    renderer_close(worker);
}

/* in the process that writes */

static void visit_pages(struct rendering *rendering) {
    const struct plan *plan = rendering->plan;
    struct names names = plan_names(plan);
    publication_visit_others(rendering->publication, &names);
    free(names.items);
    for (size_t i = 0; i < plan->pages.count; i++)
        if (plan->pages.items[i].whole)
            publication_visit(rendering->publication, plan->pages.items[i].name, NULL,
                              NULL);
    for (size_t i = 0; i < plan->jobs.count; i++) {
        const struct plan_job *job = &plan->jobs.items[i];
        if (job->source)
            publication_visit(rendering->publication, plan->pages.items[job->page].name,
                              job->source, job->repo);
    }
}

static void ready(void *owner) {
    struct rendering *rendering = owner;
    snapshot_resume(rendering->snapshot, true);
    snapshot_begin(rendering->snapshot);
    rendering->publication = publication_new(rendering->snapshot, rendering->plan->edition);
    visit_pages(rendering);
}

static void take_file(void *owner, const struct publication_file *file) {
    struct rendering *rendering = owner;
    publication_add(rendering->publication, file);
    log_progress("  %s: %s", rendering->plan->edition->name, file->path);
}

static void take_document(void *owner, const struct document_news *news) {
    struct rendering *rendering = owner;
    document_store(rendering->snapshot, rendering->run, news);
}

static void take_read(void *owner, size_t page, const char *name) {
    struct rendering *rendering = owner;
    struct names *names = &rendering->reads[page].names;
    rendering->reads[page].known = true;
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return;
    *LIST_ADD(names) = xstrdup(name);
}

static void take_clock(void *owner, size_t page) {
    struct rendering *rendering = owner;
    rendering->reads[page].clock = true;
}

/* It waits for what is published with it. */
static void take_desk(void *owner, struct desk *desk) {
    struct rendering *rendering = owner;
    desk_free(&rendering->desk);
    rendering->desk = *desk;
}

static void hear(void *owner, size_t job, const char *message, size_t size) {
    struct rendering *rendering = owner;
    const struct news_listener listener = {rendering, take_file,  take_document,
                                           take_read, take_clock, take_desk};
    (void)size;
    news_hear(&listener, rendering->plan, job, message);
}

/* Puts everything in place, or nothing. */
static bool finish(struct rendering *rendering, struct render_result *result,
                   struct error *failure, struct error *error) {
    struct publication *publication = rendering->publication;
    struct publication_count count = {0};
    bool ok = publication_check(publication, error);
    error_move(error, failure);
    ok = ok && !error->kind && publication_commit(publication, &count, error);
    if (ok && *rendering->desk.digest)
        desks_store(rendering->snapshot, rendering->plan->edition,
                    &rendering->plan->archive, &rendering->desk);
    if (ok)
        desks_split(rendering->snapshot, rendering->plan->edition);
    if (ok)
        plan_save(rendering->plan, rendering->snapshot, rendering->reads);
    else
        publication_discard(publication);
    documents_prune(rendering->snapshot, rendering->run);
    snapshot_commit(rendering->snapshot);
    *result = (struct render_result){count.files, count.written, count.removed};
    return ok;
}

/* No database may be open while the renderers are forked. */
static bool render_plan(struct rendering *rendering, struct render_result *result,
                        struct error *error) {
    const struct plan *plan = rendering->plan;
    const struct crew_task task = {rendering, plan->jobs.count, begin, end, work, ready,
                                   hear};
    struct error failure = {0};
    rendering->reads = xcalloc(plan->pages.count + 1, sizeof *rendering->reads);
    snapshot_suspend(rendering->snapshot);
    crew_run(&task, markdown_lanes(rendering->markdown), &failure);
    bool ok = finish(rendering, result, &failure, error);
    for (size_t i = 0; i < plan->pages.count; i++)
        names_free(&rendering->reads[i].names);
    free(rendering->reads);
    desk_free(&rendering->desk);
    error_free(&failure);
    publication_free(rendering->publication);
    return ok;
}

bool render_edition(const struct site *site, const struct library *library,
                    struct snapshot *snapshot, const struct edition *edition,
                    struct markdown *markdown, struct render_result *result,
                    struct error *error) {
    struct plan plan;
    bool ok = plan_make(site, library, snapshot, edition, &plan, error);
    struct rendering rendering = {.plan = &plan,
                                  .snapshot = snapshot,
                                  .markdown = markdown,
                                  .run = snapshot_last_run(snapshot)};
    if (ok && plan_is_empty(&plan))
        *result = (struct render_result){.pages = publication_count(snapshot, edition)};
    else if (ok)
        ok = render_plan(&rendering, result, error);
    plan_free(&plan);
    return ok;
}

bool render_catalogue(const struct library *library, struct snapshot *snapshot,
                      struct error *error) {
    struct declarations declarations = {0};
    bool ok = declarations_read(library, "templates/", &declarations, error) &&
              content_declare(library, &declarations, error);
    if (ok)
        snapshot_catalogue(snapshot, "page", &declarations);
    declarations_free(&declarations);
    return ok;
}
