/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have to change, against reference answers: same changes in the same order, costs and percentiles. */
#include "measures/measures.h"
#include "support/fixture.h"
#include "theory/changes.h"

static fixture all;
static ent_year *year;
static enti_arena arena;
static enti_changes found;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_year_close(year);
    enti_arena_clear(&arena);
    fixture_close(&all);
    return 0;
}

/* "CHN-RUS 2021 to 50th": the pair in order of codes, the year, the target. */
static void ask(const char *question) {
    char a[4], b[4], way[8];
    int when, target;
    ent_entity first, second;
    ent_error err = {.status = ENT_OK};
    static enti_model model;
    enti_pair pair;
    size_t i, j;
    assert_int_equal(sscanf(question, "%3[A-Z]-%3[A-Z] %d %7s %d", a, b, &when, way, &target), 5);
    must(ent_world_find(all.world, a, when, &first, NULL, &err), &err);
    must(ent_world_find(all.world, b, when, &second, NULL, &err), &err);
    ent_year_close(year);
    year = NULL;
    enti_arena_clear(&arena);
    must(ent_year_open(all.world, when, NULL, &year, &err), &err);
    must(enti_model_init(&model, year, all.params, &arena, &err), &err);
    i = ent_year_index(year, first.code);
    j = ent_year_index(year, second.code);
    pair = i < j ? enti_pair_of(year, i, j) : enti_pair_of(year, j, i);
    must(enti_changes_of(&model, &pair, NAN, target / 100.0, strcmp(way, "to") == 0, &arena, &found, &err), &err);
}

/* Moves in the shorthand of the reference: "CHN-JPN rivalry ends + interest gap closes (0.04)". */
static bool same_moves(const ent_change *change, const char *text) {
    for (size_t m = 0; m < change->count; m++) {
        const ent_move *move = &change->moves[m];
        const char *word = strncmp(move->variable, "rivalry", 7) == 0    ? "rival"
                           : strcmp(move->variable, "interest-gap") == 0 ? "interest gap"
                           : strcmp(move->variable, "regime-gap") == 0   ? "regime gap"
                           : strcmp(move->variable, "capability") == 0   ? "capability"
                                                                         : "common allies";
        const char *at = strstr(text, word);
        char *end;
        double units;
        if (at == NULL) return false;
        if (strcmp(word, "rival") == 0) continue;
        at = strchr(at, '(');
        if (at == NULL) return strcmp(change->kind, "lever") == 0;
        units = strtod(at + 1, &end);
        if (fabs(units - move->units) > 0.0051) return false;
    }
    return true;
}

static double stated_percentile(const char *text) {
    const char *at = strstr(text, "becomes 0.");
    return at == NULL ? NAN : strtod(at + 8, NULL);
}

static void test_reference(void **state) {
    enti_csv *csv = reference_open("verdicts/counterfactual_snapshot.csv");
    char asked[96] = "";
    size_t event = 0, lever = 0;
    int bad = 0, rows = 0;
    (void)state;
    while (reference_next(csv)) {
        const char *kind = field(csv, "kind"), *text = field(csv, "change");
        const ent_change *change = NULL;
        size_t order = *field(csv, "order") == 0 ? 0 : (size_t)integer(csv, "order");
        if (strcmp(asked, field(csv, "question")) != 0) {
            (void)snprintf(asked, sizeof asked, "%s", field(csv, "question"));
            ask(asked);
            event = lever = 0;
        }
        if (strcmp(kind, "single") == 0 && order <= found.singles) change = &found.single[order - 1];
        if (strcmp(kind, "joint") == 0 && order <= found.joints) change = &found.joint[order - 1];
        if (strcmp(kind, "event alone") == 0 && event < found.events) change = &found.event[event++];
        if (strcmp(kind, "lever at full range") == 0 && lever < found.levers) change = &found.lever[lever++];
        rows++;
        if (change == NULL) {
            print_error("%s: nothing found for %s %zu: %s\n", asked, kind, order, text);
            bad++;
            continue;
        }
        bad += differs(text, number(csv, "cost_units"), change->cost, 0.00051);
        if (!isnan(stated_percentile(text))) bad += differs(text, stated_percentile(text), change->percentile, 0.00051);
        if (!same_moves(change, text)) {
            print_error("%s, %s %zu: expected %s, found %s ...\n", asked, kind, order, text, change->moves[0].text);
            bad++;
        }
    }
    enti_csv_close(csv);
    assert_int_equal(rows, 122);
    assert_int_equal(bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reference)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
