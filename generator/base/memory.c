#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

_Noreturn void out_of_memory(void) {
    fputs("tower: out of memory\n", stderr);
    abort();
}

void *xmust(void *memory) {
    if (!memory)
        out_of_memory();
    return memory;
}

void *xmalloc(size_t size) {
    return xmust(malloc(size ? size : 1));
}

void *xcalloc(size_t count, size_t size) {
    return xmust(calloc(count ? count : 1, size ? size : 1));
}

void *xrealloc(void *old, size_t size) {
    return xmust(realloc(old, size ? size : 1));
}

/* glibc otherwise keeps what was freed once for what is as large
 * (https://man7.org/linux/man-pages/man3/mallopt.3.html). */
void memory_part_large(void) {
#ifdef __GLIBC__
    enum { LARGE = 1 << 20 };
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, 4 * LARGE);
#endif
}

char *xstrdup(const char *text) {
    return text ? xmust(strdup(text)) : NULL;
}

char *xstrndup(const char *text, size_t length) {
    return xmust(strndup(text, length));
}

char *xvasprintf(const char *format, va_list arguments) {
    char *text = NULL;
    if (vasprintf(&text, format, arguments) < 0)
        text = NULL;
    return xmust(text);
}

char *xasprintf(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = xvasprintf(format, arguments);
    va_end(arguments);
    return text;
}

void *array_grow(void *items, size_t count, size_t *capacity, size_t item_size) {
    if (count == *capacity) {
        *capacity = *capacity ? *capacity * 2 : 8;
        items = xrealloc(items, *capacity * item_size);
    }
    memset((char *)items + count * item_size, 0, item_size);
    return items;
}
