/*
 * An exchange: one request and its result.
 *
 * In:  a method and its parameters.
 * Out: the result as the era of the request has it, or an error's code, words and data.
 * Holds: what an older version does not know is not in its results.
 */
#ifndef SERVE_EXCHANGE_H
#define SERVE_EXCHANGE_H

#include "serve/session.h"

/* JSON-RPC 2.0, 5.1; and of the protocol's version 2026-07-28. */
enum {
    PARSE_ERROR = -32700,
    INVALID_REQUEST = -32600,
    METHOD_NOT_FOUND = -32601,
    INVALID_PARAMS = -32602,
    UNSUPPORTED_VERSION = -32022
};

struct exchange {
    struct session *session;
    const json_t *params; /* or NULL */
    const char *version;  /* that the request is of; set by exchange_run() */
    bool modern;          /* likewise */
    int code;             /* of an error */
    struct error error;   /* its words */
    json_t *data;         /* more of it, or NULL */
};

/* The result, new; or NULL, and the error is set. */
json_t *exchange_run(struct exchange *exchange, const char *method);

#endif
