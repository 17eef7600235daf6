/*
 * The events of findings: what came and what went, run by run.
 *
 * In:  an edition's findings as its passes and checks have left them, and their events so
 *      far, both as the edition may see them; the rules' hashes.
 * Out: which rules are others than in the run before; one event more for each finding that
 *      opened, was resolved, or has another severity since that run, with the cause: the
 *      facts, or the rule itself.
 * Holds: a run has at most one event of a finding, however often it is analysed: what
 * counts is the difference between the runs. What the edition does not see is not resolved.
 */
#ifndef PASSES_FINDING_EVENT_H
#define PASSES_FINDING_EVENT_H

#include "snapshot/snapshot.h"

/* Notes the events of the snapshot's last run; READER is the edition's. */
void finding_event_note(struct snapshot *snapshot, struct reader *reader,
                        const char *edition);

#endif
