/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates inside a year: which years a spell counts for. */
#include "panel/panel.h"

bool enti_spell_days(const char *start, const char *end, bool ongoing, int last_year, int32_t *first, int32_t *last) {
    if (start == NULL || !enti_date_first(start, first)) return false;
    if (end != NULL && *end != 0) return enti_date_last(end, last) && *last >= *first;
    if (ongoing) {
        *last = enti_day(last_year, 12, 31);
        return *last >= *first;
    }
    return enti_date_last(start, last); /* an end that is not known: only its start is certain */
}

bool enti_spell_holds(ent_day day, int32_t first, int32_t last, int year) {
    int32_t from = enti_day(year, 1, 1), to = enti_day(year, 12, 31);
    if (day == ENT_FIRST_OF_JANUARY) to = from;
    if (day == ENT_FIRST_OF_JULY) from = to = enti_day(year, 7, 1);
    if (day == ENT_LAST_OF_DECEMBER) from = to;
    return first <= to && last >= from;
}

int enti_day_year(int32_t day) {
    int year = (int)(day / 365.2425) + 1970; /* at most one off */
    while (enti_day(year, 1, 1) > day)
        year--;
    while (enti_day(year + 1, 1, 1) <= day)
        year++;
    return year;
}
