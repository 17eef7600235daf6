#include "snapshot/toml.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How a table or an array came about; what was not noted is an array written as [..]. */
enum mark {
    MARK_NONE,
    MARK_IMPLIED, /* [a.b] makes a */
    MARK_HEADER,  /* [a] */
    MARK_DOTTED,  /* a.b = 1 makes a */
    MARK_CLOSED,  /* {...} */
    MARK_LIST     /* [[a]] */
};

bool toml_refuse(struct toml *toml, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = xvasprintf(format, arguments);
    va_end(arguments);
    error_set(toml->error, "line %d: %s", toml->line, text);
    free(text);
    return false;
}

static void set_mark(struct toml *toml, const json_t *value, enum mark mark) {
    char address[32];
    snprintf(address, sizeof address, "%p", (const void *)value);
    json_object_set_new(toml->marks, address, json_integer(mark));
}

static enum mark mark_of(const struct toml *toml, const json_t *value) {
    char address[32];
    snprintf(address, sizeof address, "%p", (const void *)value);
    return (enum mark)json_integer_value(json_object_get(toml->marks, address));
}

void toml_close_table(struct toml *toml, json_t *table) {
    set_mark(toml, table, MARK_CLOSED);
}

static bool skip_comment(struct toml *toml) {
    for (; toml->at < toml->end && *toml->at != '\n'; toml->at++) {
        unsigned char byte = (unsigned char)*toml->at;
        if (byte == '\r' && toml->at[1] == '\n')
            break;
        if ((byte < ' ' && byte != '\t') || byte == 127)
            return toml_refuse(toml, "a comment has a control character");
    }
    return true;
}

bool toml_skip(struct toml *toml, bool lines) {
    for (;;) {
        while (*toml->at == ' ' || *toml->at == '\t')
            toml->at++;
        if (!lines)
            return true;
        if (*toml->at == '#' && !skip_comment(toml))
            return false;
        if (*toml->at == '\r' && toml->at[1] == '\n')
            toml->at++;
        if (*toml->at != '\n')
            return true;
        toml->at++;
        toml->line++;
    }
}

/* A pair or a header is all that its line has. */
static bool end_line(struct toml *toml) {
    toml_skip(toml, false);
    if (*toml->at == '#' && !skip_comment(toml))
        return false;
    if (toml->at == toml->end || *toml->at == '\n' ||
        (*toml->at == '\r' && toml->at[1] == '\n'))
        return true;
    return toml_refuse(toml, "something stands behind the end");
}

static bool is_bare(char byte) {
    return isalnum((unsigned char)byte) || byte == '-' || byte == '_';
}

/* One part of a key. */
static bool read_part(struct toml *toml, struct buffer *part) {
    buffer_clear(part);
    toml_skip(toml, false);
    if (*toml->at == '"' || *toml->at == '\'')
        return toml_read_string(toml, false, part);
    const char *start = toml->at;
    while (is_bare(*toml->at))
        toml->at++;
    if (toml->at == start)
        return toml_refuse(toml, "a key is missing");
    buffer_add(part, start, (size_t)(toml->at - start));
    return true;
}

static json_t *get(const json_t *table, const struct buffer *key) {
    return json_object_getn(table, buffer_text(key), key->size);
}

/* VALUE becomes the table's. */
static json_t *put(json_t *table, const struct buffer *key, json_t *value) {
    json_object_setn_new_nocheck(table, buffer_text(key), key->size, value);
    return value;
}

/* Into the table KEY of *TABLE, which is made where there is none. In a header the last of
 * a list is meant; a dotted key goes only where dotted keys went before. */
static bool descend(struct toml *toml, json_t **table, const struct buffer *key,
                    bool header) {
    json_t *inner = get(*table, key);
    enum mark mark = mark_of(toml, inner);
    if (!inner) {
        *table = put(*table, key, json_object());
        set_mark(toml, *table, header ? MARK_IMPLIED : MARK_DOTTED);
        return true;
    }
    if (header && mark == MARK_LIST)
        inner = json_array_get(inner, json_array_size(inner) - 1);
    else if (header ? mark == MARK_NONE || mark == MARK_CLOSED : mark != MARK_DOTTED)
        return toml_refuse(toml, "'%s' is there already and cannot be added to",
                           buffer_text(key));
    *table = inner;
    return true;
}

/* Reads a key to its last part, which PART has; *TABLE is the one that it goes into. */
static bool read_key(struct toml *toml, json_t **table, struct buffer *part, bool header) {
    bool ok = read_part(toml, part);
    for (int parts = 1; ok; parts++) {
        toml_skip(toml, false);
        if (*toml->at != '.')
            return true;
        toml->at++;
        if (parts + toml->depth >= NOTATION_DEPTH)
            return toml_refuse(toml, NOTATION_TOO_DEEP);
        if (++toml->values > NOTATION_VALUES)
            return toml_refuse(toml, NOTATION_TOO_MANY);
        ok = descend(toml, table, part, header) && read_part(toml, part);
    }
    return false;
}

bool toml_read_pair(struct toml *toml, json_t *table) {
    struct buffer key = {0};
    bool ok = read_key(toml, &table, &key, false);
    if (ok && get(table, &key))
        ok = toml_refuse(toml, "'%s' is there already", buffer_text(&key));
    if (ok && *toml->at++ != '=') {
        toml->at--;
        ok = toml_refuse(toml, "'=' is missing behind the key '%s'", buffer_text(&key));
    }
    json_t *value = ok && toml_skip(toml, false) ? toml_read_value(toml) : NULL;
    if (value)
        put(table, &key, value);
    buffer_free(&key);
    return value != NULL;
}

/* The last part of [a.b]: a table that is new, or was only implied. */
static bool open_table(struct toml *toml, json_t *table, const struct buffer *key) {
    json_t *old = get(table, key);
    if (old && mark_of(toml, old) != MARK_IMPLIED)
        return toml_refuse(toml, "'%s' is there already", buffer_text(key));
    toml->table = old ? old : put(table, key, json_object());
    set_mark(toml, toml->table, MARK_HEADER);
    return true;
}

/* The last part of [[a.b]]: one table more of a list. */
static bool open_item(struct toml *toml, json_t *table, const struct buffer *key) {
    json_t *list = get(table, key);
    if (list && mark_of(toml, list) != MARK_LIST)
        return toml_refuse(toml, "'%s' is there already", buffer_text(key));
    if (!list) {
        list = put(table, key, json_array());
        set_mark(toml, list, MARK_LIST);
    }
    toml->table = json_object();
    json_array_append_new(list, toml->table);
    set_mark(toml, toml->table, MARK_HEADER);
    return true;
}

static bool read_header(struct toml *toml, json_t *root) {
    struct buffer key = {0};
    bool list = toml->at[1] == '[';
    const char *close = list ? "]]" : "]";
    toml->at += strlen(close);
    bool ok = read_key(toml, &root, &key, true);
    if (ok && strncmp(toml->at, close, strlen(close)) != 0)
        ok = toml_refuse(toml, "'%s' is missing", close);
    if (ok && ++toml->values > NOTATION_VALUES)
        ok = toml_refuse(toml, NOTATION_TOO_MANY);
    if (ok) {
        toml->at += strlen(close);
        ok = list ? open_item(toml, root, &key) : open_table(toml, root, &key);
    }
    buffer_free(&key);
    return ok;
}

static bool read_lines(struct toml *toml, json_t *root) {
    toml->table = root;
    while (toml_skip(toml, true) && toml->at < toml->end)
        if (!(*toml->at == '[' ? read_header(toml, root)
                               : toml_read_pair(toml, toml->table)) ||
            !end_line(toml))
            return false;
    return !toml->error->kind;
}

json_t *toml_read(const char *text, size_t size, struct error *error) {
    struct toml toml = {.at = text, .end = text + size, .line = 1, .error = error};
    if (!text_is_utf8(text, size)) {
        error_set(error, "is not UTF-8");
        return NULL;
    }
    if (text_starts_with(text, "\xEF\xBB\xBF"))
        toml.at += 3;
    toml.marks = json_object();
    json_t *root = json_object();
    if (!read_lines(&toml, root)) {
        json_decref(root);
        root = NULL;
    }
    json_decref(toml.marks);
    return root;
}
