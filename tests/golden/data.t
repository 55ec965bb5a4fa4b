Importing published data: files made by hand, recognised, listed, exported, removed; and what is said of those at fault.

$ printf 'stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\nUSA,2,2015,596010,1381,78845,3147,321774,-9,.133,2021\nAUS,305,2016,-9,21,7,-9,8712,-9,0.0011,2021\n' >nmc.csv

$ printf 'Country Name,Country Code,Year,Value\nAustralia,AUS,2000,415.5\nWorld,WLD,2000,33000\n' >gdp.csv

#: no database is named
$ entente data import nmc.csv
2> entente: no database to import into: name one with --into world.db (it is made from the built-in data where there is none) or in ENTENTE_DATA
! 2

$ entente data import nmc.csv gdp.csv --into world.db
2> entente: gdp.csv:1: the header fits wb_gdp and wb_population; say which with --as
2> nmc.csv: nmc 6.0, 2 rows, 2015 to 2016
! 2

$ entente data import gdp.csv --as wb_gdp --into world.db
gdp.csv: wb_gdp 2000, 2 rows, 2000 to 2000
  kept without a state of the COW list: 1 rows (WLD 1)

$ entente data import nmc.csv --into world.db
nmc.csv: nmc 6.0, 2 rows, 2015 to 2016; the same file was there and is replaced

$ entente data list --data world.db --width 100
ID  DATA SET  VERSION  ROWS  YEARS      IN FORCE  FILE     TITLE
 1  nmc       6.0         2  2015-2016  yes       nmc.csv  National Material Capabilities
 2  wb_gdp    2000        2  2000-2000  yes       gdp.csv  Gross domestic product (World Bank)

Terms and citations
  nmc             Singer, Bremer & Stuckey 1972, Capability Distribution, Uncertainty, and Major
                  Power War, 1820-1965; Singer 1987, International Interactions 14: 115-132. Terms:
                  not stated; the Correlates of War project asks users to name the version and cite
                  the article of record.
  wb_gdp          World Bank, World Development Indicators, NY.GDP.MKTP.CD. Terms: CC BY 4.0.

$ entente data list --data world.db --format csv | cut -d, -f1-8
id,dataset,version,in_force,rows,first_year,last_year,unit
1,nmc,6.0,1,2,2015,2016,state-year
2,wb_gdp,2000,1,2,2000,2000,state-year

$ entente data export nmc --data world.db
import,line,ccode,year,milex,milper,irst,pec,tpop,upop,cinc
1,2,2,2015,596010,1381,78845,3147,321774,,0.133
1,3,305,2016,,21,7,,8712,,0.0011

$ entente data export wb_gdp --data world.db --format tsv --out gdp.tsv && cat gdp.tsv
import	line	iso3	ccode	year	gdp
2	2	AUS	900	2000	415.5
2	3	WLD		2000	33000

$ entente assess china russia --data world.db --format tsv
2> entente: --format is "tsv", expected table, csv or json
! 2

$ entente data list --data world.db --format tsv
2> entente: --format tsv belongs to data export
! 2

#: the built-in data hold no imports
$ entente data list
Nothing was imported. entente data import FILE --into world.db adds published data; entente data
list --all names what is recognised.

$ entente data export nmc
2> entente: no import in the built-in data is called "nmc"; entente data list shows what there is
! 3

$ entente data export polity --data world.db
2> entente: no import in world.db is called "polity"; entente data list shows what there is
! 3

$ entente data remove polity --data world.db
2> entente: no import in world.db is called "polity"; entente data list shows what there is
! 3

$ printf 'stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc\nUSA,2,2015,1,1,1,1,1,1,2.5\n' >bad.csv; entente data import bad.csv none.csv --into world.db
2> entente: bad.csv:2:10: cinc is "2.5", expected 0 to 1; correct it, or empty it where it is not known
2> entente: none.csv: the file cannot be opened: No such file or directory
! 1

$ printf 'a,b\n1,2\n' | entente data import - --into world.db
2> entente: standard input:1: the header is that of no data set known; describe its columns with --map FILE.json
! 3

$ entente data import bad.csv --into nowhere/world.db
2> entente: nowhere/world.db.part cannot be written: No such file or directory
! 1

$ entente data remove 2 nmc --data world.db
2: 1 removed
nmc: 1 removed

$ entente data list --data world.db
Nothing was imported. entente data import FILE --into world.db adds published data; entente data
list --all names what is recognised.

$ entente data nonsense
2> entente: data has no part called "nonsense"; expected import, check, overlay, list, export or remove
! 2

$ entente data import --into world.db
2> entente: data import takes one file or more, such as: entente data import NMC-60-abridged.csv --into world.db
! 2

$ ls
bad.csv
files
gdp.csv
gdp.tsv
nmc.csv
world.db
