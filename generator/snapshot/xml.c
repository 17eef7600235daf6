#include "snapshot/xml.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

/* An element that is open. */
struct element {
    char *name;
    json_t *inner; /* the elements in it, or NULL */
    struct buffer text;
};

struct reader {
    xmlTextReader *parser;
    struct element open[NOTATION_DEPTH];
    int depth;
    size_t values;
    json_t *root;
    char *problem; /* libxml2's first word, with its line */
    struct error *error;
};

static bool refuse(struct reader *reader, const char *why) {
    return error_set(reader->error, "line %d: %s",
                     xmlTextReaderGetParserLineNumber(reader->parser), why);
}

static void keep_problem(void *context, const char *text, xmlParserSeverities severity,
                         xmlTextReaderLocatorPtr place) {
    struct reader *reader = context;
    if (!reader->problem && severity == XML_PARSER_SEVERITY_ERROR)
        reader->problem = xasprintf("line %d: %.*s", xmlTextReaderLocatorLineNumber(place),
                                    (int)strcspn(text, "\n"), text);
}

static json_t *trimmed(const struct buffer *text) {
    const char *start = buffer_text(text), *end = start + text->size;
    start += strspn(start, " \t\r\n");
    while (end > start && strchr(" \t\r\n", end[-1]))
        end--;
    return json_stringn_nocheck(start, (size_t)(end - start));
}

static bool open_element(struct reader *reader) {
    if (reader->depth >= NOTATION_DEPTH)
        return refuse(reader, NOTATION_TOO_DEEP);
    if (++reader->values > NOTATION_VALUES)
        return refuse(reader, NOTATION_TOO_MANY);
    struct element *element = &reader->open[reader->depth++];
    *element = (struct element){
        .name = xstrdup((const char *)xmlTextReaderConstLocalName(reader->parser))};
    return true;
}

/* What was in the element is the one's that it stands in. */
static void close_element(struct reader *reader) {
    struct element *element = &reader->open[--reader->depth];
    json_t *value = element->inner ? element->inner : trimmed(&element->text);
    if (!reader->depth) {
        json_object_set_new_nocheck(reader->root, element->name, value);
    } else {
        struct element *outer = &reader->open[reader->depth - 1];
        outer->inner = outer->inner ? outer->inner : json_object();
        json_t *list = json_object_get(outer->inner, element->name);
        if (!list) {
            list = json_array();
            json_object_set_new_nocheck(outer->inner, element->name, list);
        }
        json_array_append_new(list, value);
    }
    free(element->name);
    buffer_free(&element->text);
}

static bool begin_element(struct reader *reader) {
    if (!open_element(reader))
        return false;
    if (xmlTextReaderIsEmptyElement(reader->parser))
        close_element(reader);
    return true;
}

static bool end_element(struct reader *reader) {
    close_element(reader);
    return true;
}

static bool add_text(struct reader *reader) {
    const char *text = (const char *)xmlTextReaderConstValue(reader->parser);
    if (text && reader->depth)
        buffer_add_text(&reader->open[reader->depth - 1].text, text);
    return true;
}

static bool refuse_doctype(struct reader *reader) {
    return refuse(reader, "has a DOCTYPE, which is not read");
}

static const struct {
    int type;
    bool (*read)(struct reader *);
} nodes[] = {
    {XML_READER_TYPE_DOCUMENT_TYPE, refuse_doctype},
    {XML_READER_TYPE_ELEMENT, begin_element},
    {XML_READER_TYPE_END_ELEMENT, end_element},
    {XML_READER_TYPE_TEXT, add_text},
    {XML_READER_TYPE_CDATA, add_text},
};

static bool read_node(struct reader *reader) {
    int type = xmlTextReaderNodeType(reader->parser);
    for (size_t i = 0; i < COUNT_OF(nodes); i++)
        if (nodes[i].type == type)
            return nodes[i].read(reader);
    return true;
}

static void read_all(struct reader *reader) {
    int more;
    while ((more = xmlTextReaderRead(reader->parser)) == 1 && read_node(reader))
        continue;
    if (more < 0 || reader->problem)
        error_set(reader->error, "%s", reader->problem ? reader->problem : "is no XML");
    while (reader->depth) {
        struct element *element = &reader->open[--reader->depth];
        json_decref(element->inner);
        free(element->name);
        buffer_free(&element->text);
    }
}

json_t *xml_read(const char *text, size_t size, struct error *error) {
    struct reader *reader = xcalloc(1, sizeof *reader);
    reader->error = error;
    reader->root = json_object();
    reader->parser =
        xmust(xmlReaderForMemory(text, (int)size, NULL, NULL, XML_PARSE_NONET));
    xmlTextReaderSetErrorHandler(reader->parser, keep_problem, reader);
    read_all(reader);
    xmlFreeTextReader(reader->parser);
    json_t *root = reader->root;
    if (error->kind) {
        json_decref(root);
        root = NULL;
    }
    free(reader->problem);
    free(reader);
    return root;
}
