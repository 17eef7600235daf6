/*
 * The client of one MCP server during one run, for the files mcp*.c only: what has been
 * agreed upon, and the calls that wait or are on their way.
 *
 * A line carries its messages: mcp_stdio.c or mcp_http.c. It hands on what comes in, and
 * tells what is lost; the client keeps to the protocol and knows nothing of the line.
 */
#ifndef COLLECT_MCP_CLIENT_H
#define COLLECT_MCP_CLIENT_H

#include "collect/jsonrpc.h"
#include "collect/wire.h"

struct mcp;

/* A message on its way out. */
struct message {
    json_t *json;
    int64_t id; /* 0: nothing is answered to it */
    const char *method;
    const char *tool;            /* whose call it is, or NULL */
    const json_t *schema, *args; /* of the tool's input; what it is given */
};

struct line {
    /* Opens it; false with one line that says why not. */
    bool (*open)(struct mcp *mcp, struct error *error);
    void (*send)(struct mcp *mcp, const struct message *message);
    /* Begins to end it, in an orderly way. */
    void (*leave)(struct mcp *mcp);
    void (*close)(struct mcp *mcp);
};

extern const struct line mcp_stdio, mcp_http;

/* One exchange: waiting to be sent (id 0), or sent. */
struct call {
    struct exchange *exchange;
    int64_t id, due; /* when its time is over */
    int repeats;     /* how often it was sent again */
};

enum phase {
    PHASE_CLOSED,
    PHASE_DISCOVER,
    PHASE_INITIALIZE,
    PHASE_GREET,
    PHASE_LIST,
    PHASE_READY
};

struct mcp {
    struct session *session;
    const struct settings *settings; /* borrowed */
    char *folder;                    /* the site's */
    const struct line *line;
    void *connection; /* the line's own, or NULL */
    enum phase phase;
    bool modern;         /* each request tells its version (2026-07-28) */
    bool legacy;         /* it is known that it does not */
    const char *version; /* that is spoken; NULL: not agreed upon yet */
    int64_t last_id, discover_id, step_id, step_due;
    int failures;  /* how often the line broke */
    json_t *tools; /* what the server lists; NULL: it does not say */
    int lists;     /* pages of that */
    size_t listed; /* bytes of that */
    int replies;   /* to requests of the server's own */
    struct {
        struct call *items;
        size_t count, capacity;
    } calls;
};

/* For lines: a message came, in answer to the request ASKED (0: the line does not know).
 * False where it is none, or answers nothing that was asked. */
bool mcp_take(struct mcp *mcp, const json_t *message, int64_t asked);

/* The request ID is lost; STATUS is HTTP's or 0. LIMITED: the source is to be left alone.
 */
void mcp_lose(struct mcp *mcp, int64_t id, int status, bool limited, const char *problem);

/* The line is gone, and all that was on it. */
void mcp_break(struct mcp *mcp, const char *problem);

/* What needs no answer was delivered. */
void mcp_delivered(struct mcp *mcp);

/* Ends what is out of time. */
void mcp_look_at_clock(struct mcp *mcp);

/* True where an answer to the request ID is still wanted. */
bool mcp_wants(const struct mcp *mcp, int64_t id);

/* mcp.c: sends what is asked (its id is given) or told; PARAMS is taken over. */
int64_t mcp_request(struct mcp *mcp, const char *method, json_t *params);
void mcp_notify(struct mcp *mcp, const char *method, json_t *params);

/* mcp.c: sends the calls that wait, where the server is known; or ends them all, as nothing
 * can be asked of it in this run. STATUS is 401, 403 or 0. */
void mcp_send_calls(struct mcp *mcp);
void mcp_give_up(struct mcp *mcp, int status, bool limited, const char *problem);

/* mcp_era.c: the steps of getting to know the server, each of which ends with an answer to
 * step_id; and that answer, or one to server/discover that comes late. */
void mcp_discover(struct mcp *mcp);
void mcp_initialize(struct mcp *mcp);
void mcp_list_tools(struct mcp *mcp, const json_t *cursor);
void mcp_take_step(struct mcp *mcp, const json_t *message, enum jsonrpc_kind kind);
void mcp_take_discovery(struct mcp *mcp, const json_t *message, enum jsonrpc_kind kind);

/* mcp_era.c: adds to PARAMS what each request of the modern era tells. */
void mcp_add_meta(const struct mcp *mcp, json_t *params);

/* Adds to HEADERS what MESSAGE carries over HTTP besides its body (mcp_header.c). */
void mcp_add_headers(const struct mcp *mcp, const struct message *message,
                     struct names *headers);

/* The settings (mcp_setting.c): checked; and as the environment and arguments of a program,
 * ended by NULL, which the caller frees with names_free(). */
bool mcp_check_settings(const struct mcp *mcp, const struct site *site,
                        struct error *error);
void mcp_list_arguments(const struct mcp *mcp, struct names *arguments);
void mcp_list_environment(const struct mcp *mcp, struct names *environment);

/* Puts "***" in the place of the values of the variables that the source names. */
void mcp_redact(const struct mcp *mcp, struct buffer *text);

#endif
