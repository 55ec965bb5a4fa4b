/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second opinion. link-grammar is asked which words are verbs and which word is whose subject; where it differs the
 * tokens are tagged anew and the clauses found again, and the same rules give codes. The limits are measured ones: at
 * most 45 tokens, one second, a full parse or none. What it said is kept by sentence, so that a second run is free. */
#include "beliefs/second.h"

#include "beliefs/second_cache.h"
#include "beliefs/second_library.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST = 45, TEXT_MOST = 4096, PAIRS_MOST = 64 };

struct enti_second {
    enti_link_grammar library; /* opened when the first sentence is not in the cache */
    bool tried;                /* to open it */
    enti_second_cache cache;
};

/* What link-grammar said of a sentence, in terms of our tokens. */
typedef struct {
    bool parsed;
    char kind[ENTI_TOKENS_MOST + 1]; /* v verb, n noun, a adjective, - anything else */
    int pairs;
    struct {
        int16_t subject, verb;
    } pair[PAIRS_MOST];
} opinion;

/* The sentence as link-grammar is to see it. */
typedef struct {
    char text[TEXT_MOST];
    size_t size;
    size_t at[ENTI_TOKENS_MOST]; /* where each token begins in it */
} plain;

/* Straight apostrophes, no quotation marks, one blank where there was any space. False when it does not fit. */
static bool make_plain(const enti_sentence *s, plain *out) {
    out->size = 0;
    for (int t = 0; t < s->tokens; t++) {
        const enti_token *x = &s->token[t];
        if (t > 0 && x->start > s->token[t - 1].end && out->size < TEXT_MOST) out->text[out->size++] = ' ';
        out->at[t] = out->size;
        if (x->tag == ENTI_MARK) continue;
        for (uint32_t i = x->start; i < x->end; i++) {
            const unsigned char *p = (const unsigned char *)s->text + i;
            if (out->size + 2 >= TEXT_MOST) return false;
            if (x->end - i >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0x98 || p[2] == 0x99)) {
                out->text[out->size++] = '\'';
                i += 2;
            } else if (x->tag == ENTI_COMMA) {
                out->text[out->size++] = ',';
                i = x->end;
            } else {
                out->text[out->size++] = (char)*p;
            }
        }
    }
    out->text[out->size] = 0;
    return true;
}

/* ---- asking ---- */

static int token_at(const enti_sentence *s, const plain *p, size_t byte) {
    int found = -1;
    for (int t = 0; t < s->tokens && p->at[t] <= byte; t++)
        if (s->token[t].tag != ENTI_MARK) found = t;
    return found;
}

/* What the ending of a word in the dictionary says: supports.v, sanctions.n */
static char kind_of(const char *word) {
    const char *dot = strrchr(word, '.');
    if (dot == NULL || dot == word) return '-';
    switch (dot[1]) {
    case 'v':
    case 'g':
    case 'w':
    case 'q': return 'v';
    case 'n':
    case 's':
    case 'p': return 'n';
    case 'a': return 'a';
    default: return '-';
    }
}

/* The noun before a conjunction of nouns. */
static size_t coordinated(const enti_link_grammar *x, Linkage linkage, size_t word) {
    size_t links = x->links(linkage);
    for (size_t k = 0; k < links; k++)
        if (strncmp(x->label(linkage, k), "SJl", 3) == 0 && x->right(linkage, k) == word) return x->left(linkage, k);
    return word;
}

static void take_linkage(const enti_link_grammar *x, Linkage linkage, const enti_sentence *s, const plain *p,
                         opinion *out) {
    size_t words = x->words(linkage), links = x->links(linkage);
    for (size_t w = 0; w < words; w++) {
        const char *word = x->word(linkage, w);
        int t = word == NULL ? -1 : token_at(s, p, x->start(linkage, w));
        char kind = word == NULL ? '-' : kind_of(word);
        if (t >= 0 && kind != '-') out->kind[t] = kind;
    }
    for (size_t k = 0; k < links && out->pairs < PAIRS_MOST; k++) {
        const char *label = x->label(linkage, k);
        size_t subject = x->left(linkage, k), verb = x->right(linkage, k);
        if (label == NULL || label[0] != 'S' || label[1] == 'J') continue;
        if (label[1] == 'I') { /* the subject stands behind: "Does China" */
            size_t swap = subject;
            subject = verb;
            verb = swap;
        }
        subject = coordinated(x, linkage, subject);
        out->pair[out->pairs].subject = (int16_t)token_at(s, p, x->start(linkage, subject));
        out->pair[out->pairs++].verb = (int16_t)token_at(s, p, x->start(linkage, verb));
    }
}

static void ask(const enti_link_grammar *x, const enti_sentence *s, const plain *p, opinion *out) {
    Sentence sentence = x->sentence(p->text, x->dictionary);
    Linkage linkage;
    memset(out->kind, '-', (size_t)s->tokens);
    out->kind[s->tokens] = 0;
    if (sentence == NULL) return;
    x->reset(x->options);
    if (x->split(sentence, x->options) == 0 && x->parse(sentence, x->options) > 0 && !x->exhausted(x->options)) {
        linkage = x->linkage(0, sentence, x->options);
        if (linkage != NULL) {
            take_linkage(x, linkage, s, p, out);
            out->parsed = true;
            x->linkage_free(linkage);
        }
    }
    x->sentence_free(sentence);
}

/* ---- remembering ---- */

static void remember(enti_text *line, const enti_sentence *s, const opinion *o) {
    if (!o->parsed) {
        enti_text_add(line, "F");
        return;
    }
    enti_text_add(line, "P %.*s", s->tokens, o->kind);
    for (int k = 0; k < o->pairs; k++)
        enti_text_add(line, " %d:%d", o->pair[k].subject, o->pair[k].verb);
}

/* False when the line is not about a sentence of this many tokens. */
static bool recall(const char *line, const enti_sentence *s, opinion *o) {
    size_t n = (size_t)s->tokens;
    const char *p = line;
    if (strcmp(line, "F") == 0) return true;
    if (strncmp(line, "P ", 2) != 0 || strcspn(line + 2, " ") != n) return false;
    memcpy(o->kind, line + 2, n);
    o->kind[n] = 0;
    for (p = line + 2 + n; *p == ' ' && o->pairs < PAIRS_MOST; o->pairs++) {
        int subject, verb, used = 0;
        if (sscanf(p, " %d:%d%n", &subject, &verb, &used) != 2 || subject < -1 || verb < -1 || subject >= s->tokens ||
            verb >= s->tokens)
            return false;
        o->pair[o->pairs].subject = (int16_t)subject;
        o->pair[o->pairs].verb = (int16_t)verb;
        p += used;
    }
    o->parsed = *p == 0;
    return o->parsed;
}

/* ---- the second reading ---- */

static void tag_again(enti_sentence *s, const opinion *o) {
    for (int t = 0; t < s->tokens; t++) {
        enti_token *x = &s->token[t];
        if ((x->tag & (ENTI_VERB | ENTI_NOUN | ENTI_ADJ)) != 0 && o->kind[t] == 'v' && x->tag != ENTI_VERB &&
            (x->tags & ENTI_VERB) != 0) {
            const enti_word *w = enti_token_word(s, t);
            uint8_t forms = (uint8_t)(w->forms[0] | w->forms[1]);
            x->tag = ENTI_VERB;
            x->form = (forms & ENTI_ING) != 0    ? ENTI_ING
                      : (forms & ENTI_PAST) != 0 ? ENTI_PAST
                      : (forms & ENTI_S) != 0    ? ENTI_S
                      : (forms & ENTI_BASE) != 0 ? ENTI_BASE
                                                 : ENTI_PART;
            x->second = (w->forms[0] & x->form) == 0;
        } else if (x->tag == ENTI_VERB && o->kind[t] == 'n' && (x->tags & ENTI_NOUN) != 0) {
            x->tag = ENTI_NOUN;
        } else if (x->tag == ENTI_VERB && o->kind[t] == 'a' && (x->form & (ENTI_ING | ENTI_PART | ENTI_PAST)) != 0 &&
                   (x->tags & ENTI_ADJ) != 0) {
            x->tag = ENTI_ADJ;
        }
        x->np = -1;
    }
}

static bool same_group(const enti_sentence *s, int first, int np) {
    for (int steps = 0; first >= 0 && steps < 8; first = s->np[first].next, steps++)
        if (first == np) return true;
    return false;
}

/* Subjects as link-grammar has them. */
static void take_subjects(enti_sentence *s, const opinion *o) {
    for (int k = 0; k < o->pairs; k++) {
        int subject = o->pair[k].subject, verb = o->pair[k].verb, np;
        if (subject < 0 || verb < 0 || (s->token[subject].tag & (ENTI_REL | ENTI_THAT)) != 0) continue;
        np = s->token[subject].np;
        for (int c = 0; np >= 0 && c < s->clauses; c++) {
            enti_clause *x = &s->clause[c];
            if (verb < x->first || verb > x->verb || !x->finite) continue;
            if (x->subject < 0 || !same_group(s, x->subject, np)) x->subject = (int16_t)np;
        }
    }
}

static void read_again(const enti_sentence *first, enti_sentence *spare, const opinion *o, const enti_speaker *speaker,
                       bool relatives, enti_second_codes *out) {
    enti_code codes[ENTI_CODES_MOST];
    memcpy(spare, first, sizeof *spare);
    tag_again(spare, o);
    enti_sentence_clauses(spare);
    take_subjects(spare, o);
    out->made = true;
    out->count = enti_vics_code(spare, speaker, relatives, codes);
    for (int k = 0; k < out->count; k++) {
        out->code[k].verb = spare->token[spare->clause[codes[k].leaf].verb].start;
        out->code[k].scale = codes[k].scale;
        out->code[k].self = codes[k].self;
        out->code[k].actor = codes[k].actor;
    }
}

ent_confidence enti_second_compare(const enti_second_codes *second, const enti_sentence *s, const enti_code *code) {
    uint32_t verb = s->token[s->clause[code->leaf].verb].start;
    if (!second->made) return ENT_SINGLE;
    for (int k = 0; k < second->count; k++)
        if (second->code[k].verb == verb && second->code[k].scale == code->scale &&
            second->code[k].self == code->self && second->code[k].actor == code->actor)
            return ENT_AGREED;
    return ENT_DISPUTED;
}

ent_status enti_second_read(enti_second *x, const enti_sentence *first, enti_sentence *spare,
                            const enti_speaker *speaker, bool relatives, ent_coverage *cover, enti_second_codes *out,
                            ent_error *err) {
    opinion o = {.parsed = false};
    enti_second_key key;
    const char *known;
    plain p;
    out->made = false;
    if (first->tokens > LONGEST || first->words < 2 || !make_plain(first, &p)) return ENT_OK;
    key = enti_second_key_of(p.text, p.size, p.at, (size_t)first->tokens);
    known = enti_second_cache_find(&x->cache, key);
    if (known != NULL && recall(known, first, &o)) {
        cover->second_cached++;
    } else {
        enti_text line = {0};
        ent_status st;
        if (!x->tried) {
            x->tried = true;
            enti_link_grammar_open(&x->library, cover->second_why, sizeof cover->second_why);
        }
        cover->second_missing = x->library.dictionary == NULL;
        if (cover->second_missing) return ENT_OK;
        o = (opinion){.parsed = false};
        ask(&x->library, first, &p, &o);
        remember(&line, first, &o);
        st = line.failed ? enti_no_memory(err) : enti_second_cache_add(&x->cache, key, line.at, err);
        enti_text_clear(&line);
        if (st != ENT_OK) return st;
    }
    if (!o.parsed) {
        cover->second_failed++;
        return ENT_OK;
    }
    cover->second++;
    read_again(first, spare, &o, speaker, relatives, out);
    return ENT_OK;
}

/* ---- opening and closing ---- */

ent_status enti_second_open(const char *cache, ent_coverage *cover, enti_second **out, ent_error *err) {
    enti_second *x = enti_alloc(1, sizeof *x);
    ent_status st;
    (void)cover;
    if (x == NULL) return enti_no_memory(err);
    st = enti_second_cache_open(&x->cache, cache, err);
    if (st != ENT_OK) {
        enti_second_close(x);
        return st;
    }
    *out = x;
    return ENT_OK;
}

ent_status enti_second_save(enti_second *x, ent_error *err) {
    return enti_second_cache_save(&x->cache, err);
}

void enti_second_close(enti_second *x) {
    if (x == NULL) return;
    enti_link_grammar_close(&x->library);
    enti_second_cache_clear(&x->cache);
    ent_free(x);
}
