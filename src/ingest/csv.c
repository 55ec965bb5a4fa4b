/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV as RFC 4180 has it, and as data archives really write it: LF, CRLF or a bare CR ends a line, a byte order
 * mark is skipped, a quote inside an unquoted field is an ordinary character.
 * The file is read in big blocks. Fields are copied into one text that is used again for each record, so nothing
 * is allocated per field. UTF-8 is checked once per record, eight ASCII bytes at a time. */
#include "ingest/csv.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 18, DELIMITER = ',' };

struct enti_csv {
    char *name;
    FILE *file; /* NULL when the bytes are the caller's */
    char *block;
    const char *in; /* input not yet used: in[at] to in[end - 1] */
    size_t at, end;

    char *text; /* fields of the record, each ends in 0 */
    size_t used, room;
    size_t *start; /* where each field starts in text */
    size_t fields, start_room;

    char *header_text;
    size_t *header_start;
    size_t columns;
    long line, row; /* line being read; line on which the record starts */
    bool after_cr;  /* the last byte ended a line as CR: an LF that follows belongs to it */
};

/* ---- Input ---------------------------------------------------------------------------------- */

/* Makes sure a byte can be read; *more is false at the end of the input. */
static ent_status fill(enti_csv *csv, bool *more, ent_error *err) {
    if (csv->at == csv->end && csv->file != NULL) {
        csv->at = 0;
        csv->end = fread(csv->block, 1, BLOCK, csv->file);
        if (csv->end == 0 && ferror(csv->file))
            return ent_fail_at(err, ENT_E_IO, csv->name, csv->line, 0, "the file could not be read");
    }
    *more = csv->at < csv->end;
    return ENT_OK;
}

static void count_lines(enti_csv *csv, const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (bytes[i] == '\r' || (bytes[i] == '\n' && !csv->after_cr)) csv->line++;
        csv->after_cr = bytes[i] == '\r';
    }
}

/* ---- The record's text ---------------------------------------------------------------------- */

static ent_status put(enti_csv *csv, const char *bytes, size_t count, ent_error *err) {
    if (csv->room - csv->used < count) {
        size_t room = csv->room * 2 > csv->used + count ? csv->room * 2 : csv->used + count;
        char *text = enti_realloc(csv->text, room, 1);
        if (text == NULL) return enti_no_memory(err);
        csv->text = text;
        csv->room = room;
    }
    if (count > 0) memcpy(csv->text + csv->used, bytes, count);
    csv->used += count;
    return ENT_OK;
}

static ent_status begin_field(enti_csv *csv, ent_error *err) {
    if (csv->fields == csv->start_room) {
        size_t room = csv->start_room == 0 ? 32 : csv->start_room * 2;
        size_t *start = enti_realloc(csv->start, room, sizeof *start);
        if (start == NULL) return enti_no_memory(err);
        csv->start = start;
        csv->start_room = room;
    }
    csv->start[csv->fields++] = csv->used;
    return ENT_OK;
}

/* ---- UTF-8 ---------------------------------------------------------------------------------- */

/* Length of the well-formed sequence at `at`, which has `left` bytes; 0 when it is not one. A zero byte is not
 * text here: it would cut a field short. Ranges of the second byte: Unicode standard, table 3-7. */
static size_t sequence_length(const unsigned char *at, size_t left) {
    unsigned char low = 0x80, high = 0xBF;
    size_t length;
    if (at[0] == 0) return 0;
    if (at[0] < 0x80) return 1;
    if (at[0] >= 0xC2 && at[0] <= 0xDF)
        length = 2;
    else if (at[0] >= 0xE0 && at[0] <= 0xEF)
        length = 3;
    else if (at[0] >= 0xF0 && at[0] <= 0xF4)
        length = 4;
    else
        return 0;
    if (length > left) return 0;
    if (at[0] == 0xE0) low = 0xA0;
    if (at[0] == 0xED) high = 0x9F;
    if (at[0] == 0xF0) low = 0x90;
    if (at[0] == 0xF4) high = 0x8F;
    if (at[1] < low || at[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if (at[i] < 0x80 || at[i] > 0xBF) return 0;
    return length;
}

/* Whether eight bytes are all ASCII and none is zero. */
static bool plain_ascii(const unsigned char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return ((word | (word - UINT64_C(0x0101010101010101))) & UINT64_C(0x8080808080808080)) == 0;
}

static bool is_utf8(const char *text, size_t size) {
    const unsigned char *at = (const unsigned char *)text;
    size_t i = 0;
    while (i < size) {
        size_t length;
        if (size - i >= 8 && plain_ascii(at + i)) {
            i += 8;
            continue;
        }
        length = sequence_length(at + i, size - i);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

static ent_status check_text(const enti_csv *csv, ent_error *err) {
    for (size_t i = 0; i < csv->fields; i++) {
        size_t end = i + 1 < csv->fields ? csv->start[i + 1] : csv->used;
        if (!is_utf8(csv->text + csv->start[i], end - 1 - csv->start[i]))
            return ent_fail_at(err, ENT_E_PARSE, csv->name, csv->row, (long)i + 1, "the text is not UTF-8");
    }
    return ENT_OK;
}

/* ---- Fields and records ---------------------------------------------------------------------- */

static ent_status take_plain(enti_csv *csv, ent_error *err) {
    bool more = false;
    for (;;) {
        ent_status st = fill(csv, &more, err);
        size_t to = csv->at;
        if (st != ENT_OK || !more) return st;
        while (to < csv->end && csv->in[to] != DELIMITER && csv->in[to] != '\n' && csv->in[to] != '\r')
            to++;
        st = put(csv, csv->in + csv->at, to - csv->at, err);
        csv->at = to;
        if (st != ENT_OK || to < csv->end) return st;
    }
}

/* After the opening quote, to after the closing one. A doubled quote stands for one. */
static ent_status take_quoted(enti_csv *csv, ent_error *err) {
    long opened = csv->line;
    ent_status st = ENT_OK;
    bool more = false;
    csv->after_cr = false;
    for (;;) {
        const char *quote;
        size_t count;
        ENT_TRY(fill(csv, &more, err));
        if (!more)
            return ent_fail_at(err, ENT_E_PARSE, csv->name, opened, (long)csv->fields,
                               "a quote is opened and not closed");
        quote = memchr(csv->in + csv->at, '"', csv->end - csv->at);
        count = quote != NULL ? (size_t)(quote - csv->in) - csv->at : csv->end - csv->at;
        count_lines(csv, csv->in + csv->at, count);
        ENT_TRY(put(csv, csv->in + csv->at, count, err));
        csv->at += count;
        if (quote == NULL) continue;
        csv->at++;
        csv->after_cr = false;
        ENT_TRY(fill(csv, &more, err));
        if (!more || csv->in[csv->at] != '"') break;
        ENT_TRY(put(csv, "\"", 1, err));
        csv->at++;
    }
done:
    return st;
}

/* Reads one field and what ends it; *last says that the record ended with it. */
static ent_status take_field(enti_csv *csv, bool *last, ent_error *err) {
    ent_status st = ENT_OK;
    bool more = false;
    char end;
    ENT_TRY(begin_field(csv, err));
    ENT_TRY(fill(csv, &more, err));
    if (more && csv->in[csv->at] == '"') {
        csv->at++;
        ENT_TRY(take_quoted(csv, err));
    } else {
        ENT_TRY(take_plain(csv, err));
    }
    ENT_TRY(put(csv, "", 1, err));
    ENT_TRY(fill(csv, &more, err));
    *last = true;
    if (!more) return ENT_OK;
    end = csv->in[csv->at];
    if (end != DELIMITER && end != '\n' && end != '\r')
        return ent_fail_at(err, ENT_E_PARSE, csv->name, csv->line, (long)csv->fields, "text follows a closing quote");
    *last = end != DELIMITER;
    csv->after_cr = false;
    count_lines(csv, &end, 1);
    csv->at++;
done:
    return st;
}

/* Skips blank lines, and the LF of a CRLF whose CR ended the last record. */
static ent_status skip_line_ends(enti_csv *csv, bool *more, ent_error *err) {
    for (;;) {
        ent_status st = fill(csv, more, err);
        if (st != ENT_OK || !*more || (csv->in[csv->at] != '\n' && csv->in[csv->at] != '\r')) return st;
        count_lines(csv, csv->in + csv->at, 1);
        csv->at++;
    }
}

static ent_status take_record(enti_csv *csv, bool *more, ent_error *err) {
    ent_status st = ENT_OK;
    bool last = false;
    ENT_TRY(skip_line_ends(csv, more, err));
    csv->row = csv->line;
    csv->fields = csv->used = 0;
    if (!*more) return ENT_OK;
    while (!last)
        ENT_TRY(take_field(csv, &last, err));
    ENT_TRY(check_text(csv, err));
done:
    return st;
}

ent_status enti_csv_next(enti_csv *csv, bool *more, ent_error *err) {
    ent_status st = take_record(csv, more, err);
    if (st != ENT_OK || !*more || csv->fields == csv->columns) return st;
    return ent_fail_at(err, ENT_E_PARSE, csv->name, csv->row,
                       (long)(csv->fields < csv->columns ? csv->fields : csv->columns) + 1,
                       "the row has %zu fields, the header has %zu", csv->fields, csv->columns);
}

/* ---- Open and close --------------------------------------------------------------------------- */

static ent_status skip_byte_order_mark(enti_csv *csv, ent_error *err) {
    bool more = false;
    ent_status st = fill(csv, &more, err);
    if (st == ENT_OK && csv->end - csv->at >= 3 && memcmp(csv->in + csv->at, "\xEF\xBB\xBF", 3) == 0) csv->at += 3;
    return st;
}

/* The header keeps the first record's buffers; records get new ones. */
static ent_status take_header(enti_csv *csv, ent_error *err) {
    ent_status st = ENT_OK;
    bool more = false;
    csv->line = 1;
    ENT_TRY(skip_byte_order_mark(csv, err));
    ENT_TRY(take_record(csv, &more, err));
    if (!more) return ent_fail_at(err, ENT_E_PARSE, csv->name, 1, 0, "the file is empty, expected a header line");
    csv->header_text = csv->text;
    csv->header_start = csv->start;
    csv->columns = csv->fields;
    csv->text = NULL;
    csv->start = NULL;
    csv->used = csv->room = csv->fields = csv->start_room = 0;
done:
    return st;
}

static enti_csv *new_csv(const char *name) {
    enti_csv *csv = enti_alloc(1, sizeof *csv);
    if (csv != NULL) csv->name = enti_strdup(name);
    if (csv != NULL && csv->name != NULL) return csv;
    enti_csv_close(csv);
    return NULL;
}

ent_status enti_csv_open(const char *path, const char *name, enti_csv **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_csv *csv = new_csv(name);
    if (csv != NULL) csv->block = enti_alloc(BLOCK, 1);
    if (csv == NULL || csv->block == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    csv->in = csv->block;
    csv->file = fopen(path, "rb");
    if (csv->file == NULL) {
        st = ent_fail_at(err, ENT_E_IO, name, 0, 0, "the file could not be opened");
        goto done;
    }
    ENT_TRY(take_header(csv, err));
    *out = csv;
    csv = NULL;
done:
    enti_csv_close(csv);
    return st;
}

ent_status enti_csv_open_bytes(const char *bytes, size_t size, const char *name, enti_csv **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_csv *csv = new_csv(name);
    if (csv == NULL) return enti_no_memory(err);
    csv->in = bytes;
    csv->end = size;
    ENT_TRY(take_header(csv, err));
    *out = csv;
    csv = NULL;
done:
    enti_csv_close(csv);
    return st;
}

void enti_csv_close(enti_csv *csv) {
    if (csv == NULL) return;
    if (csv->file != NULL) (void)fclose(csv->file); /* opened for reading: nothing can be lost */
    ent_free(csv->name);
    ent_free(csv->block);
    ent_free(csv->text);
    ent_free(csv->start);
    ent_free(csv->header_text);
    ent_free(csv->header_start);
    ent_free(csv);
}

/* ---- Looking at a record ----------------------------------------------------------------------- */

const char *enti_csv_name(const enti_csv *csv) {
    return csv->name;
}

size_t enti_csv_columns(const enti_csv *csv) {
    return csv->columns;
}

const char *enti_csv_column(const enti_csv *csv, size_t index) {
    return csv->header_text + csv->header_start[index];
}

size_t enti_csv_find(const enti_csv *csv, const char *name) {
    for (size_t i = 0; i < csv->columns; i++)
        if (strcmp(enti_csv_column(csv, i), name) == 0) return i;
    return SIZE_MAX;
}

const char *enti_csv_text(const enti_csv *csv, size_t column) {
    return csv->text + csv->start[column];
}

long enti_csv_row(const enti_csv *csv) {
    return csv->row;
}

static ent_status not_this(const enti_csv *csv, size_t column, const char *expected, ent_error *err) {
    return ent_fail_at(err, ENT_E_PARSE, csv->name, csv->row, (long)column + 1, "%s is \"%.80s\", expected %s",
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
