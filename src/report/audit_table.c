/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person reads of an audit. The first paragraph holds the verdict, what remains feasible and how firm it is;
 * then what stands in the way, what would help, the institution, its members.
 */
#include "report/audit_table.h"

#include <entente/report.h>

#include "report/audit_tree.h"
#include "report/output.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SHORT_ID = 5, SHORT_LIST = 4, SHOWN_PACTS = 6, OVERLAPS = 5, MANDATES = 200 };

/* ---- verdict ---- */

/* "CICA" for cica; names of several words as they are; a short list by its members. */
static void add_name(enti_text *title, const ent_audit *a) {
    const char *id = a->group.id;
    if (*id != 0 && strlen(id) <= SHORT_ID && strchr(id, '-') == NULL) {
        for (; *id != 0; id++)
            enti_text_add(title, "%c", toupper((unsigned char)*id));
    } else if (*id != 0) {
        enti_text_add(title, "%s", a->group.name);
    } else if (a->members_count > SHORT_LIST) {
        enti_text_add(title, "Group");
    } else {
        for (size_t m = 0; m < a->members_count; m++)
            enti_text_add(title, "%s%s",
                          m == 0                     ? ""
                          : m + 1 < a->members_count ? ", "
                                                     : " and ",
                          a->members[m].state.name);
    }
}

static void put_title(enti_page *page, const ent_audit *a) {
    enti_text title = {0};
    add_name(&title, a);
    enti_text_add(&title, ", %d: %zu members", a->year, a->members_count);
    if (title.failed)
        page->text.failed = true;
    else
        enti_page_words(page, ENTI_HEADING, title.at);
    enti_text_clear(&title);
}

static void write_title(enti_page *page, const ent_audit *a) {
    char kind[128];
    put_title(page, a);
    if (*a->type == 0)
        (void)snprintf(kind, sizeof kind, "a list of states");
    else
        (void)snprintf(kind, sizeof kind, "%s, level %d of 4, decides by %s", a->type, a->institution_level,
                       enti_rule_words(a->decision_rule));
    enti_page_right(page, ENTI_FAINT, kind);
    enti_page_end(page);
}

/* "trade;security" as "trade, security". */
static const char *with_commas(char out[MANDATES], const char *list) {
    size_t used = 0;
    for (const char *p = list; *p != 0 && used + 3 < MANDATES; p++) {
        out[used++] = *p == ';' ? ',' : *p;
        if (*p == ';') out[used++] = ' ';
    }
    out[used] = 0;
    return out;
}

/* What the group can still do, and how firm that is. */
static void add_rest(enti_text *text, const ent_audit *a, const ent_audit_options *o) {
    char share[ENTI_WORDS], draws[ENTI_WORDS], mandates[MANDATES];
    if (!a->feasible) {
        enti_text_add(text, " The most the full membership can carry is %s (rung %d of 8)", a->max_rung_name,
                      a->max_rung);
        if (*a->mandates != 0)
            enti_text_add(text, ": its mandates (%s) remain feasible", with_commas(mandates, a->mandates));
        enti_text_add(text, ".");
    }
    if (a->core_count > 1 && a->core_count < a->members_count)
        enti_text_add(text, " Largest workable core: %zu members, %s of capability.", a->core_count,
                      enti_words_probability(share, a->core_capability));
    if (!isnan(a->blocked_share))
        enti_text_add(text, " Blocked in %s of %s parameter draws.", enti_words_probability(share, a->blocked_share),
                      enti_words_count(draws, o->draws));
}

static void write_verdict(enti_page *page, const ent_audit *a, const ent_audit_options *o) {
    enti_text text = {0};
    enti_text_add(&text, "%s", a->sentence);
    if (strcmp(a->reading, "cannot judge") != 0) add_rest(&text, a, o);
    if (text.failed)
        page->text.failed = true;
    else
        enti_page_words(page, ENTI_PLAIN, text.at);
    enti_page_end(page);
    enti_page_blank(page);
    enti_text_clear(&text);
}

static void write_tests(enti_page *page, const ent_audit *a) {
    char share[ENTI_WORDS], place[ENTI_WORDS];
    enti_page_part(page, "TESTS");
    enti_page_print(page,
                    "rivalry: %s of capability belongs to members with a rival inside (bar: half); largest member ",
                    enti_words_probability(share, a->capability_in_rivalry));
    enti_page_print(page, "%s", enti_words_probability(share, a->largest_member));
    enti_page_end(page);
    enti_page_more(page);
    enti_page_print(page, "cohesion: %s percentile of past pacts at their founding",
                    enti_words_percentile(place, a->cohesion));
    if (!isnan(a->cohesion_low)) enti_page_print(page, ", %.0f to %.0f", a->cohesion_low, a->cohesion_high);
    enti_page_print(page, " (bar: 5th)");
    enti_page_end(page);
}

/* ---- rivals, patrons, relations ---- */

static void write_rivals(enti_page *page, const ent_audit *a) {
    size_t shown = 0;
    enti_page_part(page, "RIVALS INSIDE (%zu pair%s)", a->rival_pairs, a->rival_pairs == 1 ? "" : "s");
    for (size_t p = 0; p < a->pairs_count; p++) {
        const ent_group_pair *pair = &a->pairs[p];
        if (!pair->rivals) continue;
        enti_page_print(page, "%s%s-%s%s", shown++ > 0 ? ", " : "", a->members[pair->a].state.name,
                        a->members[pair->b].state.name, pair->supplementary ? " (supplementary record)" : "");
    }
    if (shown == 0) enti_page_print(page, "none");
    enti_page_end(page);
}

/* Patrons one after the other, each with the members it stands behind. */
static void write_patrons(enti_page *page, const ent_audit *a) {
    size_t shown = 0;
    enti_page_part(page, "OUTSIDE PATRONS");
    for (size_t t = 0; t < a->patrons_count; t++) {
        bool seen = false;
        for (size_t k = 0; k < t; k++)
            seen = seen || a->patrons[k].patron.code == a->patrons[t].patron.code;
        if (seen) continue;
        if (shown++ > 0) enti_page_more(page);
        enti_page_print(page, "%s, treaty ally of", a->patrons[t].patron.name);
        for (size_t k = t; k < a->patrons_count; k++) {
            const ent_patron_tie *tie = &a->patrons[k];
            if (tie->patron.code != a->patrons[t].patron.code) continue;
            enti_page_print(page, "%s %s (%s%s; against %s)", k > t ? "," : "", a->members[tie->member].state.name,
                            tie->dormant ? "dormant: " : "", *tie->treaty != 0 ? tie->treaty : "pact", tie->against);
        }
        enti_page_end(page);
    }
    if (a->patrons_count == 0) {
        enti_page_print(page, "none");
        enti_page_end(page);
    }
}

static void write_class(enti_page *page, const ent_audit *a, ent_relation relation, bool names) {
    size_t shown = 0;
    enti_page_print(page, "%s %d", ent_relation_text(relation), a->classes[relation]);
    for (size_t m = 0; names && m < a->members_count; m++) {
        const ent_group_member *member = &a->members[m];
        if (member->relation != relation) continue;
        enti_page_print(page, "%s %s", shown++ == 0 ? ":" : ",", member->state.name);
        if (*member->relation_why != 0 && relation != ENT_REL_NONE)
            enti_page_print(page, " (%s)", member->relation_why);
    }
    enti_page_end(page);
}

static void write_classes(enti_page *page, const ent_audit *a, bool explain) {
    static const ent_relation order[] = {ENT_REL_RIVAL, ENT_REL_ALLY, ENT_REL_INFORMAL, ENT_REL_EMERGING, ENT_REL_NONE};
    char name[ENTI_WORDS], heading[ENTI_WORDS];
    if (a->excluded.code == ENT_MISSING) return;
    (void)snprintf(heading, sizeof heading, "%s", enti_words_name(name, &a->excluded, 15));
    for (char *p = heading; *p != 0; p++)
        *p = (char)toupper((unsigned char)*p);
    enti_page_part(page, "RELATION TO %s", heading);
    for (size_t r = 0, shown = 0; r < sizeof order / sizeof *order; r++) {
        if (a->classes[order[r]] == 0) continue;
        if (shown++ > 0) enti_page_more(page);
        write_class(page, a, order[r], order[r] != ENT_REL_NONE || explain);
    }
}

static void write_regimes(enti_page *page, const ent_audit *a) {
    enti_page_part(page, "REGIMES AND VALUES");
    if (a->regimes_known > 0)
        enti_page_print(page, "%d of %d above the middle of polyarchy, mean %.2f%s", a->democracies, a->regimes_known,
                        a->mean_polyarchy, *a->ideologies != 0 ? "; doctrines: " : "");
    enti_page_print(page, "%s", a->ideologies);
    if (a->regimes_known == 0 && *a->ideologies == 0) enti_page_print(page, "not known");
    enti_page_end(page);
}

/* ---- the body ---- */

static void write_institution(enti_page *page, const ent_audit *a) {
    char text[MANDATES];
    enti_page_part(page, "INSTITUTION");
    if (*a->type == 0) {
        enti_page_print(page, "none: the members were named one by one");
    } else {
        enti_page_print(page, "%s: %s, level %d of 4, decides by %s%s; mandates: %s", a->group.name, a->type,
                        a->institution_level, enti_rule_words(a->decision_rule),
                        a->secretariat == 1 ? ", with a secretariat" : "", with_commas(text, a->mandates));
        if (*a->obligations != 0) enti_page_print(page, "; obligations: %s", a->obligations);
    }
    enti_page_end(page);
    for (size_t o = 0; o < a->overlaps_count && o < OVERLAPS; o++) {
        if (o == 0) enti_page_more(page);
        enti_page_print(page, "%s %s %.2f", o == 0 ? "overlaps (shared part of all members / mandates):" : ",",
                        a->overlaps[o].forum, a->overlaps[o].members);
        if (*a->type != 0) enti_page_print(page, "/%.2f", a->overlaps[o].mandates);
    }
    if (a->overlaps_count > 0) enti_page_end(page);
}

static void write_core(enti_page *page, const ent_audit *a) {
    char share[ENTI_WORDS];
    size_t shown = 0;
    enti_page_part(page, "LARGEST WORKABLE CORE");
    if (a->core_count < 2) {
        enti_page_print(page, "none of two members or more");
        enti_page_end(page);
        return;
    }
    enti_page_print(page, "%zu of %zu members, %s of capability, every pair fit for a %s (rung %d):", a->core_count,
                    a->members_count, enti_words_probability(share, a->core_capability), a->core_rung_name,
                    a->core_rung);
    for (size_t m = 0; m < a->members_count; m++)
        if (a->members[m].in_core) enti_page_print(page, "%s %s", shown++ > 0 ? "," : "", a->members[m].state.name);
    enti_page_print(page, a->core_exact ? "; exact" : "; a lower bound: the search was cut short");
    if (a->core_by_count > a->core_count) enti_page_print(page, "; counted by heads %zu", a->core_by_count);
    enti_page_end(page);
}

static void write_exits(enti_page *page, const ent_audit *a) {
    enti_page_part(page, "WHO WOULD HAVE TO LEAVE");
    if (strcmp(a->reading, "cannot judge") == 0)
        enti_page_print(page, "cannot be judged");
    else if (a->feasible)
        enti_page_print(page, "nobody");
    else if (a->exits_count == 0)
        enti_page_print(page, "no set of members small enough: the rest never passes both tests");
    else
        enti_page_print(page, "%s; then the rest passes both tests (%s)", a->exits_text,
                        a->exits_exact ? "the smallest set" : "a bound, found step by step");
    enti_page_end(page);
}

static void write_pacts(enti_page *page, const ent_audit *a, bool explain) {
    size_t most = explain || a->pacts_count <= SHOWN_PACTS ? a->pacts_count : SHOWN_PACTS;
    enti_page_part(page, "PACTS INSIDE");
    enti_page_print(page, "%zu of %zu pairs are allied", a->allied_pairs, a->judged_pairs);
    for (size_t t = 0; t < most; t++)
        enti_page_print(page, "%s %s (%zu pair%s, %s)", t == 0 ? ":" : ",", a->pacts[t].name, a->pacts[t].pairs,
                        a->pacts[t].pairs == 1 ? "" : "s", a->pacts[t].own ? "its own treaty" : "another treaty");
    if (most < a->pacts_count) enti_page_print(page, ", and %zu more (--explain)", a->pacts_count - most);
    enti_page_end(page);
    if (*a->coercion == 0) return;
    enti_page_part(page, "COERCION");
    enti_page_print(page, "%s", a->coercion);
    enti_page_end(page);
}

static void write_obstacles(enti_page *page, const ent_audit *a, bool explain) {
    enti_page_part(page, "OBSTACLES, strongest first");
    if (a->obstacles_count == 0) enti_page_print(page, "none of weight");
    enti_page_lines(page, a->obstacles, a->obstacles_count, explain);
}

static void write_table(enti_page *page, const ent_audit *a, const ent_audit_options *o, bool explain) {
    write_title(page, a);
    write_verdict(page, a, o);
    write_tests(page, a);
    write_rivals(page, a);
    write_patrons(page, a);
    write_classes(page, a, explain);
    write_regimes(page, a);
    write_institution(page, a);
    write_core(page, a);
    write_exits(page, a);
    enti_write_refusals(page, a, explain);
    enti_write_upgrades(page, a, o, explain);
    write_pacts(page, a, explain);
    write_obstacles(page, a, explain);
    enti_write_members(page, a);
    if (explain) enti_write_pairs(page, a);
    enti_page_blank(page);
    enti_page_texts(page, "MISSING", a->missing, a->missing_count, "; ");
    enti_page_texts(page, "ASSUMED", a->assumed, a->assumed_count, "; ");
    enti_page_sources(page, a->label, a->sources, a->sources_count, a->cites, a->cites_count, explain);
}

ent_status ent_report_audit(const ent_audit *audit, const ent_audit_options *options, const ent_layout *layout,
                            char **out, size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, audit, options, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_audit_tree(&tree, audit, options);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
