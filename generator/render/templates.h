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

/* Whether there is a template NAME, in this format. */
bool templates_have(const struct templates *templates, const char *name);

/* Sets of FORMATS in which the page NAME is rendered from a template, ALL having one set
 * for each format: HTML and Markdown are each other's twins, so that neither goes without
 * the other. False where there is none. */
bool templates_formats(const struct templates *all, const char *name,
                       bool formats[FORMAT_COUNT]);

/* Loads a template for a set of somebody else's; see struct mustache_loader. */
bool templates_load(const struct library *library, enum format format, const char *name,
                    struct mustache_source *source, struct error *error);

#endif
