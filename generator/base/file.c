#include "base/file.h"

#include "base/digest.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_read_open(int file, const char *name, size_t limit, struct buffer *content,
                    struct error *error) {
    char block[65536];
    size_t before = content->size;
    ssize_t got;
    while ((got = read(file, block, sizeof block)) > 0) {
        if (content->size - before + (size_t)got > limit)
            return error_set(error, "%s: larger than %zu bytes", name, limit);
        buffer_add(content, block, (size_t)got);
    }
    return got == 0 || error_set(error, "%s: %s", name, strerror(errno));
}

bool file_read(const char *path, size_t limit, struct buffer *content,
               struct error *error) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return error_set(error, "%s: %s", path, strerror(errno));
    bool ok = file_read_open(file, path, limit, content, error);
    close(file);
    return ok;
}

int64_t file_modified(const struct stat *info) {
    return (int64_t)info->st_mtim.tv_sec * 1000000000 + info->st_mtim.tv_nsec;
}

bool file_same_time(int64_t now, int64_t then) {
    enum { SECOND = 1000000000 };
    return now == then || (now % SECOND == 0 && now / SECOND == then / SECOND);
}

/* Compares as it reads: what differs mostly does so soon. */
static bool file_holds(const char *path, const char *bytes, size_t size) {
    char block[65536];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = -1;
    while (file >= 0 && (got = read(file, block, sizeof block)) > 0 &&
           (size_t)got <= size && !memcmp(block, bytes, (size_t)got)) {
        bytes += got;
        size -= (size_t)got;
    }
    if (file >= 0)
        close(file);
    return got == 0 && !size;
}

static bool holds_just(const char *path, const void *bytes, size_t size,
                       int64_t *modified) {
    struct stat info;
    if (stat(path, &info) || !S_ISREG(info.st_mode) || (size_t)info.st_size != size)
        return false;
    *modified = file_modified(&info);
    return file_holds(path, bytes, size);
}

static bool write_all(int file, const char *bytes, size_t size) {
    while (size) {
        ssize_t put = write(file, bytes, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes += put;
        size -= (size_t)put;
    }
    return true;
}

static bool create_parents(const char *path, struct error *error) {
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return true;
    char *parent = xstrndup(path, (size_t)(slash - path));
    bool ok = folder_create(parent, error);
    free(parent);
    return ok;
}

/* Always the same name, hidden: what a killed run left, the next one takes away. */
char *file_staging_name(const char *path) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    return xasprintf("%.*s.%s.tmp", (int)(name - path), path, name);
}

/* Most often nothing is in the way and the folder is there: that is tried first. */
static int open_new(const char *path, struct error *error) {
    enum { FLAGS = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC };
    int file = open(path, FLAGS, 0644);
    if (file < 0 && errno == EEXIST && !unlink(path))
        file = open(path, FLAGS, 0644);
    else if (file < 0 && (errno == ENOENT || errno == ENOTDIR) &&
             create_parents(path, error))
        file = open(path, FLAGS, 0644);
    return file;
}

bool file_stage(const char *path, const void *bytes, size_t size,
                struct file_staged *result, struct error *error) {
    struct stat info;
    *result = (struct file_staged){0};
    if (holds_just(path, bytes, size, &result->modified))
        return true;
    char *temporary = file_staging_name(path);
    int file = open_new(temporary, error);
    bool ok = file >= 0 && write_all(file, bytes, size) && !fstat(file, &info) &&
              ((info.st_mode & 0777) == 0644 || !fchmod(file, 0644));
    if (file >= 0)
        ok = !close(file) && ok;
    if (ok) {
        *result = (struct file_staged){true, file_modified(&info)};
    } else {
        error_set(error, "%s: cannot be written: %s", path, strerror(errno));
        if (file >= 0)
            unlink(temporary);
    }
    free(temporary);
    return ok;
}

int file_stage_open(const char *path, struct error *error) {
    char *temporary = file_staging_name(path);
    int file = open_new(temporary, error);
    if (file < 0)
        error_set(error, "%s: cannot be written: %s", path, strerror(errno));
    free(temporary);
    return file;
}

bool file_place(const char *path, struct error *error) {
    char *temporary = file_staging_name(path);
    bool ok = !rename(temporary, path);
    if (!ok) {
        error_set(error, "%s: cannot be written: %s", path, strerror(errno));
        unlink(temporary);
    }
    free(temporary);
    return ok;
}

void file_discard(const char *path) {
    char *temporary = file_staging_name(path);
    unlink(temporary);
    free(temporary);
}

bool file_sync(const char *path, struct error *error) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = file >= 0 && !fsync(file);
    if (!ok)
        error_set(error, "%s: %s", path, strerror(errno));
    if (file >= 0)
        close(file);
    return ok;
}

bool file_hash(const char *path, char hex[TEXT_HASH_SIZE], struct error *error) {
    char block[65536];
    struct digest digest = {0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = -1;
    while (file >= 0 && (got = read(file, block, sizeof block)) > 0)
        digest_add(&digest, block, (size_t)got);
    if (got < 0)
        error_set(error, "%s: %s", path, strerror(errno));
    digest_end(&digest, hex);
    if (file >= 0)
        close(file);
    return got == 0;
}

bool file_publish(const char *path, const void *bytes, size_t size, struct error *error) {
    struct file_staged result;
    return file_stage(path, bytes, size, &result, error) &&
           (!result.staged || file_place(path, error));
}

bool folder_create(const char *path, struct error *error) {
    if (path_is_folder(path))
        return true;
    if (!create_parents(path, error))
        return false;
    if (mkdir(path, 0755) && errno != EEXIST)
        return error_set(error, "%s: cannot be created: %s", path, strerror(errno));
    return true;
}

bool path_exists(const char *path) {
    return !access(path, F_OK) || (errno != ENOENT && errno != ENOTDIR);
}

bool path_is_folder(const char *path) {
    struct stat info;
    return !stat(path, &info) && S_ISDIR(info.st_mode);
}

bool path_ask_folder(const char *path, bool *is_folder, struct error *error) {
    struct stat info;
    bool there = !stat(path, &info);
    *is_folder = there && S_ISDIR(info.st_mode);
    return there || errno == ENOENT || errno == ENOTDIR ||
           error_set(error, "%s: %s", path, strerror(errno));
}

char *path_join(const char *first, const char *second) {
    if (*second == '/' || !*first || !strcmp(first, "."))
        return xstrdup(second);
    size_t length = strlen(first);
    return xasprintf("%s%s%s", first, first[length - 1] == '/' ? "" : "/", second);
}

static char *real_path(const char *path) {
    char *real = realpath(path, NULL);
    char here[PATH_MAX];
    if (real || *path == '/')
        return real ? real : xstrdup(path);
    return getcwd(here, sizeof here) ? path_join(here, path) : xstrdup(path);
}

char *path_resolve(const char *path) {
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    size_t start = end;
    while (start && path[start - 1] != '/')
        start--;
    char *name = xstrndup(path + start, end - start);
    char *folder = start ? xstrndup(path, start) : xstrdup(".");
    bool named = *name && strcmp(name, ".") && strcmp(name, "..");
    char *real = real_path(named ? folder : path);
    char *resolved = named ? path_join(real, name) : xstrdup(real);
    free(real);
    free(folder);
    free(name);
    return resolved;
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool folder_list(const char *path, struct names *names, struct error *error) {
    DIR *folder = opendir(path);
    if (!folder)
        return errno == ENOENT || error_set(error, "%s: %s", path, strerror(errno));
    errno = 0;
    for (struct dirent *entry; (entry = readdir(folder)); errno = 0)
        if (entry->d_name[0] != '.')
            *LIST_ADD(names) = xstrdup(entry->d_name);
    bool whole = !errno || error_set(error, "%s: %s", path, strerror(errno));
    closedir(folder);
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_bytes);
    return whole;
}

void names_free(struct names *names) {
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
    *names = (struct names){0};
}

char *path_plain(const char *value) {
    struct buffer path = {0};
    while (*value) {
        size_t size = strcspn(value, "/");
        bool here = size == 1 && *value == '.';
        if (*value == '.' && !here) {
            buffer_free(&path);
            return NULL;
        }
        if (size && !here) {
            buffer_add_text(&path, path.size ? "/" : "");
            buffer_add(&path, value, size);
        }
        value += size + (value[size] == '/');
    }
    return buffer_take(&path);
}

bool path_holds(const char *folder, const char *path) {
    size_t size = strlen(folder);
    return !strncasecmp(folder, path, size) && (!path[size] || path[size] == '/');
}
