#include "snapshot/network.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 16, BLOCK = WORDS * 64 }; /* nodes that are counted at a time */

static int compare_nodes(const void *left, const void *right) {
    const int64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static int compare_edges(const void *left, const void *right) {
    const struct edge *a = left, *b = right;
    int order = compare_nodes(&a->user, &b->user);
    return order ? order : compare_nodes(&a->used, &b->used);
}

static void list_nodes(struct network *network) {
    int64_t *nodes = xcalloc(network->count * 2 + 1, sizeof *nodes);
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < network->count; i++) {
        nodes[count++] = network->items[i].user;
        nodes[count++] = network->items[i].used;
    }
    qsort(nodes, count, sizeof *nodes, compare_nodes);
    for (size_t i = 0; i < count; i++)
        if (!kept || nodes[kept - 1] != nodes[i])
            nodes[kept++] = nodes[i];
    network->nodes = nodes;
    network->node_count = kept;
}

static size_t place_of(const struct network *network, int64_t node) {
    const int64_t *found = bsearch(&node, network->nodes, network->node_count,
                                   sizeof *network->nodes, compare_nodes);
    return (size_t)(found - network->nodes);
}

static void list_targets(struct network *network) {
    size_t at = 0, node = 0;
    network->first = xcalloc(network->node_count + 1, sizeof *network->first);
    network->targets = xcalloc(network->count + 1, sizeof *network->targets);
    if (network->count)
        qsort(network->items, network->count, sizeof *network->items, compare_edges);
    for (size_t i = 0; i < network->count; i++) {
        const struct edge *edge = &network->items[i];
        if (edge->user == edge->used || (i && !compare_edges(edge, &network->items[i - 1])))
            continue;
        for (size_t user = place_of(network, edge->user); node < user;)
            network->first[++node] = at;
        network->targets[at++] = place_of(network, edge->used);
    }
    while (node < network->node_count)
        network->first[++node] = at;
}

/* Tarjan's walk, without recursion. */
struct walk {
    struct network *network;
    size_t *order, *low, *next; /* order 0: not seen; next: the edge to follow */
    size_t *path, *stack;       /* where the walk is; what is in no component yet */
    size_t path_count, stack_count, seen;
};

static void enter(struct walk *walk, size_t node) {
    walk->order[node] = walk->low[node] = ++walk->seen;
    walk->next[node] = walk->network->first[node];
    walk->path[walk->path_count++] = walk->stack[walk->stack_count++] = node;
}

static void lower(size_t *value, size_t other) {
    *value = other < *value ? other : *value;
}

/* The node's edges were all followed. */
static void leave(struct walk *walk, size_t node) {
    struct network *network = walk->network;
    walk->path_count--;
    if (walk->path_count)
        lower(&walk->low[walk->path[walk->path_count - 1]], walk->low[node]);
    if (walk->low[node] != walk->order[node])
        return;
    size_t member;
    do {
        member = walk->stack[--walk->stack_count];
        network->component[member] = network->component_count;
        walk->order[member] = SIZE_MAX; /* done */
    } while (member != node);
    network->component_count++;
}

static void follow(struct walk *walk, size_t start) {
    const struct network *network = walk->network;
    enter(walk, start);
    while (walk->path_count) {
        size_t node = walk->path[walk->path_count - 1];
        if (walk->next[node] == network->first[node + 1]) {
            leave(walk, node);
            continue;
        }
        size_t target = network->targets[walk->next[node]++];
        if (!walk->order[target])
            enter(walk, target);
        else if (walk->order[target] != SIZE_MAX)
            lower(&walk->low[node], walk->order[target]);
    }
}

static void find_components(struct network *network) {
    size_t count = network->node_count;
    size_t *memory = xcalloc(5 * count + 1, sizeof *memory);
    struct walk walk = {network,
                        memory,
                        memory + count,
                        memory + 2 * count,
                        memory + 3 * count,
                        memory + 4 * count,
                        0,
                        0,
                        0};
    network->component = xcalloc(count + 1, sizeof *network->component);
    for (size_t i = 0; i < count; i++)
        if (!walk.order[i])
            follow(&walk, i);
    free(memory);
}

void network_index(struct network *network) {
    list_nodes(network);
    list_targets(network);
    find_components(network);
}

/* Nodes by component, the highest first: users before what they use. */
static size_t *order_by_component(const struct network *network) {
    size_t *order = xcalloc(network->node_count + 1, sizeof *order);
    size_t *place = xcalloc(network->component_count + 1, sizeof *place);
    for (size_t i = 0; i < network->node_count; i++)
        place[network->component_count - 1 - network->component[i] + 1]++;
    for (size_t i = 0; i < network->component_count; i++)
        place[i + 1] += place[i];
    for (size_t i = 0; i < network->node_count; i++)
        order[place[network->component_count - 1 - network->component[i]]++] = i;
    free(place);
    return order;
}

/* Of the BLOCK nodes from START on: which reach a component. */
static void count_block(const struct network *network, const size_t *order, size_t start,
                        uint64_t (*reached)[WORDS], int64_t *transitive) {
    memset(reached, 0, network->component_count * sizeof *reached);
    for (size_t i = start; i < network->node_count && i < start + BLOCK; i++)
        reached[network->component[i]][(i - start) / 64] |= UINT64_C(1) << (i - start) % 64;
    for (size_t i = 0; i < network->node_count; i++) {
        size_t node = order[i], from = network->component[node];
        for (size_t e = network->first[node]; e < network->first[node + 1]; e++) {
            size_t to = network->component[network->targets[e]];
            for (size_t word = 0; to != from && word < WORDS; word++)
                reached[to][word] |= reached[from][word];
        }
    }
    for (size_t i = 0; i < network->node_count; i++)
        for (size_t word = 0; word < WORDS; word++)
            transitive[i] += __builtin_popcountll(reached[network->component[i]][word]);
}

void network_count_users(const struct network *network, int64_t *direct,
                         int64_t *transitive) {
    size_t *order = order_by_component(network);
    uint64_t(*reached)[WORDS] = xcalloc(network->component_count + 1, sizeof *reached);
    for (size_t e = 0; e < network->first[network->node_count]; e++)
        direct[network->targets[e]]++;
    for (size_t start = 0; start < network->node_count; start += BLOCK)
        count_block(network, order, start, reached, transitive);
    for (size_t i = 0; i < network->node_count; i++)
        transitive[i]--; /* itself */
    free(reached);
    free(order);
}

/* A search in breadth from START within its component: the length of a shortest cycle
 * through it if that is below BEST, else 0. PREVIOUS then leads back from *LAST. */
static size_t search(const struct network *network, size_t start, size_t best,
                     size_t *depth, size_t *previous, size_t *queue, size_t *last) {
    size_t count = 0;
    queue[count++] = start;
    depth[start] = 1;
    size_t found = 0;
    for (size_t i = 0; i < count && !found && depth[queue[i]] < best; i++) {
        size_t node = queue[i];
        for (size_t e = network->first[node]; e < network->first[node + 1]; e++) {
            size_t target = network->targets[e];
            if (target == start && !found) {
                found = depth[node];
                *last = node;
            } else if (!depth[target] &&
                       network->component[target] == network->component[start]) {
                depth[target] = depth[node] + 1;
                previous[target] = node;
                queue[count++] = target;
            }
        }
    }
    for (size_t i = 0; i < count; i++)
        depth[queue[i]] = 0;
    return found;
}

size_t network_find_cycle(const struct network *network, const size_t *members,
                          size_t count, size_t *cycle) {
    size_t *memory = xcalloc(3 * network->node_count + 1, sizeof *memory);
    size_t *previous = memory + network->node_count,
           *queue = previous + network->node_count;
    size_t best = SIZE_MAX, last = 0;
    for (size_t i = 0; i < count && i < NETWORK_STARTS && best > 2; i++) {
        size_t length = search(network, members[i], best, memory, previous, queue, &last);
        if (!length)
            continue;
        best = length;
        for (size_t at = length; at-- > 0; last = previous[last])
            cycle[at] = last;
    }
    free(memory);
    return best;
}

void network_free(struct network *network) {
    free(network->items);
    free(network->nodes);
    free(network->first);
    free(network->targets);
    free(network->component);
    *network = (struct network){0};
}
