#include "base/csv.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_COLUMNS = 1000, MOST_JSON = 128 << 20 };

void csv_open(struct csv *csv, const char *file, const char *text, size_t size) {
    static const char mark[] = "\xef\xbb\xbf";
    size_t skipped = size >= 3 && !memcmp(text, mark, 3) ? 3 : 0;
    *csv = (struct csv){.file = file, .at = text + skipped, .end = text + size, .line = 1};
}

static void clear_fields(struct csv *csv) {
    names_free(&csv->fields);
    csv->fields = (struct names){0};
}

void csv_close(struct csv *csv) {
    clear_fields(csv);
}

/* How long the end of a line at AT is; 0 where there is none. */
static size_t line_end(const struct csv *csv, const char *at) {
    if (at < csv->end && *at == '\n')
        return 1;
    return csv->end - at >= 2 && at[0] == '\r' && at[1] == '\n' ? 2 : 0;
}

static bool read_quoted(struct csv *csv, struct buffer *field, struct error *error) {
    int begun = csv->line;
    for (csv->at++; csv->at < csv->end; csv->at++) {
        if (*csv->at == '"' && (csv->at + 1 == csv->end || csv->at[1] != '"')) {
            csv->at++;
            return csv->at == csv->end || *csv->at == ',' || line_end(csv, csv->at) ||
                   error_at(error, csv->file, csv->line, 0,
                            "behind the closing quote of a field stands neither a comma "
                            "nor the end of the line; a quote within one is written \"\"");
        }
        csv->at += *csv->at == '"';
        csv->line += *csv->at == '\n';
        buffer_add_char(field, *csv->at);
    }
    return error_at(error, csv->file, begun, 0,
                    "the quote that opens a field here is never closed");
}

static bool read_plain(struct csv *csv, struct buffer *field, struct error *error) {
    for (; csv->at < csv->end && *csv->at != ',' && !line_end(csv, csv->at); csv->at++) {
        if (*csv->at == '"')
            return error_at(error, csv->file, csv->line, 0,
                            "a quote stands within a field that does not begin with one");
        if (*csv->at == '\r')
            return error_at(error, csv->file, csv->line, 0,
                            "a carriage return stands alone; lines end with LF or CRLF");
        buffer_add_char(field, *csv->at);
    }
    return true;
}

static bool read_field(struct csv *csv, struct error *error) {
    struct buffer field = {0};
    bool quoted = csv->at < csv->end && *csv->at == '"';
    bool ok = quoted ? read_quoted(csv, &field, error) : read_plain(csv, &field, error);
    if (ok && csv->fields.count == MOST_COLUMNS)
        ok = error_at(error, csv->file, csv->row_line, 0,
                      "has more than %d fields in a row", MOST_COLUMNS);
    if (ok)
        *LIST_ADD(&csv->fields) = xstrdup(buffer_text(&field));
    buffer_free(&field);
    return ok;
}

bool csv_row(struct csv *csv, struct error *error) {
    clear_fields(csv);
    for (size_t length; (length = line_end(csv, csv->at)); csv->line++)
        csv->at += length;
    csv->row_line = csv->line;
    if (csv->at == csv->end)
        return false;
    for (bool more = true; more; csv->at += more) {
        if (!read_field(csv, error))
            return false;
        more = csv->at < csv->end && *csv->at == ',';
    }
    size_t length = line_end(csv, csv->at);
    csv->at += length;
    csv->line += length != 0;
    return true;
}

static bool is_plain(char byte) {
    return (unsigned char)byte >= 0x20 && byte != '"' && byte != '\\';
}

static void add_string(struct buffer *json, const char *text) {
    buffer_add_char(json, '"');
    for (;; text++) {
        size_t plain = 0;
        while (is_plain(text[plain]))
            plain++;
        buffer_add(json, text, plain);
        text += plain;
        if (!*text)
            break;
        buffer_printf(json, *text < 0x20 ? "\\u%04x" : "\\%c", *text);
    }
    buffer_add_char(json, '"');
}

static bool check_header(const struct csv *csv, struct error *error) {
    const struct names *names = &csv->fields;
    for (size_t i = 0; i < names->count; i++) {
        if (!*names->items[i])
            return error_at(error, csv->file, csv->row_line, 0,
                            "column %zu has no name; the first row names the columns",
                            i + 1);
        for (size_t j = 0; j < i; j++)
            if (!strcmp(names->items[i], names->items[j]))
                return error_at(error, csv->file, csv->row_line, 0,
                                "names the column '%.100s' twice", names->items[i]);
    }
    return names->count ||
           error_at(error, csv->file, 1, 0, "is empty; the first row names the columns");
}

static bool add_row(const struct csv *csv, const struct names *header, struct buffer *json,
                    struct error *error) {
    if (csv->fields.count != header->count)
        return error_at(error, csv->file, csv->row_line, 0,
                        "has %zu fields where the first row names %zu columns",
                        csv->fields.count, header->count);
    buffer_add_text(json, json->size > 1 ? ",\n{" : "\n{");
    for (size_t i = 0; i < header->count; i++) {
        buffer_add_text(json, i ? "," : "");
        add_string(json, header->items[i]);
        buffer_add_char(json, ':');
        add_string(json, csv->fields.items[i]);
    }
    buffer_add_char(json, '}');
    return json->size <= MOST_JSON ||
           error_at(error, csv->file, csv->row_line, 0,
                    "is too much: with the columns' names in each row these are more than "
                    "128 MiB; shorten the names, or divide the file");
}

bool csv_json(const char *file, const char *text, size_t size, struct buffer *json,
              struct error *error) {
    struct csv csv;
    struct error inner = {0};
    if (!text_is_utf8(text, size))
        return error_at(error, file, 0, 0, "is not UTF-8 text");
    csv_open(&csv, file, text, size);
    bool ok = (csv_row(&csv, &inner) || !inner.kind) && check_header(&csv, &inner);
    struct names header = csv.fields;
    csv.fields = (struct names){0};
    buffer_add_char(json, '[');
    while (ok && csv_row(&csv, &inner))
        ok = add_row(&csv, &header, json, &inner);
    buffer_add_text(json, "\n]");
    names_free(&header);
    csv_close(&csv);
    ok = !inner.kind;
    error_move(error, &inner);
    return ok;
}
