/* Asking a question: request by request, page by page, into the snapshot. */
#include "collect/question.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PAGES = 10000, FEW_ROWS = 5 };

/* One request of a question, while it is asked. */
struct attempt {
    struct question *question;
    struct asking *asking;
    const struct request *request;
    struct scope scope;
    const struct target *target; /* whose rows are being applied */
    int64_t refused_rows;
    int zone; /* the highest that a row of the answer names, or -1 */
};

/* Sets the outcome with a reason; returns false, so that asking stops. */
static bool give_up(struct attempt *attempt, enum outcome outcome, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static bool give_up(struct attempt *attempt, enum outcome outcome, const char *format,
                    ...) {
    va_list arguments;
    va_start(arguments, format);
    free(attempt->scope.reason);
    attempt->scope.outcome = outcome;
    attempt->scope.reason = xvasprintf(format, arguments);
    va_end(arguments);
    return false;
}

static bool is_absent(const struct question *question, int status) {
    const char *list = declaration_field(question->declaration, "absent", "");
    while (*list) {
        if (atoi(list) == status)
            return true;
        list += strcspn(list, " ");
        list += strspn(list, " ");
    }
    return false;
}

static void log_request(struct attempt *attempt, const char *target,
                        const struct answer *answer, int64_t ms) {
    log_progress("  %s: %zu requests, %zu rows", attempt->scope.source,
                 ++attempt->asking->requests, attempt->asking->rows);
    scope_log_request(attempt->asking->snapshot, &attempt->scope,
                      &(struct logged_request){
                          .run = attempt->asking->run,
                          .target = target,
                          .zone = attempt->zone < 0 ? NULL : zone_names[attempt->zone],
                          .error = answer->problem,
                          .status = answer->status,
                          .bytes = answer->body.size,
                          .ms = ms});
}

/* What the status means, before anybody looks at the body. */
static bool judge(struct attempt *attempt, const char *target,
                  const struct answer *answer) {
    struct asking *asking = attempt->asking;
    int status = answer->status;
    if (answer->offline)
        return give_up(attempt, OUTCOME_UNREACHED, "not asked: the run was offline");
    if (answer->limited) {
        if (!asking->limited)
            asking->limited = xstrdup(answer->problem ? answer->problem : "limit reached");
        return give_up(attempt, OUTCOME_UNREACHED, "%s: %s", target, asking->limited);
    }
    if (status && is_absent(attempt->question, status))
        return give_up(attempt, OUTCOME_ABSENT, "the source has none (HTTP %d)", status);
    if (status == 401 || status == 403) {
        asking->refused |= status == 401;
        return give_up(attempt, OUTCOME_FORBIDDEN, "%s: %s", target,
                       answer->problem ? answer->problem : "not permitted");
    }
    if (answer->problem || status < 200 || status > 299)
        return give_up(attempt, OUTCOME_FAILED, "%s: %s", target,
                       answer->problem ? answer->problem : "unexpected status");
    return true;
}

/* A body of another kind than declared must not look like an empty list. */
static bool check_body(struct attempt *attempt, const char *target,
                       const struct answer *answer) {
    const char *wanted = declaration_field(attempt->question->declaration, "answer", "any");
    const char *text = buffer_text(&answer->body);
    if (!text_is_utf8(text, answer->body.size))
        return give_up(attempt, OUTCOME_FAILED, "%s: the answer is not UTF-8 text", target);
    if (!strcmp(wanted, "any"))
        return true;
    char expected = !strcmp(wanted, "array") ? '[' : '{';
    if (text[strspn(text, " \t\r\n")] == expected)
        return true;
    return give_up(attempt, OUTCOME_FAILED, "%s: the answer is not a JSON %s", target,
                   wanted);
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
static void keep_zone(struct attempt *attempt, const struct target *target) {
    const char *value =
        target->zone < 0 ? NULL
                         : (const char *)sqlite3_column_text(target->select, target->zone);
    int zone = 0;
    if (!value)
        return;
    while (zone < ZONE_RESTRICTED && strcmp(value, zone_names[zone]))
        zone++;
    if (zone > attempt->zone)
        attempt->zone = zone;
}

static bool stage_rows(struct attempt *attempt, struct target *target, const char *asked,
                       const struct answer *answer) {
    sqlite3_stmt *select = target->select;
    int body = sqlite3_bind_parameter_index(select, ":body");
    sqlite3_clear_bindings(select);
    request_bind(attempt->request, select);
    if (body)
        sqlite3_bind_text(select, body, buffer_text(&answer->body), (int)answer->body.size,
                          SQLITE_STATIC);
    int code;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        keep_cursor(attempt, target);
        keep_zone(attempt, target);
        load_stage(&target->load, select);
    }
    if (code != SQLITE_DONE)
        give_up(attempt, OUTCOME_FAILED, "%s: %s", asked,
                sqlite3_errmsg(attempt->asking->reader->db));
    sqlite3_reset(select);
    return code == SQLITE_DONE;
}

static void refuse(void *context, const struct load_refusal *refusal) {
    struct attempt *attempt = context;
    sqlite3_stmt *query = snapshot_query(attempt->asking->snapshot, "scope.add_reject");
    attempt->refused_rows++;
    query_bind_text(query, ":source", attempt->scope.source);
    query_bind_text(query, ":declaration", attempt->scope.declaration);
    query_bind_text(query, ":key", attempt->scope.key);
    query_bind_text(query, ":repo", attempt->scope.repo);
    query_bind_text(query, ":row_repo", refusal->repo);
    query_bind_text(query, ":zone", refusal->zone);
    query_bind_text(query, ":table", attempt->target->load.table);
    query_bind_text(query, ":row_key", refusal->key);
    query_bind_text(query, ":row", refusal->row);
    query_bind_text(query, ":reason", refusal->reason);
    query_run(query);
}

/* Whether the staged rows are all that there is of the scope. A window is, when it is asked
 * for without a cursor; but rows that only add to what others created remove nothing. */
static bool is_whole(const struct attempt *attempt, const struct target *target) {
    return target->complete ||
           (attempt->asking->afresh && target->scoped && target->load.creates);
}

static void apply(struct attempt *attempt, struct target *target) {
    attempt->target = target;
    load_supersede(&target->load, attempt->scope.source, attempt->scope.declaration,
                   attempt->scope.key);
    attempt->scope.rows += (int64_t)load_apply(&target->load, refuse, attempt);
}

/* A page of a window is good as soon as it is in; what comes in whole waits. */
static void load_page(struct attempt *attempt, bool first) {
    struct snapshot *snapshot = attempt->asking->snapshot;
    bool applied = false;
    snapshot_begin(snapshot);
    if (first) {
        sqlite3_stmt *clear = snapshot_query(snapshot, "scope.clear_rejects");
        query_bind_text(clear, ":source", attempt->scope.source);
        query_bind_text(clear, ":declaration", attempt->scope.declaration);
        query_bind_text(clear, ":key", attempt->scope.key);
        query_bind_text(clear, ":hash", attempt->scope.hash);
        query_bind_int(clear, ":afresh", attempt->asking->afresh);
        query_run(clear);
    }
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
    snapshot_commit(snapshot);
}

static const char *scope_column(const struct attempt *attempt,
                                const struct target *target) {
    return target->scoped ? attempt->question->scope_column : NULL;
}

static bool drops_too_much(struct attempt *attempt, struct target *target) {
    const char *column = scope_column(attempt, target);
    int64_t gone = load_count_gone(&target->load, column, attempt->scope.key);
    int64_t known = gone ? load_count_known(&target->load, column, attempt->scope.key) : 0;
    if (gone <= FEW_ROWS || gone * 2 <= known || attempt->asking->options->accept_drop)
        return false;
    give_up(attempt, OUTCOME_HELD,
            "the answer lacks more than half of the rows of table %s that were known; they "
            "are kept (tower collect --accept-drop loads it)",
            target->load.table);
    return true;
}

static bool load_whole(struct attempt *attempt) {
    struct question *question = attempt->question;
    for (size_t i = 0; i < question->targets.count; i++)
        if (is_whole(attempt, &question->targets.items[i]) &&
            drops_too_much(attempt, &question->targets.items[i]))
            return false;
    snapshot_begin(attempt->asking->snapshot);
    for (size_t i = 0; i < question->targets.count; i++) {
        struct target *target = &question->targets.items[i];
        if (!is_whole(attempt, target))
            continue;
        apply(attempt, target);
        load_remove_gone(&target->load, scope_column(attempt, target), attempt->scope.key);
    }
    attempt->scope.rows_for_all = attempt->zone < 0;
    scope_save(attempt->asking->snapshot, &attempt->scope);
    snapshot_commit(attempt->asking->snapshot);
    return true;
}

/* One page: asked, judged, staged, and loaded if it may. *NEXT becomes the page after it.
 */
static bool ask_page(struct attempt *attempt, char **next, bool first) {
    struct asking *asking = attempt->asking;
    struct answer answer = {0};
    char *target =
        asking->session->transport->target(asking->session, attempt->request, *next);
    int64_t start = clock_stopwatch_ms();
    session_fetch(asking->session, attempt->request, *next, &answer);
    int64_t ms = clock_stopwatch_ms() - start;
    bool ok = judge(attempt, target, &answer) && check_body(attempt, target, &answer);
    for (size_t i = 0; ok && i < attempt->question->targets.count; i++)
        ok = stage_rows(attempt, &attempt->question->targets.items[i], target, &answer);
    log_request(attempt, target, &answer, ms);
    if (ok)
        load_page(attempt, first);
    bool paged =
        !strcmp(declaration_field(attempt->question->declaration, "pages", "none"), "link");
    free(*next);
    *next = paged ? xstrdup(answer.next) : NULL;
    free(target);
    answer_free(&answer);
    return ok;
}

/* Page after page. One that names itself as the next would go on for ever. */
static bool ask_pages(struct attempt *attempt) {
    char *next = NULL, *asked = NULL;
    bool ok = true;
    for (int pages = 1; ok && (pages == 1 || next); pages++) {
        free(asked);
        asked = xstrdup(next);
        ok = ask_page(attempt, &next, pages == 1);
        if (ok && next && asked && !strcmp(next, asked))
            ok = give_up(attempt, OUTCOME_FAILED, "a page names itself as the next one");
        if (ok && pages == MOST_PAGES)
            ok = give_up(attempt, OUTCOME_FAILED, "has more than %d pages", MOST_PAGES);
    }
    free(asked);
    free(next);
    return ok && load_whole(attempt);
}

/* True where the answer is known, or known to be of no use, without asking. */
static bool is_settled(struct attempt *attempt) {
    struct asking *asking = attempt->asking;
    const char *absent = request_text(attempt->request, "absent");
    const char *validator = request_text(attempt->request, "validator");
    if (absent)
        return !give_up(attempt, OUTCOME_ABSENT, "%s", absent);
    if (asking->limited)
        return !give_up(attempt, OUTCOME_UNREACHED, "%s", asking->limited);
    if (!validator)
        return false;
    attempt->scope.validator = xstrdup(validator);
    char *known =
        asking->afresh ? NULL : scope_validator(asking->snapshot, &attempt->scope);
    bool same = known && !strcmp(known, validator);
    free(known);
    if (same)
        attempt->scope.outcome = OUTCOME_UNCHANGED;
    return same;
}

static void ask_request(struct question *question, struct asking *asking,
                        const struct request *request) {
    const char *key =
        question->scope_column ? request_text(request, question->scope_column) : "";
    bool about_repo = question->scope_column && !strcmp(question->scope_column, "repo");
    struct attempt attempt = {.question = question,
                              .asking = asking,
                              .request = request,
                              .zone = -1,
                              .scope = {.source = asking->session->source->name,
                                        .declaration = question->name,
                                        .key = key ? key : "",
                                        .hash = question->declaration->hash,
                                        .repo = about_repo ? key : NULL}};
    if (is_settled(&attempt) || !ask_pages(&attempt)) {
        snapshot_begin(asking->snapshot);
        scope_save(asking->snapshot, &attempt.scope);
        snapshot_commit(asking->snapshot);
    }
    for (size_t i = 0; i < question->targets.count; i++)
        load_clear(&question->targets.items[i].load);
    asking->rows += (size_t)attempt.scope.rows;
    asking->rejects += (size_t)attempt.refused_rows;
    free(attempt.scope.reason);
    free(attempt.scope.cursor);
    free(attempt.scope.validator);
}

/* What is no longer asked for is no longer there: its rows go, and the scope. */
static void forget_unasked(struct question *question, struct asking *asking, json_t *keys) {
    char *asked = json_dumps(keys, JSON_COMPACT);
    sqlite3_stmt *query = snapshot_query(asking->snapshot, "scope.forgotten");
    query_bind_text(query, ":source", asking->session->source->name);
    query_bind_text(query, ":declaration", question->name);
    query_bind_text(query, ":keys", asked);
    struct names gone = {0};
    while (query_row(query))
        *LIST_ADD(&gone) = xstrdup(column_text(query, 0));
    for (size_t i = 0; i < gone.count; i++) {
        snapshot_begin(asking->snapshot);
        for (size_t t = 0; t < question->targets.count; t++)
            if (question->targets.items[t].scoped &&
                question->targets.items[t].load.creates)
                load_remove_gone(&question->targets.items[t].load, question->scope_column,
                                 gone.items[i]);
        sqlite3_stmt *forget = snapshot_query(asking->snapshot, "scope.forget");
        query_bind_text(forget, ":source", asking->session->source->name);
        query_bind_text(forget, ":declaration", question->name);
        query_bind_text(forget, ":key", gone.items[i]);
        query_run(forget);
        snapshot_commit(asking->snapshot);
    }
    names_free(&gone);
    free(asked);
}

void question_ask(struct question *question, struct asking *asking) {
    struct requests requests = {0};
    json_t *keys = json_array();
    int code, hash = sqlite3_bind_parameter_index(question->ask, ":hash");
    if (hash)
        sqlite3_bind_text(question->ask, hash, question->declaration->hash, -1,
                          SQLITE_STATIC);
    while ((code = sqlite3_step(question->ask)) == SQLITE_ROW) {
        struct request *request = LIST_ADD(&requests);
        request_take(request, question->declaration, question->ask);
        const char *key =
            question->scope_column ? request_text(request, question->scope_column) : "";
        json_array_append_new(keys, json_string(key ? key : ""));
    }
    sqlite3_reset(question->ask);
    if (code == SQLITE_DONE)
        forget_unasked(question, asking, keys);
    else
        log_warn("%s: %s: %s", asking->session->source->name, question->declaration->origin,
                 sqlite3_errmsg(asking->reader->db));
    for (size_t i = 0; i < requests.count; i++)
        ask_request(question, asking, &requests.items[i]);
    requests_free(&requests);
    json_decref(keys);
}
