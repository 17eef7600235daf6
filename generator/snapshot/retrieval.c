#include "snapshot/retrieval.h"

#include "base/base.h"
#include "snapshot/word.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* That a document has a term. */
struct hit {
    size_t document;
    int64_t count; /* how often */
};

/* A word that is asked for, once for all questions. */
struct term {
    char *stem;
    size_t size;
    int64_t documents; /* how many have it */
    double weight;
    int64_t count; /* in the document that is being read */
    struct {
        struct hit *items;
        size_t count, capacity;
    } hits; /* documents that may be answers */
};

/* A word of a question. */
struct wanted {
    size_t term;
    char *text; /* as the question writes it */
};

struct question {
    int64_t number;
    double weight; /* of all its words */
    size_t count;
    struct wanted words[RETRIEVAL_WORDS];
};

struct document {
    char *id;
    int64_t size; /* in words */
};

/* What a document has in common with a question. */
struct match {
    const struct document *document;
    double score;
    double weight;  /* of the words that both have */
    uint32_t words; /* of these, which tell something: a bit for each of the question's */
};

struct retrieval {
    struct words words;
    bool open, failed;
    int64_t documents, size; /* how many, and how many words they have in all */
    struct {
        struct term *items;
        size_t count, capacity;
    } terms;
    size_t *places; /* of terms by hash, plus 1; 0: none */
    size_t place_mask;
    struct {
        struct question *items;
        size_t count, capacity;
    } questions;
    struct {
        struct document *items;
        size_t count, capacity;
    } found;
    struct {
        size_t *items;
        size_t count, capacity;
    } seen; /* terms of the document that is being read, documents that match a question */
    struct match *matches; /* of the question that is being answered, for each document */
    int64_t step;
};

/* terms */

/* FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
static size_t hash(const char *stem, size_t size) {
    uint64_t value = 14695981039346656037u;
    for (size_t i = 0; i < size; i++)
        value = (value ^ (unsigned char)stem[i]) * 1099511628211u;
    return (size_t)value;
}

/* Where STEM's place is, or would be. */
static size_t *find_place(const struct retrieval *retrieval, const char *stem,
                          size_t size) {
    size_t at = hash(stem, size);
    for (;; at++) {
        size_t *place = &retrieval->places[at & retrieval->place_mask];
        const struct term *term = *place ? &retrieval->terms.items[*place - 1] : NULL;
        if (!term || (term->size == size && !memcmp(term->stem, stem, size)))
            return place;
    }
}

static size_t take_term(struct retrieval *retrieval, const char *stem, size_t size) {
    size_t *place = find_place(retrieval, stem, size);
    if (!*place) {
        *LIST_ADD(&retrieval->terms) =
            (struct term){.stem = xstrndup(stem, size), .size = size};
        *place = retrieval->terms.count;
    }
    return *place - 1;
}

/* questions */

static void add_word(void *owner, const struct word *word) {
    struct retrieval *retrieval = owner;
    struct question *question = &retrieval->questions.items[retrieval->questions.count - 1];
    if (question->count == RETRIEVAL_WORDS || !word_is_telling(word))
        return;
    size_t term = take_term(retrieval, word->stem, word->stem_size);
    for (size_t i = 0; i < question->count; i++)
        if (question->words[i].term == term)
            return;
    question->words[question->count++] =
        (struct wanted){term, xstrndup(word->text, word->text_size)};
}

/* Room for twice as many terms as there can be. */
static void make_places(struct retrieval *retrieval, size_t questions) {
    size_t room = 64;
    while (room < 2 * RETRIEVAL_WORDS * questions)
        room *= 2;
    retrieval->places = xcalloc(room, sizeof *retrieval->places);
    retrieval->place_mask = room - 1;
}

static bool read_questions(struct retrieval *retrieval, sqlite3_value *value) {
    const char *text = (const char *)sqlite3_value_text(value);
    char *clean = text ? text_mend(text, (size_t)sqlite3_value_bytes(value)) : NULL;
    json_t *all = clean ? json_loads(clean, JSON_ALLOW_NUL, NULL) : NULL, *one;
    size_t i;
    bool ok = json_is_array(all);
    make_places(retrieval, json_array_size(all));
    json_array_foreach(all, i, one) {
        json_t *words = json_array_get(one, 1);
        *LIST_ADD(&retrieval->questions) =
            (struct question){.number = json_integer_value(json_array_get(one, 0))};
        if (json_is_string(words))
            words_each(&retrieval->words, json_string_value(words),
                       json_string_length(words), add_word, retrieval);
    }
    json_decref(all);
    free(clean);
    return ok;
}

/* documents */

static void count_word(void *owner, const struct word *word) {
    struct retrieval *retrieval = owner;
    size_t place = *find_place(retrieval, word->stem, word->stem_size);
    retrieval->size++;
    if (!place)
        return;
    struct term *term = &retrieval->terms.items[place - 1];
    if (!term->count)
        *LIST_ADD(&retrieval->seen) = place - 1;
    term->count += retrieval->step;
}

static void read_text(struct retrieval *retrieval, sqlite3_value *value, int64_t step) {
    const char *text = (const char *)sqlite3_value_text(value);
    retrieval->step = step;
    if (text)
        words_each(&retrieval->words, text, (size_t)sqlite3_value_bytes(value), count_word,
                   retrieval);
}

/* What shares less than two words with all questions together is nobody's answer. */
static void read_document(struct retrieval *retrieval, sqlite3_value **values) {
    const char *id = (const char *)sqlite3_value_text(values[1]);
    int64_t before = retrieval->size;
    retrieval->seen.count = 0;
    read_text(retrieval, values[2], RETRIEVAL_TITLE);
    read_text(retrieval, values[3], 1);
    retrieval->documents++;
    bool wanted = retrieval->seen.count > 1 && id;
    if (wanted)
        *LIST_ADD(&retrieval->found) =
            (struct document){xstrdup(id), retrieval->size - before};
    for (size_t i = 0; i < retrieval->seen.count; i++) {
        struct term *term = &retrieval->terms.items[retrieval->seen.items[i]];
        if (wanted)
            *LIST_ADD(&term->hits) = (struct hit){retrieval->found.count - 1, term->count};
        term->documents++;
        term->count = 0;
    }
}

static void add_document(sqlite3_context *context, int count, sqlite3_value **values) {
    struct retrieval *retrieval = sqlite3_aggregate_context(context, sizeof *retrieval);
    (void)count;
    xmust(retrieval);
    if (!retrieval->open && !retrieval->failed) {
        retrieval->open =
            words_open(&retrieval->words, sqlite3_context_db_handle(context)) &&
            read_questions(retrieval, values[0]);
        retrieval->failed = !retrieval->open;
    }
    if (retrieval->open)
        read_document(retrieval, values);
}

/* answers */

static const double least_weight = 1e-6;

/* Of a word that more than half of the documents have there would be nothing left; see
 * fts5_aux.c of SQLite. */
static double weight(int64_t documents, int64_t with) {
    with = with ? with : 1;
    double value = log(((double)(documents - with) + 0.5) / ((double)with + 0.5));
    return value > 0 ? value : least_weight;
}

static void weigh(struct retrieval *retrieval) {
    for (size_t i = 0; i < retrieval->terms.count; i++)
        retrieval->terms.items[i].weight =
            weight(retrieval->documents, retrieval->terms.items[i].documents);
    for (size_t i = 0; i < retrieval->questions.count; i++) {
        struct question *question = &retrieval->questions.items[i];
        for (size_t w = 0; w < question->count; w++)
            question->weight += retrieval->terms.items[question->words[w].term].weight;
    }
}

/* What the question's word at PLACE adds to the documents that have it. */
static void match_word(struct retrieval *retrieval, const struct question *question,
                       size_t place) {
    const double k1 = 1.2, b = 0.75;
    const struct term *term = &retrieval->terms.items[question->words[place].term];
    double average = (double)retrieval->size / (double)retrieval->documents;
    for (size_t i = 0; i < term->hits.count; i++) {
        const struct hit *hit = &term->hits.items[i];
        struct match *match = &retrieval->matches[hit->document];
        if (!match->document)
            *LIST_ADD(&retrieval->seen) = hit->document;
        match->document = &retrieval->found.items[hit->document];
        double count = (double)hit->count, size = (double)match->document->size;
        match->score +=
            term->weight * (count * (k1 + 1) / (count + k1 * (1 - b + b * size / average)));
        match->weight += term->weight;
        match->words |= term->weight > least_weight ? UINT32_C(1) << place : 0;
    }
}

static bool has_two(uint32_t words) {
    return (words & (words - 1)) != 0;
}

static int compare(const void *left, const void *right) {
    const struct match *a = left, *b = right;
    int order = (a->score < b->score) - (a->score > b->score);
    return order ? order : strcmp(a->document->id, b->document->id);
}

static json_t *shared_words(const struct question *question, const struct match *match) {
    struct buffer text = {0};
    for (size_t i = 0; i < question->count; i++)
        if (match->words >> i & 1)
            buffer_printf(&text, "%s%s", text.size ? ", " : "", question->words[i].text);
    json_t *words = json_string(buffer_text(&text));
    buffer_free(&text);
    return words ? words : json_string("");
}

static void print_answer(const struct question *question, const struct match *match,
                         json_t *answers) {
    json_array_append_new(answers,
                          json_pack("[I, s, f, f, o]", (json_int_t)question->number,
                                    match->document->id, match->score,
                                    match->weight / question->weight,
                                    shared_words(question, match)));
}

static void answer(struct retrieval *retrieval, const struct question *question,
                   json_t *answers) {
    struct {
        struct match *items;
        size_t count, capacity;
    } matches = {0};
    retrieval->seen.count = 0;
    for (size_t i = 0; i < question->count; i++)
        match_word(retrieval, question, i);
    for (size_t i = 0; i < retrieval->seen.count; i++) {
        struct match *match = &retrieval->matches[retrieval->seen.items[i]];
        if (has_two(match->words))
            *LIST_ADD(&matches) = *match;
        *match = (struct match){0};
    }
    if (matches.count)
        qsort(matches.items, matches.count, sizeof *matches.items, compare);
    for (size_t i = 0; i < matches.count && i < RETRIEVAL_MOST; i++)
        print_answer(question, &matches.items[i], answers);
    free(matches.items);
}

static void retrieval_free(struct retrieval *retrieval) {
    for (size_t i = 0; i < retrieval->terms.count; i++) {
        free(retrieval->terms.items[i].stem);
        free(retrieval->terms.items[i].hits.items);
    }
    for (size_t i = 0; i < retrieval->questions.count; i++)
        for (size_t w = 0; w < retrieval->questions.items[i].count; w++)
            free(retrieval->questions.items[i].words[w].text);
    for (size_t i = 0; i < retrieval->found.count; i++)
        free(retrieval->found.items[i].id);
    free(retrieval->terms.items);
    free(retrieval->places);
    free(retrieval->questions.items);
    free(retrieval->found.items);
    free(retrieval->seen.items);
    free(retrieval->matches);
    words_close(&retrieval->words);
}

static void give_answers(sqlite3_context *context) {
    struct retrieval none = {0}, *retrieval = sqlite3_aggregate_context(context, 0);
    json_t *answers = json_array();
    retrieval = retrieval ? retrieval : &none;
    if (retrieval->failed)
        sqlite3_result_error(
            context, "retrieve() takes questions as a JSON array, and FTS5 in SQLite", -1);
    weigh(retrieval);
    retrieval->matches = xcalloc(retrieval->found.count, sizeof *retrieval->matches);
    for (size_t i = 0; i < retrieval->questions.count; i++)
        answer(retrieval, &retrieval->questions.items[i], answers);
    if (!retrieval->failed)
        sqlite3_result_text(context, json_dumps(answers, JSON_COMPACT), -1, free);
    json_decref(answers);
    retrieval_free(retrieval);
}

int retrieval_register(sqlite3 *db) {
    return sqlite3_create_function_v2(db, "retrieve", 4,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                      NULL, NULL, add_document, give_answers, NULL);
}
