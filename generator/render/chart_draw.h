/*
 * What pictures of charts are drawn with: rectangles, text, lines, axes, legends, as SVG.
 *
 * Holds: lengths are written to a tenth, so that the same data gives the same bytes; all
 * text goes through chart_text() or chart_number().
 */
#ifndef RENDER_CHART_DRAW_H
#define RENDER_CHART_DRAW_H

#include "render/chart_data.h"

/* A part of a picture, and the values at its lower and its upper edge. */
struct area {
    double left, top, width, height, low, high;
};

/* Of a picture, and of what is left of a scale for its numbers. */
enum { PICTURE_WIDTH = 480, PICTURE_GUTTER = 62 };

/* Where VALUE stands in AREA, from the picture's top. */
double area_place(const struct area *area, double value);

void draw_rectangle(const char *classes, double x, double y, double width, double height,
                    struct buffer *out);

/* The start, the middle or the end (ANCHOR) of a text stands at X; an empty one is
 * not there. */
void draw_text_begin(double x, double y, const char *anchor, struct buffer *out);
void draw_text(double x, double y, const char *anchor, const char *text, size_t limit,
               struct buffer *out);
void draw_number(double x, double y, const char *anchor, double value, struct buffer *out);

/* A line for each series, broken where a value is unknown; of many values the lowest and
 * the highest of each few. */
void draw_lines(const struct chart *chart, const struct area *area, struct buffer *out);

/* The lowest and the highest value, and zero where it is well between them. */
void draw_axis(const struct area *area, struct buffer *out);

/* The names of the series, where they have any, and how high that is. */
bool chart_has_legend(const struct chart *chart);
double legend_height(const struct chart *chart);
void draw_legend(const struct chart *chart, struct buffer *out);

#endif
