/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files of coded verbs and of counts, told apart by their header. Both fill the same cells, so that a file of counts
 * made from codes gives the same answers. Every complaint names file, line and column.
 */
#include "beliefs/speeches.h"
#include "ingest/csv.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* clang-format off */
typedef enum {
    C_ID, C_SPEAKER, C_CCODE, C_DATE, C_VENUE, C_MODE, C_WORDS, C_DOMAIN, C_CONFIDENCE, C_ATTRIBUTION, C_CATEGORY,
    C_ACTOR, C_OVERRIDE, C_SENTENCE_NO, C_CLAUSE_NO, C_SENTENCE, C_SUBJECT, C_VERB, C_OBJECT, C_TENSE, C_VOICE,
    C_NEGATED, C_RULE, COLUMNS
} column;
/* clang-format on */

/* A column may go by a second name, which other collections use. */
static const char *const names[COLUMNS][2] = {
    [C_ID] = {"text_id"},
    [C_SPEAKER] = {"speaker", "name"},
    [C_CCODE] = {"ccode", "Ccode"},
    [C_DATE] = {"date"},
    [C_VENUE] = {"venue"},
    [C_MODE] = {"mode"},
    [C_WORDS] = {"words", "Word Count"},
    [C_DOMAIN] = {"domain"},
    [C_CONFIDENCE] = {"confidence"},
    [C_ATTRIBUTION] = {"attribution"},
    [C_CATEGORY] = {"category"},
    [C_ACTOR] = {"actor_kind"},
    [C_OVERRIDE] = {"override"},
    [C_SENTENCE_NO] = {"sentence_no"},
    [C_CLAUSE_NO] = {"clause_no"},
    [C_SENTENCE] = {"sentence"},
    [C_SUBJECT] = {"subject"},
    [C_VERB] = {"verb"},
    [C_OBJECT] = {"object"},
    [C_TENSE] = {"tense"},
    [C_VOICE] = {"voice"},
    [C_NEGATED] = {"negated"},
    [C_RULE] = {"rule"},
};

typedef struct reader {
    ent_speeches *out;
    enti_csv *csv;
    const char *file;
    size_t file_no;
    size_t at[COLUMNS];                             /* SIZE_MAX: not there */
    size_t counts[ENTI_KINDS][ENT_VICS_CATEGORIES]; /* of a file of counts */
} reader;

static size_t find_column(const enti_csv *csv, const char *const aliases[2]) {
    size_t at = enti_csv_find(csv, aliases[0]);
    return at == SIZE_MAX && aliases[1] != NULL ? enti_csv_find(csv, aliases[1]) : at;
}

static const char *text_at(const reader *r, column c) {
    return r->at[c] == SIZE_MAX ? "" : enti_csv_text(r->csv, r->at[c]);
}

/* A complaint about a field of the current row. */
static ent_status wrong(const reader *r, size_t field, const char *expected, ent_error *err) {
    return ent_fail_at(err, ENT_E_PARSE, r->file, enti_csv_row(r->csv), (long)field + 1, "%s is \"%.60s\", expected %s",
                       enti_csv_column(r->csv, field), enti_csv_text(r->csv, field), expected);
}

/* A word of a list; -1 for an empty field. */
static ent_status word_at(const reader *r, column c, const char *const *words, const char *expected, int *out,
                          ent_error *err) {
    const char *text = text_at(r, c);
    *out = *text == 0 ? -1 : enti_place_of_word(text, words);
    return *text != 0 && *out < 0 ? wrong(r, r->at[c], expected, err) : ENT_OK;
}

/* ---- the text a row belongs to ---- */

static ent_status keep(reader *r, const char *text, const char **out, ent_error *err) {
    *out = *text == 0 ? "" : enti_arena_strdup(&r->out->texts, text);
    return *out == NULL ? enti_no_memory(err) : ENT_OK;
}

/* Rows of one text must say the same of it. */
static ent_status same(const reader *r, column c, const char *known, ent_error *err) {
    if (strcmp(text_at(r, c), known) == 0) return ENT_OK;
    return ent_fail_at(
        err, ENT_E_PARSE, r->file, enti_csv_row(r->csv), (long)r->at[c] + 1,
        "%s of text \"%.60s\" is \"%.60s\" here and \"%.60s\" before; give it another text_id or mend it",
        enti_csv_column(r->csv, r->at[c]), text_at(r, C_ID), text_at(r, c), known);
}

static ent_status check_about(const reader *r, ent_error *err) {
    static const char *const expected = "prepared, spontaneous or nothing";
    ent_status st = ENT_OK;
    int mode;
    if (*text_at(r, C_SPEAKER) == 0) return wrong(r, r->at[C_SPEAKER], "who speaks", err);
    if (*text_at(r, C_DATE) != 0 && !enti_is_date(text_at(r, C_DATE)))
        return wrong(r, r->at[C_DATE], "a date as 2014, 2014-06 or 2014-06-20", err);
    ENT_TRY(word_at(r, C_MODE, enti_mode_words, expected, &mode, err));
done:
    return st;
}

static ent_status number_at(const reader *r, column c, double *out, ent_error *err) {
    ent_status st = ENT_OK;
    *out = NAN;
    if (r->at[c] == SIZE_MAX) return ENT_OK;
    ENT_TRY(enti_csv_double(r->csv, r->at[c], out, err));
    if (*out < 0) st = wrong(r, r->at[c], "a number from 0 upwards", err);
done:
    return st;
}

static ent_status integer_at(const reader *r, column c, int *out, ent_error *err) {
    *out = ENT_MISSING;
    return r->at[c] == SIZE_MAX ? ENT_OK : enti_csv_int(r->csv, r->at[c], out, err);
}

/* A COW number, or the three letters that the coder of texts knows states by. */
static ent_status take_state(reader *r, ent_coded_text *about, ent_error *err) {
    const char *text = text_at(r, C_CCODE);
    if (strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3) return keep(r, text, &about->state, err);
    return integer_at(r, C_CCODE, &about->ccode, err);
}

static ent_status check_same(const reader *r, const enti_speech *speech, ent_error *err) {
    ent_status st = ENT_OK;
    if (speech->file_no != r->file_no)
        return ent_fail_at(err, ENT_E_PARSE, r->file, enti_csv_row(r->csv), (long)r->at[C_ID] + 1,
                           "text \"%.60s\" was read from %s already; leave one of the files out", text_at(r, C_ID),
                           speech->about.file);
    ENT_TRY(same(r, C_SPEAKER, speech->about.speaker, err));
    ENT_TRY(same(r, C_DATE, speech->about.date, err));
    ENT_TRY(same(r, C_MODE, speech->about.mode, err));
done:
    return st;
}

/* Finds the text of the row or begins it. A row without an id is a text of its own. */
static ent_status take_text(reader *r, enti_speech **out, ent_error *err) {
    ent_status st = ENT_OK;
    char line[192];
    const char *id = text_at(r, C_ID);
    enti_speech *speech = NULL;
    ENT_TRY(check_about(r, err));
    if (*id == 0) {
        (void)snprintf(line, sizeof line, "%.120s:%ld", r->file, enti_csv_row(r->csv));
        id = line;
    } else {
        speech = enti_speeches_find(r->out, id);
    }
    if (speech != NULL) {
        ENT_TRY(check_same(r, speech, err));
    } else {
        ENT_TRY(enti_speeches_add(r->out, id, &speech, err));
        speech->file_no = r->file_no;
        speech->about.file = r->file;
        ENT_TRY(keep(r, text_at(r, C_SPEAKER), &speech->about.speaker, err));
        ENT_TRY(keep(r, text_at(r, C_DATE), &speech->about.date, err));
        ENT_TRY(keep(r, text_at(r, C_VENUE), &speech->about.venue, err));
        ENT_TRY(keep(r, text_at(r, C_MODE), &speech->about.mode, err));
        ENT_TRY(take_state(r, &speech->about, err));
        ENT_TRY(number_at(r, C_WORDS, &speech->about.words, err));
    }
    *out = speech;
done:
    return st;
}

/* ---- codes ---- */

/* What a person put in place of the code: a category, or "none" for no code at all. Empty keeps the code. */
static ent_status take_override(const reader *r, ent_verb *verb, bool *dropped, ent_error *err) {
    const char *text = text_at(r, C_OVERRIDE);
    int category = enti_place_of_word(strcmp(text, "support") == 0 ? "appeal" : text, enti_vics_words);
    *dropped = false;
    if (*text == 0) return ENT_OK;
    verb->overridden = 1;
    if (strcmp(text, "none") == 0 || strcmp(text, "neutral") == 0)
        *dropped = true;
    else if (category < 0)
        return wrong(r, r->at[C_OVERRIDE], "a category, none, or nothing", err);
    else
        verb->category = category;
    return ENT_OK;
}

static ent_status take_category(const reader *r, ent_verb *verb, ent_error *err) {
    const char *text = text_at(r, C_CATEGORY);
    int category = enti_place_of_word(strcmp(text, "support") == 0 ? "appeal" : text, enti_vics_words);
    verb->category = ENT_MISSING;
    if (strcmp(text, "neutral") == 0) return ENT_OK;
    if (category < 0)
        return wrong(r, r->at[C_CATEGORY], "punish, threaten, oppose, neutral, appeal, promise or reward", err);
    verb->category = category;
    return ENT_OK;
}

static ent_status take_words(reader *r, ent_verb *verb, ent_error *err) {
    ent_status st = ENT_OK;
    ENT_TRY(integer_at(r, C_SENTENCE_NO, &verb->sentence_no, err));
    ENT_TRY(integer_at(r, C_CLAUSE_NO, &verb->clause_no, err));
    ENT_TRY(keep(r, text_at(r, C_SENTENCE), &verb->sentence, err));
    ENT_TRY(keep(r, text_at(r, C_SUBJECT), &verb->subject, err));
    ENT_TRY(keep(r, text_at(r, C_VERB), &verb->verb, err));
    ENT_TRY(keep(r, text_at(r, C_OBJECT), &verb->object, err));
    ENT_TRY(keep(r, text_at(r, C_TENSE), &verb->tense, err));
    ENT_TRY(keep(r, text_at(r, C_VOICE), &verb->voice, err));
    ENT_TRY(keep(r, text_at(r, C_RULE), &verb->rule, err));
    verb->negated = strcmp(text_at(r, C_NEGATED), "1") == 0 || strcmp(text_at(r, C_NEGATED), "yes") == 0;
done:
    return st;
}

static ent_status take_code(reader *r, ent_error *err) {
    static const char *const sides[] = {"self", "other", NULL}, *const kinds[] = {"actor", "non-actor", NULL};
    ent_status st = ENT_OK;
    ent_verb verb = {.line = enti_csv_row(r->csv)};
    enti_speech *speech;
    int side, kind, domain, confidence;
    bool dropped;
    ENT_TRY(take_text(r, &speech, err));
    ENT_TRY(word_at(r, C_ATTRIBUTION, sides, "self or other", &side, err));
    ENT_TRY(word_at(r, C_ACTOR, kinds, "actor, non-actor or nothing", &kind, err));
    ENT_TRY(word_at(r, C_DOMAIN, enti_domain_words, "foreign, domestic or nothing", &domain, err));
    ENT_TRY(word_at(r, C_CONFIDENCE, enti_confidence_words, "agreed, disputed, single or nothing", &confidence, err));
    ENT_TRY(take_category(r, &verb, err));
    if (side < 0 && verb.category != ENT_MISSING) {
        st = wrong(r, r->at[C_ATTRIBUTION], "self or other", err);
        goto done;
    }
    ENT_TRY(take_override(r, &verb, &dropped, err));
    ENT_TRY(take_words(r, &verb, err));
    verb.self = side == 0;
    verb.actor = kind != 1;
    verb.domain = domain < 0 ? "" : enti_domain_words[domain];
    verb.confidence = confidence < 0 ? "" : enti_confidence_words[confidence];
    if (dropped) verb.category = ENT_MISSING;
    ENT_TRY(enti_speeches_add_verb(speech, &verb, err));
    if (verb.category != ENT_MISSING) {
        int subject = verb.self ? ENTI_SELF : verb.actor ? ENTI_ACTOR : ENTI_NONACTOR;
        speech->counts[domain < 0 ? ENTI_ANY_DOMAIN : domain][confidence < 0 ? ENTI_UNSAID : confidence][subject]
                      [verb.category]++;
    }
done:
    return st;
}

/* ---- counts ---- */

static ent_status take_counts(reader *r, ent_error *err) {
    ent_status st = ENT_OK;
    enti_speech *speech;
    int domain, confidence;
    ENT_TRY(take_text(r, &speech, err));
    ENT_TRY(word_at(r, C_DOMAIN, enti_domain_words, "foreign, domestic or nothing", &domain, err));
    ENT_TRY(word_at(r, C_CONFIDENCE, enti_confidence_words, "agreed, disputed, single or nothing", &confidence, err));
    for (int s = 0; s < ENTI_KINDS; s++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++) {
            int32_t count = 0;
            if (r->counts[s][k] == SIZE_MAX) continue; /* only non-actors may be left out */
            ENT_TRY(enti_csv_int(r->csv, r->counts[s][k], &count, err));
            if (count < 0) { /* ENT_MISSING too: a count that is not known is no 0 */
                st = wrong(r, r->counts[s][k], "a count from 0 upwards", err);
                goto done;
            }
            speech->counts[domain < 0 ? ENTI_ANY_DOMAIN : domain][confidence < 0 ? ENTI_UNSAID : confidence][s][k] +=
                count;
        }
done:
    return st;
}

/* ---- files ---- */

static ent_status no_column(const reader *r, const char *name, ent_error *err) {
    return ent_fail_at(err, ENT_E_PARSE, r->file, 1, 0,
                       "the header has no column %s; a file of codes has speaker, attribution and category, a file of "
                       "counts speaker, self_punish to self_reward and other_punish to other_reward",
                       name);
}

/* Finds the columns; *codes tells which of the two a file is. */
static ent_status take_header(reader *r, bool *codes, ent_error *err) {
    static const char *const kinds[ENTI_KINDS] = {"self", "other", "nonactor"};
    for (int c = 0; c < COLUMNS; c++)
        r->at[c] = find_column(r->csv, names[c]);
    *codes = r->at[C_CATEGORY] != SIZE_MAX;
    if (r->at[C_SPEAKER] == SIZE_MAX) return no_column(r, "speaker", err);
    if (*codes) return r->at[C_ATTRIBUTION] == SIZE_MAX ? no_column(r, "attribution", err) : ENT_OK;
    for (int s = 0; s < ENTI_KINDS; s++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++) {
            char name[32];
            (void)snprintf(name, sizeof name, "%s_%s", kinds[s], enti_vics_words[k]);
            r->counts[s][k] = enti_csv_find(r->csv, name);
            if (r->counts[s][k] == SIZE_MAX && (s != ENTI_NONACTOR || r->counts[s][0] != SIZE_MAX))
                return no_column(r, name, err);
        }
    return ENT_OK;
}

static ent_status read_rows(reader *r, ent_error *err) {
    ent_status st = ENT_OK;
    bool more, codes;
    r->file = enti_arena_strdup(&r->out->texts, r->file);
    if (r->file == NULL) return enti_no_memory(err);
    ENT_TRY(take_header(r, &codes, err));
    for (;;) {
        ENT_TRY(enti_csv_next(r->csv, &more, err));
        if (!more) break;
        ENT_TRY(codes ? take_code(r, err) : take_counts(r, err));
    }
done:
    return st;
}

ent_status enti_speeches_read_bytes(const char *bytes, size_t size, const char *name, ent_speeches **out,
                                    ent_error *err) {
    ent_status st = ENT_OK;
    reader r = {.file = name, .out = enti_alloc(1, sizeof(ent_speeches))};
    if (r.out == NULL) return enti_no_memory(err);
    ENT_TRY(enti_csv_open_bytes(bytes, size, name, &r.csv, err));
    ENT_TRY(read_rows(&r, err));
    ENT_TRY(enti_speeches_sort(r.out, err));
    *out = r.out;
    r.out = NULL;
done:
    enti_csv_close(r.csv);
    ent_speeches_free(r.out);
    return st;
}

ent_status ent_speeches_read(const char *const *paths, size_t count, ent_speeches **out, ent_error *err) {
    ent_status st = ENT_OK;
    reader r = {.out = enti_alloc(1, sizeof(ent_speeches))};
    if (r.out == NULL) return enti_no_memory(err);
    for (r.file_no = 0; r.file_no < count; r.file_no++) {
        bool input = strcmp(paths[r.file_no], "-") == 0;
        r.file = input ? "standard input" : paths[r.file_no];
        ENT_TRY(enti_csv_open(input ? "/dev/stdin" : r.file, r.file, &r.csv, err));
        ENT_TRY(read_rows(&r, err));
        enti_csv_close(r.csv);
        r.csv = NULL;
    }
    if (r.out->count == 0) {
        st = ent_fail(err, ENT_E_MISSING, "%s holds no text", count == 1 ? r.file : "none of the files");
        goto done;
    }
    ENT_TRY(enti_speeches_sort(r.out, err));
    *out = r.out;
    r.out = NULL;
done:
    enti_csv_close(r.csv);
    ent_speeches_free(r.out);
    return st;
}
