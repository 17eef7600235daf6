/*
 * config: the syntax of git-config, and nothing of what the words mean.
 *
 * In:  the bytes of a file that the owner wrote.
 * Out: struct config: its sections and their entries in the order of the file, each with
 * its line and column. Both count from 1; a column counts characters, not bytes.
 * Holds: what is accepted here, git reads in the same way (git-config(1), "Syntax"). The
 * reverse does not hold. Refused although git takes it: the old form [section.name], a key
 * before any section, escapes other than \" and \\ in a section's quoted name, bytes that
 * are not UTF-8, control characters, and a tab between the words of an unquoted value
 * (versions of git differ on it). Texts are UTF-8 and hold no NUL.
 * Two sections of the same name stay two; it is for the caller to join or refuse them.
 */
#ifndef SITE_CONFIG_H
#define SITE_CONFIG_H

#include "base/base.h"

enum {
    CONFIG_SIZE_LIMIT = 1 << 20, /* bytes in a file */
    CONFIG_SECTION_LIMIT = 1000,
    CONFIG_EXCERPT_LIMIT = 40, /* bytes of a foreign text in a message */
};

struct config_entry {
    char *key;        /* lower case */
    char *value;      /* NULL where the key stands alone, which means true */
    int line, column; /* of the key */
};

struct config_section {
    char *name;       /* lower case */
    char *subsection; /* as written, or NULL where the header has none */
    int line, column; /* of its bracket */
    struct {
        struct config_entry *items;
        size_t count, capacity;
    } entries;
};

struct config {
    struct config_section *items;
    size_t count, capacity;
};

/* Reads FILE, which messages name as it is given. False with the place of the first
 * mistake. CONFIG is to be all zeros before and to be freed in either case. */
bool config_read(const char *file, struct config *config, struct error *error);

/* The same for SIZE bytes that were read already; FILE is for messages only. */
bool config_parse(const char *file, const char *text, size_t size, struct config *config,
                  struct error *error);

/* Adds every entry to OUT as "git config -f FILE --list -z" prints it:
 * section.subsection.key, a newline and the value (neither where there is none), NUL. */
void config_print(const struct config *config, struct buffer *out);

void config_free(struct config *config);

/* The beginning of TEXT, fit for a message: cut between characters, "..." where something
 * is left out, control characters as '?'. */
struct config_excerpt {
    char text[CONFIG_EXCERPT_LIMIT + sizeof "..."];
};
struct config_excerpt config_excerpt(const char *text);

#endif
