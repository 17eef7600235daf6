#include "snapshot/import.h"

#include "snapshot/backup.h"
#include "snapshot/export.h"
#include "snapshot/query.h"

#include <limits.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Of the file NAME: the line that is read, and how its rows go into the table. */
struct import {
    const char *folder;
    struct snapshot snapshot;
    const char *name;
    char *path;
    int line;
    sqlite3_stmt *insert;
    struct names columns, types;
    int64_t rows;
};

static bool wrong(struct import *import, struct error *error, const char *column,
                  const char *why) {
    return error_set(error, "%s:%d: %s%s%s", import->path, import->line, column,
                     *column ? " " : "", why);
}

static bool bind_bytes(sqlite3_stmt *insert, int place, const char *text, bool blob) {
    size_t length = strlen(text), filled = 0;
    if (length % 4 || length > INT_MAX)
        return false;
    while (filled < 2 && filled < length && text[length - filled - 1] == '=')
        filled++;
    unsigned char *bytes = xcalloc(length / 4 * 3 + 1, 1);
    int size = EVP_DecodeBlock(bytes, (const unsigned char *)text, (int)length);
    bool ok = size >= (int)filled;
    if (ok && blob)
        sqlite3_bind_blob(insert, place, bytes, size - (int)filled, SQLITE_TRANSIENT);
    else if (ok)
        sqlite3_bind_text(insert, place, (char *)bytes, size - (int)filled,
                          SQLITE_TRANSIENT);
    free(bytes);
    return ok;
}

static bool bind_integer(sqlite3_stmt *insert, int place, json_t *value) {
    return json_is_integer(value) &&
           sqlite3_bind_int64(insert, place, json_integer_value(value)) == SQLITE_OK;
}

static bool bind_real(sqlite3_stmt *insert, int place, json_t *value) {
    const char *text = json_string_value(value);
    bool endless = text && !strcmp(text + (*text == '-'), "Infinity");
    return (json_is_number(value) || endless) &&
           sqlite3_bind_double(insert, place,
                               endless ? strtod(text, NULL) : json_number_value(value)) ==
               SQLITE_OK;
}

static bool bind_text(sqlite3_stmt *insert, int place, json_t *value) {
    const char *bytes = json_string_value(json_object_get(value, "base64"));
    if (json_is_string(value))
        return sqlite3_bind_text(insert, place, json_string_value(value),
                                 (int)json_string_length(value),
                                 SQLITE_TRANSIENT) == SQLITE_OK;
    return bytes && bind_bytes(insert, place, bytes, false);
}

static bool bind_blob(sqlite3_stmt *insert, int place, json_t *value) {
    return json_is_string(value) &&
           bind_bytes(insert, place, json_string_value(value), true);
}

static bool bind_value(sqlite3_stmt *insert, int place, const char *type, json_t *value) {
    static const struct {
        const char *type;
        bool (*bind)(sqlite3_stmt *insert, int place, json_t *value);
    } kinds[] = {{"INTEGER", bind_integer},
                 {"INT", bind_integer},
                 {"REAL", bind_real},
                 {"TEXT", bind_text},
                 {"BLOB", bind_blob}};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (!strcmp(kinds[i].type, type))
            return !value || kinds[i].bind(insert, place, value);
    return false;
}

/* A column that the row does not name is NULL. */
static bool bind_row(struct import *import, json_t *row, struct error *error) {
    size_t known = 0;
    const char *key;
    json_t *value;
    sqlite3_clear_bindings(import->insert);
    for (size_t i = 0; i < import->columns.count; i++) {
        value = json_object_get(row, import->columns.items[i]);
        known += value != NULL;
        if (!bind_value(import->insert, (int)i + 1, import->types.items[i], value)) {
            char *why = xasprintf("is no %s", import->types.items[i]);
            wrong(import, error, import->columns.items[i], why);
            free(why);
            return false;
        }
    }
    if (known == json_object_size(row))
        return true;
    json_object_foreach(row, key, value) {
        bool found = false;
        for (size_t i = 0; i < import->columns.count; i++)
            found |= !strcmp(import->columns.items[i], key);
        if (!found)
            return wrong(import, error, key, "is no column of the table");
    }
    return false;
}

static bool import_line(struct import *import, const char *text, size_t size,
                        struct error *error) {
    json_error_t broken;
    json_t *row = json_loadb(text, size, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &broken);
    bool ok = json_is_object(row) ||
              wrong(import, error, "", row ? "is no JSON object" : broken.text);
    ok = ok && bind_row(import, row, error);
    if (ok && sqlite3_step(import->insert) != SQLITE_DONE)
        ok = wrong(import, error, "", sqlite3_errmsg(import->snapshot.db));
    sqlite3_reset(import->insert);
    json_decref(row);
    return ok;
}

static bool import_lines(struct import *import, const struct buffer *text,
                         struct error *error) {
    const char *at = buffer_text(text), *end = at + text->size;
    bool ok = true;
    for (import->line = 1; ok && at < end; import->line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        ok = newline ? import_line(import, at, (size_t)(newline - at), error)
                     : wrong(import, error, "", "is not ended");
        at = newline ? newline + 1 : end;
        import->rows++;
    }
    return ok;
}

/* How rows go into TABLE; false where an export has no such table. */
static bool prepare(struct import *import, const char *table) {
    sqlite3_stmt *query = snapshot_query(&import->snapshot, "export.tables");
    bool known = false;
    while (query_row(query))
        known |= !strcmp(column_text(query, 0), table);
    query = snapshot_query(&import->snapshot, "export.columns");
    query_bind_text(query, ":table", table);
    while (known && query_row(query)) {
        *LIST_ADD(&import->columns) = xstrdup(column_text(query, 0));
        *LIST_ADD(&import->types) = xstrdup(column_text(query, 1));
    }
    query = snapshot_query(&import->snapshot, "export.insert");
    query_bind_text(query, ":table", table);
    char *sql = known ? query_text(query) : NULL;
    if (known && sqlite3_prepare_v2(import->snapshot.db, sql, -1, &import->insert, NULL) !=
                     SQLITE_OK)
        query_fail(import->snapshot.db, sql);
    free(sql);
    return known;
}

static void end_file(struct import *import) {
    sqlite3_finalize(import->insert);
    import->insert = NULL;
    names_free(&import->columns);
    names_free(&import->types);
    free(import->path);
}

static bool import_file(struct import *import, const char *name, json_t *entry,
                        struct error *error) {
    char hash[TEXT_HASH_SIZE], *table = export_table(name);
    struct buffer text = {0};
    import->path = path_join(import->folder, name);
    bool ok = prepare(import, table) ||
              error_set(error, "%s: the schema has no such table", import->path);
    ok = ok && file_read(import->path, SIZE_MAX / 2, &text, error);
    text_hash(buffer_text(&text), text.size, hash);
    if (ok && strcmp(hash, json_string_value(json_object_get(entry, "sha256"))))
        ok = error_set(error,
                       "%s: is not the file that manifest.json names (SHA-256 %s); export "
                       "again, or take both from the same moment",
                       import->path, hash);
    ok = ok && import_lines(import, &text, error);
    buffer_free(&text);
    end_file(import);
    free(table);
    return ok;
}

static bool check_references(struct import *import, struct error *error) {
    sqlite3_stmt *query = snapshot_query(&import->snapshot, "export.references");
    if (query_row(query))
        error_set(error, "%s: a row of table %s refers to one of %s that is missing",
                  import->folder, column_text(query, 0), column_text(query, 2));
    sqlite3_reset(query);
    return !error->kind;
}

static bool import_files(struct import *import, json_t *files, struct error *error) {
    const char *name;
    json_t *entry;
    bool ok = true;
    query_script(import->snapshot.db, "PRAGMA foreign_keys = OFF");
    snapshot_begin(&import->snapshot);
    json_object_foreach(files, name, entry) ok =
        ok && import_file(import, name, entry, error);
    snapshot_commit(&import->snapshot);
    return ok && check_references(import, error);
}

static bool read_schema(const char *folder, const struct library *library,
                        json_t **manifest, int64_t *schema, struct error *error) {
    if (!export_read_manifest(folder, manifest, error))
        return false;
    if (!*manifest)
        return error_set(error, "%s: is no export: it has no manifest.json", folder);
    *schema = json_integer_value(json_object_get(*manifest, "tower-export"));
    return (*schema > 0 && *schema <= snapshot_newest_version(library)) ||
           error_set(error,
                     "%s: was exported by a newer version of this program (schema %lld); "
                     "use that version",
                     folder, (long long)*schema);
}

static bool import_all(struct import *import, const char *staged,
                       const struct library *library, struct error *error) {
    json_t *manifest = NULL;
    int64_t schema = 0;
    bool ok = read_schema(import->folder, library, &manifest, &schema, error) &&
              snapshot_open_private(staged, library, schema, &import->snapshot, error) &&
              import_files(import, json_object_get(manifest, "files"), error);
    if (ok)
        snapshot_finish_private(&import->snapshot, library);
    snapshot_close(&import->snapshot);
    json_decref(manifest);
    return ok;
}

bool snapshot_import(const char *path, const char *folder, bool force,
                     const struct library *library, int64_t *rows, struct error *error) {
    struct import import = {.folder = folder, .snapshot = {.lock = -1}};
    if (path_exists(path) && !force)
        return error_set(error,
                         "%s: there is a snapshot already; --force replaces it and keeps "
                         "it as %s.before-import",
                         path, path);
    int lock = snapshot_lock(path, error);
    if (lock < 0)
        return false;
    char *staged = snapshot_staging(path);
    bool ok = import_all(&import, staged, library, error) &&
              snapshot_replace(path, staged, "import", error);
    if (!ok)
        unlink(staged);
    *rows = import.rows;
    free(staged);
    snapshot_unlock(lock);
    return ok;
}
