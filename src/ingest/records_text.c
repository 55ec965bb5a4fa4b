/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text as RFC 4180 has it, and as archives really write it: comma, semicolon or tab, whichever the header
 * line has most of outside of quotes; LF, CRLF or a bare CR ends a line; a byte order mark is skipped; a quote inside
 * an unquoted field is an ordinary character; blanks around fields do not count.
 * A window slides over the file and always holds the current record whole. A record is looked through twice: first
 * for its ends of fields, eight bytes at a time and changing nothing, so that it can be begun again once more of it is
 * there; then its fields are cut out in place. Nothing is allocated per record or field. */
#include "ingest/records_parts.h"
#include "ingest/records_scan.h"

#include <string.h>

enum { WINDOW = 1 << 18 };

struct enti_text_records {
    enti_source *source;
    const char *name;
    char *window;
    size_t at, end, room; /* the record being read starts at `at`; bytes up to `end`; room without the slack */
    bool strict;
    bool ended;     /* nothing follows what the window holds */
    enti_scan scan; /* its fields */
    long line, next_line;

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
    char *window = enti_realloc(t->window, room + ENTI_SCAN_SLACK, 1);
    if (window == NULL) return enti_no_memory(err);
    t->window = window;
    t->room = room;
    return ENT_OK;
}

/* A line end behind the last byte stops every search; whether the file really ends there is asked then. */
static void seal(enti_text_records *t) {
    memset(t->window + t->end, 0, ENTI_SCAN_SLACK);
    t->window[t->end] = '\n';
    enti_scan_moved(&t->scan);
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
        return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)t->scan.fields + 1,
                           "the record is longer than %d MB; a quote may be opened here and not closed",
                           ENTI_RECORD_LIMIT >> 20);
    if (t->end == t->room) ENT_TRY(grow(t, err));
    enti_source_set_line(t->source, t->line);
    for (size_t before = t->end; t->end < t->room && !t->ended;) { /* to the brim: little is moved for a byte read */
        size_t got = 0;
        st = enti_source_read(t->source, t->window + t->end, t->room - t->end, &got, err);
        if (st != ENT_OK && t->end == before) return st;
        if (st != ENT_OK) break; /* comes again when the records before it are used up */
        t->ended = got == 0;
        t->end += got;
    }
    st = ENT_OK;
    seal(t);
done:
    return st;
}

/* ---- Fields cut out ---------------------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static char *single_quotes(char *from, const char *to) {
    char *out = from;
    for (const char *p = from; p < to; p++) {
        *out++ = *p;
        if (*p == '"') p++;
    }
    return out;
}

/* Cuts blanks off each field and puts a zero where its delimiter or closing quote was. */
static void cut_out(char *record, enti_span *spans, size_t count, bool keep_blanks, const char **field) {
    for (size_t i = 0; i < count; i++) {
        char *from = record + spans[i].start, *to = record + (spans[i].end & ~ENTI_DOUBLED);
        if ((spans[i].end & ENTI_DOUBLED) != 0) to = single_quotes(from, to);
        while (!keep_blanks && from < to && is_blank(*from))
            from++;
        while (!keep_blanks && from < to && is_blank(to[-1]))
            to--;
        *to = 0;
        field[i] = from;
        spans[i] = (enti_span){(uint32_t)(from - record), (uint32_t)(to - record)};
    }
}

/* For a record with bytes beyond ASCII, or with zeros. */
static ent_status convert(enti_text_records *t, ent_error *err) {
    const char *record = t->window + t->at;
    size_t used = 0, room = 3 * t->scan.size + t->scan.fields + 1; /* of all fields: they point into it */
    for (size_t i = 0; i < t->scan.fields; i++) {
        const char *from = record + t->scan.spans[i].start;
        size_t size = t->scan.spans[i].end - t->scan.spans[i].start;
        if (memchr(from, 0, size) != NULL)
            return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)i + 1,
                               "the field has a zero byte; the file is not a text in UTF-8 or Latin-1");
        if (enti_is_utf8(from, size)) continue;
        if (t->strict) return ent_fail_at(err, ENT_E_PARSE, t->name, t->line, (long)i + 1, "the text is not UTF-8");
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
    bool ascii = enti_is_ascii(record, t->scan.size);
    if (t->field_room < t->scan.fields) {
        const char **field = enti_realloc(t->field, t->scan.fields, sizeof *field);
        if (field == NULL) return enti_no_memory(err);
        t->field = field;
        t->field_room = t->scan.fields;
    }
    t->next_line = t->line + 1 + enti_scan_inner_lines(&t->scan, record);
    cut_out(record, t->scan.spans, t->scan.fields, t->strict, t->field);
    return ascii ? ENT_OK : convert(t, err);
}

/* ---- Records ------------------------------------------------------------------------------------------------ */

/* Goes to the next line that is not blank; *more is false when there is none. */
static ent_status skip_blank_lines(enti_text_records *t, bool *more, ent_error *err) {
    ent_status st = ENT_OK;
    for (;;) {
        const char *at = t->window + t->at, *end = t->window + t->end;
        while (!t->strict && is_blank(*at) && *at != t->scan.delimiter)
            at++;
        *more = at < end;
        if (at == end && t->ended) return ENT_OK;
        if (at == end) {
            ENT_TRY(slide(t, err));
            continue;
        }
        if (*at != '\n' && *at != '\r') return ENT_OK;
        if (*at == '\r' || !t->scan.after_cr || at > t->window + t->at) t->line++;
        t->scan.after_cr = *at == '\r';
        t->at = (size_t)(at + 1 - t->window);
    }
done:
    return st;
}

static ent_status take_record(enti_text_records *t, bool *more, ent_error *err) {
    ent_status st = ENT_OK;
    bool whole = false;
    t->at += t->scan.size;
    t->scan.size = t->scan.fields = 0;
    t->line = t->next_line;
    ENT_TRY(skip_blank_lines(t, more, err));
    t->next_line = t->line;
    if (!*more) return ENT_OK;
    for (;;) {
        ENT_TRY(
            enti_scan_record(&t->scan, t->window + t->at, t->window + t->end, t->ended, &whole, t->name, t->line, err));
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
    if (st != ENT_OK || !*more || text->scan.fields == text->columns) return st;
    at = text->scan.fields < text->columns ? text->scan.fields : text->columns;
    return ent_fail_at(err, ENT_E_PARSE, text->name, text->line, (long)at + 1,
                       "the row has %zu fields, the header has %zu", text->scan.fields, text->columns);
}

/* ---- The header ------------------------------------------------------------------------------------------------ */

static ent_status find_delimiter(enti_text_records *t, ent_error *err) {
    ent_status st = ENT_OK;
    while (t->scan.delimiter == 0) {
        t->scan.delimiter = enti_scan_delimiter(t->window + t->at, t->window + t->end, t->ended);
        if (t->scan.delimiter == 0) ENT_TRY(slide(t, err));
    }
done:
    return st;
}

/* Keeps the names of the first record; records go on in the same window. */
static ent_status keep_header(enti_text_records *t, ent_error *err) {
    t->header = enti_arena_alloc(&t->arena, t->scan.fields, sizeof *t->header);
    if (t->header == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < t->scan.fields; i++) {
        t->header[i] = enti_arena_strdup(&t->arena, t->field[i]);
        if (t->header[i] == NULL) return enti_no_memory(err);
    }
    t->columns = t->scan.fields;
    return ENT_OK;
}

static ent_status take_header(enti_text_records *t, ent_error *err) {
    ent_status st = ENT_OK;
    bool more = false;
    t->line = t->next_line = 1;
    if (t->end < 3) ENT_TRY(slide(t, err));
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
                                  const enti_text_options *options, enti_text_records **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_text_records *t = enti_alloc(1, sizeof *t);
    if (t == NULL) return enti_no_memory(err);
    t->source = source;
    t->name = name;
    t->strict = t->scan.keep_blanks = options->strict;
    t->scan.delimiter = options->delimiter;
    ENT_TRY(grow(t, err));
    while (t->room < count)
        ENT_TRY(grow(t, err));
    if (count > 0) memcpy(t->window, first, count);
    t->end = count;
    seal(t);
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
    ent_free(text->scan.spans);
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

const char *const *enti_text_records_fields(const enti_text_records *text) {
    return text->field;
}

long enti_text_records_line(const enti_text_records *text) {
    return text->line;
}
