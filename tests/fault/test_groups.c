/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about groups, partners, ties and institutions with their n-th allocation failing: no crash, no leak, memory
 * named as the cause, and no answer that is less than whole. */
#include "base/base.h"
#include "support/failing.h"

#include <entente/groups.h>
#include <entente/history.h>

static failing memory;
static ent_store *store;
static ent_world *world;
static ent_params *params;

static int setup(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    failing_use(&memory);
    must(ent_store_open(NULL, &store, &err), &err);
    must(ent_world_open(store, &world, &err), &err);
    must(ent_params_new(world, NULL, &params, &err), &err);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_params_free(params);
    ent_world_close(world);
    ent_store_close(store);
    ent_alloc_use(NULL);
    return memory.live == 0 ? 0 : -1;
}

/* Collects what an answer says, with memory in plenty: what ran out before must not show. */
static void say(enti_text *text, const char *name, const char *words, double number) {
    memory.at = 0;
    assert_non_null(words);
    enti_text_add(text, "%s: %s %.15g\n", name, words, number);
    assert_false(text->failed);
}

static void say_list(enti_text *text, const char *name, const char *const *list, size_t count) {
    for (size_t k = 0; k < count; k++)
        say(text, name, list[k], (double)k);
}

static void say_lines(enti_text *text, const ent_line *lines, size_t count) {
    for (size_t k = 0; k < count; k++) {
        say(text, lines[k].code, lines[k].text, lines[k].size);
        say(text, "value", "", lines[k].value);
    }
}

static void say_audit(enti_text *text, const ent_audit *a) {
    say(text, a->category, a->reading, a->cohesion);
    say(text, "sentence", a->sentence, a->cohesion_low);
    say(text, "exits", a->exits_text, a->core_capability);
    say(text, "doctrines", a->ideologies, a->blocked_share);
    say(text, "coercion", a->coercion, (double)a->attacked);
    say(text, a->type, a->decision_rule, a->max_rung);
    for (size_t m = 0; m < a->members_count; m++)
        say(text, a->members[m].state.name, a->members[m].relation_why, a->members[m].capability);
    for (size_t p = 0; p < a->pairs_count; p++) {
        say(text, a->pairs[p].why_not, a->pairs[p].text, a->pairs[p].l);
        say(text, a->pairs[p].unshared[0], a->pairs[p].unshared[1], a->pairs[p].feasible);
        say(text, a->pairs[p].refuses_consultation, a->pairs[p].refuses_crisis_centre, 0);
    }
    for (size_t p = 0; p < a->patrons_count; p++)
        say(text, a->patrons[p].treaty, a->patrons[p].against, a->patrons[p].dormant);
    for (size_t o = 0; o < a->overlaps_count; o++)
        say(text, "overlap", a->overlaps[o].forum, a->overlaps[o].members);
    for (size_t p = 0; p < a->pacts_count; p++)
        say(text, "pact", a->pacts[p].treaty, (double)a->pacts[p].pairs);
    say_lines(text, a->obstacles, a->obstacles_count);
    say_list(text, "missing", a->missing, a->missing_count);
    say_list(text, "assumed", a->assumed, a->assumed_count);
    say_list(text, "source", a->sources, a->sources_count);
    say_list(text, "cite", a->cites, a->cites_count);
}

static ent_status audit(const char *name, const char *list, int year, const ent_params *with, char **out,
                        ent_error *err) {
    ent_status st = ENT_OK;
    ent_audit_options options = ent_audit_options_default(world);
    ent_group group;
    ent_audit *made = NULL;
    enti_text text = {0};
    options.year = year;
    options.draws = 20;
    if (name != NULL) ENT_TRY(ent_group_find(world, name, year, &group, err));
    if (list != NULL) ENT_TRY(ent_group_parse(world, list, year, &group, err));
    ENT_TRY(ent_audit_run(world, with, &group, &options, &made, err));
    say_audit(&text, made);
    *out = text.at;
done:
    assert_true((st == ENT_OK) == (made != NULL));
    ent_audit_free(made);
    return st;
}

static ent_status audit_forum(char **text, ent_error *err) {
    return audit("sco", NULL, 2021, params, text, err);
}

static ent_status audit_pact(char **text, ent_error *err) {
    return audit("gcc", NULL, 2014, NULL, text, err); /* its own parameters */
}

static ent_status audit_list(char **text, ent_error *err) {
    return audit(NULL, "Israel,Palestine,Jordan,Egypt", 2014, params, text, err);
}

static ent_status partners(int patron, int year, int aside, const ent_params *with, char **out, ent_error *err) {
    ent_partners_options options = ent_partners_options_default(world);
    ent_partners *made = NULL;
    enti_text text = {0};
    ent_status st;
    options.year = year;
    options.top = 4;
    options.set_dormant_aside = aside;
    st = ent_partners_run(world, with, patron, &options, &made, err);
    assert_true((st == ENT_OK) == (made != NULL));
    if (st != ENT_OK) return st;
    say(&text, made->patron.name, made->sentence, made->willingness);
    say_lines(&text, made->drivers, made->drivers_count);
    for (size_t c = 0; c < made->candidates_count; c++) {
        const ent_candidate *x = &made->candidates[c];
        say(&text, x->state.name, x->why, x->score);
        say(&text, x->title, "", (double)x->changes_count);
        say_lines(&text, x->obstacles, x->obstacles_count);
        for (size_t k = 0; k < x->changes_count; k++)
            say(&text, x->changes[k].kind, x->changes[k].moves[0].text, x->changes[k].percentile);
    }
    for (size_t k = 0; k < made->pool_count; k++)
        say(&text, made->pool[k].state.name, made->pool[k].status, made->pool[k].capability);
    for (size_t k = 0; k < made->neutral_count; k++)
        say(&text, made->neutral[k].state.name, made->neutral[k].treaty, made->neutral[k].effect);
    for (size_t k = 0; k < made->hedgers_count; k++)
        say(&text, made->hedgers[k].state.name, "", made->hedgers[k].score);
    say_list(&text, "missing", made->missing, made->missing_count);
    say_list(&text, "source", made->sources, made->sources_count);
    say_list(&text, "cite", made->cites, made->cites_count);
    *out = text.at;
    ent_partners_free(made);
    return st;
}

static ent_status partners_china(char **text, ent_error *err) {
    return partners(710, 2021, 0, params, text, err);
}

static ent_status partners_usa(char **text, ent_error *err) {
    return partners(2, 1948, 1, NULL, text, err);
}

static ent_status tie(char **out, ent_error *err) {
    ent_tie *made = NULL;
    enti_text text = {0};
    ent_status st = ent_tie_run(world, 710, 365, ENT_MISSING, 2014, &made, err);
    assert_true((st == ENT_OK) == (made != NULL));
    if (st != ENT_OK) return st;
    for (size_t r = 0; r < made->count; r++)
        say(&text, made->records[r].start, made->records[r].text, made->records[r].line);
    say_list(&text, "source", made->sources, made->sources_count);
    *out = text.at;
    ent_tie_free(made);
    return st;
}

static ent_status institution(char **out, ent_error *err) {
    ent_institution *made = NULL;
    enti_text text = {0};
    ent_status st = ent_institution_run(world, "sco", ENT_MISSING, &made, err);
    assert_true((st == ENT_OK) == (made != NULL));
    if (st != ENT_OK) return st;
    say(&text, made->name, made->mandates, made->institution_level);
    for (size_t s = 0; s < made->count; s++)
        say(&text, made->spells[s].state.name, made->spells[s].start, made->spells[s].lag_years);
    say_list(&text, "treaty", made->treaties, made->treaties_count);
    say_list(&text, "source", made->sources, made->sources_count);
    *out = text.at;
    ent_institution_free(made);
    return st;
}

/* An unknown name is an error of its own unless memory runs out: that counts as done here. */
static ent_status institution_unknown(char **text, ent_error *err) {
    ent_institution *made = NULL;
    ent_status st = ent_institution_run(world, "shanghia", ENT_MISSING, &made, err);
    (void)text;
    assert_null(made);
    return st == ENT_E_MISSING ? ENT_OK : st;
}

static ent_status cite_some(char **text, ent_error *err) {
    static const char *const keys[] = {"atop-5.1", "tss-2021", "walt1987", "leeds2002"};
    return ent_cite_keys(world, keys, sizeof keys / sizeof *keys, text, err);
}

static ent_status cite_all(char **text, ent_error *err) {
    return ent_cite_keys(world, NULL, 0, text, err);
}

static ent_status cite_nothing(char **text, ent_error *err) {
    static const char *const keys[] = {"none"};
    return ent_cite_keys(world, keys, 0, text, err);
}

static ent_status parse(char **text, ent_error *err) {
    ent_group group = {.count = 99};
    ent_status st = ent_group_parse(world, "China, Russia, T\xc3\xbcrkiye, Palestine", 2014, &group, err);
    (void)text;
    assert_int_equal(group.count, st == ENT_OK ? 4 : 99);
    return st;
}

static void test_group(void **state) {
    (void)state;
    failing_check(&memory, "ent_group_parse", parse);
}

static void test_audit(void **state) {
    (void)state;
    failing_check(&memory, "ent_audit_run, forum", audit_forum);
    failing_check(&memory, "ent_audit_run, own parameters", audit_pact);
    failing_check(&memory, "ent_audit_run, list", audit_list);
}

static void test_partners(void **state) {
    (void)state;
    failing_check(&memory, "ent_partners_run, China", partners_china);
    failing_check(&memory, "ent_partners_run, United States", partners_usa);
}

static void test_history(void **state) {
    (void)state;
    failing_check(&memory, "ent_tie_run", tie);
    failing_check(&memory, "ent_institution_run", institution);
    failing_check(&memory, "ent_institution_run, unknown", institution_unknown);
}

static void test_cite(void **state) {
    (void)state;
    failing_check(&memory, "ent_cite_keys", cite_some);
    failing_check(&memory, "ent_cite_keys, all", cite_all);
    failing_check(&memory, "ent_cite_keys, none", cite_nothing);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_group), cmocka_unit_test(test_audit),
                                       cmocka_unit_test(test_partners), cmocka_unit_test(test_history),
                                       cmocka_unit_test(test_cite)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
