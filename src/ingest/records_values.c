/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates of binary files as text. A number is written with the fewest digits that read back to the same
 * double, whole ones plain. A decimal of n digits after the point is tried by dividing: both the whole number of
 * its digits and the power of ten are exact doubles, so one rounding gives the double nearest to the decimal
 * (Clinger 1990), and equality proves it. Dates count from the epoch of the program that wrote them. */
#include "ingest/records_parts.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- Numbers -------------------------------------------------------------------------------------------- */

/* Digits of a whole number, backwards into the end of a buffer; returns the first. */
static char *write_digits(uint64_t value, char *end, int least) {
    do {
        *--end = (char)('0' + value % 10);
        value /= 10;
        least--;
    } while (value > 0 || least > 0);
    return end;
}

static bool write_decimal(double magnitude, bool negative, char *out) {
    static const double power[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    static const uint64_t whole_power[] = {1,
                                           10,
                                           100,
                                           1000,
                                           10000,
                                           100000,
                                           1000000,
                                           10000000,
                                           100000000,
                                           1000000000,
                                           10000000000,
                                           100000000000,
                                           1000000000000,
                                           10000000000000,
                                           100000000000000,
                                           1000000000000000};
    for (int places = 0; places < (int)(sizeof power / sizeof *power); places++) {
        double digits = nearbyint(magnitude * power[places]);
        char buffer[ENTI_VALUE_ROOM], *at = buffer + sizeof buffer;
        if (digits > 9007199254740992.0) return false;
        if (digits / power[places] != magnitude) continue;
        if (places > 0) {
            at = write_digits((uint64_t)digits % whole_power[places], at, places);
            *--at = '.';
        }
        at = write_digits((uint64_t)digits / whole_power[places], at, 1);
        if (negative) *--at = '-';
        memcpy(out, at, (size_t)(buffer + sizeof buffer - at));
        out[buffer + sizeof buffer - at] = 0;
        return true;
    }
    return false;
}

void enti_double_text(double value, char out[ENTI_VALUE_ROOM]) {
    const char *point = localeconv()->decimal_point;
    char *found;
    if (isnan(value)) {
        *out = 0;
        return;
    }
    if (write_decimal(fabs(value), value < 0, out)) return;
    for (int digits = 15; digits <= 17; digits++) {
        (void)snprintf(out, ENTI_VALUE_ROOM, "%.*g", digits, value);
        if (strtod(out, NULL) == value) break;
    }
    found = strstr(out, point); /* printf and strtod follow the locale of the process, the text must not */
    if (found == NULL || strcmp(point, ".") == 0) return;
    *found = '.';
    memmove(found + 1, found + strlen(point), strlen(found + strlen(point)) + 1);
}

/* ---- Dates ------------------------------------------------------------------------------------------------ */

enum { ERA = 146097 /* days of 400 Gregorian years */ };

/* From 1 March of year 0, Gregorian throughout. */
static const double days_to_1960 = 715815, days_to_1582 = 578040;

/* Year, month and day of a number of days since 1 March of year 0. Years run from March, so that the day a leap year
 * adds is the last of its year. */
static void civil(long days, int *year, int *month, int *day) {
    long era = days / ERA, of_era = days % ERA;
    long years = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA - 1)) / 365;
    long of_year = of_era - (365 * years + years / 4 - years / 100);
    long from_march = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * from_march + 2) / 5 + 1);
    *month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    *year = (int)(years + era * 400 + (*month <= 2));
}

static bool month_text(double months, char *out) {
    double year = 1960 + floor(months / 12);
    if (!(year >= 1 && year <= 9999)) return false;
    (void)snprintf(out, ENTI_VALUE_ROOM, "%04d-%02d", (int)year, (int)(months - floor(months / 12) * 12) + 1);
    return true;
}

static bool day_text(double value, const enti_date_form *form, char *out) {
    double whole = floor(value / form->per_day);
    double days = whole + (form->from_1582 ? days_to_1582 : days_to_1960);
    int year, month, day, used, ms;
    if (!(days >= 306 && days < 3652365)) return false; /* 0001-01-01 to 9999-12-31 */
    ms = (int)fmin(nearbyint((value / form->per_day - whole) * 86400000), 86399999);
    civil((long)days, &year, &month, &day);
    if (form->precision == ENTI_TO_MONTH) {
        (void)snprintf(out, ENTI_VALUE_ROOM, "%04d-%02d", year, month);
        return true;
    }
    used = snprintf(out, ENTI_VALUE_ROOM, "%04d-%02d-%02d", year, month, day);
    if (form->precision == ENTI_TO_DAY) return true;
    used += snprintf(out + used, ENTI_VALUE_ROOM - (size_t)used, "T%02d:%02d:%02d", ms / 3600000, ms / 60000 % 60,
                     ms / 1000 % 60);
    if (ms % 1000 != 0) (void)snprintf(out + used, ENTI_VALUE_ROOM - (size_t)used, ".%03d", ms % 1000);
    return true;
}

void enti_date_text(double value, const enti_date_form *form, char out[ENTI_VALUE_ROOM]) {
    bool done = false;
    if (isfinite(value)) done = form->per_day == 0 ? month_text(value, out) : day_text(value, form, out);
    if (!done) enti_double_text(value, out);
}

/* Display formats of each program that make a number a date. Weeks, quarters and half-years of Stata have no ISO text,
 * and its %tC counts leap seconds: those stay numbers. Times of day and durations are numbers too. */
static const struct {
    enti_stat_format program;
    const char *name;
    enti_date_form form;
} date_formats[] = {
    {ENTI_STATA, "TD", {1, false, ENTI_TO_DAY}},
    {ENTI_STATA, "D", {1, false, ENTI_TO_DAY}},
    {ENTI_STATA, "TM", {0, false, ENTI_TO_MONTH}},
    {ENTI_STATA, "TC", {86400000, false, ENTI_TO_SECOND}},
    {ENTI_SPSS, "DATE", {86400, true, ENTI_TO_DAY}},
    {ENTI_SPSS, "ADATE", {86400, true, ENTI_TO_DAY}},
    {ENTI_SPSS, "EDATE", {86400, true, ENTI_TO_DAY}},
    {ENTI_SPSS, "SDATE", {86400, true, ENTI_TO_DAY}},
    {ENTI_SPSS, "JDATE", {86400, true, ENTI_TO_DAY}},
    {ENTI_SPSS, "QYR", {86400, true, ENTI_TO_DAY}},
    {ENTI_SPSS, "WKYR", {86400, true, ENTI_TO_DAY}},
    {ENTI_SPSS, "MOYR", {86400, true, ENTI_TO_MONTH}},
    {ENTI_SPSS, "DATETIME", {86400, true, ENTI_TO_SECOND}},
    {ENTI_SPSS, "YMDHMS", {86400, true, ENTI_TO_SECOND}},
    {ENTI_SAS, "DATE", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "DDMMYY", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "DDMMYYD", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "DDMMYYP", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "DDMMYYS", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "MMDDYY", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "MMDDYYD", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "MMDDYYP", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "MMDDYYS", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "YYMMDD", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "YYMMDDD", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "YYMMDDP", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "YYMMDDS", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "YYMMDDN", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "JULIAN", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "WEEKDATE", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "WEEKDATX", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "WORDDATE", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "WORDDATX", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "NLDATE", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "E8601DA", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "B8601DA", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "IS8601DA", {1, false, ENTI_TO_DAY}},
    {ENTI_SAS, "MONYY", {1, false, ENTI_TO_MONTH}},
    {ENTI_SAS, "YYMON", {1, false, ENTI_TO_MONTH}},
    {ENTI_SAS, "DATETIME", {86400, false, ENTI_TO_SECOND}},
    {ENTI_SAS, "DATEAMPM", {86400, false, ENTI_TO_SECOND}},
    {ENTI_SAS, "DTDATE", {86400, false, ENTI_TO_DAY}},
    {ENTI_SAS, "NLDATM", {86400, false, ENTI_TO_SECOND}},
    {ENTI_SAS, "E8601DT", {86400, false, ENTI_TO_SECOND}},
    {ENTI_SAS, "B8601DT", {86400, false, ENTI_TO_SECOND}},
    {ENTI_SAS, "IS8601DT", {86400, false, ENTI_TO_SECOND}},
};

/* Stata's "%-tdD_m_Y" and "%d" hold the kind first; its letters tell %tc from %tC. */
static bool is_stata_format(const char *format, const char *name) {
    if (*format++ != '%') return false;
    if (*format == '-') format++;
    if (name[0] == 'D') return *format == 'd';
    return format[0] == 't' && format[1] == name[1] + ('a' - 'A');
}

/* "DATE9." and "SDATE10" are a name and a width. */
static bool is_named_format(const char *format, const char *name) {
    size_t length = strlen(name);
    return strncasecmp(format, name, length) == 0 && (format[length] == 0 || strchr(".0123456789", format[length]));
}

const enti_date_form *enti_date_form_of(enti_stat_format program, const char *format) {
    if (program == ENTI_SPSS_PORTABLE) program = ENTI_SPSS;
    if (program == ENTI_SAS_TRANSPORT) program = ENTI_SAS;
    for (size_t i = 0; i < sizeof date_formats / sizeof *date_formats; i++) {
        const char *name = date_formats[i].name;
        if (date_formats[i].program == program &&
            (program == ENTI_STATA ? is_stata_format(format, name) : is_named_format(format, name)))
            return &date_formats[i].form;
    }
    return NULL;
}
