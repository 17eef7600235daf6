#include "render/reference.h"

#include "render/mention.h"

#include <stdlib.h>

struct references {
    sqlite3_stmt *leads;
    const struct reference_place *place;
    const char *ending; /* of the pages that are linked to */
    bool anchors;       /* they have one for each issue */
    char *url;          /* the last that was given */
};

struct references *references_open(struct reader *reader, const struct snapshot *snapshot) {
    struct references *references = xcalloc(1, sizeof *references);
    references->leads = reader_prepare_own(reader, snapshot, "reference.leads");
    return references;
}

void references_close(struct references *references) {
    sqlite3_finalize(references->leads);
    free(references->url);
    free(references);
}

static const char *resolve(void *context, const char *repo, int64_t number) {
    struct references *references = context;
    const struct reference_place *place = references->place;
    sqlite3_stmt *query = references->leads;
    query_bind_text(query, ":source", place->source);
    query_bind_text(query, ":repo", repo ? repo : place->repo);
    query_bind_int(query, ":number", number);
    free(references->url);
    references->url = NULL;
    if (!query_row(query))
        return NULL;
    const char *page = (const char *)sqlite3_column_text(query, 0);
    if (!page)
        references->url = xstrdup((const char *)sqlite3_column_text(query, 1));
    else if (references->anchors)
        references->url = xasprintf("%s%s.%s#issue-%lld", place->root, page,
                                    references->ending, (long long)number);
    else
        references->url = xasprintf("%s%s.%s", place->root, page, references->ending);
    sqlite3_reset(query);
    return references->url;
}

static void resolve_markup(struct references *references, enum format format,
                           struct buffer *markup) {
    struct buffer out = {0};
    references->ending = format_name(format);
    references->anchors = format == FORMAT_HTML;
    mention_print(markup, format, resolve, references, &out);
    buffer_free(markup);
    *markup = out;
}

bool references_resolve(struct references *references, const struct reference_place *place,
                        struct document *document) {
    if (!mention_is_in(&document->html) && !mention_is_in(&document->md))
        return false;
    bool outward = mention_names_repo(&document->html);
    references->place = place;
    resolve_markup(references, FORMAT_HTML, &document->html);
    resolve_markup(references, FORMAT_MD, &document->md);
    return outward;
}
