/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of imported dyad-years as they stand, one pass for all of a data set; and shares of trade. */
#include "panel/fills.h"

#include <stdlib.h>
#include <string.h>

/* Targets of one data set at once: `data` names it, `id` the column, or its stem where both sides have one. */
static ent_status read_dataset(enti_builder *b, const enti_holding *import, enti_target *const *t, size_t count,
                               ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    enti_text columns = {0};
    bool more;
    enti_text_add(&columns, "ccode1, ccode2, year");
    for (size_t i = 0; i < count; i++)
        enti_text_add(&columns, t[i]->level == ENTI_OF_SIDE ? ", \"%s1\", \"%s2\"" : ", \"%s\"", t[i]->variable->id,
                      t[i]->variable->id);
    if (columns.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_import_rows(b, import, columns.at, "", &row, err));
    for (;;) {
        int from, to, year, column = 3;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        from = enti_row_integer(row, 0);
        to = enti_row_integer(row, 1);
        year = enti_row_integer(row, 2);
        for (size_t i = 0; i < count; i++) {
            double value = enti_row_number(row, column++);
            if (t[i]->level == ENTI_OF_SIDE)
                enti_put_sides(b, t[i], from, to, year, value, enti_row_number(row, column++));
            else
                enti_put_pair(b, t[i], from, to, year, value);
        }
    }
done:
    sqlite3_finalize(row);
    enti_text_clear(&columns);
    return st;
}

ent_status enti_fill_dyad_series(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    ent_status st = ENT_OK;
    for (size_t i = 0, n; i < count; i += n) {
        const enti_holding *import = enti_holding_find(b, t[i]->variable->data);
        n = 1;
        if (import == NULL) return enti_missing_data(t[i], err);
        while (i + n < count && strcmp(t[i + n]->variable->data, t[i]->variable->data) == 0)
            n++;
        ENT_TRY(read_dataset(b, import, t + i, n, err));
        for (size_t k = i; k < i + n; k++)
            enti_from_import(t[k], import);
    }
done:
    return st;
}

/* Trade with the partner over all trade: (imports from + exports to) / (imports + exports) of the side. */
ent_status enti_fill_trade_share(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_frame *f = b->frame;
    const enti_holding *dyads = enti_holding_find(b, "trade_dyad"), *states = enti_holding_find(b, "trade_state");
    const double *imports = NULL, *exports = NULL;
    const enti_variable flow = {.group = "trade", .id = "flow", .data = "trade_dyad", .level = ENTI_OF_SIDE};
    enti_target flows = {.variable = &flow, .level = ENTI_OF_SIDE};
    enti_target *list[] = {&flows};
    ent_status st = ENT_OK;

    if (dyads == NULL || states == NULL) return enti_missing_data(t[0], err);
    ENT_TRY(enti_target_init(b, &flows, err));
    ENT_TRY(read_dataset(b, dyads, list, 1, err));
    ENT_TRY(enti_import_series(b, states, "imports", &imports, err));
    ENT_TRY(enti_import_series(b, states, "exports", &exports, err));
    for (size_t i = 0; i < count; i++) {
        enti_from_import(t[i], dyads);
        for (size_t row = 0; row < f->rows; row++) {
            size_t year = (size_t)(f->year[row] - f->first), sides[2] = {f->a[row], f->b[row]};
            double both = flows.real[0][row] + flows.real[1][row];
            for (int k = 0; k < 2; k++) {
                double all = imports[sides[k] * f->years + year] + exports[sides[k] * f->years + year];
                t[i]->real[k][row] = all > 0 ? both / all : (double)NAN;
            }
        }
    }
done:
    return st;
}
