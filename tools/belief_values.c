/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * belief_values CORPUS_DIR DATA_DIR [CACHE]: codes the speeches that CORPUS_DIR/index.csv lists and writes what may be
 * published of them: counts by speech (DATA_DIR/speech_counts.csv) and indices by leader and period with errors from
 * resampling the speeches (DATA_DIR/operational_codes.csv). With a CACHE second opinions are asked for and kept there:
 * they take most of the time, and change which codes are agreed but none of the indices of all codes. The texts
 * themselves are not in the tree. To be run again whenever the coder or its lexicon changes; the same speeches give the
 * same bytes. Not installed.
 */
#include "beliefs/speeches.h"
#include "ingest/csv.h"

#include <entente/beliefs_text.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Whom the corpus calls what, and what its texts are worth. */
static const struct leader {
    const char *folder, *name, *state, *source;
    int code, demonstration;
} leaders[] = {
    {"abbott", "Tony Abbott", "AUS", "pm-transcripts", 900, 0},
    {"obama", "Barack Obama", "USA", "sotu-texts", 2, 0},
    {"putin", "Vladimir Putin", "RUS", "kremlin-transcripts", 365, 0},
    {"xi", "Xi Jinping", "CHN", "kremlin-transcripts", 710, 1}, /* statements beside Putin, in translation */
};

/* Periods within which a leader's speeches are pooled; those of one leader do not overlap. */
static const struct period {
    size_t leader;
    int first, last;
} periods[] = {{0, 2013, 2015}, {1, 2009, 2012}, {1, 2013, 2015}, {2, 2012, 2014}, {2, 2016, 2019}, {3, 2016, 2019}};

enum { LEADERS = sizeof leaders / sizeof *leaders, PERIODS = sizeof periods / sizeof *periods, FEW_TEXTS = 10 };

typedef struct work {
    const char *corpus;
    enti_csv *index;
    ent_lexicon *lexicon;
    ent_speeches *speeches;
    enti_arena arena;
    ent_coding coding;
    size_t done, seconds;
} work;

static const char *field(const work *w, const char *name) {
    size_t at = enti_csv_find(w->index, name);
    return at == SIZE_MAX ? "" : enti_csv_text(w->index, at);
}

static const struct leader *leader_of(const char *folder) {
    for (size_t i = 0; i < LEADERS; i++)
        if (strcmp(leaders[i].folder, folder) == 0) return &leaders[i];
    return NULL;
}

static const struct leader *leader_named(const char *name) {
    for (size_t i = 0; i < LEADERS; i++)
        if (strcmp(leaders[i].name, name) == 0) return &leaders[i];
    return NULL;
}

static int category_of(int scale) {
    static const int places[] = {ENT_VICS_PUNISH, ENT_VICS_THREATEN, ENT_VICS_OPPOSE, ENT_MISSING,
                                 ENT_VICS_APPEAL, ENT_VICS_PROMISE,  ENT_VICS_REWARD};
    return scale >= -3 && scale <= 3 ? places[scale + 3] : ENT_MISSING;
}

static int level_of(ent_confidence confidence) {
    return confidence == ENT_AGREED ? ENTI_AGREED : confidence == ENT_DISPUTED ? ENTI_DISPUTED : ENTI_SINGLE;
}

/* ---- one speech ---- */

static ent_status code_text(work *w, const struct leader *l, const char *text, size_t size, ent_error *err) {
    ent_status st = ENT_OK;
    ent_speech speech = {.id = field(w, "file"), .speaker = l->name, .state = l->state, .text = text, .size = size};
    ent_codes *codes = NULL;
    enti_speech *out;
    double words = NAN;
    ENT_TRY(ent_beliefs_code(w->lexicon, &speech, 1, &w->coding, &codes, err));
    ENT_TRY(enti_csv_double(w->index, enti_csv_find(w->index, "words"), &words, err));
    ENT_TRY(enti_speeches_add(w->speeches, speech.id, &out, err));
    out->about.speaker = l->name;
    out->about.ccode = l->code;
    out->about.words = words;
    out->about.demonstration = l->demonstration;
    out->about.date = enti_arena_strdup(&w->arena, field(w, "date"));
    out->about.venue = enti_arena_strdup(&w->arena, field(w, "title"));
    out->about.file = enti_arena_strdup(&w->arena, field(w, "source")); /* where it was published */
    /* Transcripts mix prepared and spontaneous speech. */
    out->about.mode = strncmp(field(w, "kind"), "transcript", 10) == 0 ? "" : "prepared";
    for (size_t i = 0; i < codes->count; i++) {
        const ent_code *c = &codes->rows[i];
        int category = category_of(c->scale), who = c->self ? ENTI_SELF : c->actor ? ENTI_ACTOR : ENTI_NONACTOR;
        if (category == ENT_MISSING) continue;
        out->counts[c->domestic ? ENTI_DOMESTIC : ENTI_FOREIGN][level_of(c->confidence)][who][category]++;
    }
    w->seconds += codes->coverage.second;
    fprintf(stderr, "%3zu %s: %zu codes, %zu of %zu sentences with a second opinion\n", ++w->done, speech.id,
            codes->count, codes->coverage.second, codes->coverage.sentences);
    if (w->arena.failed) st = enti_no_memory(err);
done:
    ent_codes_free(codes);
    return st;
}

static ent_status code_all(work *w, ent_error *err) {
    ent_status st = ENT_OK;
    char *path, *text = NULL;
    size_t size;
    bool more;
    for (;;) {
        const struct leader *l;
        ENT_TRY(enti_csv_next(w->index, &more, err));
        if (!more) break;
        l = leader_of(field(w, "leader"));
        if (l == NULL) continue; /* heads of many delegations, one speech each */
        path = enti_arena_printf(&w->arena, "%s/%s", w->corpus, field(w, "file"));
        if (path == NULL) {
            st = enti_no_memory(err);
            goto done;
        }
        ENT_TRY(ent_text_read(path, &text, &size, err));
        ENT_TRY(code_text(w, l, text, size, err));
        ent_free(text);
        text = NULL;
    }
    ENT_TRY(enti_speeches_sort(w->speeches, err));
done:
    ent_free(text);
    return st;
}

/* ---- what is written ---- */

static void put_cell(enti_text *out, const char *text) {
    bool plain = text[strcspn(text, ",\"\r\n")] == 0;
    if (!plain) enti_text_put(out, "\"", 1);
    for (; *text != 0; text++)
        enti_text_put(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    enti_text_put(out, plain ? "," : "\",", plain ? 1 : 2);
}

static void put_counts(enti_text *out, const enti_speech *s, int domain, int level) {
    const struct leader *l = leader_named(s->about.speaker);
    put_cell(out, s->about.id);
    enti_text_add(out, "%d,", l->code);
    put_cell(out, l->name);
    put_cell(out, s->about.date);
    put_cell(out, s->about.venue);
    put_cell(out, s->about.mode);
    enti_text_add(out, "%.0f,%s,%s", s->about.words, enti_domain_words[domain], enti_confidence_words[level]);
    for (int kind = 0; kind < ENTI_KINDS; kind++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            enti_text_add(out, ",%.0f", s->counts[domain][level][kind][k]);
    enti_text_add(out, ",%d,%s,", l->demonstration, l->source);
    put_cell(out, s->about.file);
    out->at[out->size - 1] = '\n';
}

static bool any_code(const enti_speech *s, int domain, int level) {
    for (int kind = 0; kind < ENTI_KINDS; kind++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            if (s->counts[domain][level][kind][k] > 0) return true;
    return false;
}

static void counts_table(const work *w, enti_text *out) {
    static const char *const kinds[ENTI_KINDS] = {"self", "other", "nonactor"};
    enti_text_add(out, "text_id,code,leader,date,venue,mode,words,domain,confidence");
    for (int kind = 0; kind < ENTI_KINDS; kind++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            enti_text_add(out, ",%s_%s", kinds[kind], enti_vics_words[k]);
    enti_text_add(out, ",demonstration,source,citation\n");
    for (size_t i = 0; i < w->speeches->count; i++) {
        const enti_speech *s = w->speeches->sorted[i];
        bool found = false;
        for (int d = 0; d < ENTI_ANY_DOMAIN; d++)
            for (int level = 0; level < ENTI_UNSAID; level++)
                if (any_code(s, d, level)) {
                    put_counts(out, s, d, level);
                    found = true;
                }
        if (!found) put_counts(out, s, ENTI_FOREIGN, ENTI_SINGLE); /* read, and nothing found */
    }
}

static void put_number(enti_text *out, double value) {
    if (!isnan(value)) enti_text_add(out, "%.4f", value);
    enti_text_put(out, ",", 1);
}

/* A row for a leader in a period; none where an index is not defined. */
static ent_status put_period(const work *w, const struct period *p, enti_text *out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_belief_options o = ent_belief_options_default();
    ent_belief_index *answer = NULL;
    const struct leader *leader = &leaders[p->leader];
    o.first = p->first;
    o.last = p->last;
    ENT_TRY(ent_belief_index_run(w->speeches, &o, &answer, err));
    for (size_t l = 0; l < answer->leaders_count; l++) {
        const ent_belief_leader *a = &answer->leaders[l];
        const ent_belief_sample *s = &a->sample[0];
        if (strcmp(a->speaker, leader->name) != 0 || isnan(s->pooled.value[ENT_BELIEF_P1]) ||
            isnan(s->pooled.value[ENT_BELIEF_I1]))
            continue;
        enti_text_add(out, "%d,%s,%d,%d,", leader->code, leader->name, p->first, p->last);
        put_number(out, s->pooled.value[ENT_BELIEF_P1]);
        put_number(out, s->se[ENT_BELIEF_P1]);
        put_number(out, s->pooled.value[ENT_BELIEF_I1]);
        put_number(out, s->se[ENT_BELIEF_I1]);
        enti_text_add(out, "%zu,%.0f,%s,%s,\"speech_counts.csv: foreign domain, other is actors, all codes%s\",%s\n",
                      a->texts_count, s->pooled.self + s->pooled.other,
                      leader->demonstration ? "demonstration" : "measured", leader->source,
                      leader->demonstration ? "; statements beside Putin in translation, no one's operational code"
                                            : "",
                      leader->demonstration || a->texts_count < FEW_TEXTS ? "low" : "medium");
    }
done:
    ent_belief_index_free(answer);
    return st;
}

static ent_status write_file(const char *folder, const char *name, enti_text *text, ent_error *err) {
    char path[1024];
    FILE *file;
    bool good;
    if (text->failed) return enti_no_memory(err);
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "wb");
    good = file != NULL && fwrite(text->at, 1, text->size, file) == text->size;
    if (file != NULL && fclose(file) != 0) good = false;
    return good ? ENT_OK : ent_fail(err, ENT_E_IO, "%s cannot be written", path);
}

static ent_status write_all(const work *w, const char *folder, ent_error *err) {
    ent_status st = ENT_OK;
    enti_text counts = {0}, values = {0};
    counts_table(w, &counts);
    ENT_TRY(write_file(folder, "speech_counts.csv", &counts, err));
    enti_text_add(&values, "code,leader,start,end,p1,p1_se,i1,i1_se,speeches,codes,basis,source,citation,confidence\n");
    for (size_t p = 0; p < PERIODS; p++)
        ENT_TRY(put_period(w, &periods[p], &values, err));
    ENT_TRY(write_file(folder, "operational_codes.csv", &values, err));
done:
    enti_text_clear(&counts);
    enti_text_clear(&values);
    return st;
}

int main(int argc, char **argv) {
    ent_status st = ENT_OK;
    ent_error error = {0}, *err = &error;
    work w = {.speeches = NULL};
    char *path;
    if (argc != 3 && argc != 4) {
        fprintf(stderr, "usage: belief_values CORPUS_DIR DATA_DIR [CACHE]\n");
        return 2;
    }
    w.corpus = argv[1];
    w.coding = ent_coding_default();
    w.coding.cache = argc == 4 ? argv[3] : NULL;
    w.coding.second = argc == 4;
    w.speeches = enti_alloc(1, sizeof *w.speeches);
    path = enti_arena_printf(&w.arena, "%s/index.csv", argv[1]);
    if (w.speeches == NULL || path == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_csv_open(path, "index.csv", &w.index, err));
    ENT_TRY(ent_lexicon_open(NULL, 0, &w.lexicon, err));
    ENT_TRY(code_all(&w, err));
    ENT_TRY(write_all(&w, argv[2], err));
    if (w.seconds == 0) fprintf(stderr, "belief_values: no second opinion (link-grammar): no code is agreed\n");
done:
    if (st != ENT_OK) fprintf(stderr, "belief_values: %s\n", error.message);
    ent_lexicon_close(w.lexicon);
    enti_csv_close(w.index);
    ent_speeches_free(w.speeches);
    enti_arena_clear(&w.arena);
    return st == ENT_OK ? 0 : 1;
}
