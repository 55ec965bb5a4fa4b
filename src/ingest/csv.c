/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project's own tables: CSV in UTF-8 with commas, where blanks count, and numbers that must be numbers. What finds
 * the fields is the reader of any delimited text (records_text.c), told to be strict. */
#include "ingest/csv.h"

#include "ingest/records_parts.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct enti_csv {
    char *name;
    enti_source *source;
    enti_text_records *text;
    const char *const *fields; /* of the current record */
};

/* ---- Open, read and close ----------------------------------------------------------------------- */

/* `path` NULL: over bytes. */
static ent_status open_any(const char *path, const char *bytes, size_t size, const char *name, enti_csv **out,
                           ent_error *err) {
    static const enti_text_options options = {.delimiter = ',', .strict = true};
    ent_status st = ENT_OK;
    enti_csv *csv = enti_alloc(1, sizeof *csv);
    if (csv != NULL) csv->name = enti_strdup(name);
    if (csv == NULL || csv->name == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(path != NULL ? enti_source_open(path, csv->name, &csv->source, err)
                         : enti_source_open_bytes(bytes, size, csv->name, &csv->source, err));
    ENT_TRY(enti_text_records_open(csv->source, NULL, 0, csv->name, &options, &csv->text, err));
    *out = csv;
    csv = NULL;
done:
    enti_csv_close(csv);
    return st;
}

ent_status enti_csv_open(const char *path, const char *name, enti_csv **out, ent_error *err) {
    return open_any(path, NULL, 0, name, out, err);
}

ent_status enti_csv_open_bytes(const char *bytes, size_t size, const char *name, enti_csv **out, ent_error *err) {
    return open_any(NULL, bytes, size, name, out, err);
}

void enti_csv_close(enti_csv *csv) {
    if (csv == NULL) return;
    enti_text_records_close(csv->text);
    enti_source_close(csv->source);
    ent_free(csv->name);
    ent_free(csv);
}

ent_status enti_csv_next(enti_csv *csv, bool *more, ent_error *err) {
    ent_status st = enti_text_records_next(csv->text, more, err);
    csv->fields = enti_text_records_fields(csv->text);
    return st;
}

/* ---- Looking at a record ----------------------------------------------------------------------- */

const char *enti_csv_name(const enti_csv *csv) {
    return csv->name;
}

size_t enti_csv_columns(const enti_csv *csv) {
    return enti_text_records_columns(csv->text);
}

const char *enti_csv_column(const enti_csv *csv, size_t index) {
    return enti_text_records_column(csv->text, index);
}

size_t enti_csv_find(const enti_csv *csv, const char *name) {
    for (size_t i = 0; i < enti_csv_columns(csv); i++)
        if (strcmp(enti_csv_column(csv, i), name) == 0) return i;
    return SIZE_MAX;
}

const char *enti_csv_text(const enti_csv *csv, size_t column) {
    return csv->fields[column];
}

long enti_csv_row(const enti_csv *csv) {
    return enti_text_records_line(csv->text);
}

static ent_status not_this(const enti_csv *csv, size_t column, const char *expected, ent_error *err) {
    return ent_fail_at(err, ENT_E_PARSE, csv->name, enti_csv_row(csv), (long)column + 1, "%s is \"%.80s\", expected %s",
                       enti_csv_column(csv, column), enti_csv_text(csv, column), expected);
}

/* ---- Numbers ------------------------------------------------------------------------------------ */

typedef struct decimal {
    bool negative, exact; /* exact: every digit is in `digits` */
    uint64_t digits;
    int scale; /* value = digits x 10^scale */
} decimal;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* One run of digits; false when there is none. Leading zeros cost no precision. */
static bool read_digits(const char **at, bool fraction, decimal *out) {
    const char *from = *at;
    for (; is_digit(**at); (*at)++) {
        if (out->digits > UINT64_C(99999999999999999)) /* one more digit might not fit */
            out->exact = false;
        else
            out->digits = out->digits * 10 + (uint64_t)(**at - '0');
        if (fraction && out->exact && out->scale > -10000) out->scale--;
    }
    return *at > from;
}

static bool read_exponent(const char **at, decimal *out) {
    bool negative;
    int exponent = 0;
    if (**at != 'e' && **at != 'E') return true;
    (*at)++;
    negative = **at == '-';
    if (**at == '-' || **at == '+') (*at)++;
    if (!is_digit(**at)) return false;
    for (; is_digit(**at); (*at)++)
        if (exponent < 100000) exponent = exponent * 10 + (**at - '0');
    out->scale += negative ? -exponent : exponent;
    return true;
}

/* Takes the text apart; false when it is not a decimal number from end to end. */
static bool read_decimal(const char *text, decimal *out) {
    bool whole, part = false;
    *out = (decimal){.exact = true, .negative = *text == '-'};
    if (*text == '-' || *text == '+') text++;
    whole = read_digits(&text, false, out);
    if (*text == '.') {
        text++;
        part = read_digits(&text, true, out);
    }
    return (whole || part) && read_exponent(&text, out) && *text == 0;
}

/* strtod follows the locale of the process, which is not ours to know. */
static double slow_double(const char *text) {
    const char *point = strchr(text, '.');
    char *copy = enti_strdup(text);
    double value;
    if (copy == NULL) return NAN;
    if (point != NULL) copy[point - text] = *localeconv()->decimal_point;
    value = strtod(copy, NULL);
    ent_free(copy);
    return value;
}

ent_status enti_csv_double(const enti_csv *csv, size_t column, double *out, ent_error *err) {
    static const double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const char *text = enti_csv_text(csv, column);
    decimal d;
    double value;
    if (*text == 0) {
        *out = NAN;
        return ENT_OK;
    }
    if (!read_decimal(text, &d)) return not_this(csv, column, "a number", err);
    /* Digits and power are exact doubles here, so one rounding gives the nearest one (Clinger 1990). */
    if (d.exact && d.digits <= (UINT64_C(1) << 53) && d.scale >= -22 && d.scale <= 22) {
        value = d.scale < 0 ? (double)d.digits / power[-d.scale] : (double)d.digits * power[d.scale];
        *out = d.negative ? -value : value;
        return ENT_OK;
    }
    value = slow_double(text);
    if (isnan(value)) return enti_no_memory(err);
    if (isinf(value)) return not_this(csv, column, "a number that fits a double", err);
    *out = value;
    return ENT_OK;
}

ent_status enti_csv_int(const enti_csv *csv, size_t column, int32_t *out, ent_error *err) {
    const char *text = enti_csv_text(csv, column), *at = text;
    decimal d = {.exact = true};
    if (*text == 0) {
        *out = ENT_MISSING;
        return ENT_OK;
    }
    if (*at == '-' || *at == '+') at++;
    if (!read_digits(&at, false, &d) || *at != 0) return not_this(csv, column, "a whole number", err);
    if (!d.exact || d.digits > INT32_MAX) /* the lowest 32-bit integer means missing */
        return not_this(csv, column, "a whole number from -2147483647 to 2147483647", err);
    *out = *text == '-' ? -(int32_t)d.digits : (int32_t)d.digits;
    return ENT_OK;
}
