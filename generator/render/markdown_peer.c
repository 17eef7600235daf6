#include "render/markdown_peer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* Waits until SOCKET is ready for EVENT; false at the DEADLINE of the stopwatch. */
static bool await(int socket, short event, int64_t deadline) {
    struct pollfd stream = {socket, event, 0};
    for (;;) {
        int64_t left = deadline - clock_stopwatch_ms();
        if (left <= 0)
            return false;
        int ready = poll(&stream, 1, deadline == PEER_FOREVER ? -1 : (int)left);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return ready > 0;
    }
}

static bool would_wait(void) {
    return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
}

bool peer_send(int socket, const void *bytes, size_t size, int64_t deadline) {
    for (const char *at = bytes; size;) {
        ssize_t sent = send(socket, at, size, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (!would_wait() || !await(socket, POLLOUT, deadline)))
            return false;
        if (sent > 0) {
            at += sent;
            size -= (size_t)sent;
        }
    }
    return true;
}

bool peer_receive(int socket, void *bytes, size_t size, int64_t deadline) {
    for (char *at = bytes; size;) {
        ssize_t got = recv(socket, at, size, MSG_DONTWAIT);
        if (!got || (got < 0 && (!would_wait() || !await(socket, POLLIN, deadline))))
            return false;
        if (got > 0) {
            at += got;
            size -= (size_t)got;
        }
    }
    return true;
}

bool peer_receive_into(int socket, struct buffer *buffer, size_t size, int64_t deadline) {
    char block[65536];
    buffer_clear(buffer);
    while (size) {
        size_t part = size < sizeof block ? size : sizeof block;
        if (!peer_receive(socket, block, part, deadline))
            return false;
        buffer_add(buffer, block, part);
        size -= part;
    }
    return true;
}

void peer_close_stream(int file) {
    int nothing = open("/dev/null", O_RDWR);
    if (nothing >= 0 && nothing != file) {
        dup2(nothing, file);
        close(nothing);
    }
}

/* Keeps stderr and the socket, whose new number is given, and lets go of all other files.
 */
static int keep_only(int socket) {
    int away = fcntl(socket, F_DUPFD, STDERR_FILENO + 2);
    peer_close_stream(STDIN_FILENO);
    peer_close_stream(STDOUT_FILENO);
    socket = dup2(away, STDERR_FILENO + 1);
    closefrom(STDERR_FILENO + 2);
    return socket;
}

bool peer_start(struct peer *peer, void (*main)(int socket)) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        return false;
    pid_t parent = getpid();
    pid_t pid = fork();
    if (!pid) {
        crew_follow(parent);
        main(keep_only(ends[1]));
        _exit(EXIT_SUCCESS);
    }
    int reason = errno;
    close(ends[1]);
    if (pid > 0)
        *peer = (struct peer){pid, fcntl(ends[0], F_DUPFD_CLOEXEC, STDERR_FILENO + 1)};
    close(ends[0]);
    errno = reason;
    return pid > 0;
}

/* Its wait status. Other processes may have the socket too, so that closing it alone would
 * tell the peer nothing. */
int peer_end(struct peer *peer) {
    int status = 0;
    if (!peer->pid)
        return status;
    shutdown(peer->socket, SHUT_RDWR);
    close(peer->socket);
    while (waitpid(peer->pid, &status, 0) < 0 && errno == EINTR)
        ;
    *peer = (struct peer){0, -1};
    return status;
}
