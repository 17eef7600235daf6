/*
 * Say: text from outside on a terminal.
 *
 * Holds: what would break the line or drive the terminal is shown as a space.
 */
#ifndef COMMAND_SAY_H
#define COMMAND_SAY_H

/* TEXT, which may be NULL, to standard output, without ending the line. */
void say_text(const char *text);

#endif
