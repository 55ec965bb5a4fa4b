/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a store as arrays of records. Everything is owned by one arena and never changes.
 * Entities are referred to by their index (enti_ref); records of a table keep the order of the store.
 */
#ifndef ENTI_WORLD_H
#define ENTI_WORLD_H

#include "base/base.h"

#include <entente/world.h>

typedef uint16_t enti_ref; /* index of an entity */
#define ENTI_NOBODY UINT16_MAX

typedef enum { ENTI_LOW, ENTI_MEDIUM, ENTI_HIGH } enti_confidence;

/* Where a record comes from: opens every number to its source row. */
typedef struct {
    const char *source;   /* keys of the sources table, separated by ';' */
    const char *citation; /* place in the source, or "" */
    int32_t line;         /* line of the CSV file of that table */
    uint8_t confidence;
} enti_origin;

/* A span of days, both ends included. Text keeps the dates as precise as they are known. */
typedef struct {
    int32_t first, last; /* days since 1970-01-01; INT32_MAX when open */
    const char *start, *end;
} enti_span;

typedef struct {
    enti_ref who;
    uint8_t system; /* enti_system */
    int32_t number;
    enti_span span;
    const char *name, *status, *capital;
    double lat, lon;
    enti_origin origin;
} enti_member;
enum { ENTI_COW, ENTI_GW, ENTI_NO_SYSTEM };

/* A state and the one that took its place the next day: West Germany and Germany. They are no pair. */
typedef struct {
    enti_ref before, after;
} enti_succession;

typedef struct {
    enti_ref who;
    const char *name, *kind, *scheme;
    int32_t from, to, row;
    bool ambiguous;
} enti_name;

typedef struct {
    const char *id, *label, *types, *note;
    enti_ref a, b;
    int32_t start, end; /* years; end INT32_MAX when none is recorded */
    bool ongoing, strategic, imported;
    enti_origin origin;
} enti_rivalry;

typedef struct {
    const char *id, *name, *type, *mandates, *obligations, *decision_rule, *leaders;
    enti_span span;
    int institution_level, secretariat, budget, summit_months;
    bool defence_clause, complete, by_choice;
    enti_origin origin;
} enti_forum;

typedef struct {
    uint16_t forum;
    enti_ref who;
    uint8_t status;
    enti_span span;
    enti_origin origin;
} enti_forum_member;
enum { ENTI_FULL, ENTI_OBSERVER, ENTI_DIALOGUE, ENTI_APPLICANT };

/* Obligations and features are flags; a member's own flags override those of the treaty. */
typedef enum {
    ENTI_DEFENCE,
    ENTI_OFFENCE,
    ENTI_NEUTRALITY,
    ENTI_NONAGGRESSION,
    ENTI_CONSULTATION,
    ENTI_OBLIGATIONS
} enti_obligation;
typedef enum {
    ENTI_BASES,
    ENTI_COMMAND,
    ENTI_STAFF,
    ENTI_INTELLIGENCE,
    ENTI_AID,
    ENTI_ORGAN,
    ENTI_FEATURES
} enti_feature;

typedef struct {
    const char *id, *name, *basis, *note;
    const char *atop; /* the same treaty's number in ATOP, or "" */
    bool imported;    /* read from an import; a year takes either imported treaties or the others, never both */
    bool replaced;    /* imported, and an overlay has the same ATOP number: the overlay counts */
    bool bilateral;
    int forum; /* index, or -1 */
    const char *signed_on;
    bool force_known; /* the date of entry into force is recorded */
    enti_span span;   /* in force (or signed) to end */
    int8_t obligation[ENTI_OBLIGATIONS];
    int8_t feature[ENTI_FEATURES]; /* 1, 0, or -1 when unknown */
    size_t first_member, members;  /* range of treaty_members */
    enti_origin origin;
} enti_treaty;

typedef struct {
    uint16_t treaty;
    enti_ref who;
    enti_span span;                      /* already cut to the treaty's own span */
    int8_t obligation[ENTI_OBLIGATIONS]; /* the giver's pledge after the override */
    enti_origin origin;
} enti_treaty_member;

typedef struct {
    enti_ref a, b;
    const char *title;
    int rank; /* 1 to 5, or 0 outside the ladder */
    enti_span span;
    enti_origin origin;
} enti_partnership;

typedef struct {
    enti_ref a, b;
    int type;
    enti_span span;
    bool imported;
    enti_origin origin;
} enti_border;

typedef struct {
    enti_ref who;
    const char *leader, *title;
    enti_span span; /* last day is the day before the successor's first */
    enti_origin origin;
} enti_leader;

/* Whose values an operational code is: they are not compared across. A demonstration is measured as well, but from
 * texts that cannot stand for the leader. */
typedef enum { ENTI_MEASURED, ENTI_PUBLISHED, ENTI_DEMONSTRATION, ENTI_CODERS } enti_coder;

typedef struct {
    enti_ref who;
    const char *leader;
    enti_coder basis;
    enti_span span;
    double p1, p1_se, i1, i1_se;
    int speeches, codes;
    enti_origin origin;
} enti_opcode;

typedef struct {
    enti_ref who;
    const char *ideology;
    enti_span span;
    enti_origin origin;
} enti_ideology;

/* Parties an event names on one side, and an exercise in all; a file that names more is refused, not cut. */
enum { ENTI_SIDE_MAX = 12, ENTI_EXERCISE_MAX = 20 };

/* An event with parties on two sides: coercion (senders, targets) and crises (initiators, targets). */
typedef struct {
    const char *id, *what, *type;
    enti_span span;
    enti_ref side1[ENTI_SIDE_MAX], side2[ENTI_SIDE_MAX];
    uint8_t n1, n2;
    enti_origin origin;
} enti_event;

typedef struct {
    const char *war, *name;
    enti_ref who;
    int side; /* 1: the side that began it */
    enti_span span;
    bool interstate, minor, imported;
    enti_origin origin;
} enti_war;

typedef struct {
    enti_ref host, sender;
    enti_span span;
    enti_origin origin;
} enti_base;

typedef struct {
    const char *id, *name, *kind;
    enti_span span;
    enti_ref parties[ENTI_EXERCISE_MAX];
    uint8_t n, organisers; /* the first `organisers` parties are not guests */
    enti_origin origin;
} enti_exercise;

typedef struct {
    enti_ref a, b;
    const char *issue, *evidence, *date;
    bool global, converge;
    enti_origin origin;
} enti_interest;

/* Something two states did together: a summit, a patrol, an arms deal. */
typedef struct {
    const char *id, *type, *name, *place, *detail;
    enti_ref a, b;
    enti_span span;
    enti_origin origin;
} enti_happening;

/* What an official said about allying. */
typedef struct {
    const char *speaker, *office, *stance, *content;
    enti_ref a, b; /* b is ENTI_NOBODY when alliances at large are meant */
    enti_span span;
    enti_origin origin;
} enti_declaration;

/* How much one state depends on another: trade, arms, energy. */
typedef struct {
    enti_ref a, b;   /* a depends on b */
    int first, last; /* years */
    const char *indicator, *unit, *detail;
    double value;
    enti_origin origin;
} enti_dependence;

/* Weight in a body that counts populations. */
typedef struct {
    enti_ref who;
    int year;
    double population;
    enti_origin origin;
} enti_voter;

typedef struct {
    const char *key, *entry; /* of references.bib, word for word */
} enti_reference;

/* The capital of a state over a spell of years, from an import. */
typedef struct {
    enti_ref who;
    int32_t from, to; /* years */
    int32_t first;    /* day of its start: of two in a year the later counts */
    double lat, lon;
    enti_origin origin;
} enti_capital;

/* One state's part in a militarised dispute with another in one year. */
typedef struct {
    enti_ref by, against;
    int16_t year;
    int8_t level; /* of the dispute between the two: 1 none, 2 threat, 3 display, 4 use of force, 5 war */
    int8_t own;   /* highest action of `by` itself, 0 to 21; -1 when not known */
    bool fatal;   /* somebody died in it */
    int32_t number, line;
} enti_dispute;

/* A yearly series of every entity: value NaN where unknown, line 0 there. */
typedef struct {
    const char *table, *source;
    int first, last; /* years */
    double *value;   /* [entity][year - first] */
    int32_t *line;
    const char **overlay; /* of the same: the source of a value laid over; NULL for others, and when there is none */
} enti_series;

/* One row per signer; covariates in the order of the model's terms, see theory/support. */
typedef struct {
    int32_t year, code1, code2;
    double weight;
    double common[9];
    double capability[2][2], shift[2][2]; /* [net resources, CINC][side] */
    double sqrt_gain[3][2], trade[2];     /* [variant][side] */
} enti_signer;

typedef struct {
    const char *variant, *name, *origin;
    double value, se, low, high;
    int32_t line;
} enti_coefficient;

typedef struct {
    const char *key, *title, *version, *licence, *bibkey;
} enti_source;

/* Data sets of an imported database that a world reads; docs/world.md says what each of them answers. */
typedef enum {
    ENTI_IN_NMC,
    ENTI_IN_GDPPOP,
    ENTI_IN_VDEM,
    ENTI_IN_DEMOCRACY,
    ENTI_IN_IDEAL_POINTS,
    ENTI_IN_ATOP,
    ENTI_IN_DISPUTES,
    ENTI_IN_RIVALRIES,
    ENTI_IN_WARS,
    ENTI_IN_LEADERS,
    ENTI_IN_CAPITALS,
    ENTI_IN_CONTIGUITY,
    ENTI_IN_CONTIGUITY_YEAR,
    ENTI_IN_IGOS,
    ENTI_IN_TRADE,
    ENTI_IMPORTS
} enti_import_set;

/* One of them, in the version in force; id 0 when it was not imported. */
typedef struct {
    int64_t id;
    const char *table;  /* import_nmc and so on */
    const char *source; /* key of the sources table */
    const char *version, *citation, *licence;
    int first, last; /* years it covers */
    bool dyadic;     /* disputes: the dyadic file stands in for the directed dyad-years */
} enti_import;

#define ENTI_TABLE(type, name)                                                                                         \
    type *name;                                                                                                        \
    size_t name##_count

struct ent_world {
    enti_arena arena;
    const char *label;
    int first_year, last_year;
    int overlaid_to; /* the last year that rows of an overlay name; 0: none */
    ENTI_TABLE(ent_entity, entities);
    ENTI_TABLE(enti_member, members);
    ENTI_TABLE(enti_succession, successions);
    ENTI_TABLE(enti_name, names);
    ENTI_TABLE(enti_source, sources);
    ENTI_TABLE(enti_rivalry, rivalries);
    ENTI_TABLE(enti_forum, forums);
    ENTI_TABLE(enti_forum_member, forum_members);
    ENTI_TABLE(enti_treaty, treaties);
    ENTI_TABLE(enti_treaty_member, treaty_members);
    ENTI_TABLE(enti_partnership, partnerships);
    ENTI_TABLE(enti_border, borders);
    ENTI_TABLE(enti_leader, leaders);
    ENTI_TABLE(enti_opcode, opcodes);
    ENTI_TABLE(enti_ideology, ideologies);
    ENTI_TABLE(enti_event, coercions);
    ENTI_TABLE(enti_event, crises);
    ENTI_TABLE(enti_war, wars);
    ENTI_TABLE(enti_base, bases);
    ENTI_TABLE(enti_exercise, exercises);
    ENTI_TABLE(enti_interest, interests);
    ENTI_TABLE(enti_happening, happenings);
    ENTI_TABLE(enti_declaration, declarations);
    ENTI_TABLE(enti_reference, references);
    ENTI_TABLE(enti_dependence, dependences);
    ENTI_TABLE(enti_voter, voters);
    ENTI_TABLE(enti_coefficient, coefficients);
    ENTI_TABLE(enti_signer, signers);
    ENTI_TABLE(enti_signer, founders); /* pairs of founders of pacts of three or more; weight holds the pact's id */
    double covariance[3][12][12];      /* by variant, in the order of the coefficients */
    enti_series capability, polyarchy, ideal_point;

    /* Imported data, beside the snapshot's own. Empty where nothing was imported. */
    enti_import imports[ENTI_IMPORTS];
    ENTI_TABLE(enti_dispute, disputes); /* by pair, then year */
    ENTI_TABLE(enti_capital, capitals);
    enti_series net_resources, cinc, imported_polyarchy, imported_ideal_point;
    struct enti_tables *tables; /* what is read year by year; NULL when there is none */
};

/* What the source of a row laid over the snapshot's begins with; such rows come before those of any import. */
#define ENTI_OVERLAY "overlay:"
bool enti_overlaid(const enti_origin *origin);

/* Whether an import answers for a year. */
static inline bool enti_import_covers(const ent_world *world, enti_import_set which, int year) {
    const enti_import *i = &world->imports[which];
    return i->id != 0 && i->first <= year && year <= i->last;
}

/* Imported pacts and rivalries answer for the years they cover, the snapshot's own for all others: never both. */
static inline bool enti_takes_treaty(const ent_world *world, const enti_treaty *treaty, int year) {
    if (treaty->replaced) return false;
    return enti_overlaid(&treaty->origin) || treaty->imported == enti_import_covers(world, ENTI_IN_ATOP, year);
}
static inline bool enti_takes_rivalry(const ent_world *world, const enti_rivalry *rivalry, int year) {
    return !rivalry->strategic || enti_overlaid(&rivalry->origin) ||
           rivalry->imported == enti_import_covers(world, ENTI_IN_RIVALRIES, year);
}
/* Imported interstate wars replace the snapshot's that began while they are covered. */
bool enti_takes_war(const ent_world *world, const enti_war *war);

/* Whether one of the two took the place of the other. */
bool enti_same_state(const ent_world *world, enti_ref a, enti_ref b);

/* Table a record was read from: that of the import its source stands for, else the snapshot's own. */
const char *enti_table_of(const ent_world *world, const char *source, const char *own);

/* Title and file to import of a data set, such as "militarised disputes (directed dyad-years of MID 5.0)". */
const char *enti_import_title(enti_import_set which);

/* Disputes of one pair, oldest first: [*first, *last). */
void enti_world_disputes(const ent_world *world, enti_ref by, enti_ref against, size_t *first, size_t *last);

/* "high", "medium" or "low". */
const char *enti_confidence_text(const enti_origin *origin);

/* Index of the entity with this code, or ENTI_NOBODY. */
enti_ref enti_world_ref(const ent_world *world, int code);

/* Days since 1970 of the first or the last day a date of any precision may mean. */
bool enti_date_first(const char *text, int32_t *day);
bool enti_date_last(const char *text, int32_t *day);
int32_t enti_day(int year, int month, int day);

/* Whether the span touches any day of the years first to last. */
bool enti_span_in(const enti_span *span, int first, int last);

/* How often one attacked another between two days: interstate wars on the side that began them, and crises of the level of war or
 * invasion that it began; a crisis that is part of a war counted already is not counted again. */
int enti_world_attacks(const ent_world *world, enti_ref by, enti_ref against, int32_t since, int32_t until);

/* Value of a series, or NaN; *line (may be NULL) receives its row. */
double enti_series_at(const enti_series *series, enti_ref who, int year, int32_t *line);
/* The source of a value that was laid over the series, or NULL. */
const char *enti_series_overlay(const enti_series *series, enti_ref who, int year);

#endif
