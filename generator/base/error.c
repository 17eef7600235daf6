#include "base/error.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdarg.h>
#include <stdlib.h>

bool error_set(struct error *error, const char *format, ...) {
    if (error->kind)
        return false;
    va_list arguments;
    va_start(arguments, format);
    error->kind = ERROR_FAILED;
    error->text = xvasprintf(format, arguments);
    va_end(arguments);
    return false;
}

bool error_at(struct error *error, const char *file, int line, int column,
              const char *format, ...) {
    if (error->kind)
        return false;
    va_list arguments;
    va_start(arguments, format);
    char *message = xvasprintf(format, arguments);
    va_end(arguments);
    struct buffer text = {0};
    buffer_add_text(&text, file);
    if (line)
        buffer_printf(&text, ":%d", line);
    if (line && column)
        buffer_printf(&text, ":%d", column);
    buffer_printf(&text, ": %s", message);
    free(message);
    error->kind = ERROR_CONFIGURATION;
    error->text = buffer_take(&text);
    return false;
}

void error_move(struct error *target, struct error *source) {
    if (target->kind)
        error_free(source);
    else
        *target = *source;
    *source = (struct error){0};
}

void error_free(struct error *error) {
    free(error->text);
    *error = (struct error){0};
}
