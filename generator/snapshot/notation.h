/*
 * SQL functions that turn text in other notations into JSON, which SQL can read.
 *
 *   toml_json(text), yaml_json(text), xml_json(text)
 *                     {"value": ...} as toml.h, yaml.h and xml.h say, or {"problem": "line
 * 3:
 *                     ..."} where the text is none or is too much
 *   lines_json(text)  a JSON array of the lines, without what ends them
 *
 * Holds: what they take grows with the text, never with what it claims; malformed text is
 * no error of SQL's. NULL gives NULL.
 */
#ifndef SNAPSHOT_NOTATION_H
#define SNAPSHOT_NOTATION_H

#include "base/base.h"

#include <jansson.h>
#include <sqlite3.h>

enum { NOTATION_DEPTH = 64, NOTATION_VALUES = 200000 };
#define NOTATION_TOO_DEEP "nests deeper than 64"
#define NOTATION_TOO_MANY "has more than 200000 values"

/* Adds them to a connection: SQLITE_OK, or SQLite's error. */
int notation_register(sqlite3 *db);

#endif
