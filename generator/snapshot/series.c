#include "snapshot/series.h"

#include "base/base.h"
#include "snapshot/statistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define UNUSUAL 3.5   /* Iglewicz and Hoaglin 1993 */
#define RARE    0.001 /* many series are looked at every night */

enum { PAIR = 28 }; /* days between what is compared: whole weeks */

/* What is judged: a flow's value, or a level's move since it was known before. */
struct item {
    size_t day, gap; /* gap: days since then */
    double value;
};

/* What was usual among items. */
struct baseline {
    double medians[7]; /* of each weekday; all the same where these are not told apart */
    double deviation, distance;
    double lowest, highest; /* distances, with their sign */
    bool weekday;
};

static bool find_last(const struct series *series, size_t *last) {
    for (size_t i = series->count; i > 0; i--) {
        *last = i - 1;
        if (!isnan(series->values[i - 1]))
            return series->count - i < SERIES_LATE;
    }
    return false;
}

/* The items of the days from FROM up to and with TO; the caller frees them. */
static struct item *gather(const struct series *series, size_t from, size_t to,
                           size_t *count) {
    struct item *items = xcalloc(to - from + 1, sizeof *items);
    size_t before = SIZE_MAX;
    *count = 0;
    for (size_t day = 0; day <= to; day++) {
        double value = series->values[day];
        if (isnan(value))
            continue;
        if (day >= from && !series->level)
            items[(*count)++] = (struct item){day, 1, value};
        else if (day >= from && before != SIZE_MAX)
            items[(*count)++] =
                (struct item){day, day - before, value - series->values[before]};
        before = day;
    }
    return items;
}

static size_t sort_weekday(const struct item *items, size_t count, size_t weekday,
                           double *values) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].day % 7 == weekday)
            values[n++] = items[i].value;
    statistic_sort(values, n);
    return n;
}

/* Whether each is nearer to its own weekday's others than to all others. */
static bool has_weekdays(const struct item *items, size_t count, const double *sorted,
                         double *some) {
    double sum = 0;
    for (size_t weekday = 0; weekday < 7; weekday++) {
        size_t n = sort_weekday(items, count, weekday, some);
        if (n && n < SERIES_WEEKDAY)
            return false;
        sum += statistic_left_out(some, n);
    }
    return sum < statistic_left_out(sorted, count);
}

static void find_medians(const struct item *items, size_t count, double *some,
                         struct baseline *base) {
    for (size_t i = 0; i < count; i++)
        some[i] = items[i].value;
    double median = statistic_median(some, count);
    double *own = xcalloc(count, sizeof *own);
    base->weekday = has_weekdays(items, count, some, own);
    for (size_t weekday = 0; weekday < 7; weekday++) {
        size_t n = base->weekday ? sort_weekday(items, count, weekday, own) : 0;
        base->medians[weekday] = n ? statistic_median(own, n) : median;
    }
    free(own);
}

static struct baseline find_baseline(const struct item *items, size_t count, double step) {
    struct baseline base = {.lowest = INFINITY, .highest = -INFINITY};
    double *some = xcalloc(count + 1, sizeof *some), sum = 0;
    find_medians(items, count, some, &base);
    for (size_t i = 0; i < count; i++) {
        double distance = items[i].value - base.medians[items[i].day % 7];
        base.lowest = fmin(base.lowest, distance);
        base.highest = fmax(base.highest, distance);
        some[i] = fabs(distance);
        sum += some[i] / (double)count;
    }
    base.distance = statistic_median(some, count);
    base.deviation = base.distance > 0 ? STATISTIC_MEDIAN_DEVIATION * base.distance
                                       : STATISTIC_MEAN_DEVIATION * sum;
    base.deviation = fmax(base.deviation, step);
    free(some);
    return base;
}

static bool is_longest_break(const struct item *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (items[i].gap >= items[count].gap)
            return false;
    return true;
}

static void judge(const struct series *series, const struct item *items, size_t count,
                  double step, struct series_anomaly *anomaly) {
    const struct item *last = &items[count];
    struct baseline base = find_baseline(items, count, step);
    double usual = base.medians[last->day % 7], away = last->value - usual;
    double start = series->level ? series->values[last->day] - last->value : 0;
    *anomaly = (struct series_anomaly){
        .at = last->day,
        .value = series->values[last->day],
        .expected = start + usual,
        .moved = last->value,
        .usual = usual,
        .deviation = base.deviation,
        .distance = base.distance,
        .score = base.deviation > 0 ? away / base.deviation : NAN,
        .low = start + usual - UNUSUAL * base.deviation,
        .high = start + usual + UNUSUAL * base.deviation,
        .points = count,
        .weekday = base.weekday,
        .unusual = isfinite(away) && isfinite(base.deviation) &&
                   fabs(away) > UNUSUAL * base.deviation &&
                   (away < base.lowest || away > base.highest),
    };
}

/* A move after a longer break than any before cannot be compared with those. */
bool series_anomaly(const struct series *series, double step,
                    struct series_anomaly *anomaly) {
    size_t last, count;
    if (!find_last(series, &last))
        return false;
    size_t from = last > SERIES_DAYS ? last - SERIES_DAYS : 0;
    struct item *items = gather(series, from, last, &count);
    bool told =
        count > SERIES_LEAST && (!series->level || !is_longest_break(items, count - 1));
    if (told)
        judge(series, items, count - 1, step, anomaly);
    free(items);
    return told;
}

static void count_signs(const struct series *series, size_t from, size_t last,
                        struct series_slope *slope) {
    double before = NAN;
    for (size_t day = from; day <= last; day++) {
        double value = series->values[day];
        if (!series->level)
            before = day >= from + PAIR ? series->values[day - PAIR] : NAN;
        slope->ups += value > before;
        slope->downs += value < before;
        if (series->level && !isnan(value))
            before = value;
    }
}

bool series_slope(const struct series *series, struct series_slope *slope) {
    double times[SERIES_DAYS], values[SERIES_DAYS];
    size_t last;
    if (!find_last(series, &last))
        return false;
    size_t from = last >= SERIES_DAYS ? last + 1 - SERIES_DAYS : 0;
    *slope = (struct series_slope){.to = last};
    for (size_t day = from; day <= last; day++)
        if (!isnan(series->values[day])) {
            times[slope->points] = (double)day;
            values[slope->points++] = series->values[day];
        }
    if (slope->points < SERIES_LEAST)
        return false;
    slope->from = (size_t)times[0];
    count_signs(series, from, last, slope);
    slope->p = statistic_sign_test(slope->ups, slope->downs);
    if (slope->p > RARE)
        return false;
    slope->slope = statistic_slope(times, values, slope->points);
    return true;
}

static double median_of(const struct item *items, size_t count) {
    double *values = xcalloc(count + 1, sizeof *values);
    for (size_t i = 0; i < count; i++)
        values[i] = items[i].value;
    double median = statistic_median(values, count);
    free(values);
    return median;
}

/* From one change on the next is looked for in what comes after it. */
static bool find_shift(const struct item *items, size_t count, struct series_step *found) {
    struct baseline base = find_baseline(items, count, 0);
    double *values = xcalloc(count, sizeof *values);
    size_t start = 0, at = 0;
    for (size_t i = 0; i < count; i++)
        values[i] = items[i].value - base.medians[items[i].day % 7];
    while (count - start >= SERIES_LEAST) {
        struct statistic_shift shift =
            statistic_shift(values + start, count - start, SERIES_MARGIN);
        if (!shift.at || shift.p > RARE)
            break;
        at = start + shift.at;
        found->before = median_of(items + start, shift.at);
        found->p = shift.p;
        start = at;
    }
    free(values);
    if (!at)
        return false;
    found->at = items[at].day;
    found->after = median_of(items + at, count - at);
    return true;
}

static double usual_gap(const struct item *items, size_t count) {
    double gaps[SERIES_DAYS];
    for (size_t i = 0; i < count; i++)
        gaps[i] = (double)items[i].gap;
    return statistic_median(gaps, count);
}

/* Of equal moves the latest. A move over a longer break than usual is several nights'; and
 * that one will stay is seen only when some nights have passed. */
static size_t find_farthest(const struct item *items, size_t count,
                            const struct baseline *base, double *away) {
    double gap = usual_gap(items, count);
    size_t at = 0;
    *away = 0;
    for (size_t i = 0; i + SERIES_MARGIN <= count; i++) {
        double distance = items[i].value - base->medians[items[i].day % 7];
        if ((double)items[i].gap > gap || fabs(distance) < fabs(*away))
            continue;
        *away = distance;
        at = i;
    }
    return at;
}

/* The median of what the series was on the days of items. */
static double median_on(const struct series *series, const struct item *items,
                        size_t count) {
    double values[SERIES_DAYS];
    for (size_t i = 0; i < count; i++)
        values[i] = series->values[items[i].day];
    return statistic_median(values, count);
}

/* Beside the day before, and beside most days before: to come back is no change. */
static bool find_jump(const struct series *series, const struct item *items, size_t count,
                      double step, struct series_step *found) {
    struct baseline base = find_baseline(items, count, step);
    double away;
    size_t at = find_farthest(items, count, &base, &away);
    double move = items[at].value, before = series->values[items[at].day] - move;
    found->at = items[at].day;
    found->score = away / base.deviation;
    found->before = before;
    found->after = median_on(series, items + at, count - at);
    if (!(fabs(away) > UNUSUAL * base.deviation) ||
        !((found->after - before) / move >= 0.5))
        return false;
    return !at || (found->after - median_on(series, items, at)) / move >= 0.5;
}

bool series_step(const struct series *series, double step, struct series_step *found) {
    size_t last, count;
    if (!find_last(series, &last))
        return false;
    size_t days = series->level ? SERIES_DAYS : SIZE_MAX;
    size_t from = last >= days ? last + 1 - days : 0;
    struct item *items = gather(series, from, last, &count);
    *found = (struct series_step){.points = count, .p = NAN, .score = NAN};
    bool told = count >= SERIES_LEAST &&
                (series->level ? find_jump(series, items, count, step, found)
                               : find_shift(items, count, found));
    free(items);
    return told && fabs(found->after - found->before) >= step;
}
