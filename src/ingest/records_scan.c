/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the ends of fields is what reading a big file costs, so 64 bytes at a time become 64 bits, a bit for each
 * delimiter or line end, eight bytes to a step of ordinary arithmetic; fields are then read off the bits. Quoted fields
 * are rare or long, and searched for their quote by memchr. */
#include "ingest/records_scan.h"

#include "ingest/records_parts.h"

#include <string.h>

enum { BLOCK = 64 };

static const uint64_t each = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);

/* ---- Bits ---------------------------------------------------------------------------------------------- */

/* Top bit of each byte that is not the one repeated in `pattern`; other bits are noise. */
static inline uint64_t unequal(uint64_t word, uint64_t pattern) {
    uint64_t x = word ^ pattern;
    return x | ((x & ~tops) + ~tops);
}

static inline uint64_t find_ends(const char *at, uint64_t delimiter) {
    uint64_t ends = 0;
    for (size_t i = 0; i < BLOCK / 8; i++) {
        uint64_t word, found;
        memcpy(&word, at + 8 * i, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        found = ~(unequal(word, delimiter) & unequal(word, each * '\n') & unequal(word, each * '\r')) & tops;
        /* gathers the eight bits in the top byte */
        ends |= ((found >> 7) * UINT64_C(0x0102040810204080) >> 56) << (8 * i);
    }
    return ends;
}

void enti_scan_moved(enti_scan *scan) {
    scan->moved = true;
}

/* The first end of a field from `at` on; there is one, at the end of the bytes at the latest. */
static inline const char *next_end(const char **block, uint64_t *ends, const char *at, uint64_t delimiter) {
    size_t ahead = (size_t)(at - *block);
    if (ahead < BLOCK) {
        *ends &= ~UINT64_C(0) << ahead;
    } else {
        *block = at;
        *ends = find_ends(at, delimiter);
    }
    while (*ends == 0) {
        *block += BLOCK;
        *ends = find_ends(*block, delimiter);
    }
    return *block + __builtin_ctzll(*ends);
}

/* ---- Fields ----------------------------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* From after the opening quote to the closing one; NULL when it does not lie before `end`. */
static const char *closing_quote(const char *at, const char *end, uint32_t *doubled) {
    *doubled = 0;
    while ((at = memchr(at, '"', (size_t)(end - at))) != NULL) {
        if (at + 1 == end || at[1] != '"') return at;
        *doubled = ENTI_DOUBLED;
        at += 2;
    }
    return NULL;
}

/* The closing quote of a field and the delimiter or line end behind it. Both are NULL when they may lie behind `end`. */
static ent_status scan_quoted(const enti_scan *s, const char *from, const char *end, bool ended, const char **to,
                              const char **stop, uint32_t *doubled, const char **wrong) {
    *stop = NULL;
    *wrong = NULL;
    *to = closing_quote(from, end, doubled);
    if (*to == NULL && ended) {
        *wrong = "a quote is opened and not closed";
        return ENT_E_PARSE;
    }
    if (*to == NULL || (*to + 1 == end && !ended)) return ENT_OK; /* the last may be the first of two */
    for (*stop = *to + 1; !s->keep_blanks && is_blank(**stop) && **stop != s->delimiter;)
        ++*stop;
    if (**stop == s->delimiter || **stop == '\n' || **stop == '\r') return ENT_OK;
    *wrong = "text follows a closing quote; a quote inside a quoted field is written twice";
    return ENT_E_PARSE;
}

static ent_status more_spans(enti_scan *s, const char *name, long line, ent_error *err) {
    size_t room = s->room == 0 ? 64 : s->room * 2;
    enti_span *spans;
    if (room > ENTI_COLUMN_LIMIT)
        return ent_fail_at(err, ENT_E_PARSE, name, line, (long)s->room, "the record has more than %d fields",
                           (int)ENTI_COLUMN_LIMIT);
    spans = enti_realloc(s->spans, room, sizeof *spans);
    if (spans == NULL) return enti_no_memory(err);
    s->spans = spans;
    s->room = room;
    return ENT_OK;
}

/* What the loop below uses for each field is kept out of *scan, where every write of bytes could change it. */
ent_status enti_scan_record(enti_scan *scan, const char *at, const char *end, bool ended, bool *whole, const char *name,
                            long line, ent_error *err) {
    const char *record = at, *to, *stop, *wrong, *block = scan->moved ? at : scan->block;
    const char comma = scan->delimiter;
    const bool keep_blanks = scan->keep_blanks;
    const uint64_t delimiter = each * (unsigned char)comma;
    uint64_t ends = scan->moved ? find_ends(at, delimiter) : scan->ends;
    ent_status st = ENT_OK;
    size_t fields = 0;
    *whole = scan->quoted = false;
    for (;; at = stop + 1) {
        uint32_t doubled = 0;
        if (fields == scan->room) ENT_TRY(more_spans(scan, name, line, err));
        while (*at == ' ' && !keep_blanks) /* so that a quote behind blanks counts as one */
            at++;
        if (*at != '"' || at == end) {
            to = stop = next_end(&block, &ends, at, delimiter);
        } else {
            scan->quoted = true;
            st = scan_quoted(scan, ++at, end, ended, &to, &stop, &doubled, &wrong);
            if (st != ENT_OK) st = ent_fail_at(err, st, name, line, (long)fields + 1, "%s", wrong);
            if (st != ENT_OK) goto done;
        }
        if (stop == NULL || (stop == end && !ended)) goto done;
        scan->spans[fields++] = (enti_span){(uint32_t)(at - record), (uint32_t)(to - record) | doubled};
        if (*stop != comma) break;
    }
    *whole = true;
    scan->after_cr = *stop == '\r';
    scan->size = (size_t)(stop - record) + (stop < end);
done:
    scan->fields = fields;
    scan->block = block;
    scan->ends = ends;
    scan->moved = false;
    return st;
}

long enti_scan_inner_lines(const enti_scan *scan, const char *record) {
    long lines = 0;
    for (size_t i = 0; scan->quoted && i < scan->fields; i++) {
        const char *at = record + scan->spans[i].start, *to = record + (scan->spans[i].end & ~ENTI_DOUBLED);
        if (scan->spans[i].start == 0 || at[-1] != '"') continue;
        if (memchr(at, '\n', (size_t)(to - at)) == NULL && memchr(at, '\r', (size_t)(to - at)) == NULL) continue;
        for (; at < to; at++)
            if (*at == '\n' || *at == '\r') {
                lines++;
                at += *at == '\r' && at + 1 < to && at[1] == '\n';
            }
    }
    return lines;
}

/* ---- The dialect -------------------------------------------------------------------------------------------- */

char enti_scan_delimiter(const char *at, const char *end, bool ended) {
    static const char candidates[] = {',', ';', '\t'};
    size_t counts[sizeof candidates] = {0}, best = 0;
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
    if (at == end && !ended) return 0;
    for (size_t i = 1; i < sizeof candidates; i++)
        if (counts[i] > counts[best]) best = i;
    return candidates[best];
}
