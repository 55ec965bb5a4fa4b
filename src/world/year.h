/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One year as dense arrays. `enti_year_facts` fills what the records say; src/measures fills the rest.
 * Matrices are n x n, row i column j at [i * n + j].
 */
#ifndef ENTI_YEAR_H
#define ENTI_YEAR_H

#include "world/set.h"
#include "world/world.h"

#include <entente/year.h>

/* The shape of the model: how allies, distance and contests count. Numbers and origins in theory/params.c. */
typedef struct {
    double ally_share;  /* r: part of a defence partner's capability that counts as one's own */
    double contest;     /* m: exponent of the contest function x^m / (x^m + y^m) */
    double reach_power; /* p */
    double proxy_reach; /* rho: reach through an ally of the threat next door, 0 to 1 */
    double reach_km;    /* D0: distance at which reach has halved */
    bool supplementary; /* supplementary rivalries count as rivalries */
    bool cinc;          /* capability is CINC, not net resources */
    double
        dispute; /* hm: hostility of a state that used force within ten years, no rival and no ally; 0 at snapshot level */
} enti_form;

/* A value of a series read for the year, with the year and row it really comes from. */
typedef struct {
    double value; /* NaN when unknown */
    int year;     /* of the observation; differs from the year asked when carried */
    int32_t line;
    const enti_series *series; /* whose value it is, or would be */
    const char *source;        /* of the value: that of the series, or of an overlay */
} enti_reading;

/* A treaty with at least two of its members in force in the year. */
typedef struct {
    uint16_t treaty;
    enti_set members;
} enti_live_treaty;

/* A state's defence partners through one live treaty. */
typedef struct {
    size_t treaty; /* index among the live treaties */
    size_t state;
    enti_set partners;
} enti_defence_row;

typedef struct {
    uint16_t forum;
    enti_set full;
} enti_live_forum;

struct ent_year {
    enti_arena arena;
    const ent_world *world;
    int year;
    enti_form form;
    size_t n;
    int code[ENTI_STATES];
    enti_ref ref[ENTI_STATES];
    const enti_member *member[ENTI_STATES];   /* the spell, with its capital */
    const enti_capital *capital[ENTI_STATES]; /* an imported one, which counts before the spell's; or NULL */

    enti_reading capability[ENTI_STATES], capability_before[ENTI_STATES]; /* now, and ten years earlier */
    enti_reading polyarchy[ENTI_STATES], ideal_point[ENTI_STATES];

    const enti_leader *leader[ENTI_STATES];              /* in office on 1 July, or NULL */
    const enti_opcode *opcode[ENTI_CODERS][ENTI_STATES]; /* that leader's operational code, or NULL */
    const enti_ideology *ideology[ENTI_STATES];          /* on 31 December, or NULL */

    enti_set rivals[ENTI_STATES];        /* what scores use */
    enti_set supplementary[ENTI_STATES]; /* other records, shown and used where said */
    enti_set at_war[ENTI_STATES];        /* opposite sides of an interstate war in the year or the four before */
    enti_set pact[ENTI_OBLIGATIONS][ENTI_STATES];      /* either side carries the obligation */
    enti_set bilateral[ENTI_OBLIGATIONS][ENTI_STATES]; /* ... by a treaty of two */
    enti_live_treaty *treaties;
    size_t treaties_count;
    enti_defence_row *defence; /* by state: those of i are [defence_first[i], defence_first[i + 1]) */
    size_t defence_first[ENTI_STATES + 1];
    enti_live_forum *forums;
    size_t forums_count;
    double *distance_km;
    uint8_t *contiguous; /* type 1 to 4 */
    enti_origin borders; /* where they come from */

    /* Imported facts: NULL, or a year of ENT_MISSING, where the data have none for the year. */
    int dispute_year;            /* last year of disputes read: the year, or the last of the data when carried */
    enti_set force[ENTI_STATES]; /* force used by one against the other within ten years */
    enti_set fatal[ENTI_STATES]; /* a fatal dispute in the year or the four before */
    uint8_t *dispute_years;      /* of the last ten, with a threat, display or use of force */
    uint8_t *acute;              /* highest level of a dispute this year or last */
    int igo_year;
    uint8_t *common_igos; /* full memberships in common */
    int trade_year;
    double *trade; /* of i's trade, the share with j; NaN for i without a recorded trade */

    /* measures */
    double share[ENTI_STATES];     /* capability, or the floor for a third party without a figure */
    double growth[ENTI_STATES];    /* yearly, over ten years, within +-0.1 */
    double strength[ENTI_STATES];  /* F: own capability and a share of the allies' */
    double *weight;                /* w: 1 next door, falling with distance */
    double *reach;                 /* ability of rival k (column) to reach i (row), to the power p; 0 unless rivals */
    double *theta;                 /* threat of k to i; 0 unless rivals */
    enti_set hostile[ENTI_STATES]; /* no rivals and no allies, but force was used: they weigh form.dispute */
    double total_threat[ENTI_STATES]; /* of rivals and hostile states */
    double rival_threat[ENTI_STATES]; /* of rivals alone */
    uint8_t *common_forums;
    double *forum_rank, *interest_rank, *trade_rank; /* rank shares among all pairs; NaN where unknown */
};

#define ENTI_CAPABILITY_FLOOR 1e-6

/* ENT_E_RANGE for a year the world does not cover. */
ENT_MUST_USE ent_status enti_year_check(const ent_world *world, int year, ent_error *err);

/* Facts of the year: members, values with their carrying rules, ties. Measures are still zero. */
ENT_MUST_USE ent_status enti_year_facts(const ent_world *world, int year, const enti_form *form, ent_year **out,
                                        ent_error *err);

/* What an import says of this year alone: trade, common organisations, borders. */
ENT_MUST_USE ent_status enti_year_tables(ent_year *year, ent_error *err);
/* Disputes of the ten years up to this one. */
ENT_MUST_USE ent_status enti_year_disputes(ent_year *year, ent_error *err);

/* Index of a member by entity, or SIZE_MAX. */
size_t enti_year_find(const ent_year *year, enti_ref who);

/* Whether a defence (or other) obligation holds a pair under one live treaty. */
bool enti_treaty_binds(const ent_year *year, const enti_live_treaty *live, enti_obligation obligation, size_t i,
                       size_t j);

/* Whether two spells of one treaty bind two states to each other in the year, and which: both members, their spells
 * overlap that year, and not a state and its successor. */
bool enti_year_parties(const ent_year *year, const enti_treaty_member *a, const enti_treaty_member *b, size_t *i,
                       size_t *j);

/* The rivalry record of a pair in the year, or NULL; strategic ones first. */
const enti_rivalry *enti_year_rivalry(const ent_year *year, size_t i, size_t j);

/* Name of the state at an index, as borne in the year. */
const char *enti_year_name(const ent_year *year, size_t i);
const char *enti_year_iso3(const ent_year *year, size_t i);

#endif
