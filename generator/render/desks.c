#include "render/desks.h"

#include "render/desk_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool desks_has_format(enum format format) {
    return format == FORMAT_HTML || format == FORMAT_MD || format == FORMAT_JSON;
}

static sqlite3_stmt *ask(struct snapshot *snapshot, const char *name,
                         const struct edition *edition) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    query_bind_text(query, ":edition", edition->name);
    return query;
}

/* what is to be kept */

static void find_run(struct snapshot *snapshot, struct desks *archive) {
    sqlite3_stmt *query = snapshot_query(snapshot, "desks.last_run");
    if (!query_row(query))
        return;
    archive->run = sqlite3_column_int64(query, 0);
    archive->at = xstrdup(column_text(query, 1));
    archive->day = xstrdup(column_text(query, 2));
    sqlite3_reset(query);
}

static void find_due(struct snapshot *snapshot, const struct edition *edition,
                     struct desks *archive) {
    sqlite3_stmt *query = ask(snapshot, "desks.due", edition);
    query_bind_text(query, ":day", archive->day);
    query_bind_int(query, ":run", archive->run);
    query_bind_text(query, ":at", archive->at);
    archive->due = archive->day && query_int(query, 0);
}

void desks_look(struct snapshot *snapshot, const struct edition *edition,
                struct desks *archive) {
    *archive = (struct desks){.zones = edition_zones_json(edition)};
    snapshot_begin(snapshot);
    find_run(snapshot, archive);
    find_due(snapshot, edition, archive);
    archive_day_judge(snapshot, edition, archive->due ? archive->day : NULL);
    sqlite3_stmt *query = ask(snapshot, "desks.forget_unpublished", edition);
    query_bind_text(query, ":day", archive->day);
    query_run(query);
    query = ask(snapshot, "desks.expect", edition);
    query_bind_text(query, ":day", archive->day);
    if (archive->due)
        query_run(query);
    snapshot_commit(snapshot);
}

void desks_free(struct desks *archive) {
    free(archive->at);
    free(archive->day);
    free(archive->zones);
    *archive = (struct desks){0};
}

static bool load_template(void *owner, const char *name, struct mustache_source *source,
                          struct error *error) {
    const struct templates *templates = owner;
    if (strcmp(name, "layout"))
        return templates_load(templates->library, templates->format, name, source, error);
    source->file = xstrdup("the archive's layout");
    buffer_add_text(&source->text, "{{$main}}{{/main}}\n");
    return true;
}

void desks_templates_open(struct templates *templates, const struct library *library,
                          enum format format) {
    *templates = (struct templates){.library = library, .format = format};
    struct mustache_loader loader = {templates, load_template};
    templates->set = mustache_new(&loader);
}

/* keeping */

void desks_seal(struct desk *desk) {
    struct buffer all = {0};
    for (size_t f = 0; f < FORMAT_COUNT; f++) {
        buffer_printf(&all, "%zu\n", desk->texts[f].size);
        buffer_add(&all, desk->texts[f].data, desk->texts[f].size);
    }
    text_hash(all.data, all.size, desk->digest);
    desk->ready = true;
    buffer_free(&all);
}

static void store_subjects(struct snapshot *snapshot, const struct edition *edition,
                           const struct desks *archive, const struct desk *desk) {
    static const char *const names[] = {"desks.add_sources", "desks.add_repositories"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        sqlite3_stmt *query = ask(snapshot, names[i], edition);
        query_bind_text(query, ":at", archive->at);
        query_bind_text(query, ":zones", archive->zones);
        query_run(query);
    }
    for (size_t i = 0; i < desk->issues.count; i++) {
        const struct desk_issue *issue = &desk->issues.items[i];
        sqlite3_stmt *query = ask(snapshot, "desks.add_issue", edition);
        query_bind_text(query, ":at", archive->at);
        query_bind_text(query, ":source", issue->source);
        query_bind_text(query, ":repo", issue->repo);
        query_bind_int(query, ":number", issue->number);
        query_run(query);
    }
}

/* what is kept */

void desks_find(struct snapshot *snapshot, const struct edition *edition, const char *day,
                struct desk *desk) {
    sqlite3_stmt *query = ask(snapshot, "desks.find", edition);
    query_bind_text(query, ":day", day);
    *desk = (struct desk){.withheld = !query_row(query)};
    if (!desk->withheld)
        snprintf(desk->digest, sizeof desk->digest, "%s", column_text(query, 0));
    sqlite3_reset(query);
}

/* A text of a day; what it was compressed with stands alone. */
static bool load_text(struct snapshot *snapshot, const struct edition *edition,
                      const char *day, const char *format, struct buffer *text) {
    struct buffer base_text = {0};
    sqlite3_stmt *query = ask(snapshot, "desks.content", edition);
    query_bind_text(query, ":day", day);
    query_bind_text(query, ":format", format);
    bool ok = query_row(query);
    char *base = ok ? xstrdup((const char *)sqlite3_column_text(query, 1)) : NULL;
    struct buffer content = {0};
    if (ok)
        buffer_add(&content, sqlite3_column_blob(query, 0),
                   (size_t)sqlite3_column_bytes(query, 0));
    sqlite3_reset(query);
    if (base)
        ok =
            strcmp(base, day) < 0 && load_text(snapshot, edition, base, format, &base_text);
    ok = ok && desk_text_unpack(content.data, content.size, &base_text, text);
    buffer_free(&content);
    buffer_free(&base_text);
    free(base);
    return ok;
}

bool desks_load(struct snapshot *snapshot, const struct edition *edition, const char *day,
                struct desk *desk, struct error *error) {
    bool ok = true;
    desk->ready = true;
    for (size_t f = 0; ok && !desk->withheld && f < FORMAT_COUNT; f++)
        if (desks_has_format((enum format)f))
            ok = load_text(snapshot, edition, day, format_name((enum format)f),
                           &desk->texts[f]);
    return ok || error_set(error,
                           "%s: the desk that is kept of %s in the edition %s is damaged; "
                           "restore the snapshot from a copy",
                           snapshot->path, day, edition->name);
}

/* keeping it */

static void store_text(struct snapshot *snapshot, const struct edition *edition,
                       const char *day, const char *base, const char *format,
                       const struct buffer *text) {
    struct buffer base_text = {0}, content = {0};
    if (base && !load_text(snapshot, edition, base, format, &base_text)) {
        buffer_clear(&base_text); /* a damaged one helps nobody */
        base = NULL;
    }
    desk_text_pack(text, &base_text, &content);
    sqlite3_stmt *query = ask(snapshot, "desks.store", edition);
    query_bind_text(query, ":day", day);
    query_bind_text(query, ":format", format);
    query_bind_text(query, ":base", base);
    sqlite3_bind_blob64(query, sqlite3_bind_parameter_index(query, ":content"),
                        content.data, content.size, SQLITE_TRANSIENT);
    query_run(query);
    buffer_free(&base_text);
    buffer_free(&content);
}

void desks_store(struct snapshot *snapshot, const struct edition *edition,
                 const struct desks *archive, const struct desk *desk) {
    sqlite3_stmt *query = ask(snapshot, "desks.base", edition);
    query_bind_text(query, ":day", archive->day);
    char *base = query_text(query);
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        if (desks_has_format((enum format)f))
            store_text(snapshot, edition, archive->day, base, format_name((enum format)f),
                       &desk->texts[f]);
    free(base);
    query = ask(snapshot, "desks.keep", edition);
    query_bind_text(query, ":day", archive->day);
    query_bind_int(query, ":run", archive->run);
    query_bind_text(query, ":at", archive->at);
    query_bind_text(query, ":zones", archive->zones);
    query_bind_text(query, ":digest", desk->digest);
    query_run(query);
    store_subjects(snapshot, edition, archive, desk);
}

/* what it listed */

static void split(struct snapshot *snapshot, const struct edition *edition, const char *day,
                  const struct buffer *text) {
    static const char *const steps[] = {"desks.forget_entries", "desks.shorten_entries",
                                        "desks.add_entries", "desks.count_entries"};
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        sqlite3_stmt *query = ask(snapshot, steps[i], edition);
        query_bind_text(query, ":day", day);
        if (sqlite3_bind_parameter_index(query, ":desk"))
            query_bind_text(query, ":desk", buffer_text(text));
        query_run(query);
    }
}

void desks_split(struct snapshot *snapshot, const struct edition *edition) {
    char *day;
    while ((day = query_text(ask(snapshot, "desks.unsplit", edition)))) {
        struct buffer text = {0};
        bool ok = load_text(snapshot, edition, day, format_name(FORMAT_JSON), &text);
        if (!ok)
            buffer_clear(&text);
        split(snapshot, edition, day, &text);
        buffer_free(&text);
        free(day);
    }
}

void desk_free(struct desk *desk) {
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        buffer_free(&desk->texts[f]);
    for (size_t i = 0; i < desk->issues.count; i++) {
        free(desk->issues.items[i].source);
        free(desk->issues.items[i].repo);
    }
    free(desk->issues.items);
    *desk = (struct desk){0};
}
