/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente data SUBCOMMAND ...: what a database holds beside the snapshot. The subcommands are a table. */
#include "commands.h"
#include "data.h"

#include <entente/import.h>
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
    return status;
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
    {NULL, 0, 0, NULL, NULL},
};

cli_exit cli_cmd_data(cli_run *run) {
    const cli_options *o = &run->options;
    size_t count = o->operands_count - 2;
    for (const subcommand *s = subcommands; s->name != NULL; s++) {
        if (strcmp(s->name, o->operands[1]) != 0) continue;
        if (count < s->least || count > s->most) return cli_fail(CLI_USAGE, "data %s takes %s", s->name, s->expected);
        return s->run(run);
    }
    return cli_fail(CLI_USAGE, "data has no part called \"%s\"; expected import, list, export or remove",
                    o->operands[1]);
}
