/*
 * A sheet: one page with its data, and its files in every format.
 *
 * In:  the tables that its statements gave, or the text of a content page.
 * Out: files, staged where they differ from what is published, and news of them.
 * Holds: whether a file is made again depends on the hash of everything that it shows.
 */
#ifndef RENDER_SHEET_H
#define RENDER_SHEET_H

#include "render/content.h"
#include "render/desk_link.h"
#include "render/document.h"
#include "render/page.h"
#include "render/plan.h"
#include "render/reference.h"

/* What sheets are made with. */
struct press {
    const struct plan *plan;
    struct snapshot *snapshot; /* to read what is published */
    struct documents *documents;
    struct references *references;
    const struct desk_links *links; /* of desks that are kept */
    struct crew *crew;              /* who is told */
};

struct sheet {
    const struct plan_page *page;
    const char *template; /* the name of its templates */
    const char *origin;   /* the file that asks for it */
    const char *path, *title;
    struct table *tables;
    size_t table_count;
    struct document_wish
        *content; /* of a content page, or NULL; the caller frees what it gets */
    const struct content_draft *draft; /* of which that is, where it has statements */
    const char *day;                   /* whose desk it shows, or NULL */
    struct desk *desk;            /* that is; its texts are read when they are needed */
    char context[TEXT_HASH_SIZE]; /* this and the next ones: set when it is made */
    char *root;                   /* the way to the output folder */
    bool fetched, outward;
};

/* Appends the sheet as the archive keeps it of DAY, by templates of
 * desks_templates_open(), to the texts of DESK, and the issues that it names. */
bool sheet_keep(struct sheet *sheet, const struct press *press,
                const struct templates *templates, const char *day, struct desk *desk,
                struct error *error);

bool sheet_make(struct sheet *sheet, const struct press *press, struct error *error);

#endif
