/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text as RFC 4180 has it, and as archives really write it: comma, semicolon or tab, whichever the header
 * line has most of outside of quotes; LF, CRLF or a bare CR ends a line; a byte order mark is skipped; a quote inside
 * an unquoted field is an ordinary character; blanks around fields do not count.
 * A window slides over the file and always holds the current record whole. A record is looked through twice: first
 * for its ends of fields, eight bytes at a time and changing nothing, so that it can be begun again once more of it is
 * there; then its fields are cut out in place. Nothing is allocated per record or field. */
#include "ingest/records_parts.h"

#include <string.h>

enum { WINDOW = 1 << 18, SLACK = 16 /* bytes behind the window that may be looked at, and a zero */ };

/* A field as it stands in the window, without its outer quotes. */
typedef struct span {
    uint32_t start, end;
    bool doubled; /* has quotes written twice */
} span;

struct enti_text_records {
    enti_source *source;
    const char *name;
    char *window;
    size_t at, end, room; /* the record being read starts at `at`; bytes up to `end`; room without the slack */
    bool ended;           /* nothing follows what the window holds */
    bool after_cr;        /* the last line ended with CR: an LF that follows belongs to it */
    bool quoted;          /* the record has a quoted field */
    char delimiter;
    uint64_t pattern; /* the delimiter, eight times */
    long line, next_line;

    span *spans;
    size_t fields, span_room;
    size_t size; /* of the record, with its line end */

    enti_arena arena; /* the header */
    const char **header;
    size_t columns;
    const char **field; /* of the current record */
    size_t field_room;
    char *converted; /* fields that were not UTF-8 */
    size_t converted_room;
};

/* ---- The window ---------------------------------------------------------------------------------------- */

static ent_status grow(enti_text_records *t, ent_error *err) {
    size_t room = t->room == 0 ? WINDOW : t->room * 2;
    char *window = enti_realloc(t->window, room + SLACK, 1);
    if (window == NULL) return enti_no_memory(err);
    t->window = window;
    t->room = room;
    return ENT_OK;
}

/* Brings more bytes in behind the record's first ones, which may move to the front. */
static ent_status slide(enti_text_records *t, ent_error *err) {
    ent_status st = ENT_OK;
    if (t->at > 0) {
        memmove(t->window, t->window + t->at, t->end - t->at);
        t->end -= t->at;
        t->at = 0;
    }
    if (t->end >= ENTI_RECORD_LIMIT)
        return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)t->fields + 1,
                           "the record is longer than %d MB; a quote may be opened here and not closed",
                           ENTI_RECORD_LIMIT >> 20);
    if (t->end == t->room) ENT_TRY(grow(t, err));
    while (t->end < t->room && !t->ended) { /* fills it, so that little is moved for each byte read */
        size_t got = 0;
        ENT_TRY(enti_source_read(t->source, t->window + t->end, t->room - t->end, &got, err));
        t->ended = got == 0;
        t->end += got;
    }
    memset(t->window + t->end, 0, SLACK);
    t->window[t->end] = '\n'; /* stops every search; whether the file really ends here is asked there */
done:
    return st;
}

/* ---- Ends of fields -------------------------------------------------------------------------------------- */

static uint64_t repeat(char c) {
    return UINT64_C(0x0101010101010101) * (unsigned char)c;
}

/* The lowest top bit that is set belongs to the first zero byte; those above it may be wrong. */
static uint64_t zero_bytes(uint64_t word) {
    return (word - UINT64_C(0x0101010101010101)) & ~word & UINT64_C(0x8080808080808080);
}

/* The first delimiter or line end from `at` on. The window ends with one. */
static const char *plain_end(const char *at, uint64_t delimiter) {
    const uint64_t lf = UINT64_C(0x0A0A0A0A0A0A0A0A), cr = UINT64_C(0x0D0D0D0D0D0D0D0D);
    for (;; at += 8) {
        uint64_t word, found;
        memcpy(&word, at, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        found = zero_bytes(word ^ delimiter) | zero_bytes(word ^ lf) | zero_bytes(word ^ cr);
        if (found != 0) return at + (__builtin_ctzll(found) >> 3);
    }
}

/* From after the opening quote to the closing one; NULL when it does not lie before `end`. */
static const char *quoted_end(const char *at, const char *end, bool *doubled) {
    *doubled = false;
    while ((at = memchr(at, '"', (size_t)(end - at))) != NULL) {
        if (at + 1 == end || at[1] != '"') return at;
        *doubled = true;
        at += 2;
    }
    return NULL;
}

static ent_status add_span(enti_text_records *t, const char *from, const char *to, bool doubled, ent_error *err) {
    const char *record = t->window + t->at;
    if (t->fields == t->span_room) {
        size_t room = t->span_room == 0 ? 64 : t->span_room * 2;
        span *spans = enti_realloc(t->spans, room, sizeof *spans);
        if (spans == NULL) return enti_no_memory(err);
        t->spans = spans;
        t->span_room = room;
    }
    t->spans[t->fields++] = (span){(uint32_t)(from - record), (uint32_t)(to - record), doubled};
    return ENT_OK;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* One field from *at on, to its delimiter or line end. *at is NULL when the window ends before the field does. */
static ent_status scan_field(enti_text_records *t, const char **at, ent_error *err) {
    const char *from = *at, *end = t->window + t->end, *to;
    bool doubled = false;
    while (*from == ' ')
        from++;
    if (*from != '"' || from == end) { /* blanks before a quote are skipped; others are cut later */
        to = *at = plain_end(from, t->pattern);
    } else {
        to = quoted_end(++from, end, &doubled);
        t->quoted = true;
        *at = NULL;
        if (to == NULL && !t->ended) return ENT_OK;
        if (to == NULL)
            return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)t->fields + 1,
                               "a quote is opened and not closed");
        if (to + 1 == end && !t->ended) return ENT_OK; /* it may be the first of two */
        for (*at = to + 1; is_blank(**at) && **at != t->delimiter;)
            ++*at;
        if (**at != t->delimiter && **at != '\n' && **at != '\r')
            return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)t->fields + 1,
                               "text follows a closing quote; a quote inside a quoted field is written twice");
    }
    if (*at == end && !t->ended) {
        *at = NULL;
        return ENT_OK;
    }
    if (t->fields == ENTI_COLUMN_LIMIT)
        return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)t->fields, "the record has more than %d fields",
                           (int)ENTI_COLUMN_LIMIT);
    return add_span(t, from, to, doubled, err);
}

/* Finds the fields of the record at `at`; *whole is false when more of the file is needed. */
static ent_status scan_record(enti_text_records *t, bool *whole, ent_error *err) {
    const char *at = t->window + t->at, *end = t->window + t->end;
    ent_status st = ENT_OK;
    t->fields = 0;
    *whole = t->quoted = false;
    for (;; at++) {
        ENT_TRY(scan_field(t, &at, err));
        if (at == NULL) return ENT_OK;
        if (*at != t->delimiter) break;
    }
    *whole = true;
    t->after_cr = *at == '\r';
    t->size = (size_t)(at - (t->window + t->at)) + (at < end);
done:
    return st;
}

/* ---- Fields cut out ---------------------------------------------------------------------------------------- */

/* Line ends inside quotes count too. */
static void count_lines(enti_text_records *t) {
    const char *record = t->window + t->at;
    const uint64_t lf = repeat('\n');
    t->next_line = t->line + 1;
    for (size_t i = 0; t->quoted && i < t->fields; i++) {
        const char *at = record + t->spans[i].start, *to = record + t->spans[i].end;
        if (t->spans[i].start == 0 || at[-1] != '"') continue;
        for (; (at = plain_end(at, lf)) < to; at++) {
            t->next_line++;
            at += *at == '\r' && at + 1 < to && at[1] == '\n';
        }
    }
}

static char *single_quotes(char *from, const char *to) {
    char *out = from;
    for (const char *p = from; p < to; p++) {
        *out++ = *p;
        if (*p == '"') p++;
    }
    return out;
}

/* Cuts blanks off a field and puts a zero where its delimiter or closing quote was. */
static const char *cut_out(char *record, span *s) {
    char *from = record + s->start, *to = record + s->end;
    if (s->doubled) to = single_quotes(from, to);
    while (from < to && is_blank(*from))
        from++;
    while (from < to && is_blank(to[-1]))
        to--;
    *to = 0;
    s->start = (uint32_t)(from - record);
    s->end = (uint32_t)(to - record);
    return from;
}

/* For a record with bytes beyond ASCII, or with zeros. */
static ent_status convert(enti_text_records *t, ent_error *err) {
    const char *record = t->window + t->at;
    size_t used = 0, room = 3 * t->size + t->fields + 1; /* of all fields: they point into it */
    for (size_t i = 0; i < t->fields; i++) {
        const char *from = record + t->spans[i].start;
        size_t size = t->spans[i].end - t->spans[i].start;
        if (memchr(from, 0, size) != NULL)
            return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)i + 1,
                               "the field has a zero byte; the file is not a text in UTF-8 or Latin-1");
        if (enti_is_utf8(from, size)) continue;
        if (t->converted_room < room) {
            ent_free(t->converted);
            t->converted = enti_alloc(room, 1);
            t->converted_room = t->converted != NULL ? room : 0;
            if (t->converted == NULL) return enti_no_memory(err);
        }
        t->field[i] = t->converted + used;
        used += enti_utf8_from_1252(from, size, t->converted + used) + 1;
    }
    return ENT_OK;
}

static ent_status take_fields(enti_text_records *t, ent_error *err) {
    char *record = t->window + t->at;
    bool ascii = enti_is_ascii(record, t->size);
    if (t->field_room < t->fields) {
        const char **field = enti_realloc(t->field, t->fields, sizeof *field);
        if (field == NULL) return enti_no_memory(err);
        t->field = field;
        t->field_room = t->fields;
    }
    count_lines(t);
    for (size_t i = 0; i < t->fields; i++)
        t->field[i] = cut_out(record, &t->spans[i]);
    return ascii ? ENT_OK : convert(t, err);
}

/* ---- Records ------------------------------------------------------------------------------------------------ */

/* Goes to the next line that is not blank; *more is false when there is none. */
static ent_status skip_blank_lines(enti_text_records *t, bool *more, ent_error *err) {
    ent_status st = ENT_OK;
    for (;;) {
        const char *at = t->window + t->at, *end = t->window + t->end;
        while (is_blank(*at) && *at != t->delimiter)
            at++;
        *more = at < end;
        if (at == end && t->ended) return ENT_OK;
        if (at == end) {
            ENT_TRY(slide(t, err));
            continue;
        }
        if (*at != '\n' && *at != '\r') return ENT_OK;
        if (*at == '\r' || !t->after_cr || at > t->window + t->at) t->line++;
        t->after_cr = *at == '\r';
        t->at = (size_t)(at + 1 - t->window);
    }
done:
    return st;
}

static ent_status take_record(enti_text_records *t, bool *more, ent_error *err) {
    ent_status st = ENT_OK;
    bool whole = false;
    t->at += t->size;
    t->size = t->fields = 0;
    t->line = t->next_line;
    ENT_TRY(skip_blank_lines(t, more, err));
    t->next_line = t->line;
    if (!*more) return ENT_OK;
    for (;;) {
        ENT_TRY(scan_record(t, &whole, err));
        if (whole) break;
        ENT_TRY(slide(t, err));
    }
    ENT_TRY(take_fields(t, err));
done:
    return st;
}

ent_status enti_text_records_next(enti_text_records *text, bool *more, ent_error *err) {
    size_t at;
    ent_status st = take_record(text, more, err);
    if (st != ENT_OK || !*more || text->fields == text->columns) return st;
    at = text->fields < text->columns ? text->fields : text->columns;
    return ent_fail_at(err, ENT_E_PARSE, text->name, text->line, (long)at + 1,
                       "the row has %zu fields, the header has %zu", text->fields, text->columns);
}

/* ---- The header ------------------------------------------------------------------------------------------------ */

/* The delimiter the line at `at` has most of outside of quotes, or 0 when the line does not end before the window. */
static char most_used(const enti_text_records *t) {
    static const char candidates[] = {',', ';', '\t'};
    size_t counts[sizeof candidates] = {0}, best = 0;
    const char *at = t->window + t->at, *end = t->window + t->end;
    bool quoted = false, begins = true;
    for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
        if (*at == '"' && (quoted || begins)) quoted = !quoted;
        begins = begins && *at == ' ';
        for (size_t i = 0; !quoted && i < sizeof candidates; i++)
            if (*at == candidates[i]) {
                counts[i]++;
                begins = true;
            }
    }
    if (at == end && !t->ended) return 0;
    for (size_t i = 1; i < sizeof candidates; i++)
        if (counts[i] > counts[best]) best = i;
    return candidates[best];
}

static ent_status find_delimiter(enti_text_records *t, ent_error *err) {
    ent_status st = ENT_OK;
    while ((t->delimiter = most_used(t)) == 0)
        ENT_TRY(slide(t, err));
    t->pattern = repeat(t->delimiter);
done:
    return st;
}

/* Keeps the names of the first record; records go on in the same window. */
static ent_status keep_header(enti_text_records *t, ent_error *err) {
    t->header = enti_arena_alloc(&t->arena, t->fields, sizeof *t->header);
    if (t->header == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < t->fields; i++) {
        t->header[i] = enti_arena_strdup(&t->arena, t->field[i]);
        if (t->header[i] == NULL) return enti_no_memory(err);
    }
    t->columns = t->fields;
    return ENT_OK;
}

static ent_status take_header(enti_text_records *t, ent_error *err) {
    ent_status st = ENT_OK;
    bool more = false;
    t->line = t->next_line = 1;
    ENT_TRY(slide(t, err));
    if (t->end >= 3 && memcmp(t->window, "\xEF\xBB\xBF", 3) == 0) t->at = 3;
    ENT_TRY(skip_blank_lines(t, &more, err));
    if (!more) return ent_fail_at(err, ENT_E_PARSE, t->name, 1, 0, "the file is empty, expected a header line");
    t->next_line = t->line;
    ENT_TRY(find_delimiter(t, err));
    ENT_TRY(take_record(t, &more, err));
    ENT_TRY(keep_header(t, err));
done:
    return st;
}

ent_status enti_text_records_open(enti_source *source, const void *first, size_t count, const char *name,
                                  enti_text_records **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_text_records *t = enti_alloc(1, sizeof *t);
    if (t == NULL) return enti_no_memory(err);
    t->source = source;
    t->name = name;
    ENT_TRY(grow(t, err));
    while (t->room < count)
        ENT_TRY(grow(t, err));
    if (count > 0) memcpy(t->window, first, count);
    t->end = count;
    ENT_TRY(take_header(t, err));
    *out = t;
    t = NULL;
done:
    enti_text_records_close(t);
    return st;
}

void enti_text_records_close(enti_text_records *text) {
    if (text == NULL) return;
    enti_arena_clear(&text->arena);
    ent_free(text->window);
    ent_free(text->spans);
    ent_free(text->field);
    ent_free(text->converted);
    ent_free(text);
}

size_t enti_text_records_columns(const enti_text_records *text) {
    return text->columns;
}

const char *enti_text_records_column(const enti_text_records *text, size_t index) {
    return text->header[index];
}

const char *enti_text_records_field(const enti_text_records *text, size_t column) {
    return text->field[column];
}

long enti_text_records_line(const enti_text_records *text) {
    return text->line;
}
