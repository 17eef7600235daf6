/* What a source says of its MCP server, checked and made ready for it. */
#include "collect/mcp.h"

#include "collect/auth_kind.h"
#include "collect/mcp_client.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const struct setting_rule mcp_rules[] = {
    {"command", false, false}, {"argument", true, false}, {"env", true, false},
    {"variable", true, false}, {"url", false, false},
};
const size_t mcp_rule_count = COUNT_OF(mcp_rules);

/* What a program gets without being asked for. */
static const char *const usual[] = {"PATH", "HOME", "LANG"};

static bool is_name(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] != '_' && !isalpha((unsigned char)text[i]) &&
            !(i && isdigit((unsigned char)text[i])))
            return false;
    return length > 0;
}

/* What was written is not repeated: it may be the secret itself. */
static bool check_setting(const struct site *site, const struct setting *setting,
                          struct error *error) {
    size_t length = strcspn(setting->value, "=");
    bool sound = true;
    if (!strcmp(setting->key, "env") && !is_name(setting->value, strlen(setting->value)))
        sound = error_at(error, site->file, setting->line, setting->column,
                         "env names a variable of the environment, like GITHUB_TOKEN");
    if (!strcmp(setting->key, "variable") &&
        (!setting->value[length] || !is_name(setting->value, length)))
        sound = error_at(error, site->file, setting->line, setting->column,
                         "variable is written NAME=VALUE");
    return sound;
}

bool mcp_check_settings(const struct mcp *mcp, const struct site *site,
                        struct error *error) {
    const struct source *source = mcp->session->source;
    const char *command = settings_value(mcp->settings, "command", NULL);
    bool url = settings_value(mcp->settings, "url", NULL);
    for (size_t i = 0; i < mcp->settings->count; i++)
        if (!check_setting(site, &mcp->settings->items[i], error))
            return false;
    if (command && (url || !*command))
        return error_at(error, site->file, source->line, 0,
                        "source \"%s\": its MCP server is either a command or at a url; "
                        "give one of the two",
                        source->name);
    return command || mcp->session->url || source->replay ||
           error_at(error, site->file, source->line, 0,
                    "source \"%s\": say where its MCP server is: a command with its "
                    "arguments, or a url",
                    source->name);
}

void mcp_list_arguments(const struct mcp *mcp, struct names *arguments) {
    *LIST_ADD(arguments) = xstrdup(settings_value(mcp->settings, "command", ""));
    for (size_t i = 0; i < mcp->settings->count; i++)
        if (!strcmp(mcp->settings->items[i].key, "argument"))
            *LIST_ADD(arguments) = xstrdup(mcp->settings->items[i].value);
    LIST_ADD(arguments);
}

static void add_variable(struct names *environment, const char *name) {
    const char *value = name ? getenv(name) : NULL;
    if (value)
        *LIST_ADD(environment) = xasprintf("%s=%s", name, value);
}

void mcp_list_environment(const struct mcp *mcp, struct names *environment) {
    for (size_t i = 0; i < COUNT_OF(usual); i++)
        add_variable(environment, usual[i]);
    add_variable(environment, mcp->session->source->token_env);
    for (size_t i = 0; i < mcp->settings->count; i++) {
        const struct setting *setting = &mcp->settings->items[i];
        if (!strcmp(setting->key, "variable"))
            *LIST_ADD(environment) = xstrdup(setting->value);
        if (strcmp(setting->key, "env"))
            continue;
        if (!getenv(setting->value))
            log_warn("%s: the environment has no %s", mcp->session->source->name,
                     setting->value);
        add_variable(environment, setting->value);
    }
    LIST_ADD(environment);
}

void mcp_redact(const struct mcp *mcp, struct buffer *text) {
    auth_redact_text(text, mcp->session->source->token);
    for (size_t i = 0; i < mcp->settings->count; i++)
        if (!strcmp(mcp->settings->items[i].key, "env"))
            auth_redact_text(text, getenv(mcp->settings->items[i].value));
}
