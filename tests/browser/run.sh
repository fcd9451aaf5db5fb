#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Starts kontor with the demo network on a free port and runs the browser tests against it.
#   run.sh KONTOR [SCREENSHOTS]     KONTOR: the program; SCREENSHOTS: a folder for pictures of every page
set -eu
kontor=$1
here=$(cd "$(dirname "$0")" && pwd)
web=$here/../../web
scratch=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$server" ] || wait "$server" 2>/dev/null || true
    rm -rf "$scratch"
}
trap finish EXIT INT TERM

[ -d "$web/node_modules" ] || npm --prefix "$web" ci --no-audit --no-fund
[ -f "$web/dist/index.html" ] || npm --prefix "$web" run build

"$kontor" --database "$scratch/kontor.db" serve --demo --port 0 --web "$web/dist" >"$scratch/log" 2>&1 &
server=$!
address=
tries=0
while [ -z "$address" ]; do
    address=$(sed -n 's|.*\(http://127\.0\.0\.1:[0-9][0-9]*\)$|\1|p' "$scratch/log" | head -n 1)
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "kontor did not start:" >&2
        cat "$scratch/log" >&2
        exit 1
    fi
    [ -n "$address" ] || sleep 0.1
done

link=$(sed -n 's|.*\(http://[^ ]*/link#[A-Za-z0-9_-]*\).*|\1|p' "$scratch/log" | head -n 1)
session=$(node "$here/support/administrator.mjs" "$address" "$link")

KONTOR_URL=$address KONTOR_SESSION=$session KONTOR_SCREENSHOTS=${2:-} node --test --test-concurrency=1 --test-reporter="$here/support/reporter.mjs" --test-reporter-destination=stdout \
    "$here/weight.test.mjs" "$here/pages.test.mjs" "$here/journeys.test.mjs" \
    "$here/accounts.test.mjs" "$here/editing.test.mjs" "$here/review.test.mjs" "$here/users.test.mjs" \
    "$here/privacy.test.mjs" "$here/kinds.test.mjs" "$here/care.test.mjs" "$here/partners.test.mjs" \
    "$here/news.test.mjs" "$here/press.test.mjs"
