#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Plays a case with the real program in an empty folder of its own: scenario.py KONTOR CASE.

A case is read line by line; `#` begins a comment. What a line begins with:
  file NAME [as ENCODING]       writes the following lines that begin with "| " as a file
  repeat NAME TEXT TIMES        appends TEXT as often to a file (\\n is a line break)
  bytes NAME HEX                writes these bytes
  zip NAME ENTRY=FILE …         packs files; an entry's name may be hostile
  cut NAME BYTES                keeps only the first bytes
  sheet NAME [merged A1:C1]     writes the following "| a; b; =formula" lines as an XLSX workbook
  run [in de|en] WORDS          runs `kontor WORDS`; $DATA is the shipped data
  exit CODE                     how the last run ended
  out TEXT / err TEXT           standard output / error has the text;  `no out`, `no err`: has it not
  out is FILE                   standard output is this file, byte by byte
  same A B                      two files are equal
  keep NAME                     writes the last standard output to a file
  absent NAME                   there is no such file
  records N                     the database holds N records in all
"""
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Failure(Exception):
    pass


def sheet_xml(rows, merged):
    def cell(name, value):
        if value.startswith("="):
            return f'<c r="{name}"><f>{escape(value[1:])}</f></c>'
        return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'

    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + i)}{number}", value) for i, value in enumerate(row) if value)
        lines.append(f'<row r="{number}">{cells}</row>')
    merges = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    return ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            + "".join(lines) + f"</sheetData>{merges}</worksheet>")


def write_sheet(path, rows, merged):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Tabelle1" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet_xml(rows, merged),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


class Stage:
    """The folder in which a case plays, and what its last run said."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.code, self.out, self.err = None, b"", b""

    def path(self, name):
        return self.folder / name

    def kontor(self, words, language):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8",
                       "XDG_DATA_HOME": str(self.folder / "xdg")}
        command = [self.program, "--lang", language, "--database", "kontor.db",
                   *(word.replace("$DATA", str(ROOT / "data")) for word in words)]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, timeout=240)
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    def expect(self, holds, what):
        if not holds:
            said = f"exit {self.code}\n--- out\n{self.out.decode()[:4000]}\n--- err\n{self.err.decode()[:4000]}"
            raise Failure(f"{what}\n{said}")

    def records(self):
        done = subprocess.run([self.program, "--database", "kontor.db", "status", "--json"], cwd=self.folder,
                              capture_output=True, timeout=240)
        return sum(each["count"] for each in json.loads(done.stdout)["records"])


def do_file(stage, rest, block):
    name, _, encoding = rest.partition(" as ")
    stage.path(name).write_bytes("".join(line + "\n" for line in block).encode(encoding or "utf-8"))


def do_repeat(stage, rest, _):
    name, text, times = shlex.split(rest)
    with stage.path(name).open("ab") as file:
        file.write(text.replace("\\n", "\n").encode() * int(times))


def do_bytes(stage, rest, _):
    name, digits = rest.split(" ", 1)
    stage.path(name).write_bytes(bytes.fromhex(digits))


def do_zip(stage, rest, _):
    name, *entries = shlex.split(rest)
    with zipfile.ZipFile(stage.path(name), "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in entries:
            inside, _, source = entry.partition("=")
            archive.writestr(zipfile.ZipInfo(inside), stage.path(source).read_bytes(), zipfile.ZIP_DEFLATED)


def do_cut(stage, rest, _):
    name, size = rest.split()
    path = stage.path(name)
    path.write_bytes(path.read_bytes()[:int(size)])


def do_sheet(stage, rest, block):
    name, _, merged = rest.partition(" merged ")
    write_sheet(stage.path(name), [[cell.strip() for cell in line.split(";")] for line in block], merged)


def do_run(stage, rest, _):
    language = "en"
    if rest.startswith("in "):
        language, rest = rest[3:5], rest[6:]
    stage.kontor(shlex.split(rest), language)


def do_exit(stage, rest, _):
    stage.expect(stage.code == int(rest), f"expected exit {rest}")


def do_out(stage, rest, _):
    if rest.startswith("is "):
        return stage.expect(stage.out == stage.path(rest[3:]).read_bytes(), f"standard output is not {rest[3:]}")
    stage.expect(rest.encode() in stage.out, f"standard output lacks: {rest}")


def do_err(stage, rest, _):
    stage.expect(rest.encode() in stage.err, f"standard error lacks: {rest}")


def do_no(stage, rest, _):
    stream, text = rest.split(" ", 1)
    stage.expect(text.encode() not in (stage.out if stream == "out" else stage.err), f"{stream} has: {text}")


def do_same(stage, rest, _):
    first, second = (stage.path(name).read_bytes() for name in rest.split())
    stage.expect(first == second, f"{rest} differ: {len(first)} and {len(second)} bytes")


def do_keep(stage, rest, _):
    stage.path(rest).write_bytes(stage.out)


def do_absent(stage, rest, _):
    stage.expect(not stage.path(rest).exists(), f"{rest} exists")


def do_records(stage, rest, _):
    found = stage.records()
    stage.expect(found == int(rest), f"expected {rest} records, found {found}")


VERBS = {name[3:]: function for name, function in globals().items() if name.startswith("do_")}


def steps(text):
    """(line number, verb, rest, block) of every step."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if not line.strip() or line.startswith("#"):
            continue
        verb, _, rest = line.partition(" ")
        block = []
        while at < len(lines) and lines[at].startswith("|"):
            block.append(lines[at][2:])
            at += 1
        yield number, verb, rest.strip(), block


def main(program, case):
    text = pathlib.Path(case).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(str(pathlib.Path(program).resolve()), folder)
        for number, verb, rest, block in steps(text):
            if verb not in VERBS:
                sys.exit(f"{case}:{number}: no such step: {verb}")
            try:
                VERBS[verb](stage, rest, block)
            except Failure as failure:
                sys.exit(f"{case}:{number}: {failure}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
