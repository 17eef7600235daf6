/*
 * Statistics of plain numbers, robust ones: a few wild values change little.
 *
 * In:  arrays of finite numbers.
 * Out: one number. NAN where there is nothing to tell it from.
 * Holds: the same numbers in the same order give the same result to the bit.
 */
#ifndef SNAPSHOT_STATISTIC_H
#define SNAPSHOT_STATISTIC_H

#include <stddef.h>

/* What makes a median absolute deviation the standard deviation of what is normally
 * distributed: 1 / the normal distribution's quantile at 3/4 (Leys et al. 2013,
 * https://doi.org/10.1016/j.jesp.2013.03.013); and a mean absolute deviation likewise, the
 * root of pi / 2 (Iglewicz and Hoaglin 1993, "How to Detect and Handle Outliers"). */
#define STATISTIC_MEDIAN_DEVIATION 1.4826
#define STATISTIC_MEAN_DEVIATION   1.2533

/* Sorts VALUES. */
void statistic_sort(double *values, size_t count);

/* The middle one, or the mean of the two in the middle; sorts VALUES. */
double statistic_median(double *values, size_t count);

/* Below which a share P of what is SORTED lies, between two of them in proportion: type 7
 * of Hyndman and Fan 1996 (https://doi.org/10.2307/2684934), what most programs give. */
double statistic_quantile(const double *sorted, size_t count, double p);

/* The sum of how far each of what is SORTED is from the median of the others. */
double statistic_left_out(const double *sorted, size_t count);

/* How likely it is that two numbers, each of which is as likely to be the larger in each of
 * UPS + DOWNS trials, differ as much as UPS and DOWNS do: the sign test, both sides, exact.
 */
double statistic_sign_test(size_t ups, size_t downs);

/* The median of the slopes between all pairs of points: Theil 1950, Sen 1968
 * (https://doi.org/10.1080/01621459.1968.10480934). TIMES differ. */
double statistic_slope(const double *times, const double *values, size_t count);

/* Where what comes before and what comes after differ most by their ranks, with at least
 * MARGIN values on each side: the first of the later ones, and how likely a difference at
 * least as large is where nothing changed (P, approximately). Pettitt 1979, a cumulative
 * sum of ranks (https://doi.org/10.2307/2346729). AT is 0 where there are too few values.
 */
struct statistic_shift {
    size_t at;
    double p;
};
struct statistic_shift statistic_shift(const double *values, size_t count, size_t margin);

#endif
