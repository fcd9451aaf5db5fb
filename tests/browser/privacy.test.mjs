// SPDX-License-Identifier: EUPL-1.2
// Who did what, what is kept about people, and two records that are one organisation.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, overflow, pagesOf, picture, settled, violations, visit } from "./support/browser.mjs";
import { call, change, invited } from "./support/people.mjs";

let browser;
let keeper;
before(async () => {
  browser = await launch();
  keeper = await invited("uta@example.org", "Uta Probe", "cluster_manager", "optence");
});
after(() => browser?.close());

const onPage = pagesOf(() => browser);

const add = (kind, record) => call(keeper, "POST", `/records/${kind}`, { record, owner: "optence" });

test("one's own deeds and those at one's organisation are told", () =>
  onPage({ session: keeper, width: 360 }, async (page) => {
    await change(keeper, "organisation", "optence", { street: "Probegasse 3" });
    await visit(page, "/de/audit");
    await page
      .getByRole("row", { name: /Uta Probe.*Optence/s })
      .first()
      .waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await picture(page, "audit");
    await page
      .getByRole("navigation", { name: "Wessen Taten" })
      .getByRole("link", { name: "Optence" })
      .click();
    await settled(page);
    await page
      .locator("tr", { hasText: /Uta Probe.*Straße/s })
      .first()
      .waitFor();
    assert.equal(await page.getByRole("link", { name: "Ganzes Kontor" }).count(), 0);
  }));

test("actions, roles and purposes are told in words, in both languages", async () => {
  for (const [language, words] of [
    ["de", /Rolle: Clustermanagement.*Zweck: Einladung|Zweck: Einladung.*Rolle: Clustermanagement/s],
    ["en", /role: Cluster m.*purpose: invitation|purpose: invitation.*role: Cluster m/s],
  ]) {
    await onPage({ signedIn: true, language }, async (page) => {
      await visit(page, `/${language}/audit?whose=kontor`);
      const told = await page.locator("table").innerText();
      assert.match(told, words);
      assert.doesNotMatch(
        told,
        /\b(cluster_manager|role|session|link|account|record)\.[a-z_]+|cluster_manager/,
      );
      assert.deepEqual(await violations(page), []);
      await picture(page, `audit-words-${language}`);
    });
  }
});

test("two records of one organisation become one, and two again", () =>
  onPage({ session: keeper }, async (page) => {
    const one = await add("organisation", {
      kind: "company",
      names: [{ text: "Doppelt Optik GmbH", type: "legal" }],
      country: "DE",
      web: "https://eins.example",
      employees: 7,
    });
    const other = await add("organisation", {
      kind: "company",
      names: [{ text: "Doppelt Optik", type: "short" }],
      country: "DE",
      city: "Wetzlar",
      web: "https://zwei.example",
      employees: 9,
    });
    await add("membership", { member: other.id, cluster: "optence", type: "sme" });
    await visit(page, `/de/organisations/${one.id}`);
    await page.getByRole("button", { name: /Mehr zu/ }).click();
    await page.getByRole("link", { name: "Mit einer anderen zusammenführen" }).click();
    await settled(page);
    await page.getByLabel("Geht darin auf").pressSequentially("Doppelt Optik");
    await page
      .locator("[role=option]", { hasText: /^\s*Doppelt Optik\s/ })
      .first()
      .waitFor();
    await visit(page, `/de/merge?kept=${one.id}&merged=${other.id}`);
    const table = page.getByRole("region", { name: "Worin sie sich unterscheiden" });
    assert.match(await table.innerText(), /Wetzlar/);
    assert.equal(await page.getByRole("radio", { name: /Namen, Zusammen/ }).isChecked(), true);
    assert.equal(await page.getByRole("radio", { name: /Beschäftigte, Bleibt/ }).isChecked(), true);
    await page.getByRole("radio", { name: /Webseite, Bleibt/ }).focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.getByRole("radio", { name: /Webseite, Geht darin auf/ }).isChecked(), true);
    assert.match(await page.locator("main").innerText(), /Mitgliedschaften 1/);
    assert.deepEqual(await violations(page), []);
    await picture(page, "merge");
    await page.getByRole("button", { name: /^Zusammenführen/ }).click();
    await page.getByRole("button", { name: "Zusammenführen", exact: true }).click();
    await page.getByText(/Zusammengeführt/).waitFor();
    await settled(page);
    assert.match(await page.locator("main").innerText(), /Wetzlar/);
    assert.match(await page.locator("main").innerText(), /Mitglied[^]*Optence/);
    const now = (await call(keeper, "GET", `/records/organisation/${one.id}`)).record;
    assert.deepEqual([now.web, now.employees, now.names.length], ["https://zwei.example", 7, 2]);
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await page.getByText("Zurückgenommen.").waitFor();
    assert.equal((await call(keeper, "GET", `/records/organisation/${other.id}`)).id, other.id);
  }));

test("what is kept about a person is shown, and erased for good", () =>
  onPage({ session: keeper }, async (page) => {
    const person = await add("person", {
      name: "Paul Vergänglich",
      organisation: "optence",
      email: "paul@example.org",
      purpose: "contact",
      keep_until: "2028-12-31",
    });
    await visit(page, `/de/records/person/${person.id}/edit`);
    await page.getByRole("link", { name: "Auskunft und Löschung" }).click();
    await settled(page);
    assert.match(await page.locator("main").innerText(), /paul@example\.org/);
    assert.deepEqual(await violations(page), []);
    await picture(page, "person-data");
    await page.getByRole("button", { name: /^Person löschen/ }).click();
    await page.getByRole("button", { name: "Person löschen", exact: true }).click();
    await page.getByText("Die Person ist gelöscht.").waitFor();
    await assert.rejects(call(keeper, "GET", `/records/person/${person.id}`), /record-not-found/);
  }));

for (const [language, words] of [
  [
    "de",
    {
      title: "Wo andere den Namen nennen",
      others: /Ein eigener Personeneintrag/,
      still: /noch stehen: 1/,
      erase: "Person löschen",
      done: "Die Person ist gelöscht.",
    },
  ],
  [
    "en",
    {
      title: "Where others give the name",
      others: /A person record of its own/,
      still: /still stand: 1/,
      erase: "Erase person",
      done: "The person has been erased.",
    },
  ],
]) {
  for (const width of [360, 1280]) {
    test(`where others name a person is shown before and after the erasure (${language}, ${width})`, () =>
      onPage({ session: keeper, language, width }, async (page) => {
        const name = `Nina Nachklang${language}${width}`;
        const person = await add("person", {
          name,
          organisation: "optence",
          email: `nina${language}${width}@example.org`,
          purpose: "contact",
          keep_until: "2028-12-31",
        });
        const firm = await add("organisation", {
          kind: "company",
          names: [{ text: `Nachklang Optik ${language} ${width}`, type: "legal" }],
          country: "DE",
          description: [
            { lang: "de", text: `Gegründet 2009 von ${name.toUpperCase()}, die seither das Labor führt.` },
          ],
        });
        await add("membership", { member: firm.id, cluster: "optence", type: "sme" });
        const twin = await add("person", {
          name,
          organisation: "optence",
          purpose: "contact",
          keep_until: "2028-12-31",
        });
        await visit(page, `/${language}/records/person/${person.id}/data`);
        const places = page.locator("section", { has: page.getByRole("heading", { name: words.title }) });
        assert.equal(await places.locator("mark").count(), 2);
        assert.match(await places.innerText(), /NINA NACHKLANG/);
        assert.match(await places.innerText(), words.others);
        assert.equal(await places.getByRole("checkbox").isChecked(), true);
        assert.deepEqual(await violations(page), []);
        assert.equal(await overflow(page), 0);
        await picture(page, `person-mentions-${language}-${width}`);
        await page.getByRole("button", { name: new RegExp(`^${words.erase}`) }).focus();
        await page.keyboard.press("Enter");
        await page.keyboard.press("Enter");
        await page.getByText(words.still).waitFor();
        assert.match(await page.locator("h1").innerText(), new RegExp(words.done));
        assert.deepEqual(await violations(page), []);
        assert.equal(await overflow(page), 0);
        await picture(page, `person-mentions-left-${language}-${width}`);
        const now = (await call(keeper, "GET", `/records/organisation/${firm.id}`)).record;
        assert.equal(now.description[0].text, "Gegründet 2009 von […], die seither das Labor führt.");
        await call(keeper, "DELETE", `/privacy/people/${twin.id}`);
      }));
  }
}

test("one's own data and the record of processing are there to print", () =>
  onPage({ signedIn: true }, async (page) => {
    await visit(page, "/de/my-data");
    assert.match(await page.locator("main").innerText(), /admin@example\.org/);
    assert.deepEqual(await violations(page), []);
    await visit(page, "/de/register");
    assert.ok((await page.getByRole("row").count()) > 3);
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("main button:visible").count(), 0);
  }));
