#include "snapshot/place.h"

#include "base/base.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PLACE = 4096 };

static const struct {
    const char *prefix, *host;
} shorthands[] = {
    /* https://docs.npmjs.com/cli/v10/configuring-npm/package-json#git-urls-as-dependencies
     */
    {"github:", "github.com"},
    {"gitlab:", "gitlab.com"},
    {"bitbucket:", "bitbucket.org"},
};

static void cut_slashes(char *path) {
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        path[--length] = '\0';
}

/* A repository's folder is also called with ".git" behind it. */
static void cut_ending(char *path) {
    cut_slashes(path);
    size_t length = strlen(path);
    if (length > 4 && !strcmp(path + length - 4, ".git"))
        path[length - 4] = '\0';
    cut_slashes(path);
}

/* Also what is not the path's: "?...", "#...", and "@v1" behind the last segment. */
static void cut_address(char *path) {
    path[strcspn(path, "?# \t\r\n")] = '\0';
    char *ending = strstr(path, ".git@"), *slash = strrchr(path, '/');
    char *version = strchr(slash ? slash + 1 : path, '@');
    if (ending)
        *ending = '\0';
    else if (version && version > path && version[-1] != '/')
        *version = '\0';
    cut_ending(path);
}

/* HOST of SIZE bytes, with or without a port, and a path at it. */
static char *at_host(const char *host, size_t size, const char *path) {
    size_t name = strcspn(host, ":");
    char *rest = xstrdup(path + strspn(path, "/"));
    cut_address(rest);
    char *place = *rest && size
                      ? xasprintf("%.*s/%s", (int)(name < size ? name : size), host, rest)
                      : NULL;
    for (char *at = place; at && *at; at++)
        *at = (char)tolower((unsigned char)*at);
    free(rest);
    return place;
}

/* SCHEME://[USER@]HOST[:PORT]/PATH, behind the slashes. */
static char *read_authority(const char *text) {
    size_t length = strcspn(text, "/?#");
    const char *host = text;
    for (const char *at = text; at < text + length; at++)
        host = *at == '@' ? at + 1 : host;
    return at_host(host, (size_t)(text + length - host), text + length);
}

/* [USER@]HOST:PATH, which git reads as ssh: nothing before the colon is a slash. */
static char *read_scp(const char *text) {
    size_t length = strcspn(text, ":/");
    const char *user = memchr(text, '@', length), *host = user ? user + 1 : text;
    if (text[length] != ':' || text + length - host < 2)
        return NULL;
    return at_host(host, (size_t)(text + length - host), text + length + 1);
}

/* A path as it is, without its last segment for each "..". */
static char *read_relative(const char *text, const char *base) {
    char *place = base ? place_read(base, NULL) : NULL;
    while (place && *text == '.') {
        size_t dots = strspn(text, "."), length = strcspn(text, "/");
        char *slash = dots == 2 ? strrchr(place, '/') : NULL;
        if (dots > 2 || dots != length || (dots == 2 && (!slash || slash == place)))
            break;
        if (slash)
            *slash = '\0';
        text += length + (text[length] == '/');
    }
    char *whole = place && *text && *text != '.' ? xasprintf("%s/%s", place, text) : NULL;
    char *end = whole && *whole != '/' ? strchr(whole, '/') : NULL;
    if (end) {
        *end = '\0';
        char *result = at_host(whole, strlen(whole), end + 1);
        free(whole);
        whole = result;
    } else if (whole) {
        cut_ending(whole);
    }
    free(place);
    return whole;
}

static char *read_folder(const char *path) {
    char *place = xstrdup(path);
    cut_ending(place);
    if (strlen(place) > 1)
        return place;
    free(place);
    return NULL;
}

char *place_read(const char *text, const char *base) {
    const char *colon = strstr(text, "://");
    if (strlen(text) > MOST_PLACE)
        return NULL;
    for (size_t i = 0; i < COUNT_OF(shorthands); i++)
        if (text_starts_with(text, shorthands[i].prefix))
            return at_host(shorthands[i].host, strlen(shorthands[i].host),
                           text + strlen(shorthands[i].prefix));
    if (text_starts_with(text, "file://"))
        return text[7] == '/' ? read_folder(text + 7) : NULL;
    if (colon && colon == text + strspn(text, "abcdefghijklmnopqrstuvwxyz+"))
        return read_authority(colon + 3);
    if (*text == '/')
        return read_folder(text);
    return *text == '.' ? read_relative(text, base) : read_scp(text);
}

static void sql_place(sqlite3_context *context, int count, sqlite3_value **values) {
    const char *text = (const char *)sqlite3_value_text(values[0]);
    const char *base = count > 1 ? (const char *)sqlite3_value_text(values[1]) : NULL;
    char *place = text ? place_read(text, base) : NULL;
    if (place)
        sqlite3_result_text(context, place, -1, free);
}

/* The text without the user and password of an address in it. */
static void sql_plain(sqlite3_context *context, int count, sqlite3_value **values) {
    const char *text = (const char *)sqlite3_value_text(values[0]);
    const char *colon = text ? strstr(text, "://") : NULL, *host = colon ? colon + 3 : text;
    const char *user = NULL;
    (void)count;
    if (!text)
        return;
    for (const char *at = host; colon && *at && !strchr("/?# ", *at); at++)
        user = *at == '@' ? at : user;
    char *plain = user ? xasprintf("%.*s%s", (int)(host - text), text, user + 1) : NULL;
    sqlite3_result_text(context, plain ? plain : text, -1, SQLITE_TRANSIENT);
    free(plain);
}

int place_register(sqlite3 *db) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int code = sqlite3_create_function_v2(db, "url_plain", 1, flags, NULL, sql_plain, NULL,
                                          NULL, NULL);
    for (int arguments = 1; code == SQLITE_OK && arguments <= 2; arguments++)
        code = sqlite3_create_function_v2(db, "url_place", arguments, flags, NULL,
                                          sql_place, NULL, NULL, NULL);
    return code;
}
