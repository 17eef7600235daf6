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

static const char *scope_of_row(const struct question *question) {
    for (size_t i = 0; question->scope_column && i < question->columns.count; i++)
        if (!strcmp(question->columns.items[i], question->scope_column)) {
            const char *key = (const char *)sqlite3_column_text(question->ask, (int)i);
            return key ? key : "";
        }
    return "";
}

static void add(struct snapshot *snapshot, const char *source,
                const struct question *question, size_t number, int64_t position,
                bool is_ours) {
    sqlite3_stmt *query = snapshot_query(snapshot, "queue.add");
    char *row = is_ours ? request_pack(question->ask) : NULL;
    query_bind_text(query, ":source", source);
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

bool queue_fill(struct snapshot *snapshot, struct reader *reader, const char *source,
                struct question *question, size_t number, int shard, int shards) {
    query_run(snapshot_query(snapshot, "queue.create"));
    int code, hash = sqlite3_bind_parameter_index(question->ask, ":hash");
    if (hash)
        sqlite3_bind_text(question->ask, hash, question->hash, -1, SQLITE_STATIC);
    bool shared = shards && question_is_about_repos(question);
    for (int64_t position = 0; (code = sqlite3_step(question->ask)) == SQLITE_ROW;
         position++)
        add(snapshot, source, question, number, position,
            !shared || is_of_shard(scope_of_row(question), shard, shards));
    sqlite3_reset(question->ask);
    if (code != SQLITE_DONE)
        log_warn("%s: %s: %s", source, question->declaration->origin,
                 sqlite3_errmsg(reader->db));
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
