/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From bytes to sentences and tokens. A line is a paragraph. A full stop ends a sentence unless an abbreviation, an
 * initial or a number owns it, or a small letter follows. Curly and straight quotes, no-break spaces, dashes and the
 * ellipsis are told apart by their bytes, so the text itself is never rewritten. A sentence of more than
 * ENTI_TOKENS_MOST tokens is cut there: text without punctuation costs no more than any other. */
#include "beliefs/sentence.h"

#include <string.h>

/* ---- UTF-8 ---- */

static size_t sequence(const unsigned char *p, size_t left) {
    static const unsigned char least[5] = {0, 0, 0xC2, 0xE0, 0xF0};
    size_t n = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (p[0] == 0) return 0;
    if (n == 1) return 1;
    if (p[0] < least[n] || p[0] > 0xF4 || n > left) return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) || (p[0] == 0xF0 && p[1] < 0x90) ||
        (p[0] == 0xF4 && p[1] > 0x8F))
        return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    return n;
}

bool enti_text_check(const char *text, size_t size, size_t *at) {
    for (size_t i = 0; i < size;) {
        size_t n = sequence((const unsigned char *)text + i, size - i);
        *at = i;
        if (n == 0) return false;
        i += n;
    }
    return true;
}

/* ---- signs ---- */

typedef enum { WORD, SPACE, LINE, STOP, OPEN, CLOSE, STRAIGHT, COMMA, BREAK, DASH, APOSTROPHE, SIGN } sign;

/* What stands at p, and how many bytes it takes. */
static sign sign_at(const unsigned char *p, size_t left, size_t *size) {
    *size = 1;
    if (p[0] < 0x80) {
        if ((p[0] >= 'a' && p[0] <= 'z') || (p[0] >= 'A' && p[0] <= 'Z') || (p[0] >= '0' && p[0] <= '9')) return WORD;
        switch (p[0]) {
        case '\n':
        case '\r': return LINE;
        case '.':
        case '!':
        case '?': return STOP;
        case '"': return STRAIGHT;
        case '\'': return APOSTROPHE;
        case ',': return COMMA;
        case '(':
        case ')':
        case '[':
        case ']': return DASH;
        case ';':
        case ':': return BREAK;
        case '$':
        case '%':
        case '&': return WORD;
        default: return p[0] <= ' ' ? SPACE : SIGN;
        }
    }
    if (left >= 2 && p[0] == 0xC2) {
        *size = 2;
        if (p[1] == 0xA0 || p[1] == 0xAD) return SPACE;
        if (p[1] == 0xAB) return OPEN;
        if (p[1] == 0xBB) return CLOSE;
        return p[1] == 0xA3 || p[1] == 0xA5 ? WORD : SIGN;
    }
    if (left >= 3 && p[0] == 0xE2 && p[1] == 0x80) {
        *size = 3;
        if (p[2] <= 0x8F || p[2] == 0xAF) return SPACE;
        if (p[2] >= 0x93 && p[2] <= 0x95) return DASH;
        if (p[2] == 0x98 || p[2] == 0x99) return APOSTROPHE;
        if (p[2] == 0x9C || p[2] == 0x9E) return OPEN;
        if (p[2] == 0x9D) return CLOSE;
        if (p[2] == 0xA6) return STOP;
        if (p[2] == 0xA8 || p[2] == 0xA9) return LINE;
        return p[2] <= 0x92 ? WORD : SIGN; /* hyphens U+2010 to U+2012 stand inside words */
    }
    if (left >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) {
        *size = 3; /* byte order mark */
        return SPACE;
    }
    *size = sequence(p, left);
    if (*size == 0) *size = 1;
    return WORD;
}

static bool is_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static bool is_upper(unsigned char c) {
    return c >= 'A' && c <= 'Z';
}

/* ---- the end of a sentence ---- */

static bool abbreviation(const char *word, size_t size) {
    static const char *const known[] = {"Mr",   "Mrs", "Ms",   "Dr",   "St",     "Gen",    "Lt",  "Col", "Sen",
                                        "Rep",  "Gov", "Prof", "Hon",  "Jr",     "Sr",     "vs",  "etc", "No",
                                        "Inc",  "Ltd", "Co",   "Corp", "Capt",   "Sgt",    "Jan", "Feb", "Aug",
                                        "Sept", "Oct", "Nov",  "Dec",  "approx", "Messrs", "Rev", NULL};
    if (size == 1 && is_upper((unsigned char)word[0])) return true;
    if (memchr(word, '.', size) != NULL) return true; /* U.S, e.g, a.m */
    for (size_t k = 0; known[k] != NULL; k++)
        if (strlen(known[k]) == size && memcmp(known[k], word, size) == 0) return true;
    return false;
}

/* Whether the stop at `at` ends the sentence that began at `from`; *end is behind it and its closing quotes. */
static bool ends_sentence(const enti_splitter *x, size_t from, size_t at, size_t *end) {
    const unsigned char *text = (const unsigned char *)x->text;
    size_t to = at, word = at, n, next;
    bool only_dot = true;
    sign s;
    while (to < x->size && sign_at(text + to, x->size - to, &n) == STOP) {
        only_dot = only_dot && text[to] == '.';
        to += n;
    }
    only_dot = only_dot && to == at + 1;
    while (to < x->size) {
        s = sign_at(text + to, x->size - to, &n);
        if (s != CLOSE && s != STRAIGHT && s != APOSTROPHE && text[to] != ')' && text[to] != ']') break;
        to += n;
    }
    *end = to;
    if (to >= x->size) return true;
    s = sign_at(text + to, x->size - to, &n);
    if (s == LINE) return true;
    if (s != SPACE) return false; /* 3.5, U.S. */
    for (next = to; next < x->size; next += n) {
        s = sign_at(text + next, x->size - next, &n);
        if (s != SPACE) break;
    }
    if (next >= x->size || s == LINE) return true;
    if (text[next] >= 'a' && text[next] <= 'z') return false;
    if (!only_dot) return true;
    while (word > from && (is_letter(text[word - 1]) || text[word - 1] == '.'))
        word--;
    return !abbreviation(x->text + word, at - word);
}

/* ---- tokens ---- */

static enti_token *add_token(enti_sentence *s, size_t start, size_t end, uint32_t tags) {
    enti_token *t = &s->token[s->tokens++];
    *t = (enti_token){.start = (uint32_t)start, .end = (uint32_t)end, .tags = tags, .tag = tags, .np = -1};
    return t;
}

static uint32_t guess(const char *lower, size_t n, bool capital) {
    static const struct {
        const char *tail;
        uint32_t tags;
    } tails[] = {{"ly", ENTI_ADV},    {"tion", ENTI_NOUN}, {"ment", ENTI_NOUN},
                 {"ness", ENTI_NOUN}, {"ity", ENTI_NOUN},  {"ism", ENTI_NOUN},
                 {"ship", ENTI_NOUN}, {"ance", ENTI_NOUN}, {"ence", ENTI_NOUN},
                 {"ous", ENTI_ADJ},   {"ful", ENTI_ADJ},   {"al", ENTI_ADJ},
                 {"ive", ENTI_ADJ},   {"ible", ENTI_ADJ},  {"able", ENTI_ADJ},
                 {"ic", ENTI_ADJ},    {"less", ENTI_ADJ},  {"ary", ENTI_ADJ},
                 {"ward", ENTI_ADV},  {"wards", ENTI_ADV}, {"ing", ENTI_NOUN | ENTI_ADJ},
                 {"ed", ENTI_ADJ}};
    if (capital) return ENTI_NAME;
    for (size_t k = 0; k < sizeof tails / sizeof *tails; k++) {
        size_t m = strlen(tails[k].tail);
        if (n > m + 2 && memcmp(lower + n - m, tails[k].tail, m) == 0) return tails[k].tags;
    }
    return ENTI_NOUN;
}

/* A word of the text: looked up as written where it has a capital, then in small letters. `shown` is what to look up. */
static void add_word(enti_sentence *s, size_t start, size_t end, const char *shown, size_t size) {
    char lower[64];
    const ent_lexicon *x = s->lexicon;
    bool capital = is_upper((unsigned char)shown[0]) ||
                   ((unsigned char)shown[0] == 0xC3 && size > 1 && (unsigned char)shown[1] < 0x9F);
    bool number =
        (shown[0] >= '0' && shown[0] <= '9') || shown[0] == '$' || shown[0] == '%' || (unsigned char)shown[0] == 0xC2;
    enti_token *t = add_token(s, start, end, 0);
    s->words++;
    if (capital) t->flags |= ENTI_CAPITAL;
    if (number || size >= sizeof lower) {
        t->tags = number ? ENTI_NUM : ENTI_NOUN;
        if (number) t->flags |= ENTI_KNOWN;
        return;
    }
    for (size_t i = 0; i < size; i++)
        lower[i] = is_upper((unsigned char)shown[i]) ? (char)(shown[i] + 32) : shown[i];
    if (capital) t->word = enti_lexicon_find(x, shown, size);
    if (t->word == 0 || (x->words[t->word].tags == 0 && x->words[t->word].phrase == 0))
        t->word = enti_lexicon_find(x, lower, size);
    t->tags = x->words[t->word].tags;
    t->feature = x->words[t->word].feature;
    t->plural = x->words[t->word].plural && !x->words[t->word].singular;
    if (t->tags == 0 && memchr(lower, '-', size) != NULL) {
        /* A compound is what its last part is: counter-measures, far-reaching, co-operate. */
        const char *dash = lower + size;
        uint32_t part;
        while (dash[-1] != '-')
            dash--;
        part = enti_lexicon_find(x, dash, (size_t)(lower + size - dash));
        t->tags = x->words[part].tags & (ENTI_NOUN | ENTI_ADJ);
        if ((x->words[part].forms[0] & (ENTI_PART | ENTI_ING)) != 0) t->tags |= ENTI_ADJ;
        /* De-escalation is not an escalation: such a compound keeps the part of speech alone. */
        if (t->tags != 0 && strncmp(lower, "de-", 3) != 0 && strncmp(lower, "anti-", 5) != 0 &&
            strncmp(lower, "non-", 4) != 0 && strncmp(lower, "counter-", 8) != 0)
            t->word = part;
    }
    if (t->tags != 0) {
        t->flags |= ENTI_KNOWN;
        s->known++;
        return;
    }
    t->tags = guess(lower, size, capital);
    t->plural = size > 3 && lower[size - 1] == 's' && lower[size - 2] != 's';
    if (t->tags != ENTI_NOUN) { /* a capital or a tail that English words have */
        t->flags |= ENTI_KNOWN;
        s->known++;
    }
}

/* What is written together and means two words: don't, we'll, Russia's. True when the word was one. */
static bool add_contraction(enti_sentence *s, const char *text, size_t start, size_t end, size_t mark,
                            size_t mark_size) {
    const char *tail = text + mark + mark_size;
    size_t n = end - mark - mark_size, stem = mark - start;
    if (n == 1 && (tail[0] == 't' || tail[0] == 'T') && stem > 1 && (text[mark - 1] == 'n' || text[mark - 1] == 'N')) {
        if (stem == 3 && (memcmp(text + start, "can", 3) == 0 || memcmp(text + start, "Can", 3) == 0))
            add_word(s, start, mark, text + start, stem);
        else if (stem == 3 && (memcmp(text + start + 1, "on", 2) == 0) && (text[start] == 'w' || text[start] == 'W'))
            add_word(s, start, mark - 1, "will", 4);
        else if (stem == 4 && memcmp(text + start + 1, "han", 3) == 0)
            add_word(s, start, mark - 1, "shall", 5);
        else
            add_word(s, start, mark - 1, text + start, stem - 1);
        if (s->tokens < ENTI_TOKENS_MOST) add_word(s, mark - 1, end, "not", 3);
        return true;
    }
    if (n == 1 && (tail[0] == 's' || tail[0] == 'S')) {
        enti_token *t;
        add_word(s, start, mark, text + start, stem);
        if (s->tokens == ENTI_TOKENS_MOST) return true;
        t = add_token(s, mark, end, ENTI_GEN | ENTI_BE | ENTI_HAVE);
        t->flags |= ENTI_KNOWN;
        return true;
    }
    if ((n == 2 && (memcmp(tail, "re", 2) == 0 || memcmp(tail, "ve", 2) == 0 || memcmp(tail, "ll", 2) == 0)) ||
        (n == 1 && (tail[0] == 'd' || tail[0] == 'm'))) {
        char word[4] = "'";
        add_word(s, start, mark, text + start, stem);
        if (s->tokens == ENTI_TOKENS_MOST) return true;
        memcpy(word + 1, tail, n);
        add_word(s, mark, end, word, n + 1);
        return true;
    }
    return false;
}

/* Reads a word from `at`; returns the byte behind it. */
static size_t take_word(enti_sentence *s, const char *text, size_t at, size_t end) {
    const unsigned char *p = (const unsigned char *)text;
    size_t to = at, n, mark = 0, mark_size = 0;
    while (to < end) {
        sign g = sign_at(p + to, end - to, &n);
        size_t after = to + n, m;
        bool inside = after < end && sign_at(p + after, end - after, &m) == WORD;
        if (g == WORD) {
            to = after;
        } else if (g == APOSTROPHE && inside && is_letter(p[after])) {
            mark = to;
            mark_size = n;
            to = after;
        } else if ((text[to] == '-' && inside) || (text[to] == ',' && inside && p[to - 1] <= '9' && p[after] <= '9')) {
            to = after;
        } else if (text[to] == '.' && to > at && inside) {
            to = after; /* U.S, 3.5 */
        } else if (text[to] == '.' && to > at + 2 && text[to - 2] == '.' && is_upper(p[to - 1]) && to + 1 < end) {
            to = after; /* the last stop of U.S. inside a sentence */
            break;
        } else {
            break;
        }
    }
    if (to - at == 6 && (memcmp(text + at, "cannot", 6) == 0 || memcmp(text + at, "Cannot", 6) == 0)) {
        add_word(s, at, at + 3, text + at, 3);
        if (s->tokens < ENTI_TOKENS_MOST) add_word(s, at + 3, to, text + at + 3, 3);
        return to;
    }
    if (mark == 0 || !add_contraction(s, text, at, to, mark, mark_size)) add_word(s, at, to, text + at, to - at);
    return to;
}

static bool match_phrase(const enti_sentence *s, int at, const enti_phrase *p) {
    if (at + p->count >= s->tokens) return false;
    for (int k = 0; k < p->count; k++) {
        const enti_token *t = &s->token[at + 1 + k];
        const enti_word *w = &s->lexicon->words[p->words[k]];
        /* Parts of names stand as they are written; other words were looked up in small letters. */
        if (t->word != p->words[k] &&
            (t->end - t->start != w->size || memcmp(s->text + t->start, w->text, w->size) != 0))
            return false;
    }
    return true;
}

/* A capital that begins no name after all: the word in small letters. */
static void lower_again(enti_sentence *s, enti_token *t) {
    char lower[64];
    size_t size = t->end - t->start;
    uint32_t word;
    if (size >= sizeof lower) return;
    for (size_t i = 0; i < size; i++) {
        char c = s->text[t->start + i];
        lower[i] = is_upper((unsigned char)c) ? (char)(c + 32) : c;
    }
    word = enti_lexicon_find(s->lexicon, lower, size);
    if (word == 0 || s->lexicon->words[word].tags == 0) return;
    t->word = word;
    t->tags = s->lexicon->words[word].tags;
    t->feature = s->lexicon->words[word].feature;
    t->plural = s->lexicon->words[word].plural && !s->lexicon->words[word].singular;
}

/* Words that act as one become one token: United States, no longer. */
static void join_phrases(enti_sentence *s) {
    int to = 0;
    for (int at = 0; at < s->tokens; at++, to++) {
        uint32_t p = enti_token_word(s, at)->phrase;
        while (p != 0 && !match_phrase(s, at, &s->lexicon->phrases[p - 1]))
            p = s->lexicon->phrases[p - 1].next;
        s->token[to] = s->token[at];
        if (p == 0) {
            if ((s->token[to].flags & ENTI_CAPITAL) != 0 && enti_token_word(s, to)->tags == 0)
                lower_again(s, &s->token[to]);
            continue;
        }
        at += s->lexicon->phrases[p - 1].count;
        s->token[to].end = s->token[at].end;
        s->token[to].word = s->lexicon->phrases[p - 1].word;
        s->token[to].tags = enti_token_word(s, to)->tags;
        s->token[to].feature = enti_token_word(s, to)->feature;
        s->token[to].plural = enti_token_word(s, to)->plural;
    }
    s->tokens = to;
}

/* Marks what lies between quotation marks, unless it is a term of at most three words. */
static void mark_quotes(enti_sentence *s, enti_splitter *x) {
    int from = x->quoted ? 0 : -1;
    for (int t = 0; t <= s->tokens; t++) {
        bool end = t == s->tokens, mark = !end && s->token[t].tag == ENTI_MARK && s->token[t].feature != 0;
        if (!end && !mark) continue;
        if (end ? from >= 0 : from >= 0 && s->token[t].feature != 1) {
            if (end || x->quoted || t - from > 4)
                for (int k = from; k < t; k++)
                    s->token[k].flags |= ENTI_QUOTED;
            from = -1;
            if (end)
                x->quoted = true;
            else
                x->quoted = false;
        } else if (mark && s->token[t].feature != 2) {
            from = t;
        }
    }
}

static void take_tokens(enti_sentence *s, enti_splitter *x, size_t end) {
    const unsigned char *p = (const unsigned char *)x->text;
    size_t n;
    while (x->at < end && s->tokens < ENTI_TOKENS_MOST - 1) {
        sign g = sign_at(p + x->at, end - x->at, &n);
        size_t at = x->at;
        enti_token *t;
        if (g == WORD) {
            x->at = take_word(s, x->text, at, end);
            continue;
        }
        x->at += n;
        if (g == SPACE || g == LINE) continue;
        if (g == APOSTROPHE) {
            /* The genitive of a plural; elsewhere it quotes a term, which changes nothing. */
            bool after_s = at > s->start && p[at - 1] == 's' && s->tokens > 0 && s->token[s->tokens - 1].end == at;
            t = add_token(s, at, at + n, after_s ? ENTI_GEN : ENTI_MARK);
            t->flags |= ENTI_KNOWN;
            continue;
        }
        if (p[at] == '-' && !(at + 1 < end && (p[at + 1] == '-' || p[at + 1] == ' '))) continue;
        t = add_token(s, at, at + n,
                      g == COMMA || g == DASH || p[at] == '-' ? ENTI_COMMA
                      : g == BREAK                            ? ENTI_BREAK
                      : g == STOP                             ? ENTI_END
                                                              : ENTI_MARK);
        t->feature = g == OPEN ? 1 : g == CLOSE ? 2 : g == STRAIGHT ? 3 : 0;
        if (p[at] == '?') s->question = true;
        if (p[at] == '-' && x->at < end && p[x->at] == '-') x->at++;
    }
}

bool enti_sentence_next(enti_splitter *x, const ent_lexicon *lexicon, enti_sentence *s) {
    const unsigned char *p = (const unsigned char *)x->text;
    size_t at, end, n;
    s->lexicon = lexicon;
    s->text = x->text;
    s->tokens = s->nps = s->clauses = s->words = s->known = 0;
    s->question = false;
    while (x->at < x->size) {
        sign g = sign_at(p + x->at, x->size - x->at, &n);
        if (g == LINE) x->quoted = false;
        if (g != SPACE && g != LINE) break;
        x->at += n;
    }
    if (x->at >= x->size) return false;
    s->start = at = x->at;
    /* No sentence is longer than its tokens allow, so the search for its end stops there too. */
    for (end = at; end < x->size && end - at < ENTI_TOKENS_MOST * 16;) {
        sign g = sign_at(p + end, x->size - end, &n);
        size_t behind;
        if (g == LINE) break;
        if (g == STOP && ends_sentence(x, at, end, &behind)) {
            end = behind;
            break;
        }
        end += n;
    }
    take_tokens(s, x, end);
    s->end = x->at < end ? x->at : end;
    mark_quotes(s, x);
    join_phrases(s);
    return true;
}
