/*
 * A transfer: one HTTP request and its answer. No redirects, no second try, no waiting.
 *
 * Holds: no more than TRANSFER_MOST_BYTES of a body are kept, counted after inflating
 * (libcurl 7.88 does not count those itself); an answer with more headers than are kept is
 * none, because one that is left out could name the next page; only http and https; TLS is
 * verified, against the certificates in the file SSL_CERT_FILE where that is set.
 */
#ifndef COLLECT_TRANSFER_H
#define COLLECT_TRANSFER_H

#include "declare/declare.h"

#include <curl/curl.h>

enum { TRANSFER_MOST_BYTES = 64 << 20 };

/* What became of a piece of the body: not wanted here, kept by the taster, or kept and the
 * last that is needed. */
enum taste { TASTE_KEEP, TASTE_TAKEN, TASTE_ENOUGH };

/* A header line of the answer. */
struct transfer_header {
    char *name, *value; /* the name in lower case */
};

struct transfer {
    CURL *curl;
    char *url;
    char *body;                 /* what is sent with POST, or NULL for GET */
    const char *type;           /* of the body; borrowed */
    struct curl_slist *headers; /* what is sent; more may be added before it starts */
    struct buffer answer;
    struct {
        struct transfer_header *items;
        size_t count, capacity;
    } got;                 /* headers of the answer */
    const char *too_large; /* what is larger than we take, in words; NULL: nothing */
    size_t taken;          /* bytes of the body by now */

    /* Where set, takes the body bit by bit; what it answers decides what becomes of it. */
    enum taste (*taste)(void *context, const char *bytes, size_t size);
    void *context;
    bool enough; /* the rest was not wanted: the end of the transfer is no failure */
};

/* Makes TRANSFER ready for one request to URL; BODY NULL means GET, else POST with
 * TYPE as its content type, unless a header added later tells another. To be freed. */
void transfer_open(struct transfer *transfer, const char *url, const char *body,
                   const char *type);

/* Adds what the fields "header: NAME: VALUE" of DECLARATION say. */
void transfer_add_declared(struct transfer *transfer,
                           const struct declaration *declaration);

/* Adds "NAME: VALUE" to what is sent. */
void transfer_add_header(struct transfer *transfer, const char *name, const char *value);

/* Hands what is sent to libcurl: to be called once, last of all. */
void transfer_ready(struct transfer *transfer);

/* Sends it and waits for the answer: its status, 0 where none came. */
int transfer_run(struct transfer *transfer);

/* The answer's status. */
int transfer_status(const struct transfer *transfer);

/* Why no answer came, in words without the path of the address. The caller frees it. */
char *transfer_problem(const struct transfer *transfer, CURLcode code);

/* Adds ": WORDS" of somebody else's, cut, on one line; nothing where they are NULL or "".
 */
void transfer_add_words(struct buffer *text, const char *words);

/* "HTTP 404: Not Found": the STATUS of an answer and what its JSON says about it, cut. The
 * caller frees it. */
char *transfer_words(const struct transfer *transfer, int status);

/* The value of an answer's header, in whatever case NAME is; NULL where there is none.
 * Borrowed. */
const char *transfer_header(const struct transfer *transfer, const char *name);

void transfer_free(struct transfer *transfer);

#endif
