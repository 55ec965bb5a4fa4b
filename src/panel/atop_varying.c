/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Agreements in which what a member owes varies across partners (obvary in ATOP's member file): a guarantor of a third
 * party's territory owes its fellow guarantors nothing by that clause. The member file records an obligation when the
 * member owes it to anybody; these are the partners to whom it does not, as ATOP 5.1's directed dyad-years have it.
 */
#include "panel/fills.h"

typedef struct {
    int16_t agreement, from, to;
    uint8_t obligation;
} exception;

/* clang-format off */
static const exception exceptions[] = {
    {1100, 200, 220, ENTI_DEFENCE}, {1100, 230, 200, ENTI_DEFENCE}, {1100, 230, 220, ENTI_DEFENCE},
    {1100, 235, 200, ENTI_DEFENCE}, {1100, 235, 220, ENTI_DEFENCE}, {1110, 200, 255, ENTI_DEFENCE},
    {1110, 200, 300, ENTI_DEFENCE}, {1110, 200, 365, ENTI_DEFENCE}, {1110, 255, 200, ENTI_DEFENCE},
    {1110, 300, 200, ENTI_DEFENCE}, {1110, 365, 200, ENTI_DEFENCE}, {1110, 200, 255, ENTI_OFFENCE},
    {1110, 200, 365, ENTI_OFFENCE}, {1110, 300, 255, ENTI_OFFENCE}, {1110, 640, 255, ENTI_OFFENCE},
    {1110, 640, 365, ENTI_OFFENCE}, {1120, 200, 220, ENTI_DEFENCE}, {1120, 200, 230, ENTI_DEFENCE},
    {1120, 220, 200, ENTI_DEFENCE}, {1120, 220, 230, ENTI_DEFENCE}, {1120, 230, 200, ENTI_DEFENCE},
    {1120, 230, 220, ENTI_DEFENCE}, {1160, 200, 325, ENTI_DEFENCE}, {1160, 220, 325, ENTI_DEFENCE},
    {1160, 325, 200, ENTI_DEFENCE}, {1160, 325, 220, ENTI_DEFENCE}, {1205, 140, 160, ENTI_DEFENCE},
    {1205, 160, 140, ENTI_DEFENCE}, {1227, 240, 245, ENTI_NEUTRALITY}, {1227, 240, 269, ENTI_NEUTRALITY},
    {1227, 240, 271, ENTI_NEUTRALITY}, {1227, 240, 275, ENTI_NEUTRALITY}, {1227, 245, 240, ENTI_NEUTRALITY},
    {1227, 245, 269, ENTI_NEUTRALITY}, {1227, 245, 271, ENTI_NEUTRALITY}, {1227, 245, 275, ENTI_NEUTRALITY},
    {1227, 269, 240, ENTI_NEUTRALITY}, {1227, 269, 245, ENTI_NEUTRALITY}, {1227, 269, 271, ENTI_NEUTRALITY},
    {1227, 269, 275, ENTI_NEUTRALITY}, {1227, 271, 240, ENTI_NEUTRALITY}, {1227, 271, 245, ENTI_NEUTRALITY},
    {1227, 271, 269, ENTI_NEUTRALITY}, {1227, 271, 275, ENTI_NEUTRALITY}, {1227, 275, 240, ENTI_NEUTRALITY},
    {1227, 275, 245, ENTI_NEUTRALITY}, {1227, 275, 269, ENTI_NEUTRALITY}, {1227, 275, 271, ENTI_NEUTRALITY},
    {1350, 255, 300, ENTI_OFFENCE}, {1355, 360, 325, ENTI_DEFENCE}, {2130, 200, 325, ENTI_DEFENCE},
    {2130, 211, 200, ENTI_DEFENCE}, {2130, 211, 325, ENTI_DEFENCE}, {2130, 220, 200, ENTI_DEFENCE},
    {2130, 220, 325, ENTI_DEFENCE}, {2130, 255, 200, ENTI_DEFENCE}, {2130, 255, 211, ENTI_DEFENCE},
    {2130, 255, 220, ENTI_DEFENCE}, {2130, 255, 325, ENTI_DEFENCE}, {2130, 325, 200, ENTI_DEFENCE},
    {2130, 211, 200, ENTI_NONAGGRESSION}, {2130, 211, 325, ENTI_NONAGGRESSION}, {2130, 220, 200, ENTI_NONAGGRESSION},
    {2130, 220, 325, ENTI_NONAGGRESSION}, {2130, 255, 200, ENTI_NONAGGRESSION}, {2130, 255, 325, ENTI_NONAGGRESSION},
    {3322, 200, 220, ENTI_NEUTRALITY},
};
/* clang-format on */

void enti_atop_varying(long agreement, int from, int to, double *owed) {
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
        const exception *e = &exceptions[i];
        if (e->agreement == agreement && e->from == from && e->to == to) owed[e->obligation] = 0;
    }
}
