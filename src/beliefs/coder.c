/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From speeches to rows: each text is checked, cut into sentences, and each sentence goes through the stages in one
 * block of memory that is used again. Rows keep the order of the texts and of the words, so the answer is the same
 * whatever else was coded before. */
#include "beliefs/coder.h"

#include "beliefs/second.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { PIECE = 1 << 16, TELL_EVERY = 64 };

ent_coding ent_coding_default(void) {
    return (ent_coding){.second = true};
}

const char *ent_category_name(int scale) {
    static const char *const names[] = {"punish", "threaten", "oppose", "neutral", "appeal", "promise", "reward"};
    return names[scale >= -3 && scale <= 3 ? scale + 3 : 3];
}

bool ent_category_scale(const char *name, int *scale) {
    for (int k = -3; k <= 3; k++) {
        if (strcmp(name, ent_category_name(k)) != 0 && !(k == 1 && strcmp(name, "support") == 0)) continue;
        *scale = k;
        return true;
    }
    return false;
}

bool ent_lexicon_knows(const ent_lexicon *x, const char *iso3) {
    for (size_t s = 0; s < x->states_count; s++)
        if (strcmp(x->states[s], iso3) == 0) return true;
    return false;
}

ent_status ent_text_read(const char *path, char **bytes, size_t *size, ent_error *err) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    enti_text text = {0};
    char *piece = NULL;
    size_t got;
    ent_status st = ENT_OK;
    if (file == NULL) return ent_fail_at(err, ENT_E_IO, path, 0, 0, "cannot be opened: %s", strerror(errno));
    piece = enti_alloc(PIECE, 1);
    if (piece == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    errno = 0;
    while ((got = fread(piece, 1, PIECE, file)) > 0)
        enti_text_put(&text, piece, got);
    if (ferror(file)) {
        st =
            ent_fail_at(err, ENT_E_IO, standard ? "standard input" : path, 0, 0, "cannot be read: %s", strerror(errno));
        goto done;
    }
    enti_text_put(&text, "", 0);
    if (text.at == NULL && !text.failed) text.at = enti_alloc(1, 1);
    if (text.failed || text.at == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    *bytes = text.at;
    *size = text.size;
    text = (enti_text){0};
done:
    if (!standard) (void)fclose(file); /* only read from */
    ent_free(piece);
    enti_text_clear(&text);
    return st;
}

/* ---- rows ---- */

enti_codes_own *enti_codes_new(void) {
    enti_codes_own *own = enti_alloc(1, sizeof *own);
    if (own != NULL) own->codes.own = own;
    return own;
}

ent_code *enti_codes_add(enti_codes_own *own) {
    ent_codes *c = &own->codes;
    ent_code *row;
    if (c->count == own->room) {
        size_t room = own->room == 0 ? 256 : own->room * 2;
        ent_code *grown = enti_realloc(c->rows, room, sizeof *grown);
        if (grown == NULL) return NULL;
        c->rows = grown;
        own->room = room;
    }
    row = &c->rows[c->count++];
    *row = (ent_code){.text_id = "",
                      .speaker = "",
                      .state = "",
                      .date = "",
                      .venue = "",
                      .mode = "",
                      .sentence = "",
                      .subject = "",
                      .verb = "",
                      .object = "",
                      .tense = "none",
                      .rule = "",
                      .override = "",
                      .actor = true};
    return row;
}

void ent_codes_free(ent_codes *codes) {
    enti_codes_own *own;
    if (codes == NULL) return;
    own = codes->own;
    ent_free(codes->rows);
    enti_arena_clear(&own->arena);
    ent_free(own);
}

static const char *copy_bytes(enti_arena *arena, const char *from, size_t size) {
    char *copy = enti_arena_alloc(arena, size + 1, 1);
    if (copy == NULL) return "";
    memcpy(copy, from, size);
    return copy;
}

const char *enti_token_text(enti_arena *arena, const enti_sentence *s, int first, int last) {
    if (first < 0 || last < first) return "";
    return copy_bytes(arena, s->text + s->token[first].start, s->token[last].end - s->token[first].start);
}

static const char *np_text(enti_arena *arena, const enti_sentence *s, int np) {
    int last = np;
    if (np < 0) return "";
    for (int steps = 0; s->np[last].next > last && steps < 8; steps++)
        last = s->np[last].next;
    if (s->np[last].of > last) last = s->np[last].of;
    return enti_token_text(arena, s, s->np[np].first, s->np[last].last);
}

/* Lemma with particle; a control verb before what it controls. */
static const char *verb_text(enti_arena *arena, const enti_sentence *s, const enti_code *code) {
    const ent_lexicon *x = s->lexicon;
    const enti_frame *f = code->frame;
    enti_text text = {0};
    const char *out;
    uint16_t outer = enti_token_verb(s, s->clause[code->clause].verb), inner = f->verb;
    if (s->token[s->clause[code->clause].verb].tag == ENTI_BE) outer = x->verb_be;
    if (code->leaf != code->clause && outer != 0 && outer != inner)
        enti_text_add(&text, "%s ... ", x->verbs[outer - 1].lemma);
    enti_text_add(&text, "%s", x->verbs[inner - 1].lemma);
    for (int k = 0; k < f->particles; k++)
        enti_text_add(&text, " %s", x->words[f->particle[k]].text);
    out = text.failed ? "" : copy_bytes(arena, text.at, text.size);
    if (text.failed) arena->failed = true;
    enti_text_clear(&text);
    return out;
}

/* The frame with its own value, then every rule that took part. */
static const char *rule_text(enti_arena *arena, const ent_lexicon *x, const enti_code *code) {
    const enti_frame *f = code->frame;
    enti_text text = {0};
    const char *out;
    enti_text_add(&text, "%s", x->verbs[f->verb - 1].lemma);
    for (int k = 0; k < f->particles; k++)
        enti_text_add(&text, " %s", x->words[f->particle[k]].text);
    if (*f->object != 0) enti_text_add(&text, " @%s", f->object);
    enti_text_add(&text, "=%s", ent_category_name(f->scale));
    for (int r = 0; r < ENTI_R_COUNT; r++)
        if ((code->rules >> r & 1) != 0) enti_text_add(&text, " > %s", enti_rule_names[r]);
    out = text.failed ? "" : copy_bytes(arena, text.at, text.size);
    if (text.failed) arena->failed = true;
    enti_text_clear(&text);
    return out;
}

static const char *tense_name(const enti_clause *c) {
    static const char *const names[] = {"none", "past", "perfect", "present", "future"};
    return names[c->tense];
}

typedef struct {
    const ent_lexicon *lexicon;
    const ent_coding *options;
    enti_second *second;
    enti_codes_own *own;
    enti_sentence *sentence, *spare;
    size_t all; /* sentences to come, for progress */
} coder;

static ent_status add_rows(coder *x, const ent_speech *speech, int sentence_no, const enti_code *codes, int count,
                           const enti_second_codes *second, ent_error *err) {
    enti_arena *arena = &x->own->arena;
    const enti_sentence *s = x->sentence;
    const char *text = copy_bytes(arena, s->text + s->start, s->end - s->start);
    for (int k = 0; k < count; k++) {
        const enti_code *c = &codes[k];
        ent_code *row = enti_codes_add(x->own);
        if (row == NULL) return enti_no_memory(err);
        row->sentence_no = sentence_no;
        row->clause_no = c->leaf + 1;
        row->sentence = text;
        row->subject = np_text(arena, s, c->subject);
        row->self = c->self;
        row->actor = c->actor;
        row->verb = verb_text(arena, s, c);
        row->object = np_text(arena, s, c->object);
        row->scale = c->scale;
        row->domestic = c->domestic;
        row->tense = tense_name(&s->clause[c->clause]);
        row->passive = s->clause[c->leaf].passive;
        row->negated = c->negated;
        row->rule = rule_text(arena, x->lexicon, c);
        row->confidence = enti_second_compare(second, s, c);
        row->text_id = speech->id;
        row->speaker = speech->speaker;
        row->state = speech->state;
        row->date = speech->date != NULL ? speech->date : "";
        row->venue = speech->venue != NULL ? speech->venue : "";
        row->mode = speech->mode != NULL ? speech->mode : "";
    }
    return ENT_OK;
}

/* ---- texts ---- */

static void place_of(const char *text, size_t at, long *row, long *column) {
    *row = *column = 1;
    for (size_t i = 0; i < at; i++) {
        (*column)++;
        if (text[i] == '\n') {
            (*row)++;
            *column = 1;
        }
    }
}

ent_status enti_speaker_of(const ent_lexicon *x, const ent_speech *speech, enti_speaker *out, ent_error *err) {
    const char *space;
    *out = (enti_speaker){.state = 0};
    if (speech->id == NULL || *speech->id == 0) return ent_fail(err, ENT_E_ARG, "a text has no id");
    if (speech->speaker == NULL || *speech->speaker == 0)
        return ent_fail_at(err, ENT_E_ARG, speech->id, 0, 0, "no speaker given: say whose words these are");
    if (speech->state == NULL || *speech->state == 0)
        return ent_fail_at(err, ENT_E_ARG, speech->id, 0, 0, "no state given: it decides what \"we\" means");
    for (size_t s = 0; s < x->states_count; s++)
        if (strcmp(x->states[s], speech->state) == 0) out->state = (uint16_t)(s + 1);
    if (out->state == 0)
        return ent_fail_at(err, ENT_E_RANGE, speech->id, 0, 0, "no state has the ISO code \"%.20s\" in the lexicon",
                           speech->state);
    space = strrchr(speech->speaker, ' ');
    out->surname = space != NULL ? space + 1 : speech->speaker;
    out->surname_size = strlen(out->surname);
    return ENT_OK;
}

static ent_status check_text(const ent_speech *speech, ent_error *err) {
    size_t at = 0;
    long row, column;
    bool ink = false;
    if (!enti_text_check(speech->text, speech->size, &at)) {
        place_of(speech->text, at, &row, &column);
        return ent_fail_at(err, ENT_E_PARSE, speech->id, row, column, "byte 0x%02x is %s; expected text in UTF-8",
                           (unsigned)(unsigned char)speech->text[at], speech->text[at] == 0 ? "binary" : "not UTF-8");
    }
    for (size_t i = 0; i < speech->size && !ink; i++)
        ink = (unsigned char)speech->text[i] > ' ';
    return ink ? ENT_OK : ent_fail_at(err, ENT_E_PARSE, speech->id, 1, 1, "the text is empty");
}

static ent_status code_speech(coder *x, const ent_speech *speech, ent_error *err) {
    enti_splitter splitter = {.text = speech->text, .size = speech->size};
    enti_codes_own *own = x->own;
    ent_coverage *cover = &own->codes.coverage;
    enti_speaker speaker;
    ent_status st = ENT_OK;
    size_t first = own->codes.count, before = cover->words;
    int number = 0;
    ENT_TRY(enti_speaker_of(x->lexicon, speech, &speaker, err));
    ENT_TRY(check_text(speech, err));
    cover->texts++;
    cover->bytes += speech->size;
    while (enti_sentence_next(&splitter, x->lexicon, x->sentence)) {
        enti_sentence *s = x->sentence;
        enti_code codes[ENTI_CODES_MOST];
        enti_second_codes reading = {.made = false};
        int count;
        number++;
        cover->sentences++;
        cover->words += (size_t)s->words;
        cover->known_words += (size_t)s->known;
        if (s->words > 3 && s->known * 2 < s->words) {
            cover->not_english++;
            continue;
        }
        enti_sentence_tag(s);
        enti_sentence_clauses(s);
        for (int k = 0; k < s->clauses; k++)
            cover->clauses += s->clause[k].subject >= 0;
        count = enti_vics_code(s, &speaker, x->options->relatives, codes);
        if (x->second != NULL)
            ENT_TRY(enti_second_read(x->second, s, x->spare, &speaker, x->options->relatives, cover, &reading, err));
        if (count > 0) ENT_TRY(add_rows(x, speech, number, codes, count, &reading, err));
        if (x->options->progress != NULL && cover->sentences % TELL_EVERY == 0 &&
            !x->options->progress(x->options->context, cover->sentences, x->all)) {
            st = ent_fail(err, ENT_E_CANCELLED, "coding was stopped after %zu sentences", cover->sentences);
            goto done;
        }
    }
    for (size_t k = first; k < own->codes.count; k++)
        own->codes.rows[k].words = (int)(cover->words - before);
done:
    return st;
}

/* Rows keep the ids, not the caller's texts. */
static ent_status keep_speech(enti_codes_own *own, const ent_speech *from, ent_speech *to, ent_error *err) {
    *to = *from;
    if (from->id != NULL) to->id = enti_arena_strdup(&own->arena, from->id);
    if (from->speaker != NULL) to->speaker = enti_arena_strdup(&own->arena, from->speaker);
    if (from->state != NULL) to->state = enti_arena_strdup(&own->arena, from->state);
    if (from->date != NULL) to->date = enti_arena_strdup(&own->arena, from->date);
    if (from->venue != NULL) to->venue = enti_arena_strdup(&own->arena, from->venue);
    if (from->mode != NULL) to->mode = enti_arena_strdup(&own->arena, from->mode);
    return own->arena.failed ? enti_no_memory(err) : ENT_OK;
}

/* Sentences of all texts, for progress. */
static size_t count_sentences(coder *x, const ent_speech *speeches, size_t count) {
    size_t n = 0;
    for (size_t k = 0; k < count; k++) {
        enti_splitter splitter = {.text = speeches[k].text, .size = speeches[k].size};
        while (enti_sentence_next(&splitter, x->lexicon, x->sentence))
            n++;
    }
    return n;
}

ent_status ent_beliefs_code(const ent_lexicon *lexicon, const ent_speech *speeches, size_t count,
                            const ent_coding *options, ent_codes **out, ent_error *err) {
    const ent_coding standard = ent_coding_default();
    coder x = {.lexicon = lexicon, .options = options != NULL ? options : &standard};
    ent_status st = ENT_OK;
    x.own = enti_codes_new();
    x.sentence = enti_alloc(1, sizeof *x.sentence);
    x.spare = enti_alloc(1, sizeof *x.spare);
    if (x.own == NULL || x.sentence == NULL || x.spare == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (x.options->second) ENT_TRY(enti_second_open(x.options->cache, &x.own->codes.coverage, &x.second, err));
    if (x.options->progress != NULL) x.all = count_sentences(&x, speeches, count);
    for (size_t k = 0; k < count; k++) {
        ent_speech kept;
        ENT_TRY(keep_speech(x.own, &speeches[k], &kept, err));
        ENT_TRY(code_speech(&x, &kept, err));
    }
    if (x.own->arena.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    if (x.second != NULL) ENT_TRY(enti_second_save(x.second, err));
    *out = &x.own->codes;
    x.own = NULL;
done:
    enti_second_close(x.second);
    ent_free(x.sentence);
    ent_free(x.spare);
    if (x.own != NULL) ent_codes_free(&x.own->codes);
    return st;
}
