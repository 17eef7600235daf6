/*
 * Memory that is always there: when the system has no more, the program says so
 * and ends. Everything returned is freed with free().
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

/* Says so and ends; for what a library tells that had none. */
_Noreturn void out_of_memory(void);

/* SIZE bytes, for libraries that are told where to take theirs from. */
void *xmalloc(size_t size);

/* MEMORY; where it is NULL there is none, and the program ends. */
void *xmust(void *memory);

/* SIZE bytes, zeroed. */
void *xcalloc(size_t count, size_t size);

void *xrealloc(void *old, size_t size);

/* From now on what is large (a megabyte) stands apart from all else: it grows where it is,
 * and goes back to the system when it is freed. */
void memory_part_large(void);

/* Copies; xstrdup(NULL) is NULL. */
char *xstrdup(const char *text);
char *xstrndup(const char *text, size_t length);

/* printf into new memory. */
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *xvasprintf(const char *format, va_list arguments)
    __attribute__((format(printf, 1, 0)));

/* Makes room for one item more in a growing array: returns the array, perhaps moved,
 * with item COUNT zeroed. CAPACITY is kept by this function and starts at 0. */
void *array_grow(void *items, size_t count, size_t *capacity, size_t item_size);

/* Appends one zeroed item to LIST->items and gives its address, for any struct that has
 * members items, count and capacity. */
#define LIST_ADD(list)                                                                     \
    ((list)->items = array_grow((list)->items, (list)->count, &(list)->capacity,           \
                                sizeof *(list)->items),                                    \
     &(list)->items[(list)->count++])

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif
