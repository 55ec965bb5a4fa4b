/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which row of the lexicon a clause meets. A row may ask for a particle ("stand with"), for an object of a class
 * ("impose @sanction") or for both; the row that asks for most and gets it wins. */
#include "beliefs/clause.h"

#include <string.h>

static bool passed_over(uint32_t tag) {
    return (tag & (ENTI_ADV | ENTI_NEG | ENTI_MARK)) != 0;
}

/* Whether the words of a particle stand at t, adverbs aside; *end is behind the last. */
static bool words_at(const enti_sentence *s, int t, int stop, const uint32_t *words, int count, int *end) {
    for (int k = 0; k < count; k++) {
        while (t < stop && s->token[t].word != words[k] && passed_over(s->token[t].tag))
            t++;
        if (t >= stop || s->token[t].word != words[k]) return false;
        t++;
    }
    *end = t;
    return true;
}

/* ---- control verbs ---- */

static const enti_control *control_in(const enti_sentence *s, uint16_t verb, int at, int stop, enti_complement link,
                                      int with) {
    const ent_lexicon *x = s->lexicon;
    const enti_verb *v;
    if (verb == 0) return NULL;
    v = &x->verbs[verb - 1];
    for (uint32_t k = 0; k < v->controls_count; k++) {
        const enti_control *c = &x->controls[v->controls + k];
        int end = at;
        if (c->link != link || !words_at(s, at, stop, c->particle, c->particles, &end)) continue;
        if (link == ENTI_L_ING && with >= 0) { /* the gerund follows at once */
            while (end < stop && passed_over(s->token[end].tag))
                end++;
            if (end != s->clause[with].first && s->clause[with].first > end &&
                s->token[s->clause[with].first - 1].tag != ENTI_CONJ)
                continue;
        }
        return c;
    }
    return NULL;
}

const enti_control *enti_control_of(const enti_sentence *s, int clause, enti_complement link, int with) {
    const enti_clause *c = &s->clause[clause];
    const enti_control *found = NULL;
    /* "be ready to", "be determined to", "be going to" are rows of "be". */
    if (s->token[c->verb].tag == ENTI_VERB && (c->passive || c->progressive))
        found = control_in(s, s->lexicon->verb_be, c->verb, s->tokens, link, with);
    if (found == NULL) found = control_in(s, enti_token_verb(s, c->verb), c->verb + 1, s->tokens, link, with);
    if (found == NULL && s->token[c->verb].tag == ENTI_BE)
        found = control_in(s, s->lexicon->verb_be, c->verb + 1, s->tokens, link, with);
    if (found == NULL && s->token[c->verb].tag == ENTI_HAVE)
        found = control_in(s, s->lexicon->verb_have, c->verb + 1, s->tokens, link, with);
    return found;
}

bool enti_takes_particle(const enti_sentence *s, int token, uint32_t word) {
    const ent_lexicon *x = s->lexicon;
    uint16_t verb = enti_token_verb(s, token);
    if (verb == 0) return false;
    for (uint32_t k = 0; k < x->verbs[verb - 1].frames_count; k++) {
        const enti_frame *f = &x->frames[x->verbs[verb - 1].frames + k];
        if (f->particles > 0 && f->particle[0] == word && f->scale != 0) return true;
    }
    return false;
}

/* ---- classes of phrases ---- */

static void join_classes(enti_classes *to, const enti_classes *from) {
    for (int i = 0; i < ENTI_CLASS_WORDS; i++)
        to->bits[i] |= from->bits[i];
}

static enti_classes head_classes(const enti_sentence *s, int np) {
    const enti_np *p = &s->np[np];
    enti_classes all = enti_token_word(s, p->head)->classes;
    if (enti_np_actor(s, np)) enti_add_class(&all, ENTI_C_ACTOR);
    if (p->pronoun) {
        uint8_t feature = s->token[p->head].feature;
        if (feature == ENTI_F_REFL) enti_add_class(&all, ENTI_C_SELF);
        if (feature == ENTI_F_OBJ || feature == ENTI_F_SUBJ) enti_add_class(&all, ENTI_C_PERSON);
    }
    if (enti_classes_empty(&all)) /* "climate change": the head alone says nothing */
        for (int t = p->first; t < p->head; t++)
            join_classes(&all, &enti_token_word(s, t)->classes);
    return all;
}

enti_classes enti_np_classes(const enti_sentence *s, int np) {
    enti_classes all = {{0}};
    for (int steps = 0; np >= 0 && steps < 8; np = s->np[np].next, steps++) {
        enti_classes own = head_classes(s, np);
        bool counted =
            enti_has_class(&own, ENTI_C_QUANTITY) || (s->token[s->np[np].head].tag & (ENTI_NUM | ENTI_DET)) != 0;
        join_classes(&all, &own);
        if (counted && s->np[np].of >= 0) {
            own = head_classes(s, s->np[np].of);
            join_classes(&all, &own);
        }
    }
    return all;
}

/* ---- frames ---- */

/* The phrases a frame can look at. */
typedef struct {
    int object; /* the direct object; the subject of a passive */
    int after;  /* token behind the verb */
    int behind; /* token behind the direct object, -1 for none */
    int stop;
} place;

static place places(const enti_sentence *s, int clause) {
    const enti_clause *c = &s->clause[clause];
    place p = {.object = -1, .after = c->verb + 1, .behind = -1, .stop = c->stop};
    for (int t = c->verb + 1; t < c->stop; t++) {
        int np = s->token[t].np;
        if (np < 0 || s->np[np].first != t || s->np[np].prep >= 0 || s->np[np].time) continue;
        /* "give us aid": the thing given comes second. */
        if (p.object < 0 || (s->np[p.object].last + 1 == t && s->np[p.object].next != np)) {
            p.object = np;
            p.behind = s->np[np].last + 1;
        } else {
            break;
        }
    }
    if (c->passive) {
        p.object = c->subject;
        p.behind = -1;
    }
    return p;
}

/* The phrase that the preposition at t governs, -1 for none. */
static int governed_by(const enti_sentence *s, int t, int stop) {
    for (int k = t + 1; k < stop; k++)
        if (s->token[k].np >= 0) return s->np[s->token[k].np].prep == t ? s->token[k].np : -1;
    return -1;
}

static bool fits_classes(const enti_sentence *s, const enti_frame *f, int np) {
    enti_classes have;
    if (np < 0) return false;
    have = enti_np_classes(s, np);
    return enti_classes_meet(&have, &f->classes);
}

/* Whether the particle may stand anywhere in the clause: "stand, as always, with us", "use this weapon against". Places
 * and times begin with the other prepositions. */
static bool far_particle(const enti_sentence *s, const enti_frame *f) {
    static const char *const far[] = {"with", "against", "to", "from", "for", "into", "towards", NULL};
    for (int k = 0; far[k] != NULL; k++)
        if (strcmp(s->lexicon->words[f->particle[0]].text, far[k]) == 0) return true;
    return false;
}

/* How well a frame fits: 0 not at all. *object is the phrase that met its classes, or the direct object. */
static int fit(const enti_sentence *s, const enti_frame *f, const place *p, int *object) {
    int end = p->after, score = 1, inner = -1;
    bool met = true;
    *object = p->object;
    if (f->particles > 0) {
        met = words_at(s, p->after, s->tokens, f->particle, f->particles, &end); /* "deny that" opens a clause */
        if (!met && p->behind >= 0) {
            met = words_at(s, p->behind, p->stop, f->particle, f->particles, &end);
            /* "took them in", but not "took part in the talks". */
            if (met && f->particles == 1 && !far_particle(s, f) && governed_by(s, end - 1, p->stop) >= 0) met = false;
        }
        for (int t = p->after;
             !met && f->particles == 1 && f->verb != s->lexicon->verb_be && far_particle(s, f) && t < p->stop; t++)
            if (s->token[t].tag == ENTI_PREP && s->token[t].word == f->particle[0]) {
                met = true;
                end = t + 1;
            }
        if (!met) return 0;
        score += 4 + 2 * f->particles;
        inner = s->token[end - 1].tag == ENTI_PREP ? governed_by(s, end - 1, p->stop) : -1;
        if (inner >= 0 && p->object < 0) *object = inner;
    }
    if (f->has_classes) {
        if (fits_classes(s, f, inner))
            *object = inner;
        else if (fits_classes(s, f, p->object))
            *object = p->object;
        else
            return 0;
        score += 3;
    } else if (f->any_object) {
        if (p->object < 0 && inner < 0) return 0;
        score += 1;
    }
    return score;
}

const enti_frame *enti_frame_of(const enti_sentence *s, int clause, int *object) {
    const ent_lexicon *x = s->lexicon;
    const enti_clause *c = &s->clause[clause];
    uint16_t verb = enti_token_verb(s, c->verb);
    const enti_frame *best = NULL;
    place p = places(s, clause);
    int most = 0;
    *object = p.object;
    if (s->token[c->verb].tag == ENTI_BE) verb = x->verb_be;
    if (verb == 0) return NULL;
    for (uint32_t k = 0; k < x->verbs[verb - 1].frames_count; k++) {
        const enti_frame *f = &x->frames[x->verbs[verb - 1].frames + k];
        int at, score = fit(s, f, &p, &at);
        /* Of equals the strongest: "cut ties and taxes" is about ties. */
        if (score < most || score == 0 ||
            (score == most && best != NULL &&
             (f->scale < 0 ? -f->scale : f->scale) <= (best->scale < 0 ? -best->scale : best->scale)))
            continue;
        most = score;
        best = f;
        *object = at;
    }
    return best;
}
