/*
 * SQL functions about series and samples; NULL where there is too little to say it from.
 *
 *   median(x), mad(x)        of what is known: the median, the median distance from it
 *   quantile(x, p)           below which a share p of it lies
 *
 *   series(at, value, fill)  the series of one value a day, as a JSON array from the first
 *                            known day on. fill has a character for each day: AT 0 is the
 *                            first, and what is not given on a day is
 *                              h  as it was before (NULL is given: not known from then on)
 *                              z  0, if any was given before
 *                              -  not known
 *                            What is given of days before (AT below 0) is known before.
 *   series_anomaly(series, kind, step)
 *   series_slope(series, kind)
 *   series_step(series, kind, step)
 *   series_forecast(series, days, most)
 *                            as series.h has them, JSON objects; kind is 'level' or 'flow',
 *                            days in them count from the series' first, 0; most is NULL
 *                            where the number has no limit
 */
#ifndef SNAPSHOT_SERIES_SQL_H
#define SNAPSHOT_SERIES_SQL_H

#include <sqlite3.h>

/* Adds them to a connection: SQLITE_OK, or SQLite's error. */
int series_sql_register(sqlite3 *db);

#endif
