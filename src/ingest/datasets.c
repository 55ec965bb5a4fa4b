/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all data sets. */
#include "ingest/dataset.h"

#include <string.h>

const enti_dataset *const enti_dataset_groups[] = {enti_datasets_cow,
                                                   enti_datasets_atop,
                                                   enti_datasets_mid,
                                                   enti_datasets_un_igo,
                                                   enti_datasets_economy,
                                                   enti_datasets_regime,
                                                   NULL};

const enti_dataset *enti_dataset_next(const enti_dataset *set) {
    if (set == NULL) return enti_dataset_groups[0];
    if (set[1].id != NULL) return set + 1;
    for (size_t g = 0; enti_dataset_groups[g] != NULL; g++)
        for (const enti_dataset *s = enti_dataset_groups[g]; s->id != NULL; s++)
            if (s == set) return enti_dataset_groups[g + 1];
    return NULL;
}

const char *enti_dataset_form(const enti_dataset *set) {
    return set->form != NULL ? set->form : set->id;
}

const enti_dataset *enti_dataset_find(const char *name) {
    for (const enti_dataset *s = enti_dataset_next(NULL); s != NULL; s = enti_dataset_next(s))
        if (strcmp(enti_dataset_form(s), name) == 0) return s;
    for (const enti_dataset *s = enti_dataset_next(NULL); s != NULL; s = enti_dataset_next(s))
        if (strcmp(s->id, name) == 0) return s;
    return NULL;
}

const char *enti_dataset_type(enti_data_kind kind) {
    switch (kind) {
    case ENTI_DATA_INTEGER:
    case ENTI_DATA_STATE:
    case ENTI_DATA_MADE: return "integer";
    case ENTI_DATA_REAL: return "real";
    case ENTI_DATA_FLAG:
    case ENTI_DATA_YES_NO:
    case ENTI_DATA_ONGOING: return "flag";
    case ENTI_DATA_DATE:
    case ENTI_DATA_MONTH: return "date";
    case ENTI_DATA_TEXT:
    case ENTI_DATA_MADE_TEXT: break;
    }
    return "text";
}
