#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Refuses files, functions and documents that have grown too long, and functions with too many parameters.

usage: check_sizes.py [ROOT]
Functions are found by their braces, which is right for our formatted code; clang-tidy is the exact judge.
"""
import pathlib
import re
import sys

from source_files import CPP, bare, files, report

FILE_LINES, WEB_FILE_LINES, FUNCTION_LINES, PARAMETERS = 500, 200, 70, 5
WEB = {".ts", ".svelte", ".css", ".mjs"}
DOCUMENTS = {"README.md": 60, "CONTRIBUTING.md": 130, "docs/architecture.md": 200, "CMakeLists.txt": 120}
DECISION_LINES = 40
GIVEN_SHAPES = {"on_statement": "serd calls it"}  # functions whose parameters a library fixes
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
NAME = re.compile(r"([~\w:]+|operator\s*\S+)\s*\(")


def statement_before(text, brace):
    """What stands between the end of the last statement and the brace."""
    start = max(text.rfind(mark, 0, brace) for mark in ";{}") + 1
    return text[start:brace]


def function_name(head):
    match = NAME.search(head)
    return match[1] if match else "?"


def parameters(head):
    """How many parameters the first bracket of a function's head lists."""
    start = head.find("(")
    depth, count, any_text = 0, 1, False
    for letter in head[start:]:
        depth += letter in "(<[{"
        depth -= letter in ")>]}"
        if depth == 0:
            break
        count += letter == "," and depth == 1
        any_text = any_text or not (letter.isspace() or letter == "(")
    return count if any_text else 0


def blanked(pattern, text):
    """The text with every match blanked, again and again, so that nested ones go as well."""
    while True:
        shorter = re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match.group()), text, flags=re.MULTILINE)
        if shorter == text:
            return text
        text = shorter


def functions(text):
    """(name, first line, lines, parameters) of every function body; lambdas count to the function they stand in."""
    text = blanked(r"^[ \t]*#.*$", bare(text))
    text = blanked(r"(?<=[\w>\]])\{[^{}]*\}", text)  # value{…}: an initialiser, our bodies have a space before the brace
    stack = []  # per open brace: None for a scope or an inner block, else (head, offset)
    for match in re.finditer(r"[{}]", text):
        if match.group() == "}":
            opened = stack.pop() if stack else None
            if isinstance(opened, tuple):
                head, start = opened
                first = text.count("\n", 0, start) + 1
                yield function_name(head), first, text.count("\n", start, match.start()) + 1, parameters(head)
            continue
        head = statement_before(text, match.start())
        inside = any(isinstance(opened, tuple) or opened == "value" for opened in stack)
        if inside:
            stack.append("block")
        elif "(" in head and "=" not in re.sub(r"operator\S+?\(", "(", head).split("(")[0]:
            stack.append((head, match.start()))
        elif SCOPE.search(head):
            stack.append("scope")
        else:
            stack.append("value")


def source_faults(path):
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    limit = WEB_FILE_LINES if path.suffix in WEB and "web" in path.parts else FILE_LINES
    if lines > limit:
        yield f"{path}: {lines} lines; at most {limit}"
    if path.suffix not in CPP:
        return
    for name, first, length, taken in functions(text):
        if length > FUNCTION_LINES:
            yield f"{path}:{first}: {name} has {length} lines; at most {FUNCTION_LINES}"
        if taken > PARAMETERS and name not in GIVEN_SHAPES:
            yield f"{path}:{first}: {name} takes {taken} parameters; at most {PARAMETERS}"


def document_faults(root):
    limits = {root / name: limit for name, limit in DOCUMENTS.items()}
    limits.update({path: DECISION_LINES for path in (root / "docs/adr").glob("*.md")})
    for path, limit in limits.items():
        lines = path.read_text(encoding="utf-8").count("\n") if path.exists() else 0
        if lines > limit:
            yield f"{path}: {lines} lines; at most {limit}"


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else ".")
    faults, count = list(document_faults(root)), 0
    for path in files(root, "src", "tests", "bench", "script", "web", "api", suffixes=CPP | WEB | {".py", ".sh"}):
        faults += source_faults(path)
        count += 1
    return report(faults, f"{count} files")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
