/*
 * SHA-256 of what comes in pieces, of which it keeps no more than a few at a time.
 *
 * In:  bytes, in as many pieces as there are; {0} is a digest of none.
 * Out: the same as text_hash() gives of all of them together.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/buffer.h"
#include "base/text.h"

struct digest {
    struct buffer unread; /* what was added last */
    void *context;        /* what was read of it; NULL: nothing yet */
};

void digest_add(struct digest *digest, const void *bytes, size_t size);
void digest_printf(struct digest *digest, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Gives it as text_hash() does, frees what DIGEST holds and leaves one of nothing. */
void digest_end(struct digest *digest, char hex[TEXT_HASH_SIZE]);

#endif
