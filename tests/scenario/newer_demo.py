#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A start with a newer demo network on an older database: taken when it fits, said and left out whole when it contradicts
what people wrote; an empty database with a contradictory network does not start: newer_demo.py KONTOR."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
OWN = {"record": "organisation", "id": "eigene-optik", "kind": "company", "names": [{"text": "Eigene Optik GmbH"}],
       "identifiers": [{"scheme": "PIC", "value": "999777555"}]}
FOREIGN = {**OWN, "id": "demo-fremde-optik", "names": [{"text": "Fremde Optik GmbH"}]}
ADDED = {"record": "organisation", "id": "demo-neuland", "kind": "company", "names": [{"text": "Neuland Photonik GmbH"}]}


def newer_data(folder, *records):
    """The shipped data with more lines at the end of the demo network's members; gives the first new line's number."""
    shutil.copytree(DATA, folder)
    path = folder / "demo" / "members.jsonl"
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*lines, *(json.dumps(record) for record in records)]) + "\n", encoding="utf-8")
    return len(lines) + 1


class Run:
    """`kontor serve --demo` until it says that it is running, or ends."""

    def __init__(self, program, database, data):
        self.process = subprocess.Popen(
            [program, "--lang", "de", "--data", str(data), "--database", str(database), "serve", "--demo", "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        self.said, self.address = "", None
        for line in self.process.stdout:
            self.said += line
            found = re.search(r"läuft: (http://127\.0\.0\.1:\d+)$", line)
            if found:
                self.address = found.group(1)
                break

    def has(self, organisation):
        try:
            with urllib.request.urlopen(f"{self.address}/api/v1/organisations/{organisation}", timeout=60) as answer:
                return answer.status == 200
        except urllib.error.HTTPError:
            return False

    def end(self):
        self.process.terminate()
        self.said += self.process.stdout.read()
        return self.process.wait(timeout=60)


def main(program):
    program = str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        database = folder / "kontor.db"
        (folder / "own.jsonl").write_text(json.dumps(OWN) + "\n", encoding="utf-8")
        line = newer_data(folder / "contradictory", FOREIGN, ADDED)
        newer_data(folder / "fitting", ADDED)
        twice = newer_data(folder / "broken", ADDED, {**ADDED, "kind": "klinik"})

        first = Run(program, database, DATA)
        assert first.address and first.has("optence"), first.said
        assert first.end() == 0, first.said
        own = subprocess.run([program, "--database", str(database), "import", "records", str(folder / "own.jsonl")],
                             capture_output=True, text=True, timeout=240)
        assert own.returncode == 0, own.stderr

        second = Run(program, database, folder / "contradictory")
        assert second.address, f"an older database must start:\n{second.said}"
        assert f"members.jsonl:{line}: /identifiers/0: PIC 999777555" in second.said, second.said
        assert "gehört schon zu eigene-optik" in second.said, second.said
        assert second.has("eigene-optik") and second.has("optence")
        assert not second.has("demo-fremde-optik") and not second.has("demo-neuland"), "half of the newer network is in"
        assert second.end() == 0, second.said

        third = Run(program, database, folder / "fitting")
        assert third.address and "gehört schon zu" not in third.said, third.said
        assert third.has("demo-neuland") and third.has("eigene-optik")
        assert third.end() == 0, third.said

        empty = Run(program, folder / "empty.db", folder / "broken")
        assert empty.address is None and empty.end() != 0, f"an empty database has nothing to serve:\n{empty.said}"
        assert f"members.jsonl:{twice + 1}: /kind" in empty.said, empty.said


if __name__ == "__main__":
    main(sys.argv[1])
