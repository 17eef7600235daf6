#include "collect/mcp.h"

#include "collect/mcp_client.h"
#include "collect/mcp_result.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_REPEATS = 1, MOST_REPLIES = 1000 };

/* Ends the call at INDEX, whose answer is filled. */
static void finish(struct mcp *mcp, size_t index) {
    struct exchange *exchange = mcp->calls.items[index].exchange;
    memmove(&mcp->calls.items[index], &mcp->calls.items[index + 1],
            (--mcp->calls.count - index) * sizeof *mcp->calls.items);
    mcp->session->wire->held--;
    wire_done(exchange);
}

static void fail(struct mcp *mcp, size_t index, int status, bool limited,
                 const char *problem) {
    struct exchange *exchange = mcp->calls.items[index].exchange;
    exchange->answer.status = status;
    exchange->answer.limited = limited;
    exchange->answer.tries = 1;
    exchange->answer.problem = xstrdup(problem);
    finish(mcp, index);
}

static void fail_all(struct mcp *mcp, int status, bool limited, const char *problem) {
    while (mcp->calls.count)
        fail(mcp, 0, status, limited, problem);
}

/* Nothing can be asked of this server in this run. */
void mcp_give_up(struct mcp *mcp, int status, bool limited, const char *problem) {
    struct host *host = &mcp->session->host;
    if (!host->stopped)
        host->stopped = xstrdup(problem);
    mcp->session->refused |= status == 401;
    mcp->phase = PHASE_CLOSED;
    fail_all(mcp, status, limited, problem);
}

static void deliver(struct mcp *mcp, struct message *message) {
    mcp->line->send(mcp, message);
    json_decref(message->json);
}

int64_t mcp_request(struct mcp *mcp, const char *method, json_t *params) {
    int64_t id = ++mcp->last_id;
    mcp_add_meta(mcp, params);
    deliver(mcp, &(struct message){.json = jsonrpc_request(id, method, params),
                                   .id = id,
                                   .method = method});
    return id;
}

void mcp_notify(struct mcp *mcp, const char *method, json_t *params) {
    deliver(mcp, &(struct message){.json = jsonrpc_notification(method, params),
                                   .method = method});
}

static const json_t *find_tool(const struct mcp *mcp, const char *name) {
    const json_t *tool;
    size_t i;
    json_array_foreach(mcp->tools, i, tool) {
        const json_t *word = json_object_get(tool, "name");
        if (json_is_string(word) && !strcmp(json_string_value(word), name))
            return tool;
    }
    return NULL;
}

/* Answers from the list; true where that was what the call at INDEX asks. */
static bool answer_list(struct mcp *mcp, size_t index) {
    struct exchange *exchange = mcp->calls.items[index].exchange;
    const char *method = request_text(exchange->request, "method");
    if (!method || strcmp(method, "tools/list") || request_text(exchange->request, "tool"))
        return false;
    if (!mcp->tools) {
        fail(mcp, index, 0, false, "the server does not list all its tools");
        return true;
    }
    json_t *body = json_pack("{s:O}", "tools", mcp->tools);
    char *text = json_dumps(body, JSON_COMPACT);
    buffer_add_text(&exchange->answer.body, text);
    free(text);
    json_decref(body);
    exchange->answer.status = 200;
    exchange->answer.tries = 1;
    finish(mcp, index);
    return true;
}

static void call_tool(struct mcp *mcp, struct call *call, const char *tool, json_t *args) {
    json_t *params = json_pack("{s:s, s:o}", "name", tool, "arguments", args);
    int64_t id = ++mcp->last_id;
    mcp_add_meta(mcp, params);
    call->id = id;
    call->due = clock_stopwatch_ms() + mcp->session->limits.timeout * 1000;
    deliver(mcp, &(struct message){.json = jsonrpc_request(id, "tools/call", params),
                                   .id = id,
                                   .method = "tools/call",
                                   .tool = tool,
                                   .schema =
                                       json_object_get(find_tool(mcp, tool), "inputSchema"),
                                   .args = args});
}

/* Sends the call at INDEX; false where it is over already. */
static bool send_call(struct mcp *mcp, size_t index) {
    const struct request *asked = mcp->calls.items[index].exchange->request;
    const char *tool = request_text(asked, "tool"), *text = request_text(asked, "args");
    if (answer_list(mcp, index))
        return false;
    json_t *args = text ? json_loads(text, JSON_ALLOW_NUL, NULL) : json_object();
    const char *problem = !tool ? "the ask gives no 'tool', and no 'method' "
                                  "that is tools/list"
                          : !json_is_object(args) ? "the ask's 'args' are no JSON object"
                                                  : NULL;
    bool missing = !problem && mcp->tools && !find_tool(mcp, tool);
    if (problem || missing) {
        char *words = xasprintf("the server has no tool '%s'", tool ? tool : "");
        fail(mcp, index, missing ? 404 : 0, false, missing ? words : problem);
        free(words);
        json_decref(args);
        return false;
    }
    call_tool(mcp, &mcp->calls.items[index], tool, args);
    return true;
}

void mcp_send_calls(struct mcp *mcp) {
    for (size_t i = 0; mcp->phase == PHASE_READY && i < mcp->calls.count;)
        i += mcp->calls.items[i].id || send_call(mcp, i);
}

static void begin(struct mcp *mcp) {
    struct error error = {0};
    json_decref(mcp->tools);
    mcp->tools = NULL;
    mcp->lists = 0;
    mcp->listed = 0;
    if (!mcp->line->open(mcp, &error))
        mcp_give_up(mcp, 0, false, error.text);
    else if (mcp->legacy)
        mcp_initialize(mcp);
    else
        mcp_discover(mcp);
    error_free(&error);
}

static void mcp_start(struct exchange *exchange) {
    struct session *session = exchange->session;
    struct mcp *mcp = session->mcp;
    const char *stopped = host_stopped(&session->host);
    *LIST_ADD(&mcp->calls) = (struct call){.exchange = exchange};
    session->wire->held++;
    if (stopped)
        fail(mcp, mcp->calls.count - 1, 0, true, stopped);
    else if (mcp->phase == PHASE_CLOSED)
        begin(mcp);
    else
        mcp_send_calls(mcp);
}

static void take_call(struct mcp *mcp, size_t index, const json_t *message,
                      enum jsonrpc_kind kind) {
    struct answer *answer = &mcp->calls.items[index].exchange->answer;
    mcp->session->host.silences = mcp->failures = 0;
    answer->tries = 1;
    if (kind == JSONRPC_ERROR) {
        char *words = jsonrpc_words(message);
        answer->problem = xasprintf("the server answers with %s", words);
        free(words);
    } else if (mcp_result_read(json_object_get(message, "result"), &answer->body,
                               &answer->problem)) {
        answer->status = 200;
    }
    finish(mcp, index);
}

/* The server's own requests: nothing was offered to it but to answer a ping. Each costs us
 * more than it costs the server, so one that never stops asking is not answered any more.
 */
static void answer_request(struct mcp *mcp, const json_t *message) {
    if (mcp->replies == MOST_REPLIES)
        return;
    mcp->replies++;
    json_t *id = json_object_get(message, "id");
    bool ping = !strcmp(json_string_value(json_object_get(message, "method")), "ping");
    json_t *answer = ping ? jsonrpc_result(id, NULL)
                          : jsonrpc_error(id, JSONRPC_NO_METHOD, "Method not found");
    deliver(mcp, &(struct message){.json = answer});
}

static bool take_answer(struct mcp *mcp, const json_t *message, enum jsonrpc_kind kind,
                        int64_t id) {
    if (id && id == mcp->step_id) {
        mcp_take_step(mcp, message, kind);
        return true;
    }
    if (id && id == mcp->discover_id && mcp->phase == PHASE_INITIALIZE) {
        mcp_take_discovery(mcp, message, kind); /* it came late */
        return true;
    }
    for (size_t i = 0; id && i < mcp->calls.count; i++)
        if (mcp->calls.items[i].id == id) {
            take_call(mcp, i, message, kind);
            return true;
        }
    return id > 0 && id <= mcp->last_id; /* whose time was over */
}

bool mcp_take(struct mcp *mcp, const json_t *message, int64_t asked) {
    enum jsonrpc_kind kind = jsonrpc_kind(message);
    const json_t *part;
    size_t i;
    bool any = false;
    json_array_foreach(message, i, part) any |=
        json_is_object(part) && mcp_take(mcp, part, asked);
    if (kind == JSONRPC_REQUEST)
        answer_request(mcp, message);
    if (kind != JSONRPC_RESULT && kind != JSONRPC_ERROR)
        return any || kind != JSONRPC_NONE;
    bool nameless =
        kind == JSONRPC_ERROR && !json_is_integer(json_object_get(message, "id"));
    return take_answer(mcp, message, kind, nameless ? asked : jsonrpc_id(message));
}

bool mcp_wants(const struct mcp *mcp, int64_t id) {
    for (size_t i = 0; i < mcp->calls.count; i++)
        if (mcp->calls.items[i].id == id)
            return true;
    return id == mcp->step_id;
}

/* Once more, as it may have been the line's fault. */
static void repeat(struct mcp *mcp, struct call *call, bool start_over) {
    call->repeats++;
    call->id = 0;
    if (start_over && mcp->phase == PHASE_READY)
        begin(mcp);
    else
        mcp_send_calls(mcp);
}

static void lose_step(struct mcp *mcp, int status, bool limited, const char *problem) {
    mcp->step_id = 0;
    if (mcp->phase == PHASE_DISCOVER && status && status != 401 && status != 403)
        mcp_initialize(mcp);
    else
        mcp_give_up(mcp, status == 401 || status == 403 ? status : 0, limited, problem);
}

void mcp_lose(struct mcp *mcp, int64_t id, int status, bool limited, const char *problem) {
    if (id && id == mcp->step_id) {
        lose_step(mcp, status, limited, problem);
        return;
    }
    for (size_t i = 0; id && i < mcp->calls.count; i++) {
        struct call *call = &mcp->calls.items[i];
        bool ended = mcp->legacy && status == 404, torn = mcp->modern && status == 200;
        if (call->id != id)
            continue;
        if ((ended || torn) && !limited && call->repeats < MOST_REPEATS)
            repeat(mcp, call, ended);
        else
            fail(mcp, i, status == 401 || status == 403 ? status : 0, limited, problem);
        return;
    }
}

/* One that breaks while it is told of the modern era may know only the other. */
void mcp_break(struct mcp *mcp, const char *problem) {
    bool was_ready = mcp->phase == PHASE_READY;
    bool was_discovering = mcp->phase == PHASE_DISCOVER;
    mcp->phase = PHASE_CLOSED;
    mcp->step_id = 0;
    if (was_discovering && !mcp->legacy) {
        mcp->legacy = true;
        begin(mcp);
    } else if (was_ready && ++mcp->failures <= mcp->session->limits.retries) {
        for (size_t i = mcp->calls.count; i-- > 0;)
            if (mcp->calls.items[i].id)
                fail(mcp, i, 0, false, problem);
        if (mcp->calls.count)
            begin(mcp);
    } else {
        mcp_give_up(mcp, 0, false, problem);
    }
}

void mcp_delivered(struct mcp *mcp) {
    if (mcp->phase == PHASE_GREET)
        mcp_list_tools(mcp, NULL);
}

static void end_call(struct mcp *mcp, size_t index) {
    int64_t id = mcp->calls.items[index].id;
    char *words =
        xasprintf("no answer within %lld seconds", (long long)mcp->session->limits.timeout);
    mcp->session->host.silences++;
    fail(mcp, index, 0, false, words);
    free(words);
    mcp_notify(mcp, "notifications/cancelled",
               json_pack("{s:I, s:s}", "requestId", (json_int_t)id, "reason", "timeout"));
}

void mcp_look_at_clock(struct mcp *mcp) {
    int64_t now = clock_stopwatch_ms();
    const char *stopped = mcp->calls.count ? host_stopped(&mcp->session->host) : NULL;
    if (stopped)
        fail_all(mcp, 0, true, stopped);
    if (mcp->step_id && now >= mcp->step_due) {
        char *words = xasprintf("no answer to the handshake within %lld seconds",
                                (long long)mcp->session->limits.timeout);
        lose_step(mcp, mcp->phase == PHASE_DISCOVER ? 200 : 0, false, words);
        free(words);
    }
    for (size_t i = mcp->calls.count; i-- > 0;)
        if (i < mcp->calls.count && mcp->calls.items[i].id &&
            now >= mcp->calls.items[i].due)
            end_call(mcp, i);
}

/* "tools/call scan_portfolio {...}": what is asked, and nothing of who asks. */
static char *mcp_target(const struct session *session, const struct request *request,
                        const char *page) {
    (void)session, (void)page;
    const char *tool = request_text(request, "tool"), *args = request_text(request, "args");
    const char *method = request_text(request, "method");
    json_t *json = args ? json_loads(args, JSON_ALLOW_NUL, NULL) : json_object();
    char *text = json ? json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS) : NULL;
    char *target = tool ? xasprintf("tools/call %s %s", tool, text ? text : "")
                        : xstrdup(method ? method : "");
    free(text);
    json_decref(json);
    return target;
}

static bool mcp_open(struct session *session, const struct site *site,
                     const struct settings *settings, struct error *error) {
    struct mcp *mcp = session->mcp = xcalloc(1, sizeof *mcp);
    mcp->session = session;
    mcp->settings = settings;
    mcp->folder = xstrdup(site->folder);
    mcp->line = settings_value(settings, "command", NULL) ? &mcp_stdio : &mcp_http;
    return mcp_check_settings(mcp, site, error);
}

static void mcp_leave(struct session *session) {
    session->mcp->phase = PHASE_CLOSED;
    session->mcp->step_id = 0;
    session->mcp->line->leave(session->mcp);
}

static void mcp_close(struct session *session) {
    struct mcp *mcp = session->mcp;
    if (!mcp)
        return;
    mcp->line->close(mcp);
    json_decref(mcp->tools);
    free(mcp->calls.items);
    free(mcp->folder);
    free(mcp);
    session->mcp = NULL;
}

const struct transport mcp_transport = {.name = "mcp",
                                        .network = true,
                                        .start = mcp_start,
                                        .target = mcp_target,
                                        .open = mcp_open,
                                        .leave = mcp_leave,
                                        .close = mcp_close};
