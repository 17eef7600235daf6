/*
 * Runs another program, never through a shell, with nothing of our environment but what
 * is named, and gives back what it printed.
 *
 * Holds: it has a process group of its own, which is killed as a whole where it goes over a
 * limit, and (on Linux) ends with us; it leaves no core. It may close its streams, ignore
 * its input or start others: we never wait for longer than its time.
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
    const char *input;              /* what it finds on stdin; NULL for nothing */
    size_t input_size;              /* bytes */
    size_t memory; /* most bytes of address space, each of its own; 0 for no limit */
};

/* True where PROGRAM is in PATH, or is the path of one. */
bool process_exists(const char *program);

/* Runs it to its end; OUTPUT is stdout, COMPLAINT the first 4 kB of stderr, *STATUS its
 * exit status (128 + signal where it was killed). False where it could not be started or
 * went over a limit of output or time: "PROGRAM: ...". */
bool process_run(const struct process *process, struct buffer *output,
                 struct buffer *complaint, int *status, struct error *error);

#endif
