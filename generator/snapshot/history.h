/*
 * Row history: what rows were, so that any night can be asked for again.
 *
 * In:  every change of a fact, which triggers note in the table X_was beside X
 *      (history.sql).
 * Out: the snapshot as a run left it.
 * Holds: of a run that the table run calls kept, every fact can be told again, but for long
 * texts and for what asking alone needs; what no kept run needs is pruned.
 */
#ifndef SNAPSHOT_HISTORY_H
#define SNAPSHOT_HISTORY_H

#include "site/site.h"
#include "snapshot/store.h"

#include <stdint.h>

/* A run whose night can be asked for. */
struct night {
    int64_t run;
    char *at; /* when it started; to be freed */
};

/* Makes the tables X_was for the schema as it is, keeping what they hold, and their
 * triggers. Inside the migration's transaction, with no trigger of theirs in place. */
void history_make_tables(struct snapshot *snapshot);
void history_make_triggers(struct snapshot *snapshot);

/* The night that WHEN names: a date means the last run of that UTC day or before, a time
 * the last run that had started, a number that run. False where there is none of which
 * everything is kept; the message says what there is. NIGHT->at is to be freed in either
 * case. */
bool history_find(struct snapshot *snapshot, const char *when, struct night *night,
                  struct error *error);

/* Copies the snapshot at PATH, which may be in use, to a new file. False where it cannot be
 * read as a snapshot, or the copy not be written. */
bool history_copy(const char *path, const char *copy, struct error *error);

/* Takes SNAPSHOT, a copy, back to what the run left. What is derived is gone and to be
 * computed again. A long text is the present one, unknown where its row is gone since. With
 * HIDING, no row is in a lower zone than it was in since: what has been made private is not
 * shown as if it were not. */
void history_return(struct snapshot *snapshot, const struct night *night, bool hiding);

/* Removes what only nights need that SITE does not keep. Does nothing but on the first call
 * of a day. */
void history_prune(struct snapshot *snapshot, const struct site *site);

/* How many runs there were, and of how many the night can be asked for. */
struct history_count {
    int64_t kept, runs;
};
struct history_count history_count_runs(struct snapshot *snapshot);

/* Gives the disk the space that nothing needs any more. Outside of a transaction. */
void history_give_back(struct snapshot *snapshot);

/* Merging, inside its transaction: before the snapshot's own rows are cleared; and when the
 * united ones are there, of which the snapshot itself is INPUT. KEPT: it held something. */
void history_note_present(struct snapshot *snapshot, bool kept);
void history_compare(struct snapshot *snapshot, bool kept, int64_t input);

#endif
