/*
 * The HTTP transport: every request of a run in one libcurl multi handle.
 *
 * Redirects are followed here, because libcurl 7.88 would forward a secret header to
 * another host; what the source asks of its visitors is judged in manners.h.
 */
#include "collect/recording.h"
#include "collect/url.h"
#include "collect/wire.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_REDIRECTS = 5, LONGEST_NAP = 1000, MOST_POLLS = 1000 };

/* The member NAME of the page's object merged into TEXT, a JSON object or NULL. The caller
 * frees it. */
static char *merged(const char *text, const char *page, const char *name) {
    json_t *patch = page && *page == '{' ? json_loads(page, 0, NULL) : NULL;
    json_t *change = json_object_get(patch, name);
    json_t *whole = text ? json_loads(text, 0, NULL) : NULL;
    if (change && !whole)
        whole = json_object();
    if (change)
        json_object_update_recursive(whole, change);
    char *merged = whole ? json_dumps(whole, JSON_COMPACT) : NULL;
    json_decref(patch);
    json_decref(whole);
    return merged;
}

static bool is_address(const char *page) {
    return page && *page != '{';
}

static char *path_of(const struct request *request, const char *page) {
    char *query = merged(request_text(request, "query"), page, "query");
    char *path = url_path(request_text(request, "path"), query);
    free(query);
    return path;
}

static char *body_of(const struct request *request, const char *page) {
    const char *method = request_text(request, "method");
    if (!method || strcmp(method, "POST"))
        return NULL;
    char *body = merged(request_text(request, "body"), page, "body");
    return body ? body : xstrdup("");
}

/* From the host's root where the request says so. */
static size_t base_length(const struct session *session, const struct request *request) {
    const char *root = request_text(request, "root");
    if (!session->url)
        return 0;
    return root && *root && strcmp(root, "0") ? url_origin_length(session->url)
                                              : strlen(session->url);
}

static char *url_of(const struct exchange *exchange) {
    const struct session *session = exchange->session;
    if (is_address(exchange->page))
        return xstrdup(exchange->page);
    char *path = path_of(exchange->request, exchange->page);
    char *url = xasprintf("%.*s%s", (int)base_length(session, exchange->request),
                          session->url, path);
    free(path);
    return url;
}

/* "GET /path?query"; for POST a digest of what is sent stands behind it. */
static char *http_target(const struct session *session, const struct request *request,
                         const char *page) {
    if (is_address(page)) {
        size_t base = session->url ? strlen(session->url) : 0;
        bool below = base && !strncmp(page, session->url, base) && page[base] == '/';
        return xasprintf("GET %s", page + (below ? base : url_origin_length(page)));
    }
    char *path = path_of(request, page), *body = body_of(request, page);
    char hash[TEXT_HASH_SIZE] = "";
    if (body)
        text_hash(body, strlen(body), hash);
    char *target =
        body ? xasprintf("POST %s #%.12s", path, hash) : xasprintf("GET %s", path);
    free(body);
    free(path);
    return target;
}

/* What was known of an address holds only for that one, not for where it redirects to. */
static void add_conditions(struct exchange *exchange) {
    if (exchange->elsewhere)
        return;
    if (exchange->etag)
        transfer_add_header(&exchange->transfer, "If-None-Match", exchange->etag);
    else if (exchange->modified)
        transfer_add_header(&exchange->transfer, "If-Modified-Since", exchange->modified);
}

static char *what_is_sent(const struct exchange *exchange) {
    return exchange->errand     ? xstrdup(exchange->errand->body)
           : exchange->bodyless ? NULL
                                : body_of(exchange->request, exchange->page);
}

static void send_now(struct wire *wire, struct exchange *exchange) {
    struct session *session = exchange->session;
    char *body = what_is_sent(exchange);
    transfer_open(&exchange->transfer, exchange->url, body, "application/json");
    free(body);
    curl_easy_setopt(exchange->transfer.curl, CURLOPT_TIMEOUT,
                     (long)session->limits.timeout);
    curl_easy_setopt(exchange->transfer.curl, CURLOPT_PRIVATE, exchange);
    transfer_add_declared(&exchange->transfer, &session->system->self);
    add_conditions(exchange);
    if (exchange->errand)
        errand_add(exchange);
    if (url_same_origin(exchange->url, session->url))
        auth_sign(session->auth, &exchange->transfer);
    transfer_ready(&exchange->transfer);
    exchange->answer.waited += clock_stopwatch_ms() - exchange->idle;
    exchange->active = true;
    exchange->sent = clock_stopwatch_ms();
    session->host.flying++;
    exchange->answer.tries++;
    curl_multi_add_handle(wire->multi, exchange->transfer.curl);
}

/* Puts it aside until the clock shows DUE. */
static void put_aside(struct exchange *exchange, int64_t due) {
    exchange->idle = clock_stopwatch_ms();
    exchange->due = due;
}

/* Where there is no valid proof of who asks, nothing can be asked. */
static void prove(struct session *session) {
    struct error error = {0};
    if (session->host.stopped || auth_renew(session->auth, false, &error))
        return;
    session->refused = true;
    session->host.stopped = xstrdup(error.text);
    error_free(&error);
}

static void http_start(struct exchange *exchange) {
    struct session *session = exchange->session;
    struct wire *wire = session->wire;
    if (is_address(exchange->page) && !url_same_origin(exchange->page, session->url)) {
        exchange->answer.problem =
            xstrdup("the next page is on another host; it is not followed");
        wire_done(exchange);
        return;
    }
    exchange->url = url_of(exchange);
    put_aside(exchange, exchange->start);
    *LIST_ADD(&wire->flying) = exchange;
    prove(session);
}

void http_errand(struct exchange *exchange, int64_t delay) {
    struct session *session = exchange->session;
    exchange->start = clock_stopwatch_ms();
    exchange->url = xstrdup(session->url);
    exchange->polls = MOST_POLLS; /* 202 is all the answer that a notification gets */
    if (exchange->errand->once)
        exchange->failures = (int)session->limits.retries;
    put_aside(exchange, exchange->start + delay);
    *LIST_ADD(&session->wire->flying) = exchange;
    prove(session);
}

static char *linked(const struct exchange *exchange, const char *relation) {
    const struct transfer *transfer = &exchange->transfer;
    char *reference = NULL;
    for (size_t i = 0; !reference && i < transfer->got.count; i++)
        if (!strcmp(transfer->got.items[i].name, "link"))
            reference = link_find(transfer->got.items[i].value, relation);
    char *url = url_resolve(exchange->url, reference);
    if (url || !reference) {
        free(reference);
        return url;
    }
    return reference; /* it is refused where it is asked for: it is not the last page */
}

static void take_answer(struct exchange *exchange, CURLcode code, int status) {
    struct answer *answer = &exchange->answer;
    struct transfer *transfer = &exchange->transfer;
    answer->status = status;
    if (code != CURLE_OK)
        answer->problem = transfer_problem(transfer, code);
    else if (status >= 400)
        answer->problem = transfer_words(transfer, status);
    answer->body = transfer->answer;
    transfer->answer = (struct buffer){0};
    if (exchange->errand) {
        exchange->errand->read(exchange);
        return;
    }
    answer->url = xstrdup(exchange->url);
    answer->next = linked(exchange, "next");
    answer->last = linked(exchange, "last");
    answer->etag = xstrdup(transfer_header(transfer, "etag"));
    answer->modified = xstrdup(transfer_header(transfer, "last-modified"));
    if (exchange->page_header)
        answer->page_token = xstrdup(transfer_header(transfer, exchange->page_header));
}

/* Takes it off the wire, with whatever answer it has. */
static void land(struct wire *wire, struct exchange *exchange) {
    for (size_t i = 0; i < wire->flying.count; i++)
        if (wire->flying.items[i] == exchange) {
            memmove(&wire->flying.items[i], &wire->flying.items[i + 1],
                    (--wire->flying.count - i) * sizeof *wire->flying.items);
            break;
        }
    free(exchange->url);
    exchange->url = NULL;
    if (exchange->errand)
        exchange->errand->landed(exchange);
    else
        wire_done(exchange);
}

/* Ends the transfer, but not the exchange. */
static void clear_transfer(struct wire *wire, struct exchange *exchange) {
    exchange->session->host.flying -= exchange->active;
    if (exchange->active)
        curl_multi_remove_handle(wire->multi, exchange->transfer.curl);
    if (exchange->transfer.curl)
        transfer_free(&exchange->transfer);
    exchange->active = false;
}

static void land_unsent(struct wire *wire, struct exchange *exchange, const char *reason) {
    clear_transfer(wire, exchange);
    exchange->answer.limited = true;
    exchange->answer.problem = xstrdup(reason);
    land(wire, exchange);
}

static bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 ||
           status == 308;
}

/* True where the exchange goes on at the address that the answer names. */
static bool follow(struct wire *wire, struct exchange *exchange, int status) {
    char *target =
        url_resolve(exchange->url, transfer_header(&exchange->transfer, "location"));
    bool lost = exchange->errand && status < 307;
    if (!target || exchange->redirects >= MOST_REDIRECTS || lost) {
        exchange->answer.problem =
            target && lost ? xstrdup("redirects, and what was sent would be lost (only 307 "
                                     "and 308 keep it)")
            : target       ? xasprintf("redirects more than %d times", MOST_REDIRECTS)
                     : xstrdup("redirects, but not to an http or https address that may be "
                               "followed");
        free(target);
        return false;
    }
    clear_transfer(wire, exchange);
    exchange->redirects++;
    exchange->elsewhere = true;
    exchange->bodyless |= status != 307 && status != 308; /* RFC 9110, section 15.4 */
    free(exchange->url);
    exchange->url = target;
    put_aside(exchange, clock_stopwatch_ms());
    return true;
}

/* A token may have ended early: one new one is worth a try, for all who had the old one. */
static bool renew(struct exchange *exchange, int status) {
    struct session *session = exchange->session;
    struct error error = {0};
    if (status != 401 || exchange->renewals || !auth_can_renew(session->auth))
        return false;
    exchange->renewals++;
    bool renewed =
        session->renewed > exchange->sent || auth_renew(session->auth, true, &error);
    if (renewed && session->renewed <= exchange->sent)
        session->renewed = clock_stopwatch_ms();
    error_free(&error);
    return renewed;
}

/* An answer that is not ready may be at another address by then. */
static void poll_later(struct wire *wire, struct exchange *exchange, int64_t due) {
    char *target =
        url_resolve(exchange->url, transfer_header(&exchange->transfer, "location"));
    clear_transfer(wire, exchange);
    if (target) {
        free(exchange->url);
        exchange->url = target;
        exchange->elsewhere = exchange->bodyless = true;
    }
    exchange->polls++;
    put_aside(exchange, due);
}

/* What the end of a transfer means for its exchange. */
static void settle(struct wire *wire, struct exchange *exchange, CURLcode code) {
    struct host *host = &exchange->session->host;
    code = exchange->transfer.enough ? CURLE_OK : code;
    int status = code == CURLE_OK ? transfer_status(&exchange->transfer) : 0;
    int64_t delay = 0, now = clock_stopwatch_ms();
    auth_redact(exchange->session->auth, &exchange->transfer);
    if (code == CURLE_OK)
        host_note(host, &exchange->transfer, exchange->sent);
    if (is_redirect(status) && follow(wire, exchange, status))
        return;
    enum verdict verdict = host_judge(host, &exchange->transfer, code, status,
                                      exchange->failures, exchange->polls, &delay);
    bool again = verdict != VERDICT_TAKE || renew(exchange, status);
    exchange->failures += verdict == VERDICT_AGAIN || verdict == VERDICT_PAUSE;
    if (verdict == VERDICT_POLL) {
        poll_later(wire, exchange, now + delay);
    } else if (again) {
        clear_transfer(wire, exchange);
        put_aside(exchange, now + delay);
    } else {
        if (!exchange->answer.problem)
            take_answer(exchange, code, status);
        clear_transfer(wire, exchange);
        land(wire, exchange);
    }
}

/* A long wait without a word looks like a program that hangs. */
static void say_pause(struct host *host, const struct exchange *exchange) {
    enum { WORTH_A_WORD = 5000 };
    int64_t left = host->pause_end - clock_stopwatch_ms();
    if (left > WORTH_A_WORD && host->pause_said != host->pause_end)
        log_info("  %s: %s; goes on in %lld seconds", exchange->session->source->name,
                 host->pause_reason, (long long)left / 1000);
    host->pause_said = host->pause_end;
}

/* Sends what is due; lands what may not be sent any more. The earliest time for the rest.
 */
static int64_t send_due(struct wire *wire) {
    int64_t now = clock_stopwatch_ms(), earliest = now + LONGEST_NAP;
    for (size_t i = 0; i < wire->flying.count;) {
        struct exchange *exchange = wire->flying.items[i];
        struct host *host = &exchange->session->host;
        const char *stopped = host_stopped(host);
        int64_t due = exchange->due > host->pause_end ? exchange->due : host->pause_end;
        if (stopped && (!exchange->active || now >= host->deadline)) {
            land_unsent(wire, exchange, stopped);
            earliest = now;
            continue; /* the next one has taken its place */
        }
        if (!exchange->active && due > now) {
            say_pause(host, exchange);
            earliest = due < earliest ? due : earliest;
        } else if (!exchange->active && !host_is_full(host)) {
            send_now(wire, exchange);
        }
        i++;
    }
    return earliest - now;
}

/* Lets libcurl do what it can do now; true where a transfer ended. */
static bool perform(struct wire *wire) {
    int running = 0, left = 0;
    bool any = false;
    curl_multi_perform(wire->multi, &running);
    for (CURLMsg *message; (message = curl_multi_info_read(wire->multi, &left));) {
        struct exchange *exchange = NULL;
        CURLcode code = message->data.result;
        if (message->msg != CURLMSG_DONE)
            continue;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&exchange);
        settle(wire, exchange, code);
        any = true;
    }
    return any;
}

void http_drive(struct wire *wire, int timeout) {
    int64_t nap = send_due(wire);
    bool any = perform(wire) || wire_watch(wire);
    if (any || !timeout || nap <= 0)
        return;
    curl_multi_poll(wire->multi, wire->files.items, (unsigned)wire->files.count,
                    nap < timeout ? (int)nap : timeout, NULL);
    perform(wire);
}

const struct transport http_transport = {
    .name = "http", .network = true, .start = http_start, .target = http_target};
