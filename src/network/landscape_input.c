/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a landscape is made of, checked once: sizes above 0, propensities finite and the same both ways. */
#include <entente/landscape.h>

#include "base/base.h"

#include <math.h>
#include <string.h>

static ent_status check(size_t n, const char *const *code, const double *size, const double *p, ent_error *err) {
    if (n < 2 || n > ENT_LANDSCAPE_MAX)
        return ent_fail(err, ENT_E_RANGE, "a landscape of %zu state%s, expected 2 to %d", n, n == 1 ? "" : "s",
                        ENT_LANDSCAPE_MAX);
    for (size_t i = 0; i < n; i++) {
        if (!(size[i] > 0) || !isfinite(size[i]))
            return ent_fail(err, ENT_E_RANGE, "size of %s is %g, expected a number above 0", code[i], size[i]);
        for (size_t j = 0; j < i; j++) {
            double there = p[i * n + j], back = p[j * n + i];
            if (strcmp(code[i], code[j]) == 0) return ent_fail(err, ENT_E_ARG, "%s stands there twice", code[i]);
            if (!isfinite(there) || !isfinite(back))
                return ent_fail(err, ENT_E_RANGE, "propensity of %s and %s is %g, expected a finite number", code[j],
                                code[i], isfinite(there) ? back : there);
            if (there != back)
                return ent_fail(err, ENT_E_ARG,
                                "propensities are not symmetric: %s to %s is %.15g, %s to %s is %.15g; a landscape "
                                "has an energy only when both are the same",
                                code[j], code[i], back, code[i], code[j], there);
        }
    }
    return ENT_OK;
}

static bool copy(ent_landscape_input *in, enti_arena *arena, size_t n, const char *const *code, const double *size,
                 const double *p) {
    in->count = n;
    in->code = enti_arena_alloc(arena, n, sizeof *in->code);
    in->name = enti_arena_alloc(arena, n, sizeof *in->name);
    in->size = enti_arena_alloc(arena, n, sizeof *in->size);
    in->propensity = enti_arena_alloc(arena, n * n, sizeof *in->propensity);
    if (in->code == NULL || in->name == NULL || in->size == NULL || in->propensity == NULL) return false;
    for (size_t i = 0; i < n; i++) {
        in->code[i] = in->name[i] = enti_arena_strdup(arena, code[i]);
        in->size[i] = size[i];
        for (size_t j = 0; j < n; j++)
            in->propensity[i * n + j] = i == j ? 0 : p[i * n + j];
    }
    in->year = ENT_MISSING;
    in->label = in->formula = "";
    return !arena->failed;
}

ent_status ent_landscape_input_new(size_t count, const char *const *code, const double *size, const double *propensity,
                                   ent_landscape_input **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_landscape_input *in = NULL;
    ENT_TRY(check(count, code, size, propensity, err));
    in = enti_alloc(1, sizeof *in);
    if (in != NULL) in->arena = enti_alloc(1, sizeof(enti_arena));
    if (in == NULL || in->arena == NULL || !copy(in, in->arena, count, code, size, propensity)) {
        st = enti_no_memory(err);
        goto done;
    }
    *out = in;
    in = NULL;
done:
    ent_landscape_input_free(in);
    return st;
}

ent_status ent_landscape_input_camps(ent_landscape_input *in, const char *name, const char *first, const char *second,
                                     const int8_t *side, ent_error *err) {
    ent_landscape_camps *camps = &in->camps[in->camps_count < ENT_LANDSCAPE_CAMPS ? in->camps_count : 0];
    enti_arena *arena = in->arena;
    int8_t *copied;
    if (in->camps_count == ENT_LANDSCAPE_CAMPS)
        return ent_fail(err, ENT_E_RANGE, "more than %d records of camps", ENT_LANDSCAPE_CAMPS);
    copied = enti_arena_alloc(arena, in->count, sizeof *copied);
    if (copied == NULL) return enti_no_memory(err);
    memcpy(copied, side, in->count * sizeof *copied);
    *camps = (ent_landscape_camps){.name = enti_arena_strdup(arena, name),
                                   .label = {enti_arena_strdup(arena, first), enti_arena_strdup(arena, second)},
                                   .side = copied};
    if (arena->failed) return enti_no_memory(err);
    in->camps_count++;
    return ENT_OK;
}

void ent_landscape_input_free(ent_landscape_input *input) {
    if (input == NULL) return;
    if (input->arena != NULL) enti_arena_clear(input->arena);
    ent_free(input->arena);
    ent_free(input);
}
