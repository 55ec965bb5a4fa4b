/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BibTeX read back by a parser of its grammar: every entry of `cite --all`, and for answers exactly the keys they name.
 * An entry is @type{key, field = value, ...}; a value is braced or quoted text with balanced braces, a number or the
 * name of a month.
 */
#include <entente/entente.h>

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ENTRIES = 512, KEY = 96 };

typedef struct {
    char keys[ENTRIES][KEY];
    size_t count;
    const char *problem, *at; /* what is wrong and where, or NULL */
} bibliography;

static ent_store *store;
static ent_world *world;

/* ---- parser ---- */

static bool wrong(bibliography *b, const char *at, const char *problem) {
    if (b->problem == NULL) {
        b->problem = problem;
        b->at = at;
    }
    return false;
}

/* Blanks, and lines of comment between entries. */
static const char *skip_blanks(const char *p, bool comments) {
    for (;;) {
        p += strspn(p, " \t\r\n");
        if (!comments || *p != '%') return p;
        p += strcspn(p, "\n");
    }
}

static bool read_name(bibliography *b, const char **p, char out[KEY]) {
    size_t size = strcspn(*p, " \t\r\n{}(),=\"#%\\~");
    if (size == 0 || size >= KEY) return wrong(b, *p, "a name is expected");
    memcpy(out, *p, size);
    out[size] = 0;
    *p += size;
    return true;
}

static bool read_value(bibliography *b, const char **p) {
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    int depth = 0;
    char close = **p == '{' ? '}' : '"';
    if (isdigit((unsigned char)**p)) {
        *p += strspn(*p, "0123456789");
        return true;
    }
    for (int m = 0; m < 12; m++)
        if (strncmp(*p, months[m], 3) == 0 && !isalpha((unsigned char)(*p)[3])) return *p += 3, true;
    if (**p != '{' && **p != '"') return wrong(b, *p, "a value in braces or quotes is expected");
    for (const char *q = *p + 1; *q != 0; q++) {
        if (*q == '\\' && q[1] != 0)
            q++;
        else if (*q == close && depth == 0)
            return *p = q + 1, true;
        else if (*q == '{')
            depth++;
        else if (*q == '}' && --depth < 0)
            return wrong(b, q, "a brace closes that was not opened");
        else if ((unsigned char)*q < 0x20 && *q != '\n' && *q != '\t')
            return wrong(b, q, "a control character");
    }
    return wrong(b, *p, "a value does not end");
}

/* field = value; `has` collects what every entry needs. */
static bool read_field(bibliography *b, const char **p, bool has[2]) {
    char name[KEY];
    if (!read_name(b, p, name)) return false;
    *p = skip_blanks(*p, false);
    if (**p != '=') return wrong(b, *p, "= is expected");
    *p = skip_blanks(*p + 1, false);
    if (strcmp(name, "title") == 0) has[0] = true;
    if (strcmp(name, "year") == 0 || strcmp(name, "date") == 0 || strcmp(name, "note") == 0) has[1] = true;
    if (!read_value(b, p)) return false;
    *p = skip_blanks(*p, false);
    return true;
}

static bool read_entry(bibliography *b, const char **p) {
    char type[KEY];
    bool has[2] = {false, false};
    if (*(*p)++ != '@') return wrong(b, *p - 1, "@ is expected");
    if (!read_name(b, p, type)) return false;
    *p = skip_blanks(*p, false);
    if (*(*p)++ != '{') return wrong(b, *p - 1, "{ is expected");
    *p = skip_blanks(*p, false);
    if (b->count == ENTRIES) return wrong(b, *p, "too many entries");
    if (!read_name(b, p, b->keys[b->count])) return false;
    b->count++;
    *p = skip_blanks(*p, false);
    while (**p == ',') {
        *p = skip_blanks(*p + 1, false);
        if (**p == '}') break;
        if (!read_field(b, p, has)) return false;
    }
    if (*(*p)++ != '}') return wrong(b, *p - 1, ", or } is expected");
    return has[0] || wrong(b, *p, "an entry has no title");
}

static bool read_bibliography(const char *text, bibliography *b) {
    memset(b, 0, sizeof *b);
    for (const char *p = skip_blanks(text, true); *p != 0; p = skip_blanks(p, true))
        if (!read_entry(b, &p)) return false;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(b->keys[i], b->keys[k]) == 0) return wrong(b, b->keys[i], "a key stands twice");
    return true;
}

/* ---- tests ---- */

static void test_parser(void **state) {
    static const char *const good[] = {"", "% only a comment\n",
                                       "@book{a, title = {A {B} C}, month = nov, year = 1999}\n",
                                       "@misc{a-1.2,\n  title = \"A {\"}B\",\n  year = {n.d.},\n}\n"};
    static const char *const bad[] = {"@book{a, title = {A}",
                                      "@book{a, title = A}",
                                      "@book{a, title = {A}, month = november}",
                                      "@book{a, title {A}}",
                                      "@book{, title = {A}}",
                                      "book{a, title = {A}}",
                                      "@book{a, year = 1999}",
                                      "@book{a, title = {A}} @book{a, title = {A}}",
                                      "@book{a, title = {A}} x"};
    static bibliography b;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!read_bibliography(good[i], &b)) fail_msg("%s: %s", good[i], b.problem);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (read_bibliography(bad[i], &b)) fail_msg("%s", bad[i]);
}

static size_t expect_valid(const char *text) {
    static bibliography b;
    if (!read_bibliography(text, &b)) fail_msg("%s at: %.80s", b.problem, b.at);
    return b.count;
}

static void test_all(void **state) {
    char *text = NULL;
    (void)state;
    assert_int_equal(ent_cite_keys(world, NULL, 0, &text, NULL), ENT_OK);
    assert_true(expect_valid(text) > 20);
    ent_free(text);
}

/* The text of an answer, its keys, their BibTeX. */
static void check_answer(char *json) {
    const char **keys = NULL;
    size_t count = 0, entries;
    ent_error err = {0};
    char *text = NULL;
    if (ent_report_cited(json, strlen(json), &keys, &count, &err) != ENT_OK ||
        ent_cite_keys(world, keys, count, &text, &err) != ENT_OK)
        fail_msg("%s", err.message);
    assert_true(count > 0);
    entries = expect_valid(text);
    assert_true(entries > 0 && entries <= count); /* several sources may come from one work */
    ent_free(text);
    ent_free(keys);
    ent_free(json);
}

static void test_answers(void **state) {
    static const ent_layout layout = {.format = ENT_JSON};
    ent_assessment *assessment = NULL;
    ent_audit_options audit_options = ent_audit_options_default(world);
    ent_partners_options partners_options = ent_partners_options_default(world);
    ent_audit *audit = NULL;
    ent_partners *partners = NULL;
    ent_tie *tie = NULL;
    ent_institution *institution = NULL;
    ent_group group;
    char *json = NULL;
    (void)state;
    assert_int_equal(ent_assess(world, NULL, 710, 365, NULL, &assessment, NULL), ENT_OK);
    assert_int_equal(ent_report_assessment(assessment, NULL, &layout, &json, NULL, NULL), ENT_OK);
    check_answer(json);
    assert_int_equal(ent_group_find(world, "cica", audit_options.year, &group, NULL), ENT_OK);
    assert_int_equal(ent_audit_run(world, NULL, &group, &audit_options, &audit, NULL), ENT_OK);
    assert_int_equal(ent_report_audit(audit, &audit_options, &layout, &json, NULL, NULL), ENT_OK);
    check_answer(json);
    assert_int_equal(ent_partners_run(world, NULL, 710, &partners_options, &partners, NULL), ENT_OK);
    assert_int_equal(ent_report_partners(partners, &partners_options, &layout, &json, NULL, NULL), ENT_OK);
    check_answer(json);
    assert_int_equal(ent_tie_run(world, 710, 365, ENT_MISSING, ENT_MISSING, &tie, NULL), ENT_OK);
    assert_int_equal(ent_report_tie(tie, &layout, &json, NULL, NULL), ENT_OK);
    check_answer(json);
    assert_int_equal(ent_institution_run(world, "sco", ENT_MISSING, &institution, NULL), ENT_OK);
    assert_int_equal(ent_report_institution(institution, ENT_MISSING, &layout, &json, NULL, NULL), ENT_OK);
    check_answer(json);
    assert_int_equal(ent_report_state(world, 365, 1969, &layout, &json, NULL, NULL), ENT_OK);
    check_answer(json);
    assert_int_equal(ent_report_states(world, 2014, &layout, &json, NULL, NULL), ENT_OK);
    check_answer(json);
    ent_assessment_free(assessment);
    ent_audit_free(audit);
    ent_partners_free(partners);
    ent_tie_free(tie);
    ent_institution_free(institution);
}

static void test_cited(void **state) {
    static const char good[] = "{\"cites\": [\"walt1987\", {\"key\": \"snyder1984\"}, 5, \"\"],"
                               " \"sources\": [\"vdem-16\", \"walt1987\"], \"other\": [\"x\"]}";
    static const char *const bad[] = {
        "", "{", "[]", "{}", "\"text\"", "{\"sources\": \"vdem-16\"}", "{\"sources\": [}"};
    const char **keys = NULL;
    size_t count = 0;
    (void)state;
    assert_int_equal(ent_report_cited(good, sizeof good - 1, &keys, &count, NULL), ENT_OK);
    assert_int_equal(count, 3);
    assert_string_equal(keys[0], "snyder1984");
    assert_string_equal(keys[1], "vdem-16");
    assert_string_equal(keys[2], "walt1987");
    ent_free(keys);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ent_error err = {0};
        keys = NULL;
        assert_int_equal(ent_report_cited(bad[i], strlen(bad[i]), &keys, &count, &err), ENT_E_PARSE);
        assert_null(keys);
        assert_true(*err.message != 0);
    }
}

static int set_up(void **state) {
    (void)state;
    return ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ? -1 : 0;
}

static int tear_down(void **state) {
    (void)state;
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parser), cmocka_unit_test(test_all),
                                       cmocka_unit_test(test_answers), cmocka_unit_test(test_cited)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
