#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Checks that api/openapi.yaml is whole: every operation says what it does, takes and gives; every reference leads
somewhere; every part is used; every example parses.

usage: check_contract.py [ROOT]
"""
import json
import pathlib
import sys

import yaml

from source_files import report

METHODS = {"get", "post", "put", "patch", "delete"}


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        node = node.values()
    if isinstance(node, (list, type({}.values()))):
        for inner in node:
            yield from references(inner)


def target(contract, reference):
    node = contract
    for part in reference.removeprefix("#/").split("/"):
        node = node.get(part) if isinstance(node, dict) else None
    return node


def operations(contract):
    for route, methods in contract["paths"].items():
        for method, operation in methods.items():
            if method in METHODS:
                yield f"{method.upper()} {route}", route, operation


def operation_faults(contract, place, route, operation):
    tags = {tag["name"] for tag in contract["tags"]}
    for field in ("operationId", "tags", "summary", "responses"):
        if not operation.get(field):
            yield f"{place}: {field} is missing"
    for tag in operation.get("tags", []):
        if tag not in tags:
            yield f"{place}: tag {tag} is not declared"
    answers = operation.get("responses", {})
    if not any(str(status).startswith("2") for status in answers):
        yield f"{place}: no successful answer"
    if operation.get("parameters") and "default" not in answers:
        yield f"{place}: takes parameters but has no problem answer (default)"
    taken = [target(contract, node["$ref"]) if "$ref" in node else node for node in operation.get("parameters", [])]
    names = [node["name"] for node in taken if node]
    if len(set(names)) < len(names):
        yield f"{place}: a parameter appears twice"
    in_path = {part.strip("{}") for part in route.split("/") if part.startswith("{")}
    if in_path != {node["name"] for node in taken if node and node["in"] == "path"}:
        yield f"{place}: the path's names and its path parameters differ"


def schema_faults(name, node):
    """An object names its properties; what is required exists."""
    if isinstance(node, list):
        for inner in node:
            yield from schema_faults(name, inner)
    if not isinstance(node, dict):
        return
    required, properties = node.get("required"), node.get("properties")
    if isinstance(required, list) and isinstance(properties, dict):
        for field in required:
            if field not in properties:
                yield f"schema {name}: requires {field}, which it does not have"
    for key, inner in node.items():
        if key != "required":
            yield from schema_faults(name, inner)


def cut_texts(node, place=""):
    """A comma inside { } ends a text that is not quoted; what follows becomes a name without a value."""
    for name, inner in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if inner is None:
            yield f"{place}: “{name}” has no value; quote the text before it"
        yield from cut_texts(inner, f"{place}/{name}")


def contract_faults(contract):
    yield from cut_texts(contract)
    ids = set()
    for place, route, operation in operations(contract):
        yield from operation_faults(contract, place, route, operation)
        if operation.get("operationId") in ids:
            yield f"{place}: operationId {operation['operationId']} appears twice"
        ids.add(operation.get("operationId"))
    named = set(references(contract))
    for reference in sorted(named):
        if target(contract, reference) is None:
            yield f"{reference} leads nowhere"
    for part, entries in contract["components"].items():
        for name, node in entries.items():
            if f"#/components/{part}/{name}" not in named:
                yield f"components/{part}/{name} is never used"
            yield from schema_faults(name, node)


def example_faults(folder):
    for path in sorted(folder.rglob("*.json")):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            yield f"{path}: {error}"


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else ".")
    path = root / "api/openapi.yaml"
    contract = yaml.safe_load(path.read_text(encoding="utf-8"))
    faults = [f"{path}: {fault}" for fault in contract_faults(contract)] + list(example_faults(root / "api/examples"))
    return report(faults, f"{len(list(operations(contract)))} operations")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
