/*
 * render: what an edition may show, as pages.
 *
 * In:  the snapshot through an edition's reader; pages (templates/NAME.sql with NAME.html
 *      and NAME.md), the owner's content/NAME.md.
 * Out: files in the edition's output folder, each whole and only where it differs.
 * Holds: only templates and this room make markup: whatever came from outside is escaped
 * for the place where it lands. A file that an earlier run made and this one does not is
 * removed; a file that the program never made is never touched.
 */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "render/escape.h"
#include "render/inspect.h"
#include "render/json_data.h"
#include "render/markdown_helper.h"
#include "render/mention.h"
#include "render/pack.h"
#include "snapshot/snapshot.h"

struct render_result {
    size_t pages, written, removed; /* files made, of them changed, old ones removed */
};

/* Renders one edition. False where a template or declaration is wrong; nothing has been
 * published then. */
bool render_edition(const struct site *site, const struct library *library,
                    struct snapshot *snapshot, const struct edition *edition,
                    struct markdown *markdown, struct render_result *result,
                    struct error *error);

/* Enters the pages into the catalogue. */
bool render_catalogue(const struct library *library, struct snapshot *snapshot,
                      struct error *error);

/* Checks the pages' declarations, their templates and the owner's content, as far as that
 * is possible without data. Adds to WARNINGS, each "FILE:LINE:COLUMN: text", what is no
 * mistake but likely not meant. */
bool render_check(const struct site *site, const struct library *library,
                  struct snapshot *snapshot, struct markdown *markdown,
                  struct names *warnings, struct error *error);

#endif
