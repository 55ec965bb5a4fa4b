/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked for in imported data. */
#include "ingest/check_rules.h"

#include <stddef.h>

#define CODES ":ccode,ccode1,ccode2 "

const enti_check_rule enti_check_rules[] = {
    {"coverage", ENT_NOTE, NULL, "year",
     "SELECT 0, sum(n), printf('%d to %d, from %d to %d rows a year', min(year), max(year), min(n), max(n)) FROM "
     "(SELECT year, count(*) AS n FROM x WHERE year IS NOT NULL GROUP BY year) HAVING count(*) > 0"},
    {"years without rows", ENT_NOTE, NULL, "year",
     "SELECT 0, 0, 'no row in ' || group_concat(CASE next - year WHEN 2 THEN year + 1 ELSE (year + 1) || ' to ' || "
     "(next - 1) END, ', ') FROM (SELECT year, lead(year) OVER (ORDER BY year) AS next FROM (SELECT DISTINCT year FROM "
     "x)) "
     "WHERE next > year + 1 HAVING count(*) > 0"},
    {"gaps", ENT_WARNING, "state-year", "ccode year",
     "WITH years AS (SELECT DISTINCT year AS y FROM x), steps AS (SELECT ccode, year, line, lead(year) OVER (PARTITION "
     "BY "
     "ccode ORDER BY year) AS next FROM x WHERE ccode IS NOT NULL) SELECT steps.line, 0, coalesce(e.name, 'state') || "
     "' (' "
     "|| "
     "ccode || ') has no row ' || CASE next - year WHEN 2 THEN 'in ' || (year + 1) ELSE 'from ' || (year + 1) || ' to "
     "' || "
     "(next - 1) END || ', though a member of the system' FROM steps LEFT JOIN entities e ON e.code = ccode WHERE next "
     "> "
     "year + 1 AND EXISTS (SELECT 1 FROM temp.member m JOIN years ON y = m.year WHERE m.code = ccode AND m.year > "
     "steps.year AND m.year < next) ORDER BY steps.line"},
    {"unknown code", ENT_WRONG, NULL, CODES,
     "SELECT min(line), count(*), 'code ' || code || ' belongs to no state or entity of the list' FROM x WHERE code IS "
     "NOT "
     "NULL AND code NOT IN (SELECT code FROM entities) GROUP BY code ORDER BY code"},
    {"code outside its years", ENT_WARNING, NULL, CODES "year",
     "WITH c AS (SELECT code, year, min(line) AS line, count(*) AS n FROM x WHERE year IS NOT NULL GROUP BY code, "
     "year) "
     "SELECT min(line), sum(n), (SELECT name FROM entities e WHERE e.code = c.code) || ' (' || code || ') has rows in "
     "years "
     "when it was no member of the system, ' || CASE min(year) WHEN max(year) THEN 'in ' || min(year) ELSE 'the first "
     "in ' || "
     "min(year) || ', the last in ' || max(year) END FROM c WHERE code IN (SELECT code FROM entities) AND NOT EXISTS "
     "(SELECT 1 "
     "FROM temp.member m WHERE m.code = c.code AND m.year = c.year) GROUP BY code ORDER BY code"},
    {"no state", ENT_NOTE, NULL, CODES,
     "SELECT min(line), count(*), 'rows that no state answers to: aggregates, dependencies, codes of another scheme' "
     "FROM x "
     "WHERE code IS NULL HAVING count(*) > 0"},
    {"duplicate key", ENT_WRONG, "state-year", "ccode year",
     "SELECT min(line), count(*), 'state ' || ccode || ' has ' || count(*) || ' rows in ' || year || ', on lines ' || "
     "group_concat(line, ', ') FROM x WHERE ccode IS NOT NULL AND (SELECT count(*) FROM pragma_table_info('import_' || "
     "?2) "
     "WHERE name = 'igo') = 0 GROUP BY ccode, year HAVING count(*) > 1 ORDER BY 1"},
    {"duplicate key", ENT_WARNING, "dyad-year directed-dyad-year", "ccode1 ccode2 year",
     "SELECT min(line), sum(n), count(*) || ' dyad-years have more than one row, the first ' || min(key) || '; panels "
     "take "
     "the greatest value' FROM (SELECT min(line) AS line, count(*) AS n, ccode1 || '-' || ccode2 || ' in ' || year AS "
     "key "
     "FROM x GROUP BY ccode1, ccode2, year HAVING count(*) > 1) HAVING count(*) > 0"},
    {"one direction only", ENT_WRONG, "directed-dyad-year", "ccode1 ccode2 year",
     "SELECT min(line), count(*), 'rows without their counterpart in the other direction, the first ' || ccode1 || '-' "
     "|| "
     "ccode2 || ' in ' || year FROM x WHERE NOT EXISTS (SELECT 1 FROM x AS o WHERE o.ccode1 = x.ccode2 AND o.ccode2 = "
     "x.ccode1 AND o.year = x.year) HAVING count(*) > 0"},
    {"asymmetric contiguity", ENT_WRONG, NULL, "ccode1 ccode2 year type",
     "SELECT min(x.line), count(*), 'dyad-years whose two directions differ in type, the first ' || x.ccode1 || '-' || "
     "x.ccode2 || ' in ' || x.year FROM x JOIN x AS o ON o.ccode1 = x.ccode2 AND o.ccode2 = x.ccode1 AND o.year = "
     "x.year "
     "WHERE o.type <> x.type AND x.ccode1 < x.ccode2 HAVING count(*) > 0"},
    {"asymmetric pledges", ENT_NOTE, NULL, "ccode1 ccode2 year defense",
     "SELECT min(x.line), count(*), 'dyad-years in which one side owes defence and the other does not, the first ' || "
     "x.ccode1 || '-' || x.ccode2 || ' in ' || x.year FROM x JOIN x AS o ON o.ccode1 = x.ccode2 AND o.ccode2 = "
     "x.ccode1 AND "
     "o.year = x.year WHERE o.defense <> x.defense AND x.ccode1 < x.ccode2 HAVING count(*) > 0"},
    {"sum of CINC", ENT_NOTE, NULL, "year cinc",
     "SELECT 0, count(*), 'the shares of a year do not sum to 1 in ' || count(*) || ' years: from ' || printf('%.4f', "
     "min(s)) || ' to ' || printf('%.4f', max(s)) || '; they are used as published' FROM (SELECT sum(cinc) AS s FROM x "
     "GROUP BY year) WHERE abs(s - 1) > 0.00005 HAVING count(*) > 0"},
    {"end before start", ENT_WRONG, NULL, "start end",
     "SELECT line, 1, 'the spell ends ' || \"end\" || ', before it starts, ' || start FROM x WHERE substr(\"end\", 1, "
     "min(length(start), length(\"end\"))) < substr(start, 1, min(length(start), length(\"end\"))) ORDER BY line"},
    {"overlapping spells", ENT_WARNING, "state-spell", "ccode start end",
     "SELECT line, 1, 'a spell of state ' || ccode || ' ends ' || \"end\" || ', after the next one starts, ' || next "
     "FROM "
     "(SELECT *, lead(start) OVER (PARTITION BY ccode ORDER BY start, line) AS next FROM x WHERE ccode IS NOT NULL) "
     "WHERE "
     "substr(\"end\", 1, min(length(next), length(\"end\"))) > substr(next, 1, min(length(next), length(\"end\"))) "
     "ORDER BY line"},
    {"still running", ENT_NOTE, NULL, "end ongoing",
     "SELECT min(line), count(*), 'spells still running when the data end' FROM x WHERE ongoing = 1 HAVING count(*) > "
     "0"},
    {"end unknown", ENT_WARNING, NULL, "end ongoing",
     "SELECT min(line), count(*), 'spells whose end is not known; they count as open' FROM x WHERE \"end\" IS NULL AND "
     "ongoing = 0 HAVING count(*) > 0"},
    {"repeated phases", ENT_NOTE, NULL, "atopid ccode phase",
     "SELECT min(line), sum(n), count(*) || ' memberships are split into phases; a member counts once, with the "
     "obligations "
     "of the phase in force' FROM (SELECT min(line) AS line, count(*) AS n FROM x GROUP BY atopid, ccode HAVING "
     "count(*) > "
     "1) HAVING count(*) > 0"},
    {NULL, ENT_NOTE, NULL, NULL, NULL},
};
