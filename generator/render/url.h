/*
 * Addresses from anybody, made harmless for where they land.
 *
 * In:  text that claims to be an address.
 * Out: nothing unless its scheme is http, https or mailto; else the same address (RFC 3986)
 *      with everything percent-encoded that could end it, or be markup, in an attribute, in
 *      a link of Markdown or in its running text.
 */
#ifndef RENDER_URL_H
#define RENDER_URL_H

#include "render/escape.h"

/* Whether the address has one of the schemes, in whatever letter case. */
bool url_is_safe(const char *url);

/* Appends SIZE bytes of an address that is safe. */
void url_print(const char *url, size_t size, enum format format, struct buffer *out);

#endif
