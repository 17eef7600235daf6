#include "serve/serve.h"

#include "serve/channel.h"
#include "serve/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void answer_all(struct session *session, struct channel *channel) {
    json_t *message;
    const char *mistake;
    bool heard = true;
    while (heard && channel_next(channel, &message, &mistake)) {
        json_t *reply =
            message ? session_answer(session, message) : session_mistake(mistake);
        heard = !reply || channel_send(channel, reply);
        json_decref(reply);
        json_decref(message);
    }
}

bool serve_run(const struct site *site, const struct library *library,
               const struct edition *edition, struct error *error) {
    struct toolbox toolbox;
    struct channel channel;
    bool ok = toolbox_open(&toolbox, library, NULL, error);
    if (ok) {
        struct session session = {site, library, edition, &toolbox, NULL};
        log_info("Answering for edition %s: %zu tools", edition->name, toolbox.count);
        channel_open(&channel, STDIN_FILENO, STDOUT_FILENO);
        answer_all(&session, &channel);
        channel_close(&channel);
    }
    toolbox_close(&toolbox);
    return ok;
}

static void print_tool(const struct tool *tool) {
    printf("%s\n  %s\n", tool->name, tool->declaration->summary);
    for (size_t i = 0; i < tool->parameters.count; i++) {
        const struct parameter *parameter = &tool->parameters.items[i];
        char *type = parameter_type_text(parameter);
        char *fallback = parameter->fallback ? channel_text(parameter->fallback) : NULL;
        printf("    %s (%s%s%s): %s\n", parameter->name, type,
               parameter->required ? ", required"
               : fallback          ? ", default "
                                   : "",
               fallback ? fallback : "", parameter->meaning);
        free(fallback);
        free(type);
    }
}

bool serve_list(const struct library *library, struct error *error) {
    struct toolbox toolbox;
    bool ok = toolbox_open(&toolbox, library, NULL, error);
    for (size_t i = 0; ok && i < toolbox.count; i++)
        print_tool(&toolbox.tools[i]);
    toolbox_close(&toolbox);
    return ok;
}

bool serve_check(const struct site *site, const struct library *library,
                 const struct snapshot *snapshot, struct error *error) {
    struct toolbox toolbox;
    struct reader reader;
    reader_open_edition(snapshot, &site->editions.items[0], &reader);
    bool ok = toolbox_open(&toolbox, library, &reader, error);
    toolbox_close(&toolbox);
    reader_close(&reader);
    return ok;
}
