#include "collect/scope.h"

#include <stdlib.h>
#include <string.h>

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

static bool asks_true(sqlite3_stmt *query, const struct scope *scope) {
    query_bind_text(query, ":source", scope->source);
    query_bind_text(query, ":declaration", scope->declaration);
    query_bind_text(query, ":key", scope->key);
    return query_int(query, 0);
}

bool scope_is_due(struct snapshot *snapshot, const struct scope *scope,
                  const char *before) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.is_due");
    query_bind_text(query, ":before", before);
    return asks_true(query, scope);
}

bool scope_is_known(struct snapshot *snapshot, const struct scope *scope) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.is_known");
    query_bind_text(query, ":hash", scope->hash);
    return asks_true(query, scope);
}

static void bind_page(sqlite3_stmt *query, const struct scope *scope, const char *asked,
                      const char *target) {
    query_bind_text(query, ":source", scope->source);
    query_bind_text(query, ":declaration", scope->declaration);
    query_bind_text(query, ":key", scope->key);
    query_bind_text(query, ":asked", asked);
    query_bind_text(query, ":target", target);
}

bool scope_recall(struct snapshot *snapshot, const struct scope *scope, const char *target,
                  const char *asked, struct remembered *remembered) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.recall");
    bind_page(query, scope, asked, target);
    *remembered = (struct remembered){0};
    if (!query_row(query))
        return false;
    char **const members[] = {&remembered->etag, &remembered->modified, &remembered->next};
    for (int i = 0; i < (int)COUNT_OF(members); i++)
        *members[i] = xstrdup((const char *)sqlite3_column_text(query, i));
    remembered->target = xstrdup(target);
    sqlite3_reset(query);
    return true;
}

void scope_remember(struct snapshot *snapshot, const struct scope *scope, const char *asked,
                    const struct remembered *pages, size_t count) {
    sqlite3_stmt *forget = snapshot_query(snapshot, "scope.forget_pages");
    query_bind_text(forget, ":source", scope->source);
    query_bind_text(forget, ":declaration", scope->declaration);
    query_bind_text(forget, ":key", scope->key);
    query_run(forget);
    for (size_t i = 0; i < count; i++) {
        sqlite3_stmt *query = snapshot_query(snapshot, "scope.remember");
        bind_page(query, scope, asked, pages[i].target);
        query_bind_text(query, ":etag", pages[i].etag);
        query_bind_text(query, ":modified", pages[i].modified);
        query_bind_text(query, ":next", pages[i].next);
        query_run(query);
    }
}

void remembered_free(struct remembered *remembered) {
    free(remembered->target);
    free(remembered->etag);
    free(remembered->modified);
    free(remembered->next);
    *remembered = (struct remembered){0};
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
    query_bind_int(query, ":full", scope->full);
    query_bind_text(query, ":zone", scope->zone);
    query_bind_int(query, ":expected", scope->expected);
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
    query_bind_text(query, ":zone", scope->zone);
    query_run(query);
}

/* Logs are often public, as a CI's are: what is not public is not named in them. */
static void say_request(struct snapshot *snapshot, const struct scope *scope,
                        const struct logged_request *request) {
    sqlite3_stmt *query = snapshot_query(snapshot, "scope.is_public");
    query_bind_text(query, ":source", scope->source);
    query_bind_text(query, ":repo", scope->repo);
    bool public = query_int(query, 0) && (!scope->zone || !strcmp(scope->zone, "public"));
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
    query_bind_int(query, ":waited", request->waited);
    query_bind_int(query, ":tries", request->tries);
    query_bind_text(query, ":error", request->error);
    query_run(query);
    say_request(snapshot, scope, request);
}
