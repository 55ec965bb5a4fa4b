/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagger and clause finder: who does what, in constructions of speech. */
#include "support/coder.h"

static ent_lexicon *lexicon;

static int open_it(void **state) {
    (void)state;
    lexicon = lexicon_open();
    return 0;
}

static int close_it(void **state) {
    (void)state;
    ent_lexicon_close(lexicon);
    return 0;
}

/* Clauses as "subject-head verb" with a minus where negated, parted by commas; "by" marks a passive. */
static char *clauses(const char *text) {
    enti_sentence *s = sentence_of(lexicon, text);
    enti_text out = {0};
    enti_text_add(&out, "%s", "");
    for (int c = 0; c < s->clauses; c++) {
        const enti_clause *x = &s->clause[c];
        uint16_t verb = s->token[x->verb].tag == ENTI_BE ? lexicon->verb_be : enti_token_verb(s, x->verb);
        int who = enti_agent(s, c);
        const enti_token *head = who >= 0 ? &s->token[s->np[who].head] : NULL;
        enti_text_add(&out, "%s%.*s %s%s%s", c > 0 ? ", " : "", head != NULL ? (int)(head->end - head->start) : 1,
                      head != NULL ? text + head->start : "?", x->negated ? "-" : "", x->passive ? "by " : "",
                      verb != 0 ? lexicon->verbs[verb - 1].lemma : "?");
    }
    free(s);
    return out.at;
}

static const struct {
    const char *text, *expected;
} cases[] = {
    {"Japan supports reform.", "Japan support"},
    {"The trade sanctions of the West hurt farmers.", "sanctions hurt"},
    {"European states trade with Moscow.", "states trade"},
    {"The attacks by rebels lasted for weeks.", "attacks last"},
    {"We have not always, of course, agreed.", "We -agree"},
    {"They can no longer ignore us.", "They -ignore"},
    {"The port was blockaded by pirates.", "pirates by blockade"},
    {"The port was blockaded.", "? by blockade"},
    {"Envoys financed by Moscow left.", "Moscow by finance, Envoys leave"},
    {"Our friends, who had warned us that war was near, left and never returned.",
     "friends warn, war be, friends leave, friends -return"},
    {"I believe Italy and Spain understand.", "I believe, Italy understand"},
    {"When the rebels fled, the army advanced.", "rebels flee, army advance"},
    {"The treaty they signed has failed.", "they sign, treaty fail"},
    {"If Peru objects, we will wait, and Chile will wait too.", "Peru object, we wait, Chile wait"},
    {"Neither Peru nor Chile objected.", "Peru -object"},
    {"Peru has neither attacked nor threatened anyone.", "Peru -attack, Peru -threaten"},
    {"We urge all parties to respect the truce and avoid provocations.", "We urge, parties respect, parties avoid"},
    {"They want to isolate and weaken us.", "They want, They isolate, They weaken"},
    {"Not Peru but Chile broke the truce.", "Chile break"},
    {"It was the Danes who helped us.", "It be, Danes help"},
    {"What we need is peace.", "we need, ? be"},
    {"Does Chile support this?", "Chile support"},
    {"Had Chile agreed, we would have signed.", "Chile agree, we sign"},
    {"Help arrived; nobody waited.", "Help arrive, nobody -wait"},
    {"No country should interfere.", "country -interfere"},
    {"Chile stands ready to help.", "Chile stand, Chile help"},
    {"The enemy was beaten, but the alliance that had won soon broke.", "? by beat, alliance win, alliance break"},
    {"The people of Chile and their friends in the region welcome this.", "people welcome"},
    {"Ten years ago, Chile joined us.", "Chile join"},
    {"", ""}};

static void test_clauses(void **state) {
    int bad = 0;
    (void)state;
    for (size_t k = 0; *cases[k].text != 0; k++) {
        char *found = clauses(cases[k].text);
        if (strcmp(found, cases[k].expected) != 0) {
            print_error("\"%s\" gives \"%s\", expected \"%s\"\n", cases[k].text, found, cases[k].expected);
            bad++;
        }
        ent_free(found);
    }
    assert_int_equal(bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_clauses)};
    return cmocka_run_group_tests(tests, open_it, close_it);
}
