/*
 * The standing of items: where each stood in the desk's first list, day by day.
 *
 * In:  an edition's priorities as its passes have left them; where items stood before.
 * Out: a row of the table standing for each item that stands there and did not on the day
 *      before, or stood elsewhere or for another reason; one without a rank for each that
 *      stands there no more.
 * Holds: however often a day is analysed, its rows are those of the last time. What was
 *      another desk's is told only while that desk is (snapshot/reader.sql).
 */
#ifndef PASSES_STANDING_H
#define PASSES_STANDING_H

#include "snapshot/snapshot.h"

/* Keeps how the items of EDITION stand on the day of the snapshot's last run. */
void standing_keep(struct snapshot *snapshot, const char *edition);

#endif
