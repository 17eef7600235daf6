/*
 * The renderer's functions that no command reaches alone, for the tests:
 *
 *     print isolated FORMAT           standard input through escape_visible,
 * escape_isolated print visible                   through escape_visible print render
 * FORMAT             Markdown through markdown_render, with its marks print trusted FORMAT
 * the same as the owner's own print plain FORMAT              through markdown_plain print
 * mark                      through mention_mark print mentions FORMAT [URL]     through
 * mention_print; everything leads to URL, where there is none to the places in resolve()
 * below print about                     what mention_is_in and mention_names_repo say
 *
 * FORMAT is html, md or any other that escape.h names.
 */
#include "base/base.h"
#include "render/escape.h"
#include "render/markdown.h"
#include "render/mention.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct task {
    enum format format;
    const char *url;
    struct buffer in, out;
};

/* The issues of the document's own repository are on the page, but for 404; meadowlark is a
 * part of the portfolio, nothing is known of nobody. */
static const char *resolve(void *context, const char *repo, int64_t number) {
    static char url[400];
    const struct task *task = context;
    if (task->url)
        return task->url;
    if (number == 404 || (repo && text_starts_with(repo, "nobody/")))
        return NULL;
    if (!repo)
        snprintf(url, sizeof url, "#issue-%" PRId64, number);
    else if (text_starts_with(repo, "meadowlark/"))
        snprintf(url, sizeof url, "../%s.html#issue-%" PRId64, repo, number);
    else
        snprintf(url, sizeof url, "https://forge.example/%s/issues/%" PRId64, repo, number);
    return url;
}

static void visible(struct task *task) {
    escape_visible(buffer_text(&task->in), task->in.size, &task->out);
}

static void isolated(struct task *task) {
    struct buffer shown = {0};
    escape_visible(buffer_text(&task->in), task->in.size, &shown);
    escape_isolated(task->format, buffer_text(&shown), shown.size, &task->out);
    buffer_free(&shown);
}

static void keep_one(struct task *task, struct buffer *html, struct buffer *md) {
    struct buffer *kept = task->format == FORMAT_HTML ? html : md;
    buffer_add(&task->out, buffer_text(kept), kept->size);
    buffer_free(html);
    buffer_free(md);
}

static void render_as(struct task *task, enum markdown_trust trust) {
    struct buffer html = {0}, md = {0};
    markdown_render(buffer_text(&task->in), task->in.size, trust, &html, &md);
    keep_one(task, &html, &md);
}

static void render(struct task *task) {
    render_as(task, MARKDOWN_UNTRUSTED);
}

static void trusted(struct task *task) {
    render_as(task, MARKDOWN_TRUSTED);
}

static void plain(struct task *task) {
    struct buffer html = {0}, md = {0};
    markdown_plain(buffer_text(&task->in), task->in.size, &html, &md);
    keep_one(task, &html, &md);
}

static void mark(struct task *task) {
    mention_mark(buffer_text(&task->in), task->in.size, &task->out);
}

static void mentions(struct task *task) {
    mention_print(&task->in, task->format, resolve, task, &task->out);
}

static void about(struct task *task) {
    buffer_printf(&task->out, "%s, %s", mention_is_in(&task->in) ? "marks" : "no marks",
                  mention_names_repo(&task->in) ? "a repository" : "no repository");
}

int main(int count, char **words) {
    static const struct {
        const char *name;
        void (*run)(struct task *task);
    } tasks[] = {{"visible", visible},   {"isolated", isolated}, {"render", render},
                 {"trusted", trusted},   {"plain", plain},       {"mark", mark},
                 {"mentions", mentions}, {"about", about}};
    struct task task = {.url = count > 3 ? words[3] : NULL};
    struct error error = {0};
    if (count < 2 || (count > 2 && !format_from_name(words[2], &task.format)) ||
        !file_read_open(STDIN_FILENO, "standard input", 1 << 24, &task.in, &error))
        return 2;
    for (size_t i = 0; i < COUNT_OF(tasks); i++)
        if (!strcmp(words[1], tasks[i].name))
            tasks[i].run(&task);
    fwrite(buffer_text(&task.out), 1, task.out.size, stdout);
    buffer_free(&task.in);
    buffer_free(&task.out);
    return 0;
}
