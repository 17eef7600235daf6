/*
 * The past: a copy of the snapshot as a night left it, for --as-of. The site's own snapshot
 * and output stay as they are.
 */
#ifndef COMMAND_PAST_H
#define COMMAND_PAST_H

#include "command/command.h"
#include "snapshot/snapshot.h"

/* Opens at COPY, a new file, the snapshot of the site's FOLDER as the night that --as-of
 * names left it, and makes the time of its run the present one unless --now says another.
 * HIDING: see history_return(). False with what is wrong; SNAPSHOT is to be closed in
 * either case. */
bool past_open(const struct options *options, const char *folder, bool hiding,
               const char *copy, const struct library *library, struct snapshot *snapshot,
               struct error *error);

/* Moves each edition's output into the folder of --output. False where that is none, or
 * would touch what the site itself publishes. */
bool past_place_output(const struct options *options, struct site *site,
                       struct error *error);

#endif
