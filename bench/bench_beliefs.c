/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times the coding of texts: ten thousand sentences made from patterns (so that the bench needs no corpus), a sentence
 * of two hundred words, a megabyte on one line, opening the lexicon, and the second opinion on sixty sentences. The
 * limits: a hundred thousand sentences a second on one core, 64 MB, ten milliseconds for the long sentence, thirty
 * sentences a second with the second opinion. Columns as in bench_verdicts.c; a file named on the command line is
 * coded in place of the made sentences.
 */
#include "timing.h"

#include <entente/beliefs_text.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SENTENCES = 10000, LONG_WORDS = 200, LINE = 1 << 20, SECOND = 60 };

static const char *const who[] = {"We",         "Our partners",       "NATO",   "The United States",
                                  "Terrorists", "The Chinese side",   "Russia", "Our government",
                                  "They",       "The people of Syria"};
static const char *const does[] = {
    "have imposed sanctions on",   "will support",          "never attacked",
    "are ready to cooperate with", "condemn the crimes of", "should respect the sovereignty of",
    "refused to negotiate with",   "threaten to destroy",   "signed an important agreement with",
    "provided humanitarian aid to"};
static const char *const whom[] = {"the European Union",
                                   "their neighbours",
                                   "our country",
                                   "the African states",
                                   "the rebels in the north of the country",
                                   "Australia and Japan",
                                   "those who violate international law",
                                   "the international community",
                                   "each other",
                                   "Iran"};
static const char *const tail[] = {".", " in spite of all the proposals that were made last year.",
                                   ", and this is a matter of great concern for all of us.",
                                   " because it serves the interests of peace and stability in the region.",
                                   ", which had long been expected."};

/* Sentences from every pattern in turn; freed with free. */
static char *made_text(size_t sentences, size_t *size) {
    char *text = malloc(sentences * 200);
    size_t at = 0;
    if (text == NULL) return NULL;
    for (size_t k = 0; k < sentences; k++)
        at += (size_t)sprintf(text + at, "%s %s %s%s%s", who[k % 10], does[k / 10 % 10], whom[k / 100 % 10],
                              tail[k % 5], k % 4 == 3 ? "\n" : " ");
    *size = at;
    return text;
}

/* One sentence of so many words. */
static char *long_sentence(size_t words, size_t *size) {
    static const char *const parts[] = {"we",     "support", "our",   "partners", "and",  "they",    "help", "the",
                                        "people", "of",      "Syria", "while",    "NATO", "attacks", "them"};
    char *text = malloc(words * 12);
    size_t at = 0;
    if (text == NULL) return NULL;
    for (size_t k = 0; k < words; k++)
        at += (size_t)sprintf(text + at, "%s ", parts[k % (sizeof parts / sizeof *parts)]);
    *size = at;
    return text;
}

/* Sentences coded; 0 on failure. */
static size_t code(const ent_lexicon *lexicon, const char *text, size_t size, bool second) {
    const ent_speech speech = {.id = "bench", .speaker = "A", .state = "RUS", .text = text, .size = size};
    ent_coding options = ent_coding_default();
    ent_codes *codes = NULL;
    size_t done;
    options.second = second;
    if (ent_beliefs_code(lexicon, &speech, 1, &options, &codes, NULL) != ENT_OK) return 0;
    done = second && codes->coverage.second_missing ? 0 : codes->coverage.sentences;
    ent_codes_free(codes);
    return done;
}

static bool job(const char *name, const ent_lexicon *lexicon, const char *text, size_t size, double limit,
                timing yardstick, double *per_second) {
    double ms[RUNS];
    size_t sentences = 0;
    timing t;
    for (int run = 0; run < RUNS; run++) {
        double start = now_ms();
        sentences = code(lexicon, text, size, false);
        if (sentences == 0) return false;
        ms[run] = now_ms() - start;
    }
    t = summary(ms);
    print_job(name, t, limit, yardstick);
    *per_second = 1000.0 * (double)sentences / t.median;
    return true;
}

static bool time_open(timing *out) {
    double ms[RUNS];
    for (int run = 0; run < RUNS; run++) {
        ent_lexicon *lexicon = NULL;
        double start = now_ms();
        if (ent_lexicon_open(NULL, 0, &lexicon, NULL) != ENT_OK) return false;
        ms[run] = now_ms() - start;
        ent_lexicon_close(lexicon);
    }
    *out = summary(ms);
    return true;
}

/* Once, because it takes seconds; the library's opening counts. */
static void second_opinion(const ent_lexicon *lexicon, timing yardstick) {
    size_t size = 0;
    char *text = made_text(SECOND, &size);
    double start = now_ms(), took;
    timing t = {0};
    size_t done = text == NULL ? 0 : code(lexicon, text, size, true);
    took = now_ms() - start;
    free(text);
    if (done == 0) {
        (void)printf("second opinion: link-grammar is not there\n");
        return;
    }
    t.least = t.median = took;
    print_job("second opinion, 60 sentences, once", t, 2000, yardstick);
    (void)printf("second opinion: %.0f sentences/s\n", 1000.0 * (double)done / took);
}

int main(int argc, char **argv) {
    char *perl[] = {"perl", "-e", "1", NULL};
    const char *file = argc > 2 ? argv[2] : NULL;
    ent_lexicon *lexicon = NULL;
    char *text = NULL, *sentence = NULL, *line = NULL;
    size_t size = 0, sentence_size = 0, line_size = 0;
    double speed = 0, other = 0;
    timing yardstick, t;
    if (!time_command(perl, &yardstick) || !time_open(&t) || ent_lexicon_open(NULL, 0, &lexicon, NULL) != ENT_OK)
        return 1;
    if (file != NULL && ent_text_read(file, &text, &size, NULL) != ENT_OK) return 1;
    if (file == NULL) text = made_text(SENTENCES, &size);
    sentence = long_sentence(LONG_WORDS, &sentence_size);
    line = long_sentence(LINE / 4, &line_size);
    if (text == NULL || sentence == NULL || line == NULL) return 1;
    if (line_size > LINE) line_size = LINE;
    print_header();
    print_job("lexicon opened", t, 20, yardstick);
    if (!job(file != NULL ? file : "10,000 made sentences", lexicon, text, size, 100, yardstick, &speed)) return 1;
    if (!job("one sentence of 200 words", lexicon, sentence, sentence_size, 10, yardstick, &other)) return 1;
    if (!job("1 MB on one line", lexicon, line, line_size, 1000, yardstick, &other)) return 1;
    (void)printf("finite-state path: %.0f sentences/s\n", speed);
    second_opinion(lexicon, yardstick);
    print_yardstick("yardstick: starting Perl", yardstick, yardstick);
    free(line);
    free(sentence);
    if (file != NULL)
        ent_free(text);
    else
        free(text);
    ent_lexicon_close(lexicon);
    return 0;
}
