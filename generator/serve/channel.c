#include "serve/channel.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const int endings[] = {SIGTERM, SIGINT, SIGHUP};
static volatile sig_atomic_t stopped;

static void stop(int number) {
    (void)number;
    stopped = 1;
}

/* They come only while it waits: no message is cut, and none is lost. */
void channel_open(struct channel *channel, int in, int out) {
    struct sigaction action = {.sa_handler = stop};
    sigset_t ending;
    *channel = (struct channel){.in = in, .out = out};
    stopped = 0;
    sigemptyset(&ending);
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        sigaction(endings[i], &action, NULL);
        sigaddset(&ending, endings[i]);
    }
    sigprocmask(SIG_BLOCK, &ending, &channel->signals);
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        sigdelset(&channel->signals, endings[i]);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
}

void channel_close(struct channel *channel) {
    for (size_t i = 0; i < channel->waiting.count; i++)
        free(channel->waiting.items[i].text);
    free(channel->waiting.items);
    buffer_free(&channel->text);
}

static void remove_line(struct channel *channel, size_t index) {
    struct line *lines = channel->waiting.items;
    channel->waiting_size -= lines[index].size;
    memmove(&lines[index], &lines[index + 1],
            (--channel->waiting.count - index) * sizeof *lines);
}

static json_t *parse(const struct line *line) {
    return line->text ? json_loadb(line->text, line->size,
                                   JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, NULL)
                      : NULL;
}

/* Drops the waiting requests that have this id. */
static void withdraw(struct channel *channel, const json_t *id) {
    for (size_t i = channel->waiting.count; id && i-- > 0;) {
        json_t *message = parse(&channel->waiting.items[i]);
        if (json_object_get(message, "method") &&
            json_equal(json_object_get(message, "id"), id)) {
            free(channel->waiting.items[i].text);
            remove_line(channel, i);
        }
        json_decref(message);
    }
}

static bool withdraws(struct channel *channel, const struct line *line) {
    static const char method[] = "notifications/cancelled";
    if (!memmem(line->text, line->size, method, strlen(method)))
        return false;
    json_t *message = parse(line);
    const char *given = json_string_value(json_object_get(message, "method"));
    bool does = given && !strcmp(given, method);
    if (does)
        withdraw(channel, json_object_get(json_object_get(message, "params"), "requestId"));
    json_decref(message);
    return does;
}

/* A whole line; blank ones say nothing. */
static void add_line(struct channel *channel, const char *text, size_t size,
                     bool too_long) {
    struct line line = {0};
    if (!too_long) { /* it may hold NUL */
        line = (struct line){xcalloc(size + 1, 1), size};
        memcpy(line.text, text, size);
    }
    if (too_long || (strspn(line.text, " \t\r") < size && !withdraws(channel, &line))) {
        *LIST_ADD(&channel->waiting) = line;
        channel->waiting_size += line.size;
    } else {
        free(line.text);
    }
}

/* Cuts what has come in into lines; what is left is the beginning of one. */
static void split(struct channel *channel) {
    struct buffer *text = &channel->text;
    const char *at = text->data, *stop_at = text->data + text->size, *end;
    while (at < stop_at && (end = memchr(at, '\n', (size_t)(stop_at - at)))) {
        if (!channel->skipping)
            add_line(channel, at, (size_t)(end - at), end - at > LINE_MOST);
        channel->skipping = false;
        at = end + 1;
    }
    size_t left = (size_t)(stop_at - at);
    memmove(text->data, at, left);
    if (left > LINE_MOST && !channel->skipping) {
        add_line(channel, NULL, 0, true);
        channel->skipping = true;
    }
    buffer_truncate(text, channel->skipping ? 0 : left);
}

static void end(struct channel *channel) {
    channel->ended = true;
    if (channel->text.size && !channel->skipping)
        add_line(channel, channel->text.data, channel->text.size, false);
    buffer_clear(&channel->text);
}

/* Reads what is there; where WAITING, until there is something. */
static bool read_some(struct channel *channel, bool waiting) {
    static const struct timespec none = {0};
    char bytes[1 << 16];
    struct pollfd file = {channel->in, POLLIN, 0};
    int ready = ppoll(&file, 1, waiting ? NULL : &none, &channel->signals);
    if (ready <= 0)
        return ready < 0 && errno == EINTR && !stopped;
    ssize_t got = read(channel->in, bytes, sizeof bytes);
    if (got > 0) {
        buffer_add(&channel->text, bytes, (size_t)got);
        split(channel);
    } else if (!got || errno != EINTR) {
        end(channel);
    }
    return !channel->ended;
}

static void take(struct channel *channel, json_t **message, const char **mistake) {
    struct line line = channel->waiting.items[0];
    *message = parse(&line);
    *mistake = line.text ? "Parse error: the line is no JSON"
                         : "Parse error: the line is longer than 1 MB";
    remove_line(channel, 0);
    free(line.text);
}

bool channel_next(struct channel *channel, json_t **message, const char **mistake) {
    while (!stopped && !channel->ended && channel->waiting_size < WAITING_MOST &&
           channel->waiting.count < LINES_MOST &&
           read_some(channel, !channel->waiting.count))
        ;
    if (stopped || !channel->waiting.count)
        return false;
    take(channel, message, mistake);
    return true;
}

char *channel_text(const json_t *value) {
    enum { DIGITS = 15 }; /* all of them are sure in a double */
    return xmust(
        json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS)));
}

bool channel_send(struct channel *channel, const json_t *message) {
    char *text = channel_text(message);
    size_t size = strlen(text), sent = 0;
    text[size++] = '\n'; /* in the place of its NUL */
    while (sent < size) {
        ssize_t wrote = write(channel->out, text + sent, size - sent);
        if (wrote < 0 && errno != EINTR)
            break;
        sent += wrote > 0 ? (size_t)wrote : 0;
    }
    free(text);
    return sent == size;
}
