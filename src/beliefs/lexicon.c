/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the lexicon and their indices. Spelled forms live in one open-addressing hash, so that a token costs
 * one probe; frames and controls are sorted by verb, so that a verb sees only its own. */
#include "beliefs/lexicon.h"

#include <stdlib.h>
#include <string.h>

/* data/lexicon/, embedded by tools/cmake/Lexicon.cmake in this order. */
extern const char enti_lexicon_irregular[], enti_lexicon_irregular_end[], enti_lexicon_words[],
    enti_lexicon_words_end[], enti_lexicon_nouns[], enti_lexicon_nouns_end[], enti_lexicon_verbs[],
    enti_lexicon_verbs_end[], enti_lexicon_controls[], enti_lexicon_controls_end[], enti_lexicon_phrases[],
    enti_lexicon_phrases_end[], enti_lexicon_states[], enti_lexicon_states_end[];

static uint64_t hash_of(const char *text, size_t size) {
    uint64_t h = UINT64_C(1469598103934665603);
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return h ^ h >> 29;
}

static size_t slot_of(const ent_lexicon *x, const char *text, size_t size) {
    size_t at = hash_of(text, size) & (x->slots_count - 1);
    while (x->slots[at] != 0) {
        const enti_word *w = &x->words[x->slots[at]];
        if (w->size == size && memcmp(w->text, text, size) == 0) break;
        at = (at + 1) & (x->slots_count - 1);
    }
    return at;
}

uint32_t enti_lexicon_find(const ent_lexicon *x, const char *text, size_t size) {
    return size == 0 ? 0 : x->slots[slot_of(x, text, size)];
}

/* Room for one more of `size` bytes; false when memory ran out. */
static bool grow(void **rows, size_t count, size_t *room, size_t size) {
    size_t more = *room == 0 ? 64 : *room * 2;
    void *grown;
    if (count < *room) return true;
    grown = enti_realloc(*rows, more, size);
    if (grown == NULL) return false;
    memset((char *)grown + count * size, 0, (more - count) * size);
    *rows = grown;
    *room = more;
    return true;
}

static bool rehash(ent_lexicon *x, size_t slots) {
    uint32_t *old = x->slots;
    x->slots = enti_alloc(slots, sizeof *x->slots);
    if (x->slots == NULL) {
        x->slots = old;
        return false;
    }
    x->slots_count = slots;
    for (uint32_t w = 1; w < x->words_count; w++)
        x->slots[slot_of(x, x->words[w].text, x->words[w].size)] = w;
    ent_free(old);
    return true;
}

uint32_t enti_lexicon_word(ent_lexicon *x, const char *text, size_t size) {
    size_t slot;
    char *copy;
    if (size == 0) return 0;
    slot = slot_of(x, text, size);
    if (x->slots[slot] != 0) return x->slots[slot];
    if (x->words_count * 2 > x->slots_count) {
        if (!rehash(x, x->slots_count * 2)) return 0;
        slot = slot_of(x, text, size);
    }
    copy = enti_arena_alloc(&x->arena, size + 1, 1);
    if (copy == NULL || !grow((void **)&x->words, x->words_count, &x->words_room, sizeof *x->words)) return 0;
    memcpy(copy, text, size);
    x->words[x->words_count].text = copy;
    x->words[x->words_count].size = (uint32_t)size;
    x->slots[slot] = (uint32_t)x->words_count;
    return (uint32_t)x->words_count++;
}

uint16_t enti_lexicon_verb(ent_lexicon *x, const char *lemma) {
    uint32_t word = enti_lexicon_word(x, lemma, strlen(lemma));
    if (word == 0) return 0;
    for (int k = 0; k < 2; k++) {
        uint16_t v = x->words[word].verb[k];
        if (v != 0 && strcmp(x->verbs[v - 1].lemma, lemma) == 0) return v;
    }
    if (x->verbs_count >= UINT16_MAX - 1 || !grow((void **)&x->verbs, x->verbs_count, &x->verbs_room, sizeof *x->verbs))
        return 0;
    x->verbs[x->verbs_count].lemma = x->words[word].text;
    return (uint16_t)++x->verbs_count;
}

int enti_lexicon_class(ent_lexicon *x, const char *name) {
    for (size_t c = 0; c < x->classes_count; c++)
        if (strcmp(x->classes[c], name) == 0) return (int)c;
    if (x->classes_count == ENTI_CLASSES_MOST) return -1;
    x->classes[x->classes_count] = enti_arena_strdup(&x->arena, name);
    return x->classes[x->classes_count] == NULL ? -1 : (int)x->classes_count++;
}

static int by_verb(const void *a, const void *b) {
    const enti_frame *x = a, *y = b;
    if (x->verb != y->verb) return x->verb < y->verb ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static int controls_by_verb(const void *a, const void *b) {
    const enti_control *x = a, *y = b;
    if (x->verb != y->verb) return x->verb < y->verb ? -1 : 1;
    /* The longer particle first, so that the first that fits is the most specific. */
    if (x->particles != y->particles) return x->particles > y->particles ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void index_verbs(ent_lexicon *x) {
    if (x->frames_count > 0) qsort(x->frames, x->frames_count, sizeof *x->frames, by_verb);
    if (x->controls_count > 0) qsort(x->controls, x->controls_count, sizeof *x->controls, controls_by_verb);
    for (uint32_t f = 0; f < x->frames_count; f++) {
        enti_verb *v = &x->verbs[x->frames[f].verb - 1];
        if (v->frames_count++ == 0) v->frames = f;
    }
    for (uint32_t c = 0; c < x->controls_count; c++) {
        enti_verb *v = &x->verbs[x->controls[c].verb - 1];
        if (v->controls_count++ == 0) v->controls = c;
    }
}

static ent_status read_file(ent_lexicon *x, const char *path, ent_error *err) {
    ent_status st = ENT_OK;
    char *bytes = NULL;
    size_t size = 0;
    ENT_TRY(ent_text_read(path, &bytes, &size, err));
    ENT_TRY(enti_lexicon_read(x, bytes, size, path, err));
done:
    ent_free(bytes);
    return st;
}

static ent_status read_own(ent_lexicon *x, ent_error *err) {
    static const struct {
        const char *name, *from, *to;
    } tables[] = {{"irregular.csv", enti_lexicon_irregular, enti_lexicon_irregular_end},
                  {"words.csv", enti_lexicon_words, enti_lexicon_words_end},
                  {"nouns.csv", enti_lexicon_nouns, enti_lexicon_nouns_end},
                  {"verbs.csv", enti_lexicon_verbs, enti_lexicon_verbs_end},
                  {"controls.csv", enti_lexicon_controls, enti_lexicon_controls_end},
                  {"phrases.csv", enti_lexicon_phrases, enti_lexicon_phrases_end},
                  {"states.csv", enti_lexicon_states, enti_lexicon_states_end}};
    ent_status st = ENT_OK;
    for (size_t t = 0; t < sizeof tables / sizeof *tables && st == ENT_OK; t++)
        st = enti_lexicon_read(x, tables[t].from, (size_t)(tables[t].to - tables[t].from), tables[t].name, err);
    return st;
}

ent_status ent_lexicon_open(const char *const *files, size_t count, ent_lexicon **out, ent_error *err) {
    static const char *const fixed[ENTI_C_FIXED] = {
        [ENTI_C_ACTOR] = "actor",       [ENTI_C_PARTNER] = "partner",   [ENTI_C_PERSON] = "person",
        [ENTI_C_SELF] = "self",         [ENTI_C_QUANTITY] = "quantity", [ENTI_C_TIME] = "time",
        [ENTI_C_DOMESTIC] = "domestic", [ENTI_C_FOREIGN] = "foreign",   [ENTI_C_CONFLICT] = "conflict",
        [ENTI_C_WAR] = "war",           [ENTI_C_HARM] = "harm",         [ENTI_C_PROBLEM] = "problem"};
    ent_status st = ENT_OK;
    ent_lexicon *x = enti_alloc(1, sizeof *x);
    if (x == NULL) return enti_no_memory(err);
    x->slots_count = 1 << 15;
    x->slots = enti_alloc(x->slots_count, sizeof *x->slots);
    if (x->slots == NULL || !grow((void **)&x->words, 0, &x->words_room, sizeof *x->words)) {
        st = enti_no_memory(err);
        goto done;
    }
    x->words_count = 1;
    x->words[0].text = "";
    for (int c = 0; c < ENTI_C_FIXED; c++) {
        if (enti_lexicon_class(x, fixed[c]) == c) continue;
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(read_own(x, err));
    x->verb_be = enti_lexicon_verb(x, "be"); /* from here on rows may repeat keys */
    for (size_t f = 0; f < count; f++)
        ENT_TRY(read_file(x, files[f], err));
    if (x->arena.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    index_verbs(x);
    x->verb_have = enti_lexicon_verb(x, "have");
    x->verb_do = enti_lexicon_verb(x, "do");
    x->verb_help = enti_lexicon_verb(x, "help");
    *out = x;
    x = NULL;
done:
    ent_lexicon_close(x);
    return st;
}

void ent_lexicon_close(ent_lexicon *x) {
    if (x == NULL) return;
    ent_free(x->words);
    ent_free(x->slots);
    ent_free(x->verbs);
    ent_free(x->frames);
    ent_free(x->controls);
    ent_free(x->phrases);
    ent_free(x->states);
    enti_arena_clear(&x->arena);
    ent_free(x);
}
