/*
 * News: what renderers tell of their jobs.
 *
 * In:  a file, a document, what a page's statements read, the desk to be kept.
 * Out: the same, in the process that hired the renderers.
 */
#ifndef RENDER_NEWS_H
#define RENDER_NEWS_H

#include "render/document.h"
#include "render/plan.h"
#include "render/publish.h"

/* In a renderer. */
void news_of_file(struct crew *crew, const struct publication_file *file);
void news_of_document(struct crew *crew, const struct document_news *news);
void news_of_read(struct crew *crew, const char *name); /* "table.column" */
void news_of_clock(struct crew *crew);                  /* a statement asked for the time */
void news_of_desk(struct crew *crew, const struct desk *desk); /* to be kept */

/* Where it is heard; OWNER is given to each function. What is given is borrowed. */
struct news_listener {
    void *owner;
    void (*file)(void *owner, const struct publication_file *file);
    void (*document)(void *owner, const struct document_news *news);
    void (*read)(void *owner, size_t page, const char *name);
    void (*clock)(void *owner, size_t page);
    void (*desk)(void *owner, struct desk *desk); /* which is given away */
};

/* Takes a message about a job of PLAN apart. */
void news_hear(const struct news_listener *listener, const struct plan *plan, size_t job,
               const char *message);

#endif
