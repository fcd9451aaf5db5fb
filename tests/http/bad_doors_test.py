# SPDX-License-Identifier: EUPL-1.2
"""What is thrown at the doors of accounts, and comes back with a clear refusal: bad_doors_test.py PROGRAM"""
import http.client
import json
import pathlib
import sys
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from server import PASSWORD, Server

PROGRAM = sys.argv.pop(1)
HOSTILE = ["' OR '1'='1", "'; DROP TABLE user; --", "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "<script>alert(1)</script>",
           "{{7*7}}", "${jndi:ldap://x}", "\u202egnp.exe", "a\r\nX-Evil: 1", "\x00", "a" * 79]
LOOK_ALIKES = ["\u0430dmin@example.org", "adm\u0456n@example.org", "admin@ex\u0430mple.org"]


class BadDoors(unittest.TestCase):
    def setUp(self):  # a server each, for attempts are counted
        self.server = Server(PROGRAM)
        self.addCleanup(self.server.close)
        self.own = self.server.administrator()

    def refused(self, statuses, method, path, body=None, headers=None):
        """The problem; every fault of it has a known code and a sentence."""
        status, found, problem = self.server.send(method, path, body, headers)
        self.assertIn(status, statuses, (method, path[:60], str(body)[:80], problem))
        self.assertNotIn("x-evil", found)
        self.assertTrue(problem["faults"] and all(fault["code"] and fault["text"] for fault in problem["faults"]), problem)
        return problem

    def alive(self):
        self.assertTrue(self.server.send("GET", "/session", headers=self.own)[2]["signed_in"])
        emails = [user["email"] for user in self.server.send("GET", "/users", headers=self.own)[2]["users"]]
        self.assertIn("admin@example.org", emails)

    def test_hostile_ids_find_nothing(self):
        doors = (("PATCH", "/users/{}", {"state": "locked"}), ("DELETE", "/users/{}", None), ("DELETE", "/tokens/{}", None),
                 ("DELETE", "/sessions/{}", None), ("POST", "/mails/{}/retry", {}), ("DELETE", "/administrators/{}", None),
                 ("DELETE", "/organisations/optence/roles/{}", None), ("GET", "/organisations/{}/roles", None),
                 ("GET", "/links/{}", None), ("POST", "/links/{}", {}))
        for method, path, body in doors:
            for text in HOSTILE:
                target = path.format(urllib.parse.quote(text, safe=""))
                self.refused((400, 404, 410), method, target, body, self.own)
        self.alive()

    def test_hostile_words_in_every_field(self):
        forms = (("POST", "/session", {"email": "a@example.org", "password": "x", "code": "1"}),
                 ("POST", "/password/reset", {"email": "a@example.org"}),
                 ("POST", "/organisations/optence/roles", {"email": "a@example.org", "role": "editor", "language": "de"}),
                 ("POST", "/administrators", {"email": "a@example.org", "role": "administrator", "language": "de"}),
                 ("POST", "/tokens", {"name": "t", "scopes": ["read"], "days": 1}),
                 ("PATCH", "/account", {"name": "Ada", "language": "de"}),
                 ("POST", "/account/password", {"current": "x", "password": "y"}),
                 ("POST", "/account/second-factor", {"secret": "A" * 32, "code": "1", "password": "x"}),
                 ("POST", "/account/second-factor/removal", {"password": "x"}))
        for method, path, form in forms:
            for field in form:
                for text in HOSTILE + [1, None, [], {}, True, "x" * 20_000]:
                    value = [text] if field == "scopes" and isinstance(text, str) else text
                    status, found, answer = self.server.send(method, path, {**form, field: value}, self.own)
                    self.assertIn(status, (200, 204, 400, 401, 403, 409, 413, 422, 429), (path, field, str(text)[:40], answer))
                    self.assertNotIn("x-evil", found)
                    if status == 200 and path == "/account":
                        self.assertNotRegex(answer["name"], "[\r\n\x00\u202e]")
        self.alive()

    def test_links_forged_oversized_and_replayed(self):
        _, _, given = self.server.send("POST", "/organisations/optence/roles",
                                       {"email": "eda@example.org", "role": "editor"}, self.own)
        token = given["link"].split("#")[1]
        for forged in (token[:-1], token + "A", token.swapcase(), "ks_" + token[3:], "kl_" + "A" * 43, "kl_", "none"):
            self.assertEqual(self.refused((410,), "GET", f"/links/{forged}")["faults"][0]["code"], "link-invalid")
            self.refused((410,), "POST", f"/links/{forged}", {"name": "Eve", "password": PASSWORD})
        self.refused((400,), "GET", "/links/" + "k" * 5_000)
        self.refused((413,), "POST", f"/links/{token}", {"name": "E" * 20_000, "password": PASSWORD})
        self.server.join(token, "")
        self.refused((410,), "POST", f"/links/{token}", {"name": "Eve", "password": PASSWORD})
        self.refused((410,), "GET", f"/links/{token}")

    def test_looking_at_a_link_uses_nothing_up(self):
        _, _, given = self.server.send("POST", "/organisations/optence/roles",
                                       {"email": "ida@example.org", "role": "editor"}, self.own)
        token = given["link"].split("#")[1]
        for _ in range(5):  # scanners and previews of mail programs
            self.assertEqual(self.server.send("GET", f"/links/{token}")[0], 200)
            self.server.ask("HEAD", f"/api/v1/links/{token}")
            self.server.ask("GET", "/de/link")
        self.server.join(token, "")

    def test_look_alikes_of_an_administrator(self):
        for email in LOOK_ALIKES:
            problem = self.refused((400, 409), "POST", "/administrators", {"email": email, "role": "administrator"}, self.own)
            self.assertIn(problem["faults"][0]["code"], ("email-confusable", "email-invalid"))
            self.assertEqual(self.server.send("POST", "/session", {"email": email, "password": PASSWORD})[0], 401)

    def test_writing_needs_the_form_token_and_an_own_page(self):
        cookie = {"Cookie": self.own["Cookie"]}
        for headers in (cookie, {**cookie, "X-Kontor-Form": "x"}, {**cookie, "X-Kontor-Form": "x" * 7_000},
                        {**self.own, "Origin": "https://evil.example"}, {**self.own, "Sec-Fetch-Site": "cross-site"},
                        {**self.own, "Origin": "null"}):
            problem = self.refused((403,), "PATCH", "/account", {"name": "Eve"}, headers)
            self.assertEqual(problem["faults"][0]["code"], "form-token-invalid")

    def test_oversized_heads_are_refused(self):
        for header in ("Cookie", "Authorization", "X-Kontor-Form", "X-Forwarded-For", "User-Agent"):
            connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
            connection.request("GET", "/api/v1/session", headers={header: "x" * 200_000})
            answer = connection.getresponse()
            self.assertIn(answer.status, (400, 414, 431), header)
            json.loads(answer.read())
            connection.close()
        self.alive()


if __name__ == "__main__":
    unittest.main(verbosity=2)
