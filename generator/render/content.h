/*
 * A content page: the owner's content/NAME.md, and its statements where it has any.
 *
 *     ```sql repos
 *     -- types: score number(1)
 *     SELECT name, score FROM repo;
 *     ```
 *
 * A block of code whose first line is "sql" and a name, not indented by more than three
 * spaces, is a statement as a declared page has them (page.h), its column types in a
 * comment at its beginning. It is not shown; all the rest is Markdown and, where there is
 * at least one statement, a Mustache template too, whose partials are templates/NAME.md.
 *
 * In:  the text; what its statements gave, as a view.
 * Out: a draft, Markdown with placeholders for values; then the markup made of it, with the
 *      values as each format and place wants them.
 * Holds: no value passes through Markdown, so none can become markup, wherever its tag
 * stands. In an address it is a part of a path, or, of the type url, all of it.
 */
#ifndef RENDER_CONTENT_H
#define RENDER_CONTENT_H

#include "declare/declare.h"
#include "render/mustache.h"
#include "render/placeholder.h"
#include "render/view.h"

struct content {
    const struct library *library;
    const struct library_file *file;
    struct declaration declaration; /* of its statements */
    char *template;                 /* the text without them, line for line */
    char *heading;                  /* the first one of level 1, or the file's name */
    char key[PLACEHOLDER_KEY_SIZE];
    struct mustache *set; /* has the template as the file's name */
};

/* Whether NAME is that of a content page. */
bool content_is_page(const char *name);

/* Reads FILE; *CONTENT is NULL where it has no statements, or else to be freed. */
bool content_read(const struct library *library, const struct library_file *file,
                  struct content **content, struct error *error);
void content_free(struct content *content);

/* Adds the content pages to DECLARATIONS for the catalogue, named "templates/content/NAME":
 * the summary is the heading, as far as it has no value, the documentation the text without
 * its statements. */
bool content_declare(const struct library *library, struct declarations *declarations,
                     struct error *error);

/* Where it goes, without ending; to be freed. */
char *content_path(const struct library_file *file);

/* The first heading in TEXT, else FILE's name; to be freed. */
char *content_heading(const struct library_file *file, const char *text);

/* The heading with its values, as plain text; to be freed. Where that is no template by
 * itself, as far as it goes. */
char *content_title(const struct content *content, const struct view *view);

/* Its own Markdown, and the values that stand in it. */
struct content_draft {
    const struct content *content;
    struct buffer text;
    struct {
        struct mustache_node *items;
        size_t count, capacity;
    } values;
    const char *twin; /* of the view that it was written with */
};

/* DRAFT is to be freed in either case. Lives no longer than the view's tables. */
bool content_write(const struct content *content, const struct view *view,
                   struct content_draft *draft, struct error *error);
void content_draft_free(struct content_draft *draft);

/* Appends MARKUP, made of a draft, with its values. VIEW's format, HTML or Markdown, is
 * that of MARKUP. */
void content_fill(const struct content_draft *draft, const struct view *view,
                  const struct buffer *markup, struct buffer *out);

/* Appends HTML, in which headings with values may have come to have the same id, or an
 * empty one, with ids as markdown_anchor.h promises them. */
void content_part_ids(const char *html, struct buffer *out);

#endif
