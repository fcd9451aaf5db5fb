#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Searches per second over HTTP: http_bench.sh PROGRAM DATABASE QUERIES [SECONDS]. Starts the server with one thread on
# that database, pinned to one core, and asks the queries of the file (one a line, from `search_bench --queries`) one
# after the other from another core with wrk (Debian: wrk). The server keeps no answers: each is computed. Prints
# latencies, requests per second, failures, and the processor time that the server took for a request.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly program=$1 database=$2 queries=$3 seconds=${4:-15}
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 2; }
log=$(mktemp)
taskset -c 0 "$program" --database "$database" --lang en serve --port 0 --threads 1 >"$log" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -f "$log"' EXIT
for _ in $(seq 300); do
    address=$(grep -om1 'http://127.0.0.1:[0-9]*' "$log" || true)
    [ -n "$address" ] && break
    sleep 0.1
done
[ -n "${address:-}" ] || { cat "$log" >&2; exit 1; }
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
before=$(ticks)
KONTOR_QUERIES=$queries taskset -c 1 wrk --threads 1 --connections 16 --duration "$seconds" --script bench/searches.lua \
    "$address"
echo "server: $((($(ticks) - before) * 1000 / $(getconf CLK_TCK))) ms of processor time"
