#include "base/digest.h"

#include "base/memory.h"

#include <openssl/evp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Most pieces are short: read one by one, they would take far longer. */
enum { TOGETHER = 1 << 16, DIGEST_SIZE = 32 };

static void must(int done) {
    if (!done)
        out_of_memory();
}

static void read_all(struct digest *digest) {
    if (!digest->context) {
        digest->context = xmust(EVP_MD_CTX_new());
        must(EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL));
    }
    must(EVP_DigestUpdate(digest->context, buffer_text(&digest->unread),
                          digest->unread.size));
    buffer_clear(&digest->unread);
}

void digest_add(struct digest *digest, const void *bytes, size_t size) {
    buffer_add(&digest->unread, bytes, size);
    if (digest->unread.size >= TOGETHER)
        read_all(digest);
}

void digest_printf(struct digest *digest, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = xvasprintf(format, arguments);
    va_end(arguments);
    digest_add(digest, text, strlen(text));
    free(text);
}

void digest_end(struct digest *digest, char hex[TEXT_HASH_SIZE]) {
    unsigned char bytes[DIGEST_SIZE];
    read_all(digest);
    must(EVP_DigestFinal_ex(digest->context, bytes, NULL));
    text_hex(bytes, sizeof bytes, hex);
    EVP_MD_CTX_free(digest->context);
    buffer_free(&digest->unread);
    *digest = (struct digest){0};
}
