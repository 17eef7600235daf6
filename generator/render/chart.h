/*
 * Charts: what a query's JSON looks like as a picture, as a table beside it and as text.
 *
 * In:  a column's value, JSON made by SQL (json_group_array, json_group_object):
 *
 *      sparkline     [1, 2, null, 3]
 *      line, stacked {"series": [{"name": "...", "values": [1, null, 3]}, ...],
 *                     "labels": ["...", ...]}     name and labels may be missing
 *      bar,          [["label", number], ...]
 *      distribution
 *      calendar      [["2026-11-21", number], ...]  in any order
 *      gauge         {"value": n, "maximum": n, "label": "..."} or [value, maximum]
 *
 * Out: HTML:     inline <svg role="img">; beside all but sparkline and gauge a table in
 *                <details>: these are blocks, not for within a paragraph
 *      Markdown: sparkline and gauge in the line; the others a fenced block, for which the
 *                template's line holds nothing else
 *      JSON:     the data itself, a whole value rather than a string's inside
 *      CSV, txt, XML: "label 12; label 13"
 * Holds: null is "unknown", never zero. Colours are only CSS classes and currentColor, so a
 * page may forbid styles. Labels are untrusted: they are escaped, and cut where they are
 * long; in Markdown and plain text, isolated like a text (escape_isolated). Numbers are
 * doubles. But for JSON the output is bounded; what is left out is
 * counted and said.
 */
#ifndef RENDER_CHART_H
#define RENDER_CHART_H

#include "render/escape.h"

enum chart_kind {
    CHART_SPARKLINE,
    CHART_LINE,
    CHART_BAR,
    CHART_STACKED,
    CHART_CALENDAR,
    CHART_DISTRIBUTION,
    CHART_GAUGE,
    CHART_KIND_COUNT
};

struct chart;

/* JSON as KIND wants it, or NULL where it is anything else; freed with chart_free(). The
 * text stays the caller's and must live as long. */
struct chart *chart_read(enum chart_kind kind, const char *json, size_t size);
void chart_free(struct chart *chart);

/* True where there is no value, not even an unknown one. */
bool chart_is_empty(const struct chart *chart);

/* Whether it is a block in Markdown, rather than something within a line. */
bool chart_is_block(const struct chart *chart);

/* Appends the chart. */
void chart_print(const struct chart *chart, enum format format, struct buffer *out);

#endif
