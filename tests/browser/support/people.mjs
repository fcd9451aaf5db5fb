// SPDX-License-Identifier: EUPL-1.2
// People with roles, made through the API, and what they do there while a page is open.
import { kPassword, kServer } from "./browser.mjs";

/** A call of the API with a session's cookie; the answer's JSON. */
export async function call(session, method, path, body, version) {
  const headers = { Accept: "application/json", "Accept-Language": "de", Cookie: `kontor=${session}` };
  if (method !== "GET") {
    const state = await call(session, "GET", "/session");
    Object.assign(headers, { "X-Kontor-Form": state.form_token, "Content-Type": "application/json" });
  }
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  const response = await fetch(`${kServer}/api/v1${path}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}

/** Somebody new with a role at an organisation; gives the session. */
export async function invited(email, name, role, organisation) {
  const admin = process.env.KONTOR_SESSION;
  const given = await call(admin, "POST", `/organisations/${organisation}/roles`, {
    email,
    role,
    language: "de",
  });
  const token = new URL(given.link).hash.slice(1);
  const response = await fetch(`${kServer}/api/v1/links/${token}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ name, password: kPassword, language: "de" }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.headers.get("set-cookie").split(";")[0].split("=")[1];
}

/** Changes fields of a record as somebody else would, with the version it has now. */
export async function change(session, kind, id, fields) {
  const view = await call(session, "GET", `/records/${kind}/${id}`);
  return call(
    session,
    "PUT",
    `/records/${kind}/${id}`,
    { record: { ...view.record, ...fields } },
    view.version,
  );
}
