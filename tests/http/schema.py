# SPDX-License-Identifier: EUPL-1.2
"""Checks an answer against the part of JSON Schema that our contract uses; properties it does not name are faults."""
TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict}


def faults(contract, schema, value, path="$"):
    while "$ref" in schema:
        node = contract
        for part in schema["$ref"].lstrip("#/").split("/"):
            node = node[part]
        schema = node
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind != "boolean" and isinstance(value, bool))):
        return [f"{path}: expected {kind}, found {type(value).__name__} {value!r}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{path}: {value!r} is none of {schema['enum']}")
    if kind == "array":
        for i, item in enumerate(value):
            found += faults(contract, schema["items"], item, f"{path}[{i}]")
    if kind == "object" and "properties" in schema:
        for name in schema.get("required", []):
            if name not in value:
                found.append(f"{path}: {name} is missing")
        for name, item in value.items():
            if name not in schema["properties"]:
                found.append(f"{path}: {name} is not in the contract")
            else:
                found += faults(contract, schema["properties"][name], item, f"{path}.{name}")
    return found
