/* Addresses: built from declared parts, compared, resolved. */
#ifndef COLLECT_URL_H
#define COLLECT_URL_H

#include "base/base.h"

/* Adds TEXT with everything but RFC 3986's unreserved characters percent-encoded. */
void url_add_escaped(struct buffer *url, const char *text);

/* "/a/b?c=d" from a JSON array of segments and a JSON object of parameters, each of which
 * may be NULL; parameters that are null are left out. The caller frees it. */
char *url_path(const char *segments, const char *query);

/* URL with one parameter more. The caller frees it. */
char *url_with(const char *url, const char *parameter, const char *value);

/* The length of "https://host:port", the part that decides who gets a secret; 0 where URL
 * is no absolute address. */
size_t url_origin_length(const char *url);
bool url_same_origin(const char *a, const char *b);

/* REFERENCE as seen from URL, absolute; NULL where it is NULL or not to be followed: other
 * than http and https, or from https down to http. The caller frees it. */
char *url_resolve(const char *url, const char *reference);

#endif
