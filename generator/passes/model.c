#include "passes/model.h"

#include "passes/rule_setting.h"

#include <stdlib.h>
#include <string.h>

/* What site.conf calls the model that PASS computes; NULL where it is none. */
static const char *model_of(const struct declaration *pass) {
    static const char before[] = "passes/model-";
    return text_starts_with(pass->name, before) ? pass->name + strlen(before) : NULL;
}

static bool is_among(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

static bool refuse(const struct site *site, char *text, struct error *error) {
    error_at(error, site->file, site->models.line, site->models.column, "%s", text);
    free(text);
    return false;
}

static bool check_name(const struct rules *rules, const struct site *site, const char *name,
                       struct error *error) {
    struct names known = {0};
    for (size_t i = 0; i < rules->passes.count; i++)
        if (model_of(&rules->passes.items[i]))
            *LIST_ADD(&known) = xstrdup(model_of(&rules->passes.items[i]));
    bool ok =
        is_among(&known, name) ||
        refuse(site,
               site_unknown("model", name, (const char *const *)known.items, known.count),
               error);
    names_free(&known);
    return ok;
}

static bool read_selected(const struct rules *rules, const struct site *site,
                          struct names *selected, struct error *error) {
    bool none = !strcmp(site->models.value, "none");
    for (const char *at = none ? NULL : site->models.value; !error->kind && at;) {
        char *name = text_next_item(&at);
        if (is_among(selected, name))
            refuse(site, xasprintf("model \"%s\" stands twice; keep one", name), error);
        else
            check_name(rules, site, name, error);
        *LIST_ADD(selected) = name;
    }
    return !error->kind;
}

static bool check_needs(const struct rules *rules, const struct site *site,
                        const struct names *selected, struct error *error) {
    for (size_t i = 0; i < rules->passes.count; i++) {
        const struct declaration *pass = &rules->passes.items[i];
        const char *model = model_of(pass),
                   *needed = declaration_field(pass, "needs", NULL);
        if (model && needed && is_among(selected, model) && !is_among(selected, needed))
            return refuse(site,
                          xasprintf("model \"%s\" is computed from what \"%s\" gives; add "
                                    "that one",
                                    model, needed),
                          error);
    }
    return true;
}

/* Settings stay with their rule, whose place in the list is another one then. */
static void remove_pass(struct rules *rules, size_t place) {
    struct declaration *passes = rules->passes.items;
    size_t kept = 0, after = --rules->passes.count - place;
    for (size_t i = 0; i < rules->settings.count; i++) {
        struct rule_setting setting = rules->settings.items[i];
        if (setting.rule == &passes[place]) {
            rule_setting_free(&setting);
            continue;
        }
        if (setting.rule > &passes[place] && setting.rule <= &passes[rules->passes.count])
            setting.rule--;
        rules->settings.items[kept++] = setting;
    }
    rules->settings.count = kept;
    declaration_free(&passes[place]);
    memmove(&passes[place], &passes[place + 1], after * sizeof *passes);
}

bool models_select(struct rules *rules, const struct site *site, struct error *error) {
    struct names selected = {0};
    bool ok = !site->models.key || (read_selected(rules, site, &selected, error) &&
                                    check_needs(rules, site, &selected, error));
    for (size_t i = rules->passes.count; site->models.key && ok && i-- > 0;) {
        const char *model = model_of(&rules->passes.items[i]);
        if (model && !is_among(&selected, model))
            remove_pass(rules, i);
    }
    names_free(&selected);
    return ok;
}
