#include "collect/ask.h"

#include "collect/answer.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PAGES = 10000, LONGEST_PAGE = 8192 };

static void add_slot(struct attempt *attempt, char *page) {
    LIST_ADD(&attempt->slots)->page = page;
}

static void slot_clear(struct slot *slot) {
    free(slot->page);
    free(slot->target);
    remembered_free(&slot->remembered);
    if (slot->exchange) {
        answer_free(&slot->exchange->answer);
        free(slot->exchange->page);
        free(slot->exchange);
    }
    *slot = (struct slot){0};
}

static void attempt_free(struct attempt *attempt) {
    for (size_t i = 0; i < attempt->question->targets.count; i++) {
        load_choose(&attempt->question->targets.items[i].load, attempt->batch);
        load_clear(&attempt->question->targets.items[i].load);
    }
    for (size_t i = attempt->first; i < attempt->slots.count; i++)
        slot_clear(&attempt->slots.items[i]);
    for (size_t i = 0; i < attempt->keep.count; i++)
        remembered_free(&attempt->keep.items[i]);
    free(attempt->slots.items);
    free(attempt->keep.items);
    free(attempt->scope.reason);
    free(attempt->scope.cursor);
    free(attempt->scope.validator);
    free(attempt->asked);
    free(attempt->key);
    request_free(&attempt->request);
    free(attempt);
}

/* The end of what is asked; what is still on its way is dropped when it comes. */
static void end(struct attempt *attempt, bool saved) {
    struct asking *asking = attempt->asking;
    if (!saved) {
        snapshot_batch(asking->snapshot);
        scope_save(asking->snapshot, &attempt->scope);
    }
    for (size_t i = attempt->first; i < attempt->slots.count; i++) {
        if (!attempt->slots.items[i].done)
            continue;
        answer_log(attempt, &attempt->slots.items[i]);
        asking->held--;
    }
    asking->rows += (size_t)attempt->scope.rows;
    asking->rejects += (size_t)attempt->refused_rows;
    attempt->over = true;
}

static void leave(struct attempt *attempt) {
    struct asking *asking = attempt->asking;
    for (size_t i = 0; i < asking->attempts.count; i++)
        if (asking->attempts.items[i] == attempt) {
            asking->attempts.items[i] = asking->attempts.items[--asking->attempts.count];
            break;
        }
    attempt_free(attempt);
}

static bool is_on_way(const struct attempt *attempt) {
    for (size_t i = attempt->first; i < attempt->slots.count; i++)
        if (attempt->slots.items[i].exchange && !attempt->slots.items[i].done)
            return true;
    return false;
}

/* What remembered pages must have been asked from: this very row, by this declaration. */
static char *fingerprint(const struct attempt *attempt) {
    struct buffer text = {0};
    char *hash = xcalloc(TEXT_HASH_SIZE, 1);
    buffer_add_text(&text, attempt->question->hash);
    for (size_t i = 0; i < attempt->question->columns.count; i++) {
        const char *name = attempt->question->columns.items[i];
        const char *value = request_text(&attempt->request, name);
        buffer_printf(&text, "\n%s=%s", name,
                      value && strcmp(name, "validator") ? value : "");
    }
    text_hash(text.data, text.size, hash);
    buffer_free(&text);
    return hash;
}

/* True where the answer is known, or known to be of no use, without asking. */
static bool is_settled(struct attempt *attempt) {
    struct asking *asking = attempt->asking;
    const char *absent = attempt->question->absent;
    if (!absent)
        absent = request_text(&attempt->request, "absent");
    const char *forbidden = request_text(&attempt->request, "forbidden");
    const char *validator = request_text(&attempt->request, "validator");
    if (absent)
        return !answer_give_up(attempt, OUTCOME_ABSENT, "%s", absent);
    attempt->scope.expected = forbidden;
    if (forbidden)
        return !answer_give_up(attempt, OUTCOME_FORBIDDEN, "%s", forbidden);
    attempt->scope.validator = xstrdup(validator);
    char *known = validator && !attempt->afresh
                      ? scope_validator(asking->snapshot, &attempt->scope)
                      : NULL;
    bool same = known && !strcmp(known, validator);
    free(known);
    if (same)
        attempt->scope.outcome = OUTCOME_UNCHANGED;
    else if (asking->limited)
        answer_give_up(attempt, OUTCOME_UNREACHED, "%s", asking->limited);
    return same || asking->limited;
}

void ask_start(struct asking *asking, struct question *question,
               const struct request *request) {
    struct attempt *attempt = xcalloc(1, sizeof *attempt);
    *attempt = (struct attempt){
        .asking = asking, .question = question, .request = *request, .zone = -1};
    attempt->key = xstrdup(question_scope(question, request));
    attempt->batch = ++asking->batches;
    attempt->scope =
        (struct scope){.source = asking->session->source->name,
                       .declaration = question->name,
                       .key = attempt->key,
                       .hash = question->hash,
                       .repo = question_is_about_repos(question) ? attempt->key : NULL};
    attempt->scope.zone = request_text(&attempt->request, "zone");
    answer_raise_zone(attempt, attempt->scope.zone);
    attempt->afresh = asking->afresh ||
                      scope_is_due(asking->snapshot, &attempt->scope, asking->full_before);
    if (is_settled(attempt)) {
        end(attempt, false);
        attempt_free(attempt);
        return;
    }
    attempt->asked = fingerprint(attempt);
    add_slot(attempt, NULL);
    *LIST_ADD(&asking->attempts) = attempt;
}

/* A budget counts what the source counts: what it answers with "not modified" not. */
static void count_request(struct asking *asking, int number) {
    if (!asking->session->transport->network || asking->session->recordings)
        return;
    asking->sent += number;
    *asking->budget -= number;
}

static void send_slot(struct attempt *attempt, struct slot *slot) {
    struct asking *asking = attempt->asking;
    struct session *session = asking->session;
    bool conditional = !attempt->afresh && !attempt->plain;
    slot->target = session->transport->target(session, &attempt->request, slot->page);
    slot->exchange = xcalloc(1, sizeof *slot->exchange);
    *slot->exchange = (struct exchange){.session = session,
                                        .request = &attempt->request,
                                        .page = xstrdup(slot->page),
                                        .page_header = attempt->question->pages.header,
                                        .owner = attempt};
    if (conditional && scope_recall(asking->snapshot, &attempt->scope, slot->target,
                                    attempt->asked, &slot->remembered)) {
        slot->exchange->etag = slot->remembered.etag;
        slot->exchange->modified = slot->remembered.modified;
    }
    count_request(asking, 1);
    wire_start(session->wire, slot->exchange);
}

static bool is_budget_spent(struct asking *asking) {
    int64_t own = asking->session->limits.max_requests;
    if (!asking->limited && own && asking->sent >= own)
        asking->limited =
            xasprintf("the source's budget of %lld requests is spent", (long long)own);
    if (!asking->limited && *asking->budget <= 0)
        asking->limited = xstrdup("the run's budget of requests is spent");
    return asking->limited;
}

/* The next page to send, of whatever attempt; its attempt goes into *ATTEMPT. */
static struct slot *next_slot(struct asking *asking, struct attempt **attempt) {
    for (size_t a = 0; a < asking->attempts.count; a++) {
        *attempt = asking->attempts.items[a];
        for (size_t i = (*attempt)->first; !(*attempt)->over && i < (*attempt)->slots.count;
             i++)
            if (!(*attempt)->slots.items[i].exchange)
                return &(*attempt)->slots.items[i];
    }
    return NULL;
}

static void stop_unreached(struct attempt *attempt) {
    answer_give_up(attempt, OUTCOME_UNREACHED, "%s", attempt->asking->limited);
    end(attempt, false);
    if (!is_on_way(attempt))
        leave(attempt);
}

bool ask_send(struct asking *asking) {
    const struct session *session = asking->session;
    size_t most = (size_t)session->limits.concurrency;
    struct attempt *attempt;
    struct slot *slot;
    while (session->on_way < most && session->on_way + asking->held < 2 * most) {
        if (!(slot = next_slot(asking, &attempt)))
            return true;
        if (is_budget_spent(asking))
            stop_unreached(attempt);
        else
            send_slot(attempt, slot);
    }
    return false;
}

/* Takes a page's place among those to remember for the next time. */
static void keep(struct attempt *attempt, const struct slot *slot, const char *next) {
    const struct answer *answer = &slot->exchange->answer;
    bool same = answer->status == 304;
    const char *etag = same ? slot->remembered.etag : answer->etag;
    const char *modified = same ? slot->remembered.modified : answer->modified;
    if (etag || modified)
        *LIST_ADD(&attempt->keep) = (struct remembered){
            xstrdup(slot->target), xstrdup(etag), xstrdup(modified), xstrdup(next)};
}

/* Asks for everything once more, without conditions: a part of a list is no list. */
static void start_over(struct attempt *attempt) {
    for (size_t i = attempt->first; i < attempt->slots.count; i++)
        slot_clear(&attempt->slots.items[i]);
    for (size_t i = 0; i < attempt->keep.count; i++)
        remembered_free(&attempt->keep.items[i]);
    attempt->first = attempt->slots.count = attempt->keep.count = 0;
    attempt->plain = true;
    attempt->reused = false;
    add_slot(attempt, NULL);
}

static bool follow(struct attempt *attempt, const struct slot *slot, char *page) {
    bool same = slot->page && !strcmp(page, slot->page);
    bool many = attempt->slots.count >= MOST_PAGES;
    bool is_long = strlen(page) > LONGEST_PAGE;
    if (!same && !many && !is_long) {
        add_slot(attempt, page);
        return true;
    }
    free(page);
    return same      ? answer_give_up(attempt, OUTCOME_FAILED,
                                      "a page names itself as the next one")
           : is_long ? answer_give_up(attempt, OUTCOME_FAILED,
                                      "%s: where the next page is takes more than %d bytes",
                                      slot->target, LONGEST_PAGE)
                     : answer_give_up(attempt, OUTCOME_FAILED, "has more than %d pages",
                                      MOST_PAGES);
}

/* The pages behind the last that is known by now. */
static bool find_following(struct attempt *attempt, struct slot *slot) {
    bool is_last = slot == &attempt->slots.items[attempt->slots.count - 1];
    struct names pages = {0};
    bool ok = true, same = slot->exchange->answer.status == 304;
    struct slot copy = *slot;                       /* the list of slots may move */
    const char *told = slot->exchange->answer.next; /* a page may have come behind it */
    if (same && (told || slot->remembered.next))
        *LIST_ADD(&pages) = xstrdup(told ? told : slot->remembered.next);
    else if (!same && !pages_after(&attempt->question->pages, attempt->asking->snapshot,
                                   slot->exchange, &pages))
        ok = answer_give_up(attempt, OUTCOME_FAILED, "%s: the answer is not JSON",
                            slot->target);
    keep(attempt, slot, pages.count ? pages.items[0] : NULL);
    for (size_t i = 0; is_last && ok && i < pages.count; i++)
        ok = follow(attempt, &copy, xstrdup(pages.items[i]));
    names_free(&pages);
    return ok;
}

/* A page that is as remembered has nothing to load. */
static bool take_unchanged(struct attempt *attempt, struct slot *slot) {
    attempt->reused = true;
    count_request(attempt->asking, -1);
    answer_log(attempt, slot);
    return find_following(attempt, slot);
}

static bool take_changed(struct attempt *attempt, struct slot *slot) {
    bool ok = answer_stage(attempt, slot);
    answer_log(attempt, slot);
    attempt->plain |= answer_is_whole(attempt);
    if (ok)
        answer_load_page(attempt);
    return ok && find_following(attempt, slot);
}

/* The first page that is not dealt with yet, and is here. False where all is over. */
static bool take_slot(struct attempt *attempt, struct slot *slot) {
    const struct exchange *exchange = slot->exchange;
    int status = exchange->answer.status;
    bool same = status == 304 && (exchange->etag || exchange->modified) &&
                !exchange->elsewhere; /* there it was not asked for */
    if (status / 100 == 2 && attempt->reused && answer_is_whole(attempt)) {
        answer_log(attempt, slot);
        start_over(attempt);
        return true;
    }
    bool ok = same ? take_unchanged(attempt, slot) : take_changed(attempt, slot);
    slot_clear(&attempt->slots.items[attempt->first++]);
    return ok;
}

/* All pages came: what is good only as a whole is loaded now. */
static void finish(struct attempt *attempt) {
    struct snapshot *snapshot = attempt->asking->snapshot;
    if (attempt->pages || !attempt->reused) {
        end(attempt, answer_load_whole(attempt));
        return;
    }
    attempt->scope.outcome = OUTCOME_UNCHANGED;
    end(attempt, false);
    scope_remember(snapshot, &attempt->scope, attempt->asked, attempt->keep.items,
                   attempt->keep.count);
}

void ask_take(struct exchange *exchange) {
    struct attempt *attempt = exchange->owner;
    struct asking *asking = attempt->asking;
    snapshot_batch(asking->snapshot);
    for (size_t i = attempt->first; i < attempt->slots.count; i++) {
        struct slot *slot = &attempt->slots.items[i];
        slot->done |= slot->exchange == exchange;
        if (slot->exchange == exchange && attempt->over)
            answer_log(attempt, slot);
    }
    asking->held += !attempt->over;
    while (!attempt->over && attempt->first < attempt->slots.count &&
           attempt->slots.items[attempt->first].done) {
        attempt->slots.items[attempt->first].done = false;
        asking->held--;
        if (!take_slot(attempt, &attempt->slots.items[attempt->first]))
            end(attempt, false);
    }
    if (!attempt->over && attempt->first == attempt->slots.count)
        finish(attempt);
    if (attempt->over && !is_on_way(attempt))
        leave(attempt);
}

void ask_forget(struct asking *asking, struct question *question, size_t number) {
    sqlite3_stmt *query = snapshot_query(asking->snapshot, "scope.forgotten");
    query_bind_text(query, ":source", asking->session->source->name);
    query_bind_text(query, ":declaration", question->name);
    query_bind_int(query, ":question", (int64_t)number);
    struct names gone = {0};
    while (query_row(query))
        *LIST_ADD(&gone) = xstrdup(column_text(query, 0));
    for (size_t i = 0; i < gone.count; i++) {
        snapshot_batch(asking->snapshot);
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
    }
    names_free(&gone);
}
