#include "declare/declare.h"

#include "declare/builtin.h"

#include <stdlib.h>
#include <string.h>

enum { LARGEST_FILE = 1 << 20, DEEPEST_FOLDER = 4 };

static const char *const site_folders[] = {
    "sources", "passes", "checks", "recommendations", "templates", "content", "tools"};
static const char *const endings[] = {".sql", ".html", ".md",  ".json", ".csv",
                                      ".xml", ".txt",  ".css", ".js",   ".svg"};

static bool is_wanted(const char *name) {
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        if (text_ends_with(name, endings[i]))
            return true;
    return false;
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const struct library_file *)a)->name,
                  ((const struct library_file *)b)->name);
}

const struct library_file *library_find(const struct library *library, const char *name) {
    struct library_file key = {.name = (char *)name};
    return library->count ? bsearch(&key, library->items, library->count,
                                    sizeof *library->items, by_name)
                          : NULL;
}

static void add_table(struct library *library, const struct builtin *table, size_t count) {
    for (size_t i = 0; i < count; i++)
        *LIST_ADD(library) = (struct library_file){
            .name = xstrdup(table[i].name),
            .origin = xasprintf("built-in %s", table[i].name),
            .text = xstrndup((const char *)table[i].text, table[i].size),
            .size = table[i].size,
        };
}

static void add_builtins(struct library *library) {
    add_table(library, builtins, builtins_count);
    if (&made_count)
        add_table(library, made, made_count);
    if (library->count)
        qsort(library->items, library->count, sizeof *library->items, by_name);
}

static bool add_file(struct library *library, size_t builtin, const char *name,
                     const char *path, struct error *error) {
    struct buffer content = {0};
    if (!file_read(path, LARGEST_FILE, &content, error)) {
        buffer_free(&content);
        return false;
    }
    size_t size = content.size;
    if (!text_is_utf8(buffer_text(&content), size)) {
        buffer_free(&content);
        return error_at(error, path, 0, 0, "is not UTF-8 text; save it as UTF-8");
    }
    struct library bound = {library->items, builtin, builtin};
    const struct library_file *known = library_find(&bound, name);
    struct library_file *file =
        known ? &library->items[known - library->items] : LIST_ADD(library);
    free(file->name);
    free(file->origin);
    free(file->text);
    *file =
        (struct library_file){xstrdup(name), xstrdup(path), buffer_take(&content), size};
    return true;
}

static bool add_path(struct library *library, size_t builtin, const char *folder,
                     const char *name, int depth, struct error *error) {
    char *path = path_join(folder, name);
    struct names names = {0};
    bool is_folder, ok = path_ask_folder(path, &is_folder, error);
    if (ok && is_folder && depth <= DEEPEST_FOLDER)
        ok = folder_list(path, &names, error);
    else if (ok && !is_folder && depth && is_wanted(name))
        ok = add_file(library, builtin, name, path, error);
    for (size_t i = 0; ok && i < names.count; i++) {
        char *inner = path_join(name, names.items[i]);
        ok = add_path(library, builtin, folder, inner, depth + 1, error);
        free(inner);
    }
    names_free(&names);
    free(path);
    return ok;
}

bool library_open(struct library *library, const char *folder, struct error *error) {
    *library = (struct library){0};
    add_builtins(library);
    size_t builtin = library->count;
    bool ok = true;
    for (size_t i = 0; ok && folder && i < COUNT_OF(site_folders); i++)
        ok = add_path(library, builtin, folder, site_folders[i], 0, error);
    if (library->count)
        qsort(library->items, library->count, sizeof *library->items, by_name);
    return ok;
}

void library_free(struct library *library) {
    for (size_t i = 0; i < library->count; i++) {
        free(library->items[i].name);
        free(library->items[i].origin);
        free(library->items[i].text);
    }
    free(library->items);
    *library = (struct library){0};
}
