#include "base/log.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static enum log_level level = LOG_NORMAL;
static bool colored, terminal;
static bool transient; /* a progress line stands there */

void log_open(enum log_level wanted, enum log_color color) {
    const char *no_color = getenv("NO_COLOR");
    level = wanted;
    terminal = isatty(STDERR_FILENO);
    colored = color == COLOR_ALWAYS ||
              (color == COLOR_AUTO && !(no_color && *no_color) && terminal);
}

/* What a terminal would act on becomes '?'. */
static char *visible(const char *format, va_list arguments) {
    char *text = xvasprintf(format, arguments);
    for (char *c = text; *c; c++) {
        bool is_c1 = *c == '\xC2' && (c[1] & '\xE0') == '\x80'; /* U+0080 to U+009F */
        if ((unsigned char)*c < 0x20 || *c == 0x7F || is_c1)
            *c = '?';
        if (is_c1)
            *++c = '?';
    }
    return text;
}

static void say(const char *color, const char *label, const char *format,
                va_list arguments) {
    char *text = visible(format, arguments);
    bool paint = colored && *label;
    fprintf(stderr, "%s%s%s%s%s\n", transient ? "\r\033[K" : "", paint ? color : "", label,
            paint ? "\033[0m" : "", text);
    transient = false;
    free(text);
}

#define SAY(color, label)                                                                  \
    do {                                                                                   \
        va_list arguments;                                                                 \
        va_start(arguments, format);                                                       \
        say(color, label, format, arguments);                                              \
        va_end(arguments);                                                                 \
    } while (0)

void log_error(const char *format, ...) {
    SAY("\033[31m", "tower: error: ");
}

void log_warn(const char *format, ...) {
    SAY("\033[33m", "tower: warning: ");
}

void log_info(const char *format, ...) {
    if (level >= LOG_NORMAL)
        SAY("", "");
}

void log_detail(const char *format, ...) {
    if (level >= LOG_VERBOSE)
        SAY("", "");
}

void log_progress(const char *format, ...) {
    if (level < LOG_NORMAL || !terminal)
        return;
    va_list arguments;
    va_start(arguments, format);
    char *text = visible(format, arguments);
    fprintf(stderr, "\r\033[K%s", text);
    transient = true;
    free(text);
    va_end(arguments);
}
