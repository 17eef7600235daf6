#include "render/graph_layout.h"

#include "render/chart_draw.h"
#include "render/url.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEGEND_ROW = 18, HEAD_LENGTH = 8, HEAD_WIDTH = 7, BASELINE = 5 };

/* To a tenth, so that the same layout gives the same bytes; never negative zero. */
static void add_point(struct point point, struct buffer *out) {
    buffer_printf(out, "%g %g", round(point.x * 10) / 10 + 0.0,
                  round(point.y * 10) / 10 + 0.0);
}

static void add_link(const char *url, const char *attributes, struct buffer *out) {
    buffer_printf(out, "<a%s href=\"", attributes);
    url_print(url, strlen(url), FORMAT_XML, out);
    buffer_add_text(out, "\">");
}

/* edges */

/* A triangle at the end of the line, which points where the line goes. */
static void draw_head(const struct way *way, struct buffer *out) {
    struct point end = way->points[way->count - 1], before = end;
    double length = 0;
    for (size_t i = way->count - 1; i-- > 0 && length < 0.5;) {
        before = way->points[i];
        length = hypot(end.x - before.x, end.y - before.y);
    }
    if (length < 0.5)
        return;
    double x = (end.x - before.x) / length, y = (end.y - before.y) / length;
    struct point back = {end.x - HEAD_LENGTH * x, end.y - HEAD_LENGTH * y};
    buffer_add_text(out, "<path class=\"head\" d=\"M");
    add_point(end, out);
    buffer_add_char(out, 'L');
    add_point((struct point){back.x - HEAD_WIDTH / 2.0 * y, back.y + HEAD_WIDTH / 2.0 * x},
              out);
    buffer_add_char(out, 'L');
    add_point((struct point){back.x + HEAD_WIDTH / 2.0 * y, back.y - HEAD_WIDTH / 2.0 * x},
              out);
    buffer_add_text(out, "z\"/>");
}

static void draw_shown(const char *label, size_t columns, struct point middle,
                       struct buffer *out) {
    char *shown = label_shown(label, columns);
    draw_text(middle.x, middle.y + BASELINE, "middle", shown, columns, out);
    free(shown);
}

static void draw_edge(const struct graph *graph, const struct graph_edge *edge,
                      const struct way *way, struct buffer *out) {
    buffer_add_text(out, "<g class=\"edge\"><title>");
    graph_name(graph, &graph->nodes.items[edge->from], FORMAT_XML, out);
    buffer_add_text(out, " \xE2\x86\x92 ");
    graph_name(graph, &graph->nodes.items[edge->to], FORMAT_XML, out);
    if (edge->label)
        buffer_add_text(out, ": ");
    chart_text(edge->label ? edge->label : "", GRAPH_NAME, FORMAT_XML, out);
    buffer_add_text(out, "</title><path fill=\"none\" stroke=\"currentColor\" d=\"M");
    for (size_t i = 0; i < way->count; i++) {
        buffer_add_text(out, i == 1 ? "C" : i ? " " : "");
        add_point(way->points[i], out);
    }
    buffer_add_text(out, "\"/>");
    draw_head(way, out);
    if (edge->label)
        draw_shown(edge->label, LABEL_COLUMNS, way->label, out);
    buffer_add_text(out, "</g>\n");
}

/* nodes */

/* The table has the same links: those of a picture are no place for the keyboard. */
static void draw_node(const struct graph *graph, const struct graph_node *node,
                      struct point middle, struct buffer *out) {
    double width = box_width(node);
    if (node->url)
        add_link(node->url, " tabindex=\"-1\"", out);
    buffer_add_text(out, "<g class=\"node");
    if (node->group != GRAPH_NO_GROUP)
        buffer_printf(out, " s%zu", graph_style(node->group));
    buffer_add_text(out, "\"><title>");
    graph_name(graph, node, FORMAT_XML, out);
    buffer_add_text(out, "</title>");
    buffer_printf(out,
                  "<rect fill=\"none\" stroke=\"currentColor\" x=\"%g\" y=\"%g\" "
                  "width=\"%g\" height=\"%d\" rx=\"4\"/>",
                  round((middle.x - width / 2) * 10) / 10 + 0.0,
                  round((middle.y - BOX_HEIGHT / 2.0) * 10) / 10 + 0.0, width, BOX_HEIGHT);
    draw_shown(node->label, BOX_COLUMNS, middle, out);
    buffer_add_text(out, node->url ? "</g></a>\n" : "</g>\n");
}

/* groups, below the layout */

static size_t legend_rows(const struct graph *graph) {
    return graph->groups.count < GRAPH_STYLES ? graph->groups.count : GRAPH_STYLES;
}

static double legend_width(const struct graph *graph) {
    double widest = 0;
    for (size_t i = 0; i < legend_rows(graph); i++) {
        char *shown = label_shown(graph->groups.items[i], BOX_COLUMNS);
        widest = fmax(widest, LEGEND_ROW + label_width(shown));
        free(shown);
    }
    return graph->groups.count > GRAPH_STYLES ? fmax(widest, 140) : widest;
}

static void draw_groups(const struct graph *graph, double top, struct buffer *out) {
    size_t rows = legend_rows(graph);
    for (size_t i = 0; i < rows; i++) {
        bool others = i + 1 == rows && graph->groups.count > rows;
        char *classes = xasprintf("area s%zu", i);
        char *shown = others ? xasprintf("%zu others", graph->groups.count - rows + 1)
                             : label_shown(graph->groups.items[i], BOX_COLUMNS);
        double y = top + LEGEND_ROW * (double)i;
        draw_rectangle(classes, 0, y, 12, 12, out);
        draw_text(LEGEND_ROW, y + 11, "start", shown, BOX_COLUMNS, out);
        free(classes);
        free(shown);
    }
}

/* the picture */

static void add_picture(const struct graph *graph, const struct layout *layout,
                        struct buffer *out) {
    double width = ceil(fmax(layout->width, legend_width(graph))) + 2;
    double legend = LEGEND_ROW * (double)legend_rows(graph);
    double height = ceil(layout->height) + 2 + (legend > 0 ? legend + 8 : 0);
    buffer_printf(out,
                  "<svg class=\"graph\" role=\"img\" viewBox=\"-1 -1 %.0f %.0f\" "
                  "width=\"%.0f\" height=\"%.0f\" fill=\"currentColor\"><title>",
                  width, height, width, height);
    chart_text(graph->title && *graph->title ? graph->title : "Graph", GRAPH_NAME,
               FORMAT_XML, out);
    buffer_add_text(out, "</title><desc>");
    graph_summary(graph, out);
    buffer_add_text(out, "</desc>\n");
    for (size_t i = 0; i < graph->edges.count; i++)
        draw_edge(graph, &graph->edges.items[i], &layout->ways[i], out);
    for (size_t i = 0; i < graph->nodes.count; i++)
        draw_node(graph, &graph->nodes.items[i], layout->nodes[i], out);
    draw_groups(graph, ceil(layout->height) + 8, out);
    buffer_add_text(out, "</svg>\n");
}

/* the table */

static const char scroll[] = "<div class=\"scroll\" role=\"group\" aria-label=\"%s\" "
                             "tabindex=\"0\">\n";

static void add_cell(const struct graph *graph, const struct graph_node *node,
                     struct buffer *out) {
    buffer_add_text(out, "<bdi>");
    if (node->url)
        add_link(node->url, "", out);
    graph_name(graph, node, FORMAT_XML, out);
    buffer_add_text(out, node->url ? "</a></bdi>" : "</bdi>");
}

static void add_row(const struct graph *graph, const struct graph_node *from,
                    const struct graph_edge *edge, bool labels, struct buffer *out) {
    buffer_add_text(out, "<tr><th scope=\"row\">");
    add_cell(graph, from, out);
    buffer_add_text(out, "</th><td>");
    if (edge)
        add_cell(graph, &graph->nodes.items[edge->to], out);
    buffer_add_text(out, "</td>");
    if (labels) {
        bool labelled = edge && edge->label;
        buffer_add_text(out, labelled ? "<td><bdi>" : "<td>");
        chart_text(labelled ? edge->label : "", GRAPH_NAME, FORMAT_XML, out);
        buffer_add_text(out, labelled ? "</bdi></td>" : "</td>");
    }
    buffer_add_text(out, "</tr>\n");
}

static bool has_labels(const struct graph *graph) {
    for (size_t i = 0; i < graph->edges.count; i++)
        if (graph->edges.items[i].label)
            return true;
    return false;
}

/* A row for each edge, then one for each node without any; how many there were no room for.
 */
static size_t add_rows(const struct graph *graph, bool labels, struct buffer *out) {
    size_t rows = 0;
    for (size_t i = 0; i < graph->edges.count; i++, rows++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        if (rows < GRAPH_ROWS)
            add_row(graph, &graph->nodes.items[edge->from], edge, labels, out);
    }
    for (size_t i = 0; i < graph->nodes.count; i++) {
        const struct graph_node *node = &graph->nodes.items[i];
        if (!node->count && !node->reached && rows++ < GRAPH_ROWS)
            add_row(graph, node, NULL, labels, out);
    }
    return rows > GRAPH_ROWS ? rows - GRAPH_ROWS : 0;
}

static void add_table(const struct graph *graph, struct buffer *out) {
    bool labels = has_labels(graph);
    buffer_printf(out, scroll, "Table");
    buffer_printf(out,
                  "<table>\n<thead><tr><th scope=\"col\">From</th>"
                  "<th scope=\"col\">To</th>%s</tr></thead>\n<tbody>\n",
                  labels ? "<th scope=\"col\">Label</th>" : "");
    size_t more = add_rows(graph, labels, out);
    buffer_add_text(out, "</tbody>\n</table>\n</div>\n");
    if (!more)
        return;
    buffer_add_text(out, "<p class=\"note\">And ");
    chart_number((double)more, FORMAT_HTML, out);
    buffer_add_text(out, " more.</p>\n");
}

static void add_note(const struct graph *graph, const char *reason, struct buffer *out) {
    buffer_add_text(out, "<p class=\"note\">Not drawn: ");
    if (reason) {
        escape(FORMAT_XML, reason, strlen(reason), out);
    } else {
        graph_summary(graph, out);
        buffer_printf(out, ", of which %d and %d are the most", GRAPH_NODES, GRAPH_EDGES);
    }
    buffer_add_text(out, ".</p>\n");
}

void graph_html(const struct graph *graph, const char *answer, const char *reason,
                struct buffer *out) {
    struct layout layout = {0};
    bool drawn = answer && layout_read(graph, answer, &layout);
    buffer_add_text(out, "<div class=\"chart\">\n");
    if (drawn) {
        buffer_printf(out, scroll, "Picture");
        add_picture(graph, &layout, out);
        buffer_add_text(out, "</div>\n<details><summary>As a table</summary>\n");
    } else {
        add_note(graph, answer ? "dot's answer was not understood" : reason, out);
    }
    add_table(graph, out);
    buffer_add_text(out, drawn ? "</details>\n</div>" : "</div>");
    layout_free(graph, &layout);
}
