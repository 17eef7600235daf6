/* Prints a graph in a format: print FORMAT < JSON. For graphs.test.mjs. */
#include "render/graph.h"

#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
    struct buffer json = {0}, out = {0};
    struct error error = {0};
    enum format format;
    if (count != 2 || !format_from_name(arguments[1], &format) ||
        !file_read_open(0, "stdin", 16 << 20, &json, &error)) {
        fprintf(stderr, "print FORMAT < JSON\n");
        return EXIT_FAILURE;
    }
    struct graph *graph = graph_read(buffer_text(&json), json.size);
    buffer_free(&json);
    if (graph)
        graph_print(graph, format, &out);
    else
        buffer_add_text(&out, "not a graph");
    printf("%s\n%s", buffer_text(&out), graph && graph_is_empty(graph) ? "empty\n" : "");
    graph_free(graph);
    buffer_free(&out);
    return EXIT_SUCCESS;
}
