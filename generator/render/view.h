/*
 * A view: one page's data as a template sees it, in one format.
 *
 * Besides the page's own statements it has: site.title, site.url, edition, title, path,
 * root (the way to the output folder), twin (the same page in the other format), json (as
 * data), now (the time of the run that collected), kept_day (of the desk, while it is
 * rendered for the archive: the day), body (of a content page, or a desk that was kept),
 * made (made.NAME: whether the page of templates/NAME.sql is made, see presence.h). Of a
 * statement: its rows, or count and any; one with a single row can be reached into with a
 * dot.
 */
#ifndef RENDER_VIEW_H
#define RENDER_VIEW_H

#include "render/mustache.h"
#include "render/page.h"
#include "render/presence.h"
#include "render/templates.h"

struct view {
    enum format format;
    const struct site *site;
    const char *edition, *now, *title, *path, *twin, *json;
    const char *root, *kept_day;
    const struct presence *presence;
    const struct buffer *body; /* markup of a content page or a kept desk, or NULL */
    const struct table *tables;
    size_t table_count;
    char *unknown; /* the first name that nothing has; freed by the caller */
};

/* Appends the view, rendered by the template NAME of one format. ORIGIN is the file that
 * asks for the page. */
bool view_render(struct view *view, const struct templates *templates, const char *name,
                 const char *origin, struct buffer *out, struct error *error);

struct mustache_provider view_provider(struct view *view);
struct mustache_node view_root(struct view *view);

/* Adds the names of what is right below NODE. */
void view_names(const struct view *view, struct mustache_node node, struct names *names);

/* What a node is of: its statement, where it is rows, one of them, how many they are, or a
 * cell; of a cell the column; and whether a tag can print it. */
struct view_subject {
    const struct block *block;
    const struct column *column;
    bool printable;
};
struct view_subject view_subject(struct mustache_node node);

#endif
