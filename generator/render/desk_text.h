/*
 * Texts of the archive, compressed.
 *
 * In:  a text, and another that it may be much like: the same page on a former day.
 * Out: bytes that with that other text give it back.
 * Holds: a text that was changed since, or another one's base, is found out.
 *
 *     4 bytes   the text's size, lowest byte first
 *     streams   of zlib (RFC 1950), one for each 16 kB of the text; each has the base
 * around its own place for a dictionary, since zlib looks no further than 32 kB back.
 *               Without a base there is one stream.
 */
#ifndef RENDER_DESK_TEXT_H
#define RENDER_DESK_TEXT_H

#include "base/base.h"

/* Appends TEXT, compressed, to OUT. BASE may be empty. */
void desk_text_pack(const struct buffer *text, const struct buffer *base,
                    struct buffer *out);

/* Appends to OUT what was packed as the SIZE bytes CONTENT. False where these are damaged,
 * or BASE is another than it was. */
bool desk_text_unpack(const void *content, size_t size, const struct buffer *base,
                      struct buffer *out);

#endif
