/*
 * Scores of the night before under the rules of now, so that a move is divided: what the
 * rule did, and what the repository did.
 *
 * In:  the snapshot before it is analysed; the library's passes.
 * Out: rows of the table rescore, where a pass is another than when the snapshot was last
 *      analysed.
 * Holds: the snapshot is otherwise as it was; the night is computed on a copy, at its time.
 */
#ifndef COMMAND_RESCORE_H
#define COMMAND_RESCORE_H

#include "command/workplace.h"

/* Does nothing where no pass changed, or the run before is not kept: then a move cannot be
 * divided. False where the copy cannot be made or a declaration is wrong. */
bool rescore_night_before(struct workplace *workplace, struct error *error);

#endif
