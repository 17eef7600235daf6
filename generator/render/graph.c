#include "render/graph_data.h"

#include "render/chart_data.h"

#include <stdlib.h>

static void print_html(const struct graph *graph, struct buffer *out) {
    char *source = graph_source(graph);
    struct buffer answer = {0};
    struct error reason = {0};
    bool good = source && graph_layout(source, &answer, &reason);
    graph_html(graph, good ? buffer_text(&answer) : NULL, reason.text, out);
    error_free(&reason);
    buffer_free(&answer);
    free(source);
}

/* "web -> db "reads", cache", as many edges as there is room for; how many were added. */
static size_t add_node(const struct graph *graph, const struct graph_node *node,
                       size_t room, enum format format, struct buffer *out) {
    size_t count = node->count < room ? node->count : room;
    graph_name(graph, node, format, out);
    for (size_t i = 0; i < count; i++) {
        const struct graph_edge *edge = &graph->edges.items[node->first + i];
        buffer_add_text(out, i ? ", " : " -> ");
        graph_name(graph, &graph->nodes.items[edge->to], format, out);
        if (!edge->label)
            continue;
        buffer_add_text(out, " \"");
        chart_text(edge->label, GRAPH_NAME, format, out);
        buffer_add_char(out, '"');
    }
    return count;
}

/* A line for each node with edges or without any: BEFORE it, and BETWEEN two of them. A
 * node alone counts as an edge does. */
static void print_lines(const struct graph *graph, const char *before, const char *between,
                        enum format format, struct buffer *out) {
    size_t rows = 0, more = 0;
    for (size_t i = 0; i < graph->nodes.count; i++) {
        const struct graph_node *node = &graph->nodes.items[i];
        size_t count = node->count ? node->count : !node->reached;
        if (count && rows < GRAPH_ROWS) {
            buffer_printf(out, "%s%s", rows ? between : "", before);
            size_t added = add_node(graph, node, GRAPH_ROWS - rows, format, out);
            rows += node->count ? added : 1;
            count -= node->count ? added : 1;
        }
        more += count;
    }
    if (more)
        buffer_printf(out, "%s%sand %zu more", between, before, more);
}

static void print_plain(const struct graph *graph, enum format format, struct buffer *out) {
    struct buffer plain = {0};
    print_lines(graph, "", "; ", FORMAT_TXT, &plain);
    escape(format, buffer_text(&plain), plain.size, out);
    buffer_free(&plain);
}

void graph_print(const struct graph *graph, enum format format, struct buffer *out) {
    if (format == FORMAT_JSON)
        chart_json(graph->data, out);
    else if (graph_is_empty(graph))
        buffer_add_text(out, "no nodes");
    else if (format == FORMAT_HTML)
        print_html(graph, out);
    else if (format == FORMAT_MD)
        print_lines(graph, "- ", "\n", FORMAT_MD, out);
    else
        print_plain(graph, format, out);
}
