#include "render/lint.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { KNOWN_SHOWN = 12 /* names, where none is near */ };

/* What is built in is not the owner's to mend, and may not fit what the owner replaced. */
static bool is_built_in(const char *file) {
    return text_starts_with(file, "built-in ");
}

void lint_warn(struct names *warnings, const char *file, int first, const char *text,
               const char *at, const char *format, ...) {
    int line = first, column = 1;
    if (is_built_in(file))
        return;
    for (const char *c = text; at && c < at; c++) {
        bool inner = ((unsigned char)*c & 0xC0) == 0x80;
        column = *c == '\n' ? 1 : column + !inner;
        line += *c == '\n';
    }
    va_list arguments;
    va_start(arguments, format);
    char *words = xvasprintf(format, arguments);
    va_end(arguments);
    *LIST_ADD(warnings) = xasprintf("%s:%d:%d: %s", file, line, column, words);
    free(words);
}

static bool has_name(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

/* what a walk tells */

static char *use_name(const struct block *block, const struct column *column) {
    return xasprintf("%s%s%s", block->statement->words[0], column ? " " : "",
                     column ? column->name : "");
}

static bool is_used(const struct lint *lint, const struct block *block,
                    const struct column *column) {
    char *name = use_name(block, column);
    bool used = has_name(&lint->used, name);
    free(name);
    return used;
}

static void use(struct lint *lint, const struct block *block, const struct column *column) {
    if (!is_used(lint, block, column))
        *LIST_ADD(&lint->used) = use_name(block, column);
}

static void found(void *owner, const struct mustache_tag *tag, struct mustache_node value) {
    struct lint *lint = owner;
    struct view_subject subject = view_subject(value);
    if (tag->prints && !subject.printable)
        error_at(
            lint->error, tag->file, tag->line, tag->column,
            "%s prints nothing: it stands for more than one value; name a column of it, "
            "or count",
            tag->text);
    if (subject.block)
        use(lint, subject.block, NULL);
    if (subject.column)
        use(lint, subject.block, subject.column);
}

/* "; did you mean 'key'?", else the first of what there is. */
static char *advice(const struct names *known, const char *name) {
    struct buffer text = {0};
    const char *near = text_nearest(name, (const char *const *)known->items, known->count);
    if (near)
        return xasprintf("; did you mean '%s'?", near);
    for (size_t i = 0; i < known->count && i < KNOWN_SHOWN; i++)
        buffer_printf(&text, "%s%s", i ? ", " : "; known are ", known->items[i]);
    if (known->count > KNOWN_SHOWN)
        buffer_printf(&text, " and %zu more", known->count - KNOWN_SHOWN);
    buffer_add(&text, "", 0);
    return buffer_take(&text);
}

/* What is right below any of NODES, each name once. */
static void list_names(const struct lint *lint, const struct mustache_node *nodes,
                       size_t count, struct names *known) {
    struct names all = {0};
    for (size_t i = 0; i < count; i++)
        view_names(&lint->view, nodes[i], &all);
    for (size_t i = 0; i < all.count; i++)
        if (!has_name(known, all.items[i]))
            *LIST_ADD(known) = xstrdup(all.items[i]);
    names_free(&all);
}

static void missing(void *owner, const struct mustache_tag *tag, const char *name,
                    bool first, const struct mustache_node *nodes, size_t count) {
    struct lint *lint = owner;
    struct names known = {0};
    list_names(lint, nodes, count, &known);
    char *hint = advice(&known, name);
    if (first)
        error_at(
            lint->error, tag->file, tag->line, tag->column,
            "%s: '%s' names nothing on %s%s: no statement, no column, and nothing that "
            "every page has%s",
            tag->text, name, lint->page ? "the page " : "pages of the folder content",
            lint->page ? lint->page->name : "", hint);
    else
        error_at(lint->error, tag->file, tag->line, tag->column,
                 "%s: nothing is called '%s' there%s", tag->text, name, hint);
    free(hint);
    names_free(&known);
}

static void misplaced(void *owner, const struct mustache_tag *tag, const char *parent,
                      char *const *blocks, size_t count) {
    struct lint *lint = owner;
    struct names known = {(char **)blocks, count, count};
    char *name = xstrndup(tag->text + strlen("{{$"), strlen(tag->text) - strlen("{{$}}"));
    char *hint = advice(&known, name);
    if (!is_built_in(tag->file))
        error_at(lint->error, tag->file, tag->line, tag->column,
                 "%s: the template '%s' has no such block%s", tag->text, parent, hint);
    free(name);
    free(hint);
}

void lint_template(struct lint *lint, struct mustache *set, const char *name,
                   enum format format) {
    static const struct buffer nothing = {0};
    const struct mustache_visitor visitor = {lint, found, missing, misplaced};
    lint->view = (struct view){
        .format = format,
        .site = lint->site,
        .presence = lint->presence,
        .body = lint->page && !page_shows_desk(lint->page->declaration) ? NULL : &nothing,
        .tables = lint->tables,
        .table_count = lint->table_count};
    struct mustache_provider provider = view_provider(&lint->view);
    lint->complete &=
        mustache_walk(set, name, &provider, view_root(&lint->view), &visitor, lint->error);
    free(lint->view.unknown);
}

/* what statements need of each other */

static const struct row *row_with(const struct row *row, const char *name,
                                  const struct column **column) {
    while (row && !row_cell(row, name, column))
        row = row->parent;
    return row;
}

static void use_parameters(struct lint *lint, const struct row *row) {
    const struct block *block = row->table->block;
    int count = sqlite3_bind_parameter_count(block->query);
    for (int i = 1; i <= count; i++) {
        const char *name = sqlite3_bind_parameter_name(block->query, i);
        const struct column *column = NULL;
        const struct row *above = name ? row_with(row->parent, name + 1, &column) : NULL;
        if (above)
            use(lint, above->table->block, column);
        else
            statement_error(lint->page->declaration, block->statement, lint->error,
                            "%s: no row above has a column for the parameter '%s'",
                            block->statement->words[0], name ? name : "?");
    }
    for (size_t i = 0; i < block->child_count; i++)
        use_parameters(lint, &row->children[i].rows[0]);
}

static void use_path(struct lint *lint, const struct row *row) {
    const struct declaration *declaration = lint->page->declaration;
    const char *at = declaration_field(declaration, "path", "");
    while ((at = strchr(at, '{'))) {
        size_t length = strcspn(++at, "}");
        char *name = xstrndup(at, length);
        const struct column *column = NULL;
        if (row && row_cell(row, name, &column))
            use(lint, row->table->block, column);
        else
            error_at(lint->error, declaration->origin,
                     declaration_field_line(declaration, "path"), 0,
                     "path: '{%s}' is no column of the statement that 'each' names", name);
        free(name);
    }
}

/* what is of no use */

static bool any_column_used(const struct lint *lint, const struct block *block) {
    bool used = false;
    for (size_t i = 0; !used && i < block->columns.count; i++)
        used = is_used(lint, block, &block->columns.items[i]);
    return used;
}

static void say_unused_columns(struct lint *lint, const struct block *block) {
    const struct statement *statement = block->statement;
    for (size_t i = 0; i < block->columns.count; i++) {
        const struct column *column = &block->columns.items[i];
        const char *at = lint_column(statement->sql, column->name);
        if (!is_used(lint, block, column))
            lint_warn(lint->warnings, lint->page->declaration->origin,
                      statement->line + (at != NULL), statement->sql, at,
                      "%s: no template uses the column '%s', and no parameter",
                      statement->words[0], column->name);
    }
}

/* Of a statement whose rows are only counted the columns do not matter. True where it or
 * one that is nested in it is used. */
static bool say_unused(struct lint *lint, const struct table *table) {
    const struct block *block = table->block;
    const struct statement *statement = block->statement;
    bool used = block == lint->page->each || is_used(lint, block, NULL) ||
                statement == presence_statement(lint->page->declaration);
    for (size_t i = 0; i < block->child_count; i++)
        used |= say_unused(lint, &table->rows[0].children[i]);
    if (!used)
        lint_warn(lint->warnings, lint->page->declaration->origin, statement->line, "",
                  NULL, "%s: no template uses this statement", statement->words[0]);
    else if (any_column_used(lint, block))
        say_unused_columns(lint, block);
    return used;
}

/* In BLOCK, or with NULL in any. */
static bool has_column(const struct page *page, const struct block *block,
                       const char *name) {
    for (size_t i = 0; i < page->blocks.count; i++)
        for (size_t c = 0; c < page->blocks.items[i].columns.count; c++)
            if ((!block || block == &page->blocks.items[i]) &&
                !strcmp(page->blocks.items[i].columns.items[c].name, name))
                return true;
    return false;
}

static void say_unused_types_of(struct lint *lint, const struct block *block,
                                const char *list, int line) {
    while (*(list += strspn(list, " ,"))) {
        char *name = xstrndup(list, strcspn(list, " ,"));
        if (!has_column(lint->page, block, name))
            lint_warn(lint->warnings, lint->page->declaration->origin, line, "", NULL,
                      "types: no statement has a column '%s'", name);
        free(name);
        list += strcspn(list, ",");
    }
}

static void say_unused_types(struct lint *lint) {
    const struct declaration *declaration = lint->page->declaration;
    say_unused_types_of(lint, NULL, declaration_field(declaration, "types", ""),
                        declaration_field_line(declaration, "types"));
    for (size_t i = 0; i < lint->page->blocks.count; i++) {
        const struct block *block = &lint->page->blocks.items[i];
        const struct header_field *types = &block->statement->types;
        if (types->value)
            say_unused_types_of(lint, block, types->value, types->line);
    }
}

/* A page of its own for every row should differ only where what it tells does. */
static void say_clocks(struct lint *lint) {
    for (size_t i = 0; lint->page->each && i < lint->page->blocks.count; i++) {
        const struct statement *statement = lint->page->blocks.items[i].statement;
        const char *at = lint_clock(statement->sql);
        if (at)
            lint_warn(lint->warnings, lint->page->declaration->origin, statement->line + 1,
                      statement->sql, at,
                      "%s: the present time in a value makes every one of these pages "
                      "another one each night; print dates, not ages",
                      statement->words[0]);
    }
}

void lint_open(struct lint *lint, struct page *page, const struct site *site,
               const struct presence *presence, struct names *warnings,
               struct error *error) {
    *lint = (struct lint){.page = page,
                          .site = site,
                          .presence = presence,
                          .warnings = warnings,
                          .error = error,
                          .complete = true};
    const struct row *each = NULL;
    size_t blocks = page ? page->blocks.count : 0;
    lint->tables = xcalloc(blocks + 1, sizeof *lint->tables);
    for (size_t i = 0; i < blocks; i++)
        if (&page->blocks.items[i] == page->each) {
            table_invent(page->each, NULL, &lint->tables[lint->table_count++]);
            each = lint->tables[0].rows;
        }
    for (size_t i = 0; i < blocks; i++)
        if (&page->blocks.items[i] != page->each && !page->blocks.items[i].nested)
            table_invent(&page->blocks.items[i], each, &lint->tables[lint->table_count++]);
    for (size_t i = 0; i < lint->table_count; i++)
        use_parameters(lint, lint->tables[i].rows);
    if (page)
        use_path(lint, each);
}

bool lint_close(struct lint *lint) {
    bool tell = lint->page && !lint->error->kind;
    for (size_t i = 0; tell && lint->complete && i < lint->table_count; i++)
        say_unused(lint, &lint->tables[i]);
    if (tell) {
        say_unused_types(lint);
        say_clocks(lint);
    }
    for (size_t i = 0; i < lint->table_count; i++)
        table_free(&lint->tables[i]);
    free(lint->tables);
    names_free(&lint->used);
    return !lint->error->kind;
}
