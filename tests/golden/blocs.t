Landscapes, wedges, durability and blocs: how the answers begin, the examples of the manual, and every kind of bad input.

#: the manual's examples work; their first lines
$ for c in blocs landscape wedge durability; do entente help $c | sed -n 's/^example: //p' >example; sh ./example >answer 2>&1 || echo "$c: status $?"; head -n 1 answer; done
Blocs, 1962: 117 states, 428 ties that pull, 53 that push                  embedded snapshot 2026-11
Landscape of 8 states, 1962                                                embedded snapshot 2026-11
China against eu, 2021: 27 members decide                                  embedded snapshot 2026-11
Durability of warsaw-pact, 1985: Russia and 6 others                       embedded snapshot 2026-11

$ entente landscape files/camps.csv files/camps_pairs.csv
Landscape of 4 states                                                                files/camps.csv
1 minimum among all 8 divisions; the deepest puts 2 states against 2 and draws 100 % of divisions.
It agrees with camp for 4 of 4 states (by chance 0.12).

MINIMUM 1                     energy -36; basin 8 of 8 divisions (100.0 %); agrees with camp for 4
                                of 4
                              Aland, Borduria
                              against
                              Cathay, Drossen

LEAST SETTLED in the deepest minimum
  state     size  frustration  cost of changing camp  other side in
  Cathay       1           -2                      8  0 of 0 other minima
  Borduria     2         -1.5                     18  0 of 0 other minima
  Drossen      2           -8                     36  0 of 0 other minima
  Aland        3           -5                     42  0 of 0 other minima

DOWN FROM                     camp (-36): nobody moves; minimum 1
                              all in one camp (0): Drossen to -28, Cathay to -36; minimum 1

INPUTS                        sizes and propensities as the file gives them: the answer is as good
                                as they are

$ entente landscape files/camps.csv files/camps_pairs.csv --start A --format csv | grep -E '^(answer|minima,1|descents,1)'
answer,,schema,entente/landscape/1
answer,,sentence,1 minimum among all 8 divisions; the deepest puts 2 states against 2 and draws 100 % of divisions. It agrees with camp for 4 of 4 states (by chance 0.12).
answer,,exact,1
answer,,divisions,8
answer,,starts,
answer,,unseen,0
minima,1,rank,1
minima,1,energy,-36
minima,1,basin,8
minima,1,share,1
minima,1,low,1
minima,1,high,1
minima,1,indifferent,0
minima,1,with_first.1,A
minima,1,with_first.2,B
minima,1,against_first.1,C
minima,1,against_first.2,D
minima,1,agreement.1.camps,camp
minima,1,agreement.1.right,4
minima,1,agreement.1.of,4
minima,1,agreement.1.chance,0.125
descents,1,from,the start
descents,1,energy,-18
descents,1,minimum,1
descents,1,steps.1.state,B
descents,1,steps.1.energy,-36

$ entente landscape --year 1962 --states usa,ussr,uk,france --between usa,ussr | head -n 4
Landscape of 4 states, 1962                                                embedded snapshot 2026-11
1 minimum among all 8 divisions; the deepest puts 3 states against 1 and draws 100 % of divisions.
It agrees with allies of the poles for 4 of 4 states (by chance 0.12).

$ entente wedge eu --by china --year 2021 --rule qmv | head -n 12
China against eu, 2021: 27 members decide                                  embedded snapshot 2026-11
Under qmv a common position against China has a chance of over 99.9 % (99.8 % to over 99.9 %); were
nobody exposed, over 99.9 %. Germany costs most: its exposure alone takes 0.034 points. Cutting 50 %
of dependence gives over 99.9 %. By simple majority it would be over 99.9 %.

CHANCE OF A COMMON POSITION
  rule            now  none exposed       cut   counter  one captured
  unanimity    43.6 %        87.3 %    48.9 %    50.0 %         0.0 %  Germany; 1 together can block
  majority   > 99.9 %       100.0 %  > 99.9 %  > 99.9 %      > 99.9 %  Germany; 14 together can
                                                                       block
  qmv        > 99.9 %      > 99.9 %  > 99.9 %  > 99.9 %        99.1 %  Germany; 4 together can block
  cut: 50 % of trade and supply; counter: measures of the group against coercion; one captured: the

$ entente wedge china-ceec --by china --year 2020 | head -n 5
China against china-ceec, 2020: 17 members decide                          embedded snapshot 2026-11
Under unanimity a common position against China has a chance of 70 % (45 % to 81 %); were nobody
exposed, 92 %. Czechia costs most: its exposure alone takes 2.1 points. Cutting 50 % of dependence
gives 75 %. By simple majority it would be over 99.9 %. China is a member itself and left out of
those who decide.

$ entente durability warsaw-pact --year 1989 --fall will | head -n 12
Durability of warsaw-pact, 1989: Russia and 6 others                       embedded snapshot 2026-11
The group lasts as long as its leader can and will coerce: interest 31 %, coercion 58 %, values 11 %
of the bonds with Russia. It stands after five years in 100 % of runs while the leader keeps its
power, in 0 % when it loses the will to coerce. On record it ended on 1991-07-01.

SURVIVAL share of runs in which the group stands
  year  steady   fall     95 %  strength  capability as recorded  members on record
  1989   100 %  100 %  100-100      1.00                   100 %  100 %
  1990   100 %   75 %    73-77      0.00                   100 %  100 %
  1991   100 %   29 %    27-31      0.00                    95 %  0 %
  1992   100 %    7 %      6-9      0.00                    77 %  0 %
  1994   100 %    0 %      0-1      0.00                    26 %  0 %

$ entente durability nato --year 1989 --fall will | head -n 4
Durability of nato, 1989: United States and 15 others                      embedded snapshot 2026-11
The group outlives its leader's power to coerce: interest 11 %, coercion 8 %, values 81 % of the
bonds with United States. It stands after five years in 100 % of runs while the leader keeps its
power, in 99 % when it loses the will to coerce.

$ entente blocs --year 2018 | head -n 12
Blocs, 2018: 195 states, 1883 ties that pull, 59 that push                 embedded snapshot 2026-11
2 blocs among 5 communities. The strongest is that of United States: 44 states with 71 % of the
world's capability, an alliance of alliances, cohesion 0.80 of 1, 71 % of it opposed to others.
Between United States and China polarisation is 0.37 of 1; 9 states hedge.

     around         kind   states  capability  cohesion  opposed  stable  against
  1  United States  bloc       44        71 %      0.80     0.71    0.95  China (8 rival pairs)
  2  China          loose      42        20 %      0.36     0.60    0.95  United States (8 rival
                                                                          pairs)
  3  Mexico         loose      32         3 %      0.40     0.15    1.00  United States (1 rival
                                                                          pair)
  4  Saudi Arabia   bloc       20         3 %      0.71     0.60    0.97  China (4 rival pairs)

#: the graph files: what GraphML and GEXF begin with, and that the same question gives the same bytes
$ entente blocs --year 1962 --graph one.graphml >one && entente blocs --year 1962 --graph two.graphml >two && cmp one two && cmp one.graphml two.graphml && head -n 3 one.graphml
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="name" for="node" attr.name="name" attr.type="string"/>

$ entente blocs --year 1962 --graph years.gexf --from 1955 --to 1957 >/dev/null && sed -n '1,9p' years.gexf
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>entente 0.1.0</creator>
    <description>embedded snapshot 2026-11</description>
  </meta>
  <graph mode="dynamic" defaultedgetype="undirected" timeformat="integer" timerepresentation="interval" start="1955" end="1957">
    <attributes class="node" mode="dynamic">
      <attribute id="community" title="community" type="string"/>

#: bad input
$ entente landscape files/camps.csv files/camps_skew.csv
2> entente: files/camps_skew.csv:8:3: propensities are not symmetric: D to C is 2 here, C to D is 1 on line 7
! 3

$ entente landscape files/camps.csv
2> entente: files/camps.csv: 6 of 6 pairs have no propensity, the first A and B; write 0 where two states are indifferent
! 3

$ entente landscape nowhere.csv
2> entente: nowhere.csv: the file could not be opened
! 3

$ entente landscape
2> entente: landscape takes a file or --states A,B,C, such as: entente landscape --year 1962 --states usa,uk,france,ussr,china
! 2

$ entente landscape files/camps.csv --states usa,ussr
2> entente: --states, --between, --year and --set belong to the data; drop them or the file
! 2

$ entente landscape --year 1962 --states usa
2> entente: a group needs two members at least, separated by commas
! 2

$ entente landscape --year 1962 --states usa,ussr,usa
2> entente: United States is listed twice
! 2

$ entente landscape --year 1962 --states usa,uk,ussr --between usa,china
2> entente: the two poles must be different members of the group
! 2

$ entente wedge eu --year 2021
2> entente: wedge needs --by, the power that drives it, such as: --by china
! 2

$ entente wedge eu --by china --rule consensus
2> entente: --rule is "consensus", expected unanimity, majority or qmv
! 2

$ entente wedge nato --by russia --year 2021 --rule qmv
2> entente: no population of United States and others in the table of voting weights: choose --rule unanimity or majority
! 3

$ entente wedge eu --by china --cut-dependence 2
2> entente: --cut-dependence is "2", expected a number from 0 to 1
! 2

$ entente wedge --members usa --by china
2> entente: a group needs two members at least, separated by commas
! 2

$ entente wedge --members usa,uk,usa --by china
2> entente: United States is listed twice
! 2

$ entente durability --members usa --year 2000
2> entente: a group needs two members at least, separated by commas
! 2

$ entente durability nato --fall hard
2> entente: --fall is "hard", expected capability, will or both
! 2

$ entente blocs --year 1962 --between usa
2> entente: a group needs two members at least, separated by commas
! 2

$ entente blocs --year 1962 --graph network.png
2> entente: --graph is "network.png", expected a file that ends in .graphml or .gexf
! 2

$ entente blocs --year 1962 --graph network.graphml --from 1950 --to 1960
2> entente: GraphML holds one year; --from and --to need a file that ends in .gexf
! 2

$ entente blocs --year 1962 --from 1950
2> entente: --from and --to are the years of --graph FILE.gexf; the answer is about --year
! 2

$ ENTENTE_NETWORK_MODULE=/nowhere.so entente blocs --year 1962
2> entente: libentente-network.so (communities, with igraph) is neither beside the program nor in its library folder; install it, or name it with ENTENTE_NETWORK_MODULE
! 1
