/*
 * Runs another program, never through a shell, with nothing of our environment but what
 * is named, none of our files but its three streams, and gives back what it printed.
 *
 * Holds: it has a process group of its own, which is killed as a whole where it goes over a
 * limit, and (on Linux) ends with us; it leaves no core. It may close its streams, ignore
 * its input or start others: we never wait for longer than its time.
 *
 * process_run() does all of it; process_start() leaves the talking, and the end, to the
 * caller.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct process {
    const char *const *arguments;   /* NULL-terminated; the first is looked up in PATH */
    const char *const *environment; /* NULL-terminated "NAME=value"; all that it gets */
    size_t limit;                   /* most bytes of output, then it is killed */
    int seconds;                    /* most time, then it is killed */
    const char *input;              /* what it finds on stdin; NULL for nothing */
    size_t input_size;              /* bytes */
    size_t memory;      /* most bytes of address space, each of its own; 0 for no limit */
    const char *folder; /* it works there; NULL: where we do */
};

/* One that was started and is talked to by its streams, none of which ever blocks. */
struct running {
    pid_t pid; /* and its process group; 0: there is none, or it was seen to have ended */
    int input, output, complaint; /* -1: closed. INPUT is a socket: write with send() */
};

/* True where PROGRAM is in PATH, or is the path of one. */
bool process_exists(const char *program);

/* Runs it to its end; OUTPUT is stdout, COMPLAINT the first 4 kB of stderr, *STATUS its
 * exit status (128 + signal where it was killed). False where it could not be started or
 * went over a limit of output or time: "PROGRAM: ...". */
bool process_run(const struct process *process, struct buffer *output,
                 struct buffer *complaint, int *status, struct error *error);

/* Starts it, without regard to its limits of output and time, and to INPUT. False where it
 * could not be started: "PROGRAM: ...". */
bool process_start(const struct process *process, struct running *running,
                   struct error *error);

/* True where it has ended, *STATUS as above; whoever is left of its group is killed then.
 */
bool process_ended(struct running *running, int *status);

/* Closes one of its streams. */
void process_hang_up(int *file);

/* Sends SIGNAL to its group. */
void process_signal(const struct running *running, int signal);

#endif
