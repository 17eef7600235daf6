#include "render/content.h"

#include "render/templates.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Where the reading of a text stands: inside of a block of code, or not. */
struct fence {
    char mark; /* '\0': not */
    size_t length;
    char *name; /* of a statement, or NULL */
    int line;   /* of its beginning */
    struct buffer sql;
};

bool content_is_page(const char *name) {
    return text_starts_with(name, "content/") && text_ends_with(name, ".md");
}

static char *stem_of(const struct library_file *file) {
    const char *name = file->name + strlen("content/");
    return xstrndup(name, strlen(name) - strlen(".md"));
}

char *content_path(const struct library_file *file) {
    char *stem = stem_of(file);
    char *path = text_slug(stem);
    free(stem);
    return path;
}

char *content_heading(const struct library_file *file, const char *text) {
    const char *heading = text_starts_with(text, "# ") ? text : strstr(text, "\n# ");
    if (!heading) {
        char *stem = stem_of(file);
        stem[strcspn(stem, ".")] = '\0';
        return stem;
    }
    heading += strspn(heading, "\n# ");
    return xstrndup(heading, strcspn(heading, "\r\n"));
}

/* statements */

/* The marks that a line of SIZE bytes begins with, if they could begin or end a block of
 * code (https://github.github.com/gfm/#fenced-code-blocks); *REST is behind them. */
static size_t fence_marks(const char *line, size_t size, char *mark, const char **rest) {
    const char *end = line + size;
    for (int i = 0; i < 3 && line < end && *line == ' '; i++)
        line++;
    size_t count = 0;
    *mark = line < end ? *line : '\0';
    while ((*mark == '`' || *mark == '~') && line + count < end && line[count] == *mark)
        count++;
    *rest = line + count;
    return count >= 3 ? count : 0;
}

/* "sql NAME": the name, or NULL. */
static char *statement_name(const char *info, const char *end) {
    while (end > info && isspace((unsigned char)end[-1]))
        end--;
    info += strspn(info, " \t");
    if (strncmp(info, "sql", 3) || !isblank((unsigned char)info[3]))
        return NULL;
    info += 3 + strspn(info + 3, " \t");
    for (const char *c = info; c < end; c++)
        if (!isalnum((unsigned char)*c) && !strchr("_-.", *c))
            return NULL;
    return info < end && isalpha((unsigned char)*info)
               ? xstrndup(info, (size_t)(end - info))
               : NULL;
}

/* "-- types: score number(1)" among the comments at the beginning. */
static void take_types(struct statement *statement) {
    int line = statement->line + 1;
    const char *at = statement->sql;
    for (; text_starts_with(at, "--"); line++) {
        const char *text = at + 2 + strspn(at + 2, " \t");
        size_t size = strcspn(text, "\r\n");
        if (text_starts_with(text, "types:") && !statement->types.value) {
            statement->types.value =
                xstrndup(text + strlen("types:"), size - strlen("types:"));
            statement->types.line = line;
        }
        at = text + size;
        at += strspn(at, "\r");
        at += *at == '\n';
    }
}

static bool end_statement(struct content *content, struct fence *fence,
                          struct error *error) {
    struct declaration *declaration = &content->declaration;
    bool ok = declaration_add(declaration, fence->name, buffer_text(&fence->sql),
                              fence->line, error);
    take_types(&declaration->statements.items[declaration->statements.count - 1]);
    buffer_free(&fence->sql);
    free(fence->name);
    fence->name = NULL;
    return ok;
}

/* A line of SIZE bytes with its end: to the statement that it belongs to, or to the rest.
 */
static bool take_line(struct content *content, struct fence *fence, const char *line,
                      size_t size, struct buffer *rest, struct error *error) {
    const char *behind;
    char mark;
    bool ok = true, hidden = fence->name;
    size_t marks = fence_marks(line, size, &mark, &behind);
    size_t blank = strspn(behind, " \t\r");
    bool opens = !fence->mark && marks &&
                 !(mark == '`' && memchr(behind, '`', (size_t)(line + size - behind)));
    bool closes = fence->mark && mark == fence->mark && marks >= fence->length &&
                  (behind + blank >= line + size || behind[blank] == '\n');
    if (closes && fence->name)
        ok = end_statement(content, fence, error);
    else if (fence->name)
        buffer_add(&fence->sql, line, size);
    if (opens)
        fence->name = statement_name(behind, line + size);
    if (opens || closes) {
        fence->mark = opens ? mark : '\0';
        fence->length = marks;
    }
    if (hidden || fence->name)
        buffer_add_text(rest, size && line[size - 1] == '\n' ? "\n" : "");
    else
        buffer_add(rest, line, size);
    return ok;
}

static bool take_lines(struct content *content, struct error *error) {
    struct buffer rest = {0};
    struct fence fence = {0};
    bool ok = true;
    int number = 1;
    for (const char *line = content->file->text; ok && *line; number++) {
        size_t size = strcspn(line, "\n");
        size += line[size] == '\n';
        bool inside = fence.name;
        ok = take_line(content, &fence, line, size, &rest, error);
        if (!inside)
            fence.line = number;
        line += size;
    }
    if (ok && fence.name)
        ok = error_at(error, content->file->origin, fence.line, 0,
                      "the statement '%s' does not end; close its block of code",
                      fence.name);
    buffer_free(&fence.sql);
    free(fence.name);
    buffer_add(&rest, "", 0);
    content->template = buffer_take(&rest);
    return ok;
}

static void add_field(struct declaration *declaration, const char *key, char *value) {
    *LIST_ADD(&declaration->fields) = (struct header_field){xstrdup(key), value, 1};
}

/* the template */

static char *title_name(const struct content *content) {
    return xasprintf("%s title", content->file->name);
}

static bool load(void *owner, const char *name, struct mustache_source *source,
                 struct error *error) {
    const struct content *content = owner;
    char *title = title_name(content);
    const char *text = !strcmp(name, title) ? content->heading : NULL;
    text = strcmp(name, content->file->name) ? text : content->template;
    free(title);
    if (!text)
        return templates_load(content->library, FORMAT_MD, name, source, error);
    source->file = xstrdup(content->file->origin);
    buffer_add_text(&source->text, text);
    return true;
}

bool content_read(const struct library *library, const struct library_file *file,
                  struct content **content, struct error *error) {
    struct content *one = xcalloc(1, sizeof *one);
    *content = NULL;
    one->library = library;
    one->file = file;
    one->declaration.name = xstrndup(file->name, strlen(file->name) - strlen(".md"));
    one->declaration.origin = xstrdup(file->origin);
    text_hash(file->text, file->size, one->declaration.hash);
    memcpy(one->key, one->declaration.hash, sizeof one->key - 1);
    bool ok = take_lines(one, error);
    one->heading = content_heading(file, one->template);
    add_field(&one->declaration, "path", content_path(file));
    add_field(&one->declaration, "title", xstrdup(one->heading));
    one->set = mustache_new(&(struct mustache_loader){one, load});
    if (ok && one->declaration.statements.count)
        *content = one;
    else
        content_free(one);
    return ok;
}

void content_free(struct content *content) {
    if (!content)
        return;
    mustache_free(content->set);
    declaration_free(&content->declaration);
    free(content->template);
    free(content->heading);
    free(content);
}

/* Without statements there is no reading: the text is what it is. */
static void declare(const struct library_file *file, const struct content *content,
                    struct declaration *declaration) {
    const char *text = content ? content->template : file->text;
    char *stem = stem_of(file), *heading = content_heading(file, text);
    char *tag = content ? strstr(heading, "{{") : NULL;
    if (tag)
        *tag = '\0';
    *declaration = (struct declaration){.name = xasprintf("templates/content/%s", stem),
                                        .origin = xstrdup(file->origin),
                                        .summary = *heading ? heading : xstrdup(stem),
                                        .documentation = xstrdup(text)};
    text_hash(file->text, file->size, declaration->hash);
    if (!*heading)
        free(heading);
    free(stem);
}

bool content_declare(const struct library *library, struct declarations *declarations,
                     struct error *error) {
    for (size_t i = 0; i < library->count; i++) {
        const struct library_file *file = &library->items[i];
        struct content *content;
        if (!content_is_page(file->name))
            continue;
        if (!content_read(library, file, &content, error))
            return false;
        declare(file, content, LIST_ADD(declarations));
        content_free(content);
    }
    return true;
}

/* drafts */

struct writing {
    struct content_draft *draft;
    struct view *view;
    struct mustache_provider values; /* the view's */
};

static bool child(void *owner, struct mustache_node node, const char *name,
                  struct mustache_node *found) {
    struct writing *writing = owner;
    return writing->values.child(writing->view, node, name, found);
}

static bool truthy(void *owner, struct mustache_node node) {
    struct writing *writing = owner;
    return writing->values.truthy(writing->view, node);
}

static bool list(void *owner, struct mustache_node node, size_t *length) {
    struct writing *writing = owner;
    return writing->values.list(writing->view, node, length);
}

static struct mustache_node item(void *owner, struct mustache_node node, size_t index) {
    struct writing *writing = owner;
    return writing->values.item(writing->view, node, index);
}

/* What is not printed into the draft is the name of a partial, and no word of the page. */
static void print(void *owner, struct mustache_node node, bool raw, struct buffer *out) {
    struct writing *writing = owner;
    struct content_draft *draft = writing->draft;
    if (out != &draft->text) {
        writing->values.print(writing->view, node, raw, out);
        return;
    }
    placeholder_write(draft->content->key, draft->values.count, out);
    *LIST_ADD(&draft->values) = node;
}

static bool refuse_unknown(const struct content *content, struct view *view,
                           struct error *error) {
    if (view->unknown)
        error_at(error, content->file->origin, 0, 0,
                 "the tag '%s' names nothing: no statement and no column of this page, and "
                 "nothing that every page has",
                 view->unknown);
    free(view->unknown);
    return !error->kind;
}

bool content_write(const struct content *content, const struct view *view,
                   struct content_draft *draft, struct error *error) {
    struct view shown = *view;
    struct writing writing = {draft, &shown, view_provider(&shown)};
    const struct mustache_provider provider = {.owner = &writing,
                                               .child = child,
                                               .truthy = truthy,
                                               .list = list,
                                               .item = item,
                                               .print = print};
    *draft = (struct content_draft){.content = content, .twin = view->twin};
    shown.format = FORMAT_TXT;
    return mustache_render(content->set, content->file->name, &provider, view_root(&shown),
                           &draft->text, error) &&
           refuse_unknown(content, &shown, error);
}

void content_draft_free(struct content_draft *draft) {
    buffer_free(&draft->text);
    free(draft->values.items);
}

char *content_title(const struct content *content, const struct view *view) {
    struct view shown = *view;
    struct buffer title = {0};
    struct error error = {0};
    char *name = title_name(content);
    shown.format = FORMAT_TXT;
    struct mustache_provider provider = view_provider(&shown);
    if (!mustache_render(content->set, name, &provider, view_root(&shown), &title,
                         &error)) {
        const char *tag = strstr(content->heading, "{{");
        buffer_clear(&title);
        buffer_add(&title, content->heading, (size_t)(tag - content->heading));
    }
    free(shown.unknown);
    error_free(&error);
    free(name);
    return buffer_take(&title);
}
