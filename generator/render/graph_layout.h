/*
 * Where everything of a graph's picture stands, as Graphviz laid it out.
 *
 * In:  the graph, and what dot printed for graph_source() of it.
 * Out: places from the picture's upper left, in units of which dot's inch has 72.
 * Holds: all places are within the picture; every node has one and every edge a way.
 */
#ifndef RENDER_GRAPH_LAYOUT_H
#define RENDER_GRAPH_LAYOUT_H

#include "render/graph_data.h"

enum {
    BOX_HEIGHT = 26,
    BOX_COLUMNS = 28,   /* most of a node's label in its box; a wide character has two */
    LABEL_COLUMNS = 20, /* of an edge's */
};

struct point {
    double x, y;
};

/* A line of cubic curves: a point, then three for each of them. */
struct way {
    struct point *points;
    size_t count;
    struct point label; /* its middle */
};

struct layout {
    double width, height;
    struct point *nodes; /* their middles */
    struct way *ways;    /* of the edges */
};

/* Reads dot's answer in its plain format; false, and LAYOUT empty, where it is anything but
 * the layout of this graph. https://graphviz.org/docs/outputs/plain/ */
bool layout_read(const struct graph *graph, const char *answer, struct layout *layout);
void layout_free(const struct graph *graph, struct layout *layout);

/* TEXT as it is shown in the picture: one line, nothing hidden in it, at most LIMIT
 * columns; not escaped. The caller frees it. */
char *label_shown(const char *text, size_t limit);

/* How wide a text that is shown is about, and the box around a node's label. */
double label_width(const char *shown);
double box_width(const struct graph_node *node);

#endif
