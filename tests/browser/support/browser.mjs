// SPDX-License-Identifier: EUPL-1.2
// One Chromium for all tests, and pages that remember what they asked for and complained of.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The tools are locked in web/package.json, so that there is one place to install from.
const require = createRequire(new URL("../../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Of every account that the tests make. */
export const kPassword = "vier leise Kähne im Nebel";
export const kServer = process.env.KONTOR_URL ?? "http://127.0.0.1:8080";
const kPictures = process.env.KONTOR_SCREENSHOTS ?? "";
const kWaitMs = Number(process.env.KONTOR_WAIT_MS ?? 40_000);

export async function launch() {
  return chromium.launch({
    executablePath: process.env.KONTOR_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });
}

/** A fresh page in a context of its own, signed in with a session, as an administrator or as nobody; `watched` fills with everything that must stay empty. */
export async function open(
  browser,
  { language = "de", width = 1280, dark = false, signedIn = false, session = "", policy = "off" } = {},
) {
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height: width < 700 ? 740 : 900 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    bypassCSP: policy === "off", // for axe, which is put in by the test
  });
  const cookie = session || (signedIn ? (process.env.KONTOR_SESSION ?? "") : "");
  if (cookie) await context.addCookies([{ name: "kontor", value: cookie, url: kServer }]);
  const page = await context.newPage();
  page.setDefaultTimeout(kWaitMs);
  const watched = { outside: [], errors: [] };
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(kServer) && !/^(data|blob|about):/.test(url)) watched.outside.push(url);
  });
  page.on("console", (message) => {
    if (message.type() === "error") watched.errors.push(message.text());
  });
  page.on("pageerror", (error) => watched.errors.push(String(error)));
  return { page, watched, close: () => context.close() };
}

/**
 * A function that does `work` on a fresh page and then asserts that nothing was asked of another server and nothing
 * complained of but what is `expected`. `browser` gives the one that is launched by then.
 */
export function pagesOf(browser, usual = () => ({})) {
  return async (options, work, expected = /^$/) => {
    const { page, watched, close } = await open(browser(), { ...usual(), ...options });
    try {
      await work(page);
      assert.deepEqual(watched.outside, []);
      assert.deepEqual(
        watched.errors.filter((text) => !expected.test(text)),
        [],
      );
    } finally {
      await close();
    }
  };
}

/** Goes to an address and waits until nothing is loading any more. */
export async function visit(page, path) {
  await page.goto(kServer + path);
  await settled(page);
}

export async function settled(page) {
  await page.waitForSelector("h1");
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .placeholder'));
}

/** Violations of WCAG 2.2 A and AA and of best practice, each as one readable line. */
export async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // A bar that sticks to the window's edge covers the half of whatever happens to lie beneath it, until one
    // scrolls; it is judged where it stands in the page.
    const bars = [...document.querySelectorAll("[data-sticks]")];
    for (const bar of bars) bar.style.position = "static";
    const { violations } = await window.axe.run(document, { runOnly: tags });
    for (const bar of bars) bar.style.position = "";
    return violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

/** How many pixels the page is wider than its window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function picture(page, name) {
  if (!kPictures) return;
  mkdirSync(kPictures, { recursive: true });
  await page.screenshot({ path: join(kPictures, `${name}.png`), fullPage: true });
}
