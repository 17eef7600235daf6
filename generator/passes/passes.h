/*
 * passes: computes what an edition shows from what it may show.
 *
 * In:  the snapshot's facts through an edition's reader; passes/NAME.sql, checks/NAME.sql
 *      and recommendations/NAME.sql.
 * Out: the edition's derived rows: scores, priorities, findings, recommendations, with
 *      their reasons; the
 *      night's points (snapshot/point.h), events (passes/finding_event.h) and the desk's
 *      first list (passes/standing.h). What their rules are, passes/rule.h tells.
 * Holds: a pass reads nothing above its edition's zones, so nothing that it computes can
 * tell of such rows; passes run in the order that follows from what they read and write.
 * What reads finding_event or point comes after the night's own are noted, but for checks
 * and points: these know the nights before only.
 */
#ifndef PASSES_PASSES_H
#define PASSES_PASSES_H

#include "snapshot/snapshot.h"

/* Runs every pass and check for every edition. False where a declaration is wrong. */
bool passes_run(const struct site *site, const struct library *library,
                struct snapshot *snapshot, struct error *error);

/* Checks the declarations without running them. */
bool passes_check(const struct site *site, const struct library *library,
                  struct snapshot *snapshot, struct error *error);

/* The passes, with the hashes that they have under site.conf's settings. PASSES is to be
 * freed in either case. */
bool passes_read(const struct site *site, const struct library *library,
                 struct declarations *passes, struct error *error);

/* True where EDITION's derived rows were computed from the facts as they are, for the zones
 * that site.conf gives now; else the error says what to do. */
bool passes_are_current(const struct site *site, struct snapshot *snapshot,
                        const struct edition *edition, struct error *error);

#endif
