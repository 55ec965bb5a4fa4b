Landscapes, wedges, durability and blocs: how the answers begin, the examples of the manual, and every kind of bad input.

#: the manual's examples work; their first lines
$ for c in blocs landscape wedge durability; do entente help $c | sed -n 's/^example: //p' >example; sh ./example >answer 2>&1 || echo "$c: status $?"; head -n 1 answer; done

$ entente landscape files/camps.csv files/camps_pairs.csv

$ entente landscape files/camps.csv files/camps_pairs.csv --start A --format csv | grep -E '^(answer|minima,1|descents,1)'

$ entente landscape --year 1962 --states usa,ussr,uk,france --between usa,ussr | head -n 4

$ entente wedge eu --by china --year 2021 --rule qmv | head -n 12

$ entente wedge china-ceec --by china --year 2020 | head -n 5

$ entente durability warsaw-pact --year 1989 --fall will | head -n 12

$ entente durability nato --year 1989 --fall will | head -n 4

$ entente blocs --year 2018 | head -n 12

#: the graph files: what GraphML and GEXF begin with, and that the same question gives the same bytes
$ entente blocs --year 1962 --graph one.graphml >one && entente blocs --year 1962 --graph two.graphml >two && cmp one two && cmp one.graphml two.graphml && head -n 3 one.graphml

$ entente blocs --year 1962 --graph years.gexf --from 1955 --to 1957 >/dev/null && sed -n '1,9p' years.gexf

#: bad input
$ entente landscape files/camps.csv files/camps_skew.csv

$ entente landscape files/camps.csv

$ entente landscape nowhere.csv

$ entente landscape

$ entente landscape files/camps.csv --states usa,ussr

$ entente landscape --year 1962 --states usa

$ entente landscape --year 1962 --states usa,ussr,usa

$ entente landscape --year 1962 --states usa,uk,ussr --between usa,china

$ entente wedge eu --year 2021

$ entente wedge eu --by china --rule consensus

$ entente wedge nato --by russia --year 2021 --rule qmv

$ entente wedge eu --by china --cut-dependence 2

$ entente wedge --members usa --by china

$ entente wedge --members usa,uk,usa --by china

$ entente durability --members usa --year 2000

$ entente durability nato --fall hard

$ entente blocs --year 1962 --between usa

$ entente blocs --year 1962 --graph network.png

$ entente blocs --year 1962 --graph network.graphml --from 1950 --to 1960

$ entente blocs --year 1962 --from 1950

$ ENTENTE_NETWORK_MODULE=/nowhere.so entente blocs --year 1962
