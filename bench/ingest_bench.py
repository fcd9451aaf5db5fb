#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""How fast and how large an import is: ingest_bench.py PROGRAM ZIP...

Imports every second project with its rows, then all files, each into a fresh SQLite database, and prints wall
time, processor time, rows per second and peak memory of each. Throughput must not fall from half to whole."""
import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

csv.field_size_limit(1 << 26)


def rows_of(table):
    return csv.reader(io.TextIOWrapper(table, encoding="utf-8-sig", newline=""), delimiter=";", quotechar='"')


def halved(source, target):
    """Every second project of `source`, with its rows in the other tables, in the same layout."""
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as write:
        names = sorted(read.namelist(), key=lambda name: "project.csv" not in name)
        kept = set()
        for name in names:
            if not name.endswith(".csv"):
                continue
            out = io.StringIO()
            table = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
            with read.open(name) as opened:
                rows = rows_of(opened)
                head = next(rows)
                table.writerow(head)
                is_projects = pathlib.PurePath(name).name == "project.csv"
                key = head.index("id" if is_projects else "projectID")
                for number, row in enumerate(rows):
                    if is_projects and number % 2 == 0:
                        kept.add(row[key])
                    if row[key] in kept:
                        table.writerow(row)
            write.writestr(name, out.getvalue())


def row_count(paths):
    count = 0
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".csv"):
                    with archive.open(name) as opened:
                        count += sum(1 for _ in rows_of(opened)) - 1
    return count


def measured(program, paths, folder, what):
    database = os.path.join(folder, what + ".db")
    begin = time.monotonic()
    child = subprocess.Popen([program, "--database", database, "--lang", "en", "import", "cordis", *paths],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begin
    if status != 0:
        sys.exit(f"the import ended with {os.waitstatus_to_exitcode(status)}")
    rows = row_count(paths)
    processor = usage.ru_utime + usage.ru_stime
    print(f"{what:<6} {rows:>8} rows {wall:>6.1f} s {processor:>6.1f} s processor {rows / wall:>8.0f} rows/s "
          f"{rows / processor:>8.0f} rows/processor s {usage.ru_maxrss / 1024:>6.0f} MiB peak "
          f"{os.path.getsize(database) / 1e6:>6.0f} MB database")


def main(program, *paths):
    with tempfile.TemporaryDirectory() as folder:
        halves = []
        for path in paths:
            halves.append(os.path.join(folder, os.path.basename(path)))
            halved(path, halves[-1])
        measured(program, halves, folder, "half")
        measured(program, paths, folder, "whole")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
