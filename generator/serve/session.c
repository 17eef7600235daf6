#include "serve/session.h"

#include "serve/exchange.h"

#include <string.h>

enum { BATCH_MOST = 50 };

static json_t *error_response(const json_t *id, int code, const char *text, json_t *data) {
    json_t *error = json_pack("{s:i, s:s}", "code", code, "message", text);
    if (data)
        json_object_set_new(error, "data", data);
    return json_pack("{s:s, s:O?, s:o}", "jsonrpc", "2.0", "id", id, "error", error);
}

/* Without an id a message is told apart by null. */
static json_t *refuse(const json_t *id, int code, const char *text) {
    json_t *response = error_response(id, code, text, NULL);
    if (!id)
        json_object_set_new(response, "id", json_null());
    return response;
}

json_t *session_mistake(const char *mistake) {
    return refuse(NULL, PARSE_ERROR, mistake);
}

static json_t *answer_request(struct session *session, const json_t *message,
                              const json_t *id) {
    struct exchange exchange = {.session = session,
                                .params = json_object_get(message, "params")};
    json_t *result =
        exchange_run(&exchange, json_string_value(json_object_get(message, "method")));
    json_t *response =
        result ? json_pack("{s:s, s:O, s:o}", "jsonrpc", "2.0", "id", id, "result", result)
               : error_response(id, exchange.code, exchange.error.text, exchange.data);
    error_free(&exchange.error);
    return response;
}

/* A request has an id, a notification none; a response, to a request that was never made,
 * says nothing. */
static json_t *answer_one(struct session *session, const json_t *message) {
    const json_t *id = json_object_get(message, "id");
    const char *version = json_string_value(json_object_get(message, "jsonrpc"));
    bool has_id = json_is_string(id) || json_is_integer(id);
    if (!version || strcmp(version, "2.0") || (id && !has_id))
        return refuse(
            has_id ? id : NULL, INVALID_REQUEST,
            "Invalid Request: not a message of JSON-RPC 2.0, or its id is neither "
            "a string nor an integer");
    if (!json_object_get(message, "method") &&
        (json_object_get(message, "result") || json_object_get(message, "error")))
        return NULL;
    if (!json_is_string(json_object_get(message, "method")))
        return refuse(id, INVALID_REQUEST, "Invalid Request: method is no string");
    return id ? answer_request(session, message, id) : NULL;
}

static bool is_initialize(const json_t *message) {
    const char *method = json_string_value(json_object_get(message, "method"));
    return method && !strcmp(method, "initialize");
}

/* Only the version of 2025-03-26 has batches, and none of them may initialize. */
static json_t *answer_batch(struct session *session, const json_t *batch) {
    json_t *answers = json_array(), *message;
    size_t i;
    if (!session->version || strcmp(session->version, "2025-03-26") ||
        !json_array_size(batch) || json_array_size(batch) > BATCH_MOST) {
        json_decref(answers);
        return refuse(
            NULL, INVALID_REQUEST,
            "Invalid Request: a batch has 1 to 50 messages, in version 2025-03-26 "
            "only");
    }
    json_array_foreach(batch, i, message) {
        json_t *answer =
            is_initialize(message)
                ? refuse(json_object_get(message, "id"), INVALID_REQUEST,
                         "Invalid Request: initialize stands alone, not in a batch")
                : answer_one(session, message);
        if (answer)
            json_array_append_new(answers, answer);
    }
    if (json_array_size(answers))
        return answers;
    json_decref(answers);
    return NULL;
}

json_t *session_answer(struct session *session, const json_t *message) {
    return json_is_array(message) ? answer_batch(session, message)
                                  : answer_one(session, message);
}
