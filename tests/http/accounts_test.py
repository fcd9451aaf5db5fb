#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Accounts through the real program: who gets in, and everything that must not. accounts_test.py PROGRAM"""
import concurrent.futures
import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from server import PASSWORD, Server

PROGRAM = sys.argv.pop(1)
HOSTILE = ["' OR '1'='1", "\"; DROP TABLE user; --", "../../../etc/passwd", "%2e%2e%2f", "<script>alert(1)</script>",
           "a" * 5_000, "\u202eadmin", "${jndi:ldap://x}", "{{7*7}}"]


def slugs(problem):
    return [fault["code"] for fault in problem["faults"]]


class AccountsTest(unittest.TestCase):
    def setUp(self):
        self.server = Server(PROGRAM)
        self.addCleanup(self.server.close)

    def invited(self, role, email, organisation="optence"):
        status, _, given = self.server.send("POST", f"/organisations/{organisation}/roles",
                                            {"email": email, "role": role}, self.server.administrator())
        self.assertEqual(status, 200, given)
        return self.server.join(given["link"].split("#")[1], email)

    def test_cookies_are_out_of_reach(self):
        status, headers, _ = self.server.send("POST", f"/links/{self.server.setup}",
                                              {"email": "admin@example.org", "name": "Ada", "password": PASSWORD})
        self.assertEqual(status, 200)
        cookie = headers["set-cookie"]
        self.assertRegex(cookie, r"^kontor=ks_[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=\d+$")
        self.assertEqual(headers["cache-control"], "no-store")
        self.assertEqual(self.server.send("POST", f"/links/{self.server.setup}", {"email": "eve@example.org"})[0], 410)

    def test_signing_out_ends_the_session(self):
        own = self.server.administrator()
        self.assertTrue(self.server.send("GET", "/session", headers=own)[2]["signed_in"])
        status, headers, _ = self.server.send("DELETE", "/session", headers=own)
        self.assertEqual(status, 204)
        self.assertIn("Max-Age=0", headers["set-cookie"])
        self.assertFalse(self.server.send("GET", "/session", headers=own)[2]["signed_in"])
        self.assertEqual(self.server.send("GET", "/users", headers=own)[0], 401)

    def test_nobody_may_import_or_see_accounts(self):
        for method, path in (("GET", "/users"), ("GET", "/administrators"), ("GET", "/account"), ("GET", "/sessions"),
                             ("GET", "/tokens"), ("GET", "/imports"), ("GET", "/organisations/optence/roles")):
            status, _, problem = self.server.send(method, path)
            self.assertEqual((status, slugs(problem)), (401, ["sign-in-required"]), path)

    def test_tokens_stay_within_their_scopes(self):
        own = self.server.administrator()
        _, _, made = self.server.send("POST", "/tokens", {"name": "t", "scopes": ["read"], "days": 1}, own)
        bearer = {"Authorization": f"Bearer {made['secret']}"}
        self.assertTrue(self.server.send("GET", "/session", headers=bearer)[2]["signed_in"])
        status, _, problem = self.server.send("GET", "/users", headers=bearer)
        self.assertEqual((status, slugs(problem)), (403, ["scope-missing"]))
        self.assertEqual(self.server.send("POST", "/tokens", {"name": "u", "scopes": [], "days": 1}, bearer)[0], 403)
        for forged in ("Bearer kt_forged", "Bearer " + "k" * 6_000, "Basic YTpi", "Bearer", "Bearer " + made["secret"] + "x"):
            status, _, problem = self.server.send("GET", "/search?q=a", headers={"Authorization": forged})
            self.assertEqual((status, slugs(problem)), (401, ["token-invalid"]), forged[:40])
        self.assertEqual(self.server.send("DELETE", f"/tokens/{made['token']['id']}", headers=own)[0], 204)
        self.assertEqual(self.server.send("GET", "/session", headers=bearer)[0], 401)

    def test_forged_cookies_are_nobodys(self):
        real = self.server.administrator()["Cookie"].split("=")[1]
        for forged in (real[:-1], real + "A", "ks_" + "A" * 43, "x" * 6_000, "'; DROP TABLE session;--", real.swapcase()):
            status, _, state = self.server.send("GET", "/session", headers={"Cookie": f"kontor={forged}"})
            self.assertEqual((status, state["signed_in"]), (200, False), forged[:50])
        status, _, state = self.server.send("GET", "/session", headers={"Cookie": f"other=1;  kontor={real}; x"})
        self.assertTrue(state["signed_in"])

    def test_roles_end_where_they_end(self):
        manager = self.invited("cluster_manager", "mia@example.org")
        roles = {"email": "eda@example.org", "role": "editor"}
        self.assertEqual(self.server.send("POST", "/organisations/optence/roles", roles, manager)[0], 200)
        for path in ("/organisations/biosaxony/roles", "/administrators"):
            status, _, problem = self.server.send("POST", path, roles, manager)
            self.assertEqual((status, slugs(problem)), (403, ["operation-not-permitted"]), path)
        self.assertEqual(self.server.send("GET", "/users", headers=manager)[0], 403)

    def test_an_account_deleted_under_its_open_session(self):
        editor = self.invited("editor", "eda@example.org")
        user = self.server.send("GET", "/session", headers=editor)[2]["user"]
        self.assertEqual(self.server.send("DELETE", f"/users/{user}", headers=self.server.administrator())[0], 204)
        self.assertFalse(self.server.send("GET", "/session", headers=editor)[2]["signed_in"])
        self.assertEqual(self.server.send("PATCH", "/account", {"name": "Ghost"}, editor)[0], 401)

    def test_the_last_administrator_cannot_go(self):
        own = self.server.administrator()
        user = self.server.send("GET", "/session", headers=own)[2]["user"]
        for method, body in (("DELETE", None), ("PATCH", {"state": "locked"})):
            status, _, problem = self.server.send(method, f"/users/{user}", body, own)
            self.assertEqual((status, slugs(problem)), (409, ["last-administrator"]))

    def test_hostile_words_are_only_words(self):
        own = self.server.administrator()
        for text in HOSTILE:
            for body, path in (({"email": text, "password": text}, "/session"), ({"email": text}, "/password/reset")):
                self.assertIn(self.server.send("POST", path, body)[0], (204, 400, 401, 429), text[:30])
            status, _, _ = self.server.send("POST", "/organisations/optence/roles", {"email": text, "role": text}, own)
            self.assertEqual(status, 400, text[:30])
            status, _, state = self.server.send("PATCH", "/account", {"name": text}, own)
            self.assertEqual(status, 200, text[:30])
        status, headers, problem = self.server.send("PATCH", "/account", {"name": "A\r\nSet-Cookie: kontor=x"}, own)
        self.assertNotIn("set-cookie", headers)
        self.assertTrue(self.server.send("GET", "/session", headers=own)[2]["signed_in"])
        self.assertEqual(self.server.send("POST", "/session", {"email": "a", "password": "b" * 20_000})[0], 413)
        status, _, problem = self.server.send("POST", "/session", {"email": "a", "password": "b", "role": "administrator"})
        self.assertEqual((status, slugs(problem)), (400, ["field-unknown"]))

    def test_the_server_answers_while_thousands_guess(self):
        self.server.administrator()

        def guess(number):
            return self.server.send("POST", "/session", {"email": f"user{number % 7}@example.org", "password": "guess" * 4})[0]

        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            guesses = [pool.submit(guess, number) for number in range(10_000)]
            worst = 0.0
            while not all(one.done() for one in guesses[-16:]):
                begun = time.monotonic()
                self.assertEqual(self.server.send("GET", "/search?q=photonics")[0], 200)
                worst = max(worst, time.monotonic() - begun)
                time.sleep(0.05)
            statuses = {one.result() for one in guesses}
        self.assertEqual(statuses, {401, 429})
        refused = sum(one.result() == 401 for one in guesses)
        self.assertLess(refused, 500, "guesses that were looked at")
        self.assertLess(worst, 10.0, "a generous bound: it finds a server that stands still, not a slow one")


class PublicServerTest(unittest.TestCase):
    """Behind a proxy that ends TLS."""

    def test_secure_cookies_and_own_host(self):
        server = Server(PROGRAM, "--public-url", "https://kontor.example")
        self.addCleanup(server.close)
        host = {"Host": "kontor.example"}
        status, headers, _ = server.send("POST", f"/links/{server.setup}",
                                         {"email": "admin@example.org", "name": "Ada", "password": PASSWORD},
                                         {**host, "Origin": "https://kontor.example"})
        self.assertEqual(status, 200)
        self.assertTrue(headers["set-cookie"].startswith("__Host-kontor=ks_"))
        self.assertIn("; Secure", headers["set-cookie"])
        self.assertEqual(headers["strict-transport-security"], "max-age=31536000")
        self.assertEqual(server.send("GET", "/status", headers={"Host": "evil.example"})[0], 403)

    def test_addresses_that_are_none_are_refused(self):
        for text in ("http://kontor.example", "https://kontor.example/app", "ftp://kontor.example", "kontor.example"):
            with self.assertRaises(RuntimeError) as refused:
                Server(PROGRAM, "--public-url", text)
            self.assertIn("is no public address", str(refused.exception))
        with self.assertRaises(RuntimeError) as refused:
            Server(PROGRAM, "--address", "0.0.0.0")
        self.assertIn("--public-url", str(refused.exception))


if __name__ == "__main__":
    unittest.main(verbosity=2)
