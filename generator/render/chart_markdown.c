#include "render/chart_markdown.h"

#include <math.h>
#include <string.h>

enum {
    LINE_CHARACTERS = 60,
    BAR_CHARACTERS = 20,
    GAUGE_CHARACTERS = 10,
    NAME_CHARACTERS = 32
};

static const char *const heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const fills[] = {"█", "▓", "▒", "░"};

static void add_times(const char *character, size_t count, struct buffer *out) {
    while (count--)
        buffer_add_text(out, character);
}

static void add_range(const struct chart *chart, struct buffer *out) {
    double low, high;
    if (!chart_range(chart, &low, &high)) {
        buffer_add_text(out, "unknown");
        return;
    }
    chart_number(low, FORMAT_MD, out);
    if (low < high) {
        buffer_add_text(out, " to ");
        chart_number(high, FORMAT_MD, out);
    }
}

static size_t line_step(const struct chart *chart) {
    return (chart->length + LINE_CHARACTERS - 1) / LINE_CHARACTERS;
}

/* A character for each few values: their highest. */
static void add_heights(const struct chart *chart, size_t s, struct buffer *out) {
    double low = 0, high = 0;
    size_t step = line_step(chart);
    chart_range(chart, &low, &high);
    for (size_t from = 0; from < chart->length; from += step) {
        double value = NAN;
        for (size_t i = from; i < from + step; i++)
            value = fmax(value, chart_value(chart, s, i)); /* of NAN and a number: this */
        size_t height = isnan(value) ? 0 : (size_t)(7.99 * chart_share(value, low, high));
        buffer_add_text(out, isnan(value) ? "·" : heights[height]);
    }
}

static void add_step(const struct chart *chart, struct buffer *out) {
    if (line_step(chart) > 1)
        buffer_printf(out, ", each mark the highest of %zu", line_step(chart));
}

static void add_sparkline(const struct chart *chart, struct buffer *out) {
    add_heights(chart, 0, out);
    buffer_add_char(out, ' ');
    add_range(chart, out);
    add_step(chart, out);
}

static void add_gauge(const struct chart *chart, struct buffer *out) {
    double value = chart_value(chart, 0, 0);
    size_t full = 0;
    if (chart->maximum > 0 && value > 0)
        full = (size_t)(GAUGE_CHARACTERS * fmin(1, value / chart->maximum) + 0.5);
    if (*chart_name(chart, 0)) {
        chart_text(chart_name(chart, 0), CHART_LABEL, FORMAT_MD, out);
        buffer_add_char(out, ' ');
    }
    add_times("▓", full, out);
    add_times("░", GAUGE_CHARACTERS - full, out);
    buffer_add_char(out, ' ');
    chart_number(value, FORMAT_MD, out);
    buffer_add_text(out, " of ");
    chart_number(chart->maximum, FORMAT_MD, out);
}

/* blocks, inside of a fence */

/* Gives how many characters wide it is. */
static size_t add_name(const char *text, struct buffer *out) {
    struct buffer shown = {0};
    chart_text(text, NAME_CHARACTERS, FORMAT_TXT, &shown);
    size_t width = chart_characters(buffer_text(&shown));
    escape_isolated(FORMAT_TXT, buffer_text(&shown), shown.size, out);
    buffer_free(&shown);
    return width;
}

/* TEXT, and spaces up to WIDTH characters. */
static void add_padded(const char *text, size_t width, struct buffer *out) {
    size_t shown = add_name(text, out);
    add_times(" ", shown < width ? width - shown : 0, out);
}

static size_t shown_width(const char *text) {
    struct buffer shown = {0};
    size_t width = add_name(text, &shown);
    buffer_free(&shown);
    return width;
}

static size_t labels_width(const struct chart *chart) {
    size_t widest = 0;
    for (size_t i = 0; i < chart->length; i++) {
        size_t width = shown_width(chart_label(chart, i));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static size_t names_width(const struct chart *chart) {
    size_t widest = 0;
    for (size_t s = 0; s < chart->series.count; s++) {
        size_t width = shown_width(chart_name(chart, s));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void add_line(const struct chart *chart, struct buffer *out) {
    size_t width = names_width(chart);
    for (size_t s = 0; s < chart->series.count; s++) {
        add_padded(chart_name(chart, s), width ? width + 1 : 0, out);
        add_heights(chart, s, out);
        buffer_add_char(out, '\n');
    }
    add_range(chart, out);
    add_step(chart, out);
    if (*chart_label(chart, 0) && *chart_label(chart, chart->length - 1)) {
        buffer_add_text(out, "; from ");
        add_name(chart_label(chart, 0), out);
        buffer_add_text(out, " to ");
        add_name(chart_label(chart, chart->length - 1), out);
    }
    buffer_add_char(out, '\n');
}

static double largest_of(const struct chart *chart) {
    double low = 0, high = 0;
    chart_range(chart, &low, &high);
    return fmax(fabs(low), fabs(high));
}

/* As many characters as VALUE is of LARGEST, one at least for what is not nothing. */
static void add_bar(const char *fill, double value, double largest, size_t characters,
                    struct buffer *out) {
    if (!isfinite(value) || value == 0)
        return;
    size_t count = (size_t)(fabs(value / largest) * (double)characters + 0.5);
    add_times(fill, count ? count : 1, out);
    buffer_add_text(out, " ");
}

static void add_bars(const struct chart *chart, struct buffer *out) {
    size_t width = labels_width(chart);
    for (size_t i = 0; i < chart->length; i++) {
        double value = chart_value(chart, 0, i);
        add_padded(chart_label(chart, i), width + 1, out);
        add_bar(value < 0 ? "▒" : "█", value, largest_of(chart), BAR_CHARACTERS, out);
        chart_number(value, FORMAT_MD, out);
        buffer_add_char(out, '\n');
    }
}

/* The parts of a column are as long as the largest of all, together at most twice a bar. */
static void add_stacked(const struct chart *chart, struct buffer *out) {
    size_t width = labels_width(chart);
    for (size_t s = 0; s < chart->series.count; s++) {
        buffer_printf(out, "%s ", fills[s % COUNT_OF(fills)]);
        add_padded(chart_name(chart, s), 0, out);
        buffer_add_char(out, '\n');
    }
    for (size_t i = 0; i < chart->length; i++) {
        add_padded(chart_label(chart, i), width + 1, out);
        for (size_t s = 0; s < chart->series.count; s++)
            add_bar(fills[s % COUNT_OF(fills)], chart_value(chart, s, i), largest_of(chart),
                    2 * BAR_CHARACTERS / chart->series.count, out);
        for (size_t s = 0; s < chart->series.count; s++) {
            buffer_add_text(out, s ? " + " : "");
            chart_number(chart_value(chart, s, i), FORMAT_MD, out);
        }
        buffer_add_char(out, '\n');
    }
}

static void add_week(const struct chart *chart, size_t from, double high,
                     struct buffer *out) {
    static const char *const levels[] = {"·", "▂", "▄", "▆", "█"};
    double sum = 0;
    bool known = false;
    for (size_t i = from; i < from + 7; i++) {
        double value = chart_value(chart, 0, i);
        if (isinf(value))
            buffer_add_char(out, ' ');
        else
            buffer_add_text(out, isnan(value) ? "?" : levels[chart_level(value, high)]);
        known |= isfinite(value);
        sum += isfinite(value) ? value : 0;
    }
    buffer_add_char(out, ' ');
    if (!known || isfinite(sum))
        chart_number(known ? sum : NAN, FORMAT_MD, out);
    else
        buffer_add_text(out, "too many");
    buffer_add_char(out, '\n');
}

static void add_calendar(const struct chart *chart, struct buffer *out) {
    size_t from, to;
    double low = 0, high = 0;
    char date[11];
    chart_days(chart, &from, &to);
    chart_range(chart, &low, &high);
    buffer_add_text(out, "week of    MTWTFSS sum\n");
    for (size_t i = from - from % 7; i < to; i += 7) {
        chart_date(chart->monday + (int64_t)i, date);
        buffer_printf(out, "%s ", date);
        add_week(chart, i, high, out);
    }
}

static const struct {
    void (*print)(const struct chart *chart, struct buffer *out);
    bool block;
} prints[CHART_KIND_COUNT] = {
    [CHART_SPARKLINE] = {add_sparkline, false},
    [CHART_LINE] = {add_line, true},
    [CHART_BAR] = {add_bars, true},
    [CHART_STACKED] = {add_stacked, true},
    [CHART_CALENDAR] = {add_calendar, true},
    [CHART_DISTRIBUTION] = {add_bars, true},
    [CHART_GAUGE] = {add_gauge, false},
};

bool chart_is_block(const struct chart *chart) {
    return prints[chart->kind].block && !chart_is_empty(chart);
}

/* A fence that is longer than any run of its own characters in the block. */
static void add_fence(const char *block, struct buffer *out) {
    size_t longest = 2;
    for (const char *at = block; *at; at += strcspn(at, "`")) {
        size_t run = strspn(at, "`");
        longest = run > longest ? run : longest;
        at += run;
    }
    add_times("`", longest + 1, out);
}

void chart_markdown(const struct chart *chart, struct buffer *out) {
    struct buffer block = {0};
    if (!prints[chart->kind].block) {
        prints[chart->kind].print(chart, out);
        return;
    }
    prints[chart->kind].print(chart, &block);
    if (chart->more)
        buffer_printf(&block,
                      chart->kind == CHART_CALENDAR ? "earlier days left out: %zu\n"
                                                    : "and %zu more\n",
                      chart->more);
    if (chart->more_series)
        buffer_printf(&block, "and %zu more series\n", chart->more_series);
    add_fence(buffer_text(&block), out);
    buffer_add_text(out, "text\n");
    buffer_add_text(out, buffer_text(&block));
    add_fence(buffer_text(&block), out);
    buffer_free(&block);
}

static void add_plain_label(const struct chart *chart, size_t i, struct buffer *out) {
    char date[11];
    if (chart->kind == CHART_CALENDAR)
        chart_date(chart->monday + (int64_t)i, date);
    const char *label = chart->kind == CHART_CALENDAR ? date : chart_label(chart, i);
    chart_text(label, CHART_LABEL, FORMAT_TXT, out);
    buffer_add_text(out, *label ? " " : "");
}

/* As many as a table has. */
void chart_plain(const struct chart *chart, struct buffer *out) {
    size_t limit = chart->kind == CHART_CALENDAR ? CHART_DAYS : CHART_ROWS;
    size_t more = chart->more + (chart->length > limit ? chart->length - limit : 0);
    for (size_t s = 0; s < chart->series.count; s++) {
        chart_text(chart_name(chart, s), CHART_LABEL, FORMAT_TXT, out);
        buffer_add_text(out, *chart_name(chart, s) ? ": " : "");
        for (size_t i = 0; i < chart->series.items[s].count && i < limit; i++) {
            if (isinf(chart_value(chart, s, i)))
                continue;
            add_plain_label(chart, i, out);
            chart_number(chart_value(chart, s, i), FORMAT_TXT, out);
            buffer_add_text(out, "; ");
        }
    }
    if (more)
        buffer_printf(out, "and %zu more; ", more);
    if (chart->more_series)
        buffer_printf(out, "and %zu more series; ", chart->more_series);
    buffer_truncate(out, out->size > 2 ? out->size - 2 : 0);
    if (chart->kind == CHART_GAUGE) {
        buffer_add_text(out, " of ");
        chart_number(chart->maximum, FORMAT_TXT, out);
    }
}
