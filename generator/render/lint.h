/*
 * lint: what is wrong with pages, as far as that can be known without data.
 *
 * In:  a prepared page and its templates, or the owner's content.
 * Out: an error at the first tag that can never be what was meant; warnings, each a line
 *      "FILE:LINE:COLUMN: ...", of what is likely no use or leads nowhere.
 * Holds: the templates are walked with the view that they are rendered with, over one
 * invented row of every statement: what has a name there has it with any data, and what has
 * none never will. Where a template's name is a value nothing is said to be unused.
 */
#ifndef RENDER_LINT_H
#define RENDER_LINT_H

#include "render/view.h"

/* A page that is looked at, from lint_open() to lint_close(). */
struct lint {
    struct page *page; /* NULL: the owner's content */
    const struct site *site;
    const struct presence *presence;
    struct names *warnings;
    struct error *error;
    struct view view;
    struct table *tables; /* one invented row in each */
    size_t table_count;
    struct names used; /* "statement" and "statement column", of what a template uses */
    bool complete;     /* every template could be followed */
};

/* Begins with PAGE, prepared, or NULL for content pages. Warnings are added to WARNINGS;
 * PRESENCE has all pages. */
void lint_open(struct lint *lint, struct page *page, const struct site *site,
               const struct presence *presence, struct names *warnings,
               struct error *error);

/* Looks at the template NAME of a set and at all that it names, as a page in FORMAT. */
void lint_template(struct lint *lint, struct mustache *set, const char *name,
                   enum format format);

/* Says what none of these templates used and frees what LINT holds. False where the error
 * is set. */
bool lint_close(struct lint *lint);

/* Warns of links from the owner's content to pages that are not made. PAGES, prepared, are
 * all that there are; READS_PAGE tells of each whether it reads the table page. */
struct lint_page {
    const struct declaration *declaration;
    bool reads_page;
};
void lint_links(const struct library *library, const struct lint_page *pages, size_t count,
                struct documents *documents, struct names *warnings);

/* Where SQL (a statement's) first takes the present time into a value, NULL: nowhere. A
 * condition on it is no such place. */
const char *lint_clock(const char *sql);

/* Where SQL gives a column of its result the name NAME, NULL where it does not say so. */
const char *lint_column(const char *sql, const char *name);

/* Adds "FILE:LINE:COLUMN: text" to WARNINGS, for the byte AT of TEXT, which begins in line
 * FIRST of the file; NULL: its beginning. What is built in is not the owner's to mend: of
 * it nothing is said. */
void lint_warn(struct names *warnings, const char *file, int first, const char *text,
               const char *at, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

#endif
