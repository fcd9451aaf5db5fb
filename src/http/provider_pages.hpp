// SPDX-License-Identifier: EUPL-1.2
// The two addresses of signing in through an OpenID Connect provider: /oidc/start sends the browser there,
// /oidc/callback takes it back. Both are for browsers and answer with a redirect or with a page that says in
// one sentence what was wrong. Immutable; any number of threads.
#pragma once

#include "http/asker_source.hpp"
#include "http/router.hpp"
#include "service/provider_sign_in.hpp"

namespace kontor::http {

/// `provider` must outlive the router. `/oidc/start` takes `lang` and `to`, the page to come back to.
void add_provider_pages(Router& router, service::ProviderSignIn& provider, const AskerSource& askers,
                        const PublicAddress& address);

/// The Set-Cookie of a way to the provider: the language, so that whoever comes back is spoken to as before,
/// and the secret; with an empty value the cookie goes. Lax, for the browser comes back from another site.
[[nodiscard]] std::string provider_cookie(const PublicAddress& address, const std::string& value);

}  // namespace kontor::http
