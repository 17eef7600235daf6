#include "render/inspect.h"

#include "render/escape.h"
#include "render/inspect_page.h"

#include <ctype.h>
#include <jansson.h>
#include <libxml/uri.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum {
    LARGEST_MANIFEST = 64 << 20,
    LONGEST_ADDRESS = 200, /* bytes in a message */
};

enum fault { MISSING, LARGE, REPEATED, OUTSIDE, BROKEN, FAULT_COUNT };

static const char *const fault_names[FAULT_COUNT] = {
    "files that are not there", "files that are too large", "ids that stand twice",
    "links out of the folder",  "links that lead nowhere",
};

/* What pages link to. */
struct target {
    char *path, *fragment;
    char *address, *page; /* of the first link: as it is written, where */
    int line;
    size_t more; /* further links */
};

/* Hashes of "FILE#ID", and of "FILE#" for every page. */
struct places {
    uint64_t *items;
    size_t count, capacity;
};

struct inspection {
    const struct site *site;
    const char *folder;
    struct places places;
    json_t *known; /* indexes of targets */
    struct {
        struct target *items;
        size_t count, capacity;
    } targets;
    struct names warnings[FAULT_COUNT];
    size_t counts[FAULT_COUNT];
};

/* Whatever stands in a page, fit for one line of a terminal. */
static char *shown(const char *text) {
    struct buffer out = {0};
    char *start = xstrdup(text);
    text_cut(start, LONGEST_ADDRESS);
    escape_visible(start, strlen(start), &out);
    for (size_t i = 0; i < out.size; i++)
        out.data[i] = iscntrl((unsigned char)out.data[i]) ? ' ' : out.data[i];
    buffer_add_text(&out, strlen(start) < strlen(text) ? "..." : "");
    free(start);
    return buffer_take(&out);
}

__attribute__((format(printf, 5, 6))) static void warn(struct inspection *inspection,
                                                       enum fault fault, const char *file,
                                                       int line, const char *format, ...) {
    if (++inspection->counts[fault] > INSPECT_LISTED)
        return;
    va_list arguments;
    va_start(arguments, format);
    char *words = xvasprintf(format, arguments),
         *place = path_join(inspection->folder, file);
    va_end(arguments);
    *LIST_ADD(&inspection->warnings[fault]) =
        line ? xasprintf("%s:%d: %s", place, line, words)
             : xasprintf("%s: %s", place, words);
    free(place);
    free(words);
}

/* The regular file that PATH names, for a folder its index.html; NULL where there is none.
 * The caller frees it. */
static char *find_file(const struct inspection *inspection, const char *path,
                       struct stat *info) {
    char *full = *path ? path_join(inspection->folder, path) : xstrdup(inspection->folder);
    bool there = !stat(full, info);
    if (there && S_ISDIR(info->st_mode)) {
        char *index = path_join(full, "index.html");
        free(full);
        full = index;
        there = !stat(full, info);
    }
    if (there && S_ISREG(info->st_mode))
        return full;
    free(full);
    return NULL;
}

/* places */

/* FNV-1a (draft-eastlake-fnv, section 2). Where two are the same a fault is overlooked. */
static uint64_t hash_place(const char *file, const char *id) {
    uint64_t hash = 0xcbf29ce484222325;
    for (; *file; file++)
        hash = (hash ^ (unsigned char)*file) * 0x100000001b3;
    hash = (hash ^ '#') * 0x100000001b3;
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * 0x100000001b3;
    return hash;
}

static int by_hash(const void *a, const void *b) {
    uint64_t first = *(const uint64_t *)a, second = *(const uint64_t *)b;
    return (first > second) - (first < second);
}

static void sort_places(struct places places) {
    if (places.count)
        qsort(places.items, places.count, sizeof *places.items, by_hash);
}

/* Adds those of a page; gives them alone, sorted. */
static struct places add_places(struct places *places, const char *full,
                                const struct page *page) {
    size_t before = places->count;
    *LIST_ADD(places) = hash_place(full, "");
    for (size_t i = 0; i < page->ids.count; i++)
        *LIST_ADD(places) = hash_place(full, page->ids.items[i].text);
    struct places own = {places->items + before, places->count - before, 0};
    sort_places(own);
    return own;
}

static bool has_place(struct places places, const char *full, const char *id) {
    uint64_t hash = hash_place(full, id);
    return places.count && bsearch(&hash, places.items, places.count, sizeof hash, by_hash);
}

/* A heading that stands again has a number behind its anchor. */
static bool has_heading(struct places places, const char *full, const char *fragment) {
    char *anchor = heading_anchor(fragment), *last = strrchr(anchor, '-');
    bool found = has_place(places, full, anchor);
    if (!found && last && last[1] && !last[1 + strspn(last + 1, "0123456789")]) {
        *last = '\0';
        found = has_place(places, full, anchor);
    }
    free(anchor);
    return found;
}

/* "" and "top" are the top of every page (HTML, "Scrolling to a fragment"). True for what
 * is no page of the manifest: its ids are not known. */
static bool has_fragment(struct places places, const char *full, const char *fragment) {
    return !*fragment || !strcasecmp(fragment, "top") || !has_place(places, full, "") ||
           (kind_of(full)->markdown ? has_heading : has_place)(places, full, fragment);
}

/* links */

/* Adds to OUT what PATH on PAGE comes to, both below the folder; an empty one is PAGE
 * itself. False where it leads out of the folder. */
static bool resolve(const char *page, const char *path, struct buffer *out) {
    const char *slash = *path ? strrchr(page, '/') : page + strlen(page);
    buffer_add(out, page, slash ? (size_t)(slash - page) : 0);
    if (*path == '/')
        return false;
    for (size_t length; *path; path += length + (path[length] == '/')) {
        length = strcspn(path, "/");
        if (length == 2 && !strncmp(path, "..", length)) {
            if (!out->size)
                return false;
            slash = strrchr(out->data, '/');
            buffer_truncate(out, slash ? (size_t)(slash - out->data) : 0);
        } else if (length && (length > 1 || *path != '.')) {
            buffer_add(out, "/", out->size ? 1 : 0);
            buffer_add(out, path, length);
        }
    }
    return true;
}

/* The caller frees it. */
static char *decoded(const char *text, size_t size) {
    char *copy = xcalloc(size + 1, 1);
    return size ? xmlURIUnescapeString(text, (int)size, copy) : copy;
}

static bool is_elsewhere(const char *address) {
    size_t scheme = strcspn(address, ":/?#");
    return address[scheme] == ':' || text_starts_with(address, "//");
}

/* FULL: the file that it is about, NULL where it is not there. */
static void warn_broken(struct inspection *inspection, const struct target *target,
                        const char *full) {
    char *address = shown(target->address),
         *path = shown(full ? full + strlen(inspection->folder) + 1 : target->path),
         *fragment = shown(target->fragment),
         *what = full ? xasprintf("nothing in %s has the id '%s'", path, fragment)
                      : xasprintf("there is no file %s", *path ? path : "index.html"),
         *more = target->more ? xasprintf("; so do %zu more", target->more) : xstrdup("");
    warn(inspection, BROKEN, target->page, target->line,
         "the link to '%s' leads nowhere: %s%s", address, what, more);
    free(address);
    free(path);
    free(fragment);
    free(what);
    free(more);
}

static void warn_outside(struct inspection *inspection, const struct target *target) {
    char *address = shown(target->address);
    warn(inspection, OUTSIDE, target->page, target->line,
         "the link to '%s' leads out of the folder", address);
    free(address);
}

static void warn_repeated(struct inspection *inspection, const char *name,
                          const struct page *page) {
    const struct mark *first = page->ids.items;
    for (size_t i = 1; i < page->ids.count; i++) {
        const struct mark *id = &page->ids.items[i];
        bool again = !strcmp(id->text, first->text);
        if (again) {
            char *text = shown(id->text);
            warn(inspection, REPEATED, name, id->line,
                 "the id '%s' stands twice, first on line %d", text, first->line);
            free(text);
        }
        first = again ? first : id;
    }
}

/* Remembers TARGET, once, however many links there are to it. */
static void add_target(struct inspection *inspection, const struct target *target) {
    char *key = xasprintf("%s#%s", target->path, target->fragment);
    const json_t *index = json_object_get(inspection->known, key);
    if (index) {
        inspection->targets.items[json_integer_value(index)].more++;
    } else {
        json_object_set_new_nocheck(inspection->known, key,
                                    json_integer((json_int_t)inspection->targets.count));
        *LIST_ADD(&inspection->targets) =
            (struct target){.path = xstrdup(target->path),
                            .fragment = xstrdup(target->fragment),
                            .address = xstrdup(target->address),
                            .page = xstrdup(target->page),
                            .line = target->line};
    }
    free(key);
}

/* FULL, the page NAME, has the places OWN. */
static void follow(struct inspection *inspection, char *name, const char *full,
                   struct places own, const struct mark *link) {
    const char *address = link->text, *base = name, *site = inspection->site->url;
    if (site && text_starts_with(address, site)) {
        address += strlen(site);
        base = "";
    } else if (is_elsewhere(address)) {
        return;
    }
    const char *hash = address + strcspn(address, "#"), *behind = hash + (*hash == '#');
    char *path = decoded(address, strcspn(address, "?#"));
    struct buffer file = {0};
    struct target target = {.fragment = decoded(behind, strlen(behind)),
                            .address = link->text,
                            .page = name,
                            .line = link->line};
    bool inside = resolve(base, path, &file);
    target.path = file.data;
    if (!inside)
        warn_outside(inspection, &target);
    else if (strcmp(target.path, name))
        add_target(inspection, &target);
    else if (!has_fragment(own, full, target.fragment))
        warn_broken(inspection, &target, full);
    buffer_free(&file);
    free(target.fragment);
    free(path);
}

/* One file of the manifest. */
static void inspect_file(struct inspection *inspection, char *name, struct page *page) {
    struct buffer same = {0};
    struct stat info;
    char *full = resolve("", name, &same) && !strcmp(same.data, name)
                     ? find_file(inspection, name, &info)
                     : NULL;
    buffer_free(&same);
    if (!full) {
        char *text = shown(name);
        warn(inspection, MISSING, "manifest.json", 0, "there is no file %s", text);
        free(text);
        return;
    }
    const struct kind *kind = kind_of(full);
    if (info.st_size > kind->largest)
        warn(inspection, LARGE, name, 0, "has %lld bytes, should have no more than %lld",
             (long long)info.st_size, (long long)kind->largest);
    if (read_page(full, page)) {
        if (!kind->markdown)
            warn_repeated(inspection, name, page);
        struct places own = add_places(&inspection->places, full, page);
        for (size_t i = 0; i < page->links.count; i++)
            follow(inspection, name, full, own, &page->links.items[i]);
    }
    free(full);
}

/* What pages link to, when the places of all are known. */
static void inspect_target(struct inspection *inspection, struct target *target) {
    struct stat info;
    char *full = find_file(inspection, target->path, &info);
    if (!full || !has_fragment(inspection->places, full, target->fragment))
        warn_broken(inspection, target, full);
    free(full);
}

static void free_target(struct target *target) {
    free(target->path);
    free(target->fragment);
    free(target->address);
    free(target->page);
}

/* "files" lists paths, or has each as a key. False where the manifest is none. */
static bool read_manifest(const struct inspection *inspection, struct names *names) {
    struct buffer content = {0};
    struct error ignored = {0};
    char *path = path_join(inspection->folder, "manifest.json");
    json_t *manifest = file_read(path, LARGEST_MANIFEST, &content, &ignored)
                           ? json_loadb(buffer_text(&content), content.size, 0, NULL)
                           : NULL;
    json_t *files = json_object_get(manifest, "files"), *file;
    const char *name;
    size_t index;
    json_array_foreach(files, index, file) {
        const char *text = json_string_value(file);
        *LIST_ADD(names) = xstrdup(text ? text : "");
    }
    json_object_foreach(files, name, file) {
        *LIST_ADD(names) = xstrdup(name);
    }
    bool ok = json_is_array(files) || json_is_object(files);
    json_decref(manifest);
    free(path);
    buffer_free(&content);
    error_free(&ignored);
    return ok;
}

/* Gives away the warnings, those of a kind together. How many are left out. */
static size_t finish(struct inspection *inspection, struct names *warnings) {
    size_t left_out = 0;
    for (size_t kind = 0; kind < FAULT_COUNT; kind++) {
        struct names *list = &inspection->warnings[kind];
        size_t rest = inspection->counts[kind] - list->count;
        for (size_t i = 0; i < list->count; i++)
            *LIST_ADD(warnings) = list->items[i];
        if (rest)
            *LIST_ADD(warnings) = xasprintf("%s: and %zu more %s", inspection->folder, rest,
                                            fault_names[kind]);
        left_out += rest ? rest - 1 : 0;
        free(list->items);
    }
    return left_out;
}

size_t inspect_edition(const struct site *site, const struct edition *edition,
                       struct names *warnings) {
    struct inspection inspection = {
        .site = site, .folder = edition->output, .known = json_object()};
    struct names names = {0};
    struct page page = {0};
    char *manifest = path_join(edition->output, "manifest.json");
    if (path_exists(manifest) && !read_manifest(&inspection, &names))
        warn(&inspection, MISSING, "manifest.json", 0, "is not what a build wrote");
    free(manifest);
    for (size_t i = 0; i < names.count; i++)
        inspect_file(&inspection, names.items[i], &page);
    sort_places(inspection.places);
    for (size_t i = 0; i < inspection.targets.count; i++) {
        inspect_target(&inspection, &inspection.targets.items[i]);
        free_target(&inspection.targets.items[i]);
    }
    free(inspection.targets.items);
    free(inspection.places.items);
    json_decref(inspection.known);
    free_page(&page);
    names_free(&names);
    xmlCleanupParser();
    return finish(&inspection, warnings);
}
