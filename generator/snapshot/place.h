/*
 * Where a repository is, from any of the ways to write that: two texts mean the same
 * repository if their places are equal.
 *
 *     https://token@Forge.example:8443/Owner/Name.git?x#y   forge.example/owner/name
 *     git@forge.example:owner/name.git, git+ssh://...@v1    forge.example/owner/name
 *     github:owner/name                                     github.com/owner/name
 *     /srv/git/name.git, file:///srv/git/name               /srv/git/name
 *     ../other.git, beside any of these as the base         forge.example/owner/other
 *
 * A host's port, a user and a password, what stands behind "?", "#" and "@" do not count,
 * and at a host letter case neither.
 */
#ifndef SNAPSHOT_PLACE_H
#define SNAPSHOT_PLACE_H

#include <sqlite3.h>

/* The place, new text; NULL where TEXT is none. BASE is what a relative one is relative to,
 * or NULL. */
char *place_read(const char *text, const char *base);

/* For SQL: url_place(text), url_place(text, base): the same; url_plain(text): the text
 * without the user and the password of an address in it. */
int place_register(sqlite3 *db);

#endif
