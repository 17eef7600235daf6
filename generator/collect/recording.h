/*
 * Recordings: what a source answered, kept as files that a person can read and write.
 *
 *     GET /users/example/repos?per_page=100     what was asked
 *     200                                       the status
 *     link: <https://...>; rel="next"           headers that matter
 *                                               an empty line
 *     [ ... ]                                   the body, byte for byte
 *
 * One request a file; a file's name is free but for its ending ".http".
 */
#ifndef COLLECT_RECORDING_H
#define COLLECT_RECORDING_H

#include "collect/transport.h"

struct recordings;

/* Reads a folder of recordings; NULL with file and line where one is broken. */
struct recordings *recordings_open(const char *folder, struct error *error);

/* Answers TARGET as recorded; a problem where it never was. PAGE_HEADER is the header that
 * names the next page, or NULL. */
void recordings_play(const struct recordings *recordings, const char *target,
                     const char *page_header, struct answer *answer);

void recordings_close(struct recordings *recordings);

/* Keeps an answer in FOLDER/SOURCE/. A file that cannot be written is warned about. */
void recording_write(const char *folder, const char *source, const char *target,
                     const char *page_header, const struct answer *answer);

/* The target of the link of that RELATION in a Link header's value (RFC 8288), or NULL. The
 * caller frees it. */
char *link_find(const char *value, const char *relation);

#endif
