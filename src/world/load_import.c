/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Imported data sets: which of them the database holds, in which version, and their rows as records of the world.
 * Of two versions the one with the higher number is in force, of equal ones the one imported last. docs/world.md says
 * which source answers what; docs/imports.md what the tables hold.
 */
#include "world/load.h"

#include <string.h>

/* Where a data set is filed: its own name, the key of the source it becomes, its entry of the bibliography. */
typedef struct {
    const char *dataset, *table, *key, *bibkey, *title;
} filed;

static const filed sets[ENTI_IMPORTS] = {
    [ENTI_IN_NMC] = {"nmc", "import_nmc", "cow-nmc", "singer1987", "CINC (National Material Capabilities)"},
    [ENTI_IN_GDPPOP] = {"gdppop", "import_gdppop", "fariss", "fariss2022",
                        "net resources (latent GDP and population of Fariss et al.)"},
    [ENTI_IN_VDEM] = {"vdem", "import_vdem", "vdem", "coppedge", "polyarchy (V-Dem)"},
    [ENTI_IN_DEMOCRACY] = {"democracy", "import_democracy", "vdem", "coppedge", "polyarchy (cw_democracy)"},
    [ENTI_IN_IDEAL_POINTS] = {"ideal_points", "import_ideal_points", "unga", "bailey2017", "UN ideal points"},
    [ENTI_IN_ATOP] = {"atop_member", "import_atop_member", "atop", "leeds2002", "pacts (atop5_1m)"},
    [ENTI_IN_DISPUTES] = {"mid_dyad_year", "import_mid_dyad_year", "mid", "palmer2022",
                          "militarised disputes (directed dyad-years of MID 5.0)"},
    [ENTI_IN_RIVALRIES] = {"rivalries", "import_rivalries", "tss", "thompson2021", "strategic rivalries"},
    [ENTI_IN_WARS] = {"wars", "import_wars", "cow-wars", "sarkees2010", "interstate wars (Inter-StateWarData)"},
    [ENTI_IN_LEADERS] = {"leaders", "import_leaders", "archigos", "goemans2009", "leaders (Archigos)"},
    [ENTI_IN_CAPITALS] = {"capitals", "import_capitals", "capitals", "miller2022", "capitals"},
    [ENTI_IN_CONTIGUITY] = {"contiguity", "import_contiguity", "cow-contiguity", "stinnett2002", "borders (contdir)"},
    [ENTI_IN_CONTIGUITY_YEAR] = {"contiguity_year", "import_contiguity_year", "cow-contiguity", "stinnett2002",
                                 "borders by year (contdird)"},
    [ENTI_IN_IGOS] = {"igo_state_year", "import_igo_state_year", "cow-igo", "pevehouse2020",
                      "common organisations (state_year_formatv3)"},
    [ENTI_IN_TRADE] = {"trade_dyad", "import_trade_dyad", "cow-trade", "barbieri2009", "trade (Dyadic_COW_4.0)"},
};

const char *enti_import_title(enti_import_set which) {
    return sets[which].title;
}

static ent_status has_imports(enti_loader *l, bool *out) {
    ent_status st =
        enti_load_query(l, "sqlite_schema", "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'imports'");
    *out = st == ENT_OK && l->rows.count > 0;
    enti_load_end(l);
    return st;
}

/* Years a calendar has; no sum of them can overflow. */
static int calendar_year(int year) {
    return year < 1 ? 1 : year > 9999 ? 9999 : year;
}

/* A row of `imports`: kept when it is of a set that is read and newer than the one found before. */
static void note_import(enti_loader *l) {
    const char *dataset = enti_load_peek(l, 1);
    int last = enti_load_int_or(l, 4, 0);
    if (dataset != NULL && strncmp(dataset, "overlay_", 8) == 0 && last > l->world->overlaid_to)
        l->world->overlaid_to = last;
    for (int s = 0; dataset != NULL && s < ENTI_IMPORTS; s++) {
        enti_import *import = &l->world->imports[s];
        const char *version = enti_load_text(l, 2);
        if (strcmp(dataset, sets[s].dataset) != 0) continue;
        if (import->id != 0 && enti_version_compare(version, import->version) < 0) continue;
        import->id = enti_load_int_or(l, 0, 0);
        import->table = sets[s].table;
        import->version = version;
        import->citation = enti_load_text(l, 5);
        import->licence = enti_load_text(l, 6);
        import->first = calendar_year(enti_load_int_or(l, 3, l->world->first_year));
        import->last = calendar_year(enti_load_int_or(l, 4, l->world->last_year));
    }
}

static ent_status list_imports(enti_loader *l) {
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_query(l, "imports",
                            "SELECT id, dataset, coalesce(version, ''), first_year, last_year, citation, licence FROM "
                            "imports ORDER BY id"));
    for (; l->at < l->rows.count; l->at++)
        note_import(l);
    if (l->failed) st = enti_no_memory(l->err);
done:
    enti_load_end(l);
    return st;
}

static bool has_reference(const ent_world *w, const char *key) {
    for (size_t r = 0; r < w->references_count; r++)
        if (strcmp(w->references[r].key, key) == 0) return true;
    return false;
}

/* Text inside a BibTeX field. */
static void add_field(enti_text *entry, const char *text) {
    for (; *text != 0; text++) {
        if (strchr("&%#_$", *text) != NULL)
            enti_text_add(entry, "\\%c", *text);
        else if (strchr("{}\\", *text) == NULL)
            enti_text_put(entry, text, 1);
    }
}

/* An entry of the bibliography for a data set that it does not hold, from what the importer says of it. */
static ent_status add_reference(enti_loader *l, const filed *set, const enti_import *import) {
    ent_world *w = l->world;
    enti_text entry = {0};
    const char *text;
    enti_text_add(&entry, "@misc{%s,\n  title = {", import->source);
    add_field(&entry, set->title);
    enti_text_add(&entry, "},\n  note  = {");
    add_field(&entry, *import->citation != 0 ? import->citation : "imported by the user");
    enti_text_add(&entry, "%s", *import->version != 0 ? "; version " : "");
    add_field(&entry, import->version);
    enti_text_add(&entry, "}\n}\n");
    text = entry.failed ? NULL : enti_arena_strdup(&w->arena, entry.at);
    enti_text_clear(&entry);
    if (text == NULL) return enti_no_memory(l->err);
    w->references[w->references_count++] = (enti_reference){import->source, text};
    return ENT_OK;
}

static ent_status room_for_references(enti_loader *l) {
    ent_world *w = l->world;
    enti_reference *all = enti_arena_alloc(&w->arena, w->references_count + ENTI_IMPORTS, sizeof *all);
    if (all == NULL) return enti_no_memory(l->err);
    if (w->references_count > 0) memcpy(all, w->references, w->references_count * sizeof *all);
    w->references = all;
    return ENT_OK;
}

/* Every import becomes a source of the world, unless the snapshot rests on the same version and names it already. */
static ent_status add_sources(enti_loader *l) {
    ent_world *w = l->world;
    ent_status st = ENT_OK;
    enti_source *all = enti_arena_alloc(&w->arena, w->sources_count + ENTI_IMPORTS, sizeof *all);
    if (all == NULL) return enti_no_memory(l->err);
    ENT_TRY(room_for_references(l));
    if (w->sources_count > 0) memcpy(all, w->sources, w->sources_count * sizeof *all);
    w->sources = all;
    for (int s = 0; s < ENTI_IMPORTS; s++) {
        enti_import *import = &w->imports[s];
        size_t k = 0;
        if (import->id == 0) continue;
        import->source =
            *import->version != 0 ? enti_arena_printf(&w->arena, "%s-%s", sets[s].key, import->version) : sets[s].key;
        if (import->source == NULL) return enti_no_memory(l->err);
        while (k < w->sources_count && strcmp(all[k].key, import->source) != 0)
            k++;
        if (k < w->sources_count) continue;
        all[w->sources_count++] =
            (enti_source){.key = import->source,
                          .title = sets[s].title,
                          .version = import->version,
                          .licence = *import->licence != 0 ? import->licence : "not stated",
                          .bibkey = has_reference(w, sets[s].bibkey) ? sets[s].bibkey : import->source};
        if (!has_reference(w, sets[s].bibkey)) ENT_TRY(add_reference(l, &sets[s], import));
    }
done:
    return st;
}

/* The years of the snapshot itself, which the importer keeps before it widens those of meta. */
static ent_status snapshot_years(enti_loader *l, int *first, int *last) {
    ent_status st = ENT_OK;
    *first = l->world->first_year;
    *last = l->world->last_year;
    ENT_TRY(enti_load_query(l, "meta",
                            "SELECT key = 'snapshot_first_year', CAST(value AS INTEGER) FROM meta"
                            " WHERE key IN ('snapshot_first_year', 'snapshot_last_year')"));
    for (; l->at < l->rows.count; l->at++)
        *(enti_load_int(l, 0) == 1 ? first : last) = calendar_year(enti_load_int_or(l, 1, 1));
done:
    enti_load_end(l);
    return st;
}

/* Years a world answers for: the snapshot's, those in which it has members and an imported capability, and those of
 * overlays. What is lacking that early or late is said to be missing; the clock never counts. */
static ent_status widen_years(enti_loader *l) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    int first, last, earliest = INT32_MAX;
    int32_t members = INT32_MAX;
    ENT_TRY(snapshot_years(l, &first, &last));
    for (int s = ENTI_IN_NMC; s <= ENTI_IN_GDPPOP; s++) {
        if (w->imports[s].id == 0) continue;
        if (w->imports[s].first < earliest) earliest = w->imports[s].first;
        if (w->imports[s].last > last) last = w->imports[s].last;
    }
    for (size_t m = 0; m < w->members_count; m++)
        if (w->members[m].system == ENTI_COW && w->members[m].span.first < members) members = w->members[m].span.first;
    while (earliest < first && members > enti_day(earliest, 12, 31))
        earliest++;
    if (earliest < first) first = earliest;
    if (w->overlaid_to > last) last = w->overlaid_to;
    if (first > w->first_year) w->first_year = first;
    if (last < w->last_year) w->last_year = last;
done:
    return st;
}

/* What answers call the data: the snapshot's label, and how much was imported beside it. */
static ent_status label_world(enti_loader *l) {
    ent_world *w = l->world;
    int count = 0;
    for (int s = 0; s < ENTI_IMPORTS; s++)
        count += w->imports[s].id != 0;
    if (count == 0) return ENT_OK;
    w->label = enti_arena_printf(&w->arena, "%s + %d import%s", w->label, count, count == 1 ? "" : "s");
    return w->label == NULL ? enti_no_memory(l->err) : ENT_OK;
}

enti_ref enti_load_code(enti_loader *l, int column) {
    int code = enti_load_int(l, column);
    return code != ENT_MISSING ? enti_world_ref(l->world, code) : ENTI_NOBODY;
}

bool enti_load_spell(enti_loader *l, const enti_import *import, int column, enti_span *out) {
    out->start = enti_load_text(l, column);
    out->end = enti_load_text(l, column + 1);
    if (!enti_date_first(out->start, &out->first)) return false;
    if (*out->end != 0) return enti_date_last(out->end, &out->last);
    out->last = enti_load_int_or(l, column + 2, 0) != 0 ? INT32_MAX : enti_day(import->last, 12, 31);
    return true;
}

ent_status enti_load_import(enti_loader *l, enti_import_set which, const char *columns, size_t record_size,
                            void *rows_out, size_t *count_out, enti_read_import read) {
    ent_status st = ENT_OK;
    const enti_import *import = &l->world->imports[which];
    size_t count = *count_out;
    char *records = NULL, *before, sql[512];

    if (import->id == 0) return ENT_OK;
    memcpy(&before, rows_out, sizeof before); /* rows_out points at a pointer of the record's own type */
    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT %s FROM %s WHERE import = %lld ORDER BY rowid", columns,
                           import->table, (long long)import->id);
    ENT_TRY(enti_load_query(l, import->table, sql));
    records = enti_arena_alloc(&l->world->arena, l->rows.count + count + 1, record_size);
    if (records == NULL) ENT_TRY(enti_no_memory(l->err));
    if (count > 0) memcpy(records, before, count * record_size);
    for (; l->at < l->rows.count; l->at++) {
        bool keep = true;
        st = read(l, records + count * record_size, &keep);
        if (l->failed) st = enti_no_memory(l->err);
        if (st != ENT_OK) goto done;
        if (keep)
            count++;
        else
            memset(records + count * record_size, 0, record_size);
    }
    memcpy(rows_out, &records, sizeof records);
    *count_out = count;
done:
    enti_load_end(l);
    return st;
}

ent_status enti_load_imports(enti_loader *l) {
    ent_status st = ENT_OK;
    bool any = false;
    ENT_TRY(has_imports(l, &any));
    if (!any) return ENT_OK;
    ENT_TRY(list_imports(l));
    ENT_TRY(add_sources(l));
    ENT_TRY(enti_load_import_series(l));
    ENT_TRY(enti_load_import_pacts(l));
    ENT_TRY(enti_load_import_disputes(l));
    ENT_TRY(enti_load_import_ties(l));
    ENT_TRY(enti_tables_open(l));
    ENT_TRY(label_world(l));
    ENT_TRY(widen_years(l));
done:
    return st;
}
