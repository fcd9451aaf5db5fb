// SPDX-License-Identifier: EUPL-1.2
// Makes the first administrator through the link that a new server prints, and prints the cookie of the session.
//   node administrator.mjs SERVER LINK
const [server, link] = process.argv.slice(2);
const token = new URL(link).hash.slice(1);
const response = await fetch(`${server}/api/v1/links/${token}`, {
  method: "POST",
  headers: { "Content-Type": "application/json", Accept: "application/json" },
  body: JSON.stringify({
    email: "admin@example.org",
    name: "Ada Test",
    password: "vier leise Kähne im Nebel",
  }),
});
if (!response.ok) throw new Error(await response.text());
console.log(response.headers.get("set-cookie").split(";")[0].split("=")[1]);
