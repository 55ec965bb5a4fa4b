/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comparison of leaders: every pair on every index, with the two indices of the theory (P-1, I-1) apart from the rest,
 * which Holm's correction covers. The theory's verdicts are given again under other choices of codes, texts, reading
 * and margin, so that a verdict which hangs on one of them shows it.
 */
#include "beliefs/compare_groups.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { VARIANTS = 5, NOTES = 16 };

typedef struct comparing {
    ent_belief_comparison answer; /* first: the caller frees by it */
    enti_arena arena;
    const ent_speeches *speeches;
    ent_speeches *owned;
    enti_belief_ask *asks;
} comparing;

void ent_belief_comparison_free(ent_belief_comparison *answer) {
    comparing *run = (comparing *)answer;
    if (run == NULL) return;
    for (size_t g = 0; run->asks != NULL && g < run->answer.groups_count; g++)
        enti_belief_ask_clear(&run->asks[g]);
    ent_speeches_free(run->owned);
    enti_arena_clear(&run->arena);
    ent_free(run);
}

/* ---- variants ---- */

static ent_status add_variant(comparing *run, ent_belief_pair *pair, const ent_belief_options *o, int least,
                              const char *choice, ent_error *err) {
    ent_status st = ENT_OK;
    ent_belief_variant *v = &pair->variants[pair->variants_count];
    const size_t at[2] = {pair->a, pair->b};
    enti_side sides[2] = {{.values = NULL}, {.values = NULL}};
    v->choice = choice;
    for (int s = 0; s < 2; s++) {
        const enti_belief_ask *ask = &run->asks[at[s]];
        ENT_TRY(enti_side_take(run->speeches, ask->which, ask->count, o, least, &sides[s], err));
        v->texts[s] = sides[s].sample.n;
    }
    ENT_TRY(enti_side_test(&sides[0], &sides[1], ENT_BELIEF_P1, o, &run->answer.norm, 0, &v->p1, err));
    ENT_TRY(enti_side_test(&sides[0], &sides[1], ENT_BELIEF_I1, o, &run->answer.norm, 0, &v->i1, err));
    pair->variants_count++;
done:
    enti_side_clear(&sides[0]);
    enti_side_clear(&sides[1]);
    return st;
}

static ent_status add_variants(comparing *run, ent_belief_pair *pair, ent_error *err) {
    ent_status st = ENT_OK;
    const ent_belief_options *base = &run->answer.options;
    ent_belief_options o = *base;
    pair->variants = enti_arena_alloc(&run->arena, VARIANTS, sizeof *pair->variants);
    if (pair->variants == NULL) return enti_no_memory(err);
    o.agreed = !base->agreed;
    ENT_TRY(add_variant(run, pair, &o, 0, o.agreed ? "agreed codes only" : "all codes", err));
    o = *base;
    ENT_TRY(add_variant(run, pair, &o, base->least_verbs,
                        enti_arena_printf(&run->arena, "texts of %d codes or more", base->least_verbs), err));
    o.others = base->others == ENT_OTHERS_ALL ? ENT_OTHERS_ACTORS : ENT_OTHERS_ALL;
    ENT_TRY(add_variant(run, pair, &o, 0, o.others == ENT_OTHERS_ALL ? "other: all that is not self" : "other: actors",
                        err));
    o = *base;
    o.domain = base->domain == ENT_DOMAIN_ALL ? ENT_DOMAIN_FOREIGN : ENT_DOMAIN_ALL;
    ENT_TRY(add_variant(run, pair, &o, 0, o.domain == ENT_DOMAIN_ALL ? "all domains" : "foreign domain", err));
    o = *base;
    o.margin = 2 * base->margin;
    ENT_TRY(add_variant(run, pair, &o, 0, enti_arena_printf(&run->arena, "margin of %g SD", o.margin), err));
done:
    return st;
}

/* ---- pairs ---- */

/* The indices that Holm's correction covers; P-4b is P-4a again, and shares have a family of their own. */
static bool in_family(int index, bool shares) {
    if (shares) return index >= ENT_BELIEF_I5;
    return index != ENT_BELIEF_P1 && index != ENT_BELIEF_I1 && index != ENT_BELIEF_P4B && index < ENT_BELIEF_I5;
}

static ent_status correct(ent_belief_comparison *a, const bool family[ENT_BELIEFS], ent_error *err) {
    double *p = enti_alloc(a->pairs_count * ENT_BELIEFS, sizeof *p);
    size_t count = 0;
    if (p == NULL) return enti_no_memory(err);
    for (size_t q = 0; q < a->pairs_count; q++)
        for (int i = 0; i < ENT_BELIEFS; i++)
            if (family[i]) p[count++] = a->pairs[q].test[i].p;
    enti_holm(p, count);
    count = 0;
    for (size_t q = 0; q < a->pairs_count; q++)
        for (int i = 0; i < ENT_BELIEFS; i++) {
            if (!family[i]) continue;
            a->pairs[q].test[i].p_holm = p[count++];
            enti_belief_judge(&a->pairs[q].test[i], a->options.level);
        }
    ent_free(p);
    return ENT_OK;
}

/* Each of the theory's indices over the pairs; the rest over pairs and indices. */
static ent_status correct_all(ent_belief_comparison *a, ent_error *err) {
    ent_status st = ENT_OK;
    for (int family = 0; family < 4; family++) {
        bool chosen[ENT_BELIEFS];
        for (int i = 0; i < ENT_BELIEFS; i++)
            chosen[i] = family == 0 ? i == ENT_BELIEF_P1 : family == 1 ? i == ENT_BELIEF_I1 : in_family(i, family == 3);
        ENT_TRY(correct(a, chosen, err));
    }
    for (size_t q = 0; q < a->pairs_count; q++) {
        ent_belief_test *test = a->pairs[q].test;
        test[ENT_BELIEF_P4B].p_holm = test[ENT_BELIEF_P4A].p_holm;
        enti_belief_judge(&test[ENT_BELIEF_P4B], a->options.level);
    }
done:
    return st;
}

static ent_status fill_pair(comparing *run, ent_belief_pair *pair, ent_error *err) {
    ent_status st = ENT_OK;
    const ent_belief_options *o = &run->answer.options;
    const enti_belief_ask *a = &run->asks[pair->a], *b = &run->asks[pair->b];
    for (int i = 0; i < ENT_BELIEFS; i++)
        ENT_TRY(enti_side_test(&a->side, &b->side, (ent_belief)i, o, &run->answer.norm, o->draws, &pair->test[i], err));
    if (a->which == NULL || b->which == NULL) return ENT_OK;
    ENT_TRY(enti_side_resample(&a->side, &b->side, o, pair->test, err));
    ENT_TRY(add_variants(run, pair, err));
done:
    return st;
}

static ent_status fill_anova(comparing *run, ent_error *err) {
    ent_belief_comparison *a = &run->answer;
    enti_moments *groups = enti_alloc(a->groups_count, sizeof *groups);
    if (groups == NULL) return enti_no_memory(err);
    for (int i = 0; i < ENT_BELIEFS; i++) {
        enti_anova f;
        for (size_t g = 0; g < a->groups_count; g++)
            groups[g] = run->asks[g].side.moments[i];
        f = enti_anova_test(groups, a->groups_count);
        a->anova[i] = (ent_belief_anova){f.f, f.df1, f.df2, f.p};
    }
    ent_free(groups);
    return ENT_OK;
}

/* ---- groups ---- */

static void note(comparing *run, const char *text) {
    if (run->answer.notes_count < NOTES) run->answer.notes[run->answer.notes_count++] = text;
}

static void add_notes(comparing *run) {
    ent_belief_comparison *a = &run->answer;
    if (*a->norm.name == 0) note(run, "without a norm there is no margin, so equivalence is not tested");
    for (size_t g = 0; g < a->groups_count; g++) {
        const ent_belief_group *group = &a->groups[g];
        if (group->texts < 10)
            note(run, enti_arena_printf(&run->arena, "%s: %zu text%s; about ten or more are needed", group->name,
                                        group->texts, group->texts == 1 ? "" : "s"));
        if (group->flagged > 0)
            note(run, enti_arena_printf(&run->arena, "%s: %zu of %zu texts are short and widen the errors", group->name,
                                        group->flagged, group->texts));
        if (group->demonstrations > 0)
            note(run,
                 enti_arena_printf(&run->arena, "%s: a demonstration, which cannot stand for the leader", group->name));
        if (run->asks[g].which == NULL)
            note(run, enti_arena_printf(&run->arena, "%s: only P-1 and I-1 are known (%s, %s)", group->name,
                                        group->basis, group->source));
    }
}

/* Finds all the names among measured or among published values. Why one is not there stands in `why`, whose status is
 * ENT_OK for those found; anything but a missing one ends the search. */
static ent_status find_all(comparing *run, const ent_store *store, const char *const *names, bool published,
                           ent_error *why, size_t *missing, ent_error *err) {
    ent_belief_comparison *a = &run->answer;
    *missing = 0;
    for (size_t g = 0; g < a->groups_count; g++) {
        ent_status st = enti_belief_group_find(run->speeches, store, published, names[g], &a->options, &run->arena,
                                               &run->asks[g], &a->groups[g], &why[g]);
        if (st != ENT_OK && err != NULL) *err = why[g];
        if (st != ENT_OK && st != ENT_E_MISSING) return st;
        *missing += st != ENT_OK;
    }
    return ENT_OK;
}

/* Coders differ in what they find, so values of another coder would compare coders, not leaders: all are measured, or
 * else all are published. */
static ent_status find_groups(comparing *run, const ent_store *store, const char *const *names, ent_error *err) {
    ent_status st = ENT_OK;
    size_t n = run->answer.groups_count, missing;
    ent_error *why = enti_arena_alloc(&run->arena, 2 * n, sizeof *why);
    if (why == NULL) return enti_no_memory(err);
    ENT_TRY(find_all(run, store, names, false, why, &missing, err));
    if (missing > 0 && store != NULL) {
        for (size_t g = 0; g < n; g++)
            enti_belief_ask_clear(&run->asks[g]);
        ENT_TRY(find_all(run, store, names, true, why + n, &missing, err));
    }
    if (missing == 0) return ENT_OK;
    for (size_t g = 0; g < n; g++) { /* neither way has all: is there one for whom there is nothing at all? */
        if (why[g].status == ENT_OK || (store != NULL && why[n + g].status == ENT_OK)) continue;
        if (err != NULL) *err = why[g];
        return why[g].status;
    }
    st = ent_fail(err, ENT_E_ARG,
                  "some of these leaders are measured and the others published: values of different coders are not "
                  "compared with each other");
done:
    return st;
}

static ent_status fill(comparing *run, const ent_store *store, const char *const *names, ent_error *err) {
    ent_status st = ENT_OK;
    ent_belief_comparison *a = &run->answer;
    size_t n = a->groups_count;
    a->groups = enti_arena_alloc(&run->arena, n, sizeof *a->groups);
    a->pairs = enti_arena_alloc(&run->arena, n * (n - 1) / 2, sizeof *a->pairs);
    a->notes = enti_arena_alloc(&run->arena, NOTES, sizeof *a->notes);
    run->asks = enti_arena_alloc(&run->arena, n, sizeof *run->asks);
    if (a->groups == NULL || a->pairs == NULL || a->notes == NULL || run->asks == NULL) return enti_no_memory(err);
    if (run->speeches == NULL && store != NULL) {
        ENT_TRY(ent_speeches_open(store, &run->owned, err));
        run->speeches = run->owned;
    }
    ENT_TRY(find_groups(run, store, names, err));
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            ent_belief_pair *pair = &a->pairs[a->pairs_count++];
            pair->a = i;
            pair->b = j;
            ENT_TRY(fill_pair(run, pair, err));
        }
    ENT_TRY(correct_all(a, err));
    ENT_TRY(fill_anova(run, err));
    add_notes(run);
    if (run->arena.failed) st = enti_no_memory(err);
done:
    return st;
}

ent_status ent_belief_compare(const ent_speeches *speeches, const ent_store *store, const char *const *names,
                              size_t count, const ent_belief_options *options, ent_belief_comparison **out,
                              ent_error *err) {
    ent_status st = enti_belief_options_check(options, err);
    comparing *run;
    if (st != ENT_OK) return st;
    if (count < 2) return ent_fail(err, ENT_E_ARG, "a comparison needs two leaders; %zu given", count);
    if (count > 64) return ent_fail(err, ENT_E_ARG, "at most 64 leaders are compared; %zu given", count);
    run = enti_alloc(1, sizeof *run);
    if (run == NULL) return enti_no_memory(err);
    run->speeches = speeches;
    run->answer.options = *options;
    run->answer.groups_count = count;
    if (options->norm != NULL) run->answer.norm = *options->norm;
    run->answer.options.norm = NULL; /* the copy is what answers */
    ENT_TRY(fill(run, store, names, err));
    *out = &run->answer;
    run = NULL;
done:
    ent_belief_comparison_free(run != NULL ? &run->answer : NULL);
    return st;
}
