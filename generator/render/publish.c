#include "render/publish.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_MANIFEST = 64 << 20 };

static const char manifest_name[] = "manifest.json";

struct publication {
    struct snapshot *snapshot;
    const struct edition *edition;
    struct error conflict; /* the first, by job, of those that name one path twice */
    size_t conflict_job;
};

/* No segment has a dot at its front, climbs, or is what a file system somewhere refuses. */
static bool is_safe(const char *path) {
    if (!*path || *path == '/' || strlen(path) > 1024)
        return false;
    while (*path) {
        size_t length = strcspn(path, "/");
        char *segment = xstrndup(path, length);
        bool good = text_is_segment(segment);
        free(segment);
        path += length;
        if (!good || (*path == '/' && !path[1]))
            return false;
        path += *path == '/';
    }
    return true;
}

/* An unreadable manifest lists nothing. */
static void read_manifest(const struct edition *edition, struct buffer *content) {
    struct error ignored = {0};
    char *path = path_join(edition->output, manifest_name);
    file_read(path, LARGEST_MANIFEST, content, &ignored);
    error_free(&ignored);
    free(path);
}

static sqlite3_stmt *ask(struct snapshot *snapshot, const char *name,
                         const struct edition *edition) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    query_bind_text(query, ":edition", edition->name);
    return query;
}

bool publication_is_trusted(struct snapshot *snapshot, const struct edition *edition) {
    struct buffer manifest = {0};
    char hash[TEXT_HASH_SIZE];
    read_manifest(edition, &manifest);
    text_hash(buffer_text(&manifest), manifest.size, hash);
    buffer_free(&manifest);
    sqlite3_stmt *query = ask(snapshot, "publish.output", edition);
    bool trusted = query_row(query) && !strcmp(column_text(query, 0), edition->output) &&
                   !strcmp(column_text(query, 1), hash);
    sqlite3_reset(query);
    return trusted;
}

bool publication_is_intact(int folder, const char *path, int64_t bytes, int64_t modified) {
    struct stat info;
    return !fstatat(folder, path, &info, AT_SYMLINK_NOFOLLOW) && S_ISREG(info.st_mode) &&
           info.st_size == bytes && file_same_time(file_modified(&info), modified);
}

bool publication_is_fresh(struct snapshot *snapshot, const struct edition *edition,
                          struct publication_file *file) {
    sqlite3_stmt *query = ask(snapshot, "publish.file", edition);
    query_bind_text(query, ":path", file->path);
    bool same = query_row(query) && !strcmp(column_text(query, 0), file->context);
    if (same) {
        file->bytes = sqlite3_column_int64(query, 1);
        file->modified = sqlite3_column_int64(query, 2);
    }
    sqlite3_reset(query);
    char *full = path_join(edition->output, file->path);
    same = same && publication_is_intact(AT_FDCWD, full, file->bytes, file->modified);
    free(full);
    return same;
}

bool publication_check_path(const struct publication_file *file, struct error *error) {
    return (is_safe(file->path) && strcasecmp(file->path, manifest_name)) ||
           error_at(error, file->origin, 0, 0, "cannot be published as '%s'; rename it",
                    file->path);
}

bool publication_stage(const struct edition *edition, const struct buffer *content,
                       struct publication_file *file, struct error *error) {
    struct file_staged result;
    char *path = path_join(edition->output, file->path);
    bool ok = file_stage(path, buffer_text(content), content->size, &result, error);
    file->staged = result.staged;
    file->modified = result.modified;
    file->bytes = (int64_t)content->size;
    free(path);
    return ok;
}

struct publication *publication_new(struct snapshot *snapshot,
                                    const struct edition *edition) {
    struct publication *publication = xcalloc(1, sizeof *publication);
    publication->snapshot = snapshot;
    publication->edition = edition;
    query_run(snapshot_query(snapshot, "publish.create_made"));
    query_run(snapshot_query(snapshot, "publish.create_visited"));
    query_run(snapshot_query(snapshot, "publish.index_visited"));
    return publication;
}

void publication_visit(struct publication *publication, const char *page,
                       const char *source, const char *repo) {
    sqlite3_stmt *query = snapshot_query(publication->snapshot, "publish.visit");
    query_bind_text(query, ":page", page);
    query_bind_text(query, ":source", source);
    query_bind_text(query, ":repo", repo);
    query_run(query);
}

void publication_visit_others(struct publication *publication, const struct names *pages) {
    sqlite3_stmt *query =
        ask(publication->snapshot, "publish.visit_others", publication->edition);
    query_bind_names(query, ":pages", pages);
    query_run(query);
}

static void note_conflict(struct publication *publication, const char *origin,
                          const char *path, const char *other, size_t job) {
    if (publication->conflict.kind && publication->conflict_job <= job)
        return;
    error_free(&publication->conflict);
    publication->conflict_job = job;
    error_at(&publication->conflict, origin, 0, 0,
             "would be published as '%s', where %s goes already; rename one", path, other);
}

static void discard(const struct publication *publication, const char *path) {
    char *full = path_join(publication->edition->output, path);
    file_discard(full);
    free(full);
}

static bool is_made(struct publication *publication, const struct publication_file *file) {
    sqlite3_stmt *query = snapshot_query(publication->snapshot, "publish.made");
    query_bind_text(query, ":path", file->path);
    if (!query_row(query))
        return false;
    size_t job = (size_t)sqlite3_column_int64(query, 1);
    if (job <= file->job)
        note_conflict(publication, file->origin, file->path, column_text(query, 0),
                      file->job);
    else
        note_conflict(publication, column_text(query, 0), column_text(query, 2),
                      file->origin, job);
    sqlite3_reset(query);
    discard(publication, file->path);
    return true;
}

void publication_add(struct publication *publication, const struct publication_file *file) {
    if (is_made(publication, file))
        return;
    sqlite3_stmt *query = snapshot_query(publication->snapshot, "publish.make");
    query_bind_text(query, ":path", file->path);
    query_bind_text(query, ":page", file->page);
    query_bind_text(query, ":source", file->source);
    query_bind_text(query, ":repo", file->repo);
    query_bind_text(query, ":context", file->context);
    query_bind_int(query, ":outward", file->outward);
    query_bind_int(query, ":bytes", file->bytes);
    query_bind_int(query, ":modified", file->modified);
    query_bind_int(query, ":staged", file->staged);
    query_bind_text(query, ":origin", file->origin);
    query_bind_int(query, ":job", (int64_t)file->job);
    query_run(query);
}

bool publication_check(struct publication *publication, struct error *error) {
    sqlite3_stmt *query =
        ask(publication->snapshot, "publish.conflict", publication->edition);
    if (!publication->conflict.kind && query_row(query)) {
        char *page = xasprintf("the page '%s'", column_text(query, 2));
        note_conflict(publication, column_text(query, 1), column_text(query, 0), page, 0);
        free(page);
    }
    sqlite3_reset(query);
    error_move(error, &publication->conflict);
    return !error->kind;
}

static bool place_all(struct publication *publication, size_t *written,
                      struct error *error) {
    sqlite3_stmt *query = snapshot_query(publication->snapshot, "publish.staged");
    while (!error->kind && query_row(query)) {
        char *path = path_join(publication->edition->output, column_text(query, 0));
        *written += file_place(path, error);
        free(path);
    }
    sqlite3_reset(query);
    return !error->kind;
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

static size_t remove_file(const struct edition *edition, const char *path) {
    char *full = path_join(edition->output, path);
    bool removed = !unlink(full);
    free(full);
    remove_empty_folders(edition->output, path);
    return removed;
}

static bool is_published(struct publication *publication, const char *path) {
    sqlite3_stmt *query = ask(publication->snapshot, "publish.has", publication->edition);
    query_bind_text(query, ":path", path);
    return query_int(query, 0);
}

/* What the manifest lists and the snapshot does not know was made by a run that the
 * snapshot does not remember. */
static size_t remove_unknown(struct publication *publication) {
    struct buffer content = {0};
    size_t index, removed = 0;
    json_t *entry;
    read_manifest(publication->edition, &content);
    json_t *manifest = json_loadb(buffer_text(&content), content.size, 0, NULL);
    json_array_foreach(json_object_get(manifest, "files"), index, entry) {
        const char *path = json_string_value(entry);
        if (path && is_safe(path) && !is_published(publication, path))
            removed += remove_file(publication->edition, path);
    }
    json_decref(manifest);
    buffer_free(&content);
    return removed;
}

static size_t remove_gone(struct publication *publication) {
    struct names gone = {0};
    size_t removed = 0;
    sqlite3_stmt *query = ask(publication->snapshot, "publish.gone", publication->edition);
    while (query_row(query))
        *LIST_ADD(&gone) = xstrdup(column_text(query, 0));
    for (size_t i = 0; i < gone.count; i++) {
        removed += remove_file(publication->edition, gone.items[i]);
        query = ask(publication->snapshot, "publish.forget", publication->edition);
        query_bind_text(query, ":path", gone.items[i]);
        query_run(query);
    }
    names_free(&gone);
    return removed;
}

/* Written as text: as JSON values the paths of a large portfolio take ten times as much. */
static bool write_manifest(struct publication *publication, struct error *error) {
    const struct edition *edition = publication->edition;
    struct buffer text = {0};
    char *path = path_join(edition->output, manifest_name);
    char hash[TEXT_HASH_SIZE];
    sqlite3_stmt *query = ask(publication->snapshot, "publish.paths", edition);
    buffer_add_text(&text, "{\n \"files\": [");
    for (const char *comma = ""; query_row(query); comma = ",")
        buffer_printf(&text, "%s\n  \"%s\"", comma, column_text(query, 0));
    buffer_add_text(&text, "\n ]\n}\n");
    bool ok = file_publish(path, text.data, text.size, error);
    text_hash(text.data, text.size, hash);
    query = ask(publication->snapshot, "publish.save_output", edition);
    query_bind_text(query, ":folder", edition->output);
    query_bind_text(query, ":manifest", hash);
    if (ok)
        query_run(query);
    buffer_free(&text);
    free(path);
    return ok;
}

bool publication_commit(struct publication *publication, struct publication_count *count,
                        struct error *error) {
    *count = (struct publication_count){0};
    if (!publication_check(publication, error) ||
        !place_all(publication, &count->written, error))
        return false;
    count->removed = remove_gone(publication);
    query_run(ask(publication->snapshot, "publish.keep", publication->edition));
    if (!publication_is_trusted(publication->snapshot, publication->edition))
        count->removed += remove_unknown(publication);
    count->files = publication_count(publication->snapshot, publication->edition);
    return write_manifest(publication, error);
}

size_t publication_count(struct snapshot *snapshot, const struct edition *edition) {
    return (size_t)query_int(ask(snapshot, "publish.count", edition), 0);
}

void publication_discard(struct publication *publication) {
    sqlite3_stmt *query = snapshot_query(publication->snapshot, "publish.staged");
    while (query_row(query))
        discard(publication, column_text(query, 0));
}

void publication_free(struct publication *publication) {
    error_free(&publication->conflict);
    free(publication);
}
