/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Valued alliance ties: 3 defence or offence, else 2 neutrality or consultation, else 1 non-aggression, else 0; the
 * highest of all treaties in force. Directed: what the row has pledged to the column, so an asymmetric treaty gives
 * the two sides different portfolios. From the treaties of a year, or from a list of one's own.
 */
#include "measures/similarity.h"

#include <string.h>

enum { CATEGORIES = 4 };

static uint8_t value_of(const int8_t obligation[ENTI_OBLIGATIONS]) {
    if (obligation[ENTI_DEFENCE] == 1 || obligation[ENTI_OFFENCE] == 1) return 3;
    if (obligation[ENTI_NEUTRALITY] == 1 || obligation[ENTI_CONSULTATION] == 1) return 2;
    return obligation[ENTI_NONAGGRESSION] == 1;
}

static void add_treaty(const ent_year *year, const enti_treaty *treaty, uint8_t *out) {
    const enti_treaty_member *m = year->world->treaty_members + treaty->first_member;
    for (size_t p = 0; p < treaty->members; p++) {
        uint8_t value = value_of(m[p].obligation);
        if (value == 0) continue;
        for (size_t q = 0; q < treaty->members; q++) {
            size_t i, j;
            if (!enti_year_parties(year, &m[p], &m[q], &i, &j)) continue;
            if (out[i * year->n + j] < value) out[i * year->n + j] = value;
        }
    }
}

void ent_similarity_ties(const ent_year *year, uint8_t *out) {
    memset(out, 0, year->n * year->n);
    for (size_t i = 0; i < year->n; i++)
        out[i * year->n + i] = CATEGORIES - 1;
    for (size_t t = 0; t < year->treaties_count; t++)
        add_treaty(year, &year->world->treaties[year->treaties[t].treaty], out);
}

ent_status enti_valued_ties_fill(size_t n, const enti_valued_tie *ties, size_t count, uint8_t *out, ent_error *err) {
    for (size_t t = 0; t < count; t++)
        if (ties[t].from >= n || ties[t].to >= n || ties[t].value >= CATEGORIES)
            return ent_fail(err, ENT_E_RANGE,
                            "tie %zu: state %zu to %zu with value %d, expected states below %zu and values below %d",
                            t + 1, ties[t].from, ties[t].to, ties[t].value, n, CATEGORIES);
    memset(out, 0, n * n);
    for (size_t t = 0; t < count; t++)
        out[ties[t].from * n + ties[t].to] = ties[t].value;
    return ENT_OK;
}

ent_similarity_options ent_similarity_options_default(void) {
    return (ent_similarity_options){.self = ENT_SELF_MOST};
}

ent_status ent_similarity_year(const ent_year *year, const ent_similarity_options *options, double *out,
                               ent_error *err) {
    ent_status st = ENT_OK;
    ent_similarity_options chosen = options != NULL ? *options : ent_similarity_options_default();
    ent_portfolios matrix = {
        .rows = year->n, .columns = year->n, .categories = CATEGORIES, .weight = chosen.weight, .self = chosen.self};
    double weight[ENTI_STATES];
    uint8_t *ties = NULL;

    if (chosen.by_capability && chosen.weight != NULL)
        return ent_fail(err, ENT_E_ARG, "weights are given and capability is asked for: choose one");
    for (size_t i = 0; chosen.by_capability && i < year->n; i++)
        weight[i] = year->capability[i].value;
    if (chosen.by_capability) matrix.weight = weight;
    ties = enti_alloc(year->n * year->n + 1, sizeof *ties);
    if (ties == NULL) return enti_no_memory(err);
    ent_similarity_ties(year, ties);
    matrix.value = ties;
    ENT_TRY(ent_similarity_matrix(&matrix, out, err));
done:
    ent_free(ties);
    return st;
}
