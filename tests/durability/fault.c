/*
 * Fails or kills at a chosen call: loaded before the program with LD_PRELOAD.
 *
 * FAULT_BOARD  a file that all processes of a run share: how many calls there were, which
 *              process was first, and what was done
 * FAULT_CALLS  "files" (open, read, write, rename ... and what starts processes) or "memory"
 * FAULT_AT     which call, from 1 on; 0: none, they are counted only
 * FAULT_HOW    "once": that call fails; "full": from it on whatever needs room on the disk
 *              fails, in every process; "kill": the first process and the one that calls are
 *              killed, where it writes with half of it written
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct board {
    atomic_long calls, done; /* done: faults so far */
    pid_t first;
    char what[120];
};

static struct board *board;
static long at;
static char how;
static int wants_memory, quiet;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULT_BOARD"), *calls = getenv("FAULT_CALLS");
    if (!path || !calls)
        return;
    quiet = 1;
    int file = REAL(open)(path, O_RDWR | O_CLOEXEC);
    void *mapped = REAL(mmap)(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    quiet = 0;
    if (mapped == MAP_FAILED)
        abort();
    at = atol(getenv("FAULT_AT"));
    how = *getenv("FAULT_HOW");
    wants_memory = *calls == 'm';
    struct board *shared = mapped;
    if (!shared->first)
        shared->first = getpid();
    board = shared;
}

/* Counts a call; true where it is to fail. */
static int hit(int memory, int needs_room, const char *name, const char *detail) {
    if (!board || quiet || memory != wants_memory)
        return 0;
    long number = atomic_fetch_add(&board->calls, 1) + 1;
    int now = at && (how == 'f' ? number >= at && needs_room : number == at);
    if (now && atomic_fetch_add(&board->done, 1) == 0) {
        quiet = 1;
        snprintf(board->what, sizeof board->what, "%s %s", name, detail ? detail : "");
        quiet = 0;
    }
    return now;
}

static void end_all(void) {
    kill(board->first, SIGKILL);
    kill(getpid(), SIGKILL);
}

#define FAULT(room, name, detail, code, failure)                                           \
    if (hit(0, room, name, detail)) {                                                      \
        if (how == 'k')                                                                    \
            end_all();                                                                     \
        errno = code;                                                                      \
        return failure;                                                                    \
    }

#define OPEN(open)                                                                         \
    int open(const char *path, int flags, ...) {                                           \
        va_list rest;                                                                      \
        va_start(rest, flags);                                                             \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                          \
        va_end(rest);                                                                      \
        FAULT(flags &O_CREAT, #open, path, flags &O_CREAT ? ENOSPC : EMFILE, -1)           \
        return REAL(open)(path, flags, mode);                                              \
    }
OPEN(open)
OPEN(open64)

ssize_t read(int file, void *bytes, size_t size) {
    FAULT(0, "read", NULL, EIO, -1)
    return REAL(read)(file, bytes, size);
}

#define PREAD(pread, offset_type)                                                          \
    ssize_t pread(int file, void *bytes, size_t size, offset_type offset) {                \
        FAULT(0, #pread, NULL, EIO, -1)                                                    \
        return REAL(pread)(file, bytes, size, offset);                                     \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

static int is_disk(int file) {
    struct stat status;
    return !fstat(file, &status) && S_ISREG(status.st_mode);
}

ssize_t write(int file, const void *bytes, size_t size) {
    int disk = is_disk(file);
    if (file > 2 && hit(0, disk, "write", NULL)) {
        if (how == 'k') {
            REAL(write)(file, bytes, size / 2);
            end_all();
        }
        errno = disk ? ENOSPC : EIO;
        return -1;
    }
    return REAL(write)(file, bytes, size);
}

#define PWRITE(pwrite, offset_type)                                                        \
    ssize_t pwrite(int file, const void *bytes, size_t size, offset_type offset) {         \
        if (hit(0, 1, #pwrite, NULL)) {                                                    \
            if (how == 'k') {                                                              \
                REAL(pwrite)(file, bytes, size / 2, offset);                               \
                end_all();                                                                 \
            }                                                                              \
            errno = ENOSPC;                                                                \
            return -1;                                                                     \
        }                                                                                  \
        return REAL(pwrite)(file, bytes, size, offset);                                    \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

int rename(const char *from, const char *to) {
    FAULT(0, "rename", to, EIO, -1)
    return REAL(rename)(from, to);
}
int link(const char *from, const char *to) {
    FAULT(1, "link", to, EIO, -1)
    return REAL(link)(from, to);
}
int unlink(const char *path) {
    FAULT(0, "unlink", path, EIO, -1)
    return REAL(unlink)(path);
}
int mkdir(const char *path, mode_t mode) {
    FAULT(1, "mkdir", path, ENOSPC, -1)
    return REAL(mkdir)(path, mode);
}
int fchmod(int file, mode_t mode) {
    FAULT(0, "fchmod", NULL, EIO, -1)
    return REAL(fchmod)(file, mode);
}
int fsync(int file) {
    FAULT(0, "fsync", NULL, EIO, -1)
    return REAL(fsync)(file);
}
int fdatasync(int file) {
    FAULT(0, "fdatasync", NULL, EIO, -1)
    return REAL(fdatasync)(file);
}
#define FTRUNCATE(ftruncate, offset_type)                                                  \
    int ftruncate(int file, offset_type size) {                                            \
        FAULT(0, #ftruncate, NULL, EIO, -1)                                                \
        return REAL(ftruncate)(file, size);                                                \
    }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)
int close(int file) {
    if (is_disk(file)) {
        /* As on a network's disk: what was written is refused now; the file is closed. */
        if (hit(0, 0, "close", NULL)) {
            if (how == 'k')
                end_all();
            REAL(close)(file);
            errno = EIO;
            return -1;
        }
    }
    return REAL(close)(file);
}
#define MMAP(mmap, offset_type)                                                            \
    void *mmap(void *where, size_t size, int protection, int flags, int file,              \
               offset_type offset) {                                                       \
        FAULT(0, #mmap, NULL, ENOMEM, MAP_FAILED)                                          \
        return REAL(mmap)(where, size, protection, flags, file, offset);                   \
    }
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)

pid_t fork(void) {
    FAULT(0, "fork", NULL, EAGAIN, -1)
    return REAL(fork)();
}
int pipe2(int ends[2], int flags) {
    FAULT(0, "pipe2", NULL, EMFILE, -1)
    return REAL(pipe2)(ends, flags);
}
int socketpair(int domain, int type, int protocol, int ends[2]) {
    FAULT(0, "socketpair", NULL, EMFILE, -1)
    return REAL(socketpair)(domain, type, protocol, ends);
}

/* glibc's own names: dlsym() itself may allocate. */
extern void *__libc_malloc(size_t size), *__libc_calloc(size_t count, size_t size),
    *__libc_realloc(void *old, size_t size);

#define MEMORY(name)                                                                       \
    if (hit(1, 0, name, NULL)) {                                                           \
        if (how == 'k')                                                                    \
            end_all();                                                                     \
        errno = ENOMEM;                                                                    \
        return NULL;                                                                       \
    }
void *malloc(size_t size) {
    MEMORY("malloc")
    return __libc_malloc(size);
}
void *calloc(size_t count, size_t size) {
    MEMORY("calloc")
    return __libc_calloc(count, size);
}
void *realloc(void *old, size_t size) {
    MEMORY("realloc")
    return __libc_realloc(old, size);
}
