#include "site/config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { END = -1 };

struct reader {
    const char *file, *text;
    size_t size, at;
    int line, column;
    struct config *config;
    struct error *error;
};

#define REFUSE(place, reader, ...)                                                         \
    error_at((reader)->error, (reader)->file, (place)->line, (place)->column, __VA_ARGS__)

struct config_excerpt config_excerpt(const char *text) {
    struct config_excerpt excerpt = {0};
    size_t size = strlen(text), cut = size;
    if (size > CONFIG_EXCERPT_LIMIT)
        for (cut = CONFIG_EXCERPT_LIMIT; cut && (text[cut] & 0xC0) == 0x80;)
            cut--;
    for (size_t i = 0; i < cut; i++) {
        unsigned char byte = (unsigned char)text[i];
        excerpt.text[i] = byte < 0x20 || byte == 0x7F ? '?' : text[i];
    }
    if (cut < size)
        memcpy(excerpt.text + cut, "...", sizeof "...");
    return excerpt;
}

/* The next byte; a line that ends in CR LF ends in LF here. */
static int peek(const struct reader *reader) {
    if (reader->at == reader->size)
        return END;
    const char *here = reader->text + reader->at;
    bool crlf = *here == '\r' && reader->at + 1 < reader->size && here[1] == '\n';
    return crlf ? '\n' : (unsigned char)*here;
}

static int take(struct reader *reader) {
    int c = peek(reader);
    if (c == END)
        return END;
    reader->at += reader->text[reader->at] == '\r' && c == '\n' ? 2 : 1;
    if (c == '\n') {
        reader->line++;
        reader->column = 1;
    } else if ((c & 0xC0) != 0x80) {
        reader->column++;
    }
    return c;
}

static bool is_blank(int c) {
    return c == ' ' || c == '\t';
}

static bool is_line_end(int c) {
    return c == '\n' || c == END;
}

static bool is_letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_key_character(int c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

static void skip_blanks(struct reader *reader) {
    while (is_blank(peek(reader)))
        take(reader);
}

static void skip_line(struct reader *reader) {
    while (!is_line_end(peek(reader)))
        take(reader);
}

/* The length of the character that the reader is at, or 0 where it is not UTF-8. */
static size_t character_length(const struct reader *reader) {
    size_t left = reader->size - reader->at;
    for (size_t length = 1; length <= 4 && length <= left; length++)
        if (text_is_utf8(reader->text + reader->at, length))
            return length;
    return 0;
}

/* What the reader is at, for a message. */
static struct config_excerpt found(const struct reader *reader) {
    int c = peek(reader);
    if (is_line_end(c))
        return config_excerpt(c == END ? "the end of the file" : "the end of the line");
    int length = (int)character_length(reader);
    char *text = xasprintf("\"%.*s\"", length, reader->text + reader->at);
    struct config_excerpt excerpt = config_excerpt(text);
    free(text);
    return excerpt;
}

/* Works on a copy of the reader, so that parsing begins at the same place. */
static bool check_characters(struct reader reader) {
    for (int c; (c = peek(&reader)) != END;) {
        size_t length = character_length(&reader);
        if (!c)
            return REFUSE(&reader, &reader, "a NUL byte; is this a text file?");
        if (!length)
            return REFUSE(&reader, &reader, "not UTF-8; save the file as UTF-8");
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
            return REFUSE(&reader, &reader, "control character 0x%02X; remove it",
                          (unsigned)c);
        while (length--)
            take(&reader);
    }
    return true;
}

/* Begins after the backslash; a line's end after it is left out. */
static bool take_escape(struct reader *reader, struct buffer *value) {
    static const char letters[] = "ntb\\\"", meanings[] = "\n\t\b\\\"";
    const char *letter = strchr(letters, peek(reader));
    if (letter)
        buffer_add_char(value, meanings[letter - letters]);
    else if (!is_line_end(peek(reader)))
        return REFUSE(reader, reader,
                      "unknown escape; write \\\\ for a backslash (others are \\\", \\n, "
                      "\\t, \\b and a backslash at the end of a line)");
    take(reader);
    return true;
}

struct place {
    int line, column;
};

/* A value in the making. */
struct value {
    struct buffer text;
    size_t kept; /* bytes up to the last that is not a blank to be trimmed */
    bool quoted;
    struct place quote;
    struct place tab; /* the first tab among the blanks that may yet be trimmed */
};

static void take_blank(struct reader *reader, struct value *value) {
    struct place here = {reader->line, reader->column};
    int c = take(reader);
    if (!value->text.size)
        return;
    if (c == '\t' && !value->tab.line)
        value->tab = here;
    buffer_add_char(&value->text, (char)c);
}

/* Takes one character or escape that counts. */
static bool take_part(struct reader *reader, struct value *value) {
    if (value->tab.line)
        return REFUSE(&value->tab, reader,
                      "a tab inside a value, which versions of git read differently; "
                      "write a space, or put the value in double quotes");
    struct place here = {reader->line, reader->column};
    int c = take(reader);
    if (c == '"') {
        value->quoted = !value->quoted;
        value->quote = here;
    } else if (c != '\\') {
        buffer_add_char(&value->text, (char)c);
    } else if (!take_escape(reader, &value->text)) {
        return false;
    }
    value->kept = value->text.size;
    return true;
}

/* Begins after the equals sign and stops before the end of the line. */
static bool read_value(struct reader *reader, struct value *value) {
    for (int c; !is_line_end(c = peek(reader));) {
        if (!value->quoted && (c == '#' || c == ';'))
            skip_line(reader);
        else if (!value->quoted && is_blank(c))
            take_blank(reader, value);
        else if (!take_part(reader, value))
            return false;
    }
    if (value->quoted)
        return REFUSE(&value->quote, reader,
                      "this double quote is not closed; add one, or write \\\" for a "
                      "quote that belongs to the value");
    buffer_truncate(&value->text, value->kept);
    return true;
}

static char *take_key(struct reader *reader) {
    struct buffer key = {0};
    while (is_key_character(peek(reader)))
        buffer_add_char(&key, (char)tolower(take(reader)));
    return buffer_take(&key);
}

static bool refuse_after_key(struct reader *reader, const char *key, bool adjacent) {
    int c = peek(reader);
    if (c == '#' || c == ';')
        return REFUSE(reader, reader,
                      "a comment cannot follow a key without a value; put it on a line of "
                      "its own");
    if (adjacent)
        return REFUSE(reader, reader,
                      "%s cannot be in a key, which has letters, digits and -",
                      found(reader).text);
    return REFUSE(reader, reader, "expected \"=\" after the key \"%s\", found %s",
                  config_excerpt(key).text, found(reader).text);
}

static bool read_entry(struct reader *reader) {
    struct config *config = reader->config;
    if (!config->count)
        return REFUSE(reader, reader,
                      "a key before any section; put a line like [section] above it");
    int line = reader->line, column = reader->column;
    char *key = take_key(reader);
    struct config_entry *entry = LIST_ADD(&config->items[config->count - 1].entries);
    *entry = (struct config_entry){key, NULL, line, column};
    bool adjacent = !is_blank(peek(reader));
    skip_blanks(reader);
    if (is_line_end(peek(reader)))
        return true;
    if (peek(reader) != '=')
        return refuse_after_key(reader, key, adjacent);
    take(reader);
    struct value value = {0};
    bool ok = read_value(reader, &value);
    entry->value = buffer_take(&value.text);
    return ok;
}

/* [section.name]: git reads it, but in lower case, and advises against it. */
static bool refuse_old_form(struct reader *reader, const struct config_section *section) {
    struct buffer rest = {0};
    take(reader);
    while (!is_line_end(peek(reader)) && peek(reader) != ']')
        buffer_add_char(&rest, (char)take(reader));
    REFUSE(section, reader, "[%s.%s] is the old form; write [%s \"%s\"]",
           config_excerpt(section->name).text, config_excerpt(buffer_text(&rest)).text,
           config_excerpt(section->name).text, config_excerpt(buffer_text(&rest)).text);
    buffer_free(&rest);
    return false;
}

static bool refuse_open_header(struct reader *reader,
                               const struct config_section *section) {
    return REFUSE(section, reader,
                  "this header is not closed on its line; write [section] or "
                  "[section \"name\"]");
}

/* Begins after the opening quote and takes the closing one. */
static bool read_subsection(struct reader *reader, struct config_section *section) {
    struct buffer name = {0};
    bool ok = true;
    for (int c; ok && !is_line_end(c = peek(reader)) && c != '"';) {
        take(reader);
        if (c == '\\' && (peek(reader) == '"' || peek(reader) == '\\'))
            c = take(reader);
        else if (c == '\\')
            ok = REFUSE(reader, reader,
                        "unknown escape; in a section's name write \\\\ for a backslash "
                        "and \\\" for a quote");
        buffer_add_char(&name, (char)c);
    }
    section->subsection = buffer_take(&name);
    if (ok && is_line_end(peek(reader)))
        return refuse_open_header(reader, section);
    take(reader);
    return ok;
}

/* Begins after the name and stops before the closing bracket. */
static bool read_header_rest(struct reader *reader, struct config_section *section) {
    if (peek(reader) == ']')
        return true;
    if (peek(reader) == '.')
        return refuse_old_form(reader, section);
    bool spaced = is_blank(peek(reader));
    skip_blanks(reader);
    if (is_line_end(peek(reader)))
        return refuse_open_header(reader, section);
    if (!spaced || peek(reader) != '"')
        return REFUSE(reader, reader, "expected [section] or [section \"name\"], found %s",
                      found(reader).text);
    take(reader);
    if (!read_subsection(reader, section))
        return false;
    return peek(reader) == ']' ||
           REFUSE(reader, reader, "expected \"]\" right after the quoted name, found %s",
                  found(reader).text);
}

static bool read_section(struct reader *reader) {
    if (reader->config->count == CONFIG_SECTION_LIMIT)
        return REFUSE(reader, reader, "more than %d sections; join some of them",
                      CONFIG_SECTION_LIMIT);
    struct config_section *section = LIST_ADD(reader->config);
    section->line = reader->line;
    section->column = reader->column;
    take(reader);
    section->name = take_key(reader);
    if (!*section->name)
        return REFUSE(reader, reader,
                      "expected a section's name right after \"[\", found %s",
                      found(reader).text);
    if (!read_header_rest(reader, section))
        return false;
    take(reader);
    return true;
}

static bool read_item(struct reader *reader) {
    int c = peek(reader);
    if (c == '[')
        return read_section(reader);
    if (is_letter(c))
        return read_entry(reader);
    if (c == '#' || c == ';')
        skip_line(reader);
    else if (is_blank(c) || c == '\n')
        take(reader);
    else
        return REFUSE(reader, reader, "expected a [section], a key or a comment, found %s",
                      found(reader).text);
    return true;
}

bool config_parse(const char *file, const char *text, size_t size, struct config *config,
                  struct error *error) {
    static const char mark[] = "\xEF\xBB\xBF";
    struct reader reader = {file, text, size, 0, 1, 1, config, error};
    if (size >= strlen(mark) && !memcmp(text, mark, strlen(mark)))
        reader.at = strlen(mark);
    if (!check_characters(reader))
        return false;
    while (peek(&reader) != END)
        if (!read_item(&reader))
            return false;
    return true;
}

bool config_read(const char *file, struct config *config, struct error *error) {
    struct stat info;
    if (!stat(file, &info) && !S_ISREG(info.st_mode))
        return error_at(error, file, 0, 0, "not a regular file");
    if (!stat(file, &info) && info.st_size > CONFIG_SIZE_LIMIT)
        return error_at(error, file, 0, 0, "larger than %d bytes; is it the right file?",
                        CONFIG_SIZE_LIMIT);
    struct buffer text = {0};
    struct error reason = {0};
    bool ok = file_read(file, CONFIG_SIZE_LIMIT, &text, &reason);
    if (!ok)
        reason.kind = ERROR_CONFIGURATION;
    error_move(error, &reason);
    ok = ok && config_parse(file, buffer_text(&text), text.size, config, error);
    buffer_free(&text);
    return ok;
}

void config_print(const struct config *config, struct buffer *out) {
    for (size_t i = 0; i < config->count; i++) {
        const struct config_section *section = &config->items[i];
        for (size_t j = 0; j < section->entries.count; j++) {
            const struct config_entry *entry = &section->entries.items[j];
            buffer_add_text(out, section->name);
            if (section->subsection)
                buffer_printf(out, ".%s", section->subsection);
            buffer_printf(out, ".%s", entry->key);
            if (entry->value)
                buffer_printf(out, "\n%s", entry->value);
            buffer_add_char(out, '\0');
        }
    }
}

void config_free(struct config *config) {
    for (size_t i = 0; i < config->count; i++) {
        struct config_section *section = &config->items[i];
        for (size_t j = 0; j < section->entries.count; j++) {
            free(section->entries.items[j].key);
            free(section->entries.items[j].value);
        }
        free(section->entries.items);
        free(section->name);
        free(section->subsection);
    }
    free(config->items);
    *config = (struct config){0};
}
