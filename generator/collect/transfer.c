#include "collect/transfer.h"

#include "collect/url.h"

#include "base/version.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    CONNECT_SECONDS = 10,
    ANSWER_SECONDS = 60,
    MOST_HEADERS = 200,
    MOST_WORDS = 200,             /* characters */
    LARGEST_WORDS_BODY = 64 << 10 /* bytes; jansson takes up to 75 times as much memory */
};

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    transfer->taken += size * count;
    if (transfer->taken > TRANSFER_MOST_BYTES) {
        transfer->too_large = "the answer is larger than 64 MiB";
        return 0;
    }
    enum taste taste = transfer->taste
                           ? transfer->taste(transfer->context, bytes, size * count)
                           : TASTE_KEEP;
    if (taste == TASTE_KEEP)
        buffer_add(&transfer->answer, bytes, size * count);
    transfer->enough = taste == TASTE_ENOUGH;
    return transfer->enough ? 0 : size * count;
}

/* A status line begins anew what "100 Continue" began. */
static void forget_headers(struct transfer *transfer) {
    for (size_t i = 0; i < transfer->got.count; i++) {
        free(transfer->got.items[i].name);
        free(transfer->got.items[i].value);
    }
    transfer->got.count = 0;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    size_t length = size * count;
    const char *colon = memchr(bytes, ':', length);
    if (length >= 5 && !memcmp(bytes, "HTTP/", 5))
        forget_headers(transfer);
    else if (colon && transfer->got.count == MOST_HEADERS) {
        transfer->too_large = "the answer has more than 200 header lines";
        return 0;
    } else if (colon) {
        struct transfer_header *header = LIST_ADD(&transfer->got);
        header->name = xstrndup(bytes, (size_t)(colon - bytes));
        for (char *at = header->name; *at; at++)
            *at = (char)tolower((unsigned char)*at);
        char *value = xstrndup(colon + 1, length - (size_t)(colon + 1 - bytes));
        char *start = value + strspn(value, " \t");
        header->value = xstrndup(start, strcspn(start, "\r\n"));
        free(value);
    }
    return length;
}

static void set_options(struct transfer *transfer) {
    CURL *curl = transfer->curl;
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "control-tower/" TOWER_VERSION);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)ANSWER_SECONDS);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    /* no CURLOPT_PIPEWAIT: with libcurl 7.88 all hosts would wait for one that hangs */
    curl_easy_setopt(curl, CURLOPT_PRIVATE, transfer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, transfer);
    const char *trusted = getenv("SSL_CERT_FILE");
    if (trusted && *trusted)
        curl_easy_setopt(curl, CURLOPT_CAINFO, trusted);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
}

void transfer_open(struct transfer *transfer, const char *url, const char *body,
                   const char *type) {
    *transfer = (struct transfer){
        .curl = curl_easy_init(), .url = xstrdup(url), .body = xstrdup(body), .type = type};
    set_options(transfer);
}

void transfer_add_header(struct transfer *transfer, const char *name, const char *value) {
    char *line = xasprintf("%s: %s", name, value);
    transfer->headers = curl_slist_append(transfer->headers, line);
    explicit_bzero(line, strlen(line));
    free(line);
}

void transfer_add_declared(struct transfer *transfer,
                           const struct declaration *declaration) {
    for (size_t i = 0; i < declaration->fields.count; i++)
        if (!strcmp(declaration->fields.items[i].key, "header"))
            transfer->headers =
                curl_slist_append(transfer->headers, declaration->fields.items[i].value);
}

static bool has_type(const struct transfer *transfer) {
    for (const struct curl_slist *line = transfer->headers; line; line = line->next)
        if (!strncasecmp(line->data, "Content-Type:", strlen("Content-Type:")))
            return true;
    return false;
}

void transfer_ready(struct transfer *transfer) {
    if (transfer->body && !has_type(transfer))
        transfer_add_header(transfer, "Content-Type", transfer->type);
    curl_easy_setopt(transfer->curl, CURLOPT_URL, transfer->url);
    curl_easy_setopt(transfer->curl, CURLOPT_HTTPHEADER, transfer->headers);
    if (transfer->body) {
        curl_easy_setopt(transfer->curl, CURLOPT_POSTFIELDSIZE_LARGE,
                         (curl_off_t)strlen(transfer->body));
        curl_easy_setopt(transfer->curl, CURLOPT_POSTFIELDS, transfer->body);
    }
}

int transfer_status(const struct transfer *transfer) {
    long status = 0;
    curl_easy_getinfo(transfer->curl, CURLINFO_RESPONSE_CODE, &status);
    return (int)status;
}

int transfer_run(struct transfer *transfer) {
    CURLcode code = curl_easy_perform(transfer->curl);
    return code == CURLE_OK ? transfer_status(transfer) : 0;
}

char *transfer_problem(const struct transfer *transfer, CURLcode code) {
    if (transfer->too_large)
        return xstrdup(transfer->too_large);
    if (code == CURLE_UNSUPPORTED_PROTOCOL)
        return xstrdup("the answer is not HTTP");
    return xasprintf("%s (%.*s)", curl_easy_strerror(code),
                     (int)url_origin_length(transfer->url), transfer->url);
}

void transfer_add_words(struct buffer *text, const char *words) {
    if (!words || !*words)
        return;
    buffer_add_text(text, ": ");
    for (size_t count = 0; *words && count < MOST_WORDS; count++) {
        size_t length = text_sequence(words, strlen(words));
        bool is_c1 =
            *words == '\xC2' && (words[1] & '\xE0') == '\x80'; /* U+0080 to U+009F */
        if (!length || is_c1 || iscntrl((unsigned char)*words))
            buffer_add_char(text, ' ');
        else
            buffer_add(text, words, length);
        words += length ? length : 1;
    }
}

char *transfer_words(const struct transfer *transfer, int status) {
    size_t size = transfer->answer.size;
    json_t *json = size <= LARGEST_WORDS_BODY ? json_loadb(buffer_text(&transfer->answer),
                                                           size, JSON_DECODE_ANY, NULL)
                                              : NULL;
    json_t *error = json_object_get(json, "error");
    json_t *first = json_array_get(json_object_get(json, "errors"), 0);
    json_t *places[] = {
        json_object_get(json, "message"), json_object_get(error, "message"), error,
        json_object_get(json, "detail"),  json_object_get(first, "message"), json};
    const char *words = NULL;
    for (size_t i = 0; !words && i < COUNT_OF(places); i++)
        words = json_string_value(places[i]);
    struct buffer text = {0};
    buffer_printf(&text, "HTTP %d", status);
    transfer_add_words(&text, words);
    json_decref(json);
    return buffer_take(&text);
}

const char *transfer_header(const struct transfer *transfer, const char *name) {
    for (size_t i = transfer->got.count; i-- > 0;)
        if (!strcasecmp(transfer->got.items[i].name, name))
            return transfer->got.items[i].value;
    return NULL;
}

void transfer_free(struct transfer *transfer) {
    forget_headers(transfer);
    free(transfer->got.items);
    for (struct curl_slist *line = transfer->headers; line; line = line->next)
        explicit_bzero(line->data, strlen(line->data));
    curl_slist_free_all(transfer->headers);
    curl_easy_cleanup(transfer->curl);
    buffer_free(&transfer->answer);
    free(transfer->url);
    free(transfer->body);
    *transfer = (struct transfer){0};
}
