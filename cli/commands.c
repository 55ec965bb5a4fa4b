/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands and what follows from it: dispatch, and the checks that every command needs. */
#include "commands.h"

#include "suggest.h"

#include <string.h>

#define REPORT_OPTIONS "format", "width", "color", "data"

static const char *const assess_options[] = {"year",    "horizon", "under", "explain",      "set", "explain-defaults",
                                             "variant", "draws",   "seed",  REPORT_OPTIONS, NULL};
static const char *const audit_options[] = {"members", "year",  "exclude", "upgrade",      "explain", "set",
                                            "variant", "draws", "seed",    REPORT_OPTIONS, NULL};
static const char *const partners_options[] = {
    "year",    "under", "exclude", "ambition",     "top", "set-aside-dormant",
    "explain", "set",   "variant", REPORT_OPTIONS, NULL};
static const char *const blocs_options[] = {"year", "between", "from",    "to",           "graph", "seed",
                                            "set",  "variant", "explain", REPORT_OPTIONS, NULL};
static const char *const landscape_options[] = {"year", "states",  "between", "start",        "starts", "seed",
                                                "set",  "variant", "explain", REPORT_OPTIONS, NULL};
static const char *const wedge_options[] = {"by",  "rule",    "cut-dependence", "year",         "members",
                                            "set", "variant", "explain",        REPORT_OPTIONS, NULL};
static const char *const durability_options[] = {"year", "members", "fall",    "remaining", "over",         "draws",
                                                 "seed", "set",     "variant", "explain",   REPORT_OPTIONS, NULL};
static const char *const institution_options[] = {"year", "explain", REPORT_OPTIONS, NULL};
static const char *const tie_options[] = {"from", "to", "explain", REPORT_OPTIONS, NULL};
static const char *const cite_options[] = {"all", "data", NULL};
static const char *const state_options[] = {"year", REPORT_OPTIONS, NULL};
static const char *const help_options[] = {"markdown", "man", "completion", "data", NULL};
static const char *const version_options[] = {"data", "version", NULL};

const char *const cli_common_options[] = {"quiet", "help", NULL};

static const char assess_text[] =
    "Says what is between two states, what the structure of the system supports, and what is likely,\n"
    "and never merges the three. What is: the rungs of practice and treaty. What the structure\n"
    "supports: the pair's place among the pairs that did sign defence pacts, as a percentile, blind to\n"
    "their own pact. What is likely: the chance of signing, or of the pact's end, within the horizon,\n"
    "beside that of a typical pair.\n"
    "\n"
    "Then come the theories side by side, with what each rests on and where they disagree; obstacles\n"
    "and supports, strongest first; the smallest change that would alter the answer; what is missing\n"
    "or assumed; the sources. Sizes are log-odds against pairs that did sign. \"cannot judge\" is an\n"
    "answer: the data are not there.\n"
    "\n"
    "States are named in English, in their own language or by a former name, in any case and with or\n"
    "without accents, or by code. Three bare letters are ISO first, a bare number COW first; cow:AUS,\n"
    "gw:260 and iso:36 name the scheme. Where a name moved between states, the year decides. Quote\n"
    "names of several words.\n"
    "\n"
    "--format json is the whole answer (docs/schema/assess.schema.json); csv is the same in long form,\n"
    "one value a row: section, item, field, value, with unknown left empty.";

static const char assess_shown[] =
    "China and Russia, 2021                                                     embedded snapshot 2026-11\n"
    "Aligned, not allied. The structure would support a pact (49th percentile of past signers, 27 to 63),\n"
    "none is signed. Signing one within 5 years: 0.2 % (typical pair: under 0.1 %). Holds in 96 % of\n"
    "2,000 parameter draws.";

static const char assess_reading[] =
    "Read: the two coordinate but owe each other no defence. Of the pairs that signed one since 1946,\n"
    "about half had less speaking for it in the year before (27 to 63 %, by the errors of the weights).\n"
    "That makes them a puzzle, and the obstacles below the part to read: rivals they do not share weigh\n"
    "most. Signing remains unlikely, as for every pair: pacts are rare.";

static const char audit_text[] =
    "Asks whether a group can become an alliance: a forum or organisation of the data in a year, or the\n"
    "states named with --members. Two tests decide. Rivalry: does more than half of its capability\n"
    "belong to members with a strategic rival inside? Cohesion: is its mean pair less supported than\n"
    "the founders of 95 of 100 past pacts? A group that fails either is not feasible; then the answer\n"
    "says what its full membership can still carry, the largest core in which every pair fits, and the\n"
    "fewest members whose leaving would let the rest pass.\n"
    "\n"
    "Then come rival pairs, outside patrons and against whom they stand, the members' relations to the\n"
    "power left out, regimes, the institution and bodies that overlap with it, who refuses whom, what a\n"
    "proposed upgrade meets pair by pair, pacts inside and whose treaties they are, members one by one.\n"
    "--explain adds every pair with the rivals that only one side has.\n"
    "\n"
    "--format json is the whole answer (docs/schema/audit.schema.json).";

static const char partners_text[] =
    "Ranks whom a power would pick as allies. Its willingness follows from pressure (threat and\n"
    "encirclement by its rivals), from ambition, or from both; --under none leaves availability alone.\n"
    "A candidate's score is its attractiveness (help against the patron's own rivals, or capability)\n"
    "times its availability (free of pacts with the other side, votes nearer to the patron, like\n"
    "regimes, little trade with the other side) and, under pressure, times the structural support of\n"
    "the pair. Every factor is printed. Titles are those of the patron's own ladder of partnerships.\n"
    "\n"
    "Then come obstacles and the smallest changes for the first candidates, which of the largest states\n"
    "are free, who could be neutralised (leave the other side without joining), and who hedges.\n"
    "\n"
    "--format json is the whole answer (docs/schema/partners.schema.json).";

static const char blocs_text[] =
    "Draws the network of a year: pacts and partnerships pull states together, rivalries and wars push\n"
    "them apart. Communities come from Leiden on what pulls and from a spin glass on both, each over\n"
    "several seeds and resolutions, and the answer says how stable they are. A community is a bloc when\n"
    "it is cohesive inside and opposed outside; its treaties say of which alliances it is made. Then the\n"
    "frustration of the network, how polarised it is around two poles, the camps around them, and the\n"
    "hedgers, which are close to both.\n"
    "\n"
    "The poles are the strongest state and its strongest rival, or those of --between. --graph FILE also\n"
    "writes the network: GraphML for the year, GEXF with spells for --from to --to, which Gephi plays.\n"
    "\n"
    "--format json is the whole answer (docs/schema/blocs.schema.json).";

static const char landscape_text[] =
    "Asks into which two camps states fall when each moves away from those it repels (Axelrod and\n"
    "Bennett 1993): the energy of a division is the sum, over pairs in opposite camps, of their sizes\n"
    "times the propensity between them. Minima are divisions that no single state gains by leaving. Up\n"
    "to 24 states every division is looked at; above, minima are searched from random starts, and the\n"
    "answer says that it is a bound.\n"
    "\n"
    "The states come from the data (--states, with --year) or from CSV: a file with code, size, perhaps\n"
    "camp, and a column for each state with its propensities; or that file and a second one with pairs\n"
    "(a,b,propensity) or a matrix. docs/landscape.md describes them. The authors' own numbers for Europe\n"
    "in 1936-39 are not public; what circulates, the project's reference too, is a reconstruction.\n"
    "\n"
    "--format json is the whole answer (docs/schema/landscape.schema.json).";

static const char wedge_text[] =
    "Asks whether an outside power can keep a group from a common position. Each member's exposure to\n"
    "the power (trade, supplies, coercion, bases, treaties, titles, forums) lowers the chance that it\n"
    "backs the position; from these the chance of the whole follows exactly, for each rule: unanimity,\n"
    "majority, and the qualified majority of the European Union (55 % of members with 65 % of\n"
    "population, four at least to block).\n"
    "\n"
    "Members are ranked by what their dependence costs the group, beside their Banzhaf power. The table\n"
    "shows what cutting dependence, counter-measures and one captured member would change. What the\n"
    "power did to members before stands at the end. Weights are assumed: see --explain-defaults.\n"
    "\n"
    "--format json is the whole answer (docs/schema/wedge.schema.json).";

static const char durability_text[] =
    "Asks what holds a group together and whether that lasts when its leading power falls. Each member's\n"
    "bond with the leader is shared out over interest, coercion and values; then the leader loses\n"
    "capability (by which it coerces) or the will to coerce, and simulated exits give the survival of\n"
    "the group, beside a leader that keeps both and beside what the record says happened.\n"
    "\n"
    "--format json is the whole answer (docs/schema/durability.schema.json).";

static const char institution_text[] =
    "Shows what an institution is, and every spell of every member with the date of application and\n"
    "how long it waited; with --year those of the year. Without a name it lists all there are.";

static const char tie_text[] =
    "Lists everything on record between two states, oldest first, with dates: treaties, partnership\n"
    "titles, rivalries, wars and crises, coercion, exercises, bases, summits, declarations. --explain\n"
    "adds the source row of each.";

static const char cite_text[] =
    "Prints BibTeX for exactly what an answer used: from its JSON (a file, or - for standard input), or\n"
    "from the same question repeated after \"cite\" with the same options. Keys from sources.csv or\n"
    "references.bib may be named too; --all prints every entry.";

static const char state_text[] =
    "Shows the codes of a state in every scheme, its names with the years they hold, its membership in\n"
    "the systems of states with capitals, and whether it was a member in --year. Without a name it\n"
    "lists the members of the system in --year. Lists of members reach back to 1816.";

static const char help_text[] = "Explains a command, with its options and an example that works.";

static const char version_text[] = "Prints the version of the program and the data it answers from.";

const cli_command cli_command_table[] = {
    {.name = "assess",
     .group = "Questions",
     .summary = "why two states have, or have not, allied, and what would change it",
     .usage = "assess STATE STATE [options]",
     .text = assess_text,
     .options = assess_options,
     .least = 2,
     .most = 2,
     .operands = CLI_STATES,
     .expected = "two states, such as: entente assess china russia",
     .example = "entente assess china russia --year 2021",
     .shown = assess_shown,
     .reading = assess_reading,
     .run = cli_cmd_assess},
    {.name = "audit",
     .group = "Questions",
     .summary = "whether a group of states could become an alliance, and who stands in the way",
     .usage = "audit FORUM | --members A,B,C [options]",
     .text = audit_text,
     .options = audit_options,
     .most = 1,
     .operands = CLI_FORUMS,
     .expected = "one forum, such as: entente audit cica --year 2014",
     .example = "entente audit cica --year 2014 --exclude usa --upgrade consultation",
     .run = cli_cmd_audit},
    {.name = "partners",
     .group = "Questions",
     .summary = "whom a power would pick as allies, and what each candidate would have to change",
     .usage = "partners STATE [options]",
     .text = partners_text,
     .options = partners_options,
     .least = 1,
     .most = 1,
     .operands = CLI_STATES,
     .expected = "one state, such as: entente partners china",
     .example = "entente partners china --year 2021 --under pressure",
     .run = cli_cmd_partners},
    {.name = "blocs",
     .group = "Questions",
     .summary = "which blocs a year has, how opposed they are, and who stands between them",
     .usage = "blocs [options]",
     .text = blocs_text,
     .options = blocs_options,
     .expected = "no operand, such as: entente blocs --year 1962",
     .example = "entente blocs --year 1962 --between usa,ussr",
     .run = cli_cmd_blocs},
    {.name = "landscape",
     .group = "Questions",
     .summary = "into which two camps states fall, and which other divisions would hold",
     .usage = "landscape FILE [PAIRS] | --states A,B,C [options]",
     .text = landscape_text,
     .options = landscape_options,
     .most = 2,
     .operands = CLI_FILES,
     .expected = "two files at most, such as: entente landscape states.csv pairs.csv",
     .example = "entente landscape --year 1962 --states usa,uk,france,ussr,china,poland,india,pakistan",
     .run = cli_cmd_landscape},
    {.name = "wedge",
     .group = "Questions",
     .summary = "whether a power can keep a group from a common position, and through whom",
     .usage = "wedge FORUM | --members A,B,C --by STATE [options]",
     .text = wedge_text,
     .options = wedge_options,
     .most = 1,
     .operands = CLI_FORUMS,
     .expected = "one forum, such as: entente wedge eu --by china",
     .example = "entente wedge eu --by china --year 2021 --rule qmv",
     .run = cli_cmd_wedge},
    {.name = "durability",
     .group = "Questions",
     .summary = "what holds a group together, and whether it outlives its leading power",
     .usage = "durability FORUM | --members A,B,C [options]",
     .text = durability_text,
     .options = durability_options,
     .most = 1,
     .operands = CLI_FORUMS,
     .expected = "one forum, such as: entente durability nato",
     .example = "entente durability warsaw-pact --year 1985",
     .run = cli_cmd_durability},
    {.name = "institution",
     .group = "Records",
     .summary = "what an institution is and who belonged to it when, or all institutions",
     .usage = "institution [FORUM] [options]",
     .text = institution_text,
     .options = institution_options,
     .most = 1,
     .operands = CLI_FORUMS,
     .expected = "one forum at most, such as: entente institution sco",
     .example = "entente institution sco",
     .run = cli_cmd_institution},
    {.name = "tie",
     .group = "Records",
     .summary = "everything on record between two states",
     .usage = "tie STATE STATE [options]",
     .text = tie_text,
     .options = tie_options,
     .least = 2,
     .most = 2,
     .operands = CLI_STATES,
     .expected = "two states, such as: entente tie china russia",
     .example = "entente tie china russia --from 1991",
     .run = cli_cmd_tie},
    {.name = "cite",
     .group = "Records",
     .summary = "BibTeX for what an answer used",
     .usage = "cite FILE.json | - | KEY... | --all | COMMAND ... [options]",
     .text = cite_text,
     .options = cite_options,
     .most = 256,
     .operands = CLI_FILES,
     .expected = "an answer, keys or a question, such as: entente cite assess china russia",
     .example = "entente cite assess china russia --year 2021",
     .run = cli_cmd_cite},
    {.name = "state",
     .group = "Data",
     .summary = "names, codes and membership of a state, or all states of a year",
     .usage = "state [STATE] [options]",
     .text = state_text,
     .options = state_options,
     .most = 1,
     .operands = CLI_STATES,
     .expected = "one state at most, such as: entente state ussr",
     .example = "entente state ussr --year 1969",
     .run = cli_cmd_state},
    {.name = "help",
     .group = "Program",
     .summary = "what the program does, or how to use a command",
     .usage = "help [COMMAND]",
     .text = help_text,
     .options = help_options,
     .most = 1,
     .operands = CLI_COMMANDS,
     .expected = "one command at most, such as: entente help assess",
     .example = "entente help assess",
     .run = cli_cmd_help},
    {.name = "version",
     .group = "Program",
     .summary = "version of the program and of its data",
     .usage = "version",
     .text = version_text,
     .options = version_options,
     .expected = "nothing else",
     .example = "entente version",
     .run = cli_cmd_version},
    {.name = NULL},
};

const cli_command *cli_command_find(const char *name) {
    for (const cli_command *c = cli_command_table; c->name != NULL; c++)
        if (strcmp(c->name, name) == 0) return c;
    return NULL;
}

cli_exit cli_command_unknown(const char *name) {
    cli_nearest nearest = {0};
    for (const cli_command *c = cli_command_table; c->name != NULL; c++)
        cli_suggest(&nearest, name, c->name);
    if (nearest.best != NULL)
        return cli_fail(CLI_USAGE, "no command is called \"%s\"; did you mean %s?", name, nearest.best);
    return cli_fail(CLI_USAGE, "no command is called \"%s\"; entente help lists them", name);
}

static bool listed(const char *const *names, const char *name) {
    for (; *names != NULL; names++)
        if (strcmp(*names, name) == 0) return true;
    return false;
}

cli_exit cli_command_check(const cli_command *command, const cli_options *o) {
    size_t count = o->operands_count - 1;
    for (size_t i = 0; o->given[i] != NULL; i++)
        if (!listed(command->options, o->given[i]) && !listed(cli_common_options, o->given[i]))
            return cli_fail(CLI_USAGE, "--%s does not belong to %s; entente help %s lists what does", o->given[i],
                            command->name, command->name);
    if (o->explain_defaults && count == 0) return CLI_DONE; /* a question about the program, not about states */
    if (count < command->least || count > command->most)
        return cli_fail(CLI_USAGE, "%s takes %s; %zu given%s", command->name, command->expected, count,
                        count > command->most && command->most > 0 ? " (names of several words need quotes)" : "");
    return CLI_DONE;
}

cli_exit cli_command_run(cli_run *run) {
    const cli_options *o = &run->options;
    const cli_command *command = cli_command_find(o->operands[0]);
    cli_exit status;

    if (command == NULL) return cli_command_unknown(o->operands[0]);
    if (o->help && command->run != cli_cmd_help) {
        /* "entente assess --help" is "entente help assess". */
        run->options.operands[1] = command->name;
        run->options.operands_count = 2;
        return cli_cmd_help(run);
    }
    /* A question repeated for its citations is checked as that question. */
    status = command->run == cli_cmd_cite ? CLI_DONE : cli_command_check(command, o);
    return status == CLI_DONE ? command->run(run) : status;
}
