/*
 * The processes that Markdown is rendered in, so that a hostile text costs at most its own
 * formatting.
 *
 * In:  batches of texts from anybody.
 * Out: for each text HTML and Markdown, as markdown.h promises.
 * Holds: a helper, forked before the program has anything to lose, forks children with
 * limited memory, files and time, and kills those that go over. A text that they cannot
 * render comes back as plain text with the reason. Helper and children end with the
 * program.
 */
#ifndef RENDER_MARKDOWN_HELPER_H
#define RENDER_MARKDOWN_HELPER_H

#include "base/base.h"
#include "render/markdown.h"

#include <stdbool.h>
#include <stddef.h>

struct markdown;

enum { MARKDOWN_LARGEST = 256 * 1024 }; /* bytes of a text that is rendered */

struct markdown_document {
    const char *text; /* borrowed; may hold anything, NUL too */
    size_t size;      /* bytes */
    enum markdown_trust trust;
};

struct markdown_result {
    struct buffer html, md; /* the caller frees both */
    bool plain;             /* the text could not be rendered and is shown as it is */
    const char *reason;     /* why, for a person; static; NULL where not plain */
};

/* Forks a helper for each of the LANES, so that as many processes can use one each. Call it
 * first: before curl, SQLite or a thread exists, from the thread that lives longest. NULL
 * with ERROR set where the system refuses. */
struct markdown *markdown_start(size_t lanes, struct error *error);

size_t markdown_lanes(const struct markdown *markdown);

/* Renders COUNT documents, in a lane that nobody else uses meanwhile, into COUNT results,
 * whose former content is not looked at. Every result is filled, whatever happens. False
 * with ERROR set where the helper has ended: then the plain results from there on say
 * nothing about their texts and should not be kept. */
bool markdown_batch(struct markdown *markdown, size_t lane,
                    const struct markdown_document *documents, size_t count,
                    struct markdown_result *results, struct error *error);

/* Ends the helpers, waits for them and frees MARKDOWN, which may be NULL. */
void markdown_stop(struct markdown *markdown);

#endif
