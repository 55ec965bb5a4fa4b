/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values in words. The literature reads an index by the anchor nearest to it, or by half standard deviations from the
 * mean of a norm; the two can part, so every answer says which it gives. Ties go to the anchor nearer to the middle,
 * the weaker claim.
 */
#include <entente/beliefs.h>

#include <math.h>
#include <stddef.h>

enum { BIPOLAR_WORDS = 9, LEVEL_WORDS = 5 };

static const char *const friendly[BIPOLAR_WORDS] = {"extremely hostile",   "very hostile",  "definitely hostile",
                                                    "somewhat hostile",    "mixed",         "somewhat friendly",
                                                    "definitely friendly", "very friendly", "extremely friendly"};
static const char *const optimistic[BIPOLAR_WORDS] = {
    "extremely pessimistic", "very pessimistic",      "definitely pessimistic", "somewhat pessimistic", "mixed",
    "somewhat optimistic",   "definitely optimistic", "very optimistic",        "extremely optimistic"};
static const char *const cooperative[BIPOLAR_WORDS] = {
    "extremely conflictual", "very conflictual",       "definitely conflictual", "somewhat conflictual", "mixed",
    "somewhat cooperative",  "definitely cooperative", "very cooperative",       "extremely cooperative"};
static const char *const levels[LEVEL_WORDS] = {"very low", "low", "medium", "high", "very high"};

static const char *const *bipolar(ent_belief index) {
    switch (index) {
    case ENT_BELIEF_P1: return friendly;
    case ENT_BELIEF_P2: return optimistic;
    case ENT_BELIEF_I1:
    case ENT_BELIEF_I2: return cooperative;
    default: return NULL;
    }
}

/* The nearest of `count` anchors `step` apart with the middle one at `middle`. */
static const char *nearest(const char *const *words, int count, double value, double middle, double step) {
    double steps = (value - middle) / step, whole = floor(fabs(steps) + 0.5);
    int half = count / 2, at;
    if (whole - fabs(steps) >= 0.5) whole -= 1; /* a tie */
    at = whole > half ? half : (int)whole;
    return words[steps < 0 ? half - at : half + at];
}

const char *ent_belief_word(ent_belief index, double value) {
    const char *const *words = bipolar(index);
    if (isnan(value)) return "not defined";
    if (words != NULL) return nearest(words, BIPOLAR_WORDS, value, 0, 0.25);
    if (index >= ENT_BELIEF_I5) return nearest(levels, LEVEL_WORDS, value, 0.16, 0.08);
    return nearest(levels, LEVEL_WORDS, value, 0.5, 0.25);
}

const char *ent_belief_norm_word(ent_belief index, double z) {
    const char *const *words = bipolar(index);
    if (isnan(z)) return "not defined";
    return words != NULL ? nearest(words, BIPOLAR_WORDS, z, 0, 0.5) : nearest(levels, LEVEL_WORDS, z, 0, 0.5);
}
