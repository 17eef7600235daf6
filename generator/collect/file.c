/*
 * The file transport: reads a file below the site's folder, or one by its absolute path, as
 * the body of an answer. Only what the source's own settings in site.conf name is read.
 *
 * Holds: a file that is as it was (its size, and its time or its hash) is "not modified"; a
 * file of another kind than it should be is a failure with its line, never an empty list.
 */
#include "collect/wire.h"

#include "base/base.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_BYTES = 64 << 20, MOST_CHECKED = 8 << 20, NOT_MODIFIED = 304 };

static char *file_target(const struct session *session, const struct request *request,
                         const char *page) {
    const char *path = request_text(request, "path");
    char *folder = xasprintf("%s/", session->site->folder);
    path = path ? path : "";
    path += text_starts_with(path, folder) ? strlen(folder) : 0;
    char *target = page ? path_join(path, page) : xstrdup(path);
    free(folder);
    return target;
}

/* True where PATH goes on behind FOLDER without leaving it. */
static bool is_below(const char *path, const char *folder) {
    size_t length = strlen(folder);
    length -= length && folder[length - 1] == '/';
    char *plain = length && !strncmp(path, folder, length) && path[length] == '/'
                      ? path_plain(path + length)
                      : NULL;
    bool below = plain != NULL;
    free(plain);
    return below;
}

/* True where a setting of the source names PATH, or a folder that it is in. */
static bool is_named(const struct session *session, const char *path) {
    for (size_t i = 0; i < session->settings->count; i++)
        if (!strcmp(session->settings->items[i].value, path) ||
            is_below(path, session->settings->items[i].value))
            return true;
    return false;
}

static bool take_json(const char *text, size_t size, struct buffer *body,
                      struct error *error) {
    json_error_t mistake;
    json_t *value = size > MOST_CHECKED ? json_null()
                                        : json_loadb(text, size, JSON_DECODE_ANY, &mistake);
    if (!value)
        return error_at(error, "", mistake.line, 0, "is not JSON: %s", mistake.text);
    json_decref(value);
    buffer_add(body, text, size);
    return true;
}

static bool take_json_lines(const char *text, size_t size, struct buffer *body,
                            struct error *error) {
    int line = 0;
    json_error_t mistake;
    buffer_add_char(body, '[');
    for (const char *at = text, *end = text + size, *stop; at < end; at = stop + 1) {
        stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        size_t length = (size_t)(stop - at);
        line++;
        if (strspn(at, " \t\r") >= length)
            continue;
        if (length > MOST_CHECKED)
            return error_at(error, "", line, 0, "is longer than 8 MiB");
        json_t *value = json_loadb(at, length, JSON_DECODE_ANY, &mistake);
        if (!value)
            return error_at(error, "", line, 0, "is not JSON: %s", mistake.text);
        json_decref(value);
        buffer_add_text(body, body->size > 1 ? ",\n" : "");
        buffer_add(body, at, length);
    }
    buffer_add_char(body, ']');
    return true;
}

static bool take_csv(const char *text, size_t size, struct buffer *body,
                     struct error *error) {
    return csv_json("", text, size, body, error);
}

static bool take_text(const char *text, size_t size, struct buffer *body,
                      struct error *error) {
    (void)error;
    buffer_add(body, text, size);
    return true;
}

/* How a file becomes a body; which one it is, the field "output" says, or the ending. */
static const struct form {
    const char *output, *ending;
    bool (*take)(const char *, size_t, struct buffer *, struct error *);
} forms[] = {
    {"csv", ".csv", take_csv},
    {"json", ".json", take_json},
    {"json-lines", ".jsonl", take_json_lines},
    {"json-lines", ".ndjson", take_json_lines},
    {"text", NULL, take_text},
};

static const struct form *find_form(const struct request *request, const char *path) {
    const char *output = declaration_field(request->declaration, "output", NULL);
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (output ? !strcmp(output, forms[i].output)
                   : forms[i].ending && text_ends_with(path, forms[i].ending))
            return &forms[i];
    return NULL;
}

static void fail(struct exchange *exchange, const char *problem) {
    if (!exchange->answer.problem)
        exchange->answer.problem = xstrdup(problem);
}

/* The name in FOLDER that comes behind PAGE, of those that can be read: NULL for the last.
 * NULL for PAGE means before the first. The caller frees it. */
static char *next_name(struct exchange *exchange, const char *folder, const char *page) {
    struct names names = {0};
    struct error error = {0};
    char *next = NULL;
    if (!folder_list(folder, &names, &error))
        fail(exchange, "the folder cannot be read");
    for (size_t i = 0; !next && i < names.count; i++) {
        char *path = path_join(folder, names.items[i]);
        struct stat info;
        bool after = !page || strcmp(names.items[i], page) > 0;
        if (after && find_form(exchange->request, path) && !stat(path, &info) &&
            S_ISREG(info.st_mode))
            next = xstrdup(names.items[i]);
        free(path);
    }
    names_free(&names);
    error_free(&error);
    return next;
}

/* "SIZE-TIME-HASH" and what follows. The time counts from two seconds after it only: a file
 * may change twice within the steps of a file system's clock. */
static char *make_tag(const struct stat *info, const struct buffer *content,
                      const char *next) {
    enum { SETTLED = 2 };
    char hash[TEXT_HASH_SIZE];
    bool settled = time(NULL) - info->st_mtim.tv_sec > SETTLED;
    text_hash(content->data ? content->data : "", content->size, hash);
    return xasprintf("%lld-%lld-%s %s", (long long)info->st_size,
                     settled ? (long long)file_modified(info) : 0LL, hash,
                     next ? next : "");
}

/* True where TAG, of an earlier run, tells that the file INFO need not even be read. */
static bool is_settled(const char *tag, const struct stat *info, const char *next) {
    char *start =
        xasprintf("%lld-%lld-", (long long)info->st_size, (long long)file_modified(info));
    const char *told = tag ? strchr(tag, ' ') : NULL;
    bool same = told && text_starts_with(tag, start) && !strcmp(told + 1, next ? next : "");
    free(start);
    return same;
}

static bool same_content(const char *old, const char *new) {
    const char *a = old ? strrchr(old, '-') : NULL, *b = strrchr(new, '-');
    return a && b && !strcmp(a, b);
}

/* ":3: text" of csv_json() and the like as "line 3: text". */
static char *by_line(const struct error *error) {
    const char *text = error->text;
    return text[0] != ':'   ? xstrdup(text)
           : text[1] == ' ' ? xstrdup(text + 2)
                            : xasprintf("line %s", text + 1);
}

static void shape(struct exchange *exchange, const char *path,
                  const struct buffer *content) {
    struct answer *answer = &exchange->answer;
    const struct form *form = find_form(exchange->request, path);
    const char *text = buffer_text(content);
    bool marked = content->size >= 3 && !memcmp(text, "\xef\xbb\xbf", 3);
    size_t skipped = marked ? 3 : 0;
    struct error error = {0};
    if (!form) {
        fail(exchange, "its ending says not what is in it: .csv, .json, .jsonl and .ndjson "
                       "are read");
    } else if (!text_is_utf8(text, content->size)) {
        fail(exchange, "is not UTF-8 text");
    } else if (form->take(text + skipped, content->size - skipped, &answer->body, &error)) {
        answer->status = 200;
    } else {
        answer->problem = by_line(&error);
        buffer_free(&answer->body);
    }
    error_free(&error);
}

/* Reads PATH, which INFO is about, unless it is as it was. */
static void read_content(struct exchange *exchange, const char *path, int file,
                         const struct stat *info) {
    struct answer *answer = &exchange->answer;
    struct buffer content = {0};
    struct error error = {0};
    if (is_settled(exchange->etag, info, answer->next)) {
        answer->etag = xstrdup(exchange->etag);
        answer->status = NOT_MODIFIED;
        return;
    }
    if (!file_read_open(file, "", MOST_BYTES, &content, &error)) {
        answer->problem = by_line(&error);
    } else {
        answer->etag = make_tag(info, &content, answer->next);
        if (same_content(exchange->etag, answer->etag))
            answer->status = NOT_MODIFIED;
        else
            shape(exchange, path, &content);
    }
    error_free(&error);
    buffer_free(&content);
}

static void read_path(struct exchange *exchange, const char *path) {
    struct stat info;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0 || fstat(file, &info))
        fail(exchange, strerror(errno));
    else if (!S_ISREG(info.st_mode))
        fail(exchange, "is neither a file nor a folder of files");
    else
        read_content(exchange, path, file, &info);
    if (file >= 0)
        close(file);
}

/* A folder's files are pages: this one, and the name of the next. */
static void read_folder(struct exchange *exchange, const char *folder) {
    const char *pages = declaration_field(exchange->request->declaration, "pages", "none");
    if (strcmp(pages, "link") != 0) {
        fail(exchange, "is a folder, and this source reads single files");
        return;
    }
    char *first = exchange->page ? NULL : next_name(exchange, folder, NULL);
    const char *name = exchange->page ? exchange->page : first;
    if (name && !strchr(name, '/')) {
        char *path = path_join(folder, name);
        exchange->answer.next = next_name(exchange, folder, name);
        read_path(exchange, path);
        free(path);
    } else {
        fail(exchange,
             "the folder has no file that ends in .csv, .json, .jsonl or .ndjson");
    }
    free(first);
}

static void file_start(struct exchange *exchange) {
    const struct session *session = exchange->session;
    const char *asked = request_text(exchange->request, "path");
    char *path = asked ? path_join(session->site->folder, asked) : NULL;
    exchange->answer.tries = 1;
    if (!asked || !is_named(session, asked))
        fail(exchange, "the ask gives no 'path' that a setting of the source names");
    else if (path_is_folder(path))
        read_folder(exchange, path);
    else
        read_path(exchange, path);
    free(path);
    wire_done(exchange);
}

const struct transport file_transport = {
    .name = "file", .start = file_start, .target = file_target};
