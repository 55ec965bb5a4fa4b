Operational codes: answers, and every kind of bad input.
Run by hand, ENTENTE_TEST_SOURCE must name the top of the tree.

#: the manual's example works; its first line
$ entente help beliefs | sed -n 's/^example: //p' >example; sh ./example | head -n 4
psycl-leader-years: PsyCL: 561 leader-years (Profiler Plus), 561 cases [psycl-2022]
  index           mean      SD  meaning
  P-1           0.3492  0.1405  nature of the political universe
  P-2           0.1604  0.1009  prospects for own values

$ entente beliefs index files/belief-codes.csv --draws 100 --from 2014 --to 2014
Operational codes, foreign domain, other is actors, all codes; norm psycl-leaders

Ann Arbor
  1 text, 2014-06-20; codes: 1 self, 1 others (agreed: 1, 1)

  index          value  s.e.  agreed  norm SDs  nearest anchor
  P-1           -1.000     -  -1.000    -10.80  extremely hostile
  P-2           -1.000     -  -1.000    -13.06  extremely pessimistic
  P-3            1.000     -   1.000    +32.70  very high
  P-4a           0.500     -   0.500     +3.85  medium
  P-4b           0.500     -   0.500     -3.85  medium
  P-5            0.500     -   0.500    -39.11  medium
  I-1            1.000     -   1.000     +2.78  extremely cooperative
  I-2            1.000     -   1.000     +7.84  extremely cooperative
  I-3            1.000     -   1.000     +7.42  very high
  I-4a           0.000     -   0.000     -2.88  very low
  I-4b           0.000     -   0.000     -3.97  very low
  I-5 punish     0.000     -   0.000     -2.28  very low
  I-5 threaten   0.000     -   0.000     -0.99  very low
  I-5 oppose     0.000     -   0.000     -2.28  very low
  I-5 appeal     0.000     -   0.000     -5.10  very low
  I-5 promise    0.000     -   0.000     -1.49  very low
  I-5 reward     1.000     -   1.000    +12.51  very high

  ! 1 text; about ten or more are needed to speak of a leader
  ! 1 of 1 texts are short (under 1500 words or 15 codes): their own values scatter
  ! the length of the texts is not known, so none is flagged for being short

  date        words  self  other     P-1    I-1   P-4a  size       mode      text
  2014-06-20      -     1      1  -1.000  1.000  0.500  few codes  prepared  ann-1

Bob Bond
  1 text, 2014; codes: 1 self, 1 others (agreed: 1, 1)

  index          value  s.e.  agreed  norm SDs  nearest anchor
  P-1           -1.000     -  -1.000    -10.80  extremely hostile
  P-2           -0.333     -  -0.333     -5.56  somewhat pessimistic
  P-3            1.000     -   1.000    +32.70  very high
  P-4a           0.500     -   0.500     +3.85  medium
  P-4b           0.500     -   0.500     -3.85  medium
  P-5            0.500     -   0.500    -39.11  medium
  I-1            1.000     -   1.000     +2.78  extremely cooperative
  I-2            0.333     -   0.333     +0.97  somewhat cooperative
  I-3            1.000     -   1.000     +7.42  very high
  I-4a           0.000     -   0.000     -2.88  very low
  I-4b           0.000     -   0.000     -3.97  very low
  I-5 punish     0.000     -   0.000     -2.28  very low
  I-5 threaten   0.000     -   0.000     -0.99  very low
  I-5 oppose     0.000     -   0.000     -2.28  very low
  I-5 appeal     1.000     -   1.000     +4.34  very high
  I-5 promise    0.000     -   0.000     -1.49  very low
  I-5 reward     0.000     -   0.000     -2.79  very low

  ! 1 text; about ten or more are needed to speak of a leader
  ! 1 of 1 texts are short (under 1500 words or 15 codes): their own values scatter
  ! the length of the texts is not known, so none is flagged for being short

  date  words  self  other     P-1    I-1   P-4a  size       mode      text
  2014      -     1      1  -1.000  1.000  0.500  few codes  prepared  bob-1

The norm was coded by another program: its standard deviations place a leader, they test nothing.
Compare P-4 and P-5 with it under --others all.

#: down to the verbs
$ entente beliefs index files/belief-codes.csv --draws 0 --explain --to 2014 | grep -A 9 '^ann-1'
ann-1, Assembly
    1    reward: self, we, "help neighbours" [deed; agreed]
         We helped our neighbours.
    2    punish: other, they, "attack port" [deed; agreed]
         They attacked the port.
    3    punish: no actor, crisis, "hurt us" [deed; single]
         The crisis hurt us all.
    4    promise, domestic: self, we, "cut taxes" [promise; agreed]
         We will cut taxes.

#: the order of rows and files does not matter
$ (head -n 1 files/belief-codes.csv; tail -n +2 files/belief-codes.csv | sort -r) >turned.csv; entente beliefs index turned.csv --format json >a; entente beliefs index - --format json <files/belief-codes.csv >b; cmp a b && echo same
same

#: counts answer as their codes do
$ entente beliefs counts files/belief-codes.csv | tee counts.csv
text_id,speaker,ccode,date,venue,mode,words,domain,confidence,self_punish,self_threaten,self_oppose,self_appeal,self_promise,self_reward,other_punish,other_threaten,other_oppose,other_appeal,other_promise,other_reward,nonactor_punish,nonactor_threaten,nonactor_oppose,nonactor_appeal,nonactor_promise,nonactor_reward
ann-1,Ann Arbor,20,2014-06-20,Assembly,prepared,,foreign,agreed,0,0,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0
ann-1,Ann Arbor,20,2014-06-20,Assembly,prepared,,foreign,single,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0
ann-1,Ann Arbor,20,2014-06-20,Assembly,prepared,,domestic,agreed,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0
ann-2,Ann Arbor,20,2015-01,Radio,spontaneous,,foreign,agreed,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0
ann-2,Ann Arbor,20,2015-01,Radio,spontaneous,,foreign,disputed,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0
bob-1,Bob Bond,2,2014,Congress,prepared,,foreign,agreed,0,0,0,1,0,0,0,0,1,0,0,0,0,0,0,0,0,0
bob-2,Bob Bond,2,2015,Congress,prepared,,foreign,agreed,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0

$ entente beliefs compare arbor bond --codes files/belief-codes.csv --format json >a; entente beliefs compare arbor bond --codes counts.csv --format json >b; cmp a b && echo same
same

$ entente beliefs compare arbor bond --codes files/belief-codes.csv --domain all --draws 100
Beliefs compared: domain all, other is actors, all codes; margin 0.5 SD of psycl-leaders; level 0.05

leader     texts  words  codes    P-1    I-1  basis     from        to
Ann Arbor      2      -      5  0.000  1.000  measured  2014-06-20  2015-01
Bob Bond       2      -      3  0.000  1.000  measured  2014        2015

A: arbor; B: bond
equivalence   P-1 undetermined, I-1 undetermined: undetermined
p alone       P-1 congruent, I-1 undetermined: undetermined (as the literature reads it: not
              significant is alike)

index             A      B   A - B      t   df      p  p Holm      g  p alike  verdict
P-1 (theory)  0.000  0.000  +0.000   0.00  2.0  1.000   1.000  +0.00    0.484  undetermined
P-2           0.000  0.333  -0.333  -0.28  1.7  0.811   1.000  -0.16    0.582  undetermined
P-3           1.000  1.000  +0.000      -    -      -       -      -        -  undetermined
P-4a          0.583  0.250  +0.333   1.26  1.2  0.396   1.000  +0.72    0.781  undetermined
P-4b          0.417  0.750  -0.333  -1.26  1.2  0.396   1.000  -0.72    0.781  undetermined
P-5           0.417  0.750  -0.333  -1.26  1.2  0.396   1.000  -0.72    0.799  undetermined
I-1 (theory)  1.000  1.000  +0.000      -    -      -       -      -        -  undetermined
I-2           0.583  0.333  +0.250      -    -      -       -      -        -  undetermined
I-3           0.700  1.000  -0.300      -    -      -       -      -        -  undetermined
I-4a          0.000  0.000  +0.000      -    -      -       -      -        -  undetermined
I-4b          0.500  0.000  +0.500      -    -      -       -      -        -  undetermined
I-5 punish    0.000  0.000  +0.000      -    -      -       -      -        -  undetermined
I-5 threaten  0.000  0.000  +0.000      -    -      -       -      -        -  undetermined
I-5 oppose    0.000  0.000  +0.000      -    -      -       -      -        -  undetermined
I-5 appeal    0.500  1.000  -0.500      -    -      -       -      -        -  undetermined
I-5 promise   0.250  0.000  +0.250      -    -      -       -      -        -  undetermined
I-5 reward    0.250  0.000  +0.250      -    -      -       -      -        -  undetermined

under another choice         texts  P-1 A - B      p  P-1           I-1 A - B  p  I-1           equivalence
agreed codes only             2, 2     +0.000  1.000  undetermined     +0.000  -  undetermined  undetermined
texts of 15 codes or more     0, 0          -      -  undetermined          -  -  undetermined  undetermined
other: all that is not self   2, 2     +0.000  1.000  undetermined     +0.000  -  undetermined  undetermined
foreign domain                2, 2     +0.000  1.000  undetermined     +0.000  -  undetermined  undetermined
margin of 1 SD                2, 2     +0.000  1.000  undetermined     +0.000  -  undetermined  undetermined

\! arbor: 2 texts; about ten or more are needed
\! arbor: 2 of 2 texts are short and widen the errors
\! bond: 2 texts; about ten or more are needed
\! bond: 2 of 2 texts are short and widen the errors

Means are over texts, P-1 and I-1 above over pooled codes. The table of decisions holds in peacetime
and for leaders who command foreign policy; two of its cells are not in the source.

$ entente beliefs compare Bond@2014 Bond@2015 Arbor --codes files/belief-codes.csv --format csv --norm none | grep -E '^(notes|pairs,1,decision|groups,1,(name|basis|texts))'
groups,1,name,Bond@2014
groups,1,basis,measured
groups,1,texts_count,1
pairs,1,decision.equivalence,undetermined
pairs,1,decision.classic,undetermined
notes,1,,"without a norm there is no margin, so equivalence is not tested"
notes,2,,Bond@2014: 1 text; about ten or more are needed
notes,3,,Bond@2014: 1 of 1 texts are short and widen the errors
notes,4,,Bond@2015: 1 text; about ten or more are needed
notes,5,,Bond@2015: 1 of 1 texts are short and widen the errors
notes,6,,Arbor: 2 texts; about ten or more are needed
notes,7,,Arbor: 2 of 2 texts are short and widen the errors

$ entente beliefs norms --format csv | grep -E '^norms,2,(norm|cases|mean.p1|sd.p1),'
norms,2,norm,psycl-leaders
norms,2,cases,130
norms,2,mean.p1,0.346644398323
norms,2,sd.p1,0.124657728756

$ printf 'p1,i1\n0.1,0.5\n0.3,0.7\n' >values.csv; entente beliefs norms values.csv
computed: values.csv, 2 cases
  index    mean      SD  meaning
  P-1    0.2000  0.1414  nature of the political universe
  I-1    0.6000  0.1414  direction of strategy

$ entente beliefs
2> entente: beliefs takes what to do, such as: entente beliefs norms; 0 given
! 2

$ entente beliefs compare
2> entente: beliefs compare takes two leaders, such as: entente beliefs compare Obama Abbott --codes codes.csv; 0 given
! 2

$ entente beliefs compair a b
2> entente: beliefs cannot "compair"; did you mean compare?
! 2

$ entente beliefs dance
2> entente: beliefs cannot "dance"; entente help beliefs lists what it can
! 2

$ entente beliefs norms --year 2014
2> entente: --year does not belong to beliefs; entente help beliefs lists what does
! 2

$ entente beliefs index files/belief-codes.csv --margin 1
2> entente: --margin does not belong to beliefs index; entente help beliefs lists what does
! 2

$ entente beliefs norms --state 2
2> entente: --state picks rows of a file; name the file
! 2

$ entente beliefs norms nofile.csv
2> entente: nofile.csv: the file could not be opened: No such file or directory
! 3

$ entente beliefs index nofile.csv
2> entente: nofile.csv: the file could not be opened: No such file or directory
! 3

$ entente beliefs index files/belief-codes.csv --norm mine
2> entente: no norm is called "mine"; there are psycl-leader-years, psycl-leaders, psycl-us-leaders
! 3

$ entente beliefs index files/belief-codes.csv --from 2030
2> entente: no text is left: the years or the mode leave all of them out
! 3

$ entente beliefs index files/belief-codes.csv --domain abroad
2> entente: --domain is "abroad", expected foreign, domestic or all
! 2

$ entente beliefs index files/belief-codes.csv --others some
2> entente: --others is "some", expected actors or all
! 2

$ entente beliefs index files/belief-codes.csv --mode sung
2> entente: --mode is "sung", expected all, prepared or spontaneous
! 2

$ entente beliefs compare Zoe Bob --codes files/belief-codes.csv
2> entente: no text and no value of "Zoe"; name files of codes with --codes, or import values
! 3

$ entente beliefs compare arbor bond --codes files/belief-codes.csv --margin 0
2> entente: --margin is "0", expected a number above 0, at most 10
! 2

$ entente beliefs import values.csv
2> entente: beliefs import writes into a database of yours: name it with --data
! 2

$ entente beliefs import values.csv --data nofile.db
2> entente: values.csv:1: the header has no column code
! 3

$ printf 'code,leader,year,p1,i1\n2,Ann,2009,0.4,0.5\n' >mine.csv; entente beliefs import mine.csv --data nofile.db --source a --citation b
2> entente: nofile.db: the database cannot be opened for writing; make one with entente data import
! 3

$ printf 'speaker,attribution,category\nAnn,me,punish\n' >bad.csv; entente beliefs index bad.csv
2> entente: bad.csv:2:2: attribution is "me", expected self or other
! 3

$ printf 'speaker,attribution,category\n' >none.csv; entente beliefs index none.csv
2> entente: none.csv holds no text
! 3

$ printf '\377\n' >bytes.csv; entente beliefs index bytes.csv
2> entente: bytes.csv:1:1: the text is not UTF-8
! 3
