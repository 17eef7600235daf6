/*
 * inspect: what is wrong with the files that a build wrote.
 *
 * In:  an edition's output folder with its manifest.
 * Out: warnings, "FILE:LINE: text" each. LINE is where an element's tag ends.
 * Holds: nothing is asked of the network, nothing is written, no path that leads out of the
 * folder is followed. Memory holds the ids and links of one page at a time, eight bytes for
 * every id of the site, and once each what pages link to.
 *
 * Looked at are pages in HTML and in Markdown. Of Markdown, quotations and indented text
 * are left out: what a source told stands there, which has no links into the site.
 */
#ifndef RENDER_INSPECT_H
#define RENDER_INSPECT_H

#include "site/site.h"

enum { INSPECT_LISTED = 20 /* warnings of a kind; of more it is said how many */ };

/* Adds to WARNINGS what is wrong in the output folder of EDITION: files of the manifest
 * that are missing, files that are too large, ids that stand twice in a page, links that
 * lead out of the folder, links to files and fragments that are not there, each of these
 * once. A link that begins with the site's own address is one of them. Nothing where there
 * is no manifest. The number of warnings that were left out. */
size_t inspect_edition(const struct site *site, const struct edition *edition,
                       struct names *warnings);

#endif
