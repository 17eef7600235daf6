#include "base/process.h"

#include "base/clock.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* TROUBLE: errno of what failed between fork and exec; nothing comes where all went well.
 */
enum stream { INPUT, OUTPUT, COMPLAINT, TROUBLE, STREAMS };

struct child {
    pid_t pid;
    int ours[STREAMS], theirs[STREAMS];
};

static bool is_program(const char *path) {
    struct stat status;
    return !stat(path, &status) && S_ISREG(status.st_mode) && !access(path, X_OK);
}

/* The path of PROGRAM, to be freed, or NULL; the current folder is not looked into. */
static char *find(const char *program) {
    const char *folder = getenv("PATH");
    if (strchr(program, '/'))
        return xstrdup(program);
    for (folder = folder ? folder : "/usr/bin:/bin"; *folder;) {
        int length = (int)strcspn(folder, ":");
        char *path = xasprintf("%.*s/%s", length, folder, program);
        if (*folder == '/' && is_program(path))
            return path;
        free(path);
        folder += length;
        folder += *folder == ':';
    }
    return NULL;
}

bool process_exists(const char *program) {
    char *path = find(program);
    bool found = path && is_program(path);
    free(path);
    return found;
}

static void close_one(int *file) {
    if (*file >= 0)
        close(*file);
    *file = -1;
}

static void close_all(int files[STREAMS]) {
    for (int i = 0; i < STREAMS; i++)
        close_one(&files[i]);
}

/* Input goes over a socket: writing to one whose reader is gone can be without a signal. */
static bool open_streams(struct child *child) {
    for (int i = 0; i < STREAMS; i++)
        child->ours[i] = child->theirs[i] = -1;
    for (int i = 0; i < STREAMS; i++) {
        int ends[2];
        if (i == INPUT ? socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)
                       : pipe2(ends, O_CLOEXEC)) {
            int failure = errno;
            close_all(child->ours);
            close_all(child->theirs);
            errno = failure;
            return false;
        }
        child->ours[i] = ends[0];
        child->theirs[i] = ends[1];
    }
    return true;
}

/* libcurl's sockets do not close themselves: whoever had them could speak in our name. */
static int keep_only(int file) {
    int kept = STDERR_FILENO + 1;
    if (file != kept)
        kept = dup3(file, kept, O_CLOEXEC);
    closefrom(STDERR_FILENO + 2);
    return kept;
}

/* In the child: only what is safe between fork and exec where there are threads. */
static void become(const struct process *process, const char *path, struct child *child,
                   pid_t parent) {
    setpgid(0, 0);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
    struct rlimit none = {0, 0}, memory = {process->memory, process->memory};
    setrlimit(RLIMIT_CORE, &none);
    if (process->memory)
        setrlimit(RLIMIT_AS, &memory);
    for (int i = INPUT; i <= COMPLAINT; i++)
        if (dup2(child->theirs[i], i) < 0)
            _exit(EXIT_FAILURE);
    int trouble = keep_only(child->theirs[TROUBLE]);
    if (!process->folder || !chdir(process->folder))
        execve(path, (char *const *)process->arguments,
               (char *const *)process->environment);
    int failure = errno;
    ssize_t told = write(trouble, &failure, sizeof failure);
    _exit(told > 0 ? EXIT_FAILURE : 127);
}

/* 0, or errno of what failed; the child is then gone. */
static int spawn(const struct process *process, const char *path, struct child *child) {
    int failure = 0;
    pid_t parent = getpid();
    child->pid = fork();
    if (child->pid < 0)
        return errno;
    if (!child->pid)
        become(process, path, child, parent);
    close_all(child->theirs);
    while (read(child->ours[TROUBLE], &failure, sizeof failure) < 0 && errno == EINTR)
        ;
    while (failure && waitpid(child->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    return failure;
}

static bool start(const struct process *process, struct child *child, struct error *error) {
    const char *name = process->arguments[0];
    if (!open_streams(child))
        return error_set(error, "%s: no pipe: %s", name, strerror(errno));
    char *path = find(name);
    int failure = path ? spawn(process, path, child) : ENOENT;
    free(path);
    if (!failure)
        return true;
    close_all(child->ours);
    close_all(child->theirs);
    return error_set(error, "%s: cannot be started: %s", name, strerror(failure));
}

/* Reads once; false at the end of the stream. */
static bool take(int file, struct buffer *into) {
    char block[65536];
    ssize_t got = read(file, block, sizeof block);
    if (got > 0)
        buffer_add(into, block, (size_t)got);
    return got > 0 || (got < 0 && errno == EINTR);
}

/* Writes once, from *GIVEN on; false where all is written or nobody reads it. */
static bool give(int socket, const struct process *process, size_t *given) {
    ssize_t sent = send(socket, process->input + *given, process->input_size - *given,
                        MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0)
        *given += (size_t)sent;
    return sent < 0 ? errno == EINTR || errno == EAGAIN : *given < process->input_size;
}

/* Returns false. */
static bool too_late(const struct process *process, struct error *error) {
    return error_set(error, "%s: took longer than %d seconds", process->arguments[0],
                     process->seconds);
}

/* Feeds it and reads it until it has closed its output. */
static bool talk(const struct process *process, struct child *child, int64_t deadline,
                 struct buffer *output, struct buffer *complaint, struct error *error) {
    enum { MOST_COMPLAINT = 4096 };
    int *files = child->ours;
    size_t given = 0;
    if (!process->input_size)
        close_one(&files[INPUT]);
    while (files[OUTPUT] >= 0 || files[COMPLAINT] >= 0) {
        struct pollfd streams[] = {{files[INPUT], POLLOUT, 0},
                                   {files[OUTPUT], POLLIN, 0},
                                   {files[COMPLAINT], POLLIN, 0}};
        int64_t left = deadline - clock_stopwatch_ms();
        int ready = left > 0 ? poll(streams, COUNT_OF(streams), (int)left) : 0;
        if (!ready)
            return too_late(process, error);
        if (ready < 0)
            continue;
        if (streams[INPUT].revents && !give(files[INPUT], process, &given))
            close_one(&files[INPUT]);
        if (streams[OUTPUT].revents && !take(files[OUTPUT], output))
            close_one(&files[OUTPUT]);
        if (streams[COMPLAINT].revents && !take(files[COMPLAINT], complaint))
            close_one(&files[COMPLAINT]);
        if (complaint->size > MOST_COMPLAINT)
            buffer_truncate(complaint, MOST_COMPLAINT);
        if (output->size > process->limit)
            return error_set(error, "%s: printed more than %zu bytes",
                             process->arguments[0], process->limit);
    }
    return true;
}

/* Its streams are closed, so its end is near; POSIX has no wait with a time limit. */
static bool await_end(const struct process *process, struct child *child, int64_t deadline,
                      int *state, struct error *error) {
    static const struct timespec moment = {0, 200000};
    for (;;) {
        pid_t ended = waitpid(child->pid, state, WNOHANG);
        if (ended == child->pid || (ended < 0 && errno != EINTR))
            return true;
        if (clock_stopwatch_ms() >= deadline)
            return too_late(process, error);
        nanosleep(&moment, NULL);
    }
}

static int status_of(int state) {
    return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

bool process_run(const struct process *process, struct buffer *output,
                 struct buffer *complaint, int *status, struct error *error) {
    struct child child;
    int state = 0;
    int64_t deadline = clock_stopwatch_ms() + (int64_t)process->seconds * 1000;
    if (!start(process, &child, error))
        return false;
    bool ok = talk(process, &child, deadline, output, complaint, error) &&
              await_end(process, &child, deadline, &state, error);
    close_all(child.ours);
    if (!ok) {
        kill(-child.pid, SIGKILL);
        while (waitpid(child.pid, &state, 0) < 0 && errno == EINTR)
            ;
    }
    *status = status_of(state);
    return ok;
}

static void never_block(int file) {
    fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK);
}

bool process_start(const struct process *process, struct running *running,
                   struct error *error) {
    struct child child;
    *running = (struct running){0, -1, -1, -1};
    if (!start(process, &child, error))
        return false;
    close_one(&child.ours[TROUBLE]);
    *running = (struct running){child.pid, child.ours[INPUT], child.ours[OUTPUT],
                                child.ours[COMPLAINT]};
    never_block(running->input);
    never_block(running->output);
    never_block(running->complaint);
    return true;
}

bool process_ended(struct running *running, int *status) {
    int state = 0;
    siginfo_t seen = {0};
    if (!running->pid ||
        waitid(P_PID, (id_t)running->pid, &seen, WEXITED | WNOHANG | WNOWAIT) ||
        !seen.si_pid)
        return false;
    process_signal(running, SIGKILL); /* while its number is certainly not another's */
    waitpid(running->pid, &state, 0);
    *status = status_of(state);
    running->pid = 0;
    return true;
}

void process_hang_up(int *file) {
    close_one(file);
}

void process_signal(const struct running *running, int signal) {
    if (running->pid)
        kill(-running->pid, signal);
}
