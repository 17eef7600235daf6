/*
 * Fails or kills at a chosen call: loaded before the program with LD_PRELOAD.
 *
 * FAULT_BOARD  a file that all processes of a run share: how many calls there were, which
 *              process was first, what was done, and the places
 * FAULT_CALLS  "files" (open, read, write, rename ... and what starts processes) or "memory"
 * FAULT_AT     which call, from 1 on; 0: none, they are counted only
 * FAULT_PLACE  "all": each place is noted, with its first call; a place: its first call from
 *              FAULT_AT on is the one, since the same call may have another number in another run
 * FAULT_HOW    "once": that call fails; "full": from it on whatever needs room on the disk
 *              fails, in every process, and other calls do not count; "kill": the first process
 *              and the one that calls are killed, where it writes with half of it written
 *
 * A place is a hash of the call's name and of where its callers are, each once however deep they
 * recurse; of memory's calls, which are many more, only the callers in the program itself.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unwind.h>

enum { PLACES = 1 << 14 };

struct board {
    atomic_long calls, done; /* done: faults so far */
    pid_t first;
    char what[492];
    struct {
        atomic_ulong place; /* 0: none */
        long call;
    } places[PLACES]; /* a hash table */
};

static struct board *board;
static long at;
static unsigned long wanted;
static int lists;
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
    const char *place = getenv("FAULT_PLACE");
    lists = place && !strcmp(place, "all");
    wanted = place && !lists ? strtoul(place, NULL, 10) : 0;
    how = *getenv("FAULT_HOW");
    wants_memory = *calls == 'm';
    struct board *shared = mapped;
    if (!shared->first)
        shared->first = getpid();
    board = shared;
}

/* The callers of a call, those in the program itself as they stand in its file. */
struct callers {
    unsigned long hash;
    int count, own_count;
    unsigned long seen[512], own[512];
};

static unsigned long mix(unsigned long hash, unsigned long value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static _Unwind_Reason_Code add_caller(struct _Unwind_Context *context, void *data) {
    struct callers *callers = data;
    unsigned long address = _Unwind_GetIP(context);
    struct dl_find_object object;
    if (!address || _dl_find_object((void *)address, &object))
        return _URC_NO_REASON;
    int is_own = !*object.dlfo_link_map->l_name;
    address -= object.dlfo_link_map->l_addr;
    for (int i = 0; i < callers->count; i++)
        if (callers->seen[i] == address)
            return _URC_NO_REASON;
    if ((wants_memory && !is_own) || callers->count == 512)
        return _URC_NO_REASON;
    callers->seen[callers->count++] = address;
    callers->hash = mix(callers->hash, address);
    if (is_own)
        callers->own[callers->own_count++] = address;
    return _URC_NO_REASON;
}

static void find_callers(const char *name, struct callers *callers) {
    callers->count = callers->own_count = 0;
    callers->hash = 1;
    for (; *name; name++)
        callers->hash = mix(callers->hash, (unsigned char)*name);
    _Unwind_Backtrace(add_caller, callers);
}

static void note(unsigned long place, long call) {
    for (unsigned long i = place, tries = 0; tries < PLACES; i++, tries++) {
        unsigned long none = 0;
        if (atomic_compare_exchange_strong(&board->places[i % PLACES].place, &none, place))
            board->places[i % PLACES].call = call;
        if (none == 0 || none == place)
            return;
    }
    abort();
}

static void tell(const char *name, const char *detail, const struct callers *callers) {
    size_t size = sizeof board->what;
    int length = snprintf(board->what, size, "%s %s from", name, detail ? detail : "");
    for (int i = 0; i < callers->own_count && length + 20 < (int)size; i++)
        length += snprintf(board->what + length, size - (size_t)length, " 0x%lx", callers->own[i]);
}

/* Counts a call; true where it is to fail. */
static int hit(int memory, int needs_room, const char *name, const char *detail) {
    if (!board || quiet || memory != wants_memory || (how == 'f' && !needs_room))
        return 0;
    long number = atomic_fetch_add(&board->calls, 1) + 1;
    if (board->done)
        return how == 'f';
    if (!lists && (!at || (wanted ? number < at : number != at)))
        return 0;
    quiet = 1;
    struct callers callers;
    find_callers(name, &callers);
    if (lists)
        note(callers.hash, number);
    int now = !lists && (!wanted || callers.hash == wanted) && atomic_fetch_add(&board->done, 1) == 0;
    if (now)
        tell(name, detail, &callers);
    quiet = 0;
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

static int is_disk(int file) {
    struct stat status;
    return !REAL(fstat)(file, &status) && S_ISREG(status.st_mode);
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
/* What fails as a whole: whether it needs room, how it fails and what it works on. */
#define CALL(type, name, room, code, failure, detail, parameters, arguments)               \
    type name parameters {                                                                 \
        FAULT(room, #name, detail, code, failure)                                          \
        return REAL(name) arguments;                                                       \
    }
#define PREAD(name, offset_type)                                                           \
    CALL(ssize_t, name, 0, EIO, -1, NULL,                                                  \
         (int file, void *bytes, size_t size, offset_type offset),                         \
         (file, bytes, size, offset))
#define FTRUNCATE(name, offset_type)                                                       \
    CALL(int, name, 0, EIO, -1, NULL, (int file, offset_type size), (file, size))
#define MMAP(name, offset_type)                                                            \
    CALL(void *, name, 0, ENOMEM, MAP_FAILED, NULL,                                        \
         (void *where, size_t size, int protection, int flags, int file,                   \
          offset_type offset),                                                             \
         (where, size, protection, flags, file, offset))
#define STAT(name, status_type)                                                            \
    CALL(int, name, 0, EIO, -1, path, (const char *path, status_type *status),             \
         (path, status))
#define FSTAT(name, status_type)                                                           \
    CALL(int, name, 0, EIO, -1, NULL, (int file, status_type *status), (file, status))
#define FCNTL(name)                                                                        \
    int name(int file, int command, ...) {                                                 \
        va_list rest;                                                                      \
        va_start(rest, command);                                                           \
        void *argument = va_arg(rest, void *);                                             \
        va_end(rest);                                                                      \
        FAULT(0, #name, NULL, ENOLCK, -1)                                                  \
        return REAL(name)(file, command, argument);                                        \
    }

/* clang-format off */
PREAD(pread, off_t)
PREAD(pread64, off64_t)
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)
STAT(stat, struct stat)
STAT(stat64, struct stat64)
STAT(lstat, struct stat)
STAT(lstat64, struct stat64)
FSTAT(fstat, struct stat)
FSTAT(fstat64, struct stat64)
FCNTL(fcntl)
FCNTL(fcntl64)
CALL(ssize_t, read, 0, EIO, -1, NULL, (int file, void *bytes, size_t size), (file, bytes, size))
CALL(int, access, 0, EIO, -1, path, (const char *path, int mode), (path, mode))
CALL(int, rename, 0, EIO, -1, to, (const char *from, const char *to), (from, to))
CALL(int, link, 1, EIO, -1, to, (const char *from, const char *to), (from, to))
CALL(int, unlink, 0, EIO, -1, path, (const char *path), (path))
CALL(int, mkdir, 1, ENOSPC, -1, path, (const char *path, mode_t mode), (path, mode))
CALL(char *, mkdtemp, 1, ENOSPC, NULL, path, (char *path), (path))
CALL(int, rmdir, 0, EIO, -1, path, (const char *path), (path))
CALL(char *, getcwd, 0, ENOENT, NULL, NULL, (char *path, size_t size), (path, size))
CALL(DIR *, opendir, 0, EMFILE, NULL, path, (const char *path), (path))
CALL(struct dirent *, readdir, 0, EIO, NULL, NULL, (DIR *folder), (folder))
CALL(FILE *, fopen, 0, EMFILE, NULL, path, (const char *path, const char *mode), (path, mode))
CALL(int, fchmod, 0, EIO, -1, NULL, (int file, mode_t mode), (file, mode))
CALL(int, fsync, 0, EIO, -1, NULL, (int file), (file))
CALL(int, fdatasync, 0, EIO, -1, NULL, (int file), (file))
CALL(int, flock, 0, ENOLCK, -1, NULL, (int file, int operation), (file, operation))
CALL(int, dup2, 0, EBUSY, -1, NULL, (int from, int to), (from, to))
CALL(int, pipe2, 0, EMFILE, -1, NULL, (int ends[2], int flags), (ends, flags))
CALL(int, socketpair, 0, EMFILE, -1, NULL, (int domain, int type, int protocol, int ends[2]), (domain, type, protocol, ends))
CALL(ssize_t, send, 0, EPIPE, -1, NULL, (int socket, const void *bytes, size_t size, int flags), (socket, bytes, size, flags))
CALL(ssize_t, recv, 0, ECONNRESET, -1, NULL, (int socket, void *bytes, size_t size, int flags), (socket, bytes, size, flags))
CALL(int, poll, 0, EINTR, -1, NULL, (struct pollfd *files, nfds_t count, int timeout), (files, count, timeout))
CALL(pid_t, fork, 0, EAGAIN, -1, NULL, (void), ())
CALL(pid_t, waitpid, 0, EINTR, -1, NULL, (pid_t process, int *status, int options), (process, status, options))
CALL(int, getrlimit, 0, EPERM, -1, NULL, (__rlimit_resource_t resource, struct rlimit *limit), (resource, limit))
CALL(int, setrlimit, 0, EPERM, -1, NULL, (__rlimit_resource_t resource, const struct rlimit *limit), (resource, limit))
/* clang-format on */

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
