# SPDX-License-Identifier: EUPL-1.2
"""Accounts from the terminal: users_test.py PROGRAM"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from server import PASSWORD, Server

PROGRAM = sys.argv.pop(1)


class UsersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="kontor-users-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.server = Server(PROGRAM, folder=cls.folder.name)
        cls.addClassCleanup(cls.server.close)

    def run_kontor(self, *words, typed="", code=0, token=""):
        """What the program says, on both streams."""
        done = subprocess.run([PROGRAM, "--database", f"{self.folder.name}/kontor.db", "--lang", "en", *words],
                              input=typed, capture_output=True, text=True, timeout=120,
                              env={**os.environ, "KONTOR_TOKEN": token})
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def users(self):
        return {user["email"]: user for user in json.loads(self.run_kontor("user", "list", "--json"))["users"]}

    def sign_in(self, email, password=PASSWORD):
        status, found, state = self.server.send("POST", "/session", {"email": email, "password": password})
        if status != 200:
            return status, {}
        return status, {"Cookie": found["set-cookie"].split(";")[0], "X-Kontor-Form": state["form_token"]}

    def test_a_server_without_a_browser(self):
        self.run_kontor("user", "add", "ada@example.org", "--name", "Ada", typed=PASSWORD + "\n")
        self.run_kontor("user", "role", "ada@example.org", "administrator")
        status, ada = self.sign_in("ada@example.org")
        self.assertEqual(status, 200)
        self.assertEqual(self.server.send("GET", "/users", headers=ada)[0], 200)
        self.assertIn("ada@example.org", self.run_kontor("user", "list"))
        said = self.run_kontor("user", "invite", "eda@example.org", "editor", "--at", "optence",
                               "--public-url", "https://kontor.example/")
        self.assertIn("https://kontor.example/en/link#kl_", said)
        self.assertEqual(self.users()["eda@example.org"]["state"], "invited")
        self.server.join(said.strip().split("#")[1], "", name="Eda")
        self.assertEqual(self.users()["eda@example.org"]["roles"][0]["role"], "editor")
        self.run_kontor("user", "lock", "eda@example.org")
        self.assertEqual(self.sign_in("eda@example.org")[0], 401)
        self.run_kontor("user", "unlock", "eda@example.org")
        self.assertEqual(self.sign_in("eda@example.org")[0], 200)
        token = self.run_kontor("user", "reset", "eda@example.org").strip().split("#")[1]
        self.server.join(token, "", password="drei laute Lokomotiven am See")
        self.assertEqual(self.sign_in("eda@example.org", "drei laute Lokomotiven am See")[0], 200)
        self.run_kontor("user", "role", "eda@example.org", "editor", "--at", "optence", "--take")
        self.assertEqual(self.users()["eda@example.org"]["roles"], [])
        self.run_kontor("user", "delete", "eda@example.org")
        self.assertNotIn("eda@example.org", self.users())

    def test_faults(self):
        self.assertIn("password", self.run_kontor("user", "add", "x@example.org", "--name", "X", typed="short\n", code=2))
        self.assertIn("nobody@example.org", self.run_kontor("user", "lock", "nobody@example.org", code=3))
        self.run_kontor("user", "role", "x@example.org", "king", "--at", "optence", code=2)
        self.run_kontor("user", "role", "x@example.org", "editor", "--at", "gibt-es-nicht", code=3)
        self.run_kontor("user", "add", "x@y@z", "--name", "X", typed=PASSWORD + "\n", code=2)
        self.run_kontor("user", code=2)

    def test_the_last_administrator_stays(self):
        self.run_kontor("user", "add", "zoe@example.org", "--name", "Zoe", typed=PASSWORD + "\n")
        self.run_kontor("user", "role", "zoe@example.org", "administrator")
        administrators = [email for email, user in self.users().items()
                          if any(held["role"] == "administrator" for held in user["roles"])]
        for email in administrators[1:]:
            self.run_kontor("user", "delete", email)
        self.assertIn("administrator", self.run_kontor("user", "delete", administrators[0], code=4))

    def test_with_a_token_the_terminal_sees_what_its_person_sees(self):
        said = self.run_kontor("user", "invite", "tom@example.org", "jury", "--at", "optence")
        own = self.server.join(said.strip().split("#")[1], "", name="Tom")
        made = self.server.send("POST", "/tokens", {"name": "t", "scopes": ["read"], "days": 1}, own)[2]
        self.assertIn("optence", self.run_kontor("search", "optence", token=made["secret"]))
        public = json.loads(self.run_kontor("status", "--json", token=made["secret"]))
        operator = json.loads(self.run_kontor("status", "--json"))
        self.assertLess(len(public["records"]), len(operator["records"]))
        for verb in (("search", "optence"), ("show", "organisation", "optence"), ("export",), ("status",),
                     ("match", "partners", "--for", "optence")):
            self.assertIn("token", self.run_kontor(*verb, token="kt_forged", code=2).lower())

    def test_with_a_token_an_export_holds_what_its_person_sees_and_the_log_says_so(self):
        self.run_kontor("user", "add", "root@example.org", "--name", "Root", typed=PASSWORD + "\n")
        self.run_kontor("user", "role", "root@example.org", "administrator")

        def joined(email, at):
            said = self.run_kontor("user", "invite", email, "cluster_manager", "--at", at)
            own = self.server.join(said.strip().split("#")[1], "", name=email)
            return own, self.server.send("POST", "/tokens", {"name": "t", "scopes": ["export"], "days": 1}, own)[2]["secret"]

        own, _ = joined("nadia@example.org", "optence")
        colleague, secret = joined("olga@example.org", "optence")
        _, foreign = joined("vera@example.org", "life-science-nord")
        status, _, made = self.server.send("POST", "/records/person", {"record": {
            "name": "Paula Verborgen", "organisation": "optence", "purpose": "contact", "keep_until": "2029-12-31"}}, own)
        self.assertEqual(status, 200, made)
        self.assertIn("Paula Verborgen", self.run_kontor("export", "--kind", "person", token=secret))
        self.assertNotIn("Paula Verborgen", self.run_kontor("export", "--kind", "person", token=foreign))
        revealed = [line["subject"]["id"] for line in self.server.send("GET", "/audit?limit=100", headers=colleague)[2]["lines"]
                    if line["action"] == "record.revealed"]
        self.assertIn(made["id"], revealed)

    def test_erasing_a_person_tells_where_the_name_still_stands(self):
        records = pathlib.Path(self.folder.name) / "people.jsonl"
        records.write_text("\n".join(json.dumps(record) for record in [
            {"record": "person", "id": "berta", "name": "Berta Vergangen", "organisation": "optence", "purpose": "contact", "keep_until": "2029-12-31"},
            {"record": "project", "id": "tells", "titles": [{"text": "Tells", "lang": "en"}],
             "objective": [{"text": "Led by BERTA VERGANGEN until May.", "lang": "en"}]}]), encoding="utf-8")
        self.run_kontor("import", "records", str(records))
        said = self.run_kontor("privacy", "mentions", "berta")
        self.assertIn("project/tells  objective", said)
        self.assertIn("Led by BERTA VERGANGEN until May.", said)
        refused = self.run_kontor("privacy", "erase", "berta", "--blank", "project/nothing,somewhere", code=3)
        self.assertIn("nothing", refused)
        self.assertIn("somewhere", refused)
        said = self.run_kontor("privacy", "erase", "berta", "--blank", "project/tells")
        self.assertIn("unreadable", said)
        self.assertNotIn("VERGANGEN", self.run_kontor("export", "--id", "tells"))
        self.assertIn("Led by […] until May.", self.run_kontor("export", "--id", "tells"))

    def test_a_merge_takes_what_it_is_told(self):
        records = pathlib.Path(self.folder.name) / "twins.jsonl"
        records.write_text("\n".join(json.dumps({"record": "organisation", "id": id, "kind": "company", "names": [{"text": id}], "web": f"https://{id}.example", "employees": employees})
                                     for id, employees in (("twin-a", 7), ("twin-b", 9))), encoding="utf-8")
        self.run_kontor("import", "records", str(records))
        said = self.run_kontor("merge", "twin-a", "twin-a", "--take", "colour=kept,web=left", "--take", "city", code=2)
        for fault in ("MERGED", "--take colour=kept", "--take web=left", "--take city"):
            self.assertIn(fault, said)
        self.run_kontor("merge", "twin-a", "twin-b", "--take", "web=merged", "--take", "employees=kept")
        now = json.loads(self.run_kontor("export", "--id", "twin-a").splitlines()[0])
        self.assertEqual((now["web"], now["employees"]), ("https://twin-b.example", 7))


if __name__ == "__main__":
    unittest.main(verbosity=2)
