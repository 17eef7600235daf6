#include "render/page.h"

#include "render/presence.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct field_rule page_fields[] = {
    {"path", false, true},    {"title", false, true},  {"each", false, false},
    {"within", false, false}, {"types", false, false}, {"formats", false, false},
    {"shows", false, false},  {"needs", false, false},
};

/* "types: body markdown, at date": the type of the column of that name, or the default. */
static bool set_type(const struct page *page, const struct statement *statement,
                     struct column *column, struct error *error) {
    bool own = statement->types.value;
    int line =
        own ? statement->types.line : declaration_field_line(page->declaration, "types");
    const char *list =
        own ? statement->types.value : declaration_field(page->declaration, "types", "");
    size_t length = strlen(column->name);
    column_set_type(column, "text");
    while (*list) {
        list += strspn(list, " ,");
        size_t item = strcspn(list, ",");
        if (!strncmp(list, column->name, length) && list[length] == ' ') {
            const char *from = list + length + strspn(list + length, " ");
            size_t size = (size_t)(list + item - from);
            while (size && from[size - 1] == ' ')
                size--;
            char *type = xstrndup(from, size);
            bool ok = column_set_type(column, type) ||
                      error_at(error, page->declaration->origin, line, 0,
                               "types: '%s' of column '%s' is no type; known are: %s", type,
                               column->name, column_types());
            free(type);
            return ok;
        }
        list += item;
    }
    return true;
}

static struct block *find_block(struct page *page, const char *name, size_t length) {
    for (size_t i = 0; i < page->blocks.count; i++)
        if (strlen(page->blocks.items[i].name) == length &&
            !strncmp(page->blocks.items[i].name, name, length))
            return &page->blocks.items[i];
    return NULL;
}

static bool prepare_block(struct page *page, struct block *block,
                          const struct statement *statement, struct reader *reader,
                          struct error *error) {
    if (declaration_statement(page->declaration, statement->words[0]) != statement)
        return statement_error(page->declaration, statement, error,
                               "the name '%s' stands twice; rename one",
                               statement->words[0]);
    const char *dot = strrchr(statement->words[0], '.');
    block->name = dot ? dot + 1 : statement->words[0];
    block->nested = dot != NULL;
    block->statement = statement;
    block->query = reader_prepare(reader, page->declaration, statement, error);
    if (!block->query)
        return false;
    for (int i = 0; i < sqlite3_column_count(block->query); i++) {
        struct column *column = LIST_ADD(&block->columns);
        column->name = xstrdup(sqlite3_column_name(block->query, i));
        if (!set_type(page, statement, column, error))
            return false;
    }
    return true;
}

/* "issues.labels" belongs to "issues"; of "a.b.c" the parent is the block called b. */
static bool nest(struct page *page, struct block *block, struct error *error) {
    if (!block->nested)
        return true;
    const char *whole = block->statement->words[0];
    size_t length = (size_t)(block->name - whole) - 1;
    const char *parent_name = whole;
    for (size_t i = 0; i < length; i++)
        if (whole[i] == '.')
            parent_name = whole + i + 1;
    struct block *parent =
        find_block(page, parent_name, length - (size_t)(parent_name - whole));
    if (!parent || parent == block)
        return statement_error(page->declaration, block->statement, error,
                               "is nested in '%.*s', which is no statement of this file",
                               (int)length, whole);
    parent->children = array_grow(parent->children, parent->child_count,
                                  &parent->child_capacity, sizeof *parent->children);
    parent->children[parent->child_count++] = block;
    return true;
}

bool page_is_of_repository(const struct declaration *declaration) {
    return declaration_field(declaration, "within", NULL) != NULL;
}

static bool check_within(const struct declaration *declaration, struct error *error) {
    const char *within = declaration_field(declaration, "within", "repository");
    return !strcmp(within, "repository") ||
           error_at(error, declaration->origin,
                    declaration_field_line(declaration, "within"), 0,
                    "within: '%s' is unknown; write 'repository', or leave it out", within);
}

bool page_shows_desk(const struct declaration *declaration) {
    return declaration_field(declaration, "shows", NULL) != NULL;
}

/* A row for each day, in a page that is of no repository. */
static bool check_shows(const struct declaration *declaration, struct error *error) {
    const char *shows = declaration_field(declaration, "shows", "desk");
    int line = declaration_field_line(declaration, "shows");
    if (strcmp(shows, "desk"))
        return error_at(error, declaration->origin, line, 0,
                        "shows: '%s' is unknown; write 'desk', or leave it out", shows);
    return !page_shows_desk(declaration) ||
           (declaration_field(declaration, "each", NULL) &&
            !page_is_of_repository(declaration)) ||
           error_at(error, declaration->origin, line, 0,
                    "shows: goes with 'each', of which every row is a day, and without "
                    "'within'");
}

static bool check_needs(const struct page *page, struct error *error) {
    const struct statement *statement = presence_statement(page->declaration);
    sqlite3_stmt *query = NULL;
    for (size_t i = 0; statement && i < page->blocks.count; i++)
        if (page->blocks.items[i].statement == statement)
            query = page->blocks.items[i].query;
    return presence_check(page->declaration, query, error);
}

bool page_prepare(const struct declaration *declaration, struct reader *reader,
                  struct page *page, struct error *error) {
    *page = (struct page){.declaration = declaration,
                          .name = strchr(declaration->name, '/') + 1};
    if (!declaration_check_fields(declaration, page_fields, COUNT_OF(page_fields), error) ||
        !check_within(declaration, error) || !check_shows(declaration, error))
        return false;
    for (size_t i = 0; i < declaration->statements.count; i++)
        if (!prepare_block(page, LIST_ADD(&page->blocks), &declaration->statements.items[i],
                           reader, error))
            return false;
    for (size_t i = 0; i < page->blocks.count; i++)
        if (!nest(page, &page->blocks.items[i], error))
            return false;
    const char *each = declaration_field(declaration, "each", NULL);
    page->each = each ? find_block(page, each, strlen(each)) : NULL;
    if (each && !page->each)
        return error_at(error, declaration->origin,
                        declaration_field_line(declaration, "each"), 0,
                        "each: there is no statement '%s' in this file", each);
    return check_needs(page, error);
}

bool page_has_markdown(const struct page *page) {
    bool has = false;
    for (size_t b = 0; b < page->blocks.count; b++)
        for (size_t c = 0; c < page->blocks.items[b].columns.count; c++)
            has |= column_is_markdown(&page->blocks.items[b].columns.items[c]);
    return has;
}

void page_free(struct page *page) {
    for (size_t i = 0; i < page->blocks.count; i++) {
        struct block *block = &page->blocks.items[i];
        for (size_t c = 0; c < block->columns.count; c++)
            free(block->columns.items[c].name);
        free(block->columns.items);
        free(block->children);
        sqlite3_finalize(block->query);
    }
    free(page->blocks.items);
    *page = (struct page){0};
}

const struct cell *row_cell(const struct row *row, const char *name,
                            const struct column **column) {
    const struct block *block = row->table->block;
    for (size_t i = 0; i < block->columns.count; i++)
        if (!strcmp(block->columns.items[i].name, name)) {
            if (column)
                *column = &block->columns.items[i];
            return &row->cells[i];
        }
    return NULL;
}

static const struct cell *find_cell(const struct row *row, const char *name) {
    const struct cell *cell = NULL;
    for (; row && !cell; row = row->parent)
        cell = row_cell(row, name, NULL);
    return cell;
}

const char *row_text(const struct row *row, const char *name) {
    const struct cell *cell = find_cell(row, name);
    return cell ? cell->text : NULL;
}

static bool bind(const struct page *page, const struct block *block,
                 const struct row *parent, struct error *error) {
    int count = sqlite3_bind_parameter_count(block->query);
    for (int i = 1; i <= count; i++) {
        const char *name = sqlite3_bind_parameter_name(block->query, i);
        const struct cell *cell = name ? find_cell(parent, name + 1) : NULL;
        if (!cell)
            return statement_error(page->declaration, block->statement, error,
                                   "%s: no row above has a column for the parameter '%s'",
                                   block->statement->words[0], name ? name : "?");
        sqlite3_bind_text(block->query, i, cell->text, -1, SQLITE_TRANSIENT);
    }
    return true;
}

/* A row is one piece of memory, with TEXT_SIZE bytes for its texts: pages have many, and
 * most are short. */
static struct row *add_row(struct table *table, const struct row *parent,
                           size_t text_size) {
    const struct block *block = table->block;
    table->rows =
        array_grow(table->rows, table->count, &table->capacity, sizeof *table->rows);
    struct row *row = &table->rows[table->count++];
    *row = (struct row){.table = table, .parent = parent};
    row->children = xcalloc(1, block->child_count * sizeof *row->children +
                                   block->columns.count * sizeof *row->cells + text_size);
    row->cells = (struct cell *)(row->children + block->child_count);
    row->text = (char *)(row->cells + block->columns.count);
    return row;
}

/* Copies TEXT to where *FREE points, which then points behind it. */
static const char *keep_text(const char *text, char **free) {
    const char *kept = *free;
    *free = stpcpy(*free, text) + 1;
    return kept;
}

/* How much room the texts of the row that a query is at take. */
static size_t find_text_size(sqlite3_stmt *query, int columns) {
    size_t size = 0;
    for (int i = 0; i < columns; i++)
        if (sqlite3_column_text(query, i))
            size += (size_t)sqlite3_column_bytes(query, i) + 1;
    return size;
}

static void take_row(struct table *table, const struct row *parent) {
    const struct block *block = table->block;
    int count = (int)block->columns.count;
    bool number[count + 1]; /* known until it is asked for text */
    for (int i = 0; i < count; i++) {
        int type = sqlite3_column_type(block->query, i);
        number[i] = type == SQLITE_INTEGER || type == SQLITE_FLOAT;
    }
    struct row *row = add_row(table, parent, find_text_size(block->query, count));
    char *free = row->text;
    for (int i = 0; i < count; i++) {
        const char *text = (const char *)sqlite3_column_text(block->query, i);
        row->cells[i].number = number[i];
        if (text)
            cell_take(&block->columns.items[i], keep_text(text, &free), &row->cells[i]);
    }
}

bool table_fill(struct page *page, struct reader *reader, struct block *block,
                const struct row *parent, struct table *table, struct error *error) {
    *table = (struct table){.block = block};
    sqlite3_reset(block->query);
    if (!bind(page, block, parent, error))
        return false;
    reader_begin(reader);
    int code;
    while ((code = sqlite3_step(block->query)) == SQLITE_ROW)
        take_row(table, parent);
    reader_end(reader);
    if (code != SQLITE_DONE)
        reader_error(reader, page->declaration, block->statement, error);
    sqlite3_reset(block->query);
    for (size_t r = 0; !error->kind && r < table->count; r++)
        for (size_t c = 0; !error->kind && c < block->child_count; c++)
            table_fill(page, reader, block->children[c], &table->rows[r],
                       &table->rows[r].children[c], error);
    return !error->kind;
}

void table_invent(struct block *block, const struct row *parent, struct table *table) {
    static const char any[] = "[\"\"]"; /* a list of one word, as any other type a text */
    *table = (struct table){.block = block};
    struct row *row = add_row(table, parent, 0);
    for (size_t i = 0; i < block->columns.count; i++)
        cell_take(&block->columns.items[i], any, &row->cells[i]);
    for (size_t i = 0; i < block->child_count; i++)
        table_invent(block->children[i], row, &row->children[i]);
}

void table_free(struct table *table) {
    for (size_t r = 0; r < table->count; r++) {
        struct row *row = &table->rows[r];
        for (size_t i = 0; i < table->block->columns.count; i++)
            cell_clear(&row->cells[i]);
        for (size_t c = 0; c < table->block->child_count; c++)
            if (row->children[c].block)
                table_free(&row->children[c]);
        free(row->children);
    }
    free(table->rows);
    *table = (struct table){0};
}

static void digest_text(const char *text, size_t size, struct digest *digest) {
    digest_add(digest, &size, sizeof size);
    digest_add(digest, text, size);
}

void table_digest(const struct table *table, struct digest *digest) {
    static const size_t no_text = SIZE_MAX;
    const struct block *block = table->block;
    digest_text(block->name, strlen(block->name), digest);
    digest_add(digest, &table->count, sizeof table->count);
    for (size_t r = 0; r < table->count; r++) {
        const struct row *row = &table->rows[r];
        for (size_t i = 0; i < block->columns.count; i++)
            if (row->cells[i].text)
                digest_text(row->cells[i].text, row->cells[i].size, digest);
            else
                digest_add(digest, &no_text, sizeof no_text);
        for (size_t i = 0; i < block->columns.count; i++)
            digest_add(digest, row->cells[i].number ? "n" : "t", 1);
        for (size_t c = 0; c < block->child_count; c++)
            table_digest(&row->children[c], digest);
    }
}

void table_each_cell(const struct table *table, void *owner,
                     void (*visit)(void *owner, const struct row *row,
                                   const struct column *column, struct cell *cell)) {
    const struct block *block = table->block;
    for (size_t r = 0; r < table->count; r++) {
        struct row *row = &table->rows[r];
        for (size_t i = 0; i < block->columns.count; i++)
            visit(owner, row, &block->columns.items[i], &row->cells[i]);
        for (size_t c = 0; c < block->child_count; c++)
            if (row->children[c].block)
                table_each_cell(&row->children[c], owner, visit);
    }
}
