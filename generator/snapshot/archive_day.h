/*
 * The days of the archive: which of them an edition may still show.
 *
 * In:  what each kept desk was made from (archive_subject), and the zones of that now.
 * Out: of each of the edition's days whether it is withheld; see render/desks.h.
 * Holds: it is judged before passes read what former desks said, and before pages show
 * them.
 */
#ifndef SNAPSHOT_ARCHIVE_DAY_H
#define SNAPSHOT_ARCHIVE_DAY_H

#include "site/site.h"
#include "snapshot/store.h"

/* Notes what EDITION may no longer show, or may show again. The day EXCEPT, whose desk is
 * about to be replaced, stays as it is; NULL: none is. Inside of a transaction. */
void archive_day_judge(struct snapshot *snapshot, const struct edition *edition,
                       const char *except);

#endif
