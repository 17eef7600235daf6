#include "collect/jsonrpc.h"

#include "collect/transfer.h"

#include <stdlib.h>

static json_t *message(json_t *id, const char *key, json_t *value) {
    json_t *message = json_object();
    json_object_set_new(message, "jsonrpc", json_string("2.0"));
    if (id)
        json_object_set_new(message, "id", id);
    json_object_set_new(message, key, value);
    return message;
}

json_t *jsonrpc_request(int64_t id, const char *method, json_t *params) {
    json_t *request = message(json_integer(id), "method", json_string(method));
    json_object_set_new(request, "params", params ? params : json_object());
    return request;
}

json_t *jsonrpc_notification(const char *method, json_t *params) {
    json_t *notification = message(NULL, "method", json_string(method));
    if (params)
        json_object_set_new(notification, "params", params);
    return notification;
}

json_t *jsonrpc_result(json_t *id, json_t *result) {
    return message(json_incref(id), "result", result ? result : json_object());
}

json_t *jsonrpc_error(json_t *id, int code, const char *words) {
    return message(json_incref(id), "error",
                   json_pack("{s:i, s:s}", "code", code, "message", words));
}

json_t *jsonrpc_parse(const char *text, size_t size) {
    return size <= JSONRPC_MOST_BYTES ? json_loadb(text, size, JSON_ALLOW_NUL, NULL) : NULL;
}

enum jsonrpc_kind jsonrpc_kind(const json_t *message) {
    const json_t *id = json_object_get(message, "id");
    bool named = json_is_string(id) || json_is_integer(id);
    if (json_is_string(json_object_get(message, "method")))
        return named ? JSONRPC_REQUEST : id ? JSONRPC_NONE : JSONRPC_NOTIFICATION;
    if (json_is_object(json_object_get(message, "error")))
        return JSONRPC_ERROR;
    return named && json_object_get(message, "result") ? JSONRPC_RESULT : JSONRPC_NONE;
}

int64_t jsonrpc_id(const json_t *message) {
    return json_integer_value(json_object_get(message, "id"));
}

int64_t jsonrpc_code(const json_t *message) {
    return json_integer_value(json_object_get(json_object_get(message, "error"), "code"));
}

char *jsonrpc_words(const json_t *message) {
    struct buffer text = {0};
    const json_t *error = json_object_get(message, "error");
    buffer_printf(&text, "error %lld", (long long)jsonrpc_code(message));
    transfer_add_words(&text, json_string_value(json_object_get(error, "message")));
    transfer_add_words(&text, json_string_value(json_object_get(error, "data")));
    return buffer_take(&text);
}
