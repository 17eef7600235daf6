#include "base/clock.h"

#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int64_t fixed;
static char fixed_text[32];

__attribute__((format(strftime, 2, 0))) static bool
parse(const char *text, const char *format, int64_t *seconds) {
    struct tm tm = {0};
    const char *end = strptime(text, format, &tm);
    if (!end || *end)
        return false;
    char again[32]; /* strptime() takes 30 February, and digits that are missing */
    *seconds = timegm(&tm);
    strftime(again, sizeof again, format, &tm);
    return !strcmp(again, text);
}

static bool parse_epoch(const char *text, int64_t *seconds) {
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    *seconds = value;
    return !errno && end != text && !*end && value >= 0 && value < 253402300800;
}

char *clock_text(int64_t seconds) {
    time_t time = seconds;
    struct tm tm;
    char *text = xcalloc(sizeof fixed_text, 1);
    gmtime_r(&time, &tm);
    strftime(text, sizeof fixed_text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    return text;
}

bool clock_fix(const char *now, struct error *error) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (now) {
        if (!parse(now, "%Y-%m-%dT%H:%M:%SZ", &fixed))
            return error_at(error, "--now", 0, 0,
                            "'%s' is not a time like 2026-11-21T21:00:00Z", now);
    } else if (epoch && *epoch) {
        if (!parse_epoch(epoch, &fixed))
            return error_at(error, "SOURCE_DATE_EPOCH", 0, 0,
                            "'%s' is not a number of seconds since 1970", epoch);
    } else {
        fixed = time(NULL);
    }
    char *text = clock_text(fixed);
    snprintf(fixed_text, sizeof fixed_text, "%s", text);
    free(text);
    return true;
}

int64_t clock_now(void) {
    return fixed;
}

const char *clock_now_text(void) {
    return fixed_text;
}

bool clock_is_day(const char *text) {
    int64_t seconds = -1;
    return parse(text, "%Y-%m-%d", &seconds) && seconds >= 0;
}

int64_t clock_stopwatch_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
