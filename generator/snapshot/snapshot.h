/*
 * snapshot: the SQLite file that holds everything, and who may read what of it.
 *
 * In:  rows from sources and passes.
 * Out: rows for passes, pages and people.
 * Holds: one process writes at a time; the file's schema is this program's; whatever a
 * declaration reads, it reads through a reader, which shows an edition (or a source) only
 * its own. When the file itself fails (disk full, damaged) the program says so and ends:
 * nothing useful can be done without it.
 */
#ifndef SNAPSHOT_SNAPSHOT_H
#define SNAPSHOT_SNAPSHOT_H

#include "declare/declare.h"
#include "site/site.h"

#include "snapshot/archive_day.h"
#include "snapshot/backup.h"
#include "snapshot/engine.h"
#include "snapshot/export.h"
#include "snapshot/history.h"
#include "snapshot/import.h"
#include "snapshot/load.h"
#include "snapshot/merge.h"
#include "snapshot/order.h"
#include "snapshot/point.h"
#include "snapshot/query.h"
#include "snapshot/reader.h"
#include "snapshot/store.h"
#include "snapshot/verify.h"

#endif
