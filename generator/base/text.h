/* Small questions about text. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The candidate that looks most like WORD (edit distance, letter case ignored), or NULL
 * where none is near enough to be meant. Borrowed from CANDIDATES. */
const char *text_nearest(const char *word, const char *const *candidates, size_t count);

/* The length of the well-formed UTF-8 sequence that TEXT begins with, 0 where it is none or
 * NUL (Unicode, table 3-7). */
size_t text_sequence(const char *text, size_t size);

/* True for well-formed UTF-8 without NUL. */
bool text_is_utf8(const char *text, size_t size);

/* TEXT with U+FFFD for each byte that is not; the caller frees it. */
char *text_mend(const char *text, size_t size);

/* Whether the character CODE hides or reorders text: controls of direction, what is not
 * shown at all but joiners and variation selectors, tags, line and paragraph separators,
 * what is no character, and control characters but newline and tab. */
bool text_is_hidden(uint32_t code);

/* TEXT, well-formed UTF-8, with each of these shown as "⟨U+202E⟩"; "\r\n" becomes "\n". The
 * caller frees it. */
char *text_visible(const char *text);

/* Cuts TEXT to at most SIZE bytes, between characters. */
void text_cut(char *text, size_t size);

/* The item of a list separated by commas that begins at *AT, without spaces and tabs around
 * it; *AT moves to the next one, or becomes NULL. The caller frees it. */
char *text_next_item(const char **at);

/* A whole number, -1 where TEXT is none; a time like 30s, 15m, 2h or 7d in seconds, -1
 * where it is none. */
int64_t text_number(const char *text);
int64_t text_seconds(const char *text);

bool text_starts_with(const char *text, const char *prefix);
bool text_ends_with(const char *text, const char *suffix);

/* SHA-256 as 64 lowercase hexadecimal digits plus NUL, into HEX. */
enum { TEXT_HASH_SIZE = 65 };
void text_hash(const void *bytes, size_t size, char hex[TEXT_HASH_SIZE]);

/* SIZE bytes as twice as many hexadecimal digits plus NUL, into HEX. */
void text_hex(const unsigned char *bytes, size_t size, char *hex);

/* The same as base64, the way a Content-Security-Policy names a script. */
enum { TEXT_HASH64_SIZE = 45 };
void text_hash64(const void *bytes, size_t size, char base64[TEXT_HASH64_SIZE]);

/* What a path segment may look like everywhere: letters, digits, '-', '_' and inner dots
 * stay; each run of anything else becomes one '-'. Never empty, never begins with a dot or
 * a dash, never longer than 80 bytes, never a name that Windows reserves. The caller frees
 * it. Two texts can give the same slug: whoever needs them apart must look. */
char *text_slug(const char *text);

/* True for a path segment made of slugs and endings ("name-2.html"): what text_slug() would
 * leave as it is but for its length, of which there are at most 250 bytes. File systems
 * take 255; the rest is for the name of a file while it is written. */
bool text_is_segment(const char *text);

#endif
