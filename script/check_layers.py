#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Refuses an include that points up or sideways, and libraries outside their rooms.

usage: check_layers.py [--write] [ROOT]
ROOMS is the one place that says who may know whom. docs/architecture.md shows it; --write brings that up to date.
"""
import pathlib
import re
import sys

from source_files import CPP, bare, files, report

# room: (what it is, the rooms it may include), from the ground up
ROOMS = {
    "base": ("results and errors, ids, clock, limits, progress", ""),
    "model": ("what exists, and validation that returns all faults", "base"),
    "codec": ("records to JSON and back", "base model"),
    "text": ("language, words, stems, compounds, topic tags, names", "base model"),
    "network": ("the immutable picture of everything: columns and adjacency", "base model"),
    "search": ("words in, ranked records out", "base model text network"),
    "match": ("explained partners", "base model text network"),
    "press": ("press text in, facts with their sentence out", "base model text network"),
    "resolve": ("a name in, the organisations it may mean out", "base model text network"),
    "ingest": ("readers of the outside world", "base model codec text"),
    "identity": ("who someone is: passwords, one-time codes, tokens, OpenID Connect", "base model codec"),
    "store": ("records and change feed, on SQLite", "base model codec"),
    "publish": ("CSV, JSON-LD, e-mail", "base model codec text network"),
    "service": ("one use case per noun: who may, what happens",
                "base model codec text network search match press resolve ingest identity store publish"),
    "http": ("the door of browsers and programs",
             "base model codec text network search match press resolve ingest identity store publish service"),
    "cli": ("the door of the terminal",
            "base model codec text network search match press resolve ingest identity store publish service"),
    "program": ("main: wires the rooms together",
                "base model codec text network search match press resolve ingest identity store publish service http cli"),
}
PURE = {"model", "text", "network", "search", "match", "press", "resolve"}

# start of an angle include: the rooms that may use it
LIBRARIES = {
    "boost/json": "codec ingest identity http",
    "boost/beast": "http",
    "boost/asio": "http",
    "boost/url": "http",
    "sqlite3.h": "store",
    "CLI/": "cli program",
    "zip.h": "ingest",
    "pugixml": "ingest",
    "serd": "ingest",
    "libxml/": "ingest",
    "poppler-": "ingest",
    "gmime/": "ingest",
    "lapacke": "match",
    "unicode/": "text ingest identity",
    "libstemmer": "text",
    "cld2/": "text",
    "hunspell": "text",
    "sodium": "identity",
    "curl/": "identity publish",
}
IMPURE_HEADERS = {"fstream", "iostream", "filesystem", "thread", "mutex", "shared_mutex", "condition_variable", "future",
                  "random", "ctime", "cstdio", "stdio.h", "unistd.h", "csignal"}
IMPURE_WORDS = re.compile(
    r"\b(?:(?:system|steady|high_resolution)_clock|getenv|fopen|random_device|std::async|std::thread|s?rand\s*\()\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
DEPENDS = re.compile(r"\bDEPENDS\s+([a-z_ \n]*)")
BEGIN, END = "<!-- rooms: begin (script/check_layers.py --write) -->", "<!-- rooms: end -->"


def allowed(room):
    return {room, *ROOMS[room][1].split()}


def include_faults(room, quoted, angled):
    if quoted:
        target = quoted.split("/")[0]
        if target not in ROOMS:
            yield f'"{quoted}" names no room; write "<room>/<file>.hpp"'
        elif target not in allowed(room):
            yield f"room {room} may not include room {target}"
        return
    for start, rooms in LIBRARIES.items():
        if angled.startswith(start) and room not in rooms.split():
            yield f"<{angled}> belongs to {rooms.replace(' ', ', ')}, not to {room}"
    if room in PURE and angled in IMPURE_HEADERS:
        yield f"room {room} is pure: no <{angled}>"


def file_faults(path, room):
    text = path.read_text(encoding="utf-8")
    line_of = lambda at: text.count("\n", 0, at) + 1
    for match in INCLUDE.finditer(text):
        for fault in include_faults(room, *match.groups()):
            yield f"{path}:{line_of(match.start(1) if match[1] else match.start(2))}: {fault}"
    if room in PURE:
        for match in IMPURE_WORDS.finditer(bare(text)):
            yield f"{path}:{line_of(match.start())}: room {room} is pure: no {match.group()}"


def manifest_faults(path, room):
    for match in DEPENDS.finditer(re.sub(r"#[^\n]*", "", path.read_text(encoding="utf-8"))):
        for lower in match[1].split():
            if lower not in allowed(room) - {room}:
                yield f"{path}: room {room} may not depend on {lower}"


def table():
    rows = ["| Room | Is | May include | Pure |", "|---|---|---|---|"]
    for room, (what, below) in ROOMS.items():
        rows.append(f"| `{room}` | {what} | {below.replace(' ', ', ') or '–'} | {'yes' if room in PURE else ''} |")
    return "\n".join([BEGIN, *rows, END])


def shown(text):
    """The text of architecture.md with the table in its place; None when it has no place for it."""
    start, end = text.find(BEGIN), text.find(END)
    return None if start < 0 or end < start else text[:start] + table() + text[end + len(END):]


def document_faults(path, write):
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    current = shown(text)
    if current is None:
        yield f"{path}: the room table has no place; add the lines {BEGIN} and {END}"
    elif current != text and write:
        path.write_text(current, encoding="utf-8")
    elif current != text:
        yield f"{path}: the room table is out of date; run script/check_layers.py --write"


def main(arguments):
    write = "--write" in arguments
    places = [argument for argument in arguments if argument != "--write"]
    root = pathlib.Path(places[0] if places else ".")
    faults, count = list(document_faults(root / "docs/architecture.md", write)), 0
    for folder in sorted(path for path in (root / "src").iterdir() if path.is_dir()):
        if folder.name not in ROOMS:
            faults.append(f"{folder}: is no room; add it to ROOMS in script/check_layers.py")
            continue
        for path in files(root, f"src/{folder.name}", suffixes=CPP):
            faults += file_faults(path, folder.name)
            count += 1
        if (folder / "CMakeLists.txt").exists():
            faults += manifest_faults(folder / "CMakeLists.txt", folder.name)
    return report(faults, f"{count} files in {len(ROOMS)} rooms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
