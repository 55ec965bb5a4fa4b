/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A published data set as a table row: how its files are recognised, which columns they hold and how each is
 * translated. Column maps (JSON) make rows of the same type at run time; one engine serves all.
 */
#ifndef ENTI_DATASET_H
#define ENTI_DATASET_H

#include "base/base.h"

typedef enum enti_data_kind {
    ENTI_DATA_INTEGER,
    ENTI_DATA_REAL,
    ENTI_DATA_TEXT,
    ENTI_DATA_FLAG,    /* 0 or 1 */
    ENTI_DATA_YES_NO,  /* 1 is yes, 2 is no, as the war lists have it: stored as 1 and 0 */
    ENTI_DATA_DATE,    /* ISO text, a year, YYYYMM, or the parts year+month+day; stored as precise as known */
    ENTI_DATA_MONTH,   /* the same, stored without the day */
    ENTI_DATA_STATE,   /* a state's code in any scheme, stored as COW number; NULL where none answers */
    ENTI_DATA_ONGOING, /* 0 or 1, set by the coverage rule */
    ENTI_DATA_MADE,    /* integer or text that the hook sets */
    ENTI_DATA_MADE_TEXT,
} enti_data_kind;

enum {
    ENTI_KEY = 1,      /* part of what no two rows may share; rows that lack a part are not compared */
    ENTI_REQUIRED = 2, /* the header must have it */
    ENTI_FILLED = 4,   /* no row may lack it */
};

/* A column of import_X. `from` names the columns of the file that may hold it: "a|b" is a, else b; "y+m+d" joins the
 * parts of a date; "session@1945" adds 1945; "iso2:code|name:country" gives each alternative the scheme of its codes
 * (cow, gw, iso2, iso3, iso-numeric, polity, name) and tries the next where one does not answer. NULL is `name`. */
typedef struct enti_data_column {
    const char *name, *from;
    enti_data_kind kind;
    int flags;
    const char *missing; /* codes that stand for "missing", parted by blanks; empty fields always do. May be NULL */
    double low, high;    /* range of what is stored, where low < high */
    const char *unit;    /* may be NULL */
    const char *description;
} enti_data_column;

/* What the end of a spell says about spells that still run when the data end. */
typedef enum enti_coverage {
    ENTI_NO_COVERAGE,
    ENTI_ZERO_RUNS, /* the parts of the date are 0 (ATOP) */
    ENTI_LAST_RUNS, /* the end is the last day of coverage: the greatest end of the file */
} enti_coverage;

/* Which version a file is, by the last year of its rows, where it does not say. */
typedef struct enti_edition {
    int last_year;
    const char *version;
} enti_edition;

struct enti_importing;

/* What a table cannot say: rows from wide files. `begin` sees the header, `row` each record; `row` calls enti_import_emit
 * as often as it likes. Both may use im->hook_data, which dies with the import. */
typedef struct enti_hook {
    ent_status (*begin)(struct enti_importing *im, ent_error *err); /* may be NULL */
    ent_status (*row)(struct enti_importing *im, ent_error *err);
    int (*year)(struct enti_importing *im); /* of a record that has none in itself; ENT_MISSING: unknown. May be NULL */
} enti_hook;

typedef struct enti_dataset {
    const char *id;   /* the table is import_<id>; several layouts may share it */
    const char *form; /* name of the layout, for --as and messages; NULL is `id` */
    const char *title;
    const char
        *unit; /* state-year, dyad-year, directed-dyad-year, state-spell, dyad-spell, member-spell, event, other */
    const char *scheme; /* of the file's codes */
    const char *licence, *citation;
    const char *version;          /* where the file does not say */
    const char *version_column;   /* "version" unless the file has none that counts; may be NULL */
    const enti_edition *editions; /* by last year; ends with {0, NULL}; may be NULL. They outrank the column */
    const char *marks, *bans;     /* header names that must and must not be there, parted by blanks; may be NULL */
    size_t most_columns;          /* the header has no more; 0: any number */
    enti_coverage coverage;
    int coverage_from;               /* ENTI_LAST_RUNS: the greatest end counts only from this year on */
    const char *without;             /* column whose 0 says "not so": such records give no row; may be NULL */
    bool pair_once;                  /* undirected: stored with ccode1 < ccode2, and once */
    const char *also;                /* id of another table made from the same file */
    const enti_hook *hook;           /* NULL: a row a record */
    const enti_data_column *columns; /* ends with {NULL} */
} enti_dataset;

/* All there are, in groups by publisher; the list of groups ends with NULL, each group with {NULL}. */
extern const enti_dataset *const enti_dataset_groups[];
extern const enti_dataset enti_datasets_cow[], enti_datasets_atop[], enti_datasets_mid[], enti_datasets_un_igo[],
    enti_datasets_economy[], enti_datasets_regime[];
extern const enti_hook enti_hook_igo_wide, enti_hook_igo_states, enti_hook_desta_members, enti_hook_rivalries,
    enti_hook_war, enti_hook_votes;

const enti_dataset *enti_dataset_find(const char *name); /* by form, then by id; NULL when there is none */
/* The one after `set` in the order of the groups, the first for NULL; NULL at the end. */
const enti_dataset *enti_dataset_next(const enti_dataset *set);
const char *enti_dataset_form(const enti_dataset *set);
const char *enti_dataset_type(enti_data_kind kind); /* integer, real, text, date or flag */

#endif
