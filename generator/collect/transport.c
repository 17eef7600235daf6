#include "collect/transport.h"

#include "collect/recording.h"

#include <stdlib.h>
#include <string.h>

static const struct transport *const transports[] = {&http_transport, &git_transport};

void answer_free(struct answer *answer) {
    buffer_free(&answer->body);
    free(answer->next);
    free(answer->problem);
    *answer = (struct answer){0};
}

static const struct transport *find_transport(const char *name) {
    for (size_t i = 0; i < COUNT_OF(transports); i++)
        if (!strcmp(transports[i]->name, name))
            return transports[i];
    return NULL;
}

bool session_open(const struct source *source, const struct system *system,
                  const struct settings *settings, struct session *session,
                  struct error *error) {
    *session = (struct session){
        .source = source,
        .system = system,
        .transport = find_transport(declaration_field(&system->self, "transport", "")),
        .url =
            settings_value(settings, "url", declaration_field(&system->self, "url", NULL)),
    };
    if (source->replay) {
        session->recordings = recordings_open(source->replay, error);
        return session->recordings != NULL;
    }
    session->handle = session->transport->open(session);
    return true;
}

void session_fetch(struct session *session, const struct request *request, const char *next,
                   struct answer *answer) {
    char *target = session->transport->target(session, request, next);
    *answer = (struct answer){0};
    if (session->recordings)
        recordings_play(session->recordings, target, answer);
    else if (session->offline && session->transport->network)
        answer->offline = true;
    else
        session->transport->fetch(session, request, next, answer);
    if (session->record && !session->recordings && answer->status)
        recording_write(session->record, session->source->name, target, answer);
    free(target);
}

void session_close(struct session *session) {
    if (session->recordings)
        recordings_close(session->recordings);
    else if (session->handle)
        session->transport->close(session->handle);
    *session = (struct session){0};
}
