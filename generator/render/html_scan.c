#include "render/html_scan.h"

#include "base/base.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
    TEXT,
    TAG,       /* in its name */
    GAP,       /* before an attribute */
    ATTRIBUTE, /* in its name */
    AFTER,     /* behind its name */
    EQUALS,
    QUOTED,
    BARE,
    COMMENT,
    DECLARATION, /* or anything else that ends with '>' */
    RAW          /* what is no markup up to its closing tag */
};

static bool is_blank(char c) {
    return c && strchr(" \t\r\n\f", c);
}

static bool is_any(const char *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(name, names[i]))
            return true;
    return false;
}

/* One letter more, as far as there is room: a name that was cut is none that is known. */
static void lengthen(char name[16], char c) {
    size_t length = strlen(name);
    if (length < 15)
        name[length] = (char)tolower((unsigned char)c);
}

static void in_text(struct html_scan *scan, const char *at) {
    if (*at != '<')
        return;
    bool closing = at[1] == '/';
    if (isalpha((unsigned char)at[1 + closing])) {
        *scan = (struct html_scan){.state = TAG, .closing = closing};
    } else if (!strncmp(at, "<!--", 4)) {
        scan->state = COMMENT;
    } else if (at[1] && strchr("!?/", at[1])) {
        scan->state = DECLARATION;
    }
}

static void end_tag(struct html_scan *scan) {
    static const char *const raw[] = {"script", "style",   "textarea", "title",    "xmp",
                                      "iframe", "noembed", "noframes", "plaintext"};
    bool opens = !scan->closing && is_any(scan->name, raw, COUNT_OF(raw));
    scan->state = opens ? RAW : TEXT;
}

static void begin_attribute(struct html_scan *scan, const char *at) {
    memset(scan->attribute, 0, sizeof scan->attribute);
    scan->state = ATTRIBUTE;
    lengthen(scan->attribute, *at);
}

static void in_tag(struct html_scan *scan, const char *at) {
    if (*at == '>')
        end_tag(scan);
    else if (is_blank(*at) || (*at == '/' && *scan->name))
        scan->state = GAP;
    else if (*at != '/')
        lengthen(scan->name, *at);
}

static void in_gap(struct html_scan *scan, const char *at) {
    if (*at == '>')
        end_tag(scan);
    else if (!is_blank(*at) && *at != '/')
        begin_attribute(scan, at);
}

static void in_attribute(struct html_scan *scan, const char *at) {
    if (*at == '>')
        end_tag(scan);
    else if (is_blank(*at) || *at == '=' || *at == '/')
        scan->state = *at == '=' ? EQUALS : *at == '/' ? GAP : AFTER;
    else
        lengthen(scan->attribute, *at);
}

static void after_attribute(struct html_scan *scan, const char *at) {
    if (*at == '=')
        scan->state = EQUALS;
    else if (!is_blank(*at))
        in_gap(scan, at);
}

static void before_value(struct html_scan *scan, const char *at) {
    if (*at == '>')
        end_tag(scan);
    else if (!is_blank(*at))
        scan->state = *at == '"' || *at == '\'' ? QUOTED : BARE;
    scan->quote = *at;
    scan->begun = false;
}

static void in_quotes(struct html_scan *scan, const char *at) {
    scan->begun |= !is_blank(*at);
    if (*at == scan->quote)
        scan->state = GAP;
}

static void in_bare_value(struct html_scan *scan, const char *at) {
    if (*at == '>')
        end_tag(scan);
    else if (is_blank(*at))
        scan->state = GAP;
}

static void in_comment(struct html_scan *scan, const char *at) {
    if (*at == '>' && (!strncmp(at - 2, "--", 2) || !strncmp(at - 3, "--!", 3)))
        scan->state = TEXT;
}

static void in_declaration(struct html_scan *scan, const char *at) {
    if (*at == '>')
        scan->state = TEXT;
}

static void in_raw(struct html_scan *scan, const char *at) {
    size_t length = strlen(scan->name);
    if (*at == '<' && at[1] == '/' && !strncasecmp(at + 2, scan->name, length) &&
        (is_blank(at[2 + length]) || (at[2 + length] && strchr("/>", at[2 + length]))))
        *scan = (struct html_scan){.state = TAG, .closing = true};
}

void html_scan_step(struct html_scan *scan, const char *at) {
    static void (*const steps[])(struct html_scan *,
                                 const char *) = {[TEXT] = in_text,
                                                  [TAG] = in_tag,
                                                  [GAP] = in_gap,
                                                  [ATTRIBUTE] = in_attribute,
                                                  [AFTER] = after_attribute,
                                                  [EQUALS] = before_value,
                                                  [QUOTED] = in_quotes,
                                                  [BARE] = in_bare_value,
                                                  [COMMENT] = in_comment,
                                                  [DECLARATION] = in_declaration,
                                                  [RAW] = in_raw};
    steps[scan->state](scan, at);
}

/* A picture's address is never of another host: readers are not sent there unasked. */
enum html_point html_scan_point(const struct html_scan *scan) {
    static const char *const words[] = {"alt",   "title",  "aria-label", "class", "id",
                                        "value", "min",    "max",        "low",   "high",
                                        "width", "height", "datetime",   "label", "lang"};
    static const char *const addresses[] = {"href", "src", "cite"};
    if (scan->state == TEXT)
        return HTML_TEXT;
    if (scan->state != QUOTED)
        return HTML_OTHER;
    if (is_any(scan->attribute, words, COUNT_OF(words)))
        return HTML_WORDS;
    if (!is_any(scan->attribute, addresses, COUNT_OF(addresses)))
        return HTML_OTHER;
    bool link = !strcmp(scan->name, "a") && !strcmp(scan->attribute, "href");
    return link && !scan->begun ? HTML_ADDRESS : HTML_INSIDE;
}

bool html_is_whole(const char *text) {
    struct html_scan scan = {0};
    for (; *text; text++)
        html_scan_step(&scan, text);
    return scan.state == TEXT;
}

char *html_without_comments(const char *text) {
    struct buffer rest = {0};
    for (const char *comment; (comment = strstr(text, "<!--"));) {
        buffer_add(&rest, text, (size_t)(comment - text));
        const char *end = strstr(comment + 2, "-->");
        text = end ? end + 3 : "";
    }
    buffer_add_text(&rest, text);
    return buffer_take(&rest);
}
