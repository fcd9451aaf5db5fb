#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""From start to first answer: start_bench.py PROGRAM DATABASE [TIMES]

Starts the server on a database and asks for a search until it is answered; prints seconds and memory of each start."""
import re
import subprocess
import sys
import time
import urllib.request


def start(program, database):
    begin = time.monotonic()
    server = subprocess.Popen([program, "--database", database, "--lang", "en", "serve", "--port", "0"],
                              stdout=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline()).group(0)
        with urllib.request.urlopen(address + "/api/v1/search?q=laser%20medical&lang=en") as answer:
            answer.read()
        seconds = time.monotonic() - begin
        with open(f"/proc/{server.pid}/status", encoding="ascii") as status:
            peak = int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1))
        print(f"first answer after {seconds:.2f} s, {peak / 1024:.0f} MiB peak")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for _ in range(int(sys.argv[3]) if len(sys.argv) > 3 else 5):
        start(sys.argv[1], sys.argv[2])
