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

/* How many of the first SIZE bytes stand for themselves in whatever format: they are
 * printed in one go. */
static size_t plain_bytes(const char *url, size_t size) {
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789!#$%+,-./:;=?@";
    static bool ready, is_plain[256];
    for (const char *at = plain; !ready && *at; at++)
        is_plain[(unsigned char)*at] = true;
    ready = true;
    size_t count = 0;
    while (count < size && is_plain[(unsigned char)url[count]])
        count++;
    return count;
}

void url_print(const char *url, size_t size, enum format format, struct buffer *out) {
    struct buffer safe = {0};
    for (size_t i = 0; i < size; i++) {
        size_t plain = plain_bytes(url + i, size - i);
        buffer_add(&safe, url + i, plain);
        i += plain;
        if (i == size)
            break;
        if (url[i] != '&')
            buffer_printf(&safe, "%%%02X", (unsigned char)url[i]);
        else if (format == FORMAT_MD && is_entity(url + i, url + size))
            buffer_add_text(&safe, "&amp;");
        else
            buffer_add_char(&safe, '&');
    }
    if (format == FORMAT_MD)
        buffer_add_text(out, buffer_text(&safe));
    else
        escape(format, buffer_text(&safe), safe.size, out);
    buffer_free(&safe);
}
