/*
 * analysis: from what each pass was last computed, so that it is not computed again from
 * the same.
 *
 * In:  what a pass is (its rule with the settings, the program, the edition's zones), what
 * it reads, whether it asked for the time; what changed since (snapshot/change.h). Out: the
 * table analysis; whether a pass' rows are still what it would give. Holds: what was
 * interrupted is computed again.
 */
#ifndef PASSES_ANALYSIS_H
#define PASSES_ANALYSIS_H

#include "passes/rule.h"

/* An edition's analysis. */
struct analysis {
    const struct rules *rules;
    struct snapshot *snapshot;
    struct reader *reader;
    const char *edition;
    struct error *error;
    char *made;     /* by which program, of which zones, what is hidden */
    bool remembers; /* what a pass reads and writes need not be found out again */
};

/* Before the first edition's; what changes from now on is told from what was before. */
void analyses_begin(struct snapshot *snapshot);

/* READER, of EDITION's views, is opened here; to be closed again. */
void analysis_open(struct analysis *analysis, const struct rules *rules,
                   struct snapshot *snapshot, const struct edition *edition,
                   struct reader *reader, struct error *error);

/* Whether the rows that STEP left are those that it would give now. INPUT names all that
 * it is made from but rows. */
bool analysis_is_current(const struct analysis *analysis, const char *step,
                         const char *input);

/* What a pass does, as it was found out from its statement. */
struct analysis_step {
    const char *name, *input;
    struct step *step; /* what it reads and writes */
    bool *own_rows;    /* as in struct pass */
};

/* STEP was computed; CLOCK: it asked for the time. Within the transaction of its rows. */
void analysis_note(const struct analysis *analysis, const struct analysis_step *step,
                   bool clock);

/* Fills in what was noted of STEP; false where that was another one, or none. */
bool analysis_recall(const struct analysis *analysis, const struct analysis_step *step);

/* STEPS are all that the edition has, and they are done. */
void analysis_end(const struct analysis *analysis, const struct names *steps);

void analysis_close(struct analysis *analysis);

/* After the last edition's, if none failed. */
void analyses_end(struct snapshot *snapshot);

#endif
