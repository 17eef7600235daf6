/*
 * The wire: every exchange of a run that is on its way, of all sources at once.
 *
 * Holds: what was started is finished once, with an answer or a reason why there is none;
 * whoever starts is never kept waiting for the network.
 */
#ifndef COLLECT_WIRE_H
#define COLLECT_WIRE_H

#include "collect/transport.h"

/* Something else than HTTP that is on its way: a program that is talked to. */
struct watcher {
    /* Does what can be done now, without waiting; adds to FILES what is to be waited for.
     * True where something happened. It may remove itself. */
    bool (*work)(struct watcher *watcher, struct wire *wire);
};

struct wire {
    CURLM *multi;
    struct {
        struct watcher **items;
        size_t count, capacity;
    } watchers;
    struct {
        struct curl_waitfd *items;
        size_t count, capacity;
    } files;     /* what the watchers wait for */
    size_t held; /* exchanges that a watcher, or somebody with errands, has to finish */
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

/* For transports: WATCHER is asked for its work until it is removed; FILE is waited for. */
void wire_add_watcher(struct wire *wire, struct watcher *watcher);
void wire_remove_watcher(struct wire *wire, const struct watcher *watcher);
void wire_wait_for(struct wire *wire, int file, short events);

/* Waits until nothing is on its way and nobody watches. */
void wire_drain(struct wire *wire);

void wire_close(struct wire *wire);

/* wire.c, for http_drive(): lets all watchers work; true where something happened. */
bool wire_watch(struct wire *wire);

/* http.c: hands EXCHANGE to libcurl; moves everything on, for at most TIMEOUT
 * milliseconds while nothing happens. */
void http_drive(struct wire *wire, int timeout);

/* http.c: sends EXCHANGE's errand to the source's address, after DELAY milliseconds. What
 * it ends with is its answer, without links and validators. */
void http_errand(struct exchange *exchange, int64_t delay);

#endif
