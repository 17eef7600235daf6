#include "render/content.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The next id of a heading in HTML, SIZE bytes, or NULL. */
static const char *next_id(const char *html, size_t *size) {
    static const char id[] = " id=\"";
    for (; (html = strstr(html, "<h")); html++)
        if (isdigit((unsigned char)html[2]) && text_starts_with(html + 3, id)) {
            html += 3 + strlen(id);
            *size = strcspn(html, "\"");
            return html;
        }
    return NULL;
}

static bool has(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

void content_part_ids(const char *html, struct buffer *out) {
    struct names ids = {0};
    size_t size;
    for (const char *at; (at = next_id(html, &size)); html = at + size) {
        char *meant = size ? xstrndup(at, size) : xstrdup("section"), *id = xstrdup(meant);
        for (int nth = 1; has(&ids, id); nth++) {
            free(id);
            id = xasprintf("%s-%d", meant, nth);
        }
        buffer_add(out, html, (size_t)(at - html));
        buffer_add_text(out, id);
        *LIST_ADD(&ids) = id;
        free(meant);
    }
    buffer_add_text(out, html);
    names_free(&ids);
}
