#include "snapshot/series_sql.h"

#include "base/base.h"
#include "snapshot/series.h"
#include "snapshot/statistic.h"

#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_number(sqlite3_value *value) {
    int type = sqlite3_value_type(value);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

/* Numbers that are gathered row by row. */
struct sample {
    double *items;
    size_t count, capacity;
    double p;
};

static void sample_step(sqlite3_context *context, int count, sqlite3_value **values) {
    struct sample *sample = sqlite3_aggregate_context(context, sizeof *sample);
    xmust(sample);
    if (is_number(values[0]))
        *LIST_ADD(sample) = sqlite3_value_double(values[0]);
    if (count > 1)
        sample->p = is_number(values[1]) ? sqlite3_value_double(values[1]) : NAN;
}

static double sample_median(struct sample *sample) {
    return statistic_median(sample->items, sample->count);
}

static double sample_mad(struct sample *sample) {
    double median = sample_median(sample);
    for (size_t i = 0; i < sample->count; i++)
        sample->items[i] = fabs(sample->items[i] - median);
    return sample_median(sample);
}

static double sample_quantile(struct sample *sample) {
    statistic_sort(sample->items, sample->count);
    return statistic_quantile(sample->items, sample->count, sample->p);
}

static void sample_end(sqlite3_context *context, double (*tell)(struct sample *)) {
    struct sample *sample = sqlite3_aggregate_context(context, 0);
    if (!sample)
        return;
    double result = tell(sample);
    if (isfinite(result))
        sqlite3_result_double(context, result);
    free(sample->items);
}

static void median_end(sqlite3_context *context) {
    sample_end(context, sample_median);
}
static void mad_end(sqlite3_context *context) {
    sample_end(context, sample_mad);
}
static void quantile_end(sqlite3_context *context) {
    sample_end(context, sample_quantile);
}

/* What is given of the days of a series. */
struct days {
    char *fill;
    size_t count;
    bool *given;
    double *values;
    int64_t before; /* the last day before the first that is given */
    double hold;    /* and what it was then */
};

static double number_of(sqlite3_value *value) {
    return is_number(value) ? sqlite3_value_double(value) : NAN;
}

static void days_begin(struct days *days, sqlite3_value *fill) {
    const char *text = (const char *)sqlite3_value_text(fill);
    days->fill = xstrdup(text ? text : "");
    days->count = strlen(days->fill);
    days->given = xcalloc(days->count + 1, sizeof *days->given);
    days->values = xcalloc(days->count + 1, sizeof *days->values);
    days->before = INT64_MIN;
    days->hold = NAN;
}

static void days_step(sqlite3_context *context, int count, sqlite3_value **values) {
    struct days *days = sqlite3_aggregate_context(context, sizeof *days);
    (void)count;
    xmust(days);
    if (!days->fill)
        days_begin(days, values[2]);
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    int64_t at = sqlite3_value_int64(values[0]);
    if (at < 0 && at >= days->before) {
        days->before = at;
        days->hold = number_of(values[1]);
    } else if (at >= 0 && (uint64_t)at < days->count) {
        days->given[at] = true;
        days->values[at] = number_of(values[1]);
    }
}

static void print_number(struct buffer *out, double value) {
    if (fabs(value) < 1e15 && value == trunc(value))
        buffer_printf(out, "%" PRId64, (int64_t)value);
    else if (isfinite(value))
        buffer_printf(out, "%.15g", value);
    else
        buffer_add_text(out, "null");
}

static double fill_day(struct days *days, size_t day) {
    double value = NAN;
    if (days->given[day])
        days->hold = value = days->values[day];
    else if (days->fill[day] == 'h')
        value = days->hold;
    else if (days->fill[day] == 'z' && days->before > INT64_MIN)
        value = 0;
    if (days->given[day])
        days->before = (int64_t)day;
    return value;
}

static void days_end(sqlite3_context *context) {
    struct days *days = sqlite3_aggregate_context(context, 0);
    struct buffer out = {0};
    if (!days)
        return;
    for (size_t day = 0; day < days->count; day++) {
        double value = fill_day(days, day);
        if (!out.size && !isfinite(value))
            continue;
        buffer_add_char(&out, out.size ? ',' : '[');
        print_number(&out, value);
    }
    buffer_add_char(&out, ']');
    if (out.size > 1)
        sqlite3_result_text(context, out.data, (int)out.size, SQLITE_TRANSIENT);
    buffer_free(&out);
    free(days->fill);
    free(days->given);
    free(days->values);
}

/* The number or null at *TEXT, which is set behind it; false where there is neither. */
static bool take_number(const char **text, double *value) {
    const char *start = *text + (**text == '-');
    char *end;
    *value = NAN;
    if (!strncmp(*text, "null", 4)) {
        *text += 4;
        return true;
    }
    if (!isdigit((unsigned char)*start) || tolower((unsigned char)start[1]) == 'x')
        return false;
    *value = strtod(*text, &end);
    *text = end;
    return true;
}

/* A JSON array of nothing but numbers and nulls; true where TEXT is one. */
static bool take_numbers(const char *text, struct series *series) {
    static const char space[] = " \t\r\n";
    series->values = xcalloc(strlen(text) / 2 + 1, sizeof *series->values);
    text += strspn(text, space);
    if (*text++ != '[')
        return false;
    text += strspn(text, space);
    while (*text != ']') {
        if (!take_number(&text, &series->values[series->count++]))
            return false;
        text += strspn(text, space);
        if (*text == ',' && text[1 + strspn(text + 1, space)] != ']')
            text += 1 + strspn(text + 1, space);
        else if (*text != ']')
            return false;
    }
    return !text[1 + strspn(text + 1, space)];
}

/* The first argument, as a series of the kind that the second tells; false where the result
 * is NULL or an error. SERIES->values are to be freed in either case. */
static bool read_series(sqlite3_context *context, sqlite3_value **values, bool has_kind,
                        struct series *series) {
    const char *text = (const char *)sqlite3_value_text(values[0]);
    const char *kind = has_kind ? (const char *)sqlite3_value_text(values[1]) : "flow";
    *series = (struct series){0};
    if (!text || !kind)
        return false;
    bool ok = take_numbers(text, series);
    if (!ok)
        sqlite3_result_error(context, "a series is a JSON array of numbers and nulls", -1);
    series->level = !strcmp(kind, "level");
    if (ok && !series->level && strcmp(kind, "flow") != 0) {
        sqlite3_result_error(context, "a series is of the kind 'level' or 'flow'", -1);
        ok = false;
    }
    return ok;
}

static void add_number(struct buffer *out, const char *name, double value) {
    buffer_printf(out, "%c\"%s\":", out->size ? ',' : '{', name);
    print_number(out, value);
}

static void give(sqlite3_context *context, struct buffer *out) {
    if (out->size) {
        buffer_add_char(out, '}');
        sqlite3_result_text(context, out->data, (int)out->size, SQLITE_TRANSIENT);
    }
    buffer_free(out);
}

static void sql_anomaly(sqlite3_context *context, int count, sqlite3_value **values) {
    struct series series;
    struct series_anomaly anomaly;
    struct buffer out = {0};
    (void)count;
    if (read_series(context, values, true, &series) &&
        series_anomaly(&series, sqlite3_value_double(values[2]), &anomaly)) {
        add_number(&out, "at", (double)anomaly.at);
        add_number(&out, "value", anomaly.value);
        add_number(&out, "expected", anomaly.expected);
        add_number(&out, "moved", anomaly.moved);
        add_number(&out, "usual", anomaly.usual);
        add_number(&out, "deviation", anomaly.deviation);
        add_number(&out, "distance", anomaly.distance);
        add_number(&out, "score", anomaly.score);
        add_number(&out, "low", anomaly.low);
        add_number(&out, "high", anomaly.high);
        add_number(&out, "points", (double)anomaly.points);
        add_number(&out, "weekday", anomaly.weekday);
        add_number(&out, "unusual", anomaly.unusual);
    }
    give(context, &out);
    free(series.values);
}

static void sql_slope(sqlite3_context *context, int count, sqlite3_value **values) {
    struct series series;
    struct series_slope slope;
    struct buffer out = {0};
    (void)count;
    if (read_series(context, values, true, &series) && series_slope(&series, &slope)) {
        add_number(&out, "from", (double)slope.from);
        add_number(&out, "to", (double)slope.to);
        add_number(&out, "slope", slope.slope);
        add_number(&out, "ups", (double)slope.ups);
        add_number(&out, "downs", (double)slope.downs);
        add_number(&out, "p", slope.p);
        add_number(&out, "points", (double)slope.points);
    }
    give(context, &out);
    free(series.values);
}

static void sql_step(sqlite3_context *context, int count, sqlite3_value **values) {
    struct series series;
    struct series_step step;
    struct buffer out = {0};
    (void)count;
    if (read_series(context, values, true, &series) &&
        series_step(&series, sqlite3_value_double(values[2]), &step)) {
        add_number(&out, "at", (double)step.at);
        add_number(&out, "before", step.before);
        add_number(&out, "after", step.after);
        add_number(&out, "p", step.p);
        add_number(&out, "score", step.score);
        add_number(&out, "points", (double)step.points);
    }
    give(context, &out);
    free(series.values);
}

static void add_days(struct buffer *out, const char *name, size_t horizon,
                     const double *first, size_t stride) {
    buffer_printf(out, ",\"%s\":", name);
    for (size_t i = 0; i < horizon; i++) {
        buffer_add_char(out, i ? ',' : '[');
        print_number(out, first[i * stride]);
    }
    buffer_add_char(out, ']');
}

static void print_forecast(const struct series_forecast *forecast, size_t horizon,
                           struct buffer *out) {
    static const char *const names[] = {"naive", "seasonal naive", "mean", "drift"};
    const size_t stride = sizeof forecast->days[0] / sizeof(double);
    add_number(out, "origin", (double)forecast->origin);
    buffer_printf(out, ",\"method\":\"%s\"", names[forecast->method]);
    add_number(out, "tests", (double)forecast->tests);
    add_number(out, "error", forecast->error);
    add_number(out, "error_naive", forecast->error_naive);
    add_number(out, "points", (double)forecast->points);
    add_days(out, "value", horizon, &forecast->days[0].value, stride);
    add_days(out, "low", horizon, &forecast->days[0].low, stride);
    add_days(out, "high", horizon, &forecast->days[0].high, stride);
}

static void sql_forecast(sqlite3_context *context, int count, sqlite3_value **values) {
    struct series series = {0};
    struct series_forecast forecast;
    struct buffer out = {0};
    int64_t days = sqlite3_value_int64(values[1]);
    double most = number_of(values[2]);
    (void)count;
    if (days < 1 || days > SERIES_HORIZON)
        sqlite3_result_error(context, "a forecast is of 1 to 31 days", -1);
    else if (read_series(context, values, false, &series) &&
             series_forecast(&series, (size_t)days, isnan(most) ? INFINITY : most,
                             &forecast))
        print_forecast(&forecast, (size_t)days, &out);
    give(context, &out);
    free(series.values);
}

static const struct {
    const char *name;
    int arguments;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
    void (*step)(sqlite3_context *, int, sqlite3_value **);
    void (*end)(sqlite3_context *);
} functions[] = {
    {"median", 1, NULL, sample_step, median_end},
    {"mad", 1, NULL, sample_step, mad_end},
    {"quantile", 2, NULL, sample_step, quantile_end},
    {"series", 3, NULL, days_step, days_end},
    {"series_anomaly", 3, sql_anomaly, NULL, NULL},
    {"series_slope", 2, sql_slope, NULL, NULL},
    {"series_step", 3, sql_step, NULL, NULL},
    {"series_forecast", 3, sql_forecast, NULL, NULL},
};

int series_sql_register(sqlite3 *db) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < COUNT_OF(functions); i++)
        code = sqlite3_create_function_v2(db, functions[i].name, functions[i].arguments,
                                          flags, NULL, functions[i].call, functions[i].step,
                                          functions[i].end, NULL);
    return code;
}
