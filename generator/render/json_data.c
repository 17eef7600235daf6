#include "render/json_data.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DATA_LIMIT = 16 << 20, /* bytes; jansson can need 75 times as much memory */
    TEMPLATE_LIMIT = 4 << 20,
};

static const json_t *value_of(struct mustache_node node) {
    return node.data;
}

struct mustache_node json_data_node(const struct json_t *value) {
    return (struct mustache_node){.data = value};
}

static bool child(void *owner, struct mustache_node node, const char *name,
                  struct mustache_node *found) {
    (void)owner;
    const json_t *value = json_object_get(value_of(node), name);
    *found = json_data_node(value);
    return value;
}

static bool truthy(void *owner, struct mustache_node node) {
    (void)owner;
    const json_t *value = value_of(node);
    if (json_is_number(value))
        return json_number_value(value) < 0 || json_number_value(value) > 0;
    if (json_is_string(value))
        return json_string_length(value) > 0;
    if (json_is_array(value))
        return json_array_size(value) > 0;
    return !json_is_null(value) && !json_is_false(value);
}

static bool list(void *owner, struct mustache_node node, size_t *length) {
    (void)owner;
    *length = json_array_size(value_of(node));
    return json_is_array(value_of(node));
}

static struct mustache_node item(void *owner, struct mustache_node node, size_t index) {
    (void)owner;
    return json_data_node(json_array_get(value_of(node), index));
}

/* As few digits as give the same number again; 17 always do (IEEE 754). */
static void print_real(double number, struct buffer *out) {
    char text[32];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, number);
        double again = strtod(text, NULL);
        if (!(again < number) && !(again > number))
            break;
    }
    buffer_add_text(out, text);
}

static int append(const char *bytes, size_t size, void *out) {
    buffer_add(out, bytes, size);
    return 0;
}

/* The value as text, before it is escaped. */
static void print_plain(const json_t *value, struct buffer *out) {
    if (json_is_string(value))
        buffer_add(out, json_string_value(value), json_string_length(value));
    else if (json_is_real(value))
        print_real(json_real_value(value), out);
    else if (!json_is_null(value))
        json_dump_callback(value, append, out, JSON_ENCODE_ANY | JSON_COMPACT);
}

static void print(void *owner, struct mustache_node node, bool raw, struct buffer *out) {
    struct json_data *data = owner;
    if (raw) {
        print_plain(value_of(node), out);
        return;
    }
    buffer_clear(&data->scratch);
    print_plain(value_of(node), &data->scratch);
    escape(data->format, buffer_text(&data->scratch), data->scratch.size, out);
}

struct mustache_provider json_data_provider(struct json_data *data) {
    return (struct mustache_provider){data, child, truthy, list, item, print, NULL};
}

void json_data_free(struct json_data *data) {
    buffer_free(&data->scratch);
}

struct folder {
    const char *top; /* the file of the template without a name */
    const char *partials;
};

static bool load(void *owner, const char *name, struct mustache_source *source,
                 struct error *error) {
    const struct folder *folder = owner;
    if (!*name) {
        source->file = xstrdup(folder->top);
        return file_read(folder->top, TEMPLATE_LIMIT, &source->text, error);
    }
    if (*name == '/' || *name == '.' || strstr(name, ".."))
        return error_set(error, "a partial's name must not begin with '/' or '.' or have "
                                "'..' in it; name a file below the folder of partials");
    char *path =
        folder->partials ? xasprintf("%s/%s.mustache", folder->partials, name) : NULL;
    if (path && path_exists(path))
        source->file = path;
    else
        free(path);
    return !source->file || file_read(source->file, TEMPLATE_LIMIT, &source->text, error);
}

static json_t *read_json(const char *file, struct error *error) {
    struct buffer text = {0};
    json_error_t broken;
    json_t *value = NULL;
    if (file_read(file, DATA_LIMIT, &text, error)) {
        value = json_loadb(buffer_text(&text), text.size, JSON_DECODE_ANY, &broken);
        if (!value)
            error_at(error, file, broken.line, broken.column > 0 ? broken.column : 1, "%s",
                     broken.text);
    }
    buffer_free(&text);
    return value;
}

bool template_render_file(const char *file, const char *data_file,
                          const char *partials_folder, enum format format,
                          struct buffer *out, struct error *error) {
    json_t *root = read_json(data_file, error);
    if (!root)
        return false;
    struct folder folder = {file, partials_folder};
    struct mustache_loader loader = {&folder, load};
    struct mustache *set = mustache_new(&loader);
    struct json_data data = {.format = format};
    struct mustache_provider provider = json_data_provider(&data);
    bool ok = mustache_render(set, "", &provider, json_data_node(root), out, error);
    json_data_free(&data);
    mustache_free(set);
    json_decref(root);
    return ok;
}
