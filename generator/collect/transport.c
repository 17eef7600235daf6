#include "collect/transport.h"

#include "collect/recording.h"
#include "collect/url.h"

#include <stdlib.h>
#include <string.h>

static const struct transport *const transports[] = {&http_transport, &git_transport,
                                                     &file_transport, &mcp_transport};

void answer_free(struct answer *answer) {
    buffer_free(&answer->body);
    free(answer->url);
    free(answer->next);
    free(answer->last);
    free(answer->page_token);
    free(answer->etag);
    free(answer->modified);
    free(answer->problem);
    *answer = (struct answer){0};
}

static const struct transport *find_transport(const char *name) {
    for (size_t i = 0; i < COUNT_OF(transports); i++)
        if (!strcmp(transports[i]->name, name))
            return transports[i];
    return NULL;
}

void errand_add(struct exchange *exchange) {
    const struct errand *errand = exchange->errand;
    struct transfer *transfer = &exchange->transfer;
    bool at_home = url_same_origin(exchange->url, exchange->session->url);
    for (size_t i = 0; at_home && i < errand->headers.count; i++)
        transfer->headers = curl_slist_append(transfer->headers, errand->headers.items[i]);
    if (!strcmp(errand->method, "DELETE"))
        curl_easy_setopt(transfer->curl, CURLOPT_CUSTOMREQUEST, "DELETE");
    if (errand->seconds)
        curl_easy_setopt(transfer->curl, CURLOPT_TIMEOUT, (long)errand->seconds);
    transfer->taste = errand->taste;
    transfer->context = exchange;
    if (errand->sent)
        errand->sent(exchange);
}

bool session_open(const struct site *site, const struct source *source,
                  const struct system *system, const struct settings *settings,
                  struct session *session, struct error *error) {
    *session = (struct session){
        .site = site,
        .settings = settings,
        .source = source,
        .system = system,
        .transport = find_transport(declaration_field(&system->self, "transport", "")),
        .url =
            settings_value(settings, "url", declaration_field(&system->self, "url", NULL)),
    };
    if (!limits_read(site, system, settings, &session->limits, error))
        return false;
    host_open(&session->host, system, &session->limits);
    if (session->transport->network)
        session->auth = auth_open(site, source, system, settings, error);
    if (session->transport->network && !session->auth)
        return false;
    if (session->transport->open &&
        !session->transport->open(session, site, settings, error))
        return false;
    if (source->replay)
        session->recordings = recordings_open(source->replay, error);
    return !source->replay || session->recordings;
}

void session_close(struct session *session) {
    if (session->transport && session->transport->close)
        session->transport->close(session);
    if (session->recordings)
        recordings_close(session->recordings);
    if (session->auth)
        auth_close(session->auth);
    host_close(&session->host);
    *session = (struct session){0};
}
