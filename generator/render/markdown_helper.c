#include "render/markdown_helper.h"

#include "base/base.h"
#include "render/markdown_peer.h"

#include <cmark-gfm-core-extensions.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MOST_OUTPUT = 4 * 1024 * 1024, /* bytes of its HTML and Markdown together */
    MOST_TEXTS = 32,               /* that are rendered together */
    MOST_PARCEL = MARKDOWN_LARGEST + MOST_TEXTS * 64, /* bytes of these */
    MOST_ANSWERS = MOST_TEXTS * (MOST_OUTPUT + 64),   /* bytes of what becomes of them */
    MOST_MEMORY = 256 * 1024 * 1024,  /* bytes, on top of what the helper has */
    MOST_FILES = 8,                   /* open at once */
    RENDER_MS = 2000,                 /* for a text, or for all of them */
    ANSWER_MS = 5 * MOST_TEXTS * 1000 /* for the helper, which has no reason to need it */
};

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

/* What goes over a socket: a parcel, its size first, with one of these and as many bytes as
 * it says for each text; there and back in the same order. */
struct request {
    uint32_t trust, size;
};
struct answer {
    uint32_t outcome, html, md;
};

struct markdown {
    struct peer *helpers;
    size_t lanes;
};

static bool send_parcel(int socket, const struct buffer *parcel, int64_t deadline) {
    uint32_t size = (uint32_t)parcel->size;
    return peer_send(socket, &size, sizeof size, deadline) &&
           peer_send(socket, buffer_text(parcel), size, deadline);
}

static bool receive_parcel(int socket, struct buffer *parcel, size_t most,
                           int64_t deadline) {
    uint32_t size;
    return peer_receive(socket, &size, sizeof size, deadline) && size <= most &&
           peer_receive_into(socket, parcel, size, deadline);
}

/* Copies SIZE bytes from the parcel at *AT and goes behind them; false where it ends. */
static bool unpack(const struct buffer *parcel, size_t *at, void *bytes, size_t size) {
    if (parcel->size - *at < size)
        return false;
    memcpy(bytes, buffer_text(parcel) + *at, size);
    *at += size;
    return true;
}

static void pack_request(const struct markdown_document *document, struct buffer *parcel) {
    struct request request = {document->trust, (uint32_t)document->size};
    buffer_add(parcel, &request, sizeof request);
    buffer_add(parcel, document->text, document->size);
}

/* DOCUMENT->text is the parcel's own. */
static bool unpack_request(const struct buffer *parcel, size_t *at,
                           struct markdown_document *document) {
    struct request request;
    if (!unpack(parcel, at, &request, sizeof request) || request.size > parcel->size - *at)
        return false;
    *document = (struct markdown_document){buffer_text(parcel) + *at, request.size,
                                           (enum markdown_trust)request.trust};
    *at += request.size;
    return true;
}

static void pack_answer(enum outcome outcome, const struct buffer *html,
                        const struct buffer *md, struct buffer *parcel) {
    struct answer answer = {outcome, 0, 0};
    if (outcome == RENDERED) {
        answer.html = (uint32_t)html->size;
        answer.md = (uint32_t)md->size;
    }
    buffer_add(parcel, &answer, sizeof answer);
    buffer_add(parcel, buffer_text(html), answer.html);
    buffer_add(parcel, buffer_text(md), answer.md);
}

/* Nothing that an answer says is believed: it comes from a process that read hostile
 * text. */
static bool unpack_answer(const struct buffer *parcel, size_t *at, enum outcome *outcome,
                          struct buffer *html, struct buffer *md) {
    struct answer answer;
    if (!unpack(parcel, at, &answer, sizeof answer) ||
        answer.outcome >= COUNT_OF(reasons) || answer.html > parcel->size - *at ||
        answer.md > parcel->size - *at - answer.html)
        return false;
    *outcome = (enum outcome)answer.outcome;
    buffer_clear(html);
    buffer_clear(md);
    buffer_add(html, buffer_text(parcel) + *at, answer.html);
    buffer_add(md, buffer_text(parcel) + *at + answer.html, answer.md);
    *at += answer.html + answer.md;
    return true;
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

static void render_parcel(const struct buffer *asked, struct buffer *answered) {
    struct buffer html = {0}, md = {0};
    struct markdown_document document;
    buffer_clear(answered);
    for (size_t at = 0; unpack_request(asked, &at, &document);) {
        buffer_clear(&html);
        buffer_clear(&md);
        markdown_render(document.text, document.size, document.trust, &html, &md);
        bool bloated = html.size + md.size > MOST_OUTPUT;
        pack_answer(bloated ? BLOATED : RENDERED, &html, &md, answered);
    }
    buffer_free(&html);
    buffer_free(&md);
}

static void child_main(int socket) {
    peer_close_stream(STDERR_FILENO);
    rlim_t memory = memory_in_use();
    if (memory)
        limit(RLIMIT_AS, memory + MOST_MEMORY);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, MOST_FILES);
    struct buffer asked = {0}, answered = {0};
    while (receive_parcel(socket, &asked, MOST_PARCEL, PEER_FOREVER)) {
        render_parcel(&asked, &answered);
        if (!send_parcel(socket, &answered, PEER_FOREVER))
            break;
    }
    buffer_free(&asked);
    buffer_free(&answered);
}

/* The allocators of cmark and of base abort where memory ends. */
static enum outcome verdict(int status) {
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? HUNGRY : BROKEN;
}

static enum outcome ask_child(struct peer *child, const struct buffer *asked,
                              struct buffer *answered) {
    if (!child->pid && !peer_start(child, child_main))
        return BROKEN;
    int64_t deadline = clock_stopwatch_ms() + RENDER_MS;
    if (send_parcel(child->socket, asked, deadline) &&
        receive_parcel(child->socket, answered, MOST_ANSWERS, deadline))
        return RENDERED;
    bool slow = clock_stopwatch_ms() >= deadline;
    if (slow)
        kill(child->pid, SIGKILL);
    int status = peer_end(child);
    return slow ? SLOW : verdict(status);
}

/* A text that fails in a used child is tried once more in a fresh one, so that its result
 * does not depend on the texts before it. */
static void serve_one(struct peer *child, const struct markdown_document *document,
                      struct buffer *answers) {
    static const struct buffer nothing;
    struct buffer asked = {0}, answered = {0};
    bool used = child->pid != 0;
    pack_request(document, &asked);
    enum outcome outcome = ask_child(child, &asked, &answered);
    if (used && (outcome == HUNGRY || outcome == BROKEN))
        outcome = ask_child(child, &asked, &answered);
    if (outcome == RENDERED)
        buffer_add(answers, buffer_text(&answered), answered.size);
    else
        pack_answer(outcome, &nothing, &nothing, answers);
    buffer_free(&asked);
    buffer_free(&answered);
}

/* All at once; where that goes over a limit, each by itself. */
static void serve(struct peer *child, const struct buffer *asked, struct buffer *answers) {
    struct markdown_document document;
    if (ask_child(child, asked, answers) == RENDERED)
        return;
    buffer_clear(answers);
    for (size_t at = 0; unpack_request(asked, &at, &document);)
        serve_one(child, &document, answers);
}

/* Ctrl-C at a terminal reaches every process; only the program decides what it means. */
static void helper_main(int socket) {
    signal(SIGINT, SIG_IGN);
    cmark_gfm_core_extensions_ensure_registered();
    struct peer child = {0, -1};
    struct buffer asked = {0}, answers = {0};
    while (receive_parcel(socket, &asked, MOST_PARCEL, PEER_FOREVER)) {
        serve(&child, &asked, &answers);
        if (!send_parcel(socket, &answers, PEER_FOREVER))
            break;
    }
    peer_end(&child);
    buffer_free(&asked);
    buffer_free(&answers);
}

struct markdown *markdown_start(size_t lanes, struct error *error) {
    struct markdown *markdown = xcalloc(1, sizeof *markdown);
    markdown->helpers = xcalloc(lanes, sizeof *markdown->helpers);
    while (markdown->lanes < lanes &&
           peer_start(&markdown->helpers[markdown->lanes], helper_main))
        markdown->lanes++;
    if (markdown->lanes == lanes)
        return markdown;
    error_set(error, "no helper process for Markdown: %s", strerror(errno));
    markdown_stop(markdown);
    return NULL;
}

size_t markdown_lanes(const struct markdown *markdown) {
    return markdown->lanes;
}

static bool ask_helper(struct peer *helper, const struct buffer *asked,
                       struct buffer *answers) {
    int64_t deadline = clock_stopwatch_ms() + ANSWER_MS;
    if (helper->pid && send_parcel(helper->socket, asked, deadline) &&
        receive_parcel(helper->socket, answers, MOST_ANSWERS, deadline))
        return true;
    if (helper->pid)
        kill(helper->pid, SIGKILL);
    peer_end(helper);
    return false;
}

/* How many of COUNT documents go into one parcel; those that are too large go nowhere. */
static size_t fill_parcel(const struct markdown_document *documents, size_t count,
                          struct buffer *parcel) {
    size_t taken = 0;
    buffer_clear(parcel);
    for (; taken < count && taken < MOST_TEXTS; taken++) {
        if (documents[taken].size > MARKDOWN_LARGEST)
            continue;
        if (parcel->size && parcel->size + documents[taken].size > MARKDOWN_LARGEST)
            break;
        pack_request(&documents[taken], parcel);
    }
    return taken;
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
    size_t size = cut(document->text, document->size, MARKDOWN_LARGEST);
    buffer_clear(&result->html);
    buffer_clear(&result->md);
    markdown_plain(document->text, size, &result->html, &result->md);
    if (size == document->size)
        return;
    buffer_add_text(&result->html,
                    "<p>The text is larger than 256 kB and ends here.</p>\n");
    buffer_add_text(&result->md, "\nThe text is larger than 256 kB and ends here.\n");
}

static void take_answer(const struct markdown_document *document,
                        const struct buffer *answers, size_t *at, bool answered,
                        struct markdown_result *result) {
    enum outcome outcome = ALONE;
    if (document->size > MARKDOWN_LARGEST)
        outcome = LARGE;
    else if (answered && !unpack_answer(answers, at, &outcome, &result->html, &result->md))
        outcome = BROKEN;
    result->plain = outcome != RENDERED;
    result->reason = reasons[outcome];
    if (result->plain)
        show_plain(document, result);
}

bool markdown_batch(struct markdown *markdown, size_t lane,
                    const struct markdown_document *documents, size_t count,
                    struct markdown_result *results, struct error *error) {
    struct peer *helper = &markdown->helpers[lane];
    struct buffer asked = {0}, answers = {0};
    memset(results, 0, count * sizeof *results);
    for (size_t first = 0, taken; first < count; first += taken) {
        size_t at = 0;
        taken = fill_parcel(documents + first, count - first, &asked);
        bool answered = !asked.size || ask_helper(helper, &asked, &answers);
        for (size_t i = first; i < first + taken; i++)
            take_answer(&documents[i], &answers, &at, answered, &results[i]);
    }
    buffer_free(&asked);
    buffer_free(&answers);
    return helper->pid != 0 || error_set(error, "the Markdown helper has ended");
}

void markdown_stop(struct markdown *markdown) {
    if (!markdown)
        return;
    for (size_t i = 0; i < markdown->lanes; i++)
        peer_end(&markdown->helpers[i]);
    free(markdown->helpers);
    free(markdown);
}
