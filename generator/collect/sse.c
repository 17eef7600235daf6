#include "collect/sse.h"

#include "collect/jsonrpc.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_ID = 1024, SHORTEST_RETRY = 100, LONGEST_RETRY = 60000 };

void sse_open(struct sse *sse) {
    *sse = (struct sse){.retry = -1};
}

/* It goes into a header, so it must be nothing but visible ASCII. */
static void take_id(struct sse *sse, const char *value, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (value[i] < ' ' || value[i] > '~')
            return;
    if (length > LONGEST_ID)
        return;
    free(sse->last_id);
    sse->last_id = length ? xstrdup(value) : NULL;
}

static void take_retry(struct sse *sse, const char *value) {
    int64_t retry = text_number(value);
    if (retry >= 0)
        sse->retry = retry < SHORTEST_RETRY  ? SHORTEST_RETRY
                     : retry > LONGEST_RETRY ? LONGEST_RETRY
                                             : retry;
}

static void take_field(struct sse *sse) {
    char *line = sse->line.data, *end = line + sse->line.size;
    char *colon = memchr(line, ':', sse->line.size);
    const char *value = colon ? colon + 1 + (colon[1] == ' ') : end;
    size_t length = (size_t)(end - value);
    if (colon)
        *colon = '\0';
    if (!strcmp(line, "data")) {
        buffer_add(&sse->data, value, length);
        buffer_add_char(&sse->data, '\n');
    } else if (!strcmp(line, "id")) {
        take_id(sse, value, length);
    } else if (!strcmp(line, "retry")) {
        take_retry(sse, value);
    }
}

/* The end of a line; false where what it completes is the last that is wanted. */
static bool end_line(struct sse *sse, bool (*take)(void *, struct buffer *),
                     void *context) {
    bool go_on = true;
    if (sse->line.size) {
        take_field(sse);
        buffer_clear(&sse->line);
    } else if (sse->data.size) {
        buffer_truncate(&sse->data, sse->data.size - 1);
        go_on = !sse->data.size || take(context, &sse->data);
        buffer_clear(&sse->data);
    }
    return go_on;
}

void sse_read(struct sse *sse, const char *bytes, size_t size,
              bool (*take)(void *context, struct buffer *data), void *context) {
    for (const char *end = bytes + size; bytes < end && !sse->too_large;) {
        size_t length = 0;
        if (sse->after_cr && *bytes == '\n')
            bytes++;
        sse->after_cr = false;
        while (bytes + length < end && bytes[length] != '\n' && bytes[length] != '\r')
            length++;
        sse->too_large =
            sse->line.size + sse->data.size + length > (size_t)JSONRPC_MOST_BYTES;
        if (length && !sse->too_large)
            buffer_add(&sse->line, bytes, length);
        bytes += length;
        if (bytes == end || sse->too_large)
            return;
        sse->after_cr = *bytes++ == '\r';
        if (!end_line(sse, take, context))
            return;
    }
}

void sse_close(struct sse *sse) {
    buffer_free(&sse->line);
    buffer_free(&sse->data);
    free(sse->last_id);
    *sse = (struct sse){0};
}
