/*
 * Publishing: the files of one output folder.
 *
 * Holds: nothing changes before everything has been made (what differs waits in hidden
 * files beside); every file is then the old one or the new one; the manifest, written last,
 * lists what the program made, and only what it lists can be removed by a later run.
 */
#ifndef RENDER_PUBLISH_H
#define RENDER_PUBLISH_H

#include "base/base.h"

struct publication;

/* For FOLDER, which need not exist yet. */
struct publication *publication_new(const char *folder);

/* Adds the file PATH ("repo/here/tower.html") with this CONTENT, made from ORIGIN. False
 * for a path that is not safe everywhere, or that differs from another's only in letter
 * case, or not at all. */
bool publication_add(struct publication *publication, const char *path, const char *origin,
                     const struct buffer *content, struct error *error);

/* How many files there are. */
size_t publication_count(const struct publication *publication);

/* Puts in place what differs, removes what earlier runs made and this one did not, writes
 * the manifest. The numbers say how many. */
bool publication_commit(struct publication *publication, size_t *written, size_t *removed,
                        struct error *error);

/* What was not committed leaves no trace but new folders. */
void publication_free(struct publication *publication);

#endif
