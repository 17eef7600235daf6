#include "collect/collect.h"
#include "command/owner.h"
#include "command/past.h"
#include "command/scratch.h"

#include <stdlib.h>
#include <string.h>

static const char *const severities[] = {"info", "low", "medium", "high", "critical"};

static bool read_site(struct workplace *workplace, struct error *error) {
    const struct options *options = workplace->options;
    if (options->as_of)
        return site_read(options->folder, &workplace->site, error) &&
               past_place_output(options, &workplace->site, error);
    if (!options->owner && (options->output || options->url))
        return error_at(error, "tower", 0, 0,
                        "--output and --url go with --owner; a site names its folders and "
                        "addresses in site.conf");
    if (!options->owner)
        return site_read(options->folder, &workplace->site, error);
    if (!owner_write_site(options, workplace->scratch, error) ||
        !site_read(workplace->scratch, &workplace->site, error))
        return false;
    owner_place_output(options, &workplace->site);
    return true;
}

/* The helper is forked first: there is nothing yet that it could inherit. */
bool workplace_open(const struct options *options, bool scratch,
                    struct workplace *workplace, struct error *error) {
    *workplace = (struct workplace){.options = options, .snapshot = {.lock = -1}};
    workplace->markdown = markdown_start(crew_processors(), error);
    scratch |= options->owner || options->as_of;
    if (!workplace->markdown || (scratch && !(workplace->scratch = scratch_make(error))) ||
        !read_site(workplace, error) ||
        !library_open(&workplace->library, workplace->site.folder, error))
        return false;
    collect_place_zones(&workplace->library, &workplace->site);
    snapshot_init();
    char *path = scratch ? path_join(workplace->scratch, "tower.db")
                         : path_join(workplace->site.folder, "data/tower.db");
    bool ok = options->as_of
                  ? past_open(options, workplace->site.folder, true, path,
                              &workplace->library, &workplace->snapshot, error)
                  : snapshot_open(path, &workplace->library, &workplace->snapshot, error);
    free(path);
    return ok;
}

void workplace_close(struct workplace *workplace) {
    snapshot_close(&workplace->snapshot);
    scratch_remove(workplace->scratch);
    library_free(&workplace->library);
    site_free(&workplace->site);
    markdown_stop(workplace->markdown);
}

const struct edition *workplace_find_edition(const struct site *site, const char *name,
                                             struct error *error) {
    const char *names[64];
    size_t count =
        site->editions.count < COUNT_OF(names) ? site->editions.count : COUNT_OF(names);
    for (size_t i = 0; i < site->editions.count; i++)
        if (!strcmp(site->editions.items[i].name, name))
            return &site->editions.items[i];
    for (size_t i = 0; i < count; i++)
        names[i] = site->editions.items[i].name;
    const char *nearest = text_nearest(name, names, count);
    error_at(error, "--edition", 0, 0, "site.conf has no edition '%s'%s%s%s", name,
             nearest ? "; did you mean '" : "", nearest ? nearest : "",
             nearest ? "'?" : "");
    return NULL;
}

static bool check_severity(const struct options *options, struct error *error) {
    for (size_t i = 0; i < COUNT_OF(severities); i++)
        if (!options->fail_on || !strcmp(options->fail_on, severities[i]))
            return true;
    return error_at(error, "tower", 0, 0,
                    "--fail-on is critical, high, medium, low or info, not '%s'",
                    options->fail_on);
}

/* Of any edition: what must not stay unnoticed may be hidden from the public one. */
static int64_t count_findings(struct workplace *workplace) {
    int64_t found = 0;
    bool reached = false;
    for (size_t i = 0; i < COUNT_OF(severities); i++) {
        reached |= !strcmp(severities[i], workplace->options->fail_on);
        sqlite3_stmt *query =
            snapshot_query(&workplace->snapshot, "catalogue.count_findings");
        query_bind_text(query, ":severity", severities[i]);
        found += reached ? query_int(query, 0) : 0;
    }
    return found;
}

static enum status status_of(struct workplace *workplace) {
    const struct options *options = workplace->options;
    int64_t findings = options->fail_on ? count_findings(workplace) : 0;
    if (options->strict && workplace->source_refused)
        return STATUS_REFUSED;
    if (options->strict && workplace->source_failed)
        return STATUS_SOURCE_FAILED;
    if (findings)
        log_warn("%lld findings are of severity %s or above", (long long)findings,
                 options->fail_on);
    return findings ? STATUS_FINDINGS : STATUS_DONE;
}

enum status workplace_run(const struct options *options, const struct stage *const *stages,
                          size_t count) {
    struct workplace workplace;
    struct error error = {0};
    bool ok = workplace_open(options, false, &workplace, &error) &&
              check_severity(options, &error);
    for (size_t i = 0; ok && i < count; i++) {
        log_info("%s", stages[i]->title);
        ok = stages[i]->run(&workplace, &error);
    }
    if (ok && options->owner)
        owner_say(&workplace);
    enum status status = ok ? status_of(&workplace) : command_failed(&error);
    workplace_close(&workplace);
    return status;
}
