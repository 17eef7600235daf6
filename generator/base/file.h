/*
 * Whole files in, whole files out. A reader of a file that we write sees the old content or
 * the new content, never a part: everything goes through a temporary name and a rename.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Appends the file's bytes to CONTENT. Refuses more than LIMIT bytes. */
bool file_read(const char *path, size_t limit, struct buffer *content, struct error *error);

/* The same for an open file, which messages call NAME. */
bool file_read_open(int file, const char *name, size_t limit, struct buffer *content,
                    struct error *error);

/* Writes SIZE bytes to PATH, creating its folders, unless it already holds just these. */
bool file_publish(const char *path, const void *bytes, size_t size, struct error *error);

/* The same in two steps, for files that should appear together. Staging writes beside PATH;
 * *RESULT tells whether there was anything to write. What was staged is then put in place,
 * or discarded. */
struct file_staged {
    bool staged;
    int64_t modified; /* of the new file or the old one: nanoseconds since 1970 */
};
bool file_stage(const char *path, const void *bytes, size_t size,
                struct file_staged *result, struct error *error);

/* Opens what is staged for PATH, empty, for who writes it bit by bit and closes it; then it
 * is put in place, or discarded. -1 with the error set. */
int file_stage_open(const char *path, struct error *error);

/* The hidden name beside PATH under which a new file is made. The caller frees it. */
char *file_staging_name(const char *path);

/* Waits until what is in the file or folder PATH is on the disk. */
bool file_sync(const char *path, struct error *error);

/* SHA-256 of a file's bytes, as text_hash() gives it. */
bool file_hash(const char *path, char hex[65], struct error *error);

/* The time that a file was written, from stat(). */
struct stat;
int64_t file_modified(const struct stat *info);

/* Whether a file that is of the time NOW may be the one that was of the time THEN: archives
 * and some file systems keep times to the second only. */
bool file_same_time(int64_t now, int64_t then);

bool file_place(const char *path, struct error *error);
void file_discard(const char *path);

/* Creates a folder and those above it. */
bool folder_create(const char *path, struct error *error);

/* What cannot be looked at may be there: opening it tells why not. */
bool path_exists(const char *path);
bool path_is_folder(const char *path);

/* As path_is_folder(), into IS_FOLDER; false with ERROR set where it cannot be looked at.
 */
bool path_ask_folder(const char *path, bool *is_folder, struct error *error);

/* "a/b"; an absolute SECOND stands alone. The caller frees it. */
char *path_join(const char *first, const char *second);

/* The absolute path of what PATH names: its folder without links, its own name as it is
 * written, so that a link keeps its name. The caller frees it. */
char *path_resolve(const char *path);

/* VALUE without empty segments and ".", or NULL where a segment begins with a dot. The
 * caller frees it. */
char *path_plain(const char *value);

/* True where PATH is FOLDER or in it, as they are written. Letter case is ignored, as some
 * file systems do. */
bool path_holds(const char *folder, const char *path);

/* Names in a folder, hidden ones left out, in byte order. A missing folder has none. */
struct names {
    char **items;
    size_t count, capacity;
};
bool folder_list(const char *path, struct names *names, struct error *error);
void names_free(struct names *names);

#endif
