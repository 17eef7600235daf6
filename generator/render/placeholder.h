/*
 * Placeholders: words that stand in the owner's Markdown for values until it is markup.
 *
 * In:  a text with placeholders; then the tree that the Markdown parser made of it.
 * Out: the same tree, in which the last letter of each placeholder tells where it stands.
 * Holds: a placeholder is letters and digits only, so that it is a part of a word wherever
 * it stands, and comes out of Markdown as it went in. No value is ever seen here.
 */
#ifndef RENDER_PLACEHOLDER_H
#define RENDER_PLACEHOLDER_H

#include "base/base.h"

enum placeholder_place {
    PLACE_TEXT = 't',    /* within a line of text */
    PLACE_ALONE = 'p',   /* all of a paragraph */
    PLACE_CELL = 'x',    /* all of a table's cell */
    PLACE_CODE = 'c',    /* code within a line */
    PLACE_BLOCK = 'b',   /* a block of code, also where nobody has looked */
    PLACE_ADDRESS = 'a', /* where a link's address begins */
    PLACE_INSIDE = 'i',  /* where an address goes on, or a picture's begins */
    PLACE_IMAGE = 'm',   /* the words that stand for a picture */
    PLACE_WORDS = 'w',   /* a link's title; words in an attribute of the owner's HTML */
    PLACE_HTML = 'h',    /* text between the owner's tags */
    PLACE_NONE = 'n'     /* where no value may stand */
};

enum { PLACEHOLDER_KEY_SIZE = 9 }; /* eight hexadecimal digits and NUL */

struct placeholder {
    char key[PLACEHOLDER_KEY_SIZE]; /* tells a text's own from what only looks so */
    size_t index;
    enum placeholder_place place;
    size_t size; /* bytes of it */
};

/* Appends one. KEY has its size. */
void placeholder_write(const char *key, size_t index, struct buffer *out);

/* The first of any key in a text that ends in NUL; NULL where there is none. */
const char *placeholder_find(const char *text, struct placeholder *found);

/* Sets the places in a tree of cmark's whose texts and addresses are as they will be. */
struct cmark_node;
void placeholder_mark(struct cmark_node *tree);

#endif
