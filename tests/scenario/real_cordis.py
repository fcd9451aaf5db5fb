#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Both real CORDIS archives into a fresh database: real_cordis.py KONTOR SHARED. Skips (77) without them."""
import json
import pathlib
import sys
import tempfile
import time

from killed_import import kontor

PROJECTS, PARTICIPATIONS = 44_835, 215_096


def main(program, shared):
    program = str(pathlib.Path(program).resolve())
    archives = [str(pathlib.Path(shared).resolve() / "data" / f"cordis-{name}projects-csv.zip")
                for name in ("fp7", "h2020")]
    if not all(pathlib.Path(archive).exists() for archive in archives):
        print("skipped: no real CORDIS archives")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        started = time.monotonic()
        done = kontor(program, folder, "real.db", "import", "cordis", *archives, "--json")
        assert done.returncode == 0, done.stderr
        seconds = time.monotonic() - started
        report = json.loads(done.stdout)
        rows = {}
        for file in report["files"]:
            assert file["rows"] == file["taken"] + file["merged"] + file["unchanged"] + file["refused"], file
            rows[file["contents"]] = rows.get(file["contents"], 0) + file["rows"]
        assert rows == {"projects": PROJECTS, "organisations": PARTICIPATIONS}, rows
        status = json.loads(kontor(program, folder, "real.db", "status", "--json").stdout)
        counts = {record["kind"]: record["count"] for record in status["records"]}
        refused = {file["contents"]: file["refused"] + file["unchanged"] for file in report["files"]}
        assert counts["project"] >= PROJECTS - report["refused"], counts
        assert counts["participation"] > 0.98 * PARTICIPATIONS, (counts, refused)
        sound = kontor(program, folder, "real.db", "doctor", "--json")
        assert json.loads(sound.stdout)["sound"], sound.stdout[:4000]
        again = json.loads(kontor(program, folder, "real.db", "import", "cordis", *archives, "--again", "--json").stdout)
        assert again["inserted"] == again["updated"] == 0, (again["inserted"], again["updated"])
        kontor(program, folder, "both.db", "demo", "load")
        both = kontor(program, folder, "both.db", "import", "cordis", *archives, "--json")
        assert both.returncode == 0, both.stderr
        known = [notice for notice in json.loads(both.stdout)["notices"] if notice["code"] == "record-known"]
        assert known, "the demo network holds clusters and projects that CORDIS knows too"
        sound = kontor(program, folder, "both.db", "doctor", "--json")
        assert json.loads(sound.stdout)["sound"], sound.stdout[:4000]
        print(f"{sum(counts.values())} records in {seconds:.1f} s, {report['refused']} rows refused")


if __name__ == "__main__":
    main(*sys.argv[1:3])
