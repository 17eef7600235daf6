/*
 * declare: reads declarations, the SQL files that say what to ask, check and show.
 *
 * In:  the files that are compiled into the program, and those of the site's own folders,
 *      which replace or add to them by name.
 * Out: struct declaration: documentation, header fields and named SELECTs, each with its
 *      line, so that whoever uses them can say where a mistake is.
 * Holds: a name in a library stands for one file; names come in byte order.
 *
 *     -- What this is, in one sentence. More for the reader.
 *     --
 *     -- key: value
 *     -- key: value
 *
 *     -- name and further words
 *     SELECT ...;
 */
#ifndef DECLARE_DECLARE_H
#define DECLARE_DECLARE_H

#include "base/base.h"

/* A file of the library. */
struct library_file {
    char *name;   /* "checks/no-licence.sql" */
    char *origin; /* how messages name it: a path, or "built-in checks/no-licence.sql" */
    char *text;
    size_t size;
};

struct library {
    struct library_file *items;
    size_t count, capacity;
};

/* The built-in files and, where FOLDER is not NULL, the site's own: its folders sources,
 * passes, checks, recommendations, templates, content and tools. */
bool library_open(struct library *library, const char *folder, struct error *error);
void library_free(struct library *library);

/* The file of that name, or NULL. Borrowed. */
const struct library_file *library_find(const struct library *library, const char *name);

struct header_field {
    char *key;
    char *value;
    int line;
};

/* A named SELECT: "-- rows issue window" has the words rows, issue, window. */
struct statement {
    char *words[4];            /* unused ones are NULL */
    char *sql;                 /* without the final semicolon */
    int line;                  /* of the name; the SQL begins in the next one */
    struct header_field types; /* of its columns, where it says so itself
                                  (render/content.h); else all NULL */
};

struct declaration {
    char *name;    /* "checks/no-licence": the file's name without its ending */
    char *origin;  /* for messages */
    char *summary; /* the first sentence of the documentation */
    char *documentation;
    char hash[TEXT_HASH_SIZE]; /* of the whole text: another hash is another rule */
    struct {
        struct header_field *items;
        size_t count, capacity;
    } fields;
    struct {
        struct statement *items;
        size_t count, capacity;
    } statements;
};

struct declarations {
    struct declaration *items;
    size_t count, capacity;
};

/* Reads one text. DECLARATION is to be freed in either case. */
bool declaration_parse(const struct library_file *file, struct declaration *declaration,
                       struct error *error);

/* Adds the statement that SQL, which ends in NUL, holds from its beginning to its end, for
 * a declaration that stands in a file of another kind. LINE is that of its name, above. */
bool declaration_add(struct declaration *declaration, const char *name, const char *sql,
                     int line, struct error *error);

/* Reads every file of the library whose name begins with PREFIX and ends in ".sql". */
bool declarations_read(const struct library *library, const char *prefix,
                       struct declarations *declarations, struct error *error);

void declaration_free(struct declaration *declaration);
void declarations_free(struct declarations *declarations);

/* The value of a header field, or FALLBACK. Borrowed. */
const char *declaration_field(const struct declaration *declaration, const char *key,
                              const char *fallback);

/* The line of a header field, 1 where it does not stand there. */
int declaration_field_line(const struct declaration *declaration, const char *key);

/* The first statement whose first word is NAME, or NULL. */
const struct statement *declaration_statement(const struct declaration *declaration,
                                              const char *name);

/* What a kind of declaration may say in its header. */
struct field_rule {
    const char *key;
    bool repeat, required;
};

/* Refuses unknown, repeated and missing header fields, with line and nearest name. */
bool declaration_check_fields(const struct declaration *declaration,
                              const struct field_rule *rules, size_t count,
                              struct error *error);

/* An error at a statement's place in its file. Returns false. */
bool statement_error(const struct declaration *declaration,
                     const struct statement *statement, struct error *error,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
