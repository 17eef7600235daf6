#include "site/section.h"

#include "site/entry.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAME_LIMIT = 64 };

#define DIGITS "0123456789"
#define LOWER  "abcdefghijklmnopqrstuvwxyz"
#define UPPER  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* Where the reading stands; the source or edition in hand is the site's last. */
struct reading {
    struct site *site;
    const struct config *config;
    const struct config_section *section;
    struct error *error;
};

/* PLACE is anything with a line and a column. */
#define REFUSE(reading, place, ...)                                                        \
    error_at((reading)->error, (reading)->site->file, (place)->line, (place)->column,      \
             __VA_ARGS__)

#define REFUSE_UNKNOWN(reading, place, what, word, known, count)                           \
    entry_unknown((reading)->site->file, (place)->line, (place)->column, what, word,       \
                  known, count, (reading)->error)

static struct source *last_source(const struct reading *reading) {
    return &reading->site->sources.items[reading->site->sources.count - 1];
}

static struct rule_section *last_rule(const struct reading *reading) {
    return &reading->site->rules.items[reading->site->rules.count - 1];
}

static struct edition *last_edition(const struct reading *reading) {
    return &reading->site->editions.items[reading->site->editions.count - 1];
}

bool section_is_name(const char *name) {
    size_t size = strlen(name);
    return size && size <= NAME_LIMIT && *name != '.' &&
           strspn(name, LOWER UPPER DIGITS "-_.") == size;
}

static bool take_title(struct reading *reading, const struct config_entry *entry) {
    reading->site->title = xstrdup(entry->value);
    return true;
}

/* The URL itself is not shown: it may hold a password. */
static bool take_url(struct reading *reading, const struct config_entry *entry) {
    const char *url = entry->value;
    size_t scheme = text_starts_with(url, "https://")  ? strlen("https://")
                    : text_starts_with(url, "http://") ? strlen("http://")
                                                       : 0;
    if (!scheme || !url[scheme] || url[scheme] == '/')
        return REFUSE(reading, entry, "url begins with http:// or https:// and a host");
    if (strpbrk(url, " \"<>\\?#@"))
        return REFUSE(reading, entry,
                      "url is the address of the site's first page: no user, no \"?\", no "
                      "\"#\", no spaces and quotes");
    reading->site->url = xasprintf("%s%s", url, text_ends_with(url, "/") ? "" : "/");
    return true;
}

static bool take_content_html(struct reading *reading, const struct config_entry *entry) {
    reading->site->content_html = !strcmp(entry->value, "yes");
    return reading->site->content_html || !strcmp(entry->value, "no") ||
           REFUSE(reading, entry, "content-html is yes or no");
}

/* Which models there are, the passes know (passes/model.h). */
static bool take_models(struct reading *reading, const struct config_entry *entry) {
    reading->site->models = (struct setting){xstrdup(entry->key), xstrdup(entry->value),
                                             entry->line, entry->column};
    return true;
}

static bool take_type(struct reading *reading, const struct config_entry *entry) {
    struct source *source = last_source(reading);
    if (!section_is_name(entry->value))
        return REFUSE(reading, entry,
                      "type is the name of a system, such as \"git\", not a path");
    free(source->type);
    source->type = xstrdup(entry->value);
    return true;
}

static bool take_zone(struct reading *reading, const struct config_entry *entry) {
    return entry_zone(reading->site->file, entry, entry->value, &last_source(reading)->zone,
                      reading->error);
}

static bool take_replay(struct reading *reading, const struct config_entry *entry) {
    last_source(reading)->replay = path_join(reading->site->folder, entry->value);
    return true;
}

/* A token often has the letters of a variable's name, but not its looks. */
static bool looks_like_a_token(const char *text) {
    enum { SHORTEST_TOKEN = 30 };
    return strlen(text) >= SHORTEST_TOKEN && strpbrk(text, LOWER) && strpbrk(text, UPPER) &&
           strpbrk(text, DIGITS);
}

static bool take_token_env(struct reading *reading, const struct config_entry *entry) {
    struct source *source = last_source(reading);
    const char *name = entry->value;
    if (strchr(DIGITS, *name) || name[strspn(name, LOWER UPPER DIGITS "_")] ||
        looks_like_a_token(name))
        return REFUSE(reading, entry,
                      "token-env is the name of an environment variable, such as "
                      "GITHUB_TOKEN; if this is the token itself, take it out of the file, "
                      "revoke it, and put the new one into a variable");
    const char *token = getenv(name);
    source->token_env = xstrdup(name);
    source->token = token && *token ? xstrdup(token) : NULL;
    return true;
}

static bool add_zone(struct reading *reading, const struct config_entry *entry,
                     const char *name) {
    bool *zones = last_edition(reading)->zones;
    enum zone zone = ZONE_PUBLIC;
    if (!entry_zone(reading->site->file, entry, name, &zone, reading->error))
        return false;
    if (zones[zone])
        return REFUSE(reading, entry, "zone \"%s\" stands twice; keep one", name);
    return zones[zone] = true;
}

static bool take_zones(struct reading *reading, const struct config_entry *entry) {
    bool ok = true;
    for (const char *at = entry->value; ok && at;) {
        char *name = text_next_item(&at);
        ok = add_zone(reading, entry, name);
        free(name);
    }
    return ok;
}

static bool check_output(struct reading *reading, const struct config_entry *entry,
                         const char *path) {
    static const char *const kept[] = {"data", "templates", "content", "site.conf"};
    if (*entry->value == '/')
        return REFUSE(reading, entry,
                      "output is a folder inside the site's folder; write a relative path");
    if (!path)
        return REFUSE(reading, entry,
                      "output stays inside the site's folder and no part of it begins with "
                      "a dot");
    if (!*path)
        return REFUSE(reading, entry,
                      "output cannot be the site's own folder; name one inside it, such as "
                      "public");
    for (size_t i = 0; i < COUNT_OF(kept); i++)
        if (path_holds(kept[i], path))
            return REFUSE(reading, entry,
                          "output cannot be in \"%s\", which holds what the site is made "
                          "from; name another, such as public",
                          kept[i]);
    return true;
}

static bool check_apart(struct reading *reading, const struct config_entry *entry) {
    const struct edition *edition = last_edition(reading);
    for (struct edition *other = reading->site->editions.items; other < edition; other++)
        if (path_holds(other->output, edition->output) ||
            path_holds(edition->output, other->output))
            return REFUSE(reading, entry,
                          "output overlaps with that of edition \"%s\" on line %d; give "
                          "each a folder of its own",
                          other->name, other->line);
    return true;
}

static bool take_output(struct reading *reading, const struct config_entry *entry) {
    char *path = path_plain(entry->value);
    bool ok = check_output(reading, entry, path);
    if (ok)
        last_edition(reading)->output = path_join(reading->site->folder, path);
    free(path);
    return ok && check_apart(reading, entry);
}

static bool take_count(struct reading *reading, const struct config_entry *entry,
                       int64_t least, int64_t *count) {
    enum { MOST = 36500 };
    *count = text_number(entry->value);
    return (*count >= least && *count <= MOST) ||
           REFUSE(reading, entry, "%s is a number from %d to %d", entry->key, (int)least,
                  MOST);
}

static bool take_daily(struct reading *reading, const struct config_entry *entry) {
    return take_count(reading, entry, 1, &reading->site->history.daily);
}

static bool take_weekly(struct reading *reading, const struct config_entry *entry) {
    return take_count(reading, entry, 0, &reading->site->history.weekly);
}

/* What holds for each key that the engine itself knows. */
static bool check_entry(struct reading *reading, const struct config_entry *entry) {
    if (!entry_check(reading->site->file, reading->section, entry, false, reading->error))
        return false;
    return !entry->value[strcspn(entry->value, "\n\t\b")] ||
           REFUSE(reading, entry, "\"%s\" cannot have a line's end, tab or backspace in it",
                  entry->key);
}

static void add_setting(struct setting **items, size_t *count, size_t *capacity,
                        const struct config_entry *entry) {
    *items = array_grow(*items, *count, capacity, sizeof **items);
    (*items)[(*count)++] =
        (struct setting){xstrdup(entry->key), xstrdup(entry->value ? entry->value : "true"),
                         entry->line, entry->column};
}

static bool keep_setting(struct reading *reading, const struct config_entry *entry) {
    struct source *source = last_source(reading);
    add_setting(&source->settings, &source->setting_count, &source->setting_capacity,
                entry);
    return true;
}

static bool keep_rule_setting(struct reading *reading, const struct config_entry *entry) {
    struct rule_section *rule = last_rule(reading);
    if (!check_entry(reading, entry))
        return false;
    add_setting(&rule->settings, &rule->setting_count, &rule->setting_capacity, entry);
    return true;
}

static void start_source(struct reading *reading) {
    const char *name = reading->section->subsection;
    int line = reading->section->line;
    *LIST_ADD(&reading->site->sources) = (struct source){
        .name = xstrdup(name), .type = xstrdup(name), .line = line, .zone = ZONE_OF_SYSTEM};
}

static void start_edition(struct reading *reading) {
    struct edition *edition = LIST_ADD(&reading->site->editions);
    edition->name = xstrdup(reading->section->subsection);
    edition->line = reading->section->line;
}

static void start_rule(struct reading *reading) {
    *LIST_ADD(&reading->site->rules) =
        (struct rule_section){.name = xstrdup(reading->section->subsection),
                              .line = reading->section->line,
                              .column = reading->section->column};
}

const char *const section_source_keys[SECTION_SOURCE_KEY_COUNT] = {"type", "zone", "replay",
                                                                   "token-env"};
static const char *const site_keys[] = {"title", "url", "content-html", "models"};
static const char *const edition_keys[] = {"zones", "output"};
static const char *const history_keys[] = {"daily", "weekly"};

enum { KIND_SITE, KIND_SOURCE, KIND_EDITION, KIND_HISTORY, KIND_RULE, KIND_COUNT };
static const char *const kind_names[] = {"site", "source", "edition", "history",
                                         "rule", "costs",  "budget"};

/* What may stand in each kind of section. */
static const struct kind {
    void (*start)(struct reading *); /* NULL where the section takes no name */
    /* Takes other keys, which are settings of the source's system or the rule; or NULL. */
    bool (*keep)(struct reading *, const struct config_entry *);
    bool needs_all;
    size_t key_count;
    const char *const *keys;
    bool (*take[SECTION_SOURCE_KEY_COUNT])(struct reading *, const struct config_entry *);
} kinds[KIND_COUNT] = {
    [KIND_SITE] = {.key_count = COUNT_OF(site_keys),
                   .keys = site_keys,
                   .take = {take_title, take_url, take_content_html, take_models}},
    [KIND_SOURCE] = {.start = start_source,
                     .keep = keep_setting,
                     .key_count = SECTION_SOURCE_KEY_COUNT,
                     .keys = section_source_keys,
                     .take = {take_type, take_zone, take_replay, take_token_env}},
    [KIND_EDITION] = {.start = start_edition,
                      .needs_all = true,
                      .key_count = COUNT_OF(edition_keys),
                      .keys = edition_keys,
                      .take = {take_zones, take_output}},
    [KIND_HISTORY] = {.key_count = COUNT_OF(history_keys),
                      .keys = history_keys,
                      .take = {take_daily, take_weekly}},
    [KIND_RULE] = {.start = start_rule, .keep = keep_rule_setting},
};

static bool read_entry(struct reading *reading, const struct kind *kind,
                       const struct config_entry *entry) {
    for (size_t i = 0; i < kind->key_count; i++)
        if (!strcmp(entry->key, kind->keys[i]))
            return check_entry(reading, entry) && kind->take[i](reading, entry);
    return kind->keep ? kind->keep(reading, entry)
                      : REFUSE_UNKNOWN(reading, entry, "key", entry->key, kind->keys,
                                       kind->key_count);
}

static bool check_first(struct reading *reading) {
    const struct config_section *section = reading->section;
    const char *name = section->subsection;
    for (const struct config_section *other = reading->config->items; other < section;
         other++) {
        if (strcmp(other->name, section->name) ||
            (name && strcasecmp(other->subsection, name)))
            continue;
        if (name && strcmp(other->subsection, name))
            return REFUSE(reading, section,
                          "\"%s\" and \"%s\" on line %d differ only in letter case; rename "
                          "one",
                          name, other->subsection, other->line);
        return REFUSE(reading, section,
                      "this section stands twice, first on line %d; join the two",
                      other->line);
    }
    return true;
}

static bool check_header(struct reading *reading, const struct kind *kind) {
    const struct config_section *section = reading->section;
    if (!kind->start && section->subsection)
        return REFUSE(reading, section, "write [%s]; this section takes no name",
                      section->name);
    if (kind->start && !section->subsection)
        return REFUSE(reading, section, "write [%s \"name\"]; this section needs a name",
                      section->name);
    if (kind->start && !section_is_name(section->subsection))
        return REFUSE(reading, section,
                      "\"%s\" cannot be a name; names are 1 to %d letters, digits, \"-\", "
                      "\"_\" and \".\", and do not begin with a dot",
                      config_excerpt(section->subsection).text, NAME_LIMIT);
    return check_first(reading);
}

static bool check_complete(struct reading *reading, const struct kind *kind) {
    const struct config_section *section = reading->section;
    for (size_t i = 0; kind->needs_all && i < kind->key_count; i++) {
        bool there = false;
        for (size_t j = 0; j < section->entries.count; j++)
            there = there || !strcmp(section->entries.items[j].key, kind->keys[i]);
        if (!there)
            return REFUSE(reading, section,
                          "%s \"%s\" has no \"%s\"; add a line such as: %s "
                          "= public",
                          section->name, section->subsection, kind->keys[i], kind->keys[i]);
    }
    return true;
}

bool section_read(struct site *site, const struct config *config,
                  const struct config_section *section, struct error *error) {
    struct reading reading = {site, config, section, error};
    size_t i = 0;
    while (i < KIND_COUNT && strcmp(section->name, kind_names[i]))
        i++;
    if (i == KIND_COUNT)
        return REFUSE_UNKNOWN(&reading, section, "section", section->name, kind_names,
                              COUNT_OF(kind_names));
    if (!check_header(&reading, &kinds[i]))
        return false;
    if (kinds[i].start)
        kinds[i].start(&reading);
    for (size_t j = 0; j < section->entries.count; j++)
        if (!read_entry(&reading, &kinds[i], &section->entries.items[j]))
            return false;
    return check_complete(&reading, &kinds[i]);
}
