/*
 * Retrieval: which documents have to do with a question.
 *
 * In:  questions, and documents one after the other, of which only what is asked for is
 *      remembered. No index is kept: there would have to be one for each edition, as what
 *      an edition may not show must not count as a document. 100,000 issues take about a
 *      second; an index of them takes three to make. A question costs as much as there are
 *      documents that have a word of it.
 * Out: for each question the documents that share the most telling words with it.
 * Holds: words are those of FTS5's tokenizer "porter unicode61 remove_diacritics 2", and a
 *      document's score is what FTS5's bm25() gives it, with its sign turned
 *      (https://www.sqlite.org/fts5.html#the_bm25_function), for a query of the question's
 *      words joined by OR. Nothing in a question is syntax. Words that any text has, single
 *      letters and numbers are not asked for, nor more than RETRIEVAL_WORDS of a question.
 *      The same documents give the same answer, whatever their order.
 *
 * For SQL, as an aggregate over documents:
 *   retrieve(questions, id, title, text)
 *     questions is a JSON array of [number, text], the same in every row; a word of a title
 *     counts as RETRIEVAL_TITLE of a text. Gives a JSON array of [number, id, score,
 *     relevance, words]: for each question at most RETRIEVAL_MOST documents, the highest
 *     score first, that share at least two words with it; what more than half of all have
 *     does not count. Relevance, between 0 and 1, is how much of the question's weight is
 *     in what they share: a word weighs the more the fewer documents have it, and one that
 *     none has as much as if one had it. Words are those shared, as the question writes
 *     them.
 */
#ifndef SNAPSHOT_RETRIEVAL_H
#define SNAPSHOT_RETRIEVAL_H

#include <sqlite3.h>

enum { RETRIEVAL_WORDS = 32, RETRIEVAL_MOST = 50, RETRIEVAL_TITLE = 2 };

/* Adds the aggregate to a connection: SQLITE_OK, or SQLite's error. */
int retrieval_register(sqlite3 *db);

#endif
