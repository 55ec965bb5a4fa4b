/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Politically relevant dyads: contiguous, or with a major power. Unknown contiguity makes no dyad relevant; a note says
 * from when to when that is so. */
#include "panel/fills.h"
#include "panel/registry.h"
#include "panel/transforms.h"

static ent_status note_years(enti_builder *b, const enti_target *t, const char *what, ent_error *err) {
    const enti_frame *f = b->frame;
    char *note;
    if (t->first <= f->first && t->last >= f->last) return ENT_OK;
    note = enti_arena_printf(b->keep, "--relevant: %s is known for %d to %d only (%s)", what, t->first, t->last,
                             t->source);
    return note == NULL ? enti_no_memory(err) : enti_note_line(b, note, err);
}

static ent_status fill(enti_builder *b, enti_target *target, ent_error *err) {
    enti_target *const list[] = {target};
    ent_status st = enti_target_init(b, target, err);
    return st != ENT_OK ? st : target->variable->fill(b, list, 1, err);
}

ent_status enti_relevant(enti_builder *b, bool *keep, ent_error *err) {
    const enti_frame *f = b->frame;
    enti_target type = {.variable = enti_variable_of("contiguity", "type"), .level = ENTI_OF_PAIR, .counts = true};
    enti_target major = {.variable = enti_variable_of("majors", "majpow"), .level = ENTI_OF_PAIR, .counts = true};
    bool majors = enti_available(b, major.variable);
    ent_status st = ENT_OK;
    ENT_TRY(fill(b, &type, err));
    ENT_TRY(note_years(b, &type, "contiguity", err));
    if (majors) {
        ENT_TRY(fill(b, &major, err));
        ENT_TRY(note_years(b, &major, "the list of major powers", err));
    } else {
        ENT_TRY(enti_note_line(b,
                               "--relevant: the data hold no list of major powers (cow_majors), so only contiguous "
                               "dyads are kept",
                               err));
    }
    for (size_t row = 0; row < f->rows; row++) {
        int16_t c = type.small[0][row];
        keep[row] = (c >= 1 && c <= b->options->contiguity) || (majors && major.small[0][row] == 1);
    }
done:
    return st;
}
