#include "snapshot/statistic.h"

#include "base/base.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void statistic_sort(double *values, size_t count) {
    if (count)
        qsort(values, count, sizeof *values, compare);
}

/* Halves first: the sum of two large ones need not be a number. */
static double between(double a, double b) {
    return a / 2 + b / 2;
}

static double middle(const double *sorted, size_t count) {
    if (!count)
        return NAN;
    return between(sorted[(count - 1) / 2], sorted[count / 2]);
}

double statistic_median(double *values, size_t count) {
    statistic_sort(values, count);
    return middle(values, count);
}

double statistic_quantile(const double *sorted, size_t count, double p) {
    if (!count || !(p >= 0 && p <= 1))
        return NAN;
    double place = p * (double)(count - 1);
    size_t below = (size_t)place;
    double part = place - (double)below;
    if (part == 0)
        return sorted[below];
    return sorted[below] * (1 - part) + sorted[below + 1] * part;
}

double statistic_left_out(const double *sorted, size_t count) {
    double sum = 0;
    for (size_t i = 0; count > 1 && i < count; i++) {
        size_t a = (count - 2) / 2, b = (count - 1) / 2; /* of the others */
        double median = between(sorted[a + (a >= i)], sorted[b + (b >= i)]);
        sum += fabs(sorted[i] - median);
    }
    return sum;
}

double statistic_sign_test(size_t ups, size_t downs) {
    size_t count = ups + downs, fewer = ups < downs ? ups : downs;
    double one = ldexp(1, -(int)count), sum = 0;
    for (size_t k = 0; k <= fewer; k++) {
        sum += one;
        one *= (double)(count - k) / (double)(k + 1);
    }
    return fmin(1, 2 * sum);
}

double statistic_slope(const double *times, const double *values, size_t count) {
    if (count < 2)
        return NAN;
    double *slopes = xcalloc(count * (count - 1) / 2, sizeof *slopes);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            slopes[n++] = (values[j] - values[i]) / (times[j] - times[i]);
    double slope = statistic_median(slopes, n);
    free(slopes);
    return slope;
}

/* Twice the rank: equal values share the mean of their places, from 1 on. */
static double double_rank(const double *sorted, size_t count, double value) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t half = (low + high) / 2;
        if (sorted[half] < value)
            low = half + 1;
        else
            high = half;
    }
    for (high = low; high < count && sorted[high] == value;)
        high++;
    return (double)(low + 1 + high);
}

struct statistic_shift statistic_shift(const double *values, size_t count, size_t margin) {
    struct statistic_shift shift = {0, 1};
    double n = (double)count, sum = 0, most = 0;
    if (!count || count < 2 * margin)
        return shift;
    double *sorted = xcalloc(count, sizeof *sorted);
    memcpy(sorted, values, count * sizeof *sorted);
    statistic_sort(sorted, count);
    for (size_t t = 1; t + margin <= count && t < count; t++) {
        sum += double_rank(sorted, count, values[t - 1]) - (n + 1);
        if (t < margin || fabs(sum) <= most)
            continue;
        most = fabs(sum);
        shift.at = t;
    }
    free(sorted);
    shift.p = fmin(1, 2 * exp(-6 * most * most / (n * n * n + n * n)));
    return shift;
}
