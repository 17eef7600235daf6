/*
 * price: what tokens and minutes cost and what currencies are worth, day by day, in two
 * files of the site.
 *
 * In:  CSV (base/csv.h), the columns in any order:
 *
 *     provider,model,kind,valid_from,price,currency
 *     openai,gpt-5-mini,input,2026-08-01,0.25,USD    for a million tokens; provider * is
 * any
 *     github,actions,minute,2026-01-01,0.006,USD     for a minute
 *
 *     day,currency,value
 *     2026-11-02,USD,0.7612      one unit of it in the currency of [costs]
 *
 *      kind is input (not cached), cached (read from a cache), cache_write, output,
 *      reasoning (the output's price where it has none), or minute.
 * Out: site->costs.
 * Holds: days exist; prices have at most 6 decimals and rates 9; nothing is told twice; all
 * prices of a model are in one currency.
 */
#ifndef SITE_PRICE_H
#define SITE_PRICE_H

#include "site/site.h"

/* Reads the files that site.conf names, if any. False with file and line of a mistake. */
bool prices_read(struct site *site, struct error *error);

void prices_free(struct site *site);

/* Whether TEXT has the form of a currency's code, and what to say where it has not. */
bool price_is_currency(const char *text);
#define PRICE_NO_CURRENCY "currency is three capital letters (ISO 4217), such as GBP"

#endif
