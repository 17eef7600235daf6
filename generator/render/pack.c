#include "render/pack.h"

#include "render/publish.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { LARGEST_FILE = 1 << 30 };

static const struct kind {
    const char *ending;
    int (*set_format)(struct archive *archive);
    bool gzip;
} kinds[] = {
    {".zip", archive_write_set_format_zip, false},
    {".tar.gz", archive_write_set_format_pax_restricted, true},
};

struct pack {
    const struct edition *edition;
    const char *path;
    struct archive *archive;
    char *folder; /* in the archive */
    int64_t time;
    size_t files;
    struct error *error;
};

static const struct kind *kind_of(const char *path) {
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (text_ends_with(path, kinds[i].ending))
            return &kinds[i];
    return NULL;
}

static bool fail(struct pack *pack) {
    const char *reason = archive_error_string(pack->archive);
    return error_set(pack->error, "%s: cannot be written: %s", pack->path,
                     reason ? reason : "no reason given");
}

/* A date in a zip archive is of the time zone that the program runs in. */
static bool begin(struct pack *pack, const struct kind *kind, int file) {
    setenv("TZ", "UTC0", 1);
    tzset();
    pack->archive = archive_write_new();
    if (!pack->archive)
        out_of_memory();
    bool ok = kind->set_format(pack->archive) == ARCHIVE_OK &&
              archive_write_set_bytes_in_last_block(pack->archive, 1) == ARCHIVE_OK;
    if (ok && kind->gzip)
        ok = archive_write_add_filter_gzip(pack->archive) == ARCHIVE_OK &&
             archive_write_set_filter_option(pack->archive, "gzip", "timestamp", NULL) ==
                 ARCHIVE_OK;
    return (ok && archive_write_open_fd(pack->archive, file) == ARCHIVE_OK) || fail(pack);
}

static bool write_entry(struct pack *pack, const char *name, const struct buffer *content) {
    struct archive_entry *entry = archive_entry_new();
    char *full = xasprintf("%s/%s", pack->folder, name);
    archive_entry_set_pathname(entry, full);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (int64_t)content->size);
    archive_entry_set_mtime(entry, pack->time, 0);
    bool ok = archive_write_header(pack->archive, entry) == ARCHIVE_OK &&
              archive_write_data(pack->archive, buffer_text(content), content->size) ==
                  (la_ssize_t)content->size;
    free(full);
    archive_entry_free(entry);
    pack->files++;
    return ok || fail(pack);
}

static bool refuse_touched(struct pack *pack, const char *name) {
    char *full = path_join(pack->edition->output, name);
    error_set(pack->error,
              "%s: is not as it was rendered; tower render makes it again, then pack",
              full);
    free(full);
    return false;
}

static bool add_file(struct pack *pack, sqlite3_stmt *query) {
    const char *name = column_text(query, 0);
    bool listed = sqlite3_column_type(query, 1) != SQLITE_NULL;
    struct buffer content = {0};
    char *full = path_join(pack->edition->output, name);
    bool intact =
        !listed || publication_is_intact(AT_FDCWD, full, sqlite3_column_int64(query, 1),
                                         sqlite3_column_int64(query, 2));
    bool ok = intact ? file_read(full, LARGEST_FILE, &content, pack->error) &&
                           write_entry(pack, name, &content)
                     : refuse_touched(pack, name);
    free(full);
    buffer_free(&content);
    return ok;
}

static bool check_manifest(struct pack *pack, struct snapshot *snapshot) {
    char *manifest = path_join(pack->edition->output, "manifest.json");
    bool there = path_exists(manifest);
    free(manifest);
    if (!there)
        return error_set(pack->error,
                         "%s: has no manifest.json, so there is nothing to pack; tower "
                         "build makes the site",
                         pack->edition->output);
    return publication_is_trusted(snapshot, pack->edition) ||
           refuse_touched(pack, "manifest.json");
}

static bool add_files(struct pack *pack, struct snapshot *snapshot) {
    sqlite3_stmt *query = snapshot_query(snapshot, "pack.files");
    query_bind_text(query, ":edition", pack->edition->name);
    bool ok = true;
    while (ok && query_row(query))
        ok = add_file(pack, query);
    sqlite3_reset(query);
    return ok;
}

static bool write_archive(struct pack *pack, struct snapshot *snapshot,
                          const struct kind *kind) {
    int file = file_stage_open(pack->path, pack->error);
    bool ok = file >= 0 && begin(pack, kind, file) && add_files(pack, snapshot);
    if (ok && archive_write_close(pack->archive) != ARCHIVE_OK)
        ok = fail(pack);
    archive_write_free(pack->archive);
    if (file >= 0 && close(file) && ok)
        ok = error_set(pack->error, "%s: cannot be written", pack->path);
    if (ok)
        return file_place(pack->path, pack->error);
    if (file >= 0)
        file_discard(pack->path);
    return false;
}

bool pack_edition(const struct site *site, struct snapshot *snapshot,
                  const struct edition *edition, const char *path, size_t *files,
                  struct error *error) {
    const struct kind *kind = kind_of(path);
    struct pack pack = {.edition = edition, .path = path, .error = error};
    if (!kind)
        return error_at(error, "tower", 0, 0,
                        "pack makes a .zip or a .tar.gz, so FILE cannot be '%s'", path);
    if (!check_manifest(&pack, snapshot))
        return false;
    char *name = xasprintf("%s %s", site->title, edition->name);
    pack.folder = text_slug(name);
    pack.time = query_int(snapshot_query(snapshot, "pack.time"), 0);
    bool ok = write_archive(&pack, snapshot, kind);
    *files = pack.files;
    free(pack.folder);
    free(name);
    return ok;
}
