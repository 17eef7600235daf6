/*
 * owner: the desk of any user or organisation, without a site.conf and without a token.
 *
 * In:  the name, from --owner; a token only if the environment has GITHUB_TOKEN.
 * Out: a site folder that is gone afterwards; what was made goes to --output.
 * Holds: no more is asked than an hour without a token allows; a limit that is reached is
 * not waited for.
 */
#ifndef COMMAND_OWNER_H
#define COMMAND_OWNER_H

#include "command/workplace.h"

/* Checks what stands beside --owner; writes the site.conf into FOLDER. */
bool owner_write_site(const struct options *options, const char *folder,
                      struct error *error);

/* Puts the edition's output where --output says. */
void owner_place_output(const struct options *options, struct site *site);

/* Says how much was asked, and what a token would add. */
void owner_say(struct workplace *workplace);

#endif
