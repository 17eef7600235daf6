#include "serve/toolbox.h"

#include <stdlib.h>
#include <string.h>

static bool read_tools(struct toolbox *toolbox, struct reader *reader,
                       struct error *error) {
    size_t count = toolbox->declarations.count;
    toolbox->tools = xcalloc(count + 1, sizeof *toolbox->tools);
    while (toolbox->count < count && !error->kind) {
        size_t i = toolbox->count++;
        tool_read(&toolbox->declarations.items[i], reader, &toolbox->tools[i], error);
    }
    return !error->kind;
}

bool toolbox_open(struct toolbox *toolbox, const struct library *library,
                  struct reader *reader, struct error *error) {
    struct snapshot empty = {.lock = -1};
    *toolbox = (struct toolbox){0};
    bool ok = declarations_read(library, "tools/", &toolbox->declarations, error);
    if (!ok || reader)
        return ok && read_tools(toolbox, reader, error);
    ok = snapshot_open_private(":memory:", library, snapshot_newest_version(library),
                               &empty, error) &&
         read_tools(toolbox, &(struct reader){.db = empty.db}, error);
    snapshot_close(&empty);
    return ok;
}

void toolbox_close(struct toolbox *toolbox) {
    for (size_t i = 0; i < toolbox->count; i++)
        tool_free(&toolbox->tools[i]);
    free(toolbox->tools);
    declarations_free(&toolbox->declarations);
    *toolbox = (struct toolbox){0};
}

const struct tool *toolbox_find(const struct toolbox *toolbox, const char *name,
                                const char **nearest) {
    const char **names = xcalloc(toolbox->count + 1, sizeof *names);
    const struct tool *found = NULL;
    for (size_t i = 0; i < toolbox->count; i++) {
        names[i] = toolbox->tools[i].name;
        if (!strcmp(names[i], name))
            found = &toolbox->tools[i];
    }
    *nearest = found ? NULL : text_nearest(name, names, toolbox->count);
    free(names);
    return found;
}
