// SPDX-License-Identifier: EUPL-1.2
// What administrators do with accounts, and what can be printed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, picture, violations, visit } from "./support/browser.mjs";
import { call, invited } from "./support/people.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("an account is locked, let in again and deleted", async () => {
  const session = await invited("lea@example.org", "Lea Probe", "editor", "optence");
  const { page, watched, close } = await open(browser, { signedIn: true });
  await visit(page, "/de/users");
  const row = page.getByRole("row", { name: /lea@example\.org/ });
  assert.match(await row.innerText(), /aktiv.*Redaktion, Optence/s);
  await page.getByRole("button", { name: "Sperren: Lea Probe" }).click();
  await row.getByRole("button", { name: "Sperren", exact: true }).click();
  await row.getByText("gesperrt").waitFor();
  assert.equal((await call(session, "GET", "/session")).signed_in, false);
  assert.deepEqual(await violations(page), []);
  await picture(page, "users-locked");
  await page.getByRole("button", { name: "Entsperren: Lea Probe" }).click();
  await row.getByRole("button", { name: "Entsperren", exact: true }).click();
  await row.getByText("aktiv").waitFor();
  await page.getByLabel(/Suchen nach/).fill("lea@");
  assert.equal(await page.getByRole("row").count(), 2, "its heading and Lea");
  await page.getByRole("button", { name: "Löschen: Lea Probe" }).click();
  await row.getByRole("button", { name: "Löschen", exact: true }).click();
  await row.waitFor({ state: "detached" });
  assert.deepEqual(watched.errors, []);
  await close();
});

test("nobody else sees the accounts", async () => {
  const session = await invited("tom@example.org", "Tom Probe", "cluster_manager", "optence");
  const { page, close } = await open(browser, { session });
  await visit(page, "/de/users");
  await page.getByRole("alert").waitFor();
  assert.doesNotMatch(await page.locator("main").innerText(), /admin@example\.org/);
  await close();
});

test("who may do what is printed without what one clicks", async () => {
  const { page, close } = await open(browser, { signedIn: true });
  await visit(page, "/de/organisations/optence/roles");
  await page.emulateMedia({ media: "print" });
  await page.getByRole("row", { name: /Tom Probe/ }).waitFor();
  assert.equal(await page.locator("button:visible, form:visible").count(), 0);
  await close();
});
