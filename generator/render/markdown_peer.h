/*
 * A peer: a process that was forked to talk over a socket.
 *
 * In:  what it is to run.
 * Out: bytes both ways, up to a deadline.
 * Holds: it has no files of the program but its socket and stderr, and ends with it.
 */
#ifndef RENDER_MARKDOWN_PEER_H
#define RENDER_MARKDOWN_PEER_H

#include "base/base.h"

#include <sys/types.h>

/* pid 0 where there is none. */
struct peer {
    pid_t pid;
    int socket;
};

static const int64_t PEER_FOREVER = INT64_MAX;

/* Forks a process that runs MAIN with its end of a new socket and never returns. */
bool peer_start(struct peer *peer, void (*main)(int socket));

/* Closes the socket and waits for its end: its wait status. */
int peer_end(struct peer *peer);

/* Sends or receives all SIZE bytes; false at the DEADLINE of the stopwatch, or where nobody
 * is there any more. */
bool peer_send(int socket, const void *bytes, size_t size, int64_t deadline);
bool peer_receive(int socket, void *bytes, size_t size, int64_t deadline);

/* Replaces the content of BUFFER by SIZE received bytes. */
bool peer_receive_into(int socket, struct buffer *buffer, size_t size, int64_t deadline);

/* Opens /dev/null as FILE. */
void peer_close_stream(int file);

#endif
