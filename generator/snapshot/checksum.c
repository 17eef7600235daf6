#include "snapshot/checksum.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *name_in(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static const char comment[] = "# %" PRId64 " bytes, written at %" PRId64 "\n";

/* What is written there: 64 digits, two more characters and a name; then the comment. */
static bool read_checksum(const char *path, struct checksum *checksum) {
    enum { LONGEST = 8192 };
    char *name = xasprintf("%s.sha256", path);
    struct buffer text = {0};
    struct error ignored = {0};
    bool there = path_exists(name);
    if (there && file_read(name, LONGEST, &text, &ignored) && text.size > 66) {
        memcpy(checksum->digest, text.data, TEXT_HASH_SIZE - 1);
        const char *more = strstr(buffer_text(&text), "\n#");
        if (more)
            sscanf(more + 1, comment, &checksum->bytes, &checksum->modified);
    }
    error_free(&ignored);
    buffer_free(&text);
    free(name);
    return there;
}

/* A run that begins meanwhile takes the checksum away: then there is none. */
enum checksum_state checksum_check(const char *path, struct error *error) {
    struct checksum wanted = {0}, again = {0};
    char found[TEXT_HASH_SIZE] = "";
    if (!read_checksum(path, &wanted))
        return CHECKSUM_NONE;
    if (!file_hash(path, found, error))
        return CHECKSUM_WRONG;
    if (!strcmp(wanted.digest, found))
        return CHECKSUM_RIGHT;
    if (!read_checksum(path, &again) || strcmp(wanted.digest, again.digest))
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
    bool has = stat(log, &status) ? errno != ENOENT : status.st_size > 0;
    free(log);
    return has;
}

struct checksum checksum_take(const char *path) {
    struct checksum checksum = {0};
    struct stat status;
    if (!stat(path, &status) && read_checksum(path, &checksum)) {
        int64_t modified = file_modified(&status);
        checksum.is_ours = checksum.bytes == status.st_size &&
                           file_same_time(modified, checksum.modified) && !has_log(path);
        checksum.bytes = status.st_size;
        checksum.modified = modified;
    }
    checksum_remove(path);
    return checksum;
}

/* That of FORMER where the file is as it was then. */
static bool find_digest(const char *path, const struct checksum *former,
                        struct checksum *now, struct error *error) {
    struct stat status;
    if (stat(path, &status))
        return error_set(error, "%s: %s", path, strerror(errno));
    now->bytes = status.st_size;
    now->modified = file_modified(&status);
    if (!former || !*former->digest || former->bytes != now->bytes ||
        former->modified != now->modified)
        return file_hash(path, now->digest, error);
    memcpy(now->digest, former->digest, TEXT_HASH_SIZE);
    return true;
}

void checksum_write(const char *path, const struct checksum *former) {
    struct checksum now = {0};
    struct error error = {0};
    if (!path_exists(path) || has_log(path))
        return;
    char *name = xasprintf("%s.sha256", path);
    if (find_digest(path, former, &now, &error)) {
        struct buffer text = {0};
        buffer_printf(&text, "%s  %s\n", now.digest, name_in(path));
        buffer_printf(&text, comment, now.bytes, now.modified);
        file_publish(name, text.data, text.size, &error);
        buffer_free(&text);
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
