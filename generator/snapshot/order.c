#include "snapshot/order.h"

#include <stdlib.h>
#include <string.h>

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort(struct names *names) {
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_bytes);
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

/* A step's wave is one more than the highest that it waits for; in a circle waves would
 * grow without end. */
static bool raise(struct step *steps, size_t count, size_t index) {
    size_t wave = 0;
    for (size_t i = 0; i < count; i++)
        if (step_waits_for(&steps[index], &steps[i]) && steps[i].wave >= wave)
            wave = steps[i].wave + 1;
    bool rose = wave > steps[index].wave;
    if (rose)
        steps[index].wave = wave;
    return rose;
}

/* The step that kept this one waiting longest. */
static const struct step *waited_for(const struct step *steps, size_t count,
                                     const struct step *step) {
    const struct step *longest = NULL;
    for (size_t i = 0; i < count; i++)
        if (step_waits_for(step, &steps[i]) && (!longest || steps[i].wave > longest->wave))
            longest = &steps[i];
    return longest;
}

/* Of a circle the step that stands first among all. */
static const struct step *first_of(const struct step *steps, size_t count,
                                   const struct step *step) {
    const struct step *first = step, *at = step;
    while ((at = waited_for(steps, count, at)) != step)
        if (at < first)
            first = at;
    return first;
}

/* STEP waited more often than there are steps, so going back that far ends in a circle. */
static bool name_circle(const struct step *steps, size_t count, const struct step *step,
                        struct error *error) {
    struct buffer circle = {0};
    for (size_t i = 0; i < count; i++)
        step = waited_for(steps, count, step);
    const struct step *first = step = first_of(steps, count, step);
    do {
        buffer_printf(&circle, "%s%s", circle.size ? ", " : "", step->name);
        step = waited_for(steps, count, step);
    } while (step != first);
    error_at(error, first->name, 0, 0,
             "each of these reads what another of them writes, so none can be first: %s",
             buffer_text(&circle));
    buffer_free(&circle);
    return false;
}

bool order_derive(struct step *steps, size_t count, struct error *error) {
    for (size_t i = 0; i < count; i++) {
        sort(&steps[i].reads);
        sort(&steps[i].writes);
        steps[i].wave = 0;
    }
    for (bool rose = true; rose;) {
        rose = false;
        for (size_t i = 0; i < count; i++) {
            rose |= raise(steps, count, i);
            if (steps[i].wave > count)
                return name_circle(steps, count, &steps[i], error);
        }
    }
    return true;
}

void step_free(struct step *step) {
    names_free(&step->reads);
    names_free(&step->writes);
}
