/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operational codes as result trees. What is not defined is null. */
#include "report/beliefs_tree.h"

#include "report/tree_parts.h"

#include <string.h>

/* ---- shared ---- */

static const char *const domains[] = {"foreign", "domestic", "all"};
static const char *const readings[] = {"actors", "all"};
static const char *const modes[] = {"all", "prepared", "spontaneous"};

const char *enti_belief_domain_word(ent_belief_domain domain) {
    return domains[domain];
}

const char *enti_belief_others_word(ent_belief_others others) {
    return readings[others];
}

static void add_options(enti_tree *tree, enti_node *root, const ent_belief_options *o, const ent_belief_norm *norm) {
    enti_node *node = enti_tree_object(tree, root, "options");
    enti_tree_string(tree, node, "domain", domains[o->domain]);
    enti_tree_string(tree, node, "others", readings[o->others]);
    enti_tree_string(tree, node, "mode", modes[o->mode]);
    enti_tree_bool(tree, node, "agreed", o->agreed != 0);
    enti_tree_integer(tree, node, "first", o->first);
    enti_tree_integer(tree, node, "last", o->last);
    enti_tree_integer(tree, node, "least_verbs", o->least_verbs);
    enti_tree_integer(tree, node, "least_words", o->least_words);
    enti_tree_integer(tree, node, "draws", o->draws);
    enti_tree_integer(tree, node, "seed", (long)o->seed);
    enti_tree_number(tree, node, "margin", o->margin);
    enti_tree_number(tree, node, "level", o->level);
    enti_tree_string(tree, node, "norm", enti_or_null(norm->name));
}

static void add_sources(enti_tree *tree, enti_node *root, const char *source, const char *const *more, size_t count) {
    static const char *const cites[] = {"schafer2006", "walker1998"};
    enti_node *list = enti_tree_array(tree, root, "sources");
    if (*source != 0) enti_tree_string(tree, list, NULL, source);
    for (size_t i = 0; i < count; i++)
        if (*more[i] != 0 && strcmp(more[i], source) != 0) enti_tree_string(tree, list, NULL, more[i]);
    enti_tree_strings(tree, root, "cites", cites, 2);
}

static void add_counts(enti_tree *tree, enti_node *parent, const char *key, const double counts[ENT_VICS_CATEGORIES]) {
    enti_node *node = enti_tree_object(tree, parent, key);
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
        enti_tree_number(tree, node, ent_vics_name((ent_vics)k), counts[k]);
}

static void add_values(enti_tree *tree, enti_node *parent, const char *key, const double values[ENT_BELIEFS]) {
    enti_node *node = enti_tree_object(tree, parent, key);
    for (int i = 0; i < ENT_BELIEFS; i++)
        enti_tree_number(tree, node, ent_belief_key((ent_belief)i), values[i]);
}

/* ---- indices ---- */

static void add_sample(enti_tree *tree, enti_node *list, const ent_belief_sample *s) {
    enti_node *node = enti_tree_object(tree, list, NULL), *indices;
    enti_tree_string(tree, node, "codes", s->agreed ? "agreed" : "all");
    enti_tree_string(tree, node, "others", readings[s->others]);
    enti_tree_number(tree, node, "n_self", s->pooled.self);
    enti_tree_number(tree, node, "n_other", s->pooled.other);
    add_counts(tree, node, "self", s->self);
    add_counts(tree, node, "other", s->other);
    indices = enti_tree_array(tree, node, "indices");
    for (int i = 0; i < ENT_BELIEFS; i++) {
        enti_node *row = enti_tree_object(tree, indices, NULL);
        ent_belief b = (ent_belief)i;
        enti_tree_string(tree, row, "index", ent_belief_key(b));
        enti_tree_string(tree, row, "name", ent_belief_name(b));
        enti_tree_number(tree, row, "value", s->pooled.value[i]);
        enti_tree_number(tree, row, "se", s->se[i]);
        enti_tree_number(tree, row, "low", s->low[i]);
        enti_tree_number(tree, row, "high", s->high[i]);
        enti_tree_number(tree, row, "z", s->z[i]);
        enti_tree_string(tree, row, "word", ent_belief_word(b, s->pooled.value[i]));
        enti_tree_string(tree, row, "norm_word", ent_belief_norm_word(b, s->z[i]));
    }
}

static void add_verb(enti_tree *tree, enti_node *list, const ent_verb *v) {
    enti_node *node = enti_tree_object(tree, list, NULL);
    enti_tree_integer(tree, node, "line", v->line);
    enti_tree_integer(tree, node, "sentence_no", v->sentence_no);
    enti_tree_integer(tree, node, "clause_no", v->clause_no);
    enti_tree_string(tree, node, "sentence", enti_or_null(v->sentence));
    enti_tree_string(tree, node, "subject", enti_or_null(v->subject));
    enti_tree_string(tree, node, "attribution", v->self ? "self" : "other");
    enti_tree_bool(tree, node, "actor", v->actor != 0);
    enti_tree_string(tree, node, "verb", enti_or_null(v->verb));
    enti_tree_string(tree, node, "object", enti_or_null(v->object));
    enti_tree_string(tree, node, "category",
                     v->category == ENT_MISSING ? "neutral" : ent_vics_name((ent_vics)v->category));
    enti_tree_string(tree, node, "domain", enti_or_null(v->domain));
    enti_tree_string(tree, node, "tense", enti_or_null(v->tense));
    enti_tree_string(tree, node, "voice", enti_or_null(v->voice));
    enti_tree_bool(tree, node, "negated", v->negated != 0);
    enti_tree_string(tree, node, "rule", enti_or_null(v->rule));
    enti_tree_string(tree, node, "confidence", enti_or_null(v->confidence));
    enti_tree_bool(tree, node, "overridden", v->overridden != 0);
}

static void add_text(enti_tree *tree, enti_node *list, const ent_speeches *speeches, const ent_belief_text *t,
                     bool explain) {
    enti_node *node = enti_tree_object(tree, list, NULL);
    const ent_coded_text *s = ent_speeches_at(speeches, t->text);
    enti_tree_string(tree, node, "text", s->id);
    enti_tree_string(tree, node, "date", enti_or_null(s->date));
    enti_tree_string(tree, node, "venue", enti_or_null(s->venue));
    enti_tree_string(tree, node, "mode", enti_or_null(s->mode));
    enti_tree_number(tree, node, "words", s->words);
    enti_tree_number(tree, node, "n_self", t->profile.self);
    enti_tree_number(tree, node, "n_other", t->profile.other);
    enti_tree_bool(tree, node, "short", t->short_text != 0);
    enti_tree_bool(tree, node, "few_verbs", t->few_verbs != 0);
    enti_tree_bool(tree, node, "demonstration", s->demonstration != 0);
    add_values(tree, node, "values", t->profile.value);
    if (!explain) return;
    node = enti_tree_array(tree, node, "verbs");
    for (size_t i = 0; i < s->codes; i++)
        add_verb(tree, node, ent_speeches_verb(speeches, t->text, i));
}

void enti_belief_index_tree(enti_tree *tree, const ent_belief_index *a, bool explain) {
    enti_node *root = enti_tree_start(tree), *leaders;
    enti_tree_string(tree, root, "schema", "entente/beliefs-index/1");
    add_options(tree, root, &a->options, &a->norm);
    leaders = enti_tree_array(tree, root, "leaders");
    for (size_t l = 0; l < a->leaders_count; l++) {
        const ent_belief_leader *leader = &a->leaders[l];
        enti_node *node = enti_tree_object(tree, leaders, NULL), *list;
        enti_tree_string(tree, node, "speaker", leader->speaker);
        enti_tree_integer(tree, node, "ccode", leader->ccode);
        enti_tree_string(tree, node, "from", enti_or_null(leader->from));
        enti_tree_string(tree, node, "to", enti_or_null(leader->to));
        enti_tree_integer(tree, node, "texts_count", (long)leader->texts_count);
        enti_tree_integer(tree, node, "flagged", (long)leader->flagged);
        enti_tree_number(tree, node, "words", leader->words);
        enti_tree_bool(tree, node, "demonstration", leader->demonstrations > 0);
        list = enti_tree_array(tree, node, "samples");
        for (int s = 0; s < 4; s++)
            add_sample(tree, list, &leader->sample[s]);
        list = enti_tree_array(tree, node, "texts");
        for (size_t t = 0; t < leader->texts_count; t++)
            add_text(tree, list, a->speeches, &leader->texts[t], explain);
        enti_tree_strings(tree, node, "warnings", leader->warnings, leader->warnings_count);
    }
    add_sources(tree, root, a->norm.source, NULL, 0);
}

/* ---- comparison ---- */

static void add_test(enti_tree *tree, enti_node *node, const ent_belief_test *t) {
    enti_tree_number(tree, node, "difference", t->difference);
    enti_tree_number(tree, node, "pooled_difference", t->pooled);
    enti_tree_number(tree, node, "low", t->low);
    enti_tree_number(tree, node, "high", t->high);
    enti_tree_number(tree, node, "t", t->t);
    enti_tree_number(tree, node, "df", t->df);
    enti_tree_number(tree, node, "p", t->p);
    enti_tree_number(tree, node, "p_holm", t->p_holm);
    enti_tree_number(tree, node, "p_permutation", t->p_permutation);
    enti_tree_bool(tree, node, "permutation_exact", t->exact != 0);
    enti_tree_number(tree, node, "p_rank", t->p_rank);
    enti_tree_number(tree, node, "hedges_g", t->g);
    enti_tree_number(tree, node, "margin", t->margin);
    enti_tree_number(tree, node, "p_equivalence", t->p_equivalence);
    enti_tree_string(tree, node, "verdict", ent_belief_verdict_name(t->verdict));
    enti_tree_string(tree, node, "classic_verdict", ent_belief_verdict_name(t->classic));
}

static void add_decision(enti_tree *tree, enti_node *parent, const ent_belief_test *p1, const ent_belief_test *i1) {
    enti_node *node = enti_tree_object(tree, parent, "decision");
    enti_tree_string(tree, node, "equivalence", ent_belief_decision(p1->verdict, i1->verdict));
    enti_tree_string(tree, node, "classic", ent_belief_decision(p1->classic, i1->classic));
}

static void add_group(enti_tree *tree, enti_node *list, const ent_belief_group *g) {
    enti_node *node = enti_tree_object(tree, list, NULL), *indices;
    enti_tree_string(tree, node, "name", g->name);
    enti_tree_string(tree, node, "speaker", g->speaker);
    enti_tree_integer(tree, node, "ccode", g->ccode);
    enti_tree_string(tree, node, "from", enti_or_null(g->from));
    enti_tree_string(tree, node, "to", enti_or_null(g->to));
    enti_tree_string(tree, node, "basis", g->basis);
    enti_tree_string(tree, node, "source", enti_or_null(g->source));
    enti_tree_integer(tree, node, "texts_count", (long)g->texts);
    enti_tree_integer(tree, node, "flagged", (long)g->flagged);
    enti_tree_bool(tree, node, "demonstration", g->demonstrations > 0);
    enti_tree_number(tree, node, "words", g->words);
    enti_tree_number(tree, node, "verbs", g->verbs);
    indices = enti_tree_array(tree, node, "indices");
    for (int i = 0; i < ENT_BELIEFS; i++) {
        enti_node *row = enti_tree_object(tree, indices, NULL);
        enti_tree_string(tree, row, "index", ent_belief_key((ent_belief)i));
        enti_tree_number(tree, row, "pooled", g->pooled.value[i]);
        enti_tree_integer(tree, row, "n", (long)g->n[i]);
        enti_tree_number(tree, row, "mean", g->mean[i]);
        enti_tree_number(tree, row, "sd", g->sd[i]);
    }
}

static void add_pair(enti_tree *tree, enti_node *list, const ent_belief_comparison *a, const ent_belief_pair *p) {
    enti_node *node = enti_tree_object(tree, list, NULL), *tests, *variants;
    enti_tree_string(tree, node, "a", a->groups[p->a].name);
    enti_tree_string(tree, node, "b", a->groups[p->b].name);
    add_decision(tree, node, &p->test[ENT_BELIEF_P1], &p->test[ENT_BELIEF_I1]);
    tests = enti_tree_array(tree, node, "tests");
    for (int i = 0; i < ENT_BELIEFS; i++) {
        enti_node *row = enti_tree_object(tree, tests, NULL);
        enti_tree_string(tree, row, "index", ent_belief_key((ent_belief)i));
        enti_tree_bool(tree, row, "theory", i == ENT_BELIEF_P1 || i == ENT_BELIEF_I1);
        add_test(tree, row, &p->test[i]);
    }
    variants = enti_tree_array(tree, node, "variants");
    for (size_t v = 0; v < p->variants_count; v++) {
        const ent_belief_variant *variant = &p->variants[v];
        enti_node *row = enti_tree_object(tree, variants, NULL);
        enti_tree_string(tree, row, "choice", variant->choice);
        enti_tree_integer(tree, row, "texts_a", (long)variant->texts[0]);
        enti_tree_integer(tree, row, "texts_b", (long)variant->texts[1]);
        add_decision(tree, row, &variant->p1, &variant->i1);
        add_test(tree, enti_tree_object(tree, row, "p1"), &variant->p1);
        add_test(tree, enti_tree_object(tree, row, "i1"), &variant->i1);
    }
}

void enti_belief_comparison_tree(enti_tree *tree, const ent_belief_comparison *a) {
    enum { MOST = 64 };
    enti_node *root = enti_tree_start(tree), *list;
    const char *sources[MOST];
    size_t count = 0;
    enti_tree_string(tree, root, "schema", "entente/beliefs-compare/1");
    add_options(tree, root, &a->options, &a->norm);
    list = enti_tree_array(tree, root, "groups");
    for (size_t g = 0; g < a->groups_count; g++) {
        size_t known = 0;
        add_group(tree, list, &a->groups[g]);
        while (known < count && strcmp(sources[known], a->groups[g].source) != 0)
            known++;
        if (known == count && count < MOST) sources[count++] = a->groups[g].source;
    }
    list = enti_tree_array(tree, root, "pairs");
    for (size_t p = 0; p < a->pairs_count; p++)
        add_pair(tree, list, a, &a->pairs[p]);
    list = enti_tree_array(tree, root, "anova");
    for (int i = 0; i < ENT_BELIEFS; i++) {
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "index", ent_belief_key((ent_belief)i));
        enti_tree_number(tree, row, "f", a->anova[i].f);
        enti_tree_number(tree, row, "df1", a->anova[i].df1);
        enti_tree_number(tree, row, "df2", a->anova[i].df2);
        enti_tree_number(tree, row, "p", a->anova[i].p);
    }
    enti_tree_strings(tree, root, "notes", a->notes, a->notes_count);
    add_sources(tree, root, a->norm.source, sources, count);
}

/* ---- norms, import ---- */

void enti_belief_norms_tree(enti_tree *tree, const ent_belief_norm *norms, size_t count) {
    enti_node *root = enti_tree_start(tree), *list, *sources;
    enti_tree_string(tree, root, "schema", "entente/beliefs-norms/1");
    list = enti_tree_array(tree, root, "norms");
    for (size_t n = 0; n < count; n++) {
        enti_node *node = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, node, "norm", norms[n].name);
        enti_tree_string(tree, node, "title", norms[n].title);
        enti_tree_string(tree, node, "source", enti_or_null(norms[n].source));
        enti_tree_integer(tree, node, "cases", (long)norms[n].cases);
        add_values(tree, node, "mean", norms[n].mean);
        add_values(tree, node, "sd", norms[n].sd);
    }
    sources = enti_tree_array(tree, root, "sources");
    for (size_t n = 0; n < count; n++) /* norms come by name, those of one source together */
        if (*norms[n].source != 0 && (n == 0 || strcmp(norms[n].source, norms[n - 1].source) != 0))
            enti_tree_string(tree, sources, NULL, norms[n].source);
    enti_tree_strings(tree, root, "cites", NULL, 0);
}

void enti_belief_import_tree(enti_tree *tree, const ent_belief_import *a) {
    enti_node *root = enti_tree_start(tree);
    enti_tree_string(tree, root, "schema", "entente/beliefs-import/1");
    enti_tree_integer(tree, root, "rows", (long)a->rows);
    enti_tree_integer(tree, root, "leaders", (long)a->leaders);
    enti_tree_integer(tree, root, "first_year", a->first_year);
    enti_tree_integer(tree, root, "last_year", a->last_year);
    enti_tree_string(tree, root, "basis", a->basis);
    enti_tree_string(tree, root, "source", a->source);
}
