#include "collect/wire.h"

#include "collect/recording.h"

#include <stdlib.h>
#include <string.h>

/* What is left of it else is a few times the present number of transfers: after a lull all
 * connections would be opened anew. */
enum { MOST_IDLE = 256 };

void wire_open(struct wire *wire) {
    *wire = (struct wire){0};
    curl_global_init_mem(CURL_GLOBAL_DEFAULT, xmalloc, free, xrealloc, xstrdup, xcalloc);
    wire->multi = curl_multi_init();
    curl_multi_setopt(wire->multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
    curl_multi_setopt(wire->multi, CURLMOPT_MAXCONNECTS, (long)MOST_IDLE);
}

static void answer_without_asking(struct exchange *exchange) {
    struct session *session = exchange->session;
    if (session->recordings) {
        char *target =
            session->transport->target(session, exchange->request, exchange->page);
        recordings_play(session->recordings, target, exchange->page_header,
                        &exchange->answer);
        exchange->answer.tries = 1;
        if (session->url && text_starts_with(target, "GET "))
            exchange->answer.url = xasprintf("%s%s", session->url, target + 4);
        free(target);
    } else {
        exchange->answer.offline = true;
    }
    wire_done(exchange);
}

void wire_start(struct wire *wire, struct exchange *exchange) {
    struct session *session = exchange->session;
    session->wire = wire;
    session->on_way++;
    exchange->start = clock_stopwatch_ms();
    if (session->recordings || (session->offline && session->transport->network))
        answer_without_asking(exchange);
    else
        session->transport->start(exchange);
}

static void keep_recording(struct exchange *exchange) {
    struct session *session = exchange->session;
    if (!session->record || session->recordings || !exchange->answer.status)
        return;
    char *target = session->transport->target(session, exchange->request, exchange->page);
    recording_write(session->record, session->source->name, target, exchange->page_header,
                    &exchange->answer);
    free(target);
}

void wire_done(struct exchange *exchange) {
    struct wire *wire = exchange->session->wire;
    exchange->answer.ms = clock_stopwatch_ms() - exchange->start;
    keep_recording(exchange);
    wire->done =
        array_grow(wire->done, wire->done_count, &wire->done_capacity, sizeof *wire->done);
    wire->done[wire->done_count++] = exchange;
}

struct exchange *wire_finish(struct wire *wire, bool wait) {
    enum { LONGEST_WAIT = 1000, MOST_TAKEN = 256 };
    if (wire->flying.count || wire->watchers.count)
        http_drive(wire, 0);
    while (wait && wire->done_taken == wire->done_count &&
           (wire->flying.count || wire->held))
        http_drive(wire, LONGEST_WAIT);
    if (wire->done_taken == wire->done_count)
        return NULL;
    struct exchange *exchange = wire->done[wire->done_taken++];
    exchange->session->on_way--;
    if (wire->done_taken == wire->done_count)
        wire->done_taken = wire->done_count = 0;
    if (wire->done_taken == MOST_TAKEN) {
        wire->done_count -= wire->done_taken;
        memmove(wire->done, wire->done + wire->done_taken,
                wire->done_count * sizeof *wire->done);
        wire->done_taken = 0;
    }
    return exchange;
}

void wire_add_watcher(struct wire *wire, struct watcher *watcher) {
    *LIST_ADD(&wire->watchers) = watcher;
}

void wire_remove_watcher(struct wire *wire, const struct watcher *watcher) {
    for (size_t i = 0; i < wire->watchers.count; i++)
        if (wire->watchers.items[i] == watcher) {
            wire->watchers.items[i] = wire->watchers.items[--wire->watchers.count];
            return;
        }
}

void wire_wait_for(struct wire *wire, int file, short events) {
    *LIST_ADD(&wire->files) = (struct curl_waitfd){.fd = file, .events = events};
}

bool wire_watch(struct wire *wire) {
    bool any = false;
    wire->files.count = 0;
    for (size_t i = wire->watchers.count; i-- > 0;)
        if (i < wire->watchers.count)
            any |= wire->watchers.items[i]->work(wire->watchers.items[i], wire);
    return any;
}

void wire_drain(struct wire *wire) {
    enum { MOMENT = 20 };
    while (wire->flying.count || wire->watchers.count)
        http_drive(wire, MOMENT);
}

void wire_close(struct wire *wire) {
    curl_multi_cleanup(wire->multi);
    free(wire->flying.items);
    free(wire->watchers.items);
    free(wire->files.items);
    free(wire->done);
    curl_global_cleanup();
    *wire = (struct wire){0};
}
