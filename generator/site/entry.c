#include "site/entry.h"

#include <stdlib.h>
#include <string.h>

bool entry_check(const char *file, const struct config_section *section,
                 const struct config_entry *entry, bool repeat, struct error *error) {
    const struct config_entry *first = section->entries.items;
    while (strcmp(first->key, entry->key))
        first++;
    if (first != entry && !repeat)
        return error_at(error, file, entry->line, entry->column, ENTRY_REPEATED, entry->key,
                        first->line);
    return (entry->value && *entry->value) ||
           error_at(error, file, entry->line, entry->column,
                    "\"%s\" has no value; write one after \"=\"", entry->key);
}

bool entry_zone(const char *file, const struct config_entry *entry, const char *word,
                enum zone *zone, struct error *error) {
    for (size_t i = 0; i < ZONE_COUNT; i++)
        if (!strcmp(word, zone_names[i])) {
            *zone = (enum zone)i;
            return true;
        }
    return entry_unknown(file, entry->line, entry->column, "zone", word, zone_names,
                         ZONE_COUNT, error);
}

bool entry_unknown(const char *file, int line, int column, const char *what,
                   const char *word, const char *const *known, size_t count,
                   struct error *error) {
    char *text = site_unknown(what, word, known, count);
    error_at(error, file, line, column, "%s", text);
    free(text);
    return false;
}
