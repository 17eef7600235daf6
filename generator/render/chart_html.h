/*
 * Charts in HTML: a picture as inline SVG that says in words what it shows, and a table.
 */
#ifndef RENDER_CHART_HTML_H
#define RENDER_CHART_HTML_H

#include "render/chart_data.h"

/* The whole of a chart that is not empty. */
void chart_html(const struct chart *chart, struct buffer *out);

/* Its parts: the <svg>, and the <details> with the table. */
void chart_svg(const struct chart *chart, struct buffer *out);
void chart_table(const struct chart *chart, struct buffer *out);

#endif
