#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every row of api/errors.yaml has a title, is used by the product and provoked by a test.

usage: check_errors.py [ROOT]
"""
import pathlib
import re
import sys

import yaml

from generate_errors import LANGUAGES, enumerator
from source_files import CPP, files, report

USE = re.compile(r"\bErrorCode::(\w+)")
WITHOUT_TEST = {  # each with the reason why no test can provoke it
    "internal": "needs a bug",
}


def used(root, folder):
    """Enumerators that the C++ files of the folder name."""
    return {name for path in files(root, folder, suffixes=CPP) for name in USE.findall(path.read_text(encoding="utf-8"))}


def test_text(root):
    suffixes = CPP | {".ts", ".mjs", ".py", ".json", ".case", ".jsonl", ".yaml"}
    paths = [*files(root, "tests", suffixes=suffixes), *files(root, "api/examples", suffixes=suffixes)]
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)


def faults(root):
    catalogue = root / "api/errors.yaml"
    rows = yaml.safe_load(catalogue.read_text(encoding="utf-8"))
    in_product, tests = used(root, "src"), test_text(root)
    slugs = {row["slug"] for row in rows}
    for row in rows:
        if any(not row.get("title", {}).get(language) for language in LANGUAGES):
            yield f"{catalogue}: {row['slug']} has no title in {' and '.join(LANGUAGES)}"
    for slug in sorted(slugs):
        name = enumerator(slug)
        if name not in in_product:
            yield f"{catalogue}: {slug} is used nowhere in src"
        if slug not in WITHOUT_TEST and not re.search(rf"\bErrorCode::{name}\b|(?<![\w-]){slug}(?![\w-])", tests):
            yield f"{catalogue}: {slug} is provoked by no test"
    for slug in sorted(set(WITHOUT_TEST) - slugs):
        yield f"script/check_errors.py: exempts {slug}, which is no row"


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else ".")
    return report(faults(root), "error catalogue")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
