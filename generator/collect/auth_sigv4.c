#include "collect/auth_kind.h"

#include "collect/url.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_REGION = 64 }; /* bytes that libcurl reads of it */

static bool is_variable_name(const char *text) {
    if (isdigit((unsigned char)*text))
        return false;
    while (isalnum((unsigned char)*text) || *text == '_')
        text++;
    return !*text;
}

bool auth_open_sigv4(struct auth *auth, const struct site *site, struct error *error) {
    const struct setting *region = auth_find_setting(auth->settings, "region"),
                         *variable = auth_find_setting(auth->settings, "session-token-env");
    if (strlen(region->value) > LONGEST_REGION ||
        region->value[strspn(region->value, "abcdefghijklmnopqrstuvwxyz0123456789-")])
        return error_at(error, site->file, region->line, region->column,
                        "region is a word such as eu-central-1");
    if (variable && !is_variable_name(variable->value))
        return error_at(error, site->file, variable->line, variable->column,
                        "session-token-env is the name of an environment variable, such as "
                        "AWS_SESSION_TOKEN");
    const char *token = variable ? getenv(variable->value) : NULL;
    if (token && auth_has_control(token))
        return error_at(error, site->file, variable->line, variable->column,
                        "the variable that session-token-env names holds a control "
                        "character");
    auth_set_proof(auth, xstrdup(token ? token : ""));
    return true;
}

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds the LENGTH bytes at TEXT, however they are escaped, escaped in the one way that a
 * signature has. */
static void add_canonical(struct buffer *url, const char *text, size_t length) {
    char *part = xstrndup(text, length);
    for (char *at = part; *at; at++)
        *at = *at == '+' ? ' ' : *at;
    char *plain = curl_easy_unescape(NULL, part, 0, NULL);
    url_add_escaped(url, plain ? plain : part);
    curl_free(plain);
    free(part);
}

/* "?b&a=1" as "?a=1&b=". The caller frees it. Between name and value stands at first a
 * byte that sorts before all others, so that "a=" comes before "a1=". */
static char *canonical_query(const char *query) {
    enum { BEFORE_ALL = '\1' };
    struct names parameters = {0};
    while (*query) {
        const char *start = query + 1; /* behind "?" or "&" */
        size_t length = strcspn(start, "&#"), name = strcspn(start, "=&#");
        struct buffer parameter = {0};
        add_canonical(&parameter, start, name);
        buffer_add_char(&parameter, BEFORE_ALL);
        if (name < length)
            add_canonical(&parameter, start + name + 1, length - name - 1);
        *LIST_ADD(&parameters) = buffer_take(&parameter);
        query = start[length] == '&' ? start + length : "";
    }
    if (parameters.count)
        qsort(parameters.items, parameters.count, sizeof *parameters.items, compare_texts);
    struct buffer sorted = {0};
    for (size_t i = 0; i < parameters.count; i++) {
        *strchr(parameters.items[i], BEFORE_ALL) = '=';
        buffer_printf(&sorted, "%c%s", i ? '&' : '?', parameters.items[i]);
    }
    names_free(&parameters);
    return sorted.size ? buffer_take(&sorted) : xstrdup("");
}

/* What libcurl signs is the address that it is given, so it is given the canonical one. The
 * path of that is escaped once more than the path that is sent; libcurl does so itself from
 * 8.14 on. */
static void set_canonical_url(struct transfer *transfer) {
    size_t origin = url_origin_length(transfer->url);
    const char *path = transfer->url + origin, *end = path + strcspn(path, "?#");
    char *query = canonical_query(end);
    char *sent = xasprintf("%.*s%s", (int)(end - path), path, query);
    struct buffer url = {0};
    buffer_add(&url, transfer->url, origin);
    if (curl_version_info(CURLVERSION_NOW)->version_num >= 0x080e00)
        buffer_add(&url, path, (size_t)(end - path));
    else
        for (; path < end; path++) {
            char byte[] = {*path, '\0'};
            if (*path == '/')
                buffer_add_char(&url, '/');
            else
                url_add_escaped(&url, byte);
        }
    buffer_add_text(&url, query);
    if (strcmp(url.data + origin, sent) != 0)
        curl_easy_setopt(transfer->curl, CURLOPT_REQUEST_TARGET, sent);
    free(query);
    free(sent);
    free(transfer->url);
    transfer->url = buffer_take(&url);
}

void auth_sign_sigv4(const struct auth *auth, struct transfer *transfer) {
    char hash[TEXT_HASH_SIZE];
    const char *body = transfer->body ? transfer->body : "";
    text_hash(body, strlen(body), hash);
    transfer_add_header(transfer, "X-Amz-Content-Sha256", hash);
    if (*auth->proof)
        transfer_add_header(transfer, "X-Amz-Security-Token", auth->proof);
    set_canonical_url(transfer);
    char *scope =
        xasprintf("aws:amz:%s:%s", auth_setting_text(auth, "region"), auth->words[0]);
    curl_easy_setopt(transfer->curl, CURLOPT_AWS_SIGV4, scope);
    curl_easy_setopt(transfer->curl, CURLOPT_USERNAME,
                     auth_setting_text(auth, "access-key"));
    curl_easy_setopt(transfer->curl, CURLOPT_PASSWORD, auth->source->token);
    free(scope);
}
