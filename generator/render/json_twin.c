#include "render/json_twin.h"

#include <string.h>

static void add_string(const char *text, struct buffer *out) {
    buffer_add_char(out, '"');
    print_text(text, strlen(text), FORMAT_JSON, out);
    buffer_add_char(out, '"');
}

static void add_member(const char *name, const char *text, struct buffer *out) {
    buffer_add_text(out, "  ");
    add_string(name, out);
    buffer_add_text(out, ": ");
    if (text)
        add_string(text, out);
}

static void indent(size_t depth, struct buffer *out) {
    buffer_add_char(out, '\n');
    for (size_t i = 0; i < depth; i++)
        buffer_add_char(out, ' ');
}

static void add_table(const struct table *table, size_t depth, struct buffer *out);

static void add_row(const struct row *row, size_t depth, struct buffer *out) {
    const struct block *block = row->table->block;
    const char *comma = "";
    buffer_add_char(out, '{');
    for (size_t i = 0; i < block->columns.count; i++, comma = ", ") {
        buffer_add_text(out, comma);
        add_string(block->columns.items[i].name, out);
        buffer_add_text(out, ": ");
        cell_print_json(&block->columns.items[i], &row->cells[i], out);
    }
    for (size_t i = 0; i < block->child_count; i++, comma = ",") {
        buffer_add_text(out, *comma ? "," : "");
        indent(depth + 1, out);
        add_string(block->children[i]->name, out);
        buffer_add_text(out, ": ");
        add_table(&row->children[i], depth + 1, out);
    }
    buffer_add_char(out, '}');
}

static void add_table(const struct table *table, size_t depth, struct buffer *out) {
    buffer_add_char(out, '[');
    for (size_t i = 0; i < table->count; i++) {
        buffer_add_text(out, i ? "," : "");
        indent(depth + 1, out);
        add_row(&table->rows[i], depth + 1, out);
    }
    buffer_add_char(out, ']');
}

void json_twin(const struct site *site, const struct edition *edition, const char *path,
               const char *title, const struct table *tables, size_t count,
               const char *markdown, struct buffer *out) {
    const char *const members[][2] = {{"site", site->title},
                                      {"edition", edition->name},
                                      {"title", title},
                                      {"path", path},
                                      {"markdown", markdown}};
    buffer_add_text(out, "{\n");
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        if (!members[i][1])
            continue;
        buffer_add_text(out, i ? ",\n" : "");
        add_member(members[i][0], members[i][1], out);
    }
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(out, ",\n");
        add_member(tables[i].block->name, NULL, out);
        if (tables[i].is_row)
            add_row(&tables[i].rows[0], 2, out);
        else
            add_table(&tables[i], 2, out);
    }
    buffer_add_text(out, "\n}\n");
}
