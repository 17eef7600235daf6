/*
 * Transports: how a request reaches its source and the answer comes back. Each kind is one
 * row of a table; recordings stand in for any of them.
 */
#ifndef COLLECT_TRANSPORT_H
#define COLLECT_TRANSPORT_H

#include "collect/auth.h"
#include "collect/manners.h"
#include "collect/request.h"
#include "collect/system.h"
#include "collect/transfer.h"

/* What a source answered, whatever it is. */
struct answer {
    int status;         /* HTTP's; for git, files and MCP as HTTP has it; 0: no answer */
    struct buffer body; /* JSON, or the text that OUTPUT made of it */
    char *url;          /* where it came from, after redirects; NULL: nobody knows */
    char *next, *last;  /* where the links say the next and the last page are, or NULL */
    char *page_token;   /* the value of the header that names the next page, or NULL */
    char *etag, *modified;
    char *problem; /* why there is no answer or no use asking on; one line, no secrets */
    bool limited;  /* the source wants to be left alone, or its time is over */
    bool offline;  /* it was not asked, because the run is offline */
    int64_t ms, waited; /* from first to last; how much of it nothing was on its way */
    int tries;          /* how often it was sent; 0: not at all */
};

void answer_free(struct answer *answer);

/* What another transport sends over HTTP in an exchange of its own. */
struct exchange;
struct errand {
    const char *method;   /* GET, POST or DELETE */
    const char *body;     /* JSON, for POST */
    struct names headers; /* "NAME: VALUE", for the source's own origin only */
    bool once;            /* is not sent again where no answer comes */
    int seconds;          /* most time; 0: the source's */
    /* It is sent now, perhaps again; a piece of the answer's body came (see transfer.h);
     * the answer is whole, its headers can still be read; it is over, and may be freed. */
    void (*sent)(struct exchange *exchange);
    enum taste (*taste)(void *exchange, const char *bytes, size_t size);
    void (*read)(struct exchange *exchange);
    void (*landed)(struct exchange *exchange);
};

/* One page of a request, on its way out and back. */
struct exchange {
    struct session *session;
    const struct request *request;
    char *page; /* NULL: the first. Else where it is: an address, or an object that is
                   merged (RFC 7386) into the request's query and body */
    char *etag, *modified;       /* what is known of it already, or NULL */
    const char *page_header;     /* the header that names the next page, or NULL */
    void *owner;                 /* the asker's own */
    const struct errand *errand; /* what is sent in the place of REQUEST, or NULL */
    struct answer answer;

    /* the transport's own */
    struct transfer transfer;
    char *url;
    int redirects, polls, failures, renewals;
    bool bodyless;  /* what was POST goes on as GET */
    bool elsewhere; /* its address is another than the request's: a redirect's, a job's */
    int64_t start, due, idle, sent; /* when it began, is due, was put aside, was sent */
    bool active;
};

struct wire;
struct mcp;

/* The connection to one source for one run. */
struct session {
    const struct site *site;
    const struct settings *settings; /* the source's, checked */
    const struct source *source;
    const struct system *system;
    const struct transport *transport;
    struct limits limits;
    struct host host;
    struct auth *auth;
    const char *url;    /* base address, without a final slash (http) */
    const char *record; /* folder, or NULL */
    bool offline;
    bool refused;                  /* our credentials were not accepted */
    int64_t renewed;               /* when the proof of who asks was renewed early, or 0 */
    struct recordings *recordings; /* played back instead, or NULL */
    struct wire *wire;
    struct mcp *mcp; /* the client, where the transport is that; or NULL */
    size_t on_way;   /* exchanges that were started and not yet handed back */
};

struct transport {
    const char *name;
    bool network;
    /* Sends EXCHANGE; it is finished with wire_done(), perhaps at once. */
    void (*start)(struct exchange *exchange);
    /* What is asked, without secrets: for messages, the request log, and recordings. The
     * caller frees it. */
    char *(*target)(const struct session *session, const struct request *request,
                    const char *page);

    /* Where it keeps something of its own in the session, else NULL: checks the settings;
     * begins to end what is open, which the wire waits for; frees it. */
    bool (*open)(struct session *session, const struct site *site,
                 const struct settings *settings, struct error *error);
    void (*leave)(struct session *session);
    void (*close)(struct session *session);
};

extern const struct transport http_transport, git_transport, file_transport, mcp_transport;

/* Puts EXCHANGE's errand on its transfer; where that goes to another origin than the
 * source's, no header of it. */
void errand_add(struct exchange *exchange);

/* Fills SESSION; false where a setting is wrong or the source's recordings cannot be read.
 * To be closed in either case. */
bool session_open(const struct site *site, const struct source *source,
                  const struct system *system, const struct settings *settings,
                  struct session *session, struct error *error);

void session_close(struct session *session);

#endif
