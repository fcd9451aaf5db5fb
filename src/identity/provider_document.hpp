// SPDX-License-Identifier: EUPL-1.2
// What a provider publishes about itself under /.well-known/openid-configuration (OpenID Connect
// Discovery 1.0). Immutable.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::identity {

/// How a client proves itself when it exchanges a code.
enum class ClientProof { Header, Form };

struct ProviderDocument {
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string keys_address;
    ClientProof client_proof = ClientProof::Header;
    bool names_itself = false;  // every answer of the authorization endpoint has "iss" (RFC 9207)
};

/// Where the document of `issuer` is.
[[nodiscard]] std::string provider_document_address(std::string_view issuer);

/// Reads the document. identity-provider-answer with *all* reasons, one fault each: not JSON, another issuer,
/// an endpoint that is missing or not https (http only for an issuer on this machine), no PKCE with S256.
[[nodiscard]] base::Result<ProviderDocument> read_provider_document(std::string_view json,
                                                                    std::string_view issuer);

}  // namespace kontor::identity
