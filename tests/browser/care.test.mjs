// SPDX-License-Identifier: EUPL-1.2
// The care of a record goes from a cluster to its member and back; the administrator sets it at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, picture, settled, violations, visit } from "./support/browser.mjs";
import { call, invited } from "./support/people.mjs";

let browser;
let cluster;
let member;
before(async () => {
  browser = await launch();
  cluster = await invited("cora@example.org", "Cora Cluster", "cluster_manager", "optence");
  member = await invited("mirko@example.org", "Mirko Mitglied", "member_contact", "litek");
});
after(() => browser?.close());

async function onPage(options, work) {
  const { page, watched, close } = await open(browser, options);
  try {
    await work(page);
    // What is refused is told by the browser, too.
    assert.deepEqual(
      watched.errors.filter((error) => !error.includes("409")),
      [],
    );
  } finally {
    await close();
  }
}

async function choose(page, label, typed) {
  await page.getByLabel(label, { exact: true }).pressSequentially(typed);
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

const mayEdit = async (session) =>
  (await call(session, "GET", "/records/organisation/optence")).may.includes("edit");

test("who takes care of a record offers that", () =>
  onPage({ session: cluster, width: 360 }, async (page) => {
    await visit(page, "/de/records/organisation/optence/visibility");
    await page.getByRole("heading", { name: "Betreuung des Eintrags" }).waitFor();
    await choose(page, "Übergeben an", "Optence");
    await page.getByRole("button", { name: "Betreuung anbieten" }).click();
    await page.getByText(/hat noch niemand|allein/).waitFor();
    await page.getByLabel("Übergeben an", { exact: true }).fill("");
    await choose(page, "Übergeben an", "LITEK");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Betreuung anbieten" }).click();
    await page.getByText(/angeboten am .* von Cora Cluster; noch keine Antwort/).waitFor();
    await picture(page, "care-offer");
    assert.equal(await mayEdit(member), false);
  }));

test("the other side accepts on its review page", () =>
  onPage({ session: member, language: "en" }, async (page) => {
    await visit(page, "/en/review");
    await page.getByRole("heading", { name: "Care offered" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, "care-review");
    await page.getByRole("button", { name: /^Accept: / }).click();
    await page.getByText(/Your organisation takes care of .* now/).waitFor();
    await settled(page);
    assert.equal(await page.getByRole("heading", { name: "Care offered" }).count(), 0);
    assert.equal(await mayEdit(member), true);
  }));

test("it is offered back, withdrawn, and offered again", () =>
  onPage({ session: member }, async (page) => {
    await visit(page, "/de/records/organisation/optence/visibility");
    await choose(page, "Übergeben an", "Optence");
    await page.getByRole("button", { name: "Betreuung anbieten" }).click();
    await page.getByText(/noch keine Antwort/).waitFor();
    await page.getByRole("button", { name: /^Zurückziehen: / }).click();
    await page.getByRole("button", { name: "Zurückziehen" }).click();
    await page.getByText("Das Angebot ist zurückgezogen.").waitFor();
    assert.deepEqual((await call(cluster, "GET", "/care-offers")).offers, []);
  }));

test("the administrator sets it at once", () =>
  onPage({ session: process.env.KONTOR_SESSION, language: "en", width: 360 }, async (page) => {
    await visit(page, "/en/organisations/optence");
    await page.getByRole("button", { name: /More/ }).first().click();
    await page.getByRole("link", { name: "Care of the record" }).click();
    await settled(page);
    await choose(page, "Hand over to", "Optence");
    assert.deepEqual(await violations(page), []);
    await picture(page, "care-set");
    await page.getByRole("button", { name: "Hand over now" }).click();
    await page.getByText(/takes care of the record now/).waitFor();
    assert.equal(await mayEdit(member), false);
    assert.equal(await mayEdit(cluster), true);
  }));
