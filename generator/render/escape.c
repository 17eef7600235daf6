#include "render/escape.h"

#include "render/escape_script.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

/* A character of the text, and where in the text it stands. */
struct character {
    uint32_t code;
    const char *bytes;
    size_t size;
    const char *begin, *end; /* of the whole text */
};

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* The length of the sequence that LEAD begins, 0 for none; *LEAST is its lowest code. */
static size_t sequence(unsigned char lead, uint32_t *least) {
    static const uint32_t lowest[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *least = lowest[size];
    return lead < 0xF8 ? size : 0;
}

/* Reads the character at TEXT (Unicode, section 3.9); a byte that begins none is one of its
 * own, U+FFFD. */
static void decode(struct character *character, const char *text) {
    unsigned char lead = (unsigned char)*text;
    uint32_t least, code;
    size_t size = sequence(lead, &least), i = 1;
    code = size > 1 ? lead & (0x7Fu >> size) : lead;
    for (; i < size && text + i < character->end && (text[i] & 0xC0) == 0x80; i++)
        code = code << 6 | (text[i] & 0x3F);
    bool good = size && i == size && code >= least && code <= 0x10FFFF &&
                !(code >= 0xD800 && code <= 0xDFFF);
    character->code = good ? code : 0xFFFD;
    character->bytes = text;
    character->size = good ? size : 1;
}

typedef void put(const struct character *character, struct buffer *out);

/* The bytes that stand for themselves wherever they are: most of any text. */
struct plain {
    const char *special; /* ASCII characters that can be printed and do not */
    bool ready, is[256];
};

static const char *end_of_plain(struct plain *plain, const char *at, const char *end) {
    for (int c = 0x20; !plain->ready && c < 0x7F; c++)
        plain->is[c] = !strchr(plain->special, c);
    plain->ready = true;
    while (at < end && plain->is[(unsigned char)*at])
        at++;
    return at;
}

static void each_character(const char *text, size_t size, struct plain *plain, put *put_one,
                           struct buffer *out) {
    struct character character = {.begin = text, .end = text + size};
    for (const char *at = text; at < character.end;) {
        const char *stop = end_of_plain(plain, at, character.end);
        buffer_add(out, at, (size_t)(stop - at));
        if ((at = stop) == character.end)
            return;
        decode(&character, at);
        put_one(&character, out);
        at += character.size;
    }
}

static void put_same(const struct character *character, struct buffer *out) {
    if (character->code == 0xFFFD)
        buffer_add_text(out, replacement);
    else
        buffer_add(out, character->bytes, character->size);
}

static void put_html(const struct character *character, struct buffer *out) {
    static const char *const entities[0x40] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
    if (character->code < COUNT_OF(entities) && entities[character->code])
        buffer_add_text(out, entities[character->code]);
    else
        put_same(character, out);
}

/* https://www.w3.org/TR/xml/#charsets */
static void put_xml(const struct character *character, struct buffer *out) {
    uint32_t code = character->code;
    if (code == '\'')
        buffer_add_text(out, "&#39;");
    else if ((code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
             code == 0xFFFE || code == 0xFFFF)
        buffer_add_text(out, replacement);
    else
        put_html(character, out);
}

/* Whether all that stands before the character is digits, one at least. */
static bool follows_digits(const struct character *character) {
    const char *at = character->begin;
    while (at < character->bytes && *at >= '0' && *at <= '9')
        at++;
    return at == character->bytes && at > character->begin;
}

/* Whether WORD stands right before the character, in whatever letter case. */
static bool follows(const struct character *character, const char *word) {
    size_t length = strlen(word);
    return (size_t)(character->bytes - character->begin) >= length &&
           !strncasecmp(character->bytes - length, word, length);
}

/* What makes a link of a bare address, "http://", "www." or "a@b"
 * (https://github.github.com/gfm/#autolinks-extension-). Within such a link a backslash is
 * a part of the address, and what it was to escape is free. */
static bool is_autolink(const struct character *character) {
    const char *next = character->bytes + 1;
    if (character->code == '@')
        return character->bytes > character->begin &&
               (isalnum((unsigned char)next[-2]) || (next[-2] && strchr("+-._", next[-2])));
    if (character->code == '.')
        return follows(character, "www");
    if (character->code == ':' && next < character->end)
        return *next == '/';
    return character->code == ':' &&
           (follows(character, "http") || follows(character, "https") ||
            follows(character, "ftp"));
}

/* Some characters are markup anywhere, some where a line begins, and a text may begin one:
 * headings, lists, rules, underlines, table rows; "1." begins a list. */
static bool is_markdown(const struct character *character) {
    uint32_t code = character->code;
    if (!code || code >= 0x80)
        return false;
    if (strchr("\\`*_{}[]()|~!", (int)code) || is_autolink(character))
        return true;
    if (code == '.')
        return follows_digits(character);
    return strchr("#+-=:", (int)code) && character->bytes == character->begin;
}

static void put_md(const struct character *character, struct buffer *out) {
    uint32_t code = character->code;
    if (code == '"') {
        buffer_add_char(out, '"');
    } else if (code == '\n' || code == '\r') {
        if (code == '\r' || character->bytes == character->begin ||
            character->bytes[-1] != '\r')
            buffer_add_char(out, ' ');
    } else {
        if (is_markdown(character))
            buffer_add_char(out, '\\');
        put_html(character, out);
    }
}

static bool is_blank(char c) {
    return c && strchr(" \t\r\n", c);
}

/* White space in front becomes one space, none behind a blank or where a line begins: four
 * would begin a code block. There is none at the end: two would break the line. What ends
 * in "www" is no address before a dot. */
static void escape_md(const char *text, size_t size, struct buffer *out) {
    static struct plain plain = {.special = "\\`*_{}[]()|~!&<>\"#+-=:.@"};
    size_t blank = 0;
    while (size && is_blank(text[size - 1]))
        size--;
    while (blank < size && is_blank(text[blank]))
        blank++;
    if (blank && out->size && !is_blank(out->data[out->size - 1]))
        buffer_add_char(out, ' ');
    bool www = size - blank >= 3 && !strncasecmp(text + size - 3, "www", 3) &&
               (size - blank == 3 || !isalnum((unsigned char)text[size - 4]));
    each_character(text + blank, size - blank - www, &plain, put_md, out);
    if (www)
        buffer_printf(out, "&#%d;", text[size - 1]);
}

static void put_json(const struct character *character, struct buffer *out) {
    static const char *const escapes[0x60] = {
        ['"'] = "\\\"", ['\\'] = "\\\\", ['\b'] = "\\b", ['\f'] = "\\f",
        ['\n'] = "\\n", ['\r'] = "\\r",  ['\t'] = "\\t"};
    uint32_t code = character->code;
    if (code < COUNT_OF(escapes) && escapes[code])
        buffer_add_text(out, escapes[code]);
    else if (code < 0x20)
        buffer_printf(out, "\\u%04x", (unsigned)code);
    else
        put_same(character, out);
}

static void put_prom(const struct character *character, struct buffer *out) {
    if (character->code == '\n')
        buffer_add_text(out, "\\n");
    else if (character->code == '"' || character->code == '\\')
        buffer_printf(out, "\\%c", (int)character->code);
    else
        put_same(character, out);
}

static void put_csv(const struct character *character, struct buffer *out) {
    if (character->code == '"')
        buffer_add_char(out, '"');
    put_same(character, out);
}

static bool is_control(uint32_t code) {
    return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
}

static void put_txt(const struct character *character, struct buffer *out) {
    if (!is_control(character->code))
        put_same(character, out);
}

struct range {
    uint32_t first, last;
};

/* RANGES are in ascending order. */
static bool is_in(uint32_t code, const struct range *ranges, size_t count) {
    for (size_t i = 0; i < count && code >= ranges[i].first; i++)
        if (code <= ranges[i].last)
            return true;
    return false;
}

/* The blocks of the scripts that are written from right to left
 * (https://www.unicode.org/Public/UNIDATA/extracted/DerivedBidiClass.txt, R and AL). */
static bool is_right_to_left(uint32_t code) {
    static const struct range blocks[] = {{0x0590, 0x08FF},
                                          {0xFB1D, 0xFDFF},
                                          {0xFE70, 0xFEFF},
                                          {0x10800, 0x10FFF},
                                          {0x1E800, 0x1EFFF}};
    return is_in(code, blocks, COUNT_OF(blocks));
}

static void put_visible(const struct character *character, struct buffer *out) {
    const char *next = character->bytes + character->size;
    if (character->code == '\r' && next < character->end && *next == '\n')
        return;
    if (text_is_hidden(character->code))
        buffer_printf(out, "\xE2\x9F\xA8U+%04X\xE2\x9F\xA9", (unsigned)character->code);
    else
        put_same(character, out);
}

static size_t digits(const char *text, size_t size) {
    size_t count = 0;
    while (count < size && isdigit((unsigned char)text[count]))
        count++;
    return count;
}

static size_t sign(const char *text, size_t size) {
    return size && (*text == '-' || *text == '+');
}

/* A number as people and programs write it: "-3", "+0.5", "1e9". */
static bool is_number(const char *text, size_t size) {
    size_t at = sign(text, size), part = 0;
    size_t whole = digits(text + at, size - at);
    at += whole;
    if (at < size && text[at] == '.') {
        part = digits(text + at + 1, size - at - 1);
        at += 1 + part;
    }
    if (whole + part == 0)
        return false;
    if (at == size || (text[at] != 'e' && text[at] != 'E'))
        return at == size;
    at++;
    at += sign(text + at, size - at);
    return at < size && at + digits(text + at, size - at) == size;
}

/* The guard is https://owasp.org/www-community/attacks/CSV_Injection. */
static void escape_csv(const char *text, size_t size, struct buffer *out) {
    bool quoted = memchr(text, ',', size) || memchr(text, '"', size) ||
                  memchr(text, '\n', size) || memchr(text, '\r', size);
    if (quoted)
        buffer_add_char(out, '"');
    if (size && *text && strchr("=+-@\t\r", *text) && !is_number(text, size))
        buffer_add_char(out, '\'');
    static struct plain plain = {.special = "\""};
    each_character(text, size, &plain, put_csv, out);
    if (quoted)
        buffer_add_char(out, '"');
}

static struct {
    const char *name;
    put *put_one;
    struct plain plain;
    void (*whole)(const char *text, size_t size, struct buffer *out); /* or NULL */
} formats[FORMAT_COUNT] = {
    [FORMAT_HTML] = {"html", put_html, {.special = "&<>\""}, NULL},
    [FORMAT_XML] = {"xml", put_xml, {.special = "&<>\"'"}, NULL},
    [FORMAT_MD] = {"md", NULL, {0}, escape_md},
    [FORMAT_JSON] = {"json", put_json, {.special = "\"\\"}, NULL},
    [FORMAT_CSV] = {"csv", NULL, {0}, escape_csv},
    [FORMAT_TXT] = {"txt", put_txt, {.special = ""}, NULL},
    [FORMAT_SVG] = {"svg", put_xml, {.special = "&<>\"'"}, NULL},
    [FORMAT_PROM] = {"prom", put_prom, {.special = "\"\\"}, NULL},
    [FORMAT_JS] = {"js", NULL, {0}, escape_script},
    [FORMAT_ATOM] = {"atom", put_xml, {.special = "&<>\"'"}, NULL},
};

const char *format_name(enum format format) {
    return formats[format].name;
}

bool format_from_name(const char *name, enum format *format) {
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (!strcmp(name, formats[i].name)) {
            *format = (enum format)i;
            return true;
        }
    return false;
}

bool format_from_path(const char *path, enum format *format) {
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');
    return dot && format_from_name(dot + 1, format);
}

void escape(enum format format, const char *text, size_t size, struct buffer *out) {
    if (formats[format].whole)
        formats[format].whole(text, size, out);
    else
        each_character(text, size, &formats[format].plain, formats[format].put_one, out);
}

static struct plain printable = {.special = ""};
void escape_visible(const char *text, size_t size, struct buffer *out) {
    each_character(text, size, &printable, put_visible, out);
}

bool escape_is_visible(const char *text, size_t size) {
    return end_of_plain(&printable, text, text + size) == text + size;
}

static bool has_right_to_left(const char *text, size_t size) {
    struct character character = {.begin = text, .end = text + size};
    for (const char *at = text; at < character.end; at += character.size) {
        decode(&character, at);
        if (is_right_to_left(character.code))
            return true;
    }
    return false;
}

static void escape_line(enum format format, const char *text, size_t size,
                        struct buffer *out) {
    bool isolate = has_right_to_left(text, size);
    buffer_add_text(out, isolate ? "\xE2\x81\xA8" : ""); /* U+2068 */
    escape(format, text, size, out);
    buffer_add_text(out, isolate ? "\xE2\x81\xA9" : ""); /* U+2069 */
}

void escape_isolated(enum format format, const char *text, size_t size,
                     struct buffer *out) {
    const char *end = text + size, *stop;
    if (format == FORMAT_MD) {
        escape_line(format, text, size, out);
    } else if (format != FORMAT_TXT) {
        escape(format, text, size, out);
    } else {
        for (; (stop = memchr(text, '\n', (size_t)(end - text))); text = stop + 1) {
            escape_line(format, text, (size_t)(stop - text), out);
            buffer_add_char(out, '\n');
        }
        escape_line(format, text, (size_t)(end - text), out);
    }
}
