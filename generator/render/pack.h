/*
 * A pack: the output folder of an edition as one archive.
 *
 * In:  the files that the manifest lists, as they were published.
 * Out: a zip archive (APPNOTE.TXT, PKWARE), or, where the file is called so, a tar.gz:
 * these files and the manifest in one folder, called as the site and the edition are.
 * Holds: the same files of the same run give the same bytes: entries are sorted and have
 * the run's time, one mode and no owner. Their names are valid on Windows, macOS and Linux
 * (publish.h). Where a file is another than the program wrote nothing is packed.
 */
#ifndef RENDER_PACK_H
#define RENDER_PACK_H

#include "snapshot/snapshot.h"

/* Writes the archive beside PATH, then puts it in place; *FILES is how many it has. What is
 * called neither .zip nor .tar.gz is refused. */
bool pack_edition(const struct site *site, struct snapshot *snapshot,
                  const struct edition *edition, const char *path, size_t *files,
                  struct error *error);

#endif
