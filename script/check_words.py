#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Refuses empty words in names, unfinished business, paths of one machine, and files without a licence line.

usage: check_words.py [ROOT]
"""
import pathlib
import re
import sys

from source_files import CPP, SKIPPED, bare, files, report

CODE = CPP | {".py", ".ts", ".svelte", ".mjs", ".js", ".css", ".sql", ".cmake", ".sh"}
NAMED = CPP | {".ts", ".svelte", ".mjs"}
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}
ROLES = re.compile(r"(?:cluster|project|event)_?managers?", re.IGNORECASE)  # what these people are called
MEANT = {"common_type", "common_type_t", "common_with", "common_reference_t",  # of the standard library
         "g_mime_utils_header_decode_date"}
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]+")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|farm|root|home|tmp|Users)/[\w.]")
TEXTS = CODE | {".md", ".yaml", ".json", ".jsonl", ".txt", ".service"}
LICENCE = "SPDX-License-Identifier: EUPL-1.2"
FOLDERS = ("src", "tests", "bench", "script", "cmake", "web", "api", "db", "data", "docs", "packaging", ".ci")
WITHOUT_SUFFIX = ("script", ".ci", "packaging")  # programs have none


def words_of(name):
    """The words a name is made of; to have something “in common” or a “common target” is one."""
    return {part.lower() for part in PARTS.findall(ROLES.sub("", re.sub(r"InCommon|in_common|CommonTarget|common_target", "", name)))}


def name_faults(path, inside, text):
    for part in inside.parts:
        for word in sorted(words_of(part) & EMPTY_WORDS):
            yield f"{path}: the word “{word}” in a file's name says nothing"
    if path.suffix not in NAMED:
        return
    seen = set()
    for match in IDENTIFIER.finditer(bare(text)):
        name = match.group()
        found = words_of(name) & EMPTY_WORDS
        if found and name not in MEANT and name not in seen:
            seen.add(name)
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {name}: “{found.pop()}” says nothing"


def text_faults(path, text):
    for pattern, what in ((UNFINISHED, "unfinished business"), (MACHINE_PATH, "a path of one machine")):
        for match in pattern.finditer(text):
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {what}: {match.group()}"


def needs_licence(path):
    return path.suffix in CODE - {".css"} or path.name == "CMakeLists.txt" or path.suffix == ""


def ours(root):
    yield from files(root, *FOLDERS, suffixes=TEXTS)
    for folder in WITHOUT_SUFFIX:
        yield from files(root, folder, suffixes={""})
    for path in sorted(root.iterdir()):
        if path.is_file() and path.suffix in TEXTS and path.name not in SKIPPED:
            yield path


def main(arguments):
    root, faults, count = pathlib.Path(arguments[0] if arguments else "."), [], 0
    for path in ours(root):
        text = path.read_text(encoding="utf-8")
        faults += name_faults(path, path.relative_to(root), text)
        faults += text_faults(path, text)
        if needs_licence(path) and LICENCE not in "".join(text.splitlines(keepends=True)[:3]):
            faults.append(f"{path}: the first lines lack “{LICENCE}”")
        count += 1
    return report(faults, f"{count} files")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
