#include "command/command.h"

#include "base/version.h"

#include <jansson.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An option: where its value goes, and for whom it is. The parser and --help read this. */
static const struct rule {
    const char *name;
    char letter;
    const char *value; /* what stands behind it, for the help; NULL: nothing */
    size_t offset;     /* in struct options */
    const char *commands;
    const char *help;
} rules[] = {
    {"directory", 'C', "DIR", offsetof(struct options, folder), "*",
     "the site's folder (default: the current one)"},
    {"now", 0, "TIME", offsetof(struct options, now), "*",
     "take this for the present time, like 2026-11-21T21:00:00Z"},
    {"quiet", 'q', NULL, offsetof(struct options, quiet), "*",
     "say warnings and errors only"},
    {"verbose", 'v', NULL, offsetof(struct options, verbose), "*", "say every request"},
    {"color", 0, "WHEN", offsetof(struct options, color), "*", "auto, always or never"},
    {"source", 0, "NAME", offsetof(struct options, source), "build collect",
     "ask this source only"},
    {"full", 0, NULL, offsetof(struct options, full), "build collect",
     "ask for everything again, not only for what changed"},
    {"offline", 0, NULL, offsetof(struct options, offline), "build collect",
     "ask only what needs no network"},
    {"accept-drop", 0, NULL, offsetof(struct options, accept_drop), "build collect",
     "load lists that lack most of what was known"},
    {"record", 0, "DIR", offsetof(struct options, record), "build collect",
     "keep what each source answers, to be replayed"},
    {"shard", 0, "K/N", offsetof(struct options, share), "build collect",
     "ask about one share of the repositories only, like 3/16; see tower merge"},
    {"max-requests", 0, "N", offsetof(struct options, budget), "build collect",
     "make no more requests than this, the most recently changed first"},
    {"deadline", 0, "TIME", offsetof(struct options, time), "build collect",
     "ask no longer than this, like 20m"},
    {"owner", 0, "NAME", offsetof(struct options, owner), "build",
     "the desk of any user or organisation on GitHub, without a site.conf"},
    {"output", 'o', "DIR", offsetof(struct options, output), "build render",
     "where that goes (default: tower-NAME, none with --as-of)"},
    {"as-of", 0, "NIGHT", offsetof(struct options, as_of), "render sql",
     "the state that a run left: a date (its last run), a time, or a run's number"},
    {"url", 0, "URL", offsetof(struct options, url), "build",
     "the API that is asked about NAME (default: https://api.github.com)"},
    {"strict", 0, NULL, offsetof(struct options, strict), "build collect",
     "exit with 3 where a source failed, 4 where one refused our credentials"},
    {"fail-on", 0, "SEVERITY", offsetof(struct options, fail_on), "build analyse",
     "exit with 5 where there are findings of this severity or above"},
    {"partials", 0, "DIR", offsetof(struct options, partials), "template",
     "where partials are: NAME is DIR/NAME.mustache"},
    {"format", 0, "FORMAT", offsetof(struct options, format), "template",
     "html, xml, md, json, csv or txt (default: html)"},
    {"edition", 0, "NAME", offsetof(struct options, edition), "pack explain mcp",
     "the edition that is meant, where there are several"},
    {"force", 0, NULL, offsetof(struct options, force), "db backup db import",
     "replace what is there"},
    {"json", 0, NULL, offsetof(struct options, json), "sql",
     "print a JSON array of objects"},
    {"list", 0, NULL, offsetof(struct options, list), "mcp",
     "print the tools and their parameters, and end"},
    {"trusted", 0, NULL, offsetof(struct options, trusted), "markdown",
     "the owner's own text"},
    {"help", 'h', NULL, offsetof(struct options, help), "*", "show this"},
    {"version", 0, NULL, offsetof(struct options, version), "*", "show the version"},
};

static bool is_for(const struct rule *rule, const struct command *command) {
    const char *found = command ? strstr(rule->commands, command->name) : NULL;
    return *rule->commands == '*' ||
           (found && (found == rule->commands || found[-1] == ' ') &&
            strchr(" ", found[strlen(command->name)]));
}

static void print_options(const struct command *command) {
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        if (!is_for(&rules[i], command))
            continue;
        char *left = xasprintf(
            "%s%c%s--%s%s%s", rules[i].letter ? "-" : " ",
            rules[i].letter ? rules[i].letter : ' ', rules[i].letter ? ", " : "  ",
            rules[i].name, rules[i].value ? " " : "", rules[i].value ? rules[i].value : "");
        printf("  %-24s  %s\n", left, rules[i].help);
        free(left);
    }
}

static void print_own_help(const struct command *command) {
    printf("usage: tower %s%s%s [options]\n\n%s.\n\noptions:\n", command->name,
           command->arguments ? " " : "", command->arguments ? command->arguments : "",
           command->help ? command->help : "for tests");
    print_options(command);
}

/* Whether COMMAND is of GROUP, or of any where that is NULL. */
static bool is_of(const struct command *command, const char *group) {
    return !group ||
           (text_starts_with(command->name, group) && command->name[strlen(group)] == ' ');
}

static void print_help(const struct command *commands, size_t count, const char *group) {
    printf("usage: tower %s%sCOMMAND [options]\n\n"
           "%scommands:\n",
           group ? group : "", group ? " " : "",
           group
               ? ""
               : "Collects the state of a portfolio into data/tower.db and renders it as a "
                 "site.\n\n");
    for (size_t i = 0; i < count; i++)
        if (commands[i].help && is_of(&commands[i], group))
            printf("  %-24s  %.*s\n", commands[i].name,
                   (int)strcspn(commands[i].help, "\n"), commands[i].help);
    printf("\noptions of every command:\n");
    print_options(NULL);
    printf("\ntower %s%sCOMMAND --help tells a command's own options.\n",
           group ? group : "", group ? " " : "");
}

static const struct command *find_command(const struct command *commands, size_t count,
                                          const char *name, struct error *error) {
    const char *names[32];
    size_t listed = 0;
    for (size_t i = 0; i < count; i++) {
        if (!strcmp(commands[i].name, name))
            return &commands[i];
        if (commands[i].help)
            names[listed++] = commands[i].name;
    }
    const char *nearest = text_nearest(name, names, listed);
    error_at(error, "tower", 0, 0, "there is no command '%s'; %s%s%s", name,
             nearest ? "did you mean '" : "tower --help lists them", nearest ? nearest : "",
             nearest ? "'?" : "");
    return NULL;
}

static const struct rule *find_rule(const char *word, size_t length,
                                    const struct command *command, struct error *error) {
    const char *names[COUNT_OF(rules)];
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        if (!is_for(&rules[i], command))
            continue;
        names[count++] = rules[i].name;
        bool by_letter = length == 2 && word[1] == rules[i].letter;
        bool by_name = !strncmp(word, "--", 2) && strlen(rules[i].name) == length - 2 &&
                       !strncmp(word + 2, rules[i].name, length - 2);
        if (by_letter || by_name)
            return &rules[i];
    }
    const char *nearest = text_nearest(word + strspn(word, "-"), names, count);
    error_at(error, "tower", 0, 0, "%s has no option '%.*s'%s%s%s",
             command ? command->name : "it", (int)length, word,
             nearest ? "; did you mean '--" : "", nearest ? nearest : "",
             nearest ? "'?" : "");
    return NULL;
}

/* Reads the option at *WORD; moves on by one where its value is the next word. */
static bool read_option(const struct command *command, const char *const **word,
                        const char *const *end, struct options *options,
                        struct error *error) {
    const char *text = **word;
    size_t length = strcspn(text, "=");
    const struct rule *rule = find_rule(text, length, command, error);
    if (!rule)
        return false;
    char *place = (char *)options + rule->offset;
    if (!rule->value) {
        *(bool *)place = true;
        return !text[length] ||
               error_at(error, "tower", 0, 0, "--%s takes no value", rule->name);
    }
    const char *value = text[length] ? text + length + 1 : NULL;
    if (!value && *word + 1 < end)
        value = *++*word;
    *(const char **)place = value;
    return value || error_at(error, "tower", 0, 0, "--%s needs a value: --%s %s",
                             rule->name, rule->name, rule->value);
}

/* The command's name, or the first word of one that has two. */
static bool read_name(const struct command *commands, size_t count, const char *word,
                      const struct command **command, struct options *options,
                      struct error *error) {
    for (size_t i = 0; i < count && !options->group; i++)
        if (is_of(&commands[i], word)) {
            options->group = word;
            return true;
        }
    char *name = options->group ? xasprintf("%s %s", options->group, word) : xstrdup(word);
    *command = find_command(commands, count, name, error);
    free(name);
    return *command != NULL;
}

static size_t most_arguments(const struct command *command) {
    bool goes_on = command->arguments && text_ends_with(command->arguments, "...");
    bool one_more = command->arguments && *command->arguments == '[';
    return goes_on ? SIZE_MAX : command->argument_count + one_more;
}

/* A word that is no option: the command first, then its arguments. */
static bool read_word(const struct command *commands, size_t count, const char *word,
                      const struct command **command, struct options *options,
                      struct error *error) {
    if (!*command)
        return read_name(commands, count, word, command, options, error);
    if (options->argument_count == most_arguments(*command))
        return error_at(error, "tower", 0, 0, "%s does not take '%s'", (*command)->name,
                        word);
    options->arguments =
        array_grow(options->arguments, options->argument_count, &options->argument_capacity,
                   sizeof *options->arguments);
    options->arguments[options->argument_count++] = word;
    return true;
}

static bool read_words(const struct command *commands, size_t count,
                       const struct command **command, const char *const *word,
                       const char *const *end, struct options *options,
                       struct error *error) {
    bool ok = true, only_words = false;
    for (; ok && word < end; word++) {
        bool is_option = !only_words && **word == '-' && (*word)[1];
        if (is_option && !strcmp(*word, "--"))
            only_words = true;
        else if (is_option)
            ok = read_option(*command, &word, end, options, error);
        else
            ok = read_word(commands, count, *word, command, options, error);
    }
    return ok;
}

/* Digits, and not so many that they would not fit; moves *TEXT behind them. */
static bool read_number(const char **text, int *number) {
    size_t digits = strspn(*text, "0123456789");
    *number = digits && digits < 10 ? atoi(*text) : 0;
    *text += digits;
    return *number > 0;
}

static bool read_share(struct options *options, struct error *error) {
    const char *at = options->share;
    bool ok = !at || (read_number(&at, &options->shard) && *at++ == '/' &&
                      read_number(&at, &options->shards) && !*at &&
                      options->shard <= options->shards);
    return ok ||
           error_at(error, "tower", 0, 0,
                    "--shard is K/N with 1 <= K <= N, like 3/16, not '%s'", options->share);
}

static bool set_up(const struct command *command, struct options *options,
                   struct error *error) {
    static const char *const colors[] = {"auto", "always", "never"};
    size_t color = 0;
    while (color < COUNT_OF(colors) && options->color &&
           strcmp(colors[color], options->color))
        color++;
    if (color == COUNT_OF(colors))
        return error_at(error, "tower", 0, 0, "--color is auto, always or never, not '%s'",
                        options->color);
    log_open(options->quiet     ? LOG_QUIET
             : options->verbose ? LOG_VERBOSE
                                : LOG_NORMAL,
             (enum log_color)color);
    if (!clock_fix(options->now, error) || !read_share(options, error))
        return false;
    if (options->argument_count < command->argument_count)
        return error_at(error, "tower", 0, 0, "%s needs %s", command->name,
                        command->arguments);
    return true;
}

enum status command_failed(struct error *error) {
    enum status status = error->kind == ERROR_CONFIGURATION ? STATUS_USAGE : STATUS_FAILED;
    log_error("%s", error->text);
    error_free(error);
    return status;
}

/* What was printed and never arrived must not look like success. */
static enum status end_output(enum status status) {
    struct error error = {0};
    if (!fflush(stdout) && !ferror(stdout))
        return status;
    error_set(&error, "standard output: cannot be written");
    return command_failed(&error);
}

static enum status run_command(const struct command *commands, size_t count,
                               const struct command *command, struct options *options) {
    struct error error = {0};
    if (options->version) {
        printf("tower %s\n", TOWER_VERSION);
        return end_output(STATUS_DONE);
    }
    if (options->help || !command) {
        if (command)
            print_own_help(command);
        else
            print_help(commands, count, options->group);
        return end_output(options->help ? STATUS_DONE : STATUS_USAGE);
    }
    return set_up(command, options, &error) ? end_output(command->run(options))
                                            : command_failed(&error);
}

enum status command_run(const struct command *commands, size_t count,
                        const char *const *arguments, size_t argument_count) {
    const struct command *command = NULL;
    struct options options = {.folder = "."};
    struct error error = {0};
    signal(SIGCHLD, SIG_DFL); /* ignored, as some have it who start us, no end is told */
    log_open(LOG_NORMAL, COLOR_AUTO);
    json_set_alloc_funcs(xmalloc, free);
    bool ok = read_words(commands, count, &command, arguments, arguments + argument_count,
                         &options, &error);
    enum status status =
        ok ? run_command(commands, count, command, &options) : command_failed(&error);
    free(options.arguments);
    return status;
}
