/*
 * waiver: which findings the owner accepts for a time, and why.
 *
 * In:  content/waivers.conf below the site's folder, in the syntax of site.conf; it may be
 *      missing. Each waiver is a section:
 *
 *     [waiver "printer"]
 *         check = no-license
 *         source = github              ; may be left out where there is one only
 *         repo = example/printer       ; left out: whatever is found in that source
 *         issue = 12                   ; left out: whatever is found of the repository
 *         who = Ada
 *         why = The contract forbids a licence until it is handed over.
 *         until = 2027-03-31           ; the last day on which it holds
 *
 * Out: site->waivers in the order of the file.
 * Holds: a waiver that was read has a name of its own, a check, a source of site.conf, who,
 * why and a day that exists. Whether there is such a check, passes know.
 */
#ifndef SITE_WAIVER_H
#define SITE_WAIVER_H

#include "site/site.h"

/* Reads the file into SITE, whose sources are known. False with file, line and column of
 * the first mistake. */
bool waivers_read(struct site *site, struct error *error);

void waivers_free(struct site *site);

#endif
