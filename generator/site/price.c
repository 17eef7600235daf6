#include "site/price.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 16 << 20, MOST_FIELDS = 6, LONGEST_NAME = 256 };

/* A file of which each row becomes an item of the site. */
struct list {
    size_t count;
    const char *names[MOST_FIELDS];
    /* Takes a row's fields in the order of the names. */
    bool (*take)(struct site *, char **, const struct csv *, struct error *);
    /* When all are read. */
    bool (*finish)(struct site *, const char *, struct error *);
};

bool price_is_currency(const char *text) {
    return strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static bool is_kind(const char *text) {
    static const char *const kinds[] = {"input",  "cached",    "cache_write",
                                        "output", "reasoning", "minute"};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (!strcmp(kinds[i], text))
            return true;
    return false;
}

/* Refuses a row of CSV. */
#define REFUSE(csv, error, ...)                                                            \
    error_at(error, (csv)->file, (csv)->row_line, 0, __VA_ARGS__)

static bool check_currency(const struct csv *csv, const char *text, struct error *error) {
    return price_is_currency(text) || REFUSE(csv, error, PRICE_NO_CURRENCY);
}

static bool take_price(struct site *site, char **fields, const struct csv *csv,
                       struct error *error) {
    int64_t price = 0;
    for (size_t i = 0; i < 2; i++)
        if (!*fields[i] || strlen(fields[i]) > LONGEST_NAME)
            return REFUSE(csv, error, "provider and model have 1 to %d bytes",
                          LONGEST_NAME);
    if (!is_kind(fields[2]))
        return REFUSE(csv, error,
                      "kind is input, cached, cache_write, output, reasoning or minute");
    if (!clock_is_day(fields[3]))
        return REFUSE(csv, error, "valid_from is a day such as 2026-08-01");
    if (!decimal_read_plain(fields[4], 6, &price) || price > 10000000000)
        return REFUSE(csv, error,
                      "price is for a million tokens or a minute: a number up to 10000 "
                      "with at most 6 decimals, such as 0.25");
    if (!check_currency(csv, fields[5], error))
        return false;
    *LIST_ADD(&site->costs.price_list) = (struct price){
        .provider = xstrdup(fields[0]),
        .model = xstrdup(fields[1]),
        .kind = xstrdup(fields[2]),
        .valid_from = xstrdup(fields[3]),
        .currency = xstrdup(fields[5]),
        .price = price,
        .line = csv->row_line,
    };
    return true;
}

static bool take_rate(struct site *site, char **fields, const struct csv *csv,
                      struct error *error) {
    int64_t value = 0;
    if (!clock_is_day(fields[0]))
        return REFUSE(csv, error, "day is one such as 2026-11-02");
    if (!check_currency(csv, fields[1], error))
        return false;
    if (!decimal_read_plain(fields[2], 9, &value) || value <= 0 || value > 1000000000000000)
        return REFUSE(
            csv, error,
            "value is a number above 0, up to 1000000 and with at most 9 decimals, "
            "such as 0.7612");
    if (!strcmp(fields[1], site->costs.currency))
        return REFUSE(csv, error,
                      "%s is the currency that others are told in; leave it out",
                      fields[1]);
    *LIST_ADD(&site->costs.rate_list) = (struct rate){.day = xstrdup(fields[0]),
                                                      .currency = xstrdup(fields[1]),
                                                      .value = value,
                                                      .line = csv->row_line};
    return true;
}

static int by_price(const void *a, const void *b) {
    const struct price *one = a, *other = b;
    int order = strcmp(one->provider, other->provider);
    order = order ? order : strcmp(one->model, other->model);
    order = order ? order : strcmp(one->kind, other->kind);
    order = order ? order : strcmp(one->valid_from, other->valid_from);
    return order ? order : one->line - other->line;
}

static bool finish_prices(struct site *site, const char *file, struct error *error) {
    size_t count = site->costs.price_list.count;
    struct price *prices = site->costs.price_list.items;
    if (count)
        qsort(prices, count, sizeof *prices, by_price);
    for (size_t i = 1; i < count; i++) {
        const struct price *before = &prices[i - 1], *price = &prices[i];
        if (strcmp(before->provider, price->provider) ||
            strcmp(before->model, price->model))
            continue;
        if (strcmp(before->currency, price->currency))
            return error_at(error, file, price->line, 0,
                            "is in %s, and line %d of the same model in %s; give all its "
                            "prices in one currency",
                            price->currency, before->line, before->currency);
        if (!strcmp(before->kind, price->kind) &&
            !strcmp(before->valid_from, price->valid_from))
            return error_at(error, file, price->line, 0,
                            "tells what line %d tells already: the same kind from the same "
                            "day on",
                            before->line);
    }
    return true;
}

static int by_rate(const void *a, const void *b) {
    const struct rate *one = a, *other = b;
    int order = strcmp(one->currency, other->currency);
    order = order ? order : strcmp(one->day, other->day);
    return order ? order : one->line - other->line;
}

static bool finish_rates(struct site *site, const char *file, struct error *error) {
    size_t count = site->costs.rate_list.count;
    struct rate *rates = site->costs.rate_list.items;
    if (count)
        qsort(rates, count, sizeof *rates, by_rate);
    for (size_t i = 1; i < count; i++)
        if (!strcmp(rates[i - 1].currency, rates[i].currency) &&
            !strcmp(rates[i - 1].day, rates[i].day))
            return error_at(error, file, rates[i].line, 0,
                            "tells %s of a day that line %d tells already",
                            rates[i].currency, rates[i - 1].line);
    return true;
}

static const struct list price_list = {6,
                                       {"provider", "model", "kind", "valid_from", "price",
                                        "currency"},
                                       take_price,
                                       finish_prices},
                         rate_list = {
                             3, {"day", "currency", "value"}, take_rate, finish_rates};

/* Where each of the list's columns is in the file. */
static bool read_header(const struct list *list, struct csv *csv, size_t *places,
                        struct error *error) {
    csv_row(csv, error);
    for (size_t i = 0; !error->kind && i < list->count; i++) {
        places[i] = 0;
        while (places[i] < csv->fields.count &&
               strcmp(csv->fields.items[places[i]], list->names[i]))
            places[i]++;
        if (places[i] == csv->fields.count)
            return error_at(error, csv->file, 1, 0,
                            "has no column '%s'; the first row names the columns",
                            list->names[i]);
    }
    return !error->kind &&
           (csv->fields.count == list->count ||
            error_at(error, csv->file, 1, 0, "names %zu columns where there are %zu",
                     csv->fields.count, list->count));
}

static bool read_rows(struct site *site, const struct list *list, struct csv *csv,
                      struct error *error) {
    size_t places[MOST_FIELDS];
    char *fields[MOST_FIELDS];
    if (!read_header(list, csv, places, error))
        return false;
    while (!error->kind && csv_row(csv, error)) {
        if (csv->fields.count != list->count)
            return REFUSE(csv, error,
                          "has %zu fields where the first row names %zu columns",
                          csv->fields.count, list->count);
        for (size_t i = 0; i < list->count; i++)
            fields[i] = csv->fields.items[places[i]];
        list->take(site, fields, csv, error);
    }
    return !error->kind;
}

static bool read_file(struct site *site, const struct list *list,
                      const struct setting *setting, struct error *error) {
    struct buffer content = {0};
    struct csv csv;
    if (!setting->value)
        return true;
    if (!site->costs.currency)
        return error_at(error, site->file, site->costs.line, 0,
                        "[costs] has no \"currency\"; add a line: currency = GBP");
    char *path = path_join(site->folder, setting->value);
    bool ok = file_read(path, MOST_BYTES, &content, error) &&
              (text_is_utf8(buffer_text(&content), content.size) ||
               error_at(error, path, 0, 0, "is not UTF-8 text"));
    csv_open(&csv, path, buffer_text(&content), content.size);
    ok = ok && read_rows(site, list, &csv, error) && list->finish(site, path, error);
    csv_close(&csv);
    buffer_free(&content);
    free(path);
    return ok;
}

bool prices_read(struct site *site, struct error *error) {
    return read_file(site, &price_list, &site->costs.prices, error) &&
           read_file(site, &rate_list, &site->costs.rates, error);
}

void prices_free(struct site *site) {
    for (size_t i = 0; i < site->costs.price_list.count; i++) {
        struct price *price = &site->costs.price_list.items[i];
        free(price->provider);
        free(price->model);
        free(price->kind);
        free(price->valid_from);
        free(price->currency);
    }
    for (size_t i = 0; i < site->costs.rate_list.count; i++) {
        free(site->costs.rate_list.items[i].currency);
        free(site->costs.rate_list.items[i].day);
    }
    free(site->costs.price_list.items);
    free(site->costs.rate_list.items);
}
