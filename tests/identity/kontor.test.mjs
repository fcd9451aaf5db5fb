// SPDX-License-Identifier: EUPL-1.2
// Signing in to the running program through a real OpenID Connect provider (oidc-provider) on the loopback: who
// gets in, who does not, and what happens to tokens that somebody has tampered with on the way.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, beforeEach, test } from "node:test";
import { kSettings, Provider } from "./support/provider.mjs";

const kProgram = process.env.KONTOR_PROGRAM;
const kData = fileURLToPath(new URL("../../data", import.meta.url));
const kSecret = "a secret of forty-three characters or more, x";
const kPassword = "vier leise Kähne im Nebel";
const right = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const wrong = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

let folder;
let providerServer;
let issuer;
let kontor;
let home;
let administrator;
/** Who signs in at the provider, and what happens to the ID token on its way. */
let account = "erika";
let isVerified = true;
let attack = (token) => token;

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decoded = (part) => JSON.parse(Buffer.from(part, "base64url").toString());

/** The token with other claims, signed anew. */
function signedAgain(token, changes, key = right) {
  const [head, claims] = token.split(".");
  const signed = `${head}.${encoded({ ...decoded(claims), ...changes })}`;
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key, "base64url")}`;
}

function makeProvider() {
  const provider = new Provider(issuer, {
    ...kSettings,
    clients: [
      {
        client_id: "kontor",
        client_secret: kSecret,
        redirect_uris: [`${home}/oidc/callback`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        application_type: "native",
      },
    ],
    jwks: { keys: [{ ...right.export({ format: "jwk" }), use: "sig", kid: "r1" }] },
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id}@example.org`,
        email_verified: isVerified,
        name: "Erika Beispiel",
      }),
    }),
  });
  const answer = provider.callback();
  return (request, response) => {
    if (request.url.startsWith("/interaction/"))
      return provider.interactionFinished(request, response, { login: { accountId: account }, consent: {} });
    if (request.url === "/token") {
      const end = response.end.bind(response);
      response.end = (body) => {
        const tokens = JSON.parse(body);
        if (tokens.id_token) tokens.id_token = attack(tokens.id_token);
        const changed = JSON.stringify(tokens);
        response.setHeader("content-length", Buffer.byteLength(changed));
        return end(changed);
      };
    }
    return answer(request, response);
  };
}

function listen(server, port = 0) {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server.address().port)));
}

async function freePort() {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A browser that keeps cookies per site and follows redirects until `isEnd(address)`. */
class Browser {
  #cookies = new Map();

  cookie(name) {
    return this.#cookies.get(`${new URL(home).host} ${name}`);
  }

  keep(name, value) {
    this.#cookies.set(`${new URL(home).host} ${name}`, value);
  }

  async get(address) {
    const { host } = new URL(address);
    const own = [...this.#cookies].filter(([key]) => key.startsWith(`${host} `));
    const cookie = own.map(([key, value]) => `${key.split(" ")[1]}=${value}`).join("; ");
    const response = await fetch(address, { redirect: "manual", headers: cookie ? { cookie } : {} });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split(/=(.*)/s);
      if (value) this.#cookies.set(`${host} ${name}`, value);
      else this.#cookies.delete(`${host} ${name}`);
    }
    return response;
  }

  async go(address, isEnd) {
    let next = address;
    for (let steps = 0; steps < 12; ++steps) {
      if (isEnd(next)) return next;
      const response = await this.get(next);
      const location = response.headers.get("location");
      assert.ok(location, `${response.status} at ${next}: ${await response.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error(`no end: ${next}`);
  }

  /** Signs in as far as the provider's answer, which is not opened yet. */
  toCallback(to = "/account") {
    const start = `${home}/oidc/start?lang=de&to=${encodeURIComponent(to)}`;
    return this.go(start, (address) => address.startsWith(`${home}/oidc/callback`));
  }

  async session() {
    return (await this.get(`${home}/api/v1/session`)).json();
  }
}

async function send(path, body, headers = {}) {
  const response = await fetch(`${home}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { response, answer: response.status === 204 ? null : await response.json() };
}

async function accept(token, form) {
  const { response, answer } = await send(`/links/${token}`, form);
  assert.equal(response.status, 200, JSON.stringify(answer));
  return { cookie: response.headers.getSetCookie()[0].split(";")[0], "x-kontor-form": answer.form_token };
}

async function invite(email, role = "editor") {
  const { response, answer } = await send("/organisations/optence/roles", { email, role }, administrator);
  assert.equal(response.status, 200, JSON.stringify(answer));
  return answer.link.split("#")[1];
}

/** The page that refuses, in German, and nobody is signed in by it. */
async function refused(browser, address, status, words) {
  const response = await browser.get(address);
  const page = await response.text();
  assert.equal(response.status, status, page);
  assert.match(response.headers.get("content-type"), /^text\/html/);
  assert.match(page, /<html lang="de">/);
  assert.match(page, /Die Anmeldung hat nicht geklappt/);
  assert.match(page, words);
  assert.match(page, /href="\/de\/sign-in"/);
  assert.equal((await browser.session()).signed_in, false);
}

/** Gives the token of the link for the first administrator, when there is none yet. */
async function startKontor() {
  const where = ["--database", join(folder, "kontor.db"), "--data", kData, "--lang", "en"];
  const oidc = ["--oidc-issuer", issuer, "--oidc-client", "kontor", "--oidc-name", "Test-Ausweis"];
  const words = [...where, "serve", "--demo", "--port", new URL(home).port, ...oidc];
  kontor = spawn(kProgram, [...words, "--oidc-secret-file", join(folder, "secret")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let setup = "";
  for await (const line of createInterface({ input: kontor.stdout })) {
    setup ||= /link#(\S+)/.exec(line)?.[1] ?? "";
    if (line.includes("running:")) break;
  }
  return setup;
}

/** Attempts are counted in memory: a new start forgets them; sessions go on, with other form tokens. */
async function restartKontor() {
  const ended = new Promise((resolve) => kontor.once("exit", resolve));
  kontor.kill();
  await ended;
  await startKontor();
  const { cookie } = administrator;
  const state = await (await fetch(`${home}/api/v1/session`, { headers: { cookie } })).json();
  administrator = { cookie, "x-kontor-form": state.form_token };
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "kontor-oidc-"));
  const port = await freePort();
  home = `http://127.0.0.1:${port}`;
  let provider = null;
  providerServer = createServer((request, response) => provider(request, response));
  issuer = `http://127.0.0.1:${await listen(providerServer)}`;
  provider = makeProvider();
  writeFileSync(join(folder, "secret"), `${kSecret}\n`);
  const setup = await startKontor();
  administrator = await accept(setup, { email: "admin@example.org", name: "Ada", password: kPassword });
});

after(() => {
  kontor?.kill();
  providerServer?.closeAllConnections();
  providerServer?.close();
  if (folder) rmSync(folder, { recursive: true });
});

beforeEach(() => {
  [account, isVerified, attack] = ["erika", true, (token) => token];
});

test("the sign-in page can name the provider", async () => {
  assert.equal((await new Browser().session()).provider, "Test-Ausweis");
});

test("whom nobody has invited does not get in: identity-without-account", async () => {
  const browser = new Browser();
  await refused(browser, await browser.toCallback(), 403, /kein Konto/);
});

test("an invited person is bound at the first sign-in and known at the next", async () => {
  await invite("erika@example.org");
  const browser = new Browser();
  const callback = await browser.toCallback("/organisations/optence");
  const response = await browser.get(callback);
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("location"), "/de/organisations/optence");
  const state = await browser.session();
  assert.deepEqual([state.signed_in, state.email, state.name], [true, "erika@example.org", "Erika Beispiel"]);
  assert.deepEqual(
    state.roles.map((held) => held.role),
    ["editor"],
  );
  assert.equal(browser.cookie("kontor-oidc"), undefined);
  const again = new Browser();
  assert.equal((await again.get(await again.toCallback())).status, 303);
  assert.equal((await again.session()).user, state.user);
});

test("a callback works once, and only in the browser that began", async () => {
  const browser = new Browser();
  const callback = await browser.toCallback();
  const stranger = await new Browser().get(callback);
  assert.equal(stranger.status, 401);
  assert.match(await stranger.text(), /begun in this browser/);
  const cookie = browser.cookie("kontor-oidc");
  assert.equal((await browser.get(callback)).status, 303);
  const thief = new Browser();
  thief.keep("kontor-oidc", cookie);
  await refused(thief, callback, 401, /gehört nicht zu diesem Browser/);
});

test("a state of another sign-in is refused", async () => {
  const [one, other] = [new Browser(), new Browser()];
  const callback = new URL(await one.toCallback());
  callback.searchParams.set("state", new URL(await other.toCallback()).searchParams.get("state"));
  await refused(one, callback.href, 401, /state/);
});

test("whoever says no at the provider is told so", async () => {
  const browser = new Browser();
  const callback = new URL(await browser.toCallback());
  callback.searchParams.delete("code");
  callback.searchParams.set("error", "access_denied");
  await refused(browser, callback.href, 401, /access_denied/);
});

test("strange questions are answered with a page, not with a fall", async () => {
  for (const query of [
    "",
    "?state=%ff",
    "?code=" + "x".repeat(1_500),
    "?state=<script>alert(1)</script>&code=1",
  ]) {
    const response = await new Browser().get(`${home}/oidc/callback${query}`);
    const page = await response.text();
    assert.ok([400, 401].includes(response.status), `${response.status} ${query}`);
    assert.doesNotMatch(page, /<script>/);
  }
});

const kAttacks = {
  "another nonce": (token) => signedAgain(token, { nonce: "x".repeat(43) }),
  "another audience": (token) => signedAgain(token, { aud: "somebody-else" }),
  "another issuer": (token) => signedAgain(token, { iss: "https://id.example" }),
  "a time that is over": (token) => signedAgain(token, { iat: 1, exp: 2 }),
  "another key": (token) => signedAgain(token, {}, wrong),
  "no algorithm": (token) => `${encoded({ alg: "none" })}.${token.split(".")[1]}.`,
  "no signature": (token) => `${token.split(".").slice(0, 2).join(".")}.`,
  "no token at all": () => "x".repeat(20_000),
};
for (const [name, work] of Object.entries(kAttacks)) {
  test(`a token with ${name} is refused`, async () => {
    attack = work;
    const browser = new Browser();
    await refused(browser, await browser.toCallback(), 401, /wird nicht angenommen/);
  });
}

test("an address that the provider does not vouch for binds nobody", async () => {
  await invite("otto@example.org");
  [account, isVerified] = ["otto", false];
  const browser = new Browser();
  await refused(browser, await browser.toCallback(), 403, /kein Konto/);
});

test("an account with a password is not taken over by its address", async () => {
  await accept(await invite("paul@example.org"), { name: "Paul", password: kPassword });
  account = "paul";
  const browser = new Browser();
  await refused(browser, await browser.toCallback(), 403, /kein Konto/);
});

test("a locked account does not get in", async () => {
  const users = await (await fetch(`${home}/api/v1/users`, { headers: administrator })).json();
  const { id } = users.users.find((user) => user.email === "erika@example.org");
  const patch = (state) =>
    fetch(`${home}/api/v1/users/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", ...administrator },
      body: JSON.stringify({ state }),
    });
  assert.equal((await patch("locked")).status, 204);
  const browser = new Browser();
  await refused(browser, await browser.toCallback(), 403, /kein Konto/);
  assert.equal((await patch("active")).status, 204);
});

/** Somebody with a password, signed in in a browser of their own. */
async function memberWithPassword(email, name) {
  const { cookie, ...form } = await accept(await invite(email), { name, password: kPassword });
  const browser = new Browser();
  browser.keep("kontor", cookie.split("=")[1]);
  const connect = async (password = kPassword) => {
    const sent = await send("/account/provider?lang=de", { password }, { cookie, ...form });
    const kept = sent.response.headers.getSetCookie().find((line) => line.startsWith("kontor-oidc="));
    if (kept) browser.keep("kontor-oidc", kept.split(";")[0].split("=")[1]);
    return sent;
  };
  const callback = async () =>
    browser.go((await connect()).answer.address, (address) => address.startsWith(`${home}/oidc/callback`));
  const remove = (password = kPassword) =>
    send("/account/provider/removal", { password }, { cookie, ...form });
  const view = async () => (await browser.get(`${home}/api/v1/account`)).json();
  return { browser, connect, callback, remove, view };
}

test("who has a password connects the provider, signs in through it, and takes it off again", async () => {
  await restartKontor();
  const carla = await memberWithPassword("carla@example.org", "Carla");
  account = "carla";
  assert.equal((await carla.connect("falsch und noch länger")).response.status, 403);
  assert.equal((await carla.view()).provider, "");
  const back = await carla.browser.get(await carla.callback());
  assert.equal(back.headers.get("location"), "/de/account");
  assert.equal((await carla.view()).provider, issuer);
  assert.equal((await carla.browser.session()).email, "carla@example.org", "the session goes on");
  const elsewhere = new Browser();
  assert.equal((await elsewhere.get(await elsewhere.toCallback())).status, 303);
  assert.equal((await elsewhere.session()).email, "carla@example.org");
  assert.equal((await carla.remove("falsch und noch länger")).response.status, 403);
  assert.equal((await carla.remove()).response.status, 204);
  assert.equal((await carla.view()).provider, "");
  const stranger = new Browser();
  await refused(stranger, await stranger.toCallback(), 403, /kein Konto/);
  const log = await (await carla.browser.get(`${home}/api/v1/audit?lang=en`)).json();
  const told = log.lines.map((line) => line.action_name);
  assert.ok(told.includes("connected an account with the sign-in provider"), told.join(", "));
  assert.ok(told.includes("ended an account’s connection with the sign-in provider"), told.join(", "));
});

test("nobody connects what belongs to another account (identity-taken), or for a session that is over", async () => {
  const dora = await memberWithPassword("dora@example.org", "Dora");
  account = "erika";
  const taken = await dora.browser.get(await dora.callback());
  assert.equal(taken.status, 409);
  assert.match(await taken.text(), /anderen Konto.*href="\/de\/account"/s);
  const emil = await memberWithPassword("emil@example.org", "Emil");
  account = "emil";
  const callback = await emil.callback();
  emil.browser.keep("kontor", "nobody");
  await refused(emil.browser, callback, 401, /session/);
  const other = new Browser();
  await refused(other, await other.toCallback(), 403, /kein Konto/);
});

test("coming back leads to a page of this Kontor, whatever was asked for", async () => {
  // Attempts are counted per address of the network: few, but of each kind one.
  for (const to of ["//evil.example/", "/\\evil.example", "/a\r\nSet-Cookie: kontor=x"]) {
    const browser = new Browser();
    const response = await browser.get(await browser.toCallback(to));
    assert.equal(response.headers.get("location"), "/de/", to);
  }
});
