/*
 * Decimal numbers as whole numbers of a small unit: "112.40" in millionths is 112400000.
 *
 * In:  text such as 12, -0.5 and 1.2e-05.
 * Out: that many units of 10 to the power of -PLACES.
 * Holds: nothing goes through a floating point number; what lies between two units is
 * rounded to the nearest, of two as near to the even one (IEEE 754, roundTiesToEven).
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

/* Reads all of TEXT; false where it is no number or has more than 18 digits in these units.
 */
bool decimal_read(const char *text, int places, int64_t *value);

/* The same for what a person wrote: false also for signs, exponents, and more decimals than
 * PLACES. */
bool decimal_read_plain(const char *text, int places, int64_t *value);

/* A * B / C, rounded as above; false where that has more than 18 digits. C is above 0. */
bool decimal_scale(__int128 a, int64_t b, int64_t c, int64_t *value);

#endif
