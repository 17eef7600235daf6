/* Functions that SQL lacks. They depend on nothing but their arguments. */
#ifndef SNAPSHOT_FUNCTIONS_H
#define SNAPSHOT_FUNCTIONS_H

#include <sqlite3.h>

/* Adds them to a connection; has the form that sqlite3_auto_extension() wants. */
int functions_register(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

#endif
