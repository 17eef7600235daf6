#include "snapshot/network.h"

#include <inttypes.h>
#include <stdlib.h>

static void add_edge(sqlite3_context *context, int count, sqlite3_value **values) {
    struct network *network = sqlite3_aggregate_context(context, sizeof *network);
    (void)count;
    xmust(network);
    if (sqlite3_value_type(values[0]) == SQLITE_NULL ||
        sqlite3_value_type(values[1]) == SQLITE_NULL)
        return;
    *LIST_ADD(network) =
        (struct edge){sqlite3_value_int64(values[0]), sqlite3_value_int64(values[1])};
}

static void give(sqlite3_context *context, struct buffer *json) {
    buffer_add_char(json, ']');
    sqlite3_result_text(context, json->data, (int)json->size, SQLITE_TRANSIENT);
    buffer_free(json);
}

static void give_users(sqlite3_context *context) {
    struct network empty = {0}, *network = sqlite3_aggregate_context(context, 0);
    struct buffer json = {0};
    network = network ? network : &empty;
    network_index(network);
    int64_t *direct = xcalloc(network->node_count + 1, sizeof *direct);
    int64_t *transitive = xcalloc(network->node_count + 1, sizeof *transitive);
    network_count_users(network, direct, transitive);
    buffer_add_char(&json, '[');
    for (size_t i = 0; i < network->node_count; i++)
        buffer_printf(&json, "%s[%" PRId64 ",%" PRId64 ",%" PRId64 "]", i ? "," : "",
                      network->nodes[i], direct[i], transitive[i]);
    give(context, &json);
    free(direct);
    free(transitive);
    network_free(network);
}

static void add_nodes(struct buffer *json, const struct network *network, const char *name,
                      const size_t *places, size_t count) {
    buffer_printf(json, "\"%s\":", name);
    for (size_t i = 0; i < count; i++)
        buffer_printf(json, "%c%" PRId64, i ? ',' : '[', network->nodes[places[i]]);
    buffer_add_char(json, ']');
}

static void add_cycle(struct buffer *json, const struct network *network,
                      const size_t *members, size_t count) {
    size_t *cycle = xcalloc(count, sizeof *cycle);
    size_t length = network_find_cycle(network, members, count, cycle);
    buffer_add_text(json, json->size > 1 ? ",{" : "{");
    add_nodes(json, network, "members", members, count);
    buffer_add_char(json, ',');
    add_nodes(json, network, "cycle", cycle, length);
    buffer_add_char(json, '}');
    free(cycle);
}

/* The nodes of each component with more than one, by place; components by their first. */
static void add_cycles(struct buffer *json, const struct network *network) {
    size_t count = network->node_count;
    size_t *size = xcalloc(network->component_count + 1, sizeof *size);
    size_t **members = xcalloc(network->component_count + 1, sizeof *members);
    for (size_t i = 0; i < count; i++)
        size[network->component[i]]++;
    for (size_t i = 0; i < count; i++) {
        size_t component = network->component[i];
        if (size[component] < 2)
            continue;
        if (!members[component]) {
            members[component] = xcalloc(size[component] + 1, sizeof **members);
            members[component][size[component]] = 0; /* how many are there */
        }
        members[component][members[component][size[component]]++] = i;
    }
    for (size_t i = 0; i < count; i++) {
        size_t component = network->component[i];
        if (members[component] && members[component][0] == i)
            add_cycle(json, network, members[component], size[component]);
    }
    for (size_t i = 0; i < network->component_count; i++)
        free(members[i]);
    free(members);
    free(size);
}

static void give_cycles(sqlite3_context *context) {
    struct network *network = sqlite3_aggregate_context(context, 0);
    struct buffer json = {0};
    buffer_add_char(&json, '[');
    if (network) {
        network_index(network);
        add_cycles(&json, network);
        network_free(network);
    }
    give(context, &json);
}

int network_register(sqlite3 *db) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int code = sqlite3_create_function_v2(db, "network_users", 2, flags, NULL, NULL,
                                          add_edge, give_users, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(db, "network_cycles", 2, flags, NULL, NULL,
                                          add_edge, give_cycles, NULL);
    return code;
}
