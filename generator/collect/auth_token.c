#include "collect/auth_kind.h"

#include "collect/url.h"

#include <ctype.h>
#include <jansson.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    MOST_TOKEN_ANSWER = 1 << 20, /* bytes */
    USUAL_LIFE = 3600,           /* seconds, where the answer does not tell */
    LONGEST_LIFE = 86400         /* seconds, whatever it tells */
};

/* Says why the token request gave no JSON object: false, or true where it did. */
static bool check_token_answer(const struct transfer *transfer, const json_t *answer,
                               struct error *error) {
    static const char *const members[] = {"error", "error_description", "message",
                                          "detail"};
    int status = transfer_status(transfer);
    if (status / 100 == 2)
        return json_is_object(answer) ||
               error_set(error, "asking for a token: the answer is not a JSON object of at "
                                "most 1 MiB");
    struct buffer text = {0};
    buffer_printf(&text, "HTTP %d", status);
    for (size_t i = 0; i < COUNT_OF(members); i++)
        transfer_add_words(&text, json_string_value(json_object_get(answer, members[i])));
    error_set(error, "asking for a token: %s", text.data);
    buffer_free(&text);
    return false;
}

/* Takes the token, called MEMBER, out of ANSWER. */
static bool take_token(struct auth *auth, const json_t *answer, const char *member,
                       struct error *error) {
    const char *token = json_string_value(json_object_get(answer, member));
    const char *type = json_string_value(json_object_get(answer, "token_type"));
    if (!token || !*token)
        return error_set(error, "asking for a token: the answer has no %s", member);
    if (auth_has_control(token))
        return error_set(
            error, "asking for a token: the answer's %s holds control characters", member);
    if (type && strcasecmp(type, "bearer") != 0)
        return error_set(error,
                         "asking for a token: the answer's token_type is not bearer");
    auth_set_proof(auth, xstrdup(token));
    explicit_bzero((void *)token, strlen(token));
    return true;
}

/* When the token of ANSWER ends: "expires_in" seconds (RFC 6749) or "expires_at" a time. */
static time_t token_end(const json_t *answer) {
    const json_t *life = json_object_get(answer, "expires_in");
    const char *text = json_string_value(life),
               *at = json_string_value(json_object_get(answer, "expires_at"));
    struct tm parts = {0};
    if (at && strptime(at, "%Y-%m-%dT%H:%M:%SZ", &parts))
        return timegm(&parts);
    double seconds = json_is_number(life) ? json_number_value(life)
                     : text               ? strtod(text, NULL)
                                          : USUAL_LIFE;
    return time(NULL) +
           (seconds > 0 ? (time_t)(seconds < LONGEST_LIFE ? seconds : LONGEST_LIFE) : 0);
}

/* Sends TRANSFER with the proof SENT behind SCHEME (both NULL: its body proves it), and
 * frees it and SENT. The answer's MEMBER is the token. */
static bool ask_for_token(struct auth *auth, struct transfer *transfer, const char *scheme,
                          char *sent, const char *member, struct error *error) {
    const char *timeout = settings_value(auth->settings, "timeout", "60s");
    if (scheme)
        auth_add_proof(transfer, "Authorization", scheme, sent);
    transfer_ready(transfer);
    curl_easy_setopt(transfer->curl, CURLOPT_TIMEOUT, (long)text_seconds(timeout));
    CURLcode code = curl_easy_perform(transfer->curl);
    struct buffer *body = &transfer->answer;
    auth_redact_text(body, auth->source->token);
    auth_redact_text(body, sent);
    json_t *answer = code == CURLE_OK && body->size <= MOST_TOKEN_ANSWER
                         ? json_loadb(buffer_text(body), body->size, 0, NULL)
                         : NULL;
    char *problem = code == CURLE_OK ? NULL : transfer_problem(transfer, code);
    bool ok = problem ? error_set(error, "asking for a token: %s", problem)
                      : check_token_answer(transfer, answer, error) &&
                            take_token(auth, answer, member, error);
    if (ok)
        auth->end = token_end(answer);
    free(problem);
    json_decref(answer);
    if (body->data)
        explicit_bzero(body->data, body->capacity);
    transfer_free(transfer);
    auth_wipe(sent);
    return ok;
}

/* https, or http to this machine; without a user and password. */
static bool is_token_url(const char *text) {
    CURLU *url = curl_url();
    char *scheme = NULL, *host = NULL, *user = NULL;
    bool ok = !curl_url_set(url, CURLUPART_URL, text, 0) &&
              !curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) &&
              !curl_url_get(url, CURLUPART_HOST, &host, 0) &&
              curl_url_get(url, CURLUPART_USER, &user, 0) == CURLUE_NO_USER;
    ok = ok && (!strcmp(scheme, "https") ||
                (!strcmp(scheme, "http") &&
                 (!strcmp(host, "127.0.0.1") || !strcasecmp(host, "localhost") ||
                  !strcmp(host, "[::1]"))));
    curl_free(scheme);
    curl_free(host);
    curl_free(user);
    curl_url_cleanup(url);
    return ok;
}

bool auth_open_oauth2(struct auth *auth, const struct site *site, struct error *error) {
    const struct setting *url = auth_find_setting(auth->settings, "token-url");
    return is_token_url(url->value) ||
           error_at(error, site->file, url->line, url->column,
                    "token-url must be an https:// address, or http:// on 127.0.0.1, "
                    "localhost or [::1], without a user and password");
}

/* RFC 6749 section 2.3.1 wants both escaped before they are joined. */
static char *client_proof(const struct auth *auth) {
    struct buffer id = {0}, secret = {0};
    url_add_escaped(&id, auth_setting_text(auth, "client-id"));
    url_add_escaped(&secret, auth->source->token);
    char *proof = auth_basic_proof(buffer_text(&id), buffer_text(&secret));
    buffer_free(&id);
    auth_wipe(buffer_take(&secret));
    return proof;
}

bool auth_renew_oauth2(struct auth *auth, struct error *error) {
    struct buffer body = {0};
    buffer_add_text(&body, "grant_type=client_credentials");
    const char *scope = auth_setting_text(auth, "token-scope");
    if (*scope) {
        buffer_add_text(&body, "&scope=");
        url_add_escaped(&body, scope);
    }
    struct transfer transfer;
    transfer_open(&transfer, auth_setting_text(auth, "token-url"), body.data,
                  "application/x-www-form-urlencoded");
    transfer_add_header(&transfer, "Accept", "application/json");
    buffer_free(&body);
    return ask_for_token(auth, &transfer, "Basic", client_proof(auth), "access_token",
                         error);
}

/* What the system needs PATH, USER, PASSWORD and TOKEN for, see auth.h. */
bool auth_renew_login(struct auth *auth, struct error *error) {
    const struct declaration *self = &auth->system->self;
    json_t *object =
        json_pack("{s:s, s:s}", auth->words[1], auth_setting_text(auth, "user"),
                  auth->words[2], auth->source->token);
    if (!object)
        return error_set(error, "asking for a token: %s is not UTF-8 text",
                         auth->source->token_env);
    char *body = json_dumps(object, JSON_COMPACT);
    char *url = xasprintf(
        "%s%s", settings_value(auth->settings, "url", declaration_field(self, "url", "")),
        auth->words[0]);
    struct transfer transfer;
    transfer_open(&transfer, url, body, "application/json");
    json_decref(object);
    auth_wipe(body);
    free(url);
    transfer_add_declared(&transfer, self);
    return ask_for_token(auth, &transfer, NULL, NULL, auth->words[3], error);
}

static int no_password(char *password, int size, int writing, void *context) {
    (void)password, (void)size, (void)writing, (void)context;
    return 0;
}

/* The RSA key of a PEM, newlines perhaps written as \n; NULL where it is none. */
static EVP_PKEY *read_key(const char *text) {
    size_t size = strlen(text);
    char *pem = xstrdup(text), *to = pem;
    for (const char *from = text; *from; from++)
        if (from[0] == '\\' && from[1] == 'n') {
            *to++ = '\n';
            from++;
        } else {
            *to++ = *from;
        }
    BIO *bio = BIO_new_mem_buf(pem, (int)(to - pem));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, NULL, no_password, NULL);
    BIO_free(bio);
    ERR_clear_error();
    explicit_bzero(pem, size);
    free(pem);
    if (key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA)
        return key;
    EVP_PKEY_free(key);
    return NULL;
}

bool auth_open_github_app(struct auth *auth, const struct site *site, struct error *error) {
    auth->key = auth->known ? read_key(auth->source->token) : NULL;
    return auth->key || !auth->known ||
           error_at(error, site->file, auth->source->line, 0,
                    "source \"%s\": %s holds no RSA private key without a "
                    "password in PEM form",
                    auth->source->name, auth->source->token_env);
}

/* "HEADER.CLAIMS.SIGNATURE" (RFC 7519) that says who the app is. The times are those of the
 * system's clock: GitHub compares them with its own, whatever --now says. */
static char *make_jwt(const struct auth *auth) {
    static const char header[] = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
    json_int_t now = time(NULL);
    json_t *object = json_pack("{s:I,s:I,s:s}", "iat", now - 60, "exp", now + 540, "iss",
                               auth_setting_text(auth, "app"));
    char *claims = json_dumps(object, JSON_COMPACT);
    struct buffer jwt = {0};
    auth_add_base64(&jwt, header, strlen(header), true);
    buffer_add_char(&jwt, '.');
    auth_add_base64(&jwt, claims, strlen(claims), true);
    json_decref(object);
    free(claims);
    size_t size = (size_t)EVP_PKEY_get_size(auth->key);
    unsigned char *signature = xcalloc(size, 1);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool ok = EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, auth->key) == 1 &&
              EVP_DigestSign(context, signature, &size, (const unsigned char *)jwt.data,
                             jwt.size) == 1;
    EVP_MD_CTX_free(context);
    buffer_add_char(&jwt, '.');
    auth_add_base64(&jwt, signature, ok ? size : 0, true);
    free(signature);
    return buffer_take(&jwt);
}

bool auth_renew_github_app(struct auth *auth, struct error *error) {
    const struct declaration *self = &auth->system->self;
    struct buffer url = {0};
    buffer_printf(
        &url, "%s/app/installations/",
        settings_value(auth->settings, "url", declaration_field(self, "url", "")));
    url_add_escaped(&url, auth_setting_text(auth, "installation"));
    buffer_add_text(&url, "/access_tokens");
    struct transfer transfer;
    transfer_open(&transfer, url.data, "{}", "application/json");
    buffer_free(&url);
    transfer_add_declared(&transfer, self);
    return ask_for_token(auth, &transfer, "Bearer", make_jwt(auth), "token", error);
}
