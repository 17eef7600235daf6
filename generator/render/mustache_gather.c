#include "render/mustache_gather.h"

#include "render/mustache_internal.h"

#include <string.h>

/* What is gathered, and from where already. */
struct gathering {
    struct mustache *set;
    struct buffer *texts;
    const char *value;
    bool found, complete;
    struct names seen;
    struct error *error;
};

static bool is_seen(const struct gathering *gathering, const char *name) {
    for (size_t i = 0; i < gathering->seen.count; i++)
        if (!strcmp(gathering->seen.items[i], name))
            return true;
    return false;
}

static bool prints(const struct node *node) {
    return node->kind == MUSTACHE_VARIABLE || node->kind == MUSTACHE_RAW ||
           node->kind == MUSTACHE_SECTION || node->kind == MUSTACHE_INVERTED;
}

static void gather(struct gathering *gathering, const char *name) {
    if (gathering->error->kind || is_seen(gathering, name))
        return;
    *LIST_ADD(&gathering->seen) = xstrdup(name);
    const struct template *template =
        mustache_template(gathering->set, name, gathering->error, gathering->error);
    if (!template || !template->file)
        return;
    buffer_printf(gathering->texts, "%s %zu\n", name, template->text.size);
    buffer_add_text(gathering->texts, buffer_text(&template->text));
    for (size_t i = 0; i < template->count; i++) {
        const struct node *node = &template->items[i];
        if (prints(node) && node->parts && !strcmp(node->path, gathering->value))
            gathering->found = true;
        if (node->kind != MUSTACHE_PARTIAL && node->kind != MUSTACHE_PARENT)
            continue;
        if (node->dynamic)
            gathering->complete = false;
        else
            gather(gathering, node->path);
    }
}

bool mustache_gather(struct mustache *set, const char *name, const char *value,
                     struct buffer *texts, bool *found, struct error *error) {
    struct gathering gathering = {
        .set = set, .texts = texts, .value = value, .complete = true, .error = error};
    gather(&gathering, name);
    *found = gathering.found || !gathering.complete;
    names_free(&gathering.seen);
    return gathering.complete;
}
