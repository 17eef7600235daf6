/*
 * Money in SQL: whole millionths of a currency, never a floating point number.
 *
 *   money(text)
 *       millionths that a decimal number in text stands for; of JSON give what -> gives,
 *       the number as it was written. NULL where it is no number, or above MONEY_MOST
 *   money_text(millionths)
 *       "112.40": all decimals that are not needless, two at least
 *   money_of_tokens(n, price, ...)
 *       what N tokens cost at PRICE millionths for a million of them, of each kind, added
 *       up and then rounded once. NULL where there are tokens of a kind without a price or
 *       fewer than none, or above MONEY_MOST
 *   money_converted(millionths, rate)
 *       at RATE billionths; NULL likewise
 *   money_divided(millionths, count)
 *       an equal share of COUNT; NULL also where there is none to have it
 *
 * Rounded is half to even (base/decimal.h).
 */
#ifndef SNAPSHOT_MONEY_H
#define SNAPSHOT_MONEY_H

#include <sqlite3.h>

/* Ten million units: so many that nine hundred thousand of them can be added up. */
#define MONEY_MOST 10000000000000

/* Adds them to a connection: SQLITE_OK, or SQLite's error. */
int money_register(sqlite3 *db);

#endif
