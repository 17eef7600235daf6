/*
 * A crew: processes that share jobs 0, 1, 2 ..., each taking the next one when it is free.
 *
 * In:  how many jobs there are and what doing one means.
 * Out: messages from the workers, in the process that hired them.
 * Holds: jobs are begun in order; a worker's messages arrive in order; of several errors
 * the one of the lowest job is told, so that it does not depend on who was faster. Workers
 * end with the program. They inherit everything by fork(), so nothing may be open that must
 * not be shared, such as a database.
 */
#ifndef BASE_CREW_H
#define BASE_CREW_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct crew;

/* What the jobs are. OWNER is given to each function. */
struct crew_task {
    void *owner;
    size_t jobs;

    /* In a worker, before its first job and after its last: what it needs. NUMBER counts
     * workers from 0. */
    void *(*begin)(void *owner, size_t number);
    void (*end)(void *owner, void *worker);

    /* In a worker: does a job; may call crew_tell(). */
    bool (*work)(void *owner, void *worker, size_t job, struct crew *crew,
                 struct error *error);

    /* In the process that hired: once all are at work; also where none could be hired. */
    void (*ready)(void *owner);

    /* In the process that hired: takes a message. */
    void (*hear)(void *owner, size_t job, const char *message, size_t size);
};

/* Does the jobs with at most WORKERS processes. False where one of them failed; jobs above
 * the one that failed may then have been done or not. */
bool crew_run(const struct crew_task *task, size_t workers, struct error *error);

/* In a worker: sends a message about the job that it does. */
void crew_tell(struct crew *crew, const void *message, size_t size);

/* In a process that was forked: ends it when its PARENT ends, where the system offers that;
 * it ends at once where that has happened already. */
void crew_follow(pid_t parent);

/* How many processors this process may use, at least 1. */
size_t crew_processors(void);

#endif
