# SPDX-License-Identifier: EUPL-1.2
"""Runs the real program on a free port with the demo network in a temporary folder."""
import http.client
import json
import os
import pathlib
import re
import subprocess
import tempfile

PASSWORD = "vier leise Kähne im Nebel"
SOURCE = pathlib.Path(__file__).resolve().parents[2]


class Server:
    def __init__(self, program, *options, folder=None, records=None):
        """In `folder`, which stays, or in one of its own; with the demo network, or with the file `records` alone."""
        self.folder = None if folder else tempfile.TemporaryDirectory(prefix="kontor-http-")
        database = pathlib.Path(folder or self.folder.name) / "kontor.db"
        start = [program, "--database", str(database), "--data", os.environ.get("KONTOR_DATA", str(SOURCE / "data")), "--lang", "en"]
        if records is not None:
            subprocess.run([*start, "import", "records", str(records)], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [*start, "serve", *([] if records is not None else ["--demo"]), "--port", "0", "--web", str(SOURCE / "web" / "dist"), *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said, self.setup, self.sessions = [], "", {}
        for line in self.process.stdout:
            said.append(line)
            link = re.search(r"/link#(\S+)", line)
            if link:
                self.setup = link.group(1)
            found = re.search(r"running: http://127\.0\.0\.1:(\d+)$", line)
            if found:
                self.port = int(found.group(1))
                return
        raise RuntimeError("the server did not start:\n" + "".join(said))

    def ask(self, method, target, body=None, headers=None):
        """Status, headers (lower-case names) and body bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.putrequest(method, target, skip_host=headers is not None and "Host" in headers)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, content

    def send(self, method, path, body=None, headers=None):
        """Like ask, with a path of the API and a body that becomes JSON; the content is parsed."""
        sent = None if body is None else json.dumps(body).encode()
        types = {} if body is None else {"Content-Type": "application/json"}
        status, found, content = self.ask(method, "/api/v1" + path, sent, {**types, **(headers or {})})
        return status, found, json.loads(content) if content else None

    def join(self, token, email, name="Ada Test", password=PASSWORD):
        """Uses a link and gives the headers with which the new account writes."""
        status, found, state = self.send("POST", f"/links/{token}", {"email": email, "name": name, "password": password})
        if status != 200:
            raise RuntimeError(state)
        return {"Cookie": found["set-cookie"].split(";")[0], "X-Kontor-Form": state["form_token"]}

    def administrator(self):
        """The headers of the first administrator, who is made when first asked for."""
        if "administrator" not in self.sessions:
            self.sessions["administrator"] = self.join(self.setup, "admin@example.org")
        return self.sessions["administrator"]

    def json(self, target, headers=None):
        status, _, content = self.ask("GET", target, headers=headers)
        return status, json.loads(content)

    def close(self):
        self.process.terminate()
        code = self.process.wait(timeout=20)
        if self.folder:
            self.folder.cleanup()
        return code

    def kill(self):
        """As a power cut would."""
        self.process.kill()
        self.process.wait(timeout=20)
