/*
 * Loading: rows of a SELECT become rows of a table.
 *
 * Rows are staged first, in a temporary table of the same columns, and applied in one go:
 * row by row (one bad value would abort a whole INSERT ... SELECT into a STRICT table),
 * only the columns that the SELECT names (so that two requests can each know a part of a
 * row), and only where something differs. What the schema refuses is handed to the caller
 * with the reason, and the rest is loaded.
 *
 * What the program itself computes is complete and right, or a mistake: it replaces what
 * was there without being staged.
 */
#ifndef SNAPSHOT_LOAD_H
#define SNAPSHOT_LOAD_H

#include "snapshot/store.h"

/* A column that the engine gives: the same value in every row, or, where VALUE is NULL,
 * what the row is about, from its columns repo and number: "owner/name#12", "owner/name",
 * "". */
struct load_fixed {
    const char *column, *value;
};

struct load_refusal {
    const char *row;    /* JSON object */
    const char *key;    /* JSON array of its key's values */
    const char *zone;   /* the row's own, NULL where it names none; never invalid */
    const char *repo;   /* the row's own, NULL where it names none */
    const char *reason; /* the schema's */
    bool orphan;        /* what it refers to is missing: it may be good another time */
};

struct load {
    struct snapshot *snapshot;
    char *table;
    char *stage; /* the temporary table, where something was staged or replaced */
    bool has_stage;
    char *fixed;          /* JSON object of the fixed columns */
    struct names columns; /* the fixed ones first, then the SELECT's */
    struct names values;  /* of the fixed ones; NULL: what the row is about */
    int repo, number;     /* the SELECT's columns that tell that, or -1 */
    bool creates;         /* the columns suffice for a new row */
    int64_t batch;        /* whose rows are staged, applied, cleared */
    int64_t places;       /* rows staged so far, in all batches */
    sqlite3_stmt *exists, *insert, *update, *add, *staged, *supersede, *empty;
};

/* Prepares to load what SELECT gives into TABLE. False with a message (without a place)
 * where the table or a column is unknown, or the table's key is not among the columns.
 * LOAD is to be closed in either case. */
bool load_open(struct snapshot *snapshot, const char *table, sqlite3_stmt *select,
               const struct load_fixed *fixed, size_t fixed_count, struct load *load,
               struct error *error);

/* Rows are staged in batches that know nothing of each other; the functions below speak of
 * the batch that was chosen last, at first 0. */
void load_choose(struct load *load, int64_t batch);

/* Stages SELECT's present row. */
void load_stage(struct load *load, sqlite3_stmt *select);

/* Forgets what was refused in a scope before, as far as the same rows are staged now.
 * Inside the caller's transaction, before applying. */
void load_supersede(struct load *load, const char *source, const char *declaration,
                    const char *scope);

/* Applies the staged rows inside the caller's transaction; gives the number of rows that
 * are now in the table. REFUSE is called for each row that is not. */
size_t load_apply(struct load *load,
                  void (*refuse)(void *context, const struct load_refusal *),
                  void *context);

/* Forgets the staged rows. */
void load_clear(struct load *load);

/* Of the rows in which COLUMN is VALUE (all, where COLUMN is NULL) and the fixed columns
 * have their values: how many there are, how many of them are not staged; and removes the
 * latter. */
int64_t load_count_known(struct load *load, const char *column, const char *value);
int64_t load_count_gone(struct load *load, const char *column, const char *value);
void load_remove_gone(struct load *load, const char *column, const char *value);

/* Adds "table.column" for everything that loading may change. The key belongs to it only
 * where rows can be created. */
void load_writes(const struct load *load, struct names *writes);

/* Without staging: makes the rows in which the fixed columns have their values those that
 * SELECT gives, each as it comes, inside the caller's transaction. SELECT is stepped, and
 * not reset; nothing else is to be staged in LOAD. SQLITE_DONE, or the error of SELECT;
 * SQLITE_CONSTRAINT where the schema refuses a row, with its REASON, to be freed. After an
 * error the caller rolls back. */
int load_replace(struct load *load, sqlite3_stmt *select, char **reason);

/* Binds the fixed columns' values and SELECT's present row, as far as QUERY has parameters.
 */
void load_bind(const struct load *load, sqlite3_stmt *select, sqlite3_stmt *query);

/* Whether CODE, of a step just made, means that the schema refuses the row. */
bool load_is_refusal(sqlite3 *db, int code);

/* Why a row was refused, in the schema's own words but for the one message of SQLite that
 * says nothing; ORPHAN as in a refusal. Borrowed until the next step. */
const char *load_reason(sqlite3 *db, bool *orphan);

/* The statement whose text load.sql's NAME makes; NULL where it makes none. To be
 * finalized. */
sqlite3_stmt *load_make(struct load *load, const char *name);

void load_close(struct load *load);

#endif
