#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Ctrl-C ends an import cleanly: exit code 130, a sentence, and the same command resumes: stopped_import.py KONTOR."""
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import generated_cordis
from killed_import import kontor, records_done


def main(program):
    program = str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        generated_cordis.write(folder / "data.zip", 24000)
        running = subprocess.Popen([program, "--lang", "de", "--database", "kontor.db", "import", "cordis", "data.zip"],
                                   cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 120
        while running.poll() is None and records_done(folder / "kontor.db") < 4000 and time.monotonic() < deadline:
            time.sleep(0.005)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
        assert running.returncode == 130, (running.returncode, said)
        assert "auf Wunsch angehalten" in said, said
        resumed = kontor(program, folder, "kontor.db", "import", "cordis", "data.zip", "--json")
        assert resumed.returncode == 0, resumed.stderr
        sound = kontor(program, folder, "kontor.db", "doctor", "--json")
        assert json.loads(sound.stdout)["sound"], sound.stdout


if __name__ == "__main__":
    main(sys.argv[1])
