/*
 * Manners: what an answer's status and headers ask of us before anybody reads its body.
 *
 * Holds: a source that asks for a pause gets it, to the letter; nothing is sent to it
 * before the pause ends. A pause that would outlast the deadline ends the asking.
 * Sources: RFC 9110 (Retry-After, 503), RFC 6585 (429), GitHub's documentation of its
 * primary and secondary limits, draft-ietf-httpapi-ratelimit-headers for other spellings.
 */
#ifndef COLLECT_MANNERS_H
#define COLLECT_MANNERS_H

#include "collect/limits.h"
#include "collect/transfer.h"

/* A source's host during one run. Times are milliseconds of clock_stopwatch_ms(). */
struct host {
    const char *remaining, *reset, *limit_message; /* as system.sql names them */
    const struct limits *limits;
    int64_t deadline;   /* when asking ends */
    bool end_of_run;    /* the deadline is the run's, not the source's own */
    int64_t pause_end;  /* nothing is sent before, 0: no pause */
    int64_t pause_said; /* the end of the pause that a person was told of */
    char *pause_reason;
    int64_t left;      /* requests that it still allows, -1: it does not say */
    int64_t left_at;   /* when it said so */
    int64_t flying;    /* requests that were sent and are not answered */
    int64_t resets_at; /* seconds since 1970, 0: it does not say */
    int silences;      /* requests in a row that ended without any answer */
    char *stopped;     /* why nothing more is sent in this run, or NULL */
};

enum verdict {
    VERDICT_TAKE,  /* hand the answer on */
    VERDICT_AGAIN, /* send it again after *DELAY */
    VERDICT_POLL,  /* the answer is not ready: ask for it after *DELAY */
    VERDICT_PAUSE, /* send it again when the host's pause is over */
};

void host_open(struct host *host, const struct system *system, const struct limits *limits);

/* Asking begins: deadlines count from now. RUN_END is when the run ends, or 0. */
void host_begin(struct host *host, int64_t run_end);

/* Notes how much the host still allows, where an answer to what was sent at SENT says so.
 * Answers overtake each other: only one to a later question can allow more again. */
void host_note(struct host *host, const struct transfer *transfer, int64_t sent);

/* What to do about the answer that TRANSFER ended with (CODE, STATUS), after TRIES failed
 * tries before it and POLLS answers that were not ready. *DELAY in milliseconds. */
enum verdict host_judge(struct host *host, const struct transfer *transfer, CURLcode code,
                        int status, int tries, int polls, int64_t *delay);

/* True where what is on its way may use up all that the source still allows. */
bool host_is_full(const struct host *host);

/* Why nothing may be sent any more (deadline, limit, silence), or NULL. Borrowed. */
const char *host_stopped(struct host *host);

void host_close(struct host *host);

#endif
