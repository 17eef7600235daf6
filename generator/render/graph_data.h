/*
 * A graph's data: its nodes in the order in which they were named, its edges by the node
 * from which they lead.
 *
 * Holds: all text is UTF-8. Every edge leads from a node of the list to one, and no two
 * between the same in the same direction; the edges of a node stand together, in the order
 * of the data.
 */
#ifndef RENDER_GRAPH_DATA_H
#define RENDER_GRAPH_DATA_H

#include "render/graph.h"

#include <jansson.h>

enum {
    GRAPH_NAME = 80,   /* characters of a label where there is room */
    GRAPH_ROWS = 1000, /* of a table or list */
    GRAPH_STYLES = 8,  /* colours of groups */
};
#define GRAPH_NO_GROUP SIZE_MAX

struct graph_node {
    char *label, *url;   /* url NULL: none */
    size_t group;        /* its place in the groups, or GRAPH_NO_GROUP */
    size_t first, count; /* its edges */
    bool reached;        /* an edge leads to it */
};

struct graph_edge {
    size_t from, to; /* places of nodes */
    size_t rank;     /* in the data */
    char *label;     /* NULL: none */
};

struct graph {
    json_t *data;
    const char *title; /* of the data; NULL: none */
    struct {
        struct graph_node *items;
        size_t count, capacity;
    } nodes;
    struct {
        struct graph_edge *items;
        size_t count, capacity;
    } edges;
    struct {
        char **items;
        size_t count, capacity;
    } groups;
};

/* Which of GRAPH_STYLES a group has: the last is shared where there are more groups. */
size_t graph_style(size_t group);

/* Appends "label" or "label (group)" in one line, escaped for FORMAT. */
void graph_name(const struct graph *graph, const struct graph_node *node,
                enum format format, struct buffer *out);

/* Appends "12 nodes, 1 edge, 2 groups". */
void graph_summary(const struct graph *graph, struct buffer *out);

#endif
