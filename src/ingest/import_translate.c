/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fields of a record as values of a row. The one place where a source's own codes for "missing" are translated; what is
 * neither a value nor such a code is an error that names the line and the column.
 */
#include "ingest/importing.h"

#include <stdio.h>
#include <string.h>

static const char *text_of(const enti_importing *im, const enti_planned *p, size_t part) {
    return enti_records_text(im->records, p->parts[part].index);
}

/* file:line:column: name is "text", expected ... */
static ent_status unfit(const enti_importing *im, const enti_planned *p, size_t part, const char *expected,
                        ent_error *err) {
    return ent_fail_at(err, ENT_E_PARSE, im->file, enti_records_line(im->records), (long)p->parts[part].index + 1,
                       "%s is \"%.60s\", expected %s", enti_records_column(im->records, p->parts[part].index),
                       text_of(im, p, part), expected);
}

static ent_status out_of_range(const enti_importing *im, const enti_planned *p, ent_error *err) {
    char expected[120];
    (void)snprintf(expected, sizeof expected, "%.15g to %.15g; correct it, or empty it where it is not known",
                   p->column.low - (double)p->parts[0].add, p->column.high - (double)p->parts[0].add);
    return unfit(im, p, 0, expected, err);
}

static bool is_missing(const enti_planned *p, const char *text) {
    if (*text == 0) return true;
    if (*text >= '0' && *text <= '9' && !p->digits_missing) return false;
    return enti_value_listed(p->column.missing, text);
}

static ent_status take_number(enti_importing *im, const enti_planned *p, enti_value *out, ent_error *err) {
    const char *text = text_of(im, p, 0);
    double low = p->column.low, high = p->column.high, number;
    if (p->column.kind == ENTI_DATA_INTEGER) {
        if (!enti_value_whole(text, &out->whole)) return unfit(im, p, 0, "a whole number", err);
        out->whole += p->parts[0].add;
        number = (double)out->whole;
        out->type = ENTI_VALUE_WHOLE;
    } else {
        if (!enti_value_real(text, &out->number)) return unfit(im, p, 0, "a number with a decimal point", err);
        number = out->number;
        out->type = ENTI_VALUE_NUMBER;
    }
    return low < high && (number < low || number > high) ? out_of_range(im, p, err) : ENT_OK;
}

static ent_status take_flag(enti_importing *im, const enti_planned *p, enti_value *out, ent_error *err) {
    bool two = p->column.kind == ENTI_DATA_YES_NO;
    int64_t whole;
    if (!enti_value_whole(text_of(im, p, 0), &whole) || whole < (two ? 1 : 0) || whole > (two ? 2 : 1))
        return unfit(im, p, 0, two ? "1 for yes or 2 for no" : "0 or 1", err);
    *out = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = two ? whole == 1 : whole};
    return ENT_OK;
}

/* A part of a date as a number; ENT_MISSING for what the source does not know. */
static bool date_part(const enti_importing *im, const enti_planned *p, size_t part, int64_t *out) {
    const char *text = text_of(im, p, part);
    *out = ENT_MISSING;
    return is_missing(p, text) || enti_value_whole(text, out);
}

static ent_status take_parts(enti_importing *im, const enti_planned *p, enti_value *out, ent_error *err) {
    int64_t part[3] = {ENT_MISSING, ENT_MISSING, ENT_MISSING};
    for (size_t i = 0; i < p->parts_count; i++)
        if (!date_part(im, p, i, &part[i])) return unfit(im, p, i, "a whole number, a part of a date", err);
    if (part[0] == ENT_MISSING) return ENT_OK;
    if (part[1] == ENT_MISSING) part[2] = ENT_MISSING; /* a day without its month says nothing */
    if (!enti_value_date(part[0], part[1], part[2], out->date)) {
        char expected[96];
        int size =
            snprintf(expected, sizeof expected, "parts of a date that exists, not year %lld", (long long)part[0]);
        if (part[1] != ENT_MISSING)
            size += snprintf(expected + size, sizeof expected - (size_t)size, ", month %lld", (long long)part[1]);
        if (part[2] != ENT_MISSING)
            (void)snprintf(expected + size, sizeof expected - (size_t)size, ", day %lld", (long long)part[2]);
        return unfit(im, p, 0, expected, err);
    }
    out->type = ENTI_VALUE_WORDS;
    return ENT_OK;
}

static ent_status take_date(enti_importing *im, const enti_planned *p, enti_value *out, ent_error *err) {
    ent_status st = ENT_OK;
    if (p->parts_count > 1) {
        ENT_TRY(take_parts(im, p, out, err));
    } else {
        if (!enti_value_date_text(text_of(im, p, 0), out->date))
            return unfit(im, p, 0, "a date that exists: 1949, 1949-04, 1949-04-04 or 194904", err);
        out->type = ENTI_VALUE_WORDS;
    }
    if (p->column.kind == ENTI_DATA_MONTH && out->type == ENTI_VALUE_WORDS && strlen(out->date) > 7) out->date[7] = 0;
    if (out->type == ENTI_VALUE_WORDS) out->words = out->date;
done:
    return st;
}

/* The year of the row, for schemes whose codes moved: the year, else the start of a spell. */
static int year_of(enti_importing *im) {
    size_t sources[] = {im->year, im->start};
    for (size_t i = 0; i < 2; i++) {
        const enti_planned *p;
        char date[ENTI_DATE_ROOM];
        int64_t whole;
        if (sources[i] == SIZE_MAX || im->plan[sources[i]].parts_count == 0) continue;
        p = &im->plan[sources[i]];
        if ((p->column.kind == ENTI_DATA_DATE || p->column.kind == ENTI_DATA_MONTH) && p->parts_count == 1) {
            if (enti_value_date_text(text_of(im, p, 0), date)) return (int)(enti_value_date_key(date) / 10000);
        } else if (enti_value_whole(text_of(im, p, 0), &whole) && whole > -10000 && whole < 10000) {
            return (int)(whole + p->parts[0].add);
        }
    }
    return im->set->hook != NULL && im->set->hook->year != NULL ? im->set->hook->year(im) : ENT_MISSING;
}

static void note_unresolved(enti_importing *im, const char *text) {
    size_t i = 0;
    im->unresolved_all++;
    while (i < im->unresolved_count && strncmp(im->unresolved[i].code, text, sizeof im->unresolved[i].code - 1) != 0)
        i++;
    if (i == ENTI_UNRESOLVED_MOST) return;
    if (i == im->unresolved_count) {
        (void)snprintf(im->unresolved[i].code, sizeof im->unresolved[i].code, "%.23s", text);
        im->unresolved_count++;
    }
    im->unresolved[i].count++;
}

void enti_import_state(enti_importing *im, enti_scheme scheme, const char *text, int year, enti_value *out) {
    int code = enti_codes_find(im->codes, scheme, text, year);
    *out = (enti_value){.type = ENTI_VALUE_NULL};
    if (code != ENT_MISSING) *out = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = code};
    /* A COW number that is not in the list is kept as it stands. */
    if (code == ENT_MISSING || (scheme == ENTI_SCHEME_COW && !enti_codes_known(im->codes, code)))
        note_unresolved(im, text);
}

static ent_status take_state(enti_importing *im, const enti_planned *p, enti_value *out, ent_error *err) {
    const char *last = "";
    int year = ENT_MISSING;
    bool dated = false;
    for (size_t i = 0; i < p->parts_count; i++) {
        const char *text = text_of(im, p, i);
        enti_scheme scheme = p->parts[i].scheme;
        int64_t number;
        int code;
        if (is_missing(p, text)) continue;
        last = text;
        if (scheme == ENTI_SCHEME_COW) {
            if (!enti_value_whole(text, &number) || number < 1 || number > 99999)
                return unfit(im, p, i, "a COW number (letters differ between schemes and are not guessed)", err);
        } else if (!dated) {
            year = year_of(im);
            dated = true;
        }
        code = enti_codes_find(im->codes, scheme, text, year);
        if (code == ENT_MISSING) continue;
        *out = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = code};
        if (scheme == ENTI_SCHEME_COW && !enti_codes_known(im->codes, code)) note_unresolved(im, text);
        return ENT_OK;
    }
    if (*last != 0) note_unresolved(im, last);
    return ENT_OK;
}

static ent_status take_value(enti_importing *im, const enti_planned *p, enti_value *out, ent_error *err) {
    bool parted = p->column.kind == ENTI_DATA_STATE || p->parts_count > 1;
    if (!parted && is_missing(p, text_of(im, p, 0))) return ENT_OK;
    switch (p->column.kind) {
    case ENTI_DATA_INTEGER:
    case ENTI_DATA_REAL: return take_number(im, p, out, err);
    case ENTI_DATA_FLAG:
    case ENTI_DATA_YES_NO: return take_flag(im, p, out, err);
    case ENTI_DATA_DATE:
    case ENTI_DATA_MONTH: return take_date(im, p, out, err);
    case ENTI_DATA_STATE: return take_state(im, p, out, err);
    case ENTI_DATA_TEXT: *out = (enti_value){.type = ENTI_VALUE_WORDS, .words = text_of(im, p, 0)}; return ENT_OK;
    case ENTI_DATA_ONGOING:
    case ENTI_DATA_MADE:
    case ENTI_DATA_MADE_TEXT: break;
    }
    return ENT_OK;
}

/* An end of 0 in every part is a spell that runs on (ATOP), where the data set says so. */
static bool runs_on(const enti_importing *im, const enti_planned *p) {
    for (size_t i = 0; i < p->parts_count; i++)
        if (strcmp(text_of(im, p, i), "0") != 0) return i > 0 && *text_of(im, p, i) == 0;
    return p->parts_count > 0;
}

ent_status enti_import_translate(enti_importing *im, ent_error *err) {
    ent_status st = ENT_OK;
    for (size_t i = 0; i < im->count; i++) {
        const enti_planned *p = &im->plan[i];
        im->values[i] = (enti_value){.type = ENTI_VALUE_NULL};
        if (p->parts_count == 0) continue;
        if (i == im->end && im->set->coverage == ENTI_ZERO_RUNS && runs_on(im, p)) {
            if (im->ongoing != SIZE_MAX) im->values[im->ongoing] = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = 1};
            continue;
        }
        ENT_TRY(take_value(im, p, &im->values[i], err));
        if (im->values[i].type == ENTI_VALUE_NULL && (p->column.flags & ENTI_FILLED))
            return unfit(im, p, 0, "a value: no row may lack it", err);
    }
    if (im->ongoing != SIZE_MAX) {
        bool open = im->set->coverage == ENTI_ZERO_RUNS && im->end != SIZE_MAX && im->plan[im->end].parts_count > 0 &&
                    runs_on(im, &im->plan[im->end]);
        im->values[im->ongoing] = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = open};
    }
done:
    return st;
}
