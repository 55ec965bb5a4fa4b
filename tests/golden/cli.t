The program around the answers: help, version, and one line for every kind of bad input, with its exit status.
Run by hand, ENTENTE_TEST_SOURCE must name the top of the tree.

$ entente version
entente 0.1.0
data: embedded snapshot 2026-11, 1946 to 2022

$ entente --version --quiet
entente 0.1.0
data: embedded snapshot 2026-11, 1946 to 2022

$ entente | head -n 4
entente 0.1.0: why states ally or not

usage: entente COMMAND [options]
  try: entente assess china russia --year 2021

$ entente help --markdown | cmp - "$ENTENTE_TEST_SOURCE/docs/cli.md"

#: the manual page and the completions are what the program prints (build the target "manuals" to renew them)
$ entente help --man | cmp - "$ENTENTE_TEST_SOURCE/docs/man/entente.1"

$ for shell in bash:entente.bash zsh:_entente fish:entente.fish; do entente help --completion ${shell%:*} | cmp - "$ENTENTE_TEST_SOURCE/tools/completions/${shell#*:}"; done

#: valid roff, where groff is there to say so
$ command -v groff >/dev/null || exit 0; entente help --man | groff -man -ww -Tutf8 2>&1 >/dev/null

#: what bash would offer
$ bash files/tab.bash
entente au: [audit]
entente assess chi: [Chile] [China]
entente assess united k: [United Kingdom]
entente tie china RU: [Russia] [RUS]
entente audit cs: [csto]
entente audit --upg: [--upgrade]
entente audit sco --upgrade d: [defence]
entente assess --format = j: [json]
entente assess --set aut: [autonomy]
entente partners china --under : [pressure] [primacy] [both] [none]
entente cite pa: [partners] [panel]
entente cite tie chin: [China]
entente help inst: [institution]

#: what help shows of the example is what the example says
$ entente help assess | sed -n '/^China and Russia/,/^\.\.\.$/p' | sed '$d' >shown; entente assess china russia --year 2021 | head -n 4 | diff - shown

$ entente assess --help | head -n 3
entente assess: why two states have, or have not, allied, and what would change it

usage: entente assess STATE STATE [options]

$ entente assess --explain-defaults --format csv | sed -n '1p;/^autonomy/p'
name,value,default,low,high,standard_error,origin,unit,meaning,source
autonomy,-1.5,-1.5,-3,0,,assumed,,freedom of action lost to a stronger partner,entente-derived

$ entente state ussr --year 1969 | head -n 12
Russia, Europe (Eastern Europe)                                            embedded snapshot 2026-11
In 1969 a member of the system of states (COW).

CODES
  COW number        365
  COW letters       RUS
  GW number         365
  GW letters        RUS
  ISO letters       RUS; SUN (1974 to 1992)
  ISO two letters   RU; SU (1974 to 1992)
  ISO number        643; 810 (1974 to 1992)

$ entente state --year 2014 --format csv | sed -n '1p;/Australia/p'
year,code,iso3,cow,gw,name,region
2014,900,AUS,AUL,900,Australia,Oceania

$ entente state china
China, Asia (Eastern Asia)                                                 embedded snapshot 2026-11

CODES
  COW number        710
  COW letters       CHN
  GW number         710
  GW letters        CHN
  ISO letters       CHN
  ISO two letters   CN
  ISO number        156

NAMES
  current           China; China, PR; People's Republic of China
  short             Communist China; Mainland China; P.R. China; P.R.C.; PRC; Red China; mainland
                    China
  former            Nationalist China (1928 to 1949); Qing Empire (1816 to 1912); Qing dynasty (1816
                    to 1912); Republic of China (1912 to 1949)
  native            Zhongguo; Zhonghua Renmin Gongheguo; 中国
  people            Chinese
  by capital        Beijing; Nanking; Peiping; Peking; Zhongnanhai

MEMBER
  COW 710           1860-10-25 to now         China, capital Beijing
  GW 710            1816-01-01 to now         China, capital Beijing

#: codes that schemes read differently are noted, on standard error only
$ entente state AUS | head -n 1
Australia, Oceania (Australia and New Zealand)                             embedded snapshot 2026-11
2> entente: "AUS" read as Australia; in cow-abbrev it is Austria

$ entente state AUS --quiet | head -n 1
Australia, Oceania (Australia and New Zealand)                             embedded snapshot 2026-11

#: usage: status 2
$ entente asess china russia
2> entente: no command is called "asess"; did you mean assess?
! 2

$ entente help stat
2> entente: no command is called "stat"; did you mean state?
! 2

$ entente assess china russia --yaer 2021
2> entente: no option is called "--yaer"; did you mean --year?
! 2

$ entente assess china russia -z
2> entente: no option is called "-z"; entente help lists them
! 2

$ entente assess china russia --quiet=yes
2> entente: --quiet takes no value
! 2

$ entente assess china
2> entente: assess takes two states, such as: entente assess china russia; 1 given
! 2

$ entente assess united kingdom france
2> entente: assess takes two states, such as: entente assess china russia; 3 given (names of several words need quotes)
! 2

$ entente assess china russia --year
2> entente: --year needs a value: --year YEAR
! 2

$ entente assess china russia --year 20x1
2> entente: --year is "20x1", expected a whole number from 1 to 9999
! 2

$ entente assess china russia --horizon 51
2> entente: --horizon is "51", expected a whole number from 1 to 50
! 2

$ entente assess china russia --draws -1
2> entente: --draws is "-1", expected a whole number from 0 to 100000
! 2

$ entente assess china russia --seed one
2> entente: --seed is "one", expected a whole number from 0 to 18446744073709551615
! 2

$ entente assess china russia --format yaml
2> entente: --format is "yaml", expected table, csv or json (rows of a panel also tsv, dta, ndjson)
! 2

$ entente assess china russia --under stress
2> entente: --under is "stress", expected pressure, primacy, both or none
! 2

$ entente assess china russia --width 10
2> entente: --width is "10", expected a whole number from 60 to 200
! 2

$ entente assess china russia --set autonomy
2> entente: --set is "autonomy", expected NAME=VALUE such as autonomy=-1
! 2

$ entente assess china russia --set autonomy=many
2> entente: --set autonomy is "many", expected a number
! 2

$ entente assess china russia --set autonomy=9
2> entente: autonomy is 9, expected -3 to 0
! 2

$ entente assess china russia --set autonmy=-1
2> entente: no parameter is called "autonmy"; did you mean autonomy? --explain-defaults lists all
! 2

$ entente assess china russia --variant snapshot-CINC
2> entente: unknown variant "snapshot-CINC"; expected snapshot-NR, import-NR or import-CINC
! 2

$ entente state china --draws 5
2> entente: --draws does not belong to state; entente help state lists what does
! 2

$ entente assess china china --year 2021
2> entente: China with itself is no pair; name two states
! 2

$ entente assess "" china
2> entente: a state's name or code is expected, not ""
! 2

$ entente assess xyz:5 china
2> entente: "xyz:5" names an unknown scheme; expected cow:, gw:, iso:, iso2: or iso3:
! 2

#: data: status 3
$ entente assess Chian russia --year 2021
2> entente: no state called "Chian" in 2021; did you mean China (CHN), Canada (CAN), Chile (CHL)?
! 3

$ entente assess china russia --year 2035
2> entente: 2035 is outside the snapshot (1946 to 2022); choose --year in it or other data with --data
! 3

$ entente assess china russia --year 1900
2> entente: 1900 is outside the snapshot (1946 to 2022); choose --year in it or other data with --data
! 3

$ entente assess "east germany" poland --year 2000
2> entente: East Germany was not a member of the system of states in 2000 (it was 1954 to 1990)
! 3

$ entente assess germany france --year 1970
2> entente: Germany was not a member of the system of states in 1970 (it was 1816 to 1945, 1990 to today); did you mean West Germany (cow:260) or East Germany (cow:265)?
! 3

$ entente assess israel palestine --year 2014
2> entente: Palestine is not a member of the system of states in any year
! 3

$ entente assess china russia --variant import-NR
2> entente: variant import-NR needs militarised disputes (directed dyad-years of MID 5.0), which these data do not have: import that file with entente data import, or leave --variant out
! 3

$ entente state --year 1700
2> entente: no state is listed for 1700; the lists run from 1816 to 2022
! 3

$ printf 'not a database' >bad.db; entente assess china russia --data bad.db
2> entente: bad.db is not a database that this version of entente reads (file is not a database)
! 3

$ ENTENTE_DATA=bad.db entente assess china russia
2> entente: bad.db is not a database that this version of entente reads (file is not a database)
! 3

$ entente assess china russia --data absent.db
2> entente: absent.db cannot be opened: No such file or directory
! 3

$ entente assess china russia --data .
2> entente: . cannot be opened: disk I/O error
! 3

#: a name cannot break the line
$ entente state "$(printf 'a\nb\033[31m')"
2> entente: no state called "a?b?[31m"; entente state lists names and codes
! 3

#: a full disk, a closed output: status 1; a reader that has enough: status 0
$ entente state china >/dev/full
2> entente: the answer cannot be written: No space left on device
! 1

$ entente state china >&-
2> entente: the answer cannot be written: Bad file descriptor
! 1

$ entente state --year 2014 | head -n 1
States of the system in 2014: 195                                          embedded snapshot 2026-11
