// SPDX-License-Identifier: EUPL-1.2
// The real WebClient, by libcurl: HTTPS with the system's certificates (http only to this machine), no
// redirects, no cookies, limits of time and size. Thread-safe; every request has a connection of its own and
// blocks its thread.
#pragma once

#include <chrono>
#include <span>
#include <string>

#include "identity/web_client.hpp"

namespace kontor::identity {

/// Which machines may be asked, whatever their name says. Public: none of a private, local or reserved
/// network, and no proxy; looked at when the connection is made, so that a name cannot change its mind.
enum class Peers { Any, Public };

struct CurlLimits {
    std::chrono::milliseconds connect = std::chrono::seconds(5);
    std::chrono::milliseconds total = std::chrono::seconds(10);
    std::size_t body_bytes = 262'144;
    std::string
        authorities;  // a file of certificates to trust instead of the system's; the system's when empty
    Peers peers = Peers::Any;
};

/// Whether an address of the net layer (4 or 16 octets) is one of the public internet.
[[nodiscard]] bool is_public_peer(std::span<const unsigned char> octets);

class CurlClient final : public WebClient {
public:
    explicit CurlClient(CurlLimits limits = {});

    [[nodiscard]] base::Result<WebAnswer> send(const WebRequest& request) const override;

private:
    CurlLimits limits_;
};

}  // namespace kontor::identity
