/*
 * Order: what reads a column comes after what writes it. Nobody declares an order; it
 * follows from the statements themselves.
 */
#ifndef SNAPSHOT_ORDER_H
#define SNAPSHOT_ORDER_H

#include "base/base.h"

/* One thing to run: what it reads and may write, as "table.column". */
struct step {
    const char *name; /* borrowed, for messages */
    struct names reads, writes;
    size_t wave; /* result: 0 runs first; what has the same wave is independent */
};

/* Gives every step its wave, and puts what it reads and writes in order. What a step itself
 * writes does not keep it waiting. False where steps wait for each other in a circle; the
 * message names them. */
bool order_derive(struct step *const *steps, size_t count, struct error *error);

/* Whether STEP reads something whose name begins with PREFIX: "point." is any of point's
 * columns. */
bool step_reads(const struct step *step, const char *prefix);

/* Whether STEP reads what OTHER may write; of steps that order_derive() has seen. */
bool step_waits_for(const struct step *step, const struct step *other);

void step_free(struct step *step);

#endif
