/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second opinion: link-grammar says which words are verbs and which phrase is whose subject, and the same rules
 * code its reading. Where the library or its dictionary is not there, everything else goes on without it. */
#ifndef ENTI_BELIEFS_SECOND_H
#define ENTI_BELIEFS_SECOND_H

#include "beliefs/vics.h"

typedef struct enti_second enti_second;

/* What the second reading of a sentence codes. */
typedef struct enti_second_codes {
    bool made; /* false: the sentence was too long, or could not be parsed */
    int count;
    struct {
        uint32_t verb; /* byte at which the verb stands */
        int8_t scale;
        bool self, actor;
    } code[ENTI_CODES_MOST];
} enti_second_codes;

/* Loads the library; *out stays NULL, with the reason in the coverage, when it is not there. `cache` may be NULL. */
ENT_MUST_USE ent_status enti_second_open(const char *cache, ent_coverage *cover, enti_second **out, ent_error *err);

/* Reads a sentence that the first reading has finished with; `spare` is overwritten. */
ENT_MUST_USE ent_status enti_second_read(enti_second *second, const enti_sentence *first, enti_sentence *spare,
                                         const enti_speaker *speaker, bool relatives, ent_coverage *cover,
                                         enti_second_codes *out, ent_error *err);

/* Writes the cache, if there is one and it has grown. */
ENT_MUST_USE ent_status enti_second_save(enti_second *second, ent_error *err);

void enti_second_close(enti_second *second);

/* How a code of the first reading stands to the second. */
ent_confidence enti_second_compare(const enti_second_codes *second, const enti_sentence *s, const enti_code *code);

#endif
