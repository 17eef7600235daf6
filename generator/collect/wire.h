/*
 * The wire: every exchange of a run that is on its way, of all sources at once.
 *
 * Holds: what was started is finished once, with an answer or a reason why there is none;
 * whoever starts is never kept waiting for the network.
 */
#ifndef COLLECT_WIRE_H
#define COLLECT_WIRE_H

#include "collect/transport.h"

struct wire {
    CURLM *multi;
    struct {
        struct exchange **items;
        size_t count, capacity;
    } flying;               /* over HTTP: sent, or waiting for their time */
    struct exchange **done; /* in the order in which they ended */
    size_t done_count, done_capacity, done_taken;
};

void wire_open(struct wire *wire);

/* Starts EXCHANGE, which stays the caller's and must live until it is finished. */
void wire_start(struct wire *wire, struct exchange *exchange);

/* The next finished exchange; NULL where there is none and, with WAIT, nothing on its way.
 * Waits for one only with WAIT. */
struct exchange *wire_finish(struct wire *wire, bool wait);

/* For transports: EXCHANGE has its answer. */
void wire_done(struct exchange *exchange);

void wire_close(struct wire *wire);

/* http.c: hands EXCHANGE to libcurl; moves everything on, for at most TIMEOUT
 * milliseconds while nothing happens. */
void http_drive(struct wire *wire, int timeout);

#endif
