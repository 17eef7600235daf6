/*
 * What a text in Markdown is made of, as cmark-gfm's tree, within bounds that no person's
 * text reaches.
 *
 * In:  a text in GitHub-flavoured Markdown, from anybody.
 * Out: its tree.
 * Holds: the costs of the tree, and of writing it, grow with the text and not with its
 * square: nothing nests deeper than 100, and no table has more than 500 columns or makes
 * more than 100,000 cells. What goes over stays as text.
 */
#ifndef RENDER_MARKDOWN_TREE_H
#define RENDER_MARKDOWN_TREE_H

#include <cmark-gfm.h>
#include <stdbool.h>
#include <stddef.h>

/* The tree of SIZE bytes at TEXT, which the caller frees. Where WITH_TABLES is not NULL, it
 * says whether tables were looked for: false where they would have been too large. */
cmark_node *markdown_tree(const char *text, size_t size, bool *with_tables);

/* Cuts LIST after its first 1000 items where it is ordered, into a list that goes on
 * counting. cmark's writer counts anew for each item. */
void markdown_tree_cut_list(cmark_node *list);

/* Puts the children in the node's place, and frees it. */
void markdown_tree_unwrap(cmark_node *node);

#endif
