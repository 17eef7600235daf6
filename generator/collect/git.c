/*
 * The git transport: runs git on a local repository. Never a shell, never the network,
 * and nothing of the user's or the system's configuration; a repository's own one may not
 * start programs.
 */
#include "collect/wire.h"

#include "base/base.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_OUTPUT = 512 << 20, MOST_SECONDS = 300 };

static const char *const fixed_arguments[] = {
    "git", "--no-pager",
    "-c",  "safe.directory=*", /* a checkout may belong to another user */
    "-c",  "core.fsmonitor=false",
    "-c",  "core.hooksPath=/dev/null",
    "-c",  "log.showSignature=false", /* would start gpg */
    "-c",  "core.quotePath=false",
    "-c",  "i18n.logOutputEncoding=UTF-8",
};

static char *git_target(const struct session *session, const struct request *request,
                        const char *page) {
    (void)session, (void)page;
    const char *key = request_text(request, "repo");
    const char *arguments = request_text(request, "args");
    key = key ? key : request_text(request, "key");
    return xasprintf("git %s %s", key ? key : "", arguments ? arguments : "");
}

/* One JSON string; bytes that are not UTF-8 become U+FFFD. */
static void add_string(struct buffer *json, const char *text, size_t size) {
    json_t *string = json_stringn(text, size);
    if (!string) {
        char *clean = text_mend(text, size);
        string = json_string(clean);
        free(clean);
    }
    char *dump = json_dumps(string, JSON_ENCODE_ANY);
    buffer_add_text(json, dump);
    free(dump);
    json_decref(string);
}

/* Fields that U+001F separates, as an array. */
static void add_fields(struct buffer *json, const char *text, size_t size) {
    buffer_add_char(json, '[');
    for (const char *end = text + size, *field = text; field <= end;) {
        const char *stop = memchr(field, '\x1f', (size_t)(end - field));
        stop = stop ? stop : end;
        add_string(json, field, (size_t)(stop - field));
        if (stop < end)
            buffer_add_char(json, ',');
        field = stop + 1;
    }
    buffer_add_char(json, ']');
}

/* An address without what opens it: https://USER:PASSWORD@host/path. */
static void add_address(struct buffer *json, const char *text, size_t size) {
    char *address = xstrndup(text, size), *host = strstr(address, "://");
    host = host ? host + 3 : address;
    char *end = host + strcspn(host, "/?#");
    char *user = memrchr(host, '@', (size_t)(end - host));
    struct buffer plain = {0};
    buffer_add(&plain, address, (size_t)(host - address));
    buffer_add_text(&plain, user ? user + 1 : host);
    add_string(json, buffer_text(&plain), plain.size);
    buffer_free(&plain);
    free(address);
}

static const struct {
    const char *name;
    char separator;
    void (*add)(struct buffer *, const char *, size_t);
} outputs[] = {
    {"lines", '\n', add_string},         {"addresses", '\n', add_address},
    {"line-fields", '\n', add_fields},   {"records", '\0', add_string},
    {"record-fields", '\0', add_fields},
};

/* What "cat-file --batch" prints: "ID TYPE SIZE", then SIZE bytes, each with the end of a
 * line, or "ID missing". An array of the contents, null for what is missing.
 * https://git-scm.com/docs/git-cat-file#_batch_output */
static void add_objects(struct buffer *json, const char *at, const char *end) {
    for (buffer_add_char(json, '['); at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        const char *size_text = stop ? memrchr(at, ' ', (size_t)(stop - at)) : NULL;
        char *number =
            size_text ? xstrndup(size_text + 1, (size_t)(stop - size_text - 1)) : NULL;
        int64_t size = number ? text_number(number) : -1;
        free(number);
        buffer_add_text(json, json->size > 1 ? "," : "");
        at = stop ? stop + 1 : end;
        if (size >= 0 && size <= end - at) {
            add_string(json, at, (size_t)size);
            at += size + (at + size < end);
        } else {
            buffer_add_text(json, "null");
        }
    }
    buffer_add_char(json, ']');
}

/* A JSON array of what KIND says is one item; all of it as it is for "text". */
static void shape(const char *kind, const struct buffer *output, struct buffer *body) {
    size_t row = 0;
    if (!strcmp(kind, "objects")) {
        const char *text = buffer_text(output);
        add_objects(body, text, text + output->size);
        return;
    }
    while (row < COUNT_OF(outputs) && strcmp(outputs[row].name, kind))
        row++;
    if (row == COUNT_OF(outputs)) {
        buffer_add(body, output->data, output->size);
        return;
    }
    const char *end = buffer_text(output) + output->size;
    buffer_add_char(body, '[');
    for (const char *at = buffer_text(output); at < end;) {
        const char *stop = memchr(at, outputs[row].separator, (size_t)(end - at));
        stop = stop ? stop : end;
        buffer_add_text(body, body->size > 1 ? "," : "");
        outputs[row].add(body, at, (size_t)(stop - at));
        at = stop + 1;
    }
    buffer_add_char(body, ']');
}

/* git's first line of complaint, without the place on this machine. */
static char *first_line(struct buffer *complaint, const char *folder) {
    struct buffer line = {0};
    const char *text = buffer_text(complaint);
    size_t length = strcspn(text, "\n");
    char *cut = xstrndup(text, length);
    for (const char *at = cut; *at;) {
        if (*folder && text_starts_with(at, folder)) {
            buffer_add_text(&line, "the folder");
            at += strlen(folder);
        } else {
            buffer_add_char(&line, *at++);
        }
    }
    free(cut);
    return buffer_take(&line);
}

static void run_git(const char *folder, json_t *arguments, const char *input,
                    struct answer *answer, struct buffer *output) {
    struct buffer complaint = {0};
    struct error error = {0};
    size_t fixed = COUNT_OF(fixed_arguments), own = json_array_size(arguments);
    const char **all = xcalloc(fixed + 2 + own + 1, sizeof *all);
    memcpy(all, fixed_arguments, sizeof fixed_arguments);
    all[fixed] = "-C";
    all[fixed + 1] = folder;
    for (size_t i = 0; i < own; i++)
        all[fixed + 2 + i] = json_string_value(json_array_get(arguments, i));
    char *path = xasprintf("PATH=%s", getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin");
    char *real = realpath(folder, NULL); /* the folder may be a link into a repository */
    const char *place = real ? real : folder;
    char *ceiling = xasprintf("GIT_CEILING_DIRECTORIES=%.*s",
                              (int)(strrchr(place, '/') - place), place);
    const char *environment[] = {path,
                                 ceiling,
                                 "LC_ALL=C",
                                 "HOME=/nonexistent",
                                 "GIT_CONFIG_NOSYSTEM=1",
                                 "GIT_CONFIG_GLOBAL=/dev/null",
                                 "GIT_OPTIONAL_LOCKS=0",
                                 "GIT_TERMINAL_PROMPT=0",
                                 "GIT_NO_LAZY_FETCH=1", /* of a partial clone's gaps, */
                                 "GIT_ALLOW_PROTOCOL=", /* by whatever git: no way to */
                                 NULL};
    struct process process = {.arguments = all,
                              .environment = environment,
                              .limit = MOST_OUTPUT,
                              .seconds = MOST_SECONDS,
                              .input = input,
                              .input_size = input ? strlen(input) : 0};
    int status = 0;
    if (!process_run(&process, output, &complaint, &status, &error))
        answer->problem = xstrdup(error.text);
    else if (status > 1 ||
             (status && complaint.size)) /* 1 and no word: nothing was found */
        answer->problem = first_line(&complaint, folder);
    answer->status = answer->problem ? 0 : 200;
    error_free(&error);
    buffer_free(&complaint);
    free(path);
    free(ceiling);
    free(real);
    free(all);
}

static void ask_git(const struct request *request, struct answer *answer) {
    const char *folder = request_text(request, "folder");
    const char *text = request_text(request, "args");
    const char *kind = declaration_field(request->declaration, "output", "text");
    json_t *arguments = text ? json_loads(text, 0, NULL) : NULL;
    struct buffer output = {0};
    bool sound = json_is_array(arguments) && folder && *folder == '/';
    for (size_t i = 0; i < json_array_size(arguments); i++)
        sound = sound && json_is_string(json_array_get(arguments, i));
    if (!sound)
        answer->problem = xstrdup("the ask gives no 'folder', or no 'args' that are a JSON "
                                  "array of texts");
    else
        run_git(folder, arguments, request_text(request, "input"), answer, &output);
    if (answer->status == 200)
        shape(kind, &output, &answer->body);
    buffer_free(&output);
    json_decref(arguments);
}

static void git_start(struct exchange *exchange) {
    ask_git(exchange->request, &exchange->answer);
    exchange->answer.tries = 1;
    wire_done(exchange);
}

const struct transport git_transport = {
    .name = "git", .start = git_start, .target = git_target};
