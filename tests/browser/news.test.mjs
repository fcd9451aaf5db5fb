// SPDX-License-Identifier: EUPL-1.2
// News: found, narrowed, read and written as people do it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, overflow, pagesOf, picture, settled, violations, visit } from "./support/browser.mjs";
import { invited } from "./support/people.mjs";

let browser;
let writer;
before(async () => {
  browser = await launch();
  writer = await invited("nele@example.org", "Nele Probe", "editor", "optence");
});
after(() => browser?.close());

const onPage = pagesOf(() => browser);
const titles = (page) => page.locator("main article .title").allInnerTexts();

test("the navigation leads to the news, which words of another language find", () =>
  onPage({}, async (page) => {
    await visit(page, "/en/");
    await page
      .getByRole("navigation", { name: "Main navigation" })
      .getByRole("link", { name: "News", exact: true })
      .click();
    await settled(page);
    assert.match(page.url(), /\/en\/news$/);
    const all = await titles(page);
    assert.ok(all.length > 5);
    await page.getByRole("searchbox", { name: "Words, in any language" }).fill("Medizintechnik");
    await page.keyboard.press("Enter");
    await settled(page);
    const found = await titles(page);
    assert.ok(found.length > 0 && found.length < all.length);
    assert.match(found.join("\n"), /medical technology/);
  }));

test("a filter narrows the list, stays in the address and is taken off", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/news");
    await page
      .getByRole("group", { name: "Land", exact: true })
      .getByRole("checkbox", { name: /Finnland/ })
      .check();
    await settled(page);
    assert.match(page.url(), /country=FI/);
    assert.equal((await titles(page)).length, 2);
    await page.getByRole("button", { name: /Land: Finnland/ }).click();
    await settled(page);
    assert.doesNotMatch(page.url(), /country=/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Als CSV speichern" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.csv$/);
  }));

test("items of one story stand as one, and its page names the others, on a phone", () =>
  onPage({ width: 360 }, async (page) => {
    await visit(page, "/de/news?organisation=cool-silicon");
    await page.getByText("1 weitere Meldung dazu").first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await picture(page, "news-phone");
    await page.getByRole("link", { name: "1 weitere Meldung dazu" }).first().click();
    await settled(page);
    await page.getByRole("heading", { name: /Dieselbe Nachricht anderswo/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await page.getByRole("link", { name: "Cool Silicon", exact: true }).first().click();
    await settled(page);
    await page.getByRole("heading", { name: /In den Nachrichten/ }).waitFor();
  }));

test("a news item prints whole, with its address and source", () =>
  onPage({ language: "en" }, async (page) => {
    await visit(page, "/en/news/news-optence-bmbf-2017");
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("main").innerText();
    assert.match(text, /Clusterplattform Deutschland[^]*In other languages[^]*Optence gewinnt/);
    assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
  }));

test("whoever may edit profiles writes news; the others are not shown the way", async () => {
  await onPage({ session: writer, language: "en" }, async (page) => {
    await visit(page, "/en/news");
    await page.getByRole("link", { name: "New news item" }).click();
    await settled(page);
    await page.getByLabel("Title: English").fill("Optence tries something out");
    await page.getByLabel("Published on").fill("2026-10-05");
    await page.getByLabel("Publisher").fill("Optence");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: /^Publish/ }).click();
    await page.waitForURL(/\/en\/news\//);
    await settled(page);
    assert.match(await page.locator("main").innerText(), /Optence tries something out/);
    await page.getByRole("link", { name: "Edit", exact: true }).waitFor();
  });
  await onPage({ language: "en" }, async (page) => {
    await visit(page, "/en/news");
    assert.equal(await page.getByRole("link", { name: "New news item" }).count(), 0);
  });
});
