# SPDX-License-Identifier: EUPL-1.2
"""What the checks share: which files are ours, and C++ text without its comments and literals."""
import pathlib
import re

SKIPPED = {".git", "build", "node_modules", "dist", "generated", "__pycache__", ".cache", "var"}
CPP = {".cpp", ".hpp", ".cc", ".h"}
LITERAL = re.compile(
    r'R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL)
DIGIT_MARK = re.compile(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])")  # 1'000'000


def files(root, *folders, suffixes):
    """All files of ours below the folders, sorted; a folder that does not exist has none."""
    for folder in folders:
        for path in sorted((pathlib.Path(root) / folder).rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and path.suffix in suffixes and not SKIPPED.intersection(inside.parts) \
                    and not path.name.startswith("generated"):
                yield path


def bare(text):
    """The text with comments and literals blanked; line and column of everything else stay."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())
    return LITERAL.sub(blank, DIGIT_MARK.sub("0", text))


def report(faults, counted):
    """Prints faults, one per line, and the count; gives the exit code."""
    faults = list(faults)
    for fault in faults:
        print(fault)
    print(f"{counted}, {len(faults)} faults")
    return 1 if faults else 0
