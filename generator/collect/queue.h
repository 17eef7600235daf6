/*
 * The queue: what the questions of a wave ask, in the order in which it is asked. What was
 * not reached last time comes first, the longest out of date before all; then questions
 * of a rank up to 10, in the order of their asks' rows; then all others in that order, and
 * within a row by their ranks.
 *
 * Holds: it stands in a temporary table, so that memory does not grow with the portfolio.
 */
#ifndef COLLECT_QUEUE_H
#define COLLECT_QUEUE_H

#include "collect/ask.h"

/* Adds everything that QUESTION (its NUMBER among the source's) asks, but settles at once
 * what is known to be as it was. Requests about repositories of other shards are kept, but
 * never taken. False with a warning where the ask fails: then nothing is known of what it
 * would ask. */
bool queue_fill(struct asking *asking, struct question *question, size_t number);

/* How far a source's requests were taken; all zeros but for waiting at -1: not at all. */
struct queue_place {
    int64_t waiting, position, rank, question;
};

/* Takes the request after PLACE, which moves on: it tells the question's number. REQUEST is
 * to be freed. False where there is none. */
bool queue_take(struct snapshot *snapshot, const char *source,
                const struct question *questions, struct queue_place *place,
                struct request *request);

/* Empties it of what SOURCE asks. */
void queue_clear(struct snapshot *snapshot, const char *source);

#endif
