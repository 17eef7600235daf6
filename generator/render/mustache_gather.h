/* What a template is made of: its text and those of all that it names. */
#ifndef RENDER_MUSTACHE_GATHER_H
#define RENDER_MUSTACHE_GATHER_H

#include "render/mustache.h"

/* Appends the texts of template NAME and of all that it names to TEXTS; *FOUND tells
 * whether one of their tags may ask for the value VALUE. False where a name is a value, so
 * that there may be more of them, or the error is set. */
bool mustache_gather(struct mustache *set, const char *name, const char *value,
                     struct buffer *texts, bool *found, struct error *error);

#endif
