/*
 * What the parts of the Mustache engine share; nobody else includes this.
 *
 * The way of a template: text -> tokens (mustache_scan.c) -> tokens that know which white
 * space belongs to a tag (mustache_lines.c) -> nodes (mustache_parse.c) -> output
 * (mustache.c, mustache_lambda.c), or a visit to every tag (mustache_walk.c). Holds: slices
 * point into the template's text, which lives as long as it.
 */
#ifndef RENDER_MUSTACHE_INTERNAL_H
#define RENDER_MUSTACHE_INTERNAL_H

#include "base/base.h"

struct slice {
    const char *start;
    size_t size;
};

enum mustache_kind {
    MUSTACHE_TEXT,
    MUSTACHE_LINE, /* node only: a line of the template begins here */
    MUSTACHE_VARIABLE,
    MUSTACHE_RAW,
    MUSTACHE_SECTION,
    MUSTACHE_INVERTED,
    MUSTACHE_PARTIAL,
    MUSTACHE_PARENT,
    MUSTACHE_BLOCK,
    MUSTACHE_CLOSE, /* this and the next ones: token only */
    MUSTACHE_COMMENT,
    MUSTACHE_DELIMITERS,
};

/* What stands behind the opening delimiter of each kind of tag. */
extern const char *const mustache_sigils[];

struct token {
    enum mustache_kind kind;
    struct slice text; /* a tag's name; else bytes of one line, only the last one '\n' */
    int line, column;
    size_t partner; /* index of the closing tag for an opening one, and the reverse */

    bool argument; /* a block directly inside a parent */
    bool ignored;  /* anything else directly inside a parent */
    bool dropped;  /* text: white space that goes with a tag alone on its line */
    bool own_line; /* tag: begins its line, with nothing else to show on it */
    bool whole;    /* block or parent: leaves whole lines */

    struct slice indent;  /* own_line: white space before the tag */
    struct slice base;    /* block: indentation of its content */
    struct slice newline; /* whole: the end of the line after the closing tag */
};

struct tokens {
    struct token *items;
    size_t count, capacity;
};

struct delimiters {
    struct slice open, close;
};

/* What a lambda needs of its section. */
struct section {
    struct slice text; /* between the tags, without what is theirs of their lines */
    struct delimiters delimiters; /* of the opening tag */
    struct slice base; /* own_line: what the lines of the text lose of their indentation */
};

/* A template is a run of nodes in the order of its text; those inside a tag follow it. */
struct node {
    enum mustache_kind kind;
    struct slice text; /* text; line: its indentation inside the block; tag: its name */
    int line, column;
    size_t end; /* index behind the last node inside; its own index + 1 if none is */

    char *path;    /* the name's parts, each ending in NUL */
    size_t parts;  /* 0: the context itself (".") */
    bool dynamic;  /* partial, parent: the name is a value */
    bool own_line; /* partial, parent, block: its lines are indented by indent;
                      section: its opening tag is alone on its line */
    bool finished; /* block: its content ends with a whole line or is empty */
    struct slice indent;
    struct slice newline;    /* block: what ends a line that its content does not finish */
    struct section *section; /* section only; owned */
};

struct mustache;

struct template {
    char *name;
    char *file; /* NULL: there is no such template */
    struct buffer text;
    struct node *items;
    size_t count, capacity;
    char *origin; /* returned by a lambda: the beginning of file, up to the first tag */
    struct slice base; /* indentation that lines outside of blocks lose; borrowed */
};

/* A name as messages show it: "{{#name}}", cut where it is too long. The arguments for
 * TAG_FORMAT. */
#define TAG_FORMAT "{{%s%.*s}}"
#define TAG_ARGUMENTS(tag)                                                                 \
    mustache_sigils[(tag)->kind], (int)((tag)->text.size < 80 ? (tag)->text.size : 80),    \
        (tag)->text.start

/* White space in front of SLICE: spaces and tabs. */
struct slice slice_blank(struct slice slice);

/* What is left without white space of any kind at both ends. */
struct slice slice_trim(struct slice slice);

/* NAME without the '*' of a dynamic name; *DYNAMIC tells whether it had one. */
struct slice slice_name(struct slice name, bool *dynamic);

/* Cuts the template's text into TOKENS. False for a tag that is not closed or whose content
 * cannot be. */
bool mustache_scan(const struct template *template, struct tokens *tokens,
                   struct error *error);

/* Finds out which tags stand alone on their lines, and sets everything below partner in
 * TOKENS but argument and ignored, which must be right. */
void mustache_lines(struct tokens *tokens);

/* Fills the template's nodes from its text. */
bool mustache_parse(struct template *template, struct error *error);

/* Frees the template and all that it owns; NULL is fine. */
void mustache_template_free(struct template *template);

/* Moves what refused the tag NODE of TEMPLATE, if anything did, into ERROR, with its place.
 */
void mustache_blame(const struct template *template, const struct node *node,
                    struct error *refused, struct error *error);

/* The set's template NAME, loaded and parsed, with a NULL file where there is none. NULL
 * where it cannot be had, with REFUSED set, or is mistaken, with MISTAKEN set. Borrowed. */
const struct template *mustache_template(struct mustache *set, const char *name,
                                         struct error *refused, struct error *mistaken);

#endif
