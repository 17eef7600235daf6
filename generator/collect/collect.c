#include "collect/collect.h"

#include "collect/question.h"

#include <stdlib.h>
#include <string.h>

/* A source made ready: its system, settings, connection and prepared questions. */
struct collector {
    const struct source *source;
    struct system system;
    struct settings settings;
    struct reader reader;
    struct session session;
    struct question *questions;
    size_t waves;
};

static bool prepare_questions(struct collector *collector, struct snapshot *snapshot,
                              struct error *error) {
    struct declarations *declarations = &collector->system.declarations;
    size_t count = declarations->count;
    collector->questions = xcalloc(count, sizeof *collector->questions);
    struct step *steps = xcalloc(count, sizeof *steps);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        ok = question_prepare(&declarations->items[i], collector->source->name, snapshot,
                              &collector->reader, &collector->questions[i], error);
        steps[i] = collector->questions[i].step; /* shares what the question owns */
    }
    ok = ok && order_derive(steps, count, error);
    for (size_t i = 0; ok && i < count; i++) {
        collector->questions[i].step.wave = steps[i].wave;
        if (steps[i].wave >= collector->waves)
            collector->waves = steps[i].wave + 1;
    }
    free(steps);
    return ok;
}

/* A system over the network needs an address, from itself or from site.conf. */
static bool check_address(const struct collector *collector, const struct site *site,
                          struct error *error) {
    const struct session *session = &collector->session;
    return !session->transport->network || session->url || session->recordings ||
           error_at(error, site->file, collector->source->line, 0,
                    "source \"%s\": its system names no url; give it one here or in %s",
                    collector->source->name, collector->system.self.origin);
}

static bool collector_open(const struct site *site, const struct library *library,
                           struct snapshot *snapshot, const struct source *source,
                           bool afresh, struct collector *collector, struct error *error) {
    *collector = (struct collector){.source = source};
    if (!system_read(library, site, source, &collector->system, error) ||
        !system_settings(&collector->system, site, source, &collector->settings, error))
        return false;
    reader_open_source(snapshot, source->name, afresh, collector->settings.items,
                       collector->settings.count, &collector->reader);
    return prepare_questions(collector, snapshot, error) &&
           session_open(source, &collector->system, &collector->settings,
                        &collector->session, error) &&
           check_address(collector, site, error);
}

static void collector_close(struct collector *collector) {
    session_close(&collector->session);
    for (size_t i = 0; collector->questions && i < collector->system.declarations.count;
         i++)
        question_free(&collector->questions[i]);
    free(collector->questions);
    if (collector->reader.db)
        reader_close(&collector->reader);
    settings_free(&collector->settings);
    system_free(&collector->system);
}

static void forget_old_declarations(struct collector *collector,
                                    struct snapshot *snapshot) {
    struct buffer names = {0};
    for (size_t i = 0; i < collector->system.declarations.count; i++)
        buffer_printf(&names, "%s\"%s\"", i ? "," : "[", collector->questions[i].name);
    buffer_add_text(&names, names.size ? "]" : "[]");
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.forget_declarations");
    query_bind_text(query, ":source", collector->source->name);
    query_bind_text(query, ":declarations", buffer_text(&names));
    query_run(query);
    buffer_free(&names);
}

static void say_how_it_went(const struct asking *asking, int64_t troubled) {
    struct buffer line = {0};
    const struct source *source = asking->session->source;
    buffer_printf(&line, "  %s: %zu requests, %zu rows", source->name, asking->requests,
                  asking->rows);
    if (asking->rejects)
        buffer_printf(&line, ", %zu rejected", asking->rejects);
    if (source->replay)
        buffer_add_text(&line, " (played back)");
    log_info("%s", buffer_text(&line));
    buffer_free(&line);
    if (troubled)
        log_warn("%s: %lld scopes are not up to date; the sources page says which and why",
                 source->name, (long long)troubled);
}

/* One source, wave by wave. */
static void ask_source(struct collector *collector, struct asking *asking,
                       struct collect_result *result) {
    struct snapshot *snapshot = asking->snapshot;
    sqlite3_stmt *url = snapshot_query(snapshot, "scope.set_url");
    query_bind_text(url, ":source", collector->source->name);
    query_bind_text(url, ":url", collector->session.url);
    query_run(url);
    forget_old_declarations(collector, snapshot);
    for (size_t wave = 0; wave < collector->waves; wave++)
        for (size_t i = 0; i < collector->system.declarations.count; i++)
            if (collector->questions[i].step.wave == wave)
                question_ask(&collector->questions[i], asking);
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.troubled");
    query_bind_text(query, ":source", collector->source->name);
    int64_t troubled = query_int(query, 0);
    say_how_it_went(asking, troubled);
    result->sources++;
    result->failed += troubled > 0;
    result->refused += asking->refused;
}

static bool collect_source(const struct site *site, const struct library *library,
                           struct snapshot *snapshot, const struct source *source,
                           const struct collect_options *options, int64_t run,
                           struct collect_result *result, struct error *error) {
    struct collector collector;
    bool afresh = options->full || options->record || source->replay;
    bool ok = collector_open(site, library, snapshot, source, afresh, &collector, error);
    if (ok && source->token_env && !source->token && !source->replay)
        log_warn("%s: the environment has no %s; asking without a token", source->name,
                 source->token_env);
    if (ok) {
        collector.session.record = options->record;
        collector.session.offline = options->offline;
        struct asking asking = {.snapshot = snapshot,
                                .reader = &collector.reader,
                                .session = &collector.session,
                                .options = options,
                                .afresh = afresh,
                                .run = run};
        ask_source(&collector, &asking, result);
        free(asking.limited);
    }
    collector_close(&collector);
    return ok;
}

static bool is_wanted(const struct source *source, const struct collect_options *options) {
    return !options->source || !strcmp(options->source, source->name);
}

static bool check_wanted(const struct site *site, const struct collect_options *options,
                         struct error *error) {
    const char *names[64];
    size_t count = 0;
    for (size_t i = 0; i < site->sources.count; i++) {
        if (is_wanted(&site->sources.items[i], options))
            return true;
        if (count < COUNT_OF(names))
            names[count++] = site->sources.items[i].name;
    }
    if (!options->source)
        return true;
    const char *nearest = text_nearest(options->source, names, count);
    return error_at(error, "--source", 0, 0, "%s has no source '%s'%s%s%s", site->file,
                    options->source, nearest ? "; did you mean '" : "",
                    nearest ? nearest : "", nearest ? "'?" : "");
}

bool collect_check(const struct site *site, const struct library *library,
                   struct snapshot *snapshot, struct error *error) {
    bool ok = true;
    for (size_t i = 0; ok && i < site->sources.count; i++) {
        struct collector collector;
        ok = collector_open(site, library, snapshot, &site->sources.items[i], false,
                            &collector, error);
        collector_close(&collector);
    }
    return ok;
}

bool collect_run(const struct site *site, const struct library *library,
                 struct snapshot *snapshot, const struct collect_options *options,
                 struct collect_result *result, struct error *error) {
    *result = (struct collect_result){0};
    if (!check_wanted(site, options, error) ||
        !collect_check(site, library, snapshot, error))
        return false;
    snapshot_declare_sources(snapshot, site);
    struct declarations declarations = {0};
    bool ok = declarations_read(library, "sources/", &declarations, error);
    if (ok)
        snapshot_catalogue(snapshot, "source", &declarations);
    declarations_free(&declarations);
    int64_t run = snapshot_start_run(snapshot);
    for (size_t i = 0; ok && i < site->sources.count; i++)
        if (is_wanted(&site->sources.items[i], options))
            ok = collect_source(site, library, snapshot, &site->sources.items[i], options,
                                run, result, error);
    return ok;
}
