/*
 * A growing run of bytes.
 *
 * Holds: data[size] is always a terminating NUL once anything was added; an empty buffer
 * is all zeros ({0} is valid); use buffer_text() to read one that may be empty.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buffer {
    char *data;
    size_t size;
    size_t capacity;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t size);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The content as text, never NULL; borrowed until the next change. */
const char *buffer_text(const struct buffer *buffer);

/* Cuts the content to SIZE bytes, which must not be more than it has. */
void buffer_truncate(struct buffer *buffer, size_t size);

/* Empties, but keeps the memory for reuse. */
void buffer_clear(struct buffer *buffer);

/* Frees the memory and leaves an empty buffer. */
void buffer_free(struct buffer *buffer);

/* Gives the content away (the caller frees it) and leaves an empty buffer. */
char *buffer_take(struct buffer *buffer);

#endif
