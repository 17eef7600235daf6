#include "collect/collect.h"

#include "collect/ask.h"
#include "collect/queue.h"

#include <inttypes.h>
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
    size_t waves, wave; /* how many there are; the one that is under way */
    struct queue_place place;
    struct asking asking;
    char *full_before;
    bool over;
};

static bool prepare_questions(struct collector *collector, struct snapshot *snapshot,
                              struct error *error) {
    struct declarations *declarations = &collector->system.declarations;
    size_t count = declarations->count;
    collector->questions = xcalloc(count, sizeof *collector->questions);
    struct step **steps = xcalloc(count, sizeof *steps);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        ok = question_prepare(&declarations->items[i], collector->source->name,
                              &collector->settings, snapshot, &collector->reader,
                              &collector->questions[i], error);
        steps[i] = &collector->questions[i].step;
    }
    ok = ok && order_derive(steps, count, error);
    for (size_t i = 0; ok && i < count; i++) {
        if (steps[i]->wave >= collector->waves)
            collector->waves = steps[i]->wave + 1;
    }
    free(steps);
    return ok;
}

/* A system over the network needs an address, from itself or from site.conf. */
static bool check_address(const struct collector *collector, const struct site *site,
                          struct error *error) {
    const struct session *session = &collector->session;
    return !session->transport->network || session->url || session->recordings ||
           session->transport->open || /* which has looked for it */
           error_at(error, site->file, collector->source->line, 0,
                    "source \"%s\": its system names no url; give it one here or in %s",
                    collector->source->name, collector->system.self.origin);
}

static void add_setting(struct settings *settings, const char *key, const char *value) {
    if (value)
        *LIST_ADD(settings) = (struct setting){xstrdup(key), xstrdup(value), 0, 0};
}

/* What an ask may want to know beyond site.conf's own lines. Recordings of a source with a
 * token hold what was asked with it. */
static void add_facts(struct collector *collector) {
    bool known = collector->source->replay ? collector->source->token_env != NULL
                 : collector->session.auth ? auth_is_known(collector->session.auth)
                                           : false;
    if (!settings_value(&collector->settings, "url", NULL))
        add_setting(&collector->settings, "url", collector->session.url);
    add_setting(&collector->settings, "authenticated", known ? "1" : NULL);
}

/* The time before which a full reading is too old; nothing is older than no time. */
static char *full_before(const struct collector *collector) {
    int64_t every = collector->session.limits.full_every;
    return every && collector->session.transport->network && !collector->source->replay
               ? clock_text(clock_now() - every)
               : xstrdup("");
}

static bool collector_open(const struct site *site, const struct library *library,
                           struct snapshot *snapshot, const struct source *source,
                           bool afresh, struct collector *collector, struct error *error) {
    *collector = (struct collector){.source = source, .place = {.waiting = -1}};
    if (!system_read(library, site, source, &collector->system, error) ||
        !system_settings(&collector->system, site, source, &collector->settings, error) ||
        !session_open(site, source, &collector->system, &collector->settings,
                      &collector->session, error) ||
        !check_address(collector, site, error))
        return false;
    add_facts(collector);
    collector->full_before = full_before(collector);
    reader_open_source(snapshot, source->name, afresh, collector->full_before,
                       collector->settings.items, collector->settings.count,
                       &collector->reader);
    return prepare_questions(collector, snapshot, error);
}

static void collector_close(struct collector *collector) {
    session_close(&collector->session);
    for (size_t i = 0; collector->questions && i < collector->system.declarations.count;
         i++)
        question_free(&collector->questions[i]);
    free(collector->questions);
    if (collector->reader.db)
        reader_close(&collector->reader);
    free(collector->asking.limited);
    free(collector->asking.attempts.items);
    free(collector->full_before);
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
    snapshot_run(snapshot, query);
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
        log_warn("%s: not up to date: %lld of what is asked for; the sources page says "
                 "which and why",
                 source->name, (long long)troubled);
}

static void note_end(struct collector *collector, struct snapshot *snapshot) {
    struct host *host = &collector->session.host;
    const char *stopped = collector->asking.limited;
    char *resets = host->resets_at ? clock_text(host->resets_at) : NULL;
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.allow");
    query_bind_text(query, ":source", collector->source->name);
    query_bind_text(query, ":stopped", stopped);
    query_bind_text(query, ":resets_at", resets);
    if (host->left >= 0)
        query_bind_int(query, ":left", host->left);
    snapshot_run(snapshot, query);
    free(resets);
}

static void collector_end(struct collector *collector, struct collect_result *result) {
    struct asking *asking = &collector->asking;
    queue_clear(asking->snapshot, collector->source->name);
    note_end(collector, asking->snapshot);
    sqlite3_stmt *query = snapshot_query(asking->snapshot, "scope.troubled");
    query_bind_text(query, ":source", collector->source->name);
    say_how_it_went(asking, query_int(query, 0));
    query = snapshot_query(asking->snapshot, "scope.troubled");
    query_bind_text(query, ":source", collector->source->name);
    result->sources++;
    result->failed += query_int(query, 0) > 0;
    result->refused += asking->refused;
    collector->over = true;
    if (collector->session.transport->leave)
        collector->session.transport->leave(&collector->session);
}

/* Queues what the present wave asks: the snapshot must show all that came before. */
static void start_wave(struct collector *collector) {
    struct asking *asking = &collector->asking;
    const char *source = collector->source->name;
    snapshot_settle(asking->snapshot);
    queue_clear(asking->snapshot, source);
    collector->place = (struct queue_place){.waiting = -1};
    for (size_t i = 0; i < collector->system.declarations.count; i++) {
        struct question *question = &collector->questions[i];
        if (question->step.wave == collector->wave && queue_fill(asking, question, i))
            ask_forget(asking, question, i);
    }
}

/* Sends what may be sent now, and goes on to the next wave where one is over. */
static void collector_send(struct collector *collector, struct collect_result *result) {
    struct asking *asking = &collector->asking;
    while (!collector->over && ask_send(asking)) {
        struct request request;
        if (queue_take(asking->snapshot, collector->source->name, collector->questions,
                       &collector->place, &request)) {
            ask_start(asking, &collector->questions[collector->place.question], &request);
        } else if (asking->attempts.count) {
            return;
        } else if (++collector->wave < collector->waves) {
            start_wave(collector);
        } else {
            collector_end(collector, result);
        }
    }
}

static void collector_begin(struct collector *collector, struct snapshot *snapshot,
                            const struct collect_options *options, int64_t run,
                            int64_t *budget, struct wire *wire) {
    const struct source *source = collector->source;
    collector->session.record = options->record;
    collector->session.offline = options->offline;
    collector->session.wire = wire;
    host_begin(&collector->session.host,
               options->deadline ? clock_stopwatch_ms() + options->deadline * 1000 : 0);
    collector->asking =
        (struct asking){.snapshot = snapshot,
                        .reader = &collector->reader,
                        .session = &collector->session,
                        .options = options,
                        .full_before = collector->full_before,
                        .afresh = options->full || options->record || source->replay,
                        .run = run,
                        .budget = budget};
    if (source->token_env && !source->token && !source->replay)
        log_warn("%s: the environment has no %s; asking without a token", source->name,
                 source->token_env);
    sqlite3_stmt *url = snapshot_query(snapshot, "scope.set_url");
    query_bind_text(url, ":source", source->name);
    query_bind_text(url, ":url", collector->session.url);
    snapshot_run(snapshot, url);
    forget_old_declarations(collector, snapshot);
    start_wave(collector);
}

/* The sources of one kind, all at once: those over the network wait for answers, those on
 * this machine only for themselves. */
static void collect_together(struct collector *collectors, size_t count, bool network,
                             struct snapshot *snapshot, struct wire *wire,
                             struct collect_result *result) {
    enum { LONGEST_BATCH = 1000 };
    int64_t batch = clock_stopwatch_ms();
    for (;;) {
        for (size_t i = 0; i < count; i++)
            if (collectors[i].session.transport->network == network)
                collector_send(&collectors[i], result);
        struct exchange *exchange = wire_finish(wire, false);
        if (!exchange || clock_stopwatch_ms() - batch > LONGEST_BATCH) {
            snapshot_settle(snapshot);
            batch = clock_stopwatch_ms();
        }
        exchange = exchange ? exchange : wire_finish(wire, true);
        if (!exchange)
            return;
        ask_take(exchange);
    }
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

static void close_all(struct collector *collectors, const struct site *site) {
    for (size_t i = 0; i < site->sources.count; i++)
        collector_close(&collectors[i]);
    free(collectors);
}

/* Every source made ready, those too that are not wanted now: what is wrong is always said.
 * NULL where something is. */
static struct collector *open_all(const struct site *site, const struct library *library,
                                  struct snapshot *snapshot,
                                  const struct collect_options *options,
                                  struct error *error) {
    struct collector *collectors = xcalloc(site->sources.count, sizeof *collectors);
    for (size_t i = 0; i < site->sources.count; i++) {
        const struct source *source = &site->sources.items[i];
        bool afresh = options->full || options->record || source->replay;
        if (!collector_open(site, library, snapshot, source, afresh, &collectors[i],
                            error)) {
            close_all(collectors, site);
            return NULL;
        }
        collectors[i].over = !is_wanted(source, options);
    }
    return collectors;
}

bool collect_check(const struct site *site, const struct library *library,
                   struct snapshot *snapshot, struct error *error) {
    const struct collect_options all = {0};
    struct collector *collectors = open_all(site, library, snapshot, &all, error);
    if (collectors)
        close_all(collectors, site);
    return collectors;
}

static void collect_all(struct collector *collectors, size_t count,
                        struct snapshot *snapshot, const struct collect_options *options,
                        struct collect_result *result) {
    struct wire wire;
    int64_t budget = options->max_requests ? options->max_requests : INT64_MAX;
    int64_t run = snapshot_start_run(snapshot);
    wire_open(&wire);
    for (size_t i = 0; i < count; i++)
        if (!collectors[i].over)
            collector_begin(&collectors[i], snapshot, options, run, &budget, &wire);
    collect_together(collectors, count, false, snapshot, &wire, result);
    collect_together(collectors, count, true, snapshot, &wire, result);
    snapshot_settle(snapshot);
    wire_drain(&wire);
    wire_close(&wire);
}

void collect_place_zones(const struct library *library, struct site *site) {
    system_place_zones(library, site);
}

bool collect_run(const struct site *site, const struct library *library,
                 struct snapshot *snapshot, const struct collect_options *options,
                 struct collect_result *result, struct error *error) {
    *result = (struct collect_result){0};
    struct declarations declarations = {0};
    struct collector *collectors = NULL;
    bool ok = check_wanted(site, options, error) && snapshot_check_time(snapshot, error) &&
              (collectors = open_all(site, library, snapshot, options, error)) &&
              declarations_read(library, "sources/", &declarations, error);
    if (ok) {
        snapshot_declare_sources(snapshot, site);
        snapshot_catalogue(snapshot, "source", &declarations);
        collect_all(collectors, site->sources.count, snapshot, options, result);
        history_prune(snapshot, site);
    }
    declarations_free(&declarations);
    if (collectors)
        close_all(collectors, site);
    return ok;
}
