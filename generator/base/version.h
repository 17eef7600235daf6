/* The version of the program, as "tower --version" prints it. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define TOWER_VERSION "0.1.0"

#endif
