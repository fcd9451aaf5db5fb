// SPDX-License-Identifier: EUPL-1.2
// The press desk: a text is brought, read, decided by keyboard alone, corrected, rejected, and withdrawn.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  kServer,
  launch,
  overflow,
  pagesOf,
  picture,
  settled,
  violations,
  visit,
} from "./support/browser.mjs";
import { call, invited } from "./support/people.mjs";

const kTitle = "LITEK ist neuer Partner im Projekt „HAFENLICHT“";
const kText = `${kTitle}

Das Cluster LITEK aus Litauen ist seit Januar 2024 Partner im Projekt „HAFENLICHT“, das vom Programm COSME gefördert wird. Das Cluster Optence koordiniert das Projekt „HAFENLICHT“.

Partner im Projekt „HAFENLICHT“ ist auch das Cluster Bogenlampe e.V. aus Österreich. Bogenlampe hat 120 Mitglieder.
`;

let browser;
let editor;
let item;
before(async () => {
  browser = await launch();
  editor = await invited("prisca@example.org", "Prisca Presse", "editor", "optence");
});
after(() => browser?.close());

const onPage = pagesOf(
  () => browser,
  () => ({ session: editor }),
);
const reread = () => call(editor, "GET", `/press/items/${item}?lang=de`);
const current = (page) => page.evaluate(() => document.activeElement?.dataset?.claim ?? "");

test("a text is pasted and read", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/press");
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Text einfügen").fill(kText);
    await page.getByLabel("Text einfügen").press("Control+Enter");
    await page.waitForURL(/\/de\/press\/.+/);
    await settled(page);
    item = decodeURIComponent(page.url().split("/").at(-1));
    assert.equal(await page.locator("h1").innerText(), kTitle);
    const shown = await page.locator(".text").innerText();
    assert.equal(shown.replace(/\s+/g, " ").trim(), kText.replace(/\s+/g, " ").trim(), "every letter once");
    assert.ok((await page.locator("mark").count()) > 5);
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-item");
  }));

test("names tell who is meant", () =>
  onPage({ language: "en" }, async (page) => {
    await visit(page, `/en/press/${item}`);
    const names = page.locator('mark [role="button"]');
    assert.match(await names.first().getAttribute("aria-label"), /\(.+\)/);
    await names.first().focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await names.nth(1).evaluate((name) => name === document.activeElement), true);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Is no name" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    assert.equal(await names.nth(1).evaluate((name) => name === document.activeElement), true);
  }));

test("claims are decided by keyboard alone, and a record stands there", () =>
  onPage({}, async (page) => {
    const doubtful = (await reread()).entities.filter(
      ({ state, candidates }) => state === "open" && candidates.length,
    );
    const entities = doubtful.map(({ id }) => ({ entity: id, decision: "new" }));
    await call(editor, "POST", `/press/items/${item}/decisions`, { claims: [], entities });
    await visit(page, `/de/press/${item}`);
    const { claims } = await reread();
    assert.ok(claims.length >= 4, `${claims.length} claims`);
    await page.keyboard.press("j");
    assert.equal(await current(page), claims[0].id);
    await page.keyboard.press("a");
    assert.equal(await current(page), claims[1].id);
    await page.keyboard.press("r");
    await page.keyboard.press("u");
    assert.equal(await current(page), claims[1].id);
    await page.reload();
    await settled(page);
    await page.getByText("1 übernehmen, 0 berichtigen, 0 ablehnen.").waitFor();
    await page.keyboard.press("j");
    for (let left = claims.length - 1; left > 1; left -= 1) await page.keyboard.press("a");
    await page.keyboard.press("r");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Gesendet" }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.innerText), "Gesendet");
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-sent");
    const after = await reread();
    assert.equal(after.brief.state, "done");
    assert.equal(after.brief.claims.accepted, claims.length - 1);
    assert.equal(after.brief.claims.rejected, 1);
    const link = page.locator("main .card a", { hasText: "HAFENLICHT" }).first();
    await link.click();
    await settled(page);
    assert.match(await page.locator("h1").innerText(), /HAFENLICHT/);
  }));

test("a claim is decided again and corrected", () =>
  onPage({ width: 360 }, async (page) => {
    await visit(page, `/de/press/${item}`);
    assert.equal(await overflow(page), 0);
    await picture(page, "press-item-phone");
    const { claims, entities } = await reread();
    const rejected = claims.find(({ state }) => state === "rejected");
    const cluster = entities.find(({ name }) => name.startsWith("Bogenlampe"));
    const card = page.locator(`[data-claim="${rejected.id}"]`);
    await card.getByRole("button", { name: /^Neu entscheiden/ }).click();
    await card.getByRole("button", { name: /^Berichtigen/ }).click();
    const predicate = card.getByLabel("Aussage", { exact: true });
    await predicate.selectOption({ value: "has-member-count" });
    await card.getByLabel("Wer oder was").selectOption({ value: cluster.id });
    await card.getByLabel("Wert oder Datum").fill("125");
    assert.deepEqual(await violations(page), []);
    await card.getByRole("button", { name: "So übernehmen" }).click();
    await page.getByText("0 übernehmen, 1 berichtigen, 0 ablehnen.").waitFor();
    await page.getByRole("button", { name: "Senden" }).click();
    await page.getByRole("heading", { name: "Gesendet" }).waitFor();
    assert.equal((await reread()).brief.claims.corrected, 1);
  }));

test("letters are switched off, arrows stay", () =>
  onPage({}, async (page) => {
    const text = `${kText}\nDas Cluster Lampenkai ist Mitglied von Optence.`;
    const intake = await call(editor, "POST", "/press/items", { organisation: "optence", text });
    const path = `/de/press/${intake.items[0].item.id}`;
    await visit(page, path);
    await page.keyboard.press("?");
    await page.getByLabel("Buchstaben wirken als Tasten").uncheck();
    assert.deepEqual(await violations(page), []);
    await visit(page, path);
    await page.locator("[data-current]").focus();
    const first = await current(page);
    await page.keyboard.press("a");
    assert.equal(await current(page), first);
    await page.getByText("Noch nichts markiert.").waitFor();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await current(page), first);
  }));

test("a fault loses no mark", () =>
  onPage(
    {},
    async (page) => {
      await visit(page, "/de/press");
      await page.locator("tbody a").first().click();
      await page.waitForURL(/\/de\/press\/.+/);
      await settled(page);
      await page.keyboard.press("j");
      await page.keyboard.press("a");
      await page.route("**/decisions*", (route) => route.abort());
      await page.keyboard.press("Enter");
      await page.getByRole("alert").first().waitFor();
      await page.getByText("1 übernehmen, 0 berichtigen, 0 ablehnen.").waitFor();
      assert.notEqual(await current(page), "");
    },
    /ERR_FAILED/,
  ));

test("files say what came of them", () =>
  onPage({ language: "en", dark: true }, async (page) => {
    await visit(page, "/en/press");
    await page.getByLabel("Files", { exact: true }).setInputFiles([
      {
        name: "a.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("Optence koordiniert das Projekt „KAIWERK“."),
      },
      { name: "b.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\nno such format") },
    ]);
    await page.getByText("2 of 2 files finished.").waitFor();
    await page.getByText("not read").waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-files");
  }));

test("an item is withdrawn with a report, and restored", () =>
  onPage({}, async (page) => {
    await visit(page, `/de/press/${item}`);
    await page.getByRole("button", { name: /^Meldung zurückziehen/ }).click();
    await page.getByRole("button", { name: "Meldung zurückziehen" }).click();
    await page.getByRole("heading", { name: "Zurückgezogen" }).waitFor();
    await page.getByText("HAFENLICHT").first().waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-withdrawn");
    const gone = await fetch(`${kServer}/api/v1/projects/hafenlicht`);
    assert.equal(gone.status, 404);
    await page.getByRole("button", { name: "Wiederherstellen" }).click();
    await page.getByRole("heading", { name: "Gesendet" }).waitFor();
    assert.notEqual((await reread()).brief.state, "withdrawn");
  }));

test("what was learnt is listed and forgotten", () =>
  onPage({}, async (page) => {
    const { items } = await call(editor, "POST", "/press/items", {
      organisation: "optence",
      text: "Das Cluster Schleusenlicht e.V. aus Bremen koordiniert das Projekt „DECKSLICHT“.",
    });
    const fresh = items[0].item.id;
    const { entities } = await call(editor, "GET", `/press/items/${fresh}?lang=de`);
    const name = entities.find(({ kind }) => kind === "project");
    await call(editor, "POST", `/press/items/${fresh}/decisions`, {
      claims: [],
      entities: [{ entity: name.id, decision: "not_a_name" }],
    });
    await visit(page, "/de/press/learnt");
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-learnt");
    await page.getByRole("button", { name: `Vergessen: ${name.name}` }).click();
    await page.getByRole("button", { name: "Vergessen", exact: true }).click();
    await page.getByText(/ist vergessen/).waitFor();
  }));
