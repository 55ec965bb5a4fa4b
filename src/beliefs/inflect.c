/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inflected forms by rule: verbs, plurals, British and American spelling. Where a rule cannot know (does the last
 * consonant of "target" double?) both forms are entered: one too many costs a slot, one too few costs a verb. */
#include "beliefs/lexicon.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST = 64 };

static bool vowel(char c) {
    return c != 0 && strchr("aeiou", c) != NULL;
}

static bool ends(const char *word, size_t size, const char *tail) {
    size_t n = strlen(tail);
    return size > n && memcmp(word + size - n, tail, n) == 0;
}

static bool joined(char *out, size_t room, const char *word, size_t size, const char *tail) {
    int n = snprintf(out, room, "%.*s%s", (int)size, word, tail);
    return n > 0 && (size_t)n < room;
}

static size_t syllables(const char *word) {
    size_t n = 0;
    for (const char *p = word; *p != 0; p++)
        n += vowel(*p) && (p == word || !vowel(p[-1]));
    return n;
}

/* Ends in one vowel and one consonant that can double. */
static bool may_double(const char *word, size_t size) {
    return size >= 3 && !vowel(word[size - 1]) && strchr("wxyh", word[size - 1]) == NULL && vowel(word[size - 2]) &&
           (!vowel(word[size - 3]) || (size >= 4 && word[size - 3] == 'u' && word[size - 4] == 'q'));
}

bool enti_plural(const char *noun, char *out, size_t room) {
    size_t n = strlen(noun);
    if (ends(noun, n, "s") || ends(noun, n, "x") || ends(noun, n, "z") || ends(noun, n, "ch") || ends(noun, n, "sh"))
        return joined(out, room, noun, n, "es");
    if (n >= 2 && noun[n - 1] == 'y' && !vowel(noun[n - 2])) return joined(out, room, noun, n - 1, "ies");
    return joined(out, room, noun, n, "s");
}

static bool third_person(const char *lemma, char *out, size_t room) {
    size_t n = strlen(lemma);
    if (n >= 2 && lemma[n - 1] == 'o' && !vowel(lemma[n - 2])) return joined(out, room, lemma, n, "es");
    return enti_plural(lemma, out, room);
}

bool enti_other_spelling(const char *word, char *out, size_t room) {
    static const char *const pairs[][2] = {{"isation", "ization"}, {"ise", "ize"},   {"yse", "yze"},
                                           {"our", "or"},          {"ence", "ense"}, {"ising", "izing"}};
    size_t n = strlen(word);
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++)
        if (ends(word, n, pairs[p][0]) && n > strlen(pairs[p][0]) + 1)
            return joined(out, room, word, n - strlen(pairs[p][0]), pairs[p][1]);
    if (strcmp(word, "fulfil") == 0) return joined(out, room, "fulfill", 7, "");
    if (strcmp(word, "neighbourliness") == 0) return joined(out, room, "neighborliness", 14, "");
    return false;
}

static bool add_form(ent_lexicon *x, const char *text, size_t size, uint16_t verb, uint8_t form) {
    uint32_t index = enti_lexicon_word(x, text, size);
    enti_word *w = &x->words[index];
    if (index == 0) return false;
    w->tags |= ENTI_VERB;
    for (int k = 0; k < 2; k++) {
        if (w->verb[k] != 0 && w->verb[k] != verb) continue;
        w->verb[k] = verb;
        w->forms[k] |= form;
        break;
    }
    return true;
}

static bool add_alternatives(ent_lexicon *x, const char *list, uint16_t verb, uint8_t form) {
    for (const char *p = list; *p != 0;) {
        size_t n = strcspn(p, "|");
        if (n > 0 && !add_form(x, p, n, verb, form)) return false;
        p += n + (p[n] == '|');
    }
    return true;
}

/* Forms that end in -ed or -ing. */
static bool add_tail(ent_lexicon *x, const char *lemma, const char *tail, uint16_t verb, uint8_t form) {
    char text[LONGEST];
    size_t n = strlen(lemma);
    bool ing = tail[0] == 'i';
    if (ends(lemma, n, "ie") && ing) {
        if (!joined(text, sizeof text, lemma, n - 2, "ying")) return true;
    } else if (ends(lemma, n, "e") &&
               !(ing && (ends(lemma, n, "ee") || ends(lemma, n, "ye") || ends(lemma, n, "oe")))) {
        if (!joined(text, sizeof text, lemma, n - 1, tail)) return true;
    } else if (!ing && n >= 2 && lemma[n - 1] == 'y' && !vowel(lemma[n - 2])) {
        if (!joined(text, sizeof text, lemma, n - 1, "ied")) return true;
    } else if (ends(lemma, n, "ic")) {
        char k[8] = "k";
        (void)strcat(k, tail);
        if (!joined(text, sizeof text, lemma, n, k)) return true;
    } else {
        if (may_double(lemma, n)) {
            char twice[8] = {lemma[n - 1], 0};
            (void)strcat(twice, tail);
            if (joined(text, sizeof text, lemma, n, twice) && !add_form(x, text, strlen(text), verb, form))
                return false;
            if (syllables(lemma) == 1) return true;
        }
        if (!joined(text, sizeof text, lemma, n, tail)) return true;
    }
    return add_form(x, text, strlen(text), verb, form);
}

bool enti_inflect_verb(ent_lexicon *x, uint16_t verb, const char *past, const char *participle) {
    const char *lemma = x->verbs[verb - 1].lemma;
    char text[LONGEST];
    size_t n = strlen(lemma);
    if (n + 4 >= LONGEST) return true; /* no such verb: its base form is entered alone */
    if (!add_form(x, lemma, n, verb, ENTI_BASE)) return false;
    if (third_person(lemma, text, sizeof text) && !add_form(x, text, strlen(text), verb, ENTI_S)) return false;
    if (!add_tail(x, lemma, "ing", verb, ENTI_ING)) return false;
    if (past != NULL) {
        if (!add_alternatives(x, past, verb, ENTI_PAST) || !add_alternatives(x, participle, verb, ENTI_PART))
            return false;
    } else if (!add_tail(x, lemma, "ed", verb, ENTI_PAST | ENTI_PART)) {
        return false;
    }
    return true;
}
