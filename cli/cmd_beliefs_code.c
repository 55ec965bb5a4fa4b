/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente beliefs code, score, review: from texts to coded verbs, how well that goes, and a person's word on it. */
#include "cmd_beliefs.h"

#include "data.h"

#include <entente/beliefs_text.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files to code, in order; the names are freed by clear_files. */
typedef struct {
    char **names;
    size_t count;
} files;

static void clear_files(files *x) {
    for (size_t k = 0; k < x->count; k++)
        free(x->names[k]);
    free(x->names);
}

static cli_exit add_file(files *x, const char *folder, const char *name) {
    char **grown = realloc(x->names, (x->count + 1) * sizeof *grown), *copy;
    size_t size = strlen(folder) + strlen(name) + 2;
    if (grown == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    x->names = grown;
    copy = malloc(size);
    if (copy == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    (void)snprintf(copy, size, "%s%s%s", folder, *folder != 0 ? "/" : "", name);
    x->names[x->count++] = copy;
    return CLI_DONE;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Every .txt file of a folder, by name. */
static cli_exit add_folder(files *x, const char *folder) {
    DIR *dir = opendir(folder);
    size_t first = x->count;
    cli_exit status = CLI_DONE;
    if (dir == NULL) return cli_fail(CLI_DATA, "%s cannot be opened: %s", folder, strerror(errno));
    for (struct dirent *entry = readdir(dir); entry != NULL && status == CLI_DONE; entry = readdir(dir)) {
        size_t size = strlen(entry->d_name);
        if (size > 4 && strcmp(entry->d_name + size - 4, ".txt") == 0) status = add_file(x, folder, entry->d_name);
    }
    (void)closedir(dir); /* only read from */
    if (status == CLI_DONE && x->count == first) return cli_fail(CLI_DATA, "%s holds no .txt file", folder);
    if (x->count > first) qsort(x->names + first, x->count - first, sizeof *x->names, by_name);
    return status;
}

static cli_exit find_files(const cli_options *o, files *out) {
    cli_exit status = CLI_DONE;
    for (size_t k = 2; k < o->operands_count && status == CLI_DONE; k++) {
        struct stat about;
        if (strcmp(o->operands[k], "-") != 0 && stat(o->operands[k], &about) == 0 && S_ISDIR(about.st_mode))
            status = add_folder(out, o->operands[k]);
        else
            status = add_file(out, "", o->operands[k]);
    }
    return status;
}

/* A file at fault is the user's data, not a failure of ours. */
static cli_exit fail_data(const ent_error *error) {
    switch (error->status) {
    case ENT_E_IO:
    case ENT_E_RANGE: return cli_fail(CLI_DATA, "%s", error->message);
    case ENT_E_ARG: return cli_fail(CLI_USAGE, "%s", error->message);
    default: return cli_fail_with(error);
    }
}

static cli_exit open_lexicon(const cli_options *o, ent_lexicon **out) {
    ent_error error = {0};
    return ent_lexicon_open(o->lexicons, o->lexicons_count, out, &error) == ENT_OK ? CLI_DONE : fail_data(&error);
}

/* ISO code of --state, which may be a name, an ISO code or a COW number. */
static cli_exit find_state(cli_run *run, char iso3[4]) {
    cli_data data = {0};
    ent_entity state;
    cli_exit status;
    if (run->options.state == NULL)
        return cli_fail(CLI_USAGE, "beliefs code needs --state: it decides what \"we\" means");
    status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_state(run, &data, run->options.state, run->options.year, &state);
    if (status == CLI_DONE && strlen(state.iso3) != 3)
        status = cli_fail(CLI_DATA, "%s has no ISO code; texts name their state by it", state.name);
    if (status == CLI_DONE) (void)memcpy(iso3, state.iso3, 4);
    cli_data_clear(&data);
    return status;
}

/* ---- code ---- */

static bool tell(void *context, size_t done, size_t all) {
    (void)context;
    (void)fprintf(stderr, "\rcoded %zu of %zu sentences", done, all);
    (void)fflush(stderr);
    return true;
}

static ent_coding coding_of(const cli_options *o) {
    ent_coding coding = ent_coding_default();
    coding.second = !o->no_second;
    coding.relatives = o->relatives;
    coding.cache = o->cache;
    if (!o->quiet && isatty(STDERR_FILENO)) coding.progress = tell;
    return coding;
}

static void note_coverage(cli_run *run, const ent_codes *codes) {
    const ent_coverage *c = &codes->coverage;
    size_t counted[3] = {0}, domestic = 0, things = 0;
    for (size_t k = 0; k < codes->count; k++) {
        counted[codes->rows[k].confidence]++;
        domestic += codes->rows[k].domestic;
        things += !codes->rows[k].actor;
    }
    cli_note(run, "entente: %zu texts, %zu sentences, %zu words, %.1f %% of them known; %zu coded verbs\n", c->texts,
             c->sentences, c->words, c->words == 0 ? 0.0 : 100.0 * (double)c->known_words / (double)c->words,
             codes->count);
    cli_note(run,
             "entente: %zu agreed, %zu disputed, %zu with one reading; %zu about affairs at home, %zu of no actor\n",
             counted[ENT_AGREED], counted[ENT_DISPUTED], counted[ENT_SINGLE], domestic, things);
    if (c->second + c->second_failed > 0)
        cli_note(run,
                 "entente: %zu sentences with a second opinion (%zu from the cache), %zu that link-grammar could not "
                 "parse\n",
                 c->second, c->second_cached, c->second_failed);
    if (c->second_missing) cli_note(run, "entente: no second opinion: %s\n", c->second_why);
    if (c->not_english > 0)
        cli_note(run, "entente: %zu sentences were not coded: fewer than half of their words are known English\n",
                 c->not_english);
}

/* Writes the report to --out in place of standard output. */
static cli_exit write_out(cli_run *run) {
    const char *path = run->options.out;
    FILE *file;
    bool good;
    if (path == NULL) return CLI_DONE;
    file = fopen(path, "wb");
    if (file == NULL) return cli_fail(CLI_FAILED, "%s cannot be written: %s", path, strerror(errno));
    good = fwrite(run->report, 1, run->report_size, file) == run->report_size;
    if (fclose(file) != 0) good = false;
    run->report_size = 0;
    return good ? CLI_DONE : cli_fail(CLI_FAILED, "%s cannot be written: %s", path, strerror(errno));
}

static cli_exit apply_overrides(cli_run *run, ent_codes *codes) {
    char *bytes = NULL;
    size_t size = 0, applied = 0;
    ent_error error = {0};
    cli_exit status = CLI_DONE;
    if (run->options.overrides == NULL) return CLI_DONE;
    if (ent_text_read(run->options.overrides, &bytes, &size, &error) != ENT_OK ||
        ent_codes_override(codes, bytes, size, run->options.overrides, &applied, &error) != ENT_OK)
        status = fail_data(&error);
    else
        cli_note(run, "entente: %zu overrides applied\n", applied);
    ent_free(bytes);
    return status;
}

static cli_exit code_texts(cli_run *run, const ent_lexicon *lexicon, const ent_speech *speeches, size_t count) {
    ent_coding coding = coding_of(&run->options);
    ent_codes *codes = NULL;
    ent_error error = {0};
    cli_exit status = CLI_DONE;
    if (ent_beliefs_code(lexicon, speeches, count, &coding, &codes, &error) != ENT_OK) status = fail_data(&error);
    if (coding.progress != NULL) (void)fprintf(stderr, "\r\033[K");
    if (status == CLI_DONE) status = apply_overrides(run, codes);
    if (status == CLI_DONE && ent_codes_write(codes, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    if (status == CLI_DONE) {
        note_coverage(run, codes);
        status = write_out(run);
    }
    ent_codes_free(codes);
    return status;
}

static cli_exit code_files(cli_run *run, const ent_lexicon *lexicon) {
    const cli_options *o = &run->options;
    static const char *const modes[] = {NULL, "prepared", "spontaneous"};
    files names = {0};
    ent_speech *speeches = NULL;
    size_t count = 0;
    char iso3[4] = "";
    ent_error error = {0};
    cli_exit status = find_files(o, &names);
    if (status == CLI_DONE && o->speaker == NULL)
        status = cli_fail(CLI_USAGE, "beliefs code needs --speaker: whose words these are");
    if (status == CLI_DONE) status = find_state(run, iso3);
    if (status == CLI_DONE) {
        speeches = calloc(names.count, sizeof *speeches);
        if (speeches == NULL) status = cli_fail(CLI_FAILED, "memory ran out");
    }
    for (; count < names.count && status == CLI_DONE; count++) {
        char *bytes = NULL;
        ent_speech *s = &speeches[count];
        *s = (ent_speech){.id = names.names[count],
                          .speaker = o->speaker,
                          .state = iso3,
                          .date = o->date,
                          .venue = o->venue,
                          .mode = modes[o->mode]};
        if (ent_text_read(names.names[count], &bytes, &s->size, &error) != ENT_OK) status = fail_data(&error);
        s->text = bytes;
    }
    if (status == CLI_DONE) status = code_texts(run, lexicon, speeches, names.count);
    for (size_t k = 0; k < count; k++)
        ent_free((void *)speeches[k].text);
    free(speeches);
    clear_files(&names);
    return status;
}

cli_exit cli_beliefs_code(cli_run *run) {
    const cli_options *o = &run->options;
    ent_lexicon *lexicon = NULL;
    ent_text_list *manifest = NULL;
    ent_error error = {0};
    cli_exit status;
    if ((o->texts != NULL) == (o->operands_count > 2))
        return cli_fail(CLI_USAGE, "beliefs code takes texts, or --texts with a list of them");
    status = open_lexicon(o, &lexicon);
    if (status == CLI_DONE && o->texts == NULL) {
        status = code_files(run, lexicon);
    } else if (status == CLI_DONE) {
        if (ent_text_list_read(o->texts, &manifest, &error) != ENT_OK)
            status = fail_data(&error);
        else
            status = code_texts(run, lexicon, manifest->speeches, manifest->count);
    }
    ent_text_list_free(manifest);
    ent_lexicon_close(lexicon);
    return status;
}

/* ---- score ---- */

cli_exit cli_beliefs_score(cli_run *run) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_coding coding = {.relatives = o->relatives};
    ent_lexicon *lexicon = NULL;
    char *bytes = NULL, *wrong = NULL;
    size_t size = 0;
    ent_score score;
    ent_error error = {0};
    cli_exit status = open_lexicon(o, &lexicon);
    if (status == CLI_DONE &&
        (ent_text_read(o->operands[2], &bytes, &size, &error) != ENT_OK ||
         ent_beliefs_score(lexicon, bytes, size, o->operands[2], &coding, &score, &wrong, &error) != ENT_OK))
        status = fail_data(&error);
    if (status == CLI_DONE &&
        ent_report_belief_score(&score, wrong, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_free(wrong);
    ent_free(bytes);
    ent_lexicon_close(lexicon);
    return status;
}

/* ---- review ---- */

cli_exit cli_beliefs_review(cli_run *run) {
    const char *name = run->options.operands[2];
    char *bytes = NULL;
    size_t size = 0, counted[3] = {0}, overridden = 0;
    ent_codes *codes = NULL;
    ent_error error = {0};
    cli_exit status = CLI_DONE;
    if (ent_text_read(name, &bytes, &size, &error) != ENT_OK ||
        ent_codes_read(bytes, size, name, &codes, &error) != ENT_OK)
        status = fail_data(&error);
    if (status == CLI_DONE) {
        status = apply_overrides(run, codes);
        ent_codes_review(codes);
        for (size_t k = 0; k < codes->count; k++) {
            counted[codes->rows[k].confidence]++;
            overridden += *codes->rows[k].override != 0;
        }
        cli_note(run, "entente: %zu disputed, %zu with one reading, %zu agreed; %zu overridden\n",
                 counted[ENT_DISPUTED], counted[ENT_SINGLE], counted[ENT_AGREED], overridden);
    }
    if (status == CLI_DONE && ent_codes_write(codes, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    if (status == CLI_DONE) status = write_out(run);
    ent_codes_free(codes);
    ent_free(bytes);
    return status;
}
