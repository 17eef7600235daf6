#include "render/templates.h"

#include "declare/declare.h"

#include <stdlib.h>

bool templates_have(const struct templates *templates, const char *name) {
    char *file = xasprintf("templates/%s.%s", name, format_name(templates->format));
    bool has = library_find(templates->library, file);
    free(file);
    return has;
}

bool templates_formats(const struct templates *all, const char *name,
                       bool formats[FORMAT_COUNT]) {
    bool any = false;
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        any |= formats[f] = templates_have(&all[f], name);
    formats[FORMAT_HTML] = formats[FORMAT_MD] |= formats[FORMAT_HTML];
    return any;
}

bool templates_load(const struct library *library, enum format format, const char *name,
                    struct mustache_source *source, struct error *error) {
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
