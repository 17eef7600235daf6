/*
 * collect: asks the sources and loads what they answer into the snapshot.
 *
 * In:  site.conf's sources and the declarations of their systems (sources/SYSTEM/...).
 * Out: rows; for everything asked a row in scope that says how it went; the requests.
 * Holds: what fails leaves the last good rows; a list that is not whole removes nothing;
 * a secret goes to its own source's host only, and nowhere into the snapshot.
 */
#ifndef COLLECT_COLLECT_H
#define COLLECT_COLLECT_H

#include "snapshot/snapshot.h"

struct collect_options {
    const char *source;   /* only this one, or NULL */
    const char *record;   /* folder to keep what each source answers in, or NULL */
    bool full;            /* ask for everything again, as if nothing were known */
    bool offline;         /* ask only what needs no network */
    bool accept_drop;     /* load lists that drop most of what was known */
    int64_t max_requests; /* for the whole run; 0: any number */
    int64_t deadline;     /* seconds for the whole run; 0: none */
    int shard,
        shards; /* ask about the repositories of share SHARD of SHARDS only; 0: all */
};

struct collect_result {
    size_t sources;
    size_t failed;  /* sources of which something failed, was refused, held or unreached */
    size_t refused; /* sources that did not accept our credentials */
};

/* Gives the sources of SITE that name no zone the one of their system, or restricted, where
 * that cannot be read. Before anything is done with them. */
void collect_place_zones(const struct library *library, struct site *site);

/* Asks the sources one after the other. A source that fails is counted, and said, and
 * left behind; false only where site.conf or a declaration is wrong. */
bool collect_run(const struct site *site, const struct library *library,
                 struct snapshot *snapshot, const struct collect_options *options,
                 struct collect_result *result, struct error *error);

/* Checks all of that without asking anything. */
bool collect_check(const struct site *site, const struct library *library,
                   struct snapshot *snapshot, struct error *error);

#endif
