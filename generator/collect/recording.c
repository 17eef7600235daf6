#include "collect/recording.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LARGEST_RECORDING = 256 << 20 };

struct recording {
    char *target;
    char *path;
    int status;
    char *next, *last;
    struct buffer headers; /* the other ones, a line each */
    size_t body;           /* where it begins in the file */
};

struct recordings {
    char *folder;
    struct recording *items;
    size_t count, capacity;
};

/* True where RELATION is one of the words of rel="..." in PARAMETERS. */
static bool has_relation(const char *parameters, const char *relation) {
    const char *rel = strcasestr(parameters, "rel=");
    if (!rel)
        return false;
    rel += strlen("rel=");
    bool quoted = *rel == '"';
    const char *end = rel + quoted + strcspn(rel + quoted, quoted ? "\"" : "; \t");
    for (rel += quoted; rel < end; rel += strspn(rel, " \t")) {
        size_t length = strcspn(rel, "\" \t;");
        length = length < (size_t)(end - rel) ? length : (size_t)(end - rel);
        if (length == strlen(relation) && !strncasecmp(rel, relation, length))
            return true;
        rel += length ? length : 1;
    }
    return false;
}

/* Link: <URL>; param; rel="a next", <URL>; ... A comma or semicolon inside <> or quotes
 * separates nothing. */
char *link_find(const char *value, const char *relation) {
    while (*value) {
        const char *open = strchr(value, '<');
        const char *close = open ? strchr(open, '>') : NULL;
        if (!close)
            return NULL;
        const char *end = close;
        for (bool quoted = false; *end && (quoted || *end != ','); end++)
            quoted ^= *end == '"';
        char *parameters = xstrndup(close + 1, (size_t)(end - close - 1));
        bool found = has_relation(parameters, relation);
        free(parameters);
        if (found)
            return xstrndup(open + 1, (size_t)(close - open - 1));
        value = *end ? end + 1 : end;
    }
    return NULL;
}

/* The line at *AT without its end; *AT moves behind it. NULL where none is complete. */
static char *take_line(const char **at, const char *end) {
    const char *line = *at;
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    if (!stop)
        return NULL;
    *at = stop + 1;
    return xstrndup(line, (size_t)(stop - line) - (stop > line && stop[-1] == '\r'));
}

static bool parse_header(struct recording *recording, const char *header) {
    const char *colon = strchr(header, ':');
    if (colon && !strncasecmp(header, "link:", 5)) {
        free(recording->next);
        free(recording->last);
        recording->next = link_find(colon + 1, "next");
        recording->last = link_find(colon + 1, "last");
    } else {
        buffer_printf(&recording->headers, "%s\n", header);
    }
    return colon != NULL;
}

/* The headers, up to and with the empty line. */
static bool parse_headers(struct recording *recording, const char *path, const char **at,
                          const char *end, struct error *error) {
    for (int line = 3;; line++) {
        char *header = take_line(at, end);
        bool last = header && !*header;
        bool sound = header && (last || parse_header(recording, header));
        free(header);
        if (last)
            return true;
        if (!sound)
            return error_at(error, path, line, 0,
                            "headers are written 'name: value', and an empty line stands "
                            "between them and the body");
    }
}

static bool parse_head(struct recording *recording, const char *path, const char **at,
                       const char *end, struct error *error) {
    recording->target = take_line(at, end);
    if (!recording->target || !*recording->target)
        return error_at(error, path, 1, 0,
                        "the first line must say what was asked, like "
                        "'GET /users/example'");
    char *status = take_line(at, end);
    bool number = status && strlen(status) == 3 && strspn(status, "0123456789") == 3;
    recording->status = number ? atoi(status) : 0;
    free(status);
    if (!number)
        return error_at(error, path, 2, 0,
                        "the second line must be the answer's status, like 200");
    return parse_headers(recording, path, at, end, error);
}

static bool read_recording(struct recordings *recordings, const char *name,
                           struct error *error) {
    struct buffer content = {0};
    char *path = path_join(recordings->folder, name);
    struct recording *recording = LIST_ADD(recordings);
    bool ok = file_read(path, LARGEST_RECORDING, &content, error);
    const char *at = buffer_text(&content), *end = at + content.size;
    ok = ok && parse_head(recording, path, &at, end, error);
    recording->body = (size_t)(at - buffer_text(&content));
    buffer_free(&content);
    recording->path = path;
    return ok;
}

static int by_target(const void *a, const void *b) {
    return strcmp(((const struct recording *)a)->target,
                  ((const struct recording *)b)->target);
}

/* In the order of their targets, each of which may have one answer only. */
static bool sort(struct recordings *recordings, struct error *error) {
    if (recordings->count)
        qsort(recordings->items, recordings->count, sizeof *recordings->items, by_target);
    for (size_t i = 1; i < recordings->count; i++)
        if (!by_target(&recordings->items[i - 1], &recordings->items[i]))
            return error_at(error, recordings->items[i].path, 1, 0,
                            "records the same request as %s; keep one",
                            recordings->items[i - 1].path);
    return true;
}

struct recordings *recordings_open(const char *folder, struct error *error) {
    struct recordings *recordings = xcalloc(1, sizeof *recordings);
    struct names names = {0};
    recordings->folder = xstrdup(folder);
    bool ok =
        path_is_folder(folder) ||
        error_at(error, folder, 0, 0,
                 "is not a folder of recordings; tower collect --record DIR makes one");
    ok = ok && folder_list(folder, &names, error);
    for (size_t i = 0; ok && i < names.count; i++)
        if (text_ends_with(names.items[i], ".http"))
            ok = read_recording(recordings, names.items[i], error);
    names_free(&names);
    if (ok && sort(recordings, error))
        return recordings;
    recordings_close(recordings);
    return NULL;
}

/* The value of the header NAME, or NULL; NAME may be NULL. The caller frees it. */
static char *header_value(const struct recording *recording, const char *name) {
    size_t length = name ? strlen(name) : 0;
    const char *line = buffer_text(&recording->headers);
    for (; length && *line; line += strcspn(line, "\n") + 1)
        if (!strncasecmp(line, name, length) && line[length] == ':') {
            const char *value = line + length + 1;
            value += strspn(value, " \t");
            return xstrndup(value, strcspn(value, "\n"));
        }
    return NULL;
}

void recordings_play(const struct recordings *recordings, const char *target,
                     const char *page_header, struct answer *answer) {
    struct recording key = {.target = (char *)target};
    const struct recording *recording =
        recordings->count ? bsearch(&key, recordings->items, recordings->count,
                                    sizeof *recordings->items, by_target)
                          : NULL;
    if (!recording) {
        answer->problem = xstrdup("there is no recording of this request");
        return;
    }
    struct buffer content = {0};
    struct error error = {0};
    if (file_read(recording->path, LARGEST_RECORDING, &content, &error) &&
        content.size >= recording->body) {
        answer->status = recording->status;
        buffer_add(&answer->body, buffer_text(&content) + recording->body,
                   content.size - recording->body);
        answer->next = xstrdup(recording->next);
        answer->last = xstrdup(recording->last);
        answer->page_token = header_value(recording, page_header);
    } else {
        answer->problem = xstrdup(
            error.text ? error.text : "the recording has changed since it was read");
    }
    error_free(&error);
    buffer_free(&content);
}

void recordings_close(struct recordings *recordings) {
    for (size_t i = 0; i < recordings->count; i++) {
        free(recordings->items[i].target);
        free(recordings->items[i].path);
        free(recordings->items[i].next);
        free(recordings->items[i].last);
        buffer_free(&recordings->items[i].headers);
    }
    free(recordings->items);
    free(recordings->folder);
    free(recordings);
}

void recording_write(const char *folder, const char *source, const char *target,
                     const char *page_header, const struct answer *answer) {
    struct buffer content = {0};
    struct error error = {0};
    char hash[TEXT_HASH_SIZE];
    text_hash(target, strlen(target), hash);
    char *slug = text_slug(target);
    char *path = xasprintf("%s/%s/%s-%.8s.http", folder, source, slug, hash);
    buffer_printf(&content, "%s\n%d\n", target, answer->status);
    if (answer->next)
        buffer_printf(&content, "link: <%s>; rel=\"next\"%s%s%s\n", answer->next,
                      answer->last ? ", <" : "", answer->last ? answer->last : "",
                      answer->last ? ">; rel=\"last\"" : "");
    if (answer->page_token)
        buffer_printf(&content, "%s: %s\n", page_header, answer->page_token);
    buffer_add_char(&content, '\n');
    buffer_add(&content, answer->body.data, answer->body.size);
    if (!file_publish(path, content.data, content.size, &error))
        log_warn("%s", error.text);
    error_free(&error);
    buffer_free(&content);
    free(path);
    free(slug);
}
