Panels, single measures, manifests, and every kind of bad input.

$ entente panel --from 2010 --to 2011 --add contiguity,treaty:defense,distance:capdist --spell treaty:defense | sed -n '1p;/^710,731,/p;/^2,20,/p'
ccode1,ccode2,year,conttype,contig,treaty_defense,capdist,treaty_defense_t1,treaty_defense_t2,treaty_defense_t3
2,20,2010,1,1,1,736.2269208531144,0,0,0
2,20,2011,1,1,1,736.2269208531144,0,0,0
710,731,2010,1,1,1,811.0245622141425,0,0,0
710,731,2011,1,1,1,811.0245622141425,0,0,0

$ entente panel --unit state-year --from 2010 --to 2010 --add net_resources,leaders --format tsv | head -n 3
ccode	year	net_resources	leader
2	2010	0.358	Barack Obama
20	2010	0.026	Stephen Harper

$ entente panel --unit directed-dyad-year --from 2021 --to 2021 --add theory:exclusive_rivalry | grep '^710,365\|^365,710'
365,710,2021,0.07022004384644087,0.035110021923220436,0.035110021923220436,0
710,365,2021,0.07022004384644087,0.035110021923220436,0.035110021923220436,0

$ entente panel --unit leader-year --from 2012 --to 2012 | grep '^365,\|^ccode'
ccode,year,leader,entered,left,days
365,2012,Vladimir Putin,2000-01-01,,366

$ entente panel --system gw --from 1990 --to 1990 --format ndjson | grep '"gwcode1":260,"gwcode2":265\|"gwcode1":2,"gwcode2":260'
{"gwcode1":2,"gwcode2":260,"year":1990}
{"gwcode1":260,"gwcode2":265,"year":1990}

$ entente panel --from 1850 --to 1850 | tail -n +2 | wc -l
741

#: the Warsaw Pact ended on 1 July 1991
$ for d in any jan1 jul1 dec31; do entente panel --from 1991 --to 1991 --add treaty:any --day $d | grep '^290,365'; done
290,365,1991,1
290,365,1991,1
290,365,1991,1
290,365,1991,0

$ entente measure capdist china russia --from 2020
ccode1  ccode2  year  capdist
   710     365  2020  5798.63
   710     365  2021  5798.63
   710     365  2022  5798.63

$ entente measure rivalry_other usa china --from 2019 --format csv
ccode1,ccode2,year,rivalry_other
2,710,2019,0
2,710,2020,0
2,710,2021,0
2,710,2022,0

$ entente measure net_resources china --from 2018
ccode  year  net_resources
  710  2018         0.0914
  710  2019         0.0945
  710  2020              -
  710  2021              -
  710  2022              -

#: the manifest is beside the output and gives the same bytes
$ entente panel --from 2010 --to 2012 --relevant --add rivalry -o a.csv; ls; entente rerun a.csv.manifest.json -o b.csv; cmp a.csv b.csv; entente rerun a.csv.manifest.json | cmp - a.csv
a.csv
a.csv.manifest.json
files
2> entente: --relevant: the data hold no list of major powers (cow_majors), so only contiguous dyads are kept
2> entente: --relevant: the data hold no list of major powers (cow_majors), so only contiguous dyads are kept
2> entente: the same 27866 bytes
2> entente: --relevant: the data hold no list of major powers (cow_majors), so only contiguous dyads are kept
2> entente: the same 27866 bytes

$ sed 's/"rivalry"/"contiguity"/' a.csv.manifest.json >c.json; entente rerun c.json -q -o c.csv; [ -e c.csv ] || echo no c.csv
no c.csv
2> entente: the output differs from the one of the manifest (entente 0.1.0 then, 0.1.0 now)

$ sed 's/embedded snapshot [0-9-]*/another/' a.csv.manifest.json >d.json; entente rerun d.json
2> entente: the manifest was made with "another"; this program has "embedded snapshot 2026-11"
! 3

$ echo '{' >e.json; entente rerun e.json; entente rerun none.json; entente rerun a.csv
2> entente: e.json: manifest:2: not JSON: string or '}' expected near end of file
2> entente: none.json cannot be opened: No such file or directory
2> entente: a.csv: manifest:1:5: not JSON: '[' or '{' expected near 'ccode'
! 3

$ entente panel --codebook --from 2010 --to 2010 --add treaty:defense
| column | what | unit | type | source | version | years | missing |
|---|---|---|---|---|---|---|---|
| ccode1 | COW code |  | integer | list of members of the system of states | embedded snapshot 2026-11 |  | never |
| ccode2 | COW code |  | integer | list of members of the system of states | embedded snapshot 2026-11 |  | never |
| year | calendar year |  | integer |  |  |  | never |
| treaty_defense | defence owed by the treaties of the snapshot |  | integer | treaties of the snapshot | embedded snapshot 2026-11 | 1946-2022 | 0 inside the source's years where there is no record; unknown outside them |

$ entente panel --codebook --format csv | sed -n '1p;/^contiguity:type/p'
name in --add,what,unit,type,made from,column,about,missing
contiguity:type,"contiguity: 1 land or river, 2 to 5 water up to 12, 24, 150, 400 miles, 0 none",,integer,"contiguity, contiguity_year, else snapshot",conttype,of a pair,0 inside the source's years where there is no record; unknown outside them

$ entente panel --from 2010 --to 2010 --add rivalry --codebook=book.csv -o r.dta; head -n 2 book.csv; head -c 32 r.dta; ls
column,what,unit,type,source,version,years,missing
ccode1,COW code,,integer,list of members of the system of states,embedded snapshot 2026-11,,never
<stata_dta><header><release>118<a.csv
a.csv.manifest.json
b.csv
book.csv
c.json
d.json
e.json
files
r.dta
r.dta.manifest.json

$ entente panel --add contigity
2> entente: no column is called "contigity"; did you mean contiguity?
! 2

$ entente panel --add treaty:defence
2> entente: no column is called "treaty:defence"; did you mean treaty:defense?
! 2

$ entente panel --add nmc
2> entente: the data hold nothing of nmc: milex (nmc), milper (nmc), irst (nmc), pec (nmc), tpop (nmc), upop (nmc), cinc (nmc), cinc_ratio (nmc), ln_capratio (nmc); entente data import adds data sets, --data names the file
! 3

$ entente panel --unit state-year --add contiguity
2> entente: contiguity is about two states and has no place in rows of state-years: choose --unit dyad-year, or name a second state
! 2

$ entente panel --from 2011 --to 2010
2> entente: --from 2011 is after --to 2010
! 2

$ entente panel --to 2040
2> entente: 2040 is after the data end (2022)
! 2

$ entente panel --from 1700
2> entente: 1700 is before the list of states begins (1816)
! 2

$ entente panel --unit monthly
2> entente: --unit is "monthly", expected state-year, dyad-year, directed-dyad-year or leader-year
! 2

$ entente panel --contiguity 6
2> entente: --contiguity is "6", expected a whole number from 1 to 5
! 2

$ entente panel --add contiguity --knots 1,2,3
2> entente: --knots belongs to --spell, which names the event
! 2

$ entente panel --add theory:bases,nonsense:x
2> entente: no column is called "nonsense:x"; entente panel --codebook lists them
! 2

$ entente panel china
2> entente: panel takes no names, only options, such as: entente panel --add contiguity,rivalry; 1 given
! 2

$ entente measure capdist china
2> entente: capdist is about two states and has no place in rows of state-years: choose --unit dyad-year, or name a second state
! 2

$ entente measure capdist china china
2> entente: measure takes two different states; "china" and "china" are one
! 2

$ entente measure capdist china atlantis
2> entente: no state called "atlantis"; entente state lists names and codes
! 3

$ entente assess china russia --format dta
2> entente: --format is "dta", expected table, csv or json
! 2

$ entente panel -o nowhere/x.csv
2> entente: nowhere/x.csv cannot be written: No such file or directory
! 1

#: a full disk, and a reader that has seen enough
$ entente panel --from 2010 --to 2012 >/dev/full
2> entente: the output cannot be written: No space left on device
! 1

$ entente panel --from 2010 --to 2012 | head -n 1
ccode1,ccode2,year
