#include "render/chart_html.h"
#include "render/chart_markdown.h"

#include <jansson.h>
#include <stdlib.h>

/* Read again, so that whole numbers stay whole. */
static void print_json(const struct chart *chart, struct buffer *out) {
    json_t *root = json_loadb(chart->json, chart->json_size, 0, NULL);
    if (!root) /* a whole number of more than 63 bits */
        root = json_loadb(chart->json, chart->json_size, JSON_DECODE_INT_AS_REAL, NULL);
    chart_json(root, out);
    json_decref(root);
}

void chart_print(const struct chart *chart, enum format format, struct buffer *out) {
    struct buffer plain = {0};
    if (format == FORMAT_JSON)
        print_json(chart, out);
    else if (chart_is_empty(chart))
        buffer_add_text(out, "no values");
    else if (format == FORMAT_HTML)
        chart_html(chart, out);
    else if (format == FORMAT_MD)
        chart_markdown(chart, out);
    else
        chart_plain(chart, &plain);
    escape(format, buffer_text(&plain), plain.size, out);
    buffer_free(&plain);
}
