/*
 * Comma-separated values, read strictly (RFC 4180).
 *
 * In:  UTF-8 text, with a byte order mark or without; rows end with LF or CRLF, the last
 * one perhaps with nothing; a field that holds a comma, a quote or the end of a line stands
 *      in quotes, and a quote in it is written twice.
 * Out: rows of fields, or a JSON array of objects of texts by the names in the first row.
 * Holds: a line with nothing on it is no row; every mistake is told with its file and line.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"

struct csv {
    const char *file;     /* as messages call it */
    const char *at, *end; /* what is still to be read */
    int line;             /* where that is, from 1 */
    int row_line;         /* where the row in FIELDS began */
    struct names fields;
};

/* FILE and TEXT are borrowed until csv_close(); TEXT may hold anything. */
void csv_open(struct csv *csv, const char *file, const char *text, size_t size);

/* Reads the next row; false at the end, and with ERROR set where it is no CSV. */
bool csv_row(struct csv *csv, struct error *error);

void csv_close(struct csv *csv);

/* All of TEXT as a JSON array of objects; the first row names the members, each name once
 * and none of them empty, and every other has as many fields. As the names stand in each
 * object, the array may be far larger than TEXT: up to 128 MiB. False with file and line.
 */
bool csv_json(const char *file, const char *text, size_t size, struct buffer *json,
              struct error *error);

#endif
