/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as landscape files: what stands before a line "---" are the states, what follows the pairs; without such a
 * line the states hold their propensities. What is read must be a landscape that can be run.
 */
#include "ingest/landscape_file.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(bool good) {
    if (!good) abort();
}

static void try_run(const ent_landscape_input *in) {
    ent_landscape_options options = ent_landscape_options_default();
    ent_landscape *out = NULL;
    ent_error err = {.status = ENT_OK};
    ent_status st;
    if (in->count > 12 && in->count <= ENT_LANDSCAPE_EXACT) return; /* takes long */
    options.starts = 3;
    st = ent_landscape_run(in, &options, &out, &err);
    check((st == ENT_OK) == (out != NULL));
    check(st == ENT_OK || st == ENT_E_RANGE);
    if (out != NULL) check(out->minima_count > 0 && *out->sentence != 0);
    ent_landscape_free(out);
}

static void check_input(const ent_landscape_input *in) {
    check(in->count >= 2 && in->count <= ENT_LANDSCAPE_MAX);
    for (size_t i = 0; i < in->count; i++) {
        check(in->size[i] > 0 && isfinite(in->size[i]) && *in->code[i] != 0);
        for (size_t j = 0; j < in->count; j++)
            check(isfinite(in->propensity[i * in->count + j]) &&
                  in->propensity[i * in->count + j] == in->propensity[j * in->count + i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    const char *text = (const char *)bytes, *rest = NULL;
    enti_csv *states = NULL, *pairs = NULL;
    ent_landscape_input *in = NULL;
    ent_error err = {.status = ENT_OK};
    ent_status st;
    size_t first = size;
    for (size_t i = 0; i + 5 <= size && rest == NULL; i++)
        if (memcmp(text + i, "\n---\n", 5) == 0) {
            first = i + 1;
            rest = text + i + 5;
        }
    st = enti_csv_open_bytes(text, first, "states.csv", &states, &err);
    if (st == ENT_OK && rest != NULL)
        st = enti_csv_open_bytes(rest, size - (size_t)(rest - text), "pairs.csv", &pairs, &err);
    if (st == ENT_OK) st = enti_landscape_parse(states, pairs, &in, &err);
    check((st == ENT_OK) == (in != NULL));
    check(st == ENT_OK || (err.status == st && *err.message != 0));
    if (in != NULL) {
        check_input(in);
        try_run(in);
    }
    ent_landscape_input_free(in);
    enti_csv_close(pairs);
    enti_csv_close(states);
    return 0;
}
