#include "render/chart_html.h"

#include <math.h>

static void add_cell(double value, struct buffer *out) {
    buffer_add_text(out, "<td class=\"n\">");
    if (!isinf(value)) /* a day of which nothing is said */
        chart_number(value, FORMAT_HTML, out);
    buffer_add_text(out, "</td>");
}

static void add_head(const char *text, const char *other, bool number, struct buffer *out) {
    buffer_printf(out, "<th scope=\"col\"%s><bdi>", number ? " class=\"n\"" : "");
    chart_text(*text ? text : other, CHART_LABEL, FORMAT_XML, out);
    buffer_add_text(out, "</bdi></th>");
}

static void add_series(const struct chart *chart, struct buffer *out) {
    add_head("Label", "", false, out);
    for (size_t s = 0; s < chart->series.count; s++)
        add_head(chart_name(chart, s), "Value", true, out);
    buffer_add_text(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < chart->length && i < CHART_ROWS; i++) {
        buffer_add_text(out, "<tr><th scope=\"row\"><bdi>");
        if (i < chart->labels.count)
            chart_text(chart_label(chart, i), CHART_LABEL, FORMAT_XML, out);
        else
            buffer_printf(out, "%zu", i + 1);
        buffer_add_text(out, "</bdi></th>");
        for (size_t s = 0; s < chart->series.count; s++)
            add_cell(chart_value(chart, s, i), out);
        buffer_add_text(out, "</tr>\n");
    }
}

static void add_weeks(const struct chart *chart, struct buffer *out) {
    static const char *const heads[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    size_t from, to;
    char date[11];
    chart_days(chart, &from, &to);
    add_head("Week of", "", false, out);
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        add_head(heads[i], "", true, out);
    buffer_add_text(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = from - from % 7; i < to; i += 7) {
        chart_date(chart->monday + (int64_t)i, date);
        buffer_printf(out, "<tr><th scope=\"row\" class=\"date\">%s</th>", date);
        for (size_t day = 0; day < 7; day++)
            add_cell(chart_value(chart, 0, i + day), out);
        buffer_add_text(out, "</tr>\n");
    }
}

void chart_table(const struct chart *chart, struct buffer *out) {
    bool calendar = chart->kind == CHART_CALENDAR;
    size_t more = chart->more;
    if (!calendar && chart->length > CHART_ROWS)
        more += chart->length - CHART_ROWS;
    buffer_add_text(out, "<details><summary>As a table</summary>\n<div class=\"scroll\" "
                         "role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n"
                         "<table>\n<thead><tr>");
    (calendar ? add_weeks : add_series)(chart, out);
    buffer_add_text(out, "</tbody>\n</table>\n</div>\n</details>\n");
    if (more) {
        buffer_printf(out, "<p class=\"note\">%s ",
                      calendar ? "Earlier days left out:" : "And");
        chart_number((double)more, FORMAT_HTML, out);
        buffer_add_text(out, calendar ? ".</p>\n" : " more.</p>\n");
    }
    if (chart->more_series)
        buffer_printf(out, "<p class=\"note\">And %zu more series.</p>\n",
                      chart->more_series);
}
