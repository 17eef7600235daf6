/*
 * The kinds of auth, for the files auth*.c only: what a kind can do, and what one auth
 * holds.
 */
#ifndef COLLECT_AUTH_KIND_H
#define COLLECT_AUTH_KIND_H

#include "collect/auth.h"

#include <openssl/evp.h>
#include <time.h>

enum { MOST_WORDS = 4, MOST_SETTINGS = 3 };

struct kind {
    const char *name;
    size_t least_words, most_words;
    struct auth_setting settings[MOST_SETTINGS + 1];
    const char *scheme; /* what precedes the proof in the header Authorization */
    bool many_lines;    /* the secret is a text of several lines */
    bool has_path;      /* the first word is a path below the source's address */
    /* Checks the settings, and reads the secret where there is one. */
    bool (*open)(struct auth *auth, const struct site *site, struct error *error);
    bool (*renew)(struct auth *auth, struct error *error);
    void (*sign)(const struct auth *auth, struct transfer *transfer);
};

struct auth {
    const struct kind *kind;
    bool known;
    const struct source *source;
    const struct system *system;
    const struct settings *settings;
    char *words[MOST_WORDS]; /* what stands behind the kind's name */
    char *proof;             /* what stands behind the scheme; NULL before there is any */
    time_t end;              /* of the proof, where it is a token that was asked for */
    EVP_PKEY *key;
};

/* Ends what holds a secret; NULL is allowed. */
void auth_wipe(char *secret);

/* Takes PROOF over from the caller. */
void auth_set_proof(struct auth *auth, char *proof);

/* The last setting of that name, NULL where there is none; or its value, else "". */
const struct setting *auth_find_setting(const struct settings *settings, const char *key);
const char *auth_setting_text(const struct auth *auth, const char *key);

bool auth_has_control(const char *text);

/* Adds BYTES in base64, or as JWT has it: with '-' and '_', not filled up with '='. */
void auth_add_base64(struct buffer *text, const void *bytes, size_t size, bool in_url);

/* "USER:PASSWORD" in base64 (RFC 7617). The caller wipes it. */
char *auth_basic_proof(const char *user, const char *password);

/* Adds the header "NAME: SCHEME PROOF"; SCHEME may be "". */
void auth_add_proof(struct transfer *transfer, const char *name, const char *scheme,
                    const char *proof);

/* Puts "***" in the place of SECRET in TEXT, however JSON or an address spells it. A short
 * one could be any word, and digits any number of a JSON text: these stay. */
void auth_redact_text(struct buffer *text, const char *secret);

/* auth_token.c, auth_sigv4.c: the functions of struct kind. */
bool auth_open_oauth2(struct auth *auth, const struct site *site, struct error *error);
bool auth_renew_oauth2(struct auth *auth, struct error *error);
bool auth_renew_login(struct auth *auth, struct error *error);
bool auth_open_github_app(struct auth *auth, const struct site *site, struct error *error);
bool auth_renew_github_app(struct auth *auth, struct error *error);
bool auth_open_sigv4(struct auth *auth, const struct site *site, struct error *error);
void auth_sign_sigv4(const struct auth *auth, struct transfer *transfer);

#endif
