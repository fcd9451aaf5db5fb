#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every operation of the contract, asked by everybody, over everything that can be hidden: the status is the one of
access.yaml, and no answer holds a word that its asker may not see. access_test.py PROGRAM"""
import concurrent.futures
import fnmatch
import json
import pathlib
import re
import sys
import tempfile
import time
import unittest
import urllib.parse

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from access_network import ALLY, OTHER, OWN, RARE, VISIBILITIES, Network
from server import SOURCE, Server

PROGRAM = sys.argv.pop(1)
CONTRACT = yaml.safe_load((SOURCE / "api" / "openapi.yaml").read_text(encoding="utf-8"))
BASE = CONTRACT["servers"][0]["url"]
OPERATIONS = [op["operationId"] for methods in CONTRACT["paths"].values() for op in methods.values()]
TABLE = yaml.safe_load((pathlib.Path(__file__).parent / "access.yaml").read_text(encoding="utf-8"))
OUTSIDERS = ("partner_cluster", "jury", "funder")
ABSENT = "absnt"
NOTED = "Zqnotedtextx"  # stands in every note about a partner


class Asker:
    """`depth`: how far it sees what OWN hides, as a place in VISIBILITIES."""

    def __init__(self, name, headers, depth):
        self.name, self.headers, self.depth = name, headers, depth

    def sees(self, secret, seen_as=None):
        depth = self.depth
        if seen_as is not None:
            depth = min(depth, {"public": 0, "network": 1, OTHER: 1, OWN: 3}[seen_as])
        return VISIBILITIES.index(secret.visibility) <= depth


def network_file(folder):
    network = Network()
    path = pathlib.Path(folder) / "network.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in network.records), encoding="utf-8")
    return network, path


def filled(value, words):
    if isinstance(value, dict):
        return {key: filled(each, words) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, words) for each in value]
    if not isinstance(value, str):
        return value
    whole = re.fullmatch(r"\{(record|version)\}", value)
    return words[whole.group(1)] if whole else re.sub(r"\{(kind|id)\}", lambda found: words[found.group(1)], value)


class AccessTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="kontor-access-")
        cls.network, path = network_file(cls.folder.name)
        cls.server = Server(PROGRAM, records=path)
        cls.askers = cls.everybody()
        cls.note_partners()
        cls.whole = {(record["record"], record["id"]): record for record in cls.network.records}
        cls.versions = {}

    @classmethod
    def tearDownClass(cls):
        code = cls.server.close()
        cls.folder.cleanup()
        assert code == 0, f"the server ended with {code}"

    @classmethod
    def note_partners(cls):
        """What OWN has noted, about the open and about what only its own people see, is for its own people."""
        manager = next(asker for asker in cls.askers if asker.name == f"cluster_manager@{OWN}")
        for partner, outcome in (("works", "met"), ("clinic", "unwanted"), ("organisation-record-own", "declined"), (ALLY, "asked")):
            status, _, note = cls.server.send("POST", "/partner-notes", {"for": OWN, "partner": partner, "outcome": outcome,
                                                                         "day": "2024-02-29", "text": NOTED}, manager.headers)
            assert status == 200, note

    @classmethod
    def everybody(cls):
        administrator = cls.server.administrator()
        askers = [Asker("public", {}, 0), Asker("administrator", administrator, 1)]
        wanted = [(role, at) for at in (OWN, OTHER) for role in TABLE["roles"] if role != "administrator"]

        def invited(role, at):
            email = f"{role.replace('_', '-')}@{at}.example.org"
            status, _, given = cls.server.send("POST", f"/organisations/{at}/roles", {"email": email, "role": role}, administrator)
            assert status == 200, given
            return cls.server.join(given["link"].split("#")[1], email, name=f"{role} at {at}")

        for role, at in wanted + [("cluster_manager", ALLY)]:
            depth = 1 if at == OTHER else 2 if at == ALLY or role in OUTSIDERS else 3
            askers.append(Asker(f"{role}@{at}", invited(role, at), depth))
        manager = next(asker for asker in askers if asker.name == f"cluster_manager@{OWN}")
        status, _, token = cls.server.send("POST", "/tokens", {"name": "t", "scopes": [], "days": 1}, manager.headers)
        assert status == 200, token
        return askers + [Asker("token", {"Authorization": f"Bearer {token['secret']}"}, 3)]

    def ask(self, asker, request, words, seen_as=None):
        """Status, everything that came back as text, and the body."""
        spec = request if isinstance(request, dict) else {"request": request}
        method, target = filled(spec["request"], words).split(" ", 1)
        headers = dict(asker.headers)
        headers.update(spec.get("headers", {}))
        if method == "LD":
            method, headers["Accept"] = "GET", "application/ld+json"
        body = None
        if "body" in spec:
            body, headers["Content-Type"] = json.dumps(filled(spec["body"], words)).encode(), "application/json"
        elif "bytes" in spec:
            body, headers["Content-Type"] = spec["bytes"].encode(), "application/octet-stream"
        if seen_as is not None:
            target += ("&" if "?" in target else "?") + f"as={seen_as}"
        status, found, content = self.server.ask(method, target if target.startswith("/en/") or target.startswith("/de/") else BASE + target, body, headers)
        text = content.decode()
        return status, "\n".join(f"{key}: {value}" for key, value in found.items()) + "\n" + text, text

    def leaks(self, asker, text, seen_as=None, known=""):
        """Markers in `text` that the asker may not see, but for those in `known`, which the asker has said."""
        low, known = text.lower(), known.lower()
        depth = min(asker.depth, 3 if seen_as in (None, OWN) else 0)
        noted = [word for word in (NOTED, "29 February 2024") if depth < 3 and word.lower() in low]
        return noted + [word for secret in self.network.secrets if not asker.sees(secret, seen_as)
                for word in secret.markers if word.lower() in low and word.lower() not in known]

    def words_of(self, secret):
        record = dict(self.whole[(secret.kind, secret.id)])
        version = self.server.send("GET", f"/records/{secret.kind}/{secret.id}", headers=self.askers[-1].headers)[2]["version"]
        return {"kind": secret.kind, "id": secret.id, "record": record, "version": version}

    def subjects(self, rule, request):
        named = json.dumps(request)
        if "{id}" not in named:
            return [None]
        kinds = (request.get("kinds") if isinstance(request, dict) else None) or rule.get("kinds", TABLE["kinds"])
        return [secret for secret in self.network.secrets if secret.kind in kinds]

    @staticmethod
    def expected(answers, asker):
        for pattern, status in answers.items():
            if any(fnmatch.fnmatch(asker.name, one) for one in pattern.split(",")):
                return {int(each) for each in str(status).split("|")}
        return set()

    def test_the_table_lists_everything(self):
        self.assertEqual(sorted(TABLE["operations"]), sorted(OPERATIONS))
        self.assertEqual(sorted(TABLE["roles"]), sorted(CONTRACT["components"]["schemas"]["Role"]["enum"]))
        self.assertEqual(sorted({secret.kind for secret in self.network.secrets}), sorted(TABLE["kinds"]))
        self.assertEqual(sorted(VISIBILITIES), sorted(CONTRACT["components"]["schemas"]["Visibility"]["enum"]))

    def walk(self, operation, rule, asker, faults):
        for request in rule["ask"]:
            answers = (request.get("answers") if isinstance(request, dict) else None) or rule["answers"]
            for secret in self.subjects(rule, request):
                words = self.words[(secret.kind, secret.id)] if secret else {}
                for seen_as in (None, "public", "network", OTHER, OWN) if rule.get("as") else (None,):
                    status, text, _ = self.ask(asker, request, words, seen_as)
                    is_hidden = secret is not None and secret.level == "record" and not asker.sees(secret, seen_as)
                    hidden = rule.get("hidden", answers)
                    expected = self.expected((hidden if isinstance(hidden, dict) else {"*": hidden}) if is_hidden else answers, asker)
                    where = f"{operation} {asker.name} {secret.id if secret else ''} {request if isinstance(request, str) else request['request']} as={seen_as}"
                    if status not in expected:
                        faults.append(f"{where}: {status} instead of {sorted(expected)}: {text[-200:]}")
                    said = json.dumps(request) + json.dumps(words.get("record", {}) if "{record}" in json.dumps(request) else {})
                    told = rule.get("told", {}).get(asker.name)
                    found = [word for word in self.leaks(asker, text, seen_as, said) if not (told and told in word)]
                    if found:
                        faults.append(f"{where}: tells {found[:4]}")

    def test_every_operation_for_everybody(self):
        self.words = {(secret.kind, secret.id): self.words_of(secret) for secret in self.network.secrets}
        faults = []
        for operation, rule in TABLE["operations"].items():
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                list(pool.map(lambda asker: self.walk(operation, rule, asker, faults), self.askers))
        self.assertEqual(len(faults), 0, f"{len(faults)} faults\n" + "\n".join(sorted(faults)[::1 + len(faults) // 80]))

    def test_pages_for_browsers_tell_what_the_public_sees(self):
        public = self.askers[0]
        for page in TABLE["pages"]:
            kinds = {"organisations": "organisation", "projects": "project"}
            kind = kinds.get(page.split("/")[2])
            for secret in [secret for secret in self.network.secrets if secret.kind == kind] if "{id}" in page else [None]:
                status, text, _ = self.ask(self.askers[-1], f"GET {page}", {"id": secret.id if secret else ""})
                self.assertEqual(self.leaks(public, text), [], page)
                if secret and secret.level == "record" and not public.sees(secret) and "<html" in text:
                    self.assertEqual(status, 404, (page, secret.id))

    def test_what_is_hidden_answers_as_what_is_not_there(self):
        """Word for word, so that nobody can tell the two apart."""
        shown = 0
        for operation, rule in TABLE["operations"].items():
            for request in rule["ask"]:
                if "{id}" not in json.dumps(request) or operation in ("createRecord", "changeRecord", "writeRecords"):
                    continue
                for secret in self.subjects(rule, request):
                    if secret.level != "record" or secret.visibility == "public":
                        continue
                    absent = secret.id.replace(secret.visibility, ABSENT)
                    for asker in (self.askers[0], *[each for each in self.askers if each.name == f"cluster_manager@{OTHER}"]):
                        if asker.sees(secret):
                            continue
                        words = {"kind": secret.kind, "id": secret.id, "version": 1}
                        status, _, hidden = self.ask(asker, request, words)
                        other_status, _, missing = self.ask(asker, request, {**words, "id": absent})
                        self.assertEqual((status, hidden.replace(secret.id, absent)), (other_status, missing), (operation, asker.name))
                        shown += 1
        self.assertGreater(shown, 100)

    def test_searching_for_what_is_hidden_finds_what_nonsense_finds(self):
        for asker in (self.askers[0], *[each for each in self.askers if each.name in (f"cluster_manager@{OTHER}", f"jury@{OWN}")]):
            for secret in self.network.secrets:
                if asker.sees(secret):
                    continue
                for word in secret.markers:
                    if secret.visibility not in word:
                        continue
                    nonsense = word.replace(secret.visibility, ABSENT)
                    for target in ("/search?q=", "/suggest?q=", "/map?q=", "/search.csv?q=", "/partners?need="):
                        found = self.ask(asker, f"GET {target}{urllib.parse.quote(word)}", {})
                        nothing = self.ask(asker, f"GET {target}{urllib.parse.quote(nonsense)}", {})
                        self.assertEqual((found[0], found[2].replace(word, nonsense)), (nothing[0], nothing[2]), (asker.name, target))

    def test_counts_are_those_of_what_one_sees(self):
        for asker in self.askers:
            def visible(kind, level, asker=asker):
                return sum(1 for secret in self.network.secrets
                           if secret.kind == kind and secret.level == level and asker.sees(secret))
            ask = lambda target: json.loads(self.ask(asker, f"GET {target}", {})[2])
            common = ask("/search?q=Zqcommonx&limit=100")
            by_kind = {value["value"]: value["count"] for facet in common["facets"] if facet["name"] == "kind" for value in facet["values"]}
            expected = {kind: visible(kind, "record") + visible(kind, "field") for kind in ("organisation", "project", "news")}
            self.assertEqual(by_kind, expected, asker.name)
            self.assertEqual(common["total"], sum(expected.values()), asker.name)
            self.assertEqual(ask("/map?q=Zqcommonx")["total"], expected["organisation"], asker.name)
            rare = visible("organisation", "record")
            self.assertEqual(ask(f"/search?kind=organisation&topic={RARE}")["total"], rare, asker.name)
            topic = next(each for each in ask("/topics")["topics"] if each["id"] == RARE)
            # The cluster itself may count for what its members have.
            self.assertIn(topic["organisations"], (rare, rare + 1), asker.name)
            home = ask(f"/organisations/{OWN}")
            self.assertEqual(home["member_total"], 2 + rare + len(VISIBILITIES), asker.name)
            self.assertEqual(home["cluster"]["member_count"], 2 + rare + len(VISIBILITIES), asker.name)
            self.assertEqual(home["project_total"], 1 + visible("project", "record") + len(VISIBILITIES), asker.name)

    def shown(self, asker, operation):
        """The confidential records of which the answers to all requests of an operation tell something."""
        found = set()
        rule = TABLE["operations"][operation]
        for request in rule["ask"]:
            for subject in self.subjects(rule, request):
                words = self.words_of(subject) if subject else {}
                status, text, _ = self.ask(asker, request, words)
                if status != 200:
                    continue
                said = json.dumps(request).lower()
                for secret in self.network.secrets:
                    # What waits for a decision is closed by its state, not by somebody's rule.
                    is_closed = VISIBILITIES.index(secret.visibility) >= 2 and not secret.id.startswith("waiting-")
                    told = [word for word in secret.markers if word.lower() in text.lower() and word.lower() not in said]
                    if is_closed and told and not (subject and subject.id == secret.id and "{record}" in json.dumps(request)):
                        found.add((secret.kind, secret.id))
        return found

    def revealed_to(self, asker):
        """The subjects of the reveals among the asker's own deeds."""
        found, cursor = set(), ""
        while True:
            page = json.loads(self.ask(asker, f"GET /audit?limit=100&cursor={urllib.parse.quote(cursor)}", {})[2])
            found.update((line["subject"]["kind"], line["subject"]["id"]) for line in page["lines"] if line["action"] == "record.revealed")
            cursor = page["next_cursor"]
            if not cursor:
                return found

    def test_every_door_that_shows_what_is_confidential_says_so_in_the_log(self):
        """One new person for each operation, because the same reveal within the hour is noted once."""
        administrator = self.askers[1].headers
        manager = next(asker for asker in self.askers if asker.name == f"cluster_manager@{OWN}")
        reading = [operation for operation, rule in TABLE["operations"].items()
                   if all(str(request if isinstance(request, str) else request["request"]).startswith(("GET", "LD")) for request in rule["ask"])]
        doors = [operation for operation in reading if operation not in ("personalData", "auditCsv", "audit") and self.shown(manager, operation)]
        self.assertLessEqual({"search", "searchCsv", "suggest", "map", "organisation", "members", "organisationProjects", "graph",
                              "project", "topic", "country", "region", "regionOrganisations", "partners", "partnersCsv", "readRecord",
                              "partnerNotes", "recordHistory", "relatedRecords", "programme", "review", "roles"}, set(doors))
        for number, operation in enumerate(doors):
            email = f"reader-{number}@{OWN}.example.org"
            status, _, given = self.server.send("POST", f"/organisations/{OWN}/roles", {"email": email, "role": "cluster_manager"}, administrator)
            self.assertEqual(status, 200, given)
            reader = Asker(f"cluster_manager@{OWN}", self.server.join(given["link"].split("#")[1], email), 3)
            shown = self.shown(reader, operation)
            noted = set()
            for _ in range(50):  # they are written once a second
                noted = self.revealed_to(reader)
                if shown <= noted:
                    break
                time.sleep(0.2)
            self.assertEqual(sorted(shown - noted), [], operation)


if __name__ == "__main__":
    unittest.main()
