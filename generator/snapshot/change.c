#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "snapshot/change.h"

#include "snapshot/query.h"

#include <assert.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

enum { MANY = 10000 };

struct column {
    char *note; /* "issue.title"; the table's name where it identifies */
    bool identifies;
};

struct table {
    char *name;
    bool is_history;  /* X_was: its rows come and go */
    int source, repo; /* the columns that name the repository, or -1 */
    struct {
        struct column *items;
        size_t count, capacity;
    } columns;
};

struct note {
    const char *what, *source, *repo;
};

struct changes {
    struct snapshot *snapshot;
    sqlite3_stmt *note;
    struct {
        struct table *items; /* in order of their names */
        size_t count, capacity;
    } tables;
    struct table *last; /* rows of one table come together */
    void *known;        /* the notes as a tree, to have each once */
    struct {
        struct note **items;
        size_t count, capacity;
    } notes;
};

static struct table *add_table(struct changes *changes, const char *name) {
    struct table *table = LIST_ADD(&changes->tables);
    size_t length = strlen(name);
    table->name = xstrdup(name);
    table->is_history = length > 4 && !strcmp(name + length - 4, "_was");
    table->source = table->repo = -1;
    return table;
}

static void read_tables(struct changes *changes) {
    sqlite3_stmt *query = snapshot_query(changes->snapshot, "change.columns");
    struct table *table = NULL;
    while (query_row(query)) {
        const char *name = column_text(query, 0), *column = column_text(query, 1);
        if (!table || strcmp(table->name, name))
            table = add_table(changes, name);
        int index = sqlite3_column_int(query, 2), place = sqlite3_column_int(query, 4);
        bool identifies = sqlite3_column_int(query, 3);
        assert((size_t)index == table->columns.count); /* generated columns come last */
        *LIST_ADD(&table->columns) = (struct column){
            identifies ? xstrdup(name) : xasprintf("%s.%s", name, column), identifies};
        table->source = place == 1 ? index : table->source;
        table->repo = place == 2 ? index : table->repo;
    }
}

static int compare_name(const void *name, const void *table) {
    return strcmp(name, ((const struct table *)table)->name);
}

static struct table *find_table(struct changes *changes, const char *name) {
    if (!changes->last || strcmp(changes->last->name, name))
        changes->last = bsearch(name, changes->tables.items, changes->tables.count,
                                sizeof *changes->tables.items, compare_name);
    return changes->last;
}

static int compare_notes(const void *left, const void *right) {
    const struct note *one = left, *other = right;
    int order = strcmp(one->repo, other->repo);
    order = order ? order : strcmp(one->what, other->what);
    return order ? order : strcmp(one->source, other->source);
}

static void free_note(void *item) {
    struct note *note = item;
    free((char *)note->source);
    free((char *)note->repo);
    free(note);
}

static void forget_notes(struct changes *changes) {
    tdestroy(changes->known, free_note);
    changes->known = NULL;
    changes->notes.count = 0;
}

typedef int side(sqlite3 *db, int column, sqlite3_value **value);

/* The text of a column of the row, "" where it is NULL or there is no such column. */
static const char *text_of(sqlite3 *db, side *row, int column) {
    sqlite3_value *value = NULL;
    const char *text = NULL;
    if (column >= 0 && row(db, column, &value) == SQLITE_OK)
        text = (const char *)sqlite3_value_text(value);
    return text ? text : "";
}

/* Rows of one repository come together. */
static bool is_noted(const struct changes *changes, const struct note *note) {
    return changes->notes.count &&
           !compare_notes(changes->notes.items[changes->notes.count - 1], note);
}

/* Notes that of the row's repository WHAT changed. */
static void add_note(struct changes *changes, const struct table *table, const char *what,
                     side *row) {
    sqlite3 *db = changes->snapshot->db;
    const char *source = text_of(db, row, table->repo < 0 ? -1 : table->source);
    const char *repo = text_of(db, row, table->repo);
    struct note known = {what, source, repo};
    if (is_noted(changes, &known))
        return;
    struct note *note = xcalloc(1, sizeof *note);
    *note = (struct note){what, xstrdup(source), xstrdup(repo)};
    struct note **found = xmust(tsearch(note, &changes->known, compare_notes));
    if (*found == note)
        *LIST_ADD(&changes->notes) = note;
    else
        free_note(note);
}

static bool is_number(sqlite3_value *value) {
    int type = sqlite3_value_type(value);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

/* As SQL's IS would say. */
static bool is_same(sqlite3_value *old, sqlite3_value *new) {
    int type = sqlite3_value_type(old);
    if (type == SQLITE_INTEGER && sqlite3_value_type(new) == SQLITE_INTEGER)
        return sqlite3_value_int64(old) == sqlite3_value_int64(new);
    if (is_number(old) && is_number(new))
        return sqlite3_value_double(old) == sqlite3_value_double(new);
    if (type != sqlite3_value_type(new) || type == SQLITE_NULL)
        return type == sqlite3_value_type(new);
    int size = sqlite3_value_bytes(old);
    return size == sqlite3_value_bytes(new) &&
           (!size ||
            !memcmp(sqlite3_value_blob(old), sqlite3_value_blob(new), (size_t)size));
}

/* Whether a row is shown at all may depend on its identity: what it belongs to, its zone.
 * That is noted as if it had gone and come, both where it was and where it is. */
static void note_update(struct changes *changes, const struct table *table) {
    sqlite3 *db = changes->snapshot->db;
    sqlite3_value *old, *new;
    bool moved = false;
    for (size_t i = 0; i < table->columns.count; i++) {
        const struct column *column = &table->columns.items[i];
        if (moved && column->identifies)
            continue;
        if (sqlite3_preupdate_old(db, (int)i, &old) != SQLITE_OK ||
            sqlite3_preupdate_new(db, (int)i, &new) != SQLITE_OK)
            query_fail(db, "change");
        if (is_same(old, new))
            continue;
        add_note(changes, table, column->note, sqlite3_preupdate_new);
        if (column->identifies)
            add_note(changes, table, column->note, sqlite3_preupdate_old);
        moved |= column->identifies;
    }
}

static void hear(void *owner, sqlite3 *db, int operation, const char *schema,
                 const char *name, sqlite3_int64 old_row, sqlite3_int64 new_row) {
    (void)db, (void)old_row, (void)new_row;
    struct changes *changes = owner;
    const struct table *table = strcmp(schema, "main") ? NULL : find_table(changes, name);
    if (!table)
        return;
    if (operation == SQLITE_INSERT)
        add_note(changes, table, table->name, sqlite3_preupdate_new);
    else if (operation == SQLITE_DELETE)
        add_note(changes, table, table->name, sqlite3_preupdate_old);
    else if (!table->is_history)
        note_update(changes, table);
}

static int check_settled(void *owner) {
    const struct changes *changes = owner;
    assert(!changes->notes.count);
    return 0;
}

static void roll_back(void *owner) {
    forget_notes(owner);
}

void changes_watch(struct snapshot *snapshot) {
    if (!snapshot->changes) {
        snapshot->changes = xcalloc(1, sizeof *snapshot->changes);
        snapshot->changes->snapshot = snapshot;
        read_tables(snapshot->changes);
    }
    snapshot->changes->note = snapshot_query(snapshot, "change.note");
    sqlite3_preupdate_hook(snapshot->db, hear, snapshot->changes);
    sqlite3_commit_hook(snapshot->db, check_settled, snapshot->changes);
    sqlite3_rollback_hook(snapshot->db, roll_back, snapshot->changes);
}

void changes_settle(struct changes *changes) {
    sqlite3_stmt *query = changes->note;
    for (size_t i = 0; i < changes->notes.count; i++) {
        const struct note *note = changes->notes.items[i];
        query_bind_text(query, ":what", note->what);
        query_bind_text(query, ":source", note->source);
        query_bind_text(query, ":repo", note->repo);
        query_run(query);
    }
    forget_notes(changes);
}

bool changes_are_many(const struct changes *changes) {
    return changes->notes.count >= MANY;
}

void changes_free(struct changes *changes) {
    if (!changes)
        return;
    forget_notes(changes);
    for (size_t i = 0; i < changes->tables.count; i++) {
        struct table *table = &changes->tables.items[i];
        for (size_t c = 0; c < table->columns.count; c++)
            free(table->columns.items[c].note);
        free(table->columns.items);
        free(table->name);
    }
    free(changes->tables.items);
    free(changes->notes.items);
    free(changes);
}
