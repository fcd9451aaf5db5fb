// SPDX-License-Identifier: EUPL-1.2
// The provider that the tests sign in with: oidc-provider of the front end's development packages.

export const { default: Provider } = await import(
  new URL("../../../web/node_modules/oidc-provider/lib/index.js", import.meta.url)
);

/** Settings of every provider here: PKCE, everybody has agreed to everything, nothing lasts longer than the test. */
export const kSettings = {
  cookies: { keys: ["only for this test"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
  ttl: {
    Session: 600,
    Interaction: 600,
    Grant: 600,
    AccessToken: 600,
    IdToken: 600,
    AuthorizationCode: 60,
  },
  async loadExistingGrant(context) {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
};
