#include "collect/manners.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum {
    FIRST_BACKOFF = 500, /* milliseconds; doubles with each try */
    LONGEST_BACKOFF = 60000,
    POLL_DELAY = 1000, /* milliseconds; doubles, where the source names none */
    LONGEST_POLL = 10000,
    MOST_POLLS = 30,
    SECONDARY_PAUSE = 60000, /* where a limit names no time: GitHub asks for a minute */
    MOST_SILENCES = 3,
    LONGEST_DELTA = 10000000, /* a reset above this is a date, in seconds since 1970 */
    LONGEST_WAIT = 31536000   /* seconds; what is longer is as good as for ever */
};

void host_open(struct host *host, const struct system *system,
               const struct limits *limits) {
    const struct declaration *self = &system->self;
    *host = (struct host){
        .remaining = declaration_field(self, "remaining", "x-ratelimit-remaining"),
        .reset = declaration_field(self, "reset", "x-ratelimit-reset"),
        .limit_message = declaration_field(self, "limit-message", NULL),
        .limits = limits,
        .left = -1,
    };
}

static int64_t milliseconds(double seconds) {
    return seconds < 0              ? 0
           : seconds < LONGEST_WAIT ? (int64_t)(seconds * 1000)
                                    : (int64_t)LONGEST_WAIT * 1000;
}

/* Milliseconds from now of a header that says when: seconds from now, seconds or
 * milliseconds since 1970, a duration like 6m0s, or a date; -1 where it says nothing. */
static int64_t delay_of(const char *text) {
    char *end;
    if (!text || !*text)
        return -1;
    double number = strtod(text, &end);
    double now = (double)time(NULL);
    if (end > text && !*end) {
        double at = number > 1e11 ? number / 1000 : number;
        return milliseconds(at > LONGEST_DELTA ? at - now : at);
    }
    if (end > text && strchr("hms", *end)) {
        double seconds = 0;
        for (const char *at = text; *at; at = end + strspn(end, "hms")) {
            double part = strtod(at, &end);
            if (end == at)
                return -1;
            seconds += !strncmp(end, "ms", 2) ? part / 1000
                       : *end == 'm'          ? part * 60
                       : *end == 'h'          ? part * 3600
                                              : part;
        }
        return seconds < 0 ? -1 : milliseconds(seconds);
    }
    time_t date = curl_getdate(text, NULL);
    return date < 0 ? -1 : milliseconds((double)date - now);
}

/* Up to half as much again, so that several runs do not come back in step. */
static int64_t with_jitter(int64_t delay) {
    return delay + (int64_t)((double)delay * ((double)random() / (double)RAND_MAX) / 2);
}

static int64_t backoff(int64_t first, int64_t longest, int count) {
    int64_t delay = count < 20 ? first << count : longest;
    return with_jitter(delay < longest ? delay : longest);
}

void host_note(struct host *host, const struct transfer *transfer, int64_t sent) {
    const char *text = transfer_header(transfer, host->remaining);
    if (!text || strspn(text, "0123456789") != strlen(text) || !*text)
        return;
    int64_t left = strtoll(text, NULL, 10);
    if (host->left >= 0 && left > host->left && sent <= host->left_at)
        return; /* older news that arrived later */
    int64_t delay = delay_of(transfer_header(transfer, host->reset));
    host->left = left;
    host->left_at = clock_stopwatch_ms();
    host->resets_at = delay < 0 ? 0 : (int64_t)time(NULL) + delay / 1000;
}

/* A pause only ever grows. REASON is taken over. */
static void pause_host(struct host *host, int64_t delay, char *reason) {
    int64_t end = clock_stopwatch_ms() + delay;
    if (end > host->pause_end) {
        host->pause_end = end;
        free(host->pause_reason);
        host->pause_reason = reason;
    } else {
        free(reason);
    }
}

static bool says_limit(const struct host *host, const struct transfer *transfer) {
    return host->limit_message &&
           strcasestr(buffer_text(&transfer->answer), host->limit_message);
}

/* 403 is an answer of its own unless something says that it is about the pace. */
static bool is_limit(const struct host *host, const struct transfer *transfer, int status) {
    const char *left = transfer_header(transfer, host->remaining);
    if (status == 429 || (status == 503 && transfer_header(transfer, "retry-after")))
        return true;
    if (status == 400) /* what Linear's GraphQL answers */
        return says_limit(host, transfer);
    return status == 403 && (transfer_header(transfer, "retry-after") ||
                             (left && !strcmp(left, "0")) || says_limit(host, transfer));
}

/* Its own words first, then its headers, then what is usual. A second is added to each
 * time, because they are cut to whole ones. */
static enum verdict obey_limit(struct host *host, const struct transfer *transfer,
                               int status, int tries) {
    int64_t asked = delay_of(transfer_header(transfer, "retry-after"));
    int64_t reset = delay_of(transfer_header(transfer, host->reset));
    int64_t delay = asked >= 0 ? asked + 1000
                    : host->left == 0 && reset >= 0
                        ? reset + 1000
                        : backoff(SECONDARY_PAUSE, SECONDARY_PAUSE * 16, tries);
    pause_host(host, delay, transfer_words(transfer, status));
    return VERDICT_PAUSE;
}

static bool may_be_better_next_time(CURLcode code, int status,
                                    const struct transfer *transfer) {
    if (code != CURLE_OK)
        return !transfer->too_large && code != CURLE_PEER_FAILED_VERIFICATION &&
               code != CURLE_URL_MALFORMAT && code != CURLE_UNSUPPORTED_PROTOCOL;
    return status == 408 || status == 500 || status == 502 || status == 503 ||
           status == 504;
}

enum verdict host_judge(struct host *host, const struct transfer *transfer, CURLcode code,
                        int status, int tries, int polls, int64_t *delay) {
    if (code == CURLE_OK && is_limit(host, transfer, status))
        return obey_limit(host, transfer, status, tries);
    if (host->left == 0 && host->resets_at)
        pause_host(host, (host->resets_at - (int64_t)time(NULL) + 1) * 1000,
                   xstrdup("the source's limit of requests is reached"));
    if (code == CURLE_OK && status == 202 && polls < MOST_POLLS) {
        int64_t asked = delay_of(transfer_header(transfer, "retry-after"));
        *delay = asked >= 0 ? asked : backoff(POLL_DELAY, LONGEST_POLL, polls);
        return VERDICT_POLL;
    }
    if (may_be_better_next_time(code, status, transfer) && tries < host->limits->retries) {
        *delay = backoff(FIRST_BACKOFF, LONGEST_BACKOFF, tries);
        return VERDICT_AGAIN;
    }
    host->silences = code == CURLE_OK || transfer->too_large ? 0 : host->silences + 1;
    return VERDICT_TAKE;
}

void host_begin(struct host *host, int64_t run_end) {
    host->deadline = clock_stopwatch_ms() + host->limits->deadline * 1000;
    host->end_of_run = run_end && run_end < host->deadline;
    if (host->end_of_run)
        host->deadline = run_end;
}

static const char *stop(struct host *host, char *reason) {
    host->stopped = reason;
    return reason;
}

bool host_is_full(const struct host *host) {
    return host->left >= 0 && host->flying && host->flying >= host->left;
}

const char *host_stopped(struct host *host) {
    int64_t now = clock_stopwatch_ms();
    if (host->stopped)
        return host->stopped;
    if (host->silences >= MOST_SILENCES)
        return stop(host, xasprintf("left alone after %d requests without an answer",
                                    MOST_SILENCES));
    if (now >= host->deadline)
        return stop(host, host->end_of_run
                              ? xstrdup("the deadline of the run is reached")
                              : xasprintf("the deadline of %lld seconds is reached",
                                          (long long)host->limits->deadline));
    if (host->pause_end > host->deadline) {
        char *end = clock_text(time(NULL) + (host->pause_end - now) / 1000);
        stop(host, xasprintf("%s; it may be asked again at %s, after the deadline",
                             host->pause_reason, end));
        free(end);
    }
    return host->stopped;
}

void host_close(struct host *host) {
    free(host->pause_reason);
    free(host->stopped);
    *host = (struct host){0};
}
