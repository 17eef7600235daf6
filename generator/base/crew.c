#include "base/crew.h"

#include "base/memory.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum {
    FULL = 1 << 16,   /* bytes that are gathered before they are sent */
    MOST_WORKERS = 64 /* more would wait for the disk */
};

enum kind { MESSAGE, FAILED, MISTAKEN }; /* the latter two: the text of an error */

/* What goes through a pipe: one of these, then as many bytes as it says. */
struct header {
    uint32_t kind, size;
    uint64_t job;
};

/* What all workers see. */
struct board {
    atomic_size_t next;
    atomic_bool stop;
};

/* A worker's end. */
struct crew {
    int pipe;
    size_t job;
    struct buffer unsent;
};

/* A worker as it is seen from outside. */
struct worker {
    pid_t pid;
    int pipe;
    struct buffer heard;
};

static void send_unsent(struct crew *crew) {
    const char *at = buffer_text(&crew->unsent);
    for (size_t left = crew->unsent.size; left;) {
        ssize_t put = write(crew->pipe, at, left);
        if (put < 0 && errno != EINTR)
            _exit(EXIT_FAILURE); /* nobody listens */
        if (put > 0) {
            at += put;
            left -= (size_t)put;
        }
    }
    buffer_clear(&crew->unsent);
}

static void tell(struct crew *crew, enum kind kind, const void *message, size_t size) {
    struct header header = {kind, (uint32_t)size, crew->job};
    assert(size <= UINT32_MAX);
    buffer_add(&crew->unsent, &header, sizeof header);
    buffer_add(&crew->unsent, message, size);
    if (crew->unsent.size >= FULL)
        send_unsent(crew);
}

void crew_tell(struct crew *crew, const void *message, size_t size) {
    tell(crew, MESSAGE, message, size);
}

static void be_worker(const struct crew_task *task, struct board *board, size_t number,
                      int pipe) {
    struct crew crew = {.pipe = pipe};
    struct error error = {0};
    void *worker = task->begin(task->owner, number);
    while (!atomic_load(&board->stop) &&
           (crew.job = atomic_fetch_add(&board->next, 1)) < task->jobs) {
        if (task->work(task->owner, worker, crew.job, &crew, &error))
            continue;
        atomic_store(&board->stop, true);
        tell(&crew, error.kind == ERROR_CONFIGURATION ? MISTAKEN : FAILED, error.text,
             strlen(error.text));
        error_free(&error);
        break;
    }
    task->end(task->owner, worker);
    send_unsent(&crew);
    buffer_free(&crew.unsent);
}

static bool hire(const struct crew_task *task, struct board *board, size_t number,
                 struct worker *worker) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC))
        return false;
    pid_t parent = getpid();
    fflush(NULL);
    worker->pid = fork();
    if (!worker->pid) {
        crew_follow(parent);
        close(ends[0]);
        be_worker(task, board, number, ends[1]);
        _exit(EXIT_SUCCESS);
    }
    close(ends[1]);
    worker->pipe = ends[0];
    if (worker->pid < 0)
        close(ends[0]);
    return worker->pid > 0;
}

/* The lowest job that failed so far, and how. */
struct failure {
    size_t job;
    struct error error;
};

static void note_failure(struct failure *failure, size_t job, enum kind kind,
                         const char *text, size_t size) {
    if (failure->error.kind && failure->job <= job)
        return;
    error_free(&failure->error);
    failure->job = job;
    failure->error.text = xstrndup(text, size);
    failure->error.kind = kind == MISTAKEN ? ERROR_CONFIGURATION : ERROR_FAILED;
}

/* Takes the whole messages from what was heard. */
static void take_messages(const struct crew_task *task, struct worker *worker,
                          struct failure *failure) {
    const char *at = buffer_text(&worker->heard);
    size_t left = worker->heard.size;
    struct header header;
    while (left >= sizeof header) {
        memcpy(&header, at, sizeof header);
        if (left - sizeof header < header.size)
            break;
        at += sizeof header;
        if (header.kind == MESSAGE)
            task->hear(task->owner, header.job, at, header.size);
        else
            note_failure(failure, header.job, (enum kind)header.kind, at, header.size);
        at += header.size;
        left -= sizeof header + header.size;
    }
    struct buffer rest = {0};
    buffer_add(&rest, at, left);
    buffer_free(&worker->heard);
    worker->heard = rest;
}

/* Reads once; false at the end, when it is seen how the worker ended. */
static bool listen_to(const struct crew_task *task, struct worker *worker,
                      struct failure *failure) {
    char block[FULL];
    ssize_t got = read(worker->pipe, block, sizeof block);
    if (got < 0 && errno == EINTR)
        return true;
    if (got > 0) {
        buffer_add(&worker->heard, block, (size_t)got);
        take_messages(task, worker, failure);
        return true;
    }
    int status = 0;
    close(worker->pipe);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    char *how = WIFSIGNALED(status)
                    ? xasprintf("a worker process was ended by signal %d", WTERMSIG(status))
                    : xasprintf("a worker process failed");
    if (status)
        note_failure(failure, task->jobs, FAILED, how, strlen(how));
    free(how);
    buffer_free(&worker->heard);
    worker->pid = 0;
    return false;
}

static void listen_to_all(const struct crew_task *task, struct worker *workers,
                          size_t count, struct failure *failure) {
    struct pollfd *streams = xcalloc(count, sizeof *streams);
    size_t left = count;
    for (size_t i = 0; i < count; i++)
        streams[i] = (struct pollfd){workers[i].pipe, POLLIN, 0};
    while (left) {
        if (poll(streams, count, -1) < 0)
            continue;
        for (size_t i = 0; i < count; i++)
            if (streams[i].fd >= 0 && streams[i].revents &&
                !listen_to(task, &workers[i], failure)) {
                streams[i].fd = -1;
                left--;
            }
    }
    free(streams);
}

bool crew_run(const struct crew_task *task, size_t workers, struct error *error) {
    struct worker hired[MOST_WORKERS] = {0};
    struct failure failure = {0};
    struct board *board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    bool shared = board != MAP_FAILED;
    size_t count = 0;
    while (shared && count < workers && count < MOST_WORKERS && count < task->jobs &&
           hire(task, board, count, &hired[count]))
        count++;
    if (!count && task->jobs)
        error_set(error, "no worker process: %s", strerror(errno));
    task->ready(task->owner);
    listen_to_all(task, hired, count, &failure);
    error_move(error, &failure.error);
    if (shared)
        munmap(board, sizeof *board);
    return !error->kind;
}

void crew_follow(pid_t parent) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
}

size_t crew_processors(void) {
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
    return count > 1 ? (size_t)count : 1;
}
