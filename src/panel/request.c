/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of columns as a person types them. */
#include "panel/registry.h"

#include <stdlib.h>
#include <string.h>

static bool is_part(const char *text, size_t size) {
    if (size == 0 || size >= ENTI_NAME_SIZE) return false;
    for (size_t i = 0; i < size; i++)
        if (strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.", text[i]) == NULL) return false;
    return true;
}

static ent_status bad_entry(const char *option, const char *text, size_t size, ent_error *err) {
    return ent_fail(err, ENT_E_ARG, "--%s holds \"%.*s\", expected a column or group such as %s", option,
                    (int)(size > 80 ? 80 : size), text,
                    strcmp(option, "lag") == 0 || strcmp(option, "lead") == 0 ? "nmc:cinc=1" : "nmc or nmc:cinc");
}

/* "=N" at the end of an entry. */
static bool read_number(const char *text, size_t size, int *out) {
    long value = 0;
    if (size == 0 || size > 3) return false;
    for (size_t i = 0; i < size; i++) {
        if (text[i] < '0' || text[i] > '9') return false;
        value = 10 * value + (text[i] - '0');
    }
    *out = (int)value;
    return true;
}

ent_status enti_list_next(const char **list, const char *option, enti_entry *out, bool *more, ent_error *err) {
    const char *text = *list, *colon, *equals;
    size_t size, name;
    *more = false;
    memset(out, 0, sizeof *out);
    out->number = ENT_MISSING;
    text += strspn(text, " ");
    if (*text == 0) return ENT_OK;
    size = strcspn(text, ",");
    *list = text + size + (text[size] == ',');
    if (text[size] == ',' && (*list)[strspn(*list, " ")] == 0) return bad_entry(option, text + size, 1, err);
    while (size > 0 && text[size - 1] == ' ')
        size--;
    equals = memchr(text, '=', size);
    name = equals == NULL ? size : (size_t)(equals - text);
    if (equals != NULL && !read_number(equals + 1, size - name - 1, &out->number))
        return bad_entry(option, text, size, err);
    colon = memchr(text, ':', name);
    if (colon != NULL) {
        if (!is_part(text, (size_t)(colon - text))) return bad_entry(option, text, size, err);
        memcpy(out->group, text, (size_t)(colon - text));
        name -= (size_t)(colon - text) + 1;
        text = colon + 1;
    }
    if (!is_part(text, name)) return bad_entry(option, text, name, err);
    memcpy(out->name, text, name);
    *more = true;
    return ENT_OK;
}
