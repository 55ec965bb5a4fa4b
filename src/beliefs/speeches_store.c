/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts whose counts a database holds: table speech_counts, one row per text, domain and agreement of the coders. */
#include "beliefs/speeches.h"
#include "store/store.h"

#include <math.h>
#include <string.h>

enum { ID, CODE, LEADER, DATE, VENUE, MODE, WORDS, DOMAIN, CONFIDENCE, DEMONSTRATION, COUNTS };

/* Whether a database has a table: one that was made before the table existed lacks it. */
static ent_status has_table(const ent_store *store, const char *name, bool *out, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *rows = NULL;
    ENT_TRY(enti_store_prepare(store, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1", &rows, err));
    if (sqlite3_bind_text(rows, 1, name, -1, SQLITE_STATIC) != SQLITE_OK) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_store_step(store, rows, out, err));
done:
    sqlite3_finalize(rows);
    return st;
}

static ent_status text_at(ent_speeches *s, sqlite3_stmt *row, int column, const char **out, ent_error *err) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    *out = text == NULL ? "" : enti_arena_strdup(&s->texts, text);
    return *out == NULL ? enti_no_memory(err) : ENT_OK;
}

static ent_status take_row(ent_speeches *s, sqlite3_stmt *row, ent_error *err) {
    ent_status st = ENT_OK;
    const char *id = (const char *)sqlite3_column_text(row, ID), *domain, *confidence;
    enti_speech *speech;
    int at, level;
    if (id == NULL) return ent_fail(err, ENT_E_PARSE, "speech_counts: a row without text_id");
    speech = enti_speeches_find(s, id);
    if (speech == NULL) {
        ENT_TRY(enti_speeches_add(s, id, &speech, err));
        speech->about.file = "speech_counts";
        ENT_TRY(text_at(s, row, LEADER, &speech->about.speaker, err));
        ENT_TRY(text_at(s, row, DATE, &speech->about.date, err));
        ENT_TRY(text_at(s, row, VENUE, &speech->about.venue, err));
        ENT_TRY(text_at(s, row, MODE, &speech->about.mode, err));
        speech->about.ccode = sqlite3_column_int(row, CODE);
        if (sqlite3_column_type(row, WORDS) != SQLITE_NULL) speech->about.words = sqlite3_column_double(row, WORDS);
        speech->about.demonstration = sqlite3_column_int(row, DEMONSTRATION) != 0;
    }
    domain = (const char *)sqlite3_column_text(row, DOMAIN);
    confidence = (const char *)sqlite3_column_text(row, CONFIDENCE);
    level = confidence == NULL ? -1 : enti_place_of_word(confidence, enti_confidence_words);
    at = domain == NULL ? -1 : enti_place_of_word(domain, enti_domain_words);
    for (int k = 0; k < ENTI_KINDS * ENT_VICS_CATEGORIES; k++)
        speech->counts[at < 0 ? ENTI_ANY_DOMAIN : at][level < 0 ? ENTI_UNSAID : level][k / ENT_VICS_CATEGORIES]
                      [k % ENT_VICS_CATEGORIES] += sqlite3_column_int(row, COUNTS + k);
done:
    return st;
}

ent_status ent_speeches_open(const ent_store *store, ent_speeches **out, ent_error *err) {
    static const char sql[] =
        "SELECT text_id, code, leader, date, venue, mode, words, domain, confidence, demonstration,"
        " self_punish, self_threaten, self_oppose, self_appeal, self_promise, self_reward,"
        " other_punish, other_threaten, other_oppose, other_appeal, other_promise, other_reward,"
        " nonactor_punish, nonactor_threaten, nonactor_oppose, nonactor_appeal, nonactor_promise, nonactor_reward"
        " FROM speech_counts ORDER BY line";
    ent_status st = ENT_OK;
    sqlite3_stmt *rows = NULL;
    bool more = false;
    ent_speeches *s = enti_alloc(1, sizeof *s);
    if (s == NULL) return enti_no_memory(err);
    ENT_TRY(has_table(store, "speech_counts", &more, err));
    if (more) ENT_TRY(enti_store_prepare(store, sql, &rows, err));
    while (more) {
        ENT_TRY(enti_store_step(store, rows, &more, err));
        if (more) ENT_TRY(take_row(s, rows, err));
    }
    ENT_TRY(enti_speeches_sort(s, err));
    *out = s;
    s = NULL;
done:
    sqlite3_finalize(rows);
    ent_speeches_free(s);
    return st;
}
