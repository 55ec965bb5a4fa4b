/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys were seen, by a hash of 64 bits: what is not there was never seen, what is there most likely was. */
#ifndef ENTI_KEY_SET_H
#define ENTI_KEY_SET_H

#include "base/base.h"

/* A zeroed one is empty. */
typedef struct enti_key_set {
    uint64_t *slots; /* 0: free */
    size_t room, count;
} enti_key_set;

/* Continues a hash with a number or a text; begin with 0. */
uint64_t enti_key_number(uint64_t hash, uint64_t number);
uint64_t enti_key_text(uint64_t hash, const char *text);

/* Adds a hash; *seen says that it was there. */
ENT_MUST_USE ent_status enti_key_add(enti_key_set *set, uint64_t hash, bool *seen, ent_error *err);
void enti_key_clear(enti_key_set *set);

#endif
