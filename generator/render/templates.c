#include "render/templates.h"

#include <stdlib.h>
#include <string.h>

bool templates_have(const struct templates *templates, const char *name) {
    char *file = xasprintf("templates/%s.%s", name, format_name(templates->format));
    bool has = library_find(templates->library, file);
    free(file);
    return has;
}

/* formats */

/* "html txt" */
static bool read_formats(const struct declaration *declaration, const char *list,
                         bool formats[FORMAT_COUNT], struct error *error) {
    for (list += strspn(list, " ,"); *list; list += strspn(list, " ,")) {
        enum format format = FORMAT_HTML;
        size_t length = strcspn(list, " ,");
        char *word = xstrndup(list, length);
        if (!format_from_name(word, &format))
            error_at(error, declaration->origin,
                     declaration_field_line(declaration, "formats"), 0,
                     "formats: '%s' is no format", word);
        free(word);
        formats[format] = true;
        list += length;
    }
    return !error->kind;
}

static bool refuse_missing(const struct declaration *declaration, const char *name,
                           const char *format, struct error *error) {
    if (format)
        return error_at(error, declaration->origin, 0, 0,
                        "there is no template for this page; write templates/%s.%s", name,
                        format);
    return error_at(error, declaration->origin, 0, 0,
                    "there is no template for this page; write templates/%s.html and "
                    "templates/%s.md",
                    name, name);
}

bool templates_formats(const struct templates *all, const struct declaration *declaration,
                       const char *name, bool formats[FORMAT_COUNT], struct error *error) {
    const char *list = declaration ? declaration_field(declaration, "formats", NULL) : NULL;
    bool any = false;
    memset(formats, 0, FORMAT_COUNT * sizeof *formats);
    if (list && !read_formats(declaration, list, formats, error))
        return false;
    for (size_t f = 0; f < FORMAT_COUNT; f++) {
        if (!list)
            formats[f] = templates_have(&all[f], name);
        else if (formats[f] && f != FORMAT_JSON && !templates_have(&all[f], name))
            return refuse_missing(declaration, name, format_name((enum format)f), error);
        any |= formats[f];
    }
    if (!list)
        formats[FORMAT_HTML] = formats[FORMAT_MD] |= formats[FORMAT_HTML];
    return any || !declaration || refuse_missing(declaration, name, NULL, error);
}

/* assets */

static const char *const endings[] = {".css", ".js", ".svg", ".ico", ".woff2"};

static bool is_of_page(const struct library *library, const struct library_file *file) {
    char *name =
        xasprintf("%.*s.sql", (int)(strrchr(file->name, '.') - file->name), file->name);
    bool found = library_find(library, name);
    free(name);
    return found;
}

bool templates_is_asset(const struct library *library, const struct library_file *file) {
    bool asset = false;
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        asset |= text_ends_with(file->name, endings[i]);
    if (!asset || !text_starts_with(file->name, "templates/"))
        return false;
    if (text_ends_with(file->name, ".svg"))
        return !strstr(file->text, "{{");
    return !text_ends_with(file->name, ".js") || !is_of_page(library, file);
}

/* Nothing in it may end the element that it stands in, nor begin a comment there
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements),
 * nor be a tag of Mustache. */
static bool fits_inside(const struct library_file *file, struct error *error) {
    static const char *const wrong[] = {"</style", "</script", "<script",
                                        "<!--",    "{{",       "\r"};
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        if (strcasestr(file->text, wrong[i]))
            return error_at(error, file->origin, 0, 0,
                            "cannot stand inside of a page: it has '%s'",
                            *wrong[i] == '\r' ? "\\r" : wrong[i]);
    return true;
}

static bool load_asset(const struct library_file *file, bool hash,
                       struct mustache_source *source, struct error *error) {
    char base64[TEXT_HASH64_SIZE];
    if (!fits_inside(file, error))
        return false;
    source->file = xstrdup(file->origin);
    text_hash64(file->text, file->size, base64);
    if (hash)
        buffer_printf(&source->text, "sha256-%s", base64);
    else
        buffer_add(&source->text, file->text, file->size);
    return true;
}

/* The asset that a partial's name stands for, or NULL. */
static const struct library_file *find_asset(const struct library *library,
                                             const char *name, bool *hash) {
    *hash = text_ends_with(name, ".sha256");
    size_t length = strlen(name) - (*hash ? strlen(".sha256") : 0);
    char *path = xasprintf("templates/%.*s", (int)length, name);
    bool fits = text_ends_with(path, ".css") || text_ends_with(path, ".js");
    const struct library_file *file = fits ? library_find(library, path) : NULL;
    free(path);
    return file;
}

/* loading */

bool templates_load(const struct library *library, enum format format, const char *name,
                    struct mustache_source *source, struct error *error) {
    bool hash;
    const struct library_file *asset =
        format == FORMAT_HTML ? find_asset(library, name, &hash) : NULL;
    if (asset)
        return load_asset(asset, hash, source, error);
    char *file_name = xasprintf("templates/%s.%s", name, format_name(format));
    const struct library_file *file = library_find(library, file_name);
    if (file) {
        source->file = xstrdup(file->origin);
        buffer_add(&source->text, file->text, file->size);
    } else {
        error_at(error, file_name, 0, 0, "there is no such template");
    }
    free(file_name);
    return file != NULL;
}

static bool load(void *owner, const char *name, struct mustache_source *source,
                 struct error *error) {
    const struct templates *templates = owner;
    return templates_load(templates->library, templates->format, name, source, error);
}

void templates_open(struct templates *templates, const struct library *library,
                    enum format format) {
    *templates = (struct templates){.library = library, .format = format};
    struct mustache_loader loader = {templates, load};
    templates->set = mustache_new(&loader);
}

void templates_close(struct templates *templates) {
    mustache_free(templates->set);
    *templates = (struct templates){0};
}
