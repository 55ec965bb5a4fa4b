/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tree behind the JSON and CSV of an audit. Keys and their order are an interface (entente/audit/1, see
 * docs/schema/audit.schema.json). Shares are 0 to 1, percentiles 0 to 100; unknown is null.
 */
#include "report/audit_tree.h"

#include "report/audit_words.h"
#include "report/tree_parts.h"

#include <math.h>
#include <string.h>

enum { OVERLAPS = 5 };

static void add_question(enti_tree *tree, enti_node *root, const ent_audit *a, const ent_audit_options *o) {
    enti_node *question = enti_tree_object(tree, root, "question"), *list, *data;
    enti_tree_string(tree, question, "group", enti_or_null(a->group.id));
    enti_tree_string(tree, question, "name", enti_or_null(a->group.name));
    enti_tree_integer(tree, question, "year", a->year);
    enti_tree_state(tree, question, "excluded", &a->excluded);
    list = enti_tree_array(tree, question, "upgrades");
    for (int u = 0; u < ENTI_UPGRADES; u++)
        if (enti_upgrade_asked(o, (enti_upgrade)u))
            enti_tree_string(tree, list, NULL, enti_upgrade_name((enti_upgrade)u));
    enti_tree_integer(tree, question, "draws", o->draws);
    data = enti_tree_object(tree, root, "data");
    enti_tree_string(tree, data, "label", a->label);
    enti_tree_string(tree, data, "variant", a->variant);
}

static const char *member_name(const ent_audit *a, size_t m) {
    return a->members[m].state.name;
}

/* A sum of shares may pass 1 by the last digit. */
static double share_of(double sum) {
    return sum > 1 ? 1 : sum;
}

/* ["India", "Pakistan"] */
static void add_pair_names(enti_tree *tree, enti_node *row, const ent_audit *a, const ent_group_pair *p) {
    enti_node *names = enti_tree_array(tree, row, "pair");
    enti_tree_string(tree, names, NULL, member_name(a, p->a));
    enti_tree_string(tree, names, NULL, member_name(a, p->b));
}

static void add_verdict(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *cohesion;
    enti_tree_bool(tree, root, "feasible", a->feasible != 0);
    enti_tree_string(tree, root, "category", a->category);
    enti_tree_string(tree, root, "reading", enti_tree_hyphens(tree, a->reading));
    enti_tree_string(tree, root, "sentence", a->sentence);
    enti_tree_number(tree, root, "capability_in_internal_rivalry", share_of(a->capability_in_rivalry));
    enti_tree_number(tree, root, "largest_member", a->largest_member);
    enti_tree_number(tree, root, "cohesion_percentile", a->cohesion);
    cohesion = enti_tree_object(tree, root, "cohesion");
    enti_tree_number(tree, cohesion, "low", a->cohesion_low);
    enti_tree_number(tree, cohesion, "high", a->cohesion_high);
    enti_tree_number(tree, cohesion, "mean_l", a->mean_l);
    enti_tree_number(tree, cohesion, "p10_l", a->p10_l);
    enti_tree_number(tree, root, "blocked_share", a->blocked_share);
    enti_tree_integer(tree, root, "max_feasible_rung", a->max_rung);
    enti_tree_string(tree, root, "max_feasible_rung_name", a->max_rung_name);
}

static void add_rivals(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *list = enti_tree_array(tree, root, "internal_rival_pairs");
    for (size_t p = 0; p < a->pairs_count; p++) {
        enti_node *row;
        if (!a->pairs[p].rivals) continue;
        row = enti_tree_object(tree, list, NULL);
        add_pair_names(tree, row, a, &a->pairs[p]);
        enti_tree_bool(tree, row, "supplementary", a->pairs[p].supplementary != 0);
    }
}

static void add_patrons(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *list = enti_tree_array(tree, root, "outside_patrons");
    for (size_t t = 0; t < a->patrons_count; t++) {
        const ent_patron_tie *tie = &a->patrons[t];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_state(tree, row, "patron", &tie->patron);
        enti_tree_state(tree, row, "member", &a->members[tie->member].state);
        enti_tree_string(tree, row, "treaty", enti_or_null(tie->treaty));
        enti_tree_bool(tree, row, "dormant", tie->dormant != 0);
        enti_tree_string(tree, row, "against", tie->against);
    }
}

static void add_classes(enti_tree *tree, enti_node *root, const ent_audit *a) {
    static const struct {
        const char *key;
        ent_relation relation;
    } classes[] = {{"rival", ENT_REL_RIVAL},
                   {"none", ENT_REL_NONE},
                   {"informal_partner", ENT_REL_INFORMAL},
                   {"emerging_partner", ENT_REL_EMERGING},
                   {"treaty_ally", ENT_REL_ALLY}};
    enti_node *node = enti_tree_object(tree, root, "classes");
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        enti_node *list = enti_tree_array(tree, node, classes[c].key);
        for (size_t m = 0; m < a->members_count; m++) {
            enti_node *row;
            if (a->members[m].relation != classes[c].relation || a->excluded.code == ENT_MISSING) continue;
            row = enti_tree_object(tree, list, NULL);
            enti_tree_string(tree, row, "name", member_name(a, m));
            enti_tree_string(tree, row, "why", enti_or_null(a->members[m].relation_why));
        }
    }
}

static void add_regimes(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *regimes = enti_tree_object(tree, root, "regimes");
    enti_tree_integer(tree, regimes, "democracies", a->democracies);
    enti_tree_integer(tree, regimes, "known", a->regimes_known);
    enti_tree_number(tree, regimes, "mean_polyarchy", a->mean_polyarchy);
    enti_tree_string(tree, regimes, "ideologies", enti_or_null(a->ideologies));
}

static void add_institution(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *institution = enti_tree_object(tree, root, "institution"), *list;
    enti_tree_integer(tree, institution, "level", a->institution_level);
    enti_tree_string(tree, institution, "decision_rule", enti_or_null(a->decision_rule));
    enti_tree_split(tree, institution, "mandates", a->mandates);
    enti_tree_string(tree, institution, "type", enti_or_null(a->type));
    enti_tree_string(tree, institution, "obligations", enti_or_null(a->obligations));
    if (a->secretariat == ENT_MISSING)
        enti_tree_string(tree, institution, "secretariat", NULL);
    else
        enti_tree_bool(tree, institution, "secretariat", a->secretariat != 0);
    list = enti_tree_array(tree, institution, "overlaps");
    for (size_t o = 0; o < a->overlaps_count && o < OVERLAPS; o++) {
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "forum", a->overlaps[o].forum);
        enti_tree_string(tree, row, "name", a->overlaps[o].name);
        enti_tree_number(tree, row, "members", a->overlaps[o].members);
        enti_tree_number(tree, row, "mandates", a->overlaps[o].mandates);
    }
}

static void add_core(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *core = enti_tree_object(tree, root, "core"), *list = enti_tree_array(tree, core, "members");
    for (size_t m = 0; m < a->members_count; m++)
        if (a->members[m].in_core) enti_tree_string(tree, list, NULL, member_name(a, m));
    enti_tree_integer(tree, core, "rung", a->core_rung);
    enti_tree_string(tree, core, "rung_name", a->core_rung_name);
    enti_tree_number(tree, core, "capability", share_of(a->core_capability));
    enti_tree_bool(tree, core, "exact", a->core_exact != 0);
    enti_tree_integer(tree, core, "size_by_count", (long)a->core_by_count);
    list = enti_tree_array(tree, root, "exits");
    for (size_t e = 0; e < a->exits_count; e++)
        enti_tree_string(tree, list, NULL, member_name(a, a->exits[e]));
    enti_tree_bool(tree, root, "exits_exact", a->exits_exact != 0);
}

static void add_blockers(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *list = enti_tree_array(tree, root, "blockers");
    for (size_t p = 0; p < a->pairs_count; p++) {
        enti_node *row;
        if (a->pairs[p].feasible) continue;
        row = enti_tree_object(tree, list, NULL);
        add_pair_names(tree, row, a, &a->pairs[p]);
        enti_tree_string(tree, row, "code", a->pairs[p].why_not);
        enti_tree_string(tree, row, "text", a->pairs[p].text);
    }
}

static void add_upgrade(enti_tree *tree, enti_node *upgrades, const ent_audit *a, enti_upgrade upgrade) {
    enti_node *node = enti_tree_object(tree, upgrades, enti_upgrade_name(upgrade)), *list;
    enti_refuser refusers[ENT_GROUP_MAX];
    size_t count = enti_upgrade_refusers(a, upgrade, refusers), refuse = 0;
    for (size_t p = 0; p < a->pairs_count; p++)
        refuse += *enti_upgrade_refusal(&a->pairs[p], upgrade) != 0;
    enti_tree_integer(tree, node, "accept", (long)(a->pairs_count - refuse));
    enti_tree_integer(tree, node, "refuse", (long)refuse);
    list = enti_tree_array(tree, node, "refused_first_by");
    for (size_t r = 0; r < count; r++) {
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "name", member_name(a, refusers[r].member));
        enti_tree_integer(tree, row, "pairs", (long)refusers[r].pairs);
    }
    list = enti_tree_array(tree, node, "pairs");
    for (size_t p = 0; p < a->pairs_count; p++) {
        enti_node *row = enti_tree_object(tree, list, NULL);
        const char *refusal = enti_upgrade_refusal(&a->pairs[p], upgrade);
        add_pair_names(tree, row, a, &a->pairs[p]);
        enti_tree_bool(tree, row, "accepts", *refusal == 0);
        enti_tree_string(tree, row, "because", enti_or_null(refusal));
    }
}

/* One row for each pair and treaty. */
static void add_pacts(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *list = enti_tree_array(tree, root, "existing_pacts");
    for (size_t t = 0; t < a->pacts_count; t++)
        for (size_t p = 0; p < a->pacts[t].pairs; p++) {
            const ent_group_pair *pair = &a->pairs[a->pacts[t].pair[p]];
            enti_node *row = enti_tree_object(tree, list, NULL), *both = enti_tree_array(tree, row, "pair");
            enti_tree_string(tree, both, NULL, a->members[pair->a].state.name);
            enti_tree_string(tree, both, NULL, a->members[pair->b].state.name);
            enti_tree_string(tree, row, "treaty", a->pacts[t].treaty);
            enti_tree_string(tree, row, "name", a->pacts[t].name);
            enti_tree_bool(tree, row, "own", a->pacts[t].own != 0);
            enti_tree_string(tree, row, "source", enti_or_null(a->pacts[t].source));
        }
    enti_tree_integer(tree, root, "allied_pairs", (long)a->allied_pairs);
    enti_tree_integer(tree, root, "judged_pairs", (long)a->judged_pairs);
    enti_tree_string(tree, root, "coercion", enti_or_null(a->coercion));
    enti_tree_integer(tree, root, "attacked_by_largest", a->attacked);
}

static void add_members(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *list = enti_tree_array(tree, root, "members");
    for (size_t i = 0; i < a->members_count; i++) {
        const ent_group_member *m = &a->members[i];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_integer(tree, row, "code", m->state.code);
        enti_tree_string(tree, row, "iso3", enti_or_null(m->state.iso3));
        enti_tree_string(tree, row, "name", m->state.name);
        enti_tree_string(tree, row, "status", enti_or_null(m->status));
        enti_tree_string(tree, row, "since", enti_or_null(m->since));
        enti_tree_string(tree, row, "until", enti_or_null(m->until));
        enti_tree_bool(tree, row, "outside", m->outside != 0);
        enti_tree_number(tree, row, "capability", m->capability);
        enti_tree_number(tree, row, "polyarchy", m->polyarchy);
        enti_tree_string(tree, row, "ideology", enti_or_null(m->ideology));
        enti_tree_integer(tree, row, "rivals_inside", m->rivals_inside);
        enti_tree_string(tree, row, "relation",
                         a->excluded.code != ENT_MISSING ? ent_relation_text(m->relation) : NULL);
        enti_tree_string(tree, row, "relation_why", enti_or_null(m->relation_why));
        enti_tree_bool(tree, row, "in_core", m->in_core != 0);
    }
}

static void add_pairs(enti_tree *tree, enti_node *root, const ent_audit *a) {
    enti_node *list = enti_tree_array(tree, root, "pairs");
    for (size_t i = 0; i < a->pairs_count; i++) {
        const ent_group_pair *p = &a->pairs[i];
        enti_node *row = enti_tree_object(tree, list, NULL), *unshared;
        add_pair_names(tree, row, a, p);
        enti_tree_number(tree, row, "l", p->l);
        enti_tree_number(tree, row, "percentile", p->percentile);
        enti_tree_bool(tree, row, "rivals", p->rivals != 0);
        enti_tree_bool(tree, row, "supplementary", p->supplementary != 0);
        enti_tree_bool(tree, row, "allied", p->allied != 0);
        enti_tree_bool(tree, row, "patron_conflict", p->patron_conflict != 0);
        enti_tree_bool(tree, row, "feasible", p->feasible != 0);
        enti_tree_string(tree, row, "why_not", enti_or_null(p->why_not));
        enti_tree_string(tree, row, "text", enti_or_null(p->text));
        unshared = enti_tree_object(tree, row, "unshared_rivals");
        enti_tree_string(tree, unshared, "a", enti_or_null(p->unshared[0]));
        enti_tree_string(tree, unshared, "b", enti_or_null(p->unshared[1]));
        enti_tree_string(tree, row, "practice", enti_or_null(p->practice));
    }
}

void enti_audit_tree(enti_tree *tree, const ent_audit *a, const ent_audit_options *o) {
    enti_node *root = enti_tree_start(tree), *upgrades;
    enti_tree_string(tree, root, "schema", "entente/audit/1");
    add_question(tree, root, a, o);
    add_verdict(tree, root, a);
    add_rivals(tree, root, a);
    add_patrons(tree, root, a);
    add_classes(tree, root, a);
    add_regimes(tree, root, a);
    add_institution(tree, root, a);
    add_core(tree, root, a);
    add_blockers(tree, root, a);
    upgrades = enti_tree_object(tree, root, "upgrades");
    for (int u = 0; u < ENTI_UPGRADES; u++)
        if (enti_upgrade_asked(o, (enti_upgrade)u)) add_upgrade(tree, upgrades, a, (enti_upgrade)u);
    add_pacts(tree, root, a);
    enti_tree_lines(tree, root, "obstacles", a->obstacles, a->obstacles_count);
    add_members(tree, root, a);
    add_pairs(tree, root, a);
    enti_tree_strings(tree, root, "missing", a->missing, a->missing_count);
    enti_tree_strings(tree, root, "assumed", a->assumed, a->assumed_count);
    enti_tree_strings(tree, root, "sources", a->sources, a->sources_count);
    enti_tree_strings(tree, root, "cites", a->cites, a->cites_count);
}
