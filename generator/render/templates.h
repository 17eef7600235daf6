/*
 * Templates: those of one format, as the library has them.
 *
 * In:  the files templates/NAME.html or templates/NAME.md; assets, which are published as
 *      they are.
 * Out: a set that the Mustache engine loads them into, each when it is first named.
 * Holds: a name that no file has is refused. {{> style.css}} and {{> script.js}} are assets
 * for a page that has them inside, between <style> or <script> and its end without anything
 * else; {{> script.js.sha256}} is the hash that the page's Content-Security-Policy needs
 * (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
 */
#ifndef RENDER_TEMPLATES_H
#define RENDER_TEMPLATES_H

#include "declare/declare.h"
#include "render/escape.h"
#include "render/mustache.h"

struct templates {
    const struct library *library;
    enum format format;
    struct mustache *set;
};

/* TEMPLATES is not to be moved until it is closed. */
void templates_open(struct templates *templates, const struct library *library,
                    enum format format);
void templates_close(struct templates *templates);

/* Whether there is a template NAME, in this format. */
bool templates_have(const struct templates *templates, const char *name);

/* Sets of FORMATS in which the page NAME is rendered from a template, ALL having one set
 * for each format: HTML and Markdown are each other's twins, so that neither goes without
 * the other, unless DECLARATION (NULL: of content pages) names its formats. False, with the
 * error set, where there is none, or no such format. */
bool templates_formats(const struct templates *all, const struct declaration *declaration,
                       const char *name, bool formats[FORMAT_COUNT], struct error *error);

/* Whether FILE is published as it is. A picture with tags is a template, and so is a script
 * called as a page is. */
bool templates_is_asset(const struct library *library, const struct library_file *file);

/* Loads a template for a set of somebody else's; see struct mustache_loader. */
bool templates_load(const struct library *library, enum format format, const char *name,
                    struct mustache_source *source, struct error *error);

#endif
