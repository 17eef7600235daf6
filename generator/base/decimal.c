#include "base/decimal.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 18, MOST_EXPONENT = 400 };

static const int64_t too_much = 1000000000000000000; /* the first with more digits */

static const char digits[] = "0123456789";

/* The digits of a number without its point, and how many of them are decimals. */
struct number {
    const char *whole, *fraction;
    size_t whole_size, fraction_size;
    long exponent;
    bool negative;
};

static bool split(const char *text, struct number *number) {
    *number = (struct number){.negative = *text == '-'};
    number->whole = text + (*text == '-' || *text == '+');
    number->whole_size = strspn(number->whole, digits);
    const char *at = number->whole + number->whole_size;
    number->fraction = *at == '.' ? at + 1 : at;
    number->fraction_size = *at == '.' ? strspn(number->fraction, digits) : 0;
    at = number->fraction + number->fraction_size;
    if (!number->whole_size && !number->fraction_size)
        return false;
    if (*at == 'e' || *at == 'E') {
        const char *power = at + 1 + (at[1] == '-' || at[1] == '+');
        size_t size = strspn(power, digits);
        if (!size || size > 4)
            return false;
        number->exponent = strtol(at + 1, NULL, 10);
        at = power + size;
    }
    return !*at && number->exponent <= MOST_EXPONENT && number->exponent >= -MOST_EXPONENT;
}

/* Digit INDEX of all, from the left; 0 behind the last. */
static int digit_at(const struct number *number, long index) {
    long whole = (long)number->whole_size, all = whole + (long)number->fraction_size;
    return index < 0 || index >= all ? 0
           : index < whole           ? number->whole[index] - '0'
                                     : number->fraction[index - whole] - '0';
}

/* How what begins with digit FROM stands to half a unit: below 0, 0 or above. */
static int beside_half(const struct number *number, long from) {
    long all = (long)(number->whole_size + number->fraction_size);
    if (from < 0)
        return -1;
    if (digit_at(number, from) != 5)
        return digit_at(number, from) < 5 ? -1 : 1;
    for (long i = from + 1; i < all; i++)
        if (digit_at(number, i))
            return 1;
    return 0;
}

bool decimal_read(const char *text, int places, int64_t *value) {
    struct number number;
    if (!split(text, &number))
        return false;
    long end = (long)number.whole_size + number.exponent + places;
    int64_t units = 0;
    int used = 0;
    for (long i = 0; i < end; i++) {
        int digit = digit_at(&number, i);
        used += used || digit;
        if (used > MOST_DIGITS)
            return false;
        units = units * 10 + digit;
    }
    int side = beside_half(&number, end);
    units += side > 0 || (side == 0 && units % 2);
    *value = number.negative ? -units : units;
    return units < too_much;
}

bool decimal_read_plain(const char *text, int places, int64_t *value) {
    struct number number;
    return strchr(digits, *text) && *text && !strpbrk(text, "eE") && split(text, &number) &&
           number.whole_size && number.fraction_size <= (size_t)places &&
           (number.fraction_size || !strchr(text, '.')) &&
           decimal_read(text, places, value);
}

bool decimal_scale(__int128 a, int64_t b, int64_t c, int64_t *value) {
    __int128 product;
    if (__builtin_mul_overflow(a, (__int128)b, &product))
        return false;
    bool negative = product < 0;
    unsigned __int128 size = (unsigned __int128)product, by = (unsigned __int128)c;
    size = negative ? -size : size;
    unsigned __int128 whole = size / by, rest = size % by;
    whole += rest * 2 > by || (rest * 2 == by && whole % 2);
    if (whole >= (unsigned __int128)too_much)
        return false;
    *value = negative ? -(int64_t)whole : (int64_t)whole;
    return true;
}
