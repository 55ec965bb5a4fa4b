/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exclusive rivalries and entrapment (Rapp-Hooper): a guarantee forms where rivals are shared exclusively. Among
 * pairs with a shared rival, each unshared one cuts the odds of signing; without a shared rival the unshared ones are
 * only paths of entrapment. Mutual rivals do not sign.
 */
#include "theory/ledger.h"

#include <math.h>

static const ent_cite cites[] = {{"rapphooper2014", "exclusive rivalries; R13, R14, R16"},
                                 {"snyder1984", "entrapment"},
                                 {"thompson2021", "the rivalry list"},
                                 {NULL, NULL}};
static const char *const params[] = {"shared_rival", "shared_x_unshared", "rivalries_supplementary", NULL};
static const char *const needs[] = {"rivals", "theta", NULL};

static ent_word word_of(const enti_model *m, const enti_pair *p, double score, const char **basis) {
    const enti_exclusivity *x = &p->rivals;
    int unshared = x->unshared_count[0] + x->unshared_count[1];
    ent_word word;
    *basis = "shared rivals, and unshared ones as paths of entrapment";
    if (x->mutual) {
        *basis = "the two are rivals of each other";
        return ENT_BLOCKS;
    }
    if (x->shared_count == 0 && unshared == 0) {
        *basis = "rule silent: no rivals on either side";
        return ENT_NEUTRAL;
    }
    if (x->exclusive) {
        *basis = "strict rule holds: rivals shared, none unshared";
        return ENT_ENABLES;
    }
    if (x->shared_count == 0) {
        *basis = "strict rule fails: none shared, some unshared";
        return ENT_HINDERS;
    }
    *basis = "strict rule fails: some shared, some unshared";
    word = enti_word_of(m->params, score);
    return word > ENT_FAVOURS ? ENT_FAVOURS : word;
}

static ent_status score(const void *state, ent_dyad d, ent_sides *out, ent_error *err) {
    const enti_theory_state *s = state;
    enti_pair p = enti_pair_of(s->model.year, d.first, d.second);
    (void)err;
    if (!p.computable) {
        *out = (ent_sides){ENT_CANNOT_JUDGE, NAN, {NAN, NAN}, "capability of one side is not known"};
        return ENT_OK;
    }
    out->score = enti_term_size(&s->model, &p, ENTI_SHARED, -1) + enti_term_size(&s->model, &p, ENTI_UNSHARED, -1);
    out->side[0] = out->side[1] = out->score / 2;
    out->word = word_of(&s->model, &p, out->score, &out->basis);
    return ENT_OK;
}

/* Silent when neither side has a rival: the rule then says nothing. */
static const char *strict_words(const enti_exclusivity *x) {
    if (x->exclusive) return "strict rule holds; ";
    return x->shared_count + x->unshared_count[0] + x->unshared_count[1] == 0 ? "rule silent; " : "strict rule fails; ";
}

static ent_status explain(const void *state, ent_dyad d, ent_ledger *out, ent_error *err) {
    const enti_theory_state *s = state;
    const ent_year *y = s->model.year;
    enti_pair p = enti_pair_of(y, d.first, d.second);
    ent_status st = ENT_OK;
    ent_line strict;

    if (!p.computable) return ENT_OK;
    out->basis = enti_arena_printf(out->arena, "%sshared: %s; unshared: %s (%s), %s (%s)", strict_words(&p.rivals),
                                   enti_names_of(y, &p.rivals.shared, out->arena),
                                   enti_names_of(y, &p.rivals.unshared[0], out->arena), enti_year_name(y, d.first),
                                   enti_names_of(y, &p.rivals.unshared[1], out->arena), enti_year_name(y, d.second));
    ENT_TRY(enti_add_term(&s->model, &p, ENTI_SHARED, -1, out, err));
    ENT_TRY(enti_add_term(&s->model, &p, ENTI_UNSHARED, -1, out, err));
    strict = enti_line("strict-rule", ENT_LINE_RULE, -1,
                       p.rivals.exclusive ? "strict rule (R14): holds" : "strict rule (R14): fails");
    strict.formula = "at least one shared rival and no unshared one";
    strict.value = p.rivals.exclusive ? 1 : 0;
    ENT_TRY(enti_ledger_add(out, strict, err));
    for (int side = 0; side < 2; side++) {
        ent_line line =
            enti_line("entrapment-exposure", ENT_LINE_FACT, side,
                      enti_arena_printf(out->arena, "%s would share the threats to %s from rivals that are not its own",
                                        enti_year_name(y, p.side[side]), enti_year_name(y, p.side[1 - side])));
        line.value = enti_entrapment(y, &p.rivals, p.side[0], p.side[1], side);
        line.formula = "sum of theta over the other side's unshared rivals";
        line.year = y->year;
        ENT_TRY(enti_ledger_add(out, line, err));
        line.value = enti_entrapment_risk(y, &p.rivals, p.side[0], p.side[1], side);
        if (!isnan(line.value)) {
            line.code = "entrapment-risk";
            line.text = enti_arena_printf(out->arena, "disputes of %s with rivals that %s does not share",
                                          enti_year_name(y, p.side[1 - side]), enti_year_name(y, p.side[side]));
            line.formula = "ln(1 + sum of yearly risks of a dispute / 0.22)";
            line.table = y->world->imports[ENTI_IN_DISPUTES].table;
            line.source = y->world->imports[ENTI_IN_DISPUTES].source;
            ENT_TRY(enti_ledger_add(out, line, err));
        }
        ENT_TRY(enti_add_rivalries(y, p.side[side], &p.rivals.shared, side, "shared-rival", out, err));
        ENT_TRY(enti_add_rivalries(y, p.side[side], &p.rivals.unshared[side], side, "unshared-rival", out, err));
    }
done:
    return st;
}

const ent_theory enti_theory_exclusive_rivalry = {
    .id = "exclusive_rivalry",
    .title = "exclusive rivalries",
    .question = "Are the rivals of the two shared, and none unshared?",
    .cites = cites,
    .params = params,
    .needs = needs,
    .finding =
        "Holds conditionally for new defence pacts 1946-2003: among pairs with a shared rival, unshared ones cut "
        "signing. As a main effect over all pairs it is nil; the strict rule finds few alliances.",
    .prepare = enti_theory_prepare,
    .score = score,
    .explain = explain,
    .release = enti_theory_release};
