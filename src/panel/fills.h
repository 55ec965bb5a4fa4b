/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fills that rows of the registry name, and what they share. Each file holds one subject. */
#ifndef ENTI_PANEL_FILLS_H
#define ENTI_PANEL_FILLS_H

#include "panel/panel.h"

/* state_series.c: `which` of these */
enum { ENTI_IMPORTED, ENTI_NET_RESOURCES, ENTI_POLYARCHY, ENTI_IDEAL_POINT, ENTI_MAJOR, ENTI_TREND };
ent_status enti_fill_state_series(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

/* pair_series.c: two states' values as one */
enum {
    ENTI_CINC_RATIO,
    ENTI_CINC_LN_RATIO,
    ENTI_RESOURCES_RATIO,
    ENTI_RESOURCES_PROJECTED,
    ENTI_ANY_MAJOR,
    ENTI_POLITY_LEAST,
    ENTI_POLITY_APART,
    ENTI_IDEAL_APART,
    ENTI_POLYARCHY_PRODUCT,
};
ent_status enti_fill_pair_series(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

/* The series a variable of state_series.c stands for; NULL in *out when no source has it. */
ENT_MUST_USE ent_status enti_state_series(enti_builder *b, const char *data, const char *column, int which,
                                          const double **out, enti_target *about, ent_error *err);

enum { ENTI_CONTTYPE, ENTI_CONTIG };
ent_status enti_fill_contiguity(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

enum { ENTI_CAPITALS_KM, ENTI_CAPITALS_LN_KM };
ent_status enti_fill_distance(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

/* dyad_series.c: a column of an imported dyad-year data set as it stands */
ent_status enti_fill_dyad_series(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

enum { ENTI_PACT_ANY = ENTI_OBLIGATIONS };
ent_status enti_fill_atop(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);
ent_status enti_fill_treaties(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

enum { ENTI_MID_ANY, ENTI_MID_ONSET, ENTI_MID_LEVEL, ENTI_MID_RECENT_5, ENTI_MID_RECENT_10 };
ent_status enti_fill_disputes(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

enum { ENTI_IGO_COUNT, ENTI_IGO_SHARED, ENTI_IGO_SHARED_FULL };
ent_status enti_fill_igo(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

ent_status enti_fill_trade_share(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

enum { ENTI_RIVAL_STRATEGIC, ENTI_RIVAL_OTHER };
ent_status enti_fill_rivalry(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

enum { ENTI_LEADER_NAME, ENTI_SAME_IDEOLOGY };
ent_status enti_fill_leader(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);
ent_status enti_fill_ideology(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

/* world_pairs.c: what the engines compute of a pair or a state in a year */
enum {
    ENTI_W_THREAT,
    ENTI_W_GAIN,
    ENTI_W_AUTONOMY,
    ENTI_W_SHIFT,
    ENTI_W_ENTRAPMENT,
    ENTI_W_UNSHARED,
    ENTI_W_SHARED,
    ENTI_W_EXCLUSIVE,
    ENTI_W_COMMON_ALLIES,
    ENTI_W_COMMON_FORUMS,
    ENTI_W_INTEREST_GAP,
    ENTI_W_REGIME_GAP,
    ENTI_W_LIKENESS,
    ENTI_W_PRACTICE,
    ENTI_W_STRENGTH,
    ENTI_W_GROWTH,
    ENTI_W_TOTAL_THREAT,
    ENTI_W_ENCIRCLEMENT,
};
ent_status enti_fill_world_pairs(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

/* theories.c: `which` is theory * 4 + one of these */
enum { ENTI_T_SCORE, ENTI_T_SIDE, ENTI_T_WORD, ENTI_T_COLUMNS = 4 };
ent_status enti_fill_theories(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

/* similarity.c: `which` is the index of a measure */
ent_status enti_fill_similarity(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);

/* raw.c: a column of any imported data set */
ent_status enti_fill_raw(enti_builder *b, enti_target *const *t, size_t count, ent_error *err);
/* Whether absence from the rows of a data set means 0 inside its years. */
bool enti_absence_is_zero(const char *dataset);

/* Years the tables of the snapshot cover, also inside a database with imports. */
void enti_snapshot_years(const enti_builder *b, int *first, int *last);

/* ---- pacts between members of agreements (pacts.c) ---- */

typedef struct {
    long agreement;
    int code;
    int32_t first, last;
    double owed[ENTI_OBLIGATIONS]; /* what the member owes the others; NaN unknown */
} enti_pledge;

/* What `from` owes `to` in a year under one agreement. */
typedef void (*enti_pledge_taker)(void *context, int from, int to, int year, const double *owed);

/* Calls `take` once for each directed pair of an agreement and year on which both are bound; where phases follow each
 * other inside a year, the later one counts. `pledges` come sorted by agreement. */
ENT_MUST_USE ent_status enti_pledges_pair(const enti_pledge *pledges, size_t count, ent_day day, int first, int last,
                                          enti_pledge_taker take, void *context, ent_error *err);

/* Sets to 0 what ATOP says a member owes some of its partners but not this one (atop_varying.c). */
void enti_atop_varying(long agreement, int from, int to, double *owed);

/* The pledges of the snapshot's own treaties, those of one treaty together. */
ENT_MUST_USE ent_status enti_treaty_pledges(enti_builder *b, enti_pledge **out, size_t *count, ent_error *err);

/* The pledges of the ATOP member file, sorted by agreement. */
ENT_MUST_USE ent_status enti_atop_pledges(enti_builder *b, const enti_holding *import, enti_pledge **out, size_t *count,
                                          ent_error *err);

#endif
