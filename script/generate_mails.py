#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes publish/mail_texts.hpp and .cpp from api/mails.yaml: generate_mails.py CATALOGUE OUTPUT_DIRECTORY.

Each mail becomes a struct whose members are its words, links and facts, so that a forgotten one is an empty member in one
place and a misspelt one does not compile.
"""
import json
import pathlib
import re
import sys

import yaml

LANGUAGES = ("de", "en")
WORD = re.compile(r"{(\w+)}")
FRAME = {"greeting": [], "link-below": [], "more": [], "footer": ["house"]}
KINDS = {"text": "Paragraph", "note": "Note", "button": "Button", "rows": "Facts", "facts": "Facts"}
KEYS = {"text": {"text"}, "note": {"note"}, "button": {"button", "link"}, "rows": {"rows"}, "facts": {"facts"}}


def kind_of(block):
    """The first key of a block; None when the block is not one that we know."""
    found = [kind for kind in KINDS if kind in block]
    return found[0] if len(found) == 1 and set(block) == KEYS[found[0]] else None


def sentences(mail):
    """(place, {language: text}) of everything in the mail that is read."""
    yield "subject", mail["subject"]
    for number, block in enumerate(mail["blocks"], 1):
        kind = kind_of(block)
        if kind in ("text", "note", "button"):
            yield f"block {number}", block[kind]
        elif kind == "rows":
            for row in block["rows"]:
                yield f"block {number}", {language: row.get(language) for language in LANGUAGES}


def sentence_faults(place, text):
    if not isinstance(text, dict) or any(not text.get(language) for language in LANGUAGES):
        yield f"{place}: a language is missing"
        return
    for language in sorted(set(text) - set(LANGUAGES)):
        yield f"{place}: the language {language} is not one of {', '.join(LANGUAGES)}"
    words = [sorted(WORD.findall(text[language])) for language in LANGUAGES]
    if set(words[0]) != set(words[1]):
        yield f"{place}: the languages name different words"
    for language in LANGUAGES:
        if re.search(r"[{}]", WORD.sub("", text[language])):
            yield f"{place}: a brace of {language} stands alone"
        if re.search(r"[\x00-\x1f\x7f]|<\w", text[language]):
            yield f"{place}: {language} holds a control character or markup"


def block_faults(block):
    kind = kind_of(block)
    if kind is None:
        yield f"{sorted(block)} is no known block"
    elif kind == "rows":
        for row in block["rows"]:
            if set(row) != {*LANGUAGES, "value"}:
                yield f"a row needs {', '.join(LANGUAGES)} and value"
    for name in (block.get("link"), block.get("facts")):
        if name is not None and not re.fullmatch(r"[a-z][a-z_]*", name):
            yield f"{name} is no name of a member"


def faults(catalogue):
    for name, words in FRAME.items():
        text = catalogue["frame"].get(name)
        yield from sentence_faults(f"frame {name}", text)
        if text and set(WORD.findall(text.get("de") or "")) != set(words):
            yield f"frame {name}: must name exactly {words}"
    seen = set()
    for mail in catalogue["mails"]:
        slug = mail.get("slug", "?")
        if slug in seen:
            yield f"{slug}: appears twice"
        seen.add(slug)
        found = [f"{slug}: block {number}: {fault}" for number, block in enumerate(mail["blocks"], 1)
                 for fault in block_faults(block)]
        yield from found
        for place, text in [] if found else sentences(mail):
            yield from (f"{slug}: {fault}" for fault in sentence_faults(place, text))


def struct_name(slug):
    return "".join(part.capitalize() for part in slug.split("-")) + "Mail"


def members(mail):
    """{name: C++ type}, in the order of appearance."""
    found = dict.fromkeys(WORD.findall(mail["subject"]["de"]), "std::string")
    for block in mail["blocks"]:
        kind = kind_of(block)
        if kind == "rows":
            found.update({word: "std::string" for row in block["rows"] for word in WORD.findall(row["value"])})
        elif kind == "facts":
            found[block["facts"]] = "std::vector<MailFact>"
        else:
            found.update(dict.fromkeys(WORD.findall(block[kind]["de"]), "std::string"))
            if kind == "button":
                found[block["link"]] = "MailLink"
    return found


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def pick(text):
    return f"pick(language, {quote(text['de'])}, {quote(text['en'])})"


def block_code(block):
    kind = kind_of(block)
    if kind == "facts":
        return f"    draft.blocks.push_back({{BlockKind::Facts, {{}}, shown_facts(mail.{block['facts']}, language), {{}}}});"
    if kind == "rows":
        rows = ", ".join(f"{{{pick(row)}, base::filled({quote(row['value'])}, words)}}" for row in block["rows"])
        return f"    draft.blocks.push_back({{BlockKind::Facts, {{}}, {{{rows}}}, {{}}}});"
    link = f"mail.{block['link']}.address" if kind == "button" else "{}"
    return (f"    draft.blocks.push_back({{BlockKind::{KINDS[kind]}, base::filled({pick(block[kind])}, words), {{}}, "
            f"{link}}});")


def struct_code(mail):
    own = members(mail)
    fields = "\n".join(f"    {kind} {name};" for name, kind in own.items())
    visits = " ".join(f"visit(mail.{name});" for name in own)
    return f"""struct {struct_name(mail['slug'])} {{
    static constexpr std::string_view kSlug = {quote(mail['slug'])};
{fields}
}};
template <class Visit>
void visit_members({struct_name(mail['slug'])}& mail, Visit visit) {{ {visits} }}
[[nodiscard]] MailDraft draft_of(const {struct_name(mail['slug'])}& mail, std::string_view language);
"""


def draft_code(mail):
    used = {word for _, text in sentences(mail) for word in WORD.findall(text["de"])}
    used |= {word for block in mail["blocks"] for row in block.get("rows", []) for word in WORD.findall(row["value"])}
    words = ", ".join(f"{{{quote(word)}, shown_value(mail.{word})}}" for word in sorted(used))
    blocks = "\n".join(block_code(block) for block in mail["blocks"])
    return f"""MailDraft draft_of(const {struct_name(mail['slug'])}& mail, std::string_view language) {{
    const base::ErrorArguments words{{{words}}};
    MailDraft draft;
    draft.language = pick(language, "de", "en");
    draft.subject = base::filled({pick(mail['subject'])}, words);
{blocks}
    return draft;
}}
"""


def frame_code(frame):
    rows = "\n".join(f"    frame.{name.replace('-', '_')} = {pick(frame[name])};" for name in FRAME)
    return f"""MailFrame mail_frame(std::string_view language) {{
    MailFrame frame;
{rows}
    return frame;
}}
"""


def main(path, directory):
    catalogue = yaml.safe_load(pathlib.Path(path).read_text(encoding="utf-8"))
    found = list(faults(catalogue))
    if found:
        sys.exit("\n".join(f"{path}: {fault}" for fault in found))
    out = pathlib.Path(directory) / "publish"
    out.mkdir(parents=True, exist_ok=True)
    structs = "\n".join(struct_code(mail) for mail in catalogue["mails"])
    names = ", ".join(struct_name(mail["slug"]) for mail in catalogue["mails"])
    (out / "mail_texts.hpp").write_text(f"""// Generated from api/mails.yaml; do not edit.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "publish/mail_layout.hpp"

namespace kontor::publish {{

{structs}
/// One of each.
using EveryMail = std::tuple<{names}>;

}}  // namespace kontor::publish
""", encoding="utf-8")
    drafts = "\n".join(draft_code(mail) for mail in catalogue["mails"])
    (out / "mail_texts.cpp").write_text(f"""// Generated from api/mails.yaml; do not edit.
#include "publish/mail_texts.hpp"

#include "base/error.hpp"

namespace kontor::publish {{
namespace {{
std::string pick(std::string_view language, std::string_view german, std::string_view english) {{
    return std::string(language == "de" ? german : english);
}}
}}  // namespace

{frame_code(catalogue['frame'])}
{drafts}
}}  // namespace kontor::publish
""", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
