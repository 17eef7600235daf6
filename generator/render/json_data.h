/*
 * JSON as the data of Mustache templates.
 *
 * In:  a JSON value (jansson), and the format in which its strings are escaped.
 * Out: a provider for mustache_render().
 * Holds: false, null, 0, "" and an empty list are falsy, as in mustache.js; everything else
 * is truthy. Numbers print as short as they read back the same; null prints nothing;
 * lists and objects print as JSON.
 */
#ifndef RENDER_JSON_DATA_H
#define RENDER_JSON_DATA_H

#include "base/base.h"
#include "render/escape.h"
#include "render/mustache.h"

struct json_t;

struct json_data {
    enum format format;
    struct buffer scratch; /* freed by json_data_free() */
};

/* A provider whose owner is DATA, which the caller lends and has set the format of. */
struct mustache_provider json_data_provider(struct json_data *data);

/* The node for VALUE, which is borrowed. */
struct mustache_node json_data_node(const struct json_t *value);

void json_data_free(struct json_data *data);

/* Appends template FILE, rendered with the JSON in DATA_FILE, to OUT: what `tower template`
 * prints. A partial NAME is PARTIALS_FOLDER/NAME.mustache; without a folder (NULL) there
 * are none. False for a file that cannot be read, broken JSON and a mistaken template, with
 * its place, and for a name that leads out of the folder. */
bool template_render_file(const char *file, const char *data_file,
                          const char *partials_folder, enum format format,
                          struct buffer *out, struct error *error);

#endif
