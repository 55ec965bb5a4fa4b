/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full memberships in intergovernmental organisations: how many a state has, and how many two states share. */
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

/* Sets of organisations by state and year; `known` marks states with any row. */
static ent_status load_sets(enti_builder *b, const enti_holding *import, uint64_t *sets, bool *known, ent_error *err) {
    const enti_frame *f = b->frame;
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    name_table *names = enti_arena_alloc(b->scratch, 1, sizeof *names);
    if (names == NULL) return enti_no_memory(err);
    ENT_TRY(enti_import_rows(b, import, "ccode, year, igo", "AND status = 1", &row, err));
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
        sets[cell * WORDS + (size_t)number / 64] |= UINT64_C(1) << (number % 64);
        known[cell] = true;
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
    uint64_t *sets;
    bool *known;
    if (import == NULL) return enti_missing_data(t[0], err);
    sets = enti_arena_alloc(b->scratch, cells * WORDS + 1, sizeof *sets);
    known = enti_arena_alloc(b->scratch, cells + 1, sizeof *known);
    if (sets == NULL || known == NULL) return enti_no_memory(err);
    ENT_TRY(load_sets(b, import, sets, known, err));
    for (size_t i = 0; i < count; i++) {
        enti_from_import(t[i], import);
        for (size_t c = 0; t[i]->level == ENTI_OF_STATE && c < cells; c++)
            if (known[c]) t[i]->state[c] = shared(&sets[c * WORDS], &sets[c * WORDS]);
        for (size_t row = 0; t[i]->level == ENTI_OF_PAIR && row < f->rows; row++) {
            size_t year = (size_t)(f->year[row] - f->first);
            size_t x = f->a[row] * f->years + year, y = f->b[row] * f->years + year;
            if (f->code[x] <= 0 || f->code[y] <= 0) continue;
            if (f->year[row] >= import->first && f->year[row] <= import->last)
                t[i]->small[0][row] = (int16_t)shared(&sets[x * WORDS], &sets[y * WORDS]);
        }
        enti_zero(b, t[i], import->first, import->last);
    }
done:
    return st;
}
