#include "collect/system.h"

#include "collect/auth.h"
#include "collect/limits.h"
#include "collect/mcp.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct field_rule system_fields[] = {
    {"transport", false, true},  {"url", false, false},    {"auth", true, false},
    {"header", true, false},     {"setting", true, false}, {"concurrency", false, false},
    {"remaining", false, false}, {"reset", false, false},  {"limit-message", false, false},
    {"zone", false, false},
};

static const struct field_rule question_fields[] = {
    {"pages", false, false},  {"items", false, false},     {"absent", false, false},
    {"answer", false, false}, {"forbidden", false, false}, {"partial", false, false},
    {"cursor", false, false}, {"output", false, false},    {"rank", false, false},
    {"drop", false, false},   {"group", false, false},     {"unless", false, false},
};

/* What a field may say, where that is a choice. */
static const struct {
    const char *key;
    const char *values[10];
} choices[] = {
    {"transport", {"http", "git", "file", "mcp"}},
    {"answer", {"array", "object", "any"}},
    {"partial", {"no", "yes"}},
    {"output",
     {"text", "lines", "line-fields", "records", "record-fields", "addresses", "objects",
      "csv", "json", "json-lines"}},
    {"drop", {"held", "accepted"}},
    {"zone", {"public", "internal", "restricted"}},
    {"group", {"code", "homelab", "business", "ideas", "jobs", "memory", "costs"}},
};

static bool check_choices(const struct declaration *declaration, struct error *error) {
    for (size_t f = 0; f < declaration->fields.count; f++)
        for (size_t c = 0; c < COUNT_OF(choices); c++) {
            const struct header_field *field = &declaration->fields.items[f];
            bool known = strcmp(field->key, choices[c].key) != 0;
            for (size_t v = 0;
                 !known && v < COUNT_OF(choices[c].values) && choices[c].values[v]; v++)
                known = !strcmp(field->value, choices[c].values[v]);
            if (!known)
                return error_at(error, declaration->origin, field->line, 0,
                                "%s cannot be '%s'; write '%s' or another of its values "
                                "(see the recipe \"add a source\")",
                                field->key, field->value, choices[c].values[0]);
        }
    return true;
}

/* A kind of auth brings its own settings; which of several kinds it is, they tell. */
static bool read_auth(struct system *system, const struct header_field *field,
                      struct error *error) {
    const struct auth_setting *settings = auth_settings(field->value);
    if (!settings)
        return error_at(error, system->self.origin, field->line, 0,
                        "auth cannot be '%s'; write none, bearer, basic, header NAME "
                        "[PREFIX], query NAME, login PATH USER PASSWORD TOKEN, oauth2, "
                        "sigv4 SERVICE or github-app",
                        field->value);
    for (; settings->key; settings++)
        *LIST_ADD(&system->settings) =
            (struct system_setting){.key = xstrdup(settings->key)};
    if (++system->auth_kinds == 2)
        *LIST_ADD(&system->settings) = (struct system_setting){.key = xstrdup("auth")};
    return true;
}

static void add_limits(struct system *system) {
    const char *transport = declaration_field(&system->self, "transport", "");
    if (!strcmp(transport, "git"))
        return;
    for (size_t i = 0; !strcmp(transport, "mcp") && i < mcp_rule_count; i++)
        *LIST_ADD(&system->settings) = (struct system_setting){
            .key = xstrdup(mcp_rules[i].key), .repeat = mcp_rules[i].repeat};
    for (size_t i = 0; i < limit_rule_count; i++)
        *LIST_ADD(&system->settings) =
            (struct system_setting){.key = xstrdup(limit_rules[i].key)};
}

/* "owner (repeat, required): who" */
static bool read_setting(struct system *system, const struct header_field *field,
                         struct error *error) {
    const char *text = field->value;
    size_t length = strcspn(text, " (:");
    const char *colon = strchr(text, ':');
    if (!length || !colon)
        return error_at(
            error, system->self.origin, field->line, 0,
            "a setting is written 'NAME (repeat, required, path): what it means'");
    char *flags = xstrndup(text + length, (size_t)(colon - text) - length);
    *LIST_ADD(&system->settings) = (struct system_setting){
        xstrndup(text, length), strstr(flags, "repeat") != NULL,
        strstr(flags, "required") != NULL, strstr(flags, "path") != NULL};
    free(flags);
    return true;
}

/* "unless: account" */
static bool check_unless(const struct system *system, struct error *error) {
    for (size_t i = 0; i < system->declarations.count; i++) {
        const struct declaration *declaration = &system->declarations.items[i];
        const char *wanted = declaration_field(declaration, "unless", NULL);
        bool known = !wanted;
        for (size_t s = 0; !known && s < system->settings.count; s++)
            known = !strcmp(system->settings.items[s].key, wanted);
        if (!known)
            return error_at(error, declaration->origin,
                            declaration_field_line(declaration, "unless"), 0,
                            "unless: '%s' is no setting of system.sql", wanted);
    }
    return true;
}

static bool unknown_system(const struct library *library, const struct site *site,
                           const struct source *source, struct error *error) {
    struct names known = {0};
    struct buffer list = {0};
    for (size_t i = 0; i < library->count; i++) {
        const char *name = library->items[i].name;
        if (!text_starts_with(name, "sources/") || !text_ends_with(name, "/system.sql"))
            continue;
        char *type = xstrndup(name + 8, strlen(name) - 8 - strlen("/system.sql"));
        buffer_printf(&list, "%s%s", list.size ? ", " : "", type);
        *LIST_ADD(&known) = type;
    }
    const char *nearest =
        text_nearest(source->type, (const char *const *)known.items, known.count);
    if (nearest)
        error_at(error, site->file, source->line, 0,
                 "source \"%s\": unknown type '%s'; did you mean '%s'?", source->name,
                 source->type, nearest);
    else
        error_at(error, site->file, source->line, 0,
                 "source \"%s\": unknown type '%s'; known are: %s", source->name,
                 source->type, buffer_text(&list));
    names_free(&known);
    buffer_free(&list);
    return false;
}

static bool read_files(struct system *system, const struct library *library,
                       struct error *error) {
    char *prefix = xasprintf("sources/%s/", system->name);
    struct declarations all = {0};
    bool ok = declarations_read(library, prefix, &all, error);
    for (size_t i = 0; i < all.count; i++) {
        struct declaration *declaration = &all.items[i];
        bool is_self = !strcmp(declaration->name + strlen(prefix), "system");
        const struct field_rule *rules = is_self ? system_fields : question_fields;
        size_t count = is_self ? COUNT_OF(system_fields) : COUNT_OF(question_fields);
        ok = ok && declaration_check_fields(declaration, rules, count, error) &&
             check_choices(declaration, error);
        if (is_self)
            system->self = *declaration;
        else
            *LIST_ADD(&system->declarations) = *declaration;
    }
    free(all.items); /* what they hold has moved */
    free(prefix);
    return ok;
}

bool system_read(const struct library *library, const struct site *site,
                 const struct source *source, struct system *system, struct error *error) {
    *system = (struct system){.name = xstrdup(source->type)};
    if (!read_files(system, library, error))
        return false;
    if (!system->self.name)
        return unknown_system(library, site, source, error);
    if (system->self.statements.count)
        return statement_error(&system->self, &system->self.statements.items[0], error,
                               "system.sql asks nothing; put this into a file beside it");
    for (size_t i = 0; i < system->self.fields.count; i++) {
        const struct header_field *field = &system->self.fields.items[i];
        if ((!strcmp(field->key, "setting") && !read_setting(system, field, error)) ||
            (!strcmp(field->key, "auth") && !read_auth(system, field, error)))
            return false;
    }
    add_limits(system);
    return check_unless(system, error);
}

/* A system that is gone or cannot be read has rows still, which must not come out. */
static enum zone zone_of(const struct library *library, const char *type) {
    char *name = xasprintf("sources/%s/system.sql", type);
    const struct library_file *file = library_find(library, name);
    struct declaration self = {0};
    struct error error = {0};
    enum zone zone = ZONE_RESTRICTED;
    if (file && declaration_parse(file, &self, &error)) {
        const char *word = declaration_field(&self, "zone", zone_names[ZONE_PUBLIC]);
        while (zone > ZONE_PUBLIC && strcmp(zone_names[zone], word))
            zone--;
    }
    declaration_free(&self);
    error_free(&error);
    free(name);
    return zone;
}

void system_place_zones(const struct library *library, struct site *site) {
    for (size_t i = 0; i < site->sources.count; i++)
        if (site->sources.items[i].zone == ZONE_OF_SYSTEM)
            site->sources.items[i].zone = zone_of(library, site->sources.items[i].type);
}

void system_free(struct system *system) {
    for (size_t i = 0; i < system->settings.count; i++)
        free(system->settings.items[i].key);
    free(system->settings.items);
    declarations_free(&system->declarations);
    declaration_free(&system->self);
    free(system->name);
    *system = (struct system){0};
}

static bool is_path(const struct system *system, const char *key) {
    for (size_t i = 0; i < system->settings.count; i++)
        if (!strcmp(system->settings.items[i].key, key))
            return system->settings.items[i].path;
    return false;
}

static char *absolute_path(const struct site *site, const char *value) {
    char *path = path_join(site->folder, value);
    char *resolved = path_resolve(path);
    free(path);
    return resolved;
}

/* An address is shown on the site and in logs, so no secret may stand in it. */
static bool check_url(const struct site *site, const struct setting *setting,
                      struct error *error) {
    const char *host = strstr(setting->value, "://");
    bool web = text_starts_with(setting->value, "https://") ||
               text_starts_with(setting->value, "http://");
    if (!web || !host[3] || strpbrk(setting->value, " \t?#"))
        return error_at(error, site->file, setting->line, setting->column,
                        "url must be an address like https://host/path, without spaces, "
                        "'?' and '#'");
    size_t name = strcspn(host + 3, "/");
    if (memchr(host + 3, '@', name))
        return error_at(error, site->file, setting->line, setting->column,
                        "url must not hold a user or password; put the secret into an "
                        "environment variable and name that with token-env");
    return true;
}

bool system_settings(const struct system *system, const struct site *site,
                     const struct source *source, struct settings *settings,
                     struct error *error) {
    struct setting_rule *rules = xcalloc(system->settings.count, sizeof *rules);
    for (size_t i = 0; i < system->settings.count; i++)
        rules[i] = (struct setting_rule){system->settings.items[i].key,
                                         system->settings.items[i].repeat,
                                         system->settings.items[i].required};
    bool ok = site_check_settings(site, source, rules, system->settings.count, error);
    free(rules);
    for (size_t i = 0; ok && i < source->setting_count; i++) {
        const struct setting *setting = &source->settings[i];
        if (!strcmp(setting->key, "url") && !check_url(site, setting, error))
            return false;
        char *value = is_path(system, setting->key) ? absolute_path(site, setting->value)
                                                    : xstrdup(setting->value);
        if (!strcmp(setting->key, "url"))
            while (text_ends_with(value, "/"))
                value[strlen(value) - 1] = '\0';
        *LIST_ADD(settings) =
            (struct setting){xstrdup(setting->key), value, setting->line, setting->column};
    }
    return ok;
}

void settings_free(struct settings *settings) {
    for (size_t i = 0; i < settings->count; i++) {
        free(settings->items[i].key);
        free(settings->items[i].value);
    }
    free(settings->items);
    *settings = (struct settings){0};
}

const char *settings_value(const struct settings *settings, const char *key,
                           const char *fallback) {
    for (size_t i = settings->count; i-- > 0;)
        if (!strcmp(settings->items[i].key, key))
            return settings->items[i].value;
    return fallback;
}
