#include "collect/auth_kind.h"

#include "collect/url.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORTEST_SECRET = 8, /* bytes, of one that is looked for in answers */
    SPARE_SECONDS = 60,
};

void auth_wipe(char *secret) {
    if (secret)
        explicit_bzero(secret, strlen(secret));
    free(secret);
}

void auth_set_proof(struct auth *auth, char *proof) {
    auth_wipe(auth->proof);
    auth->proof = proof;
}

const struct setting *auth_find_setting(const struct settings *settings, const char *key) {
    for (size_t i = settings->count; i-- > 0;)
        if (!strcmp(settings->items[i].key, key))
            return &settings->items[i];
    return NULL;
}

const char *auth_setting_text(const struct auth *auth, const char *key) {
    return settings_value(auth->settings, key, "");
}

bool auth_has_control(const char *text) {
    for (; *text; text++)
        if (iscntrl((unsigned char)*text))
            return true;
    return false;
}

/* What a header's name may be, too (RFC 9110, "token"). */
static bool is_word(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)text[i]) && !strchr("!#$%&'*+-.^_`|~", text[i]))
            return false;
    return true;
}

void auth_add_base64(struct buffer *text, const void *bytes, size_t size, bool in_url) {
    char *encoded = xcalloc(size / 3 + 1, 4 + 1);
    EVP_EncodeBlock((unsigned char *)encoded, bytes, (int)size);
    for (char *at = encoded; in_url && *at; at++)
        *at = *at == '+' ? '-' : *at == '/' ? '_' : *at == '=' ? '\0' : *at;
    buffer_add_text(text, encoded);
    auth_wipe(encoded);
}

char *auth_basic_proof(const char *user, const char *password) {
    char *pair = xasprintf("%s:%s", user, password);
    struct buffer proof = {0};
    auth_add_base64(&proof, pair, strlen(pair), false);
    auth_wipe(pair);
    return buffer_take(&proof);
}

void auth_add_proof(struct transfer *transfer, const char *name, const char *scheme,
                    const char *proof) {
    char *value = xasprintf("%s%s%s", scheme, *scheme ? " " : "", proof);
    transfer_add_header(transfer, name, value);
    auth_wipe(value);
}

static bool open_secret(struct auth *auth, const struct site *site, struct error *error) {
    (void)site, (void)error;
    auth_set_proof(auth, xstrdup(auth->source->token));
    return true;
}

static void sign_authorization(const struct auth *auth, struct transfer *transfer) {
    auth_add_proof(transfer, "Authorization", auth->kind->scheme, auth->proof);
}

static void sign_header(const struct auth *auth, struct transfer *transfer) {
    auth_add_proof(transfer, auth->words[0], auth->words[1] ? auth->words[1] : "",
                   auth->proof);
}

/* URL without the parameters called NAME: a link to the next page may repeat them. The
 * caller frees it. */
static char *url_without(const char *url, const char *name) {
    size_t size = strcspn(url, "?#"), length = strlen(name);
    struct buffer kept = {0};
    buffer_add(&kept, url, size);
    char separator = '?';
    for (const char *part = url + size; *part == '?' || *part == '&'; part += size) {
        size = 1 + strcspn(part + 1, "&#");
        if (!strncmp(part + 1, name, length) && strchr("=&#", part[1 + length]))
            continue;
        buffer_add_char(&kept, separator);
        buffer_add(&kept, part + 1, size - 1);
        separator = '&';
    }
    return buffer_take(&kept);
}

static void sign_query(const struct auth *auth, struct transfer *transfer) {
    char *plain = url_without(transfer->url, auth->words[0]);
    free(transfer->url);
    transfer->url = url_with(plain, auth->words[0], auth->proof);
    free(plain);
}

static bool open_basic(struct auth *auth, const struct site *site, struct error *error) {
    const struct setting *user = auth_find_setting(auth->settings, "user");
    if (strchr(user->value, ':'))
        return error_at(error, site->file, user->line, user->column,
                        "user cannot hold a ':'");
    if (auth->known)
        auth_set_proof(auth, auth_basic_proof(user->value, auth->source->token));
    return true;
}

/* The value of COUNT hexadecimal digits at TEXT; -1 where these are none. */
static int hex_at(const char *text, size_t count) {
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        int c = tolower((unsigned char)text[i]);
        if (!isxdigit(c))
            return -1;
        value = value * 16 + (isdigit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

/* The length of BYTE's spelling at AT: as it is, or as JSON or an address may have it; 0
 * where something else stands there. */
static size_t spelling_length(const char *at, const char *end, unsigned char byte) {
    size_t left = (size_t)(end - at);
    if (left >= 1 && (unsigned char)*at == byte)
        return 1;
    if (left >= 3 && *at == '%' && hex_at(at + 1, 2) == byte)
        return 3;
    if (left >= 2 && *at == '\\' && (unsigned char)at[1] == byte)
        return 2;
    return left >= 6 && *at == '\\' && at[1] == 'u' && hex_at(at + 2, 4) == byte ? 6 : 0;
}

/* The same of all SECRET. */
static size_t match_length(const char *at, const char *end, const char *secret) {
    const char *start = at;
    for (; *secret; secret++) {
        size_t length = spelling_length(at, end, (unsigned char)*secret);
        if (!length)
            return 0;
        at += length;
    }
    return (size_t)(at - start);
}

void auth_redact_text(struct buffer *text, const char *secret) {
    size_t length = secret ? strlen(secret) : 0;
    if (length < SHORTEST_SECRET || strspn(secret, "0123456789") == length || !text->size)
        return;
    const char *kept = text->data, *end = kept + text->size;
    struct buffer clean = {0};
    for (const char *at = kept; at < end;) {
        size_t hit = match_length(at, end, secret);
        if (hit) {
            buffer_add(&clean, kept, (size_t)(at - kept));
            buffer_add_text(&clean, "***");
            kept = at + hit;
        }
        at += hit ? hit : 1;
    }
    if (kept == text->data)
        return;
    buffer_add(&clean, kept, (size_t)(end - kept));
    explicit_bzero(text->data, text->size);
    buffer_free(text);
    *text = clean;
}

static void redact_all(const struct auth *auth, struct buffer *text) {
    auth_redact_text(text, auth->source->token);
    auth_redact_text(text, auth->proof);
}

void auth_redact(const struct auth *auth, struct transfer *transfer) {
    if (!auth->known)
        return;
    redact_all(auth, &transfer->answer);
    for (size_t i = 0; i < transfer->got.count; i++) {
        struct buffer value = {0};
        buffer_add_text(&value, transfer->got.items[i].value);
        redact_all(auth, &value);
        free(transfer->got.items[i].value);
        transfer->got.items[i].value = value.data ? buffer_take(&value) : xstrdup("");
    }
}

static const struct kind kinds[] = {
    {.name = "none"},
    {.name = "bearer", .scheme = "Bearer", .open = open_secret, .sign = sign_authorization},
    {.name = "basic",
     .settings = {{"user", true}},
     .scheme = "Basic",
     .open = open_basic,
     .sign = sign_authorization},
    {.name = "header",
     .least_words = 1,
     .most_words = 2,
     .open = open_secret,
     .sign = sign_header},
    {.name = "query",
     .least_words = 1,
     .most_words = 1,
     .open = open_secret,
     .sign = sign_query},
    {.name = "login",
     .least_words = 4,
     .most_words = 4,
     .settings = {{"user", true}},
     .scheme = "Bearer",
     .has_path = true,
     .renew = auth_renew_login,
     .sign = sign_authorization},
    {.name = "oauth2",
     .settings = {{"client-id", true}, {"token-url", true}, {"token-scope", false}},
     .scheme = "Bearer",
     .open = auth_open_oauth2,
     .renew = auth_renew_oauth2,
     .sign = sign_authorization},
    {.name = "sigv4",
     .least_words = 1,
     .most_words = 1,
     .settings = {{"access-key", true}, {"region", true}, {"session-token-env", false}},
     .open = auth_open_sigv4,
     .sign = auth_sign_sigv4},
    {.name = "github-app",
     .settings = {{"app", true}, {"installation", true}},
     .scheme = "Bearer",
     .many_lines = true,
     .open = auth_open_github_app,
     .renew = auth_renew_github_app,
     .sign = sign_authorization},
};

static void free_words(char *words[MOST_WORDS]) {
    for (size_t i = 0; i < MOST_WORDS; i++) {
        free(words[i]);
        words[i] = NULL;
    }
}

/* The kind of "NAME WORD WORD", the words being the caller's to free; NULL, and no words,
 * where it is none. */
static const struct kind *read_kind(const char *value, char *words[MOST_WORDS]) {
    size_t length = strcspn(value, " "), count = 0;
    const struct kind *kind = NULL;
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (strlen(kinds[i].name) == length && !strncmp(kinds[i].name, value, length))
            kind = &kinds[i];
    bool ok = kind;
    for (const char *at = value + length; ok && *(at += strspn(at, " ")); at += length) {
        length = strcspn(at, " ");
        ok = count < kind->most_words &&
             (kind->has_path && !count ? *at == '/' : is_word(at, length));
        if (ok)
            words[count++] = xstrndup(at, length);
    }
    if (ok && count >= kind->least_words)
        return kind;
    free_words(words);
    return NULL;
}

const struct auth_setting *auth_settings(const char *value) {
    char *words[MOST_WORDS] = {0};
    const struct kind *kind = read_kind(value, words);
    free_words(words);
    return kind ? kind->settings : NULL;
}

static bool has_settings(const struct kind *kind, const struct settings *settings) {
    for (const struct auth_setting *setting = kind->settings; setting->key; setting++)
        if (setting->required && !auth_find_setting(settings, setting->key))
            return false;
    return true;
}

/* Sets the first kind that the system names, that site.conf does not rule out, and whose
 * settings are given. */
static void choose_kind(struct auth *auth) {
    const struct declaration *self = &auth->system->self;
    const char *wanted = settings_value(auth->settings, "auth", NULL);
    for (size_t i = 0; !auth->kind && i < self->fields.count; i++) {
        if (strcmp(self->fields.items[i].key, "auth") != 0)
            continue;
        auth->kind = read_kind(self->fields.items[i].value, auth->words);
        if (auth->kind && ((wanted && strcmp(auth->kind->name, wanted) != 0) ||
                           !has_settings(auth->kind, auth->settings))) {
            auth->kind = NULL;
            free_words(auth->words);
        }
    }
}

/* Which kind site.conf wants must be one that the system has, with its settings. */
static bool check_wanted(const struct auth *auth, const struct site *site,
                         struct error *error) {
    const struct setting *wanted = auth_find_setting(auth->settings, "auth");
    return !wanted || auth->kind ||
           error_at(error, site->file, wanted->line, wanted->column,
                    "auth cannot be '%s': %s names no such kind, or a setting that the "
                    "kind needs (such as user) is missing",
                    wanted->value, auth->system->self.origin);
}

/* A newline at the end of a secret is a common mistake, and would end a header early. */
static bool check_secret(const struct auth *auth, const struct site *site,
                         struct error *error) {
    const struct source *source = auth->source;
    return !auth->known || auth->kind->many_lines || !auth_has_control(source->token) ||
           error_at(error, site->file, source->line, 0,
                    "source \"%s\": %s holds a control character, perhaps a newline at "
                    "its end",
                    source->name, source->token_env);
}

struct auth *auth_open(const struct site *site, const struct source *source,
                       const struct system *system, const struct settings *settings,
                       struct error *error) {
    struct auth *auth = xcalloc(1, sizeof *auth);
    *auth = (struct auth){.source = source, .system = system, .settings = settings};
    choose_kind(auth);
    auth->known = auth->kind && auth->kind->sign && source->token;
    if (!check_wanted(auth, site, error) ||
        (auth->kind && auth->kind->open &&
         !(check_secret(auth, site, error) && auth->kind->open(auth, site, error)))) {
        auth_close(auth);
        return NULL;
    }
    return auth;
}

bool auth_is_known(const struct auth *auth) {
    return auth->known;
}

bool auth_can_renew(const struct auth *auth) {
    return auth->known && auth->kind->renew;
}

bool auth_renew(struct auth *auth, bool rejected, struct error *error) {
    if (!auth_can_renew(auth) ||
        (auth->proof && !rejected && time(NULL) + SPARE_SECONDS < auth->end))
        return true;
    auth->end = 0; /* the old one stays: a request without any could get a shorter list */
    return auth->kind->renew(auth, error);
}

void auth_sign(const struct auth *auth, struct transfer *transfer) {
    if (auth->known && auth->proof)
        auth->kind->sign(auth, transfer);
}

void auth_close(struct auth *auth) {
    if (!auth)
        return;
    auth_set_proof(auth, NULL);
    free_words(auth->words);
    EVP_PKEY_free(auth->key);
    free(auth);
}
