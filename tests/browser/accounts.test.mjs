// SPDX-License-Identifier: EUPL-1.2
// Signing in, inviting, and what one does with one's own account.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import {
  kPassword,
  launch,
  overflow,
  pagesOf,
  picture,
  settled,
  violations,
  visit,
} from "./support/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A refused request is told on the console, too: those of `expected` statuses are meant. */
const onPage = pagesOf(() => browser);

async function fillSignIn(page, email, password) {
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Anmelden" }).click();
}

/** Six digits for the base32 secret of an authenticator app (RFC 6238). */
function codeOf(secret) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((octet) => Number.parseInt(octet, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

test("importing asks to sign in, says no in one sentence, and comes back", () =>
  onPage(
    {},
    async (page) => {
      await visit(page, "/de/import");
      assert.equal(await page.locator("#import-file").count(), 0);
      await page.locator("main").getByRole("link", { name: "Anmelden" }).click();
      await page.waitForURL(/\/de\/sign-in\?to=%2Fimport/);
      await settled(page);
      await fillSignIn(page, "admin@example.org", "nicht das richtige");
      await page.getByRole("alert").waitFor();
      assert.match(await page.getByRole("alert").innerText(), /stimmen nicht/);
      assert.deepEqual(await violations(page), []);
      await page.getByLabel("Passwort", { exact: true }).fill(kPassword);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/de\/import$/);
      await settled(page);
      await page.getByLabel("Datei", { exact: true }).waitFor();
      await page.getByRole("button", { name: /Angemeldet/ }).click();
      await page.getByRole("button", { name: "Abmelden" }).waitFor();
      assert.deepEqual(await violations(page), []);
      await picture(page, "account-menu");
      await page.getByRole("button", { name: "Abmelden" }).click();
      await page.waitForURL(/\/de\/$/);
      await page.getByRole("banner").getByRole("link", { name: "Anmelden" }).waitFor();
    },
    /401/,
  ));

test("an address of another site is no way back", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/sign-in?to=//elsewhere.example/x");
    await fillSignIn(page, "admin@example.org", kPassword);
    await page.waitForURL(/\/de\/$/);
  }));

let link = "";

test("somebody is invited, and the link is shown to hand over", () =>
  onPage({ signedIn: true }, async (page) => {
    await visit(page, "/de/organisations/optence");
    await page.getByRole("button", { name: "Mehr zu Optence" }).click();
    await page.locator("main").getByRole("link", { name: "Rollen" }).click();
    await page.waitForURL(/\/de\/organisations\/optence\/roles$/);
    await settled(page);
    await page.getByLabel("E-Mail-Adresse").fill("mia@example.org");
    await page.getByLabel("Rolle", { exact: true }).selectOption("editor");
    await page.getByRole("button", { name: "Rolle geben" }).click();
    link = await page.getByLabel("Einladungslink").inputValue();
    assert.match(link, /\/de\/link#/);
    await page.getByRole("row", { name: /mia@example\.org.*Redaktion/s }).waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, "roles-invited");
  }));

test("an invitation tells all faults at the fields, and signs in", () =>
  onPage(
    { width: 360 },
    async (page) => {
      const { pathname, hash } = new URL(link);
      await visit(page, pathname + hash);
      assert.match(await page.locator("main").innerText(), /mia@example\.org.*Optence.*Redaktion/s);
      await page.getByRole("button", { name: "Annehmen und anmelden" }).click();
      await page.getByRole("alert").first().waitFor();
      assert.equal(await page.getByLabel("Name").getAttribute("aria-invalid"), "true");
      assert.equal(await page.getByLabel("Neues Passwort").getAttribute("aria-invalid"), "true");
      assert.deepEqual(await violations(page), []);
      await picture(page, "invitation-faults");
      await page.getByLabel("Name").fill("Mia Probe");
      await page.getByLabel("Neues Passwort").fill(kPassword);
      await page.getByRole("button", { name: "Annehmen und anmelden" }).click();
      await page.waitForURL(/\/de\/$/);
      await page.getByRole("button", { name: /Mia Probe/ }).click();
      await page.getByRole("link", { name: /Rollen bei Optence/ }).click();
      await page.waitForURL(/\/roles$/);
      await settled(page);
      await page.getByRole("row", { name: /Mia Probe/ }).waitFor();
    },
    /40[0-9]|422/,
  ));

test("a used link says so", () =>
  onPage(
    {},
    async (page) => {
      const { pathname, hash } = new URL(link);
      await visit(page, pathname + hash);
      assert.match(await page.getByRole("alert").innerText(), /gilt nicht/);
      assert.deepEqual(await violations(page), []);
    },
    /410/,
  ));

test("who has an account signs in on the link's page and accepts a second role", () =>
  onPage({ signedIn: true }, async (page) => {
    await visit(page, "/de/organisations/optence/roles");
    await page.getByLabel("E-Mail-Adresse").fill("mia@example.org");
    await page.getByLabel("Rolle", { exact: true }).selectOption("project_manager");
    await page.getByRole("button", { name: "Rolle geben" }).click();
    link = await page.getByLabel("Einladungslink").inputValue();
    await page.getByRole("row", { name: /mia@example\.org.*Projektmanagement/s }).waitFor();
  }).then(() =>
    onPage({ width: 360 }, async (page) => {
      const { pathname, hash } = new URL(link);
      await visit(page, pathname + hash);
      await page.getByText("Ich habe schon ein Konto").click();
      assert.deepEqual(await violations(page), []);
      await picture(page, "invitation-known");
      await page.getByLabel("Passwort", { exact: true }).fill(kPassword);
      await page.getByRole("button", { name: "Anmelden", exact: true }).click();
      await page.getByRole("button", { name: "Annehmen", exact: true }).click();
      await page.waitForURL(/\/de\/$/);
      await visit(page, "/de/organisations/optence/roles");
      await page.getByRole("row", { name: /Mia Probe.*Projektmanagement/s }).waitFor();
    }),
  ));

test("a token is shown once and withdrawn", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/sign-in?to=/account");
    await fillSignIn(page, "mia@example.org", kPassword);
    await page.getByLabel("Wofür").fill("Monatsbericht");
    await page.getByRole("button", { name: "Token anlegen" }).click();
    assert.match(await page.getByLabel("Neues Token").inputValue(), /^kt_/);
    assert.deepEqual(await violations(page), []);
    await picture(page, "account-token");
    await page.reload();
    await settled(page);
    assert.equal(await page.getByLabel("Neues Token").count(), 0);
    await page.getByRole("button", { name: "Zurückziehen: Monatsbericht" }).click();
    await page.getByRole("button", { name: "Zurückziehen", exact: true }).click();
    await page.getByText("Monatsbericht", { exact: true }).waitFor({ state: "detached" });
  }));

test("a second factor is set up, asked for, and a recovery code stands in for it", () =>
  onPage(
    {},
    async (page) => {
      await visit(page, "/de/sign-in?to=/account");
      await fillSignIn(page, "mia@example.org", kPassword);
      await page.getByRole("button", { name: "Einrichten" }).click();
      const secret = await page.getByLabel("Schlüssel für die App").inputValue();
      const section = page
        .locator("section")
        .filter({ has: page.getByRole("heading", { name: "Zweiter Faktor" }) });
      await section.getByLabel("Code der App").fill(codeOf(secret));
      await section.getByLabel("Jetziges Passwort").fill(kPassword);
      await section.getByRole("button", { name: "Einschalten" }).click();
      await page.getByRole("heading", { name: "Ersatzcodes" }).waitFor();
      const recovery = await section.locator("code").first().innerText();
      assert.deepEqual(await violations(page), []);
      await picture(page, "account-recovery");
      await page.getByRole("button", { name: /Angemeldet/ }).click();
      await page.getByRole("button", { name: "Abmelden" }).click();
      await page.waitForURL(/\/de\/$/);
      await visit(page, "/de/sign-in");
      await fillSignIn(page, "mia@example.org", kPassword);
      const code = page.getByLabel("Code", { exact: true });
      await code.waitFor();
      assert.equal(await page.getByRole("alert").count(), 0, "being asked is no fault");
      assert.deepEqual(await violations(page), []);
      await code.fill(recovery);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/de\/$/);
      await page.getByRole("button", { name: /Mia Probe/ }).waitFor();
    },
    /401/,
  ));

/** A Kontor with a provider, whose word the page takes: what it tells the browser is changed on its way. */
async function withProvider(page, account) {
  const sent = [];
  const change = (pattern, fields) =>
    page.route(pattern, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), ...fields } });
    });
  await change(/\/api\/v1\/session\b/, { provider: "EU Login" });
  await change(/\/api\/v1\/account(\?|$)/, account);
  await page.route(/\/api\/v1\/account\/provider/, async (route) => {
    sent.push([new URL(route.request().url()).pathname, route.request().postDataJSON()]);
    account.provider = "";
    const back = { address: "/de/account?back" };
    await (route.request().url().includes("removal")
      ? route.fulfill({ status: 204 })
      : route.fulfill({ json: back }));
  });
  return sent;
}

test("an account is connected with a provider", () =>
  onPage({ signedIn: true, width: 360 }, async (page) => {
    const sent = await withProvider(page, { provider: "" });
    await visit(page, "/de/account");
    const section = page.locator("section", {
      has: page.getByRole("heading", { name: "Anmeldedienst", exact: true }),
    });
    assert.match(await section.innerText(), /Verbinden Sie Ihr Konto mit EU Login/);
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await picture(page, "account-provider");
    await section.getByLabel("Jetziges Passwort").fill(kPassword);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/de\/account\?back$/);
    assert.deepEqual(sent, [["/api/v1/account/provider", { password: kPassword }]]);
  }));

test("the connection is ended with the password, unless it is the only way in", () =>
  onPage({ signedIn: true, language: "en" }, async (page) => {
    const sent = await withProvider(page, { provider: "https://id.example" });
    await visit(page, "/en/account");
    const section = page.locator("section", {
      has: page.getByRole("heading", { name: "Sign-in through a provider" }),
    });
    assert.match(await section.innerText(), /connected with EU Login/);
    await section.getByLabel("Present password").fill(kPassword);
    await section.getByRole("button", { name: "End the connection" }).click();
    await section.getByText(/Connect your account with EU Login/).waitFor();
    assert.deepEqual(sent, [["/api/v1/account/provider/removal", { password: kPassword }]]);
  }).then(() =>
    onPage({ signedIn: true }, async (page) => {
      await withProvider(page, { provider: "https://id.example", has_password: false });
      await visit(page, "/de/account");
      await page.getByText(/Ihr einziger Weg zum Anmelden/).waitFor();
      assert.equal(await page.getByRole("button", { name: "Verbindung trennen" }).count(), 0);
      assert.deepEqual(await violations(page), []);
    }),
  ));
