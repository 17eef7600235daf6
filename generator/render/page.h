/*
 * A page: a declaration with its queries prepared, and the data that they give.
 *
 *     path:  where it goes below the output folder, without ending; {column} is a column
 *            of the statement that "each" names, every row of which makes one page
 *     title: what it is called            types: what its columns are (see type.h)
 *     formats: html
 *            the formats that it is made in, in place of all that it has templates for and,
 *            beside HTML, the twins in Markdown and JSON
 *     within: repository
 *            the page is of one repository, for each that the edition shows, and sees only
 *            what is of it; so it need not be looked at again before that changes
 *     needs: sources
 *            the page is made only where this statement of its own, which has no
 *            parameters, gives a row in the edition; else there is no such page and no
 *            file, and "made.NAME" is false in every template (presence.h)
 *     shows: desk
 *            each row is a day, in the column day, and "body" in the templates is the desk
 *            as it was kept then (desks.h): empty where it is withheld
 *
 * A statement "issues.labels" is run for every row of "issues", with that row's columns as
 * parameters.
 */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "render/type.h"

/* A named statement, prepared. */
struct block {
    const char *name; /* the last part of a dotted name */
    const struct statement *statement;
    sqlite3_stmt *query;
    struct {
        struct column *items;
        size_t count, capacity;
    } columns;
    struct block **children; /* the statements nested in it */
    size_t child_count, child_capacity;
    bool nested;
};

struct page {
    const struct declaration *declaration;
    const char *name;   /* "desk": its templates are templates/desk.html, .md */
    struct block *each; /* NULL: one page */
    struct {
        struct block *items;
        size_t count, capacity;
    } blocks;
};

struct row;

/* What a block gave. */
struct table {
    struct block *block;
    struct row *rows;
    size_t count, capacity;
    bool is_row; /* stands for the one row that the page is made for */
};

struct row {
    struct table *table;
    const struct row *parent; /* the row that it is nested in, or the page's own, or NULL */
    struct table *children;   /* one for each of the block's children */
    struct cell *cells;
    char *text; /* what the cells' texts are in */
};

/* Whether it says so. */
bool page_is_of_repository(const struct declaration *declaration);

/* Likewise. */
bool page_shows_desk(const struct declaration *declaration);

/* Whether a column of a prepared page is Markdown. */
bool page_has_markdown(const struct page *page);

/* Prepares its statements; READER is one of a repository where the page is. To be freed in
 * either case. */
bool page_prepare(const struct declaration *declaration, struct reader *reader,
                  struct page *page, struct error *error);
void page_free(struct page *page);

/* Runs a block with the columns of PARENT and of the rows above it as parameters. */
bool table_fill(struct page *page, struct reader *reader, struct block *block,
                const struct row *parent, struct table *table, struct error *error);
/* The same without running anything: one row, invented, in each. */
void table_invent(struct block *block, const struct row *parent, struct table *table);

void table_free(struct table *table);

/* Adds everything that a template could show of TABLE, so that two tables that differ
 * give different bytes. */
void table_digest(const struct table *table, struct digest *digest);

/* Calls VISIT for each cell of TABLE and of what is nested in it. */
void table_each_cell(const struct table *table, void *owner,
                     void (*visit)(void *owner, const struct row *row,
                                   const struct column *column, struct cell *cell));

/* The text of a column of that name in ROW or the nearest row above it that has one, or
 * NULL. */
const char *row_text(const struct row *row, const char *name);

/* A row's cell, or NULL. */
const struct cell *row_cell(const struct row *row, const char *name,
                            const struct column **column);

#endif
