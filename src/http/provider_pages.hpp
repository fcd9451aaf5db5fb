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

}  // namespace kontor::http
