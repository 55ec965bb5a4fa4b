/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of the states of one year, as four words of bits. */
#ifndef ENTI_SET_H
#define ENTI_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ENTI_STATES = 256, ENTI_WORDS = ENTI_STATES / 64 };

typedef struct {
    uint64_t word[ENTI_WORDS];
} enti_set;

static inline void enti_set_add(enti_set *set, size_t i) {
    set->word[i / 64] |= UINT64_C(1) << (i % 64);
}

static inline void enti_set_remove(enti_set *set, size_t i) {
    set->word[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

static inline bool enti_set_has(const enti_set *set, size_t i) {
    return (set->word[i / 64] >> (i % 64)) & 1;
}

static inline enti_set enti_set_and(enti_set a, enti_set b) {
    for (int w = 0; w < ENTI_WORDS; w++)
        a.word[w] &= b.word[w];
    return a;
}

static inline enti_set enti_set_or(enti_set a, enti_set b) {
    for (int w = 0; w < ENTI_WORDS; w++)
        a.word[w] |= b.word[w];
    return a;
}

static inline enti_set enti_set_minus(enti_set a, enti_set b) {
    for (int w = 0; w < ENTI_WORDS; w++)
        a.word[w] &= ~b.word[w];
    return a;
}

/* Bits are cleared one at a time: sets of rivals and common allies are small or empty. */
static inline int enti_set_count(const enti_set *set) {
    int count = 0;
    for (int w = 0; w < ENTI_WORDS; w++)
        for (uint64_t rest = set->word[w]; rest != 0; rest &= rest - 1)
            count++;
    return count;
}

static inline bool enti_set_any(const enti_set *set) {
    uint64_t any = 0;
    for (int w = 0; w < ENTI_WORDS; w++)
        any |= set->word[w];
    return any != 0;
}

/* The first member at or after i, or ENTI_STATES: for (i = next(s, 0); i < ENTI_STATES; i = next(s, i + 1)) */
static inline size_t enti_set_next(const enti_set *set, size_t i) {
    for (; i < ENTI_STATES; i = (i / 64 + 1) * 64) {
        uint64_t rest = set->word[i / 64] >> (i % 64);
        if (rest != 0) return i + (size_t)__builtin_ctzll(rest);
    }
    return ENTI_STATES;
}

#endif
