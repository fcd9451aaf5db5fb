#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The contract, executed: every example of api/examples against the running program. api_test.py PROGRAM"""
import json
import pathlib
import re
import sys
import unittest

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import schema
from server import SOURCE, Server

PROGRAM = sys.argv.pop(1)
CONTRACT = yaml.safe_load((SOURCE / "api" / "openapi.yaml").read_text(encoding="utf-8"))
BASE = CONTRACT["servers"][0]["url"]
OPERATIONS = {op["operationId"]: (path, method, op)
              for path, methods in CONTRACT["paths"].items() for method, op in methods.items()}
EXAMPLES = sorted((SOURCE / "api" / "examples").glob("*.json"))


def looked_up(value, pointer):
    for part in pointer.strip("/").split("/"):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


class ApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM)

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def test_every_operation_has_an_example(self):
        shown = {path.name.split(".")[0] for path in EXAMPLES}
        self.assertEqual(sorted(set(OPERATIONS) - shown), [])
        self.assertEqual(sorted(shown - set(OPERATIONS)), [])

    def test_examples(self):
        for path in EXAMPLES:
            example = json.loads(path.read_text(encoding="utf-8"))
            with self.subTest(path.name):
                self.check(path.name.split(".")[0], example)

    def check(self, operation, example):
        request = example["request"]
        body = request["body"].encode(request.get("encoding", "utf-8")) if "body" in request else None
        sent = dict(request.get("headers", {}))
        if request.get("as") == "administrator":
            sent.update(self.server.administrator())
        status, headers, content = self.server.ask(request.get("method", "GET"), BASE + request["target"], body, sent)
        self.assertEqual(status, example["status"], content[:500])
        if status == 204:
            self.assertEqual(content, b"")
            return
        if not headers["content-type"].startswith(("application/json", "application/problem+json")):
            for text in example.get("contains", []):
                self.assertIn(text, content.decode())
            return
        answer = json.loads(content)
        if status >= 400:
            expected = CONTRACT["components"]["schemas"]["Problem"]
        else:
            responses = OPERATIONS[operation][2]["responses"]["200"]["content"]
            expected = responses["application/json"]["schema"]
        self.assertEqual(schema.faults(CONTRACT, expected, answer), [])
        for pointer, value in example.get("expect", {}).items():
            self.assertEqual(looked_up(answer, pointer), value, pointer)
        for text in example.get("contains", []):
            self.assertIn(text, content.decode())

    def test_cursor_walks_through_everything_once(self):
        seen, cursor = [], ""
        while True:
            status, page = self.server.json(f"{BASE}/search?kind=organisation&country=FI&limit=7&cursor={cursor}")
            self.assertEqual(status, 200)
            seen += [hit["id"] for hit in page["hits"]]
            cursor = page["next_cursor"]
            if not cursor:
                break
        self.assertEqual(len(seen), page["total"])
        self.assertEqual(len(set(seen)), len(seen))
        self.assertGreater(len(seen), 7)

    def test_facets_count_what_their_filter_finds(self):
        _, page = self.server.json(f"{BASE}/search?q=photonics")
        for facet in page["facets"]:
            if facet["name"] == "year":
                continue
            for value in facet["values"][:4]:
                _, narrowed = self.server.json(f"{BASE}/search?q=photonics&{facet['name']}={value['value']}")
                self.assertEqual(narrowed["total"], value["count"], (facet["name"], value))

    def test_corrections_are_written_as_people_write_them(self):
        for typed, written in [("Photonk", "Photonik"), ("Medizintechnk", "Medizintechnik")]:
            status, _, content = self.server.ask("GET", f"{BASE}/search?q={typed}&lang=de", None, None)
            self.assertEqual(status, 200)
            self.assertEqual(json.loads(content)["corrections"], [{"typed": typed, "used": written}])

    def test_contributions_add_up_to_the_score(self):
        _, page = self.server.json(f"{BASE}/partners?for=optence")
        self.assertGreater(len(page["partners"]), 3)
        for partner in page["partners"]:
            total = sum(part["contribution"] for part in partner["parts"])
            total += sum(reason["contribution"] for reason in partner["counter_reasons"])
            self.assertAlmostEqual(total, partner["score"], places=9)
            for part in partner["parts"]:
                self.assertAlmostEqual(sum(e["value"] for e in part["evidence"]), part["value"], places=6)
                for evidence in part["evidence"]:
                    named = [(record["kind"], record["id"]) for record in evidence["records"]]
                    self.assertEqual(len(set(named)), len(named), evidence["text"])

    def test_every_link_leads_somewhere(self):
        _, page = self.server.json(f"{BASE}/partners?for=optence&limit=5")
        paths = {"organisation": "organisations", "project": "projects", "topic": "topics", "programme": "programmes"}
        refs = {(r["kind"], r["id"]) for p in page["partners"] for part in p["parts"] for e in part["evidence"]
                for r in e["records"] if r["kind"] in paths}
        self.assertGreater(len(refs), 10)
        for kind, ident in refs:
            status, _ = self.server.json(f"{BASE}/{paths[kind]}/{ident}")
            self.assertEqual(status, 200, (kind, ident))


class DoorTest(unittest.TestCase):
    """What every answer must hold, whatever the operation."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM)

    @classmethod
    def tearDownClass(cls):
        cls.code = cls.server.close()
        assert cls.code == 0, f"the server ended with {cls.code}"

    def problem(self, method, target, status, slug, body=None, headers=None):
        found, answer_headers, content = self.server.ask(method, target, body, headers)
        self.assertEqual(found, status, content[:300])
        self.assertTrue(answer_headers["content-type"].startswith("application/problem+json"))
        problem = json.loads(content)
        self.assertEqual(schema.faults(CONTRACT, CONTRACT["components"]["schemas"]["Problem"], problem), [])
        self.assertIn(slug, [fault["code"] for fault in problem["faults"]])
        return problem

    def test_all_faults_at_once(self):
        problem = self.problem("GET", f"{BASE}/search?limit=0&kind=castle&colour=red&year_from=soon", 400,
                               "parameter-unknown")
        self.assertEqual({f["field"] for f in problem["faults"]}, {"limit", "kind", "colour", "year_from"})

    def test_problems_speak_german(self):
        problem = self.problem("GET", f"{BASE}/organisations/niemand?lang=de", 404, "record-not-found")
        self.assertEqual(problem["title"], "Nicht gefunden")
        self.assertIn("niemand gibt es nicht", problem["detail"])

    def test_refusals(self):
        self.problem("GET", f"{BASE}/nothing", 404, "path-not-found")
        self.problem("PUT", f"{BASE}/search", 405, "method-not-allowed")
        self.problem("GET", f"{BASE}/search?q=a&q=b", 400, "parameter-repeated")
        self.problem("GET", f"{BASE}/search?q=%ff", 400, "encoding-broken")
        self.problem("GET", f"{BASE}/search?q=%zz", 400, "request-malformed")
        self.problem("GET", f"{BASE}/search?q=" + "a" * 1001, 400, "field-too-long")
        self.problem("GET", f"{BASE}/search?q=" + "a" * 100_000, 414, "request-too-long")
        self.problem("GET", f"{BASE}/search?q=a%00b", 400, "control-character")
        self.problem("GET", f"{BASE}/search?cursor=x", 400, "cursor-invalid")
        self.problem("GET", f"{BASE}/suggest", 400, "value-missing")
        self.problem("GET", f"{BASE}/partners", 400, "partners-subject")
        self.problem("GET", f"{BASE}/partners?for=optence&weights=place:11", 400, "weights-invalid")
        self.problem("GET", f"{BASE}/partners?for=optence&weights=place:nan", 400, "weights-invalid")
        self.problem("GET", f"{BASE}/partners?for=optence&country=XQ", 400, "country-unknown")

    def test_uploads_from_foreign_pages_are_refused(self):
        target = f"{BASE}/imports/organisations?filename=a.csv"
        own = self.server.administrator()
        self.problem("POST", target, 415, "media-type-unsupported", b"Name\nA", {"Content-Type": "text/plain", **own})
        self.problem("POST", target, 403, "form-token-invalid", b"Name\nA", {"Content-Type": "text/plain", "Cookie": own["Cookie"]})
        self.problem("POST", target, 403, "form-token-invalid", b"Name\nA", {**own, "Origin": "https://evil.example"})
        self.problem("POST", target, 403, "form-token-invalid", b"Name\nA", {**own, "Sec-Fetch-Site": "cross-site"})
        self.problem("GET", f"{BASE}/status", 403, "operation-not-permitted", None, {"Host": "kontor.example"})

    def test_security_headers_everywhere(self):
        for target in (f"{BASE}/status", f"{BASE}/nothing", "/de/search", "/assets/nothing.js"):
            _, headers, _ = self.server.ask("GET", target)
            self.assertEqual(headers["x-content-type-options"], "nosniff", target)
            self.assertIn("default-src 'none'", headers["content-security-policy"])

    def test_pages_carry_linked_data(self):
        status, _, content = self.server.ask("GET", "/de/organisations/biosaxony")
        self.assertEqual(status, 200)
        page = content.decode()
        self.assertIn('<html lang="de">', page)
        self.assertRegex(page, r"<title>[^<]*biosaxony[^<]* – Kontor</title>")
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1))
        self.assertEqual(data["@context"], "https://schema.org")
        self.assertEqual(self.server.ask("GET", "/de/organisations/nobody")[0], 404)

    def test_linked_data_by_negotiation(self):
        _, headers, content = self.server.ask("GET", f"{BASE}/projects/laser-go", headers={"Accept": "application/ld+json"})
        self.assertTrue(headers["content-type"].startswith("application/ld+json"))
        self.assertEqual(json.loads(content)["@context"], "https://schema.org")

    def test_head_has_no_body(self):
        status, headers, content = self.server.ask("HEAD", f"{BASE}/status")
        self.assertEqual((status, content), (200, b""))
        self.assertGreater(int(headers["content-length"]), 0)

    def test_documentation_is_served(self):
        self.assertEqual(self.server.ask("GET", "/api/docs")[0], 200)
        self.assertEqual(self.server.json("/api/openapi.json")[1]["info"]["title"], "Kontor")


if __name__ == "__main__":
    unittest.main(verbosity=2)
