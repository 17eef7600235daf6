/*
 * JSON-RPC 2.0 messages (https://www.jsonrpc.org/specification): made and told apart.
 *
 * Holds: no text longer than JSONRPC_MOST_BYTES is parsed, as jansson takes up to 75 times
 * as much memory; ids of ours are whole numbers.
 */
#ifndef COLLECT_JSONRPC_H
#define COLLECT_JSONRPC_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JSONRPC_MOST_BYTES = 8 << 20 };

enum {
    JSONRPC_NO_METHOD = -32601,
    JSONRPC_OTHER_VERSION = -32022 /* MCP's "unsupported protocol version" */
};

enum jsonrpc_kind {
    JSONRPC_NONE, /* not a message */
    JSONRPC_REQUEST,
    JSONRPC_NOTIFICATION,
    JSONRPC_RESULT,
    JSONRPC_ERROR
};

/* Each gives a new reference and takes over PARAMS, RESULT (NULL: an empty object). */
json_t *jsonrpc_request(int64_t id, const char *method, json_t *params);
json_t *jsonrpc_notification(const char *method, json_t *params);
json_t *jsonrpc_result(json_t *id, json_t *result);
json_t *jsonrpc_error(json_t *id, int code, const char *message);

/* A new reference to what TEXT says; NULL where it is too long, too deep or no JSON. */
json_t *jsonrpc_parse(const char *text, size_t size);

enum jsonrpc_kind jsonrpc_kind(const json_t *message);

/* The id of an answer to us; 0 where it is none of ours. */
int64_t jsonrpc_id(const json_t *message);

/* "error -32601: Method not found", on one line, cut. The caller frees it. */
char *jsonrpc_words(const json_t *message);

int64_t jsonrpc_code(const json_t *message);

#endif
