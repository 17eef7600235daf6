#include "serve/parameter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_TEXT = 1024 }; /* characters */

struct parameter_type {
    const char *name; /* in SQL files; what follows is a range or words */
    const char *json; /* in schemas */
    bool range, words, list;
    bool (*takes)(const json_t *value);
};

static bool is_text(const json_t *value) {
    const char *text = json_string_value(value);
    size_t characters = 0;
    for (; text && *text; text++)
        characters += (*text & 0xC0) != 0x80;
    return text && characters <= LONGEST_TEXT;
}

static bool is_truth(const json_t *value) {
    return json_is_boolean(value);
}

/* 5.0 is an integer, too (JSON Schema 2020-12, 6.1.1). */
static bool is_integer(const json_t *value) {
    return json_is_number(value) &&
           json_number_value(value) == floor(json_number_value(value));
}

static bool is_number(const json_t *value) {
    return json_is_number(value);
}

static bool is_list(const json_t *value) {
    size_t index;
    json_t *item;
    json_array_foreach(value, index, item) {
        if (!is_text(item))
            return false;
    }
    return json_is_array(value);
}

static const struct parameter_type types[] = {
    {"text", "string", false, false, false, is_text},
    {"yes or no", "boolean", false, false, false, is_truth},
    {"integer ", "integer", true, false, false, is_integer},
    {"number ", "number", true, false, false, is_number},
    {"list ", "array", true, false, true, is_list},
    {"one of ", "string", false, true, false, is_text},
    {"some of ", "array", false, true, true, is_list},
};

static bool read_range(struct parameter *parameter, const char *text) {
    char *rest;
    parameter->least = strtod(text, &rest);
    if (rest == text || !text_starts_with(rest, " to "))
        return false;
    text = rest + strlen(" to ");
    parameter->most = strtod(text, &rest);
    return rest > text && !*rest && parameter->least <= parameter->most;
}

static bool read_words(struct parameter *parameter, const char *text) {
    bool ok = true;
    while (ok && *text) {
        size_t size = strcspn(text, "|");
        ok = size > 0;
        *LIST_ADD(&parameter->choices) = xstrndup(text, size);
        text += size + (text[size] == '|');
    }
    return ok && parameter->choices.count;
}

static bool read_type(struct parameter *parameter, const char *text) {
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        const struct parameter_type *type = &types[i];
        size_t size = strlen(type->name);
        if (!text_starts_with(text, type->name))
            continue;
        parameter->type = type;
        return type->range   ? read_range(parameter, text + size)
               : type->words ? read_words(parameter, text + size)
                             : !text[size];
    }
    return false;
}

/* "required", "default VALUE" or nothing. */
static bool read_rest(struct parameter *parameter, const char *text) {
    if (!text || !strcmp(text, "required")) {
        parameter->required = text;
        return true;
    }
    if (!text_starts_with(text, "default "))
        return false;
    text += strlen("default ");
    bool truth = !strcmp(parameter->type->json, "boolean");
    if (truth && (!strcmp(text, "yes") || !strcmp(text, "no")))
        parameter->fallback = json_boolean(!strcmp(text, "yes"));
    else if (!strcmp(parameter->type->json, "string"))
        parameter->fallback = json_string(text);
    else if (!truth)
        parameter->fallback = json_loads(text, JSON_DECODE_ANY, NULL);
    struct error ignored = {0};
    bool ok =
        parameter->fallback && parameter_takes(parameter, parameter->fallback, &ignored);
    error_free(&ignored);
    return ok;
}

bool parameter_read(const struct declaration *declaration, const struct header_field *field,
                    struct parameter *parameter, struct error *error) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
    size_t size = strspn(field->value, letters);
    const char *open = field->value + size, *close = strstr(open, "): ");
    bool ok = size && close && text_starts_with(open, " (") && close[3];
    *parameter = (struct parameter){.name = xstrndup(field->value, size)};
    if (ok) {
        char *type = xstrndup(open + 2, (size_t)(close - open) - 2);
        char *comma = strstr(type, ", ");
        if (comma)
            *comma = '\0';
        ok = read_type(parameter, type) && read_rest(parameter, comma ? comma + 2 : NULL);
        free(type);
        parameter->meaning = xstrdup(close + 3);
    }
    return ok ||
           error_at(error, declaration->origin, field->line, 0,
                    "a parameter is written: parameter: name (type, required): what it "
                    "means; the type is text, yes or no, integer 1 to 9, number 0 to 1, "
                    "list 1 to 9, one of a|b or some of a|b; in place of required stands "
                    "nothing, or a default of that type: default 5");
}

void parameter_free(struct parameter *parameter) {
    free(parameter->name);
    free(parameter->meaning);
    names_free(&parameter->choices);
    json_decref(parameter->fallback);
}

static json_t *words_schema(const struct parameter *parameter) {
    json_t *schema = json_pack("{s:s}", "type", "string"), *words = json_array();
    for (size_t i = 0; i < parameter->choices.count; i++)
        json_array_append_new(words, json_string(parameter->choices.items[i]));
    if (parameter->choices.count)
        json_object_set(schema, "enum", words);
    else
        json_object_set_new(schema, "maxLength", json_integer(LONGEST_TEXT));
    json_decref(words);
    return schema;
}

static json_t *number_json(const struct parameter *parameter, double number) {
    return !strcmp(parameter->type->json, "number") ? json_real(number)
                                                    : json_integer((json_int_t)number);
}

json_t *parameter_schema(const struct parameter *parameter) {
    const struct parameter_type *type = parameter->type;
    bool text = !strcmp(type->json, "string");
    json_t *schema =
        text ? words_schema(parameter) : json_pack("{s:s}", "type", type->json);
    if (type->list)
        json_object_set_new(schema, "items", words_schema(parameter));
    if (type->list && type->words)
        json_object_set_new(schema, "minItems", json_integer(1));
    if (type->range) {
        json_object_set_new(schema, type->list ? "minItems" : "minimum",
                            number_json(parameter, parameter->least));
        json_object_set_new(schema, type->list ? "maxItems" : "maximum",
                            number_json(parameter, parameter->most));
    }
    if (parameter->fallback)
        json_object_set(schema, "default", parameter->fallback);
    json_object_set_new(schema, "description", json_string(parameter->meaning));
    return schema;
}

bool parameter_is_limit(const struct parameter *parameter) {
    return !strcmp(parameter->type->json, "integer") && parameter->least >= 0 &&
           parameter->fallback;
}

size_t parameter_count(const struct parameter *parameter, const json_t *value) {
    return (size_t)json_number_value(value ? value : parameter->fallback);
}

static void add_words(const struct parameter *parameter, const char *between,
                      struct buffer *text) {
    for (size_t i = 0; i < parameter->choices.count; i++)
        buffer_printf(text, "%s%s", i ? between : "", parameter->choices.items[i]);
}

char *parameter_type_text(const struct parameter *parameter) {
    struct buffer text = {0};
    buffer_add_text(&text, parameter->type->name);
    if (parameter->type->range)
        buffer_printf(&text, "%.10g to %.10g", parameter->least, parameter->most);
    add_words(parameter, "|", &text);
    return buffer_take(&text);
}

/* What it must be, for who gave something else. */
static bool refuse(const struct parameter *parameter, struct error *error) {
    static const struct {
        const char *json, *words;
    } wanted[] = {{"string", "a text of at most 1,024 characters"},
                  {"boolean", "true or false"},
                  {"integer", "an integer"},
                  {"number", "a number"},
                  {"array", "an array of texts"}};
    const struct parameter_type *type = parameter->type;
    struct buffer text = {0};
    for (size_t i = 0; i < COUNT_OF(wanted); i++)
        if (!strcmp(wanted[i].json, type->json) && (!type->words || type->list))
            buffer_add_text(&text, wanted[i].words);
    if (type->range && type->list)
        buffer_printf(&text, ", %.10g to %.10g of them", parameter->least, parameter->most);
    else if (type->range)
        buffer_printf(&text, " from %.10g to %.10g", parameter->least, parameter->most);
    if (type->words)
        buffer_add_text(&text, type->list ? ", each one of " : "one of ");
    add_words(parameter, ", ", &text);
    error_set(error, "%s must be %s", parameter->name, buffer_text(&text));
    buffer_free(&text);
    return false;
}

static bool is_choice(const struct parameter *parameter, const json_t *value) {
    for (size_t i = 0; i < parameter->choices.count; i++)
        if (!strcmp(parameter->choices.items[i], json_string_value(value)))
            return true;
    return !parameter->choices.count;
}

static bool are_choices(const struct parameter *parameter, const json_t *value) {
    size_t index;
    json_t *item;
    json_array_foreach(value, index, item) {
        if (!is_choice(parameter, item))
            return false;
    }
    return true;
}

bool parameter_takes(const struct parameter *parameter, const json_t *value,
                     struct error *error) {
    const struct parameter_type *type = parameter->type;
    bool ok = type->takes(value);
    double number = type->list ? (double)json_array_size(value) : json_number_value(value);
    if (type->range)
        ok = ok && number >= parameter->least && number <= parameter->most;
    if (type->words)
        ok = ok && (type->list ? number > 0 && are_choices(parameter, value)
                               : is_choice(parameter, value));
    return ok || refuse(parameter, error);
}

static bool check_known(const struct parameters *parameters, const char *name,
                        struct error *error) {
    const char **names = xcalloc(parameters->count + 1, sizeof *names);
    bool known = false;
    for (size_t i = 0; i < parameters->count; i++) {
        names[i] = parameters->items[i].name;
        known |= !strcmp(names[i], name);
    }
    const char *nearest = known ? NULL : text_nearest(name, names, parameters->count);
    if (!known)
        error_set(error, "there is no parameter '%.64s'%s%s%s", name,
                  nearest ? "; did you mean '" : "", nearest ? nearest : "",
                  nearest ? "'?" : "");
    free(names);
    return known;
}

bool parameters_take(const struct parameters *parameters, const json_t *arguments,
                     struct error *error) {
    const char *name;
    json_t *given;
    json_object_foreach((json_t *)arguments, name, given) {
        if (!check_known(parameters, name, error))
            return false;
    }
    for (size_t i = 0; i < parameters->count; i++) {
        const struct parameter *parameter = &parameters->items[i];
        const json_t *value = json_object_get(arguments, parameter->name);
        if (!value && parameter->required)
            return error_set(error, "%s is required: %s", parameter->name,
                             parameter->meaning);
        if (value && !parameter_takes(parameter, value, error))
            return false;
    }
    return true;
}

void parameter_bind(const struct parameter *parameter, const json_t *value,
                    sqlite3_stmt *query, int position) {
    if (!value)
        value = parameter->fallback;
    if (json_is_string(value))
        sqlite3_bind_text(query, position, json_string_value(value), -1, SQLITE_TRANSIENT);
    else if (json_is_boolean(value))
        sqlite3_bind_int(query, position, json_is_true(value));
    else if (json_is_array(value))
        sqlite3_bind_text(query, position, json_dumps(value, JSON_COMPACT), -1, free);
    else if (json_is_number(value) && is_integer(value))
        sqlite3_bind_int64(query, position, (sqlite3_int64)json_number_value(value));
    else if (json_is_number(value))
        sqlite3_bind_double(query, position, json_number_value(value));
    else
        sqlite3_bind_null(query, position);
}
