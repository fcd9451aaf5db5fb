#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Refuses links in our documents that lead nowhere, and commands they name that do not exist.

usage: check_documents.py [ROOT]
"""
import pathlib
import re
import sys

from source_files import files, report

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PROGRAM = re.compile(r"(?<![\w/.-])(script/[a-z_]+(?:\.py)?|\.ci/run)(?![\w/.])")


def faults(path, root):
    text = path.read_text(encoding="utf-8")
    for match in LINK.finditer(text):
        goal = match[1].split("#")[0]
        if goal and not re.match(r"[a-z]+:", goal) and not (path.parent / goal).exists():
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {goal} does not exist"
    for match in PROGRAM.finditer(text):
        if not (root / match[1]).exists():
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[1]} does not exist"


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else ".")
    documents = [*sorted(root.glob("*.md")), *files(root, "docs", "tests", "bench", "data", "web", suffixes={".md"})]
    return report((fault for path in documents for fault in faults(path, root)), f"{len(documents)} documents")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
