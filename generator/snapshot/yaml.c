#include "snapshot/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct anchor {
    char *name;
    json_t *value; /* borrowed */
    size_t values; /* in it, aliases written out */
};

struct reader {
    yaml_parser_t parser;
    struct {
        struct anchor *items;
        size_t count, capacity;
    } anchors;
    size_t values;
    struct error *error;
};

static json_t *refuse(struct reader *reader, const yaml_event_t *event, const char *why) {
    error_set(reader->error, "line %zu: %s", event->start_mark.line + 1, why);
    return NULL;
}

static json_t *refuse_size(struct reader *reader, const yaml_event_t *event) {
    error_set(reader->error, "line %zu: has more than %d values, its aliases written out",
              event->start_mark.line + 1, NOTATION_VALUES);
    return NULL;
}

static bool next(struct reader *reader, yaml_event_t *event) {
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    const char *why = reader->parser.problem;
    error_set(reader->error, "line %zu: %s", reader->parser.problem_mark.line + 1,
              why ? why : "cannot be read");
    *event = (yaml_event_t){0};
    return false;
}

/* What is anchored anew replaces what had the name. */
static void add_anchor(struct reader *reader, const yaml_char_t *name, json_t *value,
                       size_t values) {
    *LIST_ADD(&reader->anchors) =
        (struct anchor){xstrdup((const char *)name), value, values};
}

static json_t *read_alias(struct reader *reader, const yaml_event_t *event) {
    const char *name = (const char *)event->data.alias.anchor;
    for (size_t i = reader->anchors.count; i-- > 0;) {
        const struct anchor *anchor = &reader->anchors.items[i];
        if (strcmp(anchor->name, name) != 0)
            continue;
        reader->values += anchor->values;
        return reader->values > NOTATION_VALUES ? NULL : json_incref(anchor->value);
    }
    return refuse(reader, event, "an alias has no anchor before it");
}

static json_t *read_node(struct reader *reader, const yaml_event_t *event, int depth);

static bool read_items(struct reader *reader, json_t *array, int depth) {
    yaml_event_t event;
    bool more = true;
    while (more && next(reader, &event)) {
        more = event.type != YAML_SEQUENCE_END_EVENT;
        json_t *item = more ? read_node(reader, &event, depth) : NULL;
        if (item)
            json_array_append_new(array, item);
        yaml_event_delete(&event);
        if (more && !item)
            return false;
    }
    return !more;
}

/* A pair whose key is KEY. */
static bool read_pair(struct reader *reader, const yaml_event_t *key, json_t *object,
                      int depth) {
    yaml_event_t event;
    if (key->type != YAML_SCALAR_EVENT)
        return refuse(reader, key, "a key is no text");
    if (!next(reader, &event))
        return false;
    json_t *value = read_node(reader, &event, depth);
    if (value)
        json_object_setn_new_nocheck(object, (const char *)key->data.scalar.value,
                                     key->data.scalar.length, value);
    yaml_event_delete(&event);
    return value != NULL;
}

static bool read_pairs(struct reader *reader, json_t *object, int depth) {
    yaml_event_t event;
    bool more = true, ok = true;
    while (more && ok && next(reader, &event)) {
        more = event.type != YAML_MAPPING_END_EVENT;
        ok = !more || read_pair(reader, &event, object, depth);
        yaml_event_delete(&event);
    }
    return ok && !more;
}

static json_t *read_container(struct reader *reader, const yaml_event_t *event, int depth) {
    bool mapping = event->type == YAML_MAPPING_START_EVENT;
    const yaml_char_t *name =
        mapping ? event->data.mapping_start.anchor : event->data.sequence_start.anchor;
    json_t *value = mapping ? json_object() : json_array();
    size_t before = reader->values;
    if (depth >= NOTATION_DEPTH)
        refuse(reader, event, NOTATION_TOO_DEEP);
    else if (mapping ? read_pairs(reader, value, depth + 1)
                     : read_items(reader, value, depth + 1)) {
        if (name)
            add_anchor(reader, name, value, reader->values - before + 1);
        return value;
    }
    json_decref(value);
    return NULL;
}

static json_t *read_scalar(struct reader *reader, const yaml_event_t *event) {
    json_t *value = json_stringn_nocheck((const char *)event->data.scalar.value,
                                         event->data.scalar.length);
    if (event->data.scalar.anchor)
        add_anchor(reader, event->data.scalar.anchor, value, 1);
    return value;
}

static json_t *read_node(struct reader *reader, const yaml_event_t *event, int depth) {
    json_t *value = NULL;
    reader->values++;
    if (event->type == YAML_ALIAS_EVENT)
        value = read_alias(reader, event);
    else if (event->type == YAML_SCALAR_EVENT)
        value = read_scalar(reader, event);
    else
        value = read_container(reader, event, depth);
    if (reader->values <= NOTATION_VALUES)
        return value;
    json_decref(value);
    return refuse_size(reader, event);
}

/* The first document's only node. */
static json_t *read_document(struct reader *reader) {
    yaml_event_t event;
    json_t *value = NULL;
    bool more = true;
    while (more && next(reader, &event)) {
        if (event.type == YAML_STREAM_END_EVENT)
            value = json_null();
        else if (event.type != YAML_STREAM_START_EVENT &&
                 event.type != YAML_DOCUMENT_START_EVENT)
            value = read_node(reader, &event, 0);
        more = event.type == YAML_STREAM_START_EVENT ||
               event.type == YAML_DOCUMENT_START_EVENT;
        yaml_event_delete(&event);
    }
    if (!value || !next(reader, &event))
        return value;
    yaml_event_delete(&event);
    return value;
}

json_t *yaml_read(const char *text, size_t size, struct error *error) {
    struct reader reader = {.error = error};
    if (!yaml_parser_initialize(&reader.parser))
        out_of_memory();
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, size);
    json_t *value = read_document(&reader);
    if (value && error->kind) {
        json_decref(value);
        value = NULL;
    }
    for (size_t i = 0; i < reader.anchors.count; i++)
        free(reader.anchors.items[i].name);
    free(reader.anchors.items);
    yaml_parser_delete(&reader.parser);
    return value;
}
