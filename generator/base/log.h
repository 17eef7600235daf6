/*
 * What the program says while it works: to stderr, one line at a time. Results of a
 * command go to stdout and never through here.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdbool.h>

enum log_level {
    LOG_QUIET,  /* warnings and errors only (-q) */
    LOG_NORMAL, /* one line a stage and source */
    LOG_VERBOSE /* one line a request (-v) */
};

enum log_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

void log_open(enum log_level level, enum log_color color);

/* "tower: error: ..." in red where colours are wanted. Control characters in the text are
 * shown as '?', so that nothing fetched can drive a terminal. */
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line that the next one takes the place of: shown on a terminal only, unless quiet. */
void log_progress(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_detail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
