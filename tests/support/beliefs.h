/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coded texts made by hand, read from text. */
#ifndef TESTS_BELIEFS_H
#define TESTS_BELIEFS_H

#include "beliefs/speeches.h"
#include "support/fixture.h"

#define COUNTS_HEADER                                                                                                  \
    "text_id,speaker,date,self_punish,self_threaten,self_oppose,self_appeal,self_promise,self_reward,other_punish,"    \
    "other_threaten,other_oppose,other_appeal,other_promise,other_reward\n"

/* Reads texts that must be right. */
static inline ent_speeches *speeches_of(const char *text) {
    ent_error err = {.status = ENT_OK};
    ent_speeches *speeches = NULL;
    must(enti_speeches_read_bytes(text, strlen(text), "made.csv", &speeches, &err), &err);
    return speeches;
}

/* Reads texts that must be refused: with this message, of this line and column. */
static inline void speeches_refused(const char *text, long row, long column, const char *message) {
    ent_error err = {.status = ENT_OK};
    ent_speeches *speeches = NULL;
    assert_int_not_equal(enti_speeches_read_bytes(text, strlen(text), "made.csv", &speeches, &err), ENT_OK);
    assert_null(speeches);
    if (strstr(err.message, message) == NULL) fail_msg("\"%s\" does not say \"%s\"", err.message, message);
    assert_int_equal(err.row, row);
    assert_int_equal(err.column, column);
}

/* A norm in which one standard deviation is 0.1 around 0.3. */
static inline ent_belief_norm made_norm(void) {
    ent_belief_norm norm = {.name = "made", .title = "made by hand", .cases = 10};
    for (int i = 0; i < ENT_BELIEFS; i++) {
        norm.mean[i] = 0.3;
        norm.sd[i] = 0.1;
    }
    return norm;
}

#endif
