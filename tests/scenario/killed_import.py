#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""An import that is killed goes on where it was and ends as if nothing had happened: killed_import.py KONTOR."""
import json
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import generated_cordis

PROJECTS = 20000


def kontor(program, folder, database, *words):
    return subprocess.run([program, "--database", database, *words], cwd=folder, capture_output=True, text=True,
                          timeout=300)


def records_done(database):
    """How far the ledger says the import is, read beside the running program."""
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=1) as connection:
            row = connection.execute("SELECT max(done) FROM import_run").fetchone()
            return row[0] or 0
    except sqlite3.Error:
        return 0


def kill_midway(program, folder, after):
    """Starts the import and kills it as soon as more than `after` records are in; gives how many were."""
    running = subprocess.Popen([program, "--database", "killed.db", "import", "cordis", "data.zip"], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while running.poll() is None and time.monotonic() < deadline:
        if records_done(folder / "killed.db") > after:
            break
        time.sleep(0.005)
    was_running = running.poll() is None
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert was_running, "the import was over before it could be killed; generate more data"
    return records_done(folder / "killed.db")


def main(program):
    program = str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        generated_cordis.write(folder / "data.zip", PROJECTS)
        whole = kontor(program, folder, "whole.db", "import", "cordis", "data.zip", "--json")
        assert whole.returncode == 0, whole.stderr
        expected = json.loads(whole.stdout)
        assert expected["refused"] == 0 and expected["inserted"] > PROJECTS * 6, expected

        first = kill_midway(program, folder, 4000)
        second = kill_midway(program, folder, first + 4000)
        assert second > first, "the second attempt did not go on where the first was"
        broken = kontor(program, folder, "killed.db", "doctor", "--json")
        imports = next(check for check in json.loads(broken.stdout)["checks"] if check["check"] == "imports")
        assert imports["state"] == "notice", "doctor says nothing about the interrupted import"

        resumed = kontor(program, folder, "killed.db", "import", "cordis", "data.zip", "--json")
        assert resumed.returncode == 0, resumed.stderr
        report = json.loads(resumed.stdout)
        assert report["inserted"] == expected["inserted"] - second, (report["inserted"], expected["inserted"], second)
        assert report["rows"] == expected["rows"] and report["refused"] == 0
        exports = [kontor(program, folder, each, "export").stdout for each in ("whole.db", "killed.db")]
        assert exports[0] == exports[1], "the resumed database differs from the one imported in one go"
        again = json.loads(kontor(program, folder, "killed.db", "import", "cordis", "data.zip", "--json").stdout)
        assert again["repeated"] and again["inserted"] == again["updated"] == 0, again
        sound = kontor(program, folder, "killed.db", "doctor", "--json")
        assert sound.returncode == 0 and json.loads(sound.stdout)["sound"], sound.stdout
        print(f"killed after {first} and {second} of {expected['inserted']} records, resumed, equal")


if __name__ == "__main__":
    main(sys.argv[1])
