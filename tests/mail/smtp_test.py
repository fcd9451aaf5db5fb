# SPDX-License-Identifier: EUPL-1.2
"""Sends the catalogue's mails to a real server and reads what arrives: smtp_test.py MAIL_SENDER."""
import email
import email.policy
import html.parser
import logging
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

import yaml

sys.dont_write_bytecode = True
from mail_server import PASSWORD, Authority, Inbox, MailServer, signed_in

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1)
SLUGS = [mail["slug"] for mail in yaml.safe_load((SOURCE / "api/mails.yaml").read_text(encoding="utf-8"))["mails"]]
FOLDER = tempfile.TemporaryDirectory(prefix="kontor-mail-")
AUTHORITY = Authority(FOLDER.name)
CONTEXT = AUTHORITY.context("IP:127.0.0.1")


def run(*words, **options):
    """(exit code, lines printed)"""
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=60, **options)
    return done.returncode, done.stdout.splitlines() + done.stderr.splitlines()


def parsed(content):
    return email.message_from_bytes(content, policy=email.policy.default)


def body(mail, kind):
    return mail.get_body([kind]).get_content().replace("\r\n", "\n")


class Text(html.parser.HTMLParser):
    """The words of a page; faults where elements do not close in order."""

    def __init__(self, page):
        super().__init__()
        self.open, self.words, self.elements, self.faults = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        self.words.append(data)


class SmtpCase(unittest.TestCase):
    def send(self, server, *words):
        """The verdict, the code and the answer."""
        code, lines = run(f"server={server.address}", *words)
        self.assertEqual((code, len(lines)), (0, 3), lines)
        return lines[0], int(lines[1]), lines[2]

    def delivered(self, *words):
        inbox = Inbox()
        with MailServer(inbox) as server:
            self.assertEqual(self.send(server, "plain", *words)[:2], ("accepted", 250))
        self.assertEqual(len(inbox.envelopes), 1)
        return inbox.envelopes[0]


class Delivered(SmtpCase):
    def test_headers_and_parts(self):
        sender, recipients, content, _ = self.delivered("unsubscribe=https://kontor.example/u?t=1")
        self.assertEqual((sender, recipients), ("kontor@kontor.example", ["ahlers@lichthafen.example"]))
        mail = parsed(content)
        self.assertEqual(mail["Subject"], "Größe & <Maß> lädt Sie zu Größe & <Maß> ein")
        self.assertEqual(mail["From"].addresses[0].display_name, "Kontor am Hafen, Köln")
        self.assertEqual(len(mail["From"].addresses), 1)
        self.assertEqual(mail["To"].addresses[0].addr_spec, "ahlers@lichthafen.example")
        self.assertEqual(mail["Date"].datetime.isoformat(), "2027-03-01T00:00:00+00:00")
        self.assertEqual(mail["Message-ID"], "<m-17@kontor.example>")
        self.assertEqual(mail["Auto-Submitted"], "auto-generated")
        self.assertEqual(mail["Content-Language"], "de")
        self.assertEqual(mail["List-Unsubscribe"].strip(), "<https://kontor.example/u?t=1>")
        self.assertEqual(mail["MIME-Version"], "1.0")
        holder = mail.get_payload()[0] if mail.get_content_type() == "multipart/mixed" else mail
        self.assertEqual(holder.get_content_type(), "multipart/alternative")
        self.assertEqual([part.get_content_type() for part in holder.iter_parts()], ["text/plain", "text/html"])
        self.assertIn("https://kontor.example/eintritt?token=kl_1&x=2\n", body(mail, "plain"))
        self.assertIn("  Ihre Rolle: Größe & <Maß>\n", body(mail, "plain"))
        self.assertIn("<td>Größe &amp; &lt;Maß&gt;</td>", body(mail, "html"))

    def test_every_mail_in_both_languages(self):
        inbox = Inbox()
        with MailServer(inbox) as server:
            for slug in SLUGS:
                for language in ("de", "en"):
                    self.assertEqual(self.send(server, "plain", f"mail={slug}", f"language={language}")[0], "accepted")
        self.assertEqual(len(inbox.envelopes), 2 * len(SLUGS))
        for _, _, content, _ in inbox.envelopes:
            mail = parsed(content)
            self.assertEqual([part.defects for part in mail.walk()], [[]] * len(list(mail.walk())))
            self.assertTrue(all(len(line) <= 998 and line.isascii() for line in content.split(b"\r\n")))
            self.assertNotIn(b"\n", content.replace(b"\r\n", b""))
            page = Text(body(mail, "html"))
            self.assertEqual((page.open, page.faults), ([], []))
            links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
            self.assertTrue(all(link == "https://kontor.example/eintritt?token=kl_1&x=2" for link in links))
            self.assertLess(len(body(mail, "html").encode()), 20_000)

    def test_hostile_values_stay_values(self):
        for value in ("a\r\nBcc: evil@example.org\r\n\r\nbody", "\r\n.\r\nMAIL FROM:<x@y>", "</p><script>alert(1)</script>",
                      "=?utf-8?q?evil?=", "\u202egnp.exe", ".", "x" * 5000, '", <evil@example.org>'):
            _, recipients, content, _ = self.delivered(f"value={value}")
            mail = parsed(content)
            self.assertEqual(recipients, ["ahlers@lichthafen.example"])
            self.assertIsNone(mail["Bcc"])
            self.assertEqual(len(mail.keys()), len(set(mail.keys())))
            self.assertEqual(sum(part.get_content_maintype() == "text" for part in mail.walk()), 2)
            page = Text(body(mail, "html"))
            self.assertNotIn("script", [tag for tag, _ in page.elements])
            self.assertEqual(page.faults, [])

    def test_a_sender_that_injects_is_refused_before_anything_is_sent(self):
        code, lines = run("server=smtp://127.0.0.1:9", "plain", "sender=a\r\nBcc: evil@example.org")
        self.assertEqual(code, 1)
        self.assertIn("from", lines[0])
        with MailServer(Inbox()) as server:
            for words in ("to=a@example.org>\r\nRCPT TO:<evil@example.org", "to=a@example.org,b@example.org", "to=",
                          "language=de\r\nX: y", "unsubscribe=https://a\r\nX: y"):
                verdict, code, answer = self.send(server, "plain", words)
                self.assertEqual((verdict, code), ("refused", 0), words)
                self.assertTrue(answer)


class Encrypted(SmtpCase):
    def test_starttls_and_tls(self):
        for tls in ("starttls", "tls"):
            inbox = Inbox()
            with MailServer(inbox, tls, CONTEXT) as server:
                self.assertEqual(self.send(server, f"ca={AUTHORITY.ca}")[0], "accepted")
            self.assertEqual(len(inbox.envelopes), 1)
            self.assertEqual(inbox.envelopes[0][3], tls == "starttls")  # the server counts only what it began in the open

    def test_an_untrusted_certificate_gets_nothing(self):
        for tls in ("starttls", "tls"):
            inbox = Inbox()
            with MailServer(inbox, tls, CONTEXT) as server:
                verdict, _, answer = self.send(server)
            self.assertEqual((verdict, inbox.envelopes), ("later", []))
            self.assertIn("certificate", answer)

    def test_a_certificate_for_somebody_else_gets_nothing(self):
        inbox = Inbox()
        with MailServer(inbox, "starttls", AUTHORITY.context("DNS:mail.example")) as server:
            verdict, _, _ = self.send(server, f"ca={AUTHORITY.ca}")
        self.assertEqual((verdict, inbox.envelopes), ("later", []))

    def test_a_server_without_starttls_gets_nothing(self):
        inbox = Inbox()
        with MailServer(inbox) as server:
            verdict, _, answer = self.send(server, f"ca={AUTHORITY.ca}")
        self.assertEqual((verdict, inbox.envelopes), ("later", []))
        self.assertTrue(answer)


class SignedIn(SmtpCase):
    def setUp(self):
        self.file = pathlib.Path(FOLDER.name) / "password"
        self.file.write_text(PASSWORD + "\n", encoding="utf-8")

    def server(self, inbox):
        return MailServer(inbox, "starttls", CONTEXT, authenticator=signed_in, auth_required=True)

    def test_with_the_right_password(self):
        inbox = Inbox()
        with self.server(inbox) as server:
            self.assertEqual(self.send(server, f"ca={AUTHORITY.ca}", "user=anna", f"password-file={self.file}")[0], "accepted")
        self.assertEqual(len(inbox.envelopes), 1)

    def test_a_wrong_password_waits_for_a_person_and_is_not_told(self):
        wrong = pathlib.Path(FOLDER.name) / "wrong"
        wrong.write_text("falsches-geheimnis\n")
        with self.server(Inbox()) as server:
            verdict, code, answer = self.send(server, f"ca={AUTHORITY.ca}", "user=anna", f"password-file={wrong}")
        self.assertEqual((verdict, code), ("later", 535))
        self.assertNotIn("falsches", answer)

    def test_without_signing_in(self):
        with self.server(Inbox()) as server:
            self.assertEqual(self.send(server, f"ca={AUTHORITY.ca}")[:2], ("later", 530))


class Refused(SmtpCase):
    def answered(self, step, reply):
        with MailServer(Inbox({step: reply})) as server:
            return self.send(server, "plain")

    def test_for_now(self):
        for step in ("MAIL", "RCPT", "DATA"):
            self.assertEqual(self.answered(step, "451 4.7.1 Greylisted, try later"),
                             ("later", 451, "451 4.7.1 Greylisted, try later"), step)

    def test_for_good(self):
        for step in ("MAIL", "RCPT", "DATA"):
            self.assertEqual(self.answered(step, "550 5.1.1 No such mailbox"),
                             ("refused", 550, "550 5.1.1 No such mailbox"), step)


class Gone(SmtpCase):
    def later(self, port, *words):
        code, lines = run(f"server=smtp://127.0.0.1:{port}", "plain", *words)
        self.assertEqual((code, lines[0]), (0, "later"), lines)
        self.assertTrue(lines[2])
        return lines

    def listening(self, talk):
        """The port of a server that does `talk(connection)` with one client."""
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)

        def serve():
            connection, _ = listener.accept()
            with connection:
                talk(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        self.addCleanup(thread.join, 20)
        return listener.getsockname()[1]

    def test_nobody_listens(self):
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            self.assertEqual(self.later(closed.getsockname()[1])[1], "0")

    def test_hangs_up(self):
        self.later(self.listening(lambda connection: None))
        self.later(self.listening(lambda connection: connection.sendall(b"220 hi\r\n")))

    def test_refuses_the_connection(self):
        self.assertEqual(self.later(self.listening(lambda connection: connection.sendall(b"554 not here\r\n")))[1:],
                         ["554", "554 not here"])

    def test_says_nothing(self):
        self.later(self.listening(lambda connection: connection.recv(1)), "timeout=1")

    def test_never_stops_talking(self):
        def talk(connection):
            try:
                while True:
                    connection.sendall(b"220-" + b"x" * 1000 + b"\r\n")
            except OSError:
                pass
        self.later(self.listening(talk), "timeout=2")

    def test_a_stop_is_heard(self):
        connected = threading.Event()

        def talk(connection):
            connected.set()
            connection.recv(1)

        port = self.listening(talk)
        with subprocess.Popen([PROGRAM, f"server=smtp://127.0.0.1:{port}", "plain", "timeout=600", "stop-with-input"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sender:
            self.assertTrue(connected.wait(20))
            said, _ = sender.communicate(timeout=20)  # closes the input
        self.assertEqual(said.splitlines()[0], "later")

    def test_a_proxy_of_the_environment_is_not_used(self):
        with MailServer(Inbox()) as server:
            proxies = {name: "socks5://127.0.0.1:9" for name in ("ALL_PROXY", "all_proxy", "smtp_proxy")}
            _, lines = run(f"server={server.address}", "plain", env={**os.environ, **proxies})
        self.assertEqual(lines[0], "accepted")


if __name__ == "__main__":
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # it tells of every handshake that we let fail
    unittest.main()
