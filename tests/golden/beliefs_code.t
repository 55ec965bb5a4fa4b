Operational codes from text: codes, review, score, and what is refused. The second opinion is left out: it needs
link-grammar.

$ printf 'Peru attacked Chile. We will never abandon our friends.\n' | entente beliefs code - --speaker 'Ann Arbor' --state aus --no-second
text_id,speaker,ccode,date,venue,mode,sentence_no,clause_no,sentence,subject,attribution,actor_kind,verb,object,category,scale,domain,tense,voice,negated,rule,confidence,override,words
-,Ann Arbor,AUS,,,,1,1,Peru attacked Chile.,Peru,other,actor,attack,Chile,punish,-3,foreign,past,active,0,attack=punish,single,,9
-,Ann Arbor,AUS,,,,2,1,We will never abandon our friends.,We,self,actor,abandon,our friends,promise,2,foreign,future,active,1,abandon @*=punish > future > negation,single,,9
2> entente: "aus" read as Australia; in cow-abbrev it is Austria
2> entente: 1 texts, 2 sentences, 9 words, 100.0 % of them known; 2 coded verbs
2> entente: 0 agreed, 0 disputed, 2 with one reading; 0 about affairs at home, 0 of no actor

$ printf 'Peru attacked Chile.\n' >a.txt; entente beliefs code a.txt --speaker Ann --state USA --date 2014-01-02 --venue Lima --mode prepared --no-second --out codes.csv && cut -d, -f 1-6,10-14 codes.csv
text_id,speaker,ccode,date,venue,mode,subject,attribution,actor_kind,verb,object
a.txt,Ann,USA,2014-01-02,Lima,prepared,Peru,other,actor,attack,Chile
2> entente: 1 texts, 1 sentences, 3 words, 100.0 % of them known; 1 coded verbs
2> entente: 0 agreed, 0 disputed, 1 with one reading; 0 about affairs at home, 0 of no actor

#: an override is kept and applied again
$ sed 's/,single,,/,single,oppose,/' codes.csv >mine.csv; entente beliefs code a.txt --speaker Ann --state USA --no-second --overrides mine.csv | cut -d, -f 9-16,23
sentence,subject,attribution,actor_kind,verb,object,category,scale,override
Peru attacked Chile.,Peru,other,actor,attack,Chile,oppose,-1,oppose
2> entente: 1 overrides applied
2> entente: 1 texts, 1 sentences, 3 words, 100.0 % of them known; 1 coded verbs
2> entente: 0 agreed, 0 disputed, 1 with one reading; 0 about affairs at home, 0 of no actor

$ entente beliefs review mine.csv | cut -d, -f 1,13,15,16,23
text_id,verb,category,scale,override
a.txt,attack,oppose,-1,oppose
2> entente: 0 disputed, 1 with one reading, 0 agreed; 1 overridden

$ sed 's/attack,/bomb,/' mine.csv >bad.csv; entente beliefs code a.txt --speaker Ann --state USA --no-second --overrides bad.csv
2> entente: bad.csv:2:23: "bomb" is not a coded verb of clause 1 in "Peru attacked Chile." of a.txt: the override has nothing to replace
! 3

#: a list of texts; names of its columns may be those of an index of speeches
$ printf 'file,leader,country,date\na.txt,Ann,AUS,2014\n' >list.csv; entente beliefs code --texts list.csv --no-second -q | cut -d, -f 1-4,15
text_id,speaker,ccode,date,category
a.txt,Ann,AUS,2014,punish

$ printf 'id,sentence,attribution,actor,category,scale,note\n1,Peru attacked Chile.,other,Peru,punish,-3,speaker=AUS; deed\n2,We met.,self,we,neutral,0,speaker=AUS; meet\n' >gold.csv; entente beliefs score gold.csv --format json | head -n 14
{
  "schema": "entente/beliefs-score/1",
  "sentences": 2,
  "codable": 1,
  "neutral": 1,
  "category_accuracy": 1,
  "polarity_accuracy": 1,
  "attribution_accuracy": 1,
  "category_right": 1,
  "polarity_right": 1,
  "attribution_right": 1,
  "neutral_left_alone": 1,
  "neutral_left_alone_share": 1,
  "extra": 0,

$ entente beliefs score gold.csv
Codes against labels
                      right  of  share
  category                1   1  100.0 %
  polarity                1   1  100.0 %
  attribution             1   1  100.0 %
  neutral left alone      1   1  100.0 %
0 codes too many in 2 sentences (0.000 a sentence)

Precision by rule
  rule    right  made  precision
  punish      1     1  100.0 %

Recall by construction
  construction  found  labelled  recall
  deed              1         1  100.0 %
  meet              1         1  100.0 %

$ printf 'lemma,particle,object,category\nattack,,,oppose\n' >own.csv; entente beliefs code a.txt --speaker Ann --state USA --lexicon own.csv --no-second -q | cut -d, -f 13-16
verb,object,category,scale
attack,Chile,oppose,-1

$ printf 'Peru \377 attacked.\n' >b.txt; entente beliefs code b.txt --speaker Ann --state USA
2> entente: b.txt:1:6: byte 0xff is not UTF-8; expected text in UTF-8
! 3

$ : >c.txt; entente beliefs code c.txt --speaker Ann --state USA --no-second
2> entente: c.txt:1:1: the text is empty
! 3

$ entente beliefs code a.txt --state USA
2> entente: beliefs code needs --speaker: whose words these are
! 2

$ entente beliefs code a.txt --speaker Ann
2> entente: beliefs code needs --state: it decides what "we" means
! 2

$ entente beliefs code a.txt --speaker Ann --state Atlantis
2> entente: no state called "Atlantis"; entente state lists names and codes
! 3

$ entente beliefs code nowhere.txt --speaker Ann --state USA
2> entente: nowhere.txt: cannot be opened: No such file or directory
! 3

$ entente beliefs code
2> entente: beliefs code takes texts, or --texts with a list of them
! 2

$ entente beliefs score codes.csv
2> entente: codes.csv:1: no column is called id
! 3

#: no word of it is English
$ printf 'Wir verurteilen diesen Angriff auf unsere Freunde entschieden.\n' | entente beliefs code - --speaker Ann --state DEU --no-second
text_id,speaker,ccode,date,venue,mode,sentence_no,clause_no,sentence,subject,attribution,actor_kind,verb,object,category,scale,domain,tense,voice,negated,rule,confidence,override,words
2> entente: 1 texts, 1 sentences, 8 words, 37.5 % of them known; 0 coded verbs
2> entente: 0 agreed, 0 disputed, 0 with one reading; 0 about affairs at home, 0 of no actor
2> entente: 1 sentences were not coded: fewer than half of their words are known English
