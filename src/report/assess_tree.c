/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tree behind the JSON and CSV of an assessment. Keys and their order are an interface (entente/assess/1, see
 * docs/schema/assess.schema.json): a new key enters the schema with it, none changes its meaning. Unknown is null.
 */
#include "report/assess_tree.h"

#include "report/tree_parts.h"

static void add_question(enti_tree *tree, enti_node *root, const ent_assessment *a) {
    const ent_entity *sides[2] = {&a->a, &a->b};
    enti_node *question = enti_tree_object(tree, root, "question");
    enti_node *data;
    for (int s = 0; s < 2; s++)
        enti_tree_state(tree, question, s == 0 ? "a" : "b", sides[s]);
    enti_tree_integer(tree, question, "year", a->year);
    enti_tree_integer(tree, question, "horizon", a->horizon);
    enti_tree_string(tree, question, "under", enti_scenario_text(a->scenario));
    data = enti_tree_object(tree, root, "data");
    enti_tree_string(tree, data, "label", a->label);
    enti_tree_string(tree, data, "variant", a->variant);
    enti_tree_string(tree, root, "variant", a->variant);
}

static void add_obligations(enti_tree *tree, enti_node *observed, const ent_assessment *a) {
    enti_node *list = enti_tree_array(tree, observed, "obligations");
    for (size_t i = 0; i < a->obligations_count; i++) {
        const ent_obligation *o = &a->obligations[i];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "treaty", o->treaty);
        enti_tree_string(tree, row, "name", o->name);
        enti_tree_string(tree, row, "kind", o->kind);
        enti_tree_string(tree, row, "duties", o->duties);
        enti_tree_string(tree, row, "since", enti_or_null(o->since));
        enti_tree_string(tree, row, "until", enti_or_null(o->until));
        enti_tree_string(tree, row, "basis", o->basis);
        enti_tree_string(tree, row, "source", o->source);
        enti_tree_string(tree, row, "citation", enti_or_null(o->citation));
        enti_tree_integer(tree, row, "line", o->line);
    }
}

static void add_observed(enti_tree *tree, enti_node *root, const ent_assessment *a) {
    enti_node *observed = enti_tree_object(tree, root, "observed");
    enti_tree_string(tree, observed, "practice_rung", a->practice_rung);
    enti_tree_string(tree, observed, "treaty_rung", a->treaty_rung);
    enti_tree_bool(tree, observed, "treaty_multilateral", a->treaty_multilateral != 0);
    enti_tree_string(tree, observed, "category", enti_tree_hyphens(tree, a->category));
    enti_tree_integer(tree, observed, "ladder", a->ladder);
    enti_tree_string(tree, observed, "ladder_name", a->ladder_name);
    enti_tree_number(tree, observed, "practice_index", a->practice_index);
    enti_tree_string(tree, observed, "title", enti_or_null(a->title));
    enti_tree_integer(tree, observed, "title_rank", a->title_rank);
    enti_tree_string(tree, observed, "title_since", enti_or_null(a->title_since));
    enti_tree_bool(tree, observed, "titles_coded", a->titles_coded != 0);
    add_obligations(tree, observed, a);
    enti_tree_bool(tree, observed, "deep", a->deep != 0);
    enti_tree_string(tree, observed, "features", enti_or_null(a->features));
    enti_tree_bool(tree, observed, "recent_war", a->recent_war != 0);
    enti_tree_integer(tree, observed, "pact_since", a->pact_since);
    enti_tree_string(tree, observed, "holds", enti_or_null(a->holds));
}

static void add_support(enti_tree *tree, enti_node *verdict, const ent_assessment *a) {
    enti_node *support = enti_tree_object(tree, verdict, "support"), *sides;
    enti_tree_number(tree, support, "percentile", a->percentile);
    enti_tree_number(tree, support, "low", a->low);
    enti_tree_number(tree, support, "high", a->high);
    enti_tree_string(tree, support, "word", enti_or_null(a->word));
    enti_tree_bool(tree, support, "near_line", a->near_line != 0);
    enti_tree_number(tree, support, "log_odds", a->support_l);
    sides = enti_tree_object(tree, support, "utility");
    enti_tree_number(tree, sides, "a", a->u[0]);
    enti_tree_number(tree, sides, "b", a->u[1]);
    enti_tree_number(tree, support, "at_signature", a->at_signature);
    enti_tree_integer(tree, support, "at_signature_year",
                      a->pact_since == ENT_MISSING ? ENT_MISSING : a->at_signature_year);
    enti_tree_string(tree, support, "at_signature_why", enti_or_null(a->at_signature_why));
}

static void add_hazard(enti_tree *tree, enti_node *verdict, const ent_assessment *a) {
    enti_node *hazard = enti_tree_object(tree, verdict, "hazard");
    enti_tree_string(tree, hazard, "event", a->hazard_event);
    enti_tree_integer(tree, hazard, "within_years", a->horizon);
    enti_tree_number(tree, hazard, "p", a->hazard);
    enti_tree_number(tree, hazard, "baseline", a->baseline);
    enti_tree_number(tree, hazard, "yearly", a->hazard_yearly);
    enti_tree_number(tree, hazard, "upper_bound", a->upper_bound);
    enti_tree_string(tree, hazard, "note", enti_or_null(a->hazard_note));
}

static void add_verdict(enti_tree *tree, enti_node *root, const ent_assessment *a) {
    enti_node *verdict = enti_tree_object(tree, root, "verdict"), *closeness, *horizon;
    enti_tree_string(tree, verdict, "category", enti_tree_hyphens(tree, a->category));
    enti_tree_integer(tree, verdict, "rung", a->ladder);
    enti_tree_string(tree, verdict, "rung_name", a->ladder_name);
    enti_tree_string(tree, verdict, "reading", enti_tree_hyphens(tree, a->reading));
    enti_tree_string(tree, verdict, "variant", a->variant);
    add_support(tree, verdict, a);
    add_hazard(tree, verdict, a);
    closeness = enti_tree_object(tree, verdict, "closeness");
    enti_tree_integer(tree, closeness, "practice_rank", a->practice_rank);
    enti_tree_integer(tree, closeness, "gain_rank", a->gain_rank);
    enti_tree_integer(tree, closeness, "l_rank", a->l_rank);
    enti_tree_integer(tree, closeness, "of", a->of);
    horizon = enti_tree_object(tree, verdict, "at_horizon");
    enti_tree_integer(tree, horizon, "rung", a->rung_at_horizon);
    enti_tree_string(tree, horizon, "rung_name", a->rung_at_horizon_name);
    enti_tree_string(tree, verdict, "sentence", a->sentence);
}

static void add_theories(enti_tree *tree, enti_node *root, const ent_assessment *a) {
    enti_node *list = enti_tree_array(tree, root, "theories");
    for (size_t i = 0; i < a->theories_count; i++) {
        const ent_finding *f = &a->theories[i];
        enti_node *row = enti_tree_object(tree, list, NULL), *sides, *cites;
        enti_tree_string(tree, row, "id", f->theory->id);
        enti_tree_string(tree, row, "title", f->theory->title);
        enti_tree_string(tree, row, "verdict", ent_word_text(f->sides.word));
        enti_tree_number(tree, row, "score", f->sides.score);
        sides = enti_tree_object(tree, row, "sides");
        enti_tree_number(tree, sides, "a", f->sides.side[0]);
        enti_tree_number(tree, sides, "b", f->sides.side[1]);
        enti_tree_string(tree, row, "basis", f->sides.basis);
        enti_tree_string(tree, row, "finding", enti_or_null(f->theory->finding));
        enti_tree_lines(tree, row, "evidence", f->ledger.lines, f->ledger.count);
        cites = enti_tree_array(tree, row, "cites");
        for (const ent_cite *c = f->theory->cites; c->key != NULL; c++) {
            enti_node *cite = enti_tree_object(tree, cites, NULL);
            enti_tree_string(tree, cite, "key", c->key);
            enti_tree_string(tree, cite, "place", enti_or_null(c->place));
        }
    }
}

static void add_channels(enti_tree *tree, enti_node *root, const ent_assessment *a) {
    enti_node *channels = enti_tree_object(tree, root, "channels"), *raw, *beliefs;
    enti_tree_number(tree, channels, "interest", a->interest);
    enti_tree_number(tree, channels, "coercion", a->coercion);
    enti_tree_number(tree, channels, "values", a->values);
    raw = enti_tree_object(tree, channels, "raw");
    enti_tree_number(tree, raw, "interest", a->interest_raw);
    enti_tree_number(tree, raw, "coercion", a->coercion_raw);
    enti_tree_number(tree, raw, "values", a->values_raw);
    enti_tree_number(tree, channels, "trust", a->trust);
    enti_tree_string(tree, channels, "why", enti_or_null(a->channels_why));
    beliefs = enti_tree_object(tree, root, "beliefs");
    enti_tree_number(tree, beliefs, "gate_open", a->gate_open);
    enti_tree_number(tree, beliefs, "gate_shut", a->gate_shut);
}

static void add_changes(enti_tree *tree, enti_node *root, const ent_assessment *a) {
    enti_node *list = enti_tree_array(tree, root, "changes");
    for (size_t i = 0; i < a->changes_count; i++)
        enti_tree_change(tree, list, &a->changes[i]);
    enti_tree_string(tree, root, "change_note", enti_or_null(a->change_note));
}

void enti_assess_tree(enti_tree *tree, const ent_assessment *a) {
    enti_node *root = enti_tree_start(tree), *robustness;
    enti_tree_string(tree, root, "schema", "entente/assess/1");
    add_question(tree, root, a);
    add_observed(tree, root, a);
    add_verdict(tree, root, a);
    add_theories(tree, root, a);
    enti_tree_strings(tree, root, "disagreements", a->disagreements, a->disagreements_count);
    enti_tree_lines(tree, root, "terms", a->terms, a->terms_count);
    enti_tree_lines(tree, root, "obstacles", a->obstacles, a->obstacles_count);
    enti_tree_lines(tree, root, "supports", a->supports, a->supports_count);
    enti_tree_lines(tree, root, "context", a->context, a->context_count);
    add_channels(tree, root, a);
    add_changes(tree, root, a);
    robustness = enti_tree_object(tree, root, "robustness");
    enti_tree_integer(tree, robustness, "draws", a->draws);
    enti_tree_number(tree, robustness, "share", a->share);
    enti_tree_strings(tree, root, "missing", a->missing, a->missing_count);
    enti_tree_strings(tree, root, "assumed", a->assumed, a->assumed_count);
    enti_tree_strings(tree, root, "sources", a->sources, a->sources_count);
    enti_tree_strings(tree, root, "cites", a->cites, a->cites_count);
}
