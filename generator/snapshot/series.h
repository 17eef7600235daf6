/*
 * Series: what a number was on each of many days, and what can honestly be said of that.
 *
 * In:  a number for each day up to a last one; NAN where it was not known.
 * Out: whether the latest one is unusual, whether the series rises or falls, since when it
 * is another one, what it will be. Holds: nothing is said from fewer than SERIES_LEAST
 * known numbers. A level (open issues) is judged by how it moves from one known day to the
 * next, a flow (commits of a day) by what it is. Days a week apart are the same weekday.
 * The same series gives the same result.
 */
#ifndef SNAPSHOT_SERIES_H
#define SNAPSHOT_SERIES_H

#include <stdbool.h>
#include <stddef.h>

enum {
    SERIES_LEAST = 14,  /* known numbers that anything is said from */
    SERIES_WEEKDAY = 4, /* of each weekday that there is any of, to tell weekdays apart */
    SERIES_DAYS = 56,   /* that are looked back on: 8 weeks */
    SERIES_LATE = 7,    /* what was last known longer ago is not told of */
    SERIES_MARGIN = 7,  /* known numbers on each side of a change */
    SERIES_TESTS = 9,   /* forecasts that were tried, to give an interval */
};

struct series {
    double *values; /* one a day, the last day's last */
    size_t count;
    bool level;
};

/* Beside what was usual: the median of SERIES_DAYS before, or of the same weekday in these,
 * whichever would have been nearer (each value beside the median of the others). The usual
 * deviation is 1.4826 times the median distance from these medians, the mean distance times
 * 1.2533 where that is 0, and at least STEP (Iglewicz and Hoaglin 1993;
 * https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm). Unusual is what is
 * more than 3.5 of these away and farther than any before. */
struct series_anomaly {
    size_t at;              /* the day that is judged: the last known */
    double value, expected; /* of that day */
    double moved, usual;    /* a level's move since it was known before, and the median */
    double deviation, distance; /* the usual deviation, and the median distance */
    double score;               /* (value - expected) / deviation; NAN where that is 0 */
    double low, high;           /* as far as 3.5 usual deviations reach */
    size_t points;              /* known before */
    bool weekday, unusual;
};
bool series_anomaly(const struct series *series, double step,
                    struct series_anomaly *anomaly);

/* Whether it rises or falls over SERIES_DAYS: a level from one known day to the next, a
 * flow beside what it was 28 days before (Cox and Stuart 1955,
 * https://doi.org/10.2307/2333424), by the sign test. */
struct series_slope {
    size_t from, to;   /* the first and the last known day */
    double slope;      /* a day: Theil and Sen */
    size_t ups, downs; /* what the sign test counts */
    double p;
    size_t points;
};
bool series_slope(const struct series *series, struct series_slope *slope);

/* Since when it is another one than before. A flow: the last place where Pettitt's test
 * finds one (P at most 0.001), of all of the series and then of what comes after, weekdays
 * set apart as above. A level: of SERIES_DAYS the largest move, where it is unusual beside
 * all of them as above, and the median of what came later, of SERIES_MARGIN numbers or
 * more, has kept at least half of it: beside the day before, and beside the median of the
 * days before, as coming back is no change. A move over a longer break is several days'. */
struct series_step {
    size_t at; /* the first day after it */
    double before, after;
    double p;     /* of a flow, NAN of a level */
    double score; /* of a level, NAN of a flow */
    size_t points;
};
bool series_step(const struct series *series, double step, struct series_step *found);

/* What it will be, by whichever of simple methods would have been nearest in the past
 * (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.2 and 5.10,
 * https://otexts.com/fpp3/simple-methods.html, https://otexts.com/fpp3/tscv.html): each
 * known day from which SERIES_LEAST numbers were known in SERIES_DAYS is an origin, and the
 * errors of what would have been forecast there are kept. Of two that were as near, the
 * first. The interval is the forecast plus such errors, of (m + 1) tenths the first and the
 * last, so that 80 % lie within (Lei et al. 2018,
 * https://doi.org/10.1080/01621459.2017.1307116), and the forecast itself. What was never
 * negative will not be. */
enum series_method {
    SERIES_NAIVE,    /* what it was last */
    SERIES_SEASONAL, /* what it was on the same weekday last */
    SERIES_MEAN,     /* the mean of SERIES_DAYS */
    SERIES_DRIFT,    /* on, as from the first to the last of SERIES_DAYS */
    SERIES_METHOD_COUNT
};

enum { SERIES_HORIZON = 31 };

struct series_forecast {
    enum series_method method;
    size_t origin; /* the last known day; the forecast is of those after it */
    struct {
        double value, low, high; /* no interval, NAN, where too few were tried */
    } days[SERIES_HORIZON];
    size_t tests;       /* how many forecasts of the last day were tried */
    double error;       /* how far these were away, the mean */
    double error_naive; /* and those of the naive method */
    size_t points;      /* known in SERIES_DAYS */
};

/* HORIZON days, at most SERIES_HORIZON; it cannot become more than MOST. False also where
 * it has not moved for 28 days. */
bool series_forecast(const struct series *series, size_t horizon, double most,
                     struct series_forecast *forecast);

#endif
