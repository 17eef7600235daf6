#include "render/chart_draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_POINTS = 240, LEGEND_ROW = 18 };

/* To a tenth, without a sign before nothing: the same bytes everywhere. */
static void add_length(double length, struct buffer *out) {
    long tenths = lround(length * 10);
    if (tenths < 0)
        buffer_add_char(out, '-');
    tenths = labs(tenths);
    buffer_printf(out, "%ld", tenths / 10);
    if (tenths % 10)
        buffer_printf(out, ".%ld", tenths % 10);
}

static void add_attribute(const char *name, double length, struct buffer *out) {
    buffer_printf(out, " %s=\"", name);
    add_length(length, out);
    buffer_add_char(out, '"');
}

void draw_rectangle(const char *classes, double x, double y, double width, double height,
                    struct buffer *out) {
    buffer_printf(out, "<rect class=\"%s\"", classes);
    add_attribute("x", x, out);
    add_attribute("y", y, out);
    add_attribute("width", width, out);
    add_attribute("height", height, out);
    buffer_add_text(out, "/>\n");
}

void draw_text_begin(double x, double y, const char *anchor, struct buffer *out) {
    buffer_add_text(out, "<text");
    add_attribute("x", x, out);
    add_attribute("y", y, out);
    if (strcmp(anchor, "start"))
        buffer_printf(out, " text-anchor=\"%s\"", anchor);
    buffer_add_char(out, '>');
}

void draw_text(double x, double y, const char *anchor, const char *text, size_t limit,
               struct buffer *out) {
    if (!*text)
        return;
    draw_text_begin(x, y, anchor, out);
    chart_text(text, limit, FORMAT_XML, out);
    buffer_add_text(out, "</text>\n");
}

void draw_number(double x, double y, const char *anchor, double value, struct buffer *out) {
    draw_text_begin(x, y, anchor, out);
    chart_number_short(value, out);
    buffer_add_text(out, "</text>\n");
}

double area_place(const struct area *area, double value) {
    return area->top + area->height * (1 - chart_share(value, area->low, area->high));
}

/* lines */

static double place_of(const struct area *area, size_t i, size_t length) {
    return area->left +
           (length > 1 ? area->width * (double)i / (double)(length - 1) : area->width / 2);
}

/* The lowest and the highest value of SIZE from FROM on; false where none is known. */
static bool extremes(const struct chart_series *series, size_t from, size_t size,
                     size_t *low, size_t *high) {
    bool found = false;
    for (size_t i = from; i < from + size && i < series->count; i++) {
        if (!isfinite(series->values[i]))
            continue;
        if (!found || series->values[i] < series->values[*low])
            *low = i;
        if (!found || series->values[i] > series->values[*high])
            *high = i;
        found = true;
    }
    return found;
}

static void add_point(const struct area *area, size_t i, size_t length, double value,
                      size_t run, struct buffer *out) {
    buffer_add_char(out, run ? 'L' : 'M');
    add_length(place_of(area, i, length), out);
    buffer_add_char(out, ' ');
    add_length(area_place(area, value), out);
}

/* Where a value is unknown the line is broken; a point alone is a short line. */
static void add_line(const struct chart_series *series, size_t length,
                     const struct area *area, struct buffer *out) {
    size_t step =
        length > LINE_POINTS ? (length + LINE_POINTS / 2 - 1) / (LINE_POINTS / 2) : 1;
    size_t run = 0;
    for (size_t from = 0; from < length; from += step) {
        size_t low = 0, high = 0;
        if (extremes(series, from, step, &low, &high)) {
            size_t first = low < high ? low : high, second = low < high ? high : low;
            add_point(area, first, length, series->values[first], run++, out);
            if (first != second)
                add_point(area, second, length, series->values[second], run++, out);
            continue;
        }
        if (run == 1)
            buffer_add_text(out, "m-2 0h4");
        run = 0;
    }
    if (run == 1)
        buffer_add_text(out, "m-2 0h4");
}

void draw_lines(const struct chart *chart, const struct area *area, struct buffer *out) {
    for (size_t s = 0; s < chart->series.count; s++) {
        buffer_printf(
            out, "<path class=\"line s%zu\" fill=\"none\" stroke=\"currentColor\" d=\"", s);
        add_line(&chart->series.items[s], chart->length, area, out);
        buffer_add_text(out, "\"/>\n");
    }
}

/* axes and legends */

static void add_rule(const struct area *area, double value, struct buffer *out) {
    buffer_add_text(out, "<path class=\"rule\" d=\"M");
    add_length(area->left, out);
    buffer_add_char(out, ' ');
    add_length(area_place(area, value), out);
    buffer_add_char(out, 'h');
    add_length(area->width, out);
    buffer_add_text(out, "\"/>\n");
    draw_number(area->left - 4, area_place(area, value) + 4, "end", value, out);
}

void draw_axis(const struct area *area, struct buffer *out) {
    add_rule(area, area->low, out);
    if (area->high > area->low)
        add_rule(area, area->high, out);
    if (area->low < 0 && area->high > 0 && chart_share(0, area->low, area->high) > 0.1 &&
        chart_share(0, area->low, area->high) < 0.9)
        add_rule(area, 0, out);
}

bool chart_has_legend(const struct chart *chart) {
    return chart->series.count > 1 || (chart->series.count && *chart_name(chart, 0));
}

double legend_height(const struct chart *chart) {
    return chart_has_legend(chart) ? LEGEND_ROW * (double)((chart->series.count + 1) / 2)
                                   : 0;
}

void draw_legend(const struct chart *chart, struct buffer *out) {
    for (size_t s = 0; chart_has_legend(chart) && s < chart->series.count; s++) {
        double x = s % 2 ? PICTURE_WIDTH / 2 : 0, y = LEGEND_ROW * (double)(s / 2);
        const char *name = chart_name(chart, s);
        if (chart->kind == CHART_LINE) {
            buffer_printf(out, "<path class=\"line s%zu\" stroke=\"currentColor\" d=\"M",
                          s);
            add_length(x, out);
            buffer_add_char(out, ' ');
            add_length(y + 8, out);
            buffer_add_text(out, "h22\"/>\n");
        } else {
            char classes[] = "area s0";
            classes[strlen(classes) - 1] = (char)('0' + s);
            draw_rectangle(classes, x + 4, y + 2, 12, 12, out);
        }
        draw_text(x + 28, y + 13, "start", *name ? name : "without a name", 26, out);
    }
}
