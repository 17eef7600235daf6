#include "render/document.h"

#include <string.h>

/* Counts up when the same text would be rendered differently than before. */
enum { REVISION = 1 };

static void hash_of(const char *text, size_t size, enum markdown_trust trust,
                    char hex[TEXT_HASH_SIZE]) {
    struct buffer key = {0};
    buffer_printf(&key, "%d %d ", REVISION, (int)trust);
    buffer_add(&key, text, size);
    text_hash(key.data, key.size, hex);
    buffer_free(&key);
}

static bool known(struct documents *documents, const char *hash,
                  struct document *document) {
    enum { RUNS_BETWEEN_TOUCHES = 10 };
    sqlite3_stmt *query = snapshot_query(documents->snapshot, "document.get");
    query_bind_text(query, ":hash", hash);
    if (!query_row(query))
        return false;
    buffer_add_text(&document->html, column_text(query, 0));
    buffer_add_text(&document->md, column_text(query, 1));
    bool old = sqlite3_column_int64(query, 2) + RUNS_BETWEEN_TOUCHES < documents->run;
    sqlite3_reset(query);
    if (old) {
        sqlite3_stmt *touch = snapshot_query(documents->snapshot, "document.touch");
        query_bind_text(touch, ":hash", hash);
        query_bind_int(touch, ":run", documents->run);
        query_run(touch);
    }
    return true;
}

static void keep(struct documents *documents, const char *hash,
                 const struct markdown_result *result) {
    sqlite3_stmt *query = snapshot_query(documents->snapshot, "document.keep");
    query_bind_text(query, ":hash", hash);
    query_bind_text(query, ":html", buffer_text(&result->html));
    query_bind_text(query, ":md", buffer_text(&result->md));
    query_bind_text(query, ":reason", result->reason);
    query_bind_int(query, ":run", documents->run);
    query_run(query);
}

void document_get(struct documents *documents, const char *text, size_t size,
                  enum markdown_trust trust, struct document *document) {
    char hash[TEXT_HASH_SIZE];
    *document = (struct document){0};
    hash_of(text, size, trust, hash);
    if (known(documents, hash, document))
        return;
    struct markdown_document source = {text, size, trust};
    struct markdown_result result = {0};
    struct error error = {0};
    if (markdown_batch(documents->markdown, &source, 1, &result, &error))
        keep(documents, hash, &result);
    else
        log_warn("%s", error.text);
    if (result.plain)
        log_detail("a document is shown as plain text: %s", result.reason);
    document->html = result.html;
    document->md = result.md;
    error_free(&error);
}

void document_free(struct document *document) {
    buffer_free(&document->html);
    buffer_free(&document->md);
}

void documents_prune(struct documents *documents) {
    sqlite3_stmt *query = snapshot_query(documents->snapshot, "document.prune");
    query_bind_int(query, ":run", documents->run);
    query_run(query);
}
