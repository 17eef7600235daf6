#include "serve/tool.h"

#include <stdlib.h>
#include <string.h>

static const struct field_rule fields[] = {
    {"title", false, true}, {"parameter", true, false}, {"types", false, false}};

static bool read_parameters(struct tool *tool, struct error *error) {
    const struct declaration *declaration = tool->declaration;
    for (size_t i = 0; i < declaration->fields.count; i++)
        if (!strcmp(declaration->fields.items[i].key, "parameter") &&
            !parameter_read(declaration, &declaration->fields.items[i],
                            LIST_ADD(&tool->parameters), error))
            return false;
    return true;
}

/* "types: score number, archived boolean". */
static bool set_type(const struct tool *tool, struct member *member, struct error *error) {
    const char *list = declaration_field(tool->declaration, "types", NULL);
    size_t length = strlen(member->name);
    bool ok = member_set_type(member, "text");
    while (ok && list) {
        char *item = text_next_item(&list);
        if (text_starts_with(item, member->name) && item[length] == ' ')
            ok = member_set_type(member, item + length + 1) ||
                 error_at(error, tool->declaration->origin,
                          declaration_field_line(tool->declaration, "types"), 0,
                          "types: '%s' is no type; known are: %s", item, member_types());
        free(item);
    }
    return ok;
}

const struct parameter *tool_parameter(const struct tool *tool, const char *name) {
    for (size_t i = 0; i < tool->parameters.count; i++)
        if (!strcmp(tool->parameters.items[i].name, name))
            return &tool->parameters.items[i];
    return NULL;
}

int part_member(const struct part *part, const char *name) {
    for (size_t i = 0; i < part->members.count; i++)
        if (!strcmp(part->members.items[i].name, name))
            return (int)i;
    return -1;
}

/* The second word of a statement's name: "one", or a parameter. */
static bool read_manner(const struct tool *tool, struct part *part, struct error *error) {
    const char *word = part->statement->words[1];
    part->one = word && !strcmp(word, "one");
    part->limit = word && !part->one ? tool_parameter(tool, word) : NULL;
    bool known = !word || part->one || (part->limit && parameter_is_limit(part->limit));
    return (known && !part->statement->words[2]) ||
           statement_error(tool->declaration, part->statement, error,
                           "%s: behind its name stands nothing, 'one', or an integer "
                           "parameter with a default",
                           part->statement->words[0]);
}

/* What a parameter of SQL may be: a member of a row above, the tool's own, the time. */
static bool is_known(const struct tool *tool, const struct part *part, const char *name) {
    while (part->nested) {
        part = &tool->parts.items[part->parent];
        if (part_member(part, name) >= 0)
            return true;
    }
    return tool_parameter(tool, name) || !strcmp(name, "as_of");
}

static bool check_parameters(const struct tool *tool, const struct part *part,
                             sqlite3_stmt *query, struct error *error) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(query); i++) {
        const char *name = sqlite3_bind_parameter_name(query, i);
        if (!name || *name != ':' || !is_known(tool, part, name + 1))
            return statement_error(tool->declaration, part->statement, error,
                                   "%s: neither a row above nor the header has '%s'",
                                   part->statement->words[0], name ? name : "?");
    }
    return true;
}

static bool read_members(const struct tool *tool, struct part *part, struct reader *reader,
                         struct error *error) {
    sqlite3_stmt *query = reader_prepare(reader, tool->declaration, part->statement, error);
    bool ok = query && check_parameters(tool, part, query, error);
    for (int i = 0; ok && i < sqlite3_column_count(query); i++) {
        struct member *member = LIST_ADD(&part->members);
        member->name = xstrdup(sqlite3_column_name(query, i));
        ok = set_type(tool, member, error);
    }
    sqlite3_finalize(query);
    return ok;
}

/* "repos.parts" belongs to "repos", which stands above it. */
static bool nest(struct tool *tool, struct part *part, struct error *error) {
    const char *whole = part->statement->words[0], *dot = strrchr(whole, '.');
    part->name = dot ? dot + 1 : whole;
    part->nested = dot;
    for (size_t i = 0; dot && &tool->parts.items[i] < part; i++) {
        const char *name = tool->parts.items[i].statement->words[0];
        part->parent = i;
        if (strlen(name) == (size_t)(dot - whole) &&
            !strncmp(name, whole, (size_t)(dot - whole)))
            return true;
    }
    return !dot || statement_error(tool->declaration, part->statement, error,
                                   "%s: belongs to no statement above it", whole);
}

static bool read_part(struct tool *tool, const struct statement *statement,
                      struct reader *reader, struct error *error) {
    struct part *part = LIST_ADD(&tool->parts);
    part->statement = statement;
    part->refuse = !strcmp(statement->words[0], "refuse");
    part->result = !strcmp(statement->words[0], "result");
    if (declaration_statement(tool->declaration, statement->words[0]) != statement)
        return statement_error(tool->declaration, statement, error,
                               "the name '%s' stands twice; rename one",
                               statement->words[0]);
    return nest(tool, part, error) && read_manner(tool, part, error) &&
           read_members(tool, part, reader, error);
}

bool tool_read(const struct declaration *declaration, struct reader *reader,
               struct tool *tool, struct error *error) {
    *tool = (struct tool){.declaration = declaration,
                          .name = strchr(declaration->name, '/') + 1};
    bool ok = declaration_check_fields(declaration, fields, COUNT_OF(fields), error) &&
              read_parameters(tool, error);
    for (size_t i = 0; ok && i < declaration->statements.count; i++)
        ok = read_part(tool, &declaration->statements.items[i], reader, error);
    return ok;
}

void tool_free(struct tool *tool) {
    for (size_t i = 0; i < tool->parts.count; i++) {
        struct part *part = &tool->parts.items[i];
        for (size_t c = 0; c < part->members.count; c++)
            free(part->members.items[c].name);
        free(part->members.items);
    }
    for (size_t i = 0; i < tool->parameters.count; i++)
        parameter_free(&tool->parameters.items[i]);
    free(tool->parameters.items);
    free(tool->parts.items);
    *tool = (struct tool){0};
}
