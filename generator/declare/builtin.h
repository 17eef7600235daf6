/* The files that the build compiled in: a table made by embed.c. */
#ifndef DECLARE_BUILTIN_H
#define DECLARE_BUILTIN_H

#include <stddef.h>

struct builtin {
    const char *name;
    const unsigned char *text; /* NUL-terminated */
    size_t size;
};

extern const struct builtin builtins[];
extern const size_t builtin_count;

#endif
