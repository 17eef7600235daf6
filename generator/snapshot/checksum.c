#include "snapshot/checksum.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *name_in(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The digest that is written there: 64 digits, two more characters and a name. */
static bool read_digest(const char *path, char digest[TEXT_HASH_SIZE]) {
    enum { LONGEST = 8192 };
    char *name = xasprintf("%s.sha256", path);
    struct buffer text = {0};
    struct error ignored = {0};
    bool there = path_exists(name);
    if (there && file_read(name, LONGEST, &text, &ignored) && text.size > 66)
        memcpy(digest, text.data, TEXT_HASH_SIZE - 1);
    error_free(&ignored);
    buffer_free(&text);
    free(name);
    return there;
}

/* A run that begins meanwhile takes the checksum away: then there is none. */
enum checksum_state checksum_check(const char *path, struct error *error) {
    char wanted[TEXT_HASH_SIZE] = "", found[TEXT_HASH_SIZE] = "",
         again[TEXT_HASH_SIZE] = "";
    if (!read_digest(path, wanted))
        return CHECKSUM_NONE;
    if (!file_hash(path, found, error))
        return CHECKSUM_WRONG;
    if (!strcmp(wanted, found))
        return CHECKSUM_RIGHT;
    if (!read_digest(path, again) || strcmp(wanted, again))
        return CHECKSUM_NONE;
    error_set(error,
              "%s: is not the file that %s.sha256 was written for: it is damaged, or "
              "another program wrote into it",
              path, path);
    return CHECKSUM_WRONG;
}

static bool has_log(const char *path) {
    struct stat status;
    char *log = xasprintf("%s-wal", path);
    bool has = !stat(log, &status) && status.st_size > 0;
    free(log);
    return has;
}

struct checksum checksum_take(const char *path) {
    struct checksum checksum = {0};
    struct stat status;
    if (!stat(path, &status) && read_digest(path, checksum.digest)) {
        checksum.bytes = status.st_size;
        checksum.modified = file_modified(&status);
    }
    checksum_remove(path);
    return checksum;
}

static bool find_digest(const char *path, const struct checksum *former,
                        char digest[TEXT_HASH_SIZE], struct error *error) {
    struct stat status;
    if (former && *former->digest && !stat(path, &status) &&
        status.st_size == former->bytes && file_modified(&status) == former->modified) {
        memcpy(digest, former->digest, TEXT_HASH_SIZE);
        return true;
    }
    return file_hash(path, digest, error);
}

void checksum_write(const char *path, const struct checksum *former) {
    char digest[TEXT_HASH_SIZE];
    struct error error = {0};
    if (!path_exists(path) || has_log(path))
        return;
    char *name = xasprintf("%s.sha256", path);
    if (find_digest(path, former, digest, &error)) {
        char *text = xasprintf("%s  %s\n", digest, name_in(path));
        file_publish(name, text, strlen(text), &error);
        free(text);
    }
    if (error.kind)
        log_warn("%s", error.text);
    error_free(&error);
    free(name);
}

void checksum_remove(const char *path) {
    char *name = xasprintf("%s.sha256", path);
    unlink(name);
    free(name);
}
