#include "render/sheet.h"

#include "render/json_twin.h"
#include "render/news.h"
#include "render/view.h"

#include <stdlib.h>
#include <string.h>

/* "../" for every folder that the page is in. */
static char *way_to_root(const char *path) {
    struct buffer root = {0};
    for (; *path; path++)
        if (*path == '/')
            buffer_add_text(&root, "../");
    return buffer_take(&root);
}

struct wishes {
    struct sheet *sheet;
    struct document_wish *items;
    struct cell **cells; /* one for each, as large as items */
    struct reference_place *places;
    size_t count, capacity;
};

static void wish_document(void *owner, const struct row *row, const struct column *column,
                          struct cell *cell) {
    struct wishes *wishes = owner;
    size_t at = wishes->count;
    if (!column_is_markdown(column) || !cell->text || cell->kind == CELL_DOCUMENT)
        return;
    *LIST_ADD(wishes) =
        (struct document_wish){cell->text, cell->size, MARKDOWN_UNTRUSTED, NULL};
    wishes->cells = xrealloc(wishes->cells, wishes->capacity * sizeof *wishes->cells);
    wishes->places = xrealloc(wishes->places, wishes->capacity * sizeof *wishes->places);
    wishes->cells[at] = cell;
    wishes->places[at] = (struct reference_place){
        row_text(row, "source"), row_text(row, "repo"), wishes->sheet->root};
}

/* The documents of a sheet, with their references as this edition has them. */
static void fetch_documents(const struct press *press, struct sheet *sheet) {
    struct wishes wishes = {.sheet = sheet};
    for (size_t i = 0; i < sheet->table_count; i++)
        table_each_cell(&sheet->tables[i], &wishes, wish_document);
    documents_fetch(press->documents, wishes.items, wishes.count);
    for (size_t i = 0; i < wishes.count; i++) {
        wishes.cells[i]->document = wishes.items[i].document;
        wishes.cells[i]->kind = CELL_DOCUMENT;
        sheet->outward |= references_resolve(press->references, &wishes.places[i],
                                             wishes.items[i].document);
    }
    free(wishes.items);
    free(wishes.cells);
    free(wishes.places);
    if (sheet->content && !sheet->content->document) {
        documents_fetch(press->documents, sheet->content, 1);
        references_resolve(press->references, &(struct reference_place){0},
                           sheet->content->document);
    }
    sheet->fetched = true;
}

/* Whether a text may hold a reference, whose link depends on more than the text. */
static void look_for_reference(void *owner, const struct row *row,
                               const struct column *column, struct cell *cell) {
    bool *found = owner;
    (void)row;
    const char *at = column_is_markdown(column) ? cell->text : NULL;
    while (!*found && at && (at = strpbrk(at, "#"))) {
        *found = (at[1] >= '0' && at[1] <= '9') || (at > cell->text && at[-1] == '&');
        at++;
    }
}

static void digest_document(void *owner, const struct row *row, const struct column *column,
                            struct cell *cell) {
    struct digest *digest = owner;
    (void)row;
    if (column_is_markdown(column) && cell->kind == CELL_DOCUMENT)
        digest_add(digest, cell->document->html.data, cell->document->html.size);
}

static void find_context(const struct press *press, struct sheet *sheet) {
    struct digest digest = {0};
    bool refers = false;
    digest_printf(&digest, "%s\n%s\n%s\n", sheet->page->input, sheet->path, sheet->title);
    for (size_t i = 0; i < sheet->table_count; i++) {
        table_digest(&sheet->tables[i], &digest);
        table_each_cell(&sheet->tables[i], &refers, look_for_reference);
    }
    if (sheet->desk)
        digest_printf(&digest, "%s%s", sheet->desk->digest, press->links->hash);
    if (refers)
        fetch_documents(press, sheet);
    for (size_t i = 0; refers && i < sheet->table_count; i++)
        table_each_cell(&sheet->tables[i], &digest, digest_document);
    digest_end(&digest, sheet->context);
}

/* What a page has besides its tables; BODY is filled where that needs room of its own. */
static void find_body(const struct press *press, const struct sheet *sheet,
                      struct view *view, struct buffer *body) {
    if (sheet->content)
        view->body = view->format == FORMAT_HTML ? &sheet->content->document->html
                                                 : &sheet->content->document->md;
    if (sheet->draft)
        content_fill(sheet->draft, view, view->body, body);
    if (sheet->desk)
        desk_links_print(press->links, view->format,
                         buffer_text(&sheet->desk->texts[view->format]), body);
    if (sheet->draft || sheet->desk)
        view->body = body;
}

static bool render_sheet(const struct press *press, const struct sheet *sheet,
                         const struct templates *templates, const char *kept_day,
                         enum format format, struct buffer *out, struct error *error) {
    const struct plan *plan = press->plan;
    const char *slash = strrchr(sheet->path, '/');
    const char *name = slash ? slash + 1 : sheet->path;
    char *twin = xasprintf("%s.%s", name, format == FORMAT_HTML ? "md" : "html");
    char *json = xasprintf("%s.json", name);
    struct view view = {.format = format,
                        .site = plan->site,
                        .edition = plan->edition->name,
                        .now = plan->now,
                        .presence = &plan->presence,
                        .title = sheet->title,
                        .path = sheet->path,
                        .root = sheet->root,
                        .kept_day = kept_day,
                        .twin = twin,
                        .json = json,
                        .tables = sheet->tables,
                        .table_count = sheet->table_count};
    struct buffer body = {0};
    find_body(press, sheet, &view, &body);
    bool ok =
        view_render(&view, &templates[format], sheet->template, sheet->origin, out, error);
    buffer_free(&body);
    free(twin);
    free(json);
    return ok;
}

static void print_twin(const struct press *press, const struct sheet *sheet,
                       struct buffer *out) {
    json_twin(press->plan->site, press->plan->edition, sheet->path, sheet->title,
              sheet->tables, sheet->table_count,
              sheet->content && !sheet->draft ? sheet->content->text : NULL, out);
}

static void note_issue(void *owner, const struct row *row, const struct column *column,
                       struct cell *cell) {
    struct desk *desk = owner;
    const char *source = row_text(row, "source"), *repo = row_text(row, "repo");
    if (!strcmp(column->name, "number") && cell->text && source && repo)
        *LIST_ADD(&desk->issues) = (struct desk_issue){xstrdup(source), xstrdup(repo),
                                                       strtoll(cell->text, NULL, 10)};
}

bool sheet_keep(struct sheet *sheet, const struct press *press,
                const struct templates *templates, const char *day, struct desk *desk,
                struct error *error) {
    static const enum format formats[] = {FORMAT_HTML, FORMAT_MD};
    bool ok = true;
    sheet->root = xstrdup(ARCHIVE_ROOT);
    fetch_documents(press, sheet);
    for (size_t i = 0; ok && i < COUNT_OF(formats); i++)
        ok = render_sheet(press, sheet, templates, day, formats[i],
                          &desk->texts[formats[i]], error);
    print_twin(press, sheet, &desk->texts[FORMAT_JSON]);
    for (size_t i = 0; i < sheet->table_count; i++)
        table_each_cell(&sheet->tables[i], desk, note_issue);
    desks_seal(desk);
    free(sheet->root);
    return ok;
}

static bool make_file(const struct press *press, const struct sheet *sheet,
                      enum format format, struct publication_file *file,
                      struct error *error) {
    struct buffer out = {0};
    bool ok = publication_check_path(file, error);
    if (sheet->desk && !sheet->desk->ready)
        ok = ok && desks_load(press->snapshot, press->plan->edition, sheet->day,
                              sheet->desk, error);
    if (ok && format == FORMAT_JSON && sheet->desk && !sheet->desk->withheld)
        buffer_add_text(&out, buffer_text(&sheet->desk->texts[format]));
    else if (ok && format == FORMAT_JSON &&
             !templates_have(&press->plan->templates[format], sheet->template))
        print_twin(press, sheet, &out);
    else
        ok = ok &&
             render_sheet(press, sheet, press->plan->templates, NULL, format, &out, error);
    ok = ok && publication_stage(press->plan->edition, &out, file, error);
    buffer_free(&out);
    return ok;
}

static bool make_files(const struct press *press, struct sheet *sheet,
                       struct error *error) {
    bool ok = true;
    for (size_t f = 0; ok && f < FORMAT_COUNT; f++) {
        if (!sheet->page->formats[f])
            continue;
        char *path = xasprintf("%s.%s", sheet->path, format_name((enum format)f));
        struct publication_file file = {.path = path,
                                        .origin = sheet->origin,
                                        .context = sheet->context,
                                        .outward = sheet->outward};
        if (!publication_is_fresh(press->snapshot, press->plan->edition, &file)) {
            if (!sheet->fetched)
                fetch_documents(press, sheet);
            file.outward = sheet->outward;
            ok = make_file(press, sheet, (enum format)f, &file, error);
        }
        news_of_file(press->crew,
                     &file); /* also of one that failed: two may be the cause */
        free(path);
    }
    return ok;
}

bool sheet_make(struct sheet *sheet, const struct press *press, struct error *error) {
    sheet->root = way_to_root(sheet->path);
    find_context(press, sheet);
    bool ok = make_files(press, sheet, error);
    free(sheet->root);
    return ok;
}
