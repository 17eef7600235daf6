#include "site/site.h"

#include "site/budget.h"
#include "site/entry.h"
#include "site/price.h"
#include "site/section.h"
#include "site/waiver.h"

#include <stdlib.h>
#include <string.h>

const char *const zone_names[ZONE_COUNT] = {"public", "internal", "restricted"};

char *site_unknown(const char *what, const char *word, const char *const *known,
                   size_t count) {
    const char *nearest = text_nearest(word, known, count);
    struct buffer text = {0};
    buffer_printf(&text, "unknown %s \"%s\"; ", what, config_excerpt(word).text);
    if (nearest)
        buffer_printf(&text, "did you mean \"%s\"?", nearest);
    else
        buffer_add_text(&text, "known: ");
    for (size_t i = 0; !nearest && i < count; i++)
        buffer_printf(&text, "%s%s", i ? ", " : "", known[i]);
    return buffer_take(&text);
}

static void set_defaults(struct site *site) {
    if (!site->history.daily)
        site->history.daily = 365;
    if (!site->title)
        site->title = xstrdup("Control Tower");
    if (site->editions.count)
        return;
    struct edition *edition = LIST_ADD(&site->editions);
    edition->name = xstrdup("public");
    edition->zones[ZONE_PUBLIC] = true;
    edition->output = path_join(site->folder, "public");
}

static bool find_file(const char *folder, const char *file, struct error *error) {
    if (!path_is_folder(folder))
        return error_at(error, folder, 0, 0, "there is no such folder");
    return path_exists(file) ||
           error_at(error, file, 0, 0,
                    "there is no such file; write one with the three lines: [source "
                    "\"here\"], type = git, path = .");
}

bool site_read(const char *folder, struct site *site, struct error *error) {
    site->folder = xstrdup(folder);
    site->file = path_join(folder, "site.conf");
    struct config config = {0};
    bool ok =
        find_file(folder, site->file, error) && config_read(site->file, &config, error);
    for (size_t i = 0; ok && i < config.count; i++)
        ok = budget_is_section(&config.items[i])
                 ? budget_section_read(site, &config, &config.items[i], error)
                 : section_read(site, &config, &config.items[i], error);
    config_free(&config);
    ok = ok && waivers_read(site, error) && budgets_complete(site, error) &&
         prices_read(site, error);
    if (ok)
        set_defaults(site);
    return ok;
}

bool site_list_config(const char *file, struct buffer *out, struct error *error) {
    struct config config = {0};
    bool ok = config_read(file, &config, error);
    if (ok)
        config_print(&config, out);
    config_free(&config);
    return ok;
}

static void free_settings(struct setting *settings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(settings[i].key);
        free(settings[i].value);
    }
    free(settings);
}

static void free_source(struct source *source) {
    free_settings(source->settings, source->setting_count);
    if (source->token)
        explicit_bzero(source->token, strlen(source->token));
    free(source->name);
    free(source->type);
    free(source->replay);
    free(source->token);
    free(source->token_env);
}

void site_free(struct site *site) {
    for (size_t i = 0; i < site->sources.count; i++)
        free_source(&site->sources.items[i]);
    for (size_t i = 0; i < site->editions.count; i++) {
        free(site->editions.items[i].name);
        free(site->editions.items[i].output);
    }
    for (size_t i = 0; i < site->rules.count; i++) {
        free_settings(site->rules.items[i].settings, site->rules.items[i].setting_count);
        free(site->rules.items[i].name);
    }
    waivers_free(site);
    budgets_free(site);
    prices_free(site);
    free(site->sources.items);
    free(site->editions.items);
    free(site->rules.items);
    free(site->folder);
    free(site->file);
    free(site->title);
    free(site->url);
    free(site->models.key);
    free(site->models.value);
    *site = (struct site){0};
}

/* The rule for KEY, or NULL. */
static const struct setting_rule *find_rule(const struct setting_rule *rules, size_t count,
                                            const char *key) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(rules[i].key, key))
            return &rules[i];
    return NULL;
}

static const struct setting *find_setting(const struct source *source, const char *key) {
    for (size_t i = 0; i < source->setting_count; i++)
        if (!strcmp(source->settings[i].key, key))
            return &source->settings[i];
    return NULL;
}

/* The keys that a section of this system may have: the engine's, then the system's. The
 * caller frees the array; the texts are borrowed. */
static const char **known_keys(const struct setting_rule *rules, size_t rule_count) {
    const char **keys = xcalloc(SECTION_SOURCE_KEY_COUNT + rule_count, sizeof *keys);
    for (size_t i = 0; i < SECTION_SOURCE_KEY_COUNT; i++)
        keys[i] = section_source_keys[i];
    for (size_t i = 0; i < rule_count; i++)
        keys[SECTION_SOURCE_KEY_COUNT + i] = rules[i].key;
    return keys;
}

static bool refuse_unknown(const struct site *site, const struct setting *setting,
                           const struct setting_rule *rules, size_t rule_count,
                           struct error *error) {
    const char **known = known_keys(rules, rule_count);
    entry_unknown(site->file, setting->line, setting->column, "key", setting->key, known,
                  SECTION_SOURCE_KEY_COUNT + rule_count, error);
    free(known);
    return false;
}

bool site_check_settings(const struct site *site, const struct source *source,
                         const struct setting_rule *rules, size_t rule_count,
                         struct error *error) {
    for (size_t i = 0; i < source->setting_count; i++) {
        const struct setting *setting = &source->settings[i];
        const struct setting_rule *rule = find_rule(rules, rule_count, setting->key);
        if (!rule)
            return refuse_unknown(site, setting, rules, rule_count, error);
        if (rule->repeat)
            continue;
        const struct setting *first = find_setting(source, setting->key);
        if (first != setting)
            return error_at(error, site->file, setting->line, setting->column,
                            ENTRY_REPEATED, setting->key, first->line);
    }
    for (size_t i = 0; i < rule_count; i++)
        if (rules[i].required && !find_setting(source, rules[i].key))
            return error_at(error, site->file, source->line, 0,
                            "source \"%s\" has no \"%s\", which its type \"%s\" needs; add "
                            "a line: %s = ...",
                            source->name, rules[i].key, source->type, rules[i].key);
    return true;
}
