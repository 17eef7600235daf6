#include "command/say.h"

#include <stdbool.h>
#include <stdio.h>

void say_text(const char *text) {
    for (; text && *text; text++) {
        bool is_c1 = *text == '\xC2' && (text[1] & '\xE0') == '\x80';
        text += is_c1; /* U+0080 to U+009F take two bytes */
        putchar((unsigned char)*text < 0x20 || *text == 0x7F || is_c1 ? ' ' : *text);
    }
}
