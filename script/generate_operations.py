#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes http/operations.hpp/.cpp and openapi.json from api/openapi.yaml: generate_operations.py CONTRACT OUTPUT_DIRECTORY.

The table says what each operation takes, so that unknown, missing, repeated, mistyped and out-of-range parameters are
refused in one place, by the contract's own words.
"""
import json
import pathlib
import sys

import yaml


def resolved(contract, node):
    while "$ref" in node:
        target = contract
        for part in node["$ref"].lstrip("#/").split("/"):
            target = target[part]
        node = target
    return node


def parameter(contract, node, words):
    """The row of a parameter; lists of possible values are shared by those that have the same ones."""
    node = resolved(contract, node)
    schema = resolved(contract, node["schema"])
    repeated = schema["type"] == "array"
    item = resolved(contract, schema["items"]) if repeated else schema
    allowed = ", ".join(json.dumps(word) for word in item.get("enum", []))
    place = {"path": "Path", "query": "Query"}[node["in"]]
    kind = {"string": "Text", "integer": "Integer"}[item["type"]]
    name = words.setdefault(allowed, f"kWords_{node['name']}_{len(words)}") if allowed else "{}"
    return (f'{{"{node["name"]}", In::{place}, ParameterType::{kind}, {str(node.get("required", False)).lower()}, '
            f'{str(repeated).lower()}, {item.get("minimum", 0)}, {item.get("maximum", 0)}, '
            f'{item.get("maxLength", 0)}, {name}}}')


def main(path, directory):
    contract = yaml.safe_load(pathlib.Path(path).read_text(encoding="utf-8"))
    base = contract["servers"][0]["url"]
    words, lists, table = {}, [], []
    for route, methods in contract["paths"].items():
        for method, operation in methods.items():
            rows = [parameter(contract, node, words) for node in operation.get("parameters", [])]
            name = "kParameters_" + operation["operationId"]
            if rows:
                body = ",\n    ".join(rows)
                lists.append(f"constexpr Parameter {name}[] = {{\n    {body}}};")
            table.append(f'    {{"{operation["operationId"]}", "{method.upper()}", "{base}{route}", '
                         f'{name if rows else "{}"}}},')
    out = pathlib.Path(directory)
    (out / "http").mkdir(parents=True, exist_ok=True)
    (out / "http" / "operations.hpp").write_text("""// Generated from api/openapi.yaml; do not edit.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace kontor::http {

enum class In { Path, Query };
enum class ParameterType { Text, Integer };

/// One parameter of an operation. minimum/maximum bound integers when they differ, maximum_length bounds texts (bytes)
/// when it is not 0, words lists the possible values when it is not empty.
struct Parameter {
    std::string_view name;
    In in;
    ParameterType type;
    bool required;
    bool repeated;
    std::int64_t minimum;
    std::int64_t maximum;
    std::size_t maximum_length;
    std::span<const std::string_view> words;
};

struct Operation {
    std::string_view id;
    std::string_view method;
    std::string_view path;  // with {name} for path parameters
    std::span<const Parameter> parameters;
};

/// Every operation of the contract.
[[nodiscard]] std::span<const Operation> operations();

}  // namespace kontor::http
""", encoding="utf-8")
    constants = "\n".join(f"constexpr std::string_view {name}[] = {{{text}}};" for text, name in words.items())
    (out / "http" / "operations.cpp").write_text(f"""// Generated from api/openapi.yaml; do not edit.
#include "http/operations.hpp"

namespace kontor::http {{
namespace {{
{constants}
""" + "\n".join(lists) + """
constexpr Operation kOperations[] = {
""" + "\n".join(table) + """
};
}  // namespace

std::span<const Operation> operations() { return kOperations; }

}  // namespace kontor::http
""", encoding="utf-8")
    (out / "openapi.json").write_text(json.dumps(contract, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
