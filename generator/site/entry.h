/*
 * entry: what holds for the entries of every section, whatever the section means.
 *
 * In:  an entry of FILE, as messages name it, whose syntax was read.
 * Out: what its value means.
 * Holds: who refuses an entry names its line and column.
 */
#ifndef SITE_ENTRY_H
#define SITE_ENTRY_H

#include "site/config.h"
#include "site/site.h"

/* Whether ENTRY, one of SECTION's, has a value and, unless it may REPEAT, stands once. */
bool entry_check(const char *file, const struct config_section *section,
                 const struct config_entry *entry, bool repeat, struct error *error);

/* The zone that WORD, of ENTRY's value, names. */
bool entry_zone(const char *file, const struct config_entry *entry, const char *word,
                enum zone *zone, struct error *error);

/* Refuses a WORD that is none of the COUNT KNOWN ones; see site_unknown(). Returns false.
 */
bool entry_unknown(const char *file, int line, int column, const char *what,
                   const char *word, const char *const *known, size_t count,
                   struct error *error);

/* The format of the message for a key that stands again: the key, its first line. */
#define ENTRY_REPEATED "\"%s\" stands twice, first on line %d; keep one"

#endif
