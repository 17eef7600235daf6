/*
 * MCP over streamable HTTP: each message a POST, whose answer is JSON or a stream of
 * server-sent events. What makes a request a good guest (redirects, limits, auth, second
 * tries) is http.c's.
 *
 * Of the handshake's era: the session's id goes with every message and is given back at the
 * end; a stream that ends before the answer is taken up again where it ended.
 */
#include "collect/mcp_client.h"
#include "collect/sse.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { USUAL_RETRY = 1000, LONGEST_SESSION = 1024, FAREWELL_SECONDS = 2 };

/* A message on its way, and what came back of its answer. */
struct post {
    struct exchange exchange;
    struct errand errand;
    struct mcp *mcp;
    int64_t id; /* 0: nothing is answered to it */
    int64_t start;
    bool greeting, notice; /* initialize; a notification */
    struct sse sse;
    bool is_stream, answered;
    int status;
    char *body;          /* what is sent */
    json_t *message;     /* what came as one, or NULL */
    const char *problem; /* that we have with the answer, or NULL */
};

static const char *session_id(const struct mcp *mcp) {
    return mcp->connection;
}

static void post_free(struct post *post) {
    answer_free(&post->exchange.answer);
    names_free(&post->errand.headers);
    json_decref(post->message);
    sse_close(&post->sse);
    free(post->body);
    free(post);
}

static void forget_answer(struct exchange *exchange) {
    struct post *post = exchange->owner;
    char *last_id = post->sse.last_id;
    int64_t retry = post->sse.retry;
    post->sse.last_id = NULL;
    sse_close(&post->sse);
    sse_open(&post->sse);
    post->sse.last_id = last_id;
    post->sse.retry = retry;
    post->is_stream = false;
    post->problem = NULL;
}

static void redact(const struct post *post, struct buffer *text) {
    struct transfer only = {.answer = *text};
    auth_redact(post->mcp->session->auth, &only);
    *text = only.answer;
}

/* The data of an event; false where it was what the post waits for. */
static bool take_event(void *context, struct buffer *data) {
    struct post *post = context;
    redact(post, data);
    json_t *message = jsonrpc_parse(buffer_text(data), data->size);
    if (message)
        mcp_take(post->mcp, message, post->id);
    json_decref(message);
    post->answered = !mcp_wants(post->mcp, post->id);
    return !post->answered;
}

static enum taste taste(void *exchange, const char *bytes, size_t size) {
    struct post *post = ((struct exchange *)exchange)->owner;
    const struct transfer *transfer = &post->exchange.transfer;
    const char *type = transfer_header(transfer, "content-type");
    post->is_stream = type && !strncasecmp(type, "text/event-stream", 17) &&
                      transfer_status(transfer) == 200;
    if (!post->is_stream || !post->id)
        return TASTE_KEEP;
    sse_read(&post->sse, bytes, size, take_event, post);
    if (post->sse.too_large)
        post->problem = "the answer is larger than 8 MiB";
    return post->answered || post->problem ? TASTE_ENOUGH : TASTE_TAKEN;
}

/* It goes back in a header: visible ASCII, as the specification has it. */
static void keep_session(struct post *post) {
    const char *id = transfer_header(&post->exchange.transfer, "mcp-session-id");
    struct mcp *mcp = post->mcp;
    free(mcp->connection);
    mcp->connection = NULL;
    for (const char *at = id; id && *at; at++)
        if (*at < '!' || *at > '~' || at - id >= LONGEST_SESSION)
            return;
    mcp->connection = id && *id ? xstrdup(id) : NULL;
}

static void read_answer(struct exchange *exchange) {
    struct post *post = exchange->owner;
    const struct buffer *body = &exchange->answer.body;
    post->status = exchange->answer.status;
    if (post->greeting)
        keep_session(post);
    if (body->size > JSONRPC_MOST_BYTES)
        post->problem = "the answer is larger than 8 MiB";
    else if (body->size)
        post->message = jsonrpc_parse(buffer_text(body), body->size);
}

static void landed(struct exchange *exchange);

static struct post *post_new(struct mcp *mcp, const char *method, int64_t id) {
    struct post *post = xcalloc(1, sizeof *post);
    post->mcp = mcp;
    post->id = id;
    post->start = clock_stopwatch_ms();
    post->exchange =
        (struct exchange){.session = mcp->session, .owner = post, .errand = &post->errand};
    post->errand = (struct errand){.method = method,
                                   .sent = forget_answer,
                                   .taste = taste,
                                   .read = read_answer,
                                   .landed = landed};
    sse_open(&post->sse);
    *LIST_ADD(&post->errand.headers) =
        xstrdup("Accept: application/json, text/event-stream");
    return post;
}

static void add_session(struct post *post) {
    const char *id = session_id(post->mcp);
    if (id && !post->mcp->modern && !post->greeting)
        *LIST_ADD(&post->errand.headers) = xasprintf("Mcp-Session-Id: %s", id);
}

/* The stream ended, or tore, before the answer: it is taken up behind its last event. */
static bool resume(struct post *post) {
    struct mcp *mcp = post->mcp;
    int64_t left =
        mcp->session->limits.timeout * 1000 - (clock_stopwatch_ms() - post->start);
    int64_t delay = post->sse.retry < 0 ? USUAL_RETRY : post->sse.retry;
    if (!post->is_stream || mcp->modern || !post->sse.last_id || delay >= left ||
        post->exchange.answer.limited || post->problem)
        return false;
    struct post *next = post_new(mcp, "GET", post->id);
    next->start = post->start;
    next->sse.last_id = post->sse.last_id;
    next->sse.retry = post->sse.retry;
    post->sse.last_id = NULL;
    next->errand.once = true;
    next->errand.seconds = (int)((left - delay) / 1000 + 1);
    *LIST_ADD(&next->errand.headers) =
        xasprintf("MCP-Protocol-Version: %s", mcp->version ? mcp->version : "");
    *LIST_ADD(&next->errand.headers) = xasprintf("Last-Event-ID: %s", next->sse.last_id);
    add_session(next);
    http_errand(&next->exchange, delay);
    return true;
}

static void send_notice(struct mcp *mcp, const char *method, json_t *params);

/* No answer will come. In the handshake's era the server goes on working unless told. */
static void lose(struct post *post) {
    struct mcp *mcp = post->mcp;
    const struct answer *answer = &post->exchange.answer;
    bool silent = !post->status && !answer->limited && mcp->phase == PHASE_READY;
    char *plain = post->is_stream ? xstrdup("the stream ended without the answer")
                  : post->status  ? xasprintf("HTTP %d without an answer that is a message "
                                               "of MCP",
                                              post->status)
                                  : xstrdup("no answer");
    if (silent && mcp->legacy)
        send_notice(mcp, "notifications/cancelled",
                    json_pack("{s:I, s:s}", "requestId", (json_int_t)post->id, "reason",
                              "no answer"));
    mcp_lose(mcp, post->id, post->status, answer->limited,
             post->problem     ? post->problem
             : answer->problem ? answer->problem
                               : plain);
    free(plain);
}

static void landed(struct exchange *exchange) {
    struct post *post = exchange->owner;
    struct mcp *mcp = post->mcp;
    bool ended = post->status == 404 && mcp->legacy && session_id(mcp);
    bool refused = post->status == 401 || post->status == 403;
    if (post->notice)
        mcp_delivered(mcp);
    else if (post->id && !post->answered && !post->problem && !ended && !refused)
        post->answered = post->message && mcp_take(mcp, post->message, post->id) &&
                         !mcp_wants(mcp, post->id);
    if (post->id && !post->answered && !resume(post))
        lose(post);
    post_free(post);
}

static void http_send(struct mcp *mcp, const struct message *message) {
    struct post *post = post_new(mcp, "POST", message->id);
    post->greeting = message->method && !strcmp(message->method, "initialize");
    post->notice = message->method && !message->id;
    post->body = json_dumps(message->json, JSON_COMPACT);
    post->errand.body = post->body;
    post->errand.once = message->tool || !message->id;
    mcp_add_headers(mcp, message, &post->errand.headers);
    add_session(post);
    http_errand(&post->exchange, 0);
}

static void send_notice(struct mcp *mcp, const char *method, json_t *params) {
    json_t *json = jsonrpc_notification(method, params);
    struct message message = {.json = json, .method = method};
    http_send(mcp, &message);
    json_decref(json);
}

static bool http_open(struct mcp *mcp, struct error *error) {
    (void)error;
    free(mcp->connection);
    mcp->connection = NULL;
    return true;
}

static void http_leave(struct mcp *mcp) {
    if (!session_id(mcp) || mcp->modern || mcp->session->offline)
        return;
    struct post *post = post_new(mcp, "DELETE", 0);
    post->errand.once = true;
    post->errand.seconds = FAREWELL_SECONDS;
    if (mcp->version)
        *LIST_ADD(&post->errand.headers) =
            xasprintf("MCP-Protocol-Version: %s", mcp->version);
    add_session(post);
    http_errand(&post->exchange, 0);
}

static void http_close(struct mcp *mcp) {
    free(mcp->connection);
    mcp->connection = NULL;
}

const struct line mcp_http = {http_open, http_send, http_leave, http_close};
