/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of texts as CSV: they may be published where the texts may not, and answer every question but "which verb". */
#include "beliefs/speeches.h"

#include <math.h>
#include <string.h>

static void put_cell(enti_text *out, const char *text) {
    bool plain = text[strcspn(text, ",\"\r\n")] == 0;
    if (!plain) enti_text_put(out, "\"", 1);
    for (; *text != 0; text++)
        enti_text_put(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    enti_text_put(out, plain ? "," : "\",", plain ? 1 : 2);
}

static void put_about(enti_text *out, const ent_coded_text *s) {
    put_cell(out, s->id);
    put_cell(out, s->speaker);
    if (s->ccode != ENT_MISSING)
        enti_text_add(out, "%d", s->ccode);
    else
        enti_text_add(out, "%s", s->state);
    enti_text_put(out, ",", 1);
    put_cell(out, s->date);
    put_cell(out, s->venue);
    put_cell(out, s->mode);
    if (!isnan(s->words)) enti_text_add(out, "%.0f", s->words);
    enti_text_put(out, ",", 1);
}

static void put_row(enti_text *out, const enti_speech *s, int domain, int level) {
    put_about(out, &s->about);
    enti_text_add(out, "%s,%s", domain == ENTI_ANY_DOMAIN ? "" : enti_domain_words[domain],
                  level == ENTI_UNSAID ? "" : enti_confidence_words[level]);
    for (int kind = 0; kind < ENTI_KINDS; kind++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            enti_text_add(out, ",%.0f", s->counts[domain][level][kind][k]);
    enti_text_put(out, "\n", 1);
}

static bool any_code(const enti_speech *s, int domain, int level) {
    for (int kind = 0; kind < ENTI_KINDS; kind++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            if (s->counts[domain][level][kind][k] > 0) return true;
    return false;
}

ent_status ent_speeches_counts(const ent_speeches *speeches, char **out, size_t *size, ent_error *err) {
    static const char *const kinds[ENTI_KINDS] = {"self", "other", "nonactor"};
    enti_text text = {0};
    enti_text_add(&text, "text_id,speaker,ccode,date,venue,mode,words,domain,confidence");
    for (int kind = 0; kind < ENTI_KINDS; kind++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            enti_text_add(&text, ",%s_%s", kinds[kind], enti_vics_words[k]);
    enti_text_put(&text, "\n", 1);
    for (size_t i = 0; i < speeches->count; i++) {
        bool found = false;
        for (int d = 0; d < ENTI_DOMAINS; d++)
            for (int level = 0; level < ENTI_LEVELS; level++) {
                if (!any_code(speeches->sorted[i], d, level)) continue;
                put_row(&text, speeches->sorted[i], d, level);
                found = true;
            }
        if (!found) put_row(&text, speeches->sorted[i], ENTI_FOREIGN, ENTI_SINGLE); /* read, and nothing found */
    }
    if (text.failed) {
        enti_text_clear(&text);
        return enti_no_memory(err);
    }
    if (size != NULL) *size = text.size;
    *out = text.at;
    return ENT_OK;
}
