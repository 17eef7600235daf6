/*
 * A scan of the owner's own HTML: in what a point of it stands.
 *
 * In:  a piece of HTML, byte by byte from its beginning.
 * Out: whether that is text, an attribute's value or something else.
 * Holds: as a browser reads it (html.spec.whatwg.org, "Tokenization"), but for errors,
 * where the scan stays on the side of what is neither text nor a value.
 */
#ifndef RENDER_HTML_SCAN_H
#define RENDER_HTML_SCAN_H

#include <stdbool.h>
#include <stddef.h>

enum html_point {
    HTML_TEXT,
    HTML_WORDS,   /* the value, in quotes, of an attribute that is words: alt, title ... */
    HTML_ADDRESS, /* of a link's address, at its beginning */
    HTML_INSIDE,  /* of any address, where it has begun or may lead to no other host */
    HTML_OTHER
};

/* All zeros before the first byte. */
struct html_scan {
    int state;
    bool closing;       /* a closing tag */
    bool begun;         /* the attribute's value */
    char quote;         /* around it */
    char name[16];      /* of the tag, */
    char attribute[16]; /* of its attribute, in lower case, cut */
};

/* Goes on behind the byte AT of a text that ends in NUL. */
void html_scan_step(struct html_scan *scan, const char *at);

/* Where the byte behind it stands. */
enum html_point html_scan_point(const struct html_scan *scan);

/* Whether every tag, comment and script that begins in TEXT ends in it. */
bool html_is_whole(const char *text);

/* TEXT without comments, new. As a browser reads it, one that is never closed takes all the
 * rest. */
char *html_without_comments(const char *text);

#endif
