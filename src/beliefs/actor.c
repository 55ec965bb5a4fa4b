/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts: the speaker's own side, another actor, or something that cannot act. And whether a clause is about affairs
 * at home. Rules 1 and 2 of docs/beliefs/coding.md. */
#include "beliefs/clause.h"

#include <string.h>

static bool spelled(const enti_sentence *s, int t, const char *text) {
    return t >= 0 && t < s->tokens && strcmp(enti_token_word(s, t)->text, text) == 0;
}

static bool one_of(const enti_sentence *s, int t, const char *const *words) {
    for (; *words != NULL; words++)
        if (spelled(s, t, *words)) return true;
    return false;
}

static bool has_class(const enti_sentence *s, int t, int class) {
    return enti_has_class(&enti_token_word(s, t)->classes, class);
}

static enti_who who_pronoun(const enti_sentence *s, int t) {
    static const char *const self[] = {"i", "we", "us", "me", "myself", "ourselves", "ours", "mine", NULL};
    static const char *const things[] = {"it",         "itself",  "this",  "that",   "something", "anything",
                                         "everything", "nothing", "thing", "things", "what",      NULL};
    if (one_of(s, t, self) || (s->token[t].tag == ENTI_PRON && s->token[t].word == 0)) return ENTI_SELF; /* let's */
    return one_of(s, t, things) ? ENTI_THING : ENTI_OTHER;
}

/* Determiners that stand alone: "many of them", "those who". */
static enti_who who_determiner(const enti_sentence *s, int np) {
    static const char *const things[] = {"this", "that", "the", "a", "an", "much", "enough", NULL};
    const enti_np *p = &s->np[np];
    if (one_of(s, p->head, things)) return ENTI_THING;
    if (p->of >= 0) return enti_np_actor(s, p->of) ? ENTI_OTHER : ENTI_THING;
    return ENTI_OTHER;
}

static bool is_surname(const enti_sentence *s, const enti_speaker *speaker, int t) {
    const enti_token *x = &s->token[t];
    return speaker->surname_size > 0 && x->end - x->start == speaker->surname_size &&
           memcmp(s->text + x->start, speaker->surname, speaker->surname_size) == 0;
}

/* State named in the phrase besides its head: "the Russian army", "Iran's leaders", "the people of Nepal". 0 for none. */
static uint16_t state_within(const enti_sentence *s, int np, bool *named) {
    const enti_np *p = &s->np[np];
    *named = false;
    for (int t = p->first; t <= p->last; t++) {
        const enti_word *w = enti_token_word(s, t);
        if (t == p->head || w->name_kind == ENTI_NOT_NAME) continue;
        *named = true;
        if (w->state != 0) return w->state;
    }
    if (p->of >= 0) {
        const enti_word *w = enti_token_word(s, s->np[p->of].head);
        if (w->name_kind != ENTI_NOT_NAME) {
            *named = true;
            return w->state;
        }
    }
    return 0;
}

/* An actor noun: ours or not. */
static enti_who who_noun(const enti_sentence *s, const enti_speaker *speaker, int np) {
    static const char *const ours[] = {"my", "our", NULL};
    static const char *const joint[] = {"both", "two", "all", "three", "each", NULL};
    static const char *const sides[] = {"sides",   "countries",   "nations", "states", "parties",
                                        "peoples", "governments", "side",    NULL};
    static const char *const state_nouns[] = {"government", "country",  "nation", "administration",
                                              "parliament", "republic", NULL};
    const enti_np *p = &s->np[np];
    bool partner = has_class(s, p->head, ENTI_C_PARTNER), named = false, possessed = false, together = false;
    uint16_t state;
    for (int t = p->first; t < p->head; t++) {
        if (one_of(s, t, ours)) possessed = true;
        if (one_of(s, t, joint) && one_of(s, p->head, sides)) together = true;
        if (possessed && has_class(s, t, ENTI_C_PARTNER) && s->token[t].tag != ENTI_ADJ)
            partner = true; /* our partners' armies */
    }
    if (together || (possessed && one_of(s, p->head, sides) && s->np[np].plural)) return ENTI_OTHER;
    if (partner) return ENTI_OTHER;
    state = state_within(s, np, &named);
    if (named) return state != 0 && state == speaker->state ? ENTI_SELF : ENTI_OTHER;
    if (possessed) return ENTI_SELF;
    if (one_of(s, p->head, state_nouns) && p->of < 0) {
        if (spelled(s, p->first, "this")) return ENTI_SELF;
        if (p->first + 1 == p->head && spelled(s, p->first, "the") && (s->token[p->head].flags & ENTI_CAPITAL) != 0)
            return ENTI_SELF;
    }
    return ENTI_OTHER;
}

/* Forces and machines act for whoever they are said to belong to. */
static bool owned_force(const enti_sentence *s, int np) {
    static const char *const forces[] = {"aircraft", "forces",    "warships", "warship", "ships",        "planes",
                                         "jets",     "bombers",   "tanks",    "drones",  "missiles",     "troops",
                                         "navy",     "artillery", "capitals", "media",   "intelligence", NULL};
    bool named = false;
    if (!one_of(s, s->np[np].head, forces)) return false;
    (void)state_within(s, np, &named);
    return named || s->token[s->np[np].first].tag == ENTI_POSS;
}

static enti_who who_single(const enti_sentence *s, const enti_speaker *speaker, int np) {
    static const char *const people[] = {"poor",  "rich",      "weak",       "strong",     "powerful",
                                         "young", "elderly",   "wounded",    "unemployed", "innocent",
                                         "sick",  "oppressed", "vulnerable", NULL};
    const enti_np *p = &s->np[np];
    const enti_word *w = enti_token_word(s, p->head);
    uint32_t tag = s->token[p->head].tag;
    if (p->pronoun) return who_pronoun(s, p->head);
    if ((tag & (ENTI_DET | ENTI_DEM | ENTI_NUM)) != 0)
        return tag == ENTI_NUM && p->of < 0 ? ENTI_THING : who_determiner(s, np);
    if (enti_has_class(&w->classes, ENTI_C_QUANTITY) && p->of >= 0) return who_single(s, speaker, p->of);
    if (tag == ENTI_NAME) {
        if (w->name_kind != ENTI_NOT_NAME) return w->state != 0 && w->state == speaker->state ? ENTI_SELF : ENTI_OTHER;
        if (is_surname(s, speaker, p->head)) return ENTI_SELF;
        return ENTI_OTHER;
    }
    if (tag == ENTI_ADJ) return one_of(s, p->head, people) ? ENTI_OTHER : ENTI_THING; /* the poor, but not the worst */
    if (enti_has_class(&w->classes, ENTI_C_ACTOR) || owned_force(s, np)) return who_noun(s, speaker, np);
    return ENTI_THING;
}

enti_who enti_np_who(const enti_sentence *s, const enti_speaker *speaker, int np) {
    bool self = false, other = false, first_person = false, owned = false;
    for (int steps = 0; np >= 0 && steps < 8; np = s->np[np].next, steps++) {
        enti_who who = who_single(s, speaker, np);
        /* "our teachers and engineers": the possessive holds for both */
        if (who == ENTI_OTHER && owned && (s->token[s->np[np].first].tag & (ENTI_NOUN | ENTI_ADJ)) != 0 &&
            !has_class(s, s->np[np].head, ENTI_C_PARTNER))
            who = ENTI_SELF;
        owned = who == ENTI_SELF && s->token[s->np[np].first].tag == ENTI_POSS;
        if (who == ENTI_SELF && s->np[np].pronoun) first_person = true;
        self = self || who == ENTI_SELF;
        other = other || who == ENTI_OTHER;
    }
    if (first_person) return ENTI_SELF;
    if (self && other) return ENTI_OTHER; /* acting together is not acting alone */
    return self ? ENTI_SELF : other ? ENTI_OTHER : ENTI_THING;
}

bool enti_np_actor(const enti_sentence *s, int np) {
    static const enti_speaker nobody = {.state = 0};
    enti_who who = who_single(s, &nobody, np);
    return who == ENTI_SELF || who == ENTI_OTHER;
}

/* ---- agents ---- */

static int by_phrase(const enti_sentence *s, const enti_clause *c) {
    for (int t = c->verb + 1; t < c->stop; t++) {
        int np = s->token[t].np;
        if (np >= 0 && s->np[np].first == t && s->np[np].prep >= 0 && spelled(s, s->np[np].prep, "by") &&
            !s->np[np].time)
            return np;
    }
    return -1;
}

/* "Peru is determined to help": no passive, though it looks like one. */
static bool is_state_of_mind(const enti_sentence *s, int clause) {
    for (int k = clause + 1; k < s->clauses; k++) {
        const enti_control *control;
        if (s->clause[k].head != clause) continue;
        control = enti_control_of(s, clause, s->clause[k].link, k);
        if (control != NULL && control->verb == s->lexicon->verb_be) return true;
    }
    return false;
}

int enti_agent(const enti_sentence *s, int clause) {
    const enti_clause *c = &s->clause[clause];
    if (!c->passive || is_state_of_mind(s, clause)) return c->subject;
    for (int k = clause; k < s->clauses && k < clause + 3; k++) {
        const enti_clause *x = &s->clause[k];
        int np;
        if (!x->passive || x->subject != c->subject) break;
        np = by_phrase(s, x);
        if (np >= 0) return np;
    }
    return -1;
}

/* ---- at home or abroad ---- */

static void count_cues(const enti_sentence *s, const enti_speaker *speaker, int from, int to, int *home, int *abroad) {
    for (int t = from; t < to; t++) {
        const enti_word *w = enti_token_word(s, t);
        if (w->name_kind != ENTI_NOT_NAME)
            *abroad += w->state == 0 || w->state != speaker->state;
        else if (enti_has_class(&w->classes, ENTI_C_FOREIGN))
            (*abroad)++;
        else if (enti_has_class(&w->classes, ENTI_C_DOMESTIC))
            (*home)++;
    }
}

bool enti_clause_domestic(const enti_sentence *s, const enti_speaker *speaker, int clause, int subject) {
    const enti_clause *c = &s->clause[clause];
    int home = 0, abroad = 0, end = c->stop;
    /* What only describes the objects belongs to the clause: "to the villages struck by the earthquake". */
    for (int k = clause + 1; k < s->clauses && (s->clause[k].restrictive || !s->clause[k].finite); k++)
        end = s->clause[k].stop;
    count_cues(s, speaker, c->verb, end, &home, &abroad);
    if (subject >= 0) count_cues(s, speaker, s->np[subject].first, s->np[subject].last + 1, &home, &abroad);
    if (home == 0 && abroad == 0) count_cues(s, speaker, 0, s->tokens, &home, &abroad);
    return home > abroad;
}
