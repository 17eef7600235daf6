#include "snapshot/load.h"

#include "snapshot/query.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { PLACE_BITS = 32 }; /* rows of a run: more than anybody stages */

/* Binds whatever of the usual parameters the statement has. */
static void bind_usual(struct load *load, sqlite3_stmt *query, const char *columns) {
    const struct {
        const char *name, *value;
    } usual[] = {{":table", load->table},
                 {":stage", load->stage},
                 {":columns", columns},
                 {":fixed", load->fixed}};
    for (size_t i = 0; i < COUNT_OF(usual); i++)
        if (sqlite3_bind_parameter_index(query, usual[i].name))
            query_bind_text(query, usual[i].name, usual[i].value);
}

static char *json_of_fixed(const struct load_fixed *fixed, size_t count) {
    json_t *object = json_object();
    for (size_t i = 0; i < count; i++)
        if (fixed[i].value)
            json_object_set_new(object, fixed[i].column, json_string(fixed[i].value));
    char *text = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    return text;
}

static char *json_of_names(const char *const *names, size_t count) {
    struct buffer json = {0};
    for (size_t i = 0; i < count; i++)
        buffer_printf(&json, "%s\"%s\"", i ? "," : "[", names[i]);
    buffer_add_text(&json, count ? "]" : "[]");
    return buffer_take(&json);
}

sqlite3_stmt *load_make(struct load *load, const char *name) {
    char *columns =
        json_of_names((const char *const *)load->columns.items, load->columns.count);
    sqlite3_stmt *maker = snapshot_query(load->snapshot, name);
    bind_usual(load, maker, columns);
    char *sql = query_text(maker);
    sqlite3_stmt *query = NULL;
    if (sql && sqlite3_prepare_v3(load->snapshot->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &query, NULL) != SQLITE_OK)
        query_fail(load->snapshot->db, sql);
    free(sql);
    free(columns);
    return query;
}

/* The places (rowids) of a batch's rows follow each other: a batch is a range of them. */
static void bind_batch(struct load *load, sqlite3_stmt *query) {
    int64_t first = load->batch << PLACE_BITS;
    const struct {
        const char *name;
        int64_t place;
    } places[] = {{":first", first},
                  {":last", first + (INT64_C(1) << PLACE_BITS) - 1},
                  {":place", first + load->places}};
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        int index = sqlite3_bind_parameter_index(query, places[i].name);
        if (index)
            sqlite3_bind_int64(query, index, places[i].place);
    }
}

static void make_and_run(struct load *load, const char *name) {
    sqlite3_stmt *query = load_make(load, name);
    query_run(query);
    sqlite3_finalize(query);
}

static bool has(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

/* The table's columns in KNOWN; also tells whether the given ones suffice. */
static bool check_columns(struct load *load, struct names *known, struct error *error) {
    sqlite3_stmt *query = snapshot_query(load->snapshot, "load.columns");
    query_bind_text(query, ":table", load->table);
    load->creates = true;
    while (query_row(query)) {
        const char *name = column_text(query, 0);
        bool given = has(&load->columns, name);
        *LIST_ADD(known) = xstrdup(name);
        if (sqlite3_column_int(query, 1) && !given)
            error_set(error, "rows of %s need their key's column '%s'", load->table, name);
        if (sqlite3_column_int(query, 2) && !given)
            load->creates = false;
    }
    if (!known->count)
        return error_set(error, "there is no table '%s'", load->table);
    for (size_t i = 0; i < load->columns.count; i++)
        for (size_t j = 0; j < i; j++)
            if (!strcmp(load->columns.items[i], load->columns.items[j]))
                error_set(error, "table %s is given its column '%s' twice%s", load->table,
                          load->columns.items[i],
                          j < load->values.count ? ", by the program itself, too" : "");
    for (size_t i = 0; i < load->columns.count; i++)
        if (!has(known, load->columns.items[i])) {
            const char *nearest = text_nearest(
                load->columns.items[i], (const char *const *)known->items, known->count);
            error_set(error, "table %s has no column '%s'; did you mean '%s'?", load->table,
                      load->columns.items[i], nearest ? nearest : known->items[0]);
        }
    return !error->kind;
}

bool load_open(struct snapshot *snapshot, const char *table, sqlite3_stmt *select,
               const struct load_fixed *fixed, size_t fixed_count, struct load *load,
               struct error *error) {
    static int stages;
    *load = (struct load){.snapshot = snapshot,
                          .table = xstrdup(table),
                          .stage = xasprintf("stage_%d", ++stages),
                          .fixed = json_of_fixed(fixed, fixed_count),
                          .repo = -1,
                          .number = -1};
    for (size_t i = 0; i < fixed_count; i++) {
        *LIST_ADD(&load->columns) = xstrdup(fixed[i].column);
        *LIST_ADD(&load->values) = fixed[i].value ? xstrdup(fixed[i].value) : NULL;
    }
    for (int i = 0; i < sqlite3_column_count(select); i++) {
        const char *name = sqlite3_column_name(select, i);
        *LIST_ADD(&load->columns) = xstrdup(name);
        if (!strcmp(name, "repo"))
            load->repo = i;
        else if (!strcmp(name, "number"))
            load->number = i;
    }
    struct names known = {0};
    bool ok = check_columns(load, &known, error);
    names_free(&known);
    if (!ok)
        return false;
    return true;
}

static void make_stage(struct load *load) {
    if (load->has_stage)
        return;
    load->has_stage = true;
    make_and_run(load, "load.create_stage");
    make_and_run(load, "load.index_stage");
    load->add = load_make(load, "load.add");
}

/* Often nothing is given: what is needed for rows is made when there are some. */
static bool is_ready(struct load *load) {
    if (load->places && !load->staged) {
        load->staged = load_make(load, "load.staged");
        load->exists = load_make(load, "load.exists");
        load->insert = load_make(load, "load.insert");
        load->update = load_make(load, "load.update");
        load->supersede = load_make(load, "load.supersede");
        load->empty = load_make(load, "load.empty_stage");
    }
    return load->places;
}

void load_choose(struct load *load, int64_t batch) {
    load->batch = batch;
}

static const char *text_or_null(sqlite3_stmt *select, int column) {
    return column < 0 ? NULL : (const char *)sqlite3_column_text(select, column);
}

static void bind_subject(const struct load *load, sqlite3_stmt *select, sqlite3_stmt *query,
                         int place) {
    const char *repo = text_or_null(select, load->repo);
    const char *number = repo ? text_or_null(select, load->number) : NULL;
    char *subject = number ? xasprintf("%s#%s", repo, number) : xstrdup(repo ? repo : "");
    sqlite3_bind_text(query, place, subject, -1, free);
}

/* A text ends at a NUL: JSON's \u0000 is one to newer versions of SQLite only. */
static void bind_value(sqlite3_stmt *query, int place, sqlite3_value *value) {
    bool text = sqlite3_value_type(value) == SQLITE_TEXT;
    const char *bytes = text ? (const char *)sqlite3_value_text(value) : NULL;
    if (bytes && strlen(bytes) < (size_t)sqlite3_value_bytes(value))
        sqlite3_bind_text(query, place, bytes, -1, SQLITE_TRANSIENT);
    else
        sqlite3_bind_value(query, place, value);
}

void load_bind(const struct load *load, sqlite3_stmt *select, sqlite3_stmt *query) {
    int fixed = (int)load->values.count, last = sqlite3_bind_parameter_count(query);
    for (int i = 0; i < fixed && i < last; i++)
        if (load->values.items[i])
            sqlite3_bind_text(query, i + 1, load->values.items[i], -1, SQLITE_STATIC);
        else
            bind_subject(load, select, query, i + 1);
    for (int i = 0; i < sqlite3_column_count(select) && fixed + i < last; i++)
        bind_value(query, fixed + i + 1, sqlite3_column_value(select, i));
}

void load_stage(struct load *load, sqlite3_stmt *select) {
    make_stage(load);
    load_bind(load, select, load->add);
    load->places++;
    bind_batch(load, load->add);
    query_run(load->add);
}

static void bind_row(struct load *load, sqlite3_stmt *query) {
    int parameters = sqlite3_bind_parameter_count(query);
    for (int i = 0; i < parameters; i++)
        sqlite3_bind_value(query, i + 1, sqlite3_column_value(load->staged, i));
}

static const char *staged_text(struct load *load, const char *column) {
    for (size_t i = load->values.count; i < load->columns.count; i++)
        if (!strcmp(load->columns.items[i], column))
            return (const char *)sqlite3_column_text(load->staged, (int)i);
    return NULL;
}

static bool is_zone(const char *text) {
    for (int zone = 0; text && zone < ZONE_COUNT; zone++)
        if (!strcmp(text, zone_names[zone]))
            return true;
    return false;
}

/* A time like "now" makes the CHECK itself fail: what it is, the row does not say. */
static bool is_of_no_time(sqlite3 *db) {
    return strstr(sqlite3_errmsg(db), "non-deterministic use of");
}

bool load_is_refusal(sqlite3 *db, int code) {
    code &= 0xff;
    return code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG || code == SQLITE_MISMATCH ||
           (code == SQLITE_ERROR && is_of_no_time(db));
}

const char *load_reason(sqlite3 *db, bool *orphan) {
    const char *message = sqlite3_errmsg(db);
    *orphan = strstr(message, "FOREIGN KEY");
    if (is_of_no_time(db))
        return "a time of it is 'now', or another word that is no time";
    return *orphan ? "refers to a row that is not there" : message;
}

/* What the statement that NAME makes says of the present staged row. */
static char *staged_json(struct load *load, const char *name) {
    sqlite3_stmt *query = load_make(load, name);
    bind_row(load, query);
    char *json = query_text(query);
    sqlite3_finalize(query);
    return json;
}

static void hand_over(struct load *load,
                      void (*refuse)(void *context, const struct load_refusal *),
                      void *context) {
    enum { LONGEST_ROW = 4096 };
    bool orphan;
    char *reason = xstrdup(load_reason(load->snapshot->db, &orphan));
    char *row = staged_json(load, "load.row_json");
    char *key = staged_json(load, "load.key_json");
    const char *zone = staged_text(load, "zone");
    struct load_refusal refusal = {row,
                                   key,
                                   is_zone(zone) ? zone : zone ? "restricted" : NULL,
                                   staged_text(load, "repo"),
                                   reason,
                                   orphan};
    if (row)
        text_cut(row, LONGEST_ROW);
    refuse(context, &refusal);
    free(row);
    free(key);
    free(reason);
}

/* One row: true where it is in the table afterwards. */
static bool apply_row(struct load *load) {
    bind_row(load, load->exists);
    bool exists = query_row(load->exists);
    sqlite3_reset(load->exists);
    sqlite3_stmt *change = exists ? load->update : load->insert;
    if (!change)
        return true;
    bind_row(load, change);
    int code = sqlite3_step(change);
    sqlite3_reset(change);
    if (code != SQLITE_DONE && !load_is_refusal(load->snapshot->db, code))
        query_fail(load->snapshot->db, load->table);
    return code == SQLITE_DONE;
}

void load_supersede(struct load *load, const char *source, const char *declaration,
                    const char *scope) {
    if (!is_ready(load))
        return;
    query_bind_text(load->supersede, ":source", source);
    query_bind_text(load->supersede, ":declaration", declaration);
    query_bind_text(load->supersede, ":scope", scope);
    bind_batch(load, load->supersede);
    query_run(load->supersede);
}

size_t load_apply(struct load *load,
                  void (*refuse)(void *context, const struct load_refusal *),
                  void *context) {
    size_t loaded = 0;
    if (!is_ready(load))
        return 0;
    bind_batch(load, load->staged);
    while (query_row(load->staged)) {
        if (apply_row(load))
            loaded++;
        else
            hand_over(load, refuse, context);
    }
    return loaded;
}

void load_clear(struct load *load) {
    if (!is_ready(load))
        return;
    bind_batch(load, load->empty);
    query_run(load->empty);
}

/* Runs the statement that load.sql's NAME makes for a scope; its first value. */
static int64_t ask_scope(struct load *load, const char *name, const char *verb,
                         const char *column, const char *value) {
    make_stage(load);
    sqlite3_stmt *maker = snapshot_query(load->snapshot, name);
    query_bind_text(maker, ":column", column);
    query_bind_text(maker, ":value", value);
    if (verb)
        query_bind_text(maker, ":verb", verb);
    bind_usual(load, maker, NULL);
    char *sql = query_text(maker);
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(load->snapshot->db, sql, -1, &query, NULL) != SQLITE_OK)
        query_fail(load->snapshot->db, sql);
    bind_batch(load, query);
    int64_t answer = query_int(query, 0);
    sqlite3_finalize(query);
    free(sql);
    return answer;
}

int64_t load_count_known(struct load *load, const char *column, const char *value) {
    return ask_scope(load, "load.known", NULL, column, value);
}

int64_t load_count_gone(struct load *load, const char *column, const char *value) {
    return ask_scope(load, "load.gone", "SELECT count(*)", column, value);
}

void load_remove_gone(struct load *load, const char *column, const char *value) {
    ask_scope(load, "load.gone", "DELETE", column, value);
}

void load_writes(const struct load *load, struct names *writes) {
    sqlite3_stmt *query = snapshot_query(load->snapshot, "load.columns");
    query_bind_text(query, ":table", load->table);
    while (query_row(query)) {
        const char *name = column_text(query, 0);
        bool is_key = sqlite3_column_int(query, 1);
        if (load->creates || (!is_key && has(&load->columns, name)))
            *LIST_ADD(writes) = xasprintf("%s.%s", load->table, name);
    }
    if (load->creates)
        *LIST_ADD(writes) = xasprintf("%s.", load->table); /* count(*) names no column */
}

void load_close(struct load *load) {
    sqlite3_stmt *queries[] = {load->exists, load->insert,    load->update, load->add,
                               load->staged, load->supersede, load->empty};
    for (size_t i = 0; i < COUNT_OF(queries); i++)
        sqlite3_finalize(queries[i]);
    if (load->has_stage)
        make_and_run(load, "load.drop_stage");
    free(load->fixed);
    names_free(&load->columns);
    names_free(&load->values);
    free(load->table);
    free(load->stage);
    *load = (struct load){0};
}
