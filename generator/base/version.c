#include "base/version.h"

#include "base/base.h"

#include <elf.h>
#include <link.h>
#include <string.h>

/* Notes of the GNU tools are of this type and owner (elf(5)). */
static bool is_build_id(const ElfW(Nhdr) * note, const char *owner) {
    return note->n_type == NT_GNU_BUILD_ID && note->n_namesz == sizeof ELF_NOTE_GNU &&
           !memcmp(owner, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU) && note->n_descsz &&
           note->n_descsz < VERSION_BUILD_SIZE / 2;
}

static size_t padded(size_t size) {
    return (size + 3) & ~(size_t)3;
}

static bool find_note(const char *at, size_t size, char *hex) {
    const ElfW(Nhdr) * note;
    while (size >= sizeof *note) {
        note = (const void *)at;
        const char *owner = at + sizeof *note;
        size_t whole = sizeof *note + padded(note->n_namesz) + padded(note->n_descsz);
        if (whole > size)
            return false;
        if (is_build_id(note, owner)) {
            text_hex((const unsigned char *)owner + padded(note->n_namesz), note->n_descsz,
                     hex);
            return true;
        }
        at += whole;
        size -= whole;
    }
    return false;
}

/* The first of the loaded files is the program itself (dl_iterate_phdr(3)). */
static int look_at_program(struct dl_phdr_info *file, size_t size, void *hex) {
    (void)size;
    for (size_t i = 0; i < file->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &file->dlpi_phdr[i];
        if (part->p_type == PT_NOTE &&
            find_note((const char *)file->dlpi_addr + part->p_vaddr, part->p_memsz, hex))
            break;
    }
    return 1;
}

static void hash_file(char *hex) {
    enum { LARGEST = 1 << 30 };
    struct buffer program = {0};
    struct error ignored = {0};
    if (file_read("/proc/self/exe", LARGEST, &program, &ignored))
        text_hash(program.data, program.size, hex);
    buffer_free(&program);
    error_free(&ignored);
}

void version_build(char hex[VERSION_BUILD_SIZE]) {
    static char known[VERSION_BUILD_SIZE];
    if (!*known)
        dl_iterate_phdr(look_at_program, known);
    if (!*known)
        hash_file(known);
    memcpy(hex, known, sizeof known);
}
