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
      const text = `${kText}\nDas Cluster Kerzenried ist Mitglied von Optence.`;
      const intake = await call(editor, "POST", "/press/items", { organisation: "optence", text });
      const { id } = intake.items[0].item;
      await visit(page, "/de/press");
      await page.locator(`tbody a[href$="/press/${encodeURIComponent(id)}"]`).click();
      await page.locator("[data-claim]").first().waitFor();
      await page.keyboard.press("j");
      const marked = await current(page);
      await page.keyboard.press("a");
      await page.getByText("1 übernehmen, 0 berichtigen, 0 ablehnen.").waitFor();
      await page.locator("[data-claim]:focus").waitFor(); // the next one has it, so that keys are heard
      await page.route("**/decisions*", (route) => route.abort());
      await page.keyboard.press("Enter");
      await page.getByRole("alert").first().waitFor();
      await page.getByText("1 übernehmen, 0 berichtigen, 0 ablehnen.").waitFor();
      await page.locator("[data-claim]:focus").waitFor();
      assert.notEqual(await current(page), marked);
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

test("a missed name is selected, added, and read again", () =>
  onPage({}, async (page) => {
    const text = "Das Cluster Optence trifft die Leute von Quendelwerk und reist weiter.";
    const intake = await call(editor, "POST", "/press/items", { organisation: "optence", text });
    const fresh = intake.items[0].item.id;
    await visit(page, `/de/press/${fresh}`);
    await page.locator(".text").evaluate((frame) => {
      const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf("Quendelwerk");
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + "Quendelwerk".length);
      }
    });
    await page.getByRole("button", { name: "„Quendelwerk“ als Namen ergänzen" }).click();
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.getByLabel("Der Name, wie er im Text steht").inputValue(), "Quendelwerk");
    await dialog.getByLabel("Was es ist").selectOption("company");
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-name");
    await dialog.getByRole("button", { name: "Ergänzen und neu lesen" }).click();
    await dialog.waitFor({ state: "hidden" });
    const after = await call(editor, "GET", `/press/items/${fresh}?lang=de`);
    assert.equal(after.entities.find(({ name }) => name === "Quendelwerk").kind, "company");
    await page.locator("mark", { hasText: "Quendelwerk" }).first().waitFor();
  }));

test("a missed name is added by keyboard alone", () =>
  onPage({ language: "en", width: 360 }, async (page) => {
    const text = "The cluster Optence meets the people of Zwirbelhof and moves on to the next stop.";
    const intake = await call(editor, "POST", "/press/items", { organisation: "optence", text });
    await visit(page, `/en/press/${intake.items[0].item.id}`);
    await page.locator("h1").focus();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    await page.keyboard.type("Zwirbelhaf");
    await page.keyboard.press("Enter");
    await dialog.getByText("These words do not stand in the text.").waitFor();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("of");
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await picture(page, "press-name-phone");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("“Zwirbelhof” is added").waitFor();
  }));

test("texts of one announcement are shown together", () =>
  onPage({ language: "en" }, async (page) => {
    const told = `The harbour cluster Optence and nine partners have opened a workshop for lamps on the old quay.
It will be used by small firms from three valleys, who may test their lamps there in fog and rain.`;
    const texts = [`Workshop opened\n\n${told}`, `Lamps at last\n\n${told}`];
    let last;
    for (const text of texts)
      last = await call(editor, "POST", "/press/items", { organisation: "optence", text });
    await visit(page, `/en/press/${last.items[0].item.id}`);
    await page.getByRole("link", { name: "Other texts tell the same" }).click();
    await page.waitForURL(/group=/);
    await settled(page);
    assert.equal(await page.locator("tbody tr").count(), 2);
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-group");
    await visit(page, "/en/press");
    await page.getByRole("link", { name: /and 1 alike : (Lamps|Workshop)/ }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/group=/);
    await page.getByRole("button", { name: "Withdraw the others" }).press("Enter");
    await page.getByRole("status").getByText("1 withdrawn").waitFor();
    await page.getByRole("button", { name: "Withdraw the others" }).waitFor({ state: "detached" });
    const gone = await call(editor, "GET", `/press/items?group=${last.items[0].item.group}&state=withdrawn`);
    assert.equal(gone.total, 1);
    assert.deepEqual(await violations(page), []);
  }));

test("feeds and rules have their page", () =>
  onPage(
    {},
    async (page) => {
      await visit(page, "/de/press");
      await page.getByRole("link", { name: "Feeds und Regeln" }).click();
      await page.waitForURL(/\/de\/press\/feeds$/);
      await settled(page);
      await page.getByText("Noch wird kein Feed gelesen.").waitFor();
      await page.getByText("Das legt das Clustermanagement der Organisation fest.").waitFor();
      await page.getByLabel("Adresse (RSS oder Atom)").fill("https://news.example.org/feed");
      await page.getByRole("button", { name: "Hinzufügen" }).click();
      await page.locator("[aria-invalid=true]").waitFor();
      assert.deepEqual(await violations(page), []);
      await picture(page, "press-feeds");
    },
    /Failed to load resource/,
  ));

test("who manages a cluster says what the desk accepts by itself", async () => {
  const leader = await invited("rike@example.org", "Rike Regel", "cluster_manager", "optence");
  await pagesOf(
    () => browser,
    () => ({ session: leader }),
  )({ language: "en", width: 360 }, async (page) => {
    await visit(page, "/en/press/feeds");
    await page.getByLabel("Accept by itself").check();
    await page.getByLabel("From this confidence on (per cent)").fill("97");
    await page.getByLabel("is a partner in", { exact: true }).check();
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-rule-phone");
    await page.getByRole("button", { name: "Save the rule" }).click();
    await page.getByRole("heading", { name: /: on$/ }).waitFor();
    const off = { is_on: false, minimum: 0.97, predicates: [] };
    await call(leader, "PUT", "/press/rules/optence", off);
  });
});

test("an item is withdrawn with a report, and restored", () =>
  onPage({}, async (page) => {
    await visit(page, `/de/press/${item}`);
    await page.getByRole("button", { name: /^Meldung zurückziehen/ }).click();
    await page.getByRole("heading", { name: "Diese Meldung zurückziehen?" }).waitFor();
    await page.getByText("nur diese Meldung belegt").first().waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, "press-withdraw");
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

test("with two organisations one says whose desk it is", async () => {
  const both = await invited("zora@example.org", "Zora Zweimal", "editor", "optence");
  const given = await call(process.env.KONTOR_SESSION, "POST", "/organisations/biosaxony/roles", {
    email: "zora@example.org",
    role: "editor",
    language: "de",
  });
  await call(both, "POST", `/links/${new URL(given.link).hash.slice(1)}`, {});
  await onPage({ session: both }, async (page) => {
    await visit(page, "/de/press");
    await page.getByLabel("Auf den Tisch von").selectOption({ label: "biosaxony" });
    await page.getByLabel("Text einfügen").fill("Nachricht an zwei Häuser\n\nEs gibt nichts Neues.");
    await page.getByRole("button", { name: "Lesen" }).click();
    await page.waitForURL(/\/de\/press\/.+/);
    await settled(page);
    assert.match(await page.locator("main").innerText(), /eingegangen .* · biosaxony/);
    await visit(page, "/de/press");
    assert.deepEqual(await violations(page), []);
    assert.ok((await overflow(page)) <= 0);
    await picture(page, "press-two-organisations");
  });
});
