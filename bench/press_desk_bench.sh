#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# A press desk that one announcement fills in many wordings: press_desk_bench.sh PROGRAM [TEXTS] [STEP]. Loads the demo
# network into a database of its own, puts TEXTS near-identical texts on a desk, STEP at a time, and prints for each
# step what a text of it took (with reading it and a STEP-th of the program's start) and what the list took (one start
# of the program with it), in milliseconds of processor time. The announcement is the invented one of tests/data/press.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly program=$1 texts=${2:-4000} step=${3:-500}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
kontor() { "$program" --database "$folder/desk.db" "$@" >/dev/null; }
# User and system time of a command, in milliseconds.
spent() {
    local TIMEFORMAT='%U %S'
    { time kontor "$@"; } 2>&1 | awk 'END { printf "%.0f", 1000 * ($1 + $2) }'
}
kontor demo load
for ((first = 0; first < texts; first += step)); do
    rm -rf "$folder/texts" && mkdir "$folder/texts"
    for ((i = first; i < first + step; i++)); do
        { cat tests/data/press/de-auftakt-holzbau.txt; echo; echo "Ausgabe $i"; } >"$folder/texts/$i.txt"
    done
    bringing=$(spent press add --organisation optence "$folder"/texts/*.txt)
    listing=$(spent press items --organisation optence --once --limit 50)
    printf '%6d texts: %5.1f ms each, list %d ms\n' "$((first + step))" "$(bc -l <<<"$bringing / $step")" "$listing"
done
