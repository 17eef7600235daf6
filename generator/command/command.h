/*
 * command: what a person types. Arguments in, stages called, an exit status out.
 *
 * Exit status: 0 done (a source may have failed: the site says so); 1 failed; 2 a mistake
 * in usage, site.conf, a declaration or a template; with --strict 3 where a source failed
 * and 4 where one refused our credentials; 5 findings at or above --fail-on.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/base.h"

enum status {
    STATUS_DONE,
    STATUS_FAILED,
    STATUS_USAGE,
    STATUS_SOURCE_FAILED,
    STATUS_REFUSED,
    STATUS_FINDINGS
};

/* Every option of every command; see the table in options.c. */
struct options {
    const char *folder, *now, *color;
    const char *source, *record;
    const char *owner, *output, *url;
    const char *as_of;
    const char *budget, *time; /* of --max-requests and --deadline, as they were written */
    const char *fail_on;
    const char *share; /* as it was written; read into shard and shards */
    int shard, shards; /* 0: all of it */
    const char *partials, *format;
    const char *edition;
    bool quiet, verbose, help, version;
    bool full, offline, accept_drop, strict;
    bool json, trusted, force, list;
    const char *group;      /* "db", where a command of it is to follow */
    const char **arguments; /* what is no option */
    size_t argument_count, argument_capacity;
};

struct command {
    const char *name; /* may be two words, of which the first is a group's */
    enum status (*run)(const struct options *options);
    const char *arguments; /* for the help; NULL: takes none; "..." ends what may go on,
                              brackets are around one that may be left out */
    size_t argument_count; /* at least */
    const char *help;      /* the first line is listed, its own help has all; NULL: for
                              tests, not listed */
};

enum status command_build(const struct options *options);
enum status command_collect(const struct options *options);
enum status command_analyse(const struct options *options);
enum status command_render(const struct options *options);
enum status command_check(const struct options *options);
enum status command_template(const struct options *options);
enum status command_merge(const struct options *options);
enum status command_pack(const struct options *options);
enum status command_explain(const struct options *options);
enum status command_mcp(const struct options *options);
enum status command_db_backup(const struct options *options);
enum status command_db_verify(const struct options *options);
enum status command_db_restore(const struct options *options);
enum status command_db_export(const struct options *options);
enum status command_db_import(const struct options *options);
enum status command_db_prune(const struct options *options);
enum status command_sql(const struct options *options);
enum status command_config(const struct options *options);
enum status command_markdown(const struct options *options);

/* Reads the command line, does what --help and --version ask, and runs the command. */
enum status command_run(const struct command *commands, size_t count,
                        const char *const *arguments, size_t argument_count);

/* Says the error, frees it, and gives the exit status for it. */
enum status command_failed(struct error *error);

#endif
