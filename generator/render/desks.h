/*
 * The archive: the desk of each day as it was published.
 *
 * In:  the last run; tonight's desk, rendered by templates/desk.* with nothing around its
 *      block "main" (desks_templates_open), as it stands two folders below the output's.
 * Out: in the snapshot, compressed, a row for each format; the page that says "shows: desk"
 *      in its header (templates/archive-day.sql) is made of them. What a desk listed, as
 *      rows that can be searched by words.
 * Holds: a day's desk is replaced only by that of a later run of the same day, never by the
 * same run's with other templates, rules or data. A day is withheld while the edition may
 * not show something that it could show then: a source or repository whose zone was raised,
 * a ticket, incident, target, job or idea, an issue that the desk names, or a zone that the
 * edition no longer has; or while its desk tells what one had listed that is withheld. What
 * is gone is no secret. Once withheld, a day's grade and number of findings are forgotten;
 * its desk is not, and is shown again when all may be.
 */
#ifndef RENDER_DESKS_H
#define RENDER_DESKS_H

#include "render/escape.h"
#include "render/templates.h"
#include "snapshot/snapshot.h"

/* What is to be kept tonight. */
struct desks {
    bool due; /* the desk of the last run is not kept yet; else the rest does not matter */
    int64_t run;
    char *at, *day; /* when the run started */
    char *zones;    /* the edition's, a JSON array */
};

/* An issue that a desk names. */
struct desk_issue {
    char *source, *repo;
    int64_t number;
};

/* A desk that is kept, or is to be. */
struct desk {
    bool withheld;                     /* then the rest is empty */
    bool ready;                        /* it has its texts */
    char digest[TEXT_HASH_SIZE];       /* of the texts */
    struct buffer texts[FORMAT_COUNT]; /* HTML, Markdown and JSON; the others stay empty */
    struct {
        struct desk_issue *items;
        size_t count, capacity;
    } issues;
};

/* Whether DESK is kept in that format. */
bool desks_has_format(enum format format);

/* Looks which days EDITION may still show, notes that in the snapshot, and what is to be
 * kept. Outside of a transaction. ARCHIVE is to be freed. */
void desks_look(struct snapshot *snapshot, const struct edition *edition,
                struct desks *archive);
void desks_free(struct desks *archive);

/* Templates of FORMAT as those of templates.h, but that of "layout", of which only the
 * block "main" is left. To be closed with templates_close(). */
void desks_templates_open(struct templates *templates, const struct library *library,
                          enum format format);

/* Sets the digest of a desk that has its texts. */
void desks_seal(struct desk *desk);

/* Keeps DESK as that of ARCHIVE's day, with everything that the edition shows tonight.
 * Inside of a transaction. */
void desks_store(struct snapshot *snapshot, const struct edition *edition,
                 const struct desks *archive, const struct desk *desk);

/* Splits what is kept of EDITION's days, and was not split yet, into what these desks
 * listed: the rows of archive_entry. A desk that is damaged listed nothing. Inside of a
 * transaction. */
void desks_split(struct snapshot *snapshot, const struct edition *edition);

/* The desk of a day without its texts; of a day of which none is kept, as of one that is
 * withheld. To be freed. */
void desks_find(struct snapshot *snapshot, const struct edition *edition, const char *day,
                struct desk *desk);

/* Reads the texts of a day, unless it is withheld. False where they are damaged. */
bool desks_load(struct snapshot *snapshot, const struct edition *edition, const char *day,
                struct desk *desk, struct error *error);

void desk_free(struct desk *desk);

#endif
