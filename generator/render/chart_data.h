/*
 * A chart's data, the same for all kinds, and how its numbers and labels are written.
 *
 * Holds: a calendar has one series of CHART_DAYS values, from a Monday on. An unknown value
 * is NAN; a day of which the data says nothing is INFINITY. Labels and names are UTF-8.
 */
#ifndef RENDER_CHART_DATA_H
#define RENDER_CHART_DATA_H

#include "render/chart.h"

#include <stdint.h>

struct json_t;

enum {
    CHART_COLUMNS = 60, /* bars and columns of a chart */
    CHART_SERIES = 8,   /* lines, parts of a column */
    CHART_WEEKS = 53,   /* of a calendar, up to its last day */
    CHART_DAYS = 7 * CHART_WEEKS,
    CHART_ROWS = 366, /* of a table */
    CHART_LABEL = 80, /* characters of a label where there is room */
};

struct chart_series {
    char *name; /* NULL: none */
    double *values;
    size_t count;
};

struct chart {
    enum chart_kind kind;
    const char *json; /* the caller's */
    size_t json_size;
    struct {
        char **items;
        size_t count, capacity;
    } labels;
    struct {
        struct chart_series *items;
        size_t count, capacity;
    } series;
    size_t length;            /* of the longest series */
    double maximum;           /* of a gauge */
    int64_t monday;           /* of a calendar's first week, in days since 1970 */
    size_t more, more_series; /* left out */
};

/* The lowest and the highest known value; false where none is known. */
bool chart_range(const struct chart *chart, double *low, double *high);

/* What series S has at I, NAN where it ends before. */
double chart_value(const struct chart *chart, size_t s, size_t i);

/* The label at I or the name of series S, "" where there is none; borrowed. */
const char *chart_label(const struct chart *chart, size_t i);
const char *chart_name(const struct chart *chart, size_t s);

/* A day in days since 1970 as "2026-11-21", into TEXT of 11 bytes. */
void chart_date(int64_t day, char text[11]);

/* A calendar's first day and the one after its last of which it says anything. */
void chart_days(const struct chart *chart, size_t *from, size_t *to);

/* 0 for nothing, 1 to 4 for a quarter of HIGH each. */
int chart_level(double value, double high);

/* Where VALUE stands from LOW, 0, to HIGH, 1; 0.5 where these are the same. */
double chart_share(double value, double low, double high);

/* Appends a number: "1,234.5", "1e+300", "unknown"; in groups for people only. The short
 * form has at most 9 characters. */
void chart_number(double value, enum format format, struct buffer *out);
void chart_number_short(double value, struct buffer *out);

/* Appends TEXT in one line, of at most LIMIT characters, escaped for FORMAT. */
void chart_text(const char *text, size_t limit, enum format format, struct buffer *out);

/* Appends VALUE as JSON; hidden characters come as escapes. */
void chart_json(const struct json_t *value, struct buffer *out);

/* How many characters UTF-8 text has. */
size_t chart_characters(const char *text);

#endif
