/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verdict engine was estimated on: coefficients, their covariance, and the historical signers. */
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
    ENT_TRY(enti_load_query(l, "covariance", "SELECT variant, name1, name2, value FROM covariance"));
    for (; l->at < l->rows.count; l->at++) {
        int variant = variant_index(enti_load_peek(l, 0));
        int row = coefficient_index(l->world, variant, enti_load_peek(l, 1));
        int column = coefficient_index(l->world, variant, enti_load_peek(l, 2));
        if (variant < 0 || row < 0 || column < 0 || row >= 12 || column >= 12) {
            st = ent_fail(l->err, ENT_E_PARSE, "table covariance names a coefficient that table coefficients lacks");
            goto done;
        }
        l->world->covariance[variant][row][column] = enti_load_real(l, 3);
    }
done:
    enti_load_end(l);
    return st;
}

/* Who signed and what the pair was like in the year before; the first four columns differ between the two tables. */
#define SIGNER_COLUMNS                                                                                                 \
    "ln_distance, contiguous, ln_common_allies, interest_gap, regime_gap, mutual_rivalry, era_1990, shared_rival, "    \
    "shared_x_unshared, capability_nr_1, capability_nr_2, capability_cinc_1, capability_cinc_2, shift_nr_1, "          \
    "shift_nr_2, shift_cinc_1, shift_cinc_2, sqrt_gain_snapshot_nr_1, sqrt_gain_snapshot_nr_2, "                       \
    "sqrt_gain_import_nr_1, sqrt_gain_import_nr_2, sqrt_gain_import_cinc_1, sqrt_gain_import_cinc_2, "                 \
    "trade_at_stake_1, trade_at_stake_2"

static ent_status read_signer(enti_loader *l, void *record) {
    enti_signer *s = record;
    s->year = enti_load_int(l, 0);
    s->code1 = enti_load_int(l, 1);
    s->code2 = enti_load_int(l, 2);
    s->weight = enti_load_real(l, 3);
    for (int i = 0; i < 9; i++)
        s->common[i] = enti_load_real(l, 4 + i);
    for (int i = 0; i < 4; i++) {
        s->capability[i / 2][i % 2] = enti_load_real(l, 13 + i);
        s->shift[i / 2][i % 2] = enti_load_real(l, 17 + i);
    }
    for (int i = 0; i < 6; i++)
        s->sqrt_gain[i / 2][i % 2] = enti_load_real(l, 21 + i);
    s->trade[0] = enti_load_real(l, 27);
    s->trade[1] = enti_load_real(l, 28);
    return ENT_OK;
}

ent_status enti_load_derived(enti_loader *l) {
    ent_status st = ENT_OK;
    ENTI_LOAD(l, "coefficients", "variant, name, value, se, origin, low, high, line", coefficients, read_coefficient);
    ENT_TRY(load_covariance(l));
    ENTI_LOAD(l, "signers", "year, code1, code2, weight, " SIGNER_COLUMNS, signers, read_signer);
    ENTI_LOAD(l, "multilateral_pacts", "signed, code1, code2, CAST(pact AS INTEGER), " SIGNER_COLUMNS, founders,
              read_signer);
done:
    return st;
}
