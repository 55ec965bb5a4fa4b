/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Indices of the operational code from counts of verbs in context. P indices read what others do, I indices what the
 * speaker's side does. Every index is a mean over codes or a function of shares, so only P-4 and P-5 depend on how
 * much was coded. A side without codes leaves its indices undefined: an empty count is no observation of 0.
 */
#include <entente/beliefs.h>

#include <math.h>
#include <stdbool.h>

static const struct {
    const char *name, *key, *title;
} indices[ENT_BELIEFS] = {
    [ENT_BELIEF_P1] = {"P-1", "p1", "nature of the political universe"},
    [ENT_BELIEF_P2] = {"P-2", "p2", "prospects for own values"},
    [ENT_BELIEF_P3] = {"P-3", "p3", "predictability of the future"},
    [ENT_BELIEF_P4A] = {"P-4a", "p4a", "own control over history"},
    [ENT_BELIEF_P4B] = {"P-4b", "p4b", "others' control over history"},
    [ENT_BELIEF_P5] = {"P-5", "p5", "role of chance"},
    [ENT_BELIEF_I1] = {"I-1", "i1", "direction of strategy"},
    [ENT_BELIEF_I2] = {"I-2", "i2", "intensity of tactics"},
    [ENT_BELIEF_I3] = {"I-3", "i3", "risk orientation"},
    [ENT_BELIEF_I4A] = {"I-4a", "i4a", "flexibility, cooperation and conflict"},
    [ENT_BELIEF_I4B] = {"I-4b", "i4b", "flexibility, words and deeds"},
    [ENT_BELIEF_I5 + ENT_VICS_PUNISH] = {"I-5 punish", "i5_punish", "utility of punishing"},
    [ENT_BELIEF_I5 + ENT_VICS_THREATEN] = {"I-5 threaten", "i5_threaten", "utility of threatening"},
    [ENT_BELIEF_I5 + ENT_VICS_OPPOSE] = {"I-5 oppose", "i5_oppose", "utility of opposing"},
    [ENT_BELIEF_I5 + ENT_VICS_APPEAL] = {"I-5 appeal", "i5_appeal", "utility of appeal and support"},
    [ENT_BELIEF_I5 + ENT_VICS_PROMISE] = {"I-5 promise", "i5_promise", "utility of promising"},
    [ENT_BELIEF_I5 + ENT_VICS_REWARD] = {"I-5 reward", "i5_reward", "utility of rewarding"},
};

static const double scale[ENT_VICS_CATEGORIES] = {-3, -2, -1, 1, 2, 3};

const char *ent_belief_name(ent_belief index) {
    return (unsigned)index < ENT_BELIEFS ? indices[index].name : NULL;
}

const char *ent_belief_key(ent_belief index) {
    return (unsigned)index < ENT_BELIEFS ? indices[index].key : NULL;
}

const char *ent_belief_title(ent_belief index) {
    return (unsigned)index < ENT_BELIEFS ? indices[index].title : NULL;
}

const char *ent_vics_name(ent_vics category) {
    static const char *const names[] = {"punish", "threaten", "oppose", "appeal", "promise", "reward"};
    return (unsigned)category < ENT_VICS_CATEGORIES ? names[category] : NULL;
}

static double total(const double counts[ENT_VICS_CATEGORIES]) {
    double sum = 0;
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
        sum += counts[k];
    return sum;
}

/* Share of positive codes minus share of negative ones. */
static double balance(const double counts[ENT_VICS_CATEGORIES], double n) {
    double sum = 0;
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
        sum += scale[k] > 0 ? counts[k] : -counts[k];
    return sum / n;
}

/* Mean on the scale of -3 to 3, brought to -1 to 1. */
static double intensity(const double counts[ENT_VICS_CATEGORIES], double n) {
    double sum = 0;
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
        sum += scale[k] * counts[k];
    return sum / (3 * n);
}

/* One minus the index of qualitative variation over six categories: 0 all alike, 1 all in one. */
static double concentration(const double counts[ENT_VICS_CATEGORIES], double n) {
    double squares = 0;
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
        squares += counts[k] / n * (counts[k] / n);
    return 1 - 6.0 / 5.0 * (1 - squares);
}

/* Punishing and rewarding are deeds, the other four are words. */
static double deeds(const double counts[ENT_VICS_CATEGORIES]) {
    return counts[ENT_VICS_PUNISH] + counts[ENT_VICS_REWARD];
}

static bool usable(const double counts[ENT_VICS_CATEGORIES]) {
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
        if (!(counts[k] >= 0) || !isfinite(counts[k])) return false;
    return isfinite(total(counts));
}

void ent_belief_indices(const double self[ENT_VICS_CATEGORIES], const double other[ENT_VICS_CATEGORIES],
                        ent_belief_profile *out) {
    double *v = out->value, n, m;
    for (int i = 0; i < ENT_BELIEFS; i++)
        v[i] = NAN;
    out->self = out->other = NAN;
    if (!usable(self) || !usable(other)) return;
    out->self = n = total(self);
    out->other = m = total(other);
    if (n > 0) {
        v[ENT_BELIEF_I1] = balance(self, n);
        v[ENT_BELIEF_I2] = intensity(self, n);
        v[ENT_BELIEF_I3] = concentration(self, n);
        v[ENT_BELIEF_I4A] = 1 - fabs(v[ENT_BELIEF_I1]);
        v[ENT_BELIEF_I4B] = 1 - fabs((n - deeds(self)) - deeds(self)) / n;
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            v[ENT_BELIEF_I5 + k] = self[k] / n;
    }
    if (m > 0) {
        v[ENT_BELIEF_P1] = balance(other, m);
        v[ENT_BELIEF_P2] = intensity(other, m);
        v[ENT_BELIEF_P3] = concentration(other, m);
    }
    if (n + m > 0) {
        v[ENT_BELIEF_P4A] = n / (n + m);
        v[ENT_BELIEF_P4B] = m / (n + m);
    }
    if (m > 0) v[ENT_BELIEF_P5] = 1 - v[ENT_BELIEF_P3] * v[ENT_BELIEF_P4A];
}
