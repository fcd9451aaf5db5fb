#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Hostile and broken input by both doors: hostile_test.py KONTOR. The table below is the proof: what is given, what is
said in German and in English, with which exit code and HTTP status; nothing else is written, and memory stays small."""
import json
import os
import pathlib
import random
import sys
import tempfile
import unittest
import urllib.parse
from dataclasses import dataclass

import archives
from server import Server

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "build/dev/src/program/kontor"
PEAK_BYTES = 400_000_000


@dataclass
class Row:
    """One input. `code` and `status` 0 and 200 mean: taken but for the rows that are complained of."""
    about: str
    verb: str
    file: str
    content: bytes
    de: list
    en: list
    code: int = 2
    status: int = 400
    taken: int = 0  # organisations written


def text(*lines):
    return "".join(line + "\n" for line in lines).encode()


def members(about, file, content, de, en, code=2, status=400, taken=0):
    content = content if isinstance(content, bytes) else text(*content)
    return Row(about, "organisations", file, content, de, en, code, status, taken)

CORDIS = '"id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"frameworkProgramme";"objective"'
SKOS = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix e: <http://data.europa.eu/8mn/euroscivoc/> .\n"
SCHEME = "skos:inScheme e:40c0f173-baa3-48a3-9fe6-d6e8fb366a00"

LISTS = [
    members("another delimiter is found", "liste.csv", ["Name|Ort|Land", "Eins GmbH|Jena|Deutschland"], [], [], 0, 200, 1),
    members("a delimiter nobody uses", "liste.csv", ["Name§Ort§Land", "Eins GmbH§Jena§DE"],
            ["liste.csv:1: Die Kopfzeile hat nur eine Spalte. Das Trennzeichen ist vermutlich „§“"],
            ["liste.csv:1: The header has a single column. The delimiter is probably “§”"]),
    members("broken UTF-8", "liste.csv", b"Name;Ort\nM\xc3\xbcller AG;K\xc3\xb6ln\nEins;\xc3(\nZwei;Gera\n",
            ["liste.csv:3:6: Ort: Ungültige Zeichenkodierung. Speichern Sie die Datei als UTF-8"],
            ["liste.csv:3:6: Ort: Invalid character encoding. Save the file as UTF-8"], 0, 200, 2),
    members("mojibake", "liste.csv", ["Name;Ort", "MÃ¼ller Optik GmbH;Jena"],
            ["liste.csv:2:1: Name: „MÃ¼ller Optik GmbH“ sieht nach falsch gelesenen Umlauten aus. Gemeint ist wohl "
             "„Müller Optik GmbH“"],
            ["Probably “Müller Optik GmbH” is meant"], 0, 200, 1),
    members("git conflict markers", "liste.csv",
            ["Name;Ort", "Eins;Jena", "<<<<<<< HEAD", "Zwei GmbH;Gera", "=======", "Zwei AG;Gera", ">>>>>>> branch"],
            [f"liste.csv:{line}:1: Hier steht eine Konfliktmarke" for line in (3, 5, 7)],
            [f"liste.csv:{line}:1: This line is a version-control conflict marker" for line in (3, 5, 7)]),
    members("a field of 10 MB", "liste.csv", b"Name;Beschreibung\nEins GmbH;kurz\nZwei GmbH;" + b"x" * 10_000_000 + b"\nDrei;kurz\n",
            ["liste.csv:3:11: Beschreibung: Das Feld ist länger als 1000000 Bytes. Kürzen Sie es"],
            ["liste.csv:3:11: Beschreibung: The field is longer than 1000000 bytes. Shorten it"], 0, 200, 2),
    members("a quotation mark that is never closed", "liste.csv", ["Name;Ort", '"Eins GmbH;Jena', "Zwei;Gera"],
            ["liste.csv:2:1: Ein Anführungszeichen wird nicht geschlossen; es beginnt in Zeile 2"],
            ["liste.csv:2:1: A quotation mark is never closed; it opens on line 2"], 0, 200, 1),
    members("a missing column", "liste.csv", ["Ort;Land", "Jena;Deutschland"],
            ["liste.csv:1: Die Spalte Name fehlt. Vorhanden sind: Ort, Land. Ergänzen Sie die Spalte"],
            ["liste.csv:1: The column Name is missing. Present are: Ort, Land. Add the column"]),
    members("a column twice", "liste.csv", ["Name;Ort;Name", "Eins;Jena;Zwei"],
            ["liste.csv:1: Name: Die Spalte Name kommt mehrmals vor"], ["liste.csv:1: Name: The column Name appears more than once"]),
    members("an unknown column is left out", "liste.csv", ["Name;Ort;Schuhgröße", "Eins;Jena;44"], [], [], 0, 200, 1),
    members("title lines above the header", "liste.csv",
            ["Mitglieder des Clusters Muster e.V.;;", "Stand: 01.03.2024;;", ";;", "Firma;Ort;Land", "Eins GmbH;Jena;DE", "Zwei;Gera;DE"],
            ["liste.csv:4: Die Spaltennamen stehen in dieser Zeile; was darüber steht („Mitglieder des Clusters Muster e.V.“)"],
            ["liste.csv:4: The names of the columns stand on this line"], 0, 200, 2),
    members("no header at all", "liste.csv", ["Muster e.V.;Stand 2024", "Eins GmbH;Jena"],
            ["liste.csv:1: Welche Zeile die Spaltennamen enthält, ist nicht zu erkennen", "Löschen Sie Titelzeilen darüber"],
            ["liste.csv:1: It is not clear which line holds the names of the columns", "Delete title lines above it"]),
    members("a header without rows", "liste.csv", ["Name;Ort"], ["liste.csv: Unter der Kopfzeile steht keine Zeile"],
            ["liste.csv: There is no row below the header"]),
    members("a line of totals", "liste.csv", ["Name;Ort;Mitarbeiter", "Eins;Jena;12", "Summe: 1 Mitglied;;12", "Gesamt;;12"],
            ["liste.csv:4:1: Name: „Gesamt“ sieht nach einer Summenzeile aus"], ["“Gesamt” looks like a line of totals"], 0, 200, 2),
    members("duplicate ids", "liste.csv", ["Name;PIC;Ort", "Eins GmbH;999999001;Jena", "Ganz Anders AG;999999001;Gera"],
            ["liste.csv:3: PIC: Die Kennung PIC 999999001 kommt zweimal vor, zuerst in Zeile 2. Behalten Sie"],
            ["liste.csv:3: PIC: The id PIC 999999001 appears twice, first on line 2. Keep one"], 0, 200, 1),
    members("dates that do not exist, numbers that are none; all faults at once", "liste.csv",
            ["Name;Mitglied seit;Umsatz;Mitarbeiter", "Eins GmbH;2019-02-30;1.234,50;12", "Zwei GmbH;30.02.2019;12,5;viele",
             "Drei GmbH;15.03.2019;1.234,5;7"],
            ["liste.csv:2:11: Mitglied seit: „2019-02-30“ ist kein Datum", "liste.csv:3:11: Mitglied seit: „30.02.2019“ ist kein Datum",
             "liste.csv:3:27: Mitarbeiter: „viele“ ist keine Zahl. Schreiben Sie Ziffern, etwa 12 oder 12,5"],
            ["“2019-02-30” is not a date", "“30.02.2019” is not a date", "“viele” is not a number. Write digits"], 0, 200, 1),
    members("rows of another width", "liste.csv", ["Name;Ort;Land", "Eins;Jena", "Zwei;Gera;DE;x;y", "Drei;Gera;DE"],
            ["liste.csv:2:1: Die Zeile hat 2 Felder, die Kopfzeile 3. Ergänzen oder entfernen Sie Trennzeichen",
             "liste.csv:3:1: Die Zeile hat 5 Felder"],
            ["liste.csv:2:1: The row has 2 fields, the header 3. Add or remove delimiters"], 0, 200, 1),
    members("control characters", "liste.csv", b"Name;Ort\nEi\x00ns GmbH;Jena\nZwei\x07 AG;Gera\n",
            ["Name: Der Text enthält ein Steuerzeichen (U+0000). Entfernen Sie es"],
            ["Name: The text contains a control character (U+0000). Remove it"], 0, 200, 2),
    members("nothing", "liste.csv", b"", ["Die Datei ist leer"], ["The file is empty"]),
    members("a picture", "liste.csv", b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(2000),
            ["liste.csv: Das Format der Datei wurde nicht erkannt. Lesbar sind: CSV, JSON, XLSX"],
            ["liste.csv: The file's format was not recognised. Readable are: CSV, JSON, XLSX"]),
    members("a spreadsheet with merged headers", "liste.xlsx",
            archives.sheet([["Mitglieder", "", "Ort"], ["Eins GmbH", "x", "Jena"]], "A1:B1"),
            ["liste.xlsx:1: Die Kopfzeile enthält verbundene Zellen (A1:B1). Heben Sie die Verbindung auf"],
            ["liste.xlsx:1: The header contains merged cells (A1:B1). Unmerge them"]),
    members("a spreadsheet with a merged title above the header", "liste.xlsx",
            archives.sheet([["Mitglieder 2024", "", ""], ["Firma", "Ort", "Land"], ["Eins GmbH", "Jena", "DE"]], "A1:C1"),
            ["liste.xlsx:2: Die Spaltennamen stehen in dieser Zeile"], ["liste.xlsx:2: The names of the columns"], 0, 200, 1),
    members("a spreadsheet with formulas that were never computed", "liste.xlsx",
            archives.sheet([["Name", "Ort", "Mitarbeiter"], ["Eins GmbH", "Jena", "=1+1"], ["Zwei GmbH", "Gera", "7"]]),
            ["liste.xlsx:2:3: C2: Die Zelle enthält eine Formel ohne gespeichertes Ergebnis"],
            ["liste.xlsx:2:3: C2: The cell holds a formula without a stored result"], 0, 200, 1),
    members("a truncated spreadsheet", "liste.xlsx", archives.sheet([["Name"], ["Eins"]])[:300],
            ["liste.xlsx: Das Archiv ist beschädigt oder unvollständig. Laden Sie es noch einmal herunter"],
            ["liste.xlsx: The archive is damaged or incomplete. Download it again"]),
    members("a zip bomb under a spreadsheet's name", "liste.xlsx", archives.zip_of(("xl/workbook.xml", b"0" * 100_000_000)),
            ["mehr als 200-mal so groß wie gepackt"], ["more than 200 times its packed size"]),
    members("an archive within an archive", "liste.zip", archives.zip_of(("liste.zip", archives.zip_of(("a.csv", b"Name\nEins\n")))),
            ["liste.zip ist selbst ein Archiv und wird nicht gelesen. Entpacken Sie es"], ["liste.zip is an archive itself and is not read"]),
]

EXPORT = text(CORDIS, *(f'"{i}";"A{i}";"SIGNED";"Study {i * 7919}";"";"";"";"H2020";"{"word " * 50}"' for i in range(1, 5000)))
BULK = [
    Row("a truncated zip", "cordis", "data.zip", archives.zip_of(("project.csv", EXPORT))[:5000],
        ["data.zip: Das Archiv ist beschädigt oder unvollständig"], ["data.zip: The archive is damaged or incomplete"]),
    Row("a zip with bytes changed", "cordis", "data.zip", archives.changed(archives.zip_of(("project.csv", EXPORT)), 2000),
        ["data.zip/project.csv: Das Archiv ist beschädigt"], ["data.zip/project.csv: The archive is damaged"]),
    Row("a zip bomb", "cordis", "data.zip", archives.zip_of(("project.csv", b"0" * 200_000_000)),
        ["data.zip: Der Eintrag project.csv des Archivs ist entpackt mehr als 200-mal"], ["project.csv unpacks to more than 200 times"]),
    Row("a bomb that lies about its size", "cordis", "data.zip", archives.lying("project.csv", text(CORDIS) + b"0" * 50_000_000),
        ["data.zip"], ["data.zip"]),
    Row("a nested bomb", "cordis", "data.zip", archives.zip_of(("a.zip", archives.zip_of(("project.csv", b"0" * 50_000_000)))),
        ["a.zip ist selbst ein Archiv"], ["a.zip is an archive itself"]),
    Row("overlapping entries", "cordis", "data.zip", archives.overlapping("project.csv", EXPORT, 400),
        ["data.zip: Die Einträge des Archivs überlappen sich"], ["data.zip: The entries of the archive overlap"]),
    Row("too many entries", "cordis", "data.zip", archives.zip_of(*((f"p{i}.csv", b"x") for i in range(2000))),
        ["data.zip: Das Archiv hat 2000 Einträge; höchstens 1000 werden gelesen"], ["The archive has 2000 entries"]),
    *(Row(f"the name {name}", "cordis", "data.zip", archives.zip_of((name, EXPORT)),
          [f"data.zip: Der Eintrag {name} des Archivs zeigt aus dem Archiv hinaus"], [f"The archive entry {name} points outside the archive"])
      for name in ("../project.csv", "/etc/project.csv", "a/../../project.csv", "..\\project.csv", "C:\\project.csv")),
    Row("no such file", "cordis", "nirgends.zip", None, ["nirgends.zip gibt es nicht. Prüfen Sie Namen und Ordner"], ["There is no file nirgends.zip"]),
    Row("missing columns of the export", "cordis", "lacking.csv", text('"id";"acronym"', '"1";"EINS"'),
        ["lacking.csv:1: Die Spalte frameworkProgramme fehlt. Vorhanden sind: id, acronym"], ["lacking.csv:1: The column frameworkProgramme is missing"]),
    Row("duplicate ids, impossible dates, conflict markers and mojibake in the export", "cordis", "project.csv",
        text(CORDIS, '"1";"EINS";"SIGNED";"First";"2019-02-30";"";"1.000,50";"H2020";""', '"1";"A";"SIGNED";"B";"";"";"";"H2020";""',
             '"";"";"SIGNED";"C";"";"";"";"H2020";""', "<<<<<<< HEAD", '"4";"MÃ¼n";"SIGNED";"D";"";"";"";"H2020";""'),
        ["project.csv:2:30: startDate: „2019-02-30“ ist kein Datum", "project.csv:3:2: id: Die Kennung 1 kommt zweimal vor, zuerst in Zeile 2",
         "project.csv:4:2: id: Der Wert fehlt. Tragen Sie ihn ein", "project.csv:5:1: Hier steht eine Konfliktmarke", "project.csv:6:6: acronym: „MÃ¼n“"],
        ["“2019-02-30” is not a date", "The id 1 appears twice", "The value is missing", "conflict marker", "Probably “Mün” is meant"], 0),
    Row("a vocabulary with a cycle", "vocabulary", "kreis.ttl",
        (SKOS + f'e:a a skos:Concept ; {SCHEME} ; skos:broader e:b ; skos:prefLabel "a"@en .\n'
         f'e:b a skos:Concept ; {SCHEME} ; skos:broader e:a ; skos:prefLabel "b"@en .\n'
         f'e:c a skos:Concept ; {SCHEME} ; skos:broader e:c ; skos:prefLabel "c"@en .\n').encode(),
        ["kreis.ttl:3: a: Das Vokabular enthält einen Kreis: a → b → a", "kreis.ttl:5: c: Das Vokabular enthält einen Kreis: c → c"],
        ["kreis.ttl:3: a: The vocabulary contains a cycle: a → b → a", "kreis.ttl:5: c"]),
    Row("a vocabulary that ends early", "vocabulary", "kurz.ttl", (SKOS + "e:a a skos:Concept ;;; skos:prefLabel").encode(),
        ["kurz.ttl:3:", "Ab hier ist das kein gültiges Turtle (RDF)"], ["From here on this is not valid Turtle (RDF)"]),
    Row("broken JSON, unknown fields", "records", "satz.jsonl",
        text('{"record":"organisation","id":"a","kind":"company","names":[{"text":"A"}],"nmae":"x"}', '{"record":"organisation"', "<<<<<<< HEAD"),
        ["satz.jsonl:1: /nmae: Das Feld nmae ist unbekannt", "satz.jsonl:2", "satz.jsonl:3"], ["satz.jsonl:1: /nmae: The field nmae is unknown"]),
]

QUERIES = [
    ("q=" + "a" * 100_000, 414, "request-too-long", "Die Anfrage ist länger als 64000 Bytes"),
    ("q=" + "a" * 1001, 400, "field-too-long", "Das Feld ist länger als 1000 Bytes"),
    ("q=a%00b", 400, "control-character", "Steuerzeichen (U+0000)"),
    ("q=a%1bb", 400, "control-character", "Steuerzeichen (U+001B)"),
    ("q=%ff", 400, "encoding-broken", "Ungültige Zeichenkodierung"),
    ("colour=red", 400, "parameter-unknown", "Den Parameter colour gibt es hier nicht. Möglich sind: "),
    ("q=a&q=b", 400, "parameter-repeated", "Der Parameter q darf nur einmal vorkommen"),
]


def run(folder, language, *words):
    """Exit code, what was said and the peak of memory."""
    said = folder / "said.txt"
    with said.open("wb") as out:
        process = os.posix_spawn(PROGRAM, [PROGRAM, "--lang", language, "--database", str(folder / "kontor.db"), *words],
                                 {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"},
                                 file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)])
        _, status, usage = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8"), usage.ru_maxrss * 1024


class TerminalTest(unittest.TestCase):
    def check(self, row):
        for language, expected in (("de", row.de), ("en", row.en)):
            with self.subTest(row.about, language=language), tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                if row.content is not None:
                    (folder / row.file).write_bytes(row.content)
                code, said, peak = run(folder, language, "import", row.verb, str(folder / row.file))
                self.assertEqual(code, row.code, said[:2000])
                for sentence in expected:
                    self.assertIn(sentence, said)
                self.assertLess(peak, PEAK_BYTES)
                if row.verb != "cordis" or code != 0:
                    _, records, _ = run(folder, "en", "export", "--kind", "organisation")
                    self.assertEqual(records.count('{"record":'), row.taken, records[:2000])

    def test_member_lists(self):
        for row in LISTS:
            self.check(row)

    def test_exports_and_vocabularies(self):
        for row in BULK:
            self.check(row)


class UploadTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM)
        cls.headers = {"Content-Type": "application/octet-stream", **cls.server.administrator()}

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def upload(self, row, language, path):
        target = f"/api/v1/imports/organisations{path}?lang={language}&filename={urllib.parse.quote(row.file)}"
        status, _, content = self.server.ask("POST", target, row.content, self.headers)
        return status, content.decode()

    def places(self, answer):
        """Faults and notices of rows as the terminal would print them."""
        parsed = json.loads(answer)
        faults = [*parsed.get("faults", []), *parsed.get("notices", [])]
        said = []
        for fault in faults:
            at = "".join(f":{fault[part]}" for part in ("line", "column") if fault.get(part))
            field = f": {fault['field']}" if fault.get("field") else ""
            said.append(f"{fault.get('file', '')}{at}{field}: {fault['text']}")
        return "\n".join([*said, *(row["note"] for row in parsed.get("rows", []) if isinstance(row, dict))])

    def test_member_lists(self):
        before = self.server.json("/api/v1/status")[1]["sequence"]
        for row in LISTS:
            for language, expected in (("de", row.de), ("en", row.en)):
                with self.subTest(row.about, language=language):
                    status, answer = self.upload(row, language, "/preview")
                    self.assertEqual(status, row.status, answer[:2000])
                    said = self.places(answer)
                    for sentence in expected:
                        text_only = sentence.split(": ", 2)[-1] if status == 200 else sentence
                        self.assertIn(text_only, said)
                    if row.status != 200:
                        status, answer = self.upload(row, language, "")
                        self.assertEqual(status, row.status, answer[:2000])
        self.assertEqual(self.server.json("/api/v1/status")[1]["sequence"], before, "something was written")

    def test_queries(self):
        for query, status, slug, sentence in QUERIES:
            with self.subTest(query[:40]):
                found, _, content = self.server.ask("GET", f"/api/v1/search?lang=de&{query}")
                self.assertEqual(found, status, content[:500])
                self.assertIn(f"/api/problems#{slug}", content.decode())
                self.assertIn(sentence, content.decode())

    def test_titles_do_not_vary(self):
        titles = {}
        for word in ("red", "blue"):
            for language in ("de", "en"):
                problem = self.server.json(f"/api/v1/search?{word}=1&lang={language}")[1]
                titles.setdefault(language, set()).add(problem["title"])
                self.assertIn(word, problem["detail"])
        self.assertEqual(titles, {"de": {"Unbekannter Parameter"}, "en": {"Unknown parameter"}})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
