#include "render/mustache_internal.h"

#include "render/mustache.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct parser {
    struct template *template;
    struct tokens tokens;
    struct error *error;
    size_t open[MUSTACHE_NESTING];  /* opening tags (token), innermost last */
    size_t nodes[MUSTACHE_NESTING]; /* their nodes */
    size_t depth;
    struct delimiters delimiters; /* of the tag at hand */
    bool line_due;                /* the next thing to show begins a line */
    bool indent_begins;           /* and white space in front of it is indentation */
};

static bool is_opening(enum mustache_kind kind) {
    return kind == MUSTACHE_SECTION || kind == MUSTACHE_INVERTED ||
           kind == MUSTACHE_PARENT || kind == MUSTACHE_BLOCK;
}

static const char *file_of(const struct parser *parser) {
    return parser->template->file;
}

static bool open_tag(struct parser *parser, size_t at) {
    struct token *tag = &parser->tokens.items[at];
    if (parser->depth == MUSTACHE_NESTING)
        return error_at(parser->error, file_of(parser), tag->line, tag->column,
                        TAG_FORMAT " is nested more than %d deep; move it into a partial",
                        TAG_ARGUMENTS(tag), MUSTACHE_NESTING);
    parser->open[parser->depth++] = at;
    return true;
}

static bool same_name(struct slice a, struct slice b) {
    bool a_dynamic, b_dynamic;
    a = slice_name(a, &a_dynamic);
    b = slice_name(b, &b_dynamic);
    return a_dynamic == b_dynamic && a.size == b.size && !memcmp(a.start, b.start, a.size);
}

static bool close_tag(struct parser *parser, size_t at) {
    struct token *close = &parser->tokens.items[at];
    if (!parser->depth)
        return error_at(parser->error, file_of(parser), close->line, close->column,
                        TAG_FORMAT " closes nothing; remove it or open its tag before it",
                        TAG_ARGUMENTS(close));
    size_t open = parser->open[--parser->depth];
    struct token *tag = &parser->tokens.items[open];
    if (!same_name(tag->text, close->text)) {
        struct token expected = *tag;
        expected.kind = MUSTACHE_CLOSE;
        return error_at(parser->error, file_of(parser), close->line, close->column,
                        TAG_FORMAT " stands where " TAG_FORMAT " of line %d is still open; "
                                   "close that first with " TAG_FORMAT,
                        TAG_ARGUMENTS(close), TAG_ARGUMENTS(tag), tag->line,
                        TAG_ARGUMENTS(&expected));
    }
    tag->partner = at;
    close->partner = open;
    return true;
}

/* Whether the token, with the tags opened so far, is inside a parent where only blocks
 * count. A closing tag must be asked about before it closes. */
static void note_parent(struct parser *parser, size_t at) {
    struct token *token = &parser->tokens.items[at];
    if (!parser->depth)
        return;
    const struct token *around = &parser->tokens.items[parser->open[parser->depth - 1]];
    if (token->kind == MUSTACHE_CLOSE) {
        token->ignored = around->ignored;
        return;
    }
    bool inside = around->kind == MUSTACHE_PARENT && !around->ignored;
    token->argument = inside && token->kind == MUSTACHE_BLOCK;
    token->ignored = around->ignored || (inside && !token->argument);
}

static bool match_tags(struct parser *parser) {
    for (size_t at = 0; at < parser->tokens.count; at++) {
        enum mustache_kind kind = parser->tokens.items[at].kind;
        note_parent(parser, at);
        if (is_opening(kind) && !open_tag(parser, at))
            return false;
        if (kind == MUSTACHE_CLOSE && !close_tag(parser, at))
            return false;
    }
    if (!parser->depth)
        return true;
    struct token *tag = &parser->tokens.items[parser->open[parser->depth - 1]];
    struct token close = *tag;
    close.kind = MUSTACHE_CLOSE;
    return error_at(parser->error, file_of(parser), tag->line, tag->column,
                    TAG_FORMAT " is never closed; add " TAG_FORMAT, TAG_ARGUMENTS(tag),
                    TAG_ARGUMENTS(&close));
}

static struct node *add_node(struct parser *parser, const struct token *token,
                             enum mustache_kind kind, struct slice text) {
    struct template *template = parser->template;
    struct node *node = LIST_ADD(template);
    node->kind = kind;
    node->text = text;
    node->line = token->line;
    node->column = token->column;
    node->end = template->count;
    return node;
}

/* The indentation of the innermost block's content. */
static struct slice base_of(const struct parser *parser) {
    const struct token *tokens = parser->tokens.items;
    size_t depth = parser->depth;
    while (depth && tokens[parser->open[depth - 1]].kind != MUSTACHE_BLOCK)
        depth--;
    return depth ? tokens[parser->open[depth - 1]].base : parser->template->base;
}

/* INDENT as seen from inside the innermost block: without that block's own indentation. */
static struct slice relative(const struct parser *parser, struct slice indent) {
    struct slice base = base_of(parser);
    size_t same = 0;
    while (same < base.size && same < indent.size && base.start[same] == indent.start[same])
        same++;
    return (struct slice){indent.start + same, indent.size - same};
}

/* The line that is due begins, before TOKEN, with INDENT. */
static void begin_line(struct parser *parser, const struct token *token,
                       struct slice indent) {
    if (parser->line_due)
        add_node(parser, token, MUSTACHE_LINE, relative(parser, indent));
    parser->line_due = parser->indent_begins = false;
}

static void parse_text(struct parser *parser, const struct token *token) {
    struct slice text = token->text;
    bool ends = text.start[text.size - 1] == '\n';
    if (!token->dropped) {
        struct slice indent = slice_blank(text);
        if (!parser->indent_begins)
            indent.size = 0;
        begin_line(parser, token, indent);
        text = (struct slice){text.start + indent.size, text.size - indent.size};
        if (text.size)
            add_node(parser, token, MUSTACHE_TEXT, text);
    }
    if (ends)
        parser->line_due = parser->indent_begins = true;
}

static bool set_path(struct parser *parser, struct node *node, struct slice name) {
    if (name.size == 1 && name.start[0] == '.')
        return true;
    node->path = xstrndup(name.start, name.size);
    node->parts = 1;
    for (size_t i = 0, part = 0; i <= name.size; i++) {
        if (i < name.size && name.start[i] != '.')
            continue;
        if (part == i)
            return error_at(parser->error, file_of(parser), node->line, node->column,
                            "the name in " TAG_FORMAT " has an empty part; write it with "
                            "single dots inside, such as a.b",
                            TAG_ARGUMENTS(node));
        part = i + 1;
        node->parts += i < name.size;
        node->path[i] = '\0';
    }
    return true;
}

static bool parse_name(struct parser *parser, struct node *node) {
    bool loads = node->kind == MUSTACHE_PARTIAL || node->kind == MUSTACHE_PARENT;
    struct slice name = node->text;
    if (loads)
        name = slice_name(name, &node->dynamic);
    if (node->kind != MUSTACHE_BLOCK && (!loads || node->dynamic))
        return set_path(parser, node, name);
    node->path = xstrndup(name.start, name.size);
    node->parts = 1;
    return true;
}

/* CONTENT is that of a tag that the scanner let pass: two words. */
static struct delimiters parse_delimiters(struct slice content) {
    size_t open = 0, close = content.size;
    while (!isspace((unsigned char)content.start[open]))
        open++;
    while (!isspace((unsigned char)content.start[close - 1]))
        close--;
    return (struct delimiters){{content.start, open},
                               {content.start + close, content.size - close}};
}

static struct section *open_section(const struct parser *parser,
                                    const struct token *token) {
    struct section *section = xcalloc(1, sizeof *section);
    const char *at = token->text.start + token->text.size;
    while (isspace((unsigned char)*at))
        at++;
    at += parser->delimiters.close.size;
    if (token->own_line) {
        at += strcspn(at, "\n");
        at += *at == '\n';
        section->base = base_of(parser);
    }
    section->delimiters = parser->delimiters;
    section->text.start = at;
    return section;
}

static void close_section(const struct parser *parser, const struct token *close,
                          struct section *section) {
    const char *at = close->text.start;
    while (isspace((unsigned char)at[-1]))
        at--;
    at--; /* the '/' */
    while (isspace((unsigned char)at[-1]))
        at--;
    at -= parser->delimiters.open.size;
    while (close->own_line && at > section->text.start && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    section->text.size = (size_t)(at - section->text.start);
}

static bool parse_tag(struct parser *parser, size_t at) {
    const struct token *token = &parser->tokens.items[at];
    bool inherited = token->kind == MUSTACHE_PARENT || token->kind == MUSTACHE_BLOCK;
    if (!token->own_line && !token->argument)
        begin_line(parser, token, (struct slice){"", 0});
    if (token->kind >= MUSTACHE_CLOSE)
        return true;
    struct node *node = add_node(parser, token, token->kind, token->text);
    node->own_line = token->own_line;
    node->newline = token->newline;
    node->indent =
        relative(parser, token->kind == MUSTACHE_BLOCK ? token->base : token->indent);
    if (token->kind == MUSTACHE_SECTION)
        node->section = open_section(parser, token);
    if (is_opening(token->kind)) {
        parser->nodes[parser->depth] = parser->template->count - 1;
        parser->open[parser->depth++] = at;
    }
    parser->line_due |= inherited;
    parser->indent_begins &= !inherited;
    return parse_name(parser, node);
}

static void parse_close(struct parser *parser, size_t at) {
    const struct token *close = &parser->tokens.items[at];
    const struct token *tag = &parser->tokens.items[close->partner];
    bool inherited = tag->kind == MUSTACHE_PARENT || tag->kind == MUSTACHE_BLOCK;
    if (!close->own_line && (!inherited || parser->indent_begins))
        begin_line(parser, close, (struct slice){"", 0});
    struct node *node = &parser->template->items[parser->nodes[--parser->depth]];
    node->end = parser->template->count;
    node->finished = parser->line_due;
    if (node->section)
        close_section(parser, close, node->section);
    if (inherited) {
        parser->line_due = tag->whole;
        parser->indent_begins = false;
    }
}

static bool build(struct parser *parser) {
    parser->line_due = parser->indent_begins = true;
    parser->delimiters = (struct delimiters){{"{{", 2}, {"}}", 2}};
    for (size_t at = 0; at < parser->tokens.count; at++) {
        const struct token *token = &parser->tokens.items[at];
        if (token->kind == MUSTACHE_DELIMITERS)
            parser->delimiters = parse_delimiters(token->text);
        if (token->ignored)
            continue;
        if (token->kind == MUSTACHE_TEXT)
            parse_text(parser, token);
        else if (token->kind == MUSTACHE_CLOSE)
            parse_close(parser, at);
        else if (!parse_tag(parser, at))
            return false;
    }
    return true;
}

bool mustache_parse(struct template *template, struct error *error) {
    struct parser parser = {.template = template, .error = error};
    bool ok = mustache_scan(template, &parser.tokens, error) && match_tags(&parser);
    if (ok) {
        mustache_lines(&parser.tokens);
        ok = build(&parser);
    }
    free(parser.tokens.items);
    return ok;
}

void mustache_template_free(struct template *template) {
    for (size_t i = 0; template && i < template->count; i++) {
        free(template->items[i].path);
        free(template->items[i].section);
    }
    if (template) {
        free(template->items);
        free(template->name);
        free(template->file);
        free(template->origin);
        buffer_free(&template->text);
    }
    free(template);
}
