/*
 * The HTTP headers of MCP messages: which version is spoken, what is asked, and, of
 * 2026-07-28 on, the arguments that a tool's schema marks with x-mcp-header.
 *
 * Holds: no header takes more than one line, whatever a server's schema and our arguments
 * say; what is not plain ASCII goes as "=?base64?...?=".
 */
#include "collect/mcp_client.h"

#include "collect/auth_kind.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 16 };

static bool is_plain(const char *value) {
    size_t length = strlen(value);
    for (size_t i = 0; i < length; i++)
        if (value[i] < ' ' || value[i] > '~')
            return false;
    return length && value[0] != ' ' && value[length - 1] != ' ' &&
           !text_starts_with(value, "=?base64?");
}

static void add(struct names *headers, const char *prefix, const char *name,
                const char *value) {
    struct buffer line = {0};
    buffer_printf(&line, "%s%s: ", prefix, name);
    if (is_plain(value)) {
        buffer_add_text(&line, value);
    } else {
        buffer_add_text(&line, "=?base64?");
        auth_add_base64(&line, value, strlen(value), false);
        buffer_add_text(&line, "?=");
    }
    *LIST_ADD(headers) = buffer_take(&line);
}

/* RFC 9110, section 5.6.2. */
static bool is_token(const char *text) {
    return text && *text && strlen(text) <= 256 &&
           strspn(text, "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(text);
}

static void add_value(struct names *headers, const char *name, const json_t *value) {
    char *number = json_is_integer(value)
                       ? xasprintf("%lld", (long long)json_integer_value(value))
                       : NULL;
    const char *text = json_is_string(value)    ? json_string_value(value)
                       : json_is_boolean(value) ? (json_is_true(value) ? "true" : "false")
                                                : number;
    if (text)
        add(headers, "Mcp-Param-", name, text);
    free(number);
}

/* Along "properties" only, at any depth, as the specification has it. */
static void add_marked(struct names *headers, const json_t *schema, const json_t *args,
                       int depth) {
    const json_t *properties = json_object_get(schema, "properties"), *property;
    const char *key;
    json_object_foreach((json_t *)properties, key, property) {
        const json_t *value = json_object_get(args, key);
        const char *name = json_string_value(json_object_get(property, "x-mcp-header"));
        if (value && is_token(name))
            add_value(headers, name, value);
        if (value && depth < DEEPEST)
            add_marked(headers, property, value, depth + 1);
    }
}

void mcp_add_headers(const struct mcp *mcp, const struct message *message,
                     struct names *headers) {
    if (mcp->version)
        add(headers, "", "MCP-Protocol-Version", mcp->version);
    if (!mcp->modern)
        return;
    if (message->method)
        add(headers, "", "Mcp-Method", message->method);
    if (message->tool)
        add(headers, "", "Mcp-Name", message->tool);
    add_marked(headers, message->schema, message->args, 0);
}
