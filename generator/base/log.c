#include "base/log.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static enum log_level level = LOG_NORMAL;
static bool colored;

void log_open(enum log_level wanted, enum log_color color) {
    const char *no_color = getenv("NO_COLOR");
    level = wanted;
    colored = color == COLOR_ALWAYS ||
              (color == COLOR_AUTO && !(no_color && *no_color) && isatty(STDERR_FILENO));
}

static void say(const char *color, const char *label, const char *format,
                va_list arguments) {
    char *text = xvasprintf(format, arguments);
    for (char *c = text; *c; c++) {
        bool is_c1 = *c == '\xC2' && (c[1] & '\xE0') == '\x80'; /* U+0080 to U+009F */
        if ((unsigned char)*c < 0x20 || *c == 0x7F || is_c1)
            *c = '?';
        if (is_c1)
            *++c = '?';
    }
    bool paint = colored && *label;
    fprintf(stderr, "%s%s%s%s\n", paint ? color : "", label, paint ? "\033[0m" : "", text);
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
