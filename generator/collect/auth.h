/*
 * Auth: how a request proves who asks.
 *
 * A system names one or more kinds ("auth: bearer"); the first whose settings site.conf
 * gives is used. Kinds, what stands behind their name, their settings, and what token-env
 * holds:
 *
 *     none
 *     bearer                                                     the token
 *     basic         user                                         the password
 *     header NAME [PREFIX]                                       the header's value
 *     query NAME                                                 the parameter's value
 *     login PATH USER PASSWORD TOKEN   user                      the password
 *     oauth2        client-id, token-url, token-scope (optional) the client's secret
 *     sigv4 SERVICE access-key, region                           the secret key
 *                   session-token-env (optional; names a variable)
 *     github-app    app, installation                            the private key (PEM)
 *
 * login posts a JSON object of the members USER and PASSWORD to PATH below the source's
 * address; the answer's member TOKEN is a bearer token. Where a system names several kinds,
 * "auth = KIND" in site.conf chooses one of them.
 *
 * Holds: a secret is put on requests to the source's own origin only (the caller checks)
 * and into no message; what a token request answers is not logged either.
 *
 * sigv4 is for services other than s3, whose rules differ. libcurl signs the address that
 * it is given, so it is given the canonical one. libcurl 8.3 to 8.13 sorts the query once
 * more, and wrongly where one parameter's name begins with another's: services then answer
 * that the signature does not match.
 *
 * Sources: RFC 6749 section 4.4 (client credentials), RFC 7519 (JWT), RFC 7617 (basic),
 * GitHub's documentation of installation access tokens, libcurl's CURLOPT_AWS_SIGV4.
 */
#ifndef COLLECT_AUTH_H
#define COLLECT_AUTH_H

#include "collect/system.h"
#include "collect/transfer.h"

struct auth;

/* A setting of site.conf that a kind of auth takes. */
struct auth_setting {
    const char *key;
    bool required;
};

/* The settings of the kind that the field's VALUE ("header X-Key") names, ended by one
 * without a key; NULL where the value is no kind or lacks what stands behind it. */
const struct auth_setting *auth_settings(const char *value);

/* The auth of SOURCE by its system's fields. NULL with an error at the setting's line where
 * that is wrong (a token-url that is neither https nor on the loopback), or at the source's
 * where the secret is (a key that cannot be read, a newline at its end). Where no kind has
 * its settings and secret: one that signs nothing. SOURCE, SYSTEM and SETTINGS are borrowed
 * until auth_close(). */
struct auth *auth_open(const struct site *site, const struct source *source,
                       const struct system *system, const struct settings *settings,
                       struct error *error);

/* True where requests will carry a proof of who asks. */
bool auth_is_known(const struct auth *auth);

/* Sees to it that the proof is valid now: where the kind has tokens that expire, fetches
 * one when there is none, it ends within a minute, or REJECTED says that the source did not
 * accept it. Blocks while it does; follows no redirect. False with one line that says why,
 * without secrets; the old token then stays, so that nothing is asked without any. */
bool auth_renew(struct auth *auth, bool rejected, struct error *error);

/* True where a new token could help after a 401. */
bool auth_can_renew(const struct auth *auth);

/* Puts the proof on TRANSFER, last of all before transfer_ready(): a signature covers the
 * headers. It may rewrite transfer->url (query: with the secret; sigv4: as it is signed),
 * which is then no address to show, or to resolve links by. */
void auth_sign(const struct auth *auth, struct transfer *transfer);

/* Puts "***" wherever the answer that TRANSFER got, body or header, repeats the secret or
 * the proof: sources do, in links to the next page and in what they say of an error. To be
 * called before anything of the answer is read. Secrets of digits only, or shorter than 8
 * bytes, are not looked for: they could be any number or word. */
void auth_redact(const struct auth *auth, struct transfer *transfer);

void auth_close(struct auth *auth);

#endif
