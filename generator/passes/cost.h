/*
 * cost: what the site says of costs, in the snapshot: its currency, prices, rates and
 * budgets.
 *
 * In:  struct site (site/budget.h, site/price.h).
 * Out: the tables cost_currency, price, rate and budget hold just that.
 */
#ifndef PASSES_COST_H
#define PASSES_COST_H

#include "snapshot/snapshot.h"

void costs_save(const struct site *site, struct snapshot *snapshot);

#endif
