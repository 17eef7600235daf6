#include "command/command.h"

static const struct command commands[] = {
    {"build", command_build, NULL, 0, "Collect, analyse and render: the main job"},
    {"collect", command_collect, NULL, 0, "Ask the sources and load what they answer"},
    {"analyse", command_analyse, NULL, 0, "Compute scores, priorities and findings"},
    {"render", command_render, NULL, 0, "Make the pages of every edition"},
    {"check", command_check, NULL, 0, "Check site.conf, declarations and templates"},
    {"merge", command_merge, "OUT IN...", 2, "Unite the snapshots that shares collected"},
    {"pack", command_pack, "FILE.zip", 1, "Make one archive of an edition's whole site"},
    {"explain", command_explain, "NAME", 1,
     "Tell what a score, a priority or a finding comes from\n"
     "\n"
     "NAME is a repository (owner/name), an issue or pull request (owner/name#12), a\n"
     "finding (no-license:owner/name), an alert (dependency:owner/name#3), a\n"
     "recommendation (write-cheapest:owner/name), a ticket, incident, job or idea (its\n"
     "key), a budget (budget:ai), a number of many days (open_issues:owner/name), a rule\n"
     "(no-license), or portfolio. What is told is what the last run computed: the\n"
     "arithmetic, the facts, the rules and their versions"},
    {"mcp", command_mcp, NULL, 0,
     "Answer assistants from the snapshot, read-only\n"
     "\n"
     "Speaks the Model Context Protocol on stdin and stdout, until stdin ends: a client\n"
     "starts it. What the first edition (or --edition) may show is told, as it was\n"
     "last analysed; nothing is changed"},
    {"db backup", command_db_backup, "FILE", 1,
     "Copy the snapshot, also while a run is at work\n"
     "\n"
     "FILE is one file with everything in it; FILE.sha256 beside it is its checksum,\n"
     "which sha256sum -c reads too. The copy is verified"},
    {"db verify", command_db_verify, "[FILE]", 0,
     "Look whether a snapshot or a backup is whole\n"
     "\n"
     "FILE is a backup, or else data/tower.db. With FILE.sha256 beside it any byte that\n"
     "changed is found; a run leaves one for data/tower.db when it ends. Without (a run\n"
     "is at work, or was interrupted) what SQLite can notice is found: damaged pages\n"
     "and indexes, values that the schema refuses, references to nothing; but no other\n"
     "letter in a text"},
    {"db restore", command_db_restore, "FILE", 1,
     "Put a backup in the snapshot's place\n"
     "\n"
     "The backup is verified first. What it replaces stays in the file\n"
     "data/tower.db.before-restore"},
    {"db export", command_db_export, "DIR", 1,
     "Write the snapshot as text, for git or for people\n"
     "\n"
     "JSON Lines, one row a line, a file for each table and month; only files that\n"
     "differ are written. It holds everything, of every zone: it is for the owner, not\n"
     "for publishing. What is made again whenever it is missing is left out"},
    {"db import", command_db_import, "DIR", 1,
     "Make the snapshot that an export was made of\n"
     "\n"
     "Where there is a snapshot, --force replaces it; it stays in the file\n"
     "data/tower.db.before-import"},
    {"db prune", command_db_prune, NULL, 0,
     "Forget the nights that [history] does not keep\n"
     "\n"
     "A run does so, too; this gives the space back to the disk as well"},
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
