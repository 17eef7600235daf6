#include "snapshot/toml.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_character(struct buffer *text, uint32_t code) {
    if (code < 0x80) {
        buffer_add_char(text, (char)code);
        return;
    }
    int rest = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    buffer_add_char(text, (char)((0xFF00 >> (rest + 1) & 0xFF) | code >> (6 * rest)));
    while (rest--)
        buffer_add_char(text, (char)(0x80 | (code >> (6 * rest) & 0x3F)));
}

/* Behind \u or \U: a Unicode scalar value in DIGITS hexadecimal digits. */
static bool read_code(struct toml *toml, int digits, struct buffer *text) {
    uint32_t code = 0;
    for (int i = 0; i < digits; i++) {
        unsigned char byte = (unsigned char)*toml->at;
        if (!isxdigit(byte))
            return toml_refuse(toml, "an escape has %d hexadecimal digits", digits);
        code = code * 16 + (uint32_t)(isdigit(byte) ? byte - '0' : (byte | 32) - 'a' + 10);
        toml->at++;
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return toml_refuse(toml, "an escape is no character");
    add_character(text, code);
    return true;
}

/* Behind a backslash at the end of a line, spaces and ends of lines are left out. */
static bool skip_fold(struct toml *toml) {
    const char *at = toml->at + strspn(toml->at, " \t");
    if (*at != '\n' && strncmp(at, "\r\n", 2) != 0)
        return false;
    for (; strchr(" \t\r\n", *at) && at < toml->end; at++)
        toml->line += *at == '\n';
    toml->at = at;
    return true;
}

static bool read_escape(struct toml *toml, bool many, struct buffer *text) {
    static const char names[] = "btnfr\"\\", bytes[] = "\b\t\n\f\r\"\\";
    if (many && skip_fold(toml))
        return true;
    char byte = *toml->at;
    const char *name = byte ? strchr(names, byte) : NULL;
    if (byte == 'u' || byte == 'U') {
        toml->at++;
        return read_code(toml, byte == 'u' ? 4 : 8, text);
    }
    if (!name)
        return toml_refuse(toml, "a string has an unknown escape");
    buffer_add_char(text, bytes[name - names]);
    toml->at++;
    return true;
}

/* One character of a string; in those over several lines ends of lines are characters. */
static bool read_character(struct toml *toml, char quote, bool many, struct buffer *text) {
    unsigned char byte = (unsigned char)*toml->at;
    if (toml->at == toml->end)
        return toml_refuse(toml, "a string does not end");
    if (byte == '\\' && quote == '"') {
        toml->at++;
        return read_escape(toml, many, text);
    }
    if (many && byte == '\r' && toml->at[1] == '\n')
        byte = (unsigned char)*++toml->at;
    if (byte == '\n' && !many)
        return toml_refuse(toml, "a string does not end on its line");
    if ((byte < ' ' && byte != '\t' && byte != '\n') || byte == 127)
        return toml_refuse(toml, "a string has a control character");
    toml->line += byte == '\n';
    buffer_add_char(text, (char)byte);
    toml->at++;
    return true;
}

static size_t count_quotes(const struct toml *toml, char quote) {
    size_t count = 0;
    while (count < 6 && toml->at[count] == quote)
        count++;
    return count;
}

/* Up to two quotes right before the end belong to the text. */
static bool read_long_string(struct toml *toml, char quote, struct buffer *text) {
    toml->at += 3;
    if (*toml->at == '\r' && toml->at[1] == '\n')
        toml->at++;
    if (*toml->at == '\n') {
        toml->at++;
        toml->line++;
    }
    for (;;) {
        size_t quotes = count_quotes(toml, quote);
        if (quotes >= 3) {
            size_t inner = quotes - 3 < 2 ? quotes - 3 : 2;
            buffer_add(text, toml->at, inner);
            toml->at += 3 + inner;
            return true;
        }
        if (!read_character(toml, quote, true, text))
            return false;
    }
}

bool toml_read_string(struct toml *toml, bool many, struct buffer *text) {
    char quote = *toml->at;
    if (count_quotes(toml, quote) >= 3)
        return many ? read_long_string(toml, quote, text)
                    : toml_refuse(toml, "a key stands on one line");
    toml->at++;
    while (*toml->at != quote)
        if (!read_character(toml, quote, false, text))
            return false;
    toml->at++;
    return true;
}

/* Digits in groups that single underscores separate; copied without them. */
static bool copy_number(const char *word, char *plain) {
    const char *digits =
        word[0] == '0' && word[1] == 'x' ? "0123456789abcdefABCDEF" : "0123456789";
    for (const char *at = word; *at; at++)
        if (*at != '_')
            *plain++ = *at;
        else if (at == word || !strchr(digits, at[-1]) || !at[1] || !strchr(digits, at[1]))
            return false;
    *plain = '\0';
    return true;
}

static json_t *whole_number(const char *text, int base) {
    char *stop;
    errno = 0;
    long long value = strtoll(text, &stop, base);
    return *text && !*stop && !errno ? json_integer(value) : NULL;
}

/* 0x, 0o and 0b take no sign. */
static json_t *based_number(const char *plain) {
    static const struct {
        const char *prefix, *digits;
        int base;
    } kinds[] = {
        {"0x", "0123456789abcdefABCDEF", 16}, {"0o", "01234567", 8}, {"0b", "01", 2}};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (text_starts_with(plain, kinds[i].prefix))
            return strspn(plain + 2, kinds[i].digits) == strlen(plain + 2)
                       ? whole_number(plain + 2, kinds[i].base)
                       : NULL;
    return NULL;
}

/* [+-] digits without a leading zero, then a fraction, then an exponent. */
static json_t *decimal_number(const char *plain) {
    const char *digits = "0123456789", *at = plain + (*plain == '+' || *plain == '-');
    size_t whole = strspn(at, digits);
    if (!whole || (whole > 1 && *at == '0'))
        return NULL;
    at += whole;
    if (!*at)
        return whole_number(plain, 10);
    if (*at == '.') {
        size_t fraction = strspn(at + 1, digits);
        if (!fraction)
            return NULL;
        at += 1 + fraction;
    }
    if (*at == 'e' || *at == 'E') {
        at += 1 + (at[1] == '+' || at[1] == '-');
        size_t exponent = strspn(at, digits);
        if (!exponent)
            return NULL;
        at += exponent;
    }
    double value = *at ? NAN : strtod(plain, NULL);
    return *at ? NULL : isfinite(value) ? json_real(value) : json_string(plain);
}

/* COUNT digits at *TEXT within bounds; *TEXT moves behind them. */
static bool take_digits(const char **text, int count, int least, int most, int *value) {
    *value = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (!isdigit((unsigned char)**text))
            return false;
        *value = *value * 10 + **text - '0';
    }
    return *value >= least && *value <= most;
}

static bool take_byte(const char **text, const char *of) {
    return **text && strchr(of, **text) && (*text)++;
}

static bool take_date(const char **text) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;
    if (!take_digits(text, 4, 0, 9999, &year) || !take_byte(text, "-") ||
        !take_digits(text, 2, 1, 12, &month) || !take_byte(text, "-") ||
        !take_digits(text, 2, 1, 31, &day))
        return false;
    bool leap = month == 2 && (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return day <= lengths[month - 1] + leap;
}

static bool take_time(const char **text) {
    int number;
    if (!take_digits(text, 2, 0, 23, &number) || !take_byte(text, ":") ||
        !take_digits(text, 2, 0, 59, &number) || !take_byte(text, ":") ||
        !take_digits(text, 2, 0, 60, &number))
        return false;
    if (!take_byte(text, "."))
        return true;
    size_t fraction = strspn(*text, "0123456789");
    *text += fraction;
    return fraction > 0;
}

/* A date, a time, or both, these with or without an offset (RFC 3339). */
static bool is_moment(const char *word) {
    const char *at = word;
    int number;
    if (take_time(&at))
        return !*at;
    at = word;
    if (!take_date(&at))
        return false;
    if (!*at)
        return true;
    if (!take_byte(&at, "Tt ") || !take_time(&at))
        return false;
    if (!*at || take_byte(&at, "Zz"))
        return !*at;
    return take_byte(&at, "+-") && take_digits(&at, 2, 0, 23, &number) &&
           take_byte(&at, ":") && take_digits(&at, 2, 0, 59, &number) && !*at;
}

static json_t *named_value(const char *word) {
    const char *plain = word + (*word == '+' || *word == '-');
    if (!strcmp(word, "true") || !strcmp(word, "false"))
        return json_boolean(*word == 't');
    return !strcmp(plain, "inf") || !strcmp(plain, "nan") ? json_string(word) : NULL;
}

/* What has neither quotes nor brackets. A date and a time may have a space between. */
static json_t *read_word(struct toml *toml) {
    const char *start = toml->at;
    size_t length = strcspn(start, " \t\r\n,]}#=");
    if (length == 10 && start[4] == '-' && start[10] == ' ' &&
        isdigit((unsigned char)start[11]))
        length = 11 + strcspn(start + 11, " \t\r\n,]}#=");
    char *word = xstrndup(start, length), *plain = xcalloc(length + 1, 1);
    json_t *value = named_value(word);
    if (!value && is_moment(word))
        value = json_string(word);
    if (!value && copy_number(word, plain))
        value =
            plain[0] == '0' && isalpha((unsigned char)plain[1]) && (plain[1] | 32) != 'e'
                ? based_number(plain)
                : decimal_number(plain);
    if (!value && *word)
        toml_refuse(toml, "'%.40s' is no value", word);
    else if (!value)
        toml_refuse(toml, "a value is missing");
    toml->at += length;
    free(word);
    free(plain);
    return value;
}

static bool read_items(struct toml *toml, json_t *array) {
    toml->at++;
    for (;;) {
        if (!toml_skip(toml, true))
            return false;
        if (*toml->at == ']')
            break;
        json_t *item = toml_read_value(toml);
        if (!item)
            return false;
        json_array_append_new(array, item);
        if (!toml_skip(toml, true))
            return false;
        if (*toml->at == ',')
            toml->at++;
        else if (*toml->at != ']')
            return toml_refuse(toml, "an array lacks ',' or ']'");
    }
    toml->at++;
    return true;
}

/* A table in braces stands on one line and is whole. */
static bool read_braces(struct toml *toml, json_t *table) {
    toml->at++;
    toml_skip(toml, false);
    if (*toml->at == '}') {
        toml->at++;
        return true;
    }
    for (;;) {
        if (!toml_read_pair(toml, table))
            return false;
        toml_skip(toml, false);
        if (*toml->at == '}')
            break;
        if (*toml->at != ',')
            return toml_refuse(toml, "a table in braces lacks ',' or '}'");
        toml->at++;
    }
    toml->at++;
    return true;
}

static json_t *read_container(struct toml *toml) {
    bool array = *toml->at == '[';
    json_t *value = array ? json_array() : json_object();
    bool ok = ++toml->depth < NOTATION_DEPTH || toml_refuse(toml, NOTATION_TOO_DEEP);
    ok = ok && (array ? read_items(toml, value) : read_braces(toml, value));
    toml->depth--;
    if (ok && !array)
        toml_close_table(toml, value);
    if (ok)
        return value;
    json_decref(value);
    return NULL;
}

static json_t *read_text(struct toml *toml) {
    struct buffer text = {0};
    json_t *value = NULL;
    if (toml_read_string(toml, true, &text))
        value = json_stringn_nocheck(buffer_text(&text), text.size);
    buffer_free(&text);
    return value;
}

json_t *toml_read_value(struct toml *toml) {
    if (++toml->values > NOTATION_VALUES) {
        toml_refuse(toml, NOTATION_TOO_MANY);
        return NULL;
    }
    if (*toml->at == '"' || *toml->at == '\'')
        return read_text(toml);
    return *toml->at == '[' || *toml->at == '{' ? read_container(toml) : read_word(toml);
}
