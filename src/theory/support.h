/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structural support: the log probability of two consents, and its place among historical signers. */
#ifndef ENTI_SUPPORT_H
#define ENTI_SUPPORT_H

#include "measures/measures.h"
#include "theory/params.h"

/* The model ready for use: coefficients in force, signers scored and sorted. Owned by the caller's arena. */
typedef struct {
    const ent_year *year;
    const ent_params *params;
    double beta[ENTI_TERMS];
    double mean[ENTI_TERMS];       /* treaty-weighted means of the signers' covariates, own terms over both sides */
    double *sorted_l, *cumulative; /* signers' L ascending, and weights summed up to and including each */
    size_t signers;
} enti_model;

/* Coefficients and signers' means only: enough for the terms of a ledger, not for percentiles. */
ENT_MUST_USE ent_status enti_model_terms(enti_model *model, const ent_year *year, const ent_params *params,
                                         ent_error *err);
/* The whole model. */
ENT_MUST_USE ent_status enti_model_init(enti_model *model, const ent_year *year, const ent_params *params,
                                        enti_arena *arena, ent_error *err);

/* Covariates of one side, in the order of the terms. */
void enti_terms_of(const enti_model *model, const enti_pair *pair, int side, double x[ENTI_TERMS]);

/* Utilities of both sides and L = ln s(u_0) + ln s(u_1). NaN when capability is unknown. */
double enti_support(const enti_model *model, const enti_pair *pair, double u[2]);

/* Share of signers' weight with a smaller L, 0 to 1. */
double enti_percentile(const enti_model *model, double l);

/* Smallest L among signers at which the cumulative weight reaches q. */
double enti_quantile(const enti_model *model, double q);

/* The terms of a signer, for estimation of means and for draws. */
void enti_signer_terms(const enti_signer *signer, int variant, int side, double x[ENTI_TERMS]);

/* Percentiles (0 to 1) of the pair under `draws` parameter draws; `gates`, one a draw, are the factors of the leaders'
 * beliefs on its probability; NULL where they are not measured. */
ENT_MUST_USE ent_status enti_draw_percentiles(const enti_model *model, const enti_pair *pair, const double *gates,
                                              uint64_t seed, int draws, double *out, ent_error *err);

/* One draw of the coefficients at a time, for those who score something else than a pair. */
typedef struct {
    double root[ENTI_ESTIMATED_TERMS][ENTI_ESTIMATED_TERMS];
} enti_drawer;

ENT_MUST_USE ent_status enti_drawer_init(enti_drawer *drawer, const enti_model *model, ent_error *err);
void enti_draw_beta(const enti_drawer *drawer, const enti_model *model, uint64_t seed, uint32_t draw,
                    double beta[ENTI_TERMS]);

double enti_log_logistic(double x); /* ln s(x), without overflow */
double enti_logistic(double x);

#endif
