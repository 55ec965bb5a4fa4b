/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of one state: what each scheme calls it, its names, when and where it was a member of which system. */
#include <entente/report.h>

#include "report/output.h"
#include "report/page.h"
#include "report/tree_parts.h"
#include "report/words.h"

#include <stdio.h>
#include <string.h>

/* Schemes in the order they are shown; the empty one is words. */
static const struct {
    const char *id, *title;
} schemes[] = {
    {"cow", "COW number"},   {"cow-abbrev", "COW letters"}, {"gw", "GW number"},           {"gw-abbrev", "GW letters"},
    {"iso3", "ISO letters"}, {"iso2", "ISO two letters"},   {"iso-numeric", "ISO number"},
};

static const struct {
    const char *id, *title;
} kinds[] = {
    {"current", "current"},
    {"short", "short"},
    {"former", "former"},
    {"native", "native"},
    {"demonym", "people"},
    {"capital-as-metonym", "by capital"},
    {"common-misspelling", "often written"},
};

enum { SCHEMES = sizeof schemes / sizeof *schemes, KINDS = sizeof kinds / sizeof *kinds };

static void add_name(enti_tree *tree, enti_node *list, const ent_name *name, const char *group, const char *value) {
    enti_node *row = enti_tree_object(tree, list, NULL);
    enti_tree_string(tree, row, group, value);
    enti_tree_string(tree, row, *name->scheme != 0 ? "code" : "name", name->name);
    enti_tree_integer(tree, row, "from", name->from);
    enti_tree_integer(tree, row, "to", name->to);
}

static void build_tree(enti_tree *tree, const ent_world *world, const ent_entity *e, int year) {
    enti_node *root = enti_tree_start(tree), *list;
    enti_tree_string(tree, root, "schema", "entente/state/1");
    enti_tree_integer(tree, root, "code", e->code);
    enti_tree_string(tree, root, "iso3", *e->iso3 != 0 ? e->iso3 : NULL);
    enti_tree_string(tree, root, "name", e->name);
    enti_tree_string(tree, root, "region", *e->region != 0 ? e->region : NULL);
    enti_tree_string(tree, root, "subregion", *e->subregion != 0 ? e->subregion : NULL);
    enti_tree_bool(tree, root, "outside", e->outside != 0);
    enti_tree_integer(tree, root, "year", year);
    if (year != ENT_MISSING) enti_tree_bool(tree, root, "member", ent_world_is_member(world, e->code, year) != 0);
    list = enti_tree_array(tree, root, "codes");
    for (size_t i = 0; i < ent_world_name_count(world, e->code); i++) {
        ent_name name = ent_world_name_at(world, e->code, i);
        if (*name.scheme != 0) add_name(tree, list, &name, "scheme", name.scheme);
    }
    list = enti_tree_array(tree, root, "names");
    for (size_t i = 0; i < ent_world_name_count(world, e->code); i++) {
        ent_name name = ent_world_name_at(world, e->code, i);
        if (*name.scheme == 0) add_name(tree, list, &name, "kind", name.kind);
    }
    list = enti_tree_array(tree, root, "memberships");
    for (size_t i = 0; i < ent_world_membership_count(world, e->code); i++) {
        ent_membership m = ent_world_membership_at(world, e->code, i);
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "system", m.system);
        enti_tree_integer(tree, row, "number", m.number);
        enti_tree_string(tree, row, "name", m.name);
        enti_tree_string(tree, row, "status", m.status);
        enti_tree_string(tree, row, "start", *m.start != 0 ? m.start : NULL);
        enti_tree_string(tree, row, "end", *m.end != 0 ? m.end : NULL);
        enti_tree_string(tree, row, "capital", *m.capital != 0 ? m.capital : NULL);
        enti_tree_string(tree, row, "source", m.source);
    }
    enti_tree_membership_sources(tree, root, world, &e->code, 1);
}

/* ---- table ---- */

enum { AT_LABEL = 2, AT_TEXT = 20 };

/* One line "title  a; b (1922 to 1991)" of the names that fit; nothing when none does. */
static void write_names(enti_page *page, const ent_world *world, int code, const char *scheme, const char *kind,
                        const char *title) {
    enti_text line = {0};
    for (size_t i = 0; i < ent_world_name_count(world, code); i++) {
        ent_name name = ent_world_name_at(world, code, i);
        if (strcmp(name.scheme, scheme) != 0 || (kind != NULL && strcmp(name.kind, kind) != 0)) continue;
        enti_text_add(&line, "%s%s", line.size > 0 ? "; " : "", name.name);
        if (name.from != ENT_MISSING && name.to != ENT_MISSING)
            enti_text_add(&line, " (%d to %d)", name.from, name.to);
        else if (name.from != ENT_MISSING)
            enti_text_add(&line, " (from %d)", name.from);
        else if (name.to != ENT_MISSING)
            enti_text_add(&line, " (to %d)", name.to);
    }
    if (line.size > 0 && !line.failed) {
        enti_page_to(page, AT_LABEL);
        enti_page_put(page, ENTI_PLAIN, title);
        enti_page_to(page, AT_TEXT);
        enti_page_hang(page, AT_TEXT);
        enti_page_words(page, ENTI_PLAIN, line.at);
        enti_page_end(page);
    }
    page->text.failed = page->text.failed || line.failed;
    enti_text_clear(&line);
}

static void write_memberships(enti_page *page, const ent_world *world, int code) {
    for (size_t i = 0; i < ent_world_membership_count(world, code); i++) {
        ent_membership m = ent_world_membership_at(world, code, i);
        bool listed = strcmp(m.system, "none") != 0;
        enti_page_to(page, AT_LABEL);
        if (listed)
            enti_page_print(page, strcmp(m.system, "cow") == 0 ? "COW %d" : "GW %d", m.number);
        else
            enti_page_put(page, ENTI_PLAIN, "in no list");
        enti_page_to(page, AT_TEXT);
        enti_page_print(page, "%s to %s", *m.start != 0 ? m.start : "?", *m.end != 0 ? m.end : "now");
        enti_page_to(page, AT_TEXT + 26);
        enti_page_print(page, "%s", m.name);
        if (*m.capital != 0) enti_page_print(page, ", capital %s", m.capital);
        if (strcmp(m.status, "member") != 0) enti_page_print(page, ", %s", m.status);
        enti_page_end(page);
    }
}

static void write_table(enti_page *page, const ent_world *world, const ent_entity *e, int year) {
    enti_page_put(page, ENTI_HEADING, e->name);
    if (*e->region != 0)
        enti_page_print(page, ", %s%s%s%s", e->region, *e->subregion != 0 ? " (" : "", e->subregion,
                        *e->subregion != 0 ? ")" : "");
    enti_page_right(page, ENTI_FAINT, ent_world_label(world));
    enti_page_end(page);
    if (year != ENT_MISSING) {
        enti_page_print(page, "In %d %s of the system of states (COW).", year,
                        ent_world_is_member(world, e->code, year) ? "a member" : "no member");
        enti_page_end(page);
    }
    if (e->outside) {
        enti_page_words(page, ENTI_PLAIN,
                        "Outside the list of states: it has ties and rivalries, but no capability and no verdict.");
        enti_page_end(page);
    }
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "CODES");
    enti_page_end(page);
    for (size_t s = 0; s < SCHEMES; s++)
        write_names(page, world, e->code, schemes[s].id, NULL, schemes[s].title);
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "NAMES");
    enti_page_end(page);
    for (size_t k = 0; k < KINDS; k++)
        write_names(page, world, e->code, "", kinds[k].id, kinds[k].title);
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "MEMBER");
    enti_page_end(page);
    write_memberships(page, world, e->code);
}

ent_status ent_report_state(const ent_world *world, int code, int year, const ent_layout *layout, char **out,
                            size_t *size, ent_error *err) {
    ent_status st = ENT_OK;
    ent_entity entity;
    enti_page page;
    enti_tree tree;

    ENT_TRY(ent_world_entity(world, code, &entity, err));
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, world, &entity, year);
        return enti_page_finish(&page, out, size, err);
    }
    build_tree(&tree, world, &entity, year);
    return enti_tree_finish(&tree, layout->format, out, size, err);
done:
    return st;
}
