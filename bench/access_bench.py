#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What accounts and visibility cost: access_bench.py PROGRAM DATABASE [--seconds 30] [--readers 1000] [--writers 20]
[--hidden 500]

On a copy of DATABASE: searches and partner lists of the public, first with nothing hidden, then with that many
organisations hidden (time passed and the servers' processor time, and the ratio of both); what the first reader waits
after a write and what a write costs; then readers and writers together: wrk (Debian: wrk) reads with an access token for
each reader, one request a second each (errors, latency, processor time), writers change a year of their organisation
every five seconds."""
import argparse
import concurrent.futures
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PASSWORD = "vier leise Kähne im Nebel"
WORDS = ["laser", "photonics medical", "battery", "hydrogen storage", "Medizintechnik", "quantum", "wind turbine", "robot",
         "cancer imaging", "lightweight construction", "water treatment", "sensor network", "bioeconomy", "graphene"]


class Server:
    def __init__(self, program, database):
        # In a session of its own the kernel gives it a share of the processor of its own, beside those who ask.
        self.process = subprocess.Popen([program, "--database", database, "--lang", "en", "serve", "--port", "0"],
                                        stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.setup = ""
        for line in self.process.stdout:
            link = re.search(r"/link#(\S+)", line)
            self.setup = link.group(1) if link else self.setup
            found = re.search(r"running: http://127\.0\.0\.1:(\d+)$", line)
            if found:
                self.port = int(found.group(1))
                break
        self.own = threading.local()

    def ask(self, method, path, body=None, headers=None):
        if not hasattr(self.own, "connection"):
            self.own.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        sent = None if body is None else json.dumps(body).encode()
        try:
            self.own.connection.request(method, "/api/v1" + path, sent, {**({"Content-Type": "application/json"} if sent else {}), **(headers or {})})
            answer = self.own.connection.getresponse()
            content = answer.read()
        except OSError:
            self.own.connection.close()
            del self.own.connection
            raise
        return answer.status, content, answer.headers

    def processor_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def join(self, token, email):
        status, content, headers = self.ask("POST", f"/links/{token}", {"email": email, "name": "Bench", "password": PASSWORD})
        assert status == 200, content
        return {"Cookie": headers["Set-Cookie"].split(";")[0], "X-Kontor-Form": json.loads(content)["form_token"]}

    def close(self):
        self.process.terminate()
        self.process.wait()


def spread(seconds):
    ordered = sorted(seconds)
    return f"p50 {1000 * statistics.median(ordered):.1f} ms, p99 {1000 * ordered[int(len(ordered) * 0.99)]:.1f} ms"


def timed(server, paths, headers=None):
    taken = []
    for path in paths:
        begin = time.monotonic()
        status, content, _ = server.ask("GET", path, None, headers)
        taken.append(time.monotonic() - begin)
        assert status == 200, (path, content[:200])
    return taken


def read_paths(organisations, count, seed):
    draw = random.Random(seed)
    kinds = [lambda: f"/search?q={urllib.parse.quote(draw.choice(WORDS))}&limit=20",
             lambda: f"/organisations/{draw.choice(organisations)}",
             lambda: f"/suggest?q={draw.choice(WORDS)[:4]}"]
    return [draw.choice(kinds)() for _ in range(count)]


def compare(open_one, hiding, organisations, hidden):
    """Both in turn, request by request, so that other work on the machine strikes both alike; processor time counts
    by a hundredth of a second."""
    asked = {"search": [f"/search?q={urllib.parse.quote(word)}&limit=20" for word in WORDS] * 100,
             "partners": [f"/partners?for={each}&limit=20" for each in organisations[:60]] * 8}
    for name, paths in asked.items():
        timed(open_one, paths[:20])
        timed(hiding, paths[:20])
        taken = ([], [])
        begun = [server.processor_seconds() for server in (open_one, hiding)]
        for number, path in enumerate(paths):
            for which in ((0, 1), (1, 0))[number % 2]:
                taken[which].extend(timed((open_one, hiding)[which], [path]))
        print(f"{name}: nothing hidden {spread(taken[0])}; {hidden} hidden {spread(taken[1])}; "
              f"{statistics.median(taken[1]) / statistics.median(taken[0]):.3f} times the median", flush=True)
        used = [server.processor_seconds() - before for server, before in zip((open_one, hiding), begun)]
        print(f"{name}: processor time of {len(paths)} requests {used[0]:.2f} s and {used[1]:.2f} s, "
              f"{used[1] / used[0]:.3f} times", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("database")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--readers", type=int, default=1000)
    parser.add_argument("--writers", type=int, default=20)
    parser.add_argument("--hidden", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kontor-bench-") as folder:
        run(options, pathlib.Path(folder))


def run(options, folder):
    database = str(folder / "bench.db")
    shutil.copyfile(options.database, database)
    exported = subprocess.run([options.program, "--database", database, "export", "--kind", "organisation"],
                              capture_output=True, text=True, check=True).stdout
    organisations = [json.loads(line)["id"] for line in exported.splitlines() if line.startswith("{")]
    random.Random(1).shuffle(organisations)
    untouched = str(folder / "open.db")
    shutil.copyfile(database, untouched)
    rules = folder / "rules.jsonl"
    owners = organisations[options.hidden:options.hidden + options.writers]
    with rules.open("w", encoding="utf-8") as out:
        for number, subject in enumerate(organisations[:options.hidden]):
            out.write(json.dumps({"record": "disclosure", "id": f"bench-{number}", "subject_kind": "organisation", "subject": subject,
                                  "owner": owners[number % len(owners)], "visibility": ["own", "matched", "network"][number % 3]}) + "\n")
    subprocess.run([options.program, "--database", database, "import", "records", str(rules)], check=True, stdout=subprocess.DEVNULL)
    server, open_one = Server(options.program, database), Server(options.program, untouched)
    try:
        compare(open_one, server, organisations[options.hidden:], options.hidden)
    finally:
        open_one.close()
    try:
        together(server, options, folder, organisations, owners)
    finally:
        server.close()


def together(server, options, folder, organisations, owners):
    administrator = server.join(server.setup, "admin@example.org")
    writers = []
    for number, owner in enumerate(owners):
        status, content, _ = server.ask("POST", f"/organisations/{owner}/roles", {"email": f"w{number}@example.org", "role": "cluster_manager"}, administrator)
        assert status == 200, content
        writers.append((owner, server.join(json.loads(content)["link"].split("#")[1], f"w{number}@example.org")))
    tokens = []
    for number in range(options.readers):
        _, headers = writers[number % len(writers)]
        status, content, _ = server.ask("POST", "/tokens", {"name": f"r{number}", "scopes": ["read"], "days": 1}, headers)
        if status != 200:
            break  # as many as an account may have
        tokens.append(json.loads(content)["secret"])
    print(f"{len(tokens)} tokens of {len(writers)} accounts")
    after_a_write(server, writers[0])
    used = server.processor_seconds()
    first = [timed(server, ["/search?q=laser"], headers)[0] for _, headers in writers]
    used = server.processor_seconds() - used
    print(f"the first question of each account: {spread(first)}, {used / len(writers):.3f} s of processor time each", flush=True)
    faults, writes = [], []
    end = time.monotonic() + options.seconds

    def keep_writing(which):
        time.sleep(5 * which / len(writers))
        while time.monotonic() < end:
            begin = time.monotonic()
            status, content = write(server, *writers[which])
            writes.append(time.monotonic() - begin)
            if status != 200:
                faults.append((status, content[:100]))
            time.sleep(5)

    used = server.processor_seconds()
    with concurrent.futures.ThreadPoolExecutor(len(writers)) as pool:
        work = [pool.submit(keep_writing, which) for which in range(len(writers))]
        reads = readers(server, options, folder, tokens, read_paths(organisations[options.hidden:], 20_000, 7))
        for one in work:
            one.result()
    used = server.processor_seconds() - used
    print(f"{reads['reads']} reads: p50 {reads['p50']} ms, p99 {reads['p99']} ms, longest {reads['most']} ms, "
          f"{reads['failures']} failures, {reads['refused']} refused; {len(writes)} writes: {spread(writes)}, "
          f"{len(faults)} faults {faults[:3]}; server {used / options.seconds:.2f} of a processor")


def readers(server, options, folder, tokens, paths):
    """All readers at once, each on a connection of its own."""
    (folder / "paths").write_text("\n".join(paths) + "\n", encoding="utf-8")
    (folder / "tokens").write_text("\n".join(tokens) + "\n", encoding="utf-8")
    script = pathlib.Path(__file__).with_name("readers.lua")
    printed = subprocess.run(["wrk", "--threads", "1", "--connections", str(options.readers), "--timeout", "60s", "--duration",
                              str(int(options.seconds)), "--script", str(script), f"http://127.0.0.1:{server.port}"],
                             env={**os.environ, "KONTOR_PATHS": str(folder / "paths"), "KONTOR_TOKENS": str(folder / "tokens"),
                                  "KONTOR_PAUSE": "1000"}, capture_output=True, text=True, check=True).stdout
    return json.loads(printed.splitlines()[-1])


def after_a_write(server, writer):
    """What a write costs, with nobody else there; and what the public waits for, at once and after two seconds."""
    at_once, later, costs = [], [], []
    timed(server, ["/search?q=laser"])
    for _ in range(10):
        begin = server.processor_seconds()
        status, content = write(server, *writer)
        assert status == 200, content
        costs.append(server.processor_seconds() - begin)
        at_once += timed(server, ["/search?q=laser"])
        time.sleep(2.2)
        later += timed(server, ["/search?q=laser"])
    print(f"the public's first search after a write: at once {spread(at_once)}, after two seconds {spread(later)}; "
          f"a write with its reading before: {1000 * statistics.mean(costs):.0f} ms of processor time", flush=True)


def write(server, owner, headers):
    status, content, found = server.ask("GET", f"/records/organisation/{owner}", None, headers)
    if status != 200:
        return status, content
    record = json.loads(content)["record"]
    record["founded"] = random.randrange(1900, 2020)
    status, content, _ = server.ask("PUT", f"/records/organisation/{owner}", {"record": record}, {**headers, "If-Match": found["ETag"]})
    return status, content


if __name__ == "__main__":
    sys.exit(main())
