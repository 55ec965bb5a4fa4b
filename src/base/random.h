/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random numbers by counter (Philox 4x32-10, Salmon et al. 2011): a pure function of seed, purpose, item and index,
 * so that the same seed gives the same numbers in whatever order and on however many threads they are asked for.
 */
#ifndef ENTI_RANDOM_H
#define ENTI_RANDOM_H

#include <stdint.h>

/* What a stream is for; streams of different purposes never meet. */
typedef enum {
    ENTI_RANDOM_PARAMETERS = 1,
    ENTI_RANDOM_PERMUTATION = 2,
    ENTI_RANDOM_BOOTSTRAP = 3,
    ENTI_RANDOM_BELIEFS = 4,     /* measured beliefs within their errors */
    ENTI_RANDOM_LANDSCAPE = 11,  /* starts of a search */
    ENTI_RANDOM_DURABILITY = 12, /* exits of members */
} enti_purpose;

/* Two uniforms in (0, 1). */
void enti_uniform2(uint64_t seed, enti_purpose purpose, uint32_t item, uint32_t index, double out[2]);

/* Two independent standard normals (Box-Muller). */
void enti_normal2(uint64_t seed, enti_purpose purpose, uint32_t item, uint32_t index, double out[2]);

#endif
