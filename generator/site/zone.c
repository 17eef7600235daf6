#include "site/site.h"

char *edition_zones_json(const struct edition *edition) {
    struct buffer json = {0};
    for (int zone = 0; zone < ZONE_COUNT; zone++)
        if (edition->zones[zone])
            buffer_printf(&json, "%s\"%s\"", json.size ? "," : "[", zone_names[zone]);
    buffer_add_text(&json, json.size ? "]" : "[]");
    return buffer_take(&json);
}
