/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coder against labels: the development sets of the shared folder, and a set of our own that was labelled before
 * there was a coder and is not used to better it. Figures of the last are those of docs/beliefs/accuracy.md. */
#include "support/coder.h"
#include "support/files.h"

#include <strings.h>

static ent_score score_of(const char *path) {
    ent_lexicon *lexicon = lexicon_open();
    size_t size = 0;
    char *bytes = file_read(path, &size), *wrong = NULL;
    ent_score s;
    ent_error err = {.status = ENT_OK};
    must(ent_beliefs_score(lexicon, bytes, size, path, NULL, &s, &wrong, &err), &err);
    print_message(
        "%s: category %zu, polarity %zu, attribution %zu of %zu; neutral %zu of %zu; %zu too many in %zu sentences\n%s",
        path, s.category_right, s.polarity_right, s.attribution_right, s.codable, s.neutral_left_alone, s.neutral,
        s.extra, s.sentences, wrong);
    ent_free(wrong);
    free(bytes);
    ent_lexicon_close(lexicon);
    return s;
}

static char *shared(const char *name) {
    const char *folder = getenv("ENTENTE_SHARED");
    if (folder == NULL) skip();
    return text_of("%s/opcode/%s", folder, name);
}

static void test_development(void **state) {
    char *path = shared("gold-dev.csv");
    ent_score s = score_of(path);
    (void)state;
    assert_int_equal(s.codable, 26);
    assert_true(s.category_right >= 24);
    assert_int_equal(s.neutral_left_alone, 5);
    assert_true(s.extra <= 2);
    free(path);
}

static void test_held_out(void **state) {
    char *path = text_of("%s/tests/oracle/beliefs/held_out.csv", build_path("ENTENTE_TEST_SOURCE"));
    ent_score s = score_of(path);
    (void)state;
    assert_true((double)s.category_right >= 0.80 * (double)s.codable);
    assert_true((double)s.polarity_right >= 0.88 * (double)s.codable);
    assert_true((double)s.extra < 0.1 * (double)s.sentences);
    free(path);
}

/* Whether one of "a,b" ends the head as the tuple file names it. */
static bool names(const char *list, const char *head, size_t size) {
    while (*list != 0) {
        size_t n = strcspn(list, ",");
        if (n <= size && strncasecmp(head + size - n, list, n) == 0) return true;
        list += n + (list[n] == ',');
    }
    return false;
}

/* One expected clause: agent|verb|act, pass or neg. */
static bool found(const enti_sentence *s, char *tuple) {
    char *verb = strchr(tuple, '|'), *kind;
    *verb++ = 0;
    kind = strchr(verb, '|');
    *kind++ = 0;
    for (int c = 0; c < s->clauses; c++) {
        const enti_clause *x = &s->clause[c];
        uint16_t v = s->token[x->verb].tag == ENTI_BE ? s->lexicon->verb_be : enti_token_verb(s, x->verb);
        int who = enti_agent(s, c);
        const enti_token *head = who >= 0 ? &s->token[s->np[who].head] : NULL;
        if (v == 0 || strcmp(s->lexicon->verbs[v - 1].lemma, verb) != 0) continue;
        if (strcmp(kind, x->negated ? "neg" : x->passive ? "pass" : "act") != 0) continue;
        if (strcmp(tuple, "-") == 0 || (strcmp(tuple, "?") == 0 && head == NULL)) return true;
        if (head != NULL && names(tuple, s->text + head->start, head->end - head->start)) return true;
    }
    return false;
}

static void test_clauses(void **state) {
    char *path = shared("svo-dev.csv");
    ent_lexicon *lexicon = lexicon_open();
    enti_csv *csv = NULL;
    ent_error err = {.status = ENT_OK};
    int all = 0, right = 0;
    (void)state;
    must(enti_csv_open(path, path, &csv, &err), &err);
    while (reference_next(csv)) {
        enti_sentence *s = sentence_of(lexicon, field(csv, "sentence"));
        char *expected = text_of("%s", field(csv, "expected")), *rest = expected;
        for (char *tuple = strtok_r(expected, ";", &rest); tuple != NULL; tuple = strtok_r(NULL, ";", &rest)) {
            all++;
            right += found(s, tuple);
        }
        free(expected);
        free(s);
    }
    print_message("clauses: %d of %d\n", right, all);
    assert_int_equal(all, 74);
    assert_true(right >= 60);
    enti_csv_close(csv);
    ent_lexicon_close(lexicon);
    free(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_development), cmocka_unit_test(test_held_out),
                                       cmocka_unit_test(test_clauses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
