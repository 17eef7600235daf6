#include "render/plan.h"

#include "base/version.h"
#include "render/content.h"
#include "render/mustache_gather.h"
#include "render/page.h"
#include "render/publish.h"

#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Another build of the program may render differently. */
static void add_program(struct buffer *input) {
    char build[VERSION_BUILD_SIZE];
    version_build(build);
    buffer_printf(input, "%s %s\n", TOWER_VERSION, build);
}

static void add_edition(const struct plan *plan, struct buffer *input) {
    const struct site *site = plan->site;
    char *zones = edition_zones_json(plan->edition);
    buffer_printf(input, "%s\n%s\n%s\n%s\n%s\n%d\n%s", site->title,
                  site->url ? site->url : "", plan->edition->name, zones, plan->hiding,
                  site->content_html, plan->presence.optional);
    free(zones);
}

/* A graph is a picture only where there is Graphviz. */
static void add_graphviz(const struct declaration *declaration, struct buffer *input) {
    if (strstr(declaration_field(declaration, "types", ""), " graph"))
        buffer_add_text(input, process_exists("dot") ? "dot\n" : "no dot\n");
}

/* The texts of a page's templates; where a name in them is a value, it may be any. */
static bool add_templates(const struct plan *plan, struct mustache *set, const char *name,
                          struct buffer *input, struct error *error) {
    bool shows_now = false;
    if (!mustache_check(set, name, error))
        return false;
    if (!mustache_gather(set, name, "now", input, &shows_now, error))
        for (size_t i = 0; i < plan->library->count; i++)
            if (text_starts_with(plan->library->items[i].name, "templates/"))
                buffer_add(input, plan->library->items[i].text,
                           plan->library->items[i].size);
    if (shows_now && plan->now)
        buffer_add_text(input, plan->now);
    return !error->kind;
}

static bool find_input(struct plan *plan, struct plan_page *page, const char *template,
                       struct error *error) {
    struct buffer input = {0};
    bool ok = true;
    add_program(&input);
    add_edition(plan, &input);
    if (page->declaration) {
        buffer_add_text(&input, page->declaration->hash);
        add_graphviz(page->declaration, &input);
    } else {
        buffer_add(&input, page->file->text, page->file->size);
    }
    for (size_t f = 0; ok && template && f < FORMAT_COUNT; f++) {
        buffer_printf(&input, "%d\n", page->formats[f]);
        if (page->formats[f] &&
            (f != FORMAT_JSON || templates_have(&plan->templates[f], template)))
            ok = add_templates(plan, plan->templates[f].set, template, &input, error);
    }
    if (ok && page->content)
        ok = add_templates(plan, page->content->set, page->name, &input, error);
    text_hash(input.data, input.size, page->input);
    buffer_free(&input);
    return ok;
}

/* A page of HTML has a JSON twin, too, unless it names its formats. */
static bool find_formats(const struct plan *plan, struct plan_page *page,
                         const char *template, struct error *error) {
    const struct declaration *declaration =
        page->kind == PLAN_PAGE ? page->declaration : NULL;
    bool ok =
        templates_formats(plan->templates, declaration, template, page->formats, error);
    if (!declaration || !declaration_field(declaration, "formats", NULL))
        page->formats[FORMAT_JSON] |= page->formats[FORMAT_HTML];
    return ok;
}

static bool add_page(struct plan *plan, const struct declaration *declaration,
                     struct error *error) {
    struct plan_page *page = LIST_ADD(&plan->pages);
    page->kind = PLAN_PAGE;
    page->declaration = declaration;
    page->name = xstrdup(strchr(declaration->name, '/') + 1);
    return find_formats(plan, page, page->name, error) &&
           find_input(plan, page, page->name, error);
}

static bool add_content(struct plan *plan, struct plan_page *page, struct error *error) {
    if (!content_read(plan->library, page->file, &page->content, error))
        return false;
    if (page->content)
        page->declaration = &page->content->declaration;
    return find_formats(plan, page, "content", error) &&
           find_input(plan, page, "content", error);
}

static bool add_file(struct plan *plan, const struct library_file *file,
                     struct error *error) {
    bool is_asset = templates_is_asset(plan->library, file);
    if (!is_asset && !content_is_page(file->name))
        return true;
    struct plan_page *page = LIST_ADD(&plan->pages);
    page->kind = is_asset ? PLAN_ASSET : PLAN_CONTENT;
    page->file = file;
    page->name = xstrdup(file->name);
    return page->kind == PLAN_CONTENT ? add_content(plan, page, error)
                                      : find_input(plan, page, NULL, error);
}

static bool add_pages(struct plan *plan, struct reader *reader, struct error *error) {
    bool ok = declarations_read(plan->library, "templates/", &plan->declarations, error) &&
              presence_find(&plan->declarations, reader, &plan->presence, error);
    for (size_t i = 0; ok && i < plan->declarations.count; i++)
        if (presence_is_made(&plan->presence, plan->presence.known.items[i]))
            ok = add_page(plan, &plan->declarations.items[i], error);
    for (size_t i = 0; ok && i < plan->library->count; i++)
        ok = add_file(plan, &plan->library->items[i], error);
    return ok;
}

static struct plan_page *find_page(const struct plan *plan, const char *name) {
    for (size_t i = 0; i < plan->pages.count; i++)
        if (!strcmp(plan->pages.items[i].name, name))
            return &plan->pages.items[i];
    return NULL;
}

static sqlite3_stmt *ask(const struct plan *plan, struct snapshot *snapshot,
                         const char *name, const char *page) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    query_bind_text(query, ":edition", plan->edition->name);
    if (page)
        query_bind_text(query, ":page", page);
    return query;
}

static bool shows_desk(const struct plan_page *page) {
    return page->declaration && page_shows_desk(page->declaration);
}

/* Files that are not as they were published make their page whole. */
static void look_at_files(struct plan *plan, struct snapshot *snapshot) {
    int folder = open(plan->edition->output, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    sqlite3_stmt *query = ask(plan, snapshot, "publish.files", NULL);
    while (query_row(query)) {
        struct plan_page *page = find_page(plan, column_text(query, 1));
        int64_t bytes = sqlite3_column_int64(query, 2);
        plan->gone |= !page;
        if (page)
            page->bytes += bytes;
        if (page && !page->whole)
            page->whole = !publication_is_intact(folder, column_text(query, 0), bytes,
                                                 sqlite3_column_int64(query, 3));
    }
    sqlite3_reset(query);
    if (folder >= 0)
        close(folder);
}

/* Whole is looked at what was made from something else, and of what files were touched. */
static void find_whole(struct plan *plan, struct snapshot *snapshot) {
    bool trusted = publication_is_trusted(snapshot, plan->edition);
    for (size_t i = 0; i < plan->pages.count; i++) {
        struct plan_page *page = &plan->pages.items[i];
        sqlite3_stmt *query = ask(plan, snapshot, "plan.rendering", page->name);
        page->whole = !trusted || (plan->archive.due && shows_desk(page)) ||
                      !query_row(query) || strcmp(column_text(query, 0), page->input) ||
                      (sqlite3_column_type(query, 3) != SQLITE_NULL &&
                       strcmp(column_text(query, 3), clock_now_text()));
        sqlite3_reset(query);
    }
    if (trusted)
        look_at_files(plan, snapshot);
}

static bool is_of_repository(const struct plan_page *page) {
    return page->declaration && page_is_of_repository(page->declaration);
}

static void add_job(struct plan *plan, const struct plan_page *page, const char *source,
                    const char *repo) {
    size_t index = (size_t)(page - plan->pages.items), rank = plan->jobs.count;
    *LIST_ADD(&plan->jobs) = (struct plan_job){index, xstrdup(source), xstrdup(repo), rank};
}

/* What changed since PAGE was rendered, as jobs; where that is no single repository, all of
 * it. */
static void add_changed(struct plan *plan, struct snapshot *snapshot,
                        struct plan_page *page) {
    sqlite3_stmt *last = ask(plan, snapshot, "plan.rendering", page->name);
    sqlite3_stmt *query = ask(plan, snapshot, "plan.changed", page->name);
    bool known = query_row(last);
    assert(known);
    query_bind_text(query, ":reads", column_text(last, 1));
    query_bind_int(query, ":generation", sqlite3_column_int64(last, 2));
    while (!page->whole && query_row(query)) {
        page->whole = !is_of_repository(page) || !*column_text(query, 1);
        page->part = true;
        if (!page->whole)
            add_job(plan, page, column_text(query, 0), column_text(query, 1));
    }
    sqlite3_reset(query);
    sqlite3_reset(last);
}

/* A job for each repository that the edition shows. */
static void add_repositories(struct plan *plan, struct reader *reader,
                             const struct snapshot *snapshot,
                             const struct plan_page *page) {
    sqlite3_stmt *query = reader_prepare_own(reader, snapshot, "plan.repositories");
    while (query_row(query))
        add_job(plan, page, column_text(query, 0), column_text(query, 1));
    sqlite3_finalize(query);
}

static int compare_lengths(const void *a, const void *b, void *owner) {
    const struct plan_page *pages = owner;
    const struct plan_job *one = a, *other = b;
    int64_t here = pages[one->page].bytes, there = pages[other->page].bytes;
    return here == there ? (one->page > other->page) - (one->page < other->page)
                         : (here < there) - (here > there);
}

static void add_jobs(struct plan *plan, struct reader *reader, struct snapshot *snapshot) {
    for (size_t i = 0; i < plan->pages.count; i++) {
        struct plan_page *page = &plan->pages.items[i];
        if (!page->whole && !is_of_repository(page))
            add_changed(plan, snapshot, page);
        if (page->whole && !is_of_repository(page))
            add_job(plan, page, NULL, NULL);
    }
    if (plan->jobs.count)
        qsort_r(plan->jobs.items, plan->jobs.count, sizeof *plan->jobs.items,
                compare_lengths, plan->pages.items);
    for (size_t i = 0; i < plan->pages.count; i++)
        if (!plan->pages.items[i].whole && is_of_repository(&plan->pages.items[i]))
            add_changed(plan, snapshot, &plan->pages.items[i]);
    for (size_t i = 0; i < plan->pages.count; i++)
        if (plan->pages.items[i].whole && is_of_repository(&plan->pages.items[i]))
            add_repositories(plan, reader, snapshot, &plan->pages.items[i]);
}

/* Which links of a desk that was kept lead somewhere, any other page may change. */
static void add_archive(struct plan *plan) {
    bool any = !plan_is_empty(plan);
    for (size_t i = 0; any && i < plan->pages.count; i++) {
        struct plan_page *page = &plan->pages.items[i];
        if (page->whole || !shows_desk(page))
            continue;
        page->whole = true;
        add_job(plan, page, NULL, NULL);
    }
}

/* "2026-11-21 21:00 UTC", or NULL. */
static char *time_of_run(struct snapshot *snapshot) {
    char *time = query_text(snapshot_query(snapshot, "document.last_run_at"));
    if (!time || strlen(time) < 16)
        return time;
    char *text = xasprintf("%.10s %.5s UTC", time, time + 11);
    free(time);
    return text;
}

bool plan_make(const struct site *site, const struct library *library,
               struct snapshot *snapshot, const struct edition *edition, struct plan *plan,
               struct error *error) {
    *plan = (struct plan){.site = site, .library = library, .edition = edition};
    plan->now = time_of_run(snapshot);
    plan->hiding = reader_hiding(snapshot, edition);
    desks_look(snapshot, edition, &plan->archive);
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        templates_open(&plan->templates[f], library, (enum format)f);
    struct reader reader;
    reader_open_edition(snapshot, edition, &reader);
    bool ok = add_pages(plan, &reader, error);
    if (ok) {
        find_whole(plan, snapshot);
        add_jobs(plan, &reader, snapshot);
        add_archive(plan);
    }
    reader_close(&reader);
    return ok;
}

void plan_free(struct plan *plan) {
    for (size_t i = 0; i < plan->jobs.count; i++) {
        free(plan->jobs.items[i].source);
        free(plan->jobs.items[i].repo);
    }
    for (size_t i = 0; i < plan->pages.count; i++) {
        free(plan->pages.items[i].name);
        content_free(plan->pages.items[i].content);
    }
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        templates_close(&plan->templates[f]);
    free(plan->jobs.items);
    free(plan->pages.items);
    presence_free(&plan->presence);
    declarations_free(&plan->declarations);
    free(plan->now);
    free(plan->hiding);
    desks_free(&plan->archive);
    *plan = (struct plan){0};
}

bool plan_is_empty(const struct plan *plan) {
    bool whole = false; /* of no repository, perhaps, so without a job */
    for (size_t i = 0; i < plan->pages.count; i++)
        whole |= plan->pages.items[i].whole;
    return !plan->jobs.count && !plan->gone && !whole;
}

struct names plan_names(const struct plan *plan) {
    struct names names = {0};
    for (size_t i = 0; i < plan->pages.count; i++)
        *LIST_ADD(&names) = plan->pages.items[i].name;
    return names;
}

/* What changed is remembered for as long as a page has not heard of it. */
static void forget_changes(const struct site *site, struct snapshot *snapshot) {
    struct names names = {0};
    for (size_t i = 0; i < site->editions.count; i++)
        *LIST_ADD(&names) = site->editions.items[i].name;
    sqlite3_stmt *query = snapshot_query(snapshot, "plan.forget_editions");
    query_bind_names(query, ":editions", &names);
    query_run(query);
    query_run(snapshot_query(snapshot, "change.forget"));
    query_run(snapshot_query(snapshot, "change.next_generation"));
    free(names.items);
}

static void save_page(const struct plan *plan, struct snapshot *snapshot,
                      const struct plan_page *page, const struct plan_reads *reads) {
    sqlite3_stmt *query = ask(plan, snapshot, "plan.save", page->name);
    query_bind_text(query, ":input", page->input);
    query_bind_names(query, ":reads", &reads->names);
    query_bind_int(query, ":whole", page->whole);
    query_bind_text(query, ":clock", reads->clock ? clock_now_text() : NULL);
    query_run(query);
}

/* Whatever reads nothing has no rows: a page of repositories where there is none. Whether
 * there is one now is looked at again. */
void plan_save(const struct plan *plan, struct snapshot *snapshot,
               const struct plan_reads *reads) {
    for (size_t i = 0; i < plan->pages.count; i++) {
        const struct plan_page *page = &plan->pages.items[i];
        if (!page->declaration || reads[i].known)
            save_page(plan, snapshot, page, &reads[i]);
        else
            query_run(ask(plan, snapshot, page->whole ? "plan.forget" : "plan.still",
                          page->name));
    }
    struct names names = plan_names(plan);
    sqlite3_stmt *query = ask(plan, snapshot, "plan.forget_others", NULL);
    query_bind_names(query, ":pages", &names);
    query_run(query);
    free(names.items);
    forget_changes(plan->site, snapshot);
}
