/*
 * Presence: which pages there are in an edition.
 *
 * In:  the declarations of templates/; what the edition may show.
 * Out: the names of all pages, and of those that are made.
 * Holds: a page whose header says "needs: STATEMENT" is made only where that statement of
 * its own gives a row in this edition, and every page knows which of these there are: in
 * the templates "made.NAME" is true where templates/NAME.sql makes its page.
 */
#ifndef RENDER_PRESENCE_H
#define RENDER_PRESENCE_H

#include "declare/declare.h"
#include "snapshot/snapshot.h"

struct presence {
    struct names known, absent; /* "homelab": both with folders, without "templates/" */
    char *optional;             /* those made that could be absent, a line each */
};

/* Asks READER, an edition's, what pages need. PRESENCE is to be freed in either case. */
bool presence_find(const struct declarations *declarations, struct reader *reader,
                   struct presence *presence, struct error *error);
/* The same without asking: all are made. */
void presence_assume(const struct declarations *declarations, struct presence *presence);
void presence_free(struct presence *presence);

bool presence_is_known(const struct presence *presence, const char *name);

/* Whether a page of that name is made. */
bool presence_is_made(const struct presence *presence, const char *name);

/* Whether QUERY, prepared from the statement that DECLARATION names (NULL: there is none),
 * can be what it needs. */
bool presence_check(const struct declaration *declaration, sqlite3_stmt *query,
                    struct error *error);

/* The statement that a page needs, or NULL where it needs none or has no such statement. */
const struct statement *presence_statement(const struct declaration *declaration);

#endif
