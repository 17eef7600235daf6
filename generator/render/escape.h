/*
 * Text from anywhere, made harmless for the place where it lands.
 *
 * In:  bytes that claim to be UTF-8.
 * Out: the same text as the format writes it, appended to a buffer.
 * Holds: the output is well-formed UTF-8, and nothing in it acts as markup of the format.
 * Bytes that are no UTF-8 become U+FFFD, one for each.
 */
#ifndef RENDER_ESCAPE_H
#define RENDER_ESCAPE_H

#include "base/base.h"

#include <stdbool.h>
#include <stddef.h>

enum format {
    FORMAT_HTML, /* & < > " as the Mustache specification wants them, nothing else: not
                    for attributes in single quotes; print_text writes HTML as XML */
    FORMAT_XML,  /* these and '; characters that XML 1.0 forbids become U+FFFD */
    FORMAT_MD,   /* running text in GitHub-flavoured Markdown: one line, no blanks at its
                    end, no markup, and no link: an address is text too. Readers that look
                    for addresses once markup is gone (cmark-gfm for those of mail) still
                    link them, to what they show */
    FORMAT_JSON, /* inside a string (RFC 8259) */
    FORMAT_CSV,  /* a field (RFC 4180); what a spreadsheet would run gets a ' in front */
    FORMAT_TXT,  /* no control characters but newline and tab */
    FORMAT_SVG,  /* as XML */
    FORMAT_PROM, /* a label's value in Prometheus' text format: \, " and newline escaped
                    (https://prometheus.io/docs/instrumenting/exposition_formats/) */
    FORMAT_JS,   /* inside a string of a script (escape_script.h) */
    FORMAT_ATOM, /* as XML: a page may be a feed in Atom beside one in RSS */
    FORMAT_COUNT
};

/* "html", "xml", "md", "json", "csv", "txt", "svg", "prom", "js", "atom"; static. */
const char *format_name(enum format format);

/* False, and *FORMAT as it was, for a name that is none of these. */
bool format_from_name(const char *name, enum format *format);

/* By the file's extension, a format's name. False for any other. */
bool format_from_path(const char *path, enum format *format);

/* Appends SIZE bytes of TEXT to OUT. A value must be given whole: what it
 * begins with counts for Markdown and CSV. */
void escape(enum format format, const char *text, size_t size, struct buffer *out);

/* Appends TEXT with everything that hides or reorders text shown as "⟨U+202E⟩": controls of
 * direction, what is not shown at all but joiners and variation selectors, tags, line and
 * paragraph separators, code points that are no characters, and control characters but
 * newline and tab; "\r\n" becomes "\n". No escaping: that comes after it. */
void escape_visible(const char *text, size_t size, struct buffer *out);

/* Whether that is sure to leave TEXT as it is: quickly known for printable ASCII. */
bool escape_is_visible(const char *text, size_t size);

/* As escape(), for a value within a line. TEXT comes from escape_visible. Where a format
 * has no markup for it (Markdown, plain text), a value with letters of a script that is
 * written from right to left stands between U+2068 FIRST STRONG ISOLATE and U+2069 POP
 * DIRECTIONAL ISOLATE, so that it cannot reorder what is around it
 * (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates); in plain text each
 * of its lines, since an isolate ends with its line. Only this function writes these two:
 * those of a text have been made visible, so that none can end another's. */
void escape_isolated(enum format format, const char *text, size_t size, struct buffer *out);

#endif
