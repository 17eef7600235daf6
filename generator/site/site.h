/*
 * site: site.conf, read strictly.
 *
 * In:  a folder with a site.conf in git-config syntax, and content/waivers.conf where there
 *      is one (site/waiver.h), and the files of prices and rates that it names (price.h).
 * Out: struct site: title, sources, editions, rules' settings, waivers, with the place of
 *      every setting for messages.
 * Holds: a site that was read has a title, at least one edition, unique names, zones in
 * range and output folders inside the site's folder that do not contain each other.
 * Settings that belong to a source's system are kept as they stand; whoever knows the
 * system checks them with site_check_settings().
 * Stricter than git: a second section of the same name is an error, where git would join
 * the two, and so is a single-valued key that stands twice, where git takes the last.
 * Names differ in more than letter case. No message shows a secret, a key's value that may
 * hold one, or what token-env was set to where it cannot be a variable's name.
 */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "base/base.h"

/* Who may see a row; each includes those before it. */
enum zone {
    ZONE_PUBLIC,
    ZONE_INTERNAL,
    ZONE_RESTRICTED,
    ZONE_COUNT,
    ZONE_OF_SYSTEM /* of a source whose section says none, until its system is known */
};

extern const char *const zone_names[ZONE_COUNT];

/* A key of site.conf and its value; line and column are those of the key. */
struct setting {
    char *key;   /* lower case */
    char *value; /* "true" where the key stands alone */
    int line, column;
};

struct source {
    char *name; /* letters, digits, '-', '_' and inner dots, at most 64 */
    char *type; /* the system: folder of declarations; like a name, and defaults to it */
    enum zone zone;
    char *replay;    /* recordings to play back instead of asking, or NULL; below folder */
    char *token_env; /* the name of a variable, or NULL */
    char *token;     /* the secret that it holds, or NULL; never to be shown */
    int line;        /* of its section */
    struct setting *settings; /* everything else in the section, in order */
    size_t setting_count, setting_capacity;
};

/* What a section [rule "NAME"] sets of a pass or a check; passes know what they take. */
struct rule_section {
    char *name;
    int line, column; /* of the section */
    struct setting *settings;
    size_t setting_count, setting_capacity;
};

/* What content/waivers.conf says of a finding that is accepted for a time. */
struct waiver {
    char *name; /* of the section */
    char *check;
    char *source;
    char *repo; /* its key, or NULL: what is found of the source itself and all of its */
    int64_t number; /* of the issue or pull request, or 0: whatever is found of REPO */
    char *who, *why;
    char *until; /* the last day, "2026-11-21" */
    int line;    /* of its section */
    int check_line, check_column;
};

/* What a million tokens of a kind, or a minute, cost from a day on; a line of the prices'
 * file. */
struct price {
    char *provider; /* "*": any */
    char *model, *kind, *valid_from, *currency;
    int64_t price; /* millionths of the currency */
    int line;
};

/* What one unit of a currency is worth in that of the costs; a line of the rates' file. */
struct rate {
    char *currency, *day;
    int64_t value; /* billionths */
    int line;
};

/* What may be spent in a month; a section [budget "NAME"]. */
struct budget {
    char *name, *currency;
    int64_t monthly;  /* millionths of the currency */
    char *thresholds; /* per cent, rising: a JSON array */
    enum zone zone;   /* who may see it */
    int line;
    struct setting *filters; /* what is counted: of each key one of its values; all where
                                there is none */
    size_t filter_count, filter_capacity;
};

struct edition {
    char *name;
    bool zones[ZONE_COUNT];
    char *output; /* below folder */
    int line;
};

struct site {
    char *folder; /* as it was given */
    char *file;   /* how messages name site.conf */
    char *title;
    char *url;             /* of the published site, ends in '/', or NULL */
    bool content_html;     /* the owner's Markdown may use raw HTML */
    struct setting models; /* a list of those to show, or "none"; all where key is NULL */
    struct {
        struct source *items;
        size_t count, capacity;
    } sources;
    struct {
        struct edition *items;
        size_t count, capacity;
    } editions; /* one public edition into public/ where the file names none */
    struct {
        struct rule_section *items;
        size_t count, capacity;
    } rules;
    char *waiver_file; /* how messages name content/waivers.conf */
    struct {
        struct waiver *items;
        size_t count, capacity;
    } waivers;
    struct {
        char *currency; /* that everything is converted to; NULL: nothing is */
        enum zone zone; /* who may see prices and rates */
        int line;       /* of its section, 0 where there is none */
        struct setting prices, rates; /* the files, as messages call them */
        struct {
            struct price *items;
            size_t count, capacity;
        } price_list;
        struct {
            struct rate *items;
            size_t count, capacity;
        } rate_list;
    } costs;
    struct {
        struct budget *items;
        size_t count, capacity;
    } budgets;
    struct {
        int64_t daily;  /* days of which every run can be asked for again */
        int64_t weekly; /* weeks before these of which the last one can; 0: all */
    } history;
};

/* Reads FOLDER/site.conf. False with file, line, column and the nearest known name where
 * something is wrong. SITE is to be all zeros before and to be freed in either case. */
bool site_read(const char *folder, struct site *site, struct error *error);

void site_free(struct site *site);

/* The names of an edition's zones as a JSON array. The caller frees it. */
char *edition_zones_json(const struct edition *edition);

/* Adds the entries of FILE to OUT exactly as "git config -f FILE --list -z" prints them:
 * only the syntax is read, any section and key will do. */
bool site_list_config(const char *file, struct buffer *out, struct error *error);

/* The message for a WORD that is none of the COUNT KNOWN ones: names the nearest, or lists
 * them all where none is near. WHAT says what kind of word it is. The caller frees it. */
char *site_unknown(const char *what, const char *word, const char *const *known,
                   size_t count);

/* What a system's declaration says of one of its settings. */
struct setting_rule {
    const char *key; /* lower case */
    bool repeat;     /* may stand more than once */
    bool required;   /* must stand at least once */
};

/* Checks SOURCE's own settings against the rules of its system: unknown keys, repeated
 * keys, missing ones. */
bool site_check_settings(const struct site *site, const struct source *source,
                         const struct setting_rule *rules, size_t rule_count,
                         struct error *error);

#endif
