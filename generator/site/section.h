/*
 * section: what the sections of site.conf mean.
 *
 * In:  one section of a file whose syntax was read, in the order of the file.
 * Out: its part of struct site.
 * Holds: a section that was read has a known name, keys that are known and stand once, and
 * values in range; keys of a source that are not the engine's are kept for its system.
 */
#ifndef SITE_SECTION_H
#define SITE_SECTION_H

#include "site/config.h"
#include "site/site.h"

/* The keys of a source that the engine itself knows, whatever the system. */
enum { SECTION_SOURCE_KEY_COUNT = 4 };
extern const char *const section_source_keys[SECTION_SOURCE_KEY_COUNT];

/* Adds SECTION, one of CONFIG's, to SITE, whose folder and file are set and which has the
 * sections before it. False with the place of the first mistake. */
bool section_read(struct site *site, const struct config *config,
                  const struct config_section *section, struct error *error);

/* Whether sections and systems can be called so. */
bool section_is_name(const char *name);

#endif
