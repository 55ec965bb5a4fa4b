# SPDX-License-Identifier: GPL-3.0-or-later
# What the bash completion offers for some unfinished lines.
. "$ENTENTE_TEST_SOURCE/tools/completions/entente.bash"

tab() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _entente
    printf '%s:' "$*"
    printf ' [%s]' "${COMPREPLY[@]}"
    echo
}

tab entente au
tab entente assess chi
tab entente assess 'united k'
tab entente tie china RU
tab entente audit cs
tab entente audit --upg
tab entente audit sco --upgrade d
tab entente assess --format = j
tab entente assess --set aut
tab entente partners china --under ''
tab entente cite pa
tab entente cite tie chin
tab entente help inst
