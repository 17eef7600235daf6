/*
 * Two clocks. The wall clock is fixed once, when the program starts, so that everything
 * made in one run carries one time; the stopwatch measures how long things take.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* Fixes the time of this run: NOW ("2026-11-21T21:00:00Z") if given, else the environment's
 * SOURCE_DATE_EPOCH (seconds), else the system's clock. False where a given one is not a
 * time. */
bool clock_fix(const char *now, struct error *error);

/* The fixed time, in seconds since 1970 UTC. */
int64_t clock_now(void);

/* The fixed time as UTC ISO 8601 to the second, "2026-11-21T21:00:00Z". Static. */
const char *clock_now_text(void);

/* A time in seconds since 1970 in the same form. The caller frees it. */
char *clock_text(int64_t seconds);

/* Whether TEXT is a day since 1970 that exists, "2026-11-21". */
bool clock_is_day(const char *text);

/* Milliseconds on a clock that only ever goes forward. */
int64_t clock_stopwatch_ms(void);

#endif
