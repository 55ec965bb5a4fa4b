/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tree and table of an audit both say: upgrades pair by pair, who refuses first. */
#ifndef ENTI_REPORT_AUDIT_WORDS_H
#define ENTI_REPORT_AUDIT_WORDS_H

#include <entente/groups.h>
#include <stdbool.h>

/* What a group might add. Order and names are an interface: --upgrade takes the names. */
typedef enum enti_upgrade { ENTI_CONSULTATION, ENTI_CRISIS_CENTRE, ENTI_DEFENCE_CLAUSE, ENTI_UPGRADES } enti_upgrade;

const char *enti_upgrade_name(enti_upgrade upgrade);
bool enti_upgrade_asked(const ent_audit_options *options, enti_upgrade upgrade);

/* Code of the reason for which a pair refuses, "" when it accepts. */
const char *enti_upgrade_refusal(const ent_group_pair *pair, enti_upgrade upgrade);

/* Members by the number of pairs in which they refuse, most first; one that refuses nowhere is left out. */
typedef struct enti_refuser {
    size_t member, pairs;
} enti_refuser;

/* Fills at most members_count rows; returns how many. */
size_t enti_upgrade_refusers(const ent_audit *audit, enti_upgrade upgrade, enti_refuser *out);

/* A refusal code in words: "mutual rivalry". */
const char *enti_refusal_words(const char *code, char out[64]);

#endif
