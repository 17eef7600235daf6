/*
 * model: which of the published models a site computes and shows beside health.
 *
 * In:  the passes whose names begin with "model-"; of site.conf the key models under
 *      [site], a list of names without that beginning, or "none"; without it all are shown.
 * Out: struct rules without the passes of the others.
 * Holds: what is not selected is in no table and on no page, and what a selected model is
 * computed from ("needs" in its header) is selected, too; else, or where a name is unknown
 * or stands twice, the key is refused with its place.
 */
#ifndef PASSES_MODEL_H
#define PASSES_MODEL_H

#include "passes/rule.h"

/* Takes those out of RULES, with their settings, that SITE does not select. All settings
 * were declared and set. */
bool models_select(struct rules *rules, const struct site *site, struct error *error);

#endif
