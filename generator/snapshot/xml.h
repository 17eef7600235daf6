/*
 * XML as JSON, to be read with SQL's functions; libxml2 parses it.
 *
 * In:  an XML document; names count without their prefix, attributes not at all.
 * Out: {"project": {"artifactId": ["a"], "modules": [{"module": ["x", "y"]}]}}: an element
 *      that has others is an object of arrays, by name; any other its text, without the
 *      space around it.
 * Holds: nothing is fetched and no entity of its own is put in: a document with a DOCTYPE
 * is refused, as is what nests deeper than NOTATION_DEPTH or has more than NOTATION_VALUES
 * elements.
 */
#ifndef SNAPSHOT_XML_H
#define SNAPSHOT_XML_H

#include "snapshot/notation.h"

/* A new value, or NULL and the error says "line N: what is wrong". */
json_t *xml_read(const char *text, size_t size, struct error *error);

#endif
