/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times blocs, landscapes, wedges and durability, each in a process that has the world open, from the question to the
 * answer, and blocs and wedge as a cold start of the program too. Columns as in bench_verdicts.c.
 */
#include "timing.h"

#include <entente/entente.h>
#include <math.h>
#include <stdio.h>

static bool blocs(const ent_world *world) {
    ent_blocs_options options = ent_blocs_options_default(world);
    ent_blocs *found = NULL;
    bool good;
    options.year = 2018;
    if (ent_blocs_run(world, NULL, &options, &found, NULL) != ENT_OK) return false;
    good = found->blocs_count > 0;
    ent_blocs_free(found);
    return good;
}

/* Sizes and propensities without a pattern, from sines: the cost does not depend on them. */
static bool landscape(size_t n) {
    static const char *const names[ENT_LANDSCAPE_EXACT] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
                                                           "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x"};
    double size[ENT_LANDSCAPE_EXACT], p[ENT_LANDSCAPE_EXACT * ENT_LANDSCAPE_EXACT];
    ent_landscape_input *input = NULL;
    ent_landscape *found = NULL;
    bool good = false;
    for (size_t i = 0; i < n; i++) {
        size[i] = 1 + fabs(sin((double)i * 7.3));
        for (size_t j = 0; j <= i; j++)
            p[i * n + j] = p[j * n + i] = sin((double)(i * 31 + j * 17));
    }
    if (ent_landscape_input_new(n, names, size, p, &input, NULL) == ENT_OK &&
        ent_landscape_run(input, NULL, &found, NULL) == ENT_OK)
        good = found->exact && found->minima_count > 0;
    ent_landscape_free(found);
    ent_landscape_input_free(input);
    return good;
}

static bool landscape_17(const ent_world *world) {
    (void)world;
    return landscape(17);
}

static bool landscape_24(const ent_world *world) {
    (void)world;
    return landscape(24);
}

static bool wedge(const ent_world *world) {
    ent_wedge_options options = ent_wedge_options_default(world);
    ent_wedge *found = NULL;
    ent_group group;
    bool good;
    options.year = 2021;
    options.by = 710;
    options.rule = ENT_QMV;
    if (ent_group_find(world, "eu", 2021, &group, NULL) != ENT_OK ||
        ent_wedge_run(world, NULL, &group, &options, &found, NULL) != ENT_OK)
        return false;
    good = found->members_count == 27;
    ent_wedge_free(found);
    return good;
}

static bool durability(const ent_world *world) {
    ent_durability_options options = ent_durability_options_default(world);
    ent_durability *found = NULL;
    ent_group group;
    bool good;
    options.year = 2021;
    if (ent_group_find(world, "nato", 2021, &group, NULL) != ENT_OK ||
        ent_durability_run(world, NULL, &group, &options, &found, NULL) != ENT_OK)
        return false;
    good = found->members_count == 29;
    ent_durability_free(found);
    return good;
}

static bool time_question(const ent_world *world, bool (*ask)(const ent_world *), timing *out) {
    double ms[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = now_ms();
        if (!ask(world)) return false;
        ms[run] = now_ms() - start;
    }
    *out = summary(ms);
    return true;
}

int main(int argc, char **argv) {
    char *program = argc > 1 ? argv[1] : "entente";
    char *perl[] = {"perl", "-e", "1", NULL};
    char *cold_version[] = {program, "version", NULL};
    char *cold_blocs[] = {program, "blocs", "--year", "2018", "--format", "json", NULL};
    char *cold_wedge[] = {program, "wedge", "eu", "--by", "china", "--year", "2021", "--format", "json", NULL};
    const struct {
        const char *name;
        bool (*ask)(const ent_world *);
        double limit;
    } questions[] = {{"blocs of 2018, 195 states", blocs, 100},
                     {"landscape of 17 states, every division", landscape_17, 10},
                     {"landscape of 24 states, every division", landscape_24, 2000},
                     {"wedge, 27 members under qmv, exact", wedge, 20},
                     {"durability of NATO 2021, 2,000 runs", durability, 200}};
    const struct {
        const char *name;
        char **command;
        double limit;
    } commands[] = {{"version, cold start (no igraph)", cold_version, 50},
                    {"blocs of 2018, cold start", cold_blocs, 150},
                    {"wedge of 27 members, cold start", cold_wedge, 50}};
    timing yardstick, t;
    ent_store *store = NULL;
    ent_world *world = NULL;

    if (!time_command(perl, &yardstick)) return 1;
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) return 1;
    print_header();
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        if (!time_question(world, questions[q].ask, &t)) {
            (void)fprintf(stderr, "bench: %s failed\n", questions[q].name);
            return 1;
        }
        print_job(questions[q].name, t, questions[q].limit, yardstick);
    }
    for (size_t c = 0; c < sizeof commands / sizeof *commands; c++) {
        if (!time_command(commands[c].command, &t)) return 1;
        print_job(commands[c].name, t, commands[c].limit, yardstick);
    }
    print_yardstick("yardstick: starting Perl", yardstick, yardstick);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}
