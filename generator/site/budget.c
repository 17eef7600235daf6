#include "site/budget.h"

#include "site/entry.h"
#include "site/price.h"
#include "site/section.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MONEY_PLACES = 6, MOST_PER_CENT = 1000, MOST_MONTHLY = 1000000000 };

/* Where the reading stands; the budget in hand is the site's last. */
struct reading {
    struct site *site;
    const struct config_section *section;
    struct error *error;
};

/* PLACE is anything with a line and a column. */
#define REFUSE(reading, place, ...)                                                        \
    error_at((reading)->error, (reading)->site->file, (place)->line, (place)->column,      \
             __VA_ARGS__)

static struct budget *last_budget(const struct reading *reading) {
    return &reading->site->budgets.items[reading->site->budgets.count - 1];
}

static bool read_zone(struct reading *reading, const struct config_entry *entry,
                      enum zone *zone) {
    return entry_zone(reading->site->file, entry, entry->value, zone, reading->error);
}

static bool read_currency(struct reading *reading, const struct config_entry *entry,
                          char **currency) {
    if (!price_is_currency(entry->value))
        return REFUSE(reading, entry, PRICE_NO_CURRENCY);
    *currency = xstrdup(entry->value);
    return true;
}

static bool take_costs_currency(struct reading *reading, const struct config_entry *entry) {
    return read_currency(reading, entry, &reading->site->costs.currency);
}

static bool take_file(struct reading *reading, const struct config_entry *entry,
                      struct setting *file) {
    char *path = path_plain(entry->value);
    bool below = path && *path && *entry->value != '/';
    free(path);
    if (!below)
        return REFUSE(reading, entry,
                      "%s is a file below the site's folder, such as content/%s.csv",
                      entry->key, entry->key);
    *file = (struct setting){xstrdup(entry->key), xstrdup(entry->value), entry->line,
                             entry->column};
    return true;
}

static bool take_prices(struct reading *reading, const struct config_entry *entry) {
    return take_file(reading, entry, &reading->site->costs.prices);
}

static bool take_rates(struct reading *reading, const struct config_entry *entry) {
    return take_file(reading, entry, &reading->site->costs.rates);
}

static bool take_costs_zone(struct reading *reading, const struct config_entry *entry) {
    return read_zone(reading, entry, &reading->site->costs.zone);
}

static bool take_monthly(struct reading *reading, const struct config_entry *entry) {
    int64_t *monthly = &last_budget(reading)->monthly;
    return (decimal_read_plain(entry->value, MONEY_PLACES, monthly) && *monthly > 0 &&
            *monthly / 1000000 < MOST_MONTHLY) ||
           REFUSE(
               reading, entry,
               "monthly is an amount above 0 and below %d with at most %d decimals, such "
               "as 100.00",
               MOST_MONTHLY, MONEY_PLACES);
}

static bool take_currency(struct reading *reading, const struct config_entry *entry) {
    return read_currency(reading, entry, &last_budget(reading)->currency);
}

static bool take_thresholds(struct reading *reading, const struct config_entry *entry) {
    struct buffer list = {0};
    int64_t before = 0;
    bool ok = true;
    for (const char *at = entry->value; ok && at;) {
        char *item = text_next_item(&at);
        int64_t value = text_number(item);
        ok = value > before && value <= MOST_PER_CENT;
        buffer_printf(&list, "%c%lld", before ? ',' : '[', (long long)value);
        before = value;
        free(item);
    }
    buffer_add_char(&list, ']');
    free(last_budget(reading)->thresholds);
    last_budget(reading)->thresholds = buffer_take(&list);
    return ok || REFUSE(reading, entry,
                        "thresholds are per cent from 1 to %d, each above the one before, "
                        "such as 50, 80, 100",
                        MOST_PER_CENT);
}

static bool take_budget_zone(struct reading *reading, const struct config_entry *entry) {
    return read_zone(reading, entry, &last_budget(reading)->zone);
}

static bool take_filter(struct reading *reading, const struct config_entry *entry) {
    struct budget *budget = last_budget(reading);
    budget->filters = array_grow(budget->filters, budget->filter_count,
                                 &budget->filter_capacity, sizeof *budget->filters);
    budget->filters[budget->filter_count++] = (struct setting){
        xstrdup(entry->key), xstrdup(entry->value), entry->line, entry->column};
    return true;
}

/* What may stand in each kind of section. */
struct key {
    const char *name;
    bool repeat;
    bool (*take)(struct reading *, const struct config_entry *);
};
static const struct key costs_keys[] = {
    {"currency", false, take_costs_currency},
    {"prices", false, take_prices},
    {"rates", false, take_rates},
    {"zone", false, take_costs_zone},
};
static const struct key budget_keys[] = {
    {"monthly", false, take_monthly},       {"currency", false, take_currency},
    {"thresholds", false, take_thresholds}, {"zone", false, take_budget_zone},
    {"provider", true, take_filter},        {"model", true, take_filter},
    {"account", true, take_filter},         {"repo", true, take_filter},
    {"workflow", true, take_filter},        {"task", true, take_filter},
    {"source", true, take_filter},
};
enum { MOST_KEYS = COUNT_OF(budget_keys) };

bool budget_is_section(const struct config_section *section) {
    return !strcmp(section->name, "costs") || !strcmp(section->name, "budget");
}

static bool read_entry(struct reading *reading, const struct config_entry *entry,
                       const struct key *keys, size_t count) {
    const char *known[MOST_KEYS];
    for (size_t i = 0; i < count; i++) {
        known[i] = keys[i].name;
        if (!strcmp(entry->key, keys[i].name))
            return entry_check(reading->site->file, reading->section, entry, keys[i].repeat,
                               reading->error) &&
                   keys[i].take(reading, entry);
    }
    return entry_unknown(reading->site->file, entry->line, entry->column, "key", entry->key,
                         known, count, reading->error);
}

static bool check_header(struct reading *reading, const struct config *config, bool named) {
    const struct config_section *section = reading->section;
    const char *name = section->subsection;
    if (!named && name)
        return REFUSE(reading, section, "write [costs]; this section takes no name");
    if (named && (!name || !section_is_name(name)))
        return REFUSE(
            reading, section,
            "write [budget \"name\"]; a name has letters, digits, \"-\", \"_\" and "
            "\".\", and does not begin with a dot");
    for (const struct config_section *other = config->items; other < section; other++)
        if (!strcmp(other->name, section->name) &&
            (!named || !strcasecmp(other->subsection, name)))
            return REFUSE(reading, section,
                          "this section stands twice, first on line %d; join the two",
                          other->line);
    return true;
}

bool budget_section_read(struct site *site, const struct config *config,
                         const struct config_section *section, struct error *error) {
    struct reading reading = {site, section, error};
    bool named = !strcmp(section->name, "budget");
    const struct key *keys = named ? budget_keys : costs_keys;
    size_t count = named ? COUNT_OF(budget_keys) : COUNT_OF(costs_keys);
    if (!check_header(&reading, config, named))
        return false;
    if (named)
        *LIST_ADD(&site->budgets) = (struct budget){.name = xstrdup(section->subsection),
                                                    .thresholds = xstrdup("[50,80,100]"),
                                                    .zone = ZONE_INTERNAL,
                                                    .line = section->line};
    else
        site->costs.line = section->line;
    site->costs.zone = named ? site->costs.zone : ZONE_INTERNAL;
    for (size_t i = 0; i < section->entries.count; i++)
        if (!read_entry(&reading, &section->entries.items[i], keys, count))
            return false;
    return !named || last_budget(&reading)->monthly ||
           REFUSE(&reading, section,
                  "budget \"%s\" has no \"monthly\"; add a line: monthly "
                  "= 100.00",
                  section->subsection);
}

bool budgets_complete(struct site *site, struct error *error) {
    for (size_t i = 0; i < site->budgets.count; i++) {
        struct budget *budget = &site->budgets.items[i];
        if (!site->costs.currency)
            site->costs.currency = xstrdup(budget->currency);
        if (!budget->currency)
            budget->currency = xstrdup(site->costs.currency);
        if (!budget->currency)
            return error_at(error, site->file, budget->line, 0,
                            "budget \"%s\" is in no currency; add a line: currency = GBP",
                            budget->name);
        if (strcmp(budget->currency, site->costs.currency))
            return error_at(error, site->file, budget->line, 0,
                            "budget \"%s\" is in %s, and sums are in %s; give it in that",
                            budget->name, budget->currency, site->costs.currency);
    }
    return true;
}

static void free_setting(struct setting *setting) {
    free(setting->key);
    free(setting->value);
}

void budgets_free(struct site *site) {
    for (size_t i = 0; i < site->budgets.count; i++) {
        struct budget *budget = &site->budgets.items[i];
        for (size_t f = 0; f < budget->filter_count; f++)
            free_setting(&budget->filters[f]);
        free(budget->filters);
        free(budget->name);
        free(budget->currency);
        free(budget->thresholds);
    }
    free(site->budgets.items);
    free(site->costs.currency);
    free_setting(&site->costs.prices);
    free_setting(&site->costs.rates);
}
