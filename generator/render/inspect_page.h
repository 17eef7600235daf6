/*
 * inspect_page: the ids and links that stand in a file of the output folder.
 *
 * In:  a page in HTML or Markdown; any other file holds none.
 * Out: struct page: its ids, sorted, and its links in their order, each with its line.
 * Holds: a file is read in blocks or by lines; what libxml2 thinks of it is not told. Of
 * Markdown, quotations and indented text are left out.
 */
#ifndef RENDER_INSPECT_PAGE_H
#define RENDER_INSPECT_PAGE_H

#include "base/base.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <sys/types.h>

/* An id or an address, and the line where it stands. */
struct mark {
    char *text;
    int line;
};

struct marks {
    struct mark *items;
    size_t count, capacity;
};

struct page {
    struct marks ids, links;
    htmlParserCtxtPtr parser;
};

/* By a file's ending, "" for any other. */
struct kind {
    const char *ending;
    void (*scan)(FILE *file, struct page *page); /* NULL: holds no links */
    bool markdown;
    off_t largest; /* bytes that it should have at most */
};

/* Static. */
const struct kind *kind_of(const char *path);

/* Reads the ids, sorted, and the links of the page FULL, in place of those that PAGE has.
 * False for a file that is no page. */
bool read_page(const char *full, struct page *page);

void free_page(struct page *page);

/* The anchor that GitHub gives a heading, without letters that are not ASCII's. The caller
 * frees it. */
char *heading_anchor(const char *text);

#endif
