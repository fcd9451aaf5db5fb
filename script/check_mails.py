#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every mail of api/mails.yaml is complete in both languages and sent by somebody.

usage: check_mails.py [ROOT]
"""
import pathlib
import re
import sys

import yaml

from generate_mails import faults as catalogue_faults
from generate_mails import struct_name
from source_files import CPP, files, report

SENDERS = ("src/service", "src/http", "src/cli", "src/program")
WITHOUT_SENDER = {  # each with what will send it; the line goes when that is there
    "first-administrator": "the first start",
    "claim-waiting": "the review queue",
    "data-export-ready": "the export of a person's data",
    "data-erased": "the erasure of a person's data",
}


def faults(root):
    path = root / "api/mails.yaml"
    catalogue = yaml.safe_load(path.read_text(encoding="utf-8"))
    yield from (f"{path}: {fault}" for fault in catalogue_faults(catalogue))
    code = "\n".join(file.read_text(encoding="utf-8") for folder in SENDERS for file in files(root, folder, suffixes=CPP))
    slugs = [mail["slug"] for mail in catalogue["mails"]]
    for slug in slugs:
        is_sent = re.search(rf"\b{struct_name(slug)}\b", code) is not None
        if not is_sent and slug not in WITHOUT_SENDER:
            yield f"{path}: {slug} is sent by nobody; nothing names {struct_name(slug)}"
        if is_sent and slug in WITHOUT_SENDER:
            yield f"script/check_mails.py: {slug} has a sender now; take it out of WITHOUT_SENDER"
    for slug in sorted(set(WITHOUT_SENDER) - set(slugs)):
        yield f"script/check_mails.py: exempts {slug}, which is no mail"


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else ".")
    return report(faults(root), "mail catalogue")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
