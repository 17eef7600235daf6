#define ZLIB_CONST
#include "render/desk_text.h"

#include <stdlib.h>
#include <zlib.h>

enum {
    LEVEL = 9,
    SIZE_BYTES = 4,
    LARGEST = 128 << 20,
    PART = 16 << 10,  /* of a text with a base: a stream */
    BACK = 8 << 10,   /* how much of the base before its place is looked at */
    WINDOW = 32506,   /* of that, all that deflate can reach: 32 kB less its lookahead */
    DICTIONARY_ID = 4 /* bytes that deflateBound() of some versions leaves out */
};

struct dictionary {
    const Bytef *bytes;
    uInt size;
};

/* What stands in BASE around the place AT. */
static struct dictionary dictionary_of(const struct buffer *base, size_t at) {
    size_t start = at > BACK ? at - BACK : 0;
    size_t size = start < base->size ? base->size - start : 0;
    return (struct dictionary){size ? (const Bytef *)base->data + start : NULL,
                               (uInt)(size < WINDOW ? size : WINDOW)};
}

static size_t part_size(size_t whole, size_t at, const struct buffer *base) {
    size_t rest = whole - at;
    return base->size && rest > PART ? PART : rest;
}

/* The room that is given is always enough: only memory can be lacking. */
static void pack_part(const char *text, size_t size, struct dictionary dictionary,
                      struct buffer *out) {
    z_stream stream = {0};
    bool ok = deflateInit(&stream, LEVEL) == Z_OK;
    if (ok && dictionary.size)
        ok = deflateSetDictionary(&stream, dictionary.bytes, dictionary.size) == Z_OK;
    size_t room = ok ? deflateBound(&stream, size) + DICTIONARY_ID : 0;
    Bytef *packed = xcalloc(room, 1);
    stream.next_in = (const Bytef *)text;
    stream.avail_in = (uInt)size;
    stream.next_out = packed;
    stream.avail_out = (uInt)room;
    if (!ok || deflate(&stream, Z_FINISH) != Z_STREAM_END)
        out_of_memory();
    buffer_add(out, packed, stream.total_out);
    deflateEnd(&stream);
    free(packed);
}

void desk_text_pack(const struct buffer *text, const struct buffer *base,
                    struct buffer *out) {
    for (int i = 0; i < SIZE_BYTES; i++)
        buffer_add_char(out, (char)(text->size >> (8 * i)));
    for (size_t at = 0, size; at < text->size; at += size) {
        size = part_size(text->size, at, base);
        pack_part(text->data + at, size, dictionary_of(base, at), out);
    }
}

/* SIZE bytes of text; how many packed ones they were, or 0. */
static size_t unpack_part(const Bytef *packed, size_t rest, struct dictionary dictionary,
                          size_t size, struct buffer *out) {
    z_stream stream = {0};
    Bytef *text = xcalloc(size, 1);
    stream.next_in = packed;
    stream.avail_in = (uInt)rest;
    stream.next_out = text;
    stream.avail_out = (uInt)size;
    int code = inflateInit(&stream);
    if (code == Z_OK)
        code = inflate(&stream, Z_FINISH);
    if (code == Z_NEED_DICT && dictionary.size) {
        code = inflateSetDictionary(&stream, dictionary.bytes, dictionary.size);
        if (code == Z_OK)
            code = inflate(&stream, Z_FINISH);
    }
    if (code == Z_MEM_ERROR)
        out_of_memory(); /* else it would be taken for damage */
    bool ok = code == Z_STREAM_END && stream.total_out == size;
    size_t used = ok ? rest - stream.avail_in : 0; /* total_in lacks the header */
    if (ok)
        buffer_add(out, text, size);
    inflateEnd(&stream);
    free(text);
    return used;
}

bool desk_text_unpack(const void *content, size_t size, const struct buffer *base,
                      struct buffer *out) {
    const Bytef *packed = content;
    size_t whole = 0, used = SIZE_BYTES;
    for (int i = 0; size >= SIZE_BYTES && i < SIZE_BYTES; i++)
        whole |= (size_t)packed[i] << (8 * i);
    bool ok = size >= SIZE_BYTES && whole <= LARGEST;
    for (size_t at = 0, part; ok && at < whole; at += part) {
        part = part_size(whole, at, base);
        size_t more =
            unpack_part(packed + used, size - used, dictionary_of(base, at), part, out);
        ok = more > 0;
        used += more;
    }
    return ok && used == size;
}
