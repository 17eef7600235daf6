/*
 * The channel: messages as lines of JSON, in on one file descriptor, out on another.
 *
 * Holds: a line has at most LINE_MOST bytes; what is longer is skipped and told of. No more
 * waits than WAITING_MOST bytes, or LINES_MOST lines, and what one read adds. A request
 * that is cancelled while it waits is dropped. SIGTERM, SIGINT and SIGHUP end it between
 * two messages.
 */
#ifndef SERVE_CHANNEL_H
#define SERVE_CHANNEL_H

#include "base/base.h"

#include <jansson.h>
#include <signal.h>

enum { LINE_MOST = 1 << 20, WAITING_MOST = 4 << 20, LINES_MOST = 1000 };

/* A line that waits, without its end. */
struct line {
    char *text; /* NULL: it was too long */
    size_t size;
};

struct channel {
    int in, out;
    struct buffer text; /* of no whole line yet */
    bool skipping;      /* the rest of a line that is too long */
    bool ended;         /* nothing more comes in */
    struct {
        struct line *items;
        size_t count, capacity;
    } waiting;
    size_t waiting_size; /* bytes */
    sigset_t signals;    /* as they were masked before */
};

/* Takes over the signals that end it. */
void channel_open(struct channel *channel, int in, int out);
void channel_close(struct channel *channel);

/* Waits for the next message: *MESSAGE is new, or NULL where it is no JSON, and *MISTAKE
 * says what is wrong. False at the end. */
bool channel_next(struct channel *channel, json_t **message, const char **mistake);

/* Writes a message and a line's end. False where nobody reads any more. */
bool channel_send(struct channel *channel, const json_t *message);

/* A value as it is written there: compact, numbers without noise. New text. */
char *channel_text(const json_t *value);

#endif
