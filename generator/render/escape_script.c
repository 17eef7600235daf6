#include "render/escape_script.h"

#include "render/escape.h"

#include <string.h>

static const struct {
    const char *bytes, *escape;
} escapes[] = {
    {"&", "\\u0026"},
    {"<", "\\u003c"},
    {">", "\\u003e"},
    {"\xE2\x80\xA8", "\\u2028"},
    {"\xE2\x80\xA9", "\\u2029"},
};

/* The escape for what AT begins with; *SIZE is how much that is. NULL: it stays. */
static const char *find_escape(const char *at, size_t *size) {
    for (size_t i = 0; i < COUNT_OF(escapes); i++) {
        *size = strlen(escapes[i].bytes);
        if (!strncmp(at, escapes[i].bytes, *size))
            return escapes[i].escape;
    }
    *size = 1;
    return NULL;
}

void escape_script(const char *text, size_t size, struct buffer *out) {
    struct buffer json = {0};
    escape(FORMAT_JSON, text, size, &json);
    const char *at = buffer_text(&json);
    while (*at) {
        size_t plain = strcspn(at, "&<>\xE2");
        buffer_add(out, at, plain);
        at += plain;
        const char *escaped = find_escape(at, &size);
        if (escaped)
            buffer_add_text(out, escaped);
        else if (*at)
            buffer_add_char(out, *at);
        at += *at ? size : 0;
    }
    buffer_free(&json);
}
