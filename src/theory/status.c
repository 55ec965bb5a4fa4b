/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two tracks: practice (hostile, none, cooperation, alignment, strategic partnership) and treaty. Rules are applied in
 * the order written; the first that fits wins. Multilateral non-aggression never raises a rung: after 1991 it covers
 * most pairs of the world.
 */
#include "theory/status.h"

#include <math.h>

const char *enti_practice_text(enti_practice_rung rung) {
    static const char *const texts[] = {"none", "cooperation", "alignment", "strategic partnership", "hostile"};
    return texts[rung];
}

const char *enti_obligation_text(int obligation) {
    static const char *const texts[] = {"defence", "offence", "neutrality", "non-aggression", "consultation"};
    return obligation < 0 ? "none" : texts[obligation];
}

const char *enti_category_text(enti_category category) {
    static const char *const texts[] = {"hostile",  "none",           "cooperation", "alignment",
                                        "alliance", "paper alliance", "integration"};
    return texts[category];
}

const char *enti_reading_text(enti_reading_word reading) {
    static const char *const texts[] = {"supported", "legacy",   "paper",       "barred",
                                        "unsigned",  "no basis", "cannot judge"};
    return texts[reading];
}

const char *enti_ladder_text(int ladder) {
    static const char *const texts[] = {"none",
                                        "cooperation",
                                        "alignment",
                                        "strategic partnership",
                                        "non-aggression or neutrality pact",
                                        "consultation pact",
                                        "defence pact",
                                        "deep alliance",
                                        "integration"};
    return texts[ladder];
}

static void find_title(const ent_year *y, size_t i, size_t j, enti_status *s) {
    const ent_world *w = y->world;
    for (size_t p = 0; p < w->partnerships_count; p++) {
        const enti_partnership *title = &w->partnerships[p];
        bool here =
            (title->a == y->ref[i] && title->b == y->ref[j]) || (title->a == y->ref[j] && title->b == y->ref[i]);
        if (title->a == y->ref[i] || title->a == y->ref[j]) s->titles_coded = true;
        if (!here || !enti_span_in(&title->span, y->year, y->year)) continue;
        if (s->title == NULL || title->rank >= s->title->rank) s->title = title;
    }
}

static enti_practice_rung practice_rung(const ent_year *y, const ent_params *p, size_t i, size_t j,
                                        const enti_status *s) {
    int rank = s->title == NULL ? 0 : s->title->rank;
    double cut = enti_param(p, isnan(s->practice.trade) ? ENTI_PRACTICE_CUT : ENTI_PRACTICE_CUT_TRADE);
    bool aligned = s->practice.index >= cut || (s->practice.shared > 0 && (s->practice.security > 0 || rank >= 2));
    if (s->mutual_rivalry || s->recent_war || s->fatal_dispute) return ENTI_HOSTILE;
    if (rank >= 4 || (rank >= 2 && aligned)) return ENTI_PARTNERSHIP;
    if (aligned) return ENTI_ALIGNMENT;
    if (y->common_forums[i * y->n + j] > 0 || s->title != NULL || s->practice.security > 0) return ENTI_COOPERATION;
    return ENTI_PRACTICE_NONE;
}

/* The highest obligation in force. Consultation and neutrality through a treaty of many are shown, not ranked. */
static void find_obligation(const ent_year *y, size_t i, size_t j, enti_status *s) {
    static const int order[] = {ENTI_DEFENCE, ENTI_CONSULTATION, ENTI_NEUTRALITY, ENTI_NONAGGRESSION};
    s->obligation = -1;
    for (int o = 0; o < 4; o++) {
        bool bilateral = enti_set_has(&y->bilateral[order[o]][i], j);
        if (!enti_set_has(&y->pact[order[o]][i], j) || (order[o] == ENTI_NONAGGRESSION && !bilateral)) continue;
        s->obligation = order[o];
        s->obligation_bilateral = bilateral;
        return;
    }
}

static void find_depth(const ent_year *y, size_t i, size_t j, enti_status *s) {
    static const int deepening[] = {ENTI_BASES, ENTI_COMMAND, ENTI_STAFF, ENTI_INTELLIGENCE, ENTI_ORGAN};
    int count = 0;
    for (size_t t = 0; t < y->treaties_count; t++) {
        const enti_live_treaty *live = &y->treaties[t];
        if (!enti_set_has(&live->members, i) || !enti_set_has(&live->members, j)) continue;
        for (int f = 0; f < ENTI_FEATURES; f++)
            if (y->world->treaties[live->treaty].feature[f] == 1) s->feature[f] = true;
    }
    for (int f = 0; f < 5; f++)
        count += s->feature[deepening[f]];
    s->deep = s->defence && count >= 2;
}

/* Both full members of a body with delegated sovereignty, and bound by a defence pact or by that body's own duty to
 * consult on foreign policy. */
static bool integrated(const ent_year *y, size_t i, size_t j, bool defence) {
    for (size_t f = 0; f < y->forums_count; f++) {
        const enti_live_forum *forum = &y->forums[f];
        if (y->world->forums[forum->forum].institution_level != 4) continue;
        if (!enti_set_has(&forum->full, i) || !enti_set_has(&forum->full, j)) continue;
        if (defence) return true;
        for (size_t t = 0; t < y->treaties_count; t++)
            if (y->world->treaties[y->treaties[t].treaty].forum == forum->forum &&
                enti_treaty_binds(y, &y->treaties[t], ENTI_CONSULTATION, i, j))
                return true;
    }
    return false;
}

static int treaty_rung(const ent_year *y, size_t i, size_t j, const enti_status *s) {
    if (s->integrated) return 8;
    if (s->defence) return s->deep ? 7 : 6;
    if (enti_set_has(&y->bilateral[ENTI_CONSULTATION][i], j)) return 5;
    return enti_set_has(&y->bilateral[ENTI_NEUTRALITY][i], j) || enti_set_has(&y->bilateral[ENTI_NONAGGRESSION][i], j)
               ? 4
               : 0;
}

static enti_category category_of(const enti_status *s) {
    if (s->defence && s->mutual_rivalry) return ENTI_CATEGORY_PAPER;
    if (s->practice_rung == ENTI_HOSTILE && !s->defence) return ENTI_CATEGORY_HOSTILE;
    if (s->integrated) return ENTI_CATEGORY_INTEGRATION;
    if (s->defence) return ENTI_CATEGORY_ALLIANCE;
    if (s->practice_rung >= ENTI_ALIGNMENT) return ENTI_CATEGORY_ALIGNMENT;
    return s->practice_rung == ENTI_COOPERATION ? ENTI_CATEGORY_COOPERATION : ENTI_CATEGORY_NONE;
}

enti_status enti_status_of(const ent_year *y, const ent_params *p, size_t i, size_t j) {
    enti_status s = {.practice = enti_practice_of(y, i, j)};
    int treaty;
    s.mutual_rivalry = enti_set_has(&y->rivals[i], j);
    s.recent_war = enti_set_has(&y->at_war[i], j);
    s.fatal_dispute = !s.recent_war && enti_set_has(&y->fatal[i], j);
    s.defence = enti_set_has(&y->pact[ENTI_DEFENCE][i], j);
    find_title(y, i, j, &s);
    s.practice_rung = practice_rung(y, p, i, j, &s);
    find_obligation(y, i, j, &s);
    find_depth(y, i, j, &s);
    s.integrated = integrated(y, i, j, s.defence);
    treaty = treaty_rung(y, i, j, &s);
    s.ladder = s.practice_rung == ENTI_HOSTILE ? 0 : (int)s.practice_rung;
    if (treaty > s.ladder && (s.practice_rung != ENTI_HOSTILE || s.defence)) s.ladder = treaty;
    s.category = category_of(&s);
    return s;
}

enti_reading_word enti_reading_of(const enti_status *s, const ent_params *p, double percentile) {
    bool supports = 100 * percentile >= enti_param(p, ENTI_SUPPORT_CUT);
    if (s->category == ENTI_CATEGORY_PAPER) return ENTI_READING_PAPER;
    if (s->category == ENTI_CATEGORY_HOSTILE) return ENTI_BARRED;
    if (isnan(percentile)) return ENTI_READING_UNKNOWN;
    if (s->category == ENTI_CATEGORY_INTEGRATION || s->category == ENTI_CATEGORY_ALLIANCE)
        return supports ? ENTI_SUPPORTED : ENTI_LEGACY;
    return supports ? ENTI_UNSIGNED : ENTI_NO_BASIS;
}
