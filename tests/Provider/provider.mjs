// A real OpenID Connect provider for the tests of signing in. Its first line says on which port it listens; then it takes
// one line of JSON for each command, and answers with one line. It ends with its input.
//   site      the site that may send people here: { address, key }
//   account   somebody who can sign in: { id, claims, amr }
//   rotate    new keys; the old ones are gone
//   clock     its clock is so many seconds off: { seconds }
//   forge     changes ID tokens before they leave: { claims, by: "stranger" | "nobody" }; without either it stops
//   down      breaks every connection whose path begins with: { path }; without one it stops
//   sign      a token with these claims, signed with the key of now: { claims }
//   sid       the session of who signed in last
//   logouts   the logout tokens that it sent, with the answers
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { SignJWT, UnsecuredJWT, decodeJwt, importJWK } from "jose";
import { Provider } from "oidc-provider";

// What the library says of itself must not stand between the answers.
console.log = console.info = console.warn = console.error;
const realNow = Date.now;
const accounts = new Map();
const logouts = [];
let issuer, site, provider, answer, key, sid, forgery, broken;
let keys = 0;

const newKey = () => ({
  ...generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }), kid: `key-${++keys}`, alg: "ES256", use: "sig",
});
const sign = async (claims, by) => new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: by.kid }).sign(await importJWK(by, "ES256"));
const page = (body) => `<!doctype html><html lang="en"><title>Provider</title><main>${body}</main></html>`;

const forge = async (token) => {
  const claims = { ...decodeJwt(token), ...forgery.claims };
  if (forgery.by === "nobody") return new UnsecuredJWT(claims).encode();
  return sign(claims, forgery.by === "stranger" ? newKey() : key);
};

const open = () => {
  key = newKey();
  provider = new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [{
      client_id: "parelmuur", client_secret: "een-geheim-van-deze-toets", token_endpoint_auth_method: "client_secret_post",
      redirect_uris: [`${site.address}/inloggen/${site.key}/terug`], post_logout_redirect_uris: [`${site.address}/inloggen`],
      id_token_signed_response_alg: "ES256", backchannel_logout_uri: `${issuer}/relay`, backchannel_logout_session_required: true,
    }],
    claims: {
      openid: ["sub", "amr", "acr"], email: ["email", "email_verified"], profile: ["name", "given_name", "family_name", "organisation", "groups"],
    },
    cookies: { keys: ["sealed"] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = page(form.replace("</form>", '<button name="logout" value="yes">Sign out</button></form>'));
        },
      },
    },
    findAccount: (ctx, id) => accounts.has(id) && { accountId: id, claims: () => ({ sub: id, ...accounts.get(id).claims }) },
    interactions: { url: (ctx, interaction) => `${issuer}/interaction/${interaction.uid}` },
    // Who signed in agrees with everything.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider: by } = ctx.oidc;
      const grant = new by.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    // The site stands on this machine too, where the provider would otherwise not go.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
    ttl: { IdToken: 60, AccessToken: 600, AuthorizationCode: 60, Session: 86_400, Grant: 86_400, Interaction: 600 },
  });
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === "/token" && forgery && ctx.body?.id_token) ctx.body = { ...ctx.body, id_token: await forge(ctx.body.id_token) };
  });
  provider.on("authorization.success", (ctx) => (sid = ctx.oidc.session.sidFor("parelmuur")));
  answer = provider.callback();
};

const bodyOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
};

const interact = async (request, response) => {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html").end(page(
      `<form method="post" action="${issuer}/interaction/${uid}"><input name="login"><button name="do" value="in">Sign in</button><button name="do" value="stop">Stop</button></form>`));
    return;
  }
  const body = await bodyOf(request);
  const accountId = body.get("login");
  await provider.interactionFinished(request, response, body.get("do") === "stop"
    ? { error: "access_denied", error_description: "The person stopped" }
    : { login: { accountId, amr: accounts.get(accountId).amr } });
};

const relay = async (request, response) => {
  const body = await bodyOf(request);
  const { status } = await fetch(`${site.address}/inloggen/${site.key}/uit`, { method: "POST", body });
  logouts.push({ token: body.get("logout_token"), status });
  response.writeHead(status).end();
};

const server = createServer((request, response) => {
  if (broken && request.url.startsWith(broken)) return request.socket.destroy();
  const work = request.url.startsWith("/interaction/") ? interact : request.url === "/relay" ? relay : answer;
  return Promise.resolve(work(request, response)).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

const commands = {
  site: (given) => { site = given; open(); },
  account: ({ id, ...account }) => { accounts.set(id, account); },
  rotate: () => open(),
  clock: ({ seconds }) => { Date.now = () => realNow() + seconds * 1000; },
  forge: (given) => { forgery = given.claims || given.by ? given : undefined; },
  down: ({ path }) => { broken = path; },
  sign: async ({ claims }) => sign({ iss: issuer, aud: "parelmuur", iat: Math.floor(realNow() / 1000), ...claims }, key),
  sid: () => sid,
  logouts: () => logouts,
};

server.listen(0, "127.0.0.1", () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  process.stdout.write(`${server.address().port}\n`);
});
createInterface({ input: process.stdin }).on("line", async (line) => {
  const { what, ...given } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ answer: (await commands[what](given)) ?? null })}\n`);
}).on("close", () => process.exit());
