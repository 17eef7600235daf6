/* The files that the build compiled in: tables made by embed.c. */
#ifndef DECLARE_BUILTIN_H
#define DECLARE_BUILTIN_H

#include <stddef.h>

struct builtin {
    const char *name;
    const unsigned char *text; /* NUL-terminated */
    size_t size;
};

extern const struct builtin builtins[];
extern const size_t builtins_count;

/* What the build's own tools made of these; the tools themselves do without. */
extern const struct builtin made[] __attribute__((weak));
extern const size_t made_count __attribute__((weak));

#endif
