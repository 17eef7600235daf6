#include "command/command.h"

#include "render/render.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* There is no repository here whose issues a reference could mean. */
static const char *resolve_nothing(void *context, const char *repo, int64_t number) {
    (void)context, (void)repo, (void)number;
    return NULL;
}

static json_t *result_json(const struct markdown_result *result) {
    struct buffer html = {0}, md = {0};
    mention_print(&result->html, FORMAT_HTML, resolve_nothing, NULL, &html);
    mention_print(&result->md, FORMAT_MD, resolve_nothing, NULL, &md);
    json_t *json = json_pack("{s:s#, s:s#, s:b, s:s?}", "html", buffer_text(&html),
                             (int)html.size, "md", buffer_text(&md), (int)md.size, "plain",
                             result->plain, "reason", result->reason);
    buffer_free(&html);
    buffer_free(&md);
    return json;
}

static void print_results(struct markdown_result *results, size_t count) {
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_array_append_new(array, result_json(&results[i]));
        buffer_free(&results[i].html);
        buffer_free(&results[i].md);
    }
    char *text = json_dumps(count == 1 ? json_array_get(array, 0) : array, JSON_COMPACT);
    puts(text);
    free(text);
    json_decref(array);
}

/* Renders the documents of standard input, which NUL separates, as a page would show them.
 */
enum status command_markdown(const struct options *options) {
    struct error error = {0};
    struct buffer input = {0};
    struct markdown *markdown = markdown_start(1, &error);
    bool ok = markdown &&
              file_read_open(STDIN_FILENO, "standard input", 256 << 20, &input, &error);
    if (ok) {
        size_t count = 1;
        for (size_t i = 0; i < input.size; i++)
            count += !input.data[i];
        struct markdown_document *documents = xcalloc(count, sizeof *documents);
        struct markdown_result *results = xcalloc(count, sizeof *results);
        const char *at = buffer_text(&input), *end = at + input.size;
        for (size_t i = 0; i < count; i++) {
            const char *stop = memchr(at, 0, (size_t)(end - at));
            stop = stop ? stop : end;
            documents[i] = (struct markdown_document){
                at, (size_t)(stop - at),
                options->trusted ? MARKDOWN_TRUSTED : MARKDOWN_UNTRUSTED};
            at = stop + 1;
        }
        ok = markdown_batch(markdown, 0, documents, count, results, &error);
        print_results(results, count);
        free(documents);
        free(results);
    }
    buffer_free(&input);
    markdown_stop(markdown);
    return ok ? STATUS_DONE : command_failed(&error);
}
