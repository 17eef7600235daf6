#include "render/type.h"

#include "render/url.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void print_text(const char *text, size_t size, enum format format, struct buffer *out) {
    struct buffer visible = {0};
    if (format == FORMAT_HTML)
        format = FORMAT_XML; /* for attributes in single quotes */
    if (escape_is_visible(text, size)) {
        escape(format, text, size, out);
        return;
    }
    escape_visible(text, size, &visible);
    escape_isolated(format, buffer_text(&visible), visible.size, out);
    buffer_free(&visible);
}

static void print_plain(const struct cell *cell, int decimals, enum format format,
                        struct buffer *out) {
    (void)decimals;
    print_text(cell->text, cell->size, format, out);
}

/* In Markdown a document stands in a block quote, so that it cannot reach into the page. */
static void print_markdown(const struct cell *cell, int decimals, enum format format,
                           struct buffer *out) {
    (void)decimals;
    if (cell->kind != CELL_DOCUMENT || (format != FORMAT_HTML && format != FORMAT_MD)) {
        print_text(cell->text, cell->size, format, out);
    } else if (format == FORMAT_HTML) {
        buffer_add(out, cell->document->html.data, cell->document->html.size);
    } else if (cell->size) {
        const char *line = buffer_text(&cell->document->md);
        while (*line) {
            size_t length = strcspn(line, "\n");
            buffer_add_text(out, length ? "> " : ">");
            buffer_add(out, line, length);
            buffer_add_char(out, '\n');
            line += length + (line[length] == '\n');
        }
    }
}

static bool read_number(const struct cell *cell, double *value) {
    char *end;
    *value = strtod(cell->text, &end);
    return end > cell->text && !*end && isfinite(*value);
}

/* DIGITS of them before the point. */
static void print_digits(const char *text, size_t digits, enum format format,
                         struct buffer *out) {
    bool grouped = format == FORMAT_HTML || format == FORMAT_MD;
    size_t first = grouped && digits > 3 ? (digits - 1) % 3 + 1 : digits;
    buffer_add(out, text, first);
    for (size_t at = first; at < digits; at += 3) {
        buffer_add_char(out, ',');
        buffer_add(out, text + at, 3);
    }
    buffer_add_text(out, text + digits);
}

/* Whether TEXT is a number as most are: not more digits than a double holds, none needless;
 * *FRACTION counts those behind the point. */
static bool is_short_number(const char *text, size_t *fraction) {
    enum { MOST_DIGITS = 15 };
    static const char digits[] = "0123456789";
    text += *text == '-';
    size_t whole = strspn(text, digits);
    const char *point = text + whole;
    *fraction = *point == '.' ? strspn(point + 1, digits) : 0;
    return whole && whole + *fraction <= MOST_DIGITS && (*text != '0' || whole == 1) &&
           !point[*fraction ? 1 + *fraction : 0];
}

/* Whether it stands there as it is printed. */
static bool is_printed(const struct cell *cell, int decimals) {
    size_t fraction;
    return *cell->text != '-' && is_short_number(cell->text, &fraction) &&
           fraction == (size_t)decimals;
}

/* Digits in groups of three; no thousandth of a point that is not asked for. */
static void print_number(const struct cell *cell, int decimals, enum format format,
                         struct buffer *out) {
    double value;
    if (is_printed(cell, decimals)) {
        print_digits(cell->text, strcspn(cell->text, "."), format, out);
        return;
    }
    if (!read_number(cell, &value)) {
        print_text(cell->text, cell->size, format, out);
        return;
    }
    char *text = xasprintf("%.*f", decimals, fabs(value));
    if (value < 0 && strspn(text, "0.") < strlen(text))
        buffer_add_text(out, format == FORMAT_HTML ? "\xE2\x88\x92" : "-");
    print_digits(text, strcspn(text, "."), format, out);
    free(text);
}

/* Whether TEXT begins as PATTERN says, in which 0 stands for a digit. */
static bool looks_like(const char *text, const char *pattern) {
    for (; *pattern; text++, pattern++)
        if (*pattern == '0' ? !isdigit((unsigned char)*text) : *text != *pattern)
            return false;
    return true;
}

static void print_list(const struct cell *cell, int decimals, enum format format,
                       struct buffer *out) {
    struct buffer words = {0};
    size_t index;
    json_t *word;
    if (cell->kind != CELL_LIST) {
        print_plain(cell, decimals, format, out);
        return;
    }
    json_array_foreach(cell->list, index, word) {
        buffer_add_text(&words, index ? ", " : "");
        if (json_is_string(word))
            buffer_add(&words, json_string_value(word), json_string_length(word));
    }
    print_text(buffer_text(&words), words.size, format, out);
    buffer_free(&words);
}

static void print_date(const struct cell *cell, int decimals, enum format format,
                       struct buffer *out) {
    if (looks_like(cell->text, "0000-00-00"))
        buffer_add(out, cell->text, 10);
    else
        print_plain(cell, decimals, format, out);
}

static void print_time(const struct cell *cell, int decimals, enum format format,
                       struct buffer *out) {
    if (looks_like(cell->text, "0000-00-00T00:00"))
        buffer_printf(out, "%.10s %.5s UTC", cell->text, cell->text + 11);
    else
        print_plain(cell, decimals, format, out);
}

/* https://www.rfc-editor.org/rfc/rfc822#section-5, with the four digits of a year that
 * RFC 1123 asks for. Its names of days and months are English everywhere. */
static void print_rfc822(const struct cell *cell, int decimals, enum format format,
                         struct buffer *out) {
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct tm tm = {0};
    if (!looks_like(cell->text, "0000-00-00T00:00:00Z") ||
        !strptime(cell->text, "%Y-%m-%dT%H:%M:%SZ", &tm)) {
        print_plain(cell, decimals, format, out);
        return;
    }
    timegm(&tm); /* fills in the day of the week */
    buffer_printf(out, "%.3s, %02d %.3s %04d %.8s GMT", &days[3 * tm.tm_wday], tm.tm_mday,
                  &months[3 * tm.tm_mon], tm.tm_year + 1900, cell->text + 11);
}

static void print_bytes(const struct cell *cell, int decimals, enum format format,
                        struct buffer *out) {
    static const char *const units[] = {"bytes", "kB", "MB", "GB", "TB"};
    double value;
    size_t unit = 0;
    if (!read_number(cell, &value)) {
        print_plain(cell, decimals, format, out);
        return;
    }
    for (; value >= 1000 && unit + 1 < COUNT_OF(units); unit++)
        value /= 1000;
    buffer_printf(out, "%.*f %s", unit ? 1 : 0, value, units[unit]);
}

static void print_url(const struct cell *cell, int decimals, enum format format,
                      struct buffer *out) {
    (void)decimals;
    url_print(cell->text, cell->size, format, out);
}

/* In JSON a chart or graph is a whole value, and so is what should have been one. */
static void print_data(const struct cell *cell, int decimals, enum format format,
                       struct buffer *out) {
    const char *quote = format == FORMAT_JSON ? "\"" : "";
    struct buffer plain = {0};
    struct buffer *to = format == FORMAT_TXT ? &plain : out;
    if (cell->kind == CELL_CHART) {
        chart_print(cell->chart, format, to);
    } else if (cell->kind == CELL_GRAPH) {
        graph_print(cell->graph, format, to);
    } else {
        buffer_add_text(out, quote);
        print_plain(cell, decimals, format, out);
        buffer_add_text(out, quote);
    }
    escape_isolated(FORMAT_TXT, buffer_text(&plain), plain.size, out);
    buffer_free(&plain);
}

static const struct column_type types[] = {
    {"text", false, print_plain, 0, JSON_AS_TEXT},
    {"markdown", false, print_markdown, 0, JSON_AS_TEXT},
    {"number", true, print_number, 0, JSON_AS_NUMBER},
    {"date", true, print_date, 0, JSON_AS_TEXT},
    {"time", true, print_time, 0, JSON_AS_TEXT},
    {"rfc822", false, print_rfc822, 0, JSON_AS_TEXT},
    {"bytes", true, print_bytes, 0, JSON_AS_NUMBER},
    {"url", false, print_url, 0, JSON_AS_TEXT},
    {"list", false, print_list, 0, JSON_AS_LIST},
    {"sparkline", true, print_data, CHART_SPARKLINE, JSON_AS_DATA},
    {"line", true, print_data, CHART_LINE, JSON_AS_DATA},
    {"bar", true, print_data, CHART_BAR, JSON_AS_DATA},
    {"stacked", true, print_data, CHART_STACKED, JSON_AS_DATA},
    {"calendar", true, print_data, CHART_CALENDAR, JSON_AS_DATA},
    {"distribution", true, print_data, CHART_DISTRIBUTION, JSON_AS_DATA},
    {"gauge", true, print_data, CHART_GAUGE, JSON_AS_DATA},
    {"graph", true, print_data, CHART_KIND_COUNT, JSON_AS_DATA},
};

bool column_set_type(struct column *column, const char *text) {
    size_t length = strcspn(text, "(");
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        if (strlen(types[i].name) != length || strncmp(types[i].name, text, length))
            continue;
        column->type = &types[i];
        column->decimals = text[length] ? atoi(text + length + 1) : 0;
        return column->decimals >= 0 && column->decimals <= 6;
    }
    return false;
}

const char *column_types(void) {
    static char names[256];
    if (!*names)
        for (size_t i = 0, at = 0; i < COUNT_OF(types); i++)
            at += (size_t)snprintf(names + at, sizeof names - at, "%s%s", i ? ", " : "",
                                   types[i].name);
    return names;
}

/* What JSON cannot hold as it is, broken UTF-8, is shown as in any text. NULL for what is
 * no array. */
static json_t *read_list(const char *text, size_t size) {
    const size_t flags = JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL;
    struct buffer visible = {0};
    json_t *list = json_loadb(text, size, flags, NULL);
    if (!list) {
        escape_visible(text, size, &visible);
        list = json_loadb(buffer_text(&visible), visible.size, flags, NULL);
        buffer_free(&visible);
    }
    if (json_is_array(list))
        return list;
    json_decref(list);
    return NULL;
}

/* What cannot be read as its type stays text. */
static void read_data(const struct column *column, struct cell *cell) {
    if (!text_is_utf8(cell->text, cell->size)) {
        cell->text = text_mend(cell->text, cell->size);
        cell->size = (uint32_t)strlen(cell->text);
        cell->mended = true;
    }
    enum chart_kind kind = column->type->chart;
    if (kind == CHART_KIND_COUNT && (cell->graph = graph_read(cell->text, cell->size)))
        cell->kind = CELL_GRAPH;
    if (kind != CHART_KIND_COUNT &&
        (cell->chart = chart_read(kind, cell->text, cell->size)))
        cell->kind = CELL_CHART;
}

void cell_take(const struct column *column, const char *text, struct cell *cell) {
    if (column->type->print == print_url && !url_is_safe(text))
        return;
    cell->text = text;
    cell->size = (uint32_t)strlen(text);
    if (column->type->json == JSON_AS_DATA)
        read_data(column, cell);
    if (column->type->json == JSON_AS_LIST && (cell->list = read_list(text, cell->size)))
        cell->kind = CELL_LIST;
}

void cell_clear(struct cell *cell) {
    if (cell->kind == CELL_LIST)
        json_decref(cell->list);
    else if (cell->kind == CELL_DOCUMENT)
        document_free(cell->document);
    else if (cell->kind == CELL_CHART)
        chart_free(cell->chart);
    else if (cell->kind == CELL_GRAPH)
        graph_free(cell->graph);
    if (cell->mended)
        free((char *)cell->text);
    *cell = (struct cell){0};
}

/* https://www.rfc-editor.org/rfc/rfc8259#section-6, as SQLite writes numbers. */
static bool is_json_number(const char *text) {
    size_t fraction;
    if (is_short_number(text, &fraction))
        return true;
    json_t *value = json_loads(text, JSON_DECODE_ANY, NULL);
    bool number = json_is_number(value);
    json_decref(value);
    return number;
}

static void print_json_list(const struct cell *cell, struct buffer *out) {
    size_t index;
    json_t *word;
    buffer_add_char(out, '[');
    json_array_foreach(cell->list, index, word) {
        buffer_add_text(out, index ? ", \"" : "\"");
        if (json_is_string(word))
            print_text(json_string_value(word), json_string_length(word), FORMAT_JSON, out);
        buffer_add_char(out, '"');
    }
    buffer_add_char(out, ']');
}

void cell_print_json(const struct column *column, const struct cell *cell,
                     struct buffer *out) {
    if (!cell->text) {
        buffer_add_text(out, "null");
    } else if (column->type->json == JSON_AS_LIST && cell->kind == CELL_LIST) {
        print_json_list(cell, out);
    } else if ((column->type->json == JSON_AS_NUMBER ||
                (cell->number && column->type->print == print_plain)) &&
               is_json_number(cell->text)) {
        buffer_add_text(out, cell->text);
    } else if (column->type->json == JSON_AS_DATA) {
        cell_print(column, cell, FORMAT_JSON, out);
    } else {
        buffer_add_char(out, '"');
        print_text(cell->text, cell->size, FORMAT_JSON, out);
        buffer_add_char(out, '"');
    }
}

bool column_is_markdown(const struct column *column) {
    return column->type->print == print_markdown;
}

bool cell_is_true(const struct cell *cell) {
    if (cell->kind == CELL_LIST)
        return json_array_size(cell->list) > 0;
    if (!cell->text || !*cell->text ||
        (cell->kind == CELL_CHART && chart_is_empty(cell->chart)) ||
        (cell->kind == CELL_GRAPH && graph_is_empty(cell->graph)))
        return false;
    return strcmp(cell->text, "0") != 0 && strcmp(cell->text, "0.0") != 0;
}

static bool is_block(const struct cell *cell) {
    return (cell->kind == CELL_DOCUMENT && cell->size) ||
           (cell->kind == CELL_GRAPH && !graph_is_empty(cell->graph)) ||
           (cell->kind == CELL_CHART && chart_is_block(cell->chart));
}

/* A blank line ends what is open: a line, a paragraph, HTML, a list (see type.h). */
static void begin_block(struct buffer *out) {
    size_t at = out->size;
    if (at && out->data[at - 1] != '\n') {
        buffer_add_text(out, "\n\n");
        return;
    }
    for (at -= at > 0; at && memchr(" \t\r", out->data[at - 1], 3);)
        at--;
    if (at && out->data[at - 1] != '\n')
        buffer_add_char(out, '\n');
}

void cell_print(const struct column *column, const struct cell *cell, enum format format,
                struct buffer *out) {
    if (cell->text && format == FORMAT_MD && is_block(cell))
        begin_block(out);
    if (cell->text)
        column->type->print(cell, column->decimals, format, out);
    else if (column->type->unknown)
        buffer_add_text(out, column->type->print == print_data && format == FORMAT_JSON
                                 ? "null"
                                 : "unknown");
}
