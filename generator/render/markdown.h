/*
 * Markdown from anybody to markup that can be shown to everybody.
 *
 * In:  a text in GitHub-flavoured Markdown (github.github.com/gfm; without footnotes), and
 *      whether the owner wrote it.
 * Out: an HTML fragment, and the same content as Markdown for a page's Markdown twin.
 * Holds: neither output carries raw HTML, a link to anything but https, http, mailto or a
 * fragment, an image from another host, or a character that cannot be seen. What the writer
 * meant as such stays readable as code, as text, or as "⟨U+202E⟩". Of the owner's own text
 * raw HTML may be kept. An exception, too, are the marks around references like #12, which
 * mention.h takes away again: what they link to is not known here.
 *
 * cmark-gfm aborts where memory ends and is slow on hostile texts, so markdown_render is
 * only called by the limited child in markdown_helper.
 */
#ifndef RENDER_MARKDOWN_H
#define RENDER_MARKDOWN_H

#include "base/base.h"

#include <stddef.h>

/* Flags; the last two go with MARKDOWN_TRUSTED. Untrusted headings begin at level 3, and
 * links carry rel="nofollow noopener". */
enum markdown_trust {
    MARKDOWN_UNTRUSTED = 0,
    MARKDOWN_TRUSTED = 1,   /* headings as written; relative links and images are kept */
    MARKDOWN_WITH_HTML = 2, /* raw HTML is kept, where its tags end */
    MARKDOWN_WITH_PLACEHOLDERS = 4 /* they are told where they stand (placeholder.h) */
};

/* Appends SIZE bytes of Markdown at TEXT to HTML as HTML and to MD as Markdown. Bytes that
 * are not UTF-8 become U+FFFD. */
void markdown_render(const char *text, size_t size, enum markdown_trust trust,
                     struct buffer *html, struct buffer *md);

/* Appends SIZE bytes at TEXT just as they are: to HTML as <pre class="plain">, to MD as a
 * fenced code block. Hidden characters and broken UTF-8 are shown as above. */
void markdown_plain(const char *text, size_t size, struct buffer *html, struct buffer *md);

#endif
