#include "passes/cost.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *json_of_currency(const struct site *site) {
    json_t *rows = json_array();
    if (site->costs.currency)
        json_array_append_new(
            rows, json_pack("[ss]", site->costs.currency, zone_names[ZONE_PUBLIC]));
    return rows;
}

static json_t *json_of_prices(const struct site *site) {
    json_t *rows = json_array();
    for (size_t i = 0; i < site->costs.price_list.count; i++) {
        const struct price *price = &site->costs.price_list.items[i];
        json_array_append_new(rows, json_pack("[ssssIsis]", price->provider, price->model,
                                              price->kind, price->valid_from,
                                              (json_int_t)price->price, price->currency,
                                              price->line, zone_names[site->costs.zone]));
    }
    return rows;
}

static json_t *json_of_rates(const struct site *site) {
    json_t *rows = json_array();
    for (size_t i = 0; i < site->costs.rate_list.count; i++) {
        const struct rate *rate = &site->costs.rate_list.items[i];
        json_array_append_new(rows, json_pack("[ssIis]", rate->currency, rate->day,
                                              (json_int_t)rate->value, rate->line,
                                              zone_names[site->costs.zone]));
    }
    return rows;
}

static char *filters_of(const struct budget *budget) {
    json_t *filters = json_array();
    for (size_t i = 0; i < budget->filter_count; i++)
        json_array_append_new(
            filters, json_pack("[ss]", budget->filters[i].key, budget->filters[i].value));
    char *text = json_dumps(filters, JSON_COMPACT);
    json_decref(filters);
    return text;
}

static json_t *json_of_budgets(const struct site *site) {
    json_t *rows = json_array();
    for (size_t i = 0; i < site->budgets.count; i++) {
        const struct budget *budget = &site->budgets.items[i];
        char *filters = filters_of(budget);
        json_array_append_new(rows, json_pack("[sIssssi]", budget->name,
                                              (json_int_t)budget->monthly, budget->currency,
                                              budget->thresholds, filters,
                                              zone_names[budget->zone], budget->line));
        free(filters);
    }
    return rows;
}

static const struct {
    const char *forget, *save;
    json_t *(*rows)(const struct site *);
} tables[] = {
    {"cost.forget_currency", "cost.save_currency", json_of_currency},
    {"cost.forget_prices", "cost.save_prices", json_of_prices},
    {"cost.forget_rates", "cost.save_rates", json_of_rates},
    {"cost.forget_budgets", "cost.save_budgets", json_of_budgets},
};

static void run_with(struct snapshot *snapshot, const char *name, const char *rows) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    query_bind_text(query, ":rows", rows);
    snapshot_run(snapshot, query);
}

void costs_save(const struct site *site, struct snapshot *snapshot) {
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        json_t *rows = tables[i].rows(site);
        char *text = json_dumps(rows, 0);
        run_with(snapshot, tables[i].forget, text);
        run_with(snapshot, tables[i].save, text);
        free(text);
        json_decref(rows);
    }
}
