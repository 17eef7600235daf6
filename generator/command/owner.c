#include "command/owner.h"

#include <stdlib.h>
#include <string.h>

static bool is_login(const char *name) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-_";
    size_t length = strlen(name);
    return length && length <= 100 && strspn(name, plain) == length;
}

/* It goes into site.conf between quotes. */
static bool is_address(const char *url) {
    bool web = text_starts_with(url, "https://") || text_starts_with(url, "http://");
    return web && strlen(strstr(url, "://")) > 3 && !strpbrk(url, "\"\\?#@ \n\r\t");
}

bool owner_write_site(const struct options *options, const char *folder,
                      struct error *error) {
    const char *url = options->url ? options->url : "https://api.github.com";
    if (strcmp(options->folder, "."))
        return error_at(error, "tower", 0, 0,
                        "--owner makes a site of its own; leave out --directory");
    if (!is_login(options->owner))
        return error_at(error, "tower", 0, 0,
                        "--owner is the name of a user or an organisation, not '%s'",
                        options->owner);
    if (!is_address(url))
        return error_at(error, "tower", 0, 0,
                        "--url is an address like https://host/path, not '%s'", url);
    const char *token = getenv("GITHUB_TOKEN");
    char *text = xasprintf("[site]\n\ttitle = %s\n"
                           "[source \"github\"]\n\ttype = github\n\turl = \"%s\"\n"
                           "\towner = %s\n\tissues = search\n\tdeadline = 2m\n%s",
                           options->owner, url, options->owner,
                           token && *token ? "\ttoken-env = GITHUB_TOKEN\n" : "");
    char *path = path_join(folder, "site.conf");
    bool ok = file_publish(path, text, strlen(text), error);
    free(path);
    free(text);
    return ok;
}

void owner_place_output(const struct options *options, struct site *site) {
    struct edition *edition = &site->editions.items[0];
    free(edition->output);
    edition->output =
        options->output ? xstrdup(options->output) : xasprintf("tower-%s", options->owner);
}

void owner_say(struct workplace *workplace) {
    struct snapshot *snapshot = &workplace->snapshot;
    int64_t used = query_int(snapshot_query(snapshot, "owner.used"), 0);
    char *left = query_text(snapshot_query(snapshot, "owner.left"));
    int64_t unreached = query_int(snapshot_query(snapshot, "owner.unreached"), 0);
    char *closed = query_text(snapshot_query(snapshot, "owner.closed"));
    char *trouble = query_text(snapshot_query(snapshot, "owner.trouble"));
    if (trouble)
        log_warn("no repository of %s could be read: %s", workplace->options->owner,
                 trouble);
    log_info("%lld requests were made%s%s.", (long long)used, left ? "; " : "",
             left ? left : "");
    if (unreached)
        log_info("%lld things were not reached; the sources page says which and why.",
                 (long long)unreached);
    if (closed)
        log_info("A token in GITHUB_TOKEN allows 5,000 requests an hour and would add: %s.",
                 closed);
    free(trouble);
    free(left);
    free(closed);
}
