/*
 * References: where #12 and owner/repo#12 in a document lead.
 *
 * In:  documents with marked references (mention.h), the repository that each is of.
 * Out: the same documents with links, to pages of the edition or to the source.
 * Holds: what the edition may not show is not linked; a document that is of no repository
 * has no links.
 */
#ifndef RENDER_REFERENCE_H
#define RENDER_REFERENCE_H

#include "render/document.h"
#include "snapshot/snapshot.h"

struct references;

/* Looks things up in what READER shows. To be closed before it. */
struct references *references_open(struct reader *reader, const struct snapshot *snapshot);
void references_close(struct references *references);

/* Where a document is: of which repository (NULL: of none), and its page's way to the
 * output folder ("../"). */
struct reference_place {
    const char *source, *repo, *root;
};

/* Resolves the references of DOCUMENT. True where one of them names a repository, so that
 * the links depend on more than the document's own. */
bool references_resolve(struct references *references, const struct reference_place *place,
                        struct document *document);

#endif
