/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memberships in intergovernmental organisations: how many full ones a state has, and how many two states share. The
 * published count of shared ones takes full and associate members alike; the stricter one stands beside it.
 */
#include "panel/fills.h"

#include <string.h>

enum { WORDS = 16, ORGANISATIONS = WORDS * 64, SLOTS = 4096 };

/* Numbers for the names of organisations, by open addressing. */
typedef struct {
    const char *name[SLOTS];
    int16_t number[SLOTS];
    int count;
} name_table;

static int number_of(name_table *table, enti_arena *arena, const char *name) {
    uint32_t slot = 2166136261u; /* FNV-1a */
    for (const char *p = name; *p != 0; p++)
        slot = (slot ^ (unsigned char)*p) * 16777619u;
    for (slot %= SLOTS; table->name[slot] != NULL; slot = (slot + 1) % SLOTS)
        if (strcmp(table->name[slot], name) == 0) return table->number[slot];
    if (table->count == ORGANISATIONS) return -1;
    table->name[slot] = enti_arena_strdup(arena, name);
    if (table->name[slot] == NULL) return -1;
    table->number[slot] = (int16_t)table->count;
    return table->count++;
}

/* Sets of organisations by state and year: full members, and these with associates. */
static ent_status load_sets(enti_builder *b, const enti_holding *import, uint64_t *full, uint64_t *any,
                            ent_error *err) {
    const enti_frame *f = b->frame;
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    name_table *names = enti_arena_alloc(b->scratch, 1, sizeof *names);
    if (names == NULL) return enti_no_memory(err);
    ENT_TRY(enti_import_rows(b, import, "ccode, year, igo, status", "AND status IN (1, 2)", &row, err));
    for (;;) {
        const char *name;
        int s, number, year;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        year = enti_row_integer(row, 1);
        s = enti_frame_state(f, enti_row_integer(row, 0), year);
        name = (const char *)sqlite3_column_text(row, 2);
        if (s < 0 || name == NULL) continue;
        number = number_of(names, b->scratch, name);
        if (number < 0) {
            st = b->scratch->failed ? enti_no_memory(err)
                                    : ent_fail(err, ENT_E_RANGE, "import_%s names more than %d organisations",
                                               import->dataset, ORGANISATIONS);
            goto done;
        }
        size_t cell = (size_t)s * f->years + (size_t)(year - f->first);
        size_t word = cell * WORDS + (size_t)number / 64;
        any[word] |= UINT64_C(1) << (number % 64);
        if (enti_row_integer(row, 3) == 1) full[word] |= UINT64_C(1) << (number % 64);
    }
done:
    sqlite3_finalize(row);
    return st;
}

static int shared(const uint64_t *x, const uint64_t *y) {
    int count = 0;
    for (int w = 0; w < WORDS; w++)
        count += __builtin_popcountll(x[w] & y[w]);
    return count;
}

ent_status enti_fill_igo(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_frame *f = b->frame;
    const enti_holding *import = enti_holding_find(b, "igo_state_year");
    size_t cells = f->states * f->years;
    ent_status st = ENT_OK;
    uint64_t *full, *any;
    if (import == NULL) return enti_missing_data(t[0], err);
    full = enti_arena_alloc(b->scratch, cells * WORDS + 1, sizeof *full);
    any = enti_arena_alloc(b->scratch, cells * WORDS + 1, sizeof *any);
    if (full == NULL || any == NULL) return enti_no_memory(err);
    ENT_TRY(load_sets(b, import, full, any, err));
    for (size_t i = 0; i < count; i++) {
        const uint64_t *sets = t[i]->variable->which == ENTI_IGO_SHARED ? any : full;
        enti_from_import(t[i], import);
        for (size_t c = 0; t[i]->level == ENTI_OF_STATE && c < cells; c++) {
            int held = shared(&sets[c * WORDS], &sets[c * WORDS]);
            if (held > 0) t[i]->state[c] = held;
        }
        for (size_t row = 0; t[i]->level == ENTI_OF_PAIR && row < f->rows; row++) {
            size_t year = (size_t)(f->year[row] - f->first);
            int held =
                shared(&sets[(f->a[row] * f->years + year) * WORDS], &sets[(f->b[row] * f->years + year) * WORDS]);
            if (held > 0) t[i]->small[0][row] = (int16_t)held;
        }
        enti_zero(b, t[i], import->first, import->last);
    }
done:
    return st;
}
