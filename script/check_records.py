#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Checks record files (JSON Lines) against docs/records.md.

usage: check_records.py FILE.jsonl…

All files are read as one set: ids are unique per kind of record, and every reference must resolve within the set.
Faults are printed as file:line: message; the exit code is 1 if there is one.
"""
import json
import re
import sys

from record_schema import FIELDS, FIGURES, PARTS, SIMPLE, is_date

PERIODS = [("from", "to"), ("start", "end"), ("opens", "deadline"), ("signed", "valid_to")]
NUTS_PREFIX = {"GR": "EL", "GB": "UK"}


class Checker:
    def __init__(self):
        self.faults, self.where = [], ""
        self.records = {}  # (kind, id) -> (file:line, record)
        self.sound = {}  # those of them whose fields are all in order

    def fault(self, message):
        self.faults.append(f"{self.where}: {message}")

    def read(self, path):
        for line_number, line in enumerate(open(path, encoding="utf-8"), 1):
            self.where = f"{path}:{line_number}"
            if line.strip() and not line.startswith("#"):
                try:
                    self.add(json.loads(line))
                except ValueError as error:
                    self.fault(f"not JSON: {error}")

    def add(self, record):
        kind, id = (record.get("record"), record.get("id")) if isinstance(record, dict) else (None, None)
        if kind not in FIELDS:
            self.fault(f"unknown kind of record {kind!r}")
        elif (kind, str(id)) in self.records:
            self.fault(f"{kind} {id} is already at {self.records[kind, id][0]}")
        else:
            self.records[kind, str(id)] = (self.where, record)

    def has(self, kind, id):
        return isinstance(id, str) and (kind, id) in self.records

    def get(self, kind, id):
        return self.sound.get((kind, id), {}) if isinstance(id, str) else {}

    def check_fields(self, thing, fields, path=""):
        if not isinstance(thing, dict):
            return self.fault(f"{path.rstrip('.') or 'record'} is not an object")
        for name, (_, required, _) in fields.items():
            if required and thing.get(name) in (None, "", [], {}):
                self.fault(f"{path}{name} is missing")
        for name, value in thing.items():
            kind, _, many = fields.get(name, ("", False, False))
            if not kind or many and not isinstance(value, list):
                self.fault(f"{path}{name} is not a list" if kind else f"unknown field {path}{name}")
                continue
            for item in value if many else [value]:
                self.check_value(kind, item, path + name)
        for low, high in PERIODS:
            a, b = thing.get(low), thing.get(high)
            if is_date(a) and is_date(b) and a > b and not a.startswith(b):
                self.fault(f"{path}{high} {b} is before {low} {a}")

    def check_value(self, kind, value, path):
        what, _, detail = kind.partition(":")
        if what == "ref":
            if not self.has(detail, value):
                self.fault(f"{path}: there is no {detail} {value!r}")
        elif what == "code":
            if value not in detail.split(","):
                self.fault(f"{path}: {value!r} is not one of {detail}")
        elif what == "of":
            self.check_fields(value, PARTS[detail], path + ".")
        elif what == "texts":
            self.check_texts(value, path)
        elif not SIMPLE[what](value):
            self.fault(f"{path}: {value!r} is not a valid {what}")

    def check_texts(self, value, path):
        for text in value if isinstance(value, list) else [value]:
            self.check_fields(text, PARTS["text"], path + ".")
        languages = [text.get("lang") for text in value if isinstance(text, dict)]
        if len(set(languages)) < len(languages):
            self.fault(f"{path} has two texts in one language")

    def check_all(self):
        for (kind, id), (self.where, record) in self.records.items():
            known_faults = len(self.faults)
            self.check_fields(record, FIELDS[kind])
            if len(self.faults) == known_faults:
                self.sound[kind, id] = record
        for (kind, id), record in self.sound.items():
            self.where = self.records[kind, id][0]
            getattr(self, "check_" + kind, lambda _: None)(record)

    def check_circle(self, record, link):
        seen, open_ = set(), [record]
        while open_:
            links = open_.pop().get(link, [])
            new = set([links] if isinstance(links, str) else links) - seen
            seen |= new
            open_ += [self.get(record["record"], id) for id in new]
        if record["id"] in seen:
            self.fault(f"{record['id']} is its own {link}")

    def check_topic(self, record):
        self.check_circle(record, "parent")

    check_programme = check_topic

    def check_regions(self, regions):
        if any(("country" in region) == ("region" in region) for region in regions):
            self.fault("a target region is either a country or a region")

    def check_organisation(self, record):
        country, nuts = record.get("country"), record.get("nuts")
        if nuts and country and not nuts.startswith(NUTS_PREFIX.get(country, country)):
            self.fault(f"nuts {nuts} is not in {country}")
        if ("latitude" in record) != ("longitude" in record):
            self.fault("latitude and longitude belong together")
        if "cluster" in record and record.get("kind") != "cluster":
            self.fault("only an organisation of kind cluster has the field cluster")
        self.check_regions(record.get("cluster", {}).get("target_regions", []))

    def check_membership(self, record):
        member, cluster = record.get("member"), record.get("cluster")
        if member == cluster:
            self.fault("an organisation cannot be its own member")
        back = {"member": cluster, "cluster": member, "type": "mutual"}
        memberships = [other for (kind, _), other in self.sound.items() if kind == "membership"]
        if record.get("type") == "mutual" and not any(back.items() <= other.items() for other in memberships):
            self.fault(f"mutual membership without its counterpart, {cluster} in {member}")

    def check_project(self, record):
        numbers = [phase.get("number") for phase in record.get("phases", [])]
        if len(set(numbers)) < len(numbers):
            self.fault("two phases of one number")
        self.check_regions(record.get("target_regions", []))
        self.check_circle(record, "predecessors")
        call = self.get("call", record.get("call"))
        if call and record.get("programme") and call.get("programme") != record["programme"]:
            self.fault(f"call {call['id']} belongs to programme {call.get('programme')}")

    def check_participation(self, record):
        self.check_phases(record.get("project"), record.get("phases", []))

    def check_phases(self, project, numbers):
        known = {phase["number"] for phase in self.get("project", project).get("phases", [])}
        for number in sorted(set(numbers) - known):
            self.fault(f"project {project} has no phase {number}")

    def check_agreement(self, record):
        if len(set(record.get("parties", []))) < 2:
            self.fault("an agreement has at least two parties")

    def check_claim(self, record):
        kind, subject, predicate = record.get("subject_kind"), record.get("subject"), record.get("predicate")
        if kind not in FIELDS:
            return self.fault(f"unknown subject_kind {kind!r}")
        if not self.has(kind, subject):
            self.fault(f"subject: there is no {kind} {subject!r}")
        fields = {**FIELDS[kind], **(PARTS["cluster"] if kind == "organisation" else {})}
        if predicate not in FIGURES and predicate not in fields:
            self.fault(f"predicate {predicate!r} is neither a figure nor a field of {kind}")
        if predicate in FIGURES and not re.fullmatch(r"\d+(\.\d+)?", str(record.get("value"))):
            self.fault(f"{predicate}: {record.get('value')!r} is not a number")
        if kind == "project" and "phase" in record:
            self.check_phases(subject, [record["phase"]])


def main(paths):
    if not paths:
        sys.exit(__doc__)
    checker = Checker()
    for path in paths:
        checker.read(path)
    checker.check_all()
    print(*checker.faults, sep="\n", end="\n" * bool(checker.faults))
    print(f"{len(checker.records)} records, {len(checker.faults)} faults", file=sys.stderr)
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
