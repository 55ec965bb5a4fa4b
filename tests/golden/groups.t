Groups, patrons, records and citations: how the answers begin, the examples of the manual, and every kind of bad input.
Run by hand, ENTENTE_TEST_SOURCE must name the top of the tree.

$ entente audit cica --year 2014 --exclude usa --upgrade consultation --draws 0 | head -n 20
CICA, 2014: 26 members                                     forum, level 1 of 4, decides by consensus
Cannot become an alliance: 71 % of its capability belongs to members with a rival inside, and its
pairs are less cohesive than the founders of 97 % of past pacts. The most the full membership can
carry is cooperation (rung 1 of 8): its mandates (confidence-building, counter-terrorism, dialogue,
economic, human dimension) remain feasible. Largest workable core: 9 members, 65 % of capability.

TESTS                         rivalry: 71 % of capability belongs to members with a rival inside
                                (bar: half); largest member 40 %
                              cohesion: 3rd percentile of past pacts at their founding (bar: 5th)
RIVALS INSIDE (17 pairs)      Iran-Türkiye, Iran-Egypt, Iran-Israel, Iran-United Arab Emirates,
                                Türkiye-Egypt, Iraq-Israel, Egypt-Israel, Egypt-Qatar,
                                Israel-Palestine (supplementary record), Bahrain-Qatar, Qatar-United
                                Arab Emirates, Afghanistan-Pakistan, Kyrgyzstan-Uzbekistan,
                                Uzbekistan-Kazakhstan, China-India, India-Pakistan,
                                Thailand-Cambodia
OUTSIDE PATRONS               United States, treaty ally of Türkiye (North Atlantic Treaty; against
                                Russia, Iran and China), South Korea (Mutual Defense Treaty
                                USA-Republic of Korea; against Russia, Iran and China), Pakistan
                                (dormant: Agreement of Cooperation USA-Pakistan; against Russia,
                                Iran and China), Thailand (Southeast Asia Collective Defense Treaty

$ entente audit nato --year 1949 --draws 0 | head -n 6
NATO, 1949: 12 members                                  alliance, level 3 of 4, decides by consensus
An alliance, by its own treaty (nato-1949); neither internal rivalry nor lack of cohesion stands
against it.

TESTS                         rivalry: 0 % of capability belongs to members with a rival inside
                                (bar: half); largest member 76 %

#: the manual's examples work; their first lines
$ for c in assess audit partners institution tie cite state; do entente help $c | sed -n 's/^example: //p' >example; sh ./example >answer 2>&1 || echo "$c: status $?"; head -n 1 answer; done
China and Russia, 2021                                                     embedded snapshot 2026-11
CICA, 2014: 26 members                                     forum, level 1 of 4, decides by consensus
Partners of China, 2021                                                    embedded snapshot 2026-11
Shanghai Cooperation Organisation                                                  2001-06-15 to now
China and Russia: 206 records
@article{bailey2017,
Russia, Europe (Eastern Europe)                                            embedded snapshot 2026-11

#: a group named and the same one listed; only a forum has a founding, so only it has a record of coercion
$ same() { entente audit "$@" --year 2021 --draws 0 --format csv | grep '^\(answer\|core\|exits\|internal_rival_pairs\),' | grep -v 'coercion\|attacked'; }; same sco >named; same --members pakistan,india,china,uzb,kaz,kgz,tjk,russia | diff named -

$ entente audit --members china,russia,iran --year 2021 --draws 0 | head -n 3
Russia, Iran and China, 2021: 3 members                                             a list of states
Not blocked: the structure would allow a pact; 0 of 3 pairs are allied already, by other treaties.

#: one seed, one answer
$ entente audit sco --year 2021 --seed 7 --format json >a.json; entente audit sco --year 2021 --seed 7 --format json | cmp - a.json

$ entente partners china --year 2014 --under pressure --width 120 | sed -n '/^CANDIDATES/,/^$/p' | grep -v '^   *[^ 0-9s]' | cut -c 1-76 | sed 's/ *$//' | head -n 9
CANDIDATES, score = attract x avail x support
    state          score  attract  avail  pact  inter  regim  depen  suppo
 1  Russia       0.07934  0.12204   0.88  1.00   0.97   0.91   1.00   0.74
 2  Iran         0.00927  0.01625   0.95  1.00   1.00   0.95   1.00   0.60
 3  Cuba         0.00237  0.00810   0.95  1.00   1.00   0.95   1.00   0.31


 4  North Korea  0.00142  0.00169   0.99  1.00   1.00   0.99   1.00   0.84
 5  Pakistan     0.00133  0.00502   0.48  0.60   1.00   0.81   1.00   0.55

#: Pakistan when its pact of 1954 does not count
$ for o in "" --set-aside-dormant; do entente partners china --year 2014 --under pressure $o --format csv | awk -F, '$1 == "candidates" && $3 == "state.name" { name = $4 } $1 == "candidates" && $3 == "score" && name == "Pakistan" { printf "%s %.4f\n", name, $4 }'; done
Pakistan 0.0013
Pakistan 0.0022

$ entente partners usa --year 1948 --under primacy --top 3 --format csv | awk -F, '$1 == "candidates" && $3 == "state.name" { print $4 }'
United Kingdom
Canada
Australia

$ entente partners china --year 2021 --under none --top 1 --exclude japan | head -n 2
Partners of China, 2021                                                    embedded snapshot 2026-11
Under neither pressure nor primacy, China would pick North Korea first, ahead of Myanmar by a factor

$ entente institution nato --year 1949 | head -n 12
North Atlantic Treaty Organization, 1949                                           1949-04-04 to now

WHAT IT IS                    alliance, level 3 of 4, decides by consensus, with a secretariat, with
                                a budget, a summit every 24 months; with a defence clause
MANDATES                      collective defence, crisis management, partnership
OBLIGATIONS                   Attack on one is an attack on all (art. 5); consultation (art. 4)
TREATIES                      nato-1949

MEMBERS
  state           from        to  status  applied  wait
  United States   1949-08-24      full
  Canada          1949-08-24      full

$ entente institution --format csv | head -n 4
id,name
aes,Alliance (Confederation) of Sahel States
anzus,ANZUS
arab-league,League of Arab States

$ entente tie china russia --from 2001 --to 2001 | head -n 8
China and Russia: 11 records

from        to          kind          record
1945-10-24              common forum  Permanent members of the UN Security Council
1994-07-25              common forum  ASEAN Regional Forum
1996-04-25  2011-06-16  title         Strategic partnership of coordination (equality, trust,
                                      oriented to the 21st century)
1996-04-26  2001-06-15  common forum  Shanghai Five

#: citations of an answer, and of the same question
$ entente assess china russia --year 2021 --format json >answer.json; entente cite answer.json >one.bib; entente cite - <answer.json | cmp - one.bib; entente cite assess china russia --year 2021 | cmp - one.bib; grep -c '^@' one.bib
22

$ entente cite walt1987
@book{walt1987,
  author    = {Walt, Stephen M.},
  title     = {The Origins of Alliances},
  publisher = {Cornell University Press},
  address   = {Ithaca},
  year      = {1987}
}

$ entente cite audit --members usa,canada,mexico --year 2014 --draws 0 | grep -c '^@'
12

$ test "$(entente cite --all | grep -c '^@')" -gt 20

#: usage: status 2
$ entente audit
2> entente: audit takes a forum, such as: entente audit cica --year 2014; or --members A,B,C
! 2

$ entente audit sco --members china,russia
2> entente: audit takes a forum or --members, not both; drop "sco" or --members
! 2

$ entente audit --members china --year 2014
2> entente: a group needs two members at least, separated by commas
! 2

$ entente audit --members ""
2> entente: --members is empty, expected states parted by commas
! 2

$ entente audit --members china,russia,china --year 2014
2> entente: China is listed twice
! 2

$ entente audit cica --year 2014 --exclude china
2> entente: China is a member of the group: it cannot be the power left out
! 2

$ entente audit sco --upgrade navy
2> entente: --upgrade is "navy", expected consultation, crisis-centre or defence
! 2

$ entente audit sco --upgrade consultation,
2> entente: --upgrade is "", expected consultation, crisis-centre or defence
! 2

$ entente audit "cooperation" --year 2014
2> entente: "cooperation" may be cascf or sco; name one
! 2

$ entente audit sco cica
2> entente: audit takes one forum, such as: entente audit cica --year 2014; 2 given (names of several words need quotes)
! 2

$ entente partners
2> entente: partners takes one state, such as: entente partners china; 0 given
! 2

$ entente partners china --exclude china --year 2014
2> entente: China cannot be the power it leaves out itself
! 2

$ entente partners china --ambition 2
2> entente: --ambition is "2", expected a number from 0 to 1
! 2

$ entente partners china --top 0
2> entente: --top is "0", expected a whole number from 1 to 256
! 2

$ entente partners china --under stress
2> entente: --under is "stress", expected pressure, primacy, both or none
! 2

$ entente assess china russia --under none
2> entente: --under is "none", expected pressure, primacy or both (none is for partners)
! 2

$ entente tie china china
2> entente: China with itself is no pair; name two states
! 2

$ entente tie china russia --from 2010 --to 2001
2> entente: from 2010 is after to 2001
! 2

$ entente institution --year 2014
2> entente: --year needs a forum, such as: entente institution sco --year 2014
! 2

$ entente cite
2> entente: cite takes an answer (FILE.json or -), keys, a question or --all
! 2

$ entente cite --all walt1987
2> entente: --all prints every entry; name no "walt1987" with it
! 2

$ entente cite a.json b.json
2> entente: cite takes one answer at a time; 2 given
! 2

$ entente cite assess china
2> entente: assess takes two states, such as: entente assess china russia; 1 given
! 2

$ entente cite assess china russia --all
2> entente: --all prints every entry; ask no question with it
! 2

$ entente help --completion tcsh
2> entente: --completion is "tcsh", expected bash, zsh or fish
! 2

#: data: status 3
$ entente audit cicca --year 2014
2> entente: no forum called "cicca"; did you mean one of cascf, cento, china-ceec, cica, cis, csto; entente institution lists them, --members takes a list
! 3

$ entente audit sco --year 1999
2> entente: Shanghai Cooperation Organisation did not exist in 1999 (founded 2001-06-15)
! 3

$ entente audit warsaw-pact --year 2014
2> entente: Warsaw Treaty Organisation did not exist in 2014 (founded 1955-05-14, ended 1991-07-01)
! 3

$ entente audit sco --year 2035
2> entente: 2035 is outside the snapshot (1946 to 2022); choose --year in it or other data with --data
! 3

$ entente audit sco --year 1900
2> entente: 1900 is outside the snapshot (1946 to 2022); choose --year in it or other data with --data
! 3

$ entente audit --members chian,russia,india --year 2014
2> entente: no state called "chian" in 2014; did you mean China (CHN), Canada (CAN), Chile (CHL)?
! 3

$ entente audit --members "east germany,poland,hungary" --year 2014
2> entente: East Germany was not a member of the system of states in 2014
! 3

$ entente audit sco --exclude "east germany" --year 2021
2> entente: --exclude: East Germany was not a member of the system of states in 2021
! 3

$ entente audit sco --exclude palestine --year 2021
2> entente: --exclude: Palestine was not a member of the system of states in 2021
! 3

$ entente partners ussrr --year 1948
2> entente: no state called "ussrr" in 1948; did you mean Russia (RUS), Czechoslovakia (CSK)?
! 3

$ entente partners palestine --year 2014
2> entente: Palestine was not a member of the system of states in 2014
! 3

$ entente partners china --year 1900
2> entente: 1900 is outside the snapshot (1946 to 2022); choose --year in it or other data with --data
! 3

$ entente institution natoo
2> entente: no forum called "natoo"; did you mean one of nam, nato; entente institution lists them, --members takes a list
! 3

$ entente tie china palestina
2> entente: no state called "palestina"; did you mean Palestine (PSE), Pakistan (PAK), Argentina (ARG)?
! 3

$ entente cite nokey1999
2> entente: no source or reference has the key "nokey1999"; entente cite --all prints every one
! 3

$ entente cite absent.json
2> entente: absent.json cannot be opened: No such file or directory
! 3

$ printf '{"sources": [' >broken.json; entente cite broken.json
2> entente: broken.json: line 1, column 13: not the JSON of an answer (']' expected near end of file)
! 3

$ printf '{"a": 1}' >other.json; entente cite other.json
2> entente: other.json: no answer of entente: it has neither "sources" nor "cites"
! 3

$ entente cite ./
2> entente: ./ cannot be read: Is a directory
! 3

#: a failure leaves standard output empty, also where the question was right and its citing fails
$ entente cite audit sco --year 1999 2>/dev/null | wc -c
0
