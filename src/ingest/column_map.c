/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A column map in JSON becomes a row of the same type as those of the known data sets, so that one engine serves both.
 * Everything in it is checked here: names become names of tables and columns.
 */
#include "ingest/column_map.h"

#include "ingest/codes.h"

#include <jansson.h>
#include <string.h>

enum { COLUMNS_MOST = 1000, NAME_MOST = 40 };

struct enti_column_map {
    enti_arena arena;
    enti_dataset set;
    const char *file;
};

/* Small letters, digits and underscores, a letter first. */
static bool is_name(const char *text) {
    size_t size = strlen(text);
    if (size == 0 || size > NAME_MOST || !(*text >= 'a' && *text <= 'z')) return false;
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") == size;
}

static ent_status copy(enti_column_map *map, const char *text, const char **out, ent_error *err) {
    *out = enti_arena_strdup(&map->arena, text);
    return *out != NULL ? ENT_OK : enti_no_memory(err);
}

/* A text of an object; `otherwise` (may be NULL) where it has none. */
static ent_status take_text(enti_column_map *map, const json_t *object, const char *key, const char *otherwise,
                            const char **out, ent_error *err) {
    const json_t *value = json_object_get(object, key);
    *out = otherwise;
    if (value == NULL) return ENT_OK;
    if (!json_is_string(value)) return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "\"%s\" is not a text", key);
    return copy(map, json_string_value(value), out, err);
}

/* A key that the map does not know is a mistake in writing, not something to pass over. */
static ent_status check_keys(const enti_column_map *map, json_t *object, const char *known, ent_error *err) {
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        const char *at = strstr(known, key);
        size_t size = strlen(key);
        while (at != NULL && size > 0 && !((at == known || at[-1] == ' ') && (at[size] == ' ' || at[size] == 0)))
            at = strstr(at + 1, key);
        if (at == NULL || size == 0)
            return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "\"%.40s\" is no key of a column map; expected: %s",
                               key, known);
    }
    return ENT_OK;
}

/* ---- a column ---- */

/* Adds a header name; the signs of the notation cannot stand in one. */
static ent_status add_source(const enti_column_map *map, const json_t *name, const char *scheme, const char *between,
                             enti_text *out, ent_error *err) {
    const char *text = json_string_value(name);
    if (text == NULL || *text == 0 || text[strcspn(text, "|+@:")] != 0 || strlen(text) > 100)
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                           "\"from\" holds what is no column name (1 to 100 bytes, none of | + @ :)");
    enti_text_add(out, "%s%s%s%s", out->size > 0 ? between : "", scheme != NULL ? scheme : "",
                  scheme != NULL ? ":" : "", text);
    return out->failed ? enti_no_memory(err) : ENT_OK;
}

/* "from": a name, or for a date its parts (year, month, day); for other columns alternatives. */
static ent_status take_from(enti_column_map *map, const json_t *object, const char *scheme, enti_data_column *c,
                            ent_error *err) {
    const json_t *from = json_object_get(object, "from"), *add = json_object_get(object, "add");
    bool date = c->kind == ENTI_DATA_DATE || c->kind == ENTI_DATA_MONTH;
    enti_text text = {0};
    ent_status st = ENT_OK;
    if (from == NULL) from = json_object_get(object, "name");
    if (json_is_array(from)) {
        if (json_array_size(from) == 0 || json_array_size(from) > 3)
            return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "\"from\" of %s has %zu names, expected 1 to 3",
                               c->name, json_array_size(from));
        for (size_t i = 0; i < json_array_size(from); i++)
            ENT_TRY(add_source(map, json_array_get(from, i), scheme, date ? "+" : "|", &text, err));
    } else {
        ENT_TRY(add_source(map, from, scheme, "", &text, err));
    }
    if (add != NULL) {
        if (!json_is_integer(add) || c->kind != ENTI_DATA_INTEGER || json_is_array(from))
            st = ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                             "\"add\" of %s is a whole number for an integer column of one name", c->name);
        else
            enti_text_add(&text, "@%lld", (long long)json_integer_value(add));
    }
    if (st == ENT_OK && text.failed) st = enti_no_memory(err);
    if (st == ENT_OK) st = copy(map, text.at, &c->from, err);
done:
    enti_text_clear(&text);
    return st;
}

static ent_status take_missing(enti_column_map *map, const json_t *object, enti_data_column *c, ent_error *err) {
    const json_t *list = json_object_get(object, "missing");
    enti_text text = {0};
    ent_status st = ENT_OK;
    if (list == NULL) return ENT_OK;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *code = json_string_value(json_array_get(list, i));
        if (code == NULL || *code == 0 || strchr(code, ' ') != NULL) break;
        enti_text_add(&text, "%s%s", i > 0 ? " " : "", code);
        if (i + 1 == json_array_size(list))
            st = text.failed ? enti_no_memory(err) : copy(map, text.at, &c->missing, err);
    }
    if (st == ENT_OK && c->missing == NULL)
        st = ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                         "\"missing\" of %s is a list of texts without blanks, such as [\"-9\"]", c->name);
    enti_text_clear(&text);
    return st;
}

static ent_status take_range(const enti_column_map *map, const json_t *object, enti_data_column *c, ent_error *err) {
    const json_t *low = json_object_get(object, "low"), *high = json_object_get(object, "high");
    if (low == NULL && high == NULL) return ENT_OK;
    if (!json_is_number(low) || !json_is_number(high) || json_number_value(low) >= json_number_value(high))
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "%s needs numbers \"low\" < \"high\", or neither",
                           c->name);
    c->low = json_number_value(low);
    c->high = json_number_value(high);
    return ENT_OK;
}

static ent_status take_kind(const enti_column_map *map, const char *word, enti_data_column *c, ent_error *err) {
    static const struct {
        const char *word;
        enti_data_kind kind;
    } kinds[] = {{"integer", ENTI_DATA_INTEGER}, {"real", ENTI_DATA_REAL}, {"text", ENTI_DATA_TEXT},
                 {"flag", ENTI_DATA_FLAG},       {"date", ENTI_DATA_DATE}, {"month", ENTI_DATA_MONTH},
                 {"state", ENTI_DATA_STATE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].word, word) == 0) {
            c->kind = kinds[i].kind;
            return ENT_OK;
        }
    return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                       "kind of %s is \"%.40s\", expected integer, real, text, flag, date, month or state", c->name,
                       word);
}

static ent_status take_column(enti_column_map *map, json_t *object, enti_data_column *c, ent_error *err) {
    const char *kind, *scheme;
    ent_status st = ENT_OK;
    if (!json_is_object(object))
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "\"columns\" is a list of objects");
    ENT_TRY(check_keys(map, object, "name from kind scheme key required add missing low high unit description", err));
    ENT_TRY(take_text(map, object, "name", "", &c->name, err));
    if (!is_name(c->name) || strcmp(c->name, "import") == 0 || strcmp(c->name, "line") == 0 ||
        strcmp(c->name, "ongoing") == 0)
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                           "\"%.60s\" cannot name a column; expected 1 to 40 small letters, digits and underscores, "
                           "not import, line or ongoing",
                           c->name);
    ENT_TRY(take_text(map, object, "kind", "text", &kind, err));
    ENT_TRY(take_kind(map, kind, c, err));
    ENT_TRY(take_text(map, object, "scheme", NULL, &scheme, err));
    if ((scheme != NULL) != (c->kind == ENTI_DATA_STATE) ||
        (scheme != NULL && enti_scheme_of(scheme, strlen(scheme)) == ENTI_SCHEMES))
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                           "a state, and only a state, has a \"scheme\": cow, gw, iso2, iso3, iso-numeric, polity, "
                           "cow-abbrev, gw-abbrev or name (%s)",
                           c->name);
    ENT_TRY(take_from(map, object, scheme, c, err));
    ENT_TRY(take_missing(map, object, c, err));
    ENT_TRY(take_range(map, object, c, err));
    ENT_TRY(take_text(map, object, "unit", NULL, &c->unit, err));
    ENT_TRY(take_text(map, object, "description", NULL, &c->description, err));
    c->flags = ENTI_REQUIRED;
    if (json_is_true(json_object_get(object, "key"))) c->flags |= ENTI_KEY;
    if (json_is_true(json_object_get(object, "required"))) c->flags |= ENTI_FILLED;
done:
    return st;
}

static ent_status take_columns(enti_column_map *map, const json_t *list, ent_error *err) {
    size_t count = json_array_size(list), keys = 0;
    bool runs = map->set.coverage != ENTI_NO_COVERAGE, ends = false;
    enti_data_column *columns;
    ent_status st = ENT_OK;
    if (count == 0 || count > COLUMNS_MOST)
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "\"columns\" is a list of 1 to %d columns", COLUMNS_MOST);
    columns = enti_arena_alloc(&map->arena, count + 2, sizeof *columns);
    if (columns == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        ENT_TRY(take_column(map, json_array_get(list, i), &columns[i], err));
        keys += (columns[i].flags & ENTI_KEY) != 0;
        ends = ends || strcmp(columns[i].name, "end") == 0;
        for (size_t k = 0; k < i; k++)
            if (strcmp(columns[k].name, columns[i].name) == 0)
                return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "two columns are called %s", columns[i].name);
    }
    if (keys == 0 || keys > 6)
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                           "%zu columns are marked \"key\": true, expected 1 to 6 that no two rows share", keys);
    if (runs && !ends) return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "\"coverage\" needs a column called end");
    if (runs)
        columns[count] = (enti_data_column){
            .name = "ongoing", .kind = ENTI_DATA_ONGOING, .description = "1: still running when the data end"};
    map->set.columns = columns;
done:
    return st;
}

/* ---- the whole ---- */

static ent_status take_unit(enti_column_map *map, ent_error *err) {
    static const char *const units[] = {
        "state-year", "dyad-year", "directed-dyad-year", "state-spell", "dyad-spell", "member-spell", "event", "other"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i], map->set.unit) == 0) return ENT_OK;
    return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                       "\"unit\" is \"%.40s\", expected state-year, dyad-year, directed-dyad-year, state-spell, "
                       "dyad-spell, member-spell, event or other",
                       map->set.unit);
}

static ent_status take_coverage(enti_column_map *map, const json_t *root, ent_error *err) {
    const char *word;
    ent_status st = take_text(map, root, "coverage", "none", &word, err);
    if (st != ENT_OK) return st;
    if (strcmp(word, "zero") == 0)
        map->set.coverage = ENTI_ZERO_RUNS;
    else if (strcmp(word, "last") == 0)
        map->set.coverage = ENTI_LAST_RUNS;
    else if (strcmp(word, "none") != 0)
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "\"coverage\" is \"%.40s\", expected none, zero or last",
                           word);
    return ENT_OK;
}

static ent_status take_map(enti_column_map *map, json_t *root, ent_error *err) {
    ent_status st = ENT_OK;
    if (!json_is_object(root)) return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0, "a column map is a JSON object");
    ENT_TRY(check_keys(map, root, "dataset title unit version version_column licence citation coverage columns", err));
    ENT_TRY(take_text(map, root, "dataset", "", &map->set.id, err));
    if (!is_name(map->set.id) || enti_dataset_find(map->set.id) != NULL)
        return ent_fail_at(err, ENT_E_PARSE, map->file, 0, 0,
                           "\"dataset\" is \"%.60s\", expected a name of 1 to 40 small letters, digits and underscores "
                           "that no known data set has",
                           map->set.id);
    ENT_TRY(take_text(map, root, "title", map->set.id, &map->set.title, err));
    ENT_TRY(take_text(map, root, "unit", "other", &map->set.unit, err));
    ENT_TRY(take_unit(map, err));
    ENT_TRY(take_text(map, root, "version", NULL, &map->set.version, err));
    ENT_TRY(take_text(map, root, "version_column", NULL, &map->set.version_column, err));
    ENT_TRY(take_text(map, root, "licence", "not stated", &map->set.licence, err));
    ENT_TRY(take_text(map, root, "citation", "", &map->set.citation, err));
    ENT_TRY(take_coverage(map, root, err));
    map->set.scheme = "map";
    ENT_TRY(take_columns(map, json_object_get(root, "columns"), err));
done:
    return st;
}

static ent_status open_root(json_t *root, const json_error_t *error, const char *name, enti_column_map **out,
                            ent_error *err) {
    enti_column_map *map = NULL;
    ent_status st = ENT_OK;
    if (root == NULL)
        return ent_fail_at(err, json_error_code(error) == json_error_cannot_open_file ? ENT_E_IO : ENT_E_PARSE, name,
                           error->line > 0 ? error->line : 0, error->column > 0 ? error->column : 0, "%s", error->text);
    map = enti_alloc(1, sizeof *map);
    if (map == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    map->file = name;
    ENT_TRY(take_map(map, root, err));
    *out = map;
    map = NULL;
done:
    enti_column_map_close(map);
    json_decref(root);
    return st;
}

ent_status enti_column_map_open(const char *path, enti_column_map **out, ent_error *err) {
    json_error_t error;
    json_t *root = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    return open_root(root, &error, path, out, err);
}

ent_status enti_column_map_open_bytes(const char *bytes, size_t size, const char *name, enti_column_map **out,
                                      ent_error *err) {
    json_error_t error;
    json_t *root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
    return open_root(root, &error, name, out, err);
}

void enti_column_map_close(enti_column_map *map) {
    if (map == NULL) return;
    enti_arena_clear(&map->arena);
    ent_free(map);
}

const enti_dataset *enti_column_map_dataset(const enti_column_map *map) {
    return &map->set;
}
