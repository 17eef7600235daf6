/*
 * The engine: SQLite as every connection of this program finds it.
 *
 * Holds: SQL's clock is the run's; the program's functions are there; where SQLite has no
 * memory the program ends, because a text without memory would be read as NULL.
 */
#ifndef SNAPSHOT_ENGINE_H
#define SNAPSHOT_ENGINE_H

#include <stdbool.h>

/* Registers the run's clock and the program's functions for every later connection; once,
 * after clock_fix(). */
void snapshot_init(void);

/* Whether any statement has asked for the time since this was called last. */
bool snapshot_clock_asked(void);

#endif
