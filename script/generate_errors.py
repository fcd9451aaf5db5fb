#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes base/error_codes.hpp and .cpp from api/errors.yaml: generate_errors.py CATALOGUE OUTPUT_DIRECTORY."""
import json
import pathlib
import re
import sys

import yaml

LANGUAGES = ("de", "en")


def faults(rows):
    seen = set()
    for row in rows:
        slug = row.get("slug", "?")
        if slug in seen:
            yield f"{slug}: appears twice"
        seen.add(slug)
        words = [set(re.findall(r"{(\w+)}", row[lang])) for lang in LANGUAGES]
        if any(other != words[0] for other in words[1:]):
            yield f"{slug}: the languages name different words"
        if set(row["example"]) != words[0]:
            yield f"{slug}: the example must give exactly {sorted(words[0])}"
        if any("{" in title(row, lang) for lang in LANGUAGES):
            yield f"{slug}: a title is the same for every fault of the type and takes no words"


def title(row, language):
    """The type's name; the lint check_errors.py asks every row for one, so that a row without one still builds."""
    return row.get("title", {}).get(language) or row["slug"].replace("-", " ").capitalize()


def enumerator(slug):
    return "".join(part.capitalize() for part in slug.split("-"))


def main(catalogue, directory):
    rows = yaml.safe_load(pathlib.Path(catalogue).read_text(encoding="utf-8"))
    found = list(faults(rows))
    if found:
        sys.exit("\n".join(f"{catalogue}: {fault}" for fault in found))
    out = pathlib.Path(directory) / "base"
    out.mkdir(parents=True, exist_ok=True)
    codes = "\n".join(f"    {enumerator(row['slug'])}," for row in rows)
    (out / "error_codes.hpp").write_text(f"""// Generated from api/errors.yaml; do not edit.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace kontor::base {{

enum class ErrorCode {{
{codes}
}};

struct ErrorEntry {{
    ErrorCode code;
    std::string_view slug;
    int status;  // of HTTP; only the http room reads it
    std::string_view title_de;
    std::string_view title_en;
    std::string_view de;
    std::string_view en;
    std::span<const std::pair<std::string_view, std::string_view>> example;
}};

/// All rows, in the order of the enumerators.
[[nodiscard]] std::span<const ErrorEntry> error_catalogue();
[[nodiscard]] const ErrorEntry& entry_of(ErrorCode code);

}}  // namespace kontor::base
""", encoding="utf-8")
    quote = lambda text: json.dumps(text, ensure_ascii=False)
    pairs, table = [], []
    for row in rows:
        name = "kExample" + enumerator(row["slug"])
        example = ", ".join("{%s, %s}" % (quote(k), quote(str(v))) for k, v in row["example"].items())
        span = "{}"
        if example:
            pairs.append(f"constexpr std::pair<std::string_view, std::string_view> {name}[] = {{{example}}};")
            span = name
        table.append(f"    {{ErrorCode::{enumerator(row['slug'])}, {quote(row['slug'])}, {row['status']}, "
                     f"{quote(title(row, 'de'))}, {quote(title(row, 'en'))}, "
                     f"{quote(row['de'])}, {quote(row['en'])}, {span}}},")
    lines = "\n".join(pairs), "\n".join(table)
    (out / "error_codes.cpp").write_text(f"""// Generated from api/errors.yaml; do not edit.
#include "base/error_codes.hpp"

namespace kontor::base {{
namespace {{
{lines[0]}
constexpr ErrorEntry kCatalogue[] = {{
{lines[1]}
}};
}}  // namespace

std::span<const ErrorEntry> error_catalogue() {{ return kCatalogue; }}
const ErrorEntry& entry_of(ErrorCode code) {{ return kCatalogue[static_cast<std::size_t>(code)]; }}

}}  // namespace kontor::base
""", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
