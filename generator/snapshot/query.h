/*
 * Small questions, small code. These end the program where the database itself fails; a
 * statement that an owner wrote is stepped with sqlite3_step() by whoever can report it.
 */
#ifndef SNAPSHOT_QUERY_H
#define SNAPSHOT_QUERY_H

#include "base/base.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* Says what failed and ends the program with status 1. */
_Noreturn void query_fail(sqlite3 *db, const char *what);

/* Binds by name (":source"); a name that the statement does not have is a bug. Text is
 * copied; NULL binds NULL. */
void query_bind_text(sqlite3_stmt *query, const char *name, const char *value);
void query_bind_int(sqlite3_stmt *query, const char *name, int64_t value);

/* Binds NAMES as a JSON array. */
void query_bind_names(sqlite3_stmt *query, const char *name, const struct names *names);

/* Steps: true with a row; false, and reset, at the end. */
bool query_row(sqlite3_stmt *query);

/* Steps to the end and resets. */
void query_run(sqlite3_stmt *query);

/* The first column of the first row, reset: new text (NULL for NULL or no row), a number.
 */
char *query_text(sqlite3_stmt *query);
int64_t query_int(sqlite3_stmt *query, int64_t fallback);

/* A column of the present row as text, "" for NULL. Borrowed until the next step. */
const char *column_text(sqlite3_stmt *query, int column);

/* Runs statements that hold no values. */
void query_script(sqlite3 *db, const char *sql);

#endif
