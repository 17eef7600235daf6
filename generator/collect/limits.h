/*
 * Limits: how much, how fast and how long a source may be asked, as site.conf says.
 *
 *     concurrency  = 8      requests at once
 *     timeout      = 60s    for one answer
 *     retries      = 3      after an answer that may be better next time
 *     deadline     = 15m    for the whole source; what is not asked by then is unreached
 *     max-requests = 500    in a run, answers "not modified" not counted; 0: any number
 *     full-every   = 7d     how often it is asked as if nothing were known, to see what is
 * gone
 *
 * Times are a number and s, m, h or d.
 */
#ifndef COLLECT_LIMITS_H
#define COLLECT_LIMITS_H

#include "collect/system.h"

struct limits {
    int64_t concurrency, retries, max_requests;
    int64_t timeout, deadline, full_every; /* seconds */
};

/* The rules of these settings, for those of a source over the network. */
extern const struct setting_rule limit_rules[];
extern const size_t limit_rule_count;

/* Fills LIMITS from SETTINGS, the defaults, and SYSTEM's own concurrency. False with the
 * place of a value that is out of range. */
bool limits_read(const struct site *site, const struct system *system,
                 const struct settings *settings, struct limits *limits,
                 struct error *error);

#endif
