#include "snapshot/series.h"

#include "base/base.h"
#include "snapshot/statistic.h"

#include <math.h>
#include <stdlib.h>

enum { STILL = 28 }; /* days without a move after which nothing is forecast */

/* What is known on a day of it and of the SERIES_DAYS that end with it. */
struct origin {
    const double *values;
    size_t day, first; /* that is known in these */
    size_t points;
    double mean;
};

static struct origin stand_on(const struct series *series, size_t day) {
    struct origin origin = {.values = series->values, .day = day, .first = day};
    size_t from = day >= SERIES_DAYS ? day + 1 - SERIES_DAYS : 0;
    double sum = 0;
    for (size_t i = day + 1; i > from; i--)
        if (!isnan(series->values[i - 1])) {
            origin.first = i - 1;
            origin.points++;
            sum += series->values[i - 1];
        }
    origin.mean = sum / (double)origin.points;
    return origin;
}

static double naive(const struct origin *origin, size_t ahead) {
    (void)ahead;
    return origin->values[origin->day];
}

/* The weekday's last that is known. */
static double seasonal(const struct origin *origin, size_t ahead) {
    size_t back = (7 - ahead % 7) % 7;
    for (; back <= origin->day - origin->first; back += 7)
        if (!isnan(origin->values[origin->day - back]))
            return origin->values[origin->day - back];
    return NAN;
}

static double mean(const struct origin *origin, size_t ahead) {
    (void)ahead;
    return origin->mean;
}

static double drift(const struct origin *origin, size_t ahead) {
    double last = origin->values[origin->day], first = origin->values[origin->first];
    return last + (double)ahead * (last - first) / (double)(origin->day - origin->first);
}

static double (*const methods[SERIES_METHOD_COUNT])(const struct origin *, size_t) = {
    [SERIES_NAIVE] = naive,
    [SERIES_SEASONAL] = seasonal,
    [SERIES_MEAN] = mean,
    [SERIES_DRIFT] = drift,
};

/* The errors of METHOD at all origins whose value AHEAD days on is known; the caller frees
 * them. */
static double *try_method(const struct series *series, const struct origin *origins,
                          size_t count, enum series_method method, size_t ahead,
                          size_t *tests) {
    double *errors = xcalloc(count + 1, sizeof *errors);
    *tests = 0;
    for (size_t i = 0; i < count; i++) {
        size_t day = origins[i].day + ahead;
        double actual = day < series->count ? series->values[day] : NAN;
        double error = actual - methods[method](&origins[i], ahead);
        if (!isnan(error))
            errors[(*tests)++] = error;
    }
    return errors;
}

static double mean_size(const double *errors, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += fabs(errors[i]) / (double)count;
    return sum;
}

/* Only what could be tried as often as the naive method is compared with it. */
static bool choose(const struct series *series, const struct origin *origins, size_t count,
                   size_t horizon, struct series_forecast *forecast) {
    for (enum series_method m = SERIES_NAIVE; m < SERIES_METHOD_COUNT; m++) {
        size_t tests;
        double *errors = try_method(series, origins, count, m, horizon, &tests);
        double error = mean_size(errors, tests);
        free(errors);
        if (m == SERIES_NAIVE) {
            forecast->tests = tests;
            forecast->error = forecast->error_naive = error;
        } else if (tests == forecast->tests && error < forecast->error) {
            forecast->method = m;
            forecast->error = error;
        }
    }
    return forecast->tests >= SERIES_TESTS;
}

static bool never_negative(const struct series *series) {
    for (size_t i = 0; i < series->count; i++)
        if (series->values[i] < 0)
            return false;
    return true;
}

static double keep_within(double value, double least, double most) {
    return isnan(value) ? NAN : fmin(fmax(value, least), most);
}

static void look_ahead(const struct series *series, const struct origin *origins,
                       size_t count, size_t horizon, double most,
                       struct series_forecast *forecast) {
    const double least = never_negative(series) ? 0 : -INFINITY;
    const struct origin now = stand_on(series, forecast->origin);
    for (size_t ahead = 1; ahead <= horizon; ahead++) {
        size_t tests;
        double *errors =
            try_method(series, origins, count, forecast->method, ahead, &tests);
        double value = methods[forecast->method](&now, ahead);
        size_t cut = (tests + 1) / 10;
        statistic_sort(errors, tests);
        double low = cut ? value + fmin(errors[cut - 1], 0) : NAN;
        double high = cut ? value + fmax(errors[tests - cut], 0) : NAN;
        free(errors);
        forecast->days[ahead - 1].value = keep_within(value, least, most);
        forecast->days[ahead - 1].low = keep_within(low, least, most);
        forecast->days[ahead - 1].high = keep_within(high, least, most);
    }
}

/* The last known day, if that is not too long ago and something moved before it. */
static bool find_origin(const struct series *series, size_t *origin) {
    size_t day = series->count;
    while (day > 0 && isnan(series->values[day - 1]))
        day--;
    if (!day || series->count - day >= SERIES_LATE)
        return false;
    *origin = day - 1;
    for (size_t i = day; i > 0 && i + STILL > day; i--)
        if (!isnan(series->values[i - 1]) &&
            series->values[i - 1] != series->values[day - 1])
            return true;
    return false;
}

bool series_forecast(const struct series *series, size_t horizon, double most,
                     struct series_forecast *forecast) {
    size_t last, count = 0;
    if (!find_origin(series, &last))
        return false;
    struct origin *origins = xcalloc(last + 1, sizeof *origins);
    for (size_t day = 0; day <= last; day++) {
        if (isnan(series->values[day]))
            continue;
        origins[count] = stand_on(series, day);
        count += origins[count].points >= SERIES_LEAST;
    }
    *forecast = (struct series_forecast){.origin = last};
    forecast->points = count ? origins[count - 1].points : 0;
    bool told = count && origins[count - 1].day == last &&
                choose(series, origins, count, horizon, forecast);
    if (told)
        look_ahead(series, origins, count, horizon, most, forecast);
    free(origins);
    return told;
}
