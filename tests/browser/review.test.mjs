// SPDX-License-Identifier: EUPL-1.2
// Proposals for other people's records, and deciding about them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, pagesOf, picture, settled, violations, visit } from "./support/browser.mjs";
import { call, invited } from "./support/people.mjs";

let browser;
let neighbour;
let keeper;
before(async () => {
  browser = await launch();
  neighbour = await invited("nils@example.org", "Nils Nachbar", "editor", "litek");
  keeper = await invited("klara@example.org", "Klara Probe", "editor", "optence");
});
after(() => browser?.close());

const onPage = pagesOf(() => browser);

test("somebody else proposes a correction", () =>
  onPage({ session: neighbour, width: 360 }, async (page) => {
    await visit(page, "/de/organisations/optence");
    await page.locator("main").getByRole("link", { name: "Korrektur vorschlagen" }).click();
    await settled(page);
    await page.getByLabel("Was ist zu verbessern?").selectOption("founded");
    await page.getByLabel("Gründungsjahr").fill("2000");
    await page.getByLabel("Woher wissen Sie das?").fill("Vereinsregister");
    await page.getByLabel("Der Satz, der es sagt").fill("Der Verein wurde im Jahr 2000 gegründet.");
    assert.deepEqual(await violations(page), []);
    await picture(page, "suggestion");
    await page.getByRole("button", { name: "Vorschlag senden" }).click();
    await page.getByText("Ihr Vorschlag wartet auf eine Entscheidung.").waitFor();
    await page.locator("main").getByText("2001").first().waitFor();
  }));

const propose = (field, value) =>
  call(neighbour, "POST", "/suggestions", {
    kind: "organisation",
    subject: "optence",
    field,
    value,
    source: { title: "Telefonat" },
  });

test("it is accepted by key, beside what stands there", () =>
  onPage({ session: keeper }, async (page) => {
    await propose("street", "Falscher Weg 9");
    await propose("postcode", "55286");
    await propose("employees", "7");
    await visit(page, "/de/review");
    assert.deepEqual(await violations(page), []);
    const founded = page.getByRole("group", { name: /Optence.*Gründungsjahr/ });
    assert.match(await founded.innerText(), /2001.*2000.*Vereinsregister.*im Jahr 2000 gegründet/s);
    await picture(page, "review");
    await founded.focus();
    await page.keyboard.press("a");
    await page.getByText("Übernommen 1, berichtigt 0, abgelehnt 0.").waitFor();
    await founded.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.classList.contains("item")), true);
  }));

test("it is corrected, rejected, and several are decided together", () =>
  onPage({ session: keeper }, async (page) => {
    await visit(page, "/de/review?organisation=optence");
    await page.getByRole("button", { name: /Berichtigen: Optence, Straße/ }).click();
    await page.getByLabel("Richtig ist").fill("Ober-Saulheimer-Straße 6");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "So speichern" }).click();
    await page.getByText("Übernommen 0, berichtigt 1, abgelehnt 0.").waitFor();
    await page.getByLabel("Alle auswählen").check();
    await page.getByRole("button", { name: /Auswahl ablehnen \(2\)/ }).click();
    await page.getByText("Übernommen 0, berichtigt 0, abgelehnt 2.").waitFor();
    await page.getByText("Nichts zu prüfen.").waitFor();
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await page.getByText("Zurückgenommen.").waitFor();
    await page.getByText("2 Vorschläge").waitFor();
    await visit(page, "/de/organisations/optence");
    assert.match(await page.locator("main").innerText(), /Ober-Saulheimer-Straße 6/);
    assert.match(await page.locator("main").innerText(), /2000/);
  }));
