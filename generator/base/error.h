/*
 * The reason why something from outside could not be done, for a person to read.
 *
 * The caller lends a struct error that is all zeros. Holds: the first cause wins; setting
 * an error that is already set changes nothing. Functions that can fail return false and
 * have set the error; nobody adds what its caller already knows.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

enum error_kind {
    ERROR_NONE,
    ERROR_FAILED,        /* exit status 1 */
    ERROR_CONFIGURATION, /* exit status 2: usage, site.conf, a declaration, a template */
};

struct error {
    enum error_kind kind;
    char *text; /* one line without a newline; freed by error_free() */
};

/* Each returns false, so that a caller can write: return error_set(...). */
bool error_set(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same, for a mistake in a file that the owner wrote: "FILE:LINE:COLUMN: text".
 * LINE and COLUMN count from 1; 0 leaves them out. */
bool error_at(struct error *error, const char *file, int line, int column,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Moves SOURCE into TARGET unless that is set already; SOURCE is empty afterwards. */
void error_move(struct error *target, struct error *source);

void error_free(struct error *error);

#endif
