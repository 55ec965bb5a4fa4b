/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verdict engine was estimated on: coefficients, their covariance, and the historical signers. */
#include "store/packed.h"
#include "world/load.h"

#include <string.h>

static int variant_index(const char *name) {
    static const char *const names[] = {"snapshot-NR", "import-NR", "import-CINC"};
    for (int i = 0; name != NULL && i < 3; i++)
        if (strcmp(name, names[i]) == 0) return i;
    return -1;
}

static ent_status read_coefficient(enti_loader *l, void *record) {
    enti_coefficient *c = record;
    c->variant = enti_load_text(l, 0);
    c->name = enti_load_text(l, 1);
    c->value = enti_load_real(l, 2);
    c->se = enti_load_real(l, 3);
    c->origin = enti_load_text(l, 4);
    c->low = enti_load_real(l, 5);
    c->high = enti_load_real(l, 6);
    c->line = enti_load_int_or(l, 7, 0);
    return ENT_OK;
}

/* Position of an estimated coefficient among those of its variant, in the order of the file. */
static int coefficient_index(const ent_world *w, int variant, const char *name) {
    int index = 0;
    for (size_t i = 0; i < w->coefficients_count; i++) {
        const enti_coefficient *c = &w->coefficients[i];
        if (variant_index(c->variant) != variant || strcmp(c->origin, "estimated") != 0) continue;
        if (name != NULL && strcmp(c->name, name) == 0) return index;
        index++;
    }
    return -1;
}

static ent_status load_covariance(enti_loader *l) {
    ent_status st = ENT_OK;
    bool more = true;
    ENT_TRY(enti_store_prepare(l->store, "SELECT variant, name1, name2, value FROM covariance", &l->row, l->err));
    for (;;) {
        int variant, row, column;
        ENT_TRY(enti_store_step(l->store, l->row, &more, l->err));
        if (!more) break;
        variant = variant_index((const char *)sqlite3_column_text(l->row, 0));
        row = coefficient_index(l->world, variant, (const char *)sqlite3_column_text(l->row, 1));
        column = coefficient_index(l->world, variant, (const char *)sqlite3_column_text(l->row, 2));
        if (variant < 0 || row < 0 || column < 0 || row >= 12 || column >= 12) {
            st = ent_fail(l->err, ENT_E_PARSE, "table covariance names a coefficient that table coefficients lacks");
            goto done;
        }
        l->world->covariance[variant][row][column] = sqlite3_column_double(l->row, 3);
    }
done:
    sqlite3_finalize(l->row);
    l->row = NULL;
    return st;
}

/* Columns in the order of the packed table. */
static enti_signer signer_of(const double *row) {
    enti_signer s = {.year = ENT_MISSING, .code1 = ENT_MISSING, .code2 = ENT_MISSING, .weight = row[3]};
    (void)enti_load_whole(row[0], &s.year); /* kept for reference only: nothing is computed from them */
    (void)enti_load_whole(row[1], &s.code1);
    (void)enti_load_whole(row[2], &s.code2);
    memcpy(s.common, row + 4, sizeof s.common);
    for (int i = 0; i < 4; i++) {
        s.capability[i / 2][i % 2] = row[13 + i];
        s.shift[i / 2][i % 2] = row[17 + i];
    }
    for (int i = 0; i < 6; i++)
        s.sqrt_gain[i / 2][i % 2] = row[21 + i];
    s.trade[0] = row[27];
    s.trade[1] = row[28];
    return s;
}

static ent_status load_signers(enti_loader *l, const char *table, enti_signer **out, size_t *out_count) {
    ent_status st = ENT_OK;
    double *rows = NULL;
    size_t count = 0;
    ENT_TRY(enti_store_numbers(l->store, table, &rows, &count, l->err));
    *out = enti_arena_alloc(&l->world->arena, count + 1, sizeof **out);
    if (*out == NULL) {
        st = enti_no_memory(l->err);
        goto done;
    }
    for (size_t r = 0; r < count; r++)
        (*out)[r] = signer_of(rows + r * 29);
    *out_count = count;
done:
    ent_free(rows);
    return st;
}

ent_status enti_load_derived(enti_loader *l) {
    ent_status st = ENT_OK;
    ENTI_LOAD(l, "coefficients", "variant, name, value, se, origin, low, high, line", coefficients, read_coefficient);
    ENT_TRY(load_covariance(l));
    ENT_TRY(load_signers(l, "signers", &l->world->signers, &l->world->signers_count));
    ENT_TRY(load_signers(l, "multilateral_pacts", &l->world->founders, &l->world->founders_count));
done:
    return st;
}
