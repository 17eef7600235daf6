#include "base/process.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct child {
    pid_t pid;
    int output, complaint;
};

static bool start(const struct process *process, struct child *child, struct error *error) {
    int output[2], complaint[2];
    if (pipe2(output, O_CLOEXEC))
        return error_set(error, "%s: no pipe: %s", process->arguments[0], strerror(errno));
    if (pipe2(complaint, O_CLOEXEC)) {
        close(output[0]);
        close(output[1]);
        return error_set(error, "%s: no pipe: %s", process->arguments[0], strerror(errno));
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output[1], 1);
    posix_spawn_file_actions_adddup2(&actions, complaint[1], 2);
    int failure = posix_spawnp(&child->pid, process->arguments[0], &actions, NULL,
                               (char *const *)process->arguments,
                               (char *const *)process->environment);
    posix_spawn_file_actions_destroy(&actions);
    close(output[1]);
    close(complaint[1]);
    child->output = output[0];
    child->complaint = complaint[0];
    if (!failure)
        return true;
    close(output[0]);
    close(complaint[0]);
    return error_set(error, "%s: cannot be started: %s", process->arguments[0],
                     strerror(failure));
}

/* Reads once; false at the end of the stream. */
static bool take(int file, struct buffer *into) {
    char block[65536];
    ssize_t got = read(file, block, sizeof block);
    if (got > 0)
        buffer_add(into, block, (size_t)got);
    return got > 0 || (got < 0 && errno == EINTR);
}

static bool listen_to(const struct process *process, struct child *child,
                      struct buffer *output, struct buffer *complaint,
                      struct error *error) {
    enum { MOST_COMPLAINT = 4096 };
    int64_t deadline = clock_stopwatch_ms() + (int64_t)process->seconds * 1000;
    struct pollfd streams[] = {{child->output, POLLIN, 0}, {child->complaint, POLLIN, 0}};
    while (streams[0].fd >= 0 || streams[1].fd >= 0) {
        int64_t left = deadline - clock_stopwatch_ms();
        if (left <= 0 || !poll(streams, 2, (int)left))
            return error_set(error, "%s: took longer than %d seconds",
                             process->arguments[0], process->seconds);
        if (streams[0].revents && !take(child->output, output))
            streams[0].fd = -1;
        if (streams[1].revents && !take(child->complaint, complaint))
            streams[1].fd = -1;
        if (complaint->size > MOST_COMPLAINT)
            buffer_truncate(complaint, MOST_COMPLAINT);
        if (output->size > process->limit)
            return error_set(error, "%s: printed more than %zu bytes",
                             process->arguments[0], process->limit);
    }
    return true;
}

bool process_run(const struct process *process, struct buffer *output,
                 struct buffer *complaint, int *status, struct error *error) {
    struct child child;
    if (!start(process, &child, error))
        return false;
    bool ok = listen_to(process, &child, output, complaint, error);
    if (!ok)
        kill(child.pid, SIGKILL);
    close(child.output);
    close(child.complaint);
    int state = 0;
    while (waitpid(child.pid, &state, 0) < 0 && errno == EINTR)
        ;
    *status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
    return ok;
}
