/*
 * The toolbox: all tools that there are, the program's and the site's own.
 */
#ifndef SERVE_TOOLBOX_H
#define SERVE_TOOLBOX_H

#include "serve/tool.h"

struct toolbox {
    struct declarations declarations;
    struct tool *tools;
    size_t count;
};

/* Reads them all. READER is of a snapshot that may be empty; NULL: one is made for it. To
 * be closed in either case. */
bool toolbox_open(struct toolbox *toolbox, const struct library *library,
                  struct reader *reader, struct error *error);
void toolbox_close(struct toolbox *toolbox);

/* The tool of that name; else NULL, and *NEAREST is a name that may be meant, or NULL. */
const struct tool *toolbox_find(const struct toolbox *toolbox, const char *name,
                                const char **nearest);

#endif
