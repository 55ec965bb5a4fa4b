/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names into variables: the registry, theories, similarity measures and every column of what was imported. */
#ifndef ENTI_PANEL_REGISTRY_H
#define ENTI_PANEL_REGISTRY_H

#include "panel/panel.h"

enum { ENTI_NAME_SIZE = 64 };

/* One entry of a list such as "nmc:cinc=1, contiguity". */
typedef struct {
    char group[ENTI_NAME_SIZE]; /* "" when the entry names none */
    char name[ENTI_NAME_SIZE];
    int number; /* after "="; ENT_MISSING */
} enti_entry;

/* Reads the next entry; *more is false at the end of the list. `option` is for errors. */
ENT_MUST_USE ent_status enti_list_next(const char **list, const char *option, enti_entry *out, bool *more,
                                       ent_error *err);

/* Variables in the order they were asked for, each once. */
typedef struct {
    const enti_variable **at;
    size_t count, room;
} enti_wanted;

/* Adds what an entry stands for. A group leaves out, with a note, what the data do not hold. */
ENT_MUST_USE ent_status enti_resolve(enti_builder *b, const enti_entry *entry, enti_wanted *wanted, ent_error *err);

/* Whether a single word is a group, a data set, or the name of a variable; else it may be a column of the panel. */
bool enti_is_word(const enti_builder *b, const char *word);

/* Whether the data have what the variable is made from. */
bool enti_available(const enti_builder *b, const enti_variable *v);

/* The variable of the registry, which must exist. */
const enti_variable *enti_variable_of(const char *group, const char *id);

#endif
