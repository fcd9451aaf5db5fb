#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes service/answers.hpp from the schemas of api/openapi.yaml: generate_answers.py CONTRACT OUTPUT_DIRECTORY.

Each object schema becomes a struct with visit_fields(), properties that are not required become std::optional, and an
inline object gets the name of its parent and property; an object without properties stays JSON text. So an answer cannot drift from the contract.
"""
import pathlib
import sys

import yaml

SCALARS = {"string": "std::string", "integer": "std::int64_t", "number": "double", "boolean": "bool"}
INITIAL = {"std::int64_t": " = 0", "double": " = 0", "bool": " = false"}
RESERVED = {"for": "subject", "short": "short_name", "signed": "signed_on"}


def initial(kind):
    """The initialiser of a member; an optional one has one too, so that it may be left out of {…}."""
    return INITIAL.get(kind, "{}" if kind.startswith("std::optional") else "")


class Generator:
    def __init__(self, schemas):
        self.schemas, self.done, self.out = schemas, {}, []

    def singular(self, name):
        return name[:-3] + "y" if name.endswith("ies") else name[:-1] if name.endswith("s") else name

    def type_of(self, schema, name):
        if "$ref" in schema:
            target = schema["$ref"].rsplit("/", 1)[1]
            return self.type_of(self.schemas[target], target)
        kind = schema["type"]
        if kind == "array":
            return f"std::vector<{self.type_of(schema['items'], self.singular(name))}>"
        if kind == "object" and "properties" not in schema:
            return "codec::RawJson"
        if kind == "object":
            self.struct(schema, name)
            return name
        return SCALARS[kind]

    def struct(self, schema, name):
        if name in self.done:
            return
        self.done[name] = True
        required = set(schema.get("required", []))
        fields = []
        for prop, inner in schema["properties"].items():
            part = "".join(word.capitalize() for word in prop.split("_"))
            kind = self.type_of(inner, name + part)
            if prop not in required:
                kind = f"std::optional<{kind}>"
            fields.append((prop, RESERVED.get(prop, prop), kind, prop in required))
        text = [f"struct {name} {{"]
        text += [f"    {kind} {member}{initial(kind)};" for _, member, kind, _ in fields]
        text += ["};", "template <class S, class V>", f"    requires std::same_as<std::remove_const_t<S>, {name}>",
                 "void visit_fields(S& s, V&& visit) {"]
        for prop, member, _, needed in fields:
            need = "Required" if needed else "Optional"
            text.append(f'    visit("{prop}", s.{member}, model::Need::{need});')
        self.out.append("\n".join(text + ["}", ""]))


def main(contract, directory):
    schemas = yaml.safe_load(pathlib.Path(contract).read_text(encoding="utf-8"))["components"]["schemas"]
    generator = Generator(schemas)
    for name, schema in schemas.items():
        if schema["type"] == "object" and "properties" in schema:
            generator.struct(schema, name)
    target = pathlib.Path(directory) / "service"
    target.mkdir(parents=True, exist_ok=True)
    body = "\n".join(generator.out)
    (target / "answers.hpp").write_text(f"""// Generated from api/openapi.yaml; do not edit.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "codec/raw_json.hpp"
#include "model/values.hpp"

namespace kontor::service {{

{body}
}}  // namespace kontor::service
""", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
