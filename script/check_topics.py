#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Check the topic vocabulary: ids, labels, synonyms, parents, mappings, definitions.

usage: check_topics.py [FILE.jsonl ...]     (default: data/topics/*.jsonl)
Lists every fault and exits with 1 when there is one.
"""
import json
import re
import sys
from pathlib import Path

LANGUAGES = ("de", "en", "fr", "es")
KINDS = {"technology", "application", "sector", "science"}
SCHEMES = {"kontor", "euroscivoc", "nace"}
FIELDS = {"record", "id", "scheme", "kind", "labels", "synonyms", "parent", "mappings", "definition",
          "source"}
ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
CODE = {
    "euroscivoc": re.compile(r"(/\d+)+"),
    "nace": re.compile(r"[A-U]|\d{2}(\.\d{1,2})?"),
}


def read(paths, faults):
    """Yield (place, topic) for every readable line."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            place = f"{path.name}:{number}"
            try:
                topic = json.loads(line)
            except ValueError as error:
                faults.append(f"{place}: not JSON: {error}")
                continue
            if isinstance(topic, dict):
                yield place, topic
            else:
                faults.append(f"{place}: not an object")


def check_text(where, text, faults):
    if not isinstance(text, str) or not text.strip() or text != " ".join(text.split()):
        faults.append(f"{where}: empty or untidy text {text!r}")
        return False
    return True


def check_topic(place, topic, words, faults):
    name = f"{place} {topic.get('id')}"
    for field in sorted(set(topic) - FIELDS):
        faults.append(f"{name}: unknown field {field}")
    if topic.get("record") != "topic":
        faults.append(f"{name}: record is {topic.get('record')!r}")
    if topic.get("kind") not in KINDS:
        faults.append(f"{name}: kind is {topic.get('kind')!r}")
    if topic.get("scheme") not in SCHEMES:
        faults.append(f"{name}: scheme is {topic.get('scheme')!r}")
    labels, synonyms = topic.get("labels", {}), topic.get("synonyms", {})
    for language in LANGUAGES:
        if language not in labels:
            faults.append(f"{name}: no label in {language}")
    for language in sorted(set(labels) | set(synonyms)):
        entries = [labels[language]] if language in labels else []
        for text in entries + synonyms.get(language, []):
            if check_text(f"{name} {language}", text, faults):
                words.setdefault((language, text.casefold()), []).append(topic.get("id"))
    for mapping in topic.get("mappings", []):
        pattern = CODE.get(mapping.get("scheme"))
        if not pattern or not pattern.fullmatch(mapping.get("code", "")):
            faults.append(f"{name}: bad mapping {mapping}")
    for language, text in topic.get("definition", {}).items():
        check_text(f"{name} definition {language}", text, faults)


def check_parents(topics, faults):
    for start in topics:
        seen, at = {start}, topics[start].get("parent")
        while at is not None:
            if at not in topics:
                faults.append(f"{start}: parent {at} does not exist")
                break
            if at in seen:
                faults.append(f"{start}: cycle through {at}")
                break
            seen.add(at)
            at = topics[at].get("parent")


def main(arguments):
    folder = Path(__file__).resolve().parent.parent / "data" / "topics"
    paths = [Path(a) for a in arguments] or sorted(folder.glob("*.jsonl"))
    faults, topics, words = [], {}, {}
    for place, topic in read(paths, faults):
        if topic.get("record") == "source":  # script/check_records.py knows those
            continue
        key = topic.get("id")
        if not isinstance(key, str) or not ID.fullmatch(key):
            faults.append(f"{place}: bad id {key!r}")
            continue
        if key in topics:
            faults.append(f"{place}: id {key} used twice")
        topics[key] = topic
        check_topic(place, topic, words, faults)
    check_parents(topics, faults)
    for (language, word), owners in sorted(words.items()):
        if len(owners) > 1:
            faults.append(f"{language}: {word!r} belongs to {', '.join(owners)}")
    if not topics:
        faults.append("no topics found")
    for fault in faults:
        print(fault)
    print(f"{len(topics)} topics, {len(words)} words, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
