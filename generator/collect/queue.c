#include "collect/queue.h"

#include <stdlib.h>
#include <string.h>

/* Questions of these ranks are asked about everything before others are about anything. */
enum { FIRST_RANKS = 10, BEHIND = 1 << 30 };

/* A share stays the same whatever else there is. */
static bool is_of_shard(const char *key, int shard, int shards) {
    char hash[TEXT_HASH_SIZE];
    text_hash(key, strlen(key), hash);
    hash[8] = '\0';
    return strtoul(hash, NULL, 16) % (unsigned long)shards == (unsigned long)shard - 1;
}

/* A column of the ask's present row, or NULL. Borrowed. */
static const char *column_of_row(const struct question *question, const char *name) {
    for (size_t i = 0; name && i < question->columns.count; i++)
        if (!strcmp(question->columns.items[i], name))
            return (const char *)sqlite3_column_text(question->ask, (int)i);
    return NULL;
}

static const char *scope_of_row(const struct question *question) {
    const char *key = column_of_row(question, question->scope_column);
    return key ? key : "";
}

/* True where the row asks for what is known to be as it was, and that is now said: most of
 * what a quiet night would ask. */
static bool settle(struct asking *asking, const struct question *question) {
    const char *absent =
        question->absent ? question->absent : column_of_row(question, "absent");
    const char *forbidden = column_of_row(question, "forbidden");
    const char *validator = column_of_row(question, "validator");
    const char *reason = absent ? absent : forbidden;
    if (!reason && (!validator || asking->afresh))
        return false;
    sqlite3_stmt *query = snapshot_query(
        asking->snapshot, reason ? "queue.settle_known" : "queue.settle_unchanged");
    query_bind_text(query, ":source", asking->session->source->name);
    query_bind_text(query, ":declaration", question->name);
    query_bind_text(query, ":key", scope_of_row(question));
    query_bind_text(query, ":hash", question->hash);
    query_bind_text(query, ":now", clock_now_text());
    if (reason) {
        query_bind_text(query, ":outcome", absent ? "absent" : "forbidden");
        query_bind_text(query, ":reason", reason);
    } else {
        query_bind_text(query, ":validator", validator);
        query_bind_text(query, ":full_before", asking->full_before);
    }
    query_run(query);
    return sqlite3_changes(asking->snapshot->db) > 0;
}

static void add(struct asking *asking, const struct question *question, size_t number,
                int64_t position, bool is_ours) {
    sqlite3_stmt *query = snapshot_query(asking->snapshot, "queue.add");
    char *row = is_ours ? request_pack(question->ask) : NULL;
    query_bind_text(query, ":source", asking->session->source->name);
    query_bind_text(query, ":declaration", question->name);
    query_bind_text(query, ":key", scope_of_row(question));
    query_bind_int(query, ":position",
                   question->rank > FIRST_RANKS ? BEHIND + position : position);
    query_bind_int(query, ":rank", question->rank);
    query_bind_int(query, ":question", (int64_t)number);
    query_bind_text(query, ":row", row);
    query_run(query);
    free(row);
}

bool queue_fill(struct asking *asking, struct question *question, size_t number) {
    const struct collect_options *options = asking->options;
    query_run(snapshot_query(asking->snapshot, "queue.create"));
    int code, hash = sqlite3_bind_parameter_index(question->ask, ":hash");
    if (hash)
        sqlite3_bind_text(question->ask, hash, question->hash, -1, SQLITE_STATIC);
    bool shared = options->shards && question_is_about_repos(question);
    snapshot_batch(asking->snapshot);
    for (int64_t position = 0; (code = sqlite3_step(question->ask)) == SQLITE_ROW;
         position++) {
        bool ours =
            !shared || is_of_shard(scope_of_row(question), options->shard, options->shards);
        add(asking, question, number, position, ours && !settle(asking, question));
    }
    sqlite3_reset(question->ask);
    if (code != SQLITE_DONE)
        log_warn("%s: %s: %s", asking->session->source->name, question->declaration->origin,
                 sqlite3_errmsg(asking->reader->db));
    return code == SQLITE_DONE;
}

bool queue_take(struct snapshot *snapshot, const char *source,
                const struct question *questions, struct queue_place *place,
                struct request *request) {
    sqlite3_stmt *query = snapshot_query(snapshot, "queue.next");
    query_bind_text(query, ":source", source);
    query_bind_int(query, ":waiting", place->waiting);
    query_bind_int(query, ":position", place->position);
    query_bind_int(query, ":rank", place->rank);
    query_bind_int(query, ":question", place->question);
    if (!query_row(query))
        return false;
    *place = (struct queue_place){
        sqlite3_column_int64(query, 0), sqlite3_column_int64(query, 1),
        sqlite3_column_int64(query, 2), sqlite3_column_int64(query, 3)};
    sqlite3_stmt *values = snapshot_query(snapshot, "queue.values");
    query_bind_text(values, ":row", column_text(query, 4));
    const struct question *question = &questions[place->question];
    request_unpack(request, question->declaration, &question->columns, values);
    sqlite3_reset(query);
    return true;
}

void queue_clear(struct snapshot *snapshot, const char *source) {
    query_run(snapshot_query(snapshot, "queue.create"));
    sqlite3_stmt *query = snapshot_query(snapshot, "queue.clear");
    query_bind_text(query, ":source", source);
    query_run(query);
}
