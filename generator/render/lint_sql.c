#include "render/lint.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { SQL_NESTING = 64 };

/* A piece of SQL: a word, a name or text in quotes, or a single character. */
struct piece {
    const char *start;
    size_t size; /* 0: the end */
};

static bool is_word(char byte) {
    return isalnum((unsigned char)byte) || byte == '_' || byte == '$' || (byte & 0x80);
}

/* Behind white space and comments. */
static const char *skip_blank(const char *at) {
    for (;;) {
        const char *end = NULL;
        at += strspn(at, " \t\r\n\f");
        if (at[0] == '-' && at[1] == '-')
            end = at + strcspn(at, "\n");
        else if (at[0] == '/' && at[1] == '*')
            end = strstr(at, "*/") ? strstr(at, "*/") + 2 : at + strlen(at);
        else
            return at;
        at = end;
    }
}

static struct piece next_piece(const char **at) {
    const char *start = skip_blank(*at), *end = start;
    if (is_word(*start)) {
        while (is_word(*end))
            end++;
    } else if (*start && strchr("'\"`[", *start)) {
        const char *close = strchr(start + 1, *start == '[' ? ']' : *start);
        end = close ? close + 1 : start + strlen(start);
    } else {
        end += *start != '\0';
    }
    *at = end;
    return (struct piece){start, (size_t)(end - start)};
}

static bool is(struct piece piece, const char *text) {
    return piece.size == strlen(text) && !strncasecmp(piece.start, text, piece.size);
}

static bool is_any(struct piece piece, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is(piece, texts[i]))
            return true;
    return false;
}

static const char *const conditions[] = {"WHERE", "ON", "HAVING", "ORDER", "LIMIT"};
static const char *const clauses[] = {"SELECT", "FROM", "JOIN", "GROUP", "WINDOW"};
static const char *const times[] = {"CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"};
static const char *const functions[] = {"date",      "time",     "datetime", "julianday",
                                        "unixepoch", "strftime", "timediff"};

/* One level of parentheses. */
struct level {
    bool condition; /* what stands here only says which rows count */
    bool time;      /* these are the arguments of a function of times */
};

static bool takes_time(struct piece piece, struct piece before, const struct level *level) {
    if (is_any(piece, times, COUNT_OF(times)))
        return true;
    return level->time && (is(piece, "'now'") || (is(piece, ")") && is(before, "(")));
}

/* strftime() alone is nothing; the others are the present time without arguments. */
const char *lint_clock(const char *sql) {
    struct level levels[SQL_NESTING] = {0}, *level = levels;
    struct piece before = {"", 0};
    for (struct piece piece; (piece = next_piece(&sql)).size; before = piece) {
        bool outer = level > levels && level[-1].condition;
        if (!level->condition && takes_time(piece, before, level))
            return piece.start;
        if (is(piece, "(") && level + 1 == levels + SQL_NESTING)
            return NULL;
        if (is(piece, "(")) {
            bool time = is_any(before, functions, COUNT_OF(functions));
            level[1] = (struct level){level->condition, time};
            level++;
        } else if (is(piece, ")") && level > levels) {
            level--;
        } else if (is_any(piece, conditions, COUNT_OF(conditions))) {
            level->condition = true;
        } else if (is_any(piece, clauses, COUNT_OF(clauses))) {
            level->condition = outer;
        }
    }
    return NULL;
}

/* A name as it stands, or in quotes. */
static bool is_name(struct piece piece, const char *name) {
    bool quoted = piece.size >= 2 && strchr("\"`[", *piece.start);
    struct piece inner = {piece.start + quoted, piece.size - 2 * quoted};
    return is(inner, name);
}

const char *lint_column(const char *sql, const char *name) {
    static const char *const ends[] = {",",      "FROM",  "WHERE", "ORDER",  "GROUP",
                                       "HAVING", "LIMIT", "UNION", "EXCEPT", "INTERSECT"};
    size_t depth = 0;
    bool selects = false;
    struct piece before = {"", 0};
    for (struct piece piece;; before = piece) {
        piece = next_piece(&sql);
        bool ends_item = !piece.size || is_any(piece, ends, COUNT_OF(ends));
        if (!depth && selects && ends_item && is_name(before, name))
            return before.start;
        if (!piece.size || (!depth && selects && ends_item && !is(piece, ",")))
            return NULL;
        depth += is(piece, "(");
        depth -= depth && is(piece, ")");
        selects |= !depth && is(piece, "SELECT");
    }
}
