#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Searches per second over HTTP: http_bench.sh PROGRAM DATABASE [SECONDS]. Starts the server with one thread on that
# database, pinned to one core, and asks two hundred different two-word queries from the other with wrk (Debian: wrk).
# Prints requests per second, the 99th percentile and how many answers were no success.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly program=$1 database=$2 seconds=${3:-15}
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 2; }
log=$(mktemp)
trap 'kill "$server" 2>/dev/null; rm -f "$log"' EXIT
taskset -c 0 "$program" --database "$database" --data data --lang en serve --port 0 --threads 1 >"$log" &
server=$!
for _ in $(seq 300); do
    address=$(grep -om1 'http://127.0.0.1:[0-9]*' "$log" || true)
    [ -n "$address" ] && break
    sleep 0.1
done
[ -n "${address:-}" ] || { cat "$log" >&2; exit 1; }
taskset -c 1 wrk --threads 1 --connections 16 --duration "$seconds" --latency --script bench/searches.lua "$address"
