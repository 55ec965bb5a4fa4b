/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by its first bytes: a statistics program's, something that is no table at all, or else text. */
#include "ingest/records_parts.h"

#include <string.h>

/* Files that are often taken for data, and what to do about them. Each mark is more than a header line may be. */
#define MARK(bytes) (bytes), sizeof(bytes) - 1
static const struct {
    const char *bytes;
    size_t count;
    const char *what;
} foreign[] = {
    {MARK("PK\3\4"), "the file is a zip archive or a workbook; unpack it, or save the sheet as CSV"},
    {MARK("\xD0\xCF\x11\xE0"), "the file is an old Excel workbook; save the sheet as CSV"},
    {MARK("\x1F\x8B\x08"), "the file is compressed twice; unpack it once"},
    {MARK("BZh91AY&SY"), "the file is compressed with bzip2; unpack it"},
    {MARK("\xFD\x37zXZ"), "the file is compressed with xz; unpack it"},
    {MARK("\x28\xB5\x2F\xFD"), "the file is compressed with zstd; unpack it"},
    {MARK("\xFF\xFE"), "the file is in UTF-16; save it as UTF-8"},
    {MARK("\xFE\xFF"), "the file is in UTF-16; save it as UTF-8"},
    {MARK("RDX2\n"), "the file is an R workspace; save the table as CSV in R"},
    {MARK("RDX3\n"), "the file is an R workspace; save the table as CSV in R"},
    {MARK("X\n\0\0\0"), "the file is an R object; save the table as CSV in R"},
    {MARK("PAR1\x15"), "the file is a Parquet file; save the table as CSV"},
    {MARK("SQLite format 3"), "the file is an SQLite database, not a table"},
    {MARK("%PDF-"), "the file is a PDF document, not a table"},
    {MARK("<!DOCTYPE"), "the file is a web page, not a table; the download may have failed"},
    {MARK("<!doctype"), "the file is a web page, not a table; the download may have failed"},
    {MARK("<html"), "the file is a web page, not a table; the download may have failed"},
};

static bool begins(const void *first, size_t count, const char *bytes, size_t size) {
    return count >= size && memcmp(first, bytes, size) == 0;
}

ent_status enti_foreign_check(const char *name, const void *first, size_t count, ent_error *err) {
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (begins(first, count, foreign[i].bytes, foreign[i].count))
            return ent_fail_at(err, ENT_E_PARSE, name, 0, 0, "%s", foreign[i].what);
    return ENT_OK;
}

/* An SPSS portable file has its mark after 200 bytes of title and 256 of characters, in lines of 80 or as one. */
static bool is_portable(const char *first, size_t count) {
    for (size_t at = 456; at + 8 <= count && at < 480; at++)
        if (memcmp(first + at, "SPSSPORT", 8) == 0) return true;
    return false;
}

enti_stat_format enti_stat_detect(const void *first, size_t count) {
    static const char sas[] = "\0\0\0\0\0\0\0\0\0\0\0\0\xC2\xEA\x81\x60\xB3\x14\x11\xCF\xBD\x92\x08\x00\x09\xC7\x31"
                              "\x8C\x18\x1F\x10\x11";
    const unsigned char *b = first;
    if (begins(first, count, "<stata_dta>", 11)) return ENTI_STATA;
    if (count > 3 && b[0] >= 102 && b[0] <= 115 && (b[1] == 1 || b[1] == 2) && b[2] == 1) return ENTI_STATA;
    if (begins(first, count, "$FL2", 4) || begins(first, count, "$FL3", 4)) return ENTI_SPSS;
    if (begins(first, count, sas, 32)) return ENTI_SAS;
    if (begins(first, count, "HEADER RECORD*******LIB", 23)) return ENTI_SAS_TRANSPORT;
    return is_portable(first, count) ? ENTI_SPSS_PORTABLE : ENTI_NOT_STAT;
}
