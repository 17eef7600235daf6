#include "render/mention.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    MARK = 2, /* bytes */
    MOST_OWNER = 39,
    MOST_NAME = 100,
    MOST_DIGITS = 9,
    MOST_REFERENCE = MOST_OWNER + 1 + MOST_NAME + 1 + MOST_DIGITS,
    REACH = 2 * MOST_REFERENCE, /* between two marks: Markdown may escape every character */
    MOST_LINKS = 1000           /* of a document: three bytes could become hundreds */
};

static const char opening[] = "\xC2\x96", closing[] = "\xC2\x97";

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_';
}

static bool is_of_owner(char c) {
    return is_word(c) || c == '-';
}

static bool is_of_name(char c) {
    return is_of_owner(c) || c == '.';
}

static size_t count(const char *text, size_t size, bool (*is_meant)(char)) {
    size_t length = 0;
    while (length < size && is_meant(text[length]))
        length++;
    return length;
}

/* Whether TEXT is "owner/repo". Accounts that an enterprise manages have an underscore. */
static bool is_repo(const char *text, size_t size) {
    size_t owner = count(text, size, is_of_owner);
    if (!owner || owner > MOST_OWNER || !isalnum((unsigned char)*text) || owner == size ||
        text[owner] != '/')
        return false;
    const char *name = text + owner + 1;
    size_t length = size - owner - 1;
    return length <= MOST_NAME && count(name, length, is_of_name) == length &&
           strspn(name, ".") < length;
}

/* Whether TEXT, all of it, is a reference. */
static bool is_reference(const char *text, size_t size) {
    const char *hash = memchr(text, '#', size);
    if (!hash)
        return false;
    size_t before = (size_t)(hash - text), digits = size - before - 1;
    return digits && digits <= MOST_DIGITS && hash[1] != '0' &&
           count(hash + 1, digits, is_digit) == digits &&
           (!before || is_repo(text, before));
}

static const char *repo_before(const char *hash, const char *begin) {
    while (hash > begin && (is_of_name(hash[-1]) || hash[-1] == '/'))
        hash--;
    return hash;
}

void mention_mark(const char *text, size_t size, struct buffer *out) {
    const char *end = text + size, *done = text;
    for (const char *hash = text; (hash = memchr(hash, '#', (size_t)(end - hash)));
         hash++) {
        const char *from = repo_before(hash, text);
        const char *to = hash + 1 + count(hash + 1, (size_t)(end - hash) - 1, is_digit);
        if ((from > text && strchr("#&@!", from[-1])) || (to < end && is_word(*to)) ||
            !is_reference(from, (size_t)(to - from)))
            continue;
        buffer_add(out, done, (size_t)(from - done));
        buffer_add_text(out, opening);
        buffer_add(out, from, (size_t)(to - from));
        buffer_add_text(out, closing);
        done = to;
    }
    buffer_add(out, done, (size_t)(end - done));
}

/* What stands at a mark. */
struct mention {
    char text[REACH + 1]; /* without the backslashes of Markdown */
    size_t size;
    const char *after; /* where the markup goes on */
};

static const char *next_mark(const char *at, const char *end) {
    for (; (at = memchr(at, *opening, (size_t)(end - at))); at++)
        if (at + 1 < end && (at[1] == opening[1] || at[1] == closing[1]))
            return at;
    return NULL;
}

/* Nothing is believed of what the marks enclose: the process that wrote them read hostile
 * text. */
static void read_mention(const char *mark, const char *end, struct mention *mention) {
    const char *at = mark + MARK, *stop = next_mark(at, end);
    mention->size = 0;
    mention->after = at;
    if (mark[1] != opening[1] || !stop || stop[1] != closing[1] || stop - at > REACH)
        return;
    for (; at < stop; at++)
        if (*at != '\\')
            mention->text[mention->size++] = *at;
    mention->text[mention->size] = '\0';
    mention->after = stop + MARK;
}

/* Browsers drop control characters inside of an address and take '\' for '/'. */
static bool is_web(const char *url) {
    return text_starts_with(url, "https://");
}

static bool is_permitted(const char *url) {
    for (const char *at = url; *at; at++)
        if ((unsigned char)*at <= ' ' || *at == 0x7F || *at == '\\')
            return false;
    return is_web(url) ||
           (*url && !text_starts_with(url, "//") && url[strcspn(url, ":/?#")] != ':');
}

/* Percent-encodes what could end the address in an attribute, in a Markdown link or in a
 * table's cell; entities are the same in both formats. */
static void print_url(const char *url, struct buffer *out) {
    struct buffer safe = {0};
    for (; *url; url++) {
        unsigned char c = (unsigned char)*url;
        if (c >= 0x7F || strchr("\"'<>^`{|}()[]", c))
            buffer_printf(&safe, "%%%02X", c);
        else
            buffer_add_char(&safe, *url);
    }
    escape(FORMAT_HTML, buffer_text(&safe), safe.size, out);
    buffer_free(&safe);
}

static void print_text(const struct mention *mention, enum format format,
                       struct buffer *out) {
    struct buffer visible = {0};
    escape_visible(mention->text, mention->size, &visible);
    escape(format, buffer_text(&visible), visible.size, out);
    buffer_free(&visible);
}

static void print_link(const struct mention *mention, const char *url, enum format format,
                       struct buffer *out) {
    struct buffer address = {0}, text = {0};
    print_url(url, &address);
    print_text(mention, format, &text);
    if (format == FORMAT_MD)
        buffer_printf(out, "[%s](%s)", text.data, address.data);
    else
        buffer_printf(out, "<a class=\"mention\"%s href=\"%s\">%s</a>",
                      is_web(url) ? " rel=\"nofollow noopener\"" : "", address.data,
                      text.data);
    buffer_free(&address);
    buffer_free(&text);
}

static const char *resolve_mention(const struct mention *mention, mention_resolver *resolve,
                                   void *context) {
    if (!is_reference(mention->text, mention->size))
        return NULL;
    size_t before = strcspn(mention->text, "#");
    char *repo = before ? xstrndup(mention->text, before) : NULL;
    const char *url = resolve(context, repo, strtoll(mention->text + before + 1, NULL, 10));
    free(repo);
    return url && is_permitted(url) ? url : NULL;
}

void mention_print(const struct buffer *markup, enum format format,
                   mention_resolver *resolve, void *context, struct buffer *out) {
    const char *at = buffer_text(markup), *end = at + markup->size;
    struct mention mention;
    int asked = 0;
    for (const char *mark; (mark = next_mark(at, end)); at = mention.after) {
        buffer_add(out, at, (size_t)(mark - at));
        read_mention(mark, end, &mention);
        const char *url =
            asked++ < MOST_LINKS ? resolve_mention(&mention, resolve, context) : NULL;
        if (url && (format == FORMAT_HTML || format == FORMAT_MD))
            print_link(&mention, url, format, out);
        else
            print_text(&mention, format, out);
    }
    buffer_add(out, at, (size_t)(end - at));
}

bool mention_is_in(const struct buffer *markup) {
    const char *at = buffer_text(markup);
    return next_mark(at, at + markup->size) != NULL;
}

bool mention_names_repo(const struct buffer *markup) {
    const char *at = buffer_text(markup), *end = at + markup->size;
    struct mention mention;
    for (; (at = next_mark(at, end)); at = mention.after) {
        read_mention(at, end, &mention);
        if (mention.size && *mention.text != '#' &&
            is_reference(mention.text, mention.size))
            return true;
    }
    return false;
}
