/*
 * Graphs of what leads to what, such as dependencies: a query's JSON as a picture laid out
 * by Graphviz, as a table beside it and as text.
 *
 * In:  a column's value, JSON made by SQL; either list may be missing, all but id, from and
 *      to may be, too:
 *
 *      {"title": "...",
 *       "nodes": [{"id": "web", "label": "Web shop", "url": "https://...", "group":
 * "..."}], "edges": [{"from": "web", "to": "db", "label": "reads"}]}
 *
 *      Texts may be whole numbers. A node that only an edge names has its id as its
 *      label; of two nodes with one id the first counts. Edges between the same nodes are
 *      one, with all their labels; an edge may lead back to where it began. A url that is
 *      not http, https or mailto is none.
 *
 * Out, by format:
 *
 *      HTML      a block: inline <svg role="img">, and a table in <details>
 *      Markdown  a block: a list, "- web -> db "reads", cache"
 *      JSON      the data itself, a whole value rather than a string's inside
 *      others    "web -> db, cache; db -> disk"
 *
 *      HTML has the table alone, with a note why, where Graphviz's program dot is missing,
 *      fails or is too slow, or where there is more than GRAPH_NODES or GRAPH_EDGES.
 *
 * Holds: dot is given sizes and names of our own, never text from the data, and its answer
 * is read strictly. Colours are only CSS classes and currentColor. Labels are untrusted:
 * they are escaped, and cut where they are long; a node's whole label is in its <title>.
 * But for JSON the output is bounded; what is left out is counted and said. The title is
 * the picture's name, and in no other format but JSON.
 */
#ifndef RENDER_GRAPH_H
#define RENDER_GRAPH_H

#include "render/escape.h"

enum { GRAPH_NODES = 300, GRAPH_EDGES = 1000 }; /* of a picture */

struct graph;

/* What the JSON says, or NULL where it is anything else; freed with graph_free(). The text
 * may go. */
struct graph *graph_read(const char *json, size_t size);
void graph_free(struct graph *graph);

/* True where there is no node. */
bool graph_is_empty(const struct graph *graph);

/* Appends the graph; for HTML this asks dot, which takes milliseconds at least. */
void graph_print(const struct graph *graph, enum format format, struct buffer *out);

/* The same for HTML in steps, for whoever keeps what dot answered.
 *
 * What dot is to lay out, to be freed; NULL where there is no picture of the graph.
 * https://graphviz.org/doc/info/lang.html */
char *graph_source(const struct graph *graph);

/* Appends dot's answer; depends on SOURCE and on the dot in PATH only, but for its limits
 * of time. False where there is none, and REASON says why to a reader of the page. */
bool graph_layout(const char *source, struct buffer *answer, struct error *reason);

/* Appends the graph as HTML; ANSWER is dot's, or NULL, and REASON why (NULL: too large). An
 * answer that does not fit the graph is said not to be understood. */
void graph_html(const struct graph *graph, const char *answer, const char *reason,
                struct buffer *out);

#endif
