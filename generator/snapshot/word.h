/*
 * Words: what a text is made of, as full-text search sees it.
 *
 * In:  a text in UTF-8; a connection whose SQLite has FTS5.
 * Out: its words in order, each with its stem.
 * Holds: words are those of FTS5's tokenizer "porter unicode61 remove_diacritics 2"
 *      (https://www.sqlite.org/fts5.html#tokenizers): letters and digits of any script,
 *      without regard to case and accents, English endings taken off. What writes no spaces
 *      between words (Chinese, Japanese, Thai) is a word as far as no mark divides it.
 */
#ifndef SNAPSHOT_WORD_H
#define SNAPSHOT_WORD_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

struct word {
    const char *stem; /* neither ends in NUL */
    size_t stem_size;
    const char *text; /* as it stands there */
    size_t text_size;
};

struct words {
    fts5_tokenizer kind;
    Fts5Tokenizer *tokenizer;
};

/* False where DB has no FTS5. To be closed in either case. */
bool words_open(struct words *words, sqlite3 *db);
void words_close(struct words *words);

/* Calls TAKE for each word of TEXT. */
void words_each(struct words *words, const char *text, size_t size,
                void (*take)(void *owner, const struct word *word), void *owner);

/* False for what tells nothing of what a text is about: a word that most texts in English
 * have, a single letter, a number. */
bool word_is_telling(const struct word *word);

#endif
