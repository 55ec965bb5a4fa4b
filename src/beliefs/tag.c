/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what each token is, from left to right. Closed classes decide themselves; what can be both noun and verb is
 * decided in tag_verb.c. */
#include "beliefs/tag.h"

#include <string.h>

/* "that": the demonstrative, the relative, or what opens a clause. */
static void tag_that(enti_sentence *s, int t) {
    int p = enti_left(s, t), n = enti_right(s, t);
    uint32_t left = enti_is(s, p), next = enti_can(s, n);
    bool verb_next = (next & (ENTI_AUXILIARY & ~ENTI_GEN)) != 0 ||
                     (next == ENTI_VERB && (enti_forms_of(s, n) & ENTI_ING) == 0) ||
                     ((next & ENTI_VERB) != 0 && (left & (ENTI_NOUN | ENTI_PRON | ENTI_NAME)) != 0 &&
                      (enti_forms_of(s, n) & ENTI_S) != 0 && enti_object_follows(s, n));
    if ((left & (ENTI_NOUN | ENTI_NAME | ENTI_PRON)) != 0 && verb_next)
        enti_as(s, t, ENTI_REL);
    else if (p < 0 || (left & (ENTI_PREP | ENTI_BREAK)) != 0)
        enti_as(s, t, verb_next ? ENTI_PRON : ENTI_DEM);
    else if (verb_next && (left & (ENTI_CONJ | ENTI_COMMA)) != 0)
        enti_as(s, t, ENTI_PRON);
    else if (verb_next)
        enti_as(s, t, ENTI_PRON);
    else if ((left & ENTI_VERB) != 0 && next == ENTI_NOUN && !s->token[n].plural &&
             (enti_can(s, n + 1) & (ENTI_COMMA | ENTI_END | ENTI_PREP | ENTI_CONJ)) != 0)
        enti_as(s, t, ENTI_DEM);
    else
        enti_as(s, t, ENTI_THAT);
}

/* "to" before a verb or a noun phrase. */
static void tag_to(enti_sentence *s, int t) {
    int n = enti_right(s, t);
    bool base = n < s->tokens &&
                ((enti_forms_of(s, n) & ENTI_BASE) != 0 || (enti_can(s, n) & (ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0) &&
                (s->token[n].flags & ENTI_CAPITAL) == 0;
    if (s->token[t].feature == ENTI_F_PURPOSE || (base && (enti_can(s, n) & (ENTI_NOUN | ENTI_ADJ)) == 0)) {
        enti_as(s, t, ENTI_TO);
        return;
    }
    if (!base) {
        enti_as(s, t, ENTI_PREP);
        return;
    }
    {
        static const char *const wanting[] = {
            "right",       "rights",       "according",    "commitment", "committed", "contribute", "contributes",
            "contributed", "contributing", "contribution", "access",     "response",  "respond",    "responded",
            "led",         "lead",         "leads",        "leading",    "support",   "threat",     "due",
            "return",      "returned",     "subject",      "contrary",   "opposed",   "thanks",     "attention",
            "approach",    "transition",   "path",         "way",        "road",      NULL};
        int p = enti_left(s, t);
        const enti_word *w = p >= 0 ? enti_token_word(s, p) : NULL;
        bool noun_after = (enti_can(s, n + 1) & (ENTI_CONJ | ENTI_COMMA | ENTI_END | ENTI_BREAK)) != 0 ||
                          (enti_can(s, n + 1) & ENTI_PREP) != 0;
        for (size_t k = 0; w != NULL && wanting[k] != NULL; k++)
            if (noun_after && strcmp(w->text, wanting[k]) == 0) {
                enti_as(s, t, ENTI_PREP);
                return;
            }
    }
    enti_as(s, t, ENTI_TO);
}

/* 's: genitive, "is" or "has". */
static void tag_s(enti_sentence *s, int t) {
    uint32_t left = enti_is(s, t - 1), next = enti_can(s, t + 1);
    uint8_t forms = t + 1 < s->tokens ? enti_forms_of(s, t + 1) : 0;
    if (t > 0 && (s->token[t].tags & ENTI_BE) == 0) {
        enti_as(s, t, ENTI_GEN);
    } else if (t > 0 && strcmp(enti_token_word(s, t - 1)->text, "let") == 0) {
        enti_as(s, t, ENTI_PRON); /* let's */
        s->token[t].feature = ENTI_F_OBJ;
    } else if ((left & (ENTI_PRON | ENTI_REL | ENTI_WH | ENTI_THAT | ENTI_DEM | ENTI_ADV)) != 0) {
        enti_as(s, t,
                (forms & ENTI_PART) != 0 && (forms & (ENTI_BASE | ENTI_ING)) == 0 && (left & ENTI_PRON) != 0 ? ENTI_HAVE
                                                                                                             : ENTI_BE);
    } else if ((next & (ENTI_DET | ENTI_NEG)) != 0 ||
               ((forms & ENTI_ING) != 0 && (next & (ENTI_NOUN | ENTI_ADJ)) == 0)) {
        enti_as(s, t, ENTI_BE);
    } else {
        enti_as(s, t, ENTI_GEN);
    }
}

/* "their will", "in May"; but "those responsible will be tried". */
static bool modal_is_noun(const enti_sentence *s, int t, int n) {
    uint32_t left = enti_is(s, enti_left(s, t));
    if ((s->token[t].flags & ENTI_CAPITAL) != 0 && t > 0 && (left & ENTI_PREP) != 0) return true;
    if ((s->token[t].tags & ENTI_NOUN) == 0 || (enti_can(s, n) & (ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0) return false;
    return (left & (ENTI_DET | ENTI_POSS)) != 0 || ((left & ENTI_ADJ) != 0 && (enti_can(s, n) & ENTI_VERB) == 0);
}

/* Words of closed classes with more than one use. True when decided. */
static bool tag_closed(enti_sentence *s, int t) {
    uint32_t tags = s->token[t].tags, left = enti_is(s, enti_left(s, t));
    int n = enti_right(s, t);
    if ((tags & ENTI_GEN) != 0)
        tag_s(s, t);
    else if ((tags & ENTI_THAT) != 0)
        tag_that(s, t);
    else if ((tags & ENTI_TO) != 0)
        tag_to(s, t);
    else if ((tags & ENTI_MODAL) != 0)
        enti_as(s, t, modal_is_noun(s, t, n) ? ENTI_NOUN : ENTI_MODAL);
    else if ((tags & (ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0) {
        enti_as(s, t, tags & (ENTI_BE | ENTI_HAVE | ENTI_DO));
        s->token[t].form = enti_forms_of(s, t);
    } else if ((tags & ENTI_COND) != 0 || (tags & ENTI_REL) != 0 || (tags & ENTI_CONJ) != 0)
        enti_as(s, t, tags & (ENTI_COND | ENTI_REL | ENTI_CONJ));
    else if ((tags & ENTI_SUB) != 0 && (tags & ENTI_ADV) != 0 &&
             ((left & ENTI_AUXILIARY) != 0 || (enti_is(s, t - 1) & ENTI_NEG) != 0 ||
              (enti_can(s, n) & (ENTI_END | ENTI_COMMA | ENTI_BREAK)) != 0))
        enti_as(s, t, ENTI_ADV); /* "have never once kept", "long since" */
    else if ((tags & ENTI_SUB) != 0)
        enti_as(s, t, ENTI_SUB);
    else if ((tags & ENTI_WH) != 0)
        enti_as(s, t, ENTI_WH);
    else if ((tags & ENTI_NEG) != 0)
        enti_as(s, t, ENTI_NEG);
    else if ((tags & ENTI_REFL) != 0 || s->token[t].feature == ENTI_F_REFL)
        enti_as(s, t, ENTI_PRON);
    else if ((tags & ENTI_POSS) != 0 && (tags & ENTI_PRON) == 0)
        enti_as(s, t, ENTI_POSS);
    else if ((tags & ENTI_POSS) != 0) /* her */
        enti_as(s, t,
                (enti_can(s, n) & (ENTI_NOUN | ENTI_ADJ)) != 0 && (enti_can(s, n) & (ENTI_PREP | ENTI_TO)) == 0
                    ? ENTI_POSS
                    : ENTI_PRON);
    else if ((tags & (ENTI_DET | ENTI_DEM)) != 0)
        enti_as(s, t, tags & (ENTI_DET | ENTI_DEM));
    else if ((tags & ENTI_PRON) != 0 && (tags & (ENTI_NOUN | ENTI_VERB)) == 0)
        enti_as(s, t, ENTI_PRON);
    else
        return false;
    return true;
}

static void tag_open(enti_sentence *s, int t) {
    uint32_t tags = s->token[t].tags, left = enti_is(s, enti_left(s, t)), straight = enti_is(s, t - 1);
    int n = enti_right(s, t);
    if ((tags & ENTI_VERB) != 0 && (tags & (ENTI_ADV | ENTI_PREP)) != 0) {
        /* back, further, like, near, down: a verb only where one must stand. */
        bool subject = (left & ENTI_PRON) != 0 && s->token[enti_left(s, t)].feature == ENTI_F_SUBJ;
        bool verb = (enti_forms_of(s, t) & ENTI_BASE) != 0 &&
                    ((left & (ENTI_MODAL | ENTI_TO)) != 0 || (subject && (tags & ENTI_PREP) == 0));
        if (verb && (enti_can(s, n) == ENTI_VERB ||
                     ((enti_can(s, n) & ENTI_VERB) != 0 && (enti_can(s, n) & (ENTI_NOUN | ENTI_ADJ)) == 0)))
            verb = false;
        if (!verb && (enti_forms_of(s, t) & ~ENTI_BASE) != 0 && (enti_forms_of(s, t) & ENTI_BASE) == 0 &&
            (tags & ENTI_PREP) == 0)
            verb = true;
        if (verb)
            enti_tag_verb(s, t);
        else if ((tags & ENTI_ADJ) != 0 && (straight & ENTI_NOMINAL) != 0)
            enti_as_nominal(s, t);
        else
            enti_as(s, t, (tags & ENTI_PREP) != 0 ? ENTI_PREP : ENTI_ADV);
    } else if ((tags & ENTI_VERB) != 0) {
        enti_tag_verb(s, t);
    } else if ((tags & ENTI_PREP) != 0) {
        enti_as(s, t, ENTI_PREP);
    } else if ((tags & ENTI_ADV) != 0 && (tags & (ENTI_NOUN | ENTI_ADJ)) != 0) {
        /* first, early, home, today: an adverb unless an article or adjective stands before. */
        enti_as(s, t, ENTI_ADV);
        if ((straight & (ENTI_NOMINAL & ~ENTI_ADJ)) != 0 || ((straight & ENTI_PREP) != 0 && (tags & ENTI_NOUN) != 0))
            enti_as_nominal(s, t);
        else if ((tags & ENTI_ADJ) != 0 && (enti_can(s, t + 1) & (ENTI_NOUN | ENTI_NUM)) != 0 &&
                 (enti_can(s, t + 1) & ENTI_VERB) == 0)
            enti_as(s, t, ENTI_ADJ);
    } else if ((tags & ENTI_ADV) != 0) {
        enti_as(s, t, ENTI_ADV);
    } else if ((tags & ENTI_PRON) != 0) {
        enti_as(s, t, ENTI_PRON);
    } else {
        enti_as_nominal(s, t);
    }
}

void enti_sentence_tag(enti_sentence *s) {
    for (int t = 0; t < s->tokens; t++) {
        uint32_t tags = s->token[t].tags;
        if ((tags & (ENTI_COMMA | ENTI_BREAK | ENTI_MARK | ENTI_END)) != 0)
            s->token[t].tag = tags;
        else if (!tag_closed(s, t))
            tag_open(s, t);
    }
}
