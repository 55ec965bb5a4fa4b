/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counter-based random numbers on Random123's Philox. */
#include "base/random.h"

#include <math.h>

/* The library's own headers trip strict conversion warnings. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <Random123/philox.h>
#pragma GCC diagnostic pop

/* 53 bits, centred in their cell so that neither 0 nor 1 occurs. */
static double unit(uint32_t high, uint32_t low) {
    uint64_t bits = ((uint64_t)high << 32 | low) >> 11;
    return ((double)bits + 0.5) * 0x1p-53;
}

void enti_uniform2(uint64_t seed, enti_purpose purpose, uint32_t item, uint32_t index, double out[2]) {
    philox4x32_ctr_t counter = {{index, item, (uint32_t)purpose, 0}};
    philox4x32_key_t key = {{(uint32_t)seed, (uint32_t)(seed >> 32)}};
    philox4x32_ctr_t bits = philox4x32(counter, key);
    out[0] = unit(bits.v[0], bits.v[1]);
    out[1] = unit(bits.v[2], bits.v[3]);
}

void enti_normal2(uint64_t seed, enti_purpose purpose, uint32_t item, uint32_t index, double out[2]) {
    double u[2], radius, angle;
    enti_uniform2(seed, purpose, item, index, u);
    radius = sqrt(-2 * log(u[0]));
    angle = 6.28318530717958647692 * u[1];
    out[0] = radius * cos(angle);
    out[1] = radius * sin(angle);
}
