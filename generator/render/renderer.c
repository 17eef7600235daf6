#include "render/renderer.h"

#include "render/news.h"
#include "render/sheet.h"

#include <stdlib.h>
#include <string.h>

/* A page's statements, prepared when its first job comes. */
struct prepared {
    struct page page;
    bool ready, clock_told;
};

struct renderer {
    const struct plan *plan;
    struct snapshot *snapshot;
    struct reader whole, part; /* of the edition; of a repository in it, once one is due */
    struct documents documents;
    struct references *references;
    struct prepared *prepared; /* one for each page of the plan */
    sqlite3_stmt *is_shown;
    struct desk_links links;
    struct desk tonight; /* to be kept, once it was rendered */
    struct press press;
    const struct plan_job *job;
    struct error *error;
};

static const struct plan_page *plan_page_of(const struct renderer *renderer) {
    return &renderer->plan->pages.items[renderer->job->page];
}

static void tell_document(void *owner, const struct document_news *news) {
    struct renderer *renderer = owner;
    news_of_document(renderer->press.crew, news);
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Each once; READS are sorted for that. */
static void tell_reads(struct renderer *renderer, struct names *reads) {
    if (reads->count)
        qsort(reads->items, reads->count, sizeof *reads->items, compare_names);
    for (size_t i = 0; i < reads->count; i++)
        if (!i || strcmp(reads->items[i - 1], reads->items[i]))
            news_of_read(renderer->press.crew, reads->items[i]);
}

static void tell_clock(struct renderer *renderer, struct prepared *prepared) {
    if (!snapshot_clock_asked() || prepared->clock_told)
        return;
    prepared->clock_told = true;
    news_of_clock(renderer->press.crew);
}

/* declared pages */

/* "repo/{slug}" with the columns of ROW. */
static char *fill_path(const struct page *page, const struct row *row,
                       struct error *error) {
    struct buffer path = {0};
    const char *pattern = declaration_field(page->declaration, "path", "");
    while (*pattern) {
        size_t plain = strcspn(pattern, "{");
        buffer_add(&path, pattern, plain);
        pattern += plain;
        if (!*pattern)
            break;
        size_t length = strcspn(++pattern, "}");
        char *name = xstrndup(pattern, length);
        const struct cell *cell = row ? row_cell(row, name, NULL) : NULL;
        if (cell && cell->text)
            buffer_add_text(&path, cell->text);
        else
            error_at(error, page->declaration->origin,
                     declaration_field_line(page->declaration, "path"), 0,
                     "path: '{%s}' is no column of the statement that 'each' names", name);
        free(name);
        pattern += length + (pattern[length] == '}');
    }
    return buffer_take(&path);
}

/* The page's own row stands for the whole table. */
static bool fill_tables(struct renderer *renderer, struct page *page, struct reader *reader,
                        const struct row *row, struct sheet *sheet) {
    bool ok = true;
    sheet->tables = xcalloc(page->blocks.count + 1, sizeof *sheet->tables);
    for (size_t i = 0; ok && i < page->blocks.count; i++) {
        struct block *block = &page->blocks.items[i];
        struct table *table = &sheet->tables[sheet->table_count];
        if (block->nested)
            continue;
        sheet->table_count++;
        if (block == page->each)
            *table = (struct table){
                .block = block, .rows = (struct row *)row, .count = 1, .is_row = true};
        else
            ok = table_fill(page, reader, block, row, table, renderer->error);
    }
    return ok;
}

static enum markdown_trust trust_of(const struct renderer *renderer) {
    return renderer->plan->site->content_html ? MARKDOWN_TRUSTED | MARKDOWN_WITH_HTML
                                              : MARKDOWN_TRUSTED;
}

/* A content page with statements, whose tables are filled. */
static bool render_draft(struct renderer *renderer, const struct content *content,
                         struct sheet *sheet) {
    const struct plan *plan = renderer->plan;
    char *twin = xasprintf("%s.html", sheet->path),
         *json = xasprintf("%s.json", sheet->path);
    struct view view = {.site = plan->site,
                        .edition = plan->edition->name,
                        .now = plan->now,
                        .presence = &plan->presence,
                        .path = sheet->path,
                        .root = "",
                        .twin = twin,
                        .json = json,
                        .tables = sheet->tables,
                        .table_count = sheet->table_count};
    char *title = content_title(content, &view);
    struct content_draft draft;
    view.title = sheet->title = title;
    bool ok = content_write(content, &view, &draft, renderer->error);
    struct document_wish wish = {buffer_text(&draft.text), draft.text.size,
                                 trust_of(renderer) | MARKDOWN_WITH_PLACEHOLDERS, NULL};
    sheet->content = &wish;
    sheet->draft = &draft;
    if (wish.size > MARKDOWN_LARGEST)
        log_warn("%s: shown as plain text: larger than 256 kB already without its values; "
                 "show fewer rows",
                 sheet->origin);
    ok = ok && sheet_make(sheet, &renderer->press, renderer->error);
    document_free(wish.document);
    content_draft_free(&draft);
    free(title);
    free(twin);
    free(json);
    return ok;
}

/* the archive */

static bool check_desk(const struct declaration *desk, struct error *error) {
    return !declaration_field(desk, "each", NULL) ||
           error_at(error, desk->origin, declaration_field_line(desk, "each"), 0,
                    "each: the desk is one page, of which the archive keeps every day's");
}

/* Renders the desk as it is to be kept, and tells of it. */
static bool render_tonight(struct renderer *renderer, const struct plan_page *desk) {
    struct templates templates[FORMAT_COUNT];
    struct page page;
    struct sheet sheet = {.page = desk,
                          .template = desk->name,
                          .origin = desk->declaration->origin,
                          .path = declaration_field(desk->declaration, "path", ""),
                          .title = declaration_field(desk->declaration, "title", "")};
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        desks_templates_open(&templates[f], renderer->plan->library, (enum format)f);
    bool ok = page_prepare(desk->declaration, &renderer->whole, &page, renderer->error) &&
              check_desk(desk->declaration, renderer->error) &&
              fill_tables(renderer, &page, &renderer->whole, NULL, &sheet) &&
              sheet_keep(&sheet, &renderer->press, templates, renderer->plan->archive.day,
                         &renderer->tonight, renderer->error);
    if (ok)
        news_of_desk(renderer->press.crew, &renderer->tonight);
    for (size_t i = 0; i < sheet.table_count; i++)
        table_free(&sheet.tables[i]);
    free(sheet.tables);
    page_free(&page);
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        templates_close(&templates[f]);
    return ok;
}

/* What must be known before the first of the days. */
static bool open_archive(struct renderer *renderer) {
    const struct plan *plan = renderer->plan;
    if (renderer->press.links)
        return true;
    desk_links_open(&renderer->links, plan, &renderer->whole, renderer->snapshot);
    renderer->press.links = &renderer->links;
    for (size_t i = 0; plan->archive.due && i < plan->pages.count; i++)
        if (!strcmp(plan->pages.items[i].name, "desk"))
            return render_tonight(renderer, &plan->pages.items[i]);
    return true;
}

static bool make_day(struct renderer *renderer, struct sheet *sheet) {
    const struct desks *archive = &renderer->plan->archive;
    struct desk desk = {0};
    if (!sheet->day)
        return error_at(renderer->error, sheet->origin, 0, 0,
                        "shows: the statement that 'each' names has no column 'day'");
    bool tonight = archive->due && !strcmp(sheet->day, archive->day);
    if (!tonight)
        desks_find(renderer->snapshot, renderer->plan->edition, sheet->day, &desk);
    sheet->desk = tonight ? &renderer->tonight : &desk;
    bool ok = sheet_make(sheet, &renderer->press, renderer->error);
    desk_free(&desk);
    return ok;
}

/* any page */

static bool make_sheet(struct renderer *renderer, const struct page *page,
                       const struct row *row, struct sheet *sheet) {
    if (sheet->page->content)
        return render_draft(renderer, sheet->page->content, sheet);
    if (!page_shows_desk(page->declaration))
        return sheet_make(sheet, &renderer->press, renderer->error);
    sheet->day = row_text(row, "day");
    return make_day(renderer, sheet);
}

static bool render_row(struct renderer *renderer, struct page *page, struct reader *reader,
                       const struct row *row) {
    const struct content *content = plan_page_of(renderer)->content;
    struct sheet sheet = {.page = plan_page_of(renderer),
                          .template = content ? "content" : page->name,
                          .origin = page->declaration->origin,
                          .title = declaration_field(page->declaration, "title", "")};
    bool ok = fill_tables(renderer, page, reader, row, &sheet);
    char *path = fill_path(page, row, renderer->error);
    sheet.path = path;
    ok = ok && !renderer->error->kind && make_sheet(renderer, page, row, &sheet);
    for (size_t i = 0; i < sheet.table_count; i++)
        if (sheet.tables[i].block != page->each)
            table_free(&sheet.tables[i]);
    free(sheet.tables);
    free(path);
    return ok;
}

static bool render_rows(struct renderer *renderer, struct page *page,
                        struct reader *reader) {
    struct table rows;
    if (!page->each)
        return render_row(renderer, page, reader, NULL);
    bool ok = !page_shows_desk(page->declaration) || open_archive(renderer);
    ok = table_fill(page, reader, page->each, NULL, &rows, renderer->error) && ok;
    for (size_t i = 0; ok && i < rows.count; i++)
        ok = render_row(renderer, page, reader, &rows.rows[i]);
    table_free(&rows);
    return ok;
}

/* Which repositories there are is read, too, and where references lead. */
static bool prepare(struct renderer *renderer, struct prepared *prepared,
                    struct reader *reader, const struct declaration *declaration) {
    struct names reads = {0};
    reader->reads = renderer->whole.reads = &reads;
    bool ok = page_prepare(declaration, reader, &prepared->page, renderer->error);
    if (reader == &renderer->part)
        sqlite3_finalize(
            reader_prepare_own(&renderer->whole, renderer->snapshot, "plan.repositories"));
    if (ok && page_shows_desk(declaration))
        sqlite3_finalize(
            reader_prepare_own(&renderer->whole, renderer->snapshot, "desks.pages"));
    if (ok && page_has_markdown(&prepared->page))
        references_close(references_open(&renderer->whole, renderer->snapshot));
    reader->reads = renderer->whole.reads = NULL;
    prepared->ready = true;
    tell_reads(renderer, &reads);
    names_free(&reads);
    return ok;
}

static struct reader *reader_of(struct renderer *renderer, const struct plan_job *job) {
    if (!job->source)
        return &renderer->whole;
    if (!renderer->part.db) {
        reader_open_repository(renderer->snapshot, renderer->plan->edition,
                               &renderer->part);
        reader_hold(&renderer->part);
    }
    reader_select(&renderer->part, job->source, job->repo);
    return &renderer->part;
}

static bool is_shown(struct renderer *renderer, const struct plan_job *job) {
    query_bind_text(renderer->is_shown, ":source", job->source);
    query_bind_text(renderer->is_shown, ":repo", job->repo);
    return query_int(renderer->is_shown, 0);
}

static bool render_page(struct renderer *renderer, const struct plan_page *plan_page) {
    struct prepared *prepared = &renderer->prepared[renderer->job->page];
    struct reader *reader = reader_of(renderer, renderer->job);
    bool ok = true;
    snapshot_clock_asked();
    if (!prepared->ready)
        ok = prepare(renderer, prepared, reader, plan_page->declaration);
    if (!renderer->job->source || is_shown(renderer, renderer->job))
        ok = ok && render_rows(renderer, &prepared->page, reader);
    tell_clock(renderer, prepared);
    if (!renderer->job->source) { /* it has no other job, and its statements are large */
        page_free(&prepared->page);
        prepared->ready = false;
    }
    return ok;
}

/* the owner's files */

/* A page that is plain Markdown: content/about.md becomes about.html and about.md. */
static bool render_plain(struct renderer *renderer, const struct plan_page *page) {
    const struct library_file *file = page->file;
    char *path = content_path(file);
    char *title = content_heading(file, file->text);
    struct document_wish content = {file->text, file->size, trust_of(renderer), NULL};
    struct sheet sheet = {.page = page,
                          .template = "content",
                          .origin = file->origin,
                          .path = path,
                          .title = title,
                          .content = &content};
    bool ok = sheet_make(&sheet, &renderer->press, renderer->error);
    document_free(content.document);
    free(title);
    free(path);
    return ok;
}

static bool render_content(struct renderer *renderer, const struct plan_page *plan_page) {
    return plan_page->content ? render_page(renderer, plan_page)
                              : render_plain(renderer, plan_page);
}

static bool copy_asset(struct renderer *renderer, const struct plan_page *page) {
    struct publication_file file = {.path = page->file->name + strlen("templates/"),
                                    .origin = page->file->origin,
                                    .context = page->input};
    struct buffer content = {0};
    buffer_add(&content, page->file->text, page->file->size);
    bool ok = publication_check_path(&file, renderer->error) &&
              publication_stage(renderer->plan->edition, &content, &file, renderer->error);
    if (ok)
        news_of_file(renderer->press.crew, &file);
    buffer_free(&content);
    return ok;
}

bool renderer_do(struct renderer *renderer, size_t job, struct crew *crew,
                 struct error *error) {
    static bool (*const kinds[PLAN_KIND_COUNT])(
        struct renderer *, const struct plan_page *) = {[PLAN_PAGE] = render_page,
                                                        [PLAN_CONTENT] = render_content,
                                                        [PLAN_ASSET] = copy_asset};
    renderer->job = &renderer->plan->jobs.items[job];
    renderer->press.crew = crew;
    renderer->error = error;
    const struct plan_page *page = plan_page_of(renderer);
    return kinds[page->kind](renderer, page) && !error->kind;
}

struct renderer *renderer_open(const struct plan *plan, struct snapshot *snapshot,
                               struct markdown *markdown, size_t lane) {
    struct renderer *renderer = xcalloc(1, sizeof *renderer);
    memory_part_large();
    renderer->plan = plan;
    renderer->snapshot = snapshot;
    snapshot_resume(snapshot, false);
    query_script(snapshot->db, "BEGIN");
    reader_open_edition(snapshot, plan->edition, &renderer->whole);
    reader_hold(&renderer->whole);
    renderer->references = references_open(&renderer->whole, snapshot);
    renderer->is_shown = reader_prepare_own(&renderer->whole, snapshot, "plan.is_shown");
    renderer->documents = (struct documents){.snapshot = snapshot,
                                             .markdown = markdown,
                                             .lane = lane,
                                             .run = snapshot_last_run(snapshot),
                                             .tell = tell_document,
                                             .owner = renderer};
    renderer->press = (struct press){.plan = plan,
                                     .snapshot = snapshot,
                                     .documents = &renderer->documents,
                                     .references = renderer->references};
    renderer->prepared = xcalloc(plan->pages.count, sizeof *renderer->prepared);
    return renderer;
}

void renderer_close(struct renderer *renderer) {
    for (size_t i = 0; i < renderer->plan->pages.count; i++)
        page_free(&renderer->prepared[i].page);
    free(renderer->prepared);
    sqlite3_finalize(renderer->is_shown);
    references_close(renderer->references);
    desk_links_close(&renderer->links);
    desk_free(&renderer->tonight);
    reader_close(&renderer->whole);
    if (renderer->part.db)
        reader_close(&renderer->part);
    snapshot_suspend(renderer->snapshot);
    free(renderer);
}
