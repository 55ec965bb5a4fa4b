/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The options of all commands stand in one table: parsing, help and docs/cli.md read it. Each row checks its value,
 * so that a command never sees one out of range, and says what would have been right.
 */
#include "options.h"

#include "suggest.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- values ---- */

static bool whole(const char *text, long low, long high, long *out) {
    char *end;
    long value;
    if (*text == 0 || text[strspn(text, "+-0123456789")] != 0) return false;
    errno = 0;
    value = strtol(text, &end, 10);
    if (*end != 0 || errno != 0 || value < low || value > high) return false;
    *out = value;
    return true;
}

static cli_exit take_whole(const char *option, const char *text, long low, long high, int *out) {
    long value;
    if (!whole(text, low, high, &value))
        return cli_fail(CLI_USAGE, "--%s is \"%s\", expected a whole number from %ld to %ld", option, text, low, high);
    *out = (int)value;
    return CLI_DONE;
}

/* One of some words; `expected` names them for the message. */
static cli_exit take_word(const char *option, const char *text, const char *const *words, const char *expected,
                          int *out) {
    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp(text, words[i]) != 0) continue;
        *out = i;
        return CLI_DONE;
    }
    return cli_fail(CLI_USAGE, "--%s is \"%s\", expected %s", option, text, expected);
}

static cli_exit take_year(cli_options *o, const char *text) {
    return take_whole("year", text, 1, 9999, &o->year);
}

static cli_exit take_horizon(cli_options *o, const char *text) {
    return take_whole("horizon", text, 1, 50, &o->horizon);
}

static cli_exit take_draws(cli_options *o, const char *text) {
    return take_whole("draws", text, 0, 100000, &o->draws);
}

static cli_exit take_width(cli_options *o, const char *text) {
    return take_whole("width", text, 60, 200, &o->width);
}

static cli_exit take_seed(cli_options *o, const char *text) {
    char *end;
    errno = 0;
    o->seed = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != 0 || errno != 0)
        return cli_fail(CLI_USAGE, "--seed is \"%s\", expected a whole number from 0 to 18446744073709551615", text);
    o->seeded = true;
    return CLI_DONE;
}

static cli_exit take_format(cli_options *o, const char *text) {
    static const char *const words[] = {[ENT_FILE_TABLE] = "table",
                                        [ENT_FILE_CSV] = "csv",
                                        [ENT_FILE_TSV] = "tsv",
                                        [ENT_FILE_DTA] = "dta",
                                        [ENT_FILE_JSON] = "json",
                                        [ENT_FILE_NDJSON] = "ndjson",
                                        NULL};
    int index = 0;
    cli_exit status =
        take_word("format", text, words, "table, csv or json (rows of a panel also tsv, dta, ndjson)", &index);
    o->file_format = (ent_file_format)index;
    o->format = index == ENT_FILE_CSV ? ENT_CSV : index == ENT_FILE_JSON ? ENT_JSON : ENT_TABLE;
    o->rows_only = index == ENT_FILE_TSV || index == ENT_FILE_DTA || index == ENT_FILE_NDJSON;
    o->tsv = index == ENT_FILE_TSV; /* data export writes it, too */
    if (o->tsv) o->format = ENT_CSV;
    o->format_given = true;
    return status;
}

static cli_exit take_under(cli_options *o, const char *text) {
    static const char *const words[] = {
        [ENT_BOTH] = "both", [ENT_PRESSURE] = "pressure", [ENT_PRIMACY] = "primacy", [ENT_NO_PUSH] = "none", NULL};
    int index = 0;
    cli_exit status = take_word("under", text, words, "pressure, primacy, both or none", &index);
    o->scenario = (ent_scenario)index;
    return status;
}

static cli_exit take_color(cli_options *o, const char *text) {
    static const char *const words[] = {
        [CLI_COLOUR_AUTO] = "auto", [CLI_COLOUR_ALWAYS] = "always", [CLI_COLOUR_NEVER] = "never", NULL};
    int index = 0;
    cli_exit status = take_word("color", text, words, "auto, always or never", &index);
    o->colour = (cli_colour)index;
    return status;
}

static cli_exit take_data(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--data is empty, expected the name of a file");
    o->data = text;
    return CLI_DONE;
}

static cli_exit take_variant(cli_options *o, const char *text) {
    o->variant = text; /* the library knows which there are, and which the data allow */
    return CLI_DONE;
}

static cli_exit take_set(cli_options *o, const char *text) {
    const char *equals = strchr(text, '=');
    cli_set *sets;
    char *end;
    double value;
    if (equals == NULL || equals == text || equals[1] == 0)
        return cli_fail(CLI_USAGE, "--set is \"%s\", expected NAME=VALUE such as autonomy=-1", text);
    value = strtod(equals + 1, &end);
    if (*end != 0 || !isfinite(value) || equals[1] == ' ')
        return cli_fail(CLI_USAGE, "--set %.*s is \"%s\", expected a number", (int)(equals - text), text, equals + 1);
    sets = realloc(o->sets, (o->sets_count + 1) * sizeof *sets);
    if (sets == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    o->sets = sets;
    sets[o->sets_count].name = strndup(text, (size_t)(equals - text));
    if (sets[o->sets_count].name == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    sets[o->sets_count++].value = value;
    return CLI_DONE;
}

static cli_exit take_members(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--members is empty, expected states parted by commas");
    o->members = text;
    return CLI_DONE;
}

static cli_exit take_exclude(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--exclude is empty, expected a state");
    o->exclude = text;
    return CLI_DONE;
}

/* Words parted by commas; may be repeated. */
static cli_exit take_upgrade(cli_options *o, const char *text) {
    static const char *const words[] = {"consultation", "crisis-centre", "defence", NULL};
    bool *const flags[] = {&o->upgrade_consultation, &o->upgrade_crisis_centre, &o->upgrade_defence};
    for (const char *p = text;;) {
        char word[32];
        size_t size = strcspn(p, ",");
        int index = 0;
        cli_exit status;
        if (size >= sizeof word)
            return cli_fail(CLI_USAGE, "--upgrade is \"%s\", expected consultation, crisis-centre or defence", text);
        memcpy(word, p, size);
        word[size] = 0;
        status = take_word("upgrade", word, words, "consultation, crisis-centre or defence", &index);
        if (status != CLI_DONE) return status;
        *flags[index] = true;
        if (p[size] == 0) return CLI_DONE;
        p += size + 1;
    }
}

static cli_exit take_ambition(cli_options *o, const char *text) {
    char *end;
    double value = strtod(text, &end);
    if (*text == 0 || *text == ' ' || *end != 0 || !(value >= 0 && value <= 1))
        return cli_fail(CLI_USAGE, "--ambition is \"%s\", expected a number from 0 to 1", text);
    o->ambition = value;
    return CLI_DONE;
}

static cli_exit take_top(cli_options *o, const char *text) {
    return take_whole("top", text, 1, 256, &o->top);
}

static cli_exit take_from(cli_options *o, const char *text) {
    return take_whole("from", text, 1, 9999, &o->first);
}

static cli_exit take_to(cli_options *o, const char *text) {
    return take_whole("to", text, 1, 9999, &o->last);
}

/* ---- panels ---- */

static cli_exit take_unit(cli_options *o, const char *text) {
    static const char *const words[] = {[ENT_STATE_YEAR] = "state-year",
                                        [ENT_DYAD_YEAR] = "dyad-year",
                                        [ENT_DIRECTED_DYAD_YEAR] = "directed-dyad-year",
                                        [ENT_LEADER_YEAR] = "leader-year",
                                        NULL};
    int index = 0;
    cli_exit status =
        take_word("unit", text, words, "state-year, dyad-year, directed-dyad-year or leader-year", &index);
    o->panel.unit = (ent_unit)index;
    return status;
}

static cli_exit take_system(cli_options *o, const char *text) {
    static const char *const words[] = {[ENT_SYSTEM_COW] = "cow", [ENT_SYSTEM_GW] = "gw", NULL};
    int index = 0;
    cli_exit status = take_word("system", text, words, "cow or gw", &index);
    o->panel.system = (ent_system)index;
    return status;
}

static cli_exit take_undirected(cli_options *o, const char *text) {
    static const char *const words[] = {
        [ENT_UNDIRECTED_MAX] = "max", [ENT_UNDIRECTED_MIN] = "min", [ENT_UNDIRECTED_BOTH] = "both", NULL};
    int index = 0;
    cli_exit status = take_word("undirected", text, words, "max, min or both", &index);
    o->panel.undirected = (ent_undirected)index;
    return status;
}

static cli_exit take_day(cli_options *o, const char *text) {
    static const char *const words[] = {[ENT_ANY_DAY] = "any",
                                        [ENT_FIRST_OF_JANUARY] = "jan1",
                                        [ENT_FIRST_OF_JULY] = "jul1",
                                        [ENT_LAST_OF_DECEMBER] = "dec31",
                                        NULL};
    int index = 0;
    cli_exit status = take_word("day", text, words, "any, jan1, jul1 or dec31", &index);
    o->panel.day = (ent_day)index;
    return status;
}

static cli_exit take_contiguity(cli_options *o, const char *text) {
    return take_whole("contiguity", text, 1, 5, &o->panel.contiguity);
}

/* A text that says something. */
static cli_exit take_text(const char *option, const char *text, const char *expected, const char **out) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--%s is empty, expected %s", option, expected);
    *out = text;
    return CLI_DONE;
}

static cli_exit take_add(cli_options *o, const char *text) {
    return take_text("add", text, "columns or groups parted by commas", &o->panel.add);
}

static cli_exit take_lag(cli_options *o, const char *text) {
    return take_text("lag", text, "columns with years, such as nmc:cinc=1", &o->panel.lag);
}

static cli_exit take_lead(cli_options *o, const char *text) {
    return take_text("lead", text, "columns with years, such as nmc:cinc=1", &o->panel.lead);
}

static cli_exit take_spell(cli_options *o, const char *text) {
    return take_text("spell", text, "events parted by commas, such as mid:onset", &o->panel.spell);
}

static cli_exit take_knots(cli_options *o, const char *text) {
    return take_text("knots", text, "years parted by commas, such as 1,4,7", &o->panel.knots);
}

static cli_exit take_out(cli_options *o, const char *text) {
    return take_text("out", text, "the name of a file, or - for standard output", &o->out);
}

static cli_exit take_manifest(cli_options *o, const char *text) {
    return take_text("manifest", text, "the name of a file", &o->manifest);
}

static cli_exit take_codebook(cli_options *o, const char *text) {
    o->codebook = true;
    return text == NULL ? CLI_DONE : take_text("codebook", text, "the name of a file", &o->codebook_file);
}

static cli_exit take_into(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--into is empty, expected the name of a database");
    o->into = text;
    return CLI_DONE;
}

static cli_exit take_as(cli_options *o, const char *text) {
    o->as = text; /* the library knows which there are */
    return CLI_DONE;
}

static cli_exit take_map(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--map is empty, expected the name of a JSON file");
    o->map = text;
    return CLI_DONE;
}

static cli_exit take_columns(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--columns is empty, expected names parted by commas");
    o->columns = text;
    return CLI_DONE;
}

static cli_exit take_release(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--release is empty, expected a version such as 6.0");
    o->release = text;
    return CLI_DONE;
}

static cli_exit take_domain(cli_options *o, const char *text) {
    static const char *const words[] = {
        [ENT_DOMAIN_FOREIGN] = "foreign", [ENT_DOMAIN_DOMESTIC] = "domestic", [ENT_DOMAIN_ALL] = "all", NULL};
    int index = 0;
    cli_exit status = take_word("domain", text, words, "foreign, domestic or all", &index);
    o->domain = (ent_belief_domain)index;
    return status;
}

static cli_exit take_others(cli_options *o, const char *text) {
    static const char *const words[] = {[ENT_OTHERS_ACTORS] = "actors", [ENT_OTHERS_ALL] = "all", NULL};
    int index = 0;
    cli_exit status = take_word("others", text, words, "actors or all", &index);
    o->others = (ent_belief_others)index;
    return status;
}

static cli_exit take_mode(cli_options *o, const char *text) {
    static const char *const words[] = {
        [ENT_MODE_ALL] = "all", [ENT_MODE_PREPARED] = "prepared", [ENT_MODE_SPONTANEOUS] = "spontaneous", NULL};
    int index = 0;
    cli_exit status = take_word("mode", text, words, "all, prepared or spontaneous", &index);
    o->mode = (ent_belief_mode)index;
    return status;
}

static cli_exit take_codes(cli_options *o, const char *text) {
    const char **codes = realloc(o->codes, (o->codes_count + 1) * sizeof *codes);
    if (codes == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    o->codes = codes;
    codes[o->codes_count++] = text;
    return CLI_DONE;
}

static cli_exit take_norm(cli_options *o, const char *text) {
    o->norm = text; /* the library knows which there are */
    return CLI_DONE;
}

static cli_exit take_state(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--state is empty, expected a state");
    o->state = text;
    return CLI_DONE;
}

static cli_exit take_speaker(cli_options *o, const char *text) {
    return take_text("speaker", text, "a name", &o->speaker);
}

static cli_exit take_date(cli_options *o, const char *text) {
    return take_text("date", text, "a date", &o->date);
}

static cli_exit take_venue(cli_options *o, const char *text) {
    return take_text("venue", text, "a place", &o->venue);
}

static cli_exit take_cache(cli_options *o, const char *text) {
    return take_text("cache", text, "the name of a file", &o->cache);
}

static cli_exit take_texts(cli_options *o, const char *text) {
    return take_text("texts", text, "the name of a file", &o->texts);
}

static cli_exit take_overrides(cli_options *o, const char *text) {
    return take_text("overrides", text, "the name of a file", &o->overrides);
}

static cli_exit take_lexicon(cli_options *o, const char *text) {
    const char **lexicons = realloc(o->lexicons, (o->lexicons_count + 1) * sizeof *lexicons);
    if (lexicons == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    o->lexicons = lexicons;
    lexicons[o->lexicons_count++] = text;
    return CLI_DONE;
}

static cli_exit take_source(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--source is empty, expected the key of a source");
    o->source = text;
    return CLI_DONE;
}

static cli_exit take_citation(cli_options *o, const char *text) {
    if (*text == 0) return cli_fail(CLI_USAGE, "--citation is empty, expected where the values were published");
    o->citation = text;
    return CLI_DONE;
}

static cli_exit take_margin(cli_options *o, const char *text) {
    char *end;
    double value = strtod(text, &end);
    if (*text == 0 || *text == ' ' || *end != 0 || !(value > 0 && value <= 10))
        return cli_fail(CLI_USAGE, "--margin is \"%s\", expected a number above 0, at most 10", text);
    o->margin = value;
    return CLI_DONE;
}

static cli_exit take_least_verbs(cli_options *o, const char *text) {
    return take_whole("least-verbs", text, 1, 10000, &o->least_verbs);
}

static cli_exit take_completion(cli_options *o, const char *text) {
    static const char *const words[] = {"bash", "zsh", "fish", NULL};
    int index = 0;
    cli_exit status = take_word("completion", text, words, "bash, zsh or fish", &index);
    o->completion = words[index];
    return status;
}

static cli_exit take_share(const char *option, const char *text, double *out) {
    char *end;
    double value = strtod(text, &end);
    if (*text == 0 || *text == ' ' || *end != 0 || !(value >= 0 && value <= 1))
        return cli_fail(CLI_USAGE, "--%s is \"%s\", expected a number from 0 to 1", option, text);
    *out = value;
    return CLI_DONE;
}

static cli_exit take_states(cli_options *o, const char *text) {
    return take_text("states", text, "states parted by commas", &o->states);
}

static cli_exit take_between(cli_options *o, const char *text) {
    return take_text("between", text, "two states parted by a comma", &o->between);
}

static cli_exit take_start(cli_options *o, const char *text) {
    return take_text("start", text, "the states of one camp parted by commas", &o->start);
}

static cli_exit take_starts(cli_options *o, const char *text) {
    return take_whole("starts", text, 1, 1000000, &o->starts);
}

static cli_exit take_by(cli_options *o, const char *text) {
    return take_text("by", text, "a state", &o->by);
}

static cli_exit take_graph(cli_options *o, const char *text) {
    return take_text("graph", text, "a file that ends in .graphml or .gexf", &o->graph);
}

static cli_exit take_rule(cli_options *o, const char *text) {
    static const char *const words[] = {
        [ENT_UNANIMITY] = "unanimity", [ENT_MAJORITY] = "majority", [ENT_QMV] = "qmv", NULL};
    int index = 0;
    cli_exit status = take_word("rule", text, words, "unanimity, majority or qmv", &index);
    o->rule = (ent_rule)index;
    o->ruled = true;
    return status;
}

static cli_exit take_cut(cli_options *o, const char *text) {
    return take_share("cut-dependence", text, &o->cut);
}

static cli_exit take_fall(cli_options *o, const char *text) {
    static const char *const words[] = {"capability", "will", "both", NULL};
    int index = 0;
    cli_exit status = take_word("fall", text, words, "capability, will or both", &index);
    o->fall = words[index];
    return status;
}

static cli_exit take_remaining(cli_options *o, const char *text) {
    return take_share("remaining", text, &o->to_share);
}

static cli_exit take_over(cli_options *o, const char *text) {
    return take_whole("over", text, 1, 50, &o->over);
}

static cli_exit take_flag(bool *flag) {
    *flag = true;
    return CLI_DONE;
}

static cli_exit take_explain(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->explain);
}

static cli_exit take_explain_defaults(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->explain_defaults);
}

static cli_exit take_quiet(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->quiet);
}

static cli_exit take_help(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->help);
}

static cli_exit take_version(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->version);
}

static cli_exit take_markdown(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->markdown);
}

static cli_exit take_man(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->man);
}

static cli_exit take_relevant(cli_options *o, const char *text) {
    (void)text;
    o->panel.relevant = 1;
    return CLI_DONE;
}

static cli_exit take_all(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->all);
}

static cli_exit take_agreed(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->agreed);
}

static cli_exit take_no_second(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->no_second);
}

static cli_exit take_relatives(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->relatives);
}

static cli_exit take_set_aside_dormant(cli_options *o, const char *text) {
    (void)text;
    return take_flag(&o->set_aside_dormant);
}

/* clang-format off */
const cli_option cli_option_table[] = {
    {"year", 'y', "YEAR", "calendar year to look at (default: the last year of the data)", NULL, take_year},
    {"horizon", 0, "YEARS", "how far ahead the hazard looks, 1 to 50 (default 5)", NULL, take_horizon},
    {"under", 0, "WHAT", "what drives the patron: pressure, primacy or both; partners also takes none (default both)", "pressure primacy both none", take_under},
    {"members", 0, "A,B,C", "states parted by commas, in place of a forum", CLI_STATES, take_members},
    {"exclude", 0, "STATE", "the power left out (default: audit, the outside power behind most members; partners, the greatest threat)", CLI_STATES, take_exclude},
    {"upgrade", 0, "WHAT", "what the group might add: consultation, crisis-centre, defence; several parted by commas", "consultation crisis-centre defence", take_upgrade},
    {"ambition", 0, "SHARE", "0 to 1, in place of the patron's capability relative to the largest", NULL, take_ambition},
    {"top", 0, "N", "candidates to explain, 1 to 256 (default 10)", NULL, take_top},
    {"set-aside-dormant", 0, NULL, "pacts on paper only do not count against a candidate", NULL, take_set_aside_dormant},
    {"from", 0, "YEAR", "first year to cover (default: from the start)", NULL, take_from},
    {"to", 0, "YEAR", "last year to cover (default: to the end)", NULL, take_to},
    {"into", 0, "FILE", "database to import into; made where there is none (default: $ENTENTE_DATA)", CLI_FILES, take_into},
    {"as", 0, "NAME", "data set the file is, where its header fits several", NULL, take_as},
    {"map", 0, "FILE", "JSON column map, for files of no known data set", CLI_FILES, take_map},
    {"columns", 0, "A,B,C", "further columns of the file to keep, as numbers", NULL, take_columns},
    {"release", 0, "NAME", "version of the data, where the file does not say", NULL, take_release},
    {"all", 0, NULL, "every entry there is", NULL, take_all},
    {"unit", 0, "UNIT", "what a row is: state-year, dyad-year, directed-dyad-year or leader-year (default dyad-year)", "state-year dyad-year directed-dyad-year leader-year", take_unit},
    {"system", 0, "LIST", "whose states: cow (Correlates of War) or gw (Gleditsch-Ward) (default cow)", "cow gw", take_system},
    {"add", 0, "LIST", "columns or groups parted by commas, such as nmc,contiguity,atop:defense", NULL, take_add},
    {"lag", 0, "LIST", "values of earlier years: nmc:cinc=1,mid:any=2", NULL, take_lag},
    {"lead", 0, "LIST", "values of later years: atop:defense=1", NULL, take_lead},
    {"spell", 0, "LIST", "events to count the years since, with t, t^2/100, t^3/1000", NULL, take_spell},
    {"knots", 0, "YEARS", "3 to 16 years: natural cubic splines with these knots in place of the powers of --spell", NULL, take_knots},
    {"relevant", 0, NULL, "only politically relevant dyads: contiguous, or with a major power", NULL, take_relevant},
    {"contiguity", 0, "TYPE", "the widest type that makes a dyad relevant: 1 land to 5 water up to 400 miles (default 5)", NULL, take_contiguity},
    {"undirected", 0, "RULE", "directed values in undirected rows: max, min or both (default max)", "max min both", take_undirected},
    {"day", 0, "DAY", "day on which a spell must hold to count for a year: any, jan1, jul1 or dec31 (default any)", "any jan1 jul1 dec31", take_day},
    {"out", 'o', "FILE", "file to write, with a manifest beside it (default: standard output)", CLI_FILES, take_out},
    {"manifest", 0, "FILE", "where to put the manifest (default: beside --out)", CLI_FILES, take_manifest},
    {"codebook", 0, "[FILE]", "print what each column is in place of the rows; --codebook=FILE writes it beside them", CLI_FILES, take_codebook},
    {"codes", 0, "FILE", "codes or counts of speeches, in place of those in the data; may be repeated", CLI_FILES, take_codes},
    {"domain", 0, "WHAT", "acts that count: foreign, domestic or all (default foreign)", "foreign domestic all", take_domain},
    {"others", 0, "WHO", "who is other: actors, or all that is not self, as norms have it (default actors)", "actors all", take_others},
    {"mode", 0, "WHICH", "texts that count: all, prepared or spontaneous (default all)", "all prepared spontaneous", take_mode},
    {"agreed", 0, NULL, "only codes on which both coders agree", NULL, take_agreed},
    {"least-verbs", 0, "N", "texts with fewer codes are flagged, 1 to 10000 (default 15)", NULL, take_least_verbs},
    {"norm", 0, "NAME", "norm for standard deviations and margins, or none (default psycl-leaders)", NULL, take_norm},
    {"margin", 0, "SDS", "leaders are alike within so many standard deviations of the norm, above 0 to 10 (default 0.5)", NULL, take_margin},
    {"state", 0, "STATE", "state: the speaker's for beliefs code (any name or code), by its COW number elsewhere", NULL, take_state},
    {"speaker", 0, "NAME", "whose words the texts are", NULL, take_speaker},
    {"date", 0, "DATE", "when they were spoken, such as 2014-09-24", NULL, take_date},
    {"venue", 0, "TEXT", "where they were spoken", NULL, take_venue},
    {"texts", 0, "FILE", "list of texts: CSV with file, speaker, state, date, venue, mode", CLI_FILES, take_texts},
    {"lexicon", 0, "FILE", "rows of the lexicon that replace ours or add to them; may be repeated", CLI_FILES, take_lexicon},
    {"overrides", 0, "FILE", "codes with categories that a reviewer wrote into the column override", CLI_FILES, take_overrides},
    {"cache", 0, "FILE", "keeps second opinions, so that a second run is free", CLI_FILES, take_cache},
    {"no-second", 0, NULL, "no second opinion by link-grammar", NULL, take_no_second},
    {"relatives", 0, NULL, "code relative clauses that restrict a noun as well", NULL, take_relatives},
    {"source", 0, "KEY", "source of imported values that name none", NULL, take_source},
    {"citation", 0, "TEXT", "where imported values that do not say were published", NULL, take_citation},
    {"states", 0, "A,B,C", "the states of a landscape, parted by commas", CLI_STATES, take_states},
    {"between", 0, "A,B", "two poles: the camps around them", CLI_STATES, take_between},
    {"start", 0, "A,B", "the codes of one camp, from which a descent begins", NULL, take_start},
    {"starts", 0, "N", "random starts of the search above 24 states, 1 to 1000000 (default 2000)", NULL, take_starts},
    {"by", 0, "STATE", "the power that drives the wedge", CLI_STATES, take_by},
    {"rule", 0, "RULE", "how the group decides: unanimity, majority or qmv (default: that of its record, else unanimity)", "unanimity majority qmv", take_rule},
    {"cut-dependence", 0, "SHARE", "0 to 1: part of every member's dependence by trade and supply that is cut (default 0.5)", NULL, take_cut},
    {"fall", 0, "WHAT", "what the leading power loses: capability, will or both (default both)", "capability will both", take_fall},
    {"remaining", 0, "SHARE", "0 to 1: what is left of it at the end of the fall (default 0)", NULL, take_remaining},
    {"over", 0, "YEARS", "years the fall takes, 1 to 50 (default 1)", NULL, take_over},
    {"graph", 0, "FILE", "also write the network: .graphml for a year, .gexf with spells for --from to --to", CLI_FILES, take_graph},
    {"explain", 'e', NULL, "open every number to its source row, formula and parameters", NULL, take_explain},
    {"set", 0, "NAME=VALUE", "set a parameter inside its range; may be repeated", CLI_PARAMETERS, take_set},
    {"explain-defaults", 0, NULL, "list all parameters with range, default, origin and meaning, and stop", NULL, take_explain_defaults},
    {"variant", 0, "NAME", "data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)", "snapshot-NR import-NR import-CINC", take_variant},
    {"draws", 0, "N", "parameter draws for intervals and robustness, 0 to 100000 (default 2000, for an audit 200)", NULL, take_draws},
    {"seed", 0, "N", "seed of the draws; the same seed gives the same answer (default 1)", NULL, take_seed},
    {"format", 'f', "FORMAT", "table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson", "table csv json tsv dta ndjson", take_format},
    {"data", 0, "FILE", "database to use instead of the embedded snapshot (default: $ENTENTE_DATA)", CLI_FILES, take_data},
    {"width", 0, "COLUMNS", "width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)", NULL, take_width},
    {"color", 0, "WHEN", "auto, always or never; auto colours on a terminal unless $NO_COLOR is set", "auto always never", take_color},
    {"quiet", 'q', NULL, "no notes on standard error", NULL, take_quiet},
    {"help", 'h', NULL, "help on the command", NULL, take_help},
    {"version", 0, NULL, "version and data", NULL, take_version},
    {"markdown", 0, NULL, "print the whole manual as Markdown (docs/cli.md)", NULL, take_markdown},
    {"man", 0, NULL, "print the manual page (docs/man/entente.1)", NULL, take_man},
    {"completion", 0, "SHELL", "print the completions for bash, zsh or fish", "bash zsh fish", take_completion},
    {NULL, 0, NULL, NULL, NULL, NULL},
};
/* clang-format on */

/* ---- parsing ---- */

const cli_option *cli_option_find(const char *name) {
    for (const cli_option *o = cli_option_table; o->name != NULL; o++)
        if (strcmp(o->name, name) == 0) return o;
    return NULL;
}

static const cli_option *find_prefix(const char *name, size_t size) {
    for (const cli_option *o = cli_option_table; o->name != NULL; o++)
        if (strlen(o->name) == size && strncmp(o->name, name, size) == 0) return o;
    return NULL;
}

static cli_exit unknown_option(const char *text) {
    cli_nearest nearest = {0};
    char name[64] = "";
    (void)strncpy(name, text + strspn(text, "-"), sizeof name - 1);
    name[strcspn(name, "=")] = 0;
    for (const cli_option *o = cli_option_table; o->name != NULL; o++)
        cli_suggest(&nearest, name, o->name);
    if (nearest.best != NULL)
        return cli_fail(CLI_USAGE, "no option is called \"%s\"; did you mean --%s?", text, nearest.best);
    return cli_fail(CLI_USAGE, "no option is called \"%s\"; entente help lists them", text);
}

static cli_exit take(cli_options *options, const cli_option *row, const char *value) {
    size_t at = 0; /* there is room for every row of the table; each is kept once */
    while (options->given[at] != NULL && options->given[at] != row->name)
        at++;
    options->given[at] = row->name;
    return row->take(options, value);
}

/* Takes the option at argv[*at], and the argument after it where that is its value. */
static cli_exit parse_option(cli_options *options, int argc, char **argv, int *at) {
    const char *text = argv[*at], *equals = strchr(text, '='), *value = NULL;
    const cli_option *row = NULL;

    if (text[1] == '-') {
        row = find_prefix(text + 2, equals != NULL ? (size_t)(equals - text - 2) : strlen(text + 2));
        value = equals != NULL ? equals + 1 : NULL;
    } else {
        for (const cli_option *o = cli_option_table; o->name != NULL && row == NULL; o++)
            if (o->letter != 0 && o->letter == text[1] && text[2] == 0) row = o;
    }
    if (row == NULL) return unknown_option(text);
    if (row->value == NULL) {
        if (value != NULL) return cli_fail(CLI_USAGE, "--%s takes no value", row->name);
        return take(options, row, NULL);
    }
    if (value == NULL && row->value[0] == '[') return take(options, row, NULL); /* a value only after "=" */
    if (value == NULL) {
        if (*at + 1 >= argc)
            return cli_fail(CLI_USAGE, "--%s needs a value: --%s %s", row->name, row->name, row->value);
        value = argv[++*at];
    }
    return take(options, row, value);
}

cli_exit cli_options_parse(cli_options *options, int argc, char **argv) {
    bool ended = false;
    const char *data = getenv("ENTENTE_DATA");

    memset(options, 0, sizeof *options);
    options->year = ENT_MISSING;
    options->draws = -1;
    options->ambition = NAN;
    options->cut = options->to_share = NAN;
    options->first = options->last = ENT_MISSING;
    options->panel = ent_panel_options_default();
    options->data = data != NULL && *data != 0 ? data : NULL;
    options->operands = calloc((size_t)argc + 1, sizeof *options->operands);
    if (options->operands == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    for (int i = 1; i < argc; i++) {
        if (!ended && strcmp(argv[i], "--") == 0) {
            ended = true;
        } else if (!ended && argv[i][0] == '-' && argv[i][1] != 0) {
            cli_exit status = parse_option(options, argc, argv, &i);
            if (status != CLI_DONE) return status;
        } else {
            options->operands[options->operands_count++] = argv[i];
        }
    }
    return CLI_DONE;
}

void cli_options_clear(cli_options *options) {
    for (size_t i = 0; i < options->sets_count; i++)
        free(options->sets[i].name);
    free(options->sets);
    free(options->codes);
    free(options->lexicons);
    free(options->operands);
    memset(options, 0, sizeof *options);
}
