/*
 * A plan: which pages there are, and which of them must be looked at.
 *
 * In:  the library's pages, templates and content; what was published last and what has
 *      changed in the snapshot since.
 * Out: jobs, the pages of all first, the longest of them before all, then those of one
 *      repository each: what takes long is not begun when everything else is done.
 * Holds: what is left out is as it would be rendered. A page is looked at again if its
 * declaration, its templates or the program changed, if a row changed that its queries may
 * read, if they asked for the time, or if somebody touched its files.
 */
#ifndef RENDER_PLAN_H
#define RENDER_PLAN_H

#include "render/desks.h"
#include "render/presence.h"
#include "render/templates.h"
#include "snapshot/snapshot.h"

enum plan_kind {
    PLAN_PAGE,    /* templates/NAME.sql, once or for each row or repository */
    PLAN_CONTENT, /* content/NAME.md */
    PLAN_ASSET,   /* templates/NAME.css and the like, as it is */
    PLAN_KIND_COUNT
};

struct plan_page {
    enum plan_kind kind;
    char *name;                            /* "desk", "content/about.md" */
    const struct declaration *declaration; /* of what has statements, else NULL */
    const struct library_file *file;       /* of what is no page of templates/ */
    struct content *content;               /* of a content page with statements */
    char input[TEXT_HASH_SIZE]; /* of everything that it is made from but its rows */
    bool formats[FORMAT_COUNT]; /* in which it is made */
    bool whole, part;           /* all of it is looked at, or some repositories' */
    int64_t bytes;              /* of its files as they were published last */
};

struct plan_job {
    size_t page;
    char *source, *repo; /* NULL: the whole page */
    size_t rank; /* in the order of the pages, whatever the one in which they are done */
};

struct plan {
    const struct site *site;
    const struct library *library;
    const struct edition *edition;
    bool gone;    /* files are of pages that there are no more */
    char *now;    /* the time of the run that collected, for people; or NULL */
    char *hiding; /* of what the edition must not show everything */
    struct desks archive;
    struct declarations declarations;
    struct presence presence;
    struct templates templates[FORMAT_COUNT]; /* loaded as far as pages name them */
    struct {
        struct plan_page *items;
        size_t count, capacity;
    } pages;
    struct {
        struct plan_job *items;
        size_t count, capacity;
    } jobs;
};

/* Makes the plan for EDITION. Not to be moved; to be freed in either case. */
bool plan_make(const struct site *site, const struct library *library,
               struct snapshot *snapshot, const struct edition *edition, struct plan *plan,
               struct error *error);
void plan_free(struct plan *plan);

/* Whether there is nothing to do: no job, and no page that is gone. */
bool plan_is_empty(const struct plan *plan);

/* What a page's statements read ("table.column") and whether they asked for the time, as
 * those found out who ran them. */
struct plan_reads {
    struct names names;
    bool known, clock;
};

/* Notes in the snapshot what was rendered: READS has one entry for each page. */
void plan_save(const struct plan *plan, struct snapshot *snapshot,
               const struct plan_reads *reads);

/* The names of all pages, borrowed from PLAN; the caller frees the list, not the names. */
struct names plan_names(const struct plan *plan);

#endif
