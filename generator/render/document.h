/*
 * Documents: Markdown made safe, each text once. The snapshot keeps them by content.
 */
#ifndef RENDER_DOCUMENT_H
#define RENDER_DOCUMENT_H

#include "render/markdown_helper.h"
#include "snapshot/snapshot.h"

/* Where documents are kept and made. */
struct documents {
    struct snapshot *snapshot;
    struct markdown *markdown;
    int64_t run;
};

struct document {
    struct buffer html, md;
};

/* The safe form of TEXT; a text that cannot be rendered is plain text. To be freed. Inside
 * the caller's transaction. */
void document_get(struct documents *documents, const char *text, size_t size,
                  enum markdown_trust trust, struct document *document);
void document_free(struct document *document);

/* Forgets documents that no page has needed for long. */
void documents_prune(struct documents *documents);

#endif
