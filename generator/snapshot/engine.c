#include "snapshot/engine.h"

#include "base/base.h"
#include "snapshot/functions.h"

#include <sqlite3.h>

/* SQL's clock is the run's: xCurrentTimeInt64 counts milliseconds since the Julian epoch.
 */
static bool clock_asked;

static int current_time_ms(sqlite3_vfs *vfs, sqlite3_int64 *ms) {
    (void)vfs;
    clock_asked = true;
    *ms = clock_now() * 1000 + 210866760000000;
    return SQLITE_OK;
}

static int current_time_days(sqlite3_vfs *vfs, double *days) {
    sqlite3_int64 ms;
    current_time_ms(vfs, &ms);
    *days = (double)ms / 86400000.0;
    return SQLITE_OK;
}

/* A text that SQLite has no memory for would be read as NULL: the program ends before. */
static sqlite3_mem_methods memory;

static void *take_memory(int size) {
    void *taken = memory.xMalloc(size);
    if (!taken)
        out_of_memory();
    return taken;
}

static void *take_more_memory(void *old, int size) {
    void *taken = memory.xRealloc(old, size);
    if (!taken)
        out_of_memory();
    return taken;
}

static void watch_memory(void) {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory);
    sqlite3_mem_methods watched = memory;
    watched.xMalloc = take_memory;
    watched.xRealloc = take_more_memory;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &watched);
}

void snapshot_init(void) {
    static sqlite3_vfs vfs;
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD); /* there are processes, no threads */
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    /* once one has become a file, every row that is written costs two writes more */
    sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
    watch_memory();
    sqlite3_initialize();
    vfs = *sqlite3_vfs_find(NULL);
    vfs.zName = "fixed-clock";
    vfs.xCurrentTime = current_time_days;
    vfs.xCurrentTimeInt64 = current_time_ms;
    sqlite3_vfs_register(&vfs, 1);
    sqlite3_auto_extension((void (*)(void))functions_register);
}

bool snapshot_clock_asked(void) {
    bool asked = clock_asked;
    clock_asked = false;
    return asked;
}
