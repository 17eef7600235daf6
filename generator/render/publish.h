/*
 * Publishing: the files of one edition's output folder.
 *
 * In:  files, from several processes at once.
 * Out: the folder, and in the snapshot what was put there, so that what did not change need
 *      not be made again.
 * Holds: nothing changes before everything has been made (what differs waits in hidden
 * files beside); every file is then the old one or the new one; the manifest, written last,
 * lists what the program made, and only what it lists can be removed by a later run.
 */
#ifndef RENDER_PUBLISH_H
#define RENDER_PUBLISH_H

#include "snapshot/snapshot.h"

/* A file of a page. */
struct publication_file {
    const char *path;          /* "repo/here/tower.html", below the output folder */
    const char *page;          /* the declared page that it belongs to */
    const char *source, *repo; /* the repository that this is of, or "" */
    const char *origin;        /* the file that asks for it, for messages */
    const char *context;       /* hash of everything that it is made from */
    bool outward;              /* it names other repositories */
    bool staged;               /* waits to be put in place; else it is there already */
    int64_t bytes, modified;
    size_t job; /* errors tell of the lowest */
};

/* Whether the folder is as the snapshot says it was left. */
bool publication_is_trusted(struct snapshot *snapshot, const struct edition *edition);

/* Whether FILE was made from the same context and nobody has touched it since; then its
 * size and time are set. */
bool publication_is_fresh(struct snapshot *snapshot, const struct edition *edition,
                          struct publication_file *file);

/* Whether a file of that size and time (nanoseconds since 1970) is there; FOLDER is what
 * PATH starts from, as for openat(2). */
bool publication_is_intact(int folder, const char *path, int64_t bytes, int64_t modified);

/* False for a path that is not safe everywhere. */
bool publication_check_path(const struct publication_file *file, struct error *error);

/* Writes CONTENT beside the file's place, unless it is just what is there. */
bool publication_stage(const struct edition *edition, const struct buffer *content,
                       struct publication_file *file, struct error *error);

/* What is made, in the one process that writes. */
struct publication;

/* Begins, inside the caller's transaction, which ends after publication_free(). */
struct publication *publication_new(struct snapshot *snapshot,
                                    const struct edition *edition);

/* PAGE is made anew, of the repository named or, where SOURCE is NULL, all of it: files of
 * it that are not added are old. PAGES are all that there are. */
void publication_visit(struct publication *publication, const char *page,
                       const char *source, const char *repo);
void publication_visit_others(struct publication *publication, const struct names *pages);

/* Adds a file that has been staged or is as it was. */
void publication_add(struct publication *publication, const struct publication_file *file);

/* How many files of the edition there are. */
size_t publication_count(struct snapshot *snapshot, const struct edition *edition);

/* False where two files were added for one path, or for two that differ only in letter
 * case. */
bool publication_check(struct publication *publication, struct error *error);

/* Puts in place what differs, removes what is old, writes the manifest. The numbers say how
 * many files there are, were written and removed. */
struct publication_count {
    size_t files, written, removed;
};
bool publication_commit(struct publication *publication, struct publication_count *count,
                        struct error *error);

/* Takes away what waits to be put in place. */
void publication_discard(struct publication *publication);
void publication_free(struct publication *publication);

#endif
