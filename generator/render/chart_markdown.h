/*
 * Charts in characters: blocks for Markdown, and plain "label 12; label 13".
 */
#ifndef RENDER_CHART_MARKDOWN_H
#define RENDER_CHART_MARKDOWN_H

#include "render/chart_data.h"

/* A chart that is not empty. */
void chart_markdown(const struct chart *chart, struct buffer *out);

/* Not escaped: that comes after it. */
void chart_plain(const struct chart *chart, struct buffer *out);

#endif
