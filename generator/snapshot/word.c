#include "snapshot/word.h"

#include "base/base.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Sorted. Contractions come in two pieces ("don't": don, t). */
static const char *const common[] = {
    "about",  "after",   "again",   "against", "all",     "also",    "am",      "an",
    "and",    "any",     "are",     "as",      "at",      "be",      "because", "been",
    "before", "being",   "between", "both",    "but",     "by",      "can",     "cannot",
    "could",  "did",     "do",      "does",    "doing",   "don",     "down",    "during",
    "each",   "every",   "few",     "for",     "from",    "further", "get",     "gets",
    "had",    "has",     "have",    "having",  "he",      "her",     "here",    "him",
    "his",    "how",     "if",      "in",      "instead", "into",    "is",      "it",
    "its",    "just",    "let",     "like",    "make",    "many",    "may",     "me",
    "more",   "most",    "much",    "must",    "my",      "need",    "needed",  "needs",
    "no",     "nor",     "not",     "now",     "of",      "off",     "on",      "once",
    "one",    "only",    "or",      "other",   "our",     "out",     "over",    "own",
    "said",   "same",    "say",     "says",    "she",     "should",  "so",      "some",
    "still",  "such",    "than",    "that",    "the",     "their",   "them",    "then",
    "there",  "these",   "they",    "this",    "those",   "through", "to",      "too",
    "under",  "until",   "up",      "us",      "use",     "used",    "uses",    "using",
    "very",   "want",    "wants",   "was",     "we",      "were",    "what",    "when",
    "where",  "which",   "while",   "who",     "whom",    "whose",   "why",     "will",
    "with",   "without", "would",   "yet",     "you",     "your",
};

static fts5_api *find_api(sqlite3 *db) {
    fts5_api *api = NULL;
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &query, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(query, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(query);
    }
    sqlite3_finalize(query);
    return api;
}

bool words_open(struct words *words, sqlite3 *db) {
    const char *arguments[] = {"unicode61", "remove_diacritics", "2"};
    void *owner = NULL;
    fts5_api *api = find_api(db);
    *words = (struct words){0};
    return api && api->xFindTokenizer(api, "porter", &owner, &words->kind) == SQLITE_OK &&
           words->kind.xCreate(owner, arguments, COUNT_OF(arguments), &words->tokenizer) ==
               SQLITE_OK;
}

void words_close(struct words *words) {
    if (words->tokenizer)
        words->kind.xDelete(words->tokenizer);
    *words = (struct words){0};
}

struct reading {
    const char *text;
    void (*take)(void *owner, const struct word *word);
    void *owner;
};

static int take_token(void *context, int flags, const char *token, int size, int start,
                      int end) {
    const struct reading *reading = context;
    (void)flags;
    reading->take(reading->owner, &(struct word){token, (size_t)size, reading->text + start,
                                                 (size_t)(end - start)});
    return SQLITE_OK;
}

void words_each(struct words *words, const char *text, size_t size,
                void (*take)(void *owner, const struct word *word), void *owner) {
    struct reading reading = {text, take, owner};
    if (words->kind.xTokenize(words->tokenizer, &reading, FTS5_TOKENIZE_DOCUMENT, text,
                              (int)size, take_token) != SQLITE_OK)
        out_of_memory();
}

static int compare(const void *key, const void *item) {
    const struct word *word = key;
    const char *other = *(const char *const *)item;
    int order = strncasecmp(word->text, other, word->text_size);
    return order ? order : -(other[word->text_size] != '\0');
}

bool word_is_telling(const struct word *word) {
    size_t digits = 0;
    while (digits < word->text_size && word->text[digits] >= '0' &&
           word->text[digits] <= '9')
        digits++;
    return word->stem_size > 1 && digits < word->text_size &&
           !bsearch(word, common, COUNT_OF(common), sizeof *common, compare);
}
