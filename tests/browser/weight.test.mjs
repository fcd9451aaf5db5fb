// SPDX-License-Identifier: EUPL-1.2
// What the first page of a visit loads: little script and style, and neither map nor graph before they are needed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { launch, open, visit } from "./support/browser.mjs";

const kBudget = 150_000; // bytes of script and style, compressed
const kLater = /(WorldMap|CooperationGraph)-/;
const kFirstPages = [
  "/en/",
  "/de/search?q=Photonik",
  "/en/organisations/optence",
  "/de/partners?for=optence",
  "/de/partners/why?for=optence&candidate=litek",
  "/en/compare?for=optence&with=litek,biosaxony",
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Script and style that a visit to `path` with an empty cache asks for, with compressed sizes. */
async function loaded(path) {
  const { page, close } = await open(browser, { language: path.slice(1, 3) });
  const files = [];
  page.on("response", (response) => {
    if (!["script", "stylesheet"].includes(response.request().resourceType())) return;
    files.push(
      response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body, { level: 9 }).length })),
    );
  });
  try {
    await visit(page, path);
    return await Promise.all(files);
  } finally {
    await close();
  }
}

for (const path of kFirstPages) {
  test(`${path} is light`, async () => {
    const files = await loaded(path);
    const total = files.reduce((sum, file) => sum + file.bytes, 0);
    assert.ok(files.length >= 3, "script and style were seen");
    assert.ok(total <= kBudget, `${total} bytes of ${kBudget}: ${JSON.stringify(files)}`);
    assert.deepEqual(
      files.filter((file) => kLater.test(file.url)),
      [],
    );
    console.log(`${path}: ${(total / 1000).toFixed(1)} kB of script and style, compressed`);
  });
}

test("the map comes with its page", async () => {
  const files = await loaded("/en/map");
  assert.ok(files.some((file) => file.url.includes("WorldMap-")));
});
