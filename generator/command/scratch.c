#include "command/scratch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *scratch_make(struct error *error) {
    const char *temporary = getenv("TMPDIR");
    char *folder = path_join(temporary && *temporary ? temporary : "/tmp", "tower-XXXXXX");
    if (mkdtemp(folder))
        return folder;
    error_set(error, "%s: %s", folder, strerror(errno));
    free(folder);
    return NULL;
}

void scratch_remove(char *folder) {
    struct names names = {0};
    struct error ignored = {0};
    if (!folder)
        return;
    folder_list(folder, &names, &ignored);
    for (size_t i = 0; i < names.count; i++) {
        char *path = path_join(folder, names.items[i]);
        unlink(path);
        free(path);
    }
    rmdir(folder);
    names_free(&names);
    error_free(&ignored);
    free(folder);
}
