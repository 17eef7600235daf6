/*
 * A network of what uses what: who is reached from where, and cycles.
 *
 * In:  edges between nodes that are numbers, in any order; one from a node to itself, and
 *      one that is there already, do not count.
 * Out: for each node how many use it, directly and through others; the strongly connected
 *      components (R. Tarjan, Depth-first search and linear graph algorithms, 1972), each
 *      with a shortest cycle.
 * Holds: the same edges give the same answer, whatever their order. Components take time
 * that is linear in the edges; counting takes that once for every 1024 nodes, and memory
 * that is linear in the nodes.
 *
 * For SQL, as aggregates over edges:
 *   network_users(user, used)   a JSON array of [node, direct, transitive], by node; direct
 *                               ones count among the transitive
 *   network_cycles(user, used)  a JSON array of objects {"members": [...], "cycle": [...]}:
 *                               a component's nodes by number, and a cycle in its order,
 *                               which begins at its lowest node. Of components with more
 *                               than NETWORK_STARTS members the shortest cycle through one
 *                               of the first ones.
 */
#ifndef SNAPSHOT_NETWORK_H
#define SNAPSHOT_NETWORK_H

#include "base/base.h"

#include <sqlite3.h>

enum { NETWORK_STARTS = 200 };

struct edge {
    int64_t user, used;
};

struct network {
    struct edge *items; /* as they were added */
    size_t count, capacity;

    /* after network_index() */
    int64_t *nodes; /* by number */
    size_t node_count;
    size_t *first; /* of a node's edges in TARGETS; node_count + 1 items */
    size_t *targets;
    size_t *component; /* of a node: what it uses has a lower one, or the same */
    size_t component_count;
};

/* Gives every node its place and finds the components; no edge can be added any more. */
void network_index(struct network *network);

/* For each node how many use it; both arrays have node_count items. */
void network_count_users(const struct network *network, int64_t *direct,
                         int64_t *transitive);

/* A shortest cycle within MEMBERS, COUNT nodes' places that are one component, by place:
 * its length, and its places in CYCLE, which has room for COUNT. */
size_t network_find_cycle(const struct network *network, const size_t *members,
                          size_t count, size_t *cycle);

void network_free(struct network *network);

/* Adds the aggregates to a connection: SQLITE_OK, or SQLite's error. */
int network_register(sqlite3 *db);

#endif
