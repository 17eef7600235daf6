/*
 * Documents: Markdown made safe, each text once. The snapshot keeps them by content.
 *
 * In:  texts, and a process that renders them.
 * Out: their HTML and Markdown.
 * Holds: fetching only reads the snapshot; what there is to keep is told, to be stored by
 * whoever may write.
 */
#ifndef RENDER_DOCUMENT_H
#define RENDER_DOCUMENT_H

#include "render/markdown_helper.h"
#include "snapshot/snapshot.h"

struct document {
    struct buffer html, md;
};

/* What is to be stored: a new document, or (html NULL) one that is still needed. */
struct document_news {
    const char *hash, *html, *md;
    const char *reason; /* why it is plain text, or NULL */
};

/* Where documents are kept and made. */
struct documents {
    struct snapshot *snapshot;
    struct markdown *markdown;
    size_t lane; /* of the helper */
    int64_t run;
    void (*tell)(void *owner, const struct document_news *news);
    void *owner;
};

/* A text that is wanted, and where its document goes. */
struct document_wish {
    const char *text; /* borrowed */
    size_t size;
    enum markdown_trust trust;
    struct document *document; /* new; freed with document_free() */
};

/* Fulfils COUNT wishes. A text that cannot be rendered is plain text. */
void documents_fetch(struct documents *documents, struct document_wish *wishes,
                     size_t count);
void document_free(struct document *document);

/* Stores what was told, for the run of that number. Inside the caller's transaction. */
void document_store(struct snapshot *snapshot, int64_t run,
                    const struct document_news *news);

/* Forgets documents that no page has needed for long. */
void documents_prune(struct snapshot *snapshot, int64_t run);

#endif
