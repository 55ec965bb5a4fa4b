/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente beliefs SUBCOMMAND: operational codes of leaders, from coded texts to the comparison of two. */
#include "cmd_beliefs.h"

#include "commands.h"
#include "data.h"
#include "suggest.h"

#include <stdlib.h>
#include <string.h>

/* A row is all a subcommand needs: dispatch, errors and the manual's text follow from it. */
typedef struct subcommand {
    const char *name;
    size_t least, most; /* operands after it */
    const char *expected;
    const char *const *options; /* of those that `beliefs` takes; ends with NULL */
    cli_exit (*run)(cli_run *run);
} subcommand;

static const char *const index_options[] = {"domain",      "others", "mode",  "agreed", "from",    "to",
                                            "least-verbs", "norm",   "draws", "seed",   "explain", "format",
                                            "width",       "color",  "data",  NULL};
static const char *const compare_options[] = {"codes",   "domain",      "others", "mode",   "agreed", "from",
                                              "to",      "least-verbs", "norm",   "margin", "draws",  "seed",
                                              "explain", "format",      "width",  "color",  "data",   NULL};
static const char *const counts_options[] = {NULL};
static const char *const norms_options[] = {"state", "format", "width", "color", "data", NULL};
static const char *const import_options[] = {"data", "source", "citation", "format", "width", "color", NULL};

static const char *const code_options[] = {"speaker",   "state", "date",      "venue",     "mode", "texts", "lexicon",
                                           "overrides", "cache", "no-second", "relatives", "out",  "data",  NULL};
static const char *const score_options[] = {"lexicon", "relatives", "explain", "format", "width", "color", NULL};
static const char *const review_options[] = {"overrides", "out", NULL};

static const subcommand subcommands[] = {
    {"code", 0, 100000, "texts, such as: entente beliefs code speech.txt --speaker Obama --state usa", code_options,
     cli_beliefs_code},
    {"score", 1, 1, "one labelled file, such as: entente beliefs score gold.csv", score_options, cli_beliefs_score},
    {"review", 1, 1, "one file of codes, such as: entente beliefs review codes.csv", review_options,
     cli_beliefs_review},
    {"index", 0, 1000, "files of codes or counts, such as: entente beliefs index codes.csv", index_options,
     cli_beliefs_index},
    {"compare", 2, 64, "two leaders, such as: entente beliefs compare Obama Abbott --codes codes.csv", compare_options,
     cli_beliefs_compare},
    {"counts", 1, 1000, "files of codes, such as: entente beliefs counts codes.csv", counts_options,
     cli_beliefs_counts},
    {"norms", 0, 1, "at most one file of index values, such as: entente beliefs norms values.csv", norms_options,
     cli_beliefs_norms},
    {"import", 1, 1, "one file of values, such as: entente beliefs import values.csv --data my.db", import_options,
     cli_beliefs_import},
};

static bool takes(const subcommand *sub, const char *option) {
    for (const char *const *o = sub->options; *o != NULL; o++)
        if (strcmp(*o, option) == 0) return true;
    for (const char *const *o = cli_common_options; *o != NULL; o++)
        if (strcmp(*o, option) == 0) return true;
    return false;
}

static cli_exit unknown(const char *name) {
    cli_nearest nearest = {0};
    for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++)
        cli_suggest(&nearest, name, subcommands[i].name);
    if (nearest.best != NULL)
        return cli_fail(CLI_USAGE, "beliefs cannot \"%.60s\"; did you mean %s?", name, nearest.best);
    return cli_fail(CLI_USAGE, "beliefs cannot \"%.60s\"; entente help beliefs lists what it can", name);
}

cli_exit cli_cmd_beliefs(cli_run *run) {
    const cli_options *o = &run->options;
    size_t count = o->operands_count - 2;
    for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++) {
        const subcommand *sub = &subcommands[i];
        if (strcmp(o->operands[1], sub->name) != 0) continue;
        for (size_t g = 0; o->given[g] != NULL; g++)
            if (!takes(sub, o->given[g]))
                return cli_fail(CLI_USAGE, "--%s does not belong to beliefs %s; entente help beliefs lists what does",
                                o->given[g], sub->name);
        if (count < sub->least || count > sub->most)
            return cli_fail(CLI_USAGE, "beliefs %s takes %s; %zu given", sub->name, sub->expected, count);
        return sub->run(run);
    }
    return unknown(o->operands[1]);
}

/* ---- what several need ---- */

/* The options' own reading; `norm` receives the norm where there is one. */
static cli_exit belief_options(const cli_run *run, const ent_store *store, ent_belief_norm *norm,
                               ent_belief_options *out) {
    const cli_options *o = &run->options;
    ent_error error = {0};
    size_t count = 0;
    ent_belief_norm *norms = NULL;
    *out = ent_belief_options_default();
    out->domain = o->domain;
    out->others = o->others;
    out->mode = o->mode;
    out->agreed = o->agreed;
    out->first = o->first;
    out->last = o->last;
    if (o->least_verbs > 0) out->least_verbs = o->least_verbs;
    if (o->draws >= 0) out->draws = o->draws;
    if (o->seeded) out->seed = o->seed;
    if (o->margin > 0) out->margin = o->margin;
    if (o->norm != NULL && strcmp(o->norm, "none") == 0) return CLI_DONE;
    if (o->norm == NULL) { /* a database of one's own may hold none */
        if (ent_belief_norms(store, &norms, &count, &error) != ENT_OK) return cli_fail_with(&error);
        ent_free(norms);
        if (count == 0) return CLI_DONE;
    }
    if (ent_belief_norm_find(store, o->norm, norm, &error) != ENT_OK) return cli_fail_with(&error);
    out->norm = norm;
    return CLI_DONE;
}

static cli_exit open_store(const cli_run *run, ent_store **out) {
    ent_error error = {0};
    if (ent_store_open(run->options.data, out, &error) == ENT_OK) return CLI_DONE;
    if (error.status == ENT_E_IO && run->options.data != NULL) return cli_fail(CLI_DATA, "%s", error.message);
    return cli_fail_with(&error);
}

/* A file that cannot be opened is missing data, not a failure of ours. */
static cli_exit read_texts(const char *const *paths, size_t count, ent_speeches **out) {
    ent_error error = {0};
    if (ent_speeches_read(paths, count, out, &error) == ENT_OK) return CLI_DONE;
    return error.status == ENT_E_IO ? cli_fail(CLI_DATA, "%s", error.message) : cli_fail_with(&error);
}

/* ---- index ---- */

static cli_exit index_of(cli_run *run, const ent_store *store, const ent_speeches *speeches) {
    ent_layout layout = cli_layout(run);
    ent_belief_options options;
    ent_belief_norm norm;
    ent_belief_index *answer = NULL;
    ent_error error = {0};
    cli_exit status = belief_options(run, store, &norm, &options);
    if (status != CLI_DONE) return status;
    if (ent_belief_index_run(speeches, &options, &answer, &error) != ENT_OK ||
        ent_report_belief_index(answer, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_belief_index_free(answer);
    return status;
}

cli_exit cli_beliefs_index(cli_run *run) {
    const cli_options *o = &run->options;
    ent_store *store = NULL;
    ent_speeches *speeches = NULL;
    ent_error error = {0};
    cli_exit status = open_store(run, &store);
    if (status == CLI_DONE && o->operands_count > 2)
        status = read_texts(o->operands + 2, o->operands_count - 2, &speeches);
    else if (status == CLI_DONE && ent_speeches_open(store, &speeches, &error) != ENT_OK)
        status = cli_fail_with(&error);
    if (status == CLI_DONE && ent_speeches_count(speeches) == 0)
        status = cli_fail(CLI_DATA, "the data hold no counts of speeches; name files of codes or counts");
    if (status == CLI_DONE) status = index_of(run, store, speeches);
    ent_speeches_free(speeches);
    ent_store_close(store);
    return status;
}

/* ---- counts ---- */

cli_exit cli_beliefs_counts(cli_run *run) {
    const cli_options *o = &run->options;
    ent_speeches *speeches = NULL;
    ent_error error = {0};
    cli_exit status = read_texts(o->operands + 2, o->operands_count - 2, &speeches);
    if (status == CLI_DONE && ent_speeches_counts(speeches, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_speeches_free(speeches);
    return status;
}

/* ---- compare ---- */

static cli_exit compare(cli_run *run, const ent_store *store, const ent_speeches *speeches) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_belief_options options;
    ent_belief_norm norm;
    ent_belief_comparison *answer = NULL;
    ent_error error = {0};
    cli_exit status = belief_options(run, store, &norm, &options);
    if (status != CLI_DONE) return status;
    if (ent_belief_compare(speeches, store, o->operands + 2, o->operands_count - 2, &options, &answer, &error) !=
            ENT_OK ||
        ent_report_belief_comparison(answer, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_belief_comparison_free(answer);
    return status;
}

cli_exit cli_beliefs_compare(cli_run *run) {
    const cli_options *o = &run->options;
    ent_store *store = NULL;
    ent_speeches *speeches = NULL;
    cli_exit status = open_store(run, &store);
    if (status == CLI_DONE && o->codes_count > 0) status = read_texts(o->codes, o->codes_count, &speeches);
    if (status == CLI_DONE) status = compare(run, store, speeches);
    ent_speeches_free(speeches);
    ent_store_close(store);
    return status;
}

/* ---- norms, import ---- */

static cli_exit known_norms(cli_run *run) {
    ent_layout layout = cli_layout(run);
    ent_store *store = NULL;
    ent_belief_norm *norms = NULL;
    size_t count = 0;
    ent_error error = {0};
    cli_exit status = open_store(run, &store);
    if (status == CLI_DONE && ent_belief_norms(store, &norms, &count, &error) != ENT_OK) status = cli_fail_with(&error);
    if (status == CLI_DONE && count == 0) status = cli_fail(CLI_DATA, "the data hold no norms");
    if (status == CLI_DONE &&
        ent_report_belief_norms(norms, count, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_free(norms);
    ent_store_close(store);
    return status;
}

cli_exit cli_beliefs_norms(cli_run *run) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_belief_norm norm;
    ent_error error = {0};
    int ccode = ENT_MISSING;
    if (o->state != NULL) {
        char *end;
        long code = strtol(o->state, &end, 10);
        if (*end != 0 || code < 1 || code > 999)
            return cli_fail(CLI_USAGE, "--state is \"%.60s\", expected the COW number of a state, 1 to 999", o->state);
        ccode = (int)code;
    }
    if (o->operands_count == 2) {
        if (o->state != NULL) return cli_fail(CLI_USAGE, "--state picks rows of a file; name the file");
        return known_norms(run);
    }
    if (ent_belief_norm_compute(o->operands[2], ccode, "computed", &norm, &error) != ENT_OK)
        return error.status == ENT_E_IO ? cli_fail(CLI_DATA, "%s", error.message) : cli_fail_with(&error);
    if (ent_report_belief_norms(&norm, 1, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        return cli_fail_with(&error);
    return CLI_DONE;
}

cli_exit cli_beliefs_import(cli_run *run) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_belief_import answer;
    ent_error error = {0};
    if (o->data == NULL)
        return cli_fail(CLI_USAGE, "beliefs import writes into a database of yours: name it with --data");
    if (ent_belief_import_run(o->operands[2], o->data, o->source, o->citation, &answer, &error) != ENT_OK)
        return error.status == ENT_E_IO ? cli_fail(CLI_DATA, "%s", error.message) : cli_fail_with(&error);
    if (ent_report_belief_import(&answer, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        return cli_fail_with(&error);
    return CLI_DONE;
}
