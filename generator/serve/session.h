/*
 * A session: what a client and this server say to each other, in JSON-RPC 2.0.
 *
 * In:  a message, parsed.
 * Out: the answer, or none.
 * Holds: each request is answered once and with its own id; a notification never. Both eras
 * of the protocol are spoken: a request that names its version in _meta is of the modern
 * one (2026-07-28) and stands alone; the others follow an initialize, whose version holds.
 */
#ifndef SERVE_SESSION_H
#define SERVE_SESSION_H

#include "serve/toolbox.h"

struct session {
    const struct site *site;
    const struct library *library;
    const struct edition *edition;
    const struct toolbox *toolbox;
    const char *version; /* that was agreed on by initialize, or NULL */
};

/* The answer to MESSAGE, new, or NULL where there is none to be given. */
json_t *session_answer(struct session *session, const json_t *message);

/* The answer to what is no message, new. */
json_t *session_mistake(const char *mistake);

#endif
