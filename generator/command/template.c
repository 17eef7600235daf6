#include "command/command.h"

#include "render/render.h"

#include <stdio.h>

enum status command_template(const struct options *options) {
    struct error error = {0};
    struct buffer out = {0};
    enum format format = FORMAT_HTML;
    bool ok =
        !options->format || format_from_name(options->format, &format) ||
        error_at(&error, "tower", 0, 0,
                 "--format is html, xml, md, json, csv or txt, not '%s'", options->format);
    ok = ok && template_render_file(options->arguments[0], options->arguments[1],
                                    options->partials, format, &out, &error);
    if (ok)
        fwrite(buffer_text(&out), 1, out.size, stdout);
    buffer_free(&out);
    return ok ? STATUS_DONE : command_failed(&error);
}
