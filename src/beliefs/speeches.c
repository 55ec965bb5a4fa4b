/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collection of texts: found by id while it is read, sorted once it is complete. */
#include "beliefs/speeches.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const enti_vics_words[] = {"punish", "threaten", "oppose", "appeal", "promise", "reward", NULL};
const char *const enti_domain_words[] = {"foreign", "domestic", NULL};
const char *const enti_confidence_words[] = {"agreed", "disputed", "single", NULL};
const char *const enti_mode_words[] = {"prepared", "spontaneous", NULL};

int enti_place_of_word(const char *text, const char *const *words) {
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(text, words[i]) == 0) return i;
    return -1;
}

/* ---- found by id ---- */

static uint32_t hash_of(const char *text) { /* FNV-1a */
    uint32_t hash = UINT32_C(2166136261);
    for (; *text != 0; text++)
        hash = (hash ^ (unsigned char)*text) * UINT32_C(16777619);
    return hash;
}

static size_t slot_of(const ent_speeches *s, const char *id) {
    size_t at = hash_of(id) & (s->slots_count - 1);
    while (s->slots[at] != 0 && strcmp(s->at[s->slots[at] - 1].about.id, id) != 0)
        at = (at + 1) & (s->slots_count - 1);
    return at;
}

enti_speech *enti_speeches_find(const ent_speeches *s, const char *id) {
    uint32_t place;
    if (s->slots_count == 0) return NULL;
    place = s->slots[slot_of(s, id)];
    return place == 0 ? NULL : &s->at[place - 1];
}

/* Room for one more text, and twice as many slots as texts. */
static ent_status grow(ent_speeches *s, ent_error *err) {
    size_t room = s->room == 0 ? 64 : s->room * 2;
    enti_speech *at;
    uint32_t *slots;
    if (s->count < s->room) return ENT_OK;
    if (room > UINT32_MAX / 4) return ent_fail(err, ENT_E_RANGE, "more than %zu texts are too many", s->count);
    at = enti_realloc(s->at, room, sizeof *at);
    if (at == NULL) return enti_no_memory(err);
    s->at = at;
    slots = enti_alloc(room * 2, sizeof *slots);
    if (slots == NULL) return enti_no_memory(err);
    ent_free(s->slots);
    s->slots = slots;
    s->slots_count = room * 2;
    s->room = room;
    for (size_t i = 0; i < s->count; i++)
        s->slots[slot_of(s, s->at[i].about.id)] = (uint32_t)(i + 1);
    return ENT_OK;
}

ent_status enti_speeches_add(ent_speeches *s, const char *id, enti_speech **out, ent_error *err) {
    ent_status st = grow(s, err);
    enti_speech *new;
    const char *kept;
    if (st != ENT_OK) return st;
    kept = enti_arena_strdup(&s->texts, id);
    if (kept == NULL) return enti_no_memory(err);
    new = &s->at[s->count];
    memset(new, 0, sizeof *new);
    new->about = (ent_coded_text){.id = kept,
                                  .speaker = "",
                                  .date = "",
                                  .venue = "",
                                  .mode = "",
                                  .file = "",
                                  .state = "",
                                  .ccode = ENT_MISSING,
                                  .words = NAN};
    s->slots[slot_of(s, id)] = (uint32_t)++s->count;
    *out = new;
    return ENT_OK;
}

ent_status enti_speeches_add_verb(enti_speech *speech, const ent_verb *verb, ent_error *err) {
    if (speech->about.codes == speech->verbs_room) {
        size_t room = speech->verbs_room == 0 ? 16 : speech->verbs_room * 2;
        ent_verb *verbs = enti_realloc(speech->verbs, room, sizeof *verbs);
        if (verbs == NULL) return enti_no_memory(err);
        speech->verbs = verbs;
        speech->verbs_room = room;
    }
    speech->verbs[speech->about.codes++] = *verb;
    return ENT_OK;
}

/* ---- sorted ---- */

static int by_place(const void *left, const void *right) {
    const ent_coded_text *a = &(*(enti_speech *const *)left)->about, *b = &(*(enti_speech *const *)right)->about;
    int order = strcmp(a->speaker, b->speaker);
    if (order == 0) order = strcmp(a->date, b->date);
    return order != 0 ? order : strcmp(a->id, b->id);
}

static int by_clause(const void *left, const void *right) {
    const ent_verb *a = left, *b = right;
    if (a->sentence_no != b->sentence_no) return a->sentence_no < b->sentence_no ? -1 : 1;
    if (a->clause_no != b->clause_no) return a->clause_no < b->clause_no ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

ent_status enti_speeches_sort(ent_speeches *s, ent_error *err) {
    if (s->count == 0) return ENT_OK;
    s->sorted = enti_alloc(s->count, sizeof(enti_speech *));
    if (s->sorted == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < s->count; i++) {
        s->sorted[i] = &s->at[i];
        if (s->at[i].about.codes > 1) qsort(s->at[i].verbs, s->at[i].about.codes, sizeof(ent_verb), by_clause);
    }
    qsort(s->sorted, s->count, sizeof(enti_speech *), by_place);
    return ENT_OK;
}

void ent_speeches_free(ent_speeches *s) {
    if (s == NULL) return;
    for (size_t i = 0; i < s->count; i++)
        ent_free(s->at[i].verbs);
    ent_free(s->at);
    ent_free(s->sorted);
    ent_free(s->slots);
    enti_arena_clear(&s->texts);
    ent_free(s);
}

size_t ent_speeches_count(const ent_speeches *s) {
    return s->count;
}

const ent_coded_text *ent_speeches_at(const ent_speeches *s, size_t index) {
    return index < s->count ? &s->sorted[index]->about : NULL;
}

const ent_verb *ent_speeches_verb(const ent_speeches *s, size_t text, size_t index) {
    return text < s->count && index < s->sorted[text]->about.codes ? &s->sorted[text]->verbs[index] : NULL;
}

/* ---- chosen ---- */

bool enti_is_date(const char *text) {
    static const char form[] = "0000-00-00";
    size_t size = strlen(text);
    int month, day;
    if (size != 4 && size != 7 && size != 10) return false;
    for (size_t i = 0; i < size; i++)
        if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    month = size < 7 ? 1 : (text[5] - '0') * 10 + text[6] - '0';
    day = size < 10 ? 1 : (text[8] - '0') * 10 + text[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool enti_speech_wanted(const ent_coded_text *speech, ent_belief_mode mode, int first, int last) {
    long year = *speech->date != 0 ? strtol(speech->date, NULL, 10) : ENT_MISSING;
    if (mode != ENT_MODE_ALL && strcmp(speech->mode, enti_mode_words[mode - ENT_MODE_PREPARED]) != 0) return false;
    if (first == ENT_MISSING && last == ENT_MISSING) return true;
    if (year == ENT_MISSING) return false; /* no date: it cannot be said to belong to the period */
    return (first == ENT_MISSING || year >= first) && (last == ENT_MISSING || year <= last);
}

void enti_speech_counts(const enti_speech *speech, const ent_belief_options *o, double self[ENT_VICS_CATEGORIES],
                        double other[ENT_VICS_CATEGORIES]) {
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
        self[k] = other[k] = 0;
    for (int d = 0; d < ENTI_DOMAINS; d++) {
        if (o->domain == ENT_DOMAIN_FOREIGN && d == ENTI_DOMESTIC) continue;
        if (o->domain == ENT_DOMAIN_DOMESTIC && d == ENTI_FOREIGN) continue;
        for (int level = ENTI_AGREED; level < (o->agreed ? ENTI_DISPUTED : ENTI_LEVELS); level++)
            for (int k = 0; k < ENT_VICS_CATEGORIES; k++) {
                const double(*kinds)[ENT_VICS_CATEGORIES] = speech->counts[d][level];
                self[k] += kinds[ENTI_SELF][k];
                other[k] += kinds[ENTI_ACTOR][k];
                if (o->others == ENT_OTHERS_ALL) other[k] += kinds[ENTI_NONACTOR][k];
            }
    }
}
