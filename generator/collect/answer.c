#include "collect/answer.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_ROWS = 5, MOST_ROWS = 1000000 };

bool answer_give_up(struct attempt *attempt, enum outcome outcome, const char *format,
                    ...) {
    va_list arguments;
    va_start(arguments, format);
    free(attempt->scope.reason);
    attempt->scope.outcome = outcome;
    attempt->scope.reason = xvasprintf(format, arguments);
    va_end(arguments);
    return false;
}

/* True where the header field NAME lists STATUS. */
static bool lists(const struct attempt *attempt, const char *name, int status) {
    const char *list = declaration_field(attempt->question->declaration, name, "");
    while (*list) {
        if (atoi(list) == status)
            return true;
        list += strcspn(list, " ");
        list += strspn(list, " ");
    }
    return false;
}

void answer_log(struct attempt *attempt, const struct slot *slot) {
    const struct answer *answer = &slot->exchange->answer;
    if (!answer->tries)
        return;
    log_progress("  %s: %zu requests, %zu rows", attempt->scope.source,
                 ++attempt->asking->requests, attempt->asking->rows);
    scope_log_request(attempt->asking->snapshot, &attempt->scope,
                      &(struct logged_request){
                          .run = attempt->asking->run,
                          .target = slot->target,
                          .zone = attempt->zone < 0 ? NULL : zone_names[attempt->zone],
                          .error = answer->problem,
                          .status = answer->status,
                          .tries = answer->tries,
                          .bytes = answer->body.size,
                          .ms = answer->ms,
                          .waited = answer->waited});
}

static void limit(struct asking *asking, const struct answer *answer) {
    if (!asking->limited)
        asking->limited = xstrdup(answer->problem ? answer->problem : "limit reached");
    asking->refused |= asking->session->refused;
}

/* Recordings know the status only, so it is put into words here. */
static bool give_up_absent(struct attempt *attempt, int status) {
    const char *tool = request_text(&attempt->request, "tool");
    return attempt->asking->session->mcp
               ? answer_give_up(attempt, OUTCOME_ABSENT, "the server has no tool '%s'",
                                tool ? tool : "")
               : answer_give_up(attempt, OUTCOME_ABSENT, "the source has none (HTTP %d)",
                                status);
}

/* What the status means, before anybody looks at the body. */
static bool judge(struct attempt *attempt, const char *target,
                  const struct answer *answer) {
    struct asking *asking = attempt->asking;
    int status = answer->status;
    const char *problem = answer->problem;
    if (answer->offline)
        return answer_give_up(attempt, OUTCOME_UNREACHED, "not asked: the run was offline");
    if (answer->limited) {
        limit(asking, answer);
        return answer_give_up(attempt, OUTCOME_UNREACHED, "%s: %s", target, problem);
    }
    if (status && lists(attempt, "absent", status))
        return give_up_absent(attempt, status);
    if (status == 401 || status == 403 || (status && lists(attempt, "forbidden", status))) {
        asking->refused |= status == 401;
        attempt->scope.expected =
            status != 401 &&
            declaration_field(attempt->question->declaration, "forbidden", NULL);
        return answer_give_up(attempt, OUTCOME_FORBIDDEN, "%s: %s", target,
                              problem ? problem : "not permitted");
    }
    if (status == 202)
        return answer_give_up(attempt, OUTCOME_UNREACHED,
                              "%s: the source is still working on its answer", target);
    if (problem)
        return answer_give_up(attempt, OUTCOME_FAILED, "%s: %s", target, problem);
    if (status < 200 || status > 299 || status == 206) /* 206: a part, never asked for */
        return answer_give_up(attempt, OUTCOME_FAILED, "%s: unexpected status %d", target,
                              status);
    return true;
}

/* A body of another kind than declared must not look like an empty list. */
static bool check_body(struct attempt *attempt, const char *target,
                       const struct answer *answer) {
    const char *wanted = declaration_field(attempt->question->declaration, "answer", "any");
    const char *text = buffer_text(&answer->body);
    if (!text_is_utf8(text, answer->body.size))
        return answer_give_up(attempt, OUTCOME_FAILED, "%s: the answer is not UTF-8 text",
                              target);
    if (!answer->body.size && attempt->asking->session->transport->network)
        return answer_give_up(attempt, OUTCOME_FAILED, "%s: the answer is empty", target);
    if (!strcmp(wanted, "any"))
        return true;
    char expected = !strcmp(wanted, "array") ? '[' : '{';
    if (text[strspn(text, " \t\r\n")] == expected)
        return true;
    return answer_give_up(attempt, OUTCOME_FAILED, "%s: the answer is not a JSON %s",
                          target, wanted);
}

/* Nor must one that lacks its list. GraphQL's may be null where we may not see it. */
static bool check_items(struct attempt *attempt, const char *target,
                        const struct answer *answer) {
    const struct pages *pages = &attempt->question->pages;
    const char *items = declaration_field(attempt->question->declaration, "items", NULL);
    if (!items || (pages->statement && !strcmp(pages->statement, "graphql")))
        return true;
    sqlite3_stmt *query = snapshot_query(attempt->asking->snapshot, "pages.has_items");
    query_bind_text(query, ":body", buffer_text(&answer->body));
    query_bind_text(query, ":items", items);
    int code = sqlite3_step(query); /* what is no JSON is told where rows are made of it */
    bool ok = code != SQLITE_ROW || sqlite3_column_int(query, 0);
    sqlite3_reset(query);
    return ok || answer_give_up(attempt, OUTCOME_FAILED, "%s: the answer has no list at %s",
                                target, items);
}

/* GraphQL says what went wrong in an answer whose status is 200. */
static bool check_errors(struct attempt *attempt, const char *target,
                         const struct answer *answer) {
    const struct question *question = attempt->question;
    const char *partial = declaration_field(question->declaration, "partial", NULL);
    if (!partial &&
        (!question->pages.statement || strcmp(question->pages.statement, "graphql")))
        return true;
    sqlite3_stmt *query = snapshot_query(attempt->asking->snapshot, "pages.graphql_errors");
    query_bind_text(query, ":body", buffer_text(&answer->body));
    if (sqlite3_step(query) != SQLITE_ROW) {
        sqlite3_reset(query);
        return true;
    }
    bool ok = partial && !strcmp(partial, "yes") && sqlite3_column_int(query, 2);
    struct buffer words = {0};
    transfer_add_words(&words, column_text(query, 0));
    if (!ok)
        answer_give_up(attempt,
                       sqlite3_column_int(query, 1) ? OUTCOME_FORBIDDEN : OUTCOME_FAILED,
                       "%s%s", target, buffer_text(&words));
    buffer_free(&words);
    sqlite3_reset(query);
    return ok;
}

static void keep_cursor(struct attempt *attempt, const struct target *target) {
    const char *value =
        target->cursor < 0
            ? NULL
            : (const char *)sqlite3_column_text(target->select, target->cursor);
    if (!value || (attempt->scope.cursor && strcmp(value, attempt->scope.cursor) <= 0))
        return;
    free(attempt->scope.cursor);
    attempt->scope.cursor = xstrdup(value);
}

/* Numbers about an answer tell of all its rows, so they are for those who may see them. */
void answer_raise_zone(struct attempt *attempt, const char *value) {
    int zone = 0;
    if (!value)
        return;
    while (zone < ZONE_RESTRICTED && strcmp(value, zone_names[zone]))
        zone++;
    if (zone > attempt->zone)
        attempt->zone = zone;
}

static void keep_zone(struct attempt *attempt, const struct target *target) {
    if (target->zone >= 0)
        answer_raise_zone(attempt,
                          (const char *)sqlite3_column_text(target->select, target->zone));
}

static bool stage_rows(struct attempt *attempt, struct target *target, const char *asked,
                       const struct answer *answer) {
    sqlite3_stmt *select = target->select;
    const struct buffer *text = &answer->body;
    bool nothing = answer->status == 204 || !text->size;
    int body = sqlite3_bind_parameter_index(select, ":body");
    sqlite3_clear_bindings(select);
    request_bind(&attempt->request, select);
    if (body)
        sqlite3_bind_text(select, body, nothing ? "null" : text->data,
                          nothing ? -1 : (int)text->size, SQLITE_STATIC);
    int code;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        keep_cursor(attempt, target);
        keep_zone(attempt, target);
        load_stage(&target->load, select);
        if (++attempt->rows > MOST_ROWS)
            break;
    }
    if (code == SQLITE_ROW)
        answer_give_up(attempt, OUTCOME_FAILED, "%s: gives more than %d rows", asked,
                       MOST_ROWS);
    else if (code != SQLITE_DONE)
        answer_give_up(attempt, OUTCOME_FAILED, "%s: %s", asked,
                       sqlite3_errmsg(attempt->asking->reader->db));
    sqlite3_reset(select);
    return code == SQLITE_DONE;
}

bool answer_stage(struct attempt *attempt, struct slot *slot) {
    const struct answer *answer = &slot->exchange->answer;
    bool ok = judge(attempt, slot->target, answer) &&
              (answer->status == 204 || (check_body(attempt, slot->target, answer) &&
                                         check_items(attempt, slot->target, answer) &&
                                         check_errors(attempt, slot->target, answer)));
    for (size_t i = 0; ok && i < attempt->question->targets.count; i++) {
        struct target *target = &attempt->question->targets.items[i];
        load_choose(&target->load, attempt->batch);
        ok = stage_rows(attempt, target, slot->target, answer);
    }
    return ok;
}

static void refuse(void *context, const struct load_refusal *refusal) {
    struct attempt *attempt = context;
    sqlite3_stmt *query = snapshot_query(attempt->asking->snapshot, "scope.add_reject");
    attempt->refused_rows++;
    attempt->orphans += refusal->orphan;
    query_bind_text(query, ":source", attempt->scope.source);
    query_bind_text(query, ":declaration", attempt->scope.declaration);
    query_bind_text(query, ":key", attempt->scope.key);
    query_bind_text(query, ":repo", attempt->scope.repo);
    query_bind_text(query, ":row_repo", refusal->repo);
    query_bind_text(query, ":zone", refusal->zone ? refusal->zone : attempt->scope.zone);
    query_bind_text(query, ":table", attempt->target->load.table);
    query_bind_text(query, ":row_key", refusal->key);
    query_bind_text(query, ":row", refusal->row);
    query_bind_text(query, ":reason", refusal->reason);
    query_run(query);
}

/* Whether the staged rows are all that there is of the scope. A window that
 * has a cursor is, when it is asked for without; one that has none shows a part anyway, and
 * rows that only add to what others created remove nothing. */
static bool is_whole(const struct attempt *attempt, const struct target *target) {
    return target->complete || (attempt->afresh && target->scoped && target->load.creates &&
                                target->cursor >= 0);
}

bool answer_is_whole(const struct attempt *attempt) {
    for (size_t i = 0; i < attempt->question->targets.count; i++)
        if (is_whole(attempt, &attempt->question->targets.items[i]))
            return true;
    return false;
}

static void apply(struct attempt *attempt, struct target *target) {
    attempt->target = target;
    load_choose(&target->load, attempt->batch);
    load_supersede(&target->load, attempt->scope.source, attempt->scope.declaration,
                   attempt->scope.key);
    attempt->scope.rows += (int64_t)load_apply(&target->load, refuse, attempt);
}

static void clear_rejects(struct attempt *attempt) {
    sqlite3_stmt *clear = snapshot_query(attempt->asking->snapshot, "scope.clear_rejects");
    query_bind_text(clear, ":source", attempt->scope.source);
    query_bind_text(clear, ":declaration", attempt->scope.declaration);
    query_bind_text(clear, ":key", attempt->scope.key);
    query_bind_text(clear, ":hash", attempt->scope.hash);
    query_bind_int(clear, ":afresh", attempt->afresh);
    query_run(clear);
}

void answer_load_page(struct attempt *attempt) {
    struct snapshot *snapshot = attempt->asking->snapshot;
    bool applied = false;
    snapshot_batch(snapshot);
    if (!attempt->pages++)
        clear_rejects(attempt);
    for (size_t i = 0; i < attempt->question->targets.count; i++) {
        struct target *target = &attempt->question->targets.items[i];
        if (is_whole(attempt, target))
            continue;
        apply(attempt, target);
        load_clear(&target->load);
        applied = true;
    }
    if (applied && attempt->scope.cursor)
        scope_save_cursor(snapshot, &attempt->scope);
}

static const char *scope_column(const struct attempt *attempt,
                                const struct target *target) {
    return target->scoped ? attempt->question->scope_column : NULL;
}

static bool drops_too_much(struct attempt *attempt, struct target *target) {
    const char *column = scope_column(attempt, target);
    load_choose(&target->load, attempt->batch);
    int64_t gone = load_count_gone(&target->load, column, attempt->scope.key);
    int64_t known = gone ? load_count_known(&target->load, column, attempt->scope.key) : 0;
    if (gone <= FEW_ROWS || gone * 2 <= known || attempt->asking->options->accept_drop ||
        !strcmp(declaration_field(attempt->question->declaration, "drop", "held"),
                "accepted"))
        return false;
    answer_give_up(
        attempt, OUTCOME_HELD,
        "the answer lacks more than half of the rows of table %s that were known; they "
        "are kept (tower collect --accept-drop loads it)",
        target->load.table);
    return true;
}

/* Where the declaration or site.conf changed, another list is what was asked for. */
static bool must_be_held(struct attempt *attempt) {
    if (!scope_is_known(attempt->asking->snapshot, &attempt->scope))
        return false;
    for (size_t i = 0; i < attempt->question->targets.count; i++)
        if (is_whole(attempt, &attempt->question->targets.items[i]) &&
            drops_too_much(attempt, &attempt->question->targets.items[i]))
            return true;
    return false;
}

bool answer_load_whole(struct attempt *attempt) {
    struct question *question = attempt->question;
    struct snapshot *snapshot = attempt->asking->snapshot;
    if (must_be_held(attempt))
        return false;
    snapshot_batch(snapshot);
    for (size_t i = 0; i < question->targets.count; i++) {
        struct target *target = &question->targets.items[i];
        if (!is_whole(attempt, target))
            continue;
        apply(attempt, target);
        load_remove_gone(&target->load, scope_column(attempt, target), attempt->scope.key);
    }
    attempt->scope.rows_for_all = attempt->zone < 0;
    attempt->scope.full = attempt->afresh;
    if (attempt->orphans) { /* they may be taken the next time, if they are sent again */
        free(attempt->scope.validator);
        attempt->scope.validator = NULL;
    }
    scope_save(snapshot, &attempt->scope);
    scope_remember(snapshot, &attempt->scope, attempt->asked, attempt->keep.items,
                   attempt->orphans ? 0 : attempt->keep.count);
    return true;
}
