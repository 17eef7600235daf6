#include "command/say.h"
#include "command/workplace.h"
#include "passes/passes.h"

#include <stdio.h>

/* The lines that the statement NAME has about ID. */
static size_t print_lines(struct reader *reader, const struct snapshot *snapshot,
                          const char *name, const char *id) {
    sqlite3_stmt *query = reader_prepare_own(reader, snapshot, name);
    size_t lines = 0;
    query_bind_text(query, ":id", id);
    for (; query_row(query); lines++) {
        printf("%*s", 2 * sqlite3_column_int(query, 0), "");
        say_text(column_text(query, 1));
        putchar('\n');
    }
    sqlite3_finalize(query);
    return lines;
}

/* True where it is known in the edition, or the error is set. */
static bool explain(struct workplace *workplace, const struct edition *edition,
                    const char *id, struct error *error) {
    static const char *const names[] = {
        "explain.portfolio",      "explain.repository", "explain.item",   "explain.issue",
        "explain.domain",         "explain.budget",     "explain.series", "explain.finding",
        "explain.recommendation", "explain.rule"};
    struct reader reader;
    size_t lines = 0;
    if (!passes_are_current(&workplace->site, &workplace->snapshot, edition, error))
        return true;
    reader_open_edition(&workplace->snapshot, edition, &reader);
    for (size_t i = 0; i < COUNT_OF(names); i++)
        lines += print_lines(&reader, &workplace->snapshot, names[i], id);
    reader_close(&reader);
    if (lines && workplace->site.editions.count > 1)
        printf("So it is in the edition %s.\n", edition->name);
    return lines;
}

static bool explain_all(struct workplace *workplace, const char *id, struct error *error) {
    const struct site *site = &workplace->site;
    const char *name = workplace->options->edition;
    const struct edition *only = name ? workplace_find_edition(site, name, error) : NULL;
    bool known = false;
    for (size_t i = 0; !error->kind && i < site->editions.count; i++)
        if (!only || only == &site->editions.items[i])
            known |= explain(workplace, &site->editions.items[i], id, error);
    return !error->kind &&
           (known ||
            error_at(error, "tower explain", 0, 0,
                     "nothing is called '%s'; a name is like owner/name, owner/name#12, "
                     "no-license:owner/name, dependency:owner/name#3 (an alert), "
                     "open_issues:owner/name (a trend), budget:name, no-license, or "
                     "portfolio",
                     id));
}

enum status command_explain(const struct options *options) {
    struct workplace workplace;
    struct error error = {0};
    bool ok = workplace_open(options, false, &workplace, &error) &&
              explain_all(&workplace, options->arguments[0], &error);
    enum status status = ok ? STATUS_DONE : command_failed(&error);
    workplace_close(&workplace);
    return status;
}
