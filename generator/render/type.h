/*
 * Column types: what a column of a page's query is, and so how it is printed in each
 * format.
 *
 *     text         as it is, escaped              (the default)
 *     markdown     untrusted Markdown, made safe
 *     number(N)    digits in groups, N decimals   NULL prints "unknown"
 *     date, time   of an ISO time, UTC            NULL prints "unknown"
 *     rfc822       such a time as RSS and mail have it: Sat, 21 Nov 2026 21:00:00 GMT
 *     bytes        12.3 kB                        NULL prints "unknown"
 *     url          http, https and mailto only; anything else counts as NULL
 *     list         a JSON array of words; what is none is text
 *     sparkline, line, bar, stacked, calendar, distribution, gauge
 *                  a chart of JSON (see chart.h)  NULL prints "unknown"; what is no such
 *                                                 JSON is text
 *     graph        what leads where (see graph.h) likewise
 *
 * Holds: nothing in a value becomes markup, wherever a template puts it: in text, in a
 * quoted attribute, in Markdown's text, cells and links; not in a script, a style sheet, an
 * attribute without quotes, or where Markdown takes HTML that a blank line does not end
 * (pre, script, style, textarea, a comment).
 *
 * In Markdown a document, a graph and a larger chart (chart.h) are blocks, each line of
 * which counts. Behind a list's mark or in HTML only the first would be where the template
 * wants it, so a blank line goes before a block that follows anything else: it stands
 * alone, and the template's line should hold nothing but its tag.
 */
#ifndef RENDER_TYPE_H
#define RENDER_TYPE_H

#include "render/chart.h"
#include "render/document.h"
#include "render/escape.h"
#include "render/graph.h"

#include <jansson.h>
#include <stdint.h>

/* What a value's text was read as. */
enum cell_kind { CELL_TEXT, CELL_LIST, CELL_DOCUMENT, CELL_CHART, CELL_GRAPH };

/* A value of a row. Small: a page of everything has millions. */
struct cell {
    const char *text; /* of the row; NULL for SQL's NULL */
    union {
        json_t *list;              /* its items */
        struct document *document; /* of Markdown, once it was fetched */
        struct chart *chart;
        struct graph *graph;
    };
    uint32_t size; /* of the text, of which SQLite has at most 1 GB */
    uint8_t kind;  /* enum cell_kind: which of these there is */
    bool number;   /* SQL gave it as a number */
    bool mended;   /* the row's text is no UTF-8, and this is a copy for a chart or graph */
};

struct column_type {
    const char *name;
    bool unknown; /* NULL prints "unknown" */
    void (*print)(const struct cell *cell, int decimals, enum format format,
                  struct buffer *out);
    enum chart_kind chart; /* of a chart */
    enum { JSON_AS_TEXT, JSON_AS_NUMBER, JSON_AS_LIST, JSON_AS_DATA } json;
};

/* A column of a statement. */
struct column {
    char *name;
    const struct column_type *type;
    int decimals;
};

/* Reads "number(1)" into COLUMN's type; false where there is no such type. */
bool column_set_type(struct column *column, const char *text);

/* The names of all types, for messages. */
const char *column_types(void);

/* Takes a value of SQLite's into CELL, which is to be cleared with cell_clear(). TEXT stays
 * the row's. */
void cell_take(const struct column *column, const char *text, struct cell *cell);
void cell_clear(struct cell *cell);

/* What a section on the cell makes of it: NULL, "", 0, an empty list and an
 * empty chart are false. */
bool cell_is_true(const struct cell *cell);

/* Markdown whose document was not fetched is printed as plain text. */
void cell_print(const struct column *column, const struct cell *cell, enum format format,
                struct buffer *out);

/* The value as JSON, whole. */
void cell_print_json(const struct column *column, const struct cell *cell,
                     struct buffer *out);

/* Whether the column's values are documents, which are to be fetched before they are
 * printed. */
bool column_is_markdown(const struct column *column);

/* Text from anybody: hidden characters made visible, escaped for FORMAT, of HTML in
 * attributes of either quotes too; isolated where it runs from right to left and FORMAT
 * takes that (escape_isolated). */
void print_text(const char *text, size_t size, enum format format, struct buffer *out);

#endif
