/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verb groups and noun phrases: the pieces that clauses are made of. */
#include "beliefs/finder.h"

/* ---- verb groups ---- */

int enti_skip_adverbs(const enti_sentence *s, int t, bool *negated) {
    for (;; t++) {
        uint32_t g = enti_tag_at(s, t);
        if (t >= s->tokens) return t;
        if (g == ENTI_NEG)
            *negated = !*negated;
        else if (g != ENTI_ADV && g != ENTI_MARK)
            break;
    }
    /* "will, of course, support" */
    if (enti_tag_at(s, t) == ENTI_COMMA && (enti_tag_at(s, t + 1) & ENTI_ADV) != 0 &&
        enti_tag_at(s, t + 2) == ENTI_COMMA && (enti_tag_at(s, t + 3) & (ENTI_VERB | ENTI_BE | ENTI_HAVE)) != 0)
        return t + 3;
    return t;
}

bool enti_was(const enti_sentence *s, int t) {
    return enti_spelled(s, t, "was") || enti_spelled(s, t, "were");
}

static void begin_tense(enti_group *g, enti_tense tense) {
    if (g->tense == ENTI_T_NONE) g->tense = tense;
    g->finite = true;
}

/* The auxiliary at t, with what stands behind it at n. True when the group goes on at n. */
static bool take_auxiliary(const enti_sentence *s, enti_group *g, int t, int n) {
    uint32_t a = enti_tag_at(s, t), next = enti_tag_at(s, n);
    bool part = next == ENTI_VERB && (s->token[n].form == ENTI_PART || (enti_forms(s, n) & ENTI_PART) != 0);
    bool nonfinite = g->infinitive || g->auxiliary;
    g->verb = t;
    g->form = ENTI_BASE;
    if (a == ENTI_MODAL) {
        uint8_t f = s->token[t].feature;
        g->future = f == ENTI_F_FUTURE;
        g->would = f == ENTI_F_WOULD;
        g->oblige = f == ENTI_F_OBLIGE;
        g->can = f == ENTI_F_CAN;
        begin_tense(g, g->future || g->would ? ENTI_T_FUTURE : ENTI_T_PRESENT);
        g->auxiliary = true;
        return (next & (ENTI_VERB | ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0;
    }
    if (a == ENTI_HAVE) {
        if (!part && next != ENTI_BE && next != ENTI_HAVE && next != ENTI_DO) {
            if (!nonfinite) begin_tense(g, enti_spelled(s, t, "had") ? ENTI_T_PAST : ENTI_T_PRESENT);
            return false;
        }
        g->perfect = true;
        if (!nonfinite)
            begin_tense(g, enti_spelled(s, t, "had") || enti_spelled(s, t, "'d") ? ENTI_T_PAST : ENTI_T_PERFECT);
        if (enti_spelled(s, t, "having") && !nonfinite) g->finite = false, g->form = ENTI_ING;
        g->auxiliary = true;
        return true;
    }
    if (a == ENTI_BE) {
        if (!nonfinite) begin_tense(g, enti_was(s, t) ? ENTI_T_PAST : ENTI_T_PRESENT);
        if (enti_spelled(s, t, "being") && !nonfinite) g->finite = false, g->form = ENTI_ING;
        if (enti_spelled(s, t, "be") && !nonfinite) g->finite = false;
        g->auxiliary = true;
        if (next == ENTI_VERB && s->token[n].form == ENTI_ING) {
            g->progressive = true;
            return true;
        }
        if (next == ENTI_BE) {
            g->progressive = true;
            return true;
        }
        if (part) {
            g->passive = true;
            return true;
        }
        return false;
    }
    /* do */
    if (!nonfinite) begin_tense(g, enti_spelled(s, t, "did") ? ENTI_T_PAST : ENTI_T_PRESENT);
    if (next == ENTI_VERB && s->token[n].form == ENTI_BASE) {
        g->auxiliary = true;
        return true;
    }
    return false;
}

/* Reads a verb group at t. */
enti_group enti_parse_group(const enti_sentence *s, int t) {
    enti_group g = {.first = t, .verb = t, .end = t};
    if (enti_tag_at(s, t) == ENTI_TO) {
        g.infinitive = true;
        g.purpose = s->token[t].feature == ENTI_F_PURPOSE;
        t = enti_skip_adverbs(s, t + 1, &g.negated);
    }
    while (t < s->tokens) {
        uint32_t a = enti_tag_at(s, t);
        if (a == ENTI_VERB) {
            uint8_t form = s->token[t].form;
            g.verb = t;
            g.end = t + 1;
            g.form = form;
            if (!g.auxiliary && !g.infinitive) {
                g.finite = form != ENTI_ING && form != ENTI_PART;
                if (g.finite) g.tense = form == ENTI_PAST ? ENTI_T_PAST : ENTI_T_PRESENT;
            }
            break;
        }
        if ((a & (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)) == 0) break;
        {
            bool negated = false;
            int n = enti_skip_adverbs(s, t + 1, &negated);
            bool on = take_auxiliary(s, &g, t, n);
            g.end = t + 1;
            if (negated) g.negated = !g.negated;
            if (!on) break;
            t = n;
        }
    }
    return g;
}

/* ---- noun phrases ---- */

/* Token behind the phrase that begins at t; *head is its head, -1 when there is none: a lone adjective. */
int enti_np_end(const enti_sentence *s, int t, int *head) {
    int from = t, noun = -1, other = -1;
    if (enti_tag_at(s, t) == ENTI_PRON) {
        *head = t;
        t++;
        /* "we all", "us Australians" */
        if ((enti_tag_at(s, t) & ENTI_DET) != 0 && s->token[t].feature == ENTI_F_QUANT &&
            (enti_tag_at(s, t + 1) & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) == 0)
            t++;
        return t;
    }
    for (; t < s->tokens; t++) {
        uint32_t g = enti_tag_at(s, t);
        if (g == ENTI_ADV || g == ENTI_MARK || (g == ENTI_NEG && noun < 0)) { /* the very first; the "so-called" */
            if (t > from && noun < 0 && (enti_tag_at(s, t + 1) & (ENTI_ADJ | ENTI_NUM | ENTI_NOUN | ENTI_NAME)) != 0)
                continue;
            if (g == ENTI_MARK && (enti_tag_at(s, t + 1) & (ENTI_NOUN | ENTI_NAME | ENTI_GEN)) != 0 && noun < 0)
                continue;
            break;
        }
        /* "independent and peaceful country" */
        if (g == ENTI_CONJ || g == ENTI_COMMA) {
            if (noun < 0 && t > from && enti_tag_at(s, t - 1) == ENTI_ADJ && enti_tag_at(s, t + 1) == ENTI_ADJ &&
                enti_in_np(enti_tag_at(s, t + 2)))
                continue;
            break;
        }
        if (g == ENTI_PRON && t > from && enti_tag_at(s, t - 1) == ENTI_DET) { /* "many of them" */
            *head = t;
            return t + 1;
        }
        if (!enti_in_np(g)) break;
        if ((g & (ENTI_DET | ENTI_DEM | ENTI_POSS)) != 0 &&
            (noun >= 0 || (other >= 0 && enti_tag_at(s, other) != ENTI_DET)))
            break;
        if (g == ENTI_GEN) {
            if (noun < 0) break;
            other = noun;
            noun = -1;
            continue;
        }
        if ((g & (ENTI_NOUN | ENTI_NAME)) != 0)
            noun = t;
        else if (noun >= 0 && g != ENTI_NUM)
            break;
        else if (noun < 0)
            other = t;
    }
    *head = noun >= 0 ? noun : other;
    if (*head >= 0 && enti_tag_at(s, *head) == ENTI_ADJ &&
        (enti_tag_at(s, from) & (ENTI_DET | ENTI_POSS | ENTI_DEM)) == 0)
        *head = -1;
    return t > from ? t : from + 1;
}

int enti_np_add(enti_sentence *s, int t, int end, int head, int prep) {
    enti_np *np = &s->np[s->nps];
    const enti_word *w = enti_token_word(s, head);
    if (s->nps == ENTI_NPS_MOST) return -1;
    *np = (enti_np){.first = (int16_t)t,
                    .last = (int16_t)(end - 1),
                    .head = (int16_t)head,
                    .prep = (int16_t)prep,
                    .of = -1,
                    .next = -1};
    np->plural = s->token[head].plural || w->plural || (enti_tag_at(s, head) & (ENTI_DET | ENTI_NUM)) != 0;
    np->negative = s->token[t].feature == ENTI_F_NO || s->token[t].feature == ENTI_F_NEG_THING;
    np->time = enti_has_class(&w->classes, ENTI_C_TIME) && enti_tag_at(s, head) != ENTI_PRON;
    np->pronoun = enti_tag_at(s, head) == ENTI_PRON;
    for (int k = t; k < end; k++)
        s->token[k].np = (int16_t)s->nps;
    return s->nps++;
}
