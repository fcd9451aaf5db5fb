#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes service/phrases.hpp and .cpp from api/phrases.yaml: generate_phrases.py CATALOGUE OUTPUT_DIRECTORY."""
import json
import pathlib
import re
import sys

import yaml


def faults(rows):
    seen = set()
    for row in rows:
        if row["slug"] in seen:
            yield f"{row['slug']}: appears twice"
        seen.add(row["slug"])
        if set(re.findall(r"{(\w+)}", row["de"])) != set(re.findall(r"{(\w+)}", row["en"])):
            yield f"{row['slug']}: the languages name different words"


def enumerator(slug):
    return "".join(part.capitalize() for part in slug.split("-"))


def keep(path, text):
    """Leaves a file that says the same untouched: another wording rebuilds nothing but itself."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main(catalogue, directory):
    rows = yaml.safe_load(pathlib.Path(catalogue).read_text(encoding="utf-8"))
    found = list(faults(rows))
    if found:
        sys.exit("\n".join(f"{catalogue}: {fault}" for fault in found))
    out = pathlib.Path(directory) / "service"
    out.mkdir(parents=True, exist_ok=True)
    names = "\n".join(f"    {enumerator(row['slug'])}," for row in rows)
    keep(out / "phrases.hpp", f"""// Generated from api/phrases.yaml; do not edit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::service {{

enum class Phrase {{
{names}
}};

/// The phrase in `language` ("de", else English) with its words put in.
[[nodiscard]] std::string say(Phrase phrase, std::string_view language, const base::ErrorArguments& words = {{}});

/// The phrase of a slug ("kind-project"), if there is one.
[[nodiscard]] std::optional<Phrase> phrase_from_slug(std::string_view slug);

}}  // namespace kontor::service
""")
    quote = lambda text: json.dumps(text, ensure_ascii=False)
    table = "\n".join(f"    {{{quote(r['slug'])}, {quote(r['de'])}, {quote(r['en'])}}}," for r in rows)
    order = sorted(range(len(rows)), key=lambda i: rows[i]["slug"])
    by_slug = "\n".join(f"    Phrase::{enumerator(rows[i]['slug'])}," for i in order)
    (out / "phrases.cpp").write_text(f"""// Generated from api/phrases.yaml; do not edit.
#include "service/phrases.hpp"

#include <algorithm>
#include <iterator>

namespace kontor::service {{
namespace {{
struct Row {{
    std::string_view slug;
    std::string_view de;
    std::string_view en;
}};
constexpr Row kRows[] = {{
{table}
}};
constexpr Phrase kBySlug[] = {{
{by_slug}
}};

const Row& row_of(Phrase phrase) {{
    return kRows[static_cast<std::size_t>(phrase)];
}}
}}  // namespace

std::string say(Phrase phrase, std::string_view language, const base::ErrorArguments& words) {{
    const Row& row = row_of(phrase);
    return base::filled(language == "de" ? row.de : row.en, words);
}}

std::optional<Phrase> phrase_from_slug(std::string_view slug) {{
    const auto* found = std::lower_bound(std::begin(kBySlug), std::end(kBySlug), slug,
                                         [](Phrase phrase, std::string_view wanted) {{ return row_of(phrase).slug < wanted; }});
    if (found != std::end(kBySlug) && row_of(*found).slug == slug) return *found;
    return std::nullopt;
}}

}}  // namespace kontor::service
""", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
