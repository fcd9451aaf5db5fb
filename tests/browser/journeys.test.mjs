// SPDX-License-Identifier: EUPL-1.2
// What people come for, done as they would do it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kServer, launch, open, pagesOf, settled, violations, visit } from "./support/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const onPage = pagesOf(() => browser);

test("the bare address leads to the browser’s language", () =>
  onPage({ language: "de" }, async (page) => {
    await visit(page, "/");
    assert.equal(new URL(page.url()).pathname, "/de/");
  }));

test("a mistyped word finds what was meant, and says so", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/");
    await page.getByRole("combobox", { name: "Suchwörter" }).fill("Photonk");
    await page.keyboard.press("Enter");
    await settled(page);
    assert.match(page.url(), /\/de\/search\?q=Photonk/);
    const main = await page.locator("main").innerText();
    assert.match(main, /„Photonk“/);
    assert.match(main, /„Photonik“/, "written as people write it");
    assert.ok((await page.locator("article h2 a").count()) > 3);
  }));

test("words of one language find records of another through topics", () =>
  onPage({}, async (page) => {
    await visit(page, "/en/search?q=Medizintechnik");
    const understood = page.locator("main").getByText("Understood as topic:");
    await understood.waitFor();
    assert.ok((await page.locator("article h2 a").count()) > 3);
    await visit(page, "/de/search?q=medical+devices&kind=project");
    assert.ok((await page.locator("article h2 a").count()) > 0);
  }));

test("filters become chips, and the address keeps them", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/search?q=Photonik");
    await page
      .getByRole("group", { name: "Land", exact: true })
      .getByRole("checkbox", { name: /Deutschland/ })
      .check();
    await settled(page);
    assert.match(page.url(), /country=DE/);
    await page.getByRole("button", { name: /Land: Deutschland/ }).click();
    await settled(page);
    assert.doesNotMatch(page.url(), /country=/);
  }));

test("suggestions open a record", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/");
    await page.getByRole("combobox").pressSequentially("biosax", { delay: 20 });
    await page
      .getByRole("option", { name: /biosaxony/i })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/de\/(organisations|projects)\//);
  }));

test("partners of Optence: evidence opens, the address repeats the list, CSV works", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/partners?for=optence&organisation_kind=cluster");
    const names = () => page.locator("article h2").allInnerTexts();
    const first = await names();
    assert.ok(first.length >= 5, "at least five partners");
    const part = page.locator("article").first().locator(".parts details").first();
    await part.locator("summary").click();
    assert.ok((await part.locator("li").count()) > 0, "a part names its evidence");
    assert.ok((await part.locator("a").count()) > 0, "evidence links to records");
    assert.deepEqual(await violations(page), []);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Als CSV speichern" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    const answer = await page.request.get(download.url());
    assert.match(answer.headers()["content-type"] ?? "", /text\/csv/);
    await page.reload();
    await settled(page);
    assert.deepEqual(await names(), first);
  }));

test("leaving a country out of the filters and switching the language keep the question", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/partners?for=optence");
    await page.getByLabel("Land", { exact: true }).selectOption("FR");
    await settled(page);
    assert.match(page.url(), /country=FR/);
    await page.getByRole("link", { name: "English" }).click();
    await settled(page);
    assert.match(page.url(), /\/en\/partners\?for=optence&country=FR/);
    assert.match(await page.locator("h1").innerText(), /Partners for Optence/);
  }));

test("a value shows its source on demand", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/projects/bonebank");
    const button = page.getByRole("button", { name: /^Quelle:/ }).first();
    await button.click();
    const panel = page.locator("[popover]:popover-open");
    await panel.waitFor();
    assert.match(await panel.innerText(), /Stand/);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
  }));

test("conflicting figures stand side by side", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/projects/bonebank");
    const conflict = page.locator("li.conflict").first();
    assert.match(await conflict.innerText(), /Quellen widersprechen sich/);
    assert.ok((await conflict.locator(".value").count()) >= 2);
  }));

test("every fact and count of topics, places, programmes and calls shows its source", () =>
  onPage({}, async (page) => {
    const paths = [
      "topics/photonics",
      "countries/DE",
      "regions/DED2",
      "programmes/cosme-escp4i",
      "calls/cos-cluster-2014-3-03",
    ];
    for (const path of paths) {
      await visit(page, `/de/${path}`);
      const buttons = page.getByRole("button", { name: /^Quelle:/ });
      const facts = await page.locator("main dl > div > dt").count();
      assert.ok(
        (await buttons.count()) >= Math.max(facts, 2),
        `${path}: ${await buttons.count()} of ${facts}`,
      );
      await buttons.first().click();
      const panel = page.locator("[popover]:popover-open");
      assert.match(await panel.innerText(), /Stand/, path);
      assert.doesNotMatch(await panel.innerText(), /\d{4}-\d\d/, path);
      await page.keyboard.press("Escape");
    }
  }));

test("members, projects, participants, agreements and delegations show their source row by row", () =>
  onPage({}, async (page) => {
    const sourced = (row) => row.getByRole("button", { name: /^Quelle:/ }).count();
    const each = async (rows, least) => {
      const count = await rows.count();
      assert.ok(count >= least, `${count} rows`);
      for (let at = 0; at < count; at += 1) assert.equal(await sourced(rows.nth(at)), 1, `row ${at}`);
    };
    const section = (title) =>
      page.locator("section").filter({ has: page.getByRole("heading", { name: title, level: 2 }) });
    await visit(page, "/de/organisations/optence");
    await each(section(/^Mitglieder/).locator(".line"), 10);
    await each(section(/^Projekte/).locator("ul.divided > li"), 3);
    await each(section(/^Delegationsreisen/).locator("ul.divided > li"), 1);
    await visit(page, "/de/projects/laser-go");
    await each(section(/^Beteiligte/).locator("tbody tr"), 6);
    await section(/^Beteiligte/)
      .getByRole("button", { name: /^Quelle:/ })
      .first()
      .click();
    assert.match(await page.locator("[popover]:popover-open").innerText(), /Stand/);
  }));

test("an empty Kontor says what to begin with", () =>
  onPage({}, async (page) => {
    const without = (field) => async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), [field]: [] } });
    };
    await page.route("**/api/*/status*", without("records"));
    await page.route("**/api/*/topics*", without("topics"));
    for (const path of ["/de", "/de/topics"]) {
      await visit(page, path);
      await page.getByRole("heading", { name: "Dieses Kontor ist noch leer" }).waitFor();
      const link = page.getByRole("main").getByRole("link", { name: "Mitgliederliste importieren" }).last();
      assert.match(await link.getAttribute("href"), /\/de\/import$/);
      assert.deepEqual(await violations(page), []);
    }
  }));

test("a country leads to its regions, and a region to its neighbours and members", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/countries/DE");
    const row = page.getByRole("row", { name: /Sachsen/ }).first();
    const count = Number(await row.locator("td").first().innerText());
    await row.getByRole("link", { name: "Sachsen" }).click();
    await page.waitForURL(/\/de\/regions\/DED$/);
    await settled(page);
    assert.match(await page.locator("main .lead").innerText(), new RegExp(`^${count} Organisationen`));
    for (const title of ["Cluster", "Nächste Cluster außerhalb", "Stärkste Themen", "Darin liegen"]) {
      await page.getByRole("heading", { name: title }).first().waitFor();
    }
    const shown = () => page.locator("main .line").count();
    const before = await shown();
    await page.getByRole("button", { name: /Mehr/ }).click();
    await page.waitForFunction((least) => document.querySelectorAll("main .line").length > least, before);
    await page.getByRole("link", { name: "Deutschland" }).first().click();
    await page.waitForURL(/\/de\/countries\/DE$/);
  }));

test("an organisation names its regions, not their codes alone", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/organisations/optence");
    assert.match(await page.locator("main").innerText(), /Wörrstadt, Rheinland-Pfalz, Deutschland/);
    await page.getByRole("link", { name: "Alzey-Worms" }).click();
    await page.waitForURL(/\/de\/regions\/DEB3B$/);
    await settled(page);
    assert.match(await page.locator("main").innerText(), /Deutschland\s*›\s*Rheinland-Pfalz/);
  }));

test("calls of nearly one name tell themselves apart", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/programmes/cosme-escp4i");
    const calls = await page.locator("main section li").allInnerTexts();
    assert.ok(calls.some((call) => /COS-CLUSTER-2014-3-03/.test(call)));
    await visit(page, "/de/search?kind=call&q=Cluster+Go+International");
    assert.match(await page.locator("article").first().innerText(), /ESCP-4i · COS-/);
  }));

test("dates are written as the language writes them", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/partners?for=optence");
    const said = await page.locator("main").innerText();
    assert.match(said, /Profil bestätigt am \d{1,2}\. \p{L}+ 20\d\d\./u);
    for (const path of [
      "/de/partners?for=optence",
      "/en/partners?for=optence",
      "/de/organisations/optence",
      "/de/projects/laser-go",
      "/de/calls/bmbf-int-round-3",
    ]) {
      await visit(page, path);
      assert.doesNotMatch(await page.locator("main").innerText(), /\b(19|20)\d\d-\d\d-\d\d\b/, path);
    }
  }));

test("claims name countries, and say so where a fact is disputed", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/projects/laser-go");
    const figures = await page.locator("li.conflict").allInnerTexts();
    assert.ok(
      figures.some((one) => /Zielregionen[\s\S]*Nördliches Amerika, Israel/.test(one)),
      figures.join(),
    );
    await visit(page, "/de/projects/bonebank");
    assert.match(await page.locator("main aside").innerText(), /Quellen widersprechen sich/);
  }));

test("a topic counts as the search it leads to does", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/topics/photonics");
    const said = /(\d+) Organisationen/.exec(await page.locator("main .lead").innerText());
    await visit(page, "/de/search?kind=organisation&topic=photonics");
    assert.match(await page.locator("main").innerText(), new RegExp(`${said?.[1]} Treffer`));
  }));

test("a partner list prints in the width of the paper, without what only clicks", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/partners?for=optence");
    await page.emulateMedia({ media: "print" });
    const card = page.locator("article").first();
    const width = await card.evaluate((one) => one.getBoundingClientRect().width / innerWidth);
    assert.ok(width > 0.8, `${width} of the width`);
    assert.ok(await card.locator(".strongest").first().isVisible(), "each part gives its reason");
    assert.equal(await page.locator("button:visible, input:visible, select:visible").count(), 0);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const partners = await page.locator("article").count();
    assert.ok(height / partners < 500, `${height} px for ${partners} partners`);
  }));

test("the cooperation graph is walked by keyboard", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/organisations/optence");
    await page.getByRole("heading", { name: "Kooperationsnetz" }).scrollIntoViewIfNeeded();
    const centre = page.locator('svg g[role=button][tabindex="0"]');
    await centre.waitFor();
    await centre.focus();
    const before = await centre.getAttribute("data-id");
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
      await page.keyboard.press(key);
      if ((await page.evaluate(() => document.activeElement?.getAttribute("data-id"))) !== before) break;
    }
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "Weg durch das Netz" }).waitFor();
    await settled(page);
    assert.deepEqual(await violations(page), []);
  }));

test("the map can be moved by keyboard and its table sorted", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/map");
    const map = page.getByRole("group", { name: /Weltkarte/ });
    await map.focus();
    const before = await map.getAttribute("viewBox");
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowLeft");
    assert.notEqual(await map.getAttribute("viewBox"), before);
    await page.getByRole("button", { name: "Land" }).first().click();
    assert.equal(await page.locator("th[aria-sort=ascending]").count(), 1);
  }));

test("a member list in Windows-1252 is previewed and imported", () =>
  onPage({ signedIn: true }, async (page) => {
    const lines = [
      "Firma;Ort;Land;Mitarbeiter;Umsatz (Mio. €);Schwerpunkt",
      "Müller Feinoptik GmbH & Co. KG;Göttingen;DE;48;12,5;Photonik",
      "Mueller Feinoptik GmbH & Co KG;Göttingen;DE;48;12,5;Photonik",
      "Größner Lasertechnik GmbH;Würzburg;DE;120;31,0;Lasertechnik",
    ];
    await visit(page, "/de/import");
    await page.getByLabel("Datei", { exact: true }).setInputFiles({
      name: "mitglieder.csv",
      mimeType: "text/csv",
      buffer: windows1252(`${lines.join("\r\n")}\r\n`),
    });
    const cluster = page.getByRole("combobox", { name: /Mitglieder von/ });
    await cluster.pressSequentially("Optence", { delay: 20 });
    await page
      .getByRole("option", { name: /Optence/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Vorschau zeigen" }).click();
    await page.getByRole("heading", { name: /Das würde geschehen/ }).waitFor();
    assert.match(await page.locator("main").innerText(), /Göttingen/);
    assert.match(await page.locator("main").innerText(), /Müller/);
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: /übernehmen$/ }).click();
    await page.getByRole("heading", { name: /Übernommen/ }).waitFor();
    assert.deepEqual(await violations(page), []);
  }));

test("each part of a score names its strongest reason, and the bar is out of 100", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/partners?for=optence");
    const card = page.locator("article").first();
    assert.match(await card.locator(".strongest").first().innerText(), /\p{L}{3}/u);
    const points = Number(await card.locator(".score strong").innerText());
    const share = await card.locator(".bar").evaluate((bar) => {
      const parts = [...bar.children].filter((part) => !part.classList.contains("loss"));
      return (100 * parts.reduce((sum, part) => sum + part.offsetWidth, 0)) / bar.clientWidth;
    });
    assert.ok(Math.abs(share - points) < 20, `${share} % of the bar for ${points} points`);
    assert.ok(share < 95, "73 of 100 do not fill the bar");
  }));

test("a need hides the parts that cannot apply", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/partners?need=Infrarotspektroskopie");
    const parts = await page.locator("article").first().locator(".parts").innerText();
    assert.match(parts, /Themennähe/);
    assert.doesNotMatch(parts, /Verbindungen/);
  }));

test("a missing record is told once, with a way on", async () => {
  const { page, close } = await open(browser);
  await visit(page, "/de/organisations/gibt-es-nicht");
  const told = await page.getByRole("alert").innerText();
  assert.equal(told.match(/gibt-es-nicht/g)?.length, 1);
  assert.doesNotMatch(told, /id:/);
  await page.getByRole("combobox", { name: "Suchwörter" }).waitFor();
  await close();
});

test("the file is chosen in the page’s language", () =>
  onPage({ language: "en", signedIn: true }, async (page) => {
    await visit(page, "/de/import");
    assert.match(await page.locator("form").innerText(), /Datei auswählen\s+noch keine gewählt/);
  }));

test("a form says what is missing beside the field", () =>
  onPage({ signedIn: true }, async (page) => {
    await visit(page, "/de/import");
    await page.getByRole("button", { name: "Vorschau zeigen" }).click();
    assert.match(await page.locator("#import-file-error").innerText(), /Wählen Sie eine Datei/);
    assert.equal(await page.getAttribute("#import-file", "aria-invalid"), "true");
  }));

test("keyboard only: skip link, search, result, back", () =>
  onPage({ language: "en" }, async (page) => {
    await visit(page, "/en/");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("href")), "#content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "search-words");
    await page.keyboard.type("LASER-GO");
    await page.keyboard.press("Enter");
    await settled(page);
    const link = page.locator("article h2 a").first();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/en\/(projects|organisations)\//);
    await settled(page);
    assert.equal(
      await page.evaluate(() => document.activeElement?.tagName),
      "H1",
      "the new heading has the focus",
    );
    await page.goBack();
    await settled(page);
    assert.match(page.url(), /q=LASER-GO/);
  }));

test("the theme can be chosen and is kept", () =>
  onPage({}, async (page) => {
    await visit(page, "/de/about");
    const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await colour();
    await page.getByRole("button", { name: /Darstellung/ }).click();
    await page.getByRole("button", { name: /Darstellung/ }).click();
    assert.notEqual(await colour(), light);
    const dark = await colour();
    await page.reload();
    await settled(page);
    assert.equal(await colour(), dark);
  }));

test("pages and files answer under the contract’s headers", () =>
  onPage({}, async (page) => {
    const answer = await page.request.get(`${kServer}/de/partners?for=optence`);
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()["content-type"] ?? "", /text\/html/);
    assert.match(answer.headers()["content-security-policy"] ?? "", /default-src 'self'|default-src 'none'/);
  }));

function windows1252(text) {
  return Buffer.from([...text].map((letter) => (letter === "€" ? 0x80 : letter.codePointAt(0))));
}
