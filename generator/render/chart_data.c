#include "render/chart_data.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool read_number(const json_t *value, double *number) {
    *number = json_is_null(value) ? NAN : json_number_value(value);
    return json_is_null(value) || json_is_number(value);
}

/* A label may be a number, such as a year. NULL where it is neither. */
static char *read_label(const json_t *value) {
    struct buffer text = {0};
    if (json_is_string(value))
        return xstrdup(json_string_value(value));
    if (!json_is_number(value) && !json_is_null(value))
        return NULL;
    chart_number(json_is_null(value) ? NAN : json_number_value(value), FORMAT_TXT, &text);
    return buffer_take(&text);
}

static bool read_values(const json_t *array, size_t limit, struct chart *chart,
                        struct chart_series *series) {
    size_t size = json_array_size(array);
    series->values = xcalloc(size + 1, sizeof *series->values);
    for (size_t i = 0; i < size; i++)
        if (!read_number(json_array_get(array, i), &series->values[i]))
            return false;
    series->count = size < limit ? size : limit;
    if (size - series->count > chart->more)
        chart->more = size - series->count;
    if (series->count > chart->length)
        chart->length = series->count;
    return json_is_array(array);
}

static bool read_sparkline(const json_t *root, struct chart *chart) {
    return read_values(root, SIZE_MAX, chart, LIST_ADD(&chart->series));
}

static bool read_labels(const json_t *array, struct chart *chart) {
    for (size_t i = 0; i < json_array_size(array); i++) {
        char *label = read_label(json_array_get(array, i));
        if (!label)
            return false;
        *LIST_ADD(&chart->labels) = label;
    }
    return !array || json_is_null(array) || json_is_array(array);
}

static bool read_series(const json_t *root, struct chart *chart) {
    const json_t *list = json_object_get(root, "series");
    size_t limit = chart->kind == CHART_STACKED ? CHART_COLUMNS : SIZE_MAX;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i), *name = json_object_get(item, "name");
        struct chart_series *series = LIST_ADD(&chart->series);
        series->name = name ? read_label(name) : NULL;
        if ((name && !series->name) ||
            !read_values(json_object_get(item, "values"), limit, chart, series))
            return false;
    }
    return json_is_array(list) && read_labels(json_object_get(root, "labels"), chart);
}

/* The label and the number of a pair; the label is to be freed. */
static char *read_pair(const json_t *pair, double *number) {
    if (json_array_size(pair) != 2 || !read_number(json_array_get(pair, 1), number))
        return NULL;
    return read_label(json_array_get(pair, 0));
}

static bool read_pairs(const json_t *root, struct chart *chart) {
    struct chart_series *series = LIST_ADD(&chart->series);
    size_t size = json_array_size(root);
    series->values = xcalloc(size + 1, sizeof *series->values);
    for (size_t i = 0; i < size; i++) {
        char *label = read_pair(json_array_get(root, i), &series->values[i]);
        if (!label)
            return false;
        *LIST_ADD(&chart->labels) = label;
    }
    chart->length = series->count = size < CHART_COLUMNS ? size : CHART_COLUMNS;
    chart->more = size - series->count;
    return json_is_array(root);
}

static bool read_date(const char *text, int64_t *day) {
    struct tm tm = {0};
    char again[11];
    if (strlen(text) != 10 || strspn(text, "0123456789-") != 10 ||
        sscanf(text, "%4d-%2d-%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday) != 3)
        return false;
    tm.tm_year -= 1900;
    tm.tm_mon--;
    time_t seconds = timegm(&tm);
    *day = seconds / 86400 - (seconds % 86400 < 0);
    chart_date(*day, again);
    return !strcmp(again, text);
}

/* Puts what the pairs say into the weeks that end with the last of their days. */
static void fill_days(const int64_t *days, const double *values, size_t count,
                      struct chart *chart) {
    int64_t last = count ? days[0] : 0;
    for (size_t i = 0; i < count; i++)
        last = days[i] > last ? days[i] : last;
    int64_t weekday = ((last + 3) % 7 + 7) % 7; /* 1970 began on a Thursday */
    chart->monday = last - weekday - 7 * (CHART_WEEKS - 1);
    struct chart_series *series = &chart->series.items[0];
    for (size_t i = 0; i < CHART_DAYS; i++)
        series->values[i] = INFINITY;
    for (size_t i = 0; i < count; i++)
        if (days[i] < chart->monday)
            chart->more++;
        else
            series->values[days[i] - chart->monday] = values[i];
    chart->length = series->count = count ? CHART_DAYS : 0;
}

static bool read_day(const json_t *pair, int64_t *day, double *value) {
    char *label = read_pair(pair, value);
    bool good = label && read_date(label, day);
    free(label);
    return good;
}

static bool read_calendar(const json_t *root, struct chart *chart) {
    size_t size = json_array_size(root), count = 0;
    int64_t *days = xcalloc(size + 1, sizeof *days);
    double *values = xcalloc(size + 1, sizeof *values);
    while (count < size &&
           read_day(json_array_get(root, count), &days[count], &values[count]))
        count++;
    struct chart_series *series = LIST_ADD(&chart->series);
    series->values = xcalloc(CHART_DAYS, sizeof *series->values);
    fill_days(days, values, count, chart);
    free(days);
    free(values);
    return json_is_array(root) && count == size;
}

static bool read_gauge(const json_t *root, struct chart *chart) {
    bool pair = json_is_array(root) && json_array_size(root) == 2;
    const json_t *value = pair ? json_array_get(root, 0) : json_object_get(root, "value");
    const json_t *most = pair ? json_array_get(root, 1) : json_object_get(root, "maximum");
    const json_t *label = json_object_get(root, "label");
    struct chart_series *series = LIST_ADD(&chart->series);
    series->values = xcalloc(1, sizeof *series->values);
    chart->length = series->count = 1;
    if (label && !json_is_null(label) && !(series->name = read_label(label)))
        return false;
    return read_number(value, &series->values[0]) && read_number(most, &chart->maximum);
}

static bool (*const readers[CHART_KIND_COUNT])(const json_t *root, struct chart *chart) = {
    [CHART_SPARKLINE] = read_sparkline, [CHART_LINE] = read_series,
    [CHART_BAR] = read_pairs,           [CHART_STACKED] = read_series,
    [CHART_CALENDAR] = read_calendar,   [CHART_DISTRIBUTION] = read_pairs,
    [CHART_GAUGE] = read_gauge,
};

struct chart *chart_read(enum chart_kind kind, const char *json, size_t size) {
    json_t *root = json_loadb(json, size, JSON_DECODE_INT_AS_REAL, NULL);
    struct chart *chart = xcalloc(1, sizeof *chart);
    chart->kind = kind;
    chart->json = json;
    chart->json_size = size;
    bool good = root && readers[kind](root, chart);
    while (chart->series.count > CHART_SERIES) {
        struct chart_series *last = &chart->series.items[--chart->series.count];
        free(last->name);
        free(last->values);
        chart->more_series++;
    }
    json_decref(root);
    if (good)
        return chart;
    chart_free(chart);
    return NULL;
}

void chart_free(struct chart *chart) {
    if (!chart)
        return;
    for (size_t i = 0; i < chart->labels.count; i++)
        free(chart->labels.items[i]);
    for (size_t i = 0; i < chart->series.count; i++) {
        free(chart->series.items[i].name);
        free(chart->series.items[i].values);
    }
    free(chart->labels.items);
    free(chart->series.items);
    free(chart);
}

bool chart_is_empty(const struct chart *chart) {
    return chart->length == 0;
}

bool chart_range(const struct chart *chart, double *low, double *high) {
    bool found = false;
    for (size_t s = 0; s < chart->series.count; s++)
        for (size_t i = 0; i < chart->series.items[s].count; i++) {
            double value = chart->series.items[s].values[i];
            if (!isfinite(value))
                continue;
            *low = found ? fmin(*low, value) : value;
            *high = found ? fmax(*high, value) : value;
            found = true;
        }
    return found;
}

double chart_value(const struct chart *chart, size_t s, size_t i) {
    const struct chart_series *series = &chart->series.items[s];
    return i < series->count ? series->values[i] : NAN;
}

const char *chart_label(const struct chart *chart, size_t i) {
    return i < chart->labels.count ? chart->labels.items[i] : "";
}

const char *chart_name(const struct chart *chart, size_t s) {
    const char *name = chart->series.items[s].name;
    return name ? name : "";
}

void chart_date(int64_t day, char text[11]) {
    struct tm tm = {0};
    time_t seconds = (time_t)day * 86400;
    gmtime_r(&seconds, &tm);
    strftime(text, 11, "%Y-%m-%d", &tm);
}

void chart_days(const struct chart *chart, size_t *from, size_t *to) {
    const double *values = chart->series.items[0].values;
    *to = chart->length;
    for (*from = 0; *from < *to && isinf(values[*from]);)
        ++*from;
    while (*to > *from && isinf(values[*to - 1]))
        --*to;
}

int chart_level(double value, double high) {
    if (!(value > 0))
        return 0;
    int level = (int)ceil(4 * (value / high));
    return level < 1 ? 1 : level > 4 ? 4 : level;
}

/* Halves, because the difference of two large numbers may be none. */
double chart_share(double value, double low, double high) {
    double whole = high / 2 - low / 2;
    return whole > 0 ? (value / 2 - low / 2) / whole : 0.5;
}

static void add_groups(const char *text, struct buffer *out) {
    size_t digits = strspn(text, "0123456789");
    for (size_t i = 0; text[i]; i++) {
        if (i && i < digits && (digits - i) % 3 == 0)
            buffer_add_char(out, ',');
        buffer_add_char(out, text[i]);
    }
}

static void cut_zeros(char *text) {
    char *end = text + strlen(text);
    if (!strchr(text, '.') || strchr(text, 'e'))
        return;
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        end[-1] = '\0';
}

void chart_number(double value, enum format format, struct buffer *out) {
    double size = fabs(value);
    if (!isfinite(value)) {
        buffer_add_text(out, "unknown");
        return;
    }
    bool people = format == FORMAT_HTML || format == FORMAT_MD;
    bool exponent = size >= 1e21 || (size > 0 && size < 0.001);
    int decimals = size == floor(size) ? 0 : size < 100 ? 3 : 1;
    char *text = exponent ? xasprintf("%.3g", size) : xasprintf("%.*f", decimals, size);
    cut_zeros(text);
    if (value < 0)
        buffer_add_text(out, format == FORMAT_HTML ? "\xE2\x88\x92" : "-");
    if (people && !exponent)
        add_groups(text, out);
    else
        buffer_add_text(out, text);
    free(text);
}

void chart_number_short(double value, struct buffer *out) {
    if (isfinite(value) && fabs(value) >= 1e6)
        buffer_printf(out, "%s%.3g", value < 0 ? "\xE2\x88\x92" : "", fabs(value));
    else
        chart_number(value, FORMAT_HTML, out);
}

size_t chart_characters(const char *text) {
    size_t count = 0;
    for (; *text; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

/* What is beyond ASCII jansson escapes, and what is below the space; only DEL is left. */
void chart_json(const struct json_t *value, struct buffer *out) {
    char *text =
        json_dumps(value, JSON_COMPACT | JSON_ENSURE_ASCII | JSON_REAL_PRECISION(17));
    for (const char *at = text ? text : "null"; *at; at++)
        if (*at == '\x7F')
            buffer_add_text(out, "\\u007F");
        else
            buffer_add_char(out, *at);
    free(text);
}

void chart_text(const char *text, size_t limit, enum format format, struct buffer *out) {
    struct buffer visible = {0}, line = {0};
    escape_visible(text, strlen(text), &visible);
    const char *at = buffer_text(&visible);
    bool cut = chart_characters(at) > limit;
    for (size_t count = 0; *at; at++) {
        count += (*at & 0xC0) != 0x80;
        if (cut && count >= limit)
            break;
        buffer_add_char(&line, *at == '\n' || *at == '\t' ? ' ' : *at);
    }
    if (cut)
        buffer_add_text(&line, "\xE2\x80\xA6");
    if (format == FORMAT_TXT) /* a part of a text, which is isolated as a whole */
        escape(format, buffer_text(&line), line.size, out);
    else
        escape_isolated(format, buffer_text(&line), line.size, out);
    buffer_free(&visible);
    buffer_free(&line);
}
