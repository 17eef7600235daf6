#include "collect/url.h"

#include <curl/curl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void url_add_escaped(struct buffer *url, const char *text) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-._~";
    for (; *text; text++) {
        if (strchr(plain, *text))
            buffer_add_char(url, *text);
        else
            buffer_printf(url, "%%%02X", (unsigned char)*text);
    }
}

/* A segment "." or ".." would climb, however it is escaped. */
static void add_segment(struct buffer *url, const char *text) {
    buffer_add_char(url, '/');
    if (!strcmp(text, ".") || !strcmp(text, ".."))
        for (; *text; text++)
            buffer_add_text(url, "%252E");
    else
        url_add_escaped(url, text);
}

/* A string as it is, anything else as JSON. The caller frees it. */
static char *text_of(json_t *value) {
    return json_is_string(value) ? xstrdup(json_string_value(value))
                                 : json_dumps(value, JSON_ENCODE_ANY);
}

char *url_path(const char *segments, const char *query) {
    json_t *path = segments ? json_loads(segments, 0, NULL) : NULL;
    json_t *parameters = query ? json_loads(query, 0, NULL) : NULL;
    struct buffer url = {0};
    size_t index;
    const char *key;
    json_t *value;
    json_array_foreach(path, index, value) {
        char *text = text_of(value);
        add_segment(&url, text);
        free(text);
    }
    char separator = '?';
    json_object_foreach(parameters, key, value) {
        if (json_is_null(value))
            continue;
        char *text = text_of(value);
        buffer_add_char(&url, separator);
        url_add_escaped(&url, key);
        buffer_add_char(&url, '=');
        url_add_escaped(&url, text);
        free(text);
        separator = '&';
    }
    json_decref(path);
    json_decref(parameters);
    return buffer_take(&url);
}

char *url_with(const char *url, const char *parameter, const char *value) {
    struct buffer with = {0};
    buffer_add_text(&with, url);
    buffer_add_char(&with, strchr(url, '?') ? '&' : '?');
    url_add_escaped(&with, parameter);
    buffer_add_char(&with, '=');
    url_add_escaped(&with, value);
    return buffer_take(&with);
}

size_t url_origin_length(const char *url) {
    const char *host = strstr(url, "://");
    return host ? (size_t)(host - url) + 3 + strcspn(host + 3, "/?#") : 0;
}

bool url_same_origin(const char *a, const char *b) {
    size_t length = url_origin_length(a);
    return length && length == url_origin_length(b) && !strncasecmp(a, b, length);
}

char *url_resolve(const char *url, const char *reference) {
    CURLU *handle = curl_url();
    char *target = NULL, *copy = NULL;
    if (reference && !curl_url_set(handle, CURLUPART_URL, url, 0) &&
        !curl_url_set(handle, CURLUPART_URL, reference, 0) &&
        !curl_url_get(handle, CURLUPART_URL, &target, 0)) {
        bool web =
            text_starts_with(target, "https://") ||
            (text_starts_with(target, "http://") && text_starts_with(url, "http://"));
        copy = web ? xstrdup(target) : NULL;
    }
    curl_free(target);
    curl_url_cleanup(handle);
    return copy;
}
