/*
 * MCP over the stdin and stdout of a program that we start: a message a line. What it
 * writes to stderr is its log; the last line of it is told where it ends before its time.
 *
 * Holds: its environment is what the source names; what it prints is read up to a limit and
 * without waiting; it is asked to end by closing its stdin, then by SIGTERM, then by
 * SIGKILL, with its whole process group.
 */
#include "collect/mcp_client.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    MOST_STRAY = 1000,            /* lines that are no messages to us */
    MOST_SILENT_BYTES = 64 << 20, /* between two messages that we wait for */
    MOST_READ = 1 << 20,          /* at once: others wait as well */
    MOST_WORDS = 200,
    PATIENCE = 2000, /* milliseconds: for an end after each request to end */
    GRACE = 500      /* between the end of its output and its own */
};

enum leaving { STAYS, ASKED, TERMINATED, KILLED };

struct stdio {
    struct watcher watcher; /* first: one is the other */
    struct mcp *mcp;
    struct running running;
    struct buffer in, out, complaint;
    size_t scanned; /* bytes of IN that hold no end of a line */
    size_t silent;  /* bytes since the last message that was waited for */
    int stray;
    enum leaving leaving;
    int64_t due; /* when patience ends; 0: there is no hurry */
    bool wrote_all;
};

static void close_streams(struct stdio *stdio) {
    process_hang_up(&stdio->running.input);
    process_hang_up(&stdio->running.output);
    process_hang_up(&stdio->running.complaint);
}

/* Ends all that is left of it at once. */
static void drop(struct stdio *stdio) {
    struct mcp *mcp = stdio->mcp;
    int status;
    process_signal(&stdio->running, SIGKILL);
    close_streams(stdio);
    while (stdio->running.pid && !process_ended(&stdio->running, &status))
        usleep(1000);
    wire_remove_watcher(mcp->session->wire, &stdio->watcher);
    buffer_free(&stdio->in);
    buffer_free(&stdio->out);
    buffer_free(&stdio->complaint);
    free(stdio);
    mcp->connection = NULL;
}

/* The last line of the program's log, redacted, behind ": ". */
static void add_last_words(const struct stdio *stdio, struct buffer *text) {
    struct buffer log = {0};
    buffer_add(&log, buffer_text(&stdio->complaint), stdio->complaint.size);
    mcp_redact(stdio->mcp, &log);
    while (log.size && strchr(" \t\r\n", log.data[log.size - 1]))
        buffer_truncate(&log, log.size - 1);
    const char *line = log.size ? memrchr(log.data, '\n', log.size) : NULL;
    transfer_add_words(text, line ? line + 1 : buffer_text(&log));
    buffer_free(&log);
}

static void break_with(struct stdio *stdio, const char *problem) {
    struct mcp *mcp = stdio->mcp;
    struct buffer words = {0};
    buffer_add_text(&words, problem);
    add_last_words(stdio, &words);
    drop(stdio);
    mcp_break(mcp, buffer_text(&words));
    buffer_free(&words);
}

/* True where anything was written. */
static bool write_some(struct stdio *stdio) {
    struct buffer *out = &stdio->out;
    if (!out->size || stdio->running.input < 0)
        return false;
    ssize_t sent = send(stdio->running.input, out->data, out->size, MSG_NOSIGNAL);
    if (sent <= 0)
        return false; /* that it reads no more shows where it is read from */
    memmove(out->data, out->data + sent, out->size - (size_t)sent);
    buffer_truncate(out, out->size - (size_t)sent);
    return true;
}

/* Reads what is there, up to a limit; closes FILE at its end. */
static bool read_some(int *file, struct buffer *into) {
    size_t before = into->size;
    static char block[65536];
    while (*file >= 0 && into->size - before < MOST_READ) {
        ssize_t got = read(*file, block, sizeof block);
        if (got > 0)
            buffer_add(into, block, (size_t)got);
        else if (got < 0 && errno == EINTR)
            continue;
        else if (got < 0 && errno == EAGAIN)
            break;
        else
            process_hang_up(file);
    }
    return into->size > before;
}

static bool read_log(struct stdio *stdio) {
    enum { MOST_KEPT = 4096 };
    struct buffer *log = &stdio->complaint;
    bool any = read_some(&stdio->running.complaint, log);
    if (log->size > MOST_KEPT) {
        memmove(log->data, log->data + log->size - MOST_KEPT, MOST_KEPT);
        buffer_truncate(log, MOST_KEPT);
    }
    return any;
}

/* False where the line is broken by it. */
static bool take_line(struct stdio *stdio, const char *text, size_t size) {
    struct mcp *mcp = stdio->mcp;
    struct buffer line = {0};
    buffer_add(&line, text, size);
    mcp_redact(mcp, &line);
    json_t *message = jsonrpc_parse(buffer_text(&line), line.size);
    bool blank = strspn(buffer_text(&line), " \t\r") == line.size;
    size_t calls = mcp->calls.count;
    int64_t waiting = mcp->step_id;
    bool taken = message && mcp_take(mcp, message, 0);
    json_decref(message);
    buffer_free(&line);
    if (mcp->connection != stdio) /* it was given up for what it said */
        return false;
    stdio->silent += size;
    if (mcp->calls.count < calls || mcp->step_id != waiting)
        stdio->silent = 0;
    stdio->stray += !taken && !blank;
    return true;
}

/* Says once that there is something on stdout that does not belong there. */
static void say_stray(const struct stdio *stdio, int before) {
    if (!before && stdio->stray)
        log_warn("%s: its MCP server prints lines that are no messages; they are skipped",
                 stdio->mcp->session->source->name);
}

/* The lines that are complete; false where it is broken. */
static bool take_lines(struct stdio *stdio) {
    struct buffer *in = &stdio->in;
    size_t taken = 0;
    int stray = stdio->stray;
    for (;;) {
        char *from = in->data + taken;
        size_t skip = taken ? 0 : stdio->scanned;
        char *end = in->size - taken > skip
                        ? memchr(from + skip, '\n', in->size - taken - skip)
                        : NULL;
        if (!end)
            break;
        stdio->scanned = 0;
        if (!take_line(stdio, from, (size_t)(end - from)))
            return false;
        taken = (size_t)(end - in->data) + 1;
    }
    say_stray(stdio, stray);
    if (taken) {
        memmove(in->data, in->data + taken, in->size - taken);
        buffer_truncate(in, in->size - taken);
    }
    stdio->scanned = in->size;
    const char *problem =
        in->size > JSONRPC_MOST_BYTES ? "the server sent a line that is larger than 8 MiB"
        : stdio->stray > MOST_STRAY
            ? "the server printed more than 1000 lines that are no messages"
        : stdio->silent > MOST_SILENT_BYTES
            ? "the server sent more than 64 MiB without an answer"
            : NULL;
    if (problem)
        break_with(stdio, problem);
    return !problem;
}

/* It is over where its output is. True where that was so. */
static bool see_end(struct stdio *stdio) {
    int status = 0;
    if (stdio->running.output >= 0)
        return false;
    if (!stdio->due)
        stdio->due = clock_stopwatch_ms() + GRACE;
    bool ended = process_ended(&stdio->running, &status);
    if (!ended && clock_stopwatch_ms() < stdio->due)
        return false;
    read_log(stdio);
    char *words = ended && status > 128
                      ? xasprintf("the server was killed by signal %d", status - 128)
                  : ended ? xasprintf("the server ended with exit status %d", status)
                          : xstrdup("the server closed its output");
    break_with(stdio, words);
    free(words);
    return true;
}

/* Goes on with its end. */
static bool leave_on(struct stdio *stdio) {
    int status = 0, signals[] = {0, SIGTERM, SIGKILL};
    buffer_clear(&stdio->in);
    read_some(&stdio->running.output, &stdio->in);
    if (process_ended(&stdio->running, &status) || stdio->leaving == KILLED) {
        drop(stdio);
        return true;
    }
    if (clock_stopwatch_ms() < stdio->due)
        return false;
    process_signal(&stdio->running, signals[stdio->leaving++]);
    stdio->due = clock_stopwatch_ms() + PATIENCE;
    return false;
}

static bool work(struct watcher *watcher, struct wire *wire) {
    struct stdio *stdio = (struct stdio *)watcher;
    struct mcp *mcp = stdio->mcp;
    bool any = write_some(stdio);
    any |= read_log(stdio);
    if (stdio->leaving)
        return leave_on(stdio) || any;
    any |= read_some(&stdio->running.output, &stdio->in);
    if ((stdio->in.size && !take_lines(stdio)) || see_end(stdio))
        return true;
    mcp_look_at_clock(mcp);
    if (mcp->connection != stdio)
        return true;
    if (stdio->running.output >= 0)
        wire_wait_for(wire, stdio->running.output, CURL_WAIT_POLLIN);
    if (stdio->running.complaint >= 0)
        wire_wait_for(wire, stdio->running.complaint, CURL_WAIT_POLLIN);
    if (stdio->out.size && stdio->running.input >= 0)
        wire_wait_for(wire, stdio->running.input, CURL_WAIT_POLLOUT);
    return any;
}

static bool stdio_open(struct mcp *mcp, struct error *error) {
    struct names arguments = {0}, environment = {0};
    struct stdio *stdio = xcalloc(1, sizeof *stdio);
    if (mcp->connection)
        drop(mcp->connection);
    mcp_list_arguments(mcp, &arguments);
    mcp_list_environment(mcp, &environment);
    const struct process process = {
        .arguments = (const char *const *)arguments.items,
        .environment = (const char *const *)environment.items,
        .folder = mcp->folder,
    };
    *stdio = (struct stdio){.watcher = {work}, .mcp = mcp};
    bool ok = process_start(&process, &stdio->running, error);
    for (size_t i = 0; i < environment.count; i++)
        if (environment.items[i])
            explicit_bzero(environment.items[i], strlen(environment.items[i]));
    names_free(&arguments);
    names_free(&environment);
    if (!ok) {
        free(stdio);
        return false;
    }
    mcp->connection = stdio;
    wire_add_watcher(mcp->session->wire, &stdio->watcher);
    return true;
}

static void stdio_send(struct mcp *mcp, const struct message *message) {
    struct stdio *stdio = mcp->connection;
    if (!stdio || stdio->leaving)
        return;
    char *text = json_dumps(message->json, JSON_COMPACT);
    buffer_add_text(&stdio->out, text);
    buffer_add_char(&stdio->out, '\n');
    free(text);
    write_some(stdio);
    if (message->method && !message->id)
        mcp_delivered(mcp);
}

static void stdio_leave(struct mcp *mcp) {
    struct stdio *stdio = mcp->connection;
    if (!stdio)
        return;
    process_hang_up(&stdio->running.input);
    stdio->leaving = ASKED;
    stdio->due = clock_stopwatch_ms() + PATIENCE;
}

static void stdio_close(struct mcp *mcp) {
    struct stdio *stdio = mcp->connection;
    if (stdio)
        drop(stdio);
}

const struct line mcp_stdio = {stdio_open, stdio_send, stdio_leave, stdio_close};
