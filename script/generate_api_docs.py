#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes readable documentation from the contract: generate_api_docs.py OPENAPI ERRORS OUTPUT_DIRECTORY.

Writes api-docs.html and api-docs.css. The page needs no script and nothing from elsewhere; its style is the second file,
served as /api/docs.css, so that a strict content security policy holds.
"""
import html
import pathlib
import re
import sys

import yaml

METHODS = ("get", "post", "put", "patch", "delete")


def escape(text):
    return html.escape(str(text))


def prose(text):
    """Text of the contract with its `code` and **strong** marks; paragraphs are separated by blank lines."""
    out = []
    for block in re.split(r"\n\s*\n", (text or "").strip()):
        block = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(block))
        out.append("<p>" + re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", block) + "</p>")
    return "\n".join(out) if text else ""


def inline(text):
    return prose(text).removeprefix("<p>").removesuffix("</p>")


def name_of(reference):
    return reference.rsplit("/", 1)[1]


def resolved(contract, node):
    while "$ref" in node:
        target = contract
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def kind(schema):
    """A schema in words: a link to a named one, a list of something, or a plain kind with its bounds."""
    if "$ref" in schema:
        name = name_of(schema["$ref"])
        return f'<a href="#schema-{name}">{name}</a>'
    if schema.get("type") == "array":
        return "list of " + kind(schema["items"])
    if "enum" in schema:
        return " · ".join(f"<code>{escape(word)}</code>" for word in schema["enum"])
    words = escape(schema.get("type", "anything"))
    if "format" in schema:
        words += f" ({escape(schema['format'])})"
    grouped = "," if max(schema.get("maximum", 0), schema.get("maxLength", 0)) > 9999 else ""  # a year is no amount
    bounds = [f"{label} {schema[key]:{grouped}}" for key, label in
              (("minimum", "from"), ("maximum", "to"), ("maxLength", "at most")) if key in schema]
    if bounds:
        words += ", " + " ".join(bounds) + (" characters" if "maxLength" in schema else "")
    if "pattern" in schema:
        words += f", <code>{escape(schema['pattern'])}</code>"
    return words


def table(caption, heads, rows):
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    body = "\n".join('<tr><th scope="row">' + row[0] + "</th>" + "".join(f"<td>{cell}</td>" for cell in row[1:]) + "</tr>"
                     for row in rows)
    return (f'<div class="wide" role="region" aria-label="{escape(caption)}" tabindex="0"><table><caption>{escape(caption)}'
            f"</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>")


def property_rows(schema, prefix=""):
    """One row per property; those of objects inside follow with their path."""
    for name, inner in schema.get("properties", {}).items():
        path = prefix + name
        element = inner["items"] if inner.get("type") == "array" else inner
        listed = "[]" if element is not inner else ""
        nested = element if "properties" in element else None
        shown = ("list of objects" if listed else "object") if nested else kind(inner)
        need = "always" if name in schema.get("required", []) else "when known"
        about = inner.get("description", element.get("description", "") if nested else "")
        yield f"<code>{escape(path)}</code>", shown, need, inline(about)
        if nested:
            yield from property_rows(nested, path + listed + ".")


def parameter_rows(contract, operation):
    for node in operation.get("parameters", []):
        node = resolved(contract, node)
        schema = node["schema"]
        about = inline(node.get("description", ""))
        if "default" in schema:
            about += f" Default: <code>{escape(schema['default'])}</code>."
        yield (f"<code>{escape(node['name'])}</code>", node["in"], kind(schema),
               "required" if node.get("required") else "optional", about.strip())


def content_rows(contract, status, answer):
    answer = resolved(contract, answer)
    for media, body in answer.get("content", {"–": {}}).items():
        shown = kind(body["schema"]) if "schema" in body else "nothing"
        yield ("any other" if status == "default" else escape(status), f"<code>{escape(media)}</code>", shown,
               inline(answer.get("description", "")))


def operation_section(contract, method, route, operation):
    base = contract["servers"][0]["url"]
    name = operation["operationId"]
    answers = [row for status, answer in operation["responses"].items() for row in content_rows(contract, status, answer)]
    body = ""
    if "requestBody" in operation:
        kinds = ", ".join(f"<code>{escape(media)}</code>" for media in operation["requestBody"]["content"])
        body = f"<p>Body ({kinds}): {inline(operation['requestBody'].get('description', ''))}.</p>"
    return f"""<section class="operation" aria-labelledby="operation-{name}">
<h3 id="operation-{name}">{escape(operation['summary'])}</h3>
<p class="route"><strong>{method.upper()}</strong> <code>{escape(base + route)}</code></p>
{prose(operation.get('description'))}
{body}
{table(f"Parameters of {name}", ("Name", "In", "Kind", "Need", "Meaning"), list(parameter_rows(contract, operation)))}
{table(f"Answers of {name}", ("Status", "Media type", "Content", "Meaning"), answers)}
</section>"""


def tag_section(contract, tag):
    parts = [operation_section(contract, method, route, methods[method])
             for route, methods in contract["paths"].items() for method in METHODS
             if method in methods and tag["name"] in methods[method]["tags"]]
    return (f'<section aria-labelledby="tag-{tag["name"]}">\n<h2 id="tag-{tag["name"]}">{escape(tag["name"].capitalize())}</h2>\n'
            f'<p>{inline(tag.get("description", ""))}.</p>\n' + "\n".join(parts) + "\n</section>")


def schema_section(name, schema):
    rows = list(property_rows(schema))
    body = table(f"Properties of {name}", ("Property", "Kind", "Present", "Meaning"), rows) or f"<p>{kind(schema)}</p>"
    return (f'<section aria-labelledby="schema-{name}">\n<h3 id="schema-{name}">{name}</h3>\n'
            f"{prose(schema.get('description'))}\n{body}\n</section>")


def problem_section(rows):
    shown = [(f'<code id="problem-{escape(row["slug"])}">{escape(row["slug"])}</code>', str(row["status"]),
              escape(row["en"]), f'<span lang="de">{escape(row["de"])}</span>') for row in rows]
    return ('<section aria-labelledby="problems">\n<h2 id="problems">Problems</h2>\n'
            "<p>Every fault carries one of these codes. Words in braces are filled in. A problem lists all faults of the "
            "request, each with file, line, column and field where they apply.</p>\n"
            + table("Catalogue of problems", ("Code", "Status", "English", "German"), shown) + "\n</section>")


def contents(contract):
    items = []
    for tag in contract["tags"]:
        inner = "".join(f'<li><a href="#operation-{methods[method]["operationId"]}"><code>{method.upper()} {escape(route)}</code>'
                        f"</a></li>" for route, methods in contract["paths"].items() for method in METHODS
                        if method in methods and tag["name"] in methods[method]["tags"])
        items.append(f'<li><a href="#tag-{tag["name"]}">{escape(tag["name"].capitalize())}</a><ul>{inner}</ul></li>')
    return "<ul>" + "".join(items) + '<li><a href="#schemas">Schemas</a></li><li><a href="#problems">Problems</a></li></ul>'


def page(contract, errors):
    info = contract["info"]
    schemas = "\n".join(schema_section(name, schema) for name, schema in contract["components"]["schemas"].items())
    tags = "\n".join(tag_section(contract, tag) for tag in contract["tags"])
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(info['title'])} API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header><h1>{escape(info['title'])} API</h1><p>{escape(info['summary'])}</p></header>
<nav aria-label="Contents">{contents(contract)}</nav>
<main id="content" tabindex="-1">
{prose(info['description'])}
<p>The contract in machine-readable form: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
{tags}
<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>
{schemas}
</section>
{problem_section(errors)}
</main>
</body>
</html>
"""


STYLE = """/* Generated by script/generate_api_docs.py; do not edit. */
:root { color-scheme: light dark; --ink: #1b1d21; --quiet: #555b66; --paper: #fff; --line: #c9ced6; --tint: #f2f4f7; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --quiet: #a9b0bb; --paper: #16181c; --line: #3c424c; --tint: #20242a; --link: #8ec1ff; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 64rem) {
  body { grid-template-columns: 20rem minmax(0, 1fr); }
  header { grid-column: 1 / -1; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding-bottom: 2rem; }
}
h1 { margin: 0; font-size: 1.9rem; }
h2 { margin: 3rem 0 .5rem; font-size: 1.5rem; border-bottom: 2px solid var(--line); }
h3 { margin: 2.2rem 0 .4rem; font-size: 1.15rem; }
p { max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
th code { white-space: nowrap; }
nav ul { list-style: none; margin: 0; padding-left: 1rem; }
nav > ul { padding: 0; }
nav a { display: inline-block; padding: .15rem 0; }
.route { background: var(--tint); border: 1px solid var(--line); border-radius: .3rem; padding: .4rem .7rem; max-width: none; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--quiet); padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: normal; min-width: 5rem; }
thead th { font-weight: 600; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
@media print { nav, .skip { display: none; } .wide { overflow: visible; } }
"""


def main(openapi, errors, directory):
    contract = yaml.safe_load(pathlib.Path(openapi).read_text(encoding="utf-8"))
    catalogue = yaml.safe_load(pathlib.Path(errors).read_text(encoding="utf-8"))
    target = pathlib.Path(directory)
    target.mkdir(parents=True, exist_ok=True)
    (target / "api-docs.html").write_text(page(contract, catalogue), encoding="utf-8")
    (target / "api-docs.css").write_text(STYLE, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
