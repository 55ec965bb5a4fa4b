/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Manifests: what a panel was made from, so that the same bytes can be made again, and what each column is. No time and
 * no machine is recorded; two equal runs have equal manifests.
 */
#include "base/base.h"

#include <entente/panel.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define FORMAT "entente-manifest-1"

static const char *const systems[] = {"cow", "gw", NULL};
static const char *const joins[] = {"max", "min", "both", NULL};
static const char *const days[] = {"any", "jan1", "jul1", "dec31", NULL};

/* ---- writing ---- */

static void set_text(json_t *object, const char *key, const char *text) {
    (void)json_object_set_new(object, key, text == NULL ? json_null() : json_string(text)); /* checked at the dump */
}

static void set_whole(json_t *object, const char *key, long long value) {
    (void)json_object_set_new(object, key, value == ENT_MISSING ? json_null() : json_integer(value));
}

static json_t *options_object(const ent_manifest *m) {
    const ent_panel_options *o = &m->options;
    json_t *object = json_object();
    set_text(object, "unit", ent_unit_word(o->unit));
    set_text(object, "system", systems[o->system]);
    set_whole(object, "from", o->first);
    set_whole(object, "to", o->last);
    (void)json_object_set_new(object, "relevant", json_boolean(o->relevant));
    set_whole(object, "contiguity", o->contiguity);
    set_text(object, "add", o->add);
    set_text(object, "lag", o->lag);
    set_text(object, "lead", o->lead);
    set_text(object, "spell", o->spell);
    set_text(object, "knots", o->knots);
    set_text(object, "undirected", joins[o->undirected]);
    set_text(object, "day", days[o->day]);
    set_whole(object, "only1", o->only[0]);
    set_whole(object, "only2", o->only[1]);
    set_text(object, "format", ent_file_format_word(m->format));
    return object;
}

static json_t *columns_array(const ent_panel *panel) {
    json_t *array = json_array();
    for (size_t i = 0; i < ent_panel_columns(panel); i++) {
        ent_panel_column c = ent_panel_column_at(panel, i);
        json_t *object = json_object();
        set_text(object, "name", c.name);
        set_text(object, "title", c.title);
        set_text(object, "unit", c.unit);
        set_text(object, "source", c.source);
        set_text(object, "version", c.version);
        set_whole(object, "first", c.first);
        set_whole(object, "last", c.last);
        set_text(object, "missing", c.missing);
        (void)json_array_append_new(array, object);
    }
    return array;
}

ent_status ent_manifest_write(const ent_manifest *m, const ent_panel *panel, char **out, ent_error *err) {
    json_t *root = json_object(), *data = json_object(), *output = json_object();
    char *text = NULL;
    size_t size;
    ent_status st = ENT_OK;
    set_text(root, "format", FORMAT);
    set_text(root, "entente", m->version);
    set_text(root, "command", "panel");
    (void)json_object_set_new(root, "options", options_object(m));
    set_text(data, "label", m->data_label);
    set_text(data, "file", m->data_file);
    set_text(data, "sha256", m->data_digest);
    (void)json_object_set_new(root, "data", data);
    set_text(output, "file", m->output);
    set_text(output, "sha256", m->output_digest);
    set_whole(output, "bytes", (long long)m->output_size);
    set_whole(output, "rows", (long long)ent_panel_rows(panel));
    (void)json_object_set_new(root, "output", output);
    (void)json_object_set_new(root, "columns", columns_array(panel));
    text = json_dumps(root, JSON_INDENT(2));
    size = text == NULL ? 0 : strlen(text);
    *out = text == NULL || json_object_size(root) != 7 ? NULL : enti_alloc(size + 2, 1);
    if (*out == NULL) {
        st = enti_no_memory(err);
    } else {
        memcpy(*out, text, size);
        (*out)[size] = '\n';
    }
    free(text);
    json_decref(root);
    return st;
}

/* ---- reading ---- */

typedef struct {
    const json_t *object;
    char **room; /* where texts are copied to */
    const char *bad;
} reader;

/* A text or null. */
static const char *get_text(reader *r, const char *key) {
    const json_t *value = json_object_get(r->object, key);
    size_t size;
    char *copy = *r->room;
    if (json_is_null(value)) return NULL;
    if (!json_is_string(value) || strlen(json_string_value(value)) != json_string_length(value)) {
        r->bad = key;
        return NULL;
    }
    size = json_string_length(value) + 1;
    memcpy(copy, json_string_value(value), size);
    *r->room += size;
    return copy;
}

static int get_whole(reader *r, const char *key, int low, int high, bool may_miss) {
    const json_t *value = json_object_get(r->object, key);
    if (may_miss && json_is_null(value)) return ENT_MISSING;
    if (!json_is_integer(value) || json_integer_value(value) < low || json_integer_value(value) > high) {
        r->bad = key;
        return low;
    }
    return (int)json_integer_value(value);
}

static int get_word(reader *r, const char *key, const char *const *words) {
    const char *text = json_string_value(json_object_get(r->object, key));
    for (int i = 0; text != NULL && words[i] != NULL; i++)
        if (strcmp(words[i], text) == 0) return i;
    r->bad = key;
    return 0;
}

static void read_options(reader *r, ent_manifest *m) {
    static const char *const units[] = {"state-year", "dyad-year", "directed-dyad-year", "leader-year", NULL};
    static const char *const formats[] = {"table", "csv", "tsv", "dta", "json", "ndjson", NULL};
    ent_panel_options *o = &m->options;
    *o = ent_panel_options_default();
    o->unit = (ent_unit)get_word(r, "unit", units);
    o->system = (ent_system)get_word(r, "system", systems);
    o->first = get_whole(r, "from", 1, 9999, true);
    o->last = get_whole(r, "to", 1, 9999, true);
    o->relevant = json_is_true(json_object_get(r->object, "relevant"));
    o->contiguity = get_whole(r, "contiguity", 1, 5, false);
    o->add = get_text(r, "add");
    o->lag = get_text(r, "lag");
    o->lead = get_text(r, "lead");
    o->spell = get_text(r, "spell");
    o->knots = get_text(r, "knots");
    o->undirected = (ent_undirected)get_word(r, "undirected", joins);
    o->day = (ent_day)get_word(r, "day", days);
    o->only[0] = get_whole(r, "only1", 1, 99999, true);
    o->only[1] = get_whole(r, "only2", 1, 99999, true);
    m->format = (ent_file_format)get_word(r, "format", formats);
}

static bool is_digest(const char *text) {
    return text != NULL && strlen(text) == 64 && text[strspn(text, "0123456789abcdef")] == 0;
}

ent_status ent_manifest_read(const char *json, size_t size, ent_manifest *out, void **owner, ent_error *err) {
    json_error_t where;
    ent_status st = ENT_OK;
    ent_manifest m = {0};
    char *block = NULL, *room;
    reader r = {0};
    json_t *root = json_loadb(json, size, JSON_REJECT_DUPLICATES, &where);
    const char *format = json_string_value(json_object_get(root, "format"));

    if (root == NULL)
        return ent_fail_at(err, ENT_E_PARSE, "manifest", where.line, where.column, "not JSON: %s", where.text);
    if (format == NULL || strcmp(format, FORMAT) != 0) {
        st = ent_fail(err, ENT_E_PARSE, "not a manifest of the form %s", FORMAT);
        goto done;
    }
    room = block = enti_alloc(size + 64, 1); /* all texts together are shorter than the file */
    if (block == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    r.room = &room;
    r.object = root;
    m.version = get_text(&r, "entente");
    r.object = json_object_get(root, "options");
    read_options(&r, &m);
    r.object = json_object_get(root, "data");
    m.data_label = get_text(&r, "label");
    m.data_file = get_text(&r, "file");
    m.data_digest = get_text(&r, "sha256");
    r.object = json_object_get(root, "output");
    m.output = get_text(&r, "file");
    m.output_digest = get_text(&r, "sha256");
    if (!is_digest(m.output_digest)) r.bad = "sha256";
    if (m.data_digest != NULL && !is_digest(m.data_digest)) r.bad = "sha256";
    if (m.version == NULL || m.data_label == NULL) r.bad = "entente";
    m.output_size = (uint64_t)json_integer_value(json_object_get(r.object, "bytes"));
    if (r.bad != NULL) {
        st = ent_fail(err, ENT_E_PARSE, "the manifest's \"%s\" is missing or not what it should be", r.bad);
        goto done;
    }
    *out = m;
    *owner = block;
    block = NULL;
done:
    ent_free(block);
    json_decref(root);
    return st;
}
