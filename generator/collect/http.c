/*
 * The HTTP transport: GET through libcurl.
 *
 * The inflated body is bounded in the write callback, because libcurl 7.88 does not count
 * inflated bytes itself; redirects are followed here, because it would forward a secret
 * header to another host.
 */
#include "collect/recording.h"
#include "collect/transport.h"

#include "base/version.h"

#include <curl/curl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    MOST_BYTES = 64 << 20,
    MOST_REDIRECTS = 5,
    CONNECT_SECONDS = 10,
    ANSWER_SECONDS = 60,
    MOST_SILENCES =
        3 /* requests in a row without an answer, then the source is left alone */
};

struct http {
    CURL *curl;
    int silences;
};

/* What one transfer leaves behind. */
struct transfer {
    struct buffer *body;
    char *next, *location;
    bool too_large, exhausted, retry_after;
};

static void *http_open(const struct session *session) {
    (void)session;
    struct http *http = xcalloc(1, sizeof *http);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    http->curl = curl_easy_init();
    return http;
}

static void http_close(void *handle) {
    struct http *http = handle;
    curl_easy_cleanup(http->curl);
    free(http);
    curl_global_cleanup();
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    if (transfer->body->size + size * count > MOST_BYTES) {
        transfer->too_large = true;
        return 0;
    }
    buffer_add(transfer->body, bytes, size * count);
    return size * count;
}

static bool is_header(const char *line, const char *name, char **value) {
    size_t length = strlen(name);
    if (strncasecmp(line, name, length) || line[length] != ':')
        return false;
    const char *text = line + length + 1;
    text += strspn(text, " \t");
    *value = xstrndup(text, strcspn(text, "\r\n"));
    return true;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    char *line = xstrndup(bytes, size * count), *value = NULL;
    if (is_header(line, "link", &value)) {
        free(transfer->next);
        transfer->next = link_next(value);
    } else if (is_header(line, "location", &value)) {
        free(transfer->location);
        transfer->location = value;
        value = NULL;
    } else if (is_header(line, "retry-after", &value)) {
        transfer->retry_after = true;
    } else if (is_header(line, "x-ratelimit-remaining", &value)) {
        transfer->exhausted = !strcmp(value, "0");
    }
    free(value);
    free(line);
    return size * count;
}

static void add_escaped(struct buffer *url, const char *text) {
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
        add_escaped(url, text);
}

static void add_query(struct buffer *url, json_t *query) {
    const char *key;
    json_t *value;
    char separator = '?';
    json_object_foreach(query, key, value) {
        if (json_is_null(value))
            continue;
        char *number = json_is_string(value) ? NULL : json_dumps(value, JSON_ENCODE_ANY);
        buffer_add_char(url, separator);
        add_escaped(url, key);
        buffer_add_char(url, '=');
        add_escaped(url, number ? number : json_string_value(value));
        free(number);
        separator = '&';
    }
}

/* The request's path and query, without the base address. */
static char *path_of(const struct request *request) {
    const char *path = request_text(request, "path"),
               *query = request_text(request, "query");
    json_t *segments = path ? json_loads(path, 0, NULL) : NULL;
    json_t *members = query ? json_loads(query, 0, NULL) : NULL;
    struct buffer url = {0};
    size_t index;
    json_t *segment;
    json_array_foreach(segments, index, segment) {
        char *number =
            json_is_string(segment) ? NULL : json_dumps(segment, JSON_ENCODE_ANY);
        add_segment(&url, number ? number : json_string_value(segment));
        free(number);
    }
    add_query(&url, members);
    json_decref(segments);
    json_decref(members);
    return buffer_take(&url);
}

/* "https://host:port", the part that decides who gets a secret. */
static size_t origin_length(const char *url) {
    const char *host = strstr(url, "://");
    return host ? (size_t)(host - url) + 3 + strcspn(host + 3, "/?#") : 0;
}

static bool same_origin(const char *a, const char *b) {
    size_t length = origin_length(a);
    return length && length == origin_length(b) && !strncasecmp(a, b, length);
}

static char *http_target(const struct session *session, const struct request *request,
                         const char *next) {
    if (!next) {
        char *path = path_of(request);
        char *target = xasprintf("GET %s", path);
        free(path);
        return target;
    }
    size_t base = session->url ? strlen(session->url) : 0;
    bool below = base && !strncmp(next, session->url, base) && next[base] == '/';
    return xasprintf("GET %s", next + (below ? base : origin_length(next)));
}

static struct curl_slist *headers_for(const struct session *session, const char *url) {
    struct curl_slist *list = NULL;
    const struct declaration *self = &session->system->self;
    for (size_t i = 0; i < self->fields.count; i++)
        if (!strcmp(self->fields.items[i].key, "header"))
            list = curl_slist_append(list, self->fields.items[i].value);
    if (session->source->token && same_origin(url, session->url) &&
        !strcmp(declaration_field(self, "auth", "none"), "bearer")) {
        char *header = xasprintf("Authorization: Bearer %s", session->source->token);
        list = curl_slist_append(list, header);
        free(header);
    }
    return list;
}

static void set_options(CURL *curl, const char *url, struct curl_slist *headers,
                        struct transfer *transfer) {
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "control-tower/" TOWER_VERSION);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)ANSWER_SECONDS);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, transfer);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
}

/* One transfer without redirects: the status, or 0 with a problem. */
static int transfer_once(struct session *session, const char *url,
                         struct transfer *transfer, struct answer *answer) {
    struct http *http = session->handle;
    struct curl_slist *headers = headers_for(session, url);
    set_options(http->curl, url, headers, transfer);
    buffer_clear(transfer->body);
    free(transfer->location);
    transfer->location = NULL;
    CURLcode code = curl_easy_perform(http->curl);
    long status = 0;
    curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(headers);
    http->silences = code == CURLE_OK ? 0 : http->silences + 1;
    if (code == CURLE_OK)
        return (int)status;
    answer->problem = transfer->too_large
                          ? xasprintf("the answer is larger than %d MiB", MOST_BYTES >> 20)
                          : xasprintf("%s (%.*s)", curl_easy_strerror(code),
                                      (int)origin_length(url), url);
    return 0;
}

static bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
}

/* REFERENCE as seen from URL, absolute; NULL where it must not be followed. */
static char *resolve(const char *url, const char *reference) {
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

static void follow(struct session *session, char *url, struct transfer *transfer,
                   struct answer *answer) {
    int redirects = 0;
    while ((answer->status = transfer_once(session, url, transfer, answer)) &&
           is_redirect(answer->status)) {
        char *target = resolve(url, transfer->location);
        free(url);
        url = target;
        if (url && redirects++ < MOST_REDIRECTS)
            continue;
        answer->problem =
            url ? xasprintf("redirects more than %d times", MOST_REDIRECTS)
                : xstrdup("redirects, but not to an http or https address that may be "
                          "followed");
        break;
    }
    free(url);
}

static char *words_of_error(const struct buffer *body, int status) {
    json_t *json = json_loadb(buffer_text(body), body->size, 0, NULL);
    const char *message = json_string_value(json_object_get(json, "message"));
    char *text = message ? xasprintf("HTTP %d: %.200s", status, message)
                         : xasprintf("HTTP %d", status);
    json_decref(json);
    return text;
}

static char *first_url(const struct session *session, const struct request *request) {
    char *path = path_of(request);
    char *url = xasprintf("%s%s", session->url, path);
    free(path);
    return url;
}

static void http_fetch(struct session *session, const struct request *request,
                       const char *next, struct answer *answer) {
    struct http *http = session->handle;
    struct transfer transfer = {.body = &answer->body};
    if (http->silences >= MOST_SILENCES) {
        answer->limited = true;
        answer->problem =
            xasprintf("left alone after %d requests without an answer", MOST_SILENCES);
        return;
    }
    if (next && !same_origin(next, session->url)) {
        answer->problem = xstrdup("the next page is on another host; it is not followed");
        return;
    }
    char *url = next ? xstrdup(next) : first_url(session, request);
    follow(session, xstrdup(url), &transfer, answer);
    answer->next = resolve(url, transfer.next);
    free(url);
    free(transfer.next);
    free(transfer.location);
    answer->limited = (answer->status == 403 || answer->status == 429) &&
                      (transfer.exhausted || transfer.retry_after || answer->status == 429);
    if (answer->status >= 400)
        answer->problem = words_of_error(&answer->body, answer->status);
}

const struct transport http_transport = {"http",     true,       http_open,
                                         http_fetch, http_close, http_target};
