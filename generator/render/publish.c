#include "render/publish.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_MANIFEST = 64 << 20 };

static const char manifest_name[] = "manifest.json";

struct file {
    char *path; /* below the output folder */
    bool staged;
};

struct publication {
    char *folder;
    json_t *origins; /* by path in lower case: what it was made from */
    struct file *items;
    size_t count, capacity;
};

struct publication *publication_new(const char *folder) {
    struct publication *publication = xcalloc(1, sizeof *publication);
    publication->folder = xstrdup(folder);
    publication->origins = json_object();
    return publication;
}

/* Every segment is its own slug: no dot at its front, nothing that climbs or that a file
 * system somewhere refuses. */
static bool is_safe(const char *path) {
    if (!*path || *path == '/' || strlen(path) > 1024)
        return false;
    while (*path) {
        size_t length = strcspn(path, "/");
        char *segment = xstrndup(path, length);
        char *slug = text_slug(segment);
        bool same = !strcmp(segment, slug);
        free(segment);
        free(slug);
        path += length;
        if (!same || (*path == '/' && !path[1]))
            return false;
        path += *path == '/';
    }
    return true;
}

static bool stage(const struct publication *publication, struct file *file,
                  const struct buffer *content, struct error *error) {
    char *path = path_join(publication->folder, file->path);
    bool ok = file_stage(path, buffer_text(content), content->size, &file->staged, error);
    free(path);
    return ok;
}

bool publication_add(struct publication *publication, const char *path, const char *origin,
                     const struct buffer *content, struct error *error) {
    char *lower = xstrdup(path);
    for (char *c = lower; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    const char *other = json_string_value(json_object_get(publication->origins, lower));
    bool ok = true;
    if (!is_safe(path) || !strcmp(lower, manifest_name))
        ok = error_at(error, origin, 0, 0, "cannot be published as '%s'; rename it", path);
    else if (other)
        ok = error_at(error, origin, 0, 0,
                      "would be published as '%s', where %s goes already; rename one", path,
                      other);
    if (ok) {
        json_object_set_new(publication->origins, lower, json_string(origin));
        struct file *file = LIST_ADD(publication);
        file->path = xstrdup(path);
        ok = stage(publication, file, content, error);
    }
    free(lower);
    return ok;
}

size_t publication_count(const struct publication *publication) {
    return publication->count;
}

/* What the last run made; an unreadable manifest lists nothing. */
static json_t *read_manifest(const char *path) {
    struct buffer content = {0};
    struct error ignored = {0};
    json_t *manifest = NULL;
    if (file_read(path, LARGEST_MANIFEST, &content, &ignored))
        manifest = json_loadb(buffer_text(&content), content.size, 0, NULL);
    error_free(&ignored);
    buffer_free(&content);
    return manifest;
}

/* Removes the folders above PATH, up to the output folder, that are empty now. */
static void remove_empty_folders(const char *folder, const char *path) {
    char *parent = xstrdup(path);
    for (char *slash; (slash = strrchr(parent, '/'));) {
        *slash = '\0';
        char *full = path_join(folder, parent);
        bool removed = !rmdir(full);
        free(full);
        if (!removed)
            break;
    }
    free(parent);
}

static size_t remove_old(struct publication *publication, const json_t *manifest) {
    size_t index, removed = 0;
    json_t *entry;
    json_array_foreach(json_object_get(manifest, "files"), index, entry) {
        const char *path = json_string_value(entry);
        char *lower = xstrdup(path ? path : "");
        for (char *c = lower; *c; c++)
            *c = (char)tolower((unsigned char)*c);
        bool gone = is_safe(lower) && is_safe(path) &&
                    !json_object_get(publication->origins, lower);
        free(lower);
        if (!gone)
            continue;
        char *full = path_join(publication->folder, path);
        removed += !unlink(full);
        free(full);
        remove_empty_folders(publication->folder, path);
    }
    return removed;
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static bool write_manifest(struct publication *publication, const char *path,
                           struct error *error) {
    json_t *files = json_array();
    for (size_t i = 0; i < publication->count; i++)
        json_array_append_new(files, json_string(publication->items[i].path));
    json_t *manifest = json_pack("{s:o}", "files", files);
    char *text = json_dumps(manifest, JSON_INDENT(1));
    bool ok = file_publish(path, text, strlen(text), error);
    free(text);
    json_decref(manifest);
    return ok;
}

bool publication_commit(struct publication *publication, size_t *written, size_t *removed,
                        struct error *error) {
    char *path = path_join(publication->folder, manifest_name);
    json_t *old = read_manifest(path);
    bool ok = true;
    *written = 0;
    if (publication->count)
        qsort(publication->items, publication->count, sizeof *publication->items, by_path);
    for (size_t i = 0; ok && i < publication->count; i++) {
        struct file *file = &publication->items[i];
        char *full = path_join(publication->folder, file->path);
        ok = !file->staged || file_place(full, error);
        *written += file->staged;
        file->staged = false;
        free(full);
    }
    *removed = ok ? remove_old(publication, old) : 0;
    ok = ok && write_manifest(publication, path, error);
    json_decref(old);
    free(path);
    return ok;
}

static void discard(const struct publication *publication, const struct file *file) {
    char *path = path_join(publication->folder, file->path);
    file_discard(path);
    free(path);
}

void publication_free(struct publication *publication) {
    for (size_t i = 0; i < publication->count; i++) {
        if (publication->items[i].staged)
            discard(publication, &publication->items[i]);
        free(publication->items[i].path);
    }
    free(publication->items);
    free(publication->folder);
    json_decref(publication->origins);
    free(publication);
}
