/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of one sentence, before they are written out. */
#ifndef ENTI_BELIEFS_VICS_H
#define ENTI_BELIEFS_VICS_H

#include "beliefs/clause.h"

/* What changed the value of a code, in the order in which it is told. */
typedef enum enti_rule {
    ENTI_R_TRANSPARENT,
    ENTI_R_INTENT,
    ENTI_R_COMMIT,
    ENTI_R_ATTEMPT,
    ENTI_R_OBLIGE,
    ENTI_R_REFUSE,
    ENTI_R_STOP,
    ENTI_R_THREAT,
    ENTI_R_PERMIT,
    ENTI_R_WANT,
    ENTI_R_COMMAND,
    ENTI_R_FUTURE,
    ENTI_R_MODAL,
    ENTI_R_EXHORT,
    ENTI_R_NEGATION,
    ENTI_R_PASSIVE,
    ENTI_R_REPORT,
    ENTI_R_CLEFT,
    ENTI_R_WITHOUT,
    ENTI_R_COUNT
} enti_rule;

extern const char *const enti_rule_names[ENTI_R_COUNT];

enum { ENTI_CODES_MOST = 64 };

typedef struct enti_code {
    int16_t clause; /* that is asserted */
    int16_t leaf;   /* whose frame it is: the complement of a control verb */
    int16_t subject, object;
    int8_t scale;
    bool self, actor, domestic, negated;
    uint32_t rules; /* bits of enti_rule */
    const enti_frame *frame;
} enti_code;

/* Codes of a sentence that was tagged and parsed; returns their number. */
int enti_vics_code(const enti_sentence *s, const enti_speaker *speaker, bool relatives,
                   enti_code codes[ENTI_CODES_MOST]);

#endif
