/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tables of the lexicon: ours, and files of the user, which may hold any of them. The header says which
 * table a file is. A row that has the key of an earlier one replaces it, so a later file overrides an earlier. */
#include "beliefs/lexicon.h"
#include "ingest/csv.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MOST = 5, WORD_LONGEST = 60 };

typedef struct {
    ent_lexicon *lexicon;
    enti_csv *csv;
    const char *name;
    size_t column[COLUMNS_MOST]; /* SIZE_MAX: the file has none */
    ent_error *err;
} reader;

typedef ent_status (*read_row)(reader *r);

static const char *field(const reader *r, size_t c) {
    return r->column[c] == SIZE_MAX ? "" : enti_csv_text(r->csv, r->column[c]);
}

static ent_status bad(reader *r, size_t c, const char *expected) {
    return ent_fail_at(r->err, ENT_E_PARSE, r->name, enti_csv_row(r->csv),
                       r->column[c] == SIZE_MAX ? 0 : (long)r->column[c] + 1, "%s is \"%.60s\", expected %s",
                       r->column[c] == SIZE_MAX ? "a column that is not there" : enti_csv_column(r->csv, r->column[c]),
                       field(r, c), expected);
}

/* Index in a list of words that ends with NULL, or -1. */
static int among(const char *text, size_t size, const char *const *words) {
    for (int i = 0; words[i] != NULL; i++)
        if (strlen(words[i]) == size && memcmp(words[i], text, size) == 0) return i;
    return -1;
}

static bool too_long(const char *text) {
    return *text == 0 || strlen(text) > WORD_LONGEST;
}

/* ---- verbs ---- */

static ent_status take_irregular(reader *r) {
    uint16_t verb;
    if (too_long(field(r, 0))) return bad(r, 0, "a verb of at most 60 bytes");
    if (too_long(field(r, 1))) return bad(r, 1, "its past, alternatives parted by |");
    if (too_long(field(r, 2))) return bad(r, 2, "its participle, alternatives parted by |");
    verb = enti_lexicon_verb(r->lexicon, field(r, 0));
    if (verb == 0 || !enti_inflect_verb(r->lexicon, verb, field(r, 1), field(r, 2))) return enti_no_memory(r->err);
    return ENT_OK;
}

/* The lemma, with its regular forms unless it is known already. */
static ent_status take_lemma(reader *r, size_t c, uint16_t *out) {
    ent_lexicon *x = r->lexicon;
    size_t known = x->verbs_count;
    char other[WORD_LONGEST + 8];
    uint16_t verb;
    if (too_long(field(r, c))) return bad(r, c, "a verb of at most 60 bytes");
    verb = enti_lexicon_verb(x, field(r, c));
    if (verb == 0) return enti_no_memory(r->err);
    *out = verb;
    if (verb <= known) return ENT_OK;
    if (!enti_inflect_verb(x, verb, NULL, NULL)) return enti_no_memory(r->err);
    if (enti_other_spelling(field(r, c), other, sizeof other)) {
        /* The other spelling's forms are forms of this verb. */
        const char *lemma = x->verbs[verb - 1].lemma;
        bool done;
        char *copy = enti_arena_strdup(&x->arena, other);
        if (copy == NULL) return enti_no_memory(r->err);
        x->verbs[verb - 1].lemma = copy;
        done = enti_inflect_verb(x, verb, NULL, NULL);
        x->verbs[verb - 1].lemma = lemma;
        if (!done) return enti_no_memory(r->err);
    }
    return ENT_OK;
}

static ent_status take_particle(reader *r, size_t c, uint16_t *count, uint32_t *words) {
    *count = 0;
    for (const char *p = field(r, c); *p != 0;) {
        size_t n = strcspn(p, " ");
        if (n > 0) {
            if (*count == ENTI_PARTICLE_MOST) return bad(r, c, "at most three words");
            words[*count] = enti_lexicon_word(r->lexicon, p, n);
            if (words[(*count)++] == 0) return enti_no_memory(r->err);
        }
        p += n + (p[n] == ' ');
    }
    return ENT_OK;
}

/* Names of classes, or single nouns, each of which becomes a class of its own. */
static ent_status take_classes(reader *r, size_t c, char part, enti_classes *out) {
    for (const char *p = field(r, c); *p != 0;) {
        char word[WORD_LONGEST + 1], separators[2] = {part, 0};
        size_t n = strcspn(p, separators);
        int class;
        if (n > WORD_LONGEST) return bad(r, c, "names of at most 60 bytes");
        if (n > 0) {
            size_t before = r->lexicon->classes_count;
            memcpy(word, p, n);
            word[n] = 0;
            class = enti_lexicon_class(r->lexicon, word);
            if (class < 0) return bad(r, c, "a known class of nouns: there is no room for more");
            enti_add_class(out, class);
            if ((size_t) class >= before) {
                char plural[WORD_LONGEST + 8];
                uint32_t w = enti_lexicon_word(r->lexicon, word, n);
                if (w == 0) return enti_no_memory(r->err);
                enti_add_class(&r->lexicon->words[w].classes, class);
                if (enti_plural(word, plural, sizeof plural) &&
                    (w = enti_lexicon_find(r->lexicon, plural, strlen(plural))) != 0)
                    enti_add_class(&r->lexicon->words[w].classes, class);
            }
        }
        p += n + (p[n] == part);
    }
    return ENT_OK;
}

static bool same_frame(const enti_frame *a, const enti_frame *b) {
    return a->verb == b->verb && a->particles == b->particles &&
           memcmp(a->particle, b->particle, a->particles * sizeof *a->particle) == 0 &&
           strcmp(a->object, b->object) == 0;
}

static ent_status put_row(reader *r, void **rows, size_t *count, size_t *room, const void *row, size_t size) {
    if (*count == *room) {
        size_t more = *room == 0 ? 512 : *room * 2;
        void *grown = enti_realloc(*rows, more, size);
        if (grown == NULL) return enti_no_memory(r->err);
        *rows = grown;
        *room = more;
    }
    memcpy((char *)*rows + (*count)++ * size, row, size);
    return ENT_OK;
}

static ent_status take_frame(reader *r) {
    static const char *const categories[] = {"punish", "threaten", "oppose", "neutral",
                                             "appeal", "promise",  "reward", NULL};
    ent_lexicon *x = r->lexicon;
    enti_frame f = {.order = (uint32_t)x->frames_count};
    ent_status st = ENT_OK;
    int category = among(field(r, 3), strlen(field(r, 3)), categories);
    if (strcmp(field(r, 3), "support") == 0) category = 4;
    if (category < 0) return bad(r, 3, "punish, threaten, oppose, neutral, appeal, promise or reward");
    f.scale = (int8_t)(category - 3);
    ENT_TRY(take_lemma(r, 0, &f.verb));
    ENT_TRY(take_particle(r, 1, &f.particles, f.particle));
    f.any_object = strcmp(field(r, 2), "*") == 0;
    f.has_classes = !f.any_object && *field(r, 2) != 0;
    if (f.has_classes) ENT_TRY(take_classes(r, 2, '|', &f.classes));
    f.object = enti_arena_strdup(&x->arena, field(r, 2));
    if (f.object == NULL) return enti_no_memory(r->err);
    /* Only a user's file can repeat a key of ours; ours are checked by a test, and the search would be quadratic. */
    for (size_t i = 0; x->verb_be != 0 && i < x->frames_count; i++) {
        if (!same_frame(&x->frames[i], &f)) continue;
        x->frames[i].scale = f.scale;
        return ENT_OK;
    }
    st = put_row(r, (void **)&x->frames, &x->frames_count, &x->frames_room, &f, sizeof f);
done:
    return st;
}

static ent_status take_control(reader *r) {
    static const char *const links[] = {"to", "ing", "bare", "object", "that", NULL};
    static const char *const effects[] = {"transparent", "future", "intent", "commit", "attempt", "oblige", "refuse",
                                          "stop",        "threat", "permit", "want",   "command", "fold",   NULL};
    ent_lexicon *x = r->lexicon;
    /* Later rows win: they come first after sorting. */
    enti_control c = {.order = UINT32_MAX - (uint32_t)x->controls_count};
    ent_status st = ENT_OK;
    int link = among(field(r, 2), strlen(field(r, 2)), links),
        effect = among(field(r, 3), strlen(field(r, 3)), effects);
    if (link < 0) return bad(r, 2, "to, ing, bare, object or that");
    if (effect < 0)
        return bad(r, 3,
                   "transparent, future, intent, commit, attempt, oblige, refuse, stop, threat, permit, "
                   "want, command or fold");
    c.link = (enti_complement)(link + ENTI_L_TO);
    c.effect = (enti_control_effect)(effect + ENTI_E_TRANSPARENT);
    ENT_TRY(take_lemma(r, 0, &c.verb));
    ENT_TRY(take_particle(r, 1, &c.particles, c.particle));
    st = put_row(r, (void **)&x->controls, &x->controls_count, &x->controls_room, &c, sizeof c);
done:
    return st;
}

/* ---- words ---- */

static const char *const tag_names[] = {"det",  "dem",  "poss", "pron",  "refl", "rel",  "wh", "sub",
                                        "cond", "that", "conj", "modal", "be",   "have", "do", "to",
                                        "neg",  "prep", "adv",  "adj",   "num",  NULL};
static const char *const feature_names[] = {"",     "quant",  "no",    "neg-thing", "subj", "obj",     "refl",
                                            "each", "future", "would", "oblige",    "can",  "purpose", NULL};

static ent_status take_tag(reader *r, size_t c, uint32_t *tags, uint8_t *feature) {
    static const uint32_t bits[] = {ENTI_DET, ENTI_DEM,  ENTI_POSS, ENTI_PRON, ENTI_REFL,  ENTI_REL, ENTI_WH,
                                    ENTI_SUB, ENTI_COND, ENTI_THAT, ENTI_CONJ, ENTI_MODAL, ENTI_BE,  ENTI_HAVE,
                                    ENTI_DO,  ENTI_TO,   ENTI_NEG,  ENTI_PREP, ENTI_ADV,   ENTI_ADJ, ENTI_NUM};
    int tag = among(field(r, c), strlen(field(r, c)), tag_names);
    int known = among(field(r, c + 1), strlen(field(r, c + 1)), feature_names);
    if (strcmp(field(r, c), "time") == 0) return ENT_OK; /* nouns of time are in nouns.csv */
    if (tag < 0)
        return bad(r, c, "det, dem, poss, pron, rel, wh, sub, cond, that, conj, modal, neg, prep, adv, adj or num");
    if (known < 0) return bad(r, c + 1, "a feature, or nothing");
    *tags |= bits[tag];
    if (known > 0) *feature = (uint8_t)known;
    return ENT_OK;
}

static ent_status take_word(reader *r) {
    uint32_t w, tags = 0;
    uint8_t feature = 0;
    ent_status st = ENT_OK;
    if (too_long(field(r, 0))) return bad(r, 0, "a word of at most 60 bytes");
    ENT_TRY(take_tag(r, 1, &tags, &feature));
    w = enti_lexicon_word(r->lexicon, field(r, 0), strlen(field(r, 0)));
    if (w == 0) return enti_no_memory(r->err);
    r->lexicon->words[w].tags |= tags;
    if (feature != 0) r->lexicon->words[w].feature = feature;
done:
    return st;
}

static ent_status put_noun(reader *r, const char *text, const enti_classes *classes, bool plural) {
    uint32_t w = enti_lexicon_word(r->lexicon, text, strlen(text));
    if (w == 0) return enti_no_memory(r->err);
    r->lexicon->words[w].tags |= ENTI_NOUN;
    if (plural)
        r->lexicon->words[w].plural = true;
    else
        r->lexicon->words[w].singular = true;
    for (int i = 0; i < ENTI_CLASS_WORDS; i++)
        r->lexicon->words[w].classes.bits[i] |= classes->bits[i];
    return ENT_OK;
}

static ent_status take_noun(reader *r) {
    char other[2][WORD_LONGEST + 8], plural[WORD_LONGEST + 16];
    enti_classes classes = {{0}};
    ent_status st = ENT_OK;
    size_t spellings = 1;
    if (too_long(field(r, 0))) return bad(r, 0, "a noun of at most 60 bytes");
    if (strlen(field(r, 1)) > WORD_LONGEST) return bad(r, 1, "a plural of at most 60 bytes");
    ENT_TRY(take_classes(r, 2, ' ', &classes));
    (void)strcpy(other[0], field(r, 0));
    if (enti_other_spelling(other[0], other[1], sizeof other[1])) spellings = 2;
    for (size_t s = 0; s < spellings; s++) {
        ENT_TRY(put_noun(r, other[s], &classes, false));
        if (s == 0 && *field(r, 1) != 0) {
            ENT_TRY(put_noun(r, field(r, 1), &classes, true));
        } else if (enti_plural(other[s], plural, sizeof plural)) {
            ENT_TRY(put_noun(r, plural, &classes, true));
        }
    }
done:
    return st;
}

/* ---- phrases and names ---- */

/* The phrase that `text` spells; its word entry is *word, to be filled by the caller. A text of one word is that word. */
static ent_status put_phrase(reader *r, const char *text, uint32_t *word) {
    ent_lexicon *x = r->lexicon;
    enti_phrase p = {.count = 0};
    uint32_t first = 0, *link;
    ent_status st;
    *word = enti_lexicon_word(x, text, strlen(text));
    if (*word == 0) return enti_no_memory(r->err);
    if (strchr(text, ' ') == NULL) return ENT_OK;
    for (const char *at = text; *at != 0;) {
        size_t n = strcspn(at, " ");
        uint32_t w = n == 0 ? 0 : enti_lexicon_word(x, at, n);
        if (n > 0 && w == 0) return enti_no_memory(r->err);
        if (n > 0 && first == 0)
            first = w;
        else if (n > 0) {
            if (p.count == sizeof p.words / sizeof *p.words) return bad(r, 0, "at most seven words");
            p.words[p.count++] = w;
        }
        at += n + (at[n] == ' ');
    }
    if (p.count == 0) return ENT_OK;
    p.word = *word;
    link = &x->words[first].phrase;
    while (*link != 0 && x->phrases[*link - 1].count > p.count)
        link = &x->phrases[*link - 1].next;
    for (uint32_t same = *link; same != 0; same = x->phrases[same - 1].next)
        if (x->phrases[same - 1].word == *word) return ENT_OK;
    p.next = *link;
    {
        /* The rows may move when they grow: remember the link by place. */
        bool head = link == &x->words[first].phrase;
        size_t at = head ? 0 : (size_t)((const char *)link - (const char *)x->phrases) / sizeof *x->phrases;
        st = put_row(r, (void **)&x->phrases, &x->phrases_count, &x->phrases_room, &p, sizeof p);
        if (st != ENT_OK) return st;
        link = head ? &x->words[first].phrase : &x->phrases[at].next;
        *link = (uint32_t)x->phrases_count;
    }
    return ENT_OK;
}

static ent_status take_phrase(reader *r) {
    uint32_t word, tags = 0;
    uint8_t feature = 0;
    ent_status st = ENT_OK;
    if (too_long(field(r, 0))) return bad(r, 0, "words of at most 60 bytes together");
    ENT_TRY(take_tag(r, 1, &tags, &feature));
    ENT_TRY(put_phrase(r, field(r, 0), &word));
    r->lexicon->words[word].tags |= tags;
    if (feature != 0) r->lexicon->words[word].feature = feature;
done:
    return st;
}

static ent_status find_state(reader *r, const char *iso, uint16_t *out) {
    ent_lexicon *x = r->lexicon;
    const char *copy;
    *out = 0;
    if (*iso == 0) return ENT_OK;
    for (size_t s = 0; s < x->states_count; s++)
        if (strcmp(x->states[s], iso) == 0) {
            *out = (uint16_t)(s + 1);
            return ENT_OK;
        }
    copy = enti_arena_strdup(&x->arena, iso);
    if (copy == NULL) return enti_no_memory(r->err);
    if (x->states_count >= UINT16_MAX - 1) return bad(r, 0, "fewer states");
    *out = (uint16_t)(x->states_count + 1);
    return put_row(r, (void **)&x->states, &x->states_count, &x->states_room, &copy, sizeof copy);
}

static ent_status put_name(reader *r, const char *text, uint16_t state, enti_word_name kind, bool plural) {
    enti_word *w;
    uint32_t index;
    ent_status st = put_phrase(r, text, &index);
    if (st != ENT_OK) return st;
    w = &r->lexicon->words[index];
    w->tags |= ENTI_NAME;
    w->name_kind = (uint8_t)kind;
    w->state = state;
    w->plural = w->plural || plural;
    enti_add_class(&w->classes, ENTI_C_ACTOR);
    return ENT_OK;
}

static ent_status take_state(reader *r) {
    static const char *const kinds[] = {"name", "people", "capital", NULL};
    int kind = among(field(r, 2), strlen(field(r, 2)), kinds);
    char plural[WORD_LONGEST + 8];
    ent_status st = ENT_OK;
    uint16_t state = 0;
    if (strlen(field(r, 0)) > 3) return bad(r, 0, "an ISO code of three letters, or nothing");
    if (too_long(field(r, 1))) return bad(r, 1, "a name of at most 60 bytes");
    if (kind < 0) return bad(r, 2, "name, people or capital");
    ENT_TRY(find_state(r, field(r, 0), &state));
    ENT_TRY(put_name(r, field(r, 1), state, (enti_word_name)(kind + ENTI_NAME_STATE), false));
    if (kind == 1 && enti_plural(field(r, 1), plural, sizeof plural))
        ENT_TRY(put_name(r, plural, state, ENTI_NAME_PEOPLE, true));
done:
    return st;
}

/* ---- tables ---- */

static const struct {
    const char *columns[COLUMNS_MOST];
    size_t needed; /* how many of the columns must be there; the first also tells the table */
    read_row take;
} tables[] = {{{"lemma", "particle", "object", "category"}, 4, take_frame},
              {{"lemma", "particle", "link", "effect"}, 4, take_control},
              {{"lemma", "past", "participle"}, 3, take_irregular},
              {{"word", "tag", "feature"}, 3, take_word},
              {{"phrase", "tag", "feature"}, 3, take_phrase},
              {{"noun", "plural", "classes"}, 3, take_noun},
              {{"iso3", "name", "kind"}, 3, take_state}};

ent_status enti_lexicon_read(ent_lexicon *lexicon, const char *bytes, size_t size, const char *name, ent_error *err) {
    reader r = {.lexicon = lexicon, .name = name, .err = err};
    read_row take = NULL;
    ent_status st = ENT_OK;
    bool more = true;
    ENT_TRY(enti_csv_open_bytes(bytes, size, name, &r.csv, err));
    for (size_t t = 0; t < sizeof tables / sizeof *tables && take == NULL; t++) {
        bool all = true;
        for (size_t c = 0; c < COLUMNS_MOST; c++) {
            r.column[c] = tables[t].columns[c] == NULL ? SIZE_MAX : enti_csv_find(r.csv, tables[t].columns[c]);
            all = all && (c >= tables[t].needed || r.column[c] != SIZE_MAX);
        }
        if (all) take = tables[t].take;
    }
    if (take == NULL) {
        st = ent_fail_at(err, ENT_E_PARSE, name, 1, 0,
                         "no table of the lexicon has these columns; expected such as lemma,particle,object,category");
        goto done;
    }
    while (st == ENT_OK && more) {
        ENT_TRY(enti_csv_next(r.csv, &more, err));
        if (more) st = take(&r);
    }
done:
    enti_csv_close(r.csv);
    return st;
}
