/*
 * Pages: how a source tells where the next page of a list is. pages.sql has a statement for
 * each kind; which there are, and the words behind their names, stands in system.h.
 *
 * Holds: a page is an address, or an object that is merged into the request (see struct
 * exchange); no page is named twice in a row.
 */
#ifndef COLLECT_PAGES_H
#define COLLECT_PAGES_H

#include "collect/transport.h"
#include "snapshot/snapshot.h"

struct pages {
    const char *statement; /* of pages.sql, or NULL: there is one page only */
    char *words[3];
    const char *items;  /* JSON path of the list in an answer */
    const char *header; /* of the answer, that names the next page, or NULL */
};

/* Reads the field "pages" of DECLARATION; false with its place where it is wrong. To be
 * freed in either case. */
bool pages_read(const struct declaration *declaration, struct pages *pages,
                struct error *error);

/* Adds to FOLLOWING where the pages after EXCHANGE's are: none, the next one, or all the
 * others where the answer tells the last. False where the answer cannot be read. */
bool pages_after(const struct pages *pages, struct snapshot *snapshot,
                 const struct exchange *exchange, struct names *following);

void pages_free(struct pages *pages);

#endif
