The pairs of docs/cases.csv: the table and the counts on docs/cases.md are what the program says. After a wanted change
tools/cases --update writes them anew; then read the paragraphs around them. And what README.md shows is what the program
prints. Run by hand, ENTENTE_TEST_SOURCE must name the top of the tree.

$ "$ENTENTE_TEST_SOURCE/tools/cases" --check

#: each block of README.md runs from its command to the line of dots
$ show() { awk -v start="\$ entente assess $1 $2 --year $3" 'go && $0 == "..." { exit } go; $0 == start { go = 1 }' "$ENTENTE_TEST_SOURCE/README.md" >shown; test -s shown && entente assess "$1" "$2" --year "$3" | head -n "$(wc -l <shown)" | diff shown -; }; show china russia 2021 && show usa australia 2014 && show china ussr 1969
