// SPDX-License-Identifier: EUPL-1.2
// What a cluster manager does with the partner list: choose what counts, look closer, compare, and note what came of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, pagesOf, picture, settled, violations, visit } from "./support/browser.mjs";
import { call, invited } from "./support/people.mjs";

let browser;
let keeper;
before(async () => {
  browser = await launch();
  keeper = await invited("paula@example.org", "Paula Probe", "editor", "optence");
});
after(() => browser?.close());

const onPage = pagesOf(() => browser);
const kList = "/de/partners?for=optence&organisation_kind=cluster";
const names = (page) => page.locator("article h2").allInnerTexts();
const chosen = (page) => page.getByRole("group", { name: "Gewählt" });
const query = (page) => new URL(page.url()).searchParams;

test("find partners, choose what counts, ask why, see the ways there, compare, and note it", () =>
  onPage({ session: keeper }, async (page) => {
    await visit(page, kList);
    const usual = await names(page);
    await page.getByText("Einstellen, was zählt").click();
    await page.locator('input[type=radio][value="complementary"]').check();
    await settled(page);
    assert.equal(query(page).get("preset"), "complementary");
    assert.notDeepEqual(await names(page), usual, "another preset is another list");
    assert.equal(await chosen(page).getByRole("button").count(), 2, "preset and kind");
    assert.match(await page.locator("main").innerText(), /Bekanntesten im Netz/);
    assert.deepEqual(await violations(page), []);

    const first = page.locator("article").first();
    const name = await first.locator("h2").innerText();
    await first.getByRole("checkbox", { name: /^Vergleichen/ }).check();
    await page
      .locator("article")
      .nth(1)
      .getByRole("checkbox", { name: /^Vergleichen/ })
      .check();
    await page.getByText("2 zum Vergleich gewählt").first().waitFor();
    const list = page.url();

    await first.getByRole("link", { name: /^Warum, und was es verbessern würde/ }).click();
    await page.waitForURL(/\/de\/partners\/why\?/);
    await settled(page);
    assert.match(await page.locator("h1").innerText(), /^Wie gut passt .+ zu .+\?$/);
    assert.match(await page.locator(".standing").innerText(), /\d/);
    assert.ok((await page.getByText(/^ohne dies/).count()) > 0, "each reason says what it is worth");
    await page.getByRole("heading", { name: "Was es verbessern würde" }).waitFor();
    await picture(page, "journey-why");
    await page.getByRole("link", { name: "Zurück zur Partnerliste" }).click();
    await settled(page);
    assert.equal(page.url(), list, "the list is as one left it");

    await page
      .locator("article")
      .first()
      .getByRole("link", { name: /^Verbindungswege/ })
      .click();
    await page.waitForURL(/\/de\/paths\?from=optence&to=/);
    await settled(page);
    assert.match(await page.locator("h1").innerText(), /^Wege von .+ zu .+/);
    await page.goBack();
    await settled(page);

    await page.getByRole("link", { name: "Vergleichen", exact: true }).last().click();
    await page.waitForURL(/\/de\/compare\?for=optence&with=/);
    await settled(page);
    assert.equal(await page.locator("article").count(), 2);
    const tops = await page
      .locator("article section:nth-of-type(2)")
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    assert.equal(tops[0], tops[1], "rows of the sheets meet");
    await page.goBack();
    await settled(page);

    const card = page.getByRole("article", { name: new RegExp(`^1\\. `) });
    await card.getByText("Notizen zu diesem Partner").click();
    await card.getByLabel("Was war?").selectOption("met");
    await card.getByLabel("Anmerkung").fill("Auf der Messe, gutes Gespräch.");
    assert.deepEqual(await violations(page), []);
    await card.getByRole("button", { name: "Notieren" }).click();
    await card.getByText("„Auf der Messe, gutes Gespräch.“").first().waitFor();

    await visit(page, "/de/partners/notes");
    const line = page.locator("main li").filter({ hasText: "gutes Gespräch" });
    assert.match(await line.innerText(), new RegExp(name.slice(0, 8)));
    await line.getByRole("button", { name: /^Zurücknehmen/ }).click();
    await line.getByRole("button", { name: "Zurücknehmen" }).click();
    await line.waitFor({ state: "detached" });
  }));

test("a slider is moved by key, and the preset comes back", () =>
  onPage({}, async (page) => {
    await visit(page, `${kList}&preset=newcomers`);
    const before = await names(page);
    await page.getByText("Einstellen, was zählt").click();
    const place = page.getByRole("slider", { name: "Ort" });
    await place.focus();
    await page.keyboard.press("End");
    await settled(page);
    assert.equal(query(page).get("weights"), "place:10");
    assert.equal(await page.locator(`output[for="${await place.getAttribute("id")}"]`).innerText(), "10");
    assert.equal(await place.evaluate((one) => one === document.activeElement), true, "the focus stays");
    await chosen(page)
      .getByRole("button", { name: /Gewichte: Ort 10/ })
      .waitFor();
    await page.getByRole("button", { name: "Zurück zur Voreinstellung" }).click();
    await settled(page);
    assert.equal(query(page).get("weights"), null);
    assert.deepEqual(await names(page), before);
  }));

test("weights of nothing are explained, and the sliders stay to mend it", () =>
  onPage(
    {},
    async (page) => {
      await visit(page, kList);
      await page.getByText("Einstellen, was zählt").click();
      for (const slider of await page.getByRole("slider").all()) {
        await slider.focus();
        await page.keyboard.press("Home");
        await settled(page);
      }
      await page.locator("main [role=alert]:visible, main .card p:visible").first().waitFor();
      assert.equal(await page.getByRole("slider").count(), 6);
      await page.getByRole("button", { name: "Zurück zur Voreinstellung" }).click();
      await settled(page);
      assert.ok((await names(page)).length >= 5);
    },
    /status of 4\d\d/,
  ));

test("who is left out is named, and comes back", () =>
  onPage({}, async (page) => {
    await visit(page, kList);
    const [first] = await names(page);
    await page
      .getByRole("button", { name: /^Weglassen/ })
      .first()
      .click();
    await settled(page);
    assert.ok(!(await names(page)).includes(first));
    const chip = chosen(page).getByRole("button", { name: `ohne ${first}` });
    await chip.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Gewählt");
    await page.reload();
    await settled(page);
    await chosen(page)
      .getByRole("button", { name: /^ohne / })
      .click();
    await settled(page);
    assert.equal((await names(page))[0], first);
  }));

test("somebody who is missed is looked up", () =>
  onPage({}, async (page) => {
    await visit(page, `${kList}&country=FI`);
    await page.getByText("Wen vermissen Sie?").click();
    await page.getByRole("combobox", { name: "Warum nicht …?" }).pressSequentially("LITEK", { delay: 20 });
    await page.getByRole("option", { name: /LITEK/ }).first().click();
    await page.waitForURL(/\/de\/partners\/why\?.*candidate=litek/);
    await settled(page);
    assert.equal(query(page).get("country"), "FI", "the question stays the same");
    assert.notEqual((await page.locator(".standing").innerText()).trim(), "");
    assert.deepEqual(await violations(page), []);
  }));

test("the ways between two organisations are told link by link", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/organisations/optence");
    await page.locator("main").getByRole("link", { name: "Verbindungswege" }).first().click();
    await page.waitForURL(/\/de\/paths\?from=optence$/);
    await page.getByRole("combobox", { name: "Zu", exact: true }).pressSequentially("LITEK", { delay: 20 });
    await page.getByRole("option", { name: /LITEK/ }).first().click();
    await page.waitForURL(/to=litek/);
    await settled(page);
    const chains = page.locator("article");
    assert.ok((await chains.count()) > 0);
    const links = chains.first().locator("ol > li");
    assert.ok((await links.count()) <= 3);
    assert.match(await links.first().innerText(), /(stark|mittel|schwach) \(/);
    await page.getByRole("button", { name: "Tauschen" }).click();
    await page.waitForURL(/from=litek&to=optence/);
    await settled(page);
    assert.ok((await chains.count()) > 0);
  }));

for (const [language, said, ask] of [
  ["de", /Nasrin Falvenor ist Ansprechperson bei .+ und bei /, "Ansprechpersonen bei Cortéon Imagerie SAS"],
  ["en", /Nasrin Falvenor is a contact person at both /, "Whom to ask at Cortéon Imagerie SAS"],
])
  test(`a way through a person says so and whom to ask, on a phone too (${language})`, () =>
    onPage({ language, width: 360 }, async (page) => {
      await visit(page, `/${language}/paths?from=demo-ulmilon&to=minalogic`);
      const first = page.locator("article").first().locator("ol > li").first();
      assert.match(await first.innerText(), said);
      assert.match(await first.getByRole("list", { name: ask }).innerText(), /Nasrin Falvenor, Conseillère/);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        "nothing sticks out",
      );
      assert.deepEqual(await violations(page), []);
    }));

test("whom to ask at an organisation is for its own people", async () => {
  await call(keeper, "POST", "/records/person", {
    owner: "optence",
    record: {
      name: "Olga Optisch",
      organisation: "optence",
      function: "Cluster",
      purpose: "contact",
      keep_until: "2099-12-31",
    },
  });
  const asked = (page) => page.getByText("Olga Optisch").count();
  await onPage({ session: keeper }, async (page) => {
    await visit(page, "/de/paths?from=litek&to=optence");
    assert.ok((await asked(page)) > 0);
  });
  await onPage({}, async (page) => {
    await visit(page, "/de/paths?from=litek&to=optence");
    assert.equal(await asked(page), 0);
    assert.ok((await page.locator("article").count()) > 0, "the ways are there all the same");
  });
});

test("a comparison prints on two pages a candidate at most", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/compare?for=optence&with=litek,biosaxony,its-owl");
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    assert.ok(pages >= 3 && pages <= 6, `${pages} pages for three`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("button:visible, input:visible").count(), 0);
  }));

test("a team is put together and completed", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/teams");
    await page.getByText("Ab zwei Mitgliedern").waitFor();
    for (const name of ["Optence", "LITEK"]) {
      await page
        .getByRole("combobox", { name: "Mitglied hinzufügen" })
        .pressSequentially(name, { delay: 20 });
      await page
        .getByRole("option", { name: new RegExp(name) })
        .first()
        .click();
      await settled(page);
    }
    assert.equal(query(page).get("member"), "optence,litek");
    const first = page.locator("article").first();
    assert.ok((await first.locator("details").count()) > 0);
    const name = await first.locator("h2").innerText();
    await first.getByRole("link", { name: /^Ins Team nehmen/ }).click();
    await settled(page);
    assert.equal(query(page).get("member")?.split(",").length, 3);
    assert.ok(!(await names(page)).includes(name));
  }));

test("who was asked can be left out, and only one’s own people see the notes", () =>
  onPage(
    { session: keeper },
    async (page) => {
      await visit(page, kList);
      const [first] = await names(page);
      const partner = await page.locator("article h2 a").first().getAttribute("href");
      const note = await call(keeper, "POST", "/partner-notes", {
        for: "optence",
        partner: partner.split("/").pop(),
        outcome: "asked",
      });
      await page.getByLabel("Wen wir gefragt haben, weglassen").check();
      await settled(page);
      assert.equal(query(page).get("asked"), "hide");
      assert.ok(!(await names(page)).includes(first));
      await page.context().clearCookies();
      await visit(page, "/de/partners/notes?for=optence");
      await page.getByText("Notizen sieht nur, wer zur Organisation gehört.").waitFor();
      await call(keeper, "DELETE", `/partner-notes/${note.id}`);
    },
    /status of 4\d\d/,
  ));
