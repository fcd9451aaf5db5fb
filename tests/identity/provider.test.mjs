// SPDX-License-Identifier: EUPL-1.2
// Signs in through a real OpenID Connect provider (oidc-provider) on the loopback, honestly and with an attacker in the
// middle, and asks our HTTPS client for what it must not take.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { kSettings, Provider } from "./support/provider.mjs";

const kProgram = process.env.KONTOR_SIGN_IN;
const kReturn = "http://127.0.0.1:9/sign-in/return"; // nobody listens: the browser of this test never goes there
const kSecret = "a secret of forty-three characters or more, x";
const kAccount = "erika";

let server;
let secure;
let issuer;
let folder;

function key(type, options, more) {
  return { ...generateKeyPairSync(type, options).privateKey.export({ format: "jwk" }), use: "sig", ...more };
}

function client(id, more) {
  return {
    client_id: id,
    client_secret: kSecret,
    redirect_uris: [kReturn],
    grant_types: ["authorization_code"],
    response_types: ["code"],
    application_type: "native",
    ...more,
  };
}

function makeProvider() {
  const provider = new Provider(issuer, {
    ...kSettings,
    clients: [
      client("rs256", { id_token_signed_response_alg: "RS256" }),
      client("ps256", { id_token_signed_response_alg: "PS256" }),
      client("es256", { id_token_signed_response_alg: "ES256" }),
      client("hs256", { id_token_signed_response_alg: "HS256" }),
      client("public", { client_secret: undefined, token_endpoint_auth_method: "none" }),
    ],
    jwks: {
      keys: [
        key("rsa", { modulusLength: 2048 }, { kid: "r1" }),
        key("ec", { namedCurve: "P-256" }, { kid: "e1" }),
      ],
    },
    enabledJWA: { idTokenSigningAlgValues: ["RS256", "PS256", "ES256", "HS256"] },
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: true, name: "Erika Beispiel" }),
    }),
  });
  const answer = provider.callback();
  return (request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    return provider.interactionFinished(request, response, { login: { accountId: kAccount }, consent: {} });
  };
}

/** What a hostile server might send to our client. */
function hostile(request, response) {
  if (request.url === "/redirect") response.writeHead(302, { location: "/small" }).end();
  else if (request.url === "/small") response.end("{}");
  else if (request.url === "/large") response.end("x".repeat(10_001));
  else if (request.url === "/cut")
    response.writeHead(200, { "content-length": "100" }).write("{", () => response.destroy());
  else if (request.url !== "/silent") return false;
  return true;
}

/** Goes where the browser would go; gives the query of the address it would return to. */
async function browse(address) {
  const cookies = new Map();
  let next = address;
  for (let steps = 0; steps < 10 && !next.startsWith(kReturn); ++steps) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(next, { redirect: "manual", headers: cookie ? { cookie } : {} });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    assert.ok(location, `${response.status} at ${next}: ${await response.text()}`);
    next = new URL(location, next).href;
  }
  return new URL(next).searchParams;
}

/** The last line that the program prints after signing in as `name`, with `attack` in the middle. */
async function signIn(name, attack = "none", secret = kSecret) {
  const program = spawn(kProgram, [issuer, name, secret, kReturn, attack], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const address = (await lines.next()).value;
  const back = await browse(address);
  assert.ok(back.get("code"), `the provider answered ${back}`);
  program.stdin.end(`${back.get("state")} ${back.get("code")} ${back.get("iss")}\n`);
  return (await lines.next()).value;
}

async function fetched(address) {
  const program = spawn(kProgram, ["fetch", address], { stdio: ["ignore", "pipe", "inherit"] });
  return (await createInterface({ input: program.stdout })[Symbol.asyncIterator]().next()).value;
}

function listen(made) {
  return new Promise((resolve) => made.listen(0, "127.0.0.1", () => resolve(made.address().port)));
}

before(async () => {
  let provider = null;
  server = createServer((request, response) => hostile(request, response) || provider(request, response));
  issuer = `http://127.0.0.1:${await listen(server)}`;
  provider = makeProvider();
  folder = mkdtempSync(join(tmpdir(), "kontor-identity-"));
  const [pem, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const wanted = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  execFileSync("openssl", ["req", "-x509", ...wanted, "-keyout", pem, "-out", certificate], {
    stdio: "ignore",
  });
  secure = createSecureServer(
    { key: readFileSync(pem), cert: readFileSync(certificate) },
    (request, response) => response.end("{}"),
  );
  await listen(secure);
});

after(() => {
  for (const running of [server, secure]) {
    running?.closeAllConnections();
    running?.close();
  }
  if (folder) rmSync(folder, { recursive: true });
});

for (const name of ["rs256", "ps256", "es256"]) {
  test(`a real token signed with ${name} is accepted`, async () => {
    assert.equal(await signIn(name), `accepted ${kAccount} ${kAccount}@example.org`);
  });
}

test("a public client signs in with PKCE alone", async () => {
  assert.equal(await signIn("public", "none", ""), `accepted ${kAccount} ${kAccount}@example.org`);
});

test("a real token signed with the client's secret is refused", async () => {
  assert.equal(await signIn("hs256"), "refused identity-refused the algorithm is not RS256, PS256 or ES256");
});

const kAttacks = {
  signature: "identity-refused the signature is wrong",
  claims: "identity-refused the signature is wrong",
  "algorithm-none": "identity-refused the algorithm is not RS256, PS256 or ES256",
  hs256: "identity-refused the algorithm is not RS256, PS256 or ES256",
  nonce: "identity-refused the nonce is another one",
  state: "sign-in-broken-off the state is another one",
  late: "sign-in-broken-off it took too long",
  verifier: "identity-provider-answer status 400, invalid_grant",
  replay: "identity-provider-answer status 400, invalid_grant",
};
for (const [attack, refusal] of Object.entries(kAttacks)) {
  test(`an attack on the ${attack} is refused`, async () => {
    for (const name of ["rs256", "es256"]) assert.equal(await signIn(name, attack), `refused ${refusal}`);
  });
}

test("a wrong client secret is refused by the provider, and we say so", async () => {
  const line = await signIn("rs256", "none", "wrong");
  assert.equal(line, "refused identity-provider-answer status 401, invalid_client");
});

test("the web client neither follows nor waits nor swallows", async () => {
  assert.equal(await fetched(`${issuer}/small`), "answer 200 2");
  assert.equal(await fetched(`${issuer}/redirect`), "answer 302 0");
  const refused = "refused identity-provider-unreachable";
  assert.equal(await fetched(`${issuer}/large`), `${refused} the answer is larger than 10000 bytes`);
  assert.match(await fetched(`${issuer}/silent`), new RegExp(`^${refused} Timeout`));
  assert.match(await fetched(`${issuer}/cut`), new RegExp(`^${refused} `));
  assert.match(await fetched("http://127.0.0.1:9/"), new RegExp(`^${refused} `));
});

test("the web client believes no certificate that nobody vouches for", async () => {
  const line = await fetched(`https://127.0.0.1:${secure.address().port}/`);
  assert.match(line, /^refused identity-provider-unreachable SSL/);
});
