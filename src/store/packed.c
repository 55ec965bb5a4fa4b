/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tables are packed, and packing them when a snapshot is built. */
#include "store/packed.h"

#include <math.h>

#define SERIES(table, column)                                                                                          \
    { table, "SELECT code, year, " column ", line FROM " table " ORDER BY code, year", 4 }

const enti_numbers enti_packed_tables[] = {
    SERIES("capability", "net_resources"),
    SERIES("polyarchy", "polyarchy"),
    SERIES("ideal_points", "ideal_point"),
    {"signers",
     "SELECT year, code1, code2, weight, ln_distance, contiguous, ln_common_allies, interest_gap, regime_gap, "
     "mutual_rivalry, era_1990, shared_rival, shared_x_unshared, capability_nr_1, capability_nr_2, capability_cinc_1, "
     "capability_cinc_2, shift_nr_1, shift_nr_2, shift_cinc_1, shift_cinc_2, sqrt_gain_snapshot_nr_1, "
     "sqrt_gain_snapshot_nr_2, sqrt_gain_import_nr_1, sqrt_gain_import_nr_2, sqrt_gain_import_cinc_1, "
     "sqrt_gain_import_cinc_2, trade_at_stake_1, trade_at_stake_2 FROM signers ORDER BY line",
     29},
    {"multilateral_pacts",
     "SELECT signed, code1, code2, CAST(pact AS INTEGER), ln_distance, contiguous, ln_common_allies, interest_gap, "
     "regime_gap, mutual_rivalry, era_1990, shared_rival, shared_x_unshared, capability_nr_1, capability_nr_2, "
     "capability_cinc_1, capability_cinc_2, shift_nr_1, shift_nr_2, shift_cinc_1, shift_cinc_2, "
     "sqrt_gain_snapshot_nr_1, sqrt_gain_snapshot_nr_2, sqrt_gain_import_nr_1, sqrt_gain_import_nr_2, "
     "sqrt_gain_import_cinc_1, sqrt_gain_import_cinc_2, trade_at_stake_1, trade_at_stake_2 "
     "FROM multilateral_pacts ORDER BY line",
     29},
    {NULL, NULL, 0},
};

int enti_collect_numbers(sqlite3 *db, const enti_numbers *table, double **out, size_t *rows) {
    sqlite3_stmt *statement = NULL;
    size_t room = 0, columns = (size_t)table->columns;
    int code = sqlite3_prepare_v2(db, table->sql, -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (*rows == room) {
            double *more;
            room = room == 0 ? 1024 : 2 * room;
            more = enti_realloc(*out, room * columns, sizeof **out);
            if (more == NULL) {
                code = SQLITE_NOMEM;
                break;
            }
            *out = more;
        }
        for (int c = 0; c < table->columns; c++)
            (*out)[*rows * columns + (size_t)c] =
                sqlite3_column_type(statement, c) == SQLITE_NULL ? NAN : sqlite3_column_double(statement, c);
        (*rows)++;
    }
    sqlite3_finalize(statement);
    return code;
}

static int pack_one(sqlite3 *db, sqlite3_stmt *insert, const enti_numbers *table) {
    double *numbers = NULL;
    size_t rows = 0;
    int code = enti_collect_numbers(db, table, &numbers, &rows);
    if (code == SQLITE_DONE) {
        sqlite3_bind_text(insert, 1, table->name, -1, SQLITE_STATIC);
        sqlite3_bind_blob64(insert, 2, numbers, rows * (size_t)table->columns * sizeof *numbers, SQLITE_STATIC);
        code = sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    ent_free(numbers);
    return code;
}

int enti_pack(sqlite3 *db) {
    sqlite3_stmt *insert = NULL;
    int code = sqlite3_exec(db, "CREATE TABLE packed (name TEXT PRIMARY KEY, numbers BLOB NOT NULL)", NULL, NULL, NULL);
    if (code == SQLITE_OK) code = sqlite3_prepare_v2(db, "INSERT INTO packed VALUES (?, ?)", -1, &insert, NULL);
    for (const enti_numbers *t = enti_packed_tables; code == SQLITE_OK && t->name != NULL; t++)
        if ((code = pack_one(db, insert, t)) == SQLITE_DONE) code = SQLITE_OK;
    sqlite3_finalize(insert);
    return code;
}
