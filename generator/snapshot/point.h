/*
 * Points: numbers per entity and day, which only change is kept of.
 *
 * In:  what passes give of the last run's night: metric, source, repo, value.
 * Out: rows of the table point.
 * Holds: a point stands where a number became another one, or was known no more (NULL);
 * what was given before on the same day is replaced.
 */
#ifndef SNAPSHOT_POINT_H
#define SNAPSHOT_POINT_H

#include "snapshot/store.h"

/* Forgets what was given. */
void point_begin(struct snapshot *snapshot);

/* True where SELECT gives the columns of a point; else the message says which. */
bool point_check(sqlite3_stmt *select, struct error *error);

/* Takes SELECT's present row: source and repo are NULL where the number is of all. False
 * where it is no point, or was given already; the message says why. */
bool point_add(struct snapshot *snapshot, sqlite3_stmt *select, struct error *error);

/* Keeps what was given as EDITION's points of the day of the last run; what was known the
 * day before and is not given any more, is not known. */
void point_keep(struct snapshot *snapshot, const char *edition);

#endif
