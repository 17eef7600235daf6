#include "render/graph_data.h"

#include "render/chart_data.h"
#include "render/url.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\r\n"

/* While it is read: the places of what was found, by its name. */
struct reading {
    struct graph *graph;
    json_t *nodes, *edges, *groups;
};

static size_t place_of(const json_t *index, const char *name) {
    const json_t *place = json_object_get(index, name);
    return place ? (size_t)json_integer_value(place) : SIZE_MAX;
}

static void remember(json_t *index, const char *name, size_t place) {
    json_object_set_new(index, name, json_integer((json_int_t)place));
}

/* Text or a whole number into *TEXT, which is NULL for null or nothing and freed by the
 * caller. False for anything else. */
static bool read_text(const json_t *value, char **text) {
    *text = NULL;
    if (json_is_string(value))
        *text = xstrdup(json_string_value(value));
    else if (json_is_integer(value))
        *text = xasprintf("%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return *text || !value || json_is_null(value);
}

/* Labels the node, unless LABEL is blank; a label must not begin with a space, which can
 * be markup. */
static void set_label(struct graph_node *node, const char *label) {
    label += strspn(label, BLANKS);
    if (!*label)
        return;
    free(node->label);
    node->label = xstrdup(label);
}

/* The place of the node with this ID; where there is none yet, it is added. */
static size_t node_named(struct reading *reading, const char *id) {
    size_t place = place_of(reading->nodes, id);
    if (place != SIZE_MAX)
        return place;
    struct graph_node *node = LIST_ADD(&reading->graph->nodes);
    node->label = xstrdup("no name");
    set_label(node, id);
    node->group = GRAPH_NO_GROUP;
    place = reading->graph->nodes.count - 1;
    remember(reading->nodes, id, place);
    return place;
}

/* The same for a group, whose NAME is taken over. */
static size_t group_named(struct reading *reading, char *name) {
    size_t place = name && *name ? place_of(reading->groups, name) : GRAPH_NO_GROUP;
    if (!name || !*name || place != SIZE_MAX) {
        free(name);
        return place;
    }
    *LIST_ADD(&reading->graph->groups) = name;
    place = reading->graph->groups.count - 1;
    remember(reading->groups, name, place);
    return place;
}

static bool read_node(struct reading *reading, const json_t *item) {
    char *id, *label, *url, *group;
    bool good = read_text(json_object_get(item, "id"), &id);
    good &= read_text(json_object_get(item, "label"), &label);
    good &= read_text(json_object_get(item, "url"), &url);
    good &= read_text(json_object_get(item, "group"), &group);
    if (good && id && place_of(reading->nodes, id) == SIZE_MAX) {
        size_t place = node_named(reading, id);
        struct graph_node *node = &reading->graph->nodes.items[place];
        set_label(node, label ? label : "");
        node->url = url && url_is_safe(url) ? xstrdup(url) : NULL;
        node->group = group_named(reading, group);
        group = NULL;
    }
    good = good && id;
    free(id);
    free(label);
    free(url);
    free(group);
    return good;
}

/* Where EDGE has it not yet; no further than anybody will see. */
static void join_label(struct reading *reading, struct graph_edge *edge,
                       const char *label) {
    enum { MOST = 4 * GRAPH_NAME };
    char *old = edge->label;
    label += strspn(label, BLANKS);
    if (!*label || (old && strnlen(old, MOST) == MOST))
        return;
    char *key = xasprintf("%zu %zu %s", edge->from, edge->to, label);
    if (place_of(reading->edges, key) == SIZE_MAX) {
        edge->label = old ? xasprintf("%s, %s", old, label) : xstrdup(label);
        free(old);
    }
    remember(reading->edges, key, 0);
    free(key);
}

static void add_edge(struct reading *reading, const char *from, const char *to,
                     const char *label) {
    struct graph *graph = reading->graph;
    size_t tail = node_named(reading, from), head = node_named(reading, to);
    char *key = xasprintf("%zu %zu", tail, head);
    size_t place = place_of(reading->edges, key);
    if (place == SIZE_MAX) {
        struct graph_edge *edge = LIST_ADD(&graph->edges);
        place = edge->rank = graph->edges.count - 1;
        edge->from = tail;
        edge->to = head;
        remember(reading->edges, key, place);
    }
    join_label(reading, &graph->edges.items[place], label ? label : "");
    free(key);
}

static bool read_edge(struct reading *reading, const json_t *item) {
    char *from, *to, *label;
    bool good = read_text(json_object_get(item, "from"), &from);
    good &= read_text(json_object_get(item, "to"), &to);
    good &= read_text(json_object_get(item, "label"), &label);
    good = good && from && to;
    if (good)
        add_edge(reading, from, to, label);
    free(from);
    free(to);
    free(label);
    return good;
}

/* True for a list of what READ_ITEM reads, and for none. */
static bool read_list(struct reading *reading, const json_t *list,
                      bool (*read_item)(struct reading *reading, const json_t *item)) {
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!read_item(reading, json_array_get(list, i)))
            return false;
    return !list || json_is_null(list) || json_is_array(list);
}

static int by_tail(const void *first, const void *second) {
    const struct graph_edge *one = first, *other = second;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return one->rank < other->rank ? -1 : 1;
}

static void sort_edges(struct graph *graph) {
    if (graph->edges.count)
        qsort(graph->edges.items, graph->edges.count, sizeof *graph->edges.items, by_tail);
    for (size_t i = graph->edges.count; i-- > 0;) {
        struct graph_node *tail = &graph->nodes.items[graph->edges.items[i].from];
        tail->first = i;
        tail->count++;
        graph->nodes.items[graph->edges.items[i].to].reached = true;
    }
}

struct graph *graph_read(const char *json, size_t size) {
    struct graph *graph = xcalloc(1, sizeof *graph);
    graph->data = json_loadb(json, size, 0, NULL);
    const json_t *nodes = json_object_get(graph->data, "nodes");
    const json_t *edges = json_object_get(graph->data, "edges");
    const json_t *title = json_object_get(graph->data, "title");
    struct reading reading = {graph, json_object(), json_object(), json_object()};
    bool good = (json_is_array(nodes) || json_is_array(edges)) &&
                (!title || json_is_null(title) || json_is_string(title)) &&
                read_list(&reading, nodes, read_node) &&
                read_list(&reading, edges, read_edge);
    graph->title = json_string_value(title);
    json_decref(reading.nodes);
    json_decref(reading.edges);
    json_decref(reading.groups);
    sort_edges(graph);
    if (good)
        return graph;
    graph_free(graph);
    return NULL;
}

void graph_free(struct graph *graph) {
    if (!graph)
        return;
    for (size_t i = 0; i < graph->nodes.count; i++) {
        free(graph->nodes.items[i].label);
        free(graph->nodes.items[i].url);
    }
    for (size_t i = 0; i < graph->edges.count; i++)
        free(graph->edges.items[i].label);
    for (size_t i = 0; i < graph->groups.count; i++)
        free(graph->groups.items[i]);
    free(graph->nodes.items);
    free(graph->edges.items);
    free(graph->groups.items);
    json_decref(graph->data);
    free(graph);
}

bool graph_is_empty(const struct graph *graph) {
    return graph->nodes.count == 0;
}

size_t graph_style(size_t group) {
    return group < GRAPH_STYLES ? group : GRAPH_STYLES - 1;
}

void graph_name(const struct graph *graph, const struct graph_node *node,
                enum format format, struct buffer *out) {
    chart_text(node->label, GRAPH_NAME, format, out);
    if (node->group == GRAPH_NO_GROUP)
        return;
    buffer_add_text(out, " (");
    chart_text(graph->groups.items[node->group], GRAPH_NAME, format, out);
    buffer_add_char(out, ')');
}

static void add_count(size_t count, const char *noun, struct buffer *out) {
    chart_number((double)count, FORMAT_HTML, out);
    buffer_printf(out, " %s%s", noun, count == 1 ? "" : "s");
}

void graph_summary(const struct graph *graph, struct buffer *out) {
    add_count(graph->nodes.count, "node", out);
    buffer_add_text(out, ", ");
    add_count(graph->edges.count, "edge", out);
    if (!graph->groups.count)
        return;
    buffer_add_text(out, ", ");
    add_count(graph->groups.count, "group", out);
}
