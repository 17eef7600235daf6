/*
 * YAML as JSON, to be read with SQL's functions; libyaml parses it.
 *
 * In:  YAML text; of several documents the first counts.
 * Out: a JSON value: mappings are objects, sequences arrays. Every scalar is a text as it
 *      stands, so "on" is a key and 1.10 a version (the failsafe schema,
 *      https://yaml.org/spec/1.2.2/#101-failsafe-schema). Of equal keys the last counts.
 * Holds: what nests deeper than NOTATION_DEPTH, or has more than NOTATION_VALUES values
 * when its aliases are written out, is refused, as is an alias of what it stands in.
 */
#ifndef SNAPSHOT_YAML_H
#define SNAPSHOT_YAML_H

#include "snapshot/notation.h"

/* A new value (of an empty text null), or NULL and the error says "line N: what is wrong".
 */
json_t *yaml_read(const char *text, size_t size, struct error *error);

#endif
