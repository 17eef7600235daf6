/*
 * Links of desks that are kept, as they lead now.
 *
 * In:  which pages this edition publishes; a desk's HTML or Markdown.
 * Out: the same text. A link into the site leads to the page, without a fragment (what had
 *      that id may be gone); where there is no such page only the link's words are left.
 * Holds: links that lead elsewhere, and those within the desk, are as they were.
 */
#ifndef RENDER_DESK_LINK_H
#define RENDER_DESK_LINK_H

#include "render/plan.h"

#include <jansson.h>

#define ARCHIVE_ROOT "../../" /* the way from a desk that is kept to the output folder */

struct desk_links {
    json_t *paths;             /* object: each published page is a key */
    char hash[TEXT_HASH_SIZE]; /* of all of them */
};

/* The pages of PLAN, and those of the repositories that WHOLE, its edition's reader, shows.
 */
void desk_links_open(struct desk_links *links, const struct plan *plan,
                     struct reader *whole, const struct snapshot *snapshot);
void desk_links_close(struct desk_links *links);

/* Appends TEXT, which is in FORMAT: HTML or Markdown. */
void desk_links_print(const struct desk_links *links, enum format format, const char *text,
                      struct buffer *out);

#endif
