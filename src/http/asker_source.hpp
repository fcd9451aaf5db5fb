// SPDX-License-Identifier: EUPL-1.2
// Who a request comes from: the session's cookie, or an access token in Authorization. What writes with a
// cookie must come from a page of this Kontor (Origin, Sec-Fetch-Site) and carry the session's form token;
// tokens are for programs and need neither. Immutable; thread-safe; three point reads of the store.
#pragma once

#include <string>
#include <string_view>

#include "http/door.hpp"
#include "service/sign_in_service.hpp"

namespace kontor::http {

/// The address under which browsers reach this Kontor.
class PublicAddress {
public:
    /// `text`: https://name or https://name:port without a path; http only for this machine. Empty for the
    /// loopback alone. public-url-invalid.
    [[nodiscard]] static base::Result<PublicAddress> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// As in the header Host; empty for the loopback alone.
    [[nodiscard]] std::string host() const;
    [[nodiscard]] bool is_secure() const { return text_.starts_with("https://"); }

private:
    std::string text_;
};

class Cookies {
public:
    explicit Cookies(const PublicAddress& address) : is_secure_(address.is_secure()) {}

    /// "__Host-kontor" over https, "kontor" on this machine.
    [[nodiscard]] std::string_view name() const { return is_secure_ ? "__Host-kontor" : "kontor"; }
    /// The cookie `name` in the header Cookie; empty when there is none.
    [[nodiscard]] static std::string_view value_in(std::string_view header, std::string_view name);
    /// The session's secret in the header Cookie; empty when there is none.
    [[nodiscard]] std::string_view secret_in(std::string_view header) const {
        return value_in(header, name());
    }
    /// The header Set-Cookie that keeps the secret, or with an empty one removes it.
    [[nodiscard]] std::string keep(std::string_view secret) const;

private:
    bool is_secure_;
};

/// Where the request comes from. Behind a proxy on this machine that is what the proxy says, its last word
/// of X-Forwarded-For; from elsewhere nobody is believed.
[[nodiscard]] service::Visitor visitor_of(const Request& request, const PublicAddress& address);

/// `sign_in` must outlive it.
[[nodiscard]] AskerSource asker_source(service::SignInService& sign_in, const PublicAddress& address);

}  // namespace kontor::http
