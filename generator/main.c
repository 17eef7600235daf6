#include "command/command.h"

static const struct command commands[] = {
    {"build", command_build, NULL, 0, "Collect, analyse and render: the main job"},
    {"collect", command_collect, NULL, 0, "Ask the sources and load what they answer"},
    {"analyse", command_analyse, NULL, 0, "Compute scores, priorities and findings"},
    {"render", command_render, NULL, 0, "Make the pages of every edition"},
    {"check", command_check, NULL, 0, "Check site.conf, declarations and templates"},
    {"merge", command_merge, "OUT IN...", 2, "Unite the snapshots that shares collected"},
    {"pack", command_pack, "FILE.zip", 1, "Make one archive of an edition's whole site"},
    {"sql", command_sql, "\"SELECT ...\"", 1, "Ask the snapshot anything, read-only"},
    {"template", command_template, "FILE DATA.json", 2, "Render a Mustache template"},
    {"config", command_config, "FILE", 1, NULL},
    {"markdown", command_markdown, NULL, 0, NULL},
};

int main(int count, char **arguments) {
    return (int)command_run(commands, COUNT_OF(commands),
                            (const char *const *)arguments + 1,
                            count ? (size_t)count - 1 : 0);
}
