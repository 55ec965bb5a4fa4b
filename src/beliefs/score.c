/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes against labels made by hand. Within a sentence labels and codes are paired so that as many as possible agree:
 * first those equal in attribution and category, then in attribution and sign, then in attribution alone, then the
 * rest in order. What stays without a partner is a label missed or a code too many. */
#include "beliefs/coder.h"
#include "ingest/csv.h"

#include <string.h>

enum { LABELS_MOST = 32, COLUMNS = 7 };

typedef struct {
    const char *id, *sentence, *attribution, *note, *state;
    int scale;
} label;

typedef struct {
    const ent_lexicon *lexicon;
    ent_coding options;
    ent_score *score;
    enti_text *wrong;
} scorer;

static ent_score_rule *rule_row(ent_score *score, const char *rule, size_t size) {
    for (size_t k = 0; k < score->rules_count; k++)
        if (strlen(score->rules[k].rule) == size && memcmp(score->rules[k].rule, rule, size) == 0)
            return &score->rules[k];
    if (score->rules_count == ENT_SCORE_RULES || size >= sizeof score->rules[0].rule) return NULL;
    memcpy(score->rules[score->rules_count].rule, rule, size);
    score->rules[score->rules_count].rule[size] = 0;
    return &score->rules[score->rules_count++];
}

/* Every rule of a code made: the kind of frame, then those behind it. */
static void count_made(ent_score *score, const ent_code *code, bool right) {
    const char *p = strchr(code->rule, '=');
    while (p != NULL) {
        const char *from = *p == '=' ? p + 1 : p + 3, *to = strstr(from, " > ");
        ent_score_rule *r = rule_row(score, from, to != NULL ? (size_t)(to - from) : strlen(from));
        if (r != NULL) {
            r->made++;
            r->right += right;
        }
        p = to;
    }
}

/* The construction that a note names: what follows "; ", up to the next one. */
static void count_labelled(ent_score *score, const char *note, bool found) {
    const char *from = strstr(note, "; ");
    char key[48] = "label: ";
    size_t n;
    ent_score_rule *r;
    if (from == NULL) return;
    from += 2;
    n = strcspn(from, ";,=");
    if (n > 32) n = 32;
    memcpy(key + 7, from, n);
    r = rule_row(score, key, n + 7);
    if (r == NULL) return;
    r->labelled++;
    r->found += found;
}

static bool same_side(const label *l, const ent_code *c) {
    return strcmp(l->attribution, c->self ? "self" : "other") == 0;
}

/* How well a label and a code agree: 3 category, 2 sign, 1 attribution, 0 nothing. */
static int agreement(const label *l, const ent_code *c) {
    if (!same_side(l, c)) return 0;
    if (l->scale == c->scale) return 3;
    return (l->scale > 0) == (c->scale > 0) ? 2 : 1;
}

static void say_wrong(scorer *x, const label *l, const ent_code *c) {
    if (x->wrong == NULL) return;
    enti_text_add(x->wrong, "%s\t%s %d\t", l->id, l->attribution, l->scale);
    if (c != NULL)
        enti_text_add(x->wrong, "%s %d (%s)", c->self ? "self" : "other", c->scale, c->rule);
    else
        enti_text_add(x->wrong, "no code");
    enti_text_add(x->wrong, "\t%s\n", l->sentence);
}

static void score_sentence(scorer *x, const label *labels, int count, const ent_code **codes, int coded) {
    ent_score *score = x->score;
    int partner[LABELS_MOST];
    bool used[LABELS_MOST] = {false};
    score->sentences++;
    for (int l = 0; l < count; l++)
        partner[l] = -1;
    for (int level = 3; level >= 0; level--)
        for (int l = 0; l < count; l++)
            for (int c = 0; c < coded && partner[l] < 0 && labels[l].scale != 0; c++)
                if (!used[c] && agreement(&labels[l], codes[c]) == level) {
                    partner[l] = c;
                    used[c] = true;
                }
    for (int l = 0; l < count; l++) {
        const ent_code *c = partner[l] >= 0 ? codes[partner[l]] : NULL;
        int level = c != NULL ? agreement(&labels[l], c) : 0;
        bool neutral = labels[l].scale == 0;
        score->confusion[labels[l].scale + 3][neutral     ? (coded > 0 ? codes[0]->scale + 3 : 7)
                                              : c != NULL ? c->scale + 3
                                                          : 7]++;
        count_labelled(score, labels[l].note, neutral ? coded == 0 : level == 3);
        if (neutral) {
            score->neutral++;
            score->neutral_left_alone += coded == 0;
            continue;
        }
        score->codable++;
        score->attribution_right += level >= 1;
        score->polarity_right += level >= 2;
        score->category_right += level == 3;
        if (c != NULL) count_made(score, c, level == 3);
        if (level < 3) say_wrong(x, &labels[l], c);
    }
    for (int c = 0; c < coded; c++) {
        if (used[c]) continue;
        score->extra++;
        count_made(score, codes[c], false);
        if (x->wrong != NULL)
            enti_text_add(x->wrong, "%s\textra\t%s %d (%s)\t%s\n", labels[0].id, codes[c]->self ? "self" : "other",
                          codes[c]->scale, codes[c]->rule, labels[0].sentence);
    }
}

/* Labels of one sentence, coded as a text of their own. */
static ent_status score_group(scorer *x, const label *labels, int count, ent_error *err) {
    ent_speech speech = {.id = labels[0].id,
                         .speaker = "?",
                         .state = labels[0].state,
                         .text = labels[0].sentence,
                         .size = strlen(labels[0].sentence)};
    const ent_code *kept[LABELS_MOST];
    ent_codes *codes = NULL;
    int n = 0;
    ent_status st;
    ENT_TRY(ent_beliefs_code(x->lexicon, &speech, 1, &x->options, &codes, err));
    for (size_t k = 0; k < codes->count && n < LABELS_MOST; k++)
        if (codes->rows[k].actor && !codes->rows[k].domestic) kept[n++] = &codes->rows[k];
    score_sentence(x, labels, count, kept, n);
done:
    ent_codes_free(codes);
    return st;
}

static ent_status read_label(const enti_csv *csv, const size_t *column, const char *name, enti_arena *arena, label *out,
                             ent_error *err) {
    const char *note = enti_csv_text(csv, column[6]), *category = enti_csv_text(csv, column[4]),
               *state = strstr(note, "speaker=");
    int32_t scale = 0;
    ent_status st = enti_csv_int(csv, column[5], &scale, err);
    int named;
    if (st != ENT_OK) return st;
    if (state == NULL || strlen(state) < 11)
        return ent_fail_at(err, ENT_E_PARSE, name, enti_csv_row(csv), (long)column[6] + 1,
                           "note is \"%.40s\", expected it to begin with speaker=ISO3", note);
    if (!ent_category_scale(category, &named) || named != scale)
        return ent_fail_at(err, ENT_E_PARSE, name, enti_csv_row(csv), (long)column[4] + 1,
                           "category is \"%.20s\" with scale %d, expected punish -3, threaten -2, oppose -1, neutral "
                           "0, support 1, promise 2 or reward 3",
                           category, (int)scale);
    *out = (label){.id = enti_arena_strdup(arena, enti_csv_text(csv, column[0])),
                   .sentence = enti_arena_strdup(arena, enti_csv_text(csv, column[1])),
                   .attribution = enti_arena_strdup(arena, enti_csv_text(csv, column[2])),
                   .note = enti_arena_strdup(arena, note),
                   .state = enti_arena_printf(arena, "%.3s", state + 8),
                   .scale = scale};
    return arena->failed ? enti_no_memory(err) : ENT_OK;
}

ent_status ent_beliefs_score(const ent_lexicon *lexicon, const char *bytes, size_t size, const char *name,
                             const ent_coding *options, ent_score *out, char **wrong, ent_error *err) {
    static const char *const columns[COLUMNS] = {"id", "sentence", "attribution", "actor", "category", "scale", "note"};
    ent_score score = {0};
    enti_text text = {0};
    scorer x = {.lexicon = lexicon, .score = &score, .wrong = wrong != NULL ? &text : NULL};
    size_t column[COLUMNS];
    label labels[LABELS_MOST];
    int count = 0;
    enti_arena arena = {0};
    enti_csv *csv = NULL;
    ent_status st = ENT_OK;
    bool more = true;
    if (options != NULL) x.options = *options;
    ENT_TRY(enti_csv_open_bytes(bytes, size, name, &csv, err));
    for (size_t c = 0; c < COLUMNS; c++) {
        column[c] = enti_csv_find(csv, columns[c]);
        if (column[c] != SIZE_MAX) continue;
        st = ent_fail_at(err, ENT_E_PARSE, name, 1, 0, "no column is called %s", columns[c]);
        goto done;
    }
    while (more) {
        label next = {0};
        ENT_TRY(enti_csv_next(csv, &more, err));
        if (more) ENT_TRY(read_label(csv, column, name, &arena, &next, err));
        if (count > 0 && (!more || count == LABELS_MOST || strcmp(next.sentence, labels[0].sentence) != 0 ||
                          strcmp(next.state, labels[0].state) != 0)) {
            ENT_TRY(score_group(&x, labels, count, err));
            count = 0;
        }
        if (more) labels[count++] = next;
    }
    if (text.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    *out = score;
    if (wrong != NULL) {
        if (text.at == NULL) text.at = enti_alloc(1, 1);
        *wrong = text.at;
        text = (enti_text){0};
    }
done:
    enti_csv_close(csv);
    enti_text_clear(&text);
    enti_arena_clear(&arena);
    return st;
}
