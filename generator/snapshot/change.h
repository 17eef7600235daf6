/*
 * Changes: which tables' rows came and went, which columns changed, and of which
 * repository. A page is read from the snapshot again only if something that it reads did.
 *
 * In:  every row that the program's writing connection puts in, changes or takes away,
 *      also where a trigger or a foreign key does.
 * Out: the table "change": "issue", or "issue.title" where only that column is another.
 * Holds: what a transaction changed is noted in the same transaction. Notes kept by the
 * program itself, and what no page can read, are left out.
 *
 * SQLite's pre-update hook tells of the rows; it must be compiled with that (Debian's is).
 * The hook does not see generated columns: of those triggers tell, see change.sql.
 */
#ifndef SNAPSHOT_CHANGE_H
#define SNAPSHOT_CHANGE_H

#include "snapshot/store.h"

struct changes;

/* Begins to listen to SNAPSHOT's connection, which is to be the one that writes. Its schema
 * stays as it is. */
void changes_watch(struct snapshot *snapshot);

/* Writes down what was heard; before each commit of a transaction, and between its
 * statements where it is much. */
void changes_settle(struct changes *changes);

/* So many notes in memory are many. */
bool changes_are_many(const struct changes *changes);

void changes_free(struct changes *changes);

#endif
