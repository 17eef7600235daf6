/*
 * rule_setting: the numbers that a rule takes, from its header and from site.conf.
 *
 * In:  header fields "setting: NAME (DEFAULT, LEAST to MOST): meaning"; sections of
 * site.conf. Out: the settings of struct rules. Holds: see passes/rule.h.
 */
#ifndef PASSES_RULE_SETTING_H
#define PASSES_RULE_SETTING_H

#include "passes/rule.h"

/* Adds what RULE declares. */
bool rule_settings_declare(struct rules *rules, const struct declaration *rule,
                           struct error *error);

/* Sets what site.conf sets; all rules were declared. */
bool rule_settings_set(struct rules *rules, const struct site *site, struct error *error);

void rule_setting_free(struct rule_setting *setting);

#endif
