/*
 * A text for a script: as JSON, and so that the script may stand in HTML.
 *
 * In:  bytes that claim to be UTF-8.
 * Out: what stands between the quotes of a string.
 * Holds: none of & < > and of the line separators U+2028 and U+2029 is there but as an
 * escape, so that nothing ends the string, the script or a line (ECMA-262, 12.9.4; RFC
 * 8259).
 */
#ifndef RENDER_ESCAPE_SCRIPT_H
#define RENDER_ESCAPE_SCRIPT_H

#include "base/base.h"

/* Appends SIZE bytes of TEXT, escaped, to OUT. */
void escape_script(const char *text, size_t size, struct buffer *out);

#endif
