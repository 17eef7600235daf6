#include "passes/rule_setting.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A decimal number at the beginning of TEXT, behind which END stands; the rest after that,
 * or NULL. */
static const char *take_number(const char *text, const char *end, double *number) {
    size_t size = strspn(text, "0123456789.-");
    char *rest;
    *number = strtod(text, &rest);
    return size && rest == text + size && isfinite(*number) && text_starts_with(rest, end)
               ? rest + strlen(end)
               : NULL;
}

/* A key of site.conf: letters, digits and dashes, a letter first. */
static size_t key_size(const char *text) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    size_t size = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return size && strchr(letters, *text) ? size : 0;
}

static char *parameter_of(const char *key) {
    char *parameter = xasprintf(":%s", key);
    for (char *c = parameter; *c; c++)
        if (*c == '-')
            *c = '_';
    return parameter;
}

static bool declare(struct rules *rules, const struct declaration *rule,
                    const struct header_field *field, int position, struct error *error) {
    struct rule_setting setting = {.rule = rule, .position = position};
    size_t size = key_size(field->value);
    const char *rest = field->value + size;
    bool ok = size && text_starts_with(rest, " (") &&
              (rest = take_number(rest + 2, ", ", &setting.fallback)) &&
              (rest = take_number(rest, " to ", &setting.least)) &&
              (rest = take_number(rest, "): ", &setting.most)) && *rest;
    if (!ok)
        return error_at(error, rule->origin, field->line, 0,
                        "a setting is written: setting: name (default, least to most): "
                        "what it means");
    if (setting.fallback < setting.least || setting.fallback > setting.most)
        return error_at(error, rule->origin, field->line, 0,
                        "the setting's default is not between its bounds");
    setting.value = setting.fallback;
    setting.key = xstrndup(field->value, size);
    setting.parameter = parameter_of(setting.key);
    setting.meaning = xstrdup(rest);
    *LIST_ADD(&rules->settings) = setting;
    return true;
}

void rule_setting_free(struct rule_setting *setting) {
    free(setting->key);
    free(setting->parameter);
    free(setting->meaning);
}

bool rule_settings_declare(struct rules *rules, const struct declaration *rule,
                           struct error *error) {
    int position = 0;
    for (size_t i = 0; i < rule->fields.count; i++)
        if (!strcmp(rule->fields.items[i].key, "setting") &&
            !declare(rules, rule, &rule->fields.items[i], ++position, error))
            return false;
    return true;
}

static const char *name_of(const struct declaration *rule) {
    return strchr(rule->name, '/') + 1;
}

static bool refuse_unknown(const struct site *site, int line, int column, const char *what,
                           const char *word, const struct names *known,
                           struct error *error) {
    char *text = site_unknown(what, word, (const char *const *)known->items, known->count);
    error_at(error, site->file, line, column, "%s", text);
    free(text);
    return false;
}

/* What VALUE makes of a rule's hash. */
static void set(struct rule_setting *setting, double value, struct declaration *rule) {
    setting->value = value;
    if (value == setting->fallback)
        return;
    char *text = xasprintf("%s %s = %.17g", rule->hash, setting->key, value);
    text_hash(text, strlen(text), rule->hash);
    free(text);
}

/* A name may be that of a pass, of a check and of a recommendation: all are meant. */
static bool set_one(struct rules *rules, struct declarations *declarations,
                    const struct site *site, const struct rule_section *section,
                    const struct setting *given, bool *known, struct error *error) {
    for (size_t i = 0; i < rules->settings.count; i++) {
        struct rule_setting *setting = &rules->settings.items[i];
        double value;
        size_t at = (size_t)(setting->rule - declarations->items);
        if (setting->rule < declarations->items || at >= declarations->count ||
            strcmp(name_of(setting->rule), section->name) ||
            strcmp(setting->key, given->key))
            continue;
        *known = true;
        const char *rest = take_number(given->value, "", &value);
        if (!rest || *rest || value < setting->least || value > setting->most)
            return error_at(error, site->file, given->line, given->column,
                            "%s of rule \"%s\" is a number from %.10g to %.10g", given->key,
                            section->name, setting->least, setting->most);
        set(setting, value, &declarations->items[at]);
    }
    return true;
}

static bool refuse_key(const struct rules *rules, const struct site *site,
                       const struct rule_section *section, const struct setting *given,
                       struct error *error) {
    struct names known = {0};
    for (size_t i = 0; i < rules->settings.count; i++)
        if (!strcmp(name_of(rules->settings.items[i].rule), section->name))
            *LIST_ADD(&known) = xstrdup(rules->settings.items[i].key);
    if (known.count)
        refuse_unknown(site, given->line, given->column, "key", given->key, &known, error);
    else
        error_at(error, site->file, given->line, given->column,
                 "rule \"%s\" takes no settings", section->name);
    names_free(&known);
    return false;
}

static bool check_name(const struct rules *rules, const struct site *site,
                       const struct rule_section *section, struct error *error) {
    const struct declarations *kinds[] = {&rules->passes, &rules->checks,
                                          &rules->recommendations};
    struct names known = {0};
    bool found = false;
    for (size_t k = 0; k < COUNT_OF(kinds); k++)
        for (size_t i = 0; i < kinds[k]->count; i++) {
            const char *name = name_of(&kinds[k]->items[i]);
            found |= !strcmp(name, section->name);
            *LIST_ADD(&known) = xstrdup(name);
        }
    if (!found)
        refuse_unknown(site, section->line, section->column, "rule", section->name, &known,
                       error);
    names_free(&known);
    return found;
}

bool rule_settings_set(struct rules *rules, const struct site *site, struct error *error) {
    for (size_t i = 0; i < site->rules.count; i++) {
        const struct rule_section *section = &site->rules.items[i];
        if (!check_name(rules, site, section, error))
            return false;
        for (size_t s = 0; s < section->setting_count; s++) {
            const struct setting *given = &section->settings[s];
            bool known = false;
            if (!set_one(rules, &rules->passes, site, section, given, &known, error) ||
                !set_one(rules, &rules->checks, site, section, given, &known, error) ||
                !set_one(rules, &rules->recommendations, site, section, given, &known,
                         error))
                return false;
            if (!known)
                return refuse_key(rules, site, section, given, error);
        }
    }
    return true;
}
