/*
 * A system: what can be asked of one kind of source, as its folder sources/NAME declares.
 *
 * system.sql says how to reach it:
 *
 *     transport: http, git, file or mcp      url: the default base address (http, mcp)
 *     auth:      KIND (repeat), see auth.h   header: NAME: VALUE, sent with every request
 *     setting:   NAME (repeat, required, path): what it means
 *     zone:      of sources whose section in site.conf says none: public (the default),
 *                internal or restricted
 *     concurrency: N, requests at once       limit-message: words of a 403 or 400 that
 *                                            mean "slower"
 *     remaining, reset: the headers that tell the source's limit of requests
 *
 * Every other file asks:
 *
 *     group:  the domain that it belongs to: code (where nothing is said), homelab,
 *             business, ideas, jobs, memory or costs. The page of a domain is there where
 *             something of its group was asked for, and tells how fresh that is
 *     pages:  none                      there is one page
 *             link                      RFC 8288; all at once where the last is told
 *             page PARAM SIZE           PARAM counts from 1, SIZE tells how many a page
 *             offset PARAM SIZE [PATH]  PARAM counts rows from 0; up to the total at the
 *                                       path, or until a page has fewer than SIZE
 *             cursor PARAM PATH         the token at the JSON path goes into PARAM
 *             next-url PATH [END]       an address at the JSON path, unless END's is true
 *             graphql PATH              the pageInfo there; goes into variables.after
 *             header HEADER PARAM       the header's value goes into PARAM
 *     items:  JSON path of the list     absent: statuses that mean "there is none"
 *     answer: array, object or any      forbidden: further statuses that mean that we may
 *     cursor: the column by which a               not see it
 *             window ascends            partial: yes, GraphQL's data is taken beside
 *     rank:   lower is asked first               errors; no, errors fail it
 *     output: text, or lines, records (after each a NUL), line-fields, record-fields
 *             (U+001F between fields), addresses (lines without user and password), objects
 *             (what cat-file --batch prints): how git's output becomes :body
 *     drop:   held (the default), or accepted where an answer that lacks most of what was
 *             known is no reason for doubt
 *     unless: a setting; a source whose section names it is not asked this, which is absent
 *
 * Of files: the path of an ask is what a setting of the source names (or a file in a folder
 * that it names), below the site's folder or absolute. output: json (the body as it is),
 * json-lines (an array of the lines' values), csv (an array of objects of texts, by the
 * first row's names; RFC 4180, strictly), text; where it is left out, the ending says which
 * (.json, .jsonl, .ndjson, .csv). Where the path is a folder, "pages: link" reads its files
 * with such an ending one after the other, by their names. A file as it was (size, time,
 * hash) is not read again; at most 64 MB are.
 */
#ifndef COLLECT_SYSTEM_H
#define COLLECT_SYSTEM_H

#include "declare/declare.h"
#include "site/site.h"

struct system_setting {
    char *key;
    bool repeat, required, path;
};

struct system {
    char *name;
    struct declarations declarations; /* without system.sql */
    struct declaration self;          /* system.sql */
    struct {
        struct system_setting *items;
        size_t count, capacity;
    } settings;
    size_t
        auth_kinds; /* that it names; of several "auth = KIND" in site.conf chooses one */
};

/* Reads the system that SOURCE names as its type; false where there is none, the error at
 * the source's line. SYSTEM is to be freed in either case. */
bool system_read(const struct library *library, const struct site *site,
                 const struct source *source, struct system *system, struct error *error);

void system_free(struct system *system);

/* Gives the sources of SITE that name no zone the one of their system, or restricted, where
 * that cannot be read. */
void system_place_zones(const struct library *library, struct site *site);

/* SOURCE's settings, checked against the system's rules, paths made absolute by the site's
 * folder; the items stay the caller's to free with settings_free(). */
struct settings {
    struct setting *items;
    size_t count, capacity;
};
bool system_settings(const struct system *system, const struct site *site,
                     const struct source *source, struct settings *settings,
                     struct error *error);
void settings_free(struct settings *settings);

/* The last value of a setting, or FALLBACK. Borrowed. */
const char *settings_value(const struct settings *settings, const char *key,
                           const char *fallback);

#endif
