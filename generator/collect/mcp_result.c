#include "collect/mcp_result.h"

#include "collect/jsonrpc.h"
#include "collect/transfer.h"

#include <stdlib.h>
#include <string.h>

/* The text of the only text block, or of the first with FIRST; NULL where there is none. */
static const json_t *text_of(const json_t *result, bool first) {
    const json_t *content = json_object_get(result, "content"), *block, *found = NULL;
    size_t i;
    json_array_foreach(content, i, block) {
        const char *type = json_string_value(json_object_get(block, "type"));
        const json_t *text = json_object_get(block, "text");
        if (!type || strcmp(type, "text") || !json_is_string(text))
            continue;
        if (found)
            return first ? found : NULL;
        found = text;
    }
    return found;
}

static void dump(const json_t *json, struct buffer *body) {
    char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
    buffer_add_text(body, text);
    free(text);
}

/* Says no more than that there is a problem; returns false. */
static bool fail(char **problem, const char *what, const char *words) {
    struct buffer text = {0};
    buffer_add_text(&text, what);
    transfer_add_words(&text, words);
    *problem = buffer_take(&text);
    return false;
}

static bool is_complete(const json_t *result, char **problem) {
    const char *type = json_string_value(json_object_get(result, "resultType"));
    if (!json_is_object(result))
        return fail(problem, "the server's result is not an object", NULL);
    if (type && !strcmp(type, "input_required"))
        return fail(problem, "the server asks for input, which nobody here can give", NULL);
    if (type && strcmp(type, "complete"))
        return fail(problem, "the server answers with a kind of result that is not known",
                    type);
    if (!json_is_true(json_object_get(result, "isError")))
        return true;
    return fail(problem, "the tool failed", json_string_value(text_of(result, true)));
}

bool mcp_result_read(const json_t *result, struct buffer *body, char **problem) {
    if (!is_complete(result, problem))
        return false;
    const json_t *structured = json_object_get(result, "structuredContent");
    if (json_is_null(structured))
        structured = NULL;
    const json_t *text = structured ? NULL : text_of(result, false);
    json_t *said =
        text ? jsonrpc_parse(json_string_value(text), json_string_length(text)) : NULL;
    if (structured || said) {
        dump(structured ? structured : said, body);
    } else {
        const json_t *content = json_object_get(result, "content");
        buffer_add_text(body, "{\"content\":");
        if (content)
            dump(content, body);
        buffer_add_text(body, content ? "}" : "[]}");
    }
    json_decref(said);
    return true;
}
