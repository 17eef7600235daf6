/*
 * Standalone tags. A tag that is alone on its line takes the line with it: neither the
 * white space before it nor the end of the line is shown. Sections, comments, delimiters
 * and partials count one by one; the two tags of a block or parent count together, so that
 * "{{$a}}{{/a}}" can be alone on a line, and so can "{{<p}}{{$a}}" and "{{/a}}{{/p}}".
 */
#include "render/mustache_internal.h"

typedef bool passable(const struct tokens *tokens, const struct token *token);

static bool is_inherited(enum mustache_kind kind) {
    return kind == MUSTACHE_PARENT || kind == MUSTACHE_BLOCK;
}

static bool pass_nothing(const struct tokens *tokens, const struct token *token) {
    (void)tokens;
    (void)token;
    return false;
}

static bool pass_opening(const struct tokens *tokens, const struct token *token) {
    (void)tokens;
    return is_inherited(token->kind);
}

static bool pass_closing(const struct tokens *tokens, const struct token *token) {
    return token->kind == MUSTACHE_CLOSE &&
           is_inherited(tokens->items[token->partner].kind);
}

static bool pass_whole(const struct tokens *tokens, const struct token *token) {
    return pass_closing(tokens, token) && tokens->items[token->partner].whole;
}

static bool ends_line(const struct token *token) {
    return token->kind == MUSTACHE_TEXT && token->text.start[token->text.size - 1] == '\n';
}

/* The end of the line as TOKEN has it: "\n", "\r\n" or nothing. */
static struct slice line_end(const struct token *token) {
    size_t size = ends_line(token);
    const char *end = token->text.start + token->text.size;
    if (size && token->text.size > 1 && end[-2] == '\r')
        size = 2;
    return (struct slice){end - size, size};
}

static bool is_blank(const struct token *token) {
    return slice_blank(token->text).size + line_end(token).size == token->text.size;
}

static bool is_clear(const struct tokens *tokens, const struct token *token,
                     passable *pass) {
    if (token->ignored)
        return true;
    return token->kind == MUSTACHE_TEXT ? is_blank(token) : pass(tokens, token);
}

/* Whether nothing but white space and what may be passed stands before AT on its line. */
static bool clear_before(const struct tokens *tokens, size_t at, passable *pass) {
    for (; at > 0 && !ends_line(&tokens->items[at - 1]); at--)
        if (!is_clear(tokens, &tokens->items[at - 1], pass))
            return false;
    return true;
}

static bool clear_after(const struct tokens *tokens, size_t at, passable *pass) {
    while (++at < tokens->count) {
        const struct token *token = &tokens->items[at];
        if (!is_clear(tokens, token, pass))
            return false;
        if (ends_line(token))
            break;
    }
    return true;
}

static void drop_before(struct tokens *tokens, size_t at) {
    if (at > 0 && tokens->items[at - 1].kind == MUSTACHE_TEXT)
        tokens->items[at - 1].dropped |= !ends_line(&tokens->items[at - 1]);
}

static void drop_after(struct tokens *tokens, size_t at) {
    if (at + 1 < tokens->count)
        tokens->items[at + 1].dropped |= tokens->items[at + 1].kind == MUSTACHE_TEXT;
}

/* White space between the beginning of the line and AT, where there is nothing else. */
static struct slice indent_of(const struct tokens *tokens, size_t at) {
    const struct token *before = at ? &tokens->items[at - 1] : NULL;
    if (!before || before->kind != MUSTACHE_TEXT || ends_line(before) ||
        !is_blank(before) || (at > 1 && !ends_line(&tokens->items[at - 2])))
        return (struct slice){"", 0};
    return before->text;
}

static struct slice newline_after(const struct tokens *tokens, size_t at) {
    while (++at < tokens->count)
        if (ends_line(&tokens->items[at]))
            return line_end(&tokens->items[at]);
    return (struct slice){"", 0};
}

/* The indentation of the content of the block at OPEN, which begins on the next line: that
 * of its first line that is not blank, or else the tag's own. */
static struct slice content_indent(const struct tokens *tokens, size_t open) {
    size_t close = tokens->items[open].partner, at = open + 1;
    while (at < close && !ends_line(&tokens->items[at]))
        at++;
    for (at++; at < close; at++) {
        const struct token *token = &tokens->items[at];
        if (token->kind != MUSTACHE_TEXT)
            return (struct slice){"", 0};
        if (!is_blank(token) || (!ends_line(token) && at + 1 < close))
            return slice_blank(token->text);
    }
    return indent_of(tokens, open);
}

/* The pair of tags of a block or parent that ends at CLOSE. */
static void lay_out_pair(struct tokens *tokens, size_t close) {
    size_t open = tokens->items[close].partner;
    struct token *tag = &tokens->items[open], *end = &tokens->items[close];
    bool begins = tag->argument || clear_before(tokens, open, pass_opening);
    bool ends = tag->argument || clear_after(tokens, close, pass_whole);
    bool content_below = begins && clear_after(tokens, open, pass_opening);
    bool closed_below = ends && clear_before(tokens, close, pass_closing);
    tag->own_line = begins && (content_below || ends);
    tag->whole = begins && ends;
    tag->indent = indent_of(tokens, open);
    tag->base = content_below ? content_indent(tokens, open) : tag->indent;
    end->own_line = closed_below;
    if (tag->own_line)
        drop_before(tokens, open);
    if (content_below)
        drop_after(tokens, open);
    if (closed_below)
        drop_before(tokens, close);
    if (tag->whole || closed_below)
        drop_after(tokens, close);
    if (tag->whole && !tag->argument)
        tag->newline = newline_after(tokens, close);
}

static void lay_out_tag(struct tokens *tokens, size_t at) {
    struct token *tag = &tokens->items[at];
    if (tag->kind == MUSTACHE_VARIABLE || tag->kind == MUSTACHE_RAW ||
        !clear_before(tokens, at, pass_nothing) || !clear_after(tokens, at, pass_nothing))
        return;
    tag->own_line = true;
    tag->indent = indent_of(tokens, at);
    drop_before(tokens, at);
    drop_after(tokens, at);
}

/* From the end, so that outer pairs are laid out before those inside them. */
void mustache_lines(struct tokens *tokens) {
    for (size_t at = tokens->count; at-- > 0;) {
        const struct token *token = &tokens->items[at];
        if (token->kind == MUSTACHE_TEXT || token->ignored || is_inherited(token->kind))
            continue;
        if (pass_closing(tokens, token))
            lay_out_pair(tokens, at);
        else
            lay_out_tag(tokens, at);
    }
}
