/* A folder of its own for files that are gone afterwards. */
#ifndef COMMAND_SCRATCH_H
#define COMMAND_SCRATCH_H

#include "base/base.h"

/* Makes one in TMPDIR, or /tmp: its path, to be handed to scratch_remove(). NULL where that
 * fails. */
char *scratch_make(struct error *error);

/* Removes it with the files in it, and frees the path; NULL is allowed. */
void scratch_remove(char *folder);

#endif
