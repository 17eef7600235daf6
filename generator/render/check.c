/* What "tower check" says of pages, their templates and the owner's content. */
#include "render/render.h"

#include "render/content.h"
#include "render/lint.h"
#include "render/templates.h"
#include "render/view.h"

#include <stdlib.h>
#include <string.h>

/* What a check looks at, and what it has found. */
struct checking {
    const struct site *site;
    const struct library *library;
    struct reader *reader;
    struct presence presence;
    struct templates templates[FORMAT_COUNT];
    bool complete; /* every template could be followed */
    struct names *warnings;
    struct error *error;
};

/* PAGE, or with NULL the content pages, in every format. */
static bool check_templates(struct checking *checking, struct page *page,
                            const char *name) {
    struct lint lint;
    bool formats[FORMAT_COUNT];
    lint_open(&lint, page, checking->site, &checking->presence, checking->warnings,
              checking->error);
    templates_formats(checking->templates, page ? page->declaration : NULL, name, formats,
                      checking->error);
    for (size_t i = 0; !checking->error->kind && i < FORMAT_COUNT; i++)
        if (formats[i] &&
            (i != FORMAT_JSON || templates_have(&checking->templates[i], name)) &&
            mustache_check(checking->templates[i].set, name, checking->error))
            lint_template(&lint, checking->templates[i].set, name, (enum format)i);
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

/* Its partials are of use. */
static bool check_partials(struct checking *checking, const struct content *content) {
    struct mustache *set = checking->templates[FORMAT_MD].set;
    bool ok = true;
    for (size_t i = 0; ok && i < checking->library->count; i++) {
        const char *start = checking->library->items[i].name;
        if (!text_starts_with(start, "templates/") || !text_ends_with(start, ".md"))
            continue;
        start += strlen("templates/");
        char *name = xstrndup(start, strlen(start) - strlen(".md"));
        ok =
            !mustache_has(content->set, name) || mustache_check(set, name, checking->error);
        free(name);
    }
    return ok;
}

static bool check_content(struct checking *checking, const struct library_file *file) {
    struct content *content;
    struct page page = {0};
    struct lint lint;
    if (!content_read(checking->library, file, &content, checking->error) || !content)
        return !checking->error->kind;
    bool ok =
        page_prepare(&content->declaration, checking->reader, &page, checking->error) &&
        mustache_check(content->set, file->name, checking->error);
    if (ok) {
        lint_open(&lint, &page, checking->site, &checking->presence, checking->warnings,
                  checking->error);
        if (!checking->error->kind)
            lint_template(&lint, content->set, file->name, FORMAT_MD);
        checking->complete &= lint.complete;
        ok = lint_close(&lint) && check_partials(checking, content);
    }
    page_free(&page);
    content_free(content);
    return ok;
}

/* Templates that no page has led to are mistaken, too, or called otherwise than meant. */
static bool check_others(struct checking *checking, struct templates *templates) {
    char *ending = xasprintf(".%s", format_name(templates->format));
    bool ok = true;
    for (size_t i = 0; ok && i < checking->library->count; i++) {
        const struct library_file *file = &checking->library->items[i];
        if (!text_starts_with(file->name, "templates/") ||
            !text_ends_with(file->name, ending) ||
            templates_is_asset(checking->library, file))
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
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        templates_open(&checking->templates[i], checking->library, (enum format)i);
    for (size_t i = 0; ok && i < count; i++)
        ok = check_page(checking, &pages[i]);
    ok = ok && check_templates(checking, NULL, "content");
    for (size_t i = 0; ok && i < checking->library->count; i++)
        if (content_is_page(checking->library->items[i].name))
            ok = check_content(checking, &checking->library->items[i]);
    for (size_t i = 0; ok && i < FORMAT_COUNT; i++)
        ok = check_others(checking, &checking->templates[i]);
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        templates_close(&checking->templates[i]);
    return ok;
}

static void keep_nothing(void *owner, const struct document_news *news) {
    (void)owner, (void)news;
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
    presence_assume(&declarations, &checking.presence);
    /* Who may see what changes no name: one edition tells for all. */
    reader_open_edition(snapshot, &site->editions.items[0], &reader);
    ok = ok && check_pages(&checking, pages, declarations.count);
    reader_close(&reader);
    struct documents documents = {
        .snapshot = snapshot, .markdown = markdown, .tell = keep_nothing};
    if (ok)
        lint_links(library, pages, declarations.count, &documents, warnings);
    free(pages);
    presence_free(&checking.presence);
    declarations_free(&declarations);
    return ok;
}
