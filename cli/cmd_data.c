/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente data SUBCOMMAND ...: what a database holds beside the snapshot. The subcommands are a table. */
#include "commands.h"
#include "data.h"

#include <entente/check.h>
#include <entente/import.h>
#include <entente/overlay.h>
#include <entente/report.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Set by ctrl-C; the import looks at it every few thousand records and rolls back. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number) {
    (void)signal_number;
    interrupted = 1;
}

/* ---- import ---- */

/* Progress on a terminal: at most ten times a second, on one line that is wiped at the end. */
typedef struct watch {
    struct timespec begun, shown;
    bool terminal, drawn;
} watch;

static double since(const struct timespec *then) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) + 1e-9 * (double)(now.tv_nsec - then->tv_nsec);
}

static int show_progress(void *context, const ent_import_progress *p) {
    watch *w = context;
    double seconds = since(&w->begun);
    char left[48] = "";
    if (interrupted) return 1;
    if (!w->terminal || seconds < 0.5 || since(&w->shown) < 0.1) return 0;
    (void)clock_gettime(CLOCK_MONOTONIC, &w->shown);
    if (p->total > 0 && p->done > 0 && p->done <= p->total) {
        double share = (double)p->done / (double)p->total;
        (void)snprintf(left, sizeof left, ", %.0f %%, %.0f s left", 100 * share, seconds * (1 - share) / share);
    }
    (void)fprintf(stderr, "\r\033[K%.60s: %lld rows, %.0f rows/s%s", p->file, (long long)p->rows,
                  (double)p->rows / seconds, left);
    w->drawn = true;
    return 0;
}

static cli_exit print_result(cli_run *run, const char *file, const ent_import_result *r) {
    char years[48] = "";
    cli_exit status;
    if (r->first_year != ENT_MISSING) (void)snprintf(years, sizeof years, ", %d to %d", r->first_year, r->last_year);
    status = cli_print(run, "%s: %s%s%s, %lld rows%s%s\n", file, r->dataset, *r->version != 0 ? " " : "", r->version,
                       (long long)r->rows, years, r->replaced ? "; the same file was there and is replaced" : "");
    if (status == CLI_DONE && *r->also != 0)
        status = cli_print(run, "  also %s, %lld rows\n", r->also, (long long)r->also_rows);
    if (status == CLI_DONE && r->unresolved > 0)
        status = cli_print(run, "  kept without a state of the COW list: %lld rows (%s)\n", (long long)r->unresolved,
                           r->unresolved_codes);
    return status;
}

static cli_exit import_one(cli_run *run, const char *database, const char *file) {
    const cli_options *o = &run->options;
    ent_import_options options = ent_import_options_default();
    watch w = {.terminal = !o->quiet && isatty(STDERR_FILENO)};
    ent_import_result result;
    ent_error error = {0};
    ent_status st;

    (void)clock_gettime(CLOCK_MONOTONIC, &w.begun);
    options.as = o->as;
    options.columns = o->columns;
    options.map = o->map;
    options.version = o->release;
    options.progress = show_progress;
    options.context = &w;
    st = ent_import_file(database, file, &options, &result, &error);
    if (w.drawn) (void)fputs("\r\033[K", stderr);
    if (st != ENT_OK) return cli_fail_with(&error);
    return print_result(run, file, &result);
}

/* A file that cannot be imported does not keep the others out, but the run has failed. */
static cli_exit data_import(cli_run *run) {
    const cli_options *o = &run->options;
    const char *database = o->into != NULL ? o->into : o->data;
    struct sigaction action = {.sa_handler = on_interrupt}, before;
    cli_exit status = CLI_DONE;
    if (database == NULL)
        return cli_fail(CLI_USAGE, "no database to import into: name one with --into world.db (it is made from the "
                                   "built-in data where there is none) or in ENTENTE_DATA");
    (void)sigaction(SIGINT, &action, &before);
    for (size_t i = 2; i < o->operands_count && !interrupted; i++) {
        cli_exit one = import_one(run, database, o->operands[i]);
        if (one != CLI_DONE) status = one;
    }
    (void)sigaction(SIGINT, &before, NULL);
    /* A run that failed has no answer, but what did go in must be known. */
    if (status != CLI_DONE && run->printed.at != NULL) (void)fputs(run->printed.at, stderr);
    return status;
}

/* ---- list, export, remove ---- */

static cli_exit data_list(cli_run *run) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_imports list = {.count = 0};
    ent_error error = {0};
    ent_status st = o->all ? ent_imports_known(&list, &error)
                           : ent_imports_list(o->into != NULL ? o->into : o->data, &list, &error);
    if (st == ENT_OK) st = ent_report_imports(&list, &layout, &run->report, &run->report_size, &error);
    ent_imports_free(&list);
    return st == ENT_OK ? CLI_DONE : cli_fail_with(&error);
}

/* Written as it is read: a table may be larger than memory. */
static cli_exit data_export(cli_run *run) {
    const cli_options *o = &run->options;
    ent_export_format format = o->tsv ? ENT_EXPORT_TSV : o->format == ENT_JSON ? ENT_EXPORT_JSON : ENT_EXPORT_CSV;
    ent_error error = {0};
    if (ent_import_export(o->data, o->operands[2], format, o->out, &error) != ENT_OK) return cli_fail_with(&error);
    return CLI_DONE;
}

static cli_exit data_remove(cli_run *run) {
    const cli_options *o = &run->options;
    const char *database = o->into != NULL ? o->into : o->data;
    ent_error error = {0};
    if (database == NULL)
        return cli_fail(CLI_USAGE, "no database to remove from: name one with --data world.db or in ENTENTE_DATA");
    for (size_t i = 2; i < o->operands_count; i++) {
        int64_t removed = 0;
        cli_exit status;
        if (ent_import_remove(database, o->operands[i], &removed, &error) != ENT_OK) return cli_fail_with(&error);
        status = cli_print(run, "%s: %lld removed\n", o->operands[i], (long long)removed);
        if (status != CLI_DONE) return status;
    }
    return CLI_DONE;
}

/* ---- check, overlay ---- */

static cli_exit data_check(cli_run *run) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    const char *dataset = o->operands_count > 2 ? o->operands[2] : NULL;
    ent_store *store = NULL;
    ent_check *check = NULL;
    ent_error error = {0};
    ent_status st = ent_store_open(o->into != NULL ? o->into : o->data, &store, &error);
    if (st == ENT_OK) st = ent_check_run(store, dataset, &check, &error);
    if (st == ENT_OK) st = ent_report_check(check, &layout, &run->report, &run->report_size, &error);
    ent_check_free(check);
    ent_store_close(store);
    return st == ENT_OK ? CLI_DONE : cli_fail_with(&error);
}

static cli_exit data_overlay(cli_run *run) {
    const cli_options *o = &run->options;
    const char *database = o->into != NULL ? o->into : o->data;
    if (database == NULL)
        return cli_fail(CLI_USAGE, "no database to lay it over: name one with --into world.db (it is made from the "
                                   "built-in data where there is none) or in ENTENTE_DATA");
    for (size_t i = 2; i < o->operands_count; i++) {
        ent_import_result result;
        ent_error error = {0};
        cli_exit status;
        if (ent_overlay_file(database, o->operands[i], o->as, &result, &error) != ENT_OK) return cli_fail_with(&error);
        status = cli_print(run, "%s: %s, %lld rows%s\n", o->operands[i], result.title, (long long)result.rows,
                           result.replaced ? "; what it brought before is replaced" : "");
        if (status != CLI_DONE) return status;
    }
    return CLI_DONE;
}

/* ---- the table ---- */

typedef struct subcommand {
    const char *name;
    size_t least, most; /* operands after its name */
    const char *expected;
    cli_exit (*run)(cli_run *run);
} subcommand;

static const subcommand subcommands[] = {
    {"import", 1, 4096, "one file or more, such as: entente data import NMC-60-abridged.csv --into world.db",
     data_import},
    {"check", 0, 1, "one data set at most, such as: entente data check nmc --data world.db", data_check},
    {"overlay", 1, 4096, "one CSV file or more, such as: entente data overlay treaties.csv --into world.db",
     data_overlay},
    {"list", 0, 0, "nothing else, such as: entente data list --data world.db", data_list},
    {"export", 1, 1, "one data set, such as: entente data export nmc --data world.db --out nmc.csv", data_export},
    {"remove", 1, 4096, "data sets or numbers of imports, such as: entente data remove nmc --data world.db",
     data_remove},
    {NULL, 0, 0, NULL, NULL},
};

cli_exit cli_cmd_data(cli_run *run) {
    const cli_options *o = &run->options;
    size_t count = o->operands_count - 2;
    for (const subcommand *s = subcommands; s->name != NULL; s++) {
        if (strcmp(s->name, o->operands[1]) != 0) continue;
        if (count < s->least || count > s->most) return cli_fail(CLI_USAGE, "data %s takes %s", s->name, s->expected);
        if (o->tsv && s->run != data_export) break;
        return s->run(run);
    }
    if (o->tsv) return cli_fail(CLI_USAGE, "--format tsv belongs to data export");
    return cli_fail(CLI_USAGE,
                    "data has no part called \"%s\"; expected import, check, overlay, list, export or remove",
                    o->operands[1]);
}
