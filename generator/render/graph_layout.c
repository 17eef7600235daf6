#include "render/graph_layout.h"

#include "render/chart_data.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    UNITS = 72, /* of an inch */
    MOST_ANSWER = 4 << 20,
    MOST_MEMORY = 256 << 20,
    MOST_SECONDS = 5,
    MOST_SIZE = 100000, /* of the picture, in units */
    LABEL_HEIGHT = 16,
    BOX_PADDING = 8,
    ROUNDING = 10, /* dot's numbers have five digits */
    BEND = 720,    /* how far the points that bend a line may be outside of the picture */
};
static const double COLUMN_WIDTH = 7.5;

/* labels */

/* The characters of East Asian width W or F, in blocks, and pictographs (Unicode, annex
 * 11). */
static bool is_wide(uint32_t code) {
    static const uint32_t ranges[][2] = {
        {0x1100, 0x115F},  {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},  {0x16FE0, 0x18CFF}, {0x1B000, 0x1B2FF}, {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}};
    for (size_t i = 0; i < COUNT_OF(ranges); i++)
        if (code >= ranges[i][0] && code <= ranges[i][1])
            return true;
    return code == 'M' || code == 'W' || code == '@';
}

/* The columns of the character of SIZE bytes at TEXT, which is UTF-8. */
static size_t columns_at(const char *text, size_t size) {
    uint32_t code = (unsigned char)*text;
    if (size > 1)
        code &= 0x7Fu >> size;
    for (size_t i = 1; i < size; i++)
        code = code << 6 | (text[i] & 0x3F);
    return is_wide(code) ? 2 : 1;
}

static size_t columns_of(const char *text) {
    size_t columns = 0;
    for (size_t size; *text; text += size) {
        size = text_sequence(text, strlen(text));
        size = size ? size : 1;
        columns += columns_at(text, size);
    }
    return columns;
}

char *label_shown(const char *text, size_t limit) {
    struct buffer whole = {0}, cut = {0};
    chart_text(text, limit, FORMAT_TXT, &whole); /* as many characters, perhaps wide ones */
    const char *at = buffer_text(&whole);
    if (columns_of(at) <= limit)
        return buffer_take(&whole);
    for (size_t columns = 0;;) {
        size_t size = text_sequence(at, strlen(at));
        columns += columns_at(at, size ? size : 1);
        if (!*at || columns + 1 > limit)
            break;
        buffer_add(&cut, at, size ? size : 1);
        at += size ? size : 1;
    }
    buffer_add_text(&cut, "\xE2\x80\xA6");
    buffer_free(&whole);
    return buffer_take(&cut);
}

double label_width(const char *shown) {
    return COLUMN_WIDTH * (double)columns_of(shown);
}

double box_width(const struct graph_node *node) {
    char *shown = label_shown(node->label, BOX_COLUMNS);
    double width = label_width(shown) + 2 * BOX_PADDING;
    free(shown);
    return width;
}

/* asking dot */

/* A table of a fixed size with nothing in it: room for a label, without a font. */
static void add_room(const char *label, struct buffer *out) {
    char *shown = label_shown(label, LABEL_COLUMNS);
    buffer_printf(out,
                  " [label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" "
                  "CELLSPACING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"%.0f\" HEIGHT=\"%d\">"
                  "<TR><TD></TD></TR></TABLE>>]",
                  label_width(shown) + BOX_PADDING, LABEL_HEIGHT);
    free(shown);
}

char *graph_source(const struct graph *graph) {
    struct buffer out = {0};
    if (graph_is_empty(graph) || graph->nodes.count > GRAPH_NODES ||
        graph->edges.count > GRAPH_EDGES)
        return NULL;
    buffer_printf(&out,
                  "digraph {\n"
                  "graph [rankdir=LR, nodesep=0.2, ranksep=0.5, nslimit=2];\n"
                  "node [shape=box, fixedsize=true, label=\"\", height=%.4f];\n"
                  "edge [dir=none];\n",
                  (double)BOX_HEIGHT / UNITS);
    for (size_t i = 0; i < graph->nodes.count; i++)
        buffer_printf(&out, "n%zu [width=%.4f];\n", i,
                      box_width(&graph->nodes.items[i]) / UNITS);
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        buffer_printf(&out, "n%zu -> n%zu", edge->from, edge->to);
        if (edge->label)
            add_room(edge->label, &out);
        buffer_add_text(&out, ";\n");
    }
    buffer_add_text(&out, "}\n");
    return buffer_take(&out);
}

bool graph_layout(const char *source, struct buffer *answer, struct error *reason) {
    static const char *const arguments[] = {"dot", "-Tplain", NULL};
    static const char *const environment[] = {"LC_ALL=C", "HOME=/nonexistent", NULL};
    struct process process = {.arguments = arguments,
                              .environment = environment,
                              .limit = MOST_ANSWER,
                              .seconds = MOST_SECONDS,
                              .input = source,
                              .input_size = strlen(source),
                              .memory = MOST_MEMORY};
    struct buffer complaint = {0};
    struct error error = {0};
    size_t before = answer->size;
    int status = 0;
    if (!process_exists(arguments[0]))
        error_set(reason, "the program dot of Graphviz is not installed");
    else if (!process_run(&process, answer, &complaint, &status, &error))
        error_set(reason, "dot %s", error.text + strlen("dot: "));
    else if (status)
        error_set(reason, "dot failed with exit status %d", status);
    if (reason->kind)
        buffer_truncate(answer, before);
    buffer_free(&complaint);
    error_free(&error);
    return !reason->kind;
}

/* reading its answer */

/* What is left of the answer; text NULL from the first mistake on. */
struct rest {
    const char *text;
    struct layout *layout;
};

static void take_word(struct rest *rest, const char *word) {
    if (rest->text)
        rest->text = text_starts_with(rest->text, word) ? rest->text + strlen(word) : NULL;
}

/* A number of dot's, and one space or the end of the line after it. */
static double take_number(struct rest *rest) {
    char *end = NULL;
    size_t length = rest->text ? strspn(rest->text, "0123456789.e+-") : 0;
    double number = length ? strtod(rest->text, &end) : 0;
    bool good = length && end == rest->text + length && isfinite(number) &&
                (*end == ' ' || *end == '\n');
    rest->text = good ? end + (*end == ' ') : NULL;
    return good ? number : 0;
}

static size_t take_count(struct rest *rest, size_t limit) {
    double number = take_number(rest);
    if (number >= 0 && number < (double)limit && number == floor(number))
        return (size_t)number;
    rest->text = NULL;
    return 0;
}

/* Between 0 and LIMIT; what is outside by SLACK at most is brought in. */
static double take_length(struct rest *rest, double limit, double slack) {
    double length = take_number(rest) * UNITS;
    if (length < -slack || length > limit + slack)
        rest->text = NULL;
    return fmax(0, fmin(length, limit));
}

/* dot's origin is the lower left. */
static struct point take_point(struct rest *rest, double slack) {
    double x = take_length(rest, rest->layout->width, slack);
    double y = take_length(rest, rest->layout->height, slack);
    return (struct point){x, rest->layout->height - y};
}

static void skip_line(struct rest *rest) {
    if (rest->text)
        rest->text = strchr(rest->text, '\n');
    if (rest->text)
        rest->text++;
}

static void take_nodes(struct rest *rest, size_t count) {
    bool *known = xcalloc(count, sizeof *known);
    for (size_t i = 0; i < count && rest->text; i++) {
        take_word(rest, "node n");
        size_t node = take_count(rest, count);
        if (known[node])
            rest->text = NULL;
        known[node] = true;
        rest->layout->nodes[node] = take_point(rest, ROUNDING);
        skip_line(rest);
    }
    free(known);
}

/* Of the line's last four words, the first two. What is before them is not ours to read. */
static void take_label(struct rest *rest, struct point *label) {
    const char *at = rest->text ? strchr(rest->text, '\n') : NULL;
    for (int words = 0; at && words < 4; words++) {
        at--;
        while (at > rest->text && *at != ' ')
            at--;
    }
    rest->text = at && at > rest->text ? at + 1 : NULL;
    *label = take_point(rest, BEND);
}

static size_t find_edge(const struct graph *graph, size_t from, size_t to) {
    const struct graph_node *tail = &graph->nodes.items[from];
    for (size_t i = tail->first; i < tail->first + tail->count; i++)
        if (graph->edges.items[i].to == to)
            return i;
    return SIZE_MAX;
}

static void take_edge(struct rest *rest, const struct graph *graph) {
    take_word(rest, "edge n");
    size_t from = take_count(rest, graph->nodes.count);
    take_word(rest, "n");
    size_t to = take_count(rest, graph->nodes.count);
    size_t count = take_count(rest, MOST_ANSWER / 4);
    size_t edge = rest->text ? find_edge(graph, from, to) : SIZE_MAX;
    if (edge == SIZE_MAX || rest->layout->ways[edge].count || count < 4 || count % 3 != 1) {
        rest->text = NULL;
        return;
    }
    struct way *way = &rest->layout->ways[edge];
    way->points = xcalloc(count, sizeof *way->points);
    while (rest->text && way->count < count)
        way->points[way->count++] = take_point(rest, BEND);
    if (graph->edges.items[edge].label)
        take_label(rest, &way->label);
    skip_line(rest);
}

bool layout_read(const struct graph *graph, const char *answer, struct layout *layout) {
    *layout = (struct layout){0};
    struct rest rest = {answer, layout};
    layout->nodes = xcalloc(graph->nodes.count + 1, sizeof *layout->nodes);
    layout->ways = xcalloc(graph->edges.count + 1, sizeof *layout->ways);
    take_word(&rest, "graph 1 ");
    layout->width = take_length(&rest, MOST_SIZE, 0);
    layout->height = take_length(&rest, MOST_SIZE, 0);
    take_word(&rest, "\n");
    take_nodes(&rest, graph->nodes.count);
    for (size_t i = 0; i < graph->edges.count && rest.text; i++)
        take_edge(&rest, graph);
    take_word(&rest, "stop\n");
    if (rest.text && !*rest.text)
        return true;
    layout_free(graph, layout);
    return false;
}

void layout_free(const struct graph *graph, struct layout *layout) {
    for (size_t i = 0; layout->ways && i < graph->edges.count; i++)
        free(layout->ways[i].points);
    free(layout->nodes);
    free(layout->ways);
    *layout = (struct layout){0};
}
