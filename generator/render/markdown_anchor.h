/*
 * Anchors: the headings of the owner's own documents can be linked to, as on GitHub.
 *
 * In:  a document's tree and the HTML that cmark made of it.
 * Out: the HTML with an id in every heading.
 * Holds: an id is the heading's text in lower case, without punctuation but - and _, with -
 * for each space; of several equal ones the later get -1, -2 and so on
 * (https://github.com/gjtorikian/html-pipeline, toc_filter.rb). Text from others gets none:
 * a page may show many of their documents.
 */
#ifndef RENDER_MARKDOWN_ANCHOR_H
#define RENDER_MARKDOWN_ANCHOR_H

#include "base/base.h"

#include <cmark-gfm.h>

/* Appends HTML, made from TREE without raw HTML, to OUT. */
void markdown_anchors(cmark_node *tree, const char *html, struct buffer *out);

#endif
