#include "serve/answer.h"

#include <stdlib.h>
#include <string.h>

/* A row that others are nested in: the statement that is at it. */
struct row {
    const struct part *part;
    sqlite3_stmt *query;
    const struct row *parent;
};

/* A parameter is a column of the rows above, the nearest first, else an argument. */
static void bind(const struct call *call, const struct row *row, sqlite3_stmt *query) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(query); i++) {
        const char *name = sqlite3_bind_parameter_name(query, i) + 1;
        const struct parameter *parameter = tool_parameter(call->tool, name);
        const struct row *above = row;
        while (above && part_member(above->part, name) < 0)
            above = above->parent;
        if (above)
            sqlite3_bind_value(
                query, i,
                sqlite3_column_value(above->query, part_member(above->part, name)));
        else if (parameter)
            parameter_bind(parameter, json_object_get(call->arguments, name), query, i);
        else
            sqlite3_bind_text(query, i, call->as_of, -1, SQLITE_TRANSIENT);
    }
}

static sqlite3_stmt *ask(const struct call *call, const struct part *part,
                         const struct row *row, struct error *error) {
    sqlite3_stmt *query =
        reader_prepare(call->reader, call->tool->declaration, part->statement, error);
    if (query)
        bind(call, row, query);
    return query;
}

static bool add_part(const struct call *call, size_t index, const struct row *row,
                     json_t *object, struct error *error);

/* The members of a row: its columns, and what is nested in it. */
static bool add_row(const struct call *call, size_t index, const struct row *row,
                    json_t *object, struct error *error) {
    const struct part *part = row->part;
    bool ok = true;
    for (size_t i = 0; i < part->members.count; i++)
        json_object_set_new(object, part->members.items[i].name,
                            member_value(&part->members.items[i], row->query, (int)i));
    for (size_t i = index + 1; ok && i < call->tool->parts.count; i++)
        if (call->tool->parts.items[i].nested && call->tool->parts.items[i].parent == index)
            ok = add_part(call, i, row, object, error);
    return ok;
}

static size_t most_of(const struct call *call, const struct part *part) {
    if (part->limit)
        return parameter_count(part->limit,
                               json_object_get(call->arguments, part->limit->name));
    return part->one || part->result ? 1 : part->nested ? NESTED_MOST : LIST_MOST;
}

/* Steps through a part's rows: as many as are wanted become items of LIST, the rest is
 * counted. */
static bool add_rows(const struct call *call, size_t index, const struct row *parent,
                     json_t *list, size_t *left_out, struct error *error) {
    const struct part *part = &call->tool->parts.items[index];
    struct row row = {part, ask(call, part, parent, error), parent};
    size_t most = most_of(call, part);
    int code = SQLITE_DONE;
    while (row.query && !error->kind && (code = sqlite3_step(row.query)) == SQLITE_ROW) {
        if (json_array_size(list) == most) {
            ++*left_out;
            continue;
        }
        json_t *object = json_object();
        json_array_append_new(list, object);
        add_row(call, index, &row, object, error);
    }
    if (!error->kind && code != SQLITE_DONE)
        reader_error(call->reader, call->tool->declaration, part->statement, error);
    sqlite3_finalize(row.query);
    return !error->kind;
}

static void set_more(json_t *object, const char *name, size_t left_out) {
    char *more = xasprintf("more_%s", name);
    json_object_set_new(object, more, json_integer((json_int_t)left_out));
    free(more);
}

static bool add_part(const struct call *call, size_t index, const struct row *row,
                     json_t *object, struct error *error) {
    const struct part *part = &call->tool->parts.items[index];
    json_t *list = json_array(), *first;
    size_t left_out = 0;
    bool ok = add_rows(call, index, row, list, &left_out, error);
    first = json_array_get(list, 0);
    if (part->result)
        json_object_update(object, first);
    else if (part->one)
        json_object_set_new(object, part->name, first ? json_incref(first) : json_null());
    else
        json_object_set(object, part->name, list);
    if (!part->result && !part->one && (left_out || !part->nested))
        set_more(object, part->name, left_out);
    json_decref(list);
    return ok;
}

/* False, with its words, where the tool will not answer. */
static bool look_for_refusal(const struct call *call, size_t index, struct error *error) {
    json_t *rows = json_array();
    size_t left_out = 0;
    if (add_rows(call, index, NULL, rows, &left_out, error) && json_array_size(rows)) {
        const json_t *message = json_object_get(json_array_get(rows, 0), "message");
        error_set(error, "%s",
                  json_is_string(message) ? json_string_value(message) : "refused");
    }
    json_decref(rows);
    return !error->kind;
}

json_t *answer_make(const struct call *call, struct error *error) {
    const struct tool *tool = call->tool;
    json_t *answer =
        json_pack("{s:s, s:s}", "edition", call->edition, "as_of", call->as_of);
    reader_begin(call->reader);
    for (size_t i = 0; !error->kind && i < tool->parts.count; i++)
        if (tool->parts.items[i].refuse)
            look_for_refusal(call, i, error);
        else if (!tool->parts.items[i].nested)
            add_part(call, i, NULL, answer, error);
    reader_end(call->reader);
    if (!error->kind)
        return answer;
    json_decref(answer);
    return NULL;
}
