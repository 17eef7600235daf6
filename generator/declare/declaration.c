#include "declare/declare.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Where the parser stands in a text. */
struct cursor {
    const char *at;
    int line;
};

static const char *line_end(const char *at) {
    return at + strcspn(at, "\n");
}

static void next_line(struct cursor *cursor) {
    cursor->at = line_end(cursor->at);
    if (*cursor->at) {
        cursor->at++;
        cursor->line++;
    }
}

static char *trimmed(const char *from, const char *to) {
    while (from < to && isspace((unsigned char)*from))
        from++;
    while (from < to && isspace((unsigned char)to[-1]))
        to--;
    return xstrndup(from, (size_t)(to - from));
}

static bool is_comment(const char *at) {
    return at[0] == '-' && at[1] == '-';
}

static bool is_blank(const char *at) {
    for (const char *end = line_end(at); at < end; at++)
        if (!isspace((unsigned char)*at))
            return false;
    return true;
}

/* "key: value" has a lower-case key without spaces. */
static const char *field_colon(const char *text) {
    const char *c = text;
    while (islower((unsigned char)*c) || *c == '-')
        c++;
    return c > text && *c == ':' && (c[1] == ' ' || !c[1]) ? c : NULL;
}

static void add_documentation(struct buffer *documentation, const char *line, bool *gap) {
    if (!*line) {
        *gap = documentation->size > 0;
        return;
    }
    if (documentation->size)
        buffer_add_text(documentation, *gap ? "\n\n" : "\n");
    buffer_add_text(documentation, line);
    *gap = false;
}

/* The first comment block: documentation first, then fields; a field's value goes on in
 * lines that are indented by more than one space. */
static void parse_header(struct declaration *declaration, struct cursor *cursor) {
    struct buffer documentation = {0};
    bool gap = false;
    while (is_comment(cursor->at)) {
        const char *text = cursor->at + 2;
        char *line = trimmed(text, line_end(cursor->at));
        const char *colon = field_colon(line);
        bool goes_on = declaration->fields.count && *line && text_starts_with(text, "  ");
        if (goes_on) {
            struct header_field *last =
                &declaration->fields.items[declaration->fields.count - 1];
            char *longer = xasprintf("%s %s", last->value, line);
            free(last->value);
            last->value = longer;
        } else if (colon && (gap || declaration->fields.count)) {
            *LIST_ADD(&declaration->fields) = (struct header_field){
                xstrndup(line, (size_t)(colon - line)),
                trimmed(colon + 1, colon + strlen(colon)), cursor->line};
        } else {
            add_documentation(&documentation, line, &gap);
        }
        free(line);
        next_line(cursor);
    }
    declaration->documentation = buffer_take(&documentation);
}

/* The first sentence: up to a full stop that ends a line or stands before a space. */
static char *first_sentence(const char *text) {
    const char *end = text;
    while (*end && !(*end == '.' && (!end[1] || isspace((unsigned char)end[1]))) &&
           !(end[0] == '\n' && end[1] == '\n'))
        end++;
    char *sentence = xstrndup(text, (size_t)(end - text) + (*end == '.'));
    for (char *c = sentence; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return sentence;
}

/* The end of what begins at AT and may hold a semicolon that ends nothing: a string, a
 * quoted name, a comment. Otherwise AT + 1. */
static const char *skip_token(const char *at) {
    if (is_comment(at))
        return line_end(at);
    if (at[0] == '/' && at[1] == '*') {
        const char *end = strstr(at + 2, "*/");
        return end ? end + 2 : at + strlen(at);
    }
    char quote = *at == '[' ? ']' : *at;
    if (!strchr("'\"`]", quote) || !quote || *at == ']')
        return at + 1;
    const char *end = strchr(at + 1, quote);
    return end ? end + 1 : at + strlen(at);
}

static const char *statement_end(const char *at) {
    while (*(at += strcspn(at, "-/'\"`[;")) && *at != ';')
        at = skip_token(at);
    return at;
}

static bool split_words(const struct declaration *declaration, const char *text,
                        struct statement *statement, struct error *error) {
    size_t count = 0;
    while (*text) {
        size_t length = strcspn(text, " \t");
        if (count == COUNT_OF(statement->words))
            return error_at(error, declaration->origin, statement->line, 0,
                            "a statement's name has at most %zu words; put remarks "
                            "above it, in a comment of their own",
                            COUNT_OF(statement->words));
        statement->words[count++] = xstrndup(text, length);
        text += length;
        text += strspn(text, " \t");
    }
    return true;
}

/* Skips blank lines and remarks; the last comment line above the SQL is its name. */
static bool parse_name(const struct declaration *declaration, struct cursor *cursor,
                       struct statement *statement, struct error *error) {
    char *name = NULL;
    while (*cursor->at && (is_blank(cursor->at) || is_comment(cursor->at))) {
        free(name);
        name = NULL;
        if (is_comment(cursor->at)) {
            name = trimmed(cursor->at + 2, line_end(cursor->at));
            statement->line = cursor->line;
        }
        next_line(cursor);
    }
    bool ok = true;
    if (*cursor->at && (!name || !*name))
        ok = error_at(error, declaration->origin, cursor->line, 0,
                      "this statement has no name; write a line \"-- name\" above it");
    else if (*cursor->at)
        ok = split_words(declaration, name, statement, error);
    free(name);
    return ok;
}

static bool parse_statement(struct declaration *declaration, struct cursor *cursor,
                            struct error *error) {
    struct statement statement = {0};
    if (!parse_name(declaration, cursor, &statement, error) || !*cursor->at) {
        for (size_t i = 0; i < COUNT_OF(statement.words); i++)
            free(statement.words[i]);
        return !error->kind;
    }
    const char *end = statement_end(cursor->at);
    statement.sql = trimmed(cursor->at, end);
    *LIST_ADD(&declaration->statements) = statement;
    if (!*end)
        return error_at(error, declaration->origin, statement.line, 0,
                        "the statement '%s' does not end; close its quotes and end it with "
                        "a semicolon",
                        statement.words[0]);
    for (const char *c = cursor->at; c < end; c++)
        cursor->line += *c == '\n';
    cursor->at = end + 1;
    if (!is_blank(cursor->at))
        return error_at(error, declaration->origin, cursor->line, 0,
                        "begin the next statement on a line of its own");
    next_line(cursor);
    return true;
}

bool declaration_add(struct declaration *declaration, const char *name, const char *sql,
                     int line, struct error *error) {
    const char *end = statement_end(sql);
    struct statement *statement = LIST_ADD(&declaration->statements);
    statement->line = line;
    statement->sql = xstrndup(sql, (size_t)(end - sql));
    if (!split_words(declaration, name, statement, error))
        return false;
    const char *rest = end + (*end == ';');
    while (is_comment(rest) || isspace((unsigned char)*rest))
        rest = is_comment(rest) ? line_end(rest) : rest + 1;
    for (const char *c = sql; c < rest; c++)
        line += *c == '\n';
    return !*rest ||
           error_at(error, declaration->origin, line + 1, 0,
                    "%s: goes on behind its semicolon; write one statement", name);
}

static char *without_ending(const char *name) {
    const char *dot = strrchr(name, '.');
    return xstrndup(name, dot ? (size_t)(dot - name) : strlen(name));
}

bool declaration_parse(const struct library_file *file, struct declaration *declaration,
                       struct error *error) {
    struct cursor cursor = {file->text, 1};
    *declaration = (struct declaration){.name = without_ending(file->name),
                                        .origin = xstrdup(file->origin)};
    text_hash(file->text, file->size, declaration->hash);
    parse_header(declaration, &cursor);
    declaration->summary = first_sentence(declaration->documentation);
    if (!*declaration->summary)
        return error_at(error, file->origin, 1, 0,
                        "begins without documentation; say in a comment what it is for");
    while (*cursor.at)
        if (!parse_statement(declaration, &cursor, error))
            return false;
    return true;
}

bool declarations_read(const struct library *library, const char *prefix,
                       struct declarations *declarations, struct error *error) {
    for (size_t i = 0; i < library->count; i++) {
        const struct library_file *file = &library->items[i];
        if (text_starts_with(file->name, prefix) && text_ends_with(file->name, ".sql") &&
            !declaration_parse(file, LIST_ADD(declarations), error))
            return false;
    }
    return true;
}

void declaration_free(struct declaration *declaration) {
    for (size_t i = 0; i < declaration->fields.count; i++) {
        free(declaration->fields.items[i].key);
        free(declaration->fields.items[i].value);
    }
    for (size_t i = 0; i < declaration->statements.count; i++) {
        struct statement *statement = &declaration->statements.items[i];
        for (size_t w = 0; w < COUNT_OF(statement->words); w++)
            free(statement->words[w]);
        free(statement->sql);
        free(statement->types.value);
    }
    free(declaration->fields.items);
    free(declaration->statements.items);
    free(declaration->name);
    free(declaration->origin);
    free(declaration->summary);
    free(declaration->documentation);
    *declaration = (struct declaration){0};
}

void declarations_free(struct declarations *declarations) {
    for (size_t i = 0; i < declarations->count; i++)
        declaration_free(&declarations->items[i]);
    free(declarations->items);
    *declarations = (struct declarations){0};
}

static const struct header_field *find_field(const struct declaration *declaration,
                                             const char *key) {
    for (size_t i = 0; i < declaration->fields.count; i++)
        if (!strcmp(declaration->fields.items[i].key, key))
            return &declaration->fields.items[i];
    return NULL;
}

const char *declaration_field(const struct declaration *declaration, const char *key,
                              const char *fallback) {
    const struct header_field *field = find_field(declaration, key);
    return field ? field->value : fallback;
}

int declaration_field_line(const struct declaration *declaration, const char *key) {
    const struct header_field *field = find_field(declaration, key);
    return field ? field->line : 1;
}

const struct statement *declaration_statement(const struct declaration *declaration,
                                              const char *name) {
    for (size_t i = 0; i < declaration->statements.count; i++)
        if (!strcmp(declaration->statements.items[i].words[0], name))
            return &declaration->statements.items[i];
    return NULL;
}

static bool check_field(const struct declaration *declaration, size_t index,
                        const struct field_rule *rules, size_t count, struct error *error) {
    const struct header_field *field = &declaration->fields.items[index];
    const struct field_rule *rule = NULL;
    const char *known[32];
    for (size_t i = 0; i < count; i++) {
        known[i] = rules[i].key;
        if (!strcmp(rules[i].key, field->key))
            rule = &rules[i];
    }
    if (!rule && !count)
        return error_at(error, declaration->origin, field->line, 0,
                        "unknown header field '%s'; none stands here", field->key);
    if (!rule) {
        const char *nearest = text_nearest(field->key, known, count);
        return error_at(error, declaration->origin, field->line, 0,
                        "unknown header field '%s'; did you mean '%s'?", field->key,
                        nearest ? nearest : known[0]);
    }
    for (size_t i = 0; i < index; i++)
        if (!rule->repeat && !strcmp(declaration->fields.items[i].key, field->key))
            return error_at(error, declaration->origin, field->line, 0,
                            "header field '%s' stands twice; keep one", field->key);
    return true;
}

bool declaration_check_fields(const struct declaration *declaration,
                              const struct field_rule *rules, size_t count,
                              struct error *error) {
    for (size_t i = 0; i < declaration->fields.count; i++)
        if (!check_field(declaration, i, rules, count, error))
            return false;
    for (size_t i = 0; i < count; i++)
        if (rules[i].required && !declaration_field(declaration, rules[i].key, NULL))
            return error_at(error, declaration->origin, 1, 0,
                            "the header has no '%s:' field; add one", rules[i].key);
    return true;
}

bool statement_error(const struct declaration *declaration,
                     const struct statement *statement, struct error *error,
                     const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = xvasprintf(format, arguments);
    va_end(arguments);
    error_at(error, declaration->origin, statement->line, 0, "%s", text);
    free(text);
    return false;
}
