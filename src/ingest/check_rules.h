/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A check is a row of a table: which columns a data set must have for it, and a query over its rows `x` that returns, for each
 * finding, the first line, how many rows, and a sentence. `temp.member` holds who belonged to the system in which
 * year. A new check is a new row.
 */
#ifndef ENTI_CHECK_RULES_H
#define ENTI_CHECK_RULES_H

#include <entente/check.h>

typedef struct {
    const char *id;
    ent_severity severity;
    const char *units; /* of the data set, parted by blanks; NULL: any */
    const char
        *needs; /* columns, parted by blanks; one that begins with ':' lists some, parted by commas: the query runs for
                        * each that is there and calls it `code` */
    const char *sql;
} enti_check_rule;

extern const enti_check_rule enti_check_rules[]; /* ends with a NULL id */

#endif
