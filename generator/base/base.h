/*
 * base: what every room may use. No word here knows what a repository is.
 *
 * In:  bytes, paths, commands.
 * Out: buffers, error texts, log lines, files written whole.
 * Holds: running out of memory ends the program inside the allocator, so no
 * caller ever checks for it.
 */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include "base/buffer.h"
#include "base/clock.h"
#include "base/crew.h"
#include "base/csv.h"
#include "base/decimal.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/process.h"
#include "base/text.h"

#endif
