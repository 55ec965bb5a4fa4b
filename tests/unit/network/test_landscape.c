/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landscapes made by hand: energies with pencil and paper, bad input, more states than can be looked at one by one. */
#include "support/fixture.h"

#include <entente/landscape.h>

static const char *const abc[] = {"A", "B", "C"};

static ent_landscape *run(ent_landscape_input **in, size_t n, const char *const *code, const double *size,
                          const double *p, const ent_landscape_options *options) {
    ent_error err = {.status = ENT_OK};
    ent_landscape *out = NULL;
    must(ent_landscape_input_new(n, code, size, p, in, &err), &err);
    must(ent_landscape_run(*in, options, &out, &err), &err);
    return out;
}

/* A and B attract (1), C repels both (-2, -3); sizes 1, 2, 3. C alone: -2 x (1 3 2 + 2 3 3) = -48. */
static void test_by_hand(void **state) {
    const double size[] = {1, 2, 3}, p[] = {0, 1, -2, 1, 0, -3, -2, -3, 0};
    ent_landscape_input *in = NULL;
    ent_landscape *out = run(&in, 3, abc, size, p, NULL);
    (void)state;
    assert_int_equal(out->exact, 1);
    assert_int_equal(out->minima_count, 1);
    assert_true(fabs(out->minima[0].energy + 48) < 1e-12);
    assert_int_equal(out->minima[0].basin, 4);
    assert_int_equal(out->minima[0].side[1], 0);
    assert_int_equal(out->minima[0].side[2], 1);
    assert_true(fabs(out->states[2].frustration - (1 * -2 + 2 * -3)) < 1e-12);
    assert_true(fabs(out->states[2].margin - 48) < 1e-12);
    assert_true(fabs(out->states[0].margin - 2 * (1 * 2 * 1 + 1 * 3 * 2)) < 1e-12);
    ent_landscape_free(out);
    ent_landscape_input_free(in);
}

/* Two that attract fall into one camp, two that repel into two: everything else is one step away. */
static void test_two_states(void **state) {
    (void)state;
    for (int sign = -1; sign <= 1; sign += 2) {
        const double size[] = {1, 1}, p[] = {0, sign, sign, 0};
        ent_landscape_input *in = NULL;
        ent_landscape *out = run(&in, 2, abc, size, p, NULL);
        assert_int_equal(out->minima_count, 1);
        assert_int_equal(out->minima[0].basin, 2);
        assert_int_equal(out->minima[0].side[1], sign < 0);
        ent_landscape_free(out);
        ent_landscape_input_free(in);
    }
}

/* A state without propensities stands on either side at no cost: two minima, and both say so. */
static void test_indifferent(void **state) {
    const double size[] = {1, 1, 1}, p[] = {0, 1, 0, 1, 0, 0, 0, 0, 0};
    ent_landscape_input *in = NULL;
    ent_landscape *out = run(&in, 3, abc, size, p, NULL);
    (void)state;
    assert_int_equal(out->minima_count, 2);
    assert_int_equal(out->minima[0].indifferent, 1);
    assert_int_equal(out->minima[0].basin + out->minima[1].basin, 4);
    ent_landscape_free(out);
    ent_landscape_input_free(in);
}

static void test_agreement(void **state) {
    const double size[] = {1, 2, 3}, p[] = {0, 1, -2, 1, 0, -3, -2, -3, 0};
    const int8_t same[] = {1, 1, 0}, unknown[] = {0, -1, 0};
    ent_error err = {.status = ENT_OK};
    ent_landscape_input *in = NULL;
    ent_landscape *out = NULL;
    (void)state;
    must(ent_landscape_input_new(3, abc, size, p, &in, &err), &err);
    must(ent_landscape_input_camps(in, "camp", "x", "y", same, &err), &err);
    must(ent_landscape_input_camps(in, "camp_part", "x", "y", unknown, &err), &err);
    must(ent_landscape_run(in, NULL, &out, &err), &err);
    assert_int_equal(out->minima[0].match[0].right, 3); /* the names of the camps do not matter */
    assert_true(fabs(out->minima[0].match[0].chance - 0.25) < 1e-12);
    assert_int_equal(out->minima[0].match[1].of, 2);
    assert_int_equal(out->minima[0].match[1].right, 1);
    assert_true(out->minima[0].match[1].chance == 1);
    assert_int_equal(out->descents_count, 2); /* from the whole record, and from one camp of all */
    ent_landscape_free(out);
    ent_landscape_input_free(in);
}

static void refuse(ent_status status, size_t n, const double *size, const double *p, const char *part) {
    ent_error err = {.status = ENT_OK};
    ent_landscape_input *in = NULL;
    assert_int_equal(ent_landscape_input_new(n, abc, size, p, &in, &err), status);
    if (strstr(err.message, part) == NULL) fail_msg("expected \"%s\", found \"%s\"", part, err.message);
    assert_null(in);
}

static void test_refused(void **state) {
    const double size[] = {1, 1, 1}, none[] = {1, 0, 1}, nan_size[] = {1, NAN, 1};
    const double p[9] = {0}, skew[] = {0, 1, 0, 2, 0, 0, 0, 0, 0}, nan_p[] = {0, NAN, 0, NAN, 0, 0, 0, 0, 0};
    const char *const twice[] = {"A", "A"};
    ent_error err = {.status = ENT_OK};
    ent_landscape_input *in = NULL;
    ent_landscape *out = NULL;
    ent_landscape_options options = ent_landscape_options_default();
    (void)state;
    refuse(ENT_E_RANGE, 1, size, p, "1 state,");
    refuse(ENT_E_RANGE, 257, size, p, "257 states");
    refuse(ENT_E_RANGE, 3, none, p, "size of B is 0");
    refuse(ENT_E_RANGE, 3, nan_size, p, "size of B");
    refuse(ENT_E_ARG, 3, size, skew, "not symmetric: A to B is 1, B to A is 2");
    refuse(ENT_E_RANGE, 3, size, nan_p, "expected a finite number");
    assert_int_equal(ent_landscape_input_new(2, twice, size, p, &in, &err), ENT_E_ARG);
    must(ent_landscape_input_new(3, abc, size, p, &in, &err), &err);
    options.starts = 0;
    assert_int_equal(ent_landscape_run(in, &options, &out, &err), ENT_E_RANGE);
    options = ent_landscape_options_default();
    options.start = "A,Z";
    assert_int_equal(ent_landscape_run(in, &options, &out, &err), ENT_E_ARG);
    options.start = "A,A";
    assert_int_equal(ent_landscape_run(in, &options, &out, &err), ENT_E_ARG);
    assert_null(out);
    ent_landscape_input_free(in);
}

/* Twenty-five states: a search, said to be one. Two blocks of friends that repel one another have one minimum, so that the
 * search must find it from every start. */
static void test_above_the_limit(void **state) {
    enum { N = 25 };
    char names[N][4];
    const char *code[N];
    double size[N], p[N * N];
    ent_landscape_input *in = NULL;
    ent_landscape *out;
    (void)state;
    for (size_t i = 0; i < N; i++) {
        (void)snprintf(names[i], sizeof names[i], "s%zu", i);
        code[i] = names[i];
        size[i] = 1;
        for (size_t j = 0; j < N; j++)
            p[i * N + j] = i == j ? 0 : (i < 10) == (j < 10) ? 1 : -1;
    }
    out = run(&in, N, code, size, p, NULL);
    assert_int_equal(out->exact, 0);
    assert_int_equal(out->all, 2000);
    assert_int_equal(out->minima_count, 1);
    assert_int_equal(out->minima[0].with_first, 10);
    assert_true(out->minima[0].energy == -2 * 10 * 15);
    assert_true(out->minima[0].low > 0.99 && out->minima[0].high <= 1);
    assert_non_null(strstr(out->sentence, "a bound and no proof"));
    ent_landscape_free(out);
    ent_landscape_input_free(in);
}

/* The whole of 24 states is looked at. */
static void test_at_the_limit(void **state) {
    enum { N = 24 };
    static const char *const code[N] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
                                        "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x"};
    double size[N], p[N * N];
    uint64_t all = 0;
    ent_landscape_input *in = NULL;
    ent_landscape *out;
    (void)state;
    for (size_t i = 0; i < N; i++) {
        size[i] = 1 + (double)(i % 3);
        for (size_t j = 0; j < N; j++)
            p[i * N + j] = i == j ? 0 : sin((double)((i + 1) * (j + 1)));
    }
    out = run(&in, N, code, size, p, NULL);
    assert_int_equal(out->exact, 1);
    for (size_t k = 0; k < out->minima_count; k++)
        all += out->minima[k].basin;
    assert_int_equal(all, UINT64_C(1) << 23);
    ent_landscape_free(out);
    ent_landscape_input_free(in);
}

/* Nothing moves anybody: every division would be a minimum, and that is refused rather than cut short. */
static void test_nothing_moves(void **state) {
    enum { N = 18 };
    static const char *const code[N] = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                                        "j", "k", "l", "m", "n", "o", "p", "q", "r"};
    double size[N], p[N * N] = {0};
    ent_error err = {.status = ENT_OK};
    ent_landscape_input *in = NULL;
    ent_landscape *out = NULL;
    (void)state;
    for (size_t i = 0; i < N; i++)
        size[i] = 1;
    must(ent_landscape_input_new(N, code, size, p, &in, &err), &err);
    assert_int_equal(ent_landscape_run(in, NULL, &out, &err), ENT_E_RANGE);
    assert_null(out);
    ent_landscape_input_free(in);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_by_hand),      cmocka_unit_test(test_two_states),
                                       cmocka_unit_test(test_indifferent),  cmocka_unit_test(test_agreement),
                                       cmocka_unit_test(test_refused),      cmocka_unit_test(test_above_the_limit),
                                       cmocka_unit_test(test_at_the_limit), cmocka_unit_test(test_nothing_moves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
