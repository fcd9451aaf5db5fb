// SPDX-License-Identifier: EUPL-1.2
// Creating and changing records: forms, faults, drafts, conflicts, history, visibility.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, overflow, pagesOf, picture, settled, violations, visit } from "./support/browser.mjs";
import { change, invited } from "./support/people.mjs";

let browser;
let edda;
before(async () => {
  browser = await launch();
  edda = await invited("edda@example.org", "Edda Probe", "cluster_manager", "optence");
});
after(() => browser?.close());

/** A refused request is told on the console, too: those of `expected` statuses are meant. */
const onPage = pagesOf(
  () => browser,
  () => ({ session: edda }),
);

const kEdit = "/de/records/organisation/optence/edit";
const publish = (page) => page.getByRole("button", { name: "Veröffentlichen" }).click();
const town = (page) => page.getByLabel("Ort", { exact: true });

test("a profile is changed with its source, and the change taken back", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/organisations/optence");
    await page.locator("main").getByRole("link", { name: "Bearbeiten" }).click();
    await page.waitForURL(/\/records\/organisation\/optence\/edit$/);
    await settled(page);
    assert.deepEqual(await violations(page), []);
    await town(page).fill("Mainz");
    await page.getByLabel("Quelle", { exact: true }).fill("Jahresbericht 2025");
    await page.getByLabel("Stand", { exact: true }).fill("31.12.2025");
    await publish(page);
    await page.waitForURL(/\/de\/organisations\/optence$/);
    await page.getByText("„Optence“ ist gespeichert.").waitFor();
    await settled(page);
    assert.match(await page.locator("main").innerText(), /Mainz/);
    assert.deepEqual(await violations(page), []);
    await picture(page, "edit-done");
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await page.getByText("Zurückgenommen.").waitFor();
    await page
      .getByText(/Wörrstadt/)
      .first()
      .waitFor();
  }));

test("all faults are told at their fields, and the first has the focus", () =>
  onPage(
    { width: 360 },
    async (page) => {
      await visit(page, kEdit);
      await page.getByText("Weitere Angaben").click();
      await page.getByLabel("Gründungsjahr").fill("99999");
      await page.getByLabel("Breitengrad").fill("überall");
      await page.getByLabel("Webseite").fill("nicht ganz eine Adresse");
      await publish(page);
      await page.getByText(/Nicht gespeichert\. Zu verbessern: \d/).waitFor();
      assert.equal(await page.getByLabel("Breitengrad").getAttribute("aria-invalid"), "true");
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid")), "true");
      assert.equal(await overflow(page), 0);
      assert.deepEqual(await violations(page), []);
      await picture(page, "edit-faults");
      page.on("dialog", (dialog) => dialog.accept());
      await page.getByRole("link", { name: "Abbrechen" }).click();
      await page.waitForURL(/\/organisations\/optence$/);
    },
    /40[0-9]/,
  ));

test("nobody's change is overwritten: both versions are shown and chosen from", () =>
  onPage(
    {},
    async (page) => {
      await visit(page, kEdit);
      await town(page).fill("Mainz");
      await page.getByLabel("Postleitzahl").fill("55116");
      await change(process.env.KONTOR_SESSION, "organisation", "optence", {
        city: "Wiesbaden",
        street: "Am Hafen 1",
      });
      await publish(page);
      const conflict = page.getByRole("region", { name: "Jemand war schneller" });
      await conflict.waitFor();
      assert.match(await conflict.innerText(), /Ada Test/);
      const row = (name) => page.getByRole("row", { name });
      assert.match(await row(/Ort/).innerText(), /Wörrstadt.*Mainz.*Wiesbaden/s);
      assert.ok(
        await row(/Postleitzahl/)
          .getByRole("radio")
          .first()
          .isChecked(),
      );
      assert.ok(
        await row(/Straße/)
          .getByRole("radio")
          .last()
          .isChecked(),
      );
      assert.ok(await page.getByRole("button", { name: "Übernehmen und speichern" }).isDisabled());
      assert.deepEqual(await violations(page), []);
      await picture(page, "edit-conflict");
      await row(/Ort/).getByRole("radio").first().check();
      await page.getByRole("button", { name: "Übernehmen und speichern" }).click();
      await page.waitForURL(/\/organisations\/optence$/);
      await settled(page);
      assert.match(await page.locator("main").innerText(), /Am Hafen 1, 55116 Mainz/);
    },
    /412/,
  ));

test("a region is found by its name, and the position follows the town", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/records/organisation/new");
    await page.getByLabel("Land", { exact: true }).selectOption("DE");
    const region = page.getByLabel("Region (NUTS)");
    await region.fill("Dresden");
    await page.locator('datalist option[value*="(DED2)"]').waitFor({ state: "attached" });
    await region.fill(await page.locator('datalist option[value*="(DED2)"]').getAttribute("value"));
    await page.keyboard.press("Tab");
    assert.equal(await region.inputValue(), "DED2");
    await page.getByText("Region: Dresden").waitFor();
    await town(page).fill("Wetzlar");
    await page.getByText("Weitere Angaben").click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll("input")].some((one) => one.value === "50,55"),
    );
    page.once("dialog", (dialog) => void dialog.accept());
    await visit(page, "/de/");
  }));

test("what is not saved is not lost by a wrong click", () =>
  onPage({}, async (page) => {
    await visit(page, kEdit);
    await page.getByLabel("Postleitzahl").fill("99999");
    let asked = "";
    page.once("dialog", (dialog) => {
      asked = dialog.message();
      void dialog.dismiss();
    });
    await page
      .getByRole("navigation", { name: "Hauptnavigation" })
      .getByRole("link", { name: "Karte" })
      .click();
    assert.match(asked, /nicht gespeichert/);
    assert.match(page.url(), /\/edit$/);
    assert.equal(await page.getByLabel("Postleitzahl").inputValue(), "99999");
    page.once("dialog", (dialog) => void dialog.accept());
    await page
      .getByRole("navigation", { name: "Hauptnavigation" })
      .getByRole("link", { name: "Karte" })
      .click();
    await page.waitForURL(/\/de\/map$/);
  }));

test("a draft waits, is taken up again and published", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/records/project/new");
    await page.getByLabel("Kurzname").fill("PROBELICHT");
    await page.getByLabel("Titel: Deutsch").fill("Licht auf Probe");
    await page.getByRole("button", { name: "Als Entwurf behalten" }).click();
    await page.getByText("Als Entwurf behalten. Nur Sie sehen ihn.").waitFor();
    await visit(page, "/de/drafts");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("link", { name: "PROBELICHT" }).click();
    await settled(page);
    assert.equal(await page.getByLabel("Kurzname").inputValue(), "PROBELICHT");
    await page.getByLabel("Themen").pressSequentially("Photonik");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByLabel("Beginn").fill("1.3.2026");
    await publish(page);
    await page.waitForURL(/\/de\/projects\/probelicht$/);
    await settled(page);
    assert.match(await page.locator("main").innerText(), /Licht auf Probe/);
    await visit(page, "/de/drafts");
    await page.getByText("Keine Entwürfe.").waitFor();
  }));

test("an organisation, its membership, its part in a project and its contact are added", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/organisations/optence");
    await page.getByRole("button", { name: /Angemeldet/ }).click();
    await page.getByRole("link", { name: "Neue Organisation" }).click();
    await settled(page);
    await page.getByLabel("Art (nötig)").selectOption("company");
    await page.getByLabel("Name (nötig)").fill("Probelicht Optik GmbH");
    await page.getByLabel("Land", { exact: true }).selectOption("DE");
    await publish(page);
    await page.waitForURL(/\/organisations\/probelicht-optik-gmbh$/);

    await visit(page, "/de/records/organisation/optence/related?of=membership");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("link", { name: "Neue Mitgliedschaft" }).click();
    await settled(page);
    await page.getByLabel("Mitglied (nötig)").pressSequentially("Probelicht");
    await page.getByRole("option", { name: /Probelicht Optik/ }).click();
    await page.getByLabel("Art", { exact: true }).selectOption("sme");
    await page.getByLabel("Von").fill("2026-01");
    assert.deepEqual(await violations(page), []);
    await publish(page);
    await page.waitForURL(/related\?of=membership/);
    await page.getByRole("row", { name: /Probelicht Optik GmbH.*KMU.*2026/s }).waitFor();

    await visit(page, "/de/records/project/probelicht/related?of=participation");
    await page.getByRole("link", { name: "Neue Beteiligung" }).click();
    await settled(page);
    await page.getByLabel("Organisation (nötig)").pressSequentially("Probelicht Optik");
    await page.getByRole("option", { name: /Probelicht Optik/ }).click();
    await page.getByLabel("Rolle (nötig)").selectOption("coordinator");
    await page.getByLabel("Förderung").fill("1.250.000,50");
    await page.getByLabel("Währung").fill("EUR");
    await publish(page);
    await page.getByRole("row", { name: /Probelicht Optik GmbH.*Koordination/s }).waitFor();
    await visit(page, "/de/projects/probelicht");
    assert.match(await page.locator("main").innerText(), /1\.250\.000,50/);

    await visit(page, "/de/records/organisation/optence/related?of=person");
    await page.getByRole("link", { name: "Neue Person" }).click();
    await settled(page);
    await page.getByLabel("Name (nötig)").fill("Karla Kontakt");
    await page.getByLabel("Funktion").fill("Geschäftsstelle");
    await page.getByLabel("E-Mail-Adresse").fill("karla@example.org");
    await page.getByLabel("Speichern bis (nötig)").fill("2028-12-31");
    await page.getByLabel("Eingewilligt am").fill("2026-01-15");
    await page.getByLabel("Fassung des Einwilligungstextes").fill("2026-01");
    assert.deepEqual(await violations(page), []);
    await picture(page, "person-new");
    await publish(page);
    await page.getByRole("row", { name: /Karla Kontakt.*Geschäftsstelle/s }).waitFor();
    await visit(page, "/de/organisations/optence");
    await page.getByText("Karla Kontakt").waitFor();
  }));

test("a contact is not for everybody", () =>
  onPage({ session: "" }, async (page) => {
    await visit(page, "/de/organisations/optence");
    assert.equal(await page.getByText("Karla Kontakt").count(), 0);
  }));

test("two versions are compared, and one goes back to the older", () =>
  onPage({ width: 360 }, async (page) => {
    await visit(page, "/de/records/organisation/optence/history");
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    assert.match(await page.locator("main").innerText(), /Jahresbericht 2025/);
    await page
      .getByLabel("Diese Fassung")
      .selectOption({ index: (await page.getByLabel("Diese Fassung").locator("option").count()) - 1 });
    const table = page.getByRole("region", { name: "Zwei Fassungen vergleichen" });
    assert.match(await table.innerText(), /Wörrstadt.*Mainz/s);
    await picture(page, "history-compared");
    await page
      .getByRole("button", { name: /Darauf zurückgehen/ })
      .last()
      .click();
    await page.getByRole("button", { name: "Darauf zurückgehen", exact: true }).click();
    await page.getByText("Der Eintrag ist wieder wie damals.").waitFor();
    await visit(page, "/de/organisations/optence");
    assert.match(await page.locator("main").innerText(), /Wörrstadt/);
    assert.doesNotMatch(await page.locator("main").innerText(), /Am Hafen/);
  }));

test("a field is hidden, and the page seen with other eyes", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/organisations/optence");
    const lead = "bündelt Unternehmen";
    await page.getByText(lead).waitFor();
    await page.getByRole("button", { name: "Mehr zu Optence" }).click();
    assert.deepEqual(await violations(page), []);
    await page.locator("main").getByRole("link", { name: "Sichtbarkeit" }).click();
    await settled(page);
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Beschreibung").selectOption("own");
    await page.getByRole("button", { name: "Sichtbarkeit speichern" }).click();
    await page.getByText("Die Sichtbarkeit ist gespeichert.").waitFor();
    await picture(page, "visibility-set");
    await page.getByRole("link", { name: "Öffentlichkeit (nicht angemeldet)" }).click();
    await settled(page);
    await page.getByText("Sie sehen diese Seite wie die Öffentlichkeit.").waitFor();
    assert.equal(await page.getByText(lead).count(), 0);
    assert.deepEqual(await violations(page), []);
    await picture(page, "seen-as-public");
    await page.getByRole("link", { name: "Zurück zur eigenen Sicht" }).click();
    await page.getByText(lead).waitFor();
    await page.getByRole("button", { name: "Mehr zu Optence" }).click();
    await page.getByLabel("Leute einer Organisation").pressSequentially("LITEK");
    await page.getByRole("option", { name: /LITEK/ }).first().click();
    await page.getByText(/wie die Leute von LITEK/).waitFor();
    assert.equal(await page.getByText(lead).count(), 0);
    await visit(page, "/de/records/organisation/optence/visibility");
    await page.getByLabel("Beschreibung").selectOption("");
    await page.getByRole("button", { name: "Sichtbarkeit speichern" }).click();
    await page.getByText("Die Sichtbarkeit ist gespeichert.").waitFor();
  }));

test("one click says that a profile is still right", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/organisations/optence");
    await page.getByRole("button", { name: "Stimmt so" }).click();
    await page.getByText("Bestätigt: Das Profil stimmt, Stand heute.").waitFor();
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await page.getByText("Zurückgenommen.").waitFor();
  }));
