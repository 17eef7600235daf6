#include "snapshot/load.h"

#include "snapshot/query.h"

#include <stdlib.h>

static bool has_rows(struct load *load) {
    sqlite3_stmt *query = load_make(load, "load.has_rows");
    bool has = query_int(query, 0);
    sqlite3_finalize(query);
    return has;
}

/* Which keys come is remembered only where rows may have to go. */
static sqlite3_stmt *make_keys(struct load *load) {
    if (!has_rows(load))
        return NULL;
    sqlite3_stmt *create = load_make(load, "load.create_keys");
    query_run(create);
    sqlite3_finalize(create);
    load->has_stage = true;
    return load_make(load, "load.add_key");
}

/* SQLITE_DONE, or SQLITE_CONSTRAINT and why. */
static int put(struct load *load, sqlite3_stmt *select, sqlite3_stmt *upsert,
               char **reason) {
    load_bind(load, select, upsert);
    int code = sqlite3_step(upsert);
    if (code == SQLITE_DONE) {
        sqlite3_reset(upsert);
        return SQLITE_DONE;
    }
    bool orphan;
    *reason = xstrdup(load_reason(load->snapshot->db, &orphan));
    sqlite3_reset(upsert);
    if (!load_is_refusal(load->snapshot->db, code))
        query_fail(load->snapshot->db, load->table);
    return SQLITE_CONSTRAINT;
}

static int put_all(struct load *load, sqlite3_stmt *select, sqlite3_stmt *keys,
                   char **reason) {
    sqlite3_stmt *upsert = NULL; /* often there is no row */
    int code;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        upsert = upsert ? upsert : load_make(load, "load.upsert");
        code = put(load, select, upsert, reason);
        if (code != SQLITE_DONE)
            break;
        if (!keys)
            continue;
        load_bind(load, select, keys);
        query_run(keys);
    }
    sqlite3_finalize(upsert);
    return code;
}

int load_replace(struct load *load, sqlite3_stmt *select, char **reason) {
    sqlite3_stmt *keys = make_keys(load);
    int code = put_all(load, select, keys, reason);
    if (code == SQLITE_DONE && keys) {
        sqlite3_stmt *remove = load_make(load, "load.remove_others");
        query_run(remove);
        sqlite3_finalize(remove);
    }
    sqlite3_finalize(keys);
    load->has_stage &= code == SQLITE_DONE; /* what is rolled back, is gone */
    return code;
}
