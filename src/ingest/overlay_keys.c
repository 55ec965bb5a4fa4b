/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that take overlays. States themselves do not: every other table refers to them. */
#include "ingest/overlay_keys.h"

#include <stddef.h>

const enti_overlay_key enti_overlay_keys[] = {
    {"treaties", "id"},
    {"treaty_members", "treaty code entry"},
    {"forums", "id"},
    {"forum_members", "forum code entry"},
    {"partnerships", "code1 code2 start"},
    {"rivalries", "id"},
    {"contiguity", "code1 code2 start"},
    {"capability", "code year"},
    {"polyarchy", "code year"},
    {"ideal_points", "code year"},
    {"leaders", "code start"},
    {"operational_codes", "code leader start"},
    {"ideology", "code start"},
    {"coercion", "id"},
    {"coercion_parties", "coercion code role"},
    {"wars", "war code start"},
    {"crises", "id"},
    {"crisis_parties", "crisis code role"},
    {"bases", "host sender start"},
    {"exercises", "id"},
    {"exercise_parties", "exercise code role"},
    {"events", "id"},
    {"event_parties", "event code role"},
    {"declarations", "id"},
    {"interests", "code1 code2 issue"},
    {"dependence", "code1 code2 indicator start"},
    {NULL, NULL},
};
