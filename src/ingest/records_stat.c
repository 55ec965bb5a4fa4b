/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stata, SPSS and SAS files: not read yet. */
#include "ingest/records_parts.h"

enti_stat_format enti_stat_detect(const void *first, size_t count) {
    (void)first, (void)count;
    return ENTI_NOT_STAT;
}
ent_status enti_stat_records_open(enti_source *source, enti_stat_format format, const char *name,
                                  enti_stat_records **out, ent_error *err) {
    (void)source, (void)format, (void)out;
    return ent_fail_at(err, ENT_E_PARSE, name, 0, 0, "Stata, SPSS and SAS files cannot be read yet");
}
void enti_stat_records_close(enti_stat_records *stat) {
    (void)stat;
}
size_t enti_stat_records_columns(const enti_stat_records *stat) {
    (void)stat;
    return 0;
}
const char *enti_stat_records_column(const enti_stat_records *stat, size_t index) {
    (void)stat, (void)index;
    return "";
}
ent_status enti_stat_records_next(enti_stat_records *stat, bool *more, ent_error *err) {
    (void)stat, (void)more, (void)err;
    return ENT_OK;
}
const char *enti_stat_records_field(const enti_stat_records *stat, size_t column) {
    (void)stat, (void)column;
    return "";
}
long enti_stat_records_line(const enti_stat_records *stat) {
    (void)stat;
    return 0;
}
void enti_stat_records_progress(const enti_stat_records *stat, uint64_t *done, uint64_t *total) {
    (void)stat;
    *done = *total = 0;
}
