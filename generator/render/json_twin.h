/*
 * A page's data as JSON: what its templates are given, for programs.
 *
 * In:  a page's tables.
 * Out: {"site", "edition", "title", "path"} and a member for each statement: an array of
 * its rows, each an object of its columns and of what is nested in it; the row that a page
 *      is made for stands alone. Of a content page without statements: "markdown".
 * Holds: a number is a JSON number as SQL gave it, a list an array, a chart its data, what
 * is unknown null; everything else is a string, times in ISO 8601. Hidden characters are
 * made visible as on the pages.
 */
#ifndef RENDER_JSON_TWIN_H
#define RENDER_JSON_TWIN_H

#include "render/page.h"

/* Appends it. MARKDOWN is the text of a content page, or NULL. */
void json_twin(const struct site *site, const struct edition *edition, const char *path,
               const char *title, const struct table *tables, size_t count,
               const char *markdown, struct buffer *out);

#endif
