#include "render/news.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A message is a letter, which may be followed by numbers, and texts that end in NUL. */

static void add_part(struct buffer *message, const char *text) {
    buffer_add(message, text, strlen(text) + 1);
}

static void send_message(struct crew *crew, struct buffer *message) {
    crew_tell(crew, message->data, message->size);
    buffer_free(message);
}

void news_of_file(struct crew *crew, const struct publication_file *file) {
    struct buffer message = {0};
    buffer_printf(&message, "f%d %d %lld %lld", file->outward, file->staged,
                  (long long)file->bytes, (long long)file->modified);
    add_part(&message, "");
    add_part(&message, file->path);
    add_part(&message, file->context);
    add_part(&message, file->origin);
    send_message(crew, &message);
}

void news_of_document(struct crew *crew, const struct document_news *news) {
    struct buffer message = {0};
    add_part(&message, news->html ? "d" : "t");
    add_part(&message, news->hash);
    if (news->html) {
        add_part(&message, news->html);
        add_part(&message, news->md);
        add_part(&message, news->reason ? news->reason : "");
    }
    send_message(crew, &message);
}

void news_of_read(struct crew *crew, const char *name) {
    struct buffer message = {0};
    add_part(&message, "r");
    add_part(&message, name);
    send_message(crew, &message);
}

void news_of_clock(struct crew *crew) {
    struct buffer message = {0};
    add_part(&message, "c");
    send_message(crew, &message);
}

void news_of_desk(struct crew *crew, const struct desk *desk) {
    struct buffer message = {0};
    add_part(&message, "k");
    add_part(&message, desk->digest);
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        add_part(&message, buffer_text(&desk->texts[f]));
    for (size_t i = 0; i < desk->issues.count; i++) {
        const struct desk_issue *issue = &desk->issues.items[i];
        add_part(&message, issue->source);
        add_part(&message, issue->repo);
        buffer_printf(&message, "%lld", (long long)issue->number);
        add_part(&message, "");
    }
    add_part(&message, "");
    send_message(crew, &message);
}

static const char *next_part(const char **at) {
    const char *part = *at;
    *at += strlen(part) + 1;
    return part;
}

static void hear_file(const struct news_listener *listener, const struct plan *plan,
                      size_t job, const char *numbers, const char *at) {
    const struct plan_job *done = &plan->jobs.items[job];
    struct publication_file file = {.job = done->rank,
                                    .page = plan->pages.items[done->page].name,
                                    .source = done->source ? done->source : "",
                                    .repo = done->repo ? done->repo : ""};
    char *end;
    file.outward = strtol(numbers, &end, 10);
    file.staged = strtol(end, &end, 10);
    file.bytes = strtoll(end, &end, 10);
    file.modified = strtoll(end, &end, 10);
    file.path = next_part(&at);
    file.context = next_part(&at);
    file.origin = next_part(&at);
    listener->file(listener->owner, &file);
}

static void hear_desk(const struct news_listener *listener, const char *at) {
    struct desk desk = {0};
    snprintf(desk.digest, sizeof desk.digest, "%s", next_part(&at));
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        buffer_add_text(&desk.texts[f], next_part(&at));
    while (*at) {
        struct desk_issue *issue = LIST_ADD(&desk.issues);
        issue->source = xstrdup(next_part(&at));
        issue->repo = xstrdup(next_part(&at));
        issue->number = strtoll(next_part(&at), NULL, 10);
    }
    listener->desk(listener->owner, &desk);
}

void news_hear(const struct news_listener *listener, const struct plan *plan, size_t job,
               const char *message) {
    struct document_news news = {0};
    const char *at = message;
    const char *kind = next_part(&at);
    if (*kind == 'f') {
        hear_file(listener, plan, job, kind + 1, at);
    } else if (*kind == 'r') {
        listener->read(listener->owner, plan->jobs.items[job].page, at);
    } else if (*kind == 'c') {
        listener->clock(listener->owner, plan->jobs.items[job].page);
    } else if (*kind == 'k') {
        hear_desk(listener, at);
    } else {
        news.hash = next_part(&at);
        if (*kind == 'd') {
            news.html = next_part(&at);
            news.md = next_part(&at);
            news.reason = *at ? at : NULL;
        }
        listener->document(listener->owner, &news);
    }
}
