# SPDX-License-Identifier: EUPL-1.2
"""Mails from the running program to a real server, which is away, busy, refuses, or gets half of one:
queue_test.py PROGRAM"""
import email
import email.policy
import logging
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "http"))
from mail_server import PASSWORD, Authority, Inbox, MailServer, signed_in
from server import Server

PROGRAM = sys.argv.pop(1)
SENDER = ("--mail-from", "kontor@kontor.example")


class WaitingInbox(Inbox):
    """Tells when something has come; `hold` keeps it from answering."""

    def __init__(self, replies=None):
        super().__init__(replies)
        self.changed = threading.Condition()
        self.hold = None
        self.begun = threading.Event()

    async def handle_DATA(self, server, session, envelope):
        self.begun.set()
        if self.hold:
            await self.hold()
        answer = await super().handle_DATA(server, session, envelope)
        with self.changed:
            self.changed.notify_all()
        return answer

    def wait_for(self, count):
        with self.changed:
            if not self.changed.wait_for(lambda: len(self.envelopes) >= count, 60):
                raise AssertionError(f"{len(self.envelopes)} mails came, {count} were to come")
        return [email.message_from_bytes(content, policy=email.policy.default) for _, _, content, _ in self.envelopes]


def text(mail, kind="plain"):
    return mail.get_body([kind]).get_content()


def link(mail):
    return re.search(r"/link#(\S+)", text(mail)).group(1)


class QueueTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="kontor-queue-")
        self.addCleanup(self.folder.cleanup)
        self.cookie = None

    def serve(self, mail_server, *options):
        server = Server(PROGRAM, "--mail-server", mail_server.address, *SENDER, *(options or ("--mail-plain",)),
                        folder=self.folder.name)
        self.addCleanup(lambda: server.process.poll() is None and server.close())
        if self.cookie is None:
            self.cookie = {"Cookie": server.administrator()["Cookie"]}
        return server

    def own(self, server):
        """What the administrator sends; form tokens end with the server that gave them."""
        return {**self.cookie, "X-Kontor-Form": server.send("GET", "/session", headers=self.cookie)[2]["form_token"]}

    def invite(self, server, address="eda@example.org", language="de"):
        status, _, given = server.send("POST", "/organisations/optence/roles",
                                       {"email": address, "role": "editor", "language": language}, self.own(server))
        self.assertEqual((status, given["link"]), (200, ""), given)

    def unsent(self, server):
        return server.send("GET", "/mails", headers=self.cookie)[2]["mails"]

    def unsent_until(self, server, fits):
        """The one mail that is not sent, once `fits(mail)`."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            mails = self.unsent(server)
            if len(mails) == 1 and fits(mails[0]):
                return mails[0]
            time.sleep(0.1)
        raise AssertionError(mails)

    def retry(self, server, mail):
        status, _, problem = server.send("POST", f"/mails/{mail['id']}/retry", {}, self.own(server))
        self.assertEqual(status, 204, problem)

    def test_invitation_and_reset_in_the_language_of_the_recipient(self):
        inbox = WaitingInbox()
        with MailServer(inbox) as mail_server:
            server = self.serve(mail_server)
            self.assertTrue(server.send("GET", "/session")[2]["sends_mail"])
            self.invite(server)
            mail = inbox.wait_for(1)[0]
            self.assertEqual(mail["To"], "eda@example.org")
            self.assertIn("lädt Sie zu", mail["Subject"])
            self.assertIn("Einladung annehmen", text(mail, "html"))
            server.join(link(mail), "", name="Eda")
            self.assertEqual(server.send("POST", "/password/reset", {"email": "nobody@example.org"})[0], 204)
            self.assertEqual(server.send("POST", "/password/reset", {"email": "eda@example.org"})[0], 204)
            mail = inbox.wait_for(2)[1]
            self.assertEqual((mail["To"], mail["Subject"]), ("eda@example.org", "Ihr Passwort neu setzen"))
            self.assertEqual(server.send("POST", f"/links/{link(mail)}", {"password": "drei laute Lokomotiven"})[0], 200)
            self.assertEqual({mail["Subject"] for mail in inbox.wait_for(4)[2:]},
                             {"Ihr Passwort wurde geändert", "Anmeldung von einem neuen Gerät"})
            while self.unsent(server):
                time.sleep(0.05)
            database = (pathlib.Path(self.folder.name) / "kontor.db")
            self.assertEqual(server.close(), 0)
            self.assertNotIn(b"kl_", database.read_bytes(), "no secret stays")

    def test_a_server_that_is_away_and_a_crash(self):
        inbox = WaitingInbox()
        mail_server = MailServer(inbox)
        server = self.serve(mail_server)
        self.invite(server)
        mail = self.unsent_until(server, lambda one: one["attempts"] == 1)
        self.assertEqual((mail["state"], mail["to"]), ("waiting", "eda@example.org"))
        self.assertTrue(mail["answer"])
        server.kill()
        with mail_server:
            server = self.serve(mail_server)
            self.assertEqual([one["id"] for one in self.unsent(server)], [mail["id"]])
            self.retry(server, mail)
            first = inbox.wait_for(1)[0]
            self.assertIn(mail["id"], first["Message-ID"])
            while self.unsent(server):
                time.sleep(0.05)
            server.kill()
            server = self.serve(mail_server)
            self.invite(server, "ida@example.org", "en")
            self.assertEqual([one["To"] for one in inbox.wait_for(2)], ["eda@example.org", "ida@example.org"])

    def test_killed_while_the_server_has_half_of_it(self):
        import asyncio
        inbox = WaitingInbox()

        async def for_ever():
            await asyncio.sleep(600)
        inbox.hold = for_ever
        with MailServer(inbox) as mail_server:
            server = self.serve(mail_server)
            self.invite(server)
            self.assertTrue(inbox.begun.wait(60))
            server.kill()
            inbox.hold = None
            server = self.serve(mail_server)
            self.assertEqual(inbox.wait_for(1)[0]["To"], "eda@example.org")

    def test_for_now_and_for_good(self):
        inbox = WaitingInbox({"RCPT": "451 4.7.1 Greylisted"})
        with MailServer(inbox) as mail_server:
            server = self.serve(mail_server)
            self.invite(server)
            mail = self.unsent_until(server, lambda one: one["attempts"] == 1)
            self.assertEqual((mail["state"], mail["answer"]), ("waiting", "451 4.7.1 Greylisted"))
            inbox.replies = {"RCPT": "550 5.1.1 No such mailbox"}
            self.retry(server, mail)
            mail = self.unsent_until(server, lambda one: one["state"] == "failed")
            self.assertEqual((mail["answer"], mail["due"]), ("550 5.1.1 No such mailbox", ""))
            self.assertEqual(server.send("POST", f"/mails/{mail['id']}/retry", {}, self.own(server))[0], 404)
            self.assertEqual(server.send("GET", "/mails")[0], 401)
        server.close()
        told = subprocess.run([PROGRAM, "--database", f"{self.folder.name}/kontor.db", "--lang", "en", "doctor"],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn("to eda@example.org", told.stdout)
        self.assertIn("550 5.1.1 No such mailbox", told.stdout)

    def test_encrypted_and_signed_in(self):
        authority = Authority(self.folder.name)
        secret = pathlib.Path(self.folder.name) / "password"
        secret.write_text(PASSWORD + "\n", encoding="utf-8")
        inbox = WaitingInbox()
        with MailServer(inbox, "starttls", authority.context("IP:127.0.0.1"), authenticator=signed_in,
                        auth_required=True) as mail_server:
            server = self.serve(mail_server, "--mail-authorities", str(authority.ca), "--mail-user", "anna",
                                "--mail-password-file", str(secret))
            self.invite(server)
            inbox.wait_for(1)
            self.assertTrue(inbox.envelopes[0][3])

    def test_two_servers_on_one_database_send_once(self):
        inbox = WaitingInbox()
        with MailServer(inbox) as mail_server:
            first, second = self.serve(mail_server), self.serve(mail_server)
            for number in range(5):
                self.invite(first if number % 2 else second, f"person{number}@example.org")
            inbox.wait_for(5)
            first.close()
            self.invite(second, "last@example.org")
            inbox.wait_for(6)
            self.assertEqual(len({one[1][0] for one in inbox.envelopes}), 6)
            self.assertEqual(len(inbox.envelopes), 6)

    def test_a_profile_is_confirmed_with_one_click(self):
        inbox = WaitingInbox()
        with MailServer(inbox) as mail_server:
            server = self.serve(mail_server)
            due = server.send("GET", "/confirmations?lang=de", headers=self.cookie)[2]["organisations"][0]
            status, _, given = server.send("POST", f"/organisations/{due['id']}/roles",
                                           {"email": "kim@example.org", "role": "member_contact", "language": "de"},
                                           self.own(server))
            self.assertEqual(status, 200, given)
            server.join(link(inbox.wait_for(1)[0]), "", name="Kim")
            server.close()
            server = self.serve(mail_server)  # asks at the start, and then once a day
            mail = inbox.wait_for(2)[1]
            self.assertEqual((mail["To"], mail["Subject"][:18]), ("kim@example.org", "Stimmt das Profil "))
            self.assertIn("Ja, alles stimmt", text(mail, "html"))
            self.assertIn(f"/de/records/organisation/{due['id']}/edit", text(mail))
            for _ in range(3):  # scanners look, too
                view = server.send("GET", f"/links/{link(mail)}?lang=de")[2]
            self.assertEqual((view["purpose"], view["organisation"]), ("confirmation", due["id"]))
            self.assertTrue(view["profile"])
            self.assertEqual(server.send("POST", f"/links/{link(mail)}", {})[0], 200)
            self.assertEqual(server.send("POST", f"/links/{link(mail)}", {})[0], 410)
            left = server.send("GET", "/confirmations?limit=100", headers=self.cookie)[2]["organisations"]
            self.assertNotIn(due["id"], [one["id"] for one in left])

    def test_faulty_options_are_told(self):
        for options, said in ((("--mail-server", "http://x", *SENDER), "smtp"),
                              (("--mail-server", "smtp://127.0.0.1:1", "--mail-from", "a b"), "a b"),
                              (("--mail-server", "smtp://127.0.0.1:1", *SENDER, "--mail-user", "anna",
                                "--mail-password-file", "/gibt/es/nicht"), "/gibt/es/nicht"),
                              (("--mail-from", "a@example.org"), "--mail-server")):
            with self.assertRaises(RuntimeError) as refused:
                Server(PROGRAM, *options)
            self.assertIn(said, str(refused.exception))


if __name__ == "__main__":
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    unittest.main()
