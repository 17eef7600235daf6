#include "render/url.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

bool url_is_safe(const char *url) {
    static const char *const beginnings[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < COUNT_OF(beginnings); i++)
        if (!strncasecmp(url, beginnings[i], strlen(beginnings[i])))
            return true;
    return false;
}

/* "&#x202E;" and "&copy;", which Markdown reads as a character. */
static bool is_entity(const char *at, const char *end) {
    const char *name = at + 1;
    if (name < end && *name == '#')
        name++;
    while (name < end && isalnum((unsigned char)*name))
        name++;
    return *at == '&' && name < end && *name == ';';
}

void url_print(const char *url, size_t size, enum format format, struct buffer *out) {
    struct buffer safe = {0};
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)url[i];
        if (c <= 0x20 || c >= 0x7F || strchr("\"'<>\\^`{|}()[]*_~", c))
            buffer_printf(&safe, "%%%02X", c);
        else if (format == FORMAT_MD && is_entity(url + i, url + size))
            buffer_add_text(&safe, "&amp;");
        else
            buffer_add_char(&safe, (char)c);
    }
    if (format == FORMAT_MD)
        buffer_add_text(out, buffer_text(&safe));
    else
        escape(format, buffer_text(&safe), safe.size, out);
    buffer_free(&safe);
}
