/*
 * Transports: how a request reaches its source and the answer comes back. Each kind is one
 * row of a table; recordings stand in for any of them.
 */
#ifndef COLLECT_TRANSPORT_H
#define COLLECT_TRANSPORT_H

#include "collect/request.h"
#include "collect/system.h"

/* What a source answered, whatever it is. */
struct answer {
    int status;         /* HTTP's; for git 200, or its exit status; 0: no answer */
    struct buffer body; /* JSON, or the text that OUTPUT made of it */
    char *next;         /* where the next page is, or NULL */
    char *problem; /* why there is no answer or no use asking on; one line, no secrets */
    bool limited;  /* the source wants to be left alone */
    bool offline;  /* it was not asked, because the run is offline */
};

void answer_free(struct answer *answer);

/* The connection to one source for one run. */
struct session {
    const struct source *source;
    const struct system *system;
    const struct transport *transport;
    const char *url;    /* base address, without a final slash (http) */
    const char *record; /* folder, or NULL */
    bool offline;
    void *handle;                  /* the transport's own */
    struct recordings *recordings; /* played back instead, or NULL */
};

struct transport {
    const char *name;
    bool network;
    void *(*open)(const struct session *session);
    /* Asks for REQUEST, or for its further page NEXT where that is not NULL. */
    void (*fetch)(struct session *session, const struct request *request, const char *next,
                  struct answer *answer);
    void (*close)(void *handle);
    /* What was asked, without secrets: for messages, the request log, and recordings. The
     * caller frees it. */
    char *(*target)(const struct session *session, const struct request *request,
                    const char *next);
};

extern const struct transport http_transport, git_transport;

/* Fills SESSION; false where the source's recordings cannot be read. To be closed in
 * either case. */
bool session_open(const struct source *source, const struct system *system,
                  const struct settings *settings, struct session *session,
                  struct error *error);

/* Asks the source, or its recordings, and keeps a recording where that is wanted. */
void session_fetch(struct session *session, const struct request *request, const char *next,
                   struct answer *answer);

void session_close(struct session *session);

#endif
