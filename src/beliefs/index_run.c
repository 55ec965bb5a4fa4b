/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operational codes of every speaker: four samples (all or agreed codes, actors or all others), texts one by one. */
#include "beliefs/sample.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { FEW_TEXTS = 10 };

typedef struct indexing {
    ent_belief_index answer; /* first: the caller frees by it */
    enti_arena arena;
} indexing;

void ent_belief_index_free(ent_belief_index *answer) {
    indexing *run = (indexing *)answer;
    if (run == NULL) return;
    enti_arena_clear(&run->arena);
    ent_free(run);
}

/* ---- one sample ---- */

static ent_status add_errors(const enti_sample *s, const ent_belief_options *o, uint64_t stream, ent_belief_sample *out,
                             ent_error *err) {
    size_t draws = (size_t)o->draws;
    double *drawn;
    for (int i = 0; i < ENT_BELIEFS; i++)
        out->se[i] = out->low[i] = out->high[i] = NAN;
    if (draws == 0 || s->n < 2) return ENT_OK; /* one text says nothing of how texts differ */
    drawn = enti_alloc(draws * ENT_BELIEFS, sizeof *drawn);
    if (drawn == NULL) return enti_no_memory(err);
    for (size_t d = 0; d < draws; d++) {
        ent_belief_profile profile;
        enti_sample_resampled(s, o->seed, stream, (uint32_t)d, &profile);
        for (int i = 0; i < ENT_BELIEFS; i++)
            drawn[(size_t)i * draws + d] = profile.value[i];
    }
    for (int i = 0; i < ENT_BELIEFS; i++)
        if (!isnan(out->pooled.value[i]))
            enti_spread(drawn + (size_t)i * draws, draws, &out->se[i], &out->low[i], &out->high[i]);
    ent_free(drawn);
    return ENT_OK;
}

static ent_status fill_sample(const ent_belief_index *a, const ent_belief_leader *leader, const size_t *which,
                              int number, ent_belief_sample *out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_belief_options o = a->options;
    enti_sample s = {.n = 0};
    o.agreed = out->agreed = number >= 2;
    o.others = out->others = number % 2 == 0 ? ENT_OTHERS_ACTORS : ENT_OTHERS_ALL;
    ENT_TRY(enti_sample_take(a->speeches, which, leader->texts_count, &o, 0, &s, err));
    memcpy(out->self, s.total[0], sizeof out->self);
    memcpy(out->other, s.total[1], sizeof out->other);
    enti_sample_pooled(&s, &out->pooled);
    ENT_TRY(add_errors(&s, &o, enti_stream_of(leader->speaker, ENT_MISSING, ENT_MISSING), out, err));
    for (int i = 0; i < ENT_BELIEFS; i++)
        out->z[i] =
            *a->norm.name != 0 && a->norm.sd[i] > 0 ? (out->pooled.value[i] - a->norm.mean[i]) / a->norm.sd[i] : NAN;
done:
    enti_sample_clear(&s);
    return st;
}

/* ---- one leader ---- */

static void warn(indexing *run, ent_belief_leader *leader, const char *format, ...) ENT_PRINTF(3, 4);
static void warn(indexing *run, ent_belief_leader *leader, const char *format, ...) {
    char text[256];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    leader->warnings[leader->warnings_count++] = enti_arena_strdup(&run->arena, text);
}

/* What a reader must know before the figures; none of it stops the computation. */
static void add_warnings(indexing *run, ent_belief_leader *l) {
    const ent_belief_options *o = &run->answer.options;
    const ent_belief_sample *all = &l->sample[o->others], *agreed = &l->sample[2 + o->others];
    if (l->texts_count < FEW_TEXTS)
        warn(run, l, "%zu text%s; about ten or more are needed to speak of a leader", l->texts_count,
             l->texts_count == 1 ? "" : "s");
    if (l->flagged > 0)
        warn(run, l, "%zu of %zu texts are short (under %d words or %d codes): their own values scatter", l->flagged,
             l->texts_count, o->least_words, o->least_verbs);
    if (!isnan(l->words) && l->words < 4000)
        warn(run, l, "%.0f words in all; under 4,000 the indices are unreliable", l->words);
    if (isnan(l->words)) warn(run, l, "the length of the texts is not known, so none is flagged for being short");
    if (l->prepared > 0 && l->spontaneous > 0)
        warn(run, l, "prepared (%zu) and spontaneous (%zu) texts are pooled; --mode parts them", l->prepared,
             l->spontaneous);
    if (l->demonstrations > 0)
        warn(run, l, "%zu of the texts are a demonstration and cannot stand for the leader", l->demonstrations);
    if (agreed->pooled.self + agreed->pooled.other <= 0)
        warn(run, l, "no code was confirmed by a second coder, so the agreed codes define nothing");
    else if (agreed->pooled.self + agreed->pooled.other < 0.5 * (all->pooled.self + all->pooled.other))
        warn(run, l, "fewer than half of the codes are agreed");
}

static ent_status fill_texts(indexing *run, ent_belief_leader *l, const size_t *which, ent_error *err) {
    ent_status st = ENT_OK;
    const ent_belief_options *o = &run->answer.options;
    enti_sample s = {.n = 0};
    ENT_TRY(enti_sample_take(run->answer.speeches, which, l->texts_count, o, 0, &s, err));
    for (size_t i = 0; i < l->texts_count; i++) {
        const ent_coded_text *speech = ent_speeches_at(run->answer.speeches, which[i]);
        ent_belief_text *t = &l->texts[i];
        t->text = which[i];
        enti_sample_text(&s, i, &t->profile);
        t->short_text = speech->words < o->least_words;
        t->few_verbs = t->profile.self + t->profile.other < o->least_verbs;
        l->flagged += t->short_text || t->few_verbs;
        l->words += speech->words;
        l->prepared += strcmp(speech->mode, enti_mode_words[0]) == 0;
        l->spontaneous += strcmp(speech->mode, enti_mode_words[1]) == 0;
        l->demonstrations += speech->demonstration != 0;
        if (*speech->date != 0 && *l->from == 0) l->from = speech->date; /* texts come by date */
        if (*speech->date != 0) l->to = speech->date;
    }
done:
    enti_sample_clear(&s);
    return st;
}

static ent_status fill_leader(indexing *run, ent_belief_leader *l, const size_t *which, ent_error *err) {
    enum { WARNINGS = 8 };
    ent_status st = ENT_OK;
    const ent_coded_text *first = ent_speeches_at(run->answer.speeches, which[0]);
    l->speaker = first->speaker;
    l->ccode = first->ccode;
    l->from = l->to = "";
    l->texts = enti_arena_alloc(&run->arena, l->texts_count, sizeof *l->texts);
    l->warnings = enti_arena_alloc(&run->arena, WARNINGS, sizeof *l->warnings);
    if (l->texts == NULL || l->warnings == NULL) return enti_no_memory(err);
    ENT_TRY(fill_texts(run, l, which, err));
    for (int s = 0; s < 4; s++)
        ENT_TRY(fill_sample(&run->answer, l, which, s, &l->sample[s], err));
    add_warnings(run, l);
    if (run->arena.failed) st = enti_no_memory(err);
done:
    return st;
}

/* ---- all ---- */

/* Texts that are asked for, in order; leaders are runs of one speaker. */
static size_t choose(const ent_speeches *speeches, const ent_belief_options *o, size_t *which, size_t *leaders) {
    size_t count = 0;
    *leaders = 0;
    for (size_t i = 0; i < speeches->count; i++) {
        const ent_coded_text *s = ent_speeches_at(speeches, i);
        if (!enti_speech_wanted(s, o->mode, o->first, o->last)) continue;
        if (count == 0 || strcmp(ent_speeches_at(speeches, which[count - 1])->speaker, s->speaker) != 0) ++*leaders;
        which[count++] = i;
    }
    return count;
}

static ent_status fill(indexing *run, size_t *which, ent_error *err) {
    ent_status st = ENT_OK;
    ent_belief_index *a = &run->answer;
    size_t count = choose(a->speeches, &a->options, which, &a->leaders_count), from = 0;
    if (count == 0) return ent_fail(err, ENT_E_MISSING, "no text is left: the years or the mode leave all of them out");
    a->leaders = enti_arena_alloc(&run->arena, a->leaders_count, sizeof *a->leaders);
    if (a->leaders == NULL) return enti_no_memory(err);
    for (size_t l = 0; l < a->leaders_count; l++) {
        const char *speaker = ent_speeches_at(a->speeches, which[from])->speaker;
        size_t to = from;
        while (to < count && strcmp(ent_speeches_at(a->speeches, which[to])->speaker, speaker) == 0)
            to++;
        a->leaders[l].texts_count = to - from;
        ENT_TRY(fill_leader(run, &a->leaders[l], which + from, err));
        from = to;
    }
done:
    return st;
}

ent_status ent_belief_index_run(const ent_speeches *speeches, const ent_belief_options *options, ent_belief_index **out,
                                ent_error *err) {
    ent_status st = enti_belief_options_check(options, err);
    indexing *run = NULL;
    size_t *which = NULL;
    if (st != ENT_OK) return st;
    run = enti_alloc(1, sizeof *run);
    which = enti_alloc(speeches->count + 1, sizeof *which);
    if (run == NULL || which == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    run->answer.speeches = speeches;
    run->answer.options = *options;
    if (options->norm != NULL) run->answer.norm = *options->norm;
    run->answer.options.norm = NULL; /* the copy is what answers */
    ENT_TRY(fill(run, which, err));
    *out = &run->answer;
    run = NULL;
done:
    ent_free(which);
    ent_belief_index_free(run != NULL ? &run->answer : NULL);
    return st;
}
