/*
 * Getting to know an MCP server: which era it is of, what both speak, which tools it has.
 */
#include "collect/mcp_client.h"

#include "base/version.h"

#include <stdlib.h>
#include <string.h>

enum { DISCOVER_MS = 3000, MOST_LISTS = 100 };

static const char *const modern_versions[] = {"2026-07-28"};
static const char *const legacy_versions[] = {"2025-11-25", "2025-06-18", "2025-03-26",
                                              "2024-11-05"};
static const char spoken[] = "2026-07-28 and 2024-11-05 to 2025-11-25";

static const char *known_version(const char *const *known, size_t count, const char *word) {
    for (size_t i = 0; word && i < count; i++)
        if (!strcmp(known[i], word))
            return known[i];
    return NULL;
}

/* The newest of KNOWN that LIST names, or NULL. */
static const char *common_version(const char *const *known, size_t count,
                                  const json_t *list) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < json_array_size(list); j++)
            if (!strcmp(known[i], json_is_string(json_array_get(list, j))
                                      ? json_string_value(json_array_get(list, j))
                                      : ""))
                return known[i];
    return NULL;
}

static json_t *client_info(void) {
    return json_pack("{s:s, s:s}", "name", "control-tower", "version", TOWER_VERSION);
}

/* Each request of the modern era tells what an initialize would have told. */
void mcp_add_meta(const struct mcp *mcp, json_t *params) {
    if (mcp->modern)
        json_object_set_new(
            params, "_meta",
            json_pack("{s:s, s:{}, s:o}", "io.modelcontextprotocol/protocolVersion",
                      mcp->version, "io.modelcontextprotocol/clientCapabilities",
                      "io.modelcontextprotocol/clientInfo", client_info()));
}

/* The next step of getting to know the server. */
static void step(struct mcp *mcp, enum phase phase, const char *method, json_t *params) {
    int64_t most = mcp->session->limits.timeout * 1000;
    if (phase == PHASE_DISCOVER && most > DISCOVER_MS)
        most = DISCOVER_MS;
    mcp->phase = phase;
    mcp->step_due = clock_stopwatch_ms() + most;
    mcp->step_id = mcp->last_id + 1;
    mcp_request(mcp, method, params);
}

void mcp_discover(struct mcp *mcp) {
    mcp->modern = true;
    mcp->version = modern_versions[0];
    mcp->discover_id = mcp->last_id + 1;
    step(mcp, PHASE_DISCOVER, "server/discover", json_object());
}

void mcp_initialize(struct mcp *mcp) {
    mcp->legacy = true;
    mcp->modern = false;
    mcp->version = NULL;
    step(mcp, PHASE_INITIALIZE, "initialize",
         json_pack("{s:s, s:{}, s:o}", "protocolVersion", legacy_versions[0],
                   "capabilities", "clientInfo", client_info()));
}

void mcp_list_tools(struct mcp *mcp, const json_t *cursor) {
    json_t *params = json_object();
    if (cursor)
        json_object_set(params, "cursor", (json_t *)cursor);
    step(mcp, PHASE_LIST, "tools/list", params);
}

/* What was asked for the era: DiscoverResult, or an error that only the modern one knows.
 */
void mcp_take_discovery(struct mcp *mcp, const json_t *message, enum jsonrpc_kind kind) {
    const json_t *result = json_object_get(message, "result");
    const json_t *error = json_object_get(message, "error");
    const json_t *list = kind == JSONRPC_RESULT
                             ? json_object_get(result, "supportedVersions")
                             : json_object_get(json_object_get(error, "data"), "supported");
    bool told = json_is_array(list) &&
                (kind == JSONRPC_RESULT || jsonrpc_code(message) == JSONRPC_OTHER_VERSION);
    const char *modern =
        told ? common_version(modern_versions, COUNT_OF(modern_versions), list) : NULL;
    if (modern) {
        mcp->modern = true;
        mcp->legacy = false;
        mcp->version = modern;
        mcp_list_tools(mcp, NULL);
    } else if (told && !common_version(legacy_versions, COUNT_OF(legacy_versions), list)) {
        char *text = json_dumps(list, JSON_COMPACT);
        struct buffer words = {0};
        buffer_printf(&words, "the server speaks none of the versions %s of MCP", spoken);
        transfer_add_words(&words, text);
        mcp_give_up(mcp, 0, false, buffer_text(&words));
        buffer_free(&words);
        free(text);
    } else if (mcp->phase == PHASE_DISCOVER) {
        mcp_initialize(mcp);
    }
}

static void refuse_handshake(struct mcp *mcp, const char *why) {
    struct buffer words = {0};
    buffer_add_text(&words, "the server refuses the handshake");
    transfer_add_words(&words, why);
    mcp_give_up(mcp, 0, false, buffer_text(&words));
    buffer_free(&words);
}

static void take_handshake(struct mcp *mcp, const json_t *message, enum jsonrpc_kind kind) {
    const json_t *result = json_object_get(message, "result");
    const char *version = json_string_value(json_object_get(result, "protocolVersion"));
    if (kind == JSONRPC_ERROR) {
        char *words = jsonrpc_words(message);
        refuse_handshake(mcp, words);
        free(words);
        return;
    }
    mcp->version = known_version(legacy_versions, COUNT_OF(legacy_versions), version);
    if (!mcp->version) {
        struct buffer words = {0};
        buffer_printf(&words, "the server speaks none of the versions %s of MCP", spoken);
        transfer_add_words(&words, version);
        mcp_give_up(mcp, 0, false, buffer_text(&words));
        buffer_free(&words);
        return;
    }
    mcp->phase = PHASE_GREET;
    mcp_notify(mcp, "notifications/initialized", NULL);
}

/* Of a list that breaks off nobody knows what is not on it. */
static void take_list(struct mcp *mcp, const json_t *message, enum jsonrpc_kind kind) {
    const json_t *result = json_object_get(message, "result");
    const json_t *tools = json_object_get(result, "tools");
    const json_t *cursor = json_object_get(result, "nextCursor");
    bool more = json_is_string(cursor), page = json_is_array(tools);
    bool none = !mcp->lists++ && kind == JSONRPC_ERROR &&
                jsonrpc_code(message) == JSONRPC_NO_METHOD;
    if (!mcp->tools)
        mcp->tools = json_array();
    json_array_extend(mcp->tools, (json_t *)tools);
    mcp->listed += json_dumpb(tools, NULL, 0, JSON_COMPACT);
    if (page && more && mcp->lists < MOST_LISTS && mcp->listed < JSONRPC_MOST_BYTES) {
        mcp_list_tools(mcp, cursor);
        return;
    }
    if (!none && (more || !page)) {
        json_decref(mcp->tools);
        mcp->tools = NULL;
    }
    mcp->phase = PHASE_READY;
    mcp_send_calls(mcp);
}

void mcp_take_step(struct mcp *mcp, const json_t *message, enum jsonrpc_kind kind) {
    mcp->step_id = 0;
    if (mcp->phase == PHASE_DISCOVER)
        mcp_take_discovery(mcp, message, kind);
    else if (mcp->phase == PHASE_INITIALIZE)
        take_handshake(mcp, message, kind);
    else if (mcp->phase == PHASE_LIST)
        take_list(mcp, message, kind);
}
