/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of codes and counts over any bytes: what is read is sorted, sums up, and every complaint has its place. */
#include "beliefs/speeches.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void look_at(const ent_speeches *s, size_t i) {
    const ent_coded_text *speech = ent_speeches_at(s, i);
    ent_belief_options o = ent_belief_options_default();
    double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
    ent_belief_profile profile;
    if (*speech->speaker == 0 || *speech->id == 0) abort();
    if (*speech->date != 0 && !enti_is_date(speech->date)) abort();
    if (i > 0 && strcmp(ent_speeches_at(s, i - 1)->speaker, speech->speaker) > 0) abort();
    o.domain = ENT_DOMAIN_ALL;
    o.others = ENT_OTHERS_ALL;
    enti_speech_counts(s->sorted[i], &o, self, other);
    ent_belief_indices(self, other, &profile);
    for (int b = 0; b < ENT_BELIEFS; b++)
        if (!isnan(profile.value[b]) && !(fabs(profile.value[b]) <= 1 + 1e-9)) abort();
    for (size_t v = 0; v < speech->codes; v++) {
        const ent_verb *verb = ent_speeches_verb(s, i, v);
        if (verb->line < 2 || strlen(verb->sentence) > 1 << 20) abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    ent_error err = {.status = ENT_OK};
    ent_speeches *s = NULL;
    if (enti_speeches_read_bytes((const char *)bytes, size, "fuzz.csv", &s, &err) != ENT_OK) {
        if (s != NULL || *err.message == 0 || (err.status == ENT_E_PARSE && err.row < 1)) abort();
        return 0;
    }
    for (size_t i = 0; i < ent_speeches_count(s); i++)
        look_at(s, i);
    ent_speeches_free(s);
    return 0;
}
