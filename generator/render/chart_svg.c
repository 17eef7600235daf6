#include "render/chart_draw.h"
#include "render/chart_html.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void draw_sparkline(const struct chart *chart, const struct area *whole,
                           struct buffer *out) {
    struct area area = {2, 2, whole->width - 4, whole->height - 4, whole->low, whole->high};
    draw_lines(chart, &area, out);
}

static void draw_line(const struct chart *chart, const struct area *whole,
                      struct buffer *out) {
    double legend = legend_height(chart);
    struct area area = {
        PICTURE_GUTTER, legend + 10, PICTURE_WIDTH - PICTURE_GUTTER - 4, 120,
        whole->low,     whole->high};
    draw_legend(chart, out);
    draw_axis(&area, out);
    draw_lines(chart, &area, out);
    draw_text(PICTURE_GUTTER, legend + 148, "start", chart_label(chart, 0), 26, out);
    if (chart->length > 1)
        draw_text(PICTURE_WIDTH, legend + 148, "end", chart_label(chart, chart->length - 1),
                  26, out);
}

/* bars and columns */

enum { LABEL_PLACES = 6 };

static void draw_bar(const struct chart *chart, const struct area *whole,
                     struct buffer *out) {
    double left = 150, width = 250, zero = chart_share(0, whole->low, whole->high);
    for (size_t i = 0; i < chart->length; i++) {
        double y = 22 * (double)i, value = chart_value(chart, 0, i);
        double end = chart_share(value, whole->low, whole->high);
        draw_text(0, y + 15, "start", chart_label(chart, i), 17, out);
        if (isfinite(value) && value != 0)
            draw_rectangle(value < 0 ? "area s1" : "area s0",
                           left + width * fmin(zero, end), y + 3,
                           fmax(1, width * fabs(end - zero)), 16, out);
        draw_number(PICTURE_WIDTH, y + 15, "end", value, out);
    }
}

static void add_places(const struct chart *chart, const struct area *area,
                       struct buffer *out) {
    size_t step = (chart->length + LABEL_PLACES - 1) / LABEL_PLACES;
    double each = area->width / (double)chart->length;
    for (size_t i = 0; i < chart->length; i += step)
        draw_text(area->left + each * ((double)i + 0.5), area->top + area->height + 18,
                  "middle", chart_label(chart, i), 10, out);
}

static void add_column(const struct area *area, double from, double to, double x,
                       double width, size_t series, struct buffer *out) {
    char classes[] = "area s0";
    double y = area_place(area, from), other = area_place(area, to);
    classes[strlen(classes) - 1] = (char)('0' + series);
    draw_rectangle(classes, x, fmin(y, other), width, fmax(0.5, fabs(y - other)), out);
}

static void draw_distribution(const struct chart *chart, const struct area *whole,
                              struct buffer *out) {
    struct area area = {PICTURE_GUTTER, 10,         PICTURE_WIDTH - PICTURE_GUTTER, 120,
                        whole->low,     whole->high};
    double each = area.width / (double)chart->length;
    draw_axis(&area, out);
    for (size_t i = 0; i < chart->length; i++) {
        double value = chart_value(chart, 0, i), x = area.left + each * (double)i;
        if (!isfinite(value))
            draw_text(x + each / 2, area_place(&area, 0) - 3, "middle", "?", 1, out);
        else if (value != 0)
            add_column(&area, 0, value, x + 0.5, each - 1, 0, out);
    }
    add_places(chart, &area, out);
}

/* Above zero what is positive, below it what is not; in shares of LARGEST, as a sum of
 * numbers may be too large to be one. */
static void stack(const struct chart *chart, size_t i, double largest, double sums[2],
                  const struct area *area, double x, double width, struct buffer *out) {
    sums[0] = sums[1] = 0;
    for (size_t s = 0; s < chart->series.count; s++) {
        double value = chart_value(chart, s, i) / largest;
        if (!isfinite(value) || value == 0)
            continue;
        double *sum = &sums[value > 0];
        if (area)
            add_column(area, *sum, *sum + value, x, width, s, out);
        *sum += value;
    }
}

static void draw_stacked(const struct chart *chart, const struct area *whole,
                         struct buffer *out) {
    double largest = fmax(fabs(whole->low), fabs(whole->high)), sums[2];
    double legend = legend_height(chart);
    struct area area = {
        PICTURE_GUTTER, legend + 10, PICTURE_WIDTH - PICTURE_GUTTER, 120, 0, 0};
    double each = area.width / (double)chart->length;
    largest = largest > 0 ? largest : 1;
    for (size_t i = 0; i < chart->length; i++) {
        stack(chart, i, largest, sums, NULL, 0, 0, out);
        area.low = fmin(area.low, sums[0]);
        area.high = fmax(area.high, sums[1]);
    }
    draw_legend(chart, out);
    for (size_t i = 0; i < chart->length; i++)
        stack(chart, i, largest, sums, &area, area.left + each * ((double)i + 0.1),
              each * 0.8, out);
    struct area axis = area;
    axis.low *= largest;
    axis.high *= largest;
    if (isfinite(axis.low) && isfinite(axis.high)) /* else no number tells the sum */
        draw_axis(&axis, out);
    add_places(chart, &area, out);
}

/* calendar and gauge */

enum { DAY = 9, LEVEL_UNKNOWN = 5, LEVEL_COUNT };

static int level_of(double value, double high) {
    return isnan(value) ? LEVEL_UNKNOWN : chart_level(value, high);
}

static void add_months(const struct chart *chart, struct buffer *out) {
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    size_t from, to;
    char date[11];
    chart_days(chart, &from, &to);
    for (size_t i = from; i < to; i++) {
        chart_date(chart->monday + (int64_t)i, date);
        if (strcmp(date + 8, "01") == 0)
            draw_text(DAY * (double)(i / 7), 11,
                      i / 7 + 3 > CHART_WEEKS ? "middle" : "start",
                      names[atoi(date + 5) - 1], 3, out);
    }
}

/* One path for each level: a day is a square of it. */
static void draw_calendar(const struct chart *chart, const struct area *whole,
                          struct buffer *out) {
    add_months(chart, out);
    for (int level = 0; level < LEVEL_COUNT; level++) {
        struct buffer path = {0};
        for (size_t i = 0; i < chart->length; i++) {
            double value = chart_value(chart, 0, i);
            if (!isinf(value) && level_of(value, whole->high) == level)
                buffer_printf(&path, "M%zu %zuh8v8h-8z", DAY * (i / 7), 16 + DAY * (i % 7));
        }
        if (path.size)
            buffer_printf(out, "<path class=\"day l%d\" d=\"%s\"/>\n", level,
                          buffer_text(&path));
        buffer_free(&path);
    }
}

static void draw_gauge(const struct chart *chart, const struct area *whole,
                       struct buffer *out) {
    double value = chart_value(chart, 0, 0);
    (void)whole;
    draw_rectangle("track", 0, 4, 100, 12, out);
    if (chart->maximum > 0 && value > 0)
        draw_rectangle("area s0", 0, 4, 100 * fmin(1, value / chart->maximum), 12, out);
    draw_text_begin(106, 15, "start", out);
    chart_number_short(value, out);
    buffer_add_text(out, " of ");
    chart_number_short(chart->maximum, out);
    buffer_add_text(out, "</text>\n");
}

/* in words */

static void add_values(const struct chart *chart, struct buffer *out) {
    for (size_t i = 0; i < chart->length && i < CHART_COLUMNS; i++) {
        buffer_add_text(out, i ? ", " : "");
        chart_number(chart_value(chart, 0, i), FORMAT_HTML, out);
    }
    if (chart->length > CHART_COLUMNS) {
        buffer_add_text(out, " and ");
        chart_number((double)(chart->length - CHART_COLUMNS), FORMAT_HTML, out);
        buffer_add_text(out, " more");
    }
}

static void add_gauge_title(const struct chart *chart, struct buffer *out) {
    chart_text(chart_name(chart, 0), CHART_LABEL, FORMAT_XML, out);
    buffer_add_text(out, *chart_name(chart, 0) ? ": " : "");
    chart_number(chart_value(chart, 0, 0), FORMAT_HTML, out);
    buffer_add_text(out, " of ");
    chart_number(chart->maximum, FORMAT_HTML, out);
}

/* How each kind is drawn. */
static const struct {
    const char *name, *classes;
    double width, height, row; /* of the picture, and of each row that there is besides */
    bool zero;                 /* is on the scale in any case */
    bool unknown;              /* says of each value itself that it is unknown */
    void (*draw)(const struct chart *chart, const struct area *whole, struct buffer *out);
    void (*title)(const struct chart *chart, struct buffer *out); /* NULL: name and range */
} pictures[CHART_KIND_COUNT] = {
    [CHART_SPARKLINE] = {"Sparkline", "sparkline", 100, 20, 0, false, false, draw_sparkline,
                         add_values},
    [CHART_LINE] = {"Line chart", "plot", PICTURE_WIDTH, 156, 0, false, false, draw_line,
                    NULL},
    [CHART_BAR] = {"Bar chart", "plot", PICTURE_WIDTH, 0, 22, true, true, draw_bar, NULL},
    [CHART_STACKED] = {"Stacked columns", "plot", PICTURE_WIDTH, 156, 0, true, false,
                       draw_stacked, NULL},
    [CHART_CALENDAR] = {"Calendar", "plot", PICTURE_WIDTH, 80, 0, true, true, draw_calendar,
                        NULL},
    [CHART_DISTRIBUTION] = {"Distribution", "plot", PICTURE_WIDTH, 156, 0, true, false,
                            draw_distribution, NULL},
    [CHART_GAUGE] = {"Gauge", "gauge", 240, 20, 0, true, true, draw_gauge, add_gauge_title},
};

/* "Bar chart: 12 values from 0 to 40" */
static void add_summary(const struct chart *chart, struct buffer *out) {
    double low, high;
    size_t count = 0;
    for (size_t i = 0; i < chart->length; i++)
        count += !isinf(chart_value(chart, 0, i));
    buffer_printf(out, "%s: ", pictures[chart->kind].name);
    if (chart->series.count > 1)
        buffer_printf(out, "%zu series of ", chart->series.count);
    chart_number((double)count, FORMAT_HTML, out);
    buffer_add_text(out, count == 1 ? " value" : " values");
    if (!chart_range(chart, &low, &high)) {
        buffer_add_text(out, ", none known");
        return;
    }
    buffer_add_text(out, low < high ? " from " : ": ");
    chart_number(low, FORMAT_HTML, out);
    if (low < high) {
        buffer_add_text(out, " to ");
        chart_number(high, FORMAT_HTML, out);
    }
}

/* A description has no markup: what runs from right to left is isolated by characters. */
static void add_spoken(const char *text, struct buffer *out) {
    struct buffer plain = {0}, isolated = {0};
    chart_text(text, CHART_LABEL, FORMAT_TXT, &plain);
    escape_isolated(FORMAT_TXT, buffer_text(&plain), plain.size, &isolated);
    escape(FORMAT_XML, buffer_text(&isolated), isolated.size, out);
    buffer_free(&plain);
    buffer_free(&isolated);
}

static void add_span(const struct chart *chart, struct buffer *out) {
    char dates[2][11];
    const char *first = chart_label(chart, 0),
               *last = chart_label(chart, chart->length - 1);
    if (chart->kind == CHART_CALENDAR) {
        size_t from, to;
        chart_days(chart, &from, &to);
        chart_date(chart->monday + (int64_t)from, dates[0]);
        chart_date(chart->monday + (int64_t)to - 1, dates[1]);
        first = dates[0];
        last = dates[1];
    }
    if (!*first || !*last)
        return;
    buffer_add_text(out, "From ");
    add_spoken(first, out);
    buffer_add_text(out, " to ");
    add_spoken(last, out);
    buffer_add_text(out, chart_has_legend(chart) ? ". " : ".");
}

static void add_names(const struct chart *chart, struct buffer *out) {
    buffer_add_text(out, "Of ");
    for (size_t s = 0; s < chart->series.count; s++) {
        const char *name = chart_name(chart, s);
        buffer_add_text(out, s ? ", " : "");
        add_spoken(*name ? name : "one without a name", out);
    }
    buffer_add_char(out, '.');
}

static void add_description(const struct chart *chart, struct buffer *out) {
    size_t before = out->size;
    if (chart->kind == CHART_SPARKLINE)
        add_summary(chart, out);
    else
        add_span(chart, out);
    if (chart_has_legend(chart) && chart->kind != CHART_GAUGE)
        add_names(chart, out);
    if (out->size == before)
        buffer_add_text(out, pictures[chart->kind].name);
}

/* The picture, and whether any value is known. */
static bool measure(const struct chart *chart, struct area *whole) {
    double height =
        pictures[chart->kind].height + pictures[chart->kind].row * (double)chart->length;
    if (chart->kind == CHART_LINE || chart->kind == CHART_STACKED)
        height += legend_height(chart);
    *whole = (struct area){0, 0, pictures[chart->kind].width, height, 0, 0};
    bool known = chart_range(chart, &whole->low, &whole->high);
    if (pictures[chart->kind].zero) {
        whole->low = fmin(whole->low, 0);
        whole->high = fmax(whole->high, 0);
    }
    return known;
}

void chart_svg(const struct chart *chart, struct buffer *out) {
    struct area whole;
    bool known = measure(chart, &whole);
    buffer_printf(
        out,
        "<svg class=\"%s\" role=\"img\" viewBox=\"0 0 %.0f %.0f\" fill=\"currentColor\">",
        pictures[chart->kind].classes, whole.width, whole.height);
    buffer_add_text(out, "<title>");
    (pictures[chart->kind].title ? pictures[chart->kind].title : add_summary)(chart, out);
    buffer_add_text(out, "</title><desc>");
    add_description(chart, out);
    buffer_add_text(out, "</desc>\n");
    if (known || pictures[chart->kind].unknown)
        pictures[chart->kind].draw(chart, &whole, out);
    else
        draw_text(0, whole.height / 2 + 4, "start", "unknown", 7, out);
    buffer_add_text(out, "</svg>");
}

void chart_html(const struct chart *chart, struct buffer *out) {
    if (chart->kind == CHART_SPARKLINE || chart->kind == CHART_GAUGE) {
        chart_svg(chart, out);
        return;
    }
    buffer_add_text(out, "<div class=\"chart\">\n");
    chart_svg(chart, out);
    buffer_add_char(out, '\n');
    chart_table(chart, out);
    buffer_add_text(out, "</div>");
}
