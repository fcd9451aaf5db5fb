// SPDX-License-Identifier: EUPL-1.2
// The forms of journeys, programmes and calls, and what of an import waits for others.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, overflow, pagesOf, picture, settled, violations, visit } from "./support/browser.mjs";
import { call, invited } from "./support/people.mjs";

let browser;
let traveller;
let keeper;
let neighbour;
before(async () => {
  browser = await launch();
  traveller = await invited("enno@example.org", "Enno Probe", "event_manager", "optence");
  keeper = await invited("iris@example.org", "Iris Probe", "cluster_manager", "optence");
  neighbour = await invited("noah@example.org", "Noah Probe", "cluster_manager", "litek");
});
after(() => browser?.close());

const onPage = pagesOf(() => browser);

async function publish(page) {
  await page.getByRole("button", { name: /^(Veröffentlichen|Publish)/ }).click();
}

test("whoever manages events adds a journey with its stops, and changes it", () =>
  onPage({ session: traveller, width: 360 }, async (page) => {
    await visit(page, "/de/");
    await page.getByRole("button", { name: /Angemeldet/ }).click();
    assert.equal(await page.getByRole("link", { name: "Neues Programm" }).count(), 0);
    await page.getByRole("link", { name: "Neue Delegationsreise" }).click();
    await settled(page);
    await page.getByRole("button", { name: /Optence/ }).waitFor();
    await page.getByLabel("Titel: Deutsch").fill("Probereise nach Tampere");
    await page.getByLabel("Von", { exact: true }).first().fill("2027-05-03");
    await page.getByLabel("Bis", { exact: true }).first().fill("2027-05-07");
    await page.getByRole("button", { name: "Hinzufügen: Station" }).click();
    await page.getByLabel("Ort", { exact: true }).fill("Tampere");
    await page.getByLabel("Land", { exact: true }).selectOption("FI");
    assert.equal(await page.getByLabel("Zeitzone").inputValue(), "Europe/Helsinki");
    await page.getByLabel("Veranstalter").pressSequentially("LITEK");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByLabel("Grundlage (Vereinbarung)").selectOption("Absichtserklärung von LITEK und CPIC");
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await picture(page, "delegation-new");
    await publish(page);
    await page.waitForURL(/\/de\/organisations\/optence$/);
    await settled(page);
    assert.match(
      await page.locator("main").innerText(),
      /Probereise nach Tampere[^]*Tampere[^]*Zeitzone Europe\/Helsinki/,
    );
    await page.getByRole("link", { name: "Bearbeiten: Probereise nach Tampere" }).click();
    await settled(page);
    assert.match(await page.getByLabel("Grundlage (Vereinbarung)").inputValue(), /mou-litek-cpic/);
    await page.getByLabel("Titel: Deutsch").fill("Probereise nach Oulu");
    await publish(page);
    await page.waitForURL(/\/de\/organisations\/optence$/);
    await settled(page);
    await page.getByRole("heading", { name: "Probereise nach Oulu" }).waitFor();
  }));

test("whoever may change an agreement is shown the way, and nobody else", async () => {
  const link = async (session) => {
    let count = 0;
    await onPage({ session, language: "en" }, async (page) => {
      await visit(page, "/en/organisations/litek");
      count = await page.getByRole("link", { name: "Edit: Memorandum of LITEK and CPIC" }).count();
    });
    return count;
  };
  const projects = await invited("petra@example.org", "Petra Probe", "project_manager", "cpic");
  const events = await invited("erik@example.org", "Erik Probe", "event_manager", "litek");
  assert.deepEqual(
    [await link(neighbour), await link(projects), await link(process.env.KONTOR_SESSION)],
    [1, 1, 1],
  );
  assert.deepEqual([await link(events), await link(keeper), await link("")], [0, 0, 0]);
});

test("a programme and its call are added by those who administer", () =>
  onPage({ signedIn: true, language: "en" }, async (page) => {
    await visit(page, "/en/");
    await page.getByRole("button", { name: /Signed in/ }).click();
    await page.getByRole("link", { name: "New programme" }).click();
    await settled(page);
    await page.getByLabel("Names: English").fill("Harbour Light Fund");
    await page.getByLabel("Short name").fill("HLF");
    await page.getByLabel("From", { exact: true }).fill("2027");
    assert.deepEqual(await violations(page), []);
    await picture(page, "programme-new");
    await publish(page);
    await page.waitForURL(/\/en\/programmes\/[a-z0-9-]+$/);
    await settled(page);
    const programme = new URL(page.url()).pathname.split("/").pop();
    await visit(page, `/en/records/call/new?programme=${programme}`);
    await page.getByLabel("Identifier of the call (required)").fill("HLF-2027-01");
    await page.getByLabel("Title: English").fill("Lights for small harbours");
    await page.getByLabel("Deadline", { exact: true }).fill("2027-09-30");
    await page.getByLabel("Time zone of the deadline").selectOption("Europe/Brussels");
    await page.getByLabel("Budget").fill("1,500,000");
    await page.getByLabel("Currency").fill("EUR");
    assert.deepEqual(await violations(page), []);
    await publish(page);
    await page.waitForURL(/\/en\/calls\//);
    await settled(page);
    const told = await page.locator("main").innerText();
    assert.match(told, /Lights for small harbours[^]*HLF/);
    assert.match(told, /30 Sept 2027/);
    await page.locator("main").getByRole("link", { name: "Edit" }).click();
    await settled(page);
    await page.getByLabel("Budget").fill("2,000,000");
    await publish(page);
    await page.waitForURL(/\/en\/calls\//);
    await settled(page);
    assert.match(await page.locator("main").innerText(), /2,000,000/);
  }));

test("others are not offered what they may not do", async () => {
  const stranger = await invited("stella@example.org", "Stella Probe", "cluster_manager", "biosaxony");
  await onPage({ session: stranger }, async (page) => {
    await visit(page, "/de/records/programme/new");
    await page.getByText("Keine Ihrer Rollen erlaubt das.").waitFor();
    await visit(page, "/de/organisations/optence");
    assert.equal(await page.getByRole("link", { name: /^Bearbeiten: Probereise/ }).count(), 0);
  });
});

test("what an import says about organisations of others waits there, and the report says so", async () => {
  await call(keeper, "POST", "/records/organisation", {
    owner: "optence",
    record: {
      kind: "company",
      names: [{ text: "Wartefeld Optik GmbH", type: "legal" }],
      country: "DE",
      city: "Wetzlar",
      identifiers: [{ scheme: "PIC", value: "912345670" }],
    },
  });
  await onPage({ session: neighbour, width: 360 }, async (page) => {
    await visit(page, "/de/import");
    await page.getByLabel("Datei", { exact: true }).setInputFiles({
      name: "mitglieder.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Firma;Ort;Land;PIC;Mitarbeiter\nWartefeld Optik GmbH;Kiel;DE;912345670;48\n"),
    });
    await page.getByRole("combobox", { name: /Mitglieder von/ }).pressSequentially("LITEK", { delay: 20 });
    await page.getByRole("option", { name: /LITEK/i }).first().click();
    await page.getByRole("button", { name: "Vorschau zeigen" }).click();
    await page.getByRole("button", { name: /übernehmen$/ }).click();
    await page.getByRole("heading", { name: /Übernommen/ }).waitFor();
    assert.match(await page.locator("main").innerText(), /warten auf Prüfung/);
    await page.getByText("Sie warten bei diesen auf Prüfung.").waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await picture(page, "import-waiting");
    await page.getByRole("link", { name: "Was bei Ihnen auf Prüfung wartet" }).click();
    await page.waitForURL(/\/de\/review$/);
  });
  const waiting = await call(keeper, "GET", "/review");
  assert.ok(waiting.items.some((item) => /Wartefeld/.test(item.subject.name)));
});

test("what came in at the terminal can be taken back by those who administer", async () => {
  const undo = (page) => page.getByRole("button", { name: /^Rückgängig: / });
  await onPage({ session: neighbour }, async (page) => {
    await visit(page, "/de/records/organisation/litek/history");
    await page.getByText("Betrieb (Terminal)").first().waitFor();
    assert.equal(await undo(page).count(), 0);
  });
  await onPage({ signedIn: true }, async (page) => {
    await visit(page, "/de/records/organisation/litek/history");
    await undo(page).last().click();
    await page.getByText(/Das kam im Terminal herein/).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Abbrechen" }).click();
  });
});
