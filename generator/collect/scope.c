#include "collect/scope.h"

static const char *const outcome_names[] = {
    [OUTCOME_OK] = "ok",
    [OUTCOME_UNCHANGED] = "unchanged",
    [OUTCOME_ABSENT] = "absent",
    [OUTCOME_FORBIDDEN] = "forbidden",
    [OUTCOME_FAILED] = "failed",
    [OUTCOME_HELD] = "held",
    [OUTCOME_UNREACHED] = "unreached",
};

static void bind_scope(sqlite3_stmt *query, const struct scope *scope) {
    query_bind_text(query, ":source", scope->source);
    query_bind_text(query, ":declaration", scope->declaration);
    query_bind_text(query, ":key", scope->key);
    query_bind_text(query, ":hash", scope->hash);
}

char *scope_validator(struct snapshot *snapshot, const struct scope *scope) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.validator");
    bind_scope(query, scope);
    return query_text(query);
}

void scope_save(struct snapshot *snapshot, const struct scope *scope) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.save");
    bind_scope(query, scope);
    query_bind_text(query, ":repo", scope->repo);
    query_bind_text(query, ":outcome", outcome_names[scope->outcome]);
    query_bind_text(query, ":reason", scope->reason);
    query_bind_text(query, ":now", clock_now_text());
    query_bind_text(query, ":cursor", scope->cursor);
    query_bind_text(query, ":validator", scope->validator);
    if (scope->rows_for_all)
        query_bind_int(query, ":rows", scope->rows);
    query_run(query);
}

void scope_save_cursor(struct snapshot *snapshot, const struct scope *scope) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.save_cursor");
    bind_scope(query, scope);
    query_bind_text(query, ":repo", scope->repo);
    query_bind_text(query, ":now", clock_now_text());
    query_bind_text(query, ":cursor", scope->cursor);
    query_run(query);
}

/* Logs are often public, as a CI's are: what is not public is not named in them. */
static void say_request(struct snapshot *snapshot, const struct scope *scope,
                        const struct logged_request *request) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.is_public");
    query_bind_text(query, ":source", scope->source);
    query_bind_text(query, ":repo", scope->repo);
    bool public = query_int(query, 0);
    bool problem = public && request->error;
    log_detail("    %s: %d, %zu bytes, %lld ms%s%s",
               public ? request->target : "(a request that is not public)", request->status,
               request->bytes, (long long)request->ms, problem ? ": " : "",
               problem ? request->error : "");
}

void scope_log_request(struct snapshot *snapshot, const struct scope *scope,
                       const struct logged_request *request) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.add_request");
    query_bind_int(query, ":run", request->run);
    query_bind_text(query, ":source", scope->source);
    query_bind_text(query, ":declaration", scope->declaration);
    query_bind_text(query, ":repo", scope->repo);
    query_bind_text(query, ":zone", request->zone);
    query_bind_text(query, ":target", request->target);
    if (request->status)
        query_bind_int(query, ":status", request->status);
    query_bind_int(query, ":bytes", (int64_t)request->bytes);
    query_bind_int(query, ":ms", request->ms);
    query_bind_text(query, ":error", request->error);
    query_run(query);
    say_request(snapshot, scope, request);
}
