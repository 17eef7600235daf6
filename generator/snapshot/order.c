#include "snapshot/order.h"

#include <stdlib.h>
#include <string.h>

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* In order, and each once. */
static void sort(struct names *names) {
    size_t kept = 0;
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_bytes);
    for (size_t i = 0; i < names->count; i++)
        if (!kept || strcmp(names->items[kept - 1], names->items[i]))
            names->items[kept++] = names->items[i];
        else
            free(names->items[i]);
    names->count = kept;
}

static bool overlap(const struct names *a, const struct names *b) {
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        int order = strcmp(a->items[i], b->items[j]);
        if (!order)
            return true;
        if (order < 0)
            i++;
        else
            j++;
    }
    return false;
}

bool step_waits_for(const struct step *step, const struct step *other) {
    return step != other && overlap(&step->reads, &other->writes);
}

bool step_reads(const struct step *step, const char *prefix) {
    for (size_t i = 0; i < step->reads.count; i++)
        if (text_starts_with(step->reads.items[i], prefix))
            return true;
    return false;
}

/* All steps, and which of them waits for which: WAITS has a row for each. */
struct order {
    struct step *const *steps;
    size_t count;
    bool *waits;
};

/* A step's wave is one more than the highest that it waits for; in a circle waves would
 * grow without end. */
static bool raise(const struct order *order, size_t index) {
    const bool *waits = order->waits + index * order->count;
    struct step *step = order->steps[index];
    size_t wave = 0;
    for (size_t i = 0; i < order->count; i++)
        if (waits[i] && order->steps[i]->wave >= wave)
            wave = order->steps[i]->wave + 1;
    bool rose = wave > step->wave;
    if (rose)
        step->wave = wave;
    return rose;
}

/* The step that kept this one waiting longest. */
static size_t waited_for(const struct order *order, size_t index) {
    const bool *waits = order->waits + index * order->count;
    size_t longest = SIZE_MAX;
    for (size_t i = 0; i < order->count; i++)
        if (waits[i] &&
            (longest == SIZE_MAX || order->steps[i]->wave > order->steps[longest]->wave))
            longest = i;
    return longest;
}

/* Of a circle the step that stands first among all. */
static size_t first_of(const struct order *order, size_t index) {
    size_t first = index, at = index;
    while ((at = waited_for(order, at)) != index)
        if (at < first)
            first = at;
    return first;
}

/* The step waited more often than there are steps, so going back that far ends in a circle.
 */
static bool name_circle(const struct order *order, size_t index, struct error *error) {
    struct buffer circle = {0};
    for (size_t i = 0; i < order->count; i++)
        index = waited_for(order, index);
    size_t first = index = first_of(order, index);
    do {
        buffer_printf(&circle, "%s%s", circle.size ? ", " : "", order->steps[index]->name);
        index = waited_for(order, index);
    } while (index != first);
    error_at(error, order->steps[first]->name, 0, 0,
             "each of these reads what another of them writes, so none can be first: %s",
             buffer_text(&circle));
    buffer_free(&circle);
    return false;
}

static void find_waits(const struct order *order) {
    for (size_t i = 0; i < order->count; i++) {
        sort(&order->steps[i]->reads);
        sort(&order->steps[i]->writes);
        order->steps[i]->wave = 0;
    }
    for (size_t i = 0; i < order->count; i++)
        for (size_t j = 0; j < order->count; j++)
            order->waits[i * order->count + j] =
                step_waits_for(order->steps[i], order->steps[j]);
}

bool order_derive(struct step *const *steps, size_t count, struct error *error) {
    struct order order = {steps, count, xcalloc(count * count, sizeof(bool))};
    bool ok = true;
    find_waits(&order);
    for (bool rose = true; ok && rose;) {
        rose = false;
        for (size_t i = 0; ok && i < count; i++) {
            rose |= raise(&order, i);
            if (steps[i]->wave > count)
                ok = name_circle(&order, i, error);
        }
    }
    free(order.waits);
    return ok;
}

void step_free(struct step *step) {
    names_free(&step->reads);
    names_free(&step->writes);
}
