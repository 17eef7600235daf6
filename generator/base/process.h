/*
 * Runs another program, never through a shell, with nothing of our environment but what
 * is named, and gives back what it printed.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct process {
    const char *const *arguments;   /* NULL-terminated; the first is looked up in PATH */
    const char *const *environment; /* NULL-terminated "NAME=value"; all that it gets */
    size_t limit;                   /* most bytes of output, then it is killed */
    int seconds;                    /* most time, then it is killed */
};

/* Runs it to its end; OUTPUT is stdout, COMPLAINT the first 4 kB of stderr, *STATUS its
 * exit status (128 + signal where it was killed). False where it could not be started or
 * went over a limit. */
bool process_run(const struct process *process, struct buffer *output,
                 struct buffer *complaint, int *status, struct error *error);

#endif
