/*
 * budget: what site.conf says of costs.
 *
 *     [costs]
 *         currency = GBP                  ; that sums are in; all else is converted to it
 *         prices = content/prices.csv     ; see price.h; below the site's folder
 *         rates = content/rates.csv
 *         zone = internal                 ; who may see these (internal)
 *     [budget "ai"]
 *         monthly = 100.00
 *         currency = GBP                  ; that of [costs], if there is one
 *         provider = openai               ; repeatable, and so are model, account, repo,
 *                                         ; workflow, task and source: what is counted
 *         thresholds = 50, 80, 100        ; per cent at which something is said
 *         zone = internal                 ; who may see it (internal)
 *
 * Holds: amounts are above zero and in the one currency that sums are in; thresholds rise.
 */
#ifndef SITE_BUDGET_H
#define SITE_BUDGET_H

#include "site/config.h"
#include "site/site.h"

/* True for a section that is read here. */
bool budget_is_section(const struct config_section *section);

/* Adds SECTION, one of CONFIG's, to SITE. False with the place of the first mistake. */
bool budget_section_read(struct site *site, const struct config *config,
                         const struct config_section *section, struct error *error);

/* When all sections were read: what holds of them together. */
bool budgets_complete(struct site *site, struct error *error);

void budgets_free(struct site *site);

#endif
