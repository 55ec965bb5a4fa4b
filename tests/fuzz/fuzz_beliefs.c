/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a text to code, as a file of the lexicon, as a file of codes, or as labels; the first byte chooses. What
 * is no text is refused with a place; what is text gives rows whose values are in range, the same on a second run. */
#include "beliefs/coder.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static ent_lexicon *lexicon;

static void close_lexicon(void) {
    ent_lexicon_close(lexicon);
}

static void open_lexicon(void) {
    if (ent_lexicon_open(NULL, 0, &lexicon, NULL) != ENT_OK || atexit(close_lexicon) != 0) abort();
}

static void check_error(ent_status st, const ent_error *err) {
    if (st != ENT_OK && (err->status != st || *err->message == 0)) abort();
}

static void check_rows(const ent_codes *codes) {
    for (size_t k = 0; k < codes->count; k++) {
        const ent_code *c = &codes->rows[k];
        if (c->scale < -3 || c->scale > 3 || c->scale == 0 || *c->sentence == 0 || *c->verb == 0) abort();
    }
}

static void code_text(const char *text, size_t size) {
    const ent_coding options = {.second = false};
    const ent_speech speech = {.id = "t", .speaker = "A Speaker", .state = "RUS", .text = text, .size = size};
    ent_codes *first = NULL, *again = NULL;
    char *one = NULL, *two = NULL;
    size_t n = 0, m = 0;
    ent_error err = {.status = ENT_OK};
    ent_status st = ent_beliefs_code(lexicon, &speech, 1, &options, &first, &err);
    check_error(st, &err);
    if (st != ENT_OK) return;
    check_rows(first);
    if (ent_codes_write(first, &one, &n, NULL) != ENT_OK) abort();
    if (ent_codes_read(one, n, "codes", &again, NULL) != ENT_OK) abort();
    if (ent_codes_write(again, &two, &m, NULL) != ENT_OK) abort();
    if (n != m || memcmp(one, two, n) != 0) abort();
    ent_free(one);
    ent_free(two);
    ent_codes_free(first);
    ent_codes_free(again);
}

static void read_lexicon(const char *text, size_t size) {
    static const char *const none[] = {NULL};
    ent_lexicon *own = NULL;
    ent_error err = {.status = ENT_OK};
    if (ent_lexicon_open(none, 0, &own, NULL) != ENT_OK) abort();
    check_error(enti_lexicon_read(own, text, size, "own.csv", &err), &err);
    ent_lexicon_close(own);
}

static void read_codes(const char *text, size_t size) {
    ent_codes *codes = NULL;
    size_t applied = 0;
    ent_error err = {.status = ENT_OK};
    ent_status st = ent_codes_read(text, size, "codes.csv", &codes, &err);
    check_error(st, &err);
    if (st != ENT_OK) return;
    check_rows(codes);
    ent_codes_review(codes);
    check_error(ent_codes_override(codes, text, size, "codes.csv", &applied, &err), &err);
    ent_codes_free(codes);
}

static void score(const char *text, size_t size) {
    ent_score s;
    char *wrong = NULL;
    ent_error err = {.status = ENT_OK};
    ent_status st = ent_beliefs_score(lexicon, text, size, "gold.csv", NULL, &s, &wrong, &err);
    check_error(st, &err);
    if (st == ENT_OK && s.category_right > s.codable) abort();
    ent_free(wrong);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    char *text;
    if (lexicon == NULL) open_lexicon();
    if (size == 0) return 0;
    text = malloc(size); /* a block of its own, so that a byte too far is seen */
    if (text == NULL) abort();
    memcpy(text, bytes + 1, size - 1);
    switch (bytes[0]) {
    case 'l': read_lexicon(text, size - 1); break;
    case 'c': read_codes(text, size - 1); break;
    case 'g': score(text, size - 1); break;
    default: code_text(text, size - 1); break;
    }
    free(text);
    return 0;
}
