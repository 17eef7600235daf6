#include "render/mustache_internal.h"

#include <string.h>

const char *const mustache_sigils[] = {
    [MUSTACHE_TEXT] = "",     [MUSTACHE_LINE] = "",     [MUSTACHE_VARIABLE] = "",
    [MUSTACHE_RAW] = "&",     [MUSTACHE_SECTION] = "#", [MUSTACHE_INVERTED] = "^",
    [MUSTACHE_PARTIAL] = ">", [MUSTACHE_PARENT] = "<",  [MUSTACHE_BLOCK] = "$",
    [MUSTACHE_CLOSE] = "/",   [MUSTACHE_COMMENT] = "!", [MUSTACHE_DELIMITERS] = "=",
};

struct scanner {
    const struct template *template;
    struct tokens *tokens;
    struct error *error;
    const char *at, *end;
    struct slice open, close; /* the delimiters */
    const char *counted;      /* line and column are those of this byte */
    int line, column;
};

static bool is_space(char byte) {
    return byte && strchr(" \t\n\r\v\f", byte);
}

struct slice slice_blank(struct slice slice) {
    size_t size = 0;
    while (size < slice.size && (slice.start[size] == ' ' || slice.start[size] == '\t'))
        size++;
    return (struct slice){slice.start, size};
}

struct slice slice_trim(struct slice slice) {
    while (slice.size && is_space(slice.start[0]))
        slice = (struct slice){slice.start + 1, slice.size - 1};
    while (slice.size && is_space(slice.start[slice.size - 1]))
        slice.size--;
    return slice;
}

struct slice slice_name(struct slice name, bool *dynamic) {
    *dynamic = name.size && name.start[0] == '*';
    return *dynamic ? slice_trim((struct slice){name.start + 1, name.size - 1}) : name;
}

/* Columns count characters, so continuation bytes of UTF-8 do not count. */
static void count_to(struct scanner *scanner, const char *place) {
    for (; scanner->counted < place; scanner->counted++) {
        if (*scanner->counted == '\n') {
            scanner->line++;
            scanner->column = 1;
        } else if (((unsigned char)*scanner->counted & 0xC0) != 0x80) {
            scanner->column++;
        }
    }
}

static struct token *add_token(struct scanner *scanner, enum mustache_kind kind,
                               struct slice text) {
    struct token *token = LIST_ADD(scanner->tokens);
    token->kind = kind;
    token->text = text;
    token->line = scanner->line;
    token->column = scanner->column;
    return token;
}

/* Everything up to END as text, a token for each line. */
static void scan_text(struct scanner *scanner, const char *end) {
    while (scanner->at < end) {
        const char *newline = memchr(scanner->at, '\n', (size_t)(end - scanner->at));
        const char *next = newline ? newline + 1 : end;
        count_to(scanner, scanner->at);
        add_token(scanner, MUSTACHE_TEXT,
                  (struct slice){scanner->at, (size_t)(next - scanner->at)});
        scanner->at = next;
    }
    count_to(scanner, end);
}

static bool fail(struct scanner *scanner, const char *text) {
    return error_at(scanner->error, scanner->template->file, scanner->line, scanner->column,
                    "%s", text);
}

static const char *find(const struct scanner *scanner, const char *from,
                        struct slice wanted) {
    return memmem(from, (size_t)(scanner->end - from), wanted.start, wanted.size);
}

/* The end of the tag's content from FROM: the closing delimiter, right behind the byte
 * BEFORE unless that is 0. NULL: there is none. */
static const char *find_close(const struct scanner *scanner, const char *from,
                              char before) {
    const char *close = find(scanner, from, scanner->close);
    while (close && before && (close == from || close[-1] != before))
        close = find(scanner, close + 1, scanner->close);
    return close && before ? close - 1 : close;
}

static struct slice next_word(struct slice *rest) {
    struct slice word = {rest->start, 0};
    while (word.size < rest->size && !is_space(rest->start[word.size]))
        word.size++;
    *rest = slice_trim((struct slice){rest->start + word.size, rest->size - word.size});
    return word;
}

static bool set_delimiters(struct scanner *scanner, struct slice content) {
    struct slice rest = slice_trim(content);
    struct slice open = next_word(&rest), close = next_word(&rest);
    if (!close.size || rest.size || memchr(content.start, '=', content.size))
        return fail(scanner, "{{= =}} needs two delimiters with a space between and no '=' "
                             "in them, such as {{=<% %>=}}");
    scanner->open = open;
    scanner->close = close;
    return true;
}

static bool check_name(struct scanner *scanner, const struct token *tag) {
    bool dynamic;
    struct slice name = slice_name(tag->text, &dynamic);
    if (!name.size)
        return fail(scanner, "the tag is empty; put a name between its delimiters");
    for (size_t i = 0; i < name.size; i++)
        if (!name.start[i] || is_space(name.start[i]))
            return error_at(scanner->error, scanner->template->file, tag->line, tag->column,
                            "the name in " TAG_FORMAT " has a space in it; remove it, or "
                            "close the tag before it",
                            TAG_ARGUMENTS(tag));
    return true;
}

static enum mustache_kind kind_of(char sigil) {
    if (sigil == '{')
        return MUSTACHE_RAW;
    for (size_t kind = MUSTACHE_RAW; kind <= MUSTACHE_DELIMITERS; kind++)
        if (sigil == mustache_sigils[kind][0])
            return (enum mustache_kind)kind;
    return MUSTACHE_VARIABLE;
}

/* The tag whose opening delimiter is at the scanner's place. */
static bool scan_tag(struct scanner *scanner) {
    const char *content = scanner->at + scanner->open.size;
    while (content < scanner->end && is_space(*content))
        content++;
    char sigil = content < scanner->end ? *content : '\0';
    enum mustache_kind kind = kind_of(sigil);
    char before = sigil == '{' ? '}' : kind == MUSTACHE_DELIMITERS ? '=' : '\0';
    content += kind != MUSTACHE_VARIABLE;
    const char *close = find_close(scanner, content, before);
    if (!close)
        return error_at(
            scanner->error, scanner->template->file, scanner->line, scanner->column,
            "the tag that begins here is not closed; add %.1s%.*s", before ? &before : "",
            (int)scanner->close.size, scanner->close.start);
    struct slice inside = {content, (size_t)(close - content)};
    scanner->at = close + (before != '\0') + scanner->close.size;
    struct token *tag = add_token(scanner, kind, slice_trim(inside));
    if (kind == MUSTACHE_DELIMITERS)
        return set_delimiters(scanner, inside);
    return kind == MUSTACHE_COMMENT || check_name(scanner, tag);
}

bool mustache_scan(const struct template *template, struct tokens *tokens,
                   struct error *error) {
    const char *text = buffer_text(&template->text);
    struct scanner scanner = {template,  tokens,    error, text, text + template->text.size,
                              {"{{", 2}, {"}}", 2}, text,  1,    1};
    for (;;) {
        const char *tag = find(&scanner, scanner.at, scanner.open);
        scan_text(&scanner, tag ? tag : scanner.end);
        if (!tag)
            return true;
        if (!scan_tag(&scanner))
            return false;
    }
}
