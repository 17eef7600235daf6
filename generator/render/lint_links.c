#include "render/content.h"
#include "render/lint.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

/* Where links of the owner's content may lead, without endings: each is there in every. */
struct targets {
    struct names paths;    /* "about" */
    struct names patterns; /* "owner/?*", as a shell has them */
};

/* "owner/{slug}" as a pattern of a shell. The table page puts every page into a folder. */
static char *as_pattern(const struct lint_page *page, const char *path) {
    struct buffer pattern = {0};
    if (page->reads_page && !strcmp(path, "{path}"))
        return xstrdup("*/*");
    for (; *path; path++) {
        bool name = *path == '{' && strchr(path, '}');
        if (name)
            path = strchr(path, '}');
        else if (strchr("*?[]\\", *path))
            buffer_add_char(&pattern, '\\');
        buffer_add_char(&pattern, name ? '*' : *path);
    }
    return buffer_take(&pattern);
}

static void add_page(struct targets *targets, const struct lint_page *page) {
    const char *path = declaration_field(page->declaration, "path", "");
    *LIST_ADD(strchr(path, '{') ? &targets->patterns : &targets->paths) =
        as_pattern(page, path);
}

static void add_content(struct targets *targets, const struct library_file *file) {
    *LIST_ADD(&targets->paths) = content_path(file);
}

static bool leads_somewhere(const struct targets *targets, const char *path) {
    for (size_t i = 0; i < targets->paths.count; i++)
        if (!strcmp(targets->paths.items[i], path))
            return true;
    for (size_t i = 0; i < targets->patterns.count; i++)
        if (!fnmatch(targets->patterns.items[i], path, 0))
            return true;
    return false;
}

static int hexadecimal(char digit) {
    const char *digits = "0123456789abcdef0123456789ABCDEF";
    const char *at = digit ? strchr(digits, digit) : NULL;
    return at ? (int)((at - digits) % 16) : -1;
}

/* An address of HTML, as the path that it means. */
static char *decoded(const char *address, size_t size) {
    struct buffer path = {0};
    for (size_t i = 0; i < size && !strchr("#?", address[i]); i++) {
        int high = i + 2 < size ? hexadecimal(address[i + 1]) : -1;
        int low = high >= 0 ? hexadecimal(address[i + 2]) : -1;
        if (address[i] == '%' && low >= 0) {
            buffer_add_char(&path, (char)(high * 16 + low));
            i += 2;
        } else {
            buffer_add_char(&path, address[i]);
            if (!strncmp(address + i, "&amp;", 5))
                i += 4;
        }
    }
    buffer_add(&path, "", 0);
    return buffer_take(&path);
}

/* One of ours, if anybody's: relative, not above the output folder, a page by its ending.
 */
static bool is_page(const char *path) {
    return path[strcspn(path, ":/")] != ':' && *path != '/' &&
           !text_starts_with(path, "..") && !strstr(path, "/..") &&
           (text_ends_with(path, ".html") || text_ends_with(path, ".md"));
}

/* Where the text has PATH behind one of BEFORE, or NULL. */
static const char *find_behind(const char *text, const char *path, const char *before) {
    for (const char *at = text; (at = strstr(at, path)); at++)
        if (at > text && strchr(before, at[-1]))
            return at;
    return NULL;
}

/* Where the text has the address, as it is written or as it is meant; else its beginning.
 */
static const char *place_of(const char *text, const char *written, const char *meant) {
    static const char *const before[] = {"(<", "/", " \t"};
    const char *place = NULL;
    for (size_t i = 0; !place && i < COUNT_OF(before); i++) {
        place = find_behind(text, meant, before[i]);
        place = place ? place : find_behind(text, written, before[i]);
    }
    return place ? place : text;
}

static void warn(const struct targets *targets, const struct library_file *file,
                 const char *path, const char *stem, const char *at,
                 struct names *warnings) {
    const char *near =
        text_nearest(stem, (const char *const *)targets->paths.items, targets->paths.count);
    char *hint =
        near ? xasprintf("; did you mean '%s%s'?", near, path + strlen(stem)) : xstrdup("");
    lint_warn(warnings, file->origin, 1, file->text, at,
              "the link to '%s' leads nowhere: no page of that name is made%s", path, hint);
    free(hint);
}

static void check_address(const struct targets *targets, const struct library_file *file,
                          const char *address, size_t size, struct names *warnings) {
    char *written = xstrndup(address, size), *meant = decoded(address, size);
    const char *path = meant;
    while (text_starts_with(path, "./"))
        path += strlen("./");
    if (is_page(path) && !strstr(path, "{{")) { /* that is a value, perhaps */
        char *stem = xstrndup(path, (size_t)(strrchr(path, '.') - path));
        if (!leads_somewhere(targets, stem))
            warn(targets, file, path, stem, place_of(file->text, written, path), warnings);
        free(stem);
    }
    free(written);
    free(meant);
}

/* Only the renderer of Markdown knows what is a link. */
static void check_content(const struct targets *targets, const struct library_file *file,
                          struct documents *documents, struct names *warnings) {
    static const char link[] = "<a href=\"";
    struct document_wish wish = {file->text, file->size, MARKDOWN_TRUSTED, NULL};
    documents_fetch(documents, &wish, 1);
    const char *at = buffer_text(&wish.document->html);
    while ((at = strstr(at, link))) {
        at += strlen(link);
        check_address(targets, file, at, strcspn(at, "\""), warnings);
    }
    document_free(wish.document);
}

void lint_links(const struct library *library, const struct lint_page *pages, size_t count,
                struct documents *documents, struct names *warnings) {
    struct targets targets = {0};
    for (size_t i = 0; i < count; i++)
        add_page(&targets, &pages[i]);
    for (size_t i = 0; i < library->count; i++)
        if (content_is_page(library->items[i].name))
            add_content(&targets, &library->items[i]);
    for (size_t i = 0; i < library->count; i++)
        if (content_is_page(library->items[i].name))
            check_content(&targets, &library->items[i], documents, warnings);
    names_free(&targets.paths);
    names_free(&targets.patterns);
}
