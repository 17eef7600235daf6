#include "snapshot/export.h"

#include "snapshot/query.h"

#include <math.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* TEXT is the file that is being made: TABLE's rows of MONTH. */
struct export {
    sqlite3 *db;
    const char *folder;
    struct buffer text, manifest;
    json_t *files; /* by name, as the manifest has them */
    char *table, month[8];
    int64_t rows;
    struct exported *exported;
};

static json_t *base64(const void *bytes, size_t size) {
    char *text = xcalloc(size / 3 * 4 + 5, 1);
    EVP_EncodeBlock((unsigned char *)text, bytes ? bytes : "", (int)size);
    json_t *value = json_string(text);
    free(text);
    return value;
}

static json_t *number(double value) {
    return isfinite(value) ? json_real(value)
                           : json_string(value > 0 ? "Infinity" : "-Infinity");
}

static json_t *column_value(sqlite3_stmt *query, int column) {
    int type = sqlite3_column_type(query, column);
    if (type == SQLITE_INTEGER)
        return json_integer(sqlite3_column_int64(query, column));
    if (type == SQLITE_FLOAT)
        return number(sqlite3_column_double(query, column));
    const char *bytes = sqlite3_column_blob(query, column);
    size_t size = (size_t)sqlite3_column_bytes(query, column);
    json_t *text =
        type == SQLITE_TEXT ? json_stringn(bytes ? bytes : "", size) : base64(bytes, size);
    return text ? text : json_pack("{s:o}", "base64", base64(bytes, size));
}

static void add_row(struct export *export, sqlite3_stmt *query) {
    json_t *row = json_object();
    for (int i = 1; i < sqlite3_column_count(query); i++)
        if (sqlite3_column_type(query, i) != SQLITE_NULL)
            json_object_set_new(row, sqlite3_column_name(query, i), column_value(query, i));
    char *text = json_dumps(row, JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(17));
    buffer_add_text(&export->text, text);
    buffer_add_char(&export->text, '\n');
    free(text);
    json_decref(row);
    export->rows++;
}

static bool publish(struct export *export, const char *name, const struct buffer *text,
                    struct error *error) {
    struct file_staged result;
    char *path = path_join(export->folder, name);
    bool ok = file_stage(path, buffer_text(text), text->size, &result, error) &&
              (!result.staged || file_place(path, error));
    export->exported->written += result.staged;
    free(path);
    return ok;
}

/* Ends the file that is being made, if any. */
static bool end_file(struct export *export, struct error *error) {
    char hash[TEXT_HASH_SIZE];
    if (!export->rows)
        return true;
    char *name =
        xasprintf("%s%s%s.jsonl", export->table, *export->month ? "/" : "", export->month);
    text_hash(export->text.data, export->text.size, hash);
    json_object_set_new(
        export->files, name,
        json_pack("{s:I,s:s}", "rows", (json_int_t) export->rows, "sha256", hash));
    buffer_printf(&export->manifest, "%s\n  \"%s\": {\"rows\": %lld, \"sha256\": \"%s\"}",
                  export->exported->files ? "," : "", name, (long long)export->rows, hash);
    bool ok = publish(export, name, &export->text, error);
    export->exported->files++;
    export->exported->rows += export->rows;
    export->rows = 0;
    buffer_clear(&export->text);
    free(name);
    return ok;
}

static bool fail(struct export *export, struct error *error) {
    return error_set(error, "%s: cannot be read (%s)",
                     sqlite3_db_filename(export->db, "main"), sqlite3_errmsg(export->db));
}

static bool export_rows(struct export *export, const char *sql, struct error *error) {
    sqlite3_stmt *query = NULL;
    bool ok = sqlite3_prepare_v2(export->db, sql, -1, &query, NULL) == SQLITE_OK ||
              fail(export, error);
    *export->month = '\0';
    while (ok && sqlite3_step(query) == SQLITE_ROW) {
        const char *month = column_text(query, 0);
        if (strcmp(month, export->month)) {
            ok = end_file(export, error);
            snprintf(export->month, sizeof export->month, "%s", month);
        }
        add_row(export, query);
    }
    ok = (sqlite3_finalize(query) == SQLITE_OK || fail(export, error)) && ok;
    return ok && end_file(export, error);
}

char *export_table(const char *name) {
    size_t length = strcspn(name, "/.");
    const char *rest = name + length;
    bool dated = *rest == '/' && strlen(rest) >= 7 && rest[1] != '.' &&
                 !strpbrk(rest + 1, "/\\") && text_ends_with(rest, ".jsonl");
    bool ours = length && (dated || !strcmp(rest, ".jsonl"));
    return ours ? xstrndup(name, length) : NULL;
}

bool export_read_manifest(const char *folder, json_t **manifest, struct error *error) {
    enum { LARGEST = 1 << 28 };
    char *path = path_join(folder, "manifest.json");
    struct buffer text = {0};
    const char *name;
    json_t *entry;
    *manifest = NULL;
    bool there = path_exists(path), ok = !there || file_read(path, LARGEST, &text, error);
    if (there && ok)
        *manifest = json_loadb(buffer_text(&text), text.size, JSON_REJECT_DUPLICATES, NULL);
    json_t *files = json_object_get(*manifest, "files");
    ok = ok && (!there || (json_is_integer(json_object_get(*manifest, "tower-export")) &&
                           json_is_object(files)));
    json_object_foreach(files, name, entry) {
        char *table = export_table(name);
        ok = ok && table && json_is_string(json_object_get(entry, "sha256"));
        free(table);
    }
    if (!ok)
        error_set(error, "%s: is not the manifest of an export", path);
    buffer_free(&text);
    free(path);
    return ok;
}

/* Only what the manifest before names, and this one does not. */
static void remove_gone(struct export *export, json_t *before) {
    const char *name;
    json_t *entry;
    json_object_foreach(json_object_get(before, "files"), name, entry) {
        if (json_object_get(export->files, name))
            continue;
        char *path = path_join(export->folder, name);
        export->exported->removed += !unlink(path);
        *strrchr(path, '/') = '\0';
        rmdir(path); /* where it is empty now */
        free(path);
    }
}

static bool export_tables(struct export *export, struct snapshot *model, int64_t schema,
                          struct error *error) {
    json_t *before = NULL;
    sqlite3_stmt *query = NULL;
    bool ok = export_read_manifest(export->folder, &before, error);
    const char *sql = snapshot_statement(model, "export.tables")->sql;
    if (ok && sqlite3_prepare_v2(export->db, sql, -1, &query, NULL) != SQLITE_OK)
        ok = fail(export, error);
    buffer_printf(&export->manifest, "{\n \"tower-export\": %lld,\n \"files\": {",
                  (long long)schema);
    while (ok && sqlite3_step(query) == SQLITE_ROW) {
        export->table = xstrdup(column_text(query, 0));
        ok = export_rows(export, column_text(query, 1), error);
        free(export->table);
    }
    ok = (sqlite3_finalize(query) == SQLITE_OK || fail(export, error)) && ok;
    buffer_add_text(&export->manifest, "\n }\n}\n");
    if (ok)
        remove_gone(export, before);
    ok = ok && publish(export, "manifest.json", &export->manifest, error);
    json_decref(before);
    return ok;
}

/* The schema of the file, which must be one that this program knows: a reader migrates
 * nothing. The transaction holds to one moment; table_list knows no table of a schema that
 * nothing has asked for yet. */
static bool begin(struct export *export, const char *path, const struct library *library,
                  int64_t *schema, struct error *error) {
    sqlite3_stmt *query = NULL;
    if (!path_exists(path))
        return error_set(error, "%s: there is no snapshot; tower build makes one", path);
    if (sqlite3_open_v2(path, &export->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        return fail(export, error);
    sqlite3_busy_timeout(export->db, 5000);
    bool ok = sqlite3_exec(export->db, "BEGIN; SELECT 1 FROM sqlite_schema", NULL, NULL,
                           NULL) == SQLITE_OK &&
              sqlite3_prepare_v2(export->db, "PRAGMA user_version", -1, &query, NULL) ==
                  SQLITE_OK &&
              sqlite3_step(query) == SQLITE_ROW;
    *schema = ok ? sqlite3_column_int64(query, 0) : 0;
    sqlite3_finalize(query);
    if (!ok)
        return fail(export, error);
    return (*schema > 0 && *schema <= snapshot_newest_version(library)) ||
           error_set(error, "%s: is no snapshot of this program, or of a newer one", path);
}

bool snapshot_export(const char *path, const char *folder, const struct library *library,
                     struct exported *exported, struct error *error) {
    struct export export = {.folder = folder, .files = json_object(), .exported = exported};
    struct snapshot model;
    int64_t schema = 0;
    *exported = (struct exported){0};
    bool ok = snapshot_open_private(":memory:", library, snapshot_newest_version(library),
                                    &model, error) &&
              begin(&export, path, library, &schema, error) &&
              export_tables(&export, &model, schema, error);
    sqlite3_close(export.db);
    snapshot_close(&model);
    json_decref(export.files);
    buffer_free(&export.text);
    buffer_free(&export.manifest);
    return ok;
}
