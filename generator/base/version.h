/*
 * The version of the program, and which build of it runs.
 *
 * Out: what "tower --version" prints; the name of the very executable.
 * Holds: another executable has another name.
 */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define TOWER_VERSION "0.1.0"

enum { VERSION_BUILD_SIZE = 65 };

/* The name of the running executable as hexadecimal text: the build-id that the linker left
 * in it (ld(1), --build-id), or the hash of its file where there is none. Empty where
 * neither can be read. */
void version_build(char hex[VERSION_BUILD_SIZE]);

#endif
