/*
 * Mentions: references like #12 and owner/repo#12 in a text, which become links.
 *
 * In:  text; later the markup made of it, as HTML or Markdown.
 * Out: the text with each reference between two marks; the markup with each of these as a
 *      link, or as text.
 * Holds: rendered documents are kept for all editions and repositories, but what a
 * reference leads to differs between them. So it is marked before, and resolved when a page
 * prints it. The marks are the control characters U+0096 and U+0097 (START and END OF
 * GUARDED AREA), which escape_visible leaves in no text from outside, and which neither
 * HTML nor cmark's Markdown escapes. Whatever stands between two marks, markup or not, is
 * printed as a link made here or as escaped text; a mark without its other one is dropped.
 */
#ifndef RENDER_MENTION_H
#define RENDER_MENTION_H

#include "base/base.h"
#include "render/escape.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where the issue or pull request NUMBER leads. REPO is "owner/repo" as it was written, or
 * NULL for the document's own repository. A relative address, or one with https; borrowed
 * until the next call. NULL where it leads nowhere: it is text then. */
typedef const char *mention_resolver(void *context, const char *repo, int64_t number);

/* Appends SIZE bytes at TEXT, which escape_visible has made, with marks around each
 * reference, as GitHub sees them
 * (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls):
 * a number of at most nine digits, in front of it perhaps an owner and a repository in
 * GitHub's characters, and no letter, digit or one of _ . - / # & @ ! touching all this
 * from the left, no letter, digit or _ from the right. */
void mention_mark(const char *text, size_t size, struct buffer *out);

/* Appends MARKUP, which is of FORMAT, with its references resolved. A link shows the
 * reference as it was written; in HTML it has the class "mention". An address that is
 * neither relative nor https is as good as none; only the first 1000 references are asked
 * for. */
void mention_print(const struct buffer *markup, enum format format,
                   mention_resolver *resolve, void *context, struct buffer *out);

/* Whether mention_print would change anything. */
bool mention_is_in(const struct buffer *markup);

/* Whether a reference names a repository, so that the links depend on more than the
 * document's own. */
bool mention_names_repo(const struct buffer *markup);

#endif
