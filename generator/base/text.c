#include "base/text.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <assert.h>
#include <ctype.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static size_t smallest(size_t a, size_t b, size_t c) {
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

static size_t edit_distance(const char *a, const char *b) {
    size_t width = strlen(b) + 1;
    size_t *row = xcalloc(width, sizeof *row);
    for (size_t j = 0; j < width; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1]; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j < width; j++) {
            bool same =
                tolower((unsigned char)a[i - 1]) == tolower((unsigned char)b[j - 1]);
            size_t next = smallest(row[j] + 1, row[j - 1] + 1, diagonal + !same);
            diagonal = row[j];
            row[j] = next;
        }
    }
    size_t distance = row[width - 1];
    free(row);
    return distance;
}

const char *text_nearest(const char *word, const char *const *candidates, size_t count) {
    const char *nearest = NULL;
    size_t best = strlen(word) / 2 + 1;
    if (strlen(word) > 64)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t distance = edit_distance(word, candidates[i]);
        if (distance < best) {
            best = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}

size_t text_sequence(const char *bytes, size_t size) {
    const unsigned char *text = (const unsigned char *)bytes;
    unsigned char lead = size ? text[0] : 0;
    if (lead < 0x80)
        return lead != 0;
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || size < length)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((text[i] & 0xC0) != 0x80)
            return 0;
    if ((lead == 0xE0 && text[1] < 0xA0) || (lead == 0xED && text[1] > 0x9F) ||
        (lead == 0xF0 && text[1] < 0x90) || (lead == 0xF4 && text[1] > 0x8F))
        return 0;
    return length;
}

/* How many bytes at the beginning are ASCII without NUL, in steps of eight: a zero byte is
 * the one of which 1 cannot be taken without touching the highest bit. */
static size_t plain_bytes(const char *text, size_t size) {
    const uint64_t high = 0x8080808080808080, ones = 0x0101010101010101;
    size_t at = 0;
    for (uint64_t word; at + sizeof word <= size; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        if ((word | (word - ones)) & high)
            break;
    }
    return at;
}

bool text_is_utf8(const char *text, size_t size) {
    for (size_t at = 0; (at += plain_bytes(text + at, size - at)) < size;) {
        size_t length = text_sequence(text + at, size - at);
        if (!length)
            return false;
        at += length;
    }
    return true;
}

char *text_mend(const char *text, size_t size) {
    struct buffer clean = {0};
    for (size_t i = 0; i < size; i++) {
        size_t length = text_sequence(text + i, size - i);
        if (length)
            buffer_add(&clean, text + i, length);
        else
            buffer_add_text(&clean, "\xEF\xBF\xBD");
        i += length ? length - 1 : 0;
    }
    return buffer_take(&clean);
}

bool text_starts_with(const char *text, const char *prefix) {
    return !strncmp(text, prefix, strlen(prefix));
}

bool text_ends_with(const char *text, const char *suffix) {
    size_t size = strlen(text), end = strlen(suffix);
    return size >= end && !strcmp(text + size - end, suffix);
}

void text_hex(const unsigned char *bytes, size_t size, char *hex) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < size; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[2 * size] = '\0';
}

enum { DIGEST_SIZE = 32 };

static void find_digest(const void *bytes, size_t size, unsigned char digest[DIGEST_SIZE]) {
    if (!EVP_Digest(bytes, size, digest, NULL, EVP_sha256(), NULL))
        out_of_memory();
}

void text_hash(const void *bytes, size_t size, char hex[TEXT_HASH_SIZE]) {
    unsigned char digest[DIGEST_SIZE];
    find_digest(bytes, size, digest);
    text_hex(digest, sizeof digest, hex);
}

void text_hash64(const void *bytes, size_t size, char base64[TEXT_HASH64_SIZE]) {
    unsigned char digest[DIGEST_SIZE];
    find_digest(bytes, size, digest);
    EVP_EncodeBlock((unsigned char *)base64, digest, sizeof digest);
}

static bool is_reserved_on_windows(const char *name) {
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    size_t stem = strcspn(name, ".");
    for (size_t i = 0; i < COUNT_OF(devices); i++)
        if (stem == 3 && !strncasecmp(name, devices[i], 3))
            return true;
    return stem == 4 && (!strncasecmp(name, "com", 3) || !strncasecmp(name, "lpt", 3)) &&
           isdigit((unsigned char)name[3]);
}

enum { LONGEST_SLUG = 80, LONGEST_SEGMENT = 250 };

static char *make_slug(const char *text, size_t longest) {
    struct buffer slug = {0};
    for (; *text && slug.size < longest; text++) {
        unsigned char c = (unsigned char)*text;
        bool plain = c < 0x80 && (isalnum(c) || c == '_');
        if (plain || (slug.size && (c == '.' || c == '-')))
            buffer_add_char(&slug, (char)c);
        else if (slug.size && slug.data[slug.size - 1] != '-')
            buffer_add_char(&slug, '-');
    }
    while (slug.size && strchr(".-", slug.data[slug.size - 1]))
        buffer_truncate(&slug, slug.size - 1);
    if (!slug.size)
        buffer_add_char(&slug, '_');
    char *name = buffer_take(&slug);
    if (!is_reserved_on_windows(name))
        return name;
    size_t stem = strcspn(name, ".");
    char *other = xasprintf("%.*s_%s", (int)stem, name, name + stem);
    free(name);
    return other;
}

char *text_slug(const char *text) {
    return make_slug(text, LONGEST_SLUG);
}

bool text_is_segment(const char *text) {
    char *slug = make_slug(text, LONGEST_SEGMENT);
    bool same = !strcmp(text, slug);
    free(slug);
    return same;
}

/* What is no character are the last two of each plane, U+FDD0 to U+FDEF; what shows nothing
 * of its own is Default_Ignorable_Code_Point in
 * https://www.unicode.org/Public/UNIDATA/DerivedCoreProperties.txt but joiners (U+200C,
 * U+200D) and variation selectors, which scripts and emoji need. */
bool text_is_hidden(uint32_t code) {
    static const struct {
        uint32_t first, last;
    } hidden[] = {
        {0x0000, 0x0008},   {0x000B, 0x001F},  {0x007F, 0x009F},   {0x00AD, 0x00AD},
        {0x034F, 0x034F},   {0x061C, 0x061C},  {0x115F, 0x1160},   {0x17B4, 0x17B5},
        {0x180E, 0x180E},   {0x200B, 0x200B},  {0x200E, 0x200F},   {0x2028, 0x202E},
        {0x2060, 0x206F},   {0x3164, 0x3164},  {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},  {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
        {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF}};
    for (size_t i = 0; i < COUNT_OF(hidden) && code >= hidden[i].first; i++)
        if (code <= hidden[i].last)
            return true;
    return (code & 0xFFFE) == 0xFFFE;
}

static uint32_t decode(const char *text, size_t length) {
    static const unsigned char lead[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t code = (unsigned char)*text & lead[length];
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)text[i] & 0x3F);
    return code;
}

char *text_visible(const char *text) {
    struct buffer visible = {0};
    size_t length;
    for (size_t left = strlen(text); left; text += length, left -= length) {
        length = text_sequence(text, left);
        assert(length);
        uint32_t code = decode(text, length);
        if (code == '\r' && text[1] == '\n')
            continue;
        if (text_is_hidden(code))
            buffer_printf(&visible, "\xE2\x9F\xA8U+%04X\xE2\x9F\xA9", (unsigned)code);
        else
            buffer_add(&visible, text, length);
    }
    return buffer_take(&visible);
}

void text_cut(char *text, size_t size) {
    if (strlen(text) <= size)
        return;
    while (size && (text[size] & '\xC0') == '\x80')
        size--;
    text[size] = '\0';
}

char *text_next_item(const char **at) {
    const char *item = *at + strspn(*at, " \t"), *comma = strchr(item, ',');
    size_t size = strcspn(item, ",");
    while (size && strchr(" \t", item[size - 1]))
        size--;
    *at = comma ? comma + 1 : NULL;
    return xstrndup(item, size);
}

enum { MOST_DIGITS = 10 };

int64_t text_number(const char *text) {
    size_t digits = strspn(text, "0123456789");
    return digits && digits <= MOST_DIGITS && !text[digits] ? strtoll(text, NULL, 10) : -1;
}

int64_t text_seconds(const char *text) {
    static const struct {
        char letter;
        int64_t seconds;
    } units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}};
    size_t digits = strspn(text, "0123456789");
    for (size_t i = 0; digits && digits <= MOST_DIGITS && i < COUNT_OF(units); i++)
        if (text[digits] == units[i].letter && !text[digits + 1])
            return strtoll(text, NULL, 10) * units[i].seconds;
    return -1;
}
