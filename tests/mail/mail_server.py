# SPDX-License-Identifier: EUPL-1.2
"""A real mail server (aiosmtpd) on a free port of the loopback, and a certificate authority made for one test."""
import pathlib
import ssl
import subprocess

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

PASSWORD = "ein langes Geheimnis: äöü"


class Authority:
    """Makes certificates in a folder with OpenSSL; `ca` is the file to trust."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.ca = self.folder / "ca.pem"
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                      "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem")

    def _openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)

    def context(self, name):
        """A server's TLS context with a certificate for `name` ("IP:127.0.0.1", "DNS:mail.example")."""
        stem = name.replace(":", "-")
        (self.folder / "names").write_text(f"subjectAltName={name}\n")
        self._openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=server",
                      "-keyout", f"{stem}.key", "-out", f"{stem}.csr")
        self._openssl("x509", "-req", "-in", f"{stem}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                      "-days", "2", "-extfile", "names", "-out", f"{stem}.pem")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{stem}.pem", self.folder / f"{stem}.key")
        return context


class Inbox:
    """Keeps what is delivered; says `replies` at a step ("RCPT", "MAIL", "DATA") instead of agreeing."""

    def __init__(self, replies=None):
        self.replies = replies or {}
        self.envelopes = []

    async def handle_MAIL(self, server, session, envelope, address, options):
        if "MAIL" in self.replies:
            return self.replies["MAIL"]
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if "RCPT" in self.replies:
            return self.replies["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if "DATA" in self.replies:
            return self.replies["DATA"]
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos, envelope.content, session.ssl is not None))
        return "250 OK queued"


def signed_in(server, session, envelope, mechanism, data):
    right = data.login == b"anna" and data.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False)


class MailServer:
    """`tls`: "none", "starttls" or "tls"."""

    def __init__(self, inbox, tls="none", context=None, **options):
        if tls == "starttls":
            options.update(tls_context=context, require_starttls=True)
        self.controller = Controller(inbox, hostname="127.0.0.1", port=_free_port(),
                                     ssl_context=context if tls == "tls" else None, **options)
        self.address = ("smtps" if tls == "tls" else "smtp") + f"://127.0.0.1:{self.controller.port}"

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()


def _free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
