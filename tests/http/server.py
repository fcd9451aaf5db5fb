# SPDX-License-Identifier: EUPL-1.2
"""Runs the real program on a free port with the demo network in a temporary folder."""
import http.client
import json
import os
import pathlib
import re
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]


class Server:
    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(prefix="kontor-http-")
        database = pathlib.Path(self.folder.name) / "kontor.db"
        self.process = subprocess.Popen(
            [program, "--database", str(database), "--data", os.environ.get("KONTOR_DATA", str(SOURCE / "data")), "--lang", "en",
             "serve", "--demo", "--port", "0", "--web", str(SOURCE / "web" / "dist")],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = []
        for line in self.process.stdout:
            said.append(line)
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
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

    def json(self, target, headers=None):
        status, _, content = self.ask("GET", target, headers=headers)
        return status, json.loads(content)

    def close(self):
        self.process.terminate()
        code = self.process.wait(timeout=20)
        self.folder.cleanup()
        return code
