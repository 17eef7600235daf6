#include "render/markdown_helper.h"

#include "base/base.h"

#include <cmark-gfm-core-extensions.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum {
    MOST_INPUT = 256 * 1024,         /* bytes of a text */
    MOST_OUTPUT = 4 * 1024 * 1024,   /* bytes of its HTML and Markdown together */
    MOST_MEMORY = 256 * 1024 * 1024, /* bytes, on top of what the helper has */
    MOST_FILES = 8,                  /* open at once */
    RENDER_MS = 2000,                /* for a text */
    ANSWER_MS = 30 * 1000            /* for the helper, which has no reason to need it */
};
static const int64_t FOREVER = INT64_MAX;

enum outcome { RENDERED, LARGE, SLOW, HUNGRY, BLOATED, BROKEN, ALONE };

static const char *const reasons[] = {
    [RENDERED] = NULL,
    [LARGE] = "larger than 256 kB",
    [SLOW] = "took longer than 2 seconds",
    [HUNGRY] = "needed more than 256 MB",
    [BLOATED] = "became larger than 4 MB",
    [BROKEN] = "made the Markdown parser fail",
    [ALONE] = "the Markdown helper had ended",
};

/* What goes over a socket: one of these, then as many bytes as it says. */
struct request {
    uint32_t trust, size;
};
struct answer {
    uint32_t outcome, html, md;
};

/* A process at the other end of a socket; pid 0 where there is none. */
struct peer {
    pid_t pid;
    int socket;
};

struct markdown {
    struct peer helper;
};

/* Waits until SOCKET is ready for EVENT; false at the DEADLINE of the stopwatch. */
static bool await(int socket, short event, int64_t deadline) {
    struct pollfd stream = {socket, event, 0};
    for (;;) {
        int64_t left = deadline - clock_stopwatch_ms();
        if (left <= 0)
            return false;
        int ready = poll(&stream, 1, deadline == FOREVER ? -1 : (int)left);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return ready > 0;
    }
}

static bool would_wait(void) {
    return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
}

static bool send_all(int socket, const void *bytes, size_t size, int64_t deadline) {
    for (const char *at = bytes; size;) {
        if (!await(socket, POLLOUT, deadline))
            return false;
        ssize_t sent = send(socket, at, size, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && !would_wait())
            return false;
        if (sent > 0) {
            at += sent;
            size -= (size_t)sent;
        }
    }
    return true;
}

static bool receive_all(int socket, void *bytes, size_t size, int64_t deadline) {
    for (char *at = bytes; size;) {
        if (!await(socket, POLLIN, deadline))
            return false;
        ssize_t got = recv(socket, at, size, MSG_DONTWAIT);
        if (!got || (got < 0 && !would_wait()))
            return false;
        if (got > 0) {
            at += got;
            size -= (size_t)got;
        }
    }
    return true;
}

/* Replaces the content of BUFFER by SIZE received bytes. */
static bool receive_into(int socket, struct buffer *buffer, size_t size, int64_t deadline) {
    char block[65536];
    buffer_clear(buffer);
    while (size) {
        size_t part = size < sizeof block ? size : sizeof block;
        if (!receive_all(socket, block, part, deadline))
            return false;
        buffer_add(buffer, block, part);
        size -= part;
    }
    return true;
}

static bool send_request(int socket, const struct markdown_document *document,
                         int64_t deadline) {
    struct request request = {document->trust, (uint32_t)document->size};
    return send_all(socket, &request, sizeof request, deadline) &&
           send_all(socket, document->text, document->size, deadline);
}

/* DOCUMENT->text is TEXT's own. */
static bool receive_request(int socket, struct buffer *text,
                            struct markdown_document *document) {
    struct request request;
    if (!receive_all(socket, &request, sizeof request, FOREVER) ||
        request.size > MOST_INPUT || !receive_into(socket, text, request.size, FOREVER))
        return false;
    document->text = buffer_text(text);
    document->size = text->size;
    document->trust = request.trust ? MARKDOWN_TRUSTED : MARKDOWN_UNTRUSTED;
    return true;
}

static bool send_answer(int socket, enum outcome outcome, const struct buffer *html,
                        const struct buffer *md) {
    struct answer answer = {outcome, 0, 0};
    if (outcome == RENDERED) {
        answer.html = (uint32_t)html->size;
        answer.md = (uint32_t)md->size;
    }
    return send_all(socket, &answer, sizeof answer, FOREVER) &&
           send_all(socket, buffer_text(html), answer.html, FOREVER) &&
           send_all(socket, buffer_text(md), answer.md, FOREVER);
}

/* Nothing that an answer says is believed: it comes from a process that read hostile
 * text. */
static bool receive_answer(int socket, enum outcome *outcome, struct buffer *html,
                           struct buffer *md, int64_t deadline) {
    struct answer answer;
    if (!receive_all(socket, &answer, sizeof answer, deadline) ||
        answer.outcome >= COUNT_OF(reasons) || answer.html > MOST_OUTPUT ||
        answer.md > MOST_OUTPUT - answer.html)
        return false;
    *outcome = (enum outcome)answer.outcome;
    return receive_into(socket, html, answer.html, deadline) &&
           receive_into(socket, md, answer.md, deadline);
}

/* Ends this process when its parent does, where the system offers that; elsewhere the end
 * of the socket tells. */
static void follow_parent(pid_t parent) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
}

static void open_nothing_as(int file) {
    int nothing = open("/dev/null", O_RDWR);
    if (nothing >= 0 && nothing != file) {
        dup2(nothing, file);
        close(nothing);
    }
}

/* Keeps stderr and the socket, whose new number is given, and lets go of all other files.
 */
static int keep_only(int socket) {
    int away = fcntl(socket, F_DUPFD, STDERR_FILENO + 2);
    open_nothing_as(STDIN_FILENO);
    open_nothing_as(STDOUT_FILENO);
    socket = dup2(away, STDERR_FILENO + 1);
    closefrom(STDERR_FILENO + 2);
    return socket;
}

/* Forks a process that runs MAIN with its end of a new socket and never returns. */
static bool peer_start(struct peer *peer, void (*main)(int socket)) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        return false;
    pid_t parent = getpid();
    pid_t pid = fork();
    if (!pid) {
        follow_parent(parent);
        main(keep_only(ends[1]));
        _exit(EXIT_SUCCESS);
    }
    int reason = errno;
    close(ends[1]);
    if (pid > 0)
        *peer = (struct peer){pid, fcntl(ends[0], F_DUPFD_CLOEXEC, STDERR_FILENO + 1)};
    close(ends[0]);
    errno = reason;
    return pid > 0;
}

/* Its wait status. Other processes may have the socket too, so that closing it alone would
 * tell the peer nothing. */
static int peer_end(struct peer *peer) {
    int status = 0;
    if (!peer->pid)
        return status;
    shutdown(peer->socket, SHUT_RDWR);
    close(peer->socket);
    while (waitpid(peer->pid, &status, 0) < 0 && errno == EINTR)
        ;
    *peer = (struct peer){0, -1};
    return status;
}

/* Bytes of address space in use, 0 where the system does not tell (proc(5), statm). */
static rlim_t memory_in_use(void) {
    struct buffer pages = {0};
    struct error ignored = {0};
    rlim_t size = 0;
    if (file_read("/proc/self/statm", 4096, &pages, &ignored))
        size = strtoull(buffer_text(&pages), NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE);
    error_free(&ignored);
    buffer_free(&pages);
    return size;
}

/* A lower limit that the system has set already stays. */
static void limit(unsigned resource, rlim_t most) {
    struct rlimit limits;
    if (getrlimit(resource, &limits))
        _exit(EXIT_FAILURE);
    limits.rlim_cur = most < limits.rlim_max ? most : limits.rlim_max;
    if (setrlimit(resource, &limits))
        _exit(EXIT_FAILURE);
    limits.rlim_max = limits.rlim_cur;
    setrlimit(resource, &limits);
}

static void child_main(int socket) {
    open_nothing_as(STDERR_FILENO);
    rlim_t memory = memory_in_use();
    if (memory)
        limit(RLIMIT_AS, memory + MOST_MEMORY);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, MOST_FILES);
    struct buffer text = {0}, html = {0}, md = {0};
    struct markdown_document document;
    enum outcome outcome = RENDERED;
    while (receive_request(socket, &text, &document)) {
        buffer_clear(&html);
        buffer_clear(&md);
        markdown_render(document.text, document.size, document.trust, &html, &md);
        outcome = html.size + md.size > MOST_OUTPUT ? BLOATED : RENDERED;
        if (!send_answer(socket, outcome, &html, &md))
            break;
    }
    buffer_free(&text);
    buffer_free(&html);
    buffer_free(&md);
}

/* The allocators of cmark and of base abort where memory ends. */
static enum outcome verdict(int status) {
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? HUNGRY : BROKEN;
}

static enum outcome ask_child(struct peer *child, const struct markdown_document *document,
                              struct buffer *html, struct buffer *md) {
    if (!child->pid && !peer_start(child, child_main))
        return BROKEN;
    enum outcome outcome = BROKEN;
    int64_t deadline = clock_stopwatch_ms() + RENDER_MS;
    if (send_request(child->socket, document, deadline) &&
        receive_answer(child->socket, &outcome, html, md, deadline))
        return outcome;
    bool slow = clock_stopwatch_ms() >= deadline;
    if (slow)
        kill(child->pid, SIGKILL);
    int status = peer_end(child);
    return slow ? SLOW : verdict(status);
}

/* A text that fails in a used child is tried once more in a fresh one, so that its result
 * does not depend on the texts before it. */
static enum outcome serve(struct peer *child, const struct markdown_document *document,
                          struct buffer *html, struct buffer *md) {
    bool used = child->pid != 0;
    enum outcome outcome = ask_child(child, document, html, md);
    if (used && (outcome == HUNGRY || outcome == BROKEN))
        outcome = ask_child(child, document, html, md);
    return outcome;
}

/* Ctrl-C at a terminal reaches every process; only the program decides what it means. */
static void helper_main(int socket) {
    signal(SIGINT, SIG_IGN);
    cmark_gfm_core_extensions_ensure_registered();
    struct peer child = {0, -1};
    struct buffer text = {0}, html = {0}, md = {0};
    struct markdown_document document;
    while (receive_request(socket, &text, &document)) {
        enum outcome outcome = serve(&child, &document, &html, &md);
        if (!send_answer(socket, outcome, &html, &md))
            break;
    }
    peer_end(&child);
    buffer_free(&text);
    buffer_free(&html);
    buffer_free(&md);
}

struct markdown *markdown_start(struct error *error) {
    struct markdown *markdown = xcalloc(1, sizeof *markdown);
    if (peer_start(&markdown->helper, helper_main))
        return markdown;
    error_set(error, "no helper process for Markdown: %s", strerror(errno));
    free(markdown);
    return NULL;
}

static enum outcome ask_helper(struct markdown *markdown,
                               const struct markdown_document *document,
                               struct markdown_result *result) {
    if (document->size > MOST_INPUT)
        return LARGE;
    enum outcome outcome = ALONE;
    int64_t deadline = clock_stopwatch_ms() + ANSWER_MS;
    struct peer *helper = &markdown->helper;
    if (helper->pid && send_request(helper->socket, document, deadline) &&
        receive_answer(helper->socket, &outcome, &result->html, &result->md, deadline))
        return outcome;
    if (helper->pid)
        kill(helper->pid, SIGKILL);
    peer_end(helper);
    return ALONE;
}

/* As many of the first MOST bytes as do not end inside of a character. */
static size_t cut(const char *text, size_t size, size_t most) {
    if (size <= most)
        return size;
    size_t end = most;
    while (end > most - 3 && ((unsigned char)text[end] & 0xC0) == 0x80)
        end--;
    return end;
}

static void show_plain(const struct markdown_document *document,
                       struct markdown_result *result) {
    size_t size = cut(document->text, document->size, MOST_INPUT);
    buffer_clear(&result->html);
    buffer_clear(&result->md);
    markdown_plain(document->text, size, &result->html, &result->md);
    if (size == document->size)
        return;
    buffer_add_text(&result->html,
                    "<p>The text is larger than 256 kB and ends here.</p>\n");
    buffer_add_text(&result->md, "\nThe text is larger than 256 kB and ends here.\n");
}

bool markdown_batch(struct markdown *markdown, const struct markdown_document *documents,
                    size_t count, struct markdown_result *results, struct error *error) {
    for (size_t i = 0; i < count; i++) {
        results[i] = (struct markdown_result){0};
        enum outcome outcome = ask_helper(markdown, &documents[i], &results[i]);
        results[i].plain = outcome != RENDERED;
        results[i].reason = reasons[outcome];
        if (results[i].plain)
            show_plain(&documents[i], &results[i]);
    }
    return markdown->helper.pid != 0 || error_set(error, "the Markdown helper has ended");
}

void markdown_stop(struct markdown *markdown) {
    if (!markdown)
        return;
    peer_end(&markdown->helper);
    free(markdown);
}
