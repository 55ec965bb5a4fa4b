-- Tables of the snapshot. One CSV file in data/ (or data/derived/) per table, with the same name and columns.
-- `line` is added by the compiler of the snapshot: the row's line in its CSV file, so that an answer can name it.
-- Dates are ISO 8601, as exact as known (2014, 2014-06, 2014-06-20). An empty end means still in force.
-- Flags are 0 or 1; an empty flag is unknown. `source` lists keys of sources.csv, separated by ';'.
-- `citation` says where in the source, or names the document the row rests on.
-- State codes are COW numbers; entities outside the COW list have codes of our own, see data/README.md.
PRAGMA foreign_keys = ON;

CREATE TABLE sources (
  line INTEGER NOT NULL,
  key TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  version TEXT,
  licence TEXT NOT NULL,            -- as the publisher states it, or "not stated"
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),  -- 1: the licence statement was read
  bibkey TEXT NOT NULL,             -- entry of references.bib
  note TEXT
);

CREATE TABLE entities (
  line INTEGER NOT NULL,
  code INTEGER PRIMARY KEY,
  iso3 TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('state', 'outside', 'organisation')),
  region TEXT,
  subregion TEXT,
  microstate INTEGER CHECK (microstate IN (0, 1)),
  note TEXT,
  source TEXT NOT NULL,
  citation TEXT
);

CREATE TABLE membership (            -- who belongs to the system of states, and its capital then
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  system TEXT NOT NULL CHECK (system IN ('cow', 'gw', 'none')),
  number INTEGER,                    -- the code in that system
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT,
  capital TEXT NOT NULL,
  lat REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon REAL NOT NULL CHECK (lon BETWEEN -180 AND 180),
  source TEXT NOT NULL,
  citation TEXT,
  UNIQUE (code, system, start)
);

CREATE TABLE names (                 -- every word or code that may stand for a state
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  scheme TEXT,                       -- cow, cow-abbrev, gw, gw-abbrev, iso2, iso3, iso-numeric; empty for words
  "from" INTEGER,
  "to" INTEGER,
  ambiguous INTEGER NOT NULL CHECK (ambiguous IN (0, 1)),
  note TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE rivalries (
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  code1 INTEGER NOT NULL REFERENCES entities (code),
  code2 INTEGER NOT NULL REFERENCES entities (code),
  label TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER,
  ongoing INTEGER NOT NULL CHECK (ongoing IN (0, 1)),  -- 1: open when the list's coverage ends
  kind TEXT NOT NULL CHECK (kind IN ('strategic', 'supplementary')),
  types TEXT,
  note TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  CHECK (code1 <> code2),
  CHECK ("end" IS NULL OR "end" >= start)
);

CREATE TABLE forums (
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('forum', 'organisation', 'alliance', 'minilateral', 'integrated')),
  founded TEXT NOT NULL,
  ended TEXT,
  leaders TEXT,                      -- codes of the convening powers, separated by ';'
  mandates TEXT,
  secretariat INTEGER CHECK (secretariat IN (0, 1)),
  budget INTEGER CHECK (budget IN (0, 1)),
  summit_frequency_months INTEGER,
  obligations TEXT,
  decision_rule TEXT,
  institution_level INTEGER NOT NULL CHECK (institution_level BETWEEN 0 AND 4),
  defence_clause INTEGER NOT NULL CHECK (defence_clause IN (0, 1)),
  membership_complete INTEGER NOT NULL CHECK (membership_complete IN (0, 1)),
  by_choice INTEGER NOT NULL CHECK (by_choice IN (0, 1)), -- 0: members did not choose one another
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE forum_members (
  line INTEGER NOT NULL,
  forum TEXT NOT NULL REFERENCES forums (id),
  code INTEGER NOT NULL REFERENCES entities (code),
  status TEXT NOT NULL CHECK (status IN ('full', 'observer', 'dialogue', 'applicant')),
  entry TEXT NOT NULL,
  exit TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE treaties (
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bilateral', 'multilateral')),
  forum TEXT REFERENCES forums (id), -- the organisation the treaty founded or works through
  signed TEXT NOT NULL,
  in_force TEXT,
  "end" TEXT,
  defence INTEGER NOT NULL CHECK (defence IN (0, 1)),
  offence INTEGER NOT NULL CHECK (offence IN (0, 1)),
  neutrality INTEGER NOT NULL CHECK (neutrality IN (0, 1)),
  nonaggression INTEGER NOT NULL CHECK (nonaggression IN (0, 1)),
  consultation INTEGER NOT NULL CHECK (consultation IN (0, 1)),
  permanent_bases INTEGER CHECK (permanent_bases IN (0, 1)),
  integrated_command INTEGER CHECK (integrated_command IN (0, 1)),
  joint_staff INTEGER CHECK (joint_staff IN (0, 1)),
  intelligence_sharing INTEGER CHECK (intelligence_sharing IN (0, 1)),
  military_aid INTEGER CHECK (military_aid IN (0, 1)),
  organ INTEGER CHECK (organ IN (0, 1)),
  atop_id TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('own', 'mixed', 'atop')),
  note TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE treaty_members (        -- flags here override the treaty for that state as giver of the pledge
  line INTEGER NOT NULL,
  treaty TEXT NOT NULL REFERENCES treaties (id),
  code INTEGER NOT NULL REFERENCES entities (code),
  entry TEXT NOT NULL,
  exit TEXT,
  defence INTEGER CHECK (defence IN (0, 1)),
  offence INTEGER CHECK (offence IN (0, 1)),
  neutrality INTEGER CHECK (neutrality IN (0, 1)),
  nonaggression INTEGER CHECK (nonaggression IN (0, 1)),
  consultation INTEGER CHECK (consultation IN (0, 1)),
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE partnerships (          -- declared partnership titles, ranked
  line INTEGER NOT NULL,
  code1 INTEGER NOT NULL REFERENCES entities (code),  -- the state whose ladder of titles it is
  code2 INTEGER NOT NULL REFERENCES entities (code),
  title TEXT NOT NULL,
  rank INTEGER CHECK (rank BETWEEN 1 AND 5),           -- empty: outside the ladder
  tier INTEGER CHECK (tier BETWEEN 1 AND 4),
  start TEXT NOT NULL,
  "end" TEXT,                        -- exclusive: the title holds up to, not including, this date
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE contiguity (
  line INTEGER NOT NULL,
  code1 INTEGER NOT NULL REFERENCES entities (code),
  code2 INTEGER NOT NULL REFERENCES entities (code),
  type INTEGER NOT NULL CHECK (type BETWEEN 1 AND 5),  -- 1 land or river; 2-5 water up to 12, 24, 150, 400 miles
  start TEXT NOT NULL,               -- YYYY-MM
  "end" TEXT,
  land_km REAL,
  note TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE capability (            -- net resources, GDP^2 / population, share of the world
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  year INTEGER NOT NULL,
  net_resources REAL NOT NULL CHECK (net_resources BETWEEN 0 AND 1),
  source TEXT NOT NULL,
  PRIMARY KEY (year, code)
) WITHOUT ROWID;

CREATE TABLE polyarchy (
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  year INTEGER NOT NULL,
  polyarchy REAL NOT NULL CHECK (polyarchy BETWEEN 0 AND 1),
  source TEXT NOT NULL,
  PRIMARY KEY (year, code)
) WITHOUT ROWID;

CREATE TABLE ideal_points (
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  year INTEGER NOT NULL,
  ideal_point REAL NOT NULL CHECK (ideal_point BETWEEN -5 AND 5),
  source TEXT NOT NULL,
  PRIMARY KEY (year, code)
) WITHOUT ROWID;

CREATE TABLE leaders (
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  leader TEXT NOT NULL,
  title TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT,                        -- first day of the successor
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE operational_codes (     -- a leader's indices over a period, measured from speeches or published
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  leader TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  p1 REAL NOT NULL CHECK (p1 BETWEEN -1 AND 1),
  p1_se REAL CHECK (p1_se >= 0),
  i1 REAL NOT NULL CHECK (i1 BETWEEN -1 AND 1),
  i1_se REAL CHECK (i1_se >= 0),
  speeches INTEGER CHECK (speeches > 0),
  codes INTEGER CHECK (codes > 0),   -- coded verbs
  basis TEXT NOT NULL CHECK (basis IN ('measured', 'published', 'demonstration')), -- demonstration: measured, but from
                                     -- texts that cannot stand for the leader; shown and not counted
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE belief_norms (          -- what a group of leaders looks like under a coder: docs/beliefs/indices.md
  line INTEGER NOT NULL,
  norm TEXT NOT NULL,
  title TEXT NOT NULL,
  belief TEXT NOT NULL,              -- p1 ... i4b, i5_punish ... i5_reward
  cases INTEGER NOT NULL CHECK (cases > 1),
  mean REAL NOT NULL,
  sd REAL NOT NULL CHECK (sd >= 0),  -- of the sample (n - 1)
  source TEXT NOT NULL,
  citation TEXT,
  PRIMARY KEY (norm, belief)
) WITHOUT ROWID;

CREATE TABLE speech_counts (         -- coded verbs of a speech by domain and agreement of the coders; all 0: none found
  line INTEGER NOT NULL,
  text_id TEXT NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  leader TEXT NOT NULL,
  date TEXT NOT NULL,
  venue TEXT NOT NULL,
  mode TEXT CHECK (mode IN ('prepared', 'spontaneous')),
  words INTEGER CHECK (words > 0),
  domain TEXT NOT NULL CHECK (domain IN ('foreign', 'domestic')),
  confidence TEXT NOT NULL CHECK (confidence IN ('agreed', 'disputed', 'single')),
  self_punish INTEGER NOT NULL CHECK (self_punish >= 0),
  self_threaten INTEGER NOT NULL CHECK (self_threaten >= 0),
  self_oppose INTEGER NOT NULL CHECK (self_oppose >= 0),
  self_appeal INTEGER NOT NULL CHECK (self_appeal >= 0),
  self_promise INTEGER NOT NULL CHECK (self_promise >= 0),
  self_reward INTEGER NOT NULL CHECK (self_reward >= 0),
  other_punish INTEGER NOT NULL CHECK (other_punish >= 0),
  other_threaten INTEGER NOT NULL CHECK (other_threaten >= 0),
  other_oppose INTEGER NOT NULL CHECK (other_oppose >= 0),
  other_appeal INTEGER NOT NULL CHECK (other_appeal >= 0),
  other_promise INTEGER NOT NULL CHECK (other_promise >= 0),
  other_reward INTEGER NOT NULL CHECK (other_reward >= 0),
  nonactor_punish INTEGER NOT NULL CHECK (nonactor_punish >= 0),  -- subjects that are no actors, such as a crisis
  nonactor_threaten INTEGER NOT NULL CHECK (nonactor_threaten >= 0),
  nonactor_oppose INTEGER NOT NULL CHECK (nonactor_oppose >= 0),
  nonactor_appeal INTEGER NOT NULL CHECK (nonactor_appeal >= 0),
  nonactor_promise INTEGER NOT NULL CHECK (nonactor_promise >= 0),
  nonactor_reward INTEGER NOT NULL CHECK (nonactor_reward >= 0),
  demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)), -- 1: shown and marked, never a leader's code
  source TEXT NOT NULL,
  citation TEXT,
  PRIMARY KEY (text_id, domain, confidence)
) WITHOUT ROWID;

CREATE TABLE ideology (
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  start TEXT NOT NULL,
  "end" TEXT,
  ideology TEXT NOT NULL CHECK (ideology IN ('liberal-democratic', 'communist', 'political-islam', 'monarchy',
                                             'nationalist-personalist', 'none-unknown')),
  secondary TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE coercion (
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  start TEXT NOT NULL,
  "end" TEXT,
  type TEXT NOT NULL,
  "trigger" TEXT,
  measure TEXT NOT NULL,
  effect TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE coercion_parties (
  line INTEGER NOT NULL,
  coercion TEXT NOT NULL REFERENCES coercion (id),
  code INTEGER NOT NULL REFERENCES entities (code),
  role TEXT NOT NULL CHECK (role IN ('sender', 'target')),
  source TEXT NOT NULL,
  PRIMARY KEY (coercion, code, role)
) WITHOUT ROWID;

CREATE TABLE wars (                  -- one row per state taking part
  line INTEGER NOT NULL,
  war TEXT NOT NULL,
  name TEXT NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  side INTEGER NOT NULL CHECK (side IN (1, 2)),
  start TEXT NOT NULL,
  "end" TEXT,
  type TEXT NOT NULL CHECK (type IN ('interstate', 'internationalised', 'extra-state')),
  scale TEXT NOT NULL CHECK (scale IN ('war', 'minor')),
  note TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE crises (
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  theatre TEXT NOT NULL,
  name TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT,
  level TEXT NOT NULL CHECK (level IN ('war', 'invasion', 'use of force', 'seizure', 'blockade', 'threat of force',
                                       'display of force', 'deployment', 'economic coercion', 'economic trigger',
                                       'diplomatic', 'accident')),  -- see README.md
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE crisis_parties (
  line INTEGER NOT NULL,
  crisis TEXT NOT NULL REFERENCES crises (id),
  code INTEGER NOT NULL REFERENCES entities (code),
  role TEXT NOT NULL CHECK (role IN ('initiator', 'target')),
  source TEXT NOT NULL,
  PRIMARY KEY (crisis, code, role)
) WITHOUT ROWID;

CREATE TABLE bases (                 -- troops or bases of one state on another's soil
  line INTEGER NOT NULL,
  host INTEGER NOT NULL REFERENCES entities (code),
  sender INTEGER NOT NULL REFERENCES entities (code),
  start TEXT NOT NULL,
  "end" TEXT,
  size_class TEXT NOT NULL CHECK (size_class IN ('small', 'medium', 'large')),
  peak_troops INTEGER,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE exercises (
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT,
  place TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('instance', 'series', 'pause')),
  detail TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE exercise_parties (
  line INTEGER NOT NULL,
  exercise TEXT NOT NULL REFERENCES exercises (id),
  code INTEGER NOT NULL REFERENCES entities (code),
  role TEXT NOT NULL CHECK (role IN ('partner', 'guest')),  -- the two organisers, and those invited
  source TEXT NOT NULL,
  PRIMARY KEY (exercise, code, role)
) WITHOUT ROWID;

CREATE TABLE events (                -- what two states did together, or what was done to both
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,               -- E001 on, by date
  date TEXT NOT NULL,
  "end" TEXT NOT NULL,               -- last day, the same as `date` for an event of a day
  type TEXT NOT NULL CHECK (type IN ('exercise', 'air_patrol', 'naval_patrol', 'operation', 'summit', 'summit_count', 'arms',
                                     'energy', 'treaty', 'agreement', 'declaration', 'un_veto', 'sanction_effect')),
  name TEXT NOT NULL,
  place TEXT,
  detail TEXT,
  code1 INTEGER NOT NULL REFERENCES entities (code),
  code2 INTEGER NOT NULL REFERENCES entities (code),
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  CHECK (code1 <> code2),
  CHECK ("end" >= substr(date, 1, length("end")))
);

CREATE TABLE event_parties (         -- third states
  line INTEGER NOT NULL,
  event TEXT NOT NULL REFERENCES events (id),
  code INTEGER NOT NULL REFERENCES entities (code),
  role TEXT NOT NULL CHECK (role IN ('third')),
  source TEXT NOT NULL,
  PRIMARY KEY (event, code, role)
) WITHOUT ROWID;

CREATE TABLE declarations (          -- what was said about allying; never evidence of a treaty
  line INTEGER NOT NULL,
  id TEXT PRIMARY KEY,               -- D01 on, by date
  date TEXT NOT NULL,
  speaker TEXT NOT NULL,
  office TEXT NOT NULL,
  code1 INTEGER NOT NULL REFERENCES entities (code),  -- the speaker's state
  code2 INTEGER REFERENCES entities (code),           -- the state spoken of; empty: alliances at large
  stance TEXT NOT NULL CHECK (stance IN ('against', 'for', 'open-ended', 'both')),
  content TEXT NOT NULL,             -- in words of the project
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  CHECK (code1 <> code2)
);

CREATE TABLE nonalignment (          -- membership of the Non-Aligned Movement and declared lines on allying
  line INTEGER NOT NULL,
  code INTEGER NOT NULL REFERENCES entities (code),
  policy TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT,
  detail TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  UNIQUE (code, policy, start),
  CHECK ("end" >= substr(start, 1, length("end")))
);

CREATE TABLE nuclear (               -- states with nuclear weapons
  line INTEGER NOT NULL,
  code INTEGER PRIMARY KEY REFERENCES entities (code),
  first_test TEXT,
  start INTEGER NOT NULL,            -- years of possession
  "end" INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('own', 'inherited')),  -- inherited: Soviet warheads, no control over their use
  detail TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  CHECK ("end" >= start)
);

CREATE TABLE eu_voting (             -- weights of the member states in the Council of the European Union
  line INTEGER NOT NULL,
  code INTEGER PRIMARY KEY REFERENCES entities (code),
  year INTEGER NOT NULL,             -- of the population
  population INTEGER NOT NULL CHECK (population > 0),
  official_share_2025 REAL CHECK (official_share_2025 BETWEEN 0 AND 100),  -- per cent, as the Council uses it in 2025
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE interests (             -- analyst judgement, one row per issue
  line INTEGER NOT NULL,
  code1 INTEGER NOT NULL REFERENCES entities (code),
  code2 INTEGER NOT NULL REFERENCES entities (code),
  scope TEXT NOT NULL CHECK (scope IN ('global', 'regional')),
  direction TEXT NOT NULL CHECK (direction IN ('converge', 'diverge')),
  issue TEXT NOT NULL,
  evidence TEXT,
  date TEXT,
  region TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

CREATE TABLE dependence (            -- state 1 depends on state 2
  line INTEGER NOT NULL,
  code1 INTEGER NOT NULL REFERENCES entities (code),
  code2 INTEGER NOT NULL REFERENCES entities (code),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  detail TEXT,
  source TEXT NOT NULL,
  citation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low'))
);

-- Derived figures: computed by the project, read by the verdict engine. Files in data/derived/.

CREATE TABLE coefficients (
  line INTEGER NOT NULL,
  variant TEXT NOT NULL CHECK (variant IN ('snapshot-NR', 'import-NR', 'import-CINC')),
  name TEXT NOT NULL,
  value REAL NOT NULL,
  se REAL,
  origin TEXT NOT NULL CHECK (origin IN ('estimated', 'assumed')),
  low REAL NOT NULL,
  high REAL NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (variant, name)
);

CREATE TABLE covariance (            -- of the estimated coefficients, clustered by treaty
  line INTEGER NOT NULL,
  variant TEXT NOT NULL,
  name1 TEXT NOT NULL,
  name2 TEXT NOT NULL,
  value REAL NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (variant, name1, name2)
);

CREATE TABLE signers (               -- new defence-pact dyads 1946-2018, covariates of the year before
  line INTEGER NOT NULL,
  year INTEGER NOT NULL, covariate_year INTEGER NOT NULL,
  code1 INTEGER NOT NULL REFERENCES entities (code), code2 INTEGER NOT NULL REFERENCES entities (code),
  treaty TEXT NOT NULL,              -- ATOP id
  weight REAL NOT NULL,              -- 1 / rows of that treaty and year
  ln_distance REAL NOT NULL, contiguous REAL NOT NULL, ln_common_allies REAL NOT NULL,
  interest_gap REAL NOT NULL, regime_gap REAL NOT NULL, mutual_rivalry REAL NOT NULL, era_1990 REAL NOT NULL,
  shared_rival REAL NOT NULL, shared_x_unshared REAL NOT NULL,
  unshared_1 INTEGER NOT NULL, unshared_2 INTEGER NOT NULL,
  trade_at_stake_1 REAL NOT NULL, trade_at_stake_2 REAL NOT NULL,
  capability_nr_1 REAL NOT NULL, capability_nr_2 REAL NOT NULL, shift_nr_1 REAL NOT NULL, shift_nr_2 REAL NOT NULL,
  capability_cinc_1 REAL NOT NULL, capability_cinc_2 REAL NOT NULL, shift_cinc_1 REAL NOT NULL, shift_cinc_2 REAL NOT NULL,
  sqrt_gain_snapshot_nr_1 REAL NOT NULL, sqrt_gain_snapshot_nr_2 REAL NOT NULL,
  sqrt_gain_import_nr_1 REAL NOT NULL, sqrt_gain_import_nr_2 REAL NOT NULL,
  sqrt_gain_import_cinc_1 REAL NOT NULL, sqrt_gain_import_cinc_2 REAL NOT NULL,
  interest_gap_imputed INTEGER NOT NULL, regime_gap_imputed INTEGER NOT NULL,
  estimation INTEGER NOT NULL,       -- 1: used in the fit (to 2003)
  source TEXT NOT NULL
);

CREATE TABLE multilateral_pacts (    -- founder pairs of the defence pacts with three or more members signed since 1947
  line INTEGER NOT NULL,
  pact TEXT NOT NULL, signed INTEGER NOT NULL, covariate_year INTEGER NOT NULL,
  code1 INTEGER NOT NULL REFERENCES entities (code), code2 INTEGER NOT NULL REFERENCES entities (code),
  ln_distance REAL NOT NULL, contiguous REAL NOT NULL, ln_common_allies REAL NOT NULL,
  interest_gap REAL NOT NULL, regime_gap REAL NOT NULL, mutual_rivalry REAL NOT NULL, era_1990 REAL NOT NULL,
  shared_rival REAL NOT NULL, shared_x_unshared REAL NOT NULL,
  unshared_1 INTEGER NOT NULL, unshared_2 INTEGER NOT NULL,
  trade_at_stake_1 REAL NOT NULL, trade_at_stake_2 REAL NOT NULL,
  capability_nr_1 REAL NOT NULL, capability_nr_2 REAL NOT NULL, shift_nr_1 REAL NOT NULL, shift_nr_2 REAL NOT NULL,
  capability_cinc_1 REAL NOT NULL, capability_cinc_2 REAL NOT NULL, shift_cinc_1 REAL NOT NULL, shift_cinc_2 REAL NOT NULL,
  sqrt_gain_snapshot_nr_1 REAL NOT NULL, sqrt_gain_snapshot_nr_2 REAL NOT NULL,
  sqrt_gain_import_nr_1 REAL NOT NULL, sqrt_gain_import_nr_2 REAL NOT NULL,
  sqrt_gain_import_cinc_1 REAL NOT NULL, sqrt_gain_import_cinc_2 REAL NOT NULL,
  defence_pact_before INTEGER NOT NULL,
  source TEXT NOT NULL
);

CREATE TABLE founding_pacts (        -- one row per pact of multilateral_pacts
  line INTEGER NOT NULL,
  pact TEXT PRIMARY KEY,             -- ATOP id
  signed INTEGER NOT NULL,
  covariate_year INTEGER NOT NULL,
  founders TEXT NOT NULL,            -- codes separated by blanks
  capability_in_internal_rivalry REAL NOT NULL,
  pairs INTEGER NOT NULL,
  source TEXT NOT NULL
);
