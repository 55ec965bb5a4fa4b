/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes as CSV, out and in again, and overrides: what a reviewer wrote into the column `override` replaces the
 * category, wherever the row stands, and survives a new run over the same text. */
#include "beliefs/coder.h"
#include "ingest/csv.h"

#include <stdlib.h>
#include <string.h>

typedef enum {
    TEXT_ID,
    SPEAKER,
    CCODE,
    DATE,
    VENUE,
    MODE,
    SENTENCE_NO,
    CLAUSE_NO,
    SENTENCE,
    SUBJECT,
    ATTRIBUTION,
    ACTOR_KIND,
    VERB,
    OBJECT,
    CATEGORY,
    SCALE,
    DOMAIN,
    TENSE,
    VOICE,
    NEGATED,
    RULE,
    CONFIDENCE,
    OVERRIDE,
    WORDS,
    COLUMNS
} column;

static const char *const names[COLUMNS] = {
    "text_id",  "speaker", "ccode",       "date",       "venue", "mode",       "sentence_no", "clause_no",
    "sentence", "subject", "attribution", "actor_kind", "verb",  "object",     "category",    "scale",
    "domain",   "tense",   "voice",       "negated",    "rule",  "confidence", "override",    "words"};
static const char *const confidences[] = {"single", "agreed", "disputed"};

/* ---- out ---- */

/* A text that a spreadsheet would take for a formula stays text: the sentence is never the first column. */
static void put_cell(enti_text *out, const char *text) {
    if (text[strcspn(text, ",\"\r\n")] == 0) {
        enti_text_put(out, text, strlen(text));
        return;
    }
    enti_text_put(out, "\"", 1);
    for (const char *p = text; *p != 0; p++)
        enti_text_put(out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
    enti_text_put(out, "\"", 1);
}

static void put_row(enti_text *out, const ent_code *c) {
    const char *const texts[] = {c->text_id, c->speaker, c->state, c->date, c->venue, c->mode};
    const char *const behind[] = {c->sentence, c->subject, c->self ? "self" : "other", c->actor ? "actor" : "non-actor",
                                  c->verb,     c->object,  ent_category_name(c->scale)};
    const char *const last[] = {c->domestic ? "domestic" : "foreign",
                                c->tense,
                                c->passive ? "passive" : "active",
                                c->negated ? "1" : "0",
                                c->rule,
                                confidences[c->confidence],
                                c->override};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        put_cell(out, texts[k]);
        enti_text_put(out, ",", 1);
    }
    enti_text_add(out, "%d,%d,", c->sentence_no, c->clause_no);
    for (size_t k = 0; k < sizeof behind / sizeof *behind; k++) {
        put_cell(out, behind[k]);
        enti_text_put(out, ",", 1);
    }
    enti_text_add(out, "%d", c->scale);
    for (size_t k = 0; k < sizeof last / sizeof *last; k++) {
        enti_text_put(out, ",", 1);
        put_cell(out, last[k]);
    }
    if (c->words > 0)
        enti_text_add(out, ",%d\n", c->words);
    else
        enti_text_put(out, ",\n", 2);
}

ent_status ent_codes_write(const ent_codes *codes, char **out, size_t *size, ent_error *err) {
    enti_text text = {0};
    for (int k = 0; k < COLUMNS; k++)
        enti_text_add(&text, "%s%s", k == 0 ? "" : ",", names[k]);
    enti_text_put(&text, "\n", 1);
    for (size_t k = 0; k < codes->count; k++)
        put_row(&text, &codes->rows[k]);
    if (text.failed) {
        enti_text_clear(&text);
        return enti_no_memory(err);
    }
    *out = text.at;
    *size = text.size;
    return ENT_OK;
}

/* ---- in ---- */

typedef struct {
    enti_csv *csv;
    const char *name;
    size_t at[COLUMNS];
    ent_error *err;
} reader;

static const char *cell(const reader *r, column c) {
    return r->at[c] == SIZE_MAX ? "" : enti_csv_text(r->csv, r->at[c]);
}

static ent_status bad(const reader *r, column c, const char *expected) {
    return ent_fail_at(r->err, ENT_E_PARSE, r->name, enti_csv_row(r->csv),
                       r->at[c] == SIZE_MAX ? 0 : (long)r->at[c] + 1, "%s is \"%.60s\", expected %s", names[c],
                       cell(r, c), expected);
}

static ent_status open_csv(reader *r, const char *bytes, size_t size, const column *needed, size_t count) {
    ent_status st = enti_csv_open_bytes(bytes, size, r->name, &r->csv, r->err);
    if (st != ENT_OK) return st;
    for (int c = 0; c < COLUMNS; c++)
        r->at[c] = enti_csv_find(r->csv, names[c]);
    for (size_t k = 0; k < count; k++)
        if (r->at[needed[k]] == SIZE_MAX)
            return ent_fail_at(r->err, ENT_E_PARSE, r->name, 1, 0, "no column is called %s", names[needed[k]]);
    return ENT_OK;
}

/* Index of a word, -1 for another. */
static int among(const char *text, const char *const *words, int count) {
    for (int k = 0; k < count; k++)
        if (strcmp(text, words[k]) == 0) return k;
    return -1;
}

static ent_status read_words(const reader *r, ent_code *row) {
    static const char *const sides[] = {"other", "self"}, *const kinds[] = {"non-actor", "actor"},
                             *const domains[] = {"foreign", "domestic"};
    static const char *const tenses[] = {"none", "past", "perfect", "present", "future"};
    int side = among(cell(r, ATTRIBUTION), sides, 2), kind = among(cell(r, ACTOR_KIND), kinds, 2),
        domain = among(cell(r, DOMAIN), domains, 2);
    int confidence = among(cell(r, CONFIDENCE), confidences, 3), tense = among(cell(r, TENSE), tenses, 5), scale;
    if (side < 0) return bad(r, ATTRIBUTION, "self or other");
    if (kind < 0) return bad(r, ACTOR_KIND, "actor or non-actor");
    if (domain < 0) return bad(r, DOMAIN, "foreign or domestic");
    if (confidence < 0) return bad(r, CONFIDENCE, "single, agreed or disputed");
    if (tense < 0) return bad(r, TENSE, "past, perfect, present, future or none");
    if (!ent_category_scale(cell(r, CATEGORY), &scale)) return bad(r, CATEGORY, "a category, such as appeal");
    row->scale = scale;
    if (*cell(r, OVERRIDE) != 0 && !ent_category_scale(cell(r, OVERRIDE), &scale))
        return bad(r, OVERRIDE, "a category, such as appeal, or nothing");
    if (*cell(r, OVERRIDE) != 0) row->scale = scale;
    row->self = side == 1;
    row->actor = kind == 1;
    row->domestic = domain == 1;
    row->confidence = (ent_confidence)confidence;
    row->tense = tenses[tense];
    row->passive = strcmp(cell(r, VOICE), "passive") == 0;
    row->negated = strcmp(cell(r, NEGATED), "1") == 0;
    return ENT_OK;
}

static ent_status read_row(const reader *r, enti_codes_own *own) {
    ent_code *row = enti_codes_add(own);
    enti_arena *a = &own->arena;
    int32_t sentence = 0, clause = 0, words = 0;
    ent_status st;
    if (row == NULL) return enti_no_memory(r->err);
    st = read_words(r, row);
    if (st == ENT_OK && r->at[SENTENCE_NO] != SIZE_MAX)
        st = enti_csv_int(r->csv, r->at[SENTENCE_NO], &sentence, r->err);
    if (st == ENT_OK && r->at[CLAUSE_NO] != SIZE_MAX) st = enti_csv_int(r->csv, r->at[CLAUSE_NO], &clause, r->err);
    if (st == ENT_OK && r->at[WORDS] != SIZE_MAX) st = enti_csv_int(r->csv, r->at[WORDS], &words, r->err);
    if (st != ENT_OK) return st;
    row->words = words > 0 ? words : 0;
    row->sentence_no = sentence;
    row->clause_no = clause;
    row->text_id = enti_arena_strdup(a, cell(r, TEXT_ID));
    row->speaker = enti_arena_strdup(a, cell(r, SPEAKER));
    row->state = enti_arena_strdup(a, cell(r, CCODE));
    row->date = enti_arena_strdup(a, cell(r, DATE));
    row->venue = enti_arena_strdup(a, cell(r, VENUE));
    row->mode = enti_arena_strdup(a, cell(r, MODE));
    row->sentence = enti_arena_strdup(a, cell(r, SENTENCE));
    row->subject = enti_arena_strdup(a, cell(r, SUBJECT));
    row->verb = enti_arena_strdup(a, cell(r, VERB));
    row->object = enti_arena_strdup(a, cell(r, OBJECT));
    row->rule = enti_arena_strdup(a, cell(r, RULE));
    row->override = enti_arena_strdup(a, cell(r, OVERRIDE));
    if (a->failed) return enti_no_memory(r->err);
    if (row->scale == 0) own->codes.count--; /* taken out by its reviewer */
    return ENT_OK;
}

ent_status ent_codes_read(const char *bytes, size_t size, const char *name, ent_codes **out, ent_error *err) {
    static const column needed[] = {TEXT_ID,  SENTENCE, ATTRIBUTION, ACTOR_KIND, VERB,
                                    CATEGORY, DOMAIN,   TENSE,       CONFIDENCE, OVERRIDE};
    reader r = {.name = name, .err = err};
    enti_codes_own *own = enti_codes_new();
    ent_status st = ENT_OK;
    bool more = true;
    if (own == NULL) return enti_no_memory(err);
    ENT_TRY(open_csv(&r, bytes, size, needed, sizeof needed / sizeof *needed));
    while (more) {
        ENT_TRY(enti_csv_next(r.csv, &more, err));
        if (more) ENT_TRY(read_row(&r, own));
    }
    *out = &own->codes;
    own = NULL;
done:
    enti_csv_close(r.csv);
    if (own != NULL) ent_codes_free(&own->codes);
    return st;
}

/* ---- overrides ---- */

static ent_status apply(const reader *r, enti_codes_own *own, size_t *applied) {
    int32_t clause = 0;
    int scale = 0;
    ent_status st;
    if (*cell(r, OVERRIDE) == 0) return ENT_OK;
    if (!ent_category_scale(cell(r, OVERRIDE), &scale))
        return bad(r, OVERRIDE, "a category, such as appeal, or nothing");
    st = enti_csv_int(r->csv, r->at[CLAUSE_NO], &clause, r->err);
    if (st != ENT_OK) return st;
    for (size_t k = 0; k < own->codes.count; k++) {
        ent_code *c = &own->codes.rows[k];
        if (c->clause_no != clause || strcmp(c->text_id, cell(r, TEXT_ID)) != 0 ||
            strcmp(c->sentence, cell(r, SENTENCE)) != 0 || strcmp(c->verb, cell(r, VERB)) != 0)
            continue;
        c->override = enti_arena_strdup(&own->arena, cell(r, OVERRIDE));
        if (c->override == NULL) return enti_no_memory(r->err);
        c->scale = scale;
        (*applied)++;
        return ENT_OK;
    }
    return ent_fail_at(
        r->err, ENT_E_MISSING, r->name, enti_csv_row(r->csv), (long)r->at[OVERRIDE] + 1,
        "\"%.40s\" is not a coded verb of clause %d in \"%.60s\" of %.60s: the override has nothing to replace",
        cell(r, VERB), (int)clause, cell(r, SENTENCE), cell(r, TEXT_ID));
}

ent_status ent_codes_override(ent_codes *codes, const char *bytes, size_t size, const char *name, size_t *applied,
                              ent_error *err) {
    static const column needed[] = {TEXT_ID, SENTENCE, CLAUSE_NO, VERB, OVERRIDE};
    reader r = {.name = name, .err = err};
    enti_codes_own *own = codes->own;
    ent_status st = ENT_OK;
    size_t changed = 0, kept = 0;
    bool more = true;
    ENT_TRY(open_csv(&r, bytes, size, needed, sizeof needed / sizeof *needed));
    while (more) {
        ENT_TRY(enti_csv_next(r.csv, &more, err));
        if (more) ENT_TRY(apply(&r, own, &changed));
    }
    for (size_t k = 0; k < codes->count; k++)
        if (codes->rows[k].scale != 0) codes->rows[kept++] = codes->rows[k];
    codes->count = kept;
    if (applied != NULL) *applied = changed;
done:
    enti_csv_close(r.csv);
    return st;
}

/* ---- order of review ---- */

static int urgency(const ent_code *c) {
    return c->confidence == ENT_DISPUTED ? 0 : c->confidence == ENT_SINGLE ? 1 : 2;
}

/* By urgency; rows of one kind keep their order, which their places tell. */
static int by_urgency(const void *a, const void *b) {
    const ent_code *x = a, *y = b;
    int order = urgency(x) - urgency(y);
    if (order == 0) order = strcmp(x->text_id, y->text_id);
    if (order == 0) order = (x->sentence_no > y->sentence_no) - (x->sentence_no < y->sentence_no);
    return order != 0 ? order : (x->clause_no > y->clause_no) - (x->clause_no < y->clause_no);
}

void ent_codes_review(ent_codes *codes) {
    if (codes->count > 1) qsort(codes->rows, codes->count, sizeof *codes->rows, by_urgency);
}
