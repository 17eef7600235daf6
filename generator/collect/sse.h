/*
 * Server-sent events: a stream of text as events (WHATWG HTML, section 9.2.6).
 *
 * Holds: of an event no more than JSONRPC_MOST_BYTES are kept.
 */
#ifndef COLLECT_SSE_H
#define COLLECT_SSE_H

#include "base/base.h"

struct sse {
    struct buffer line, data;
    char *last_id;  /* of the last event that had one, or NULL */
    int64_t retry;  /* milliseconds to wait before coming back, at least a tenth of a
                       second; -1: not told */
    bool after_cr;  /* a line feed now belongs to the line before */
    bool too_large; /* an event was: nothing more is read */
};

void sse_open(struct sse *sse);

/* Reads SIZE bytes; calls TAKE with the data of each event that is complete and has any, as
 * one text that may be changed. Stops where TAKE returns false. */
void sse_read(struct sse *sse, const char *bytes, size_t size,
              bool (*take)(void *context, struct buffer *data), void *context);

void sse_close(struct sse *sse);

#endif
