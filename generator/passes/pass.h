/*
 * pass: a statement that computes rows for an edition from what that may show.
 *
 * In:  a statement of a pass or of a check; what its rule takes (passes/rule.h).
 * Out: a table's rows, as the statement gives them now; or points of the night
 *      (snapshot/point.h).
 * Holds: the rows of a table that knows rules are those of its own rule, of any other table
 * all that the edition has. They are replaced in one transaction, and left alone where
 * nothing that they are made from is another (passes/analysis.h).
 */
#ifndef PASSES_PASS_H
#define PASSES_PASS_H

#include "passes/analysis.h"

struct pass {
    const struct declaration *declaration;
    const struct statement *statement;
    sqlite3_stmt *select; /* NULL until it is needed, where it was computed before */
    char *table;          /* NULL: points are gathered, all passes' together */
    bool own_rows;        /* of a table that others write, too */
    bool late;            /* it reads what is noted of the night when the others are done */
    char *name;           /* of the statement, among all */
    char *input;          /* what it is made from but rows */
    struct load load;
    struct step step; /* what it reads and writes */
};

/* Makes it ready to be run; TABLE is NULL where it gives points. A statement that was
 * computed as it is is remembered, not compiled. False where it is wrong; the pass is to be
 * freed in either case. */
bool pass_prepare(struct pass *pass, const struct analysis *analysis,
                  const struct declaration *declaration, const struct statement *statement,
                  const char *table);

/* Computes its rows, unless they are what they would be. False where the statement fails or
 * gives a row that the schema refuses. */
bool pass_run(struct pass *pass, const struct analysis *analysis);

void pass_free(struct pass *pass);

#endif
