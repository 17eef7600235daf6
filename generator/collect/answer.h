/* An answer judged and its rows brought into the snapshot; see ask.h for what holds. */
#ifndef COLLECT_ANSWER_H
#define COLLECT_ANSWER_H

#include "collect/ask.h"

/* Sets the outcome with a reason; returns false, so that asking stops. */
bool answer_give_up(struct attempt *attempt, enum outcome outcome, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What the request tells is for those who may see zone VALUE; NULL: for anybody. */
void answer_raise_zone(struct attempt *attempt, const char *value);

/* Judges the answer of SLOT and stages its rows; false where asking is over. */
bool answer_stage(struct attempt *attempt, struct slot *slot);

/* Applies what is good as soon as it is in: the rows of windows. */
void answer_load_page(struct attempt *attempt);

/* Applies what comes in whole, and ends the scope well. False where it is held back. */
bool answer_load_whole(struct attempt *attempt);

/* True where a part of the answer is only good when all of it came. */
bool answer_is_whole(const struct attempt *attempt);

/* Gives the request of SLOT its row. */
void answer_log(struct attempt *attempt, const struct slot *slot);

#endif
