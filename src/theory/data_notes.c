/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Missing data sets, carried years and standing sources of a year, whatever the question. */
#include "theory/data_notes.h"

#include <math.h>

enum { SELECTION_BEFORE = 2010 };

bool enti_pacts_selected(const ent_year *y) {
    return y->year < SELECTION_BEFORE && !enti_import_covers(y->world, ENTI_IN_ATOP, y->year);
}

static ent_status add(enti_note_list n, const char *text) {
    return enti_note(n.list, n.arena, text, n.err);
}

/* Either the file to import, or the years the imported one covers. */
static const char *lacking(enti_note_list n, const ent_year *y, enti_import_set which, const char *what,
                           const char *file) {
    const enti_import *import = &y->world->imports[which];
    if (import->id == 0) return enti_arena_printf(n.arena, "%s (import %s)", what, file);
    return enti_arena_printf(n.arena, "%s: the imported data cover %d to %d", what, import->first, import->last);
}

ent_status enti_note_missing_data(enti_note_list n, const ent_year *y) {
    ent_status st = ENT_OK;
    if (y->dispute_year == ENT_MISSING)
        ENT_TRY(add(n, lacking(n, y, ENTI_IN_DISPUTES, "acute threat and use of force", "MID 5.0")));
    if (y->trade == NULL)
        ENT_TRY(add(n, lacking(n, y, ENTI_IN_TRADE, "trade with the partner's rivals", "Dyadic_COW_4.0")));
    if (y->common_igos == NULL && y->forums_count == 0)
        ENT_TRY(add(n, lacking(n, y, ENTI_IN_IGOS, "common institutions: no forum is recorded that early",
                               "state_year_formatv3")));
    if (y->year < y->world->ideal_point.first)
        ENT_TRY(add(n, enti_arena_printf(n.arena, "UN votes: there are none before %d", y->world->ideal_point.first)));
done:
    return st;
}

static ent_status carried(enti_note_list n, const ent_year *y, int year, const char *what) {
    if (year == ENT_MISSING || year == y->year) return ENT_OK;
    return add(n, enti_arena_printf(n.arena, "%s of %d carried to %d", what, year, y->year));
}

ent_status enti_note_carried_data(enti_note_list n, const ent_year *y) {
    ent_status st = ENT_OK;
    const ent_world *w = y->world;
    int first = INT32_MAX;
    for (size_t s = 0; s < w->signers_count; s++)
        if (w->signers[s].year < first && w->signers[s].year != ENT_MISSING) first = w->signers[s].year;
    if (w->signers_count > 0 && y->year < first - 1)
        ENT_TRY(
            add(n, enti_arena_printf(n.arena,
                                     "weights and past signers: those of pacts from %d on; a reading of %d stretches "
                                     "them beyond their years",
                                     first, y->year)));
    if (y->dispute_year != ENT_MISSING && y->dispute_year - 9 < w->imports[ENTI_IN_DISPUTES].first)
        ENT_TRY(
            add(n, enti_arena_printf(n.arena, "militarised disputes begin in %d: fewer than the ten years that count",
                                     w->imports[ENTI_IN_DISPUTES].first)));
    ENT_TRY(carried(n, y, y->dispute_year, "militarised disputes"));
    ENT_TRY(carried(n, y, y->trade_year, "trade"));
    ENT_TRY(carried(n, y, y->igo_year, "common organisations"));
done:
    return st;
}

static ent_status keys(enti_note_list n, const char *source) {
    return enti_note_keys(n.list, n.arena, source != NULL ? source : "", n.err);
}

static ent_status import_keys(enti_note_list n, const ent_year *y, enti_import_set which, bool used) {
    return used ? keys(n, y->world->imports[which].source) : ENT_OK;
}

/* The sources of a reading over the states that have one. */
static ent_status reading_keys(enti_note_list n, const enti_reading *readings, size_t count) {
    ent_status st = ENT_OK;
    const char *last = NULL;
    for (size_t i = 0; i < count; i++) {
        if (isnan(readings[i].value) || readings[i].series == NULL || readings[i].source == last) continue;
        last = readings[i].source;
        ENT_TRY(keys(n, last));
    }
done:
    return st;
}

ent_status enti_note_standing_sources(enti_note_list n, const ent_year *y) {
    ent_status st = ENT_OK;
    const ent_world *w = y->world;
    ENT_TRY(reading_keys(n, y->capability, y->n));
    ENT_TRY(reading_keys(n, y->ideal_point, y->n));
    ENT_TRY(reading_keys(n, y->polyarchy, y->n));
    ENT_TRY(keys(n, y->borders.source));
    for (size_t r = 0; r < w->rivalries_count; r++)
        if (w->rivalries[r].strategic && enti_takes_rivalry(w, &w->rivalries[r], y->year)) {
            ENT_TRY(keys(n, w->rivalries[r].origin.source));
            break;
        }
    ENT_TRY(import_keys(n, y, ENTI_IN_ATOP, enti_import_covers(w, ENTI_IN_ATOP, y->year)));
    ENT_TRY(import_keys(n, y, ENTI_IN_DISPUTES, y->dispute_year != ENT_MISSING));
    ENT_TRY(import_keys(n, y, ENTI_IN_TRADE, y->trade != NULL));
    ENT_TRY(import_keys(n, y, ENTI_IN_IGOS, y->common_igos != NULL));
    ENT_TRY(import_keys(n, y, ENTI_IN_CAPITALS, w->capitals_count > 0));
    ENT_TRY(keys(n, "entente-derived"));
done:
    return st;
}
