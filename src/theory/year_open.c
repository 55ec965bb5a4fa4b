/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year as the engines see it: its facts, and every measure under the form parameters in force. */
#include "measures/measures.h"
#include "theory/params.h"

ent_status ent_year_open(const ent_world *world, int year, const ent_params *params, ent_year **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_params *own = NULL;
    ent_year *y = NULL;
    enti_form form;

    ENT_TRY(enti_year_check(world, year, err));
    ENT_TRY(ent_params_for_year(world, params, year, &own, err));
    form = enti_form_of(own);
    ENT_TRY(enti_year_facts(world, year, &form, &y, err));
    ENT_TRY(enti_measure_year(y, err));
    *out = y;
    y = NULL;
done:
    ent_year_close(y);
    ent_params_free(own);
    return st;
}
