/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of the system of states in one year, with the codes people know them by. */
#include <entente/report.h>

#include "report/csv.h"
#include "report/output.h"
#include "report/page.h"
#include "report/tree_parts.h"

#include <stdio.h>
#include <string.h>

enum { LISTED = 256 }; /* no year has more members */

/* One line of the list; texts borrowed from the world, "" where a scheme has no code. */
typedef struct {
    ent_entity entity;
    const char *letters, *gw;
} row;

static bool holds_in(const ent_name *name, int year) {
    return (name->from == ENT_MISSING || year >= name->from) && (name->to == ENT_MISSING || year <= name->to);
}

/* The code in a scheme that held in the year; else whatever code the scheme has. */
static const char *code_in(const ent_world *world, int code, const char *scheme, int year) {
    const char *any = "";
    for (size_t i = 0; i < ent_world_name_count(world, code); i++) {
        ent_name name = ent_world_name_at(world, code, i);
        if (strcmp(name.scheme, scheme) != 0) continue;
        if (holds_in(&name, year)) return name.name;
        if (*any == 0) any = name.name;
    }
    return any;
}

/* The next member at or after index `at`; false after the last. */
static bool next_member(const ent_world *world, int year, size_t *at, row *out) {
    for (; *at < ent_world_entity_count(world); (*at)++) {
        ent_entity e = ent_world_entity_at(world, *at);
        if (!ent_world_is_member(world, e.code, year)) continue;
        *out = (row){e, code_in(world, e.code, "cow-abbrev", year), code_in(world, e.code, "gw", year)};
        (*at)++;
        return true;
    }
    return false;
}

static void build_tree(enti_tree *tree, const ent_world *world, int year) {
    enti_node *root = enti_tree_start(tree), *list;
    int codes[LISTED];
    size_t count = 0;
    row r;
    enti_tree_string(tree, root, "schema", "entente/states/1");
    enti_tree_integer(tree, root, "year", year);
    list = enti_tree_array(tree, root, "states");
    for (size_t at = 0; next_member(world, year, &at, &r);) {
        enti_node *item = enti_tree_object(tree, list, NULL);
        enti_tree_integer(tree, item, "code", r.entity.code);
        enti_tree_string(tree, item, "iso3", *r.entity.iso3 != 0 ? r.entity.iso3 : NULL);
        enti_tree_string(tree, item, "cow", *r.letters != 0 ? r.letters : NULL);
        enti_tree_string(tree, item, "gw", *r.gw != 0 ? r.gw : NULL);
        enti_tree_string(tree, item, "name", r.entity.name);
        enti_tree_string(tree, item, "region", *r.entity.region != 0 ? r.entity.region : NULL);
        if (count < LISTED) codes[count++] = r.entity.code;
    }
    enti_tree_membership_sources(tree, root, world, codes, count);
}

/* A table and not the tree: R and Stata load it as it is. */
static void write_csv(enti_text *out, const ent_world *world, int year) {
    row r;
    enti_text_add(out, "year,code,iso3,cow,gw,name,region\n");
    for (size_t at = 0; next_member(world, year, &at, &r);) {
        enti_text_add(out, "%d,%d,%s,%s,%s,", year, r.entity.code, r.entity.iso3, r.letters, r.gw);
        enti_csv_cell(out, r.entity.name);
        enti_text_put(out, ",", 1);
        enti_csv_cell(out, r.entity.region);
        enti_text_put(out, "\n", 1);
    }
}

static void write_table(enti_page *page, const ent_world *world, int year, size_t count) {
    static const int columns[] = {0, 6, 12, 18, 24};
    row r;
    enti_page_put(page, ENTI_HEADING, "States");
    enti_page_print(page, " of the system in %d: %zu", year, count);
    enti_page_right(page, ENTI_FAINT, ent_world_label(world));
    enti_page_end(page);
    enti_page_blank(page);
    for (int c = 0; c < 5; c++) {
        static const char *const heads[] = {"COW", "ISO", "COW", "GW", "NAME"};
        enti_page_to(page, columns[c]);
        enti_page_put(page, ENTI_HEADING, heads[c]);
    }
    enti_page_end(page);
    for (size_t at = 0; next_member(world, year, &at, &r);) {
        char code[16];
        const char *const cells[] = {code, r.entity.iso3, r.letters, r.gw, r.entity.name};
        (void)snprintf(code, sizeof code, "%d", r.entity.code);
        for (int c = 0; c < 5; c++) {
            enti_page_to(page, columns[c]);
            enti_page_put(page, ENTI_PLAIN, cells[c]);
        }
        enti_page_end(page);
    }
}

ent_status ent_report_states(const ent_world *world, int year, const ent_layout *layout, char **out, size_t *size,
                             ent_error *err) {
    enti_text text = {0};
    enti_page page;
    enti_tree tree;
    size_t count = 0;
    row r;

    if (year <= ent_world_last_year(world))
        for (size_t at = 0; next_member(world, year, &at, &r);)
            count++;
    if (count == 0)
        return ent_fail(err, ENT_E_MISSING, "no state is listed for %d; the lists run from 1816 to %d", year,
                        ent_world_last_year(world));
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, world, year, count);
        return enti_page_finish(&page, out, size, err);
    }
    if (layout->format == ENT_CSV) {
        write_csv(&text, world, year);
        return enti_text_finish(&text, out, size, err);
    }
    build_tree(&tree, world, year);
    return enti_tree_finish(&tree, ENT_JSON, out, size, err);
}
