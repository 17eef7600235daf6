#include "render/render.h"

#include "render/lint.h"
#include "render/publish.h"
#include "render/templates.h"
#include "render/view.h"

#include <stdlib.h>
#include <string.h>

static const enum format page_formats[] = {FORMAT_HTML, FORMAT_MD};

/* One edition, while it is rendered. */
struct rendering {
    const struct site *site;
    const struct library *library;
    const struct edition *edition;
    struct reader reader;
    struct documents documents;
    struct publication *publication;
    struct templates templates[COUNT_OF(page_formats)];
    char *now;
    struct error *error;
};

/* "../" for every folder that the page is in. */
static char *way_to_root(const char *path) {
    struct buffer root = {0};
    for (; *path; path++)
        if (*path == '/')
            buffer_add_text(&root, "../");
    return buffer_take(&root);
}

/* One file: VIEW through the template NAME of one format. */
static bool render_file(struct rendering *rendering, struct templates *templates,
                        const char *name, const char *origin, struct view *view) {
    struct buffer out = {0};
    struct error *error = rendering->error;
    const char *slash = strrchr(view->path, '/');
    const char *other = view->format == FORMAT_HTML ? "md" : "html";
    char *twin = xasprintf("%s.%s", slash ? slash + 1 : view->path, other);
    char *file = xasprintf("%s.%s", view->path, format_name(view->format));
    struct mustache_provider provider = view_provider(view);
    view->twin = twin;
    view->unknown = NULL;
    bool ok =
        mustache_render(templates->set, name, &provider, view_root(view), &out, error);
    if (ok && view->unknown)
        ok = error_at(error, origin, 0, 0,
                      "templates/%s.%s: the tag '%s' names nothing: no statement and no "
                      "column of this page, and nothing that every page has",
                      name, format_name(view->format), view->unknown);
    ok = ok && publication_add(rendering->publication, file, origin, &out, error);
    log_progress("  %s: %s", rendering->edition->name, file);
    free(view->unknown);
    free(file);
    free(twin);
    buffer_free(&out);
    return ok;
}

/* A page at PATH in every format. ORIGIN is the file that asks for it; DOCUMENT is a
 * content page's body, or NULL. */
static bool render_formats(struct rendering *rendering, const char *name,
                           const char *origin, const char *path, const char *title,
                           const struct table *tables, size_t table_count,
                           const struct document *document) {
    char *root = way_to_root(path);
    bool ok = true;
    for (size_t i = 0; ok && i < COUNT_OF(page_formats); i++) {
        struct view view = {.format = page_formats[i],
                            .documents = &rendering->documents,
                            .site = rendering->site,
                            .edition = rendering->edition->name,
                            .now = rendering->now,
                            .title = title,
                            .path = path,
                            .root = root,
                            .tables = tables,
                            .table_count = table_count};
        if (document)
            view.body = view.format == FORMAT_HTML ? &document->html : &document->md;
        ok = render_file(rendering, &rendering->templates[i], name, origin, &view);
    }
    free(root);
    return ok;
}

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

static bool render_page(struct rendering *rendering, struct page *page,
                        const struct row *row) {
    struct table *tables = xcalloc(page->blocks.count, sizeof *tables);
    size_t count = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < page->blocks.count; i++) {
        struct block *block = &page->blocks.items[i];
        if (block->nested)
            continue;
        if (block == page->each) /* the page's own row stands for the whole */
            tables[count++] =
                (struct table){.block = block, .rows = (struct row *)row, .count = 1};
        else
            ok = table_fill(page, &rendering->reader, block, row, &tables[count++],
                            rendering->error);
    }
    char *path = fill_path(page, row, rendering->error);
    if (!rendering->error->kind)
        ok = render_formats(rendering, page->name, page->declaration->origin, path,
                            declaration_field(page->declaration, "title", ""), tables,
                            count, NULL);
    for (size_t i = 0; i < count; i++)
        if (tables[i].block != page->each)
            table_free(&tables[i]);
    free(tables);
    free(path);
    return ok && !rendering->error->kind;
}

static bool render_each(struct rendering *rendering, struct page *page) {
    struct table rows;
    if (!page->each)
        return render_page(rendering, page, NULL);
    bool ok =
        table_fill(page, &rendering->reader, page->each, NULL, &rows, rendering->error);
    for (size_t i = 0; ok && i < rows.count; i++)
        ok = render_page(rendering, page, &rows.rows[i]);
    table_free(&rows);
    return ok;
}

static bool render_pages(struct rendering *rendering) {
    struct declarations declarations = {0};
    bool ok = declarations_read(rendering->library, "templates/", &declarations,
                                rendering->error);
    for (size_t i = 0; ok && i < declarations.count; i++) {
        struct page page;
        ok = page_prepare(&declarations.items[i], &rendering->reader, &page,
                          rendering->error) &&
             render_each(rendering, &page);
        page_free(&page);
    }
    declarations_free(&declarations);
    return ok;
}

/* The text of the first heading, else the file's name. */
static char *content_title(const char *text, const char *name) {
    const char *heading = text_starts_with(text, "# ") ? text : strstr(text, "\n# ");
    if (!heading)
        return xstrndup(name, strcspn(name, "."));
    heading += strspn(heading, "\n# ");
    return xstrndup(heading, strcspn(heading, "\r\n"));
}

/* A page that is plain Markdown: content/about.md becomes about.html and about.md. */
static bool render_content_file(struct rendering *rendering,
                                const struct library_file *file) {
    struct document document = {0};
    const char *name = file->name + strlen("content/");
    char *stem = xstrndup(name, strlen(name) - strlen(".md"));
    char *path = text_slug(stem);
    char *title = content_title(file->text, stem);
    document_get(&rendering->documents, file->text, file->size, MARKDOWN_TRUSTED,
                 &document);
    bool ok =
        render_formats(rendering, "content", file->origin, path, title, NULL, 0, &document);
    free(title);
    free(path);
    free(stem);
    document_free(&document);
    return ok;
}

static bool render_content(struct rendering *rendering) {
    const struct library *library = rendering->library;
    bool ok = true;
    for (size_t i = 0; ok && i < library->count; i++)
        if (text_starts_with(library->items[i].name, "content/") &&
            text_ends_with(library->items[i].name, ".md"))
            ok = render_content_file(rendering, &library->items[i]);
    return ok;
}

/* What pages refer to and nobody renders: style sheets and scripts. */
static bool copy_assets(struct rendering *rendering) {
    static const char *const endings[] = {".css", ".js", ".svg"};
    bool ok = true;
    for (size_t i = 0; ok && i < rendering->library->count; i++) {
        const struct library_file *file = &rendering->library->items[i];
        bool asset = false;
        for (size_t e = 0; e < COUNT_OF(endings); e++)
            asset |= text_ends_with(file->name, endings[e]);
        if (!asset || !text_starts_with(file->name, "templates/"))
            continue;
        struct buffer content = {0};
        buffer_add(&content, file->text, file->size);
        ok = publication_add(rendering->publication, file->name + strlen("templates/"),
                             file->origin, &content, rendering->error);
        buffer_free(&content);
    }
    return ok;
}

static void rendering_open(struct rendering *rendering, struct snapshot *snapshot) {
    reader_open_edition(snapshot, rendering->edition, &rendering->reader);
    rendering->publication = publication_new(rendering->edition->output);
    rendering->now = query_text(snapshot_query(snapshot, "document.last_run_at"));
    if (rendering->now && strlen(rendering->now) >= 16) {
        char *text = xasprintf("%.10s %.5s UTC", rendering->now, rendering->now + 11);
        free(rendering->now);
        rendering->now = text;
    }
    for (size_t i = 0; i < COUNT_OF(page_formats); i++)
        templates_open(&rendering->templates[i], rendering->library, page_formats[i]);
}

static void rendering_close(struct rendering *rendering) {
    for (size_t i = 0; i < COUNT_OF(page_formats); i++)
        templates_close(&rendering->templates[i]);
    publication_free(rendering->publication);
    reader_close(&rendering->reader);
    free(rendering->now);
}

bool render_edition(const struct site *site, const struct library *library,
                    struct snapshot *snapshot, const struct edition *edition,
                    struct markdown *markdown, struct render_result *result,
                    struct error *error) {
    struct rendering rendering = {
        .site = site,
        .library = library,
        .edition = edition,
        .documents = {snapshot, markdown, snapshot_last_run(snapshot)},
        .error = error};
    rendering_open(&rendering, snapshot);
    snapshot_begin(snapshot);
    bool ok =
        render_pages(&rendering) && render_content(&rendering) && copy_assets(&rendering);
    documents_prune(&rendering.documents);
    snapshot_commit(snapshot);
    result->pages = publication_count(rendering.publication);
    ok = ok && publication_commit(rendering.publication, &result->written, &result->removed,
                                  error);
    rendering_close(&rendering);
    return ok;
}

bool render_catalogue(const struct library *library, struct snapshot *snapshot,
                      struct error *error) {
    struct declarations declarations = {0};
    bool ok = declarations_read(library, "templates/", &declarations, error);
    if (ok)
        snapshot_catalogue(snapshot, "page", &declarations);
    declarations_free(&declarations);
    return ok;
}

/* What a check looks at, and what it has found. */
struct checking {
    const struct site *site;
    const struct library *library;
    struct reader *reader;
    struct templates templates[COUNT_OF(page_formats)];
    bool complete; /* every template could be followed */
    struct names *warnings;
    struct error *error;
};

/* PAGE, or with NULL the content pages, in every format. */
static bool check_templates(struct checking *checking, struct page *page,
                            const char *name) {
    struct lint lint;
    lint_open(&lint, page, checking->site, checking->warnings, checking->error);
    for (size_t i = 0; !checking->error->kind && i < COUNT_OF(page_formats); i++)
        if (mustache_check(checking->templates[i].set, name, checking->error))
            lint_template(&lint, checking->templates[i].set, name, page_formats[i]);
    checking->complete &= lint.complete;
    return lint_close(&lint);
}

static bool check_page(struct checking *checking, struct lint_page *lint_page) {
    struct page page;
    struct names reads = {0};
    checking->reader->reads = &reads;
    bool ok =
        page_prepare(lint_page->declaration, checking->reader, &page, checking->error) &&
        check_templates(checking, &page, page.name);
    checking->reader->reads = NULL;
    for (size_t i = 0; i < reads.count; i++)
        lint_page->reads_page |= !strcmp(reads.items[i], "page.path");
    names_free(&reads);
    page_free(&page);
    return ok;
}

/* Templates that no page has led to are mistaken, too, or called otherwise than meant. */
static bool check_others(struct checking *checking, struct templates *templates) {
    char *ending = xasprintf(".%s", format_name(templates->format));
    bool ok = true;
    for (size_t i = 0; ok && i < checking->library->count; i++) {
        const struct library_file *file = &checking->library->items[i];
        if (!text_starts_with(file->name, "templates/") ||
            !text_ends_with(file->name, ending))
            continue;
        const char *start = file->name + strlen("templates/");
        char *name = xstrndup(start, strlen(start) - strlen(ending));
        if (checking->complete && !mustache_has(templates->set, name))
            lint_warn(checking->warnings, file->origin, 1, file->text, NULL,
                      "no page uses this template");
        ok = mustache_check(templates->set, name, checking->error);
        free(name);
    }
    free(ending);
    return ok;
}

static bool check_pages(struct checking *checking, struct lint_page *pages, size_t count) {
    bool ok = true;
    for (size_t i = 0; i < COUNT_OF(page_formats); i++)
        templates_open(&checking->templates[i], checking->library, page_formats[i]);
    for (size_t i = 0; ok && i < count; i++)
        ok = check_page(checking, &pages[i]);
    ok = ok && check_templates(checking, NULL, "content");
    for (size_t i = 0; ok && i < COUNT_OF(page_formats); i++)
        ok = check_others(checking, &checking->templates[i]);
    for (size_t i = 0; i < COUNT_OF(page_formats); i++)
        templates_close(&checking->templates[i]);
    return ok;
}

bool render_check(const struct site *site, const struct library *library,
                  struct snapshot *snapshot, struct markdown *markdown,
                  struct names *warnings, struct error *error) {
    struct declarations declarations = {0};
    struct reader reader;
    struct checking checking = {.site = site,
                                .library = library,
                                .reader = &reader,
                                .complete = true,
                                .warnings = warnings,
                                .error = error};
    bool ok = declarations_read(library, "templates/", &declarations, error);
    struct lint_page *pages = xcalloc(declarations.count + 1, sizeof *pages);
    for (size_t i = 0; i < declarations.count; i++)
        pages[i].declaration = &declarations.items[i];
    /* Who may see what changes no name: one edition tells for all. */
    reader_open_edition(snapshot, &site->editions.items[0], &reader);
    ok = ok && check_pages(&checking, pages, declarations.count);
    reader_close(&reader);
    struct documents documents = {snapshot, markdown, snapshot_last_run(snapshot)};
    snapshot_begin(snapshot);
    if (ok)
        lint_links(library, pages, declarations.count, &documents, warnings);
    snapshot_commit(snapshot);
    free(pages);
    declarations_free(&declarations);
    return ok;
}
