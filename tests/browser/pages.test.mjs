// SPDX-License-Identifier: EUPL-1.2
// Every page, in both languages, on a phone and on a desk, in light and dark: readable by all, whole, and at home.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kServer, launch, open, overflow, picture, settled, violations, visit } from "./support/browser.mjs";
import { invited } from "./support/people.mjs";

const kPages = {
  home: "/",
  search: "/search?q=Photonik",
  "search-filtered": "/search?kind=organisation&country=DE,FR",
  "search-empty": "/search?q=xqzvwk",
  cluster: "/organisations/optence",
  "cluster-two-pillars": "/organisations/life-science-nord",
  project: "/projects/laser-go",
  "project-conflict": "/projects/bonebank",
  programme: "/programmes/cosme-escp4i",
  call: "/calls/cos-cluster-2014-3-03",
  topics: "/topics",
  topic: "/topics/photonics",
  country: "/countries/DE",
  region: "/regions/DED2",
  "region-empty": "/regions/SE11",
  "partners-start": "/partners",
  partners: "/partners?for=optence",
  "partners-need": "/partners?need=Infrarotspektroskopie%20in%20der%20Diagnostik&country=FR,ES,LT,AT",
  "partners-adjusted":
    "/partners?for=optence&preset=complementary&weights=place:3&spread=both&exclude=litek&country=FI,FR&with=litek",
  why: "/partners/why?for=optence&candidate=litek",
  "why-signed-in": "/partners/why?for=optence&candidate=biosaxony&country=FI",
  "why-need": "/partners/why?need=Infrarotspektroskopie&candidate=optence",
  "why-start": "/partners/why",
  paths: "/paths?from=optence&to=litek",
  "paths-person": "/paths?from=demo-ulmilon&to=minalogic",
  "paths-none": "/paths?from=optence&to=optence",
  "paths-start": "/paths",
  compare: "/compare?for=optence&with=litek,biosaxony",
  "compare-six": "/compare?for=optence&with=litek,biosaxony,its-owl,life-science-nord,biocat,medicen",
  "compare-start": "/compare",
  teams: "/teams?member=optence&member=litek",
  "teams-start": "/teams",
  notes: "/partners/notes?for=optence",
  "notes-pair": "/partners/notes?for=optence&partner=litek",
  "notes-without-role": "/partners/notes",
  "notes-signed-out": "/partners/notes",
  map: "/map",
  news: "/news",
  "news-filtered": "/news?q=Photonik&country=LT",
  "news-item": "/news/news-usa-mission-saxony-2017",
  "new-news": "/records/news/new",
  import: "/import",
  "import-signed-out": "/import",
  about: "/about",
  "sign-in": "/sign-in",
  password: "/password",
  account: "/account",
  roles: "/organisations/optence/roles",
  "organisation-signed-in": "/organisations/optence",
  "seen-as": "/organisations/optence?as=public",
  "new-organisation": "/records/organisation/new",
  "new-signed-out": "/records/project/new",
  "edit-organisation": "/records/organisation/optence/edit",
  "edit-project": "/records/project/laser-go/edit",
  history: "/records/organisation/optence/history",
  visibility: "/records/organisation/optence/visibility",
  suggestion: "/records/organisation/optence/suggestion",
  memberships: "/records/organisation/optence/related?of=membership",
  participations: "/records/project/laser-go/related?of=participation",
  review: "/review",
  drafts: "/drafts",
  users: "/users",
  audit: "/audit",
  "my-data": "/my-data",
  register: "/register",
  merge: "/merge",
  "merge-two": "/merge?kept=optence&merged=litek",
  press: "/press",
  "press-without-role": "/press",
  "press-signed-out": "/press",
  "press-learnt": "/press/learnt",
  missing: "/nowhere",
};
const kForSignedIn = new Set([
  "import",
  "account",
  "roles",
  "organisation-signed-in",
  "seen-as",
  "new-organisation",
  "new-news",
  "edit-organisation",
  "edit-project",
  "history",
  "visibility",
  "suggestion",
  "memberships",
  "participations",
  "review",
  "drafts",
  "users",
  "audit",
  "my-data",
  "register",
  "merge",
  "merge-two",
  "notes-without-role",
  "press-without-role",
]);
/** Seen with a role at Optence. */
const kForKeeper = new Set([
  "partners-adjusted",
  "why-signed-in",
  "notes",
  "notes-pair",
  "press",
  "press-learnt",
]);
const kVariants = [
  { language: "de", width: 1280, dark: false },
  { language: "de", width: 360, dark: true },
  { language: "en", width: 1280, dark: true },
  { language: "en", width: 360, dark: false },
];

let browser;
let keeper;
before(async () => {
  browser = await launch();
  keeper = await invited("nora@example.org", "Nora Probe", "editor", "optence");
});
after(() => browser?.close());

for (const [name, path] of Object.entries(kPages)) {
  for (const variant of kVariants) {
    const { language, width, dark } = variant;
    const label = `${name}-${language}-${width}-${dark ? "dark" : "light"}`;
    test(label, async () => {
      const { page, watched, close } = await open(browser, {
        ...variant,
        signedIn: kForSignedIn.has(name),
        session: kForKeeper.has(name) ? keeper : "",
      });
      try {
        await visit(page, `/${language}${path}`);
        await picture(page, label);
        assert.equal(await page.locator("h1").count(), 1, "exactly one h1");
        const heading = (await page.locator("h1").innerText()).trim();
        assert.notEqual(heading, "");
        assert.ok((await page.title()).startsWith(heading), "the title names the page");
        assert.equal(await page.getAttribute("html", "lang"), language);
        assert.equal(await overflow(page), 0, "no horizontal scrolling");
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(watched.outside, [], "no request leaves the server");
        assert.deepEqual(watched.errors, [], "no error on the console");
      } finally {
        await close();
      }
    });
  }
}

test("no page breaks the policy it is sent with", async () => {
  const { page, watched, close } = await open(browser, { signedIn: true, policy: "on" });
  await page.addInitScript(() => {
    window.broken = [];
    addEventListener("securitypolicyviolation", (event) =>
      window.broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  for (const [name, path] of Object.entries(kPages)) {
    const response = await page.goto(`${kServer}/de${path}`);
    const policy = response.headers()["content-security-policy"] ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|data:|\*/);
    await settled(page);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    for (const opener of await page.locator("summary, [popovertarget]").all()) {
      if (await opener.isVisible()) await opener.evaluate((element) => element.click());
    }
    assert.deepEqual(await page.evaluate(() => window.broken), [], name);
  }
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<p style="color: red">x</p>'));
  assert.equal(await page.evaluate(() => window.broken.length), 1, "a breach would be told");
  const docs = await page.goto(`${kServer}/api/docs`);
  assert.equal(docs.status(), 200);
  assert.deepEqual(await page.evaluate(() => window.broken), [], "documentation of the API");
  assert.deepEqual(watched.errors.filter((text) => /Content Security Policy/.test(text)).length, 1);
  await close();
});

test("a record that does not exist is explained", async () => {
  const { page, close } = await open(browser);
  await visit(page, "/de/organisations/gibt-es-nicht");
  assert.match(await page.locator("[role=alert]").innerText(), /gibt-es-nicht/);
  assert.equal(await page.locator("h1").count(), 1);
  await close();
});

test("a page reads at 200 % zoom", async () => {
  const { page, close } = await open(browser, { width: 640 });
  for (const path of ["/de/partners?for=optence", "/de/organisations/optence", "/de/map", "/de/press"]) {
    await visit(page, path);
    assert.equal(await overflow(page), 0, path);
  }
  await close();
});
