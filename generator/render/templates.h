/*
 * Templates: those of one format, as the library has them.
 *
 * In:  the files templates/NAME.html or templates/NAME.md.
 * Out: a set that the Mustache engine loads them into, each when it is first named.
 * Holds: a name that no file has is refused.
 */
#ifndef RENDER_TEMPLATES_H
#define RENDER_TEMPLATES_H

#include "render/escape.h"
#include "render/mustache.h"

struct library;

struct templates {
    const struct library *library;
    enum format format;
    struct mustache *set;
};

/* TEMPLATES is not to be moved until it is closed. */
void templates_open(struct templates *templates, const struct library *library,
                    enum format format);
void templates_close(struct templates *templates);

#endif
