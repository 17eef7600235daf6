#include "render/document.h"

#include <stdlib.h>
#include <string.h>

/* Counts up when the same text would be rendered differently than before. */
enum { REVISION = 3 };

static void hash_of(const struct document_wish *wish, char hex[TEXT_HASH_SIZE]) {
    struct buffer key = {0};
    buffer_printf(&key, "%d %d ", REVISION, (int)wish->trust);
    buffer_add(&key, wish->text, wish->size);
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
    buffer_add(&document->html, column_text(query, 0),
               (size_t)sqlite3_column_bytes(query, 0));
    buffer_add(&document->md, column_text(query, 1),
               (size_t)sqlite3_column_bytes(query, 1));
    bool old = sqlite3_column_int64(query, 2) + RUNS_BETWEEN_TOUCHES < documents->run;
    sqlite3_reset(query);
    if (old)
        documents->tell(documents->owner, &(struct document_news){.hash = hash});
    return true;
}

/* A text that is to be rendered, and whose wish it is. */
struct missing {
    char hash[TEXT_HASH_SIZE];
    struct document *document;
};

/* What the helper could not do says nothing about the text, and is not kept. */
static void take_results(struct documents *documents, const struct missing *missing,
                         struct markdown_result *results, size_t count, bool keep) {
    for (size_t i = 0; i < count; i++) {
        if (keep)
            documents->tell(
                documents->owner,
                &(struct document_news){missing[i].hash, buffer_text(&results[i].html),
                                        buffer_text(&results[i].md), results[i].reason});
        if (results[i].plain)
            log_detail("a document is shown as plain text: %s", results[i].reason);
        *missing[i].document = (struct document){results[i].html, results[i].md};
    }
}

void documents_fetch(struct documents *documents, struct document_wish *wishes,
                     size_t count) {
    struct missing *missing = xcalloc(count + 1, sizeof *missing);
    struct markdown_document *sources = xcalloc(count + 1, sizeof *sources);
    size_t absent = 0;
    for (size_t i = 0; i < count; i++) {
        const struct document_wish *wish = &wishes[i];
        wishes[i].document = xcalloc(1, sizeof *wish->document);
        hash_of(wish, missing[absent].hash);
        if (known(documents, missing[absent].hash, wish->document))
            continue;
        missing[absent].document = wish->document;
        sources[absent++] = (struct markdown_document){wish->text, wish->size, wish->trust};
    }
    struct markdown_result *results = xcalloc(absent + 1, sizeof *results);
    struct error error = {0};
    bool ok = !absent || markdown_batch(documents->markdown, documents->lane, sources,
                                        absent, results, &error);
    if (!ok)
        log_warn("%s", error.text);
    take_results(documents, missing, results, absent, ok);
    error_free(&error);
    free(results);
    free(sources);
    free(missing);
}

void document_free(struct document *document) {
    if (!document)
        return;
    buffer_free(&document->html);
    buffer_free(&document->md);
    free(document);
}

void document_store(struct snapshot *snapshot, int64_t run,
                    const struct document_news *news) {
    sqlite3_stmt *query =
        snapshot_query(snapshot, news->html ? "document.keep" : "document.touch");
    query_bind_text(query, ":hash", news->hash);
    query_bind_int(query, ":run", run);
    if (news->html) {
        query_bind_text(query, ":html", news->html);
        query_bind_text(query, ":md", news->md);
        query_bind_text(query, ":reason", news->reason);
    }
    query_run(query);
}

void documents_prune(struct snapshot *snapshot, int64_t run) {
    sqlite3_stmt *query = snapshot_query(snapshot, "document.prune");
    query_bind_int(query, ":run", run);
    query_run(query);
}
