#include "site/waiver.h"

#include "site/entry.h"

#include <stdlib.h>
#include <string.h>

/* Where the reading stands; the waiver in hand is the site's last. */
struct reading {
    struct site *site;
    const struct config_section *section;
    struct waiver *waiver;
    struct error *error;
};

#define REFUSE(reading, place, ...)                                                        \
    error_at((reading)->error, (reading)->site->waiver_file, (place)->line,                \
             (place)->column, __VA_ARGS__)

static bool take_check(struct reading *reading, const struct config_entry *entry) {
    reading->waiver->check = xstrdup(entry->value);
    reading->waiver->check_line = entry->line;
    reading->waiver->check_column = entry->column;
    return true;
}

static bool take_source(struct reading *reading, const struct config_entry *entry) {
    const struct site *site = reading->site;
    const char **known = xcalloc(site->sources.count + 1, sizeof *known);
    bool found = false;
    for (size_t i = 0; i < site->sources.count; i++) {
        known[i] = site->sources.items[i].name;
        found |= !strcmp(known[i], entry->value);
    }
    if (found)
        reading->waiver->source = xstrdup(entry->value);
    else
        entry_unknown(site->waiver_file, entry->line, entry->column, "source", entry->value,
                      known, site->sources.count, reading->error);
    free(known);
    return found;
}

static bool take_repo(struct reading *reading, const struct config_entry *entry) {
    reading->waiver->repo = xstrdup(entry->value);
    return true;
}

static bool take_issue(struct reading *reading, const struct config_entry *entry) {
    reading->waiver->number = text_number(entry->value);
    return reading->waiver->number > 0 ||
           REFUSE(reading, entry,
                  "issue is the number of an issue or pull request, without \"#\"");
}

static bool take_who(struct reading *reading, const struct config_entry *entry) {
    reading->waiver->who = xstrdup(entry->value);
    return true;
}

static bool take_why(struct reading *reading, const struct config_entry *entry) {
    reading->waiver->why = xstrdup(entry->value);
    return true;
}

static bool take_until(struct reading *reading, const struct config_entry *entry) {
    reading->waiver->until = xstrdup(entry->value);
    return clock_is_day(entry->value) ||
           REFUSE(reading, entry,
                  "until is the last day on which the waiver holds, such as 2027-03-31");
}

static const char *const keys[] = {"check", "source", "repo", "issue",
                                   "who",   "why",    "until"};
static bool (*const take[COUNT_OF(keys)])(struct reading *, const struct config_entry *) = {
    take_check, take_source, take_repo, take_issue, take_who, take_why, take_until};
static const bool required[COUNT_OF(keys)] = {true, false, false, false, true, true, true};

static const struct config_entry *find_entry(const struct reading *reading,
                                             const char *key) {
    for (size_t i = 0; i < reading->section->entries.count; i++)
        if (!strcmp(reading->section->entries.items[i].key, key))
            return &reading->section->entries.items[i];
    return NULL;
}

static bool read_entry(struct reading *reading, const struct config_entry *entry) {
    const char *file = reading->site->waiver_file;
    size_t i = 0;
    while (i < COUNT_OF(keys) && strcmp(keys[i], entry->key))
        i++;
    if (i == COUNT_OF(keys))
        return entry_unknown(file, entry->line, entry->column, "key", entry->key, keys,
                             COUNT_OF(keys), reading->error);
    return entry_check(file, reading->section, entry, false, reading->error) &&
           take[i](reading, entry);
}

static bool check_complete(struct reading *reading) {
    const struct waiver *waiver = reading->waiver;
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (required[i] && !find_entry(reading, keys[i]))
            return REFUSE(reading, reading->section,
                          "waiver \"%s\" has no \"%s\"; add a line: %s = ...", waiver->name,
                          keys[i], keys[i]);
    if (waiver->number && !waiver->repo)
        return REFUSE(reading, reading->section,
                      "waiver \"%s\" names an issue and no repository; add a line: repo = "
                      "...",
                      waiver->name);
    if (!waiver->source && reading->site->sources.count != 1)
        return REFUSE(reading, reading->section,
                      "waiver \"%s\" does not say of which source, and there are %zu; add "
                      "a line: source = ...",
                      waiver->name, reading->site->sources.count);
    if (!waiver->source)
        reading->waiver->source = xstrdup(reading->site->sources.items[0].name);
    return true;
}

static bool check_header(const struct reading *reading, const struct config *config) {
    static const char *const known[] = {"waiver"};
    const struct config_section *section = reading->section;
    if (strcmp(section->name, known[0]))
        return entry_unknown(reading->site->waiver_file, section->line, section->column,
                             "section", section->name, known, COUNT_OF(known),
                             reading->error);
    if (!section->subsection || !*section->subsection)
        return REFUSE(reading, section, "write [waiver \"name\"]; a waiver needs a name");
    for (const struct config_section *other = config->items; other < section; other++)
        if (!strcmp(other->subsection, section->subsection))
            return REFUSE(reading, section,
                          "there is a waiver \"%s\" on line %d already; give this one "
                          "another name",
                          section->subsection, other->line);
    return true;
}

static bool read_waiver(struct reading *reading, const struct config *config) {
    if (!check_header(reading, config))
        return false;
    reading->waiver = LIST_ADD(&reading->site->waivers);
    *reading->waiver = (struct waiver){.name = xstrdup(reading->section->subsection),
                                       .line = reading->section->line};
    for (size_t i = 0; i < reading->section->entries.count; i++)
        if (!read_entry(reading, &reading->section->entries.items[i]))
            return false;
    return check_complete(reading);
}

bool waivers_read(struct site *site, struct error *error) {
    struct config config = {0};
    site->waiver_file = path_join(site->folder, "content/waivers.conf");
    bool ok =
        !path_exists(site->waiver_file) || config_read(site->waiver_file, &config, error);
    for (size_t i = 0; ok && i < config.count; i++) {
        struct reading reading = {site, &config.items[i], NULL, error};
        ok = read_waiver(&reading, &config);
    }
    config_free(&config);
    return ok;
}

void waivers_free(struct site *site) {
    for (size_t i = 0; i < site->waivers.count; i++) {
        struct waiver *waiver = &site->waivers.items[i];
        free(waiver->name);
        free(waiver->check);
        free(waiver->source);
        free(waiver->repo);
        free(waiver->who);
        free(waiver->why);
        free(waiver->until);
    }
    free(site->waivers.items);
    free(site->waiver_file);
}
