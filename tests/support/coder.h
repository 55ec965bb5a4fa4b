/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence through the stages, and a text through all of them. */
#ifndef TESTS_CODER_H
#define TESTS_CODER_H

#include "beliefs/coder.h"
#include "support/fixture.h"

static inline ent_lexicon *lexicon_open(void) {
    ent_lexicon *lexicon = NULL;
    ent_error err = {.status = ENT_OK};
    must(ent_lexicon_open(NULL, 0, &lexicon, &err), &err);
    return lexicon;
}

/* The first sentence of a text that outlives it, tagged and parsed. Freed with free. */
static inline enti_sentence *sentence_of(const ent_lexicon *lexicon, const char *text) {
    enti_splitter splitter = {.text = text, .size = strlen(text)};
    enti_sentence *s = calloc(1, sizeof *s);
    assert_non_null(s);
    assert_true(enti_sentence_next(&splitter, lexicon, s));
    enti_sentence_tag(s);
    enti_sentence_clauses(s);
    return s;
}

/* Codes of a text, without a second opinion. */
static inline ent_codes *codes_of(const ent_lexicon *lexicon, const char *state, const char *text) {
    const ent_coding options = {.second = false};
    const ent_speech speech = {.id = "t", .speaker = "Ann Arbor", .state = state, .text = text, .size = strlen(text)};
    ent_codes *codes = NULL;
    ent_error err = {.status = ENT_OK};
    must(ent_beliefs_code(lexicon, &speech, 1, &options, &codes, &err), &err);
    return codes;
}

/* What counts of a text, such as "self +1 other -3"; domestic codes and those of things are left out. */
static inline void summary_of(const ent_lexicon *lexicon, const char *state, const char *text, char *out, size_t room) {
    ent_codes *codes = codes_of(lexicon, state, text);
    size_t at = 0;
    *out = 0;
    for (size_t k = 0; k < codes->count; k++) {
        const ent_code *c = &codes->rows[k];
        if (!c->actor || c->domestic) continue;
        at +=
            (size_t)snprintf(out + at, room - at, "%s%s %+d", at > 0 ? " " : "", c->self ? "self" : "other", c->scale);
        assert_true(at < room);
    }
    ent_codes_free(codes);
}

/* Fails, in words, unless a text gives these codes. */
static inline int differs_code(const ent_lexicon *lexicon, const char *state, const char *text, const char *expected) {
    char found[512];
    summary_of(lexicon, state, text, found, sizeof found);
    if (strcmp(found, expected) == 0) return 0;
    print_error("\"%s\" gives \"%s\", expected \"%s\"\n", text, found, expected);
    return 1;
}

#endif
