# SPDX-License-Identifier: EUPL-1.2
"""Each check finds the fault it is for, and only that one."""
import contextlib
import io
import pathlib
import re
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "script"))
import check_contract
import check_documents
import check_errors
import check_layers
import check_mails
import check_sizes
import check_words
import generate_api_docs

LICENCE = "// SPDX-License-Identifier: EUPL-1.2\n"


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("src/base/CMakeLists.txt", "# " + LICENCE[3:])
        self.write("docs/architecture.md", check_layers.table() + "\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def faults(self, check):
        """The lines that the check prints before its count."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            code = check.main([str(self.root)])
        lines = printed.getvalue().splitlines()[:-1]
        self.assertEqual(code, 1 if lines else 0)
        return [line.removeprefix(str(self.root) + "/") for line in lines]


class LayersTest(CheckTest):
    def test_down_is_fine(self):
        self.write("src/text/fold.cpp", LICENCE + '#include "base/error.hpp"\n#include <unicode/uchar.h>\n')
        self.assertEqual(self.faults(check_layers), [])

    def test_up_and_sideways_are_refused(self):
        self.write("src/base/error.hpp", LICENCE + '#include "model/values.hpp"\n')
        self.write("src/match/a.cpp", LICENCE + '\n#include "search/index.hpp"\n')
        self.assertEqual(self.faults(check_layers),
                         ["src/base/error.hpp:2: room base may not include room model",
                          "src/match/a.cpp:3: room match may not include room search"])

    def test_libraries_stay_in_their_rooms(self):
        self.write("src/service/a.cpp", "#include <sqlite3.h>\n#include <boost/json/value.hpp>\n")
        self.assertEqual(len(self.faults(check_layers)), 2)

    def test_pure_rooms_have_no_files_and_no_clock(self):
        self.write("src/search/a.cpp", '#include <fstream>\n// system_clock\nauto now = std::chrono::steady_clock::now();\n')
        self.assertEqual(self.faults(check_layers),
                         ["src/search/a.cpp:1: room search is pure: no <fstream>",
                          "src/search/a.cpp:3: room search is pure: no steady_clock"])

    def test_manifest_and_unknown_room(self):
        self.write("src/text/CMakeLists.txt", "kontor_room(NAME text SOURCES a.cpp DEPENDS base store LIBRARIES x)\n")
        self.write("src/stuff/a.cpp", LICENCE)
        self.assertEqual([fault.split(": ")[1] for fault in self.faults(check_layers)],
                         ["is no room; add it to ROOMS in script/check_layers.py", "room text may not depend on store"])

    def test_old_table_is_noticed(self):
        self.write("docs/architecture.md", check_layers.table().replace("`base`", "`bass`"))
        self.assertEqual(len(self.faults(check_layers)), 1)


class SizesTest(CheckTest):
    def test_long_function(self):
        body = "    call();\n" * 71
        self.write("src/base/a.cpp", f"namespace x {{\nFoo::Foo(int a) : a_{{a}} {{\n{body}}}\nvoid short_one() {{\n}}\n}}\n")
        self.assertEqual(self.faults(check_sizes), ["src/base/a.cpp:2: Foo::Foo has 73 lines; at most 70"])

    def test_long_file_and_table(self):
        self.write("src/base/a.cpp", "constexpr int kTable[] = {\n" + "    1,\n" * 499 + "};\n")
        self.assertEqual(self.faults(check_sizes), ["src/base/a.cpp: 501 lines; at most 500"])

    def test_long_page(self):
        self.write("web/src/pages/a/A.svelte", "<p>a</p>\n" * 201)
        self.assertEqual(self.faults(check_sizes), ["web/src/pages/a/A.svelte: 201 lines; at most 200"])

    def test_many_parameters(self):
        self.write("src/base/a.cpp", "void f(int a, std::map<int, int> b, int c, int d, int e, int g) {\n}\n"
                                     "void h(int a, std::map<int, int> b, int c, int d, int e) {\n}\n")
        self.assertEqual(self.faults(check_sizes), ["src/base/a.cpp:1: f takes 6 parameters; at most 5"])

    def test_documents(self):
        self.write("README.md", "line\n" * 61)
        self.assertEqual(len(self.faults(check_sizes)), 1)


class WordsTest(CheckTest):
    def test_names(self):
        self.write("src/base/a.cpp", LICENCE + 'int path_helper = 0;  // a manager\nauto utility = "util";\n')
        self.assertEqual(self.faults(check_words), ["src/base/a.cpp:2: path_helper: “helper” says nothing"])

    def test_texts(self):
        self.write("src/base/a.cpp", LICENCE + "// TO" + "DO later\n// see /ho" + "me/me/notes\n")
        self.assertEqual(len(self.faults(check_words)), 2)

    def test_licence(self):
        self.write("src/base/a.cpp", "int a;\n")
        self.assertEqual(len(self.faults(check_words)), 1)


class ErrorsTest(CheckTest):
    def test_unused_and_untested_rows(self):
        titled = "  title: {de: a, en: a}\n"
        self.write("api/errors.yaml", f"- slug: internal\n- slug: file-empty\n{titled}- slug: json-syntax\n{titled}")
        self.write("src/base/a.cpp", "ErrorCode::Internal; ErrorCode::FileEmpty;")
        self.write("tests/unit/a_test.cpp", "ErrorCode::JsonSyntax")
        self.assertEqual(self.faults(check_errors), ["api/errors.yaml: internal has no title in de and en",
                                                     "api/errors.yaml: file-empty is provoked by no test",
                                                     "api/errors.yaml: json-syntax is used nowhere in src"])


class MailsTest(CheckTest):
    FRAME = """frame:
  greeting: { de: a, en: a }
  link-below: { de: a, en: a }
  more: { de: a, en: a }
  footer: { de: "{house}", en: "{house}" }
mails:
"""

    def of(self, *mails):
        self.write("api/mails.yaml", self.FRAME + "".join(f"  - {{ slug: {slug}, subject: {subject}, blocks: {blocks} }}\n"
                                                          for slug, subject, blocks in mails))
        self.write("src/service/a.cpp", "OneMail one; TwoMail two;\n")
        exempt, check_mails.WITHOUT_SENDER = check_mails.WITHOUT_SENDER, {}
        try:
            return [fault.split("yaml: ")[1] for fault in self.faults(check_mails)]
        finally:
            check_mails.WITHOUT_SENDER = exempt

    def test_a_complete_catalogue_is_fine(self):
        self.assertEqual(self.of(("one", '{ de: "{x}", en: "{x}" }', "[{ button: { de: a, en: a }, link: link }]")), [])

    def test_languages_are_complete_and_name_the_same_words(self):
        self.assertEqual(self.of(("one", "{ de: a }", '[{ text: { de: "{x}", en: "{y}" } }]'),
                                 ("two", "{ de: a, en: a }", '[{ rows: [{ de: a, en: "", value: "{v}" }] }]')),
                         ["one: subject: a language is missing", "one: block 1: the languages name different words",
                          "two: block 1: a language is missing"])

    def test_markup_and_unknown_blocks_are_refused(self):
        self.assertEqual(self.of(("one", "{ de: <b>, en: b }", "[]"), ("two", "{ de: a, en: a }", "[{ image: x }]")),
                         ["one: subject: de holds a control character or markup", "two: block 1: ['image'] is no known block"])

    def test_a_mail_without_sender(self):
        self.assertEqual(self.of(("three", "{ de: a, en: a }", "[]")), ["three is sent by nobody; nothing names ThreeMail"])


class ContractTest(CheckTest):
    def test_operation(self):
        self.write("api/openapi.yaml", """
tags: [{name: a, description: Words in, records out}]
paths:
  /things/{id}:
    get: {operationId: thing, tags: [b], summary: A thing, responses: {'200': {$ref: '#/components/responses/Lost'}}}
components:
  schemas: {Unused: {type: object, required: [x], properties: {y: {type: string}}}}
""")
        self.assertEqual([fault.removeprefix("api/openapi.yaml: ") for fault in self.faults(check_contract)],
                         ["/tags/0: “records out” has no value; quote the text before it",
                          "GET /things/{id}: tag b is not declared",
                          "GET /things/{id}: the path's names and its path parameters differ",
                          "#/components/responses/Lost leads nowhere", "components/schemas/Unused is never used",
                          "schema Unused: requires x, which it does not have"])


class DocumentsTest(CheckTest):
    def test_links_and_programs(self):
        self.write("script/check_layers.py", "")
        self.write("README.md", "[here](docs/architecture.md#map) [there](docs/none.md) run `script/none`\n")
        self.assertEqual(self.faults(check_documents), ["README.md:1: docs/none.md does not exist",
                                                        "README.md:1: script/none does not exist"])


class ApiDocumentationTest(unittest.TestCase):
    def test_names_everything_the_contract_has(self):
        root = pathlib.Path(__file__).parents[2]
        with tempfile.TemporaryDirectory() as folder:
            generate_api_docs.main(root / "api/openapi.yaml", root / "api/errors.yaml", folder)
            page = (pathlib.Path(folder) / "api-docs.html").read_text(encoding="utf-8")
        contract = check_contract.yaml.safe_load((root / "api/openapi.yaml").read_text(encoding="utf-8"))
        for place, _, operation in check_contract.operations(contract):
            self.assertEqual(page.count(f'<h3 id="operation-{operation["operationId"]}">'), 1, place)
        anchors = set(re.findall(r' id="([^"]+)"', page))
        self.assertEqual(set(re.findall(r'href="#([^"]+)"', page)) - anchors, set())
        self.assertNotIn("<script", page)
        self.assertNotIn("style=", page)


if __name__ == "__main__":
    unittest.main()
